// node scripts/readers/listRemovals.ts [--every N] [--part K] [--code CODE] FOLDER…
// Lists what reading takes out of real documents, a line each with its kind and file, and what share of the characters
// went: to be looked at by eye, since documents as they came have no gold. `--every 10` reads every tenth file.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDocument } from '../../src/engine/readers/readDocument.ts';

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return /\.(?:md|txt|html?)$/iu.test(path) ? [path] : [];
  return readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name)));
}

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

const every = Number(option('every', '1'));
const part = Number(option('part', '0'));
const code = option('code', '');
const folders = process.argv.slice(2).filter((each, index, all) => !each.startsWith('--') && !(all[index - 1] ?? '').startsWith('--'));
const counts = new Map<string, { lines: number; characters: number }>();
let paragraphs = 0;
let characters = 0;
for (const file of folders.flatMap(filesBelow).filter((_, index) => index % every === part)) {
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8').replace(/^\ufeff/u, '');
  const document = await readDocument(bytes, basename(file));
  paragraphs += document.text.split('\n').length;
  characters += document.text.length;
  for (const problem of document.outline.problems) {
    if (problem.space !== 'source' || problem.code === 'markup' || (code !== '' && problem.code !== code)) continue;
    const went = text.slice(problem.span.start, problem.span.end);
    const count = counts.get(problem.code) ?? { lines: 0, characters: 0 };
    counts.set(problem.code, { lines: count.lines + 1, characters: count.characters + went.length });
    console.log(`${problem.code}\t${basename(file)}\t${went.replace(/\s+/gu, ' ').slice(0, 160)}`);
  }
}
console.log(`${paragraphs} paragraphs, ${characters} characters kept`);
for (const [name, count] of counts) console.log(`  ${name}: ${count.lines} stretches, ${count.characters} characters`);
