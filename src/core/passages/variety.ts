import { shared } from './shingles.ts';

/** How alike two passages must be, by shared shingles, to be shown as one. */
export const duplicateShare = 0.7;

/** What a passage loses for being like one that stands before it, as a share of the likeness. */
export const varietyWeight = 0.15;

/** What a passage loses for each one of the same file before it; a page of hits should not be one speech. */
export const sameFileWeight = 0.005;

export interface Rated {
  readonly score: number;
  readonly shingles: Uint32Array;
  readonly file: string;
}

export interface Folded<T> {
  readonly best: T;
  readonly duplicates: readonly T[];
}

/** The smallest hashes of a passage stand for all of them when passages are only compared roughly. */
const sketchSize = 48;

/** What the smallest hashes tell of `alike`: the share of common ones among the smallest of both together (Broder 1997). */
function roughlyAlike(first: Uint32Array, second: Uint32Array): number {
  let common = 0;
  let seen = 0;
  let left = 0;
  let right = 0;
  while (seen < sketchSize && left < first.length && right < second.length) {
    const difference = (first[left] as number) - (second[right] as number);
    if (difference === 0) common += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
    seen += 1;
  }
  seen = Math.min(sketchSize, seen + Math.max(first.length - left, second.length - right));
  return seen === 0 ? 1 : common / seen;
}

/** Share of the shingles of both that are common to both (Jaccard). */
function alike(first: Uint32Array, second: Uint32Array): number {
  if (first.length === 0 && second.length === 0) return 1;
  const common = shared(first, second);
  return common / (first.length + second.length - common);
}

/** Near-duplicates go under the best of them. `passages` come best first. */
export function foldDuplicates<T extends Rated>(passages: readonly T[]): Folded<T>[] {
  const folded: { best: T; duplicates: T[] }[] = [];
  for (const passage of passages) {
    const size = passage.shingles.length;
    const same = folded.find(({ best }) => {
      const other = best.shingles.length;
      if (Math.min(size, other) < duplicateShare * Math.max(size, other)) return false;
      if (roughlyAlike(best.shingles, passage.shingles) < duplicateShare / 2) return false;
      return alike(best.shingles, passage.shingles) >= duplicateShare;
    });
    if (same === undefined) folded.push({ best: passage, duplicates: [] });
    else same.duplicates.push(passage);
  }
  return folded;
}

/** Picks the best first, then each time the one that is best beside what stands before it; scores are what is left. */
export function varied<T extends Rated>(passages: readonly Folded<T>[], limit: number): Folded<T>[] {
  const left = passages.map((passage) => ({ passage, loss: 0 }));
  const picked: Folded<T>[] = [];
  while (picked.length < limit && left.length > 0) {
    let best = 0;
    left.forEach(({ passage, loss }, index) => {
      const leader = left[best];
      if (leader !== undefined && passage.best.score - loss > leader.passage.best.score - leader.loss) best = index;
    });
    const [chosen] = left.splice(best, 1);
    if (chosen === undefined) break;
    const { best: passage, duplicates } = chosen.passage;
    picked.push({ best: { ...passage, score: passage.score - chosen.loss }, duplicates });
    for (const each of left) {
      const likeness = roughlyAlike(each.passage.best.shingles, chosen.passage.best.shingles);
      each.loss = Math.max(each.loss, varietyWeight * likeness);
      if (each.passage.best.file === chosen.passage.best.file) each.loss += sameFileWeight;
    }
  }
  return picked;
}
