import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of sub-stores: `native-3fa91c…-f1r1`. */
const ours = /^(?:native|wasm)-[0-9a-f]+-f\d+r\d+$/;

/**
 * Deletes what this extension keeps in a folder, and the folder where nothing else stands in it: the place is a setting,
 * and a writer may have chosen a folder with other things in it. Throws what the file system throws.
 */
export async function eraseStore(store: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(store);
  } catch {
    // There is nothing to delete.
    return;
  }
  for (const name of names.filter((each) => ours.test(each))) await rm(join(store, name), { recursive: true, force: true, maxRetries: 3 });
  if (names.every((name) => ours.test(name))) await rmdir(store);
}
