import type { RankedCandidate } from './complete.ts';

/** When the list opens by itself. */
export interface OpeningRule {
  /** Fewest Han characters of a formulation that must stand before the cursor. */
  readonly characters: number;
  /**
   * Likelihood (0–1) that one of the first three is meant from which on mined wording opens the list: with no more than
   * these characters, and with more of them.
   */
  readonly surety: { readonly early: number; readonly late: number };
  /** How many more are asked of mined wording that is less sure, and of an overlap in the middle of a run of characters. */
  readonly more: { readonly mined: number; readonly inside: number };
  /** Fewest Latin letters, where pinyin is on. */
  readonly letters: number;
  /** Whether it opens at a chain's next place with nothing typed of it. */
  readonly chains: boolean;
}

export const standardOpening: OpeningRule = { characters: 3, surety: { early: 0.4, late: 0.3 }, more: { mined: 2, inside: 0 }, letters: 4, chains: true };

/** Least share of a link at which nothing typed is enough: below it, what comes next is anybody's guess. */
const surestLink = 0.2;

/** Whether a candidate is reason enough to open the list. Superseded wording never is. */
export function opensList({ chain, overlap, reason, entry, edit, atBoundary, likelihood }: RankedCandidate, rule: OpeningRule): boolean {
  if (entry.superseded !== undefined) return false;
  if (reason === 'chain') return rule.chains && (chain >= surestLink || overlap >= 1);
  if (reason === 'pinyin') return edit.replace >= rule.letters;
  const inside = atBoundary ? 0 : rule.more.inside;
  if (entry.origin !== 'mined') return overlap >= rule.characters + inside;
  const isLate = overlap >= rule.characters + rule.more.mined + inside;
  return overlap >= rule.characters + inside && likelihood >= (isLate ? rule.surety.late : rule.surety.early);
}
