// npm run bench -- --texts FOLDER [--sizes 10000,100000] [--engines ours,fts5,…] [--queries 200] [--json FILE]
// Measures this index beside its peers: the same paragraphs, the same terms, the same queries, each engine in a process
// of its own. Run it on a machine that does nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseTerms } from '../src/core/passages/queryTerms.ts';
import { indexTerm } from '../src/core/text/indexTerm.ts';
import { loadSegmenter } from '../src/engine/segmenter/loadSegmenter.ts';
import { printTable } from './printTable.ts';
import type { PreparedQuery } from './measureEngine.ts';
import { degradedQueries } from './queries.ts';
import { fillUp, readParagraphs } from './texts.ts';

const project = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    texts: { type: 'string' },
    sizes: { type: 'string', default: '10000,100000' },
    engines: { type: 'string', default: 'ours,fts5,miniSearch,flexSearch,orama,elasticLunr' },
    queries: { type: 'string', default: '200' },
    json: { type: 'string' },
  },
});
if (values.texts === undefined || !existsSync(values.texts)) {
  process.stderr.write('npm run bench -- --texts FOLDER: a folder with Markdown or text files is needed.\n');
  process.exit(2);
}
if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
  process.stderr.write('[bench] installing the peers …\n');
  spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: import.meta.dirname, stdio: 'inherit' });
}

/** An engine that takes longer to build or to answer all queries is left out at that size. */
const longest = 300_000;

function measure(engine: string, step: 'build' | 'query', work: string): Record<string, unknown> | null {
  const script = join(import.meta.dirname, 'measureEngine.ts');
  const result = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=8000', script, engine, step, work], { cwd: import.meta.dirname, encoding: 'utf8', timeout: longest, maxBuffer: 1 << 26 });
  if (result.status === 0) return JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
  process.stderr.write(`[bench] ${engine} ${step}: ${result.error === undefined ? result.stderr.split('\n').slice(0, 6).join('\n') : 'did not finish in time'}\n`);
  return null;
}

interface Timing {
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  readonly recall: number;
}

const { segmenter } = loadSegmenter(join(project, 'dist', 'segmenter'), 'auto');
const sizes = (values.sizes ?? '').split(',').map(Number);
const real = readParagraphs(values.texts, Math.max(...sizes));
const results: Record<string, unknown> = {};
for (const size of sizes) {
  const paragraphs = fillUp(real, size);
  const textBytes = paragraphs.reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  const work = join(project, '.cache', `bench-${String(size)}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  process.stderr.write(`[bench] ${String(size)} paragraphs, ${String(Math.min(real.length, size))} of them real, ${(textBytes / 1e6).toFixed(1)} MB\n`);
  const start = performance.now();
  const terms = paragraphs.map((each) => segmenter.cut(each).map(indexTerm).filter((term) => term !== null));
  const segmenting = (performance.now() - start) / 1000;
  // Space separates terms for all engines, so none may hold one.
  const clean = terms.map((each) => each.filter((term) => !/\s/u.test(term)));
  writeFileSync(join(work, 'terms'), clean.map((each) => each.join(' ')).join('\n'));
  const counts = new Map<string, number>();
  for (const each of clean) for (const term of new Set(each)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const frequencies = { paragraphs: size, count: (term: string) => counts.get(term) ?? 0 };
  const queries: PreparedQuery[] = degradedQueries(paragraphs, Number(values.queries)).map(({ source, text }) => ({
    source,
    text,
    whole: [...new Set(segmenter.cut(text).map(indexTerm).filter((term) => term !== null && !/\s/u.test(term)))] as string[],
    chosen: chooseTerms({ text, formulations: [], headings: [] }, segmenter, frequencies).map((each) => each.term),
  }));
  writeFileSync(join(work, 'queries.json'), JSON.stringify(queries));
  const table: string[][] = [];
  const measured: Record<string, unknown> = { textBytes, segmenting };
  for (const engine of (values.engines ?? '').split(',')) {
    const build = measure(engine, 'build', work);
    const query = build === null ? null : measure(engine, 'query', work);
    measured[engine] = { build, query };
    const row = (ask: string, timing: Timing | undefined): void => {
      if (timing === undefined) return;
      const milliseconds = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
      table.push([engine, ask, Number(build?.['seconds']).toFixed(1), `${((Number(build?.['bytes']) / textBytes) * 100).toFixed(0)} %`, Number(query?.['open']).toFixed(0), Number(query?.['memory']).toFixed(0), milliseconds(timing.first), milliseconds(timing.p50), milliseconds(timing.p95), timing.recall.toFixed(3)]);
    };
    row('24 terms', query?.['chosen'] as Timing | undefined);
    row('all terms', query?.['whole'] as Timing | undefined);
    row('whole reply', query?.['replyWarm'] as Timing | undefined);
  }
  results[String(size)] = measured;
  process.stdout.write(`\n${String(size)} paragraphs, ${(textBytes / 1e6).toFixed(1)} MB of text; segmenting alone ${segmenting.toFixed(1)} s\n`);
  printTable(['engine', 'query', 'build s', 'disk/text', 'open ms', 'memory MB', 'first ms', 'p50 ms', 'p95 ms', 'recall@10'], table);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
