import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder and of all below it whose names have the form, in the order of their names; a file itself where one is given. */
export function filesBelow(path: string, form = /\.(?:md|txt)$/u): string[] {
  if (!statSync(path).isDirectory()) return form.test(path) ? [path] : [];
  return readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name), form));
}
