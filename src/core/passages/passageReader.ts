import { fold } from '../text/folding.ts';
import type { Candidate as Found, SearchedSegment } from './candidates.ts';
import { CandidateFinder } from './candidates.ts';
import { newUnits, stringOf } from './codebook.ts';
import { fingerprint, sameUnits } from './fingerprint.ts';
import type { Hit, Place, Placed, ShelvedSegment } from './passageHit.ts';
import { fileOf } from './passageHit.ts';
import type { QueryTerm } from './queryTerms.ts';
import { letterUnits, sketchOf } from './shingles.ts';
import type { Rated } from './variety.ts';

/**
 * How many paragraphs the first stage hands on. Where they are long, the last of them are left out once there are the
 * fewest and so many code units of them: the time of an answer is that of the text that is compared.
 */
export const firstStage = { most: 128, fewest: 64, units: 11_000 } as const;

/** A segment that one query may see, with what the library knows of it. */
export interface Visible extends SearchedSegment {
  readonly shelf: ShelvedSegment;
}

/** A paragraph that the first stage found, with its exact copies. Its code units stand in the reader's buffer. */
export interface Candidate extends Placed {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

/** A candidate as it is compared with others. */
export interface Sketched extends Candidate, Rated {}

/** The first stage, and all that reads stored texts: every candidate is decoded once, into one buffer. */
export class PassageReader {
  private readonly finder = new CandidateFinder();
  /** The code units of the candidates of one answer. */
  private readonly buffer = newUnits();

  /** Candidates' texts, from `from` to `to` of each; valid until the next answer. */
  get units(): Uint16Array {
    return this.buffer.array;
  }

  /** Reads the best candidates into the buffer, exact copies of one paragraph taken together. */
  best(visible: readonly Visible[], terms: readonly QueryTerm[], limit: number): Candidate[] {
    // A paragraph that stands in hundreds of files may fill the first stage alone: then more is asked for, twice.
    for (let most = Math.max(firstStage.most, limit * 2), round = 0; ; round += 1, most *= 8) {
      const found = this.finder.find(visible, terms, most);
      const candidates = this.readAll(found, visible, Math.max(firstStage.fewest, limit * 2));
      if (candidates.length >= limit || found.length < most || round === 2) return candidates.slice(0, Math.max(firstStage.most, limit * 2));
    }
  }

  private readAll(found: readonly Found[], visible: readonly Visible[], fewest: number): Candidate[] {
    const candidates = new Map<number, { place: Place; score: number; copies: Place[]; from: number; to: number }>();
    let from = 0;
    for (const { segment, paragraph, score } of found) {
      if (from >= firstStage.units && candidates.size >= fewest) break;
      const shelf = visible[segment]?.shelf;
      if (shelf === undefined) continue;
      const place = { shelf, paragraph };
      const to = shelf.segment.texts.units(paragraph, this.buffer, from);
      const units = this.buffer.array;
      let print = fingerprint(units, from, to);
      let known = candidates.get(print);
      while (known !== undefined && !(known.to - known.from === to - from && sameUnits(units, known.from, from, to - from))) known = candidates.get(++print);
      if (known !== undefined) {
        known.copies.push(place);
        continue;
      }
      candidates.set(print, { place, score, copies: [], from, to });
      from = to;
    }
    return [...candidates.values()];
  }

  /** Reads one paragraph that the first stage did not find. */
  read(place: Place): Hit {
    const to = place.shelf.segment.texts.units(place.paragraph, this.buffer);
    return this.hitOf(this.sketched({ place, copies: [], score: 0, from: 0, to }));
  }

  sketched(candidate: Candidate): Sketched {
    const letters = letterUnits(this.buffer.array, candidate.from, candidate.to);
    return { ...candidate, letters, sketch: sketchOf(letters), file: fileOf(candidate.place) };
  }

  hitOf({ from, to, ...rated }: Sketched): Hit {
    const { shelf, paragraph } = rated.place;
    const { segment } = shelf;
    const raw = stringOf(this.buffer.array, from, to);
    const section = segment.sections.sectionOf(paragraph);
    const path = segment.sections.path(section);
    return {
      ...rated,
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
