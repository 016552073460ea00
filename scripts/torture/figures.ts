/** What came of a kind of trouble. `lost` must be 0: an answer that is wrong without a word, or committed text missing. */
export interface Figures {
  readonly tried: number;
  /** Everything was there and right. */
  readonly survived: number;
  /** The damage was named; after rebuilding everything was there and right. */
  readonly detected: number;
  readonly lost: number;
  /** Times that something half written was left on disk, which the next commit removes. */
  readonly unfinished?: number;
}
