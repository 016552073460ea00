import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../src/core/contracts.ts';
import { parseSpeech } from '../../src/core/speech/parseSpeech.ts';
import { readDocument } from '../../src/engine/readers/readDocument.ts';
import { project } from '../commands.ts';
import type { Figures } from './figures.ts';
import { cleaningOf, messyGold, sumCleanings, type Cleaning } from './reading/cleaning.ts';
import { reportColumns } from './reading/columnDocuments.ts';
import { measureFacts } from './reading/facts.ts';
import { f1, headsOf, normalise, parseGold, score, sum, type Score } from './reading/goldOutline.ts';
import { markedPages, measureMarked, wholeHeads, type MarkedResult } from './reading/markedPages.ts';
import { damageMarked, markedSpeeches } from './reading/markedSpeeches.ts';
import { makeOwnDocuments } from './reading/ownDocuments.ts';
import { measurePages, pageGroups, type PageGroup } from './reading/pages/measurePages.ts';
import { reportRoles } from './reading/roles.ts';
import { measureSaved } from './reading/savedPages.ts';
import { measureSpeed } from './reading/speed.ts';

const gold = join(project, 'test', 'gold', 'reading');
const data = join(project, '..', 'shared', 'data');

interface Group {
  readonly name: string;
  readonly scores: Score[];
  readonly cleanings: Cleaning[];
  /** Scores by the way in which documents were damaged. */
  readonly byWay: Map<string, Score[]>;
}

/**
 * Outlines and cleaning against gold: the messy files and the work reports of ../shared/data, where present, and
 * speeches of the corpus damaged in every known way, half of them held out while the rules were made.
 * Options: `--verbose` lists what differs, `--no-speed` leaves the timing out, `--marked FOLDER` measures nothing but the
 * pages of a folder that somebody saved and marked (`reading/markedPages.ts`), `--speeches FOLDER` nothing but a folder of
 * marked speeches (`reading/markedSpeeches.ts`).
 */
export async function run(args: readonly string[]): Promise<Figures> {
  const verbose = args.includes('--verbose');
  const marked = args.indexOf('--marked');
  if (marked >= 0) return reportMarked(args[marked + 1] ?? '.', verbose);
  const speeches = args.indexOf('--speeches');
  if (speeches >= 0) return print([groupOfSpeeches('speeches', args[speeches + 1] ?? '.', verbose)]);
  const groups: Group[] = [];
  for (const set of ['messy', 'work-reports', 'work-reports-blind']) {
    const folder = set.replace('-blind', '');
    const group: Group = { name: set, scores: [], cleanings: [], byWay: new Map() };
    if (!existsSync(join(data, folder))) {
      console.log(`${set}: ../shared/data is not here, left out`);
      continue;
    }
    for (const name of readdirSync(join(gold, set)).filter((each) => each.endsWith('.tsv'))) {
      const source = `${name.slice(0, -4)}.txt`;
      const bytes = readFileSync(join(data, folder, source));
      const document = await readDocument(bytes, source);
      const wanted = parseGold(readFileSync(join(gold, set, name), 'utf8'));
      report({ name: source, kinds: [], wanted: wanted.heads, found: headsOf(document.outline), verbose }, group);
      const text = bytes.toString('utf8').replace(/^\ufeff/, '');
      const added = folder === 'messy' ? messyGold(text, source) : null;
      if (added !== null) group.cleanings.push(cleaningOf(text, added, document.outline.problems));
    }
    groups.push(group);
  }
  for (const heldOut of [false, true]) {
    const group: Group = { name: heldOut ? 'own, held out' : 'own, tuning', scores: [], cleanings: [], byWay: new Map() };
    for (const own of await makeOwnDocuments(join(project, 'corpus', 'speeches'), heldOut)) {
      const { outline } = parseSpeech({ text: own.text, hints: [], layout: 'lines' }, own.name);
      const marked = headsOf(outline).filter(({ heading }) => !own.runIns.has(normalise(heading)));
      const kept = own.kinds.includes('redacted') ? marked.filter((head) => !/[*×]|XX|xx/.test(head.heading)) : marked;
      report({ name: own.name, kinds: own.kinds, wanted: own.heads, found: kept, verbose: verbose && !heldOut }, group);
      const cleaning = cleaningOf(own.text, own.added, outline.problems, own.titles);
      group.cleanings.push(cleaning);
      if (verbose && !heldOut && cleaning.right < Math.max(cleaning.added, cleaning.removed)) {
        console.log(`    cleaning ${cleaning.right} of ${cleaning.added}, removed ${cleaning.removed}`);
        showCleaning(own.text, own.added, outline.problems);
      }
    }
    groups.push(group);
  }
  // Of the same kinds are `told`, in which what is foreign is told in plain sentences by somebody else, and `within`, in which it stands within the text's lines.
  for (const set of ['marked', 'told', 'within']) {
    for (const heldOut of [false, true]) {
      const results = measureMarked(markedPages(join(gold, heldOut ? `${set}-held-out` : set)));
      groups.push(groupOf(`${set}, ${heldOut ? 'held out' : 'tuning'}`, results, verbose && !heldOut));
    }
  }
  for (const heldOut of [false, true]) groups.push(groupOfSpeeches(heldOut ? 'speeches, held out' : 'speeches, tuning', join(gold, heldOut ? 'speeches-held-out' : 'speeches'), verbose && !heldOut));
  const figures = print(groups);
  for (const group of pageGroups) Object.assign(figures, await reportPages(group, verbose));
  const facts: Record<string, unknown> = {};
  for (const heldOut of [false, true]) {
    const { documents, right } = await measureFacts(join(project, 'corpus', 'speeches'), heldOut, verbose && !heldOut);
    const name = heldOut ? 'facts, held out' : 'facts, tuning';
    facts[name] = { documents, ...right };
    console.log(`${name.padEnd(15)} ${documents} documents  ${Object.entries(right).map(([field, count]) => `${field} ${((100 * count) / documents).toFixed(1)} %`).join('  ')}`);
  }
  const columns = await reportColumns(join(project, 'corpus', 'speeches'), verbose);
  Object.assign(figures, { readingColumns: columns, readingFacts: facts, readingRoles: await reportRoles(verbose) });
  if (!args.includes('--no-speed')) Object.assign(figures, await measureSpeed());
  return figures;
}

/** What pages of many kinds put around speeches: what goes and what stays, by kind for those that are tuned on. */
async function reportPages(group: PageGroup, verbose: boolean): Promise<Figures> {
  const { name, heldOut } = group;
  const results = await measurePages(join(project, 'corpus', 'speeches'), group);
  const families = new Map<string, Cleaning[]>();
  for (const result of results) {
    families.set(result.family, [...(families.get(result.family) ?? []), result.cleaning]);
    // What held-out pages look like is not shown: rules would soon be made for it.
    if (verbose && !heldOut && result.cleaning.right < Math.max(result.cleaning.added, result.cleaning.removed)) {
      console.log(`  ${result.family}, ${result.name}`);
      showCleaning(result.text, result.added, result.problems);
    }
  }
  const total = cleaningFigures(results.map((result) => result.cleaning));
  console.log(`${name.padEnd(21)} ${results.length} documents  cleaning P ${percent(total.precision)} R ${percent(total.recall)}`);
  if (!heldOut) {
    for (const [family, cleanings] of families) {
      const { precision, recall } = cleaningFigures(cleanings);
      console.log(`  ${family.padEnd(40)} P ${percent(precision)} R ${percent(recall)}`);
    }
  }
  return { [name]: { documents: results.length, ...total } };
}

/** Real pages that lie outside the project, marked by hand. */
async function reportMarked(folder: string, verbose: boolean): Promise<Figures> {
  const results = measureMarked(markedPages(folder));
  const group = groupOf('marked', results, verbose);
  const clean = results.filter(({ cleaning }) => cleaning.added === cleaning.right && cleaning.removed === cleaning.right).length;
  const own = results.reduce((sum, { page, cleaning }) => ({ text: sum.text + page.text.replace(/\s/gu, '').length - cleaning.added, lost: sum.lost + cleaning.removed - cleaning.right }), { text: 0, lost: 0 });
  console.log(`${results.length} pages, ${clean} of them clean to the character  of ${own.text} characters of the texts ${own.lost} lost, ${((1e6 * own.lost) / Math.max(1, own.text)).toFixed(0)} in a million`);
  const figures = print([group]);
  const saved = await measureSaved(folder);
  if (saved.length === 0) return figures;
  const total = saved.reduce((sum, page) => ({ text: sum.text + page.text, lost: sum.lost + page.lost, page: sum.page + page.page, remained: sum.remained + page.remained }), { text: 0, lost: 0, page: 0, remained: 0 });
  const whole = saved.filter(({ lost, remained }) => lost === 0 && remained === 0).length;
  console.log(`read as HTML    ${saved.length} pages, ${whole} clean to the character  text lost ${((100 * total.lost) / Math.max(1, total.text)).toFixed(2)} %  page gone ${percent(1 - total.remained / Math.max(1, total.page))}`);
  return { ...figures, savedPages: { pages: saved.length, whole, ...total } };
}

function groupOf(name: string, results: readonly MarkedResult[], verbose: boolean): Group {
  const group: Group = { name, scores: [], cleanings: [], byWay: new Map() };
  for (const { page, cleaning, found, problems } of results) {
    if (verbose && cleaning.right < Math.max(cleaning.added, cleaning.removed)) {
      console.log(`  ${page.name}: ${cleaning.right} of ${cleaning.added}, removed ${cleaning.removed}`);
      showCleaning(page.text, page.added, problems, page.either);
    }
    report({ name: page.name, kinds: [], wanted: page.heads, found, verbose }, group);
    group.cleanings.push(cleaning);
  }
  return group;
}

/** Marked speeches, each run on and damaged in two more ways. */
function groupOfSpeeches(name: string, folder: string, verbose: boolean): Group {
  const group: Group = { name, scores: [], cleanings: [], byWay: new Map() };
  for (const { name: file, way, text, added, heads } of damageMarked(markedSpeeches(folder), 3)) {
    const { outline } = parseSpeech({ text, hints: [], layout: 'lines' }, file);
    report({ name: file, kinds: [way], wanted: heads, found: wholeHeads(outline), verbose }, group);
    group.cleanings.push(cleaningOf(text, added, outline.problems));
  }
  return group;
}

interface Comparison {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly wanted: Parameters<typeof score>[0];
  readonly found: Parameters<typeof score>[1];
  readonly verbose: boolean;
}

function report({ name, kinds, wanted, found, verbose }: Comparison, group: Group): void {
  const each = score(wanted, found);
  group.scores.push(each);
  const [way] = kinds;
  if (way !== undefined) group.byWay.set(way, [...(group.byWay.get(way) ?? []), each]);
  if (!verbose || (each.level === each.gold && each.found === each.gold)) return;
  console.log(`  ${name} [${kinds.join(', ')}]: ${each.right} of ${each.gold}, found ${each.found}, level ${each.level}`);
  const key = (head: (typeof wanted)[number]): string => `${head.article} ${head.level} ${normalise(head.ordinal)} ${normalise(head.heading)}`;
  const known = new Set(found.map(key));
  const right = new Set(wanted.map(key));
  for (const head of wanted) if (!known.has(key(head))) console.log(`    - ${key(head)}`);
  for (const head of found) if (!right.has(key(head))) console.log(`    + ${key(head)}`);
}

function showCleaning(text: string, added: readonly { start: number; end: number }[], problems: readonly Problem[], either: readonly { start: number; end: number }[] = []): void {
  const inside = (at: number, spans: readonly { start: number; end: number }[]): boolean => spans.some((span) => at >= span.start && at < span.end);
  const removed = problems.filter((problem) => problem.space === 'source').map((problem) => problem.span);
  let run = '';
  let sign = '';
  for (let at = 0; at <= text.length; at += 1) {
    const now = at === text.length || /\s/u.test(text.charAt(at)) ? sign : inside(at, either) ? '' : inside(at, added) === inside(at, removed) ? '' : inside(at, added) ? 'missed' : 'lost';
    if (now !== sign || at === text.length) {
      if (sign !== '') console.log(`      ${sign}: ${run.replace(/\s+/gu, ' ').trim().slice(0, 60)}`);
      run = '';
      sign = now;
    }
    if (now !== '') run += text.charAt(at);
  }
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function cleaningFigures(cleanings: readonly Cleaning[]): { precision: number; recall: number } {
  const { added, removed, right } = sumCleanings(cleanings);
  return { precision: removed === 0 ? 1 : right / removed, recall: added === 0 ? 1 : right / added };
}

function print(groups: readonly Group[]): Figures {
  const outline: Record<string, unknown> = {};
  for (const group of groups) {
    const total = sum(group.scores);
    const cleaning = cleaningFigures(group.cleanings);
    const figures = {
      documents: group.scores.length,
      heads: total.gold,
      f1: f1(total.right, total),
      f1WithLevel: f1(total.level, total),
      boundary: total.met === 0 ? 1 : total.ended / total.met,
      cleaningPrecision: cleaning.precision,
      cleaningRecall: cleaning.recall,
    };
    outline[group.name] = figures;
    console.log(
      `${group.name.padEnd(14)} ${String(figures.documents).padStart(3)} documents ${String(figures.heads).padStart(5)} heads  F1 ${percent(figures.f1)}  with level ${percent(figures.f1WithLevel)}  boundary ${percent(figures.boundary)}` +
        (group.cleanings.length === 0 ? '' : `  cleaning P ${percent(figures.cleaningPrecision)} R ${percent(figures.cleaningRecall)}`),
    );
    for (const [way, scores] of group.byWay) {
      const part = sum(scores);
      console.log(`  ${way.padEnd(22)} ${String(part.gold).padStart(5)} heads  F1 ${percent(f1(part.right, part))}  with level ${percent(f1(part.level, part))}`);
    }
  }
  return { reading: outline };
}
