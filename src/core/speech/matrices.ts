import { unpackBits } from './knownWords.ts';

/** Matrices of a network that were packed one behind the other, a byte a weight, which counts as many of the matrix's steps. */
export function unpackMatrices(packed: string, lengths: readonly number[], steps: readonly number[]): Float64Array[] {
  const bytes = unpackBits(packed);
  let at = 0;
  return lengths.map((length, matrix) => {
    const values = new Float64Array(length);
    const step = steps[matrix] ?? 0;
    for (let index = 0; index < length; index += 1) values[index] = (((bytes[at + index] as number) << 24) >> 24) * step;
    at += length;
    return values;
  });
}
