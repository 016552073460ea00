import { isHan } from '../text/han.ts';
import { bm25 } from './ranking.ts';

/**
 * Likeness by pairs of characters: what whole terms miss. 科技工作者 and 科技人才 share no term and say nearly the same;
 * they share a pair. A pair inside a term weighs as the term does, a pair across two terms a fixed little.
 */
export class BigramMeter {
  private readonly weights: ReadonlyMap<number, number>;
  private readonly total: number;
  private readonly b: number;

  /** `letters` is the length of the draft. */
  constructor(weights: ReadonlyMap<number, number>, letters: number) {
    this.weights = weights;
    this.b = pairLengths.b * Math.min(1, letters / pairLengths.wholeDraft);
    let total = 0;
    for (const weight of weights.values()) total += weight;
    this.total = total;
  }

  /** BM25 over pairs as a share of the most there could be: 0–1 for a passage of usual length. */
  likeness(text: string): number {
    if (this.total === 0) return 0;
    const counts = new Map<number, number>();
    let pairs = 0;
    eachPair(text, (pair) => {
      pairs += 1;
      if (this.weights.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    });
    const norm = bm25.k1 * (1 - this.b + (this.b * pairs) / pairLengths.pivot);
    let score = 0;
    for (const [pair, count] of counts) score += ((this.weights.get(pair) ?? 0) * count * (bm25.k1 + 1)) / (count + norm);
    return score / (this.total * (bm25.k1 + 1));
  }
}

/** Length matters more here than in the first stage: a long paragraph holds many pairs by chance. */
export const pairLengths = {
  b: 0.8,
  /** A shorter draft is a beginning, which says nothing of how long a passage should be. */
  wholeDraft: 100,
  /** Pairs in a usual paragraph. */
  pivot: 130,
} as const;

/** Calls with each pair of Han characters that stand side by side, as one number, and where it begins. */
export function eachPair(text: string, visit: (pair: number, start: number) => void): void {
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const han = unit >= 0x4e00 && unit <= 0x9fff ? true : unit >= 0x3007 && isHan(unit);
    if (han && before !== 0) visit(before * 65536 + unit, index - 1);
    before = han ? unit : 0;
  }
}
