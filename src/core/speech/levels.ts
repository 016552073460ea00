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
  const fixed = known.map(({ heading }) => (isClosingHead(heading) ? 0 : undefined));
  const depths = growTrees(known, levelWeights, { fixed })[0]?.depths ?? [];
  return { levels: depths.map((depth) => depth + 1), faults: faultsOf(known, depths) };
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
