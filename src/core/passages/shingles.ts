import type { Span } from '../contracts.ts';
import { isHan } from '../text/han.ts';

/** The Han characters, letters and digits of a folded text with their places; all else is left out of comparisons. */
export interface Letters {
  readonly units: Uint16Array;
  /** 1 for what stands in a formulation. */
  readonly bound: Uint8Array;
}

function isLetter(unit: number): boolean {
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return isHan(unit) || (unit >= 0xd800 && unit <= 0xdfff);
}

export function lettersOf(folded: string, formulations: readonly Span[]): Letters {
  const units = new Uint16Array(folded.length);
  const bound = new Uint8Array(folded.length);
  let count = 0;
  let next = 0;
  for (let index = 0; index < folded.length; index += 1) {
    const unit = folded.charCodeAt(index);
    if (!isLetter(unit)) continue;
    while (next < formulations.length && (formulations[next]?.end ?? 0) <= index) next += 1;
    units[count] = unit;
    bound[count] = (formulations[next]?.start ?? Infinity) <= index ? 1 : 0;
    count += 1;
  }
  return { units: units.subarray(0, count), bound: bound.subarray(0, count) };
}

/** Hashes of the runs of `size` letters, one for each place where a run begins. */
export function shingleHashes(letters: Uint16Array, size: number): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, letters.length - size + 1));
  for (let start = 0; start < hashes.length; start += 1) {
    let hash = 0x811c9dc5;
    for (let index = start; index < start + size; index += 1) hash = Math.imul(hash ^ (letters[index] as number), 0x01000193);
    hashes[start] = (hash ^ (hash >>> 15)) >>> 0;
  }
  return hashes;
}

/** Sorted, each value once. */
export function distinct(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.slice().sort();
  let count = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    if (index > 0 && sorted[index] === sorted[index - 1]) continue;
    sorted[count] = sorted[index] as number;
    count += 1;
  }
  return sorted.subarray(0, count);
}

/** How many values two sorted sets share. */
export function shared(first: Uint32Array, second: Uint32Array): number {
  let count = 0;
  let left = 0;
  let right = 0;
  while (left < first.length && right < second.length) {
    const difference = (first[left] as number) - (second[right] as number);
    if (difference === 0) count += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return count;
}
