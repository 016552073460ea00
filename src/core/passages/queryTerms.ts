import type { Span } from '../contracts.ts';
import { indexTerm } from '../text/indexTerm.ts';
import type { Segmenter } from '../text/segmenter.ts';
import { inverseFrequency } from './ranking.ts';

export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

/** What makes a term of the draft telling. Each figure is moved by a test. */
export const termWeights = {
  /** Terms of the draft that are searched for; more cost time and find the same. */
  most: 24,
  /** A term inside a formulation, as a share of its weight elsewhere. */
  inFormulation: 0.2,
  /** One character is rarely a whole word; segmenters leave them over. */
  oneCharacter: 0.45,
  /** Digits and letters: years and amounts tie a paragraph to a place in time, not to a point. */
  notHan: 0.5,
  /** A term of the headings above the draft paragraph that does not stand in it. */
  inHeading: 0.3,
  /** Repetition in the draft raises a weight up to this factor. */
  repeated: 1.5,
  /** Terms in more than this share of all paragraphs are not searched for while there are others. */
  commonShare: 0.2,
} as const;

export interface Frequencies {
  /** Number of paragraphs that hold a term. */
  count(term: string): number;
  readonly paragraphs: number;
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

function occurrences(draft: DraftText, segmenter: Segmenter): Map<string, Occurrences> {
  const found = new Map<string, Occurrences>();
  const at = (term: string): Occurrences => {
    const known = found.get(term);
    if (known !== undefined) return known;
    const made = { free: 0, bound: 0, heading: false };
    found.set(term, made);
    return made;
  };
  let offset = 0;
  let next = 0;
  for (const piece of segmenter.cut(draft.text)) {
    const end = offset + piece.length;
    while (next < draft.formulations.length && (draft.formulations[next]?.end ?? 0) <= offset) next += 1;
    const inside = (draft.formulations[next]?.start ?? Infinity) < end;
    const term = indexTerm(piece);
    if (term !== null) {
      if (inside) at(term).bound += 1;
      else at(term).free += 1;
    }
    offset = end;
  }
  for (const heading of draft.headings) {
    for (const piece of segmenter.cut(heading)) {
      const term = indexTerm(piece);
      if (term !== null) at(term).heading = true;
    }
  }
  return found;
}

function isHanTerm(term: string): boolean {
  return /^\p{Script=Han}/u.test(term);
}

/** The draft's most telling terms with their weights, heaviest first. */
export function chooseTerms(draft: DraftText, segmenter: Segmenter, library: Frequencies): QueryTerm[] {
  const weighted: (QueryTerm & { common: boolean })[] = [];
  for (const [term, { free, bound, heading }] of occurrences(draft, segmenter)) {
    const count = library.count(term);
    if (count === 0) continue;
    let weight = inverseFrequency(count, library.paragraphs);
    if (free > 0) weight *= 1 + (termWeights.repeated - 1) * (1 - 1 / free);
    else if (bound > 0) weight *= termWeights.inFormulation;
    else if (heading) weight *= termWeights.inHeading;
    if ([...term].length === 1) weight *= termWeights.oneCharacter;
    if (!isHanTerm(term)) weight *= termWeights.notHan;
    weighted.push({ term, weight, common: count > library.paragraphs * termWeights.commonShare });
  }
  weighted.sort((left, right) => right.weight - left.weight);
  const telling = weighted.filter((each) => !each.common);
  const chosen = telling.length >= 4 ? telling : weighted;
  return chosen.slice(0, termWeights.most).map(({ term, weight }) => ({ term, weight }));
}
