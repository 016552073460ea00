import type { Span, WordMeanings } from '../text/wordMeanings.ts';

/** How many of the best by wording are compared by meaning too. More of them change the mean and find nothing more. */
export const mostCompared = 64;

/** Fewer candidates do not tell what is common to all of them. */
export const fewestCompared = 24;

/** What candidates count that are not among the best by wording: few of the compared ones are less like the draft. */
export const notCompared = -0.3;

/**
 * Likeness of meaning: how close the sum of a passage's term vectors is to the draft's, among the candidates of one answer.
 *
 * Sums of whole paragraphs are close to each other whatever they speak of, because most words are those of the register. What
 * the candidates of one answer have in common is therefore taken out first: their mean.
 */
export class MeaningLikeness {
  private readonly meanings: WordMeanings;
  /** The draft's vector, then one of each candidate, all of length 1. */
  private readonly vectors: Float32Array;
  private readonly squares = new Float32Array(mostCompared + 1);
  private count = 0;

  /** `weight` says how much a place of the draft counts. */
  constructor(meanings: WordMeanings, draft: Span, weight: (place: number) => number) {
    this.meanings = meanings;
    this.vectors = new Float32Array(meanings.dims * (mostCompared + 1));
    meanings.weighted(draft, weight, this.vectors);
    this.scaleTo1(0);
  }

  /** Takes the next candidate; at most `mostCompared`. */
  add(passage: Span): void {
    this.count += 1;
    this.meanings.sum(passage, this.vectors, this.count * this.meanings.dims);
    this.scaleTo1(this.count);
  }

  /** Likeness (−1 to 1) of each candidate, in the order in which they were taken; all 0 where there are too few. */
  likenesses(): Float32Array {
    const { vectors, count, squares } = this;
    const { dims } = this.meanings;
    const likenesses = new Float32Array(count);
    if (count < fewestCompared) return likenesses;
    const mean = new Float64Array(dims);
    for (let each = 1; each <= count; each += 1) {
      for (let index = 0, at = each * dims; index < dims; index += 1) mean[index] = (mean[index] as number) + (vectors[at + index] as number) / count;
    }
    const draft = Float64Array.from(mean, (value, index) => (vectors[index] as number) - value);
    const ofMean = dot(mean, mean, 0);
    const between = dot(mean, draft, 0);
    const length = Math.sqrt(dot(draft, draft, 0));
    for (let each = 1; each <= count; each += 1) {
      // The candidate without the mean is never made: its products follow from those of the whole one.
      let toDraft = -between;
      let toMean = 0;
      for (let index = 0, at = each * dims; index < dims; index += 1) {
        const value = vectors[at + index] as number;
        toDraft += value * (draft[index] as number);
        toMean += value * (mean[index] as number);
      }
      const own = (squares[each] as number) - 2 * toMean + ofMean;
      likenesses[each - 1] = own < nothing || length < nothing ? 0 : toDraft / (Math.sqrt(own) * length);
    }
    return likenesses;
  }

  /** What is next to nothing, because a text has no known term, stays nothing. */
  private scaleTo1(number: number): void {
    const { dims } = this.meanings;
    const at = number * dims;
    const square = dot(this.vectors, this.vectors.subarray(at, at + dims), at);
    const factor = square < nothing ? 0 : 1 / Math.sqrt(square);
    for (let index = at; index < at + dims; index += 1) this.vectors[index] = (this.vectors[index] as number) * factor;
    this.squares[number] = factor === 0 ? 0 : 1;
  }
}

const nothing = 1e-6;

function dot(from: Float32Array | Float64Array, other: Float32Array | Float64Array, at: number): number {
  let sum = 0;
  for (let index = 0; index < other.length; index += 1) sum += (from[at + index] as number) * (other[index] as number);
  return sum;
}
