import { countHan } from '../text/han.ts';
import { furnitureScore } from './furnitureScore.ts';

const opening =
  /^(?:[【[《「“][^】\]》」”。]{2,40}[】\]》」”]的?|[^，。；：]{0,12})(?:相关(?:文章|阅读|推荐|范文|资料|内容)|延伸阅读|推荐阅读|猜你喜欢|精彩推荐|热门(?:文章|推荐))\s*[:：]?$/u;
/** The longest line below, in Han characters, and the share of the document that all of them are at the most. */
const longest = 140;
const mostShare = 0.35;
/** As many lines are above it at the least. */
const leastAbove = 4;

/**
 * Where the list of other texts begins that a site puts below one, `【某某的讲话】相关文章：`, with the beginnings of those
 * texts or without; the number of lines where there is none. What follows holds no paragraph as long as a speech's.
 */
export function findRelatedList(texts: readonly string[]): number {
  for (let index = leastAbove; index < texts.length; index += 1) {
    if (!opening.test(texts[index] ?? '')) continue;
    const han = texts.map(countHan);
    const total = han.reduce((sum, count) => sum + count, 0);
    const below = han.slice(index);
    if (goesOn(texts.slice(index + 1))) continue;
    if (below.length > 1 && below.every((count) => count <= longest) && below.reduce((sum, count) => sum + count, 0) <= total * mostShare) return index;
  }
  return texts.length;
}

/** The last lines of a speech, among which it takes leave. */
const lastLines = 3;
const leave = /谢谢(?:大家|各位|同志们)|散会|就(?:讲|说)到这/u;
const reads = -2;
const mostReading = 0.6;

/** Whether the text goes on below a list that a page put amid it: it takes leave there, and most of it reads like a text. */
function goesOn(below: readonly string[]): boolean {
  if (!leave.test(below.slice(-lastLines).join(''))) return false;
  const sum = (texts: readonly string[]): number => texts.reduce((total, text) => total + countHan(text), 0);
  return sum(below.filter((text) => furnitureScore(text) < reads)) > mostReading * sum(below);
}
