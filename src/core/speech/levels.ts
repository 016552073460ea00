import { headNumberOf, namesDecimals, pointsOf } from './decimalOrdinals.ts';
import { isClosingHead, type Head } from './head.ts';
import { countsAlike, levelHeadsOf, type LevelHead, type LevelPlace } from './levelHeads.ts';
import { growTrees } from './levelTree.ts';
import { levelWeights } from './levelWeights.ts';

/** A fault in the numbering, at the head with this index. */
export interface NumberingFault {
  readonly head: number;
  readonly kind: 'gap' | 'repeat';
  /** The number before it in the same series. */
  readonly after: number;
  readonly number: number;
}

/** The depth of each head in the tree, 1 for the top, and what is wrong with the numbers of that tree. */
export function assignLevels(heads: readonly Head[], places: readonly LevelPlace[]): { levels: number[]; faults: NumberingFault[] } {
  const known = levelHeadsOf(heads, places);
  const closing = known.map(({ heading }) => (isClosingHead(heading) ? 0 : undefined));
  const fixed = known.some(({ key }) => key === 'decimal') ? fixDecimals(heads, known, closing) : closing;
  const depths = growTrees(known, levelWeights, { fixed })[0]?.depths ?? [];
  return { levels: depths.map((depth) => depth + 1), faults: faultsOf(known, depths) };
}

/** 1.1 stands right below the head that its first number names, and 1.1.1 below that: both are as deep as what the others tell says. */
function fixDecimals(heads: readonly Head[], known: readonly LevelHead[], closing: readonly (number | undefined)[]): (number | undefined)[] {
  const others = known.flatMap(({ key }, index) => (key === 'decimal' ? [] : [index]));
  const depths = growTrees(others.flatMap((index) => known[index] ?? []), levelWeights, { fixed: others.map((index) => closing[index]) })[0]?.depths ?? [];
  const fixed = [...closing];
  /** The last head of each number, and its depth. */
  const named = new Map<number, { readonly index: number; readonly depth: number }>();
  let other = 0;
  heads.forEach(({ ordinal }, index) => {
    const depth = known[index]?.key === 'decimal' ? null : (depths[other++] ?? 0);
    if (ordinal === null) return;
    if (depth !== null) {
      if (namesDecimals(ordinal)) named.set(ordinal.number, { index, depth });
      return;
    }
    const own = named.get(headNumberOf(ordinal));
    if (own === undefined) return;
    fixed[own.index] = own.depth;
    fixed[index] = own.depth + pointsOf(ordinal);
  });
  return fixed;
}

/** Within a series each number is the next; a series begins with 1. */
function faultsOf(heads: readonly LevelHead[], depths: readonly number[]): NumberingFault[] {
  const faults: NumberingFault[] = [];
  const open: LevelHead[] = [];
  heads.forEach((head, index) => {
    const depth = depths[index] ?? 0;
    const { key, number } = head;
    const sibling = open[depth];
    open.length = depth;
    open[depth] = head;
    // 下篇 follows 上篇 as well as 中篇.
    if (key === 'volume') return;
    if (sibling !== undefined && countsAlike(sibling.key, key) && number > 0 && sibling.number > 0 && number !== 1) {
      if (number > sibling.number + 1) faults.push({ head: index, kind: 'gap', after: sibling.number, number });
      else if (number <= sibling.number) faults.push({ head: index, kind: 'repeat', after: sibling.number, number });
    } else if (number > 1 && head.explicit === null) faults.push({ head: index, kind: 'gap', after: 0, number });
  });
  return faults;
}
