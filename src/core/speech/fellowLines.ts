import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { endsHard, endsOpen, startsInside } from './punctuation.ts';
import type { Block } from './sourceText.ts';
import { isGenreTitle, isLabelled } from './title.ts';

/**
 * Lines that stand as several others do which are surely the text's own: short, plain, each above a paragraph, without a number
 * (`渠口`, `人往哪里去`, `闸门由谁来看`). What reads a little like a page's among them (`常见问题`) is as likely one more of its heads, while
 * what a page leaves between two paragraphs of a text mostly finds no such fellows there.
 */

/** As many fellows, about as long as the line. */
const leastFellows = 2;
const mostUnlike = 4;
/** As many lines that are exactly as long as each other need no other to be sure. */
const leastOfLength = 3;
/** A fellow is the text's own by these odds, lines of one length by these on the mean; of those a character longer or shorter the mean must be below even odds. */
const surelyOwn = -0.5;
const likelyOwn = 1;
const longest = 14;
/** A paragraph has so many characters. */
const leastBody = 20;
const plain = /^[\u4e00-\u9fff“”，、 ]{2,14}[？！]?$/u;

/** What is known of the lines: whether a line may stay, and how likely it is the page's (`pageNet.ts`). */
interface Known {
  readonly odds: readonly number[];
  readonly isOwn: (index: number) => boolean;
}

/** The lines that have such fellows, by their place. */
export function findFellowLines(lines: readonly Block[], { odds, isOwn }: Known): ReadonlySet<number> {
  const at = lines.flatMap((_, index) => (mayHead(lines, index, isOwn) ? [index] : []));
  const ofLength = new Map<number, number[]>();
  for (const index of at) {
    const length = lines[index]?.text.length ?? 0;
    const own = ofLength.get(length);
    if (own === undefined) ofLength.set(length, [index]);
    else own.push(index);
  }
  const sure = new Map<number, number>();
  for (const [length, own] of ofLength) sure.set(length, own.filter((index) => (odds[index] ?? 0) < surelyOwn).length);
  const found = new Set<number>();
  for (const [length, own] of ofLength) {
    let fellows = 0;
    for (let other = length - mostUnlike; other <= length + mostUnlike; other += 1) fellows += sure.get(other) ?? 0;
    const likely = isSeries(own, { lines, odds, most: likelyOwn }) || isSeries([...(ofLength.get(length - 1) ?? []), ...own, ...(ofLength.get(length + 1) ?? [])], { lines, odds, most: 0 });
    for (const index of own) if (likely || fellows - ((odds[index] ?? 0) < surelyOwn ? 1 : 0) >= leastFellows) found.add(index);
  }
  return found;
}

/** Whether lines about as long as each other, no two the same, are likely the text's as a whole. */
function isSeries(own: readonly number[], { lines, odds, most }: { readonly lines: readonly Block[]; readonly odds: readonly number[]; readonly most: number }): boolean {
  const mean = own.reduce((sum, index) => sum + (odds[index] ?? 0), 0) / own.length;
  return own.length >= leastOfLength && mean < most && new Set(own.map((index) => lines[index]?.text)).size === own.length;
}

function mayHead(lines: readonly Block[], index: number, isOwn: (index: number) => boolean): boolean {
  const { text = '', hint = null } = lines[index] ?? {};
  if (index === 0 || text.length > longest || !plain.test(text) || hint?.table === true || ordinalOf(lines[index]) !== null) return false;
  const above = lines[index - 1]?.text ?? '';
  const next = lines[index + 1];
  if (next === undefined || endsOpen(above) || startsInside(next.text) || readAddress(text, 0) > 0 || isLabelled(text) || isGenreTitle(text)) return false;
  if (!endsHard(above) && above.length > longestAbove) return false;
  const below = next.text.length <= longestAbove && ordinalOf(next) !== null ? index + 2 : index + 1;
  const body = lines[below];
  return body !== undefined && countHan(body.text) >= leastBody && isOwn(below);
}

/** Behind a paragraph's end it stands below one of the page's lines, or below the head above it. */
const longestAbove = 30;
