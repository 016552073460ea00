import { fold } from '../text/folding.ts';
import { indexTerm } from '../text/indexTerm.ts';
import type { Segmenter } from '../text/segmenter.ts';
import type { Passage } from '../contracts.ts';
import type { Hit, Place } from './passageHit.ts';
import { holdsAll, passage } from './passageHit.ts';
import type { PassageReader, Visible } from './passageReader.ts';
import { firstStage } from './passageReader.ts';
import { phraseCandidates } from './phraseSearch.ts';
import type { ParsedQuery } from './query.ts';
import type { QueryTerm } from './queryTerms.ts';
import { frequencies } from './queryTerms.ts';
import { inverseFrequency } from './ranking.ts';
import type { SectionTable } from './sectionTable.ts';
import { byScore, foldDuplicates } from './variety.ts';

/** What a passage gains in a word search for holding all words of the query as they were typed. */
const verbatimBonus = 1;

/** The share of it for a word that stands in the title or a heading only: 同志们： under such a title says nothing of it. */
const heldAbove = 0.25;

/** Searches for words and for exact phrases. */
export class WordSearch {
  private readonly segmenter: Segmenter;
  private readonly reader: PassageReader;

  constructor(segmenter: Segmenter, reader: PassageReader) {
    this.segmenter = segmenter;
    this.reader = reader;
  }

  search(visible: readonly Visible[], { words, phrases }: ParsedQuery, limit: number): Passage[] {
    if (limit <= 0) return [];
    return phrases.length > 0 ? this.exact(visible, [...phrases, ...words], limit) : this.byWords(visible, words, limit);
  }

  private byWords(visible: readonly Visible[], words: readonly string[], limit: number): Passage[] {
    const terms = this.termsOf(words, visible);
    const greatest = terms.reduce((sum, { weight }) => sum + weight, 0);
    const folded = words.map(fold);
    const hits = new Map<string, Hit>();
    const rate = (hit: Hit, score: number): void => {
      const held = folded.reduce((sum, word) => sum + (hit.text.includes(word) ? 1 : hit.headings.includes(word) ? heldAbove : 0), 0);
      const bonus = folded.length === 0 ? 0 : (verbatimBonus * held) / folded.length;
      hits.set(nameOf(hit), { ...hit, score: score + bonus });
    };
    if (greatest > 0) {
      for (const candidate of this.reader.best(visible, terms, { limit, most: Math.max(firstStage.most, 2 * limit) })) rate(this.reader.hitOf(this.reader.sketched(candidate)), candidate.score / greatest);
    }
    // What the segmenter cuts differently there than in the query is found by its characters.
    const whole = [...hits.values()].filter((hit) => folded.every((word) => hit.text.includes(word)));
    if (whole.length < limit && folded.length > 0) {
      for (const place of this.holding(visible, folded, limit)) {
        const hit = this.reader.read(place);
        if (!hits.has(nameOf(hit))) rate(hit, 0);
      }
    }
    const whollyFound = [...hits.values()].filter((hit) => holdsAll(hit, folded, terms));
    // Passages with some of the words only are shown where none has all.
    const rated = (whollyFound.length > 0 ? whollyFound : [...hits.values()]).sort(byScore);
    const shown: readonly QueryTerm[] = [...words.map((word) => ({ term: fold(word), weight: 0 })), ...terms];
    return foldDuplicates(rated).slice(0, limit).map(({ best, duplicates }) => passage(best, { duplicates, terms: shown, meter: null }));
  }

  private exact(visible: readonly Visible[], wanted: readonly string[], limit: number): Passage[] {
    const parts = wanted.map(fold);
    const shown = parts.map((term) => ({ term, weight: 0 }));
    const hits: Hit[] = [];
    for (const place of this.holding(visible, parts, limit)) {
      const hit = this.reader.read(place);
      const occurrences = parts.reduce((sum, part) => sum + hit.text.split(part).length - 1, 0);
      hits.push({ ...hit, score: 1 + occurrences / (hit.text.length + 200) });
    }
    if (hits.length === 0) for (const place of this.headed(visible, parts, limit)) hits.push({ ...this.reader.read(place), score: 1 });
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

  /** The first paragraphs below headings and titles that hold all parts: what stands in no text may be the name of one. */
  private headed(visible: readonly Visible[], parts: readonly string[], limit: number): Place[] {
    const places: Place[] = [];
    for (const { segment, accept, shelf } of visible) {
      const { sections } = segment;
      let last = -1;
      for (let section = 0; section < sections.count && places.length < limit; section += 1) {
        const paragraph = sections.firsts[section] ?? segment.counts.paragraphs;
        if (paragraph === last || paragraph >= segment.counts.paragraphs || accept?.[paragraph] === 0) continue;
        const heading = fold(sections.record(section).heading);
        if (!parts.every((part) => heading.includes(part)) || !standsBelow(sections, paragraph, section)) continue;
        places.push({ shelf, paragraph });
        last = paragraph;
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
}

const nameOf = (hit: Hit): string => `${hit.file}\n${String(hit.place.paragraph)}`;

/** A section without a paragraph begins where the next one does. */
function standsBelow(sections: SectionTable, paragraph: number, section: number): boolean {
  let above = sections.sectionOf(paragraph);
  while (above > section) above = sections.record(above).parent;
  return above === section;
}
