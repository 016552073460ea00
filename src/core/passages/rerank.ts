import type { ParagraphRole } from '../contracts.ts';
import type { Common } from './draftMeter.ts';
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
  /** Likeness of meaning, for a draft of a whole paragraph. */
  meaning: 0.6,
} as const;

/** A draft of so few letters is a beginning: its wording is a better sign than the meaning of so few words. */
const beginning = 25;
const wholeDraft = 60;

/** What a term inside a formulation weighs in the draft's meaning. */
export const meaningInFormulation = 0.5;

/** The weight of likeness of meaning for a draft. */
export function meaningWeight(draft: Pick<DraftFacts, 'letters'>): number {
  return rerankWeights.meaning * Math.max(0, Math.min(1, (draft.letters - beginning) / (wholeDraft - beginning)));
}

export function isWholeParagraph(draft: Pick<DraftFacts, 'letters'>): boolean {
  return draft.letters >= wholeDraft;
}

/** What is known of the draft beside its text. */
export interface DraftFacts {
  readonly letters: number;
  readonly occasion: string | null;
  readonly role: ParagraphRole | null;
}

/** What is known of a passage beside its text. */
export interface PassageFacts {
  readonly occasion: string | null;
  readonly role: ParagraphRole;
  /** Share (0–1) of the draft's terms that stand in its headings and title. */
  readonly heading: number;
}

/** The second stage's part of a passage's score. */
export function likeness(draft: DraftFacts, passage: PassageFacts, common: Readonly<Common>): number {
  const longer = Math.max(draft.letters, common.letters, 1);
  const length = Math.min(draft.letters, common.letters) / longer;
  const occasion = draft.occasion !== null && draft.occasion === passage.occasion ? 1 : 0;
  const role = draft.role !== null && draft.role !== 'body' && draft.role === passage.role ? 1 : 0;
  return (
    rerankWeights.pairs * common.pairs +
    rerankWeights.shingles * common.shingles +
    rerankWeights.order * common.order +
    rerankWeights.length * length +
    rerankWeights.occasion * occasion +
    rerankWeights.role * role +
    rerankWeights.heading * passage.heading
  );
}

/** The share of the terms, by weight, that stand in a passage's headings. */
export function headingShare(terms: readonly QueryTerm[], headings: string): number {
  let all = 0;
  let found = 0;
  for (const { term, weight } of terms) {
    all += weight;
    if (headings.includes(term)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}
