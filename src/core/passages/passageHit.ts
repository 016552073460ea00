import type { ParagraphRole, Passage } from '../contracts.ts';
import type { OverlapMeter } from './overlap.ts';
import type { QueryTerm } from './queryTerms.ts';
import type { Segment } from './segment.ts';
import type { Rated } from './variety.ts';

/** A segment with what the library knows of it. */
export interface ShelvedSegment {
  readonly segment: Segment;
  readonly root: string;
  /** Positions of files that were changed or removed since the segment was written. */
  readonly dead: ReadonlySet<number>;
  /** The file as a passage names it: an absolute path or `bundled:NAME`. */
  fileName(path: string): string;
  /** The path below the root of a file so named; `null` for one that is not of this root. */
  pathOf(fileName: string): string | null;
}

/** A paragraph that was read and compared. */
export interface Hit extends Rated, Placed {
  readonly raw: string;
  /** The text, folded. */
  readonly text: string;
  readonly title: string;
  readonly path: readonly string[];
  /** Title and headings, folded. */
  readonly headings: string;
  readonly line: number | null;
  readonly page: number | null;
  readonly year: number | null;
  readonly occasion: string | null;
  readonly role: ParagraphRole;
}

/** A paragraph with the exact copies that the first stage found. */
export interface Placed {
  readonly place: Place;
  readonly copies: readonly Place[];
}

/** Where a paragraph stands. */
export interface Place {
  readonly shelf: ShelvedSegment;
  readonly paragraph: number;
}

/** Whether a hit holds each word of a query, whole or in the terms that it consists of. */
export function holdsAll(hit: Hit, words: readonly string[], terms: readonly QueryTerm[]): boolean {
  const holds = (text: string): boolean => hit.text.includes(text) || hit.headings.includes(text);
  return words.every((word) => {
    if (holds(word)) return true;
    const own = terms.filter(({ term }) => word.includes(term));
    return own.length > 0 && own.every(({ term }) => holds(term));
  });
}

export function fileOf({ shelf, paragraph }: Place): string {
  return shelf.fileName(shelf.segment.files[shelf.segment.fileOf(paragraph)]?.path ?? '');
}

function duplicateOf(place: Place): Passage['duplicates'][number] {
  const { segment } = place.shelf;
  const { title } = segment.sections.path(segment.sections.sectionOf(place.paragraph));
  return { file: fileOf(place), title, line: segment.texts.place(place.paragraph).line };
}

/** Each place once, without the passage's own: a file that stands in two roots is one place. */
function otherPlaces(best: Hit, places: readonly Passage['duplicates'][number][]): Passage['duplicates'] {
  const seen = new Set([`${best.file}\n${String(best.line)}`]);
  return places.filter(({ file, line }) => {
    const place = `${file}\n${String(line)}`;
    return !seen.has(place) && seen.add(place).size > 0;
  });
}

/** What the writer gets for a hit and those folded under it. */
export function passage(best: Hit, under: { readonly duplicates: readonly Placed[]; readonly terms: readonly QueryTerm[]; readonly meter: OverlapMeter | null }): Passage {
  const { duplicates, terms, meter } = under;
  const places: Place[] = [...best.copies, ...duplicates.flatMap(({ place, copies }) => [place, ...copies])];
  return {
    score: Math.round(best.score * 1e4) / 1e4,
    text: best.raw,
    title: best.title,
    sectionPath: best.path,
    role: best.role,
    file: best.file,
    root: best.place.shelf.root,
    line: best.line,
    page: best.page,
    year: best.year,
    occasion: best.occasion,
    overlap: meter === null ? 0 : Math.round(meter.share(best.letters) * 1e4) / 1e4,
    terms: [...new Set(terms.map(({ term }) => term).filter((term) => best.text.includes(term) || best.headings.includes(term)))],
    duplicates: otherPlaces(best, places.map(duplicateOf)),
  };
}
