import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { indexRoot } from '../../src/engine/indexing/indexRoot.ts';
import { storeTrouble } from '../../src/engine/indexing/storeTrouble.ts';
import type { Figures } from './figures.ts';
import { commitOften, fileCount, jobFor, pairs, readContents, writeVersion } from './tortureLibrary.ts';

const quiet = { segmenter: pairs, onProgress: () => undefined, onCommit: () => undefined };

/** Makes writing fail from a certain call on, as a full or a read-only disk does; returns what takes it back. */
function failAfter(calls: number, kind: 'full' | 'read-only'): () => void {
  const { writeSync, openSync } = fs;
  const fail = (code: string): never => {
    throw Object.assign(new Error(`${code}: simulated`), { code });
  };
  let left = calls;
  if (kind === 'full') {
    fs.writeSync = ((...args: Parameters<typeof writeSync>) => {
      left -= 1;
      return left < 0 ? fail('ENOSPC') : writeSync(...args);
    }) as typeof writeSync;
  } else {
    fs.openSync = ((...args: Parameters<typeof openSync>) => {
      const writing = args[1] !== 'r' && args[1] !== undefined;
      if (writing) left -= 1;
      return writing && left < 0 ? fail('EROFS') : openSync(...args);
    }) as typeof openSync;
  }
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, { writeSync, openSync });
    syncBuiltinESMExports();
  };
}

/** Lets the disk fail at each step of a commit in turn: the last commit must stay, and the next run must complete it. */
export async function failingDisk(work: string, kind: 'full' | 'read-only', count: number): Promise<Figures> {
  const store = join(work, `store-${kind}`);
  const root = join(work, 'root');
  commitOften();
  for (let file = 0; file < fileCount; file += 1) writeVersion(root, file, 1);
  await indexRoot(jobFor(store, root), quiet);
  const figures = { tried: 0, survived: 0, detected: 0, lost: 0 };
  for (let round = 0; round < count; round += 1) {
    const before = readContents(store, root).versions;
    const version = round + 2;
    for (let file = 0; file < fileCount; file += 2) writeVersion(root, file, version);
    const restore = failAfter(round % 40, kind);
    let told = '';
    try {
      await indexRoot(jobFor(store, root), quiet);
    } catch (error) {
      told = storeTrouble(error);
    } finally {
      restore();
    }
    figures.tried += 1;
    const during = readContents(store, root);
    const kept = [...before].every(([file, known]) => (during.versions.get(file) ?? -1) >= known);
    await indexRoot(jobFor(store, root), quiet);
    const after = readContents(store, root);
    const complete = [...after.versions].every(([file, known]) => known === (file % 2 === 0 ? version : 1)) && after.versions.size === fileCount;
    if (!kept || during.fault !== null || during.damage !== null || !complete) {
      figures.lost += 1;
      process.stderr.write(`[torture] ${kind} disk at call ${String(round % 40)}: ${during.fault ?? during.damage ?? (kept ? 'not completed' : 'committed files missing')}\n`);
    } else if (told === '') figures.survived += 1;
    else figures.detected += 1;
  }
  return figures;
}
