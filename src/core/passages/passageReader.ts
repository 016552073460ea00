import { fold } from '../text/folding.ts';
import type { Candidate as Found, SearchedSegment } from './candidates.ts';
import { CandidateFinder } from './candidates.ts';
import { DecodedTexts, stringOf } from './codebook.ts';
import { fingerprint, sameUnits } from './fingerprint.ts';
import type { Hit, Place, Placed, ShelvedSegment } from './passageHit.ts';
import { fileOf } from './passageHit.ts';
import type { QueryTerm } from './queryTerms.ts';
import { letterUnits, sketchOf } from './shingles.ts';
import type { Rated } from './variety.ts';

/**
 * How many paragraphs the first stage hands on, and how much of them is compared, in code units: the time of an answer is that
 * of the text that is compared. What beginnings have in common decides between paragraphs; the first candidates are compared in
 * whole, about. A draft of one sentence has few terms, which leave time to compare more: it may stand far behind.
 */
export const firstStage = { most: 112, compared: 128, first: 12, comparedOfFirst: 2000, withSentence: { most: 200, compared: 600 } } as const;

/** A segment that one query may see, with what the library knows of it. */
export interface Visible extends SearchedSegment {
  readonly shelf: ShelvedSegment;
}

/** A paragraph that the first stage found, with its exact copies. Its code units stand in the reader's buffer. */
export interface Candidate extends Placed {
  readonly score: number;
  readonly from: number;
  readonly to: number;
  /** Code units of the whole text; more than stand in the buffer where that is its beginning, and then about so many. */
  readonly whole: number;
  readonly isCut: boolean;
}

/** A candidate as it is compared with others. */
export interface Sketched extends Candidate, Rated {}

/** How many candidates a query needs at least, and how much of their texts is compared. */
interface Wanted {
  readonly limit: number;
  readonly most?: number;
  readonly compared?: number;
}

/** The first stage, and all that reads stored texts: every candidate is decoded once, into one buffer. */
export class PassageReader {
  private readonly finder = new CandidateFinder();
  /** The texts of the candidates of one answer. */
  private readonly decoded = new DecodedTexts();

  /** Candidates' texts, from `from` to `to` of each; valid until the next answer. */
  get units(): Uint16Array {
    return this.decoded.units.array;
  }

  /**
   * Reads the best candidates into the buffer, `most` of them and a few more than `limit` at least, exact copies of one
   * paragraph taken together.
   */
  best(visible: readonly Visible[], terms: readonly QueryTerm[], { limit, most: usual = firstStage.most, compared = firstStage.compared }: Wanted): Candidate[] {
    const wanted = Math.max(usual, limit + firstStage.first);
    // A paragraph that stands in hundreds of files may fill the first stage alone: then more is asked for, twice.
    for (let most = wanted, round = 0; ; round += 1, most *= 8) {
      const found = this.finder.find(visible, terms, most);
      const candidates = this.readAll(found, visible, { wanted, compared });
      if (candidates.length >= limit || found.length < most || round === 2) return candidates;
    }
  }

  /** Reads what was found until there are `wanted` different texts. */
  private readAll(found: readonly Found[], visible: readonly Visible[], { wanted, compared }: { readonly wanted: number; readonly compared: number }): Candidate[] {
    const candidates = new Map<number, Candidate & { readonly copies: Place[] }>();
    const { decoded } = this;
    decoded.end = 0;
    for (const { segment, paragraph, score } of found) {
      if (candidates.size >= wanted) break;
      const shelf = visible[segment]?.shelf;
      if (shelf === undefined) continue;
      const from = decoded.end;
      shelf.segment.texts.decode(paragraph, decoded, candidates.size < firstStage.first ? firstStage.comparedOfFirst : compared);
      const candidate = { place: { shelf, paragraph }, score, copies: [], from, to: decoded.end, whole: decoded.whole, isCut: decoded.isCut };
      // A beginning may be cut at two places, but the first units are there in each.
      let print = fingerprint(this.units, from, Math.min(decoded.end, from + compared));
      let known = candidates.get(print);
      while (known !== undefined && !this.isCopy(known, candidate)) known = candidates.get(++print);
      if (known === undefined) {
        candidates.set(print, candidate);
        continue;
      }
      known.copies.push(candidate.place);
      decoded.end = from;
    }
    return [...candidates.values()];
  }

  private isCopy(known: Candidate, candidate: Candidate): boolean {
    const length = Math.min(known.to - known.from, candidate.to - candidate.from);
    if (!sameUnits(this.units, known.from, candidate.from, length)) return false;
    if (!known.isCut && !candidate.isCut) return known.whole === candidate.whole;
    const { place } = candidate;
    return place.shelf.segment.texts.isSame(place.paragraph, known.place.shelf.segment.texts, known.place.paragraph);
  }

  /** Reads one paragraph that the first stage did not find. */
  read(place: Place): Hit {
    this.decoded.end = 0;
    return this.hitOf(this.sketched(this.inWhole({ place, copies: [], score: 0, from: 0, to: 0, whole: 0, isCut: true })));
  }

  /** A candidate with its whole text in the buffer. */
  private inWhole(candidate: Candidate): Candidate {
    if (!candidate.isCut) return candidate;
    const { decoded } = this;
    const { shelf, paragraph } = candidate.place;
    const from = decoded.end;
    shelf.segment.texts.decode(paragraph, decoded);
    return { ...candidate, from, to: decoded.end, whole: decoded.whole, isCut: false };
  }

  sketched(candidate: Candidate): Sketched {
    const whole = this.inWhole(candidate);
    const letters = letterUnits(this.units, whole.from, whole.to);
    return { ...whole, letters, sketch: sketchOf(letters), file: fileOf(whole.place) };
  }

  hitOf({ place, copies, score, letters, sketch, file, from, to }: Sketched): Hit {
    const { shelf, paragraph } = place;
    const { segment } = shelf;
    const raw = stringOf(this.units, from, to);
    const section = segment.sections.sectionOf(paragraph);
    const path = segment.sections.path(section);
    return {
      place,
      copies,
      score,
      letters,
      sketch,
      file,
      raw,
      text: fold(raw),
      ...segment.texts.place(paragraph),
      title: path.title,
      path: path.headings,
      headings: foldedHeadings(path),
      year: segment.sections.year(section),
      occasion: segment.sections.occasion(section),
      role: segment.role(paragraph),
    };
  }
}

/** Title and headings that a paragraph stands under, folded. */
export function foldedHeadings({ title, headings }: { readonly title: string; readonly headings: readonly string[] }): string {
  return fold([title, ...headings].join('\n'));
}
