import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { manifestNumbers } from './storeLayout.ts';

/** What nobody has written for so long is deleted: two weeks, in milliseconds. */
const longestUnused = 14 * 24 * 3600 * 1000;

const subStoreName = /^(native|wasm)-[0-9a-f]+-f\d+r\d+$/;

/**
 * Deletes what other versions of the extension have left: sub-stores of the same kind of segmenter that nobody has
 * written for two weeks, and folders that were set aside as damaged as long ago. Throws what the file system throws.
 */
export function cleanStore(store: string, current: string, now = Date.now()): void {
  const kind = subStoreName.exec(current)?.[1];
  for (const name of readdirSync(store)) {
    const match = subStoreName.exec(name);
    if (match === null) continue;
    const folder = join(store, name);
    if (name !== current && match[1] === kind && now - lastWritten(folder) > longestUnused) {
      rmSync(folder, { recursive: true, force: true });
      continue;
    }
    for (const root of readdirSync(folder).filter((each) => each.includes('.damaged-'))) {
      if (now - statSync(join(folder, root)).mtimeMs > longestUnused) rmSync(join(folder, root), { recursive: true, force: true });
    }
  }
}

/** When the newest commit of any root was made. */
function lastWritten(folder: string): number {
  const roots = readdirSync(folder).map((name) => join(folder, name));
  return Math.max(statSync(folder).mtimeMs, ...roots.filter((root) => manifestNumbers(root).length > 0).map((root) => statSync(root).mtimeMs));
}
