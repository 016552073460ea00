import { beginningLengths } from './beginningShares.ts';
import type { Candidate } from './candidate.ts';

/**
 * How sure it is that one of the first three candidates is meant, as the logarithm of the odds: a sum over what is known of
 * the list. Fitted by logistic regression on two half-years of news typed key by key, with 5,000 and with 50,000 entries
 * (docs/completion.md); what follows describes the first candidate unless it says otherwise.
 */
export const suretyWeights = {
  constant: -4.95,
  /** For each key unit of the longest overlap among the first three, up to 8; and once from three on. */
  overlap: 0.14,
  threeUnits: 0.96,
  /** Wording that was only found repeated. */
  mined: -0.96,
  atBoundary: 0.51,
  /** Times the share (0–1) that the first three have of all, each candidate counting e to half its score. */
  ahead: 1.14,
  /** Times log2 (0–5.7) of the share of its sightings with the two characters that stand before it. */
  tail: 0.16,
  /** Nothing is known of what stands before it. */
  unknownLeft: -0.91,
  /** Times log2 of the characters it would save: long things are meant more seldom. */
  gain: -0.54,
  score: 0.14,
  /** Times the share (0–1) of all cases in which what is typed goes on as one of the first three, as far as counted. */
  goesOn: 2.65,
  /** Times the largest such share of one candidate, wherever it stands. */
  likeliest: 0.43,
  /** For none of the first three is it counted. */
  uncounted: 0.77,
} as const;

export type SuretyWeights = { readonly [name in keyof typeof suretyWeights]: number };

type Scored = Candidate & { readonly score: number };

/** How many of the list count as seen, and how many are compared. */
const seen = 3;
export const compared = 12;

/** Likelihood (0–1) that one of the first three of a ranked list is meant. */
export function suretyOf(ranked: readonly Scored[], weights: SuretyWeights = suretyWeights): number {
  const [first] = ranked;
  if (first === undefined) return 0;
  const parts = ranked.slice(0, compared).map(({ score }) => Math.exp((score - first.score) / 2));
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const overlap = Math.max(...ranked.slice(0, seen).map((candidate) => candidate.overlap));
  const { entry, left, edit } = first;
  let odds = weights.constant + weights.overlap * Math.min(overlap, 8) + (overlap >= 3 ? weights.threeUnits : 0);
  if (entry.origin === 'mined') odds += weights.mined;
  if (first.atBoundary) odds += weights.atBoundary;
  odds += weights.ahead * (sum(parts.slice(0, seen)) / sum(parts));
  if (left === null || entry.left === undefined) odds += weights.unknownLeft;
  else odds += weights.tail * Math.log2(((entry.left[left.tail] ?? 0) + 0.02) / 0.02);
  odds += weights.gain * Math.log2(Math.max(1, edit.insert.length - edit.replace)) + weights.score * first.score;
  const shares = ranked.slice(0, compared).map(shareBegun);
  const counted = shares.slice(0, seen).filter((share) => share !== null);
  odds += weights.goesOn * Math.min(1, sum(counted)) + weights.likeliest * Math.max(0, ...shares.map((share) => share ?? 0));
  if (counted.length === 0) odds += weights.uncounted;
  return 1 / (1 + Math.exp(-odds));
}

/** In which share of all cases what is typed of a candidate goes on as it does; `null` where that was not counted. */
function shareBegun({ entry, fromStart, overlap, reason }: Scored): number | null {
  const [shortest, longest] = beginningLengths;
  if (!fromStart || reason === 'chain') return null;
  return entry.begun?.[Math.min(longest, Math.max(shortest, overlap)) - shortest] ?? null;
}

/** Tells the first three how sure it is that one of them is meant, and the others nothing. */
export function withLikelihood<T extends Scored>(ranked: readonly T[]): (T & { readonly likelihood: number })[] {
  const surety = suretyOf(ranked);
  return ranked.map((candidate, index) => ({ ...candidate, likelihood: index < seen ? surety : 0 }));
}
