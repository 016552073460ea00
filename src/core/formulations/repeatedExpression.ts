import type { LeftShares } from './leftContext.ts';

/** Wording that is repeated in several documents. */
export interface RepeatedExpression<Place> {
  readonly text: string;
  readonly documents: number;
  readonly example: Place;
  /** What stands before it. */
  readonly left: LeftShares;
  /** How much more recent its documents are than the others (see recency.ts): about ±3, 0 where no days are known. */
  readonly lately: number;
  /** In which share (0–1) of all cases its first three, four, five and six characters go on as it does. */
  readonly begun: readonly number[];
}

/** An expression whose beginnings are not counted yet. */
export type CountedExpression<Place> = Omit<RepeatedExpression<Place>, 'begun'>;
