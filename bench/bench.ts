// npm run bench -- --texts FOLDER [--texts FOLDER …] [--sizes 10000,100000,1000000] [--engines ours,fts5,…]
//                  [--queries 200] [--seconds 300] [--no-indexing] [--json FILE]
// Measures this index beside its peers: the same paragraphs, the same terms, the same queries, each engine in a process
// of its own. Run it on a machine that does nothing else; the load is printed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chosenTerms, loadTools, termsOf } from '../scripts/eval/similar/searchTools.ts';
import { project } from '../scripts/commands.ts';
import { foldersOf } from '../scripts/texts/textFolder.ts';
import { searcherFlags } from '../src/engine/forkEngine.ts';
import type { BuildFigures, QueryFigures, Timing } from './measureEngine.ts';
import type { IndexingFigures } from './measureIndexing.ts';
import { printTable } from '../scripts/printTable.ts';
import type { PreparedQuery } from './queries.ts';
import { benchQueries, mostTerms } from './queries.ts';
import { fillUp, pieceSeparator, readParagraphs, termsOfPieces, writeLines } from './texts.ts';

const { values } = parseArgs({
  options: {
    texts: { type: 'string', multiple: true },
    sizes: { type: 'string', default: '10000,100000' },
    engines: { type: 'string', default: 'ours,fts5,miniSearch,flexSearch,orama,elasticLunr' },
    queries: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '300' },
    'no-indexing': { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const given = values.texts ?? [];
if (given.length === 0 || !given.every((folder) => existsSync(folder))) {
  console.error('用法：npm run bench -- --texts 文件夹 [--sizes 10000,100000,1000000] [--engines ours,fts5] [--json 文件]');
  process.exit(2);
}
if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
  console.error('[bench] installing the peers …');
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: import.meta.dirname, stdio: 'inherit' });
  if (installed.status !== 0) process.exit(1);
}

const labels: Readonly<Record<string, string>> = {
  ours: '本项目',
  fts5: 'SQLite FTS5',
  miniSearch: 'MiniSearch',
  flexSearch: 'FlexSearch',
  orama: 'Orama',
  elasticLunr: 'elasticlunr',
};
const engines = (values.engines ?? '').split(',');
const sizes = (values.sizes ?? '').split(',').map(Number).sort((left, right) => left - right);
/** Old space of each engine's process, in MB: what an office machine could spare at the very most. */
const memoryLimit = 6000;

interface Outcome {
  readonly build: BuildFigures | null;
  readonly query: QueryFigures | null;
  /** Why there are no figures; `null` where it finished. */
  readonly note: string | null;
}

const folders = given.flatMap(foldersOf);
const tools = loadTools('native');
const real = readParagraphs(folders, Math.max(...sizes));
const figures: Record<string, unknown> = { load: loadavg()[0], realParagraphs: real.length };
const outcomes = new Map<string, Outcome>();
console.log(`真实段落 ${real.length} 个；分词：${tools.segmenter.kind}；系统负载 ${(loadavg()[0] ?? 0).toFixed(1)}`);
for (const size of sizes) await measureSize(size);
printGrowth();
if (!values['no-indexing']) measureIndexing();
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);

async function measureSize(size: number): Promise<void> {
  const paragraphs = fillUp(real, size);
  const textBytes = paragraphs.reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  const work = join(project, '.cache', `bench-${String(size)}`);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const counts = new Map<string, number>();
  let segmenting = 0;
  const cut = (text: string): string[] => termsOf(text, tools.segmenter).filter((term) => !/\s/u.test(term));
  const lines = function* (): Generator<string> {
    for (const text of paragraphs) {
      const start = performance.now();
      const pieces = tools.segmenter.cut(text);
      segmenting += performance.now() - start;
      for (const term of new Set(termsOfPieces(pieces))) counts.set(term, (counts.get(term) ?? 0) + 1);
      yield pieces.join(pieceSeparator);
    }
  };
  await writeLines(join(work, 'pieces'), lines());
  const library = { paragraphs: size, count: (term: string) => counts.get(term) ?? 0 };
  const choose = (text: string): string[] => chosenTerms(text, tools, library).slice(0, mostTerms).map(({ term }) => term);
  const queries: PreparedQuery[] = benchQueries(paragraphs, Number(values.queries)).map((query) => ({
    ...query,
    whole: [...new Set(cut(query.text))],
    chosen: choose(query.text),
    chosenDegraded: choose(query.degraded),
  }));
  writeFileSync(join(work, 'queries.json'), JSON.stringify(queries));
  const rows: string[][] = [];
  for (const engine of engines) {
    const outcome = measureEngine(engine, size, work);
    outcomes.set(`${engine} ${String(size)}`, outcome);
    rows.push(...rowsOf(engine, outcome, textBytes));
    note(size, engine, { ...outcome, textBytes, load: loadavg()[0] });
  }
  figures[`${String(size)} segmenting seconds`] = { all: segmenting / 1000 };
  console.log(
    `\n${size} 段（真实 ${Math.min(real.length, size)}），${(textBytes / 1e6).toFixed(1)} MB；单是分词 ${(segmenting / 1000).toFixed(1)} 秒；负载 ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  printTable(['引擎', '查询', '建索引秒', '建时MB', '索引/文', '存文/文', '打开ms', '内存MB', '驻留MB', '头一次ms', 'p50ms', 'p95ms', 'CPU p50', 'CPU p95', '前十', '第一'], rows);
  rmSync(work, { recursive: true, force: true });
}

/** Figures go under measure and engine. */
function note(size: number, engine: string, outcome: Outcome & { textBytes: number; load: number | undefined }): void {
  const { build, query, textBytes } = outcome;
  const put = (measure: string, value: unknown): void => {
    figures[`${String(size)} ${measure}`] = { ...(figures[`${String(size)} ${measure}`] as object | undefined), [engine]: value };
  };
  put('outcome', outcome.note ?? 'finished');
  put('load', outcome.load);
  put('build seconds', build?.seconds ?? null);
  put('build memory MB', build?.memory ?? null);
  put('index bytes per text byte', build === null ? null : build.index / textBytes);
  put('stored text bytes per text byte', build === null ? null : build.text / textBytes);
  put('open ms', query?.open ?? null);
  put('memory MB', query?.memory ?? null);
  put('resident MB', query?.resident ?? null);
  for (const kind of ['chosen', 'degraded', 'whole', 'reply', 'replyAgain'] as const) put(`query ${kind}`, query?.[kind] ?? null);
}

function measureEngine(engine: string, size: number, work: string): Outcome {
  const failedBefore = sizes.find((each) => each < size && outcomes.get(`${engine} ${String(each)}`)?.note);
  if (failedBefore !== undefined) return { build: null, query: null, note: `${failedBefore} 段时已没有跑完，不再试` };
  const build = inProcess(engine, 'build', work);
  if (typeof build === 'string') return { build: null, query: null, note: `建索引${build}` };
  const query = inProcess(engine, 'query', work);
  if (typeof query === 'string') return { build: build as BuildFigures, query: null, note: `查询${query}` };
  return { build: build as BuildFigures, query: query as QueryFigures, note: null };
}

/** What the process printed, or in words why it did not finish. */
function inProcess(engine: string, step: 'build' | 'query', work: string): unknown {
  const script = join(import.meta.dirname, 'measureEngine.ts');
  const limit = Number(values.seconds) * 1000;
  // Ours answers as the extension starts it; the peers with V8's defaults, which are faster for them.
  const asStarted = engine === 'ours' && step === 'query' ? searcherFlags : [];
  const flags = ['--expose-gc', `--max-old-space-size=${String(memoryLimit)}`, ...asStarted];
  const options = { cwd: import.meta.dirname, encoding: 'utf8', timeout: limit, maxBuffer: 1 << 26 } as const;
  const result = spawnSync(process.execPath, [...flags, script, engine, step, work], options);
  if (result.status === 0) return JSON.parse(result.stdout.trim().split('\n').at(-1) ?? 'null') as unknown;
  if (result.error !== undefined) return `超过 ${values.seconds} 秒，没有跑完`;
  if (/heap out of memory|Invalid string length|ERR_STRING_TOO_LONG/.test(result.stderr)) return `超出 ${memoryLimit / 1000} GB 内存或字符串上限，没有跑完`;
  console.error(`[bench] ${engine} ${step}: ${result.stderr.split('\n').slice(0, 8).join('\n')}`);
  return '出错，没有跑完';
}

function rowsOf(engine: string, { build, query, note: why }: Outcome, textBytes: number): string[][] {
  const label = labels[engine] ?? engine;
  if (build === null) return [[label, why ?? '']];
  const share = (bytes: number): string => (bytes === 0 ? '—' : `${((bytes / textBytes) * 100).toFixed(0)}%`);
  const head = [build.seconds.toFixed(1), build.memory.toFixed(0), share(build.index), share(build.text)];
  if (query === null) return [[label, why ?? '', ...head]];
  const row = (ask: string, timing: Timing | null): string[][] =>
    timing === null
      ? []
      : [[label, ask, ...head, query.open.toFixed(0), query.memory.toFixed(0), query.resident.toFixed(0), ms(timing.first), ms(timing.p50), ms(timing.p95), ms(timing.cpu50), ms(timing.cpu95), timing.recall.toFixed(2), timing.first1.toFixed(2)]];
  return [
    ...row('24 词', query.chosen),
    ...row('残段 24 词', query.degraded),
    ...row('整段全部词', query.whole),
    ...row('整个答复', query.reply),
    ...row('同上再问', query.replyAgain),
  ];
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0);
}

/** How each figure grows from one size to the next. */
function printGrowth(): void {
  if (sizes.length < 2) return;
  const rows = engines.map((engine) => {
    const of = (pick: (outcome: Outcome) => number | undefined): string =>
      sizes.map((size) => outcomes.get(`${engine} ${String(size)}`)).map((each) => (each === undefined ? undefined : pick(each))).map((value) => (value === undefined ? '—' : ms(value))).join(' → ');
    return [labels[engine] ?? engine, of((each) => each.build?.seconds), of((each) => each.query?.open), of((each) => each.query?.memory), of((each) => each.query?.chosen.p95), of((each) => each.query?.whole.p95), of((each) => each.query?.reply?.p95)];
  });
  console.log(`\n随规模的增长：${sizes.join(' → ')} 段`);
  printTable(['引擎', '建索引秒', '打开ms', '内存MB', '24词p95', '整段p95', '整个答复p95'], rows);
}

function measureIndexing(): void {
  const work = join(project, '.cache', 'bench-indexing');
  const rows: string[][] = [];
  for (const folder of folders) {
    const result = spawnSync(process.execPath, [join(import.meta.dirname, 'measureIndexing.ts'), folder, work], { encoding: 'utf8', timeout: 600_000 });
    if (result.status !== 0) {
      console.error(`[bench] indexing ${folder}: ${result.stderr.split('\n').slice(0, 12).join('\n')}`);
      continue;
    }
    const measured = JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '{}') as IndexingFigures;
    if (measured.files < 2) continue;
    figures['whole indexing'] = { ...(figures['whole indexing'] as object | undefined), [folder]: measured };
    const { segmenter, whole, idle, meanwhile, saved } = measured;
    rows.push([
      folder,
      String(measured.paragraphs),
      `${(segmenter / 1e6).toFixed(2)} M字/秒`,
      `${(whole / 1e6).toFixed(2)} M字/秒`,
      `${((whole / segmenter) * 100).toFixed(0)}%`,
      `${ms(idle.p50)} / ${ms(idle.p95)}`,
      `${ms(meanwhile.p50)} / ${ms(meanwhile.p95)}（${meanwhile.queries} 问）`,
      `${saved.toFixed(2)} 秒`,
    ]);
  }
  console.log('\n连读取、存盘在内的整个建索引（一半文件先建，另一半建时照常查询），经进程');
  printTable(['文件夹', '段落', '单是分词', '整个建索引', '占比', '空闲 p50/p95 ms', '建索引时 p50/p95 ms', '存盘到能查到'], rows);
  rmSync(work, { recursive: true, force: true });
}
