import { roughlyAlike, shared, shingleSet } from './shingles.ts';

/** How alike two passages must be, by shared shingles, to be shown as one. */
export const duplicateShare = 0.7;

/** What a passage loses for being like one that stands before it, as a share of the likeness. */
export const varietyWeight = 0.15;

/** What a passage loses for each one of the same file before it; a page of hits should not be one speech. */
export const sameFileWeight = 0.005;

export interface Rated {
  readonly score: number;
  /** Its letters, and a sketch of them. */
  readonly letters: Uint16Array;
  readonly sketch: Int32Array;
  readonly file: string;
}

export const byScore = (left: { readonly score: number }, right: { readonly score: number }): number => right.score - left.score;

export interface Folded<T> {
  readonly best: T;
  readonly duplicates: readonly T[];
}

/** Sketches that are less alike than this are those of passages that are no duplicates. */
const worthComparing = duplicateShare - 0.3;

/** Share of the shingles of both that are common to both (Jaccard). */
function alike(first: Int32Array, second: Int32Array): number {
  if (first.length === 0 && second.length === 0) return 1;
  const common = shared(first, second);
  return common / (first.length + second.length - common);
}

/** Near-duplicates go under the best of them. `passages` come best first. */
export function foldDuplicates<T extends Rated>(passages: readonly T[]): Folded<T>[] {
  const folded: { best: T; duplicates: T[] }[] = [];
  const sets = new Map<T, Int32Array>();
  const setOf = (passage: T): Int32Array => {
    const known = sets.get(passage);
    if (known !== undefined) return known;
    const made = shingleSet(passage.letters);
    sets.set(passage, made);
    return made;
  };
  for (const passage of passages) {
    const size = passage.letters.length;
    const same = folded.find(({ best }) => {
      const other = best.letters.length;
      if (Math.min(size, other) < (duplicateShare - 0.1) * Math.max(size, other)) return false;
      if (roughlyAlike(best.sketch, passage.sketch) < worthComparing) return false;
      return alike(setOf(best), setOf(passage)) >= duplicateShare;
    });
    if (same === undefined) folded.push({ best: passage, duplicates: [] });
    else same.duplicates.push(passage);
  }
  return folded;
}

/** A passage that may still be picked, and what it loses for being like those of the picked ones that it was compared with. */
interface Waiting<T> {
  readonly passage: Folded<T>;
  loss: number;
  /** How many of the picked ones that is. */
  compared: number;
}

/**
 * Picks the best first, then each time the one that is best beside what stands before it; scores are what is left. A loss only
 * grows, so only a passage that would be picked for what it has lost so far is compared with those that were picked since.
 */
export function varied<T extends Rated>(passages: readonly Folded<T>[], limit: number): Folded<T>[] {
  const left = passages.map((passage): Waiting<T> => ({ passage, loss: 0, compared: 0 }));
  const picked: Folded<T>[] = [];
  while (picked.length < limit && left.length > 0) {
    const place = bestOf(left);
    const next = left[place] as Waiting<T>;
    const { best, duplicates } = next.passage;
    if (next.compared === picked.length) {
      picked.push({ best: { ...best, score: best.score - next.loss }, duplicates });
      left.splice(place, 1);
      continue;
    }
    for (; next.compared < picked.length; next.compared += 1) {
      const before = (picked[next.compared] as Folded<T>).best;
      next.loss = Math.max(next.loss, varietyWeight * roughlyAlike(best.sketch, before.sketch));
      if (before.file === best.file) next.loss += sameFileWeight;
    }
  }
  return picked;
}

/** The first of those with the most left of their score, as far as their losses are known. */
function bestOf(left: readonly Waiting<Rated>[]): number {
  let place = 0;
  let most = -Infinity;
  for (let index = 0; index < left.length; index += 1) {
    const { passage, loss } = left[index] as Waiting<Rated>;
    const score = passage.best.score - loss;
    if (score <= most) continue;
    place = index;
    most = score;
  }
  return place;
}
