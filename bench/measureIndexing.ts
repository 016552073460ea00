// Measures whole indexing, reading and storing included, through the processes that the extension starts:
// node bench/measureIndexing.ts FOLDER STORE
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { loadTools } from '../scripts/eval/similar/searchTools.ts';
import { project } from '../scripts/commands.ts';
import { countHan } from '../src/core/text/han.ts';
import { createEngine } from '../src/engine/client/createEngine.ts';
import type { Engine, EngineConfiguration } from '../src/protocol/engine.ts';
import { readParagraphs, textFiles } from './texts.ts';

export interface IndexingFigures {
  readonly files: number;
  readonly characters: number;
  /** Han characters a second that the bare segmenter cuts. */
  readonly segmenter: number;
  /** The same for whole indexing, from starting the process to the last merge. */
  readonly whole: number;
  readonly paragraphs: number;
  /** Milliseconds of a query through the searcher's process, idle and while another folder is indexed. */
  readonly idle: { readonly p50: number; readonly p95: number };
  readonly meanwhile: { readonly p50: number; readonly p95: number; readonly queries: number };
  /** Seconds from saving a file until a word in it is found. */
  readonly saved: number;
  readonly bytes: { readonly index: number; readonly text: number };
}

const [folder = '', work = ''] = process.argv.slice(2);
console.log(JSON.stringify(await measure()));

async function measure(): Promise<IndexingFigures> {
  rmSync(work, { recursive: true, force: true });
  const first = join(work, 'first');
  const second = join(work, 'second');
  mkdirSync(first, { recursive: true });
  mkdirSync(second, { recursive: true });
  const files = textFiles([folder]);
  files.forEach((file, number) => cpSync(file, join(number % 2 === 0 ? first : second, `${String(number)}-${basename(file)}`)));
  const texts = files.filter((_, number) => number % 2 === 0).map((file) => readFileSync(file, 'utf8'));
  const characters = texts.reduce((sum, text) => sum + countHan(text), 0);

  const { segmenter } = loadTools('native');
  const began = performance.now();
  for (const text of texts) for (const line of text.split('\n')) segmenter.cut(line);
  const bare = (performance.now() - began) / 1000;

  const log: string[] = [];
  const engine = createEngine({ distDir: join(project, 'dist'), execPath: process.execPath, log: (text) => log.push(text) });
  const configuration: EngineConfiguration = {
    store: join(work, 'store'),
    roots: [{ path: first, scope: 'machine' }],
    exclude: [],
    includeClassified: true,
    includeBundled: false,
    segmenter: 'native',
    maxFileSize: 50,
    indexerMemory: 2000,
  };
  try {
    const start = performance.now();
    await engine.configure(configuration);
    await engine.refresh();
    await settled(engine);
    const whole = (performance.now() - start) / 1000;
    const drafts = readParagraphs([first], 4000).filter((text) => text.length > 80).slice(0, 300);
    const { bytes } = await engine.report();
    const { paragraphs } = engine.status();
    await times(engine, drafts.slice(0, 20));
    const idle = quantiles(await times(engine, drafts.slice(20)));
    const indexing = engine.configure({ ...configuration, roots: [...configuration.roots, { path: second, scope: 'machine' }] }).then(() => engine.refresh());
    let done = false;
    const finished = indexing.then(() => settled(engine)).finally(() => (done = true));
    const taken: number[] = [];
    for (let turn = 0; !done; turn += 1) {
      taken.push(...(await times(engine, [drafts[turn % drafts.length] ?? ''])));
      await pause(20);
    }
    await finished;
    return {
      files: texts.length,
      characters,
      segmenter: characters / bare,
      whole: characters / whole,
      paragraphs,
      idle,
      meanwhile: { ...quantiles(taken), queries: taken.length },
      saved: await untilFound(engine, join(first, 'saved.md')),
      bytes,
    };
  } catch (error) {
    process.stderr.write(`${log.slice(-10).join('\n')}\n`);
    throw error;
  } finally {
    engine.dispose();
  }
}

async function settled(engine: Engine): Promise<void> {
  while (engine.status().state === 'indexing' || engine.status().state === 'starting') await pause(10);
  const { state, message } = engine.status();
  if (state === 'failed') throw new Error(message ?? 'the engine failed');
}

async function times(engine: Engine, drafts: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  for (const text of drafts) {
    const start = performance.now();
    await engine.similar({ text, limit: 20 });
    taken.push(performance.now() - start);
  }
  return taken;
}

function quantiles(values: readonly number[]): { p50: number; p95: number } {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

async function untilFound(engine: Engine, file: string): Promise<number> {
  writeFileSync(file, '# 新存的稿子\n\n榫卯节能改造示范工程今天在本市开工，这句话别处没有，只有这篇刚刚保存的稿子里写着。\n');
  const start = performance.now();
  const refreshed = engine.refresh([file]);
  for (;;) {
    const found = await engine.search({ query: '“榫卯节能改造示范工程”' });
    if (found.length > 0) break;
    if (performance.now() - start > 30_000) return Infinity;
    await pause(5);
  }
  const seconds = (performance.now() - start) / 1000;
  await refreshed;
  return seconds;
}
