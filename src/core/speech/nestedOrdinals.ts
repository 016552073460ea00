import { ordinalOf } from './looseOrdinals.ts';
import { opensOrdinal, readOrdinal, type OrdinalFamily } from './ordinals.ts';
import { sliceBlock, type Block } from './sourceText.ts';

/** Families whose heads have series below them. */
const above: ReadonlySet<OrdinalFamily> = new Set(['part', 'ordinal', 'bracket', 'digit', 'nth', 'step']);
/** No head is longer. */
const longestHead = 60;
/** How many paragraphs further on the second member of what stands below a head is looked for. */
const reach = 60;

/**
 * Parts heads that have lost the break behind them from the first head below: `一、查摆问题|（一）学得不深全年…` with `（二）…` at
 * the start of a later paragraph. Each then is a head at the start of a block like any other.
 */
export function partNested(blocks: readonly Block[]): Block[] {
  const part = (block: Block, index: number): Block[] => {
    const at = findNested(block, blocks, index);
    if (at < 0) return [block];
    return [sliceBlock(block, { start: 0, end: at }), ...part(sliceBlock(block, { start: at, end: block.text.length }), index)];
  };
  return blocks.flatMap(part);
}

/** Where the first head below the head that opens a block begins; −1 where none does. */
function findNested(block: Block, blocks: readonly Block[], index: number): number {
  if (block.hint?.table === true || (block.hint?.level ?? null) !== null) return -1;
  const own = ordinalOf(block);
  if (own === null || !above.has(own.family)) return -1;
  const { text } = block;
  for (let at = own.length + 2; at < Math.min(text.length - 2, own.length + longestHead); at += 1) {
    if ('。！？；!?;'.includes(text.charAt(at))) return -1;
    if (!opensOrdinal(text.charCodeAt(at)) || /[\d０-９一二三四五六七八九十、，,.．第（(]/u.test(text.charAt(at - 1))) continue;
    const below = readOrdinal(text, at);
    if (below?.number === 1 && below.family !== own.family && goesOn(blocks, index, { own: own.family, below: below.family })) return at;
  }
  return -1;
}

/** Whether the second of the family below opens a paragraph before the next head of the family above does. */
function goesOn(blocks: readonly Block[], index: number, { own, below }: { readonly own: OrdinalFamily; readonly below: OrdinalFamily }): boolean {
  for (let next = index + 1; next < Math.min(blocks.length, index + reach); next += 1) {
    const ordinal = ordinalOf(blocks[next]);
    if (ordinal?.family === own) return false;
    if (ordinal?.family === below) return ordinal.number === 2;
  }
  return false;
}
