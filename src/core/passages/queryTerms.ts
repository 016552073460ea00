import type { Span } from '../contracts.ts';
import { indexTerm } from '../text/indexTerm.ts';
import type { Segmenter } from '../text/segmenter.ts';
import { earlyShare, eachPair } from './draftMeter.ts';
import { inverseFrequency } from './ranking.ts';
import type { Segment } from './segment.ts';

export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** What makes a term of the draft telling. Each figure is moved by a test. */
export const termWeights = {
  /** Terms of the draft that are searched for; more cost time and find the same. */
  most: 48,
  /** A term inside a formulation, as a share of its weight elsewhere. */
  inFormulation: 0.4,
  /** One character is rarely a whole word; segmenters leave them over. */
  oneCharacter: 0.45,
  /** Digits and letters: years and amounts tie a paragraph to a place in time, not to a point. */
  notHan: 0.5,
  /** A term of the headings above the draft paragraph that does not stand in it. */
  inHeading: 0.3,
  /** Repetition in the draft raises a weight up to this factor. */
  repeated: 1.5,
  /** Terms in more than this share of all paragraphs are not searched for while there are others. */
  commonShare: 0.1,
  /** Weight of a pair of characters that belong to two neighbouring terms. */
  acrossTerms: 3,
} as const;

export interface Frequencies {
  /** Number of paragraphs that hold a term. */
  count(term: string): number;
  readonly paragraphs: number;
}

/** Frequencies over the segments that a query sees. */
export function frequencies(visible: readonly { readonly segment: Segment }[]): Frequencies {
  return {
    count: (term) => visible.reduce((sum, { segment }) => sum + (segment.find(term)?.count ?? 0), 0),
    paragraphs: visible.reduce((sum, { segment }) => sum + segment.counts.paragraphs, 0),
  };
}

export interface DraftText {
  /** The draft paragraph, folded. */
  readonly text: string;
  /** Where formulations stand in it. */
  readonly formulations: readonly Span[];
  readonly headings: readonly string[];
}

interface Occurrences {
  /** Occurrences outside formulations. */
  free: number;
  bound: number;
  heading: boolean;
}

/** A piece of the draft as the segmenter cuts it. */
interface Piece {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly bound: boolean;
}

function piecesOf(draft: DraftText, segmenter: Segmenter): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let next = 0;
  for (const piece of segmenter.cut(draft.text)) {
    const end = start + piece.length;
    while (next < draft.formulations.length && (draft.formulations[next]?.end ?? 0) <= start) next += 1;
    const bound = (draft.formulations[next]?.start ?? Infinity) < end;
    const term = indexTerm(piece);
    if (term !== null) pieces.push({ term, start, end, bound });
    start = end;
  }
  return pieces;
}

function occurrences(pieces: readonly Piece[], draft: DraftText, segmenter: Segmenter): Map<string, Occurrences> {
  const found = new Map<string, Occurrences>();
  const at = (term: string): Occurrences => {
    const known = found.get(term);
    if (known !== undefined) return known;
    const made = { free: 0, bound: 0, heading: false };
    found.set(term, made);
    return made;
  };
  for (const { term, bound } of pieces) {
    if (bound) at(term).bound += 1;
    else at(term).free += 1;
  }
  for (const heading of draft.headings) {
    for (const piece of segmenter.cut(heading)) {
      const term = indexTerm(piece);
      if (term !== null) at(term).heading = true;
    }
  }
  return found;
}

/** Most terms begin with one of the common characters; the others are looked at more closely. */
function isHanTerm(term: string): boolean {
  const first = term.charCodeAt(0);
  return (first >= 0x4e00 && first <= 0x9fff) || /^\p{Script=Han}/u.test(term);
}

function isOneCharacter(term: string): boolean {
  return term.length === 1 || (term.length === 2 && [...term].length === 1);
}

/** What a draft paragraph is searched with. */
export interface DraftQuery {
  /** The most telling terms with their weights, heaviest first. */
  readonly terms: readonly QueryTerm[];
  /** Weights of the pairs of characters in the draft, by `pairKey`. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** Chooses what to search for. */
export function queryOf(draft: DraftText, segmenter: Segmenter, library: Frequencies): DraftQuery {
  const pieces = piecesOf(draft, segmenter);
  const weights = new Map<string, { weight: number; common: boolean; known: boolean }>();
  for (const [term, { free, bound, heading }] of occurrences(pieces, draft, segmenter)) {
    const count = library.count(term);
    let weight = inverseFrequency(Math.max(count, 1), library.paragraphs);
    if (free > 0) weight *= 1 + (termWeights.repeated - 1) * (1 - 1 / free);
    else if (bound > 0) weight *= termWeights.inFormulation;
    else if (heading) weight *= termWeights.inHeading;
    if (isOneCharacter(term)) weight *= termWeights.oneCharacter;
    if (!isHanTerm(term)) weight *= termWeights.notHan;
    weights.set(term, { weight, common: count > library.paragraphs * termWeights.commonShare, known: count > 0 });
  }
  const weighted = [...weights]
    .filter(([, { known }]) => known)
    .map(([term, { weight, common }]) => ({ term, weight, common }))
    .sort((left, right) => right.weight - left.weight);
  const telling = weighted.filter((each) => !each.common);
  const chosen = telling.length >= 4 ? telling : weighted;
  return {
    terms: chosen.slice(0, termWeights.most).map(({ term, weight }) => ({ term, weight })),
    pairs: pairWeights(draft.text, pieces, (term) => weights.get(term)?.weight ?? 0),
  };
}

/** The draft's most telling terms, for engines that take nothing else. */
export function chooseTerms(draft: DraftText, segmenter: Segmenter, library: Frequencies): QueryTerm[] {
  return [...queryOf(draft, segmenter, library).terms];
}

/** A pair inside a term weighs as the term, shared among its pairs; a pair across terms a little; each less the later it comes. */
function pairWeights(text: string, pieces: readonly Piece[], weightOf: (term: string) => number): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  let next = 0;
  eachPair(text, (pair, start) => {
    while (next < pieces.length && (pieces[next]?.end ?? 0) <= start) next += 1;
    const piece = pieces[next];
    if (piece === undefined || piece.start > start) return;
    const inside = start + 2 <= piece.end;
    const share = inside ? weightOf(piece.term) / Math.sqrt(piece.end - piece.start - 1) : termWeights.acrossTerms * (piece.bound ? termWeights.inFormulation : 1);
    weights.set(pair, Math.max(weights.get(pair) ?? 0, share * earlyShare(start)));
  });
  return weights;
}
