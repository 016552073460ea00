// Measures one engine in a process of its own: node bench/measureEngine.ts ENGINE build|query FOLDER
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSegmenter } from '../src/engine/segmenter/loadSegmenter.ts';
import type { BenchEngine } from './engines/engine.ts';
import { elasticLunr } from './engines/elasticLunr.ts';
import { flexSearch } from './engines/flexSearch.ts';
import { fts5 } from './engines/fts5.ts';
import { miniSearch } from './engines/miniSearch.ts';
import { orama } from './engines/orama.ts';
import { ours } from './engines/ours.ts';

export interface PreparedQuery {
  readonly source: number;
  readonly text: string;
  readonly whole: readonly string[];
  readonly chosen: readonly string[];
}

const [name = '', step = '', work = ''] = process.argv.slice(2);
const own = name === 'ours' ? ours() : null;
const engines: Record<string, () => Promise<BenchEngine>> = { miniSearch, flexSearch, orama, elasticLunr, fts5 };
const engine: BenchEngine | undefined = own ?? (await engines[name]?.());
if (engine === undefined) throw new Error(`there is no engine ${name}`);
const folder = join(work, name);
mkdirSync(folder, { recursive: true });
const memory = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};
const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

async function timed(queries: readonly PreparedQuery[], ask: (query: PreparedQuery) => Promise<readonly number[]> | readonly number[]): Promise<Record<string, number>> {
  const times: number[] = [];
  let found = 0;
  const end = Date.now() + 60_000;
  for (const query of queries) {
    const start = performance.now();
    const answer = await ask(query);
    times.push(performance.now() - start);
    if (answer.includes(query.source)) found += 1;
    if (Date.now() > end) break;
  }
  const sorted = [...times].sort((left, right) => left - right);
  return { first: times[0] ?? 0, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), recall: found / times.length, queries: times.length };
}

if (step === 'build') {
  const paragraphs = readFileSync(join(work, 'terms'), 'utf8').split('\n').map((line) => line.split(' '));
  const start = performance.now();
  await engine.build(paragraphs, folder);
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds, bytes: await engine.save(folder) }));
} else {
  const queries = JSON.parse(readFileSync(join(work, 'queries.json'), 'utf8')) as PreparedQuery[];
  const before = memory();
  const start = performance.now();
  await engine.open(folder);
  const open = performance.now() - start;
  const result: Record<string, unknown> = { open };
  result['chosen'] = await timed(queries, (query) => engine.search(query.chosen, 10));
  result['memory'] = memory() - before;
  result['whole'] = await timed(queries, (query) => engine.search(query.whole, 10));
  if (own !== null) {
    const { segmenter } = loadSegmenter(join(import.meta.dirname, '..', 'dist', 'segmenter'), 'auto');
    // Warm, as the second time a writer stops typing; the first answer is printed apart.
    result['reply'] = await timed(queries, (query) => own.similar(query.text, 20, segmenter).flatMap((hit) => [hit.line ?? -1, ...hit.duplicates.map((each) => each.line ?? -1)]).slice(0, 60));
    result['replyWarm'] = await timed(queries, (query) => own.similar(query.text, 20, segmenter).flatMap((hit) => [hit.line ?? -1, ...hit.duplicates.map((each) => each.line ?? -1)]).slice(0, 60));
    result['memoryAfterReplies'] = memory() - before;
  }
  console.log(JSON.stringify(result));
}
