// node scripts/readers/listRemovals.ts [--every N] [--part K] [--code CODE] FOLDER…
// Lists what reading takes out of real documents, a line each with its kind and file, and what share of the characters
// went: to be looked at by eye, since documents as they came have no gold. `--every 10` reads every tenth file. `--pages`
// puts each document on pages of the kinds of scripts/eval/reading/pages and prints how much of what that adds goes, and
// how much of the documents.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Problem } from '../../src/core/contracts.ts';
import { parseSpeech } from '../../src/core/speech/parseSpeech.ts';
import { readDocument } from '../../src/engine/readers/readDocument.ts';
import { cleaningOf, sumCleanings, type Cleaning } from '../eval/reading/cleaning.ts';
import { seeded, type CleanLine } from '../eval/reading/damage.ts';
import { linesThatAre } from '../eval/reading/ownDocuments.ts';
import { factsOf } from '../eval/reading/pages/page.ts';
import { tuningPages } from '../eval/reading/pages/tuningPages.ts';
import { unseenPages } from '../eval/reading/pages/unseenPages.ts';
import { filesBelow } from '../texts/filesBelow.ts';

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

const every = Number(option('every', '1'));
const part = Number(option('part', '0'));
const code = option('code', '');
const folders = process.argv.slice(2).filter((each, index, all) => !each.startsWith('--') && !(all[index - 1] ?? '').startsWith('--'));
if (process.argv.includes('--pages')) measureOnPages();
else await list();

function filesRead(): string[] {
  return folders.flatMap((folder) => filesBelow(folder, /\.(?:md|txt|html?)$/iu)).filter((_, index) => index % every === part);
}

function measureOnPages(): void {
  for (const [name, families] of [['pages, tuning', tuningPages], ['pages, held out', unseenPages]] as const) {
    const cleanings: Cleaning[] = [];
    for (const [index, file] of filesRead().entries()) {
      // What an archive itself put around a document would count as lost.
      const text = readFileSync(file, 'utf8').replace(/^\ufeff|^#+ |<!--.*?-->|^.*(?:查看原文|时间戳|本作品|公有领域|Public domain).*$/gmu, '');
      const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line, at): CleanLine => ({ kind: at === 0 ? 'title' : 'body', text: line }));
      if (lines.length < 10) continue;
      const random = seeded(index);
      const title = lines[0]?.text ?? '';
      let whole = '';
      const added: { start: number; end: number }[] = [];
      for (const piece of families[index % families.length]?.make({ title, lines, random, facts: factsOf(random) }) ?? []) {
        if (piece.added) added.push({ start: whole.length, end: whole.length + piece.text.length });
        whole += piece.text;
      }
      const { problems } = parseSpeech({ text: whole, hints: [], layout: 'lines' }, basename(file)).outline;
      const cleaning = cleaningOf(whole, added, problems, linesThatAre(whole, [title]));
      cleanings.push(cleaning);
      if (cleaning.removed - cleaning.right >= 20) console.log(`  ${families[index % families.length]?.name ?? ''}, ${basename(file)}: ${cleaning.removed - cleaning.right} characters of the document went: ${lostOf(whole, added, problems)}`);
    }
    const total = sumCleanings(cleanings);
    console.log(`${name}: ${cleanings.length} documents  P ${((100 * total.right) / total.removed).toFixed(2)} %  R ${((100 * total.right) / total.added).toFixed(1)} %`);
  }
}

/** The longest stretch of the document that went. */
function lostOf(text: string, added: readonly { start: number; end: number }[], problems: readonly Problem[]): string {
  const inside = new Uint8Array(text.length);
  for (const span of added) inside.fill(1, span.start, span.end);
  let longest = '';
  for (const { span, space } of problems) {
    const went = space === 'source' ? [...text.slice(span.start, span.end)].filter((_, at) => inside[span.start + at] === 0).join('').replace(/\s+/gu, ' ') : '';
    if (went.length > longest.length) longest = went;
  }
  return longest.slice(0, 200);
}

async function list(): Promise<void> {
  const counts = new Map<string, { lines: number; characters: number }>();
  let paragraphs = 0;
  let characters = 0;
  for (const file of filesRead()) {
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
}
