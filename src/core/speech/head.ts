import type { Ordinal } from './ordinals.ts';

/** A head as it stands in a block. All offsets count in the block's text. */
export interface Head {
  readonly block: number;
  /** Where the ordinal begins, or the head's words where there is none. */
  readonly start: number;
  readonly from: number;
  readonly end: number;
  /** Where the body begins, behind the mark that closes the head. */
  readonly bodyStart: number;
  readonly ordinal: Ordinal | null;
  /** The level that the format gives, 2 for the speech's own top heads; `null` where the format tells nothing. */
  readonly level: number | null;
  /** Set inside run-on text rather than at a block's start. */
  readonly inline: boolean;
}
