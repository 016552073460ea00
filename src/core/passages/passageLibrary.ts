import type { ParagraphRole, Passage } from '../contracts.ts';
import { fold } from '../text/folding.ts';
import { indexTerm } from '../text/indexTerm.ts';
import type { Segmenter } from '../text/segmenter.ts';
import type { Candidate as Found, SearchedSegment } from './candidates.ts';
import { newUnits, stringOf } from './codebook.ts';
import { CandidateFinder } from './candidates.ts';
import { DraftMeter } from './draftMeter.ts';
import { fingerprint } from './fingerprint.ts';
import type { Filter } from './filter.ts';
import { acceptedBy } from './filter.ts';
import type { Hit, Place, Placed, ShelvedSegment } from './passageHit.ts';
import { fileOf, holdsAll, passage } from './passageHit.ts';
import { OverlapMeter } from './overlap.ts';
import { phraseCandidates } from './phraseSearch.ts';
import { parseQuery } from './query.ts';
import type { QueryTerm } from './queryTerms.ts';
import { queryOf } from './queryTerms.ts';
import { inverseFrequency } from './ranking.ts';
import type { DraftFacts } from './rerank.ts';
import { headingShare, likeness } from './rerank.ts';
import type { Segment } from './segment.ts';
import type { SetPhrases } from './setPhrases.ts';
import { letterUnits, lettersOf, sketchOf } from './shingles.ts';
import type { Rated } from './variety.ts';
import { foldDuplicates, varied } from './variety.ts';

export type { ShelvedSegment } from './passageHit.ts';

export interface SimilarQuery {
  readonly text: string;
  readonly limit: number;
  readonly filter?: Filter;
  readonly headings?: readonly string[];
  readonly occasion?: string;
  readonly role?: ParagraphRole;
  /** A file that must not answer: the draft's own. */
  readonly file?: string;
}

export interface SearchQuery {
  readonly query: string;
  readonly limit: number;
  readonly filter?: Filter;
}

/**
 * How many paragraphs the first stage hands on, all of which are read and compared with the draft, and how many of the
 * best are compared with each other.
 */
export const stages = { first: 160, compared: 40 } as const;

/** What a passage gains in a word search for holding all words of the query as they were typed. */
const verbatimBonus = 1;

/** Answers over a set of segments. Errors of damaged segments pass through to the caller, which knows their store. */
export class PassageLibrary {
  private readonly segmenter: Segmenter;
  private readonly phrases: SetPhrases;
  private readonly finder = new CandidateFinder();
  /** The code units of the candidates of one answer. */
  private readonly units = newUnits();
  private shelves: readonly ShelvedSegment[] = [];

  constructor(segmenter: Segmenter, phrases: SetPhrases) {
    this.segmenter = segmenter;
    this.phrases = phrases;
  }

  setShelves(shelves: readonly ShelvedSegment[]): void {
    this.shelves = shelves;
  }

  similar(query: SimilarQuery): Passage[] {
    const visible = this.visible(query.filter ?? {}, query.file);
    const text = fold(query.text);
    const formulations = this.phrases.find(text);
    const headings = (query.headings ?? []).map(fold);
    const { terms, pairs } = queryOf({ text, formulations, headings }, this.segmenter, frequencies(visible));
    const greatest = terms.reduce((sum, { weight }) => sum + weight, 0);
    if (greatest === 0 || query.limit <= 0) return [];
    const letters = lettersOf(text, formulations);
    const facts = { letters: letters.units.length, occasion: query.occasion ?? null, role: query.role ?? null };
    const draft = { meter: new DraftMeter({ letters, pairs, order: inDraftOrder(terms, text) }), facts, terms, greatest };
    const rated = this.secondStage(this.firstStage(visible, terms, query.limit), draft);
    const compared = rated.slice(0, Math.max(stages.compared, query.limit * 2)).map((each) => this.sketched(each));
    const meter = new OverlapMeter(letters);
    return varied(foldDuplicates(compared), query.limit).map(({ best, duplicates }) => passage(this.hitOf(best), { duplicates, terms, meter }));
  }

  search(query: SearchQuery): Passage[] {
    const visible = this.visible(query.filter ?? {}, undefined);
    const { words, phrases } = parseQuery(query.query);
    if (query.limit <= 0) return [];
    if (phrases.length > 0) return this.exact(visible, { words, phrases, limit: query.limit });
    return this.byWords(visible, words, query.limit);
  }

  /** Reads the best candidates into the buffer, exact copies of one paragraph taken together. */
  private firstStage(visible: readonly Visible[], terms: readonly QueryTerm[], limit: number): Candidate[] {
    // A paragraph that stands in hundreds of files may fill the first stage alone: then more is asked for, twice.
    for (let most = Math.max(stages.first, limit * 2), round = 0; ; round += 1, most *= 8) {
      const found = this.finder.find(visible, terms, most);
      const candidates = this.readAll(found, visible);
      if (candidates.length >= limit || found.length < most || round === 2) return candidates.slice(0, Math.max(stages.first, limit * 2));
    }
  }

  private readAll(found: readonly Found[], visible: readonly Visible[]): Candidate[] {
    const candidates = new Map<number, { place: Place; score: number; copies: Place[]; from: number; to: number }>();
    let from = 0;
    for (const { segment, paragraph, score } of found) {
      const shelf = visible[segment]?.shelf;
      if (shelf === undefined) continue;
      const place = { shelf, paragraph };
      const to = shelf.segment.texts.units(paragraph, this.units, from);
      const print = fingerprint(this.units.array, from, to);
      const known = candidates.get(print);
      if (known !== undefined) {
        known.copies.push(place);
        continue;
      }
      candidates.set(print, { place, score, copies: [], from, to });
      from = to;
    }
    return [...candidates.values()];
  }

  /** Compares each candidate with the draft; the best come first. */
  private secondStage(candidates: readonly Candidate[], draft: { readonly meter: DraftMeter; readonly facts: DraftFacts; readonly terms: readonly QueryTerm[]; readonly greatest: number }): Candidate[] {
    const headings = new Map<Segment, Map<number, number>>();
    const compared = candidates.map((candidate): Candidate => {
      const { place, score, from, to } = candidate;
      const { segment } = place.shelf;
      const section = segment.sections.sectionOf(place.paragraph);
      let shares = headings.get(segment);
      if (shares === undefined) headings.set(segment, (shares = new Map<number, number>()));
      let heading = shares.get(section);
      if (heading === undefined) shares.set(section, (heading = headingShare(draft.terms, headingsOf(segment, section))));
      const common = draft.meter.measure(this.units.array, from, to);
      const facts = { occasion: segment.sections.occasion(section), role: segment.role(place.paragraph), heading };
      return { ...candidate, score: score / draft.greatest + likeness(draft.facts, facts, common) };
    });
    return compared.sort(byScore);
  }

  private byWords(visible: readonly Visible[], words: readonly string[], limit: number): Passage[] {
    const terms = this.termsOf(words, visible);
    const greatest = terms.reduce((sum, { weight }) => sum + weight, 0);
    const folded = words.map(fold);
    const hits = new Map<string, Hit>();
    const rate = (hit: Hit, score: number): void => {
      const held = folded.filter((word) => hit.text.includes(word) || hit.headings.includes(word)).length;
      const bonus = folded.length === 0 ? 0 : (verbatimBonus * held) / folded.length;
      hits.set(nameOf(hit), { ...hit, score: score + bonus });
    };
    if (greatest > 0) {
      for (const candidate of this.firstStage(visible, terms, limit)) rate(this.hitOf(this.sketched(candidate)), candidate.score / greatest);
    }
    // What the segmenter cuts differently there than in the query is found by its characters.
    const whole = [...hits.values()].filter((hit) => folded.every((word) => hit.text.includes(word)));
    if (whole.length < limit && folded.length > 0) {
      for (const place of this.holding(visible, folded, limit)) {
        const hit = this.read(place);
        if (!hits.has(nameOf(hit))) rate(hit, 0);
      }
    }
    const whollyFound = [...hits.values()].filter((hit) => holdsAll(hit, folded, terms));
    // Passages with some of the words only are shown where none has all.
    const rated = (whollyFound.length > 0 ? whollyFound : [...hits.values()]).sort(byScore);
    const shown: readonly QueryTerm[] = [...words.map((word) => ({ term: fold(word), weight: 0 })), ...terms];
    return foldDuplicates(rated).slice(0, limit).map(({ best, duplicates }) => passage(best, { duplicates, terms: shown, meter: null }));
  }

  private exact(
    visible: readonly Visible[],
    query: { words: readonly string[]; phrases: readonly string[]; limit: number },
  ): Passage[] {
    const parts = [...query.phrases, ...query.words].map(fold);
    const shown = parts.map((term) => ({ term, weight: 0 }));
    const hits: Hit[] = [];
    for (const place of this.holding(visible, parts, query.limit)) {
      const hit = this.read(place);
      const occurrences = parts.reduce((sum, part) => sum + hit.text.split(part).length - 1, 0);
      hits.push({ ...hit, score: 1 + occurrences / (hit.text.length + 200) });
    }
    hits.sort(byScore);
    // Every occurrence counts here, so nothing is folded.
    return hits.map((best) => passage(best, { duplicates: [], terms: shown, meter: null }));
  }

  /** Places whose stored text holds all parts; parts are folded. */
  private holding(visible: readonly Visible[], parts: readonly string[], limit: number): Place[] {
    const places: Place[] = [];
    for (const { segment, accept, shelf } of visible) {
      let candidates: Uint32Array | null = null;
      for (const part of parts) {
        const found = phraseCandidates(segment, part);
        const other = new Set(found);
        candidates = candidates === null ? found : candidates.filter((each) => other.has(each));
      }
      for (const paragraph of candidates ?? []) {
        if (accept !== null && accept[paragraph] !== 1) continue;
        const text = fold(segment.paragraph(paragraph).text);
        if (parts.every((part) => text.includes(part))) places.push({ shelf, paragraph });
        if (places.length >= limit) return places;
      }
    }
    return places;
  }

  private termsOf(words: readonly string[], visible: readonly Visible[]): QueryTerm[] {
    const known = frequencies(visible);
    const terms = new Map<string, number>();
    for (const word of words) {
      for (const piece of this.segmenter.cut(word)) {
        const term = indexTerm(piece);
        const count = term === null ? 0 : known.count(term);
        if (term !== null && count > 0) terms.set(term, inverseFrequency(count, known.paragraphs));
      }
    }
    return [...terms].map(([term, weight]) => ({ term, weight })).sort((left, right) => right.weight - left.weight);
  }

  private visible(filter: Filter, ownFile: string | undefined): Visible[] {
    const visible: Visible[] = [];
    for (const shelf of this.shelves) {
      if (filter.roots !== undefined && !filter.roots.includes(shelf.root)) continue;
      const own = ownFile === undefined ? null : shelf.pathOf(ownFile);
      const position = own === null ? null : shelf.segment.fileAt(own);
      const dead = position === null ? shelf.dead : new Set([...shelf.dead, position]);
      visible.push({ segment: shelf.segment, shelf, accept: acceptedBy(shelf.segment, filter, dead) });
    }
    return visible;
  }

  private read(place: Place): Hit {
    const to = place.shelf.segment.texts.units(place.paragraph, this.units);
    return this.hitOf(this.sketched({ place, copies: [], score: 0, from: 0, to }));
  }

  private sketched(candidate: Candidate): Sketched {
    const letters = letterUnits(this.units.array, candidate.from, candidate.to);
    return { ...candidate, letters, sketch: sketchOf(letters), file: fileOf(candidate.place) };
  }

  private hitOf({ from, to, ...rated }: Sketched): Hit {
    const { shelf, paragraph } = rated.place;
    const { segment } = shelf;
    const raw = stringOf(this.units.array, from, to);
    const section = segment.sections.sectionOf(paragraph);
    const { title, headings } = segment.sections.path(section);
    return {
      ...rated,
      raw,
      text: fold(raw),
      ...segment.texts.place(paragraph),
      title,
      path: headings,
      headings: headingsOf(segment, section),
      year: segment.sections.year(section),
      occasion: segment.sections.occasion(section),
      role: segment.role(paragraph),
    };
  }
}

/** A paragraph that the first stage found, with its exact copies. Its code units stand in the library's buffer. */
interface Candidate extends Placed {
  readonly score: number;
  readonly from: number;
  readonly to: number;
}

/** A candidate as it is compared with others. */
interface Sketched extends Candidate, Rated {}

const nameOf = (hit: Hit): string => `${hit.file}\n${String(hit.place.paragraph)}`;

/** Title and headings of a section, folded. */
function headingsOf(segment: Segment, section: number): string {
  const { title, headings } = segment.sections.path(section);
  return fold([title, ...headings].join('\n'));
}

interface Visible extends SearchedSegment {
  readonly shelf: ShelvedSegment;
}

const byScore = (left: { readonly score: number }, right: { readonly score: number }): number => right.score - left.score;

function frequencies(visible: readonly Visible[]): { count(term: string): number; paragraphs: number } {
  return {
    count: (term) => visible.reduce((sum, { segment }) => sum + (segment.find(term)?.count ?? 0), 0),
    paragraphs: visible.reduce((sum, { segment }) => sum + segment.counts.paragraphs, 0),
  };
}

function inDraftOrder(terms: readonly QueryTerm[], text: string): string[] {
  return terms
    .map(({ term }) => ({ term, place: text.indexOf(term) }))
    .filter(({ place }) => place >= 0)
    .sort((left, right) => left.place - right.place)
    .map(({ term }) => term);
}
