import type { ParagraphRole, Passage, Span } from '../contracts.ts';
import { fold } from '../text/folding.ts';
import type { Segmenter } from '../text/segmenter.ts';
import type { WordMeanings } from '../text/wordMeanings.ts';
import { spanOf } from '../text/wordMeanings.ts';
import { DraftMeter } from './draftMeter.ts';
import type { Filter } from './filter.ts';
import { acceptedBy } from './filter.ts';
import { MeaningLikeness, mostCompared, notCompared } from './meaningLikeness.ts';
import { OverlapMeter } from './overlap.ts';
import type { ShelvedSegment } from './passageHit.ts';
import { passage } from './passageHit.ts';
import type { Candidate, Visible } from './passageReader.ts';
import { firstStage, foldedHeadings, PassageReader } from './passageReader.ts';
import { parseQuery } from './query.ts';
import type { QueryTerm } from './queryTerms.ts';
import { frequencies, queryOf } from './queryTerms.ts';
import type { DraftFacts } from './rerank.ts';
import { headingShare, isWholeParagraph, likeness, meaningInFormulation, meaningWeight } from './rerank.ts';
import type { Segment } from './segment.ts';
import type { SetPhrases } from './setPhrases.ts';
import { lettersOf } from './shingles.ts';
import { byScore, foldDuplicates, varied } from './variety.ts';
import { WordSearch } from './wordSearch.ts';

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

/** How many of the best are compared with each other at least, to fold copies and for variety. */
const fewestCompared = 40;

/** A paragraph with fewer letters (谢谢大家！ 同志们：) shows nobody how something can be said. */
const fewestLetters = 8;

/** Answers over a set of segments. Errors of damaged segments pass through to the caller, which knows their store. */
export class PassageLibrary {
  private readonly segmenter: Segmenter;
  private readonly phrases: SetPhrases;
  private readonly loadMeanings: () => WordMeanings | null;
  private loadedMeanings: WordMeanings | null | undefined;
  private readonly reader = new PassageReader();
  private readonly words: WordSearch;
  private shelves: readonly ShelvedSegment[] = [];

  /** `loadMeanings` is called with the first draft that needs them; without meanings passages are compared by their wording alone. */
  constructor(segmenter: Segmenter, phrases: SetPhrases, loadMeanings: () => WordMeanings | null = () => null) {
    this.segmenter = segmenter;
    this.phrases = phrases;
    this.loadMeanings = loadMeanings;
    this.words = new WordSearch(segmenter, this.reader);
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
    const meanings = meaningWeight(facts) === 0 ? null : this.meanings();
    const meaning = meanings === null ? null : meaningOf(meanings, text, formulations);
    const draft = { meter: new DraftMeter({ letters, pairs, order: inDraftOrder(terms, text) }), meaning, facts, terms, greatest };
    const rated = this.secondStage(this.reader.best(visible, terms, { limit: query.limit, ...(isWholeParagraph(facts) ? {} : firstStage.withSentence) }), draft);
    const told = rated.filter(({ from, to }) => to - from >= fewestLetters);
    const slight = rated.filter(({ from, to }) => to - from < fewestLetters);
    const count = Math.max(fewestCompared, query.limit * 2);
    const chosen = (candidates: readonly Candidate[], limit: number) => limit <= 0 ? [] : varied(foldDuplicates(candidates.slice(0, count).map((each) => this.reader.sketched(each))), limit);
    const best = chosen(told, query.limit);
    const meter = new OverlapMeter(letters);
    return [...best, ...chosen(slight, query.limit - best.length)].map(({ best, duplicates }) => passage(this.reader.hitOf(best), { duplicates, terms, meter }));
  }

  search({ query, limit, filter = {} }: SearchQuery): Passage[] {
    return this.words.search(this.visible(filter, undefined), parseQuery(query), limit);
  }

  /** Compares each candidate with the draft; the best come first. */
  private secondStage(candidates: readonly Candidate[], draft: ComparedDraft): Candidate[] {
    const headings = new Map<Segment, Map<number, number>>();
    const compared = candidates.map((candidate): Candidate => {
      const { place, score, from, to, whole } = candidate;
      const { segment } = place.shelf;
      const section = segment.sections.sectionOf(place.paragraph);
      let shares = headings.get(segment);
      if (shares === undefined) headings.set(segment, (shares = new Map<number, number>()));
      let heading = shares.get(section);
      if (heading === undefined) shares.set(section, (heading = headingShare(draft.terms, foldedHeadings(segment.sections.path(section)))));
      const common = draft.meter.measure(this.reader.units, { from, to, whole });
      const facts = { occasion: segment.sections.occasion(section), role: segment.role(place.paragraph), heading };
      return { ...candidate, score: score / draft.greatest + likeness(draft.facts, facts, common) };
    });
    compared.sort(byScore);
    return draft.meaning === null ? compared : this.byMeaning(compared, draft.meaning, meaningWeight(draft.facts));
  }

  /** Compares the best by meaning too. */
  private byMeaning(candidates: readonly Candidate[], meaning: MeaningLikeness, weight: number): Candidate[] {
    const best = candidates.slice(0, mostCompared);
    for (const { from, to } of best) meaning.add({ units: this.reader.units, from, to });
    const likenesses = meaning.likenesses();
    return candidates.map((each, index) => ({ ...each, score: each.score + weight * (likenesses[index] ?? notCompared) })).sort(byScore);
  }

  private meanings(): WordMeanings | null {
    if (this.loadedMeanings === undefined) this.loadedMeanings = this.loadMeanings();
    return this.loadedMeanings;
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
}

/** A draft as the second stage takes it. */
interface ComparedDraft {
  readonly meter: DraftMeter;
  readonly meaning: MeaningLikeness | null;
  readonly facts: DraftFacts;
  readonly terms: readonly QueryTerm[];
  /** The most that the first stage can give. */
  readonly greatest: number;
}

function inDraftOrder(terms: readonly QueryTerm[], text: string): string[] {
  return terms
    .map(({ term }) => ({ term, place: text.indexOf(term) }))
    .filter(({ place }) => place >= 0)
    .sort((left, right) => left.place - right.place)
    .map(({ term }) => term);
}

function meaningOf(meanings: WordMeanings, text: string, formulations: readonly Span[]): MeaningLikeness {
  const inside = (place: number): boolean => formulations.some(({ start, end }) => start <= place && place < end);
  return new MeaningLikeness(meanings, spanOf(text), (place) => (inside(place) ? meaningInFormulation : 1));
}
