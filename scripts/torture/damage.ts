import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { indexRoot } from '../../src/engine/indexing/indexRoot.ts';
import type { Figures } from './figures.ts';
import { commitOften, fileCount, jobFor, pairs, readContents, writeVersion } from './tortureLibrary.ts';

const quiet = { segmenter: pairs, onProgress: () => undefined, onCommit: () => undefined };

/** Flips a bit or cuts a file of a good store; then what is read must be right, or the damage named and repaired. */
export async function damage(work: string, count: number, random: () => number): Promise<Figures> {
  const good = join(work, 'good');
  const store = join(work, 'damaged');
  const root = join(work, 'root');
  commitOften();
  for (let round = 1; round <= 4; round += 1) {
    for (let file = 0; file < fileCount; file += 1) if (round === 1 || file % 4 === round) writeVersion(root, file, round);
    await indexRoot(jobFor(good, root), quiet);
  }
  const expected = readContents(good, root).versions;
  const same = (versions: ReadonlyMap<number, number>): boolean => versions.size === expected.size && [...expected].every(([file, version]) => versions.get(file) === version);
  const figures = { tried: 0, survived: 0, detected: 0, lost: 0 };
  for (let round = 0; round < count; round += 1) {
    rmSync(store, { recursive: true, force: true });
    cpSync(good, store, { recursive: true });
    const what = harm(store, random);
    const before = readContents(store, root);
    figures.tried += 1;
    // An older commit that is whole is no loss: bringing it up to date must give everything.
    const older = before.damage === null && !same(before.versions);
    const { message } = await indexRoot(jobFor(store, root, before.damage !== null), quiet);
    const after = readContents(store, root);
    if (before.fault !== null || after.fault !== null || after.damage !== null || !same(after.versions)) {
      figures.lost += 1;
      process.stderr.write(`[torture] ${what}: ${before.fault ?? after.fault ?? after.damage ?? 'not everything came back'}\n`);
    } else if (before.damage !== null || older || message !== null) figures.detected += 1;
    else figures.survived += 1;
  }
  return figures;
}

function harm(store: string, random: () => number): string {
  const files = readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  // Mostly what the last commit names: the rest is there for readers under way, and harming it harms nothing.
  const newest = files.filter((file) => /manifest-/.test(file)).at(-1) ?? '';
  const named = files.filter((file) => file === newest || readFileSync(newest, 'latin1').includes(basename(file).replace(/\.(index|text)$/, '"')));
  const among = random() < 0.8 ? named : files;
  const file = among[Math.floor(random() * among.length)] ?? '';
  const bytes = readFileSync(file);
  const at = Math.floor(random() * bytes.length);
  if (random() < 0.25) {
    truncateSync(file, at);
    return `${file} cut at ${String(at)}`;
  }
  const bit = Math.floor(random() * 8);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
  return `${file} bit ${String(bit)} of byte ${String(at)} flipped`;
}
