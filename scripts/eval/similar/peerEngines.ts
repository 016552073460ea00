import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { fold } from '../../../src/core/text/folding.ts';
import { isHan } from '../../../src/core/text/han.ts';
import type { TextParagraph } from '../../texts/textFolder.ts';
import type { RankingEngine } from './passageEngine.ts';
import type { SearchTools } from './searchTools.ts';
import { chosenTerms, frequenciesOf, termsOf } from './searchTools.ts';

interface Haystack {
  readonly paragraphs: readonly TextParagraph[];
  /** The terms of each paragraph. */
  readonly terms: readonly (readonly string[])[];
  readonly tools: SearchTools;
}

/** How many more a peer that cannot leave out a file is asked for. */
const spare = 400;

/** The peers of the relevance measures, all over the same terms. */
export function peerEngines(paragraphs: readonly TextParagraph[], tools: SearchTools): RankingEngine[] {
  const haystack = { paragraphs, tools, terms: paragraphs.map(({ text }) => termsOf(text, tools.segmenter)) };
  return [...miniSearchEngines(haystack), ftsEngine(haystack), wordEngine(haystack), bigramEngine(haystack)];
}

function withoutFile(ranked: Iterable<number>, paragraphs: readonly TextParagraph[], ask: { limit: number; ownFile: string | null }): number[] {
  const kept: number[] = [];
  for (const place of ranked) {
    if (kept.length >= ask.limit) break;
    if (ask.ownFile === null || paragraphs[place]?.file !== ask.ownFile) kept.push(place);
  }
  return kept;
}

/** BM25+ as MiniSearch has it, with the whole paragraph and with the terms that the passage index chooses. */
function miniSearchEngines({ paragraphs, terms, tools }: Haystack): RankingEngine[] {
  const options = { fields: ['text'], tokenize: (text: string) => text.split(' '), processTerm: (term: string) => term };
  const index = new MiniSearch<{ id: number; text: string }>(options);
  index.addAll(terms.map((each, id) => ({ id, text: each.join(' ') })));
  const frequencies = frequenciesOf(terms);
  const ask = (query: readonly string[], limit: number, ownFile: string | null): number[] => {
    const found = index.search([...new Set(query)].join(' ')).map(({ id }) => id as number);
    return withoutFile(found, paragraphs, { limit, ownFile });
  };
  return [
    { name: 'MiniSearch 整段', rank: (query, limit, ownFile) => ask(termsOf(query, tools.segmenter), limit, ownFile) },
    {
      name: 'MiniSearch 选词',
      rank: (query, limit, ownFile) => ask(chosenTerms(query, tools, frequencies).map(({ term }) => term), limit, ownFile),
    },
  ];
}

/** SQLite's FTS5 with the chosen terms, ranked by its own bm25. */
function ftsEngine({ paragraphs, terms, tools }: Haystack): RankingEngine {
  const database = new DatabaseSync(':memory:');
  database.exec(`CREATE VIRTUAL TABLE paragraphs USING fts5(text, content='', detail=full, tokenize="unicode61 remove_diacritics 0")`);
  const insert = database.prepare('INSERT INTO paragraphs(rowid, text) VALUES (?, ?)');
  database.exec('BEGIN');
  terms.forEach((each, id) => insert.run(id + 1, each.join(' ')));
  database.exec('COMMIT');
  const select = database.prepare('SELECT rowid FROM paragraphs WHERE paragraphs MATCH ? ORDER BY rank LIMIT ?');
  const frequencies = frequenciesOf(terms);
  return {
    name: 'SQLite FTS5 选词',
    rank(query, limit, ownFile) {
      const chosen = chosenTerms(query, tools, frequencies).map(({ term }) => `"${term.replaceAll('"', '""')}"`);
      if (chosen.length === 0) return [];
      const rows = select.all(chosen.join(' OR '), limit + spare) as { rowid: number }[];
      return withoutFile(rows.map(({ rowid }) => rowid - 1), paragraphs, { limit, ownFile });
    },
  };
}

/** Plain BM25 over words with the usual k1 and b, the whole paragraph as query. */
function wordEngine({ paragraphs, terms, tools }: Haystack): RankingEngine {
  return { name: '词 BM25 整段', rank: bm25(terms, (query) => termsOf(query, tools.segmenter), paragraphs) };
}

/** Plain BM25 over pairs of characters: needs no segmenter. */
function bigramEngine({ paragraphs }: Haystack): RankingEngine {
  const bigrams = paragraphs.map(({ text }) => bigramsOf(text));
  return { name: '二字 BM25 整段', rank: bm25(bigrams, bigramsOf, paragraphs) };
}

export function bigramsOf(text: string): string[] {
  const found: string[] = [];
  const folded = fold(text);
  for (let index = 0; index + 1 < folded.length; index += 1) {
    if (isHan(folded.charCodeAt(index)) && isHan(folded.charCodeAt(index + 1))) found.push(folded.slice(index, index + 2));
  }
  return found;
}

function bm25(
  documents: readonly (readonly string[])[],
  cut: (query: string) => readonly string[],
  paragraphs: readonly TextParagraph[],
): RankingEngine['rank'] {
  const k1 = 1.2;
  const b = 0.75;
  const postings = new Map<string, { places: number[]; counts: number[] }>();
  documents.forEach((terms, place) => {
    for (const term of terms) {
      let list = postings.get(term);
      if (list === undefined) postings.set(term, (list = { places: [], counts: [] }));
      const last = list.places.length - 1;
      if (list.places[last] === place) list.counts[last] = (list.counts[last] ?? 0) + 1;
      else {
        list.places.push(place);
        list.counts.push(1);
      }
    }
  });
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, documents.length);
  const scores = new Float64Array(documents.length);
  return (query, limit, ownFile) => {
    scores.fill(0);
    const touched: number[] = [];
    for (const term of new Set(cut(query))) {
      const list = postings.get(term);
      if (list === undefined) continue;
      const weight = Math.log(1 + (documents.length - list.places.length + 0.5) / (list.places.length + 0.5));
      list.places.forEach((place, index) => {
        const count = list.counts[index] ?? 0;
        if (scores[place] === 0) touched.push(place);
        const norm = k1 * (1 - b + (b * (documents[place]?.length ?? 0)) / average);
        scores[place] = (scores[place] ?? 0) + (weight * count * (k1 + 1)) / (count + norm);
      });
    }
    touched.sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right);
    return withoutFile(touched, paragraphs, { limit, ownFile });
  };
}
