import type { Problem } from '../contracts.ts';
import { endsSentence } from './punctuation.ts';
import { readOrdinal } from './ordinals.ts';
import { removeBlock } from './removal.ts';
import type { Block } from './sourceText.ts';

/** A line is furniture of the page where it comes back at least this often. */
const leastRepeats = 3;

/**
 * Takes running heads and feet out: a short line that comes back again and again, its digits aside, and stands at least
 * once where it cuts a sentence. 各位代表！ comes back too, but between sentences and with a mark at its end.
 */
export function removeRepeatedLines(lines: readonly Block[], beside: ReadonlySet<Block>): { lines: Block[]; removed: Problem[] } {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.text.length > 40 || line.text.length < 3 || endsSentence(line.text) || line.hint?.table === true) return;
    // Where the format's geometry tells, a line inside a paragraph is no furniture, however often it comes back.
    if (line.hint?.joins === true || lines[index + 1]?.hint?.joins === true) return;
    const key = line.text.replace(/[\d０-９\s]+/gu, '#');
    // `”，“` between two links is no running head.
    if (!/[\p{L}]/u.test(key)) return;
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  });
  const furniture = new Set<number>();
  for (const indices of places.values()) {
    const first = indices[0] ?? 0;
    const atEdges = indices.filter((index) => isBeside(lines[index], beside)).length;
    if (atEdges >= 2 && atEdges * 2 >= indices.length) {
      for (const index of indices) if (index > 1) furniture.add(index);
      continue;
    }
    // 《|纲要|》 is a link that was put on a line of its own, as often as the text names it.
    if (indices.some((index) => isEmbedded(lines, index))) continue;
    if (indices.length < leastRepeats || readOrdinal(lines[first]?.text ?? '', 0) !== null) continue;
    if (!indices.some((index) => cutsSentence(lines, index))) continue;
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

function isBeside(line: Block | undefined, beside: ReadonlySet<Block>): boolean {
  return line !== undefined && beside.has(line);
}

function isEmbedded(lines: readonly Block[], index: number): boolean {
  return /[（(《〈“‘「『【]$/u.test(lines[index - 1]?.text ?? '') || /^[）)》〉”’」』】]/u.test(lines[index + 1]?.text ?? '');
}

function cutsSentence(lines: readonly Block[], index: number): boolean {
  const before = lines[index - 1]?.text ?? '';
  return before.length >= 15 && !endsSentence(before) && (lines[index + 1]?.text.length ?? 0) >= 2;
}
