import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { join, resolve } from 'node:path';
import type { IndexSummary } from '../../core/contracts.ts';
import { BusyError, forgetRoot, indexRoot } from '../indexing/indexRoot.ts';
import { ReadAhead } from '../indexing/readAhead.ts';
import { storeTrouble } from '../indexing/storeTrouble.ts';
import { loadSegmenter } from '../segmenter/loadSegmenter.ts';
import { isDamaged } from '../store/storeReader.ts';
import { segmenterOf } from './libraryCommands.ts';
import { complain, writeResult } from './output.ts';
import type { Arguments } from './usage.ts';
import { InputError, optionOf, UsageError } from './usage.ts';

const largestFile = 50_000_000;

/** How long another process may hold a root before it is given up, in tries of a quarter second. */
const tries = 240;

/** Brings the named roots up to date, and forgets those after `--remove`; other roots of the store stay as they are. */
export async function indexCommand(args: Arguments, distDir: string): Promise<void> {
  const given = optionOf(args, 'store');
  if (given === undefined || given === '') throw new UsageError('“index”缺少 --store。');
  const store = resolve(given);
  const removed = (args.options.get('remove') ?? []).map((root) => resolve(root));
  const roots = [...new Set(args.operands.map((root) => resolve(root)))];
  if (roots.length === 0 && removed.length === 0) throw new UsageError('“index”没有给出要建立索引的文件夹。');
  for (const root of roots) {
    if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) throw new InputError(`“${root}”不是文件夹，或者不能读取。`);
  }
  const folder = join(distDir, 'segmenter');
  const loaded = loadSegmenter(folder, segmenterOf(args));
  const ahead = new ReadAhead({ folder, kind: loaded.segmenter.kind, id: loaded.segmenter.id });
  if (loaded.notice !== null) complain(loaded.notice);
  let summary = empty;
  try {
    for (const root of removed) {
      if (!(await untilFree(() => Promise.resolve(forgetRoot(store, loaded.segmenter.id, root))))) {
        complain(`索引中没有“${root}”。`);
      }
    }
    for (const root of roots) {
      let told = 0;
      const job = {
        distDir,
        store,
        root,
        exclude: args.options.get('exclude') ?? [],
        includeClassified: args.options.has('include-classified'),
        segmenter: segmenterOf(args),
        maxBytes: largestFile,
        skip: [],
        rebuild: isDamaged(store, loaded.segmenter.id, root),
      };
      const outcome = await untilFree(() =>
        indexRoot(job, {
          segmenter: loaded.segmenter,
          ahead,
          onProgress: ({ done, total }) => {
            if (Date.now() - told < 1000) return;
            told = Date.now();
            complain(`${root}: ${String(done)}/${String(total)}`);
          },
          onCommit: () => undefined,
        }),
      );
      if (outcome.message !== null) complain(outcome.message);
      summary = together(summary, outcome.summary);
    }
  } catch (error) {
    if (error instanceof BusyError) throw new InputError('另一个进程正在更新这个文件夹的索引，请稍后再试。');
    throw new InputError(storeTrouble(error));
  } finally {
    await ahead.close();
  }
  writeResult(summary);
}

async function untilFree<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof BusyError) || attempt >= tries) throw error;
      if (attempt === 1) complain('另一个进程正在更新这个文件夹的索引，等待中……');
      await pause(250);
    }
  }
}

const empty: IndexSummary = {
  roots: [],
  ...{ files: 0, articles: 0, paragraphs: 0, characters: 0, added: 0, updated: 0, removed: 0, unchanged: 0 },
  failed: [],
  seconds: 0,
  bytes: { index: 0, text: 0 },
};

function together(first: IndexSummary, second: IndexSummary): IndexSummary {
  return {
    roots: [...first.roots, ...second.roots],
    files: first.files + second.files,
    articles: first.articles + second.articles,
    paragraphs: first.paragraphs + second.paragraphs,
    characters: first.characters + second.characters,
    added: first.added + second.added,
    updated: first.updated + second.updated,
    removed: first.removed + second.removed,
    unchanged: first.unchanged + second.unchanged,
    failed: [...first.failed, ...second.failed],
    seconds: Math.round((first.seconds + second.seconds) * 100) / 100,
    bytes: { index: first.bytes.index + second.bytes.index, text: first.bytes.text + second.bytes.text },
  };
}
