import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { indexRoot } from '../../src/engine/indexing/indexRoot.ts';
import type { Figures } from './figures.ts';
import { jobFor, pairs, readContents } from './tortureLibrary.ts';

type Told = { readonly ready?: true; readonly committed?: readonly [number, number][] };

const script = join(import.meta.dirname, 'writer.ts');

function startWriter(args: readonly string[], note: (versions: readonly [number, number][]) => void): { child: ChildProcess; ready: Promise<void>; ended: Promise<void> } {
  const child = fork(script, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ready = new Promise<void>((resolve) => {
    child.on('message', (told: Told) => {
      if (told.ready === true) resolve();
      if (told.committed !== undefined) note(told.committed);
    });
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  return { child, ready, ended };
}

/** Kills one or two writers of a root at random moments; after each kill everything committed must be there. */
export async function kills(work: string, count: number, random: () => number): Promise<Figures> {
  const store = join(work, 'store');
  const root = join(work, 'root');
  const committed = new Map<number, number>();
  const note = (versions: readonly [number, number][]): void => {
    for (const [file, version] of versions) committed.set(file, Math.max(version, committed.get(file) ?? 0));
  };
  const figures = { tried: 0, survived: 0, detected: 0, lost: 0, unfinished: 0 };
  for (let round = 0; round < count; round += 1) {
    // A third of the time two processes write at once.
    const together = round % 3 === 2 ? 2 : 1;
    const args = [store, root, String(1 + round * 1000)];
    const writers = Array.from({ length: together }, (_, writer) => startWriter([...args, String(writer), String(together)], note));
    await Promise.all(writers.map((writer) => writer.ready));
    await pause(random() * 250);
    for (const writer of writers) writer.child.kill('SIGKILL');
    await Promise.all(writers.map((writer) => writer.ended));
    const { versions, fault, damage } = readContents(store, root);
    figures.tried += 1;
    const missing = [...committed].filter(([file, version]) => (versions.get(file) ?? -1) < version);
    if (damage !== null) figures.detected += 1;
    if (fault !== null || damage !== null || missing.length > 0) {
      figures.lost += 1;
      process.stderr.write(`[torture] kill ${String(round)}: ${fault ?? damage ?? `${String(missing.length)} committed files are missing`}\n`);
    } else {
      figures.survived += 1;
    }
    // A writer that was killed at once has made no store yet.
    if (existsSync(store) && readdirSync(store, { recursive: true, encoding: 'utf8' }).some((name) => name.includes('.tmp-'))) figures.unfinished += 1;
  }
  // The lock of the last dead writer is still there: it must be taken over, and what was left unfinished goes.
  await indexRoot(jobFor(store, root), { segmenter: pairs, onProgress: () => undefined, onCommit: () => undefined });
  const last = readContents(store, root);
  if (last.fault !== null || last.damage !== null || !asOnDisk(root, last.versions)) {
    figures.lost += 1;
    process.stderr.write(`[torture] after all kills: ${last.fault ?? last.damage ?? 'not as on disk'}\n`);
  }
  return figures;
}

/** Whether the store holds what the files say; one that the writer was killed over is none. */
function asOnDisk(root: string, versions: ReadonlyMap<number, number>): boolean {
  return readdirSync(root).filter((name) => !name.startsWith('.')).every((name) => {
    const version = /号文件的第(\d+)版，内容从此开始/.exec(readFileSync(join(root, name), 'utf8'))?.[1];
    return version === undefined || versions.get(parseInt(name, 10)) === Number(version);
  });
}
