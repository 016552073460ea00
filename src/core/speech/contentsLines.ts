import type { Head } from './head.ts';
import type { Block } from './sourceText.ts';

/** As few lines as that may be a part of the text that begins with the names of its parts. */
const leastLines = 2;

/**
 * Leaves out the heads of a table of contents: they stand before all others with nothing below them, and each comes again
 * with the same number. `目录|一、认清形势……1|二、抓住重点……3|…|一、认清形势|…`
 */
export function withoutContents(blocks: readonly Block[], heads: readonly Head[]): Head[] {
  const later = new Map<string, number>();
  const keys = heads.map((head) => keyOf(blocks, head));
  keys.forEach((key, index) => later.set(key, index));
  let lines = 0;
  while (lines < heads.length && (later.get(keys[lines] ?? '') ?? 0) > lines && (lines === 0 || isRightBelow(blocks, heads[lines - 1], heads[lines]))) lines += 1;
  // In a text without breaks what follows the table is glued to its last line.
  if (lines >= leastLines && keys[lines + 1] === keys[0] && isRightBelow(blocks, heads[lines - 1], heads[lines])) lines += 1;
  return lines < leastLines ? [...heads] : heads.slice(lines);
}

/** The number and the words, without the page that a table of contents gives. */
function keyOf(blocks: readonly Block[], { block, from, end, ordinal }: Head): string {
  const words = (blocks[block]?.text ?? '').slice(from, end).replace(/[\s.．·•…—–-]*[（(]?\d{0,3}[）)]?$/u, '');
  return `${ordinal?.family ?? ''}${ordinal?.number ?? ''} ${words.replace(/\s/gu, '')}`;
}

function isRightBelow(blocks: readonly Block[], above: Head | undefined, head: Head | undefined): boolean {
  if (above === undefined || head === undefined) return false;
  if (head.block === above.block) return head.start - above.bodyStart < 4;
  return head.block === above.block + 1 && head.start === 0 && (blocks[above.block]?.text.length ?? 0) - above.bodyStart < 4;
}
