import type { Candidate } from './candidate.ts';

/** When the list opens by itself. */
export interface OpeningRule {
  /** Fewest Han characters of a formulation that must stand before the cursor. */
  readonly characters: number;
  /** How many more are asked of mined wording, and of an overlap that starts in the middle of a run of characters. */
  readonly more: { readonly mined: number; readonly inside: number };
  /** Fewest Latin letters, where pinyin is on. */
  readonly letters: number;
  /** Whether it opens at a chain's next place with nothing typed of it. */
  readonly chains: boolean;
}

export const standardOpening: OpeningRule = { characters: 3, more: { mined: 1, inside: 0 }, letters: 4, chains: true };

/** Least share of a link at which nothing typed is enough: below it, what comes next is anybody's guess. */
const surestLink = 0.2;

/** Whether a candidate is reason enough to open the list. Superseded wording never is. */
export function opensList({ chain, overlap, reason, entry, edit, atBoundary }: Candidate, rule: OpeningRule): boolean {
  if (entry.superseded !== undefined) return false;
  if (reason === 'chain') return rule.chains && (chain >= surestLink || overlap >= 1);
  if (reason === 'pinyin') return edit.replace >= rule.letters;
  const more = (entry.origin === 'mined' ? rule.more.mined : 0) + (atBoundary ? 0 : rule.more.inside);
  return overlap >= rule.characters + more;
}
