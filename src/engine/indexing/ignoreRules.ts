import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { decodeText } from '../readers/decodeText.ts';

export const ignoreFile = '.speechdraftignore';

/** A longer file is no list of patterns. */
const longest = 1_000_000;

/**
 * Whether a path below the root is left out by an ignore file, written as for Git: the one in the root, and those of the
 * folders on the way, the nearest last. Each is read once; a file that cannot be read rules nothing.
 */
export function ignoreRules(root: string): (key: string) => boolean {
  const rules = new Map<string, Ignore | null>();
  const rulesOf = (folder: string): Ignore | null => {
    const known = rules.get(folder);
    if (known !== undefined) return known;
    const read = readIgnoreFile(join(root, folder, ignoreFile));
    rules.set(folder, read);
    return read;
  };
  return (key) => {
    let ignored = false;
    for (let end = -1; ; ) {
      const folder = end < 0 ? '' : key.slice(0, end);
      const below = key.slice(end + 1);
      const verdict = rulesOf(folder)?.test(below);
      if (verdict?.ignored === true) ignored = true;
      else if (verdict?.unignored === true) ignored = false;
      end = key.indexOf('/', end + 1);
      if (end < 0) return ignored;
    }
  };
}

/** Editors on Windows may save it as GBK or UTF-16. */
function readIgnoreFile(path: string): Ignore | null {
  try {
    const bytes = readFileSync(path);
    return bytes.length > longest ? null : ignore().add(decodeText(bytes));
  } catch {
    // Most folders have none.
    return null;
  }
}
