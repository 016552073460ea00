import { sequence } from './texts.ts';

/** A query made from a paragraph that stands in the collection: that paragraph should be found. */
export interface BenchQuery {
  /** Position of the paragraph in the collection. */
  readonly source: number;
  readonly text: string;
  /** What is left of the text when of every three clauses one is kept, and of every four characters in it one left out. */
  readonly degraded: string;
}

/** A query as the engines get it: terms, cut and chosen once for all of them. */
export interface PreparedQuery extends BenchQuery {
  /** All terms of the text. */
  readonly whole: readonly string[];
  /** Its 24 most telling ones. */
  readonly chosen: readonly string[];
  /** The same of the degraded text. */
  readonly chosenDegraded: readonly string[];
}

/** How many terms every engine is asked for at most, whatever the index itself would choose. */
export const mostTerms = 24;

/** Paragraphs of six clauses and more, spread over the collection; the same in every run. */
export function benchQueries(paragraphs: readonly string[], count: number): BenchQuery[] {
  const random = sequence(23);
  const queries: BenchQuery[] = [];
  for (let tries = 0; queries.length < count && tries < count * 50; tries += 1) {
    const source = Math.floor(random() * paragraphs.length);
    const text = paragraphs[source] ?? '';
    const clauses = text.split(/(?<=[，。；：])/u);
    if (clauses.length < 6) continue;
    const kept = clauses.filter((_, index) => index % 3 === tries % 3).map((clause) => clause.replace(/(\p{L}{3})\p{L}/gu, '$1'));
    queries.push({ source, text, degraded: kept.join('') });
  }
  return queries;
}
