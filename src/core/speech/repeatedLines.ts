import type { Problem } from '../contracts.ts';
import { furnitureScore } from './furnitureScore.ts';
import { foldDigits } from './numerals.ts';
import { endsSentence } from './punctuation.ts';
import { readOrdinal } from './ordinals.ts';
import { removeBlock } from './removal.ts';
import type { Block } from './sourceText.ts';
import { isSignature } from './signature.ts';

/** A line is furniture of the page where it comes back at least this often. */
const leastRepeats = 3;
/** A longer line is no running head, nor one over `longestPlain` unless it cuts sentences most of the time. */
const longestHead = 120;
const longestPlain = 40;
/** Lines from one page's furniture to the next, on an average. */
const leastApart = 2;
/** The day on which a law was changed comes back too, where a collection was put together. */
const leastForLong = -7;
/** What a line that comes back must score, as furniture, to go wherever it stands. */
const leastScore = 0.5;

/**
 * Takes running heads and feet out: a short line that comes back again and again, its digits aside, and stands at least
 * once where it cuts a sentence. 各位代表！ comes back too, but between sentences and with a mark at its end.
 */
export function removeRepeatedLines(lines: readonly Block[], beside: ReadonlySet<Block>, sure: ReadonlySet<Block>): { lines: Block[]; removed: Problem[] } {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.text.length > longestHead || line.text.length < 3 || endsSentence(line.text) || line.hint?.table === true) return;
    // Where the format's geometry tells, a line inside a paragraph is no furniture, however often it comes back.
    if (line.hint?.joins === true || lines[index + 1]?.hint?.joins === true) return;
    // `票价：30元` again and again is a list, where the line is known to stand amid the text.
    if ((line.hint?.amid === true || sure.has(line)) && /^[\u4e00-\u9fff\s]{2,12}[:：]/u.test(line.text)) return;
    const key = line.text.replace(/[\d０-９\s]+/gu, '#');
    // `”，“` between two links is no running head; `00:16:32` is the place in a recording.
    if (!/[\p{L}]/u.test(key) && key !== '#:#:#') return;
    // 的问题 ends many a head of a narrow column.
    if (line.text.length < 4 && !key.includes('#')) return;
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  });
  const furniture = new Set<number>();
  for (const indices of places.values()) {
    const first = indices[0] ?? 0;
    const atEdges = indices.filter((index) => isBeside(lines[index], beside)).length;
    // On two or three pages the title comes back as the running head once or twice.
    if (first <= mostAboveTitle && (lines[first]?.text.length ?? 0) >= leastTitle) for (const index of indices) if (index !== first && isBeside(lines[index], beside) && lines[index]?.text === lines[first]?.text) furniture.add(index);
    if (atEdges >= 2 && atEdges * 2 >= indices.length) {
      for (const index of indices) if (index > 1) furniture.add(index);
      continue;
    }
    if (indices.length >= leastRepeats && isPages(lines, indices)) {
      for (const index of indices) furniture.add(index);
      continue;
    }
    // 《|纲要|》 is a link that was put on a line of its own, as often as the text names it.
    if (indices.some((index) => isEmbedded(lines, index))) continue;
    if (indices.length < (countsUp(lines, indices) ? 2 : leastRepeats) || readOrdinal(lines[first]?.text ?? '', 0) !== null) continue;
    // A page's furniture comes back a page later: neighbours are a list.
    if ((indices.at(-1) ?? 0) - first < leastApart * (indices.length - 1)) continue;
    const cutting = indices.filter((index) => cutsSentence(lines, index)).length;
    if (cutting === 0 || (indices.length < leastRepeats && cutting < indices.length) || ((lines[first]?.text.length ?? 0) > longestPlain && (cutting * 2 < indices.length || furnitureScore(lines[first]?.text ?? '') < leastForLong))) continue;
    // The first one may be the speech's own title.
    for (const index of indices) if (index !== first || first > 3) furniture.add(index);
  }
  const removed: Problem[] = [];
  const kept = lines.filter((line, index) => {
    if (furniture.has(index)) removed.push(...removeBlock('page-furniture', line));
    return !furniture.has(index);
  });
  return { lines: kept, removed };
}

/** A title stands below as many lines at the most, and is as long. */
const mostAboveTitle = 6;
const leastTitle = 6;

/** A line that reads like the page's own and comes back is the page's; it need not cut a sentence. */
function isPages(lines: readonly Block[], indices: readonly number[]): boolean {
  const texts = indices.map((index) => lines[index]?.text ?? '');
  return texts.every((text) => !isSignature(text)) && texts.reduce((sum, text) => sum + furnitureScore(text), 0) >= leastScore * texts.length;
}

/** `12 某某学刊`, `13 某某学刊`: the page's number with the running head. */
function countsUp(lines: readonly Block[], indices: readonly number[]): boolean {
  const numbers = indices.map((index) => Number(/^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$/u.exec(foldDigits(lines[index]?.text ?? ''))?.[0] ?? NaN));
  return numbers.every((number, at) => !Number.isNaN(number) && (at === 0 || number > (numbers[at - 1] ?? 0)));
}

function isBeside(line: Block | undefined, beside: ReadonlySet<Block>): boolean {
  return line !== undefined && beside.has(line);
}

function isEmbedded(lines: readonly Block[], index: number): boolean {
  return /[（(《〈“‘「『【]$/u.test(lines[index - 1]?.text ?? '') || /^[）)》〉”’」』】]/u.test(lines[index + 1]?.text ?? '');
}

function cutsSentence(lines: readonly Block[], index: number): boolean {
  // Amid the text of a page a paragraph cuts no sentence.
  if (lines[index]?.hint?.amid === true && (lines[index]?.hint?.joins === false || lines[index + 1]?.hint?.joins === false)) return false;
  const before = lines[index - 1]?.text ?? '';
  return before.length >= 15 && !endsSentence(before) && (lines[index + 1]?.text.length ?? 0) >= 2;
}
