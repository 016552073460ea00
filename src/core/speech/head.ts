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

/**
 * Where a head's words end: marks that close it are left out, but ？ and ！ are its own words, also where they part it from
 * a body in the same line. `end` is where the head was found to end, right before that mark or anywhere behind it.
 */
export function trimHead(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && /[\s。，；：:;,.、]/u.test(text.charAt(to - 1))) to -= 1;
  return to > from && to === end && /[？！?!]/u.test(text.charAt(to)) ? to + 1 : to;
}

const closers = /^(?:结束语|结语|前言|引言|序言|导言|尾声)$/u;

export function isClosingHead(heading: string): boolean {
  return closers.test(heading);
}
