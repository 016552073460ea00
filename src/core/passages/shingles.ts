import type { Span } from '../contracts.ts';
import { foldedUnits } from '../text/folding.ts';
import { isHan } from '../text/han.ts';

/** The Han characters, letters and digits of a text, folded; all else is left out of comparisons. */
export interface Letters {
  readonly units: Uint16Array;
  /** 1 for what stands in a formulation. */
  readonly bound: Uint8Array;
}

/** Whether a folded code unit counts in comparisons. */
export function isLetter(unit: number): boolean {
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

/** The letters of a stored text's code units, which are not folded yet. */
export function letterUnits(text: Uint16Array, from: number, to: number): Uint16Array {
  const units = new Uint16Array(to - from);
  let count = 0;
  for (let place = from; place < to; place += 1) {
    let unit = text[place] as number;
    if (unit < 0x4e00 || unit > 0x9fff) {
      unit = foldedUnits[unit] as number;
      if (!isLetter(unit)) continue;
    }
    units[count++] = unit;
  }
  return units.subarray(0, count);
}

/** Length of the runs by which texts are compared. */
export const shingleSize = 3;

/** A 32-bit hash of three letters in a row. */
export function shingleHash(first: number, second: number, third: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
}

/** Hashes of a text's shingles, sorted, each once. */
export function shingleSet(letters: Uint16Array): Int32Array {
  const hashes = new Int32Array(Math.max(0, letters.length - shingleSize + 1));
  for (let start = 0; start < hashes.length; start += 1) {
    hashes[start] = shingleHash(letters[start] as number, letters[start + 1] as number, letters[start + 2] as number);
  }
  hashes.sort();
  let count = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    if (index > 0 && hashes[index] === hashes[index - 1]) continue;
    hashes[count] = hashes[index] as number;
    count += 1;
  }
  return hashes.subarray(0, count);
}

/** How many values two sorted sets share. */
export function shared(first: Int32Array, second: Int32Array): number {
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

const sketchSize = 32;
const none = 0x7fffffff;

/**
 * A text's shingles in 32 numbers, for comparing texts roughly: the smallest hash of each of 32 classes ("one permutation
 * hashing", Li, Owen and Zhang 2012).
 */
export function sketchOf(letters: Uint16Array): Int32Array {
  const sketch = new Int32Array(sketchSize).fill(none);
  for (let start = 0; start + shingleSize <= letters.length; start += 1) {
    const hash = shingleHash(letters[start] as number, letters[start + 1] as number, letters[start + 2] as number);
    const place = hash & (sketchSize - 1);
    const value = hash >>> 5;
    if (value < (sketch[place] as number)) sketch[place] = value;
  }
  return sketch;
}

/** About the share of the shingles of both that are common to both; 1 where neither has any. */
export function roughlyAlike(first: Int32Array, second: Int32Array): number {
  let common = 0;
  let unused = 0;
  for (let place = 0; place < sketchSize; place += 1) {
    if (first[place] !== second[place]) continue;
    if (first[place] === none) unused += 1;
    else common += 1;
  }
  return unused === sketchSize ? 1 : common / (sketchSize - unused);
}
