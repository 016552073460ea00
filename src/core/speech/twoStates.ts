import type { Piece } from './sourceText.ts';

/**
 * A text parted into its own characters and the page's: a conditional random field with two states. What a way to part it counts is the
 * sum of what its characters count that are the page's, and of what each stretch's beginning and end count; the network's scores
 * were learnt as just that (`scripts/readers/learnGlued.py`).
 */

/** What each place of the text counts, its end as well, in logarithms. */
export interface GluedScores {
  readonly inside: Float64Array;
  readonly begins: Float64Array;
  readonly ends: Float64Array;
}

/** A stretch of the likeliest way; the text outside is its own. */
export interface ToldStretch extends Piece {
  /** The mean of the logarithms of the odds, over all ways, that each of its characters is the page's. */
  readonly mean: number;
}

/** No character counts for more. */
const most = 8;

/** The page's stretches as the likeliest way has them, ascending. */
export function tellStretches(scores: GluedScores): ToldStretch[] {
  const states = likeliestWay(scores);
  if (!states.includes(1)) return [];
  const odds = oddsOf(scores);
  const found: ToldStretch[] = [];
  for (let at = 0; at < states.length; at += 1) {
    if (states[at] === 0) continue;
    const start = at;
    while (at < states.length && states[at] === 1) at += 1;
    found.push({ start, end: at, mean: meanOdds(odds, { start, end: at }) });
  }
  return found;
}

/** The mean of the odds of a stretch that holds a character or more. */
export function meanOdds(odds: Float64Array, { start, end }: Piece): number {
  return odds.subarray(start, end).reduce((sum, own) => sum + Math.max(-most, Math.min(most, own)), 0) / (end - start);
}

/** For each character 1 where it is the page's in the way that counts most. */
function likeliestWay({ inside, begins, ends }: GluedScores): Uint8Array {
  const { length } = inside;
  const count = length - 1;
  // Whether the best way to here came from a page's character, for each state.
  const came = [new Uint8Array(count), new Uint8Array(count)] as const;
  let own = 0;
  let page = -Infinity;
  for (let at = 0; at < count; at += 1) {
    const closed = page + (ends[at] as number);
    const opened = own + (begins[at] as number);
    came[0][at] = closed > own ? 1 : 0;
    came[1][at] = page > opened ? 1 : 0;
    const next = Math.max(page, opened) + (inside[at] as number);
    own = Math.max(own, closed);
    page = next;
  }
  const states = new Uint8Array(count);
  let now: 0 | 1 = page + (ends[count] as number) > own ? 1 : 0;
  for (let at = count - 1; at >= 0; at -= 1) {
    states[at] = now;
    now = came[now][at] === 1 ? 1 : 0;
  }
  return states;
}

/** Logarithm of a sum of what is given by its logarithms. */
function together(one: number, other: number): number {
  const more = Math.max(one, other);
  return more === -Infinity ? more : more + Math.log1p(Math.exp(Math.min(one, other) - more));
}

/** For each character the logarithm of the odds, over all ways, that it is the page's. */
export function oddsOf({ inside, begins, ends }: GluedScores): Float64Array {
  const count = inside.length - 1;
  const odds = new Float64Array(count);
  let own = 0;
  let page = -Infinity;
  for (let at = 0; at < count; at += 1) {
    const next = together(page, own + (begins[at] as number)) + (inside[at] as number);
    own = together(own, page + (ends[at] as number));
    page = next;
    odds[at] = page - own;
  }
  let ownAfter = 0;
  let pageAfter = ends[count] as number;
  for (let at = count - 1; at >= 0; at -= 1) {
    odds[at] = (odds[at] as number) + pageAfter - ownAfter;
    const within = (inside[at] as number) + pageAfter;
    const before = together(ownAfter, (begins[at] as number) + within);
    pageAfter = together((ends[at] as number) + ownAfter, within);
    ownAfter = before;
  }
  return odds;
}
