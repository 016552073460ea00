import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import type { Head } from './head.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { endsHard } from './punctuation.ts';
import type { Block } from './sourceText.ts';

/** As many heads that end alike show that a line which ends as they do is one too. */
const leastShown = 2;
/** How many characters at the end are the same. */
const sameEnd = 4;
const shortest = 6;
const longest = 24;
/** What stands below such a line is a sentence, if a short one. */
const leastBelow = 10;

/**
 * Lines that are heads since they end as others do: `渠底薄弱的局面没有改变` beside `闸门老旧的状况没有改变` and `账目混乱的状况没有改变`,
 * though what stands below them is too short to tell.
 */
export function findAlikeLines(blocks: readonly Block[], heads: readonly Head[]): Head[] {
  const shown = new Map<string, number>();
  for (const { block, start, end, bodyStart, ordinal, level } of heads) {
    const text = blocks[block]?.text ?? '';
    if (ordinal !== null || level !== null || start !== 0 || bodyStart < text.length || end < shortest) continue;
    const tail = text.slice(end - sameEnd, end);
    shown.set(tail, (shown.get(tail) ?? 0) + 1);
  }
  const known = [...shown].filter(([, count]) => count >= leastShown).map(([tail]) => tail);
  if (known.length === 0) return [];
  const taken = new Set(heads.map(({ block }) => block));
  return blocks.flatMap((block, index) => {
    const { text } = block;
    if (text.length < shortest || text.length > longest || taken.has(index) || !known.some((tail) => text.endsWith(tail)) || !stands(blocks, index)) return [];
    return [{ block: index, start: 0, from: 0, end: text.length, bodyStart: text.length, ordinal: null, level: null, inline: false }];
  });
}

function stands(blocks: readonly Block[], index: number): boolean {
  const [above, block, below] = [blocks[index - 1], blocks[index], blocks[index + 1]];
  if (above === undefined || block === undefined || below === undefined || block.hint !== null || ordinalOf(block) !== null) return false;
  return endsHard(above.text) && below.text.length >= leastBelow && endsHard(below.text) && countHan(block.text) === block.text.length && readAddress(block.text, 0) === 0;
}
