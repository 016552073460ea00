import { furnitureScore } from '../../core/speech/furnitureScore.ts';
import { countLicenceWords } from '../../core/speech/siteChrome.ts';
import type { LineRange, PageLine } from './pageTree.ts';

/** A line of as many characters that scores less is surely the text's. */
const shortestSure = 12;
/** Without a sentence, as many. */
const longSure = 25;
/** A line that scores less reads like the text. */
export const mostOfText = -2;
const shortestTitle = 6;

/** Where a text begins and ends by its own lines: a page's words may stand above and below them in the same box. */
export function findAmid(lines: readonly PageLine[], furniture: Uint8Array, { text, headline }: { text: LineRange; headline: LineRange | null }): LineRange {
  let first = Math.max(text.first, headline?.end ?? 0);
  let { end } = text;
  const isSure = (index: number): boolean => furniture[index] === 0 && isSurelyText(lines[index] as PageLine);
  // Where the page does not name its title, a line that reads like one may be it.
  while (first < end && !isSure(first) && !(headline === null && isLikelyTitle(lines[first] as PageLine))) first += 1;
  while (end > first && !isSure(end - 1)) end -= 1;
  if (first === end) return { first, end };
  const isOwn = (index: number): boolean => furniture[index] === 0 && lines[index]?.linked === 0;
  // `下周一，` above is the first line of a text in short lines, 1 the number of its first part; below a name, an office and a day sign it.
  while (first > text.first && first > (headline?.end ?? 0) && isOwn(first - 1) && /[，、]$|^\d$/u.test(lines[first - 1]?.text ?? '')) first -= 1;
  for (let below = end; below < Math.min(end + mostSigned, text.end) && isOwn(below) && (lines[below]?.shown ?? 0) <= longestSigned; below += 1) {
    if (signedDay.test(lines[below]?.text ?? '')) end = below + 1;
  }
  return { first, end };
}

/** A text is signed on as many lines, each of no more than as many characters, the last of which is a day. */
const mostSigned = 4;
const longestSigned = 30;
const signedDay = /^[（(]?[\d〇○零一二三四五六七八九十]{4}\s*年.{1,5}月.{1,4}日[)）]?$/u;

function isLikelyTitle({ text, shown, linked }: PageLine): boolean {
  return linked === 0 && shown >= shortestTitle && furnitureScore(text) < mostOfText;
}

function isSurelyText({ text, shown, linked }: PageLine): boolean {
  if (linked > 0 || shown < shortestSure || (shown < longSure && !/[，。；！？]/u.test(text))) return false;
  return furnitureScore(text) < mostOfText && countLicenceWords(text) === 0;
}
