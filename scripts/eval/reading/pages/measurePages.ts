import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSpeech } from '../../../../src/core/speech/parseSpeech.ts';
import { readDocument } from '../../../../src/engine/readers/readDocument.ts';
import { cleaningOf, type Cleaning } from '../cleaning.ts';
import { seeded } from '../damage.ts';
import { linesOf, linesThatAre } from '../ownDocuments.ts';
import { heldOutSpeeches, tuningSpeeches } from '../speeches.ts';
import { freshPages } from './freshPages.ts';
import { laterPages } from './laterPages.ts';
import { factsOf } from './page.ts';
import { libraryPages } from './libraryPages.ts';
import { tuningPages } from './tuningPages.ts';
import { unseenPages } from './unseenPages.ts';
import { websitePages } from './websitePages.ts';

export interface PageResult {
  readonly family: string;
  readonly name: string;
  readonly cleaning: Cleaning;
  readonly text: string;
  readonly added: readonly { start: number; end: number }[];
  readonly problems: ReturnType<typeof parseSpeech>['outline']['problems'];
}

/** How many speeches each family of pages is given. */
const speechesEach = 6;

/** The groups of families, in the order in which they were written; every second speech of some is shortened. */
export const pageGroups = [
  { name: 'pages, tuning', families: tuningPages, heldOut: false, seed: 40_000, shortened: false },
  { name: 'pages, tuning since', families: [...libraryPages, ...websitePages], heldOut: false, seed: 70_000, shortened: true },
  { name: 'pages, held out', families: unseenPages, heldOut: true, seed: 50_000, shortened: false },
  { name: 'pages, held out since', families: laterPages, heldOut: true, seed: 60_000, shortened: false },
  { name: 'pages, fresh', families: freshPages, heldOut: true, seed: 80_000, shortened: true },
] as const;

export type PageGroup = (typeof pageGroups)[number];

/** Speeches of the corpus on pages of every family of a group; what is held out, speeches and pages alike, is not shown. */
export async function measurePages(directory: string, { families, heldOut, seed, shortened }: PageGroup, rounds = speechesEach): Promise<PageResult[]> {
  const speeches = heldOut ? heldOutSpeeches(directory) : tuningSpeeches(directory);
  const results: PageResult[] = [];
  for (const [number, family] of families.entries()) {
    for (let round = 0; round < rounds; round += 1) {
      const name = speeches[(number * 5 + round * 7) % speeches.length] ?? '';
      const random = seeded(seed + number * 100 + round);
      const { outline, text } = await readDocument(readFileSync(join(directory, name)), name);
      const title = outline.articles[0]?.title ?? '';
      const all = linesOf(outline, text);
      // A page often shows a short speech, or the beginning of one.
      const lines = shortened && round % 2 === 1 ? all.slice(0, 4 + Math.floor(random() * 12)) : all;
      let whole = '';
      const added: { start: number; end: number }[] = [];
      for (const piece of family.make({ title, lines, random, facts: factsOf(random) })) {
        if (piece.added) added.push({ start: whole.length, end: whole.length + piece.text.length });
        whole += piece.text;
      }
      const { problems } = parseSpeech({ text: whole, hints: [], layout: 'lines' }, name).outline;
      const cleaning = cleaningOf(whole, added, problems, linesThatAre(whole, [title, lines[0]?.text ?? '']));
      results.push({ family: family.name, name, cleaning, text: whole, added, problems });
    }
  }
  return results;
}

/** Which half of the families one belongs to, where one half is learnt from and the other is tried on. */
export function partOf(family: string): number {
  return [...family].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 2;
}
