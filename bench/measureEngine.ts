// Measures one engine in a process of its own, so that its memory is its own:
// node --expose-gc bench/measureEngine.ts ENGINE build|query FOLDER
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTools } from '../scripts/eval/similar/searchTools.ts';
import { elasticLunr } from './engines/elasticLunr.ts';
import type { BenchEngine, BenchParagraph } from './engines/engine.ts';
import { flexSearch } from './engines/flexSearch.ts';
import { fts5 } from './engines/fts5.ts';
import { miniSearch } from './engines/miniSearch.ts';
import { orama } from './engines/orama.ts';
import { ours } from './engines/ours.ts';
import type { PreparedQuery } from './queries.ts';
import { pieceSeparator, readLines } from './texts.ts';

/** How long one kind of query may go on; slow engines answer fewer queries. */
const longestSeries = 45_000;

/** Queries that are asked before figures count. */
const warmUp = 20;

export interface Timing {
  /** Milliseconds of the very first query of this kind. */
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  /** The same in time of the processor: what is left of it on a machine that does other work too. */
  readonly cpu50: number;
  readonly cpu95: number;
  /** Share of queries with their paragraph among the first ten. */
  readonly recall: number;
  /** Share with it in the first place. */
  readonly first1: number;
  readonly queries: number;
}

export interface QueryFigures {
  /** Milliseconds from the files on disk to the first query. */
  readonly open: number;
  /** What is held after all queries, garbage not counted, in MB (10⁶ bytes): JavaScript's heap and buffers. */
  readonly memory: number;
  /** Resident memory that the process gained, with what the collector has not given back and native caches. */
  readonly resident: number;
  readonly chosen: Timing;
  readonly degraded: Timing;
  readonly whole: Timing;
  /** The whole reply to a whole paragraph, and to the same paragraphs a second time; this project only. */
  readonly reply: Timing | null;
  readonly replyAgain: Timing | null;
}

export interface BuildFigures {
  readonly seconds: number;
  readonly index: number;
  readonly text: number;
  /** Largest resident memory of the building process, in MB. */
  readonly memory: number;
}

const [name = '', step = '', work = ''] = process.argv.slice(2);
// Loaded before memory is measured: the figure is what comes beside the segmenter and the formulations.
const own = name === 'ours' ? ours(step === 'query' ? loadTools('native') : null) : null;
const peers: Readonly<Record<string, () => Promise<BenchEngine>>> = { miniSearch, flexSearch, orama, elasticLunr, fts5 };
const engine: BenchEngine | undefined = own ?? (await peers[name]?.());
if (engine === undefined) throw new Error(`there is no engine ${name}`);
const folder = join(work, name);
mkdirSync(folder, { recursive: true });
console.log(JSON.stringify(step === 'build' ? await build(engine) : await query(engine)));

async function* paragraphsFrom(): AsyncGenerator<BenchParagraph> {
  for await (const line of readLines(join(work, 'pieces'))) yield { pieces: line.split(pieceSeparator) };
}

async function build(engine: BenchEngine): Promise<BuildFigures> {
  const start = performance.now();
  await engine.build(paragraphsFrom(), folder);
  const bytes = await engine.save(folder);
  return { seconds: (performance.now() - start) / 1000, ...bytes, memory: process.resourceUsage().maxRSS / 1e3 };
}

function held(): { readonly memory: number; readonly resident: number } {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { memory: (heapUsed + external) / 1e6, resident: rss / 1e6 };
}

async function query(engine: BenchEngine): Promise<QueryFigures> {
  const queries = JSON.parse(readFileSync(join(work, 'queries.json'), 'utf8')) as PreparedQuery[];
  const before = held();
  const start = performance.now();
  await engine.open(folder);
  const open = performance.now() - start;
  // The terms come first, so that the first of them is the first query of the process.
  const chosen = await timed(queries, (query) => engine.search(query.chosen, 10));
  const degraded = await timed(queries, (query) => engine.search(query.chosenDegraded, 10));
  const whole = await timed(queries, (query) => engine.search(query.whole, 10));
  const ask = ({ text }: PreparedQuery): number[] =>
    (own?.similar(text, 20) ?? []).slice(0, 10).flatMap((hit) => [hit.line ?? -1, ...hit.duplicates.map(({ line }) => line ?? -1)]);
  const reply = own === null ? null : await timed(queries, ask);
  const replyAgain = own === null ? null : await timed(queries, ask);
  const after = held();
  return { open, memory: after.memory - before.memory, resident: after.resident - before.resident, chosen, degraded, whole, reply, replyAgain };
}

async function timed(queries: readonly PreparedQuery[], ask: (query: PreparedQuery) => Promise<readonly number[]> | readonly number[]): Promise<Timing> {
  const times: number[] = [];
  const processor: number[] = [];
  let found = 0;
  let foundFirst = 0;
  const end = Date.now() + longestSeries;
  for (const query of queries) {
    const used = process.cpuUsage();
    const start = performance.now();
    const answer = await ask(query);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
    if (answer.includes(query.source)) found += 1;
    if (answer[0] === query.source) foundFirst += 1;
    if (Date.now() > end) break;
  }
  const counted = (values: readonly number[]): number[] => (values.length > 2 * warmUp ? values.slice(warmUp) : [...values]).sort((left, right) => left - right);
  const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const wall = counted(times);
  const cpu = counted(processor);
  const quantiles = { p50: quantile(wall, 0.5), p95: quantile(wall, 0.95), cpu50: quantile(cpu, 0.5), cpu95: quantile(cpu, 0.95) };
  return { first: times[0] ?? 0, ...quantiles, recall: found / times.length, first1: foundFirst / times.length, queries: times.length };
}
