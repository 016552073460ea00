import { sequence } from './texts.ts';

/** A query made from a paragraph that stands in the collection: that paragraph should be found. */
export interface BenchQuery {
  /** Position of the paragraph in the collection. */
  readonly source: number;
  readonly text: string;
}

/** Paragraphs, degraded: of every three clauses one is kept, and of every four characters in it one is left out. */
export function degradedQueries(paragraphs: readonly string[], count: number): BenchQuery[] {
  const random = sequence(23);
  const queries: BenchQuery[] = [];
  for (let tries = 0; queries.length < count && tries < count * 50; tries += 1) {
    const source = Math.floor(random() * paragraphs.length);
    const clauses = (paragraphs[source] ?? '').split(/(?<=[，。；：])/u);
    if (clauses.length < 6) continue;
    const kept = clauses.filter((_, index) => index % 3 === tries % 3).map((clause) => clause.replace(/(\p{L}{3})\p{L}/gu, '$1'));
    queries.push({ source, text: kept.join('') });
  }
  return queries;
}
