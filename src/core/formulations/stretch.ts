/** A stretch of a sentence, in code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
