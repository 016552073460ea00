/** Samples that are drawn. */
const samples = 4_000;

export interface MeanDifference {
  readonly mean: number;
  /** Ends of the 95 % interval. */
  readonly low: number;
  readonly high: number;
}

/** The mean of paired differences with its interval by the bootstrap (Efron 1979): samples of the lists, the same each time. */
export function meanDifference(differences: readonly number[]): MeanDifference {
  const count = differences.length;
  if (count === 0) return { mean: 0, low: 0, high: 0 };
  let state = 1;
  const drawn = Float64Array.from({ length: samples }, () => {
    let sum = 0;
    for (let each = 0; each < count; each += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      sum += differences[Math.floor((state / 2 ** 32) * count)] ?? 0;
    }
    return sum / count;
  }).sort();
  const mean = differences.reduce((sum, each) => sum + each, 0) / count;
  return { mean, low: drawn[Math.floor(samples * 0.025)] ?? mean, high: drawn[Math.floor(samples * 0.975)] ?? mean };
}
