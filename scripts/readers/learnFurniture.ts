// node scripts/readers/learnFurniture.ts [--measure] [--pages [--part K]] [--marked FOLDER]… FOLDER[=EVERY]…
// Learns what lines of pages that are no text look like and writes src/core/speech/furnitureTable.ts: the lines of our
// own in scripts/readers/furniture against paragraphs and pieces of paragraphs of the folders (`=2` reads every second
// file), of the tuning half of the corpus and against bodyLines.ts. The table that is checked in was learnt from the
// news, the laws and the work reports (all =2) of ../shared/data and from the marked speeches that are tuned on. `--measure` learns nothing and prints how the table does
// on lines made anew and on the files that were left out. `--pages` learns the lines of the made pages that are tuned on
// as well, and those of pages that somebody saved and marked (scripts/eval/reading/markedPages.ts), and writes pageTable.ts:
// the one that is checked in has seen 147 of them, 288 that markSaved.ts marked, `marked` and `speeches` of test/gold/reading and what is
// written in scripts/readers/furniture/written, with the news (=4), three kinds of laws (=2, =2, =4) and the reports (=2). `--part 0` and `--part 1` learn from every second page and family and write
// out/pageTable-K.json, for learnPages.ts: a network must not learn how far to trust a table from lines that the table has seen.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { furnitureBuckets, furnitureFeatures, furnitureScore, furnitureStep } from '../../src/core/speech/furnitureScore.ts';
import { packTable } from '../../src/core/speech/weightTable.ts';
import { project } from '../commands.ts';
import { halfWidth, redacted, seeded, type Random } from '../eval/reading/damage.ts';
import { markedPages, marksOf } from '../eval/reading/markedPages.ts';
import { measurePages, pageGroups, partOf } from '../eval/reading/pages/measurePages.ts';
import { heldOutSpeeches, tuningSpeeches } from '../eval/reading/speeches.ts';
import { bodyLines } from './furniture/bodyLines.ts';
import { FurnitureMaker } from './furniture/makeFurniture.ts';
import { fillerFor, withoutNumbers, writtenEntries } from './furniture/writtenEntries.ts';
import { filesBelow } from '../texts/filesBelow.ts';
import { plainLines } from '../texts/plainLines.ts';

const rounds = 4;
const rate = 0.25;
/** Longer lines of a page are left to rules for sentences. */
const longestPiece = 160;
/** How many weights are kept, the greatest. */
const kept = 60_000;
/** A wrong removal costs more than a line left in. */
const bodyWeight = 2;
/** What the files of the folders hold that is no text: links, stamps and licences of the archives. */
const archives = /https?:|查看原文|时间戳|undefined|本作品|公有领域|维基|^[\s\p{P}]*$/u;

const bracketed = /[（(]([^（()）。]{6,60})[)）]/gu;

interface Example {
  readonly runs: Int32Array;
  readonly shape: Int32Array;
  readonly wanted: 0 | 1;
  readonly weight: number;
}

function paragraphsOf(file: string): string[] {
  return plainLines(readFileSync(file, 'utf8')).filter((line) => !archives.test(line));
}

/** A paragraph as it may come: whole, a row of a narrow column, its first or its last sentence. */
function* piecesOf(paragraph: string, random: Random): Iterable<string> {
  yield paragraph;
  if (random() < 0.15) yield halfWidth(paragraph);
  if (random() < 0.1) yield redacted(paragraph, random);
  if (paragraph.length < 30) return;
  const width = 10 + Math.floor(random() * 34);
  const at = Math.floor(random() * (paragraph.length - width));
  yield paragraph.slice(at, at + width);
  if (random() < 0.3) yield /^[^。！？]*[。！？]/u.exec(paragraph)?.[0] ?? paragraph.slice(0, 20);
  if (random() < 0.3) yield /[^。！？]+[。！？]?$/u.exec(paragraph)?.[0] ?? paragraph.slice(-20);
}

function exampleOf(line: string, wanted: 0 | 1, weight: number): Example {
  const { runs, shape } = furnitureFeatures(line);
  return { runs, shape, wanted, weight };
}

const random = seeded(20251125);
const leastKnown = -2.5;
const learnsPages = process.argv.includes('--pages');
let part = -1;
const marked: string[] = [];
const folders: string[] = [];
const args = process.argv.slice(2);
while (args.length > 0) {
  const argument = args.shift() ?? '';
  if (argument === '--marked') marked.push(args.shift() ?? '.');
  else if (argument === '--part') part = Number(args.shift());
  else if (!argument.startsWith('--')) folders.push(argument);
}
const speeches = join(project, 'corpus', 'speeches');
if (process.argv.includes('--measure')) measure();
else await learn();

/** The lines of pages that are the page's and those that are the text's. */
async function pageLines(): Promise<{ pages: string[]; text: string[] }> {
  const found = { pages: new Set<string>(), text: new Set<string>() };
  const take = (page: Parameters<typeof marksOf>[0]): void => {
    const marks = marksOf(page);
    let start = 0;
    for (const line of page.text.split('\n')) {
      const own = marks.subarray(start, start + line.length);
      start += line.length + 1;
      const plain = line.trim();
      if (plain === '' || plain.length > longestPiece || own.includes(2)) continue;
      if (!own.includes(0)) found.pages.add(plain);
      else if (!own.includes(1)) found.text.add(plain);
    }
  };
  for (const folder of marked) for (const [index, page] of markedPages(folder).entries()) if (part < 0 || index % 2 === part) take(page);
  const hosts = tuningSpeeches(speeches).map((name) => paragraphsOf(join(speeches, name)));
  for (const host of hosts) for (const [index, line] of withoutNumbers(host).entries()) if (line !== host[index]) found.text.add(line);
  for (const { place, lines } of writtenEntries('written', part)) {
    const fill = fillerFor(hosts[Math.floor(random() * hosts.length)] ?? [], random);
    for (const line of lines.map(fill)) if (line.length <= longestPiece) (place === 'own' ? found.text : found.pages).add(line.trim());
  }
  for (const group of pageGroups.filter(({ heldOut }) => !heldOut)) for (const { family, text, added } of await measurePages(speeches, group, 12)) if (part < 0 || partOf(family) === part) take({ text, added, either: [] });
  return { pages: [...found.pages], text: [...found.text] };
}

async function learn(): Promise<void> {
  const examples: Example[] = [];
  const sentences: string[] = [];
  for (const argument of folders) {
    const [folder = '', every = '1'] = argument.split('=');
    filesBelow(folder).forEach((file, index) => {
      if (index % Number(every) !== 0) return;
      // One in three is enough of the long ones; short ones are rare and look most like furniture.
      for (const paragraph of paragraphsOf(file)) {
        if (paragraph.length > 40 && random() < 0.7) continue;
        for (const piece of piecesOf(paragraph, random)) examples.push(exampleOf(piece, 0, bodyWeight));
        // What stands in brackets within a text is asked about by itself.
        for (const [, inner = ''] of paragraph.matchAll(bracketed)) examples.push(exampleOf(inner, 0, bodyWeight * 2));
        const sentence = /[^。！？；]{6,36}[。！？]$/u.exec(paragraph)?.[0];
        if (sentence !== undefined && random() < 0.4) sentences.push(sentence);
      }
    });
  }
  for (const name of tuningSpeeches(speeches)) {
    for (const paragraph of paragraphsOf(join(speeches, name))) {
      for (const piece of [...piecesOf(paragraph, random), ...piecesOf(paragraph, random)]) examples.push(exampleOf(piece, 0, bodyWeight * 2));
    }
  }
  for (const line of bodyLines) examples.push(exampleOf(line, 0, bodyWeight * 20));
  const whole = await pageLines();
  // Headlines of other texts read like the text's own: without what stands around them they tell nothing.
  if (!learnsPages) whole.pages = whole.pages.filter((line) => furnitureScore(line) > leastKnown);
  for (const line of whole.text) examples.push(exampleOf(line, 0, bodyWeight * 4));
  const body = examples.length;
  const maker = new FurnitureMaker(random);
  const furniture = [...maker.lines(100)].flatMap((line) => {
    const inner = /^[（(【[]([^（()）【】[\]]{6,60})[)）】\]]$/u.exec(line)?.[1];
    return inner === undefined ? [line] : [line, inner];
  });
  for (let index = 0; index < 20_000; index += 1) examples.push(exampleOf(maker.title(), 0, bodyWeight));
  for (let index = 0; index < 4_000; index += 1) examples.push(exampleOf(maker.signature(), 0, bodyWeight));
  for (let index = 0; index < 3_000; index += 1) examples.push(exampleOf(maker.reference(), 0, bodyWeight));
  for (const sentence of sentences) examples.push(exampleOf(maker.spokenOf(sentence), 0, bodyWeight), exampleOf(maker.rowOf(sentence), 0, bodyWeight / 2));
  const weight = (body / furniture.length) * 0.5;
  for (const line of furniture) examples.push(exampleOf(line, 1, weight));
  // A page's own lines, each met once, count half as much as all that is made.
  for (const line of whole.pages) examples.push(exampleOf(line, 1, (body / Math.max(1, whole.pages.length)) * 0.25));
  console.log(`${body} pieces of text, ${furniture.length} lines of furniture, ${whole.pages.length} lines of whole pages`);
  const weights = new Float32Array(furnitureBuckets);
  const squares = new Float32Array(furnitureBuckets);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    let loss = 0;
    for (let index = examples.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      const [a, b] = [examples[index], examples[other]];
      if (a !== undefined && b !== undefined) [examples[index], examples[other]] = [b, a];
    }
    for (const { runs, shape, wanted, weight: own } of examples) {
      const share = 1 / Math.sqrt(Math.max(1, runs.length));
      let score = bias;
      for (const bucket of runs) score += (weights[bucket] ?? 0) * share;
      for (const bucket of shape) score += weights[bucket] ?? 0;
      const slope = (1 / (1 + Math.exp(-score)) - wanted) * own;
      loss += Math.log(1 + Math.exp(wanted === 1 ? -score : score)) * own;
      if (Math.abs(slope) < 0.0005) continue;
      bias -= 0.0005 * slope;
      step(weights, squares, runs, slope * share);
      step(weights, squares, shape, slope);
    }
    console.log(`round ${round + 1}: loss ${(loss / examples.length).toFixed(5)}`);
  }
  const name = learnsPages ? 'page' : 'furniture';
  const least = [...weights].map(Math.abs).sort((a, b) => b - a)[kept] ?? 0;
  const packed = Int8Array.from(weights, (value) => (Math.abs(value) <= least ? 0 : Math.max(-31, Math.min(31, Math.round(value * furnitureStep)))));
  if (part >= 0) {
    mkdirSync(join(project, 'out'), { recursive: true });
    writeFileSync(join(project, 'out', `pageTable-${part}.json`), JSON.stringify({ bias, table: packTable(packed) }));
    return;
  }
  writeFileSync(
    join(project, 'src', 'core', 'speech', `${name}Table.ts`),
    `// Made by scripts/readers/learnFurniture.ts; not edited by hand. furnitureScore.ts reads it.\n\nexport const ${name}Bias = ${bias.toFixed(3)};\n\nexport const ${name}Table =\n  '${packTable(packed)}';\n`,
  );
  console.log(`weights from ${least.toFixed(2)} up`);
}

function step(weights: Float32Array, squares: Float32Array, buckets: Int32Array, slope: number): void {
  for (const bucket of buckets) {
    // Weights are drawn a little towards 0, so that no rare run of characters decides alone.
    const each = slope + 0.0005 * (weights[bucket] ?? 0);
    squares[bucket] = (squares[bucket] ?? 0) + each * each;
    weights[bucket] = (weights[bucket] ?? 0) - (rate * each) / Math.sqrt((squares[bucket] ?? 0) + 1);
  }
}

function measure(): void {
  const share = (lines: readonly string[], above: number): string => `${((100 * lines.filter((line) => furnitureScore(line) > above).length) / Math.max(1, lines.length)).toFixed(2)} %`;
  const print = (name: string, lines: readonly string[]): void => console.log(`${name.padEnd(28)} ${String(lines.length).padStart(7)} lines  above -2: ${share(lines, -2)}  0: ${share(lines, 0)}  2: ${share(lines, 2)}  4: ${share(lines, 4)}  6: ${share(lines, 6)}`);
  const titles = new FurnitureMaker(seeded(8));
  print('furniture made anew', [...new FurnitureMaker(seeded(7)).lines(3)]);
  print('speeches held out', heldOutSpeeches(speeches).flatMap((name) => paragraphsOf(join(speeches, name))));
  print('bodyLines.ts', bodyLines);
  print('titles made anew', Array.from({ length: 2000 }, () => titles.title()));
  for (const argument of folders) {
    const [folder = '', every = '1'] = argument.split('=');
    const left = filesBelow(folder).filter((_, index) => index % Number(every) === 1).flatMap(paragraphsOf);
    print(folder, left);
    for (const line of left.map((each) => ({ each, score: furnitureScore(each) })).sort((a, b) => b.score - a.score).slice(0, 25)) console.log(`    ${line.score.toFixed(1)} ${line.each.slice(0, 90)}`);
  }
}
