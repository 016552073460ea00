import type { ParagraphRole } from '../contracts.ts';
import type { BigramMeter } from './bigramLikeness.ts';
import type { Letters } from './shingles.ts';
import { distinct, shared, shingleHashes } from './shingles.ts';
import type { QueryTerm } from './queryTerms.ts';

/** The weights of the second stage, beside 1 for the first stage's share of the best possible score. */
export const rerankWeights = {
  /** Likeness by pairs of characters. */
  pairs: 4,
  /** Share of the draft's three-character runs, outside formulations, that stand in the passage too. */
  shingles: 2,
  /** Share of neighbouring terms of the draft that stand in the same order in the passage. */
  order: 0.3,
  /** Likeness of length, 1 for the same. */
  length: 0.02,
  /** Same kind of meeting. */
  occasion: 0.04,
  /** Does the same in its speech: closings for a closing. */
  role: 0.06,
  /** Share of the draft's terms that stand in the passage's headings and title. */
  heading: 0.12,
} as const;

export const shingleSize = 3;

/** The draft as the second stage needs it. */
export interface DraftProfile {
  readonly terms: readonly QueryTerm[];
  /** The terms in the order of their first place in the draft. */
  readonly order: readonly string[];
  readonly pairs: BigramMeter;
  readonly shingles: Uint32Array;
  readonly letters: number;
  readonly occasion: string | null;
  readonly role: ParagraphRole | null;
}

export interface PassageProfile {
  /** Folded text. */
  readonly text: string;
  readonly shingles: Uint32Array;
  readonly letters: number;
  readonly occasion: string | null;
  readonly role: ParagraphRole;
  /** Title and headings, folded. */
  readonly headings: string;
}

/** Distinct shingles of a text, those that stand wholly in formulations left out. */
export function topicShingles(letters: Letters): Uint32Array {
  const hashes = shingleHashes(letters.units, shingleSize);
  let count = 0;
  for (let start = 0; start < hashes.length; start += 1) {
    let bound = 0;
    for (let index = start; index < start + shingleSize; index += 1) bound += letters.bound[index] as number;
    if (bound === shingleSize) continue;
    hashes[count] = hashes[start] as number;
    count += 1;
  }
  return distinct(hashes.subarray(0, count));
}

/** The second stage's part of a passage's score. */
export function likeness(draft: DraftProfile, passage: PassageProfile): number {
  const shingles = draft.shingles.length === 0 ? 0 : shared(draft.shingles, passage.shingles) / draft.shingles.length;
  const longer = Math.max(draft.letters, passage.letters, 1);
  const length = Math.min(draft.letters, passage.letters) / longer;
  const occasion = draft.occasion !== null && draft.occasion === passage.occasion ? 1 : 0;
  const role = draft.role !== null && draft.role !== 'body' && draft.role === passage.role ? 1 : 0;
  return (
    rerankWeights.pairs * draft.pairs.likeness(passage.text) +
    rerankWeights.shingles * shingles +
    rerankWeights.order * sameOrder(draft.order, passage.text) +
    rerankWeights.length * length +
    rerankWeights.occasion * occasion +
    rerankWeights.role * role +
    rerankWeights.heading * headingShare(draft.terms, passage.headings)
  );
}

function sameOrder(order: readonly string[], text: string): number {
  if (order.length < 2) return 0;
  const places = order.map((term) => text.indexOf(term)).filter((place) => place >= 0);
  let kept = 0;
  for (let index = 1; index < places.length; index += 1) {
    if ((places[index] as number) > (places[index - 1] as number)) kept += 1;
  }
  return kept / (order.length - 1);
}

function headingShare(terms: readonly QueryTerm[], headings: string): number {
  let all = 0;
  let found = 0;
  for (const { term, weight } of terms) {
    all += weight;
    if (headings.includes(term)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
