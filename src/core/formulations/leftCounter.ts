import type { LeftContext, LeftShares } from './leftContext.ts';
import { leftPlaces, usualPlaces } from './leftContext.ts';

/** How many pairs of characters are followed at a time. */
const followed = 12;

/** Sightings that nobody made, at the usual places: three that agree by chance must not look like a rule. */
const unseen = 3;

/** Least share of the sightings at which two characters before an expression are worth keeping. */
const worthKeeping = 0.04;

/**
 * Counts what stands before an expression: every place, and the pairs of characters that recur, by the frequent-items sketch
 * of Misra and Gries (1982), because most of what is counted is thrown away in the end.
 */
export class LeftCounter {
  private readonly placeCounts = [0, 0, 0, 0, 0];
  private tails: string[] = [];
  private counts: number[] = [];
  private total = 0;

  count({ place, tail }: LeftContext): void {
    this.total += 1;
    const index = leftPlaces.indexOf(place);
    this.placeCounts[index] = (this.placeCounts[index] ?? 0) + 1;
    if (tail.length < 2) return;
    const known = this.tails.indexOf(tail);
    if (known >= 0) {
      this.counts[known] = (this.counts[known] ?? 0) + 1;
    } else if (this.tails.length < followed) {
      this.tails.push(tail);
      this.counts.push(1);
    } else {
      const kept = this.counts.map((count) => count - 1);
      this.tails = this.tails.filter((_, at) => (kept[at] ?? 0) > 0);
      this.counts = kept.filter((count) => count > 0);
    }
  }

  /** Shares of the places alone. */
  places(): LeftShares {
    return Object.fromEntries(
      leftPlaces.flatMap((place, index): [string, number][] => {
        const share = rounded(((this.placeCounts[index] ?? 0) + unseen * usualPlaces[place]) / (this.total + unseen));
        return share > 0 ? [[place, share]] : [];
      }),
    );
  }

  /** Shares of the places, and of the characters that recur. */
  shares(): LeftShares {
    const shares: Record<string, number> = { ...this.places() };
    for (const [index, tail] of this.tails.entries()) {
      const count = this.counts[index] ?? 0;
      const share = count / (this.total + unseen);
      if (count >= 2 && share >= worthKeeping) shares[tail] = rounded(share);
    }
    return shares;
  }
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}
