// node scripts/readers/learnPages.ts [--part K] [--marked FOLDER]… [--saved FOLDER]… [--test FOLDER]… FOLDER[=EVERY]…
// Writes what is known of the lines of many documents (src/core/speech/pageLines.ts), and whose they are, to out/pageLines.json
// and out/pageLines.bin, from which learnPages.py learns the networks of src/core/speech/pageNet.ts. The documents are pages as
// somebody saved them, marked by hand (`--marked`, scripts/eval/reading/markedPages.ts) or by the structure of their HTML
// (`--saved`, markSaved.ts), each once more with other line breaks and cut off, and the saved ones once more around a speech of
// the corpus; the made pages and damaged speeches that are tuned on; speeches with written entries around
// and amid them (furniture/written), and with what others, notices and the speaker say in sentences (furniture/told, furniture/notices); plain texts of the folders (`=9` reads every ninth file),
// whole, in part and broken into rows, where nothing is a page's; and made lists. `--part K` takes only every second page of
// each marked folder, so that the whole reader can be measured on the others; lines of `--test` are learnt from by nobody, and
// learnPages.py prints how the networks do on them. Before it, `learnFurniture.ts --pages --part 0` and `--part 1` make the
// tables by which marked and made pages are scored.
// What is checked in was learnt from 147 marked pages, 288 saved ones out of some 45 public archives, `marked` and `speeches` of
// test/gold/reading, the news (=4), three kinds of laws (=4, =2, =6), the reports and some speeches.
// The networks then went on (GO_ON of learnPages.py) with 70 marked and 83 saved pages of other archives and what `marked` had by
// then, told what the network of learnLines.py, learnt from the same, says of each line; the table of pages was left as it was. They went on, fourteen rounds in three turns, with `told`, and last, ten in two turns, with `notices` and the documents
// from 1711 on, `within` among them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesToJudge } from '../../src/core/speech/cleanLines.ts';
import { pageScore, scorerOf } from '../../src/core/speech/furnitureScore.ts';
import { wordsAround } from '../../src/core/speech/characterNet.ts';
import { rememberLines } from '../../src/core/speech/lineMemory.ts';
import { knowLines, lineFeature, ownFeatures, paragraphFeature, placeFeatures } from '../../src/core/speech/pageLines.ts';
import { judgeByRules } from '../../src/core/speech/siteLines.ts';
import { project } from '../commands.ts';
import { seeded, type Random } from '../eval/reading/damage.ts';
import { markedPages, marksOf } from '../eval/reading/markedPages.ts';
import { makeOwnDocuments } from '../eval/reading/ownDocuments.ts';
import { measurePages, pageGroups, partOf } from '../eval/reading/pages/measurePages.ts';
import { tuningSpeeches } from '../eval/reading/speeches.ts';
import { filesBelow } from '../texts/filesBelow.ts';
import { plainLines } from '../texts/plainLines.ts';
import { listText } from './furniture/listTexts.ts';
import { aroundSpeech, laidOutAnew, type MarkedText } from './furniture/pageLayouts.ts';
import { composeDocument, composeTold, writtenEntries } from './furniture/writtenEntries.ts';

const inputs = ownFeatures + placeFeatures;

const scorers = [0, 1].map((half) => {
  const file = join(project, 'out', `pageTable-${half}.json`);
  if (!existsSync(file)) throw new Error(`${file}: learnFurniture.ts --pages --part ${half} makes it`);
  const { bias, table } = JSON.parse(readFileSync(file, 'utf8')) as { bias: number; table: string };
  return rememberLines(scorerOf(() => table, bias));
});

const archives = /https?:|查看原文|时间戳|undefined|本作品|公有领域|维基|来源[:：]|发表时间|人民网|新华网|人民日报|日电）|原标题|^\d{4}-\d\d-\d\d_/u;

interface Known {
  readonly group: string;
  /** Networks whose odds later ones learn from are learnt from one half and asked about the other. */
  readonly half: number;
  readonly name: string;
  /** Which of all lines is the document's first that is asked about, and how many it has. */
  readonly start: number;
  readonly count: number;
  /** 1 for each line that is the page's. */
  readonly pages: readonly number[];
  /** Characters of each line that teach something. */
  readonly characters: readonly number[];
}

const documents: Known[] = [];
const parts: Float32Array[] = [];
/** Each line as the network of lineNet.ts reads it, with its words' bits (`wordsAround`) and where it stands there; `null` of a paragraph. */
const rows: ([text: string, words: string, start: number, end: number] | null)[] = [];
let total = 0;

/** A document of the half `part` is scored by the table learnt from the other half. */
function add(group: string, name: string, document: MarkedText, part?: number): void {
  const lines = linesToJudge({ text: document.text, hints: [], layout: 'lines' }, []);
  const known = knowLines(lines, judgeByRules(lines), { scorePage: part === undefined ? pageScore : scorers[1 - part], oddsOfLine: () => 0 });
  if (known === null) return;
  const marks = marksOf(document);
  const { asked } = known;
  const values = new Float32Array(asked.length * inputs);
  const pages: number[] = [];
  const characters: number[] = [];
  asked.forEach((index, at) => {
    const line = lines[index];
    if (line === undefined) return;
    values.set(known.own.subarray(at * ownFeatures, (at + 1) * ownFeatures), at * inputs);
    values.set(known.place.subarray(at * placeFeatures, (at + 1) * placeFeatures), at * inputs + ownFeatures);
    const own = line.pieces.flatMap(({ start, end }) => [...marks.subarray(start, end)]);
    const free = own.filter((mark) => mark === 2).length;
    const share = own.filter((mark) => mark === 1).length / Math.max(1, own.length - free);
    const read = known.read[at] ?? null;
    rows.push(read === null ? null : [read.text, String.fromCharCode(...[...wordsAround(read.text)].map((bits) => 48 + bits)), read.start, read.end]);
    pages.push(share > 0.5 ? 1 : 0);
    // A line of both teaches neither.
    characters.push(free * 2 >= own.length || (share > 0.1 && share < 0.9) ? 0 : own.length - free);
  });
  if (asked.length === 0) return;
  documents.push({ group, half: part ?? documents.length % 2, name, start: total, count: asked.length, pages, characters });
  parts.push(values);
  total += asked.length;
}

function plainTexts(argument: string, random: Random): MarkedText[] {
  const [folder = '', every = '1'] = argument.split('=');
  return filesBelow(folder).flatMap((file, index) => {
    if (index % Number(every) !== 0) return [];
    const whole = readFileSync(file, 'utf8')
      .replace(/^\ufeff|^---\n[\s\S]*?\n---\n/gu, '')
      .split('\n')
      .map((line) => line.replace(/^[#>\s]+|[*_]{2}/gu, '').trim())
      .filter((line) => !archives.test(line));
    const from = random() < 0.5 ? 0 : Math.floor(random() * whole.length * 0.7);
    const lines = whole.slice(from, from + 5 + Math.floor(random() * 60)).filter((line) => line !== '');
    const gap = random() < 0.3 ? '\n\n' : '\n';
    const indent = random() < 0.4 ? '　　' : '';
    const width = random() < 0.15 ? 20 + Math.floor(random() * 20) : 0;
    const text = lines.map((line, at) => (at === 0 && from === 0 ? '' : indent) + (width === 0 ? line : line.replace(new RegExp(`.{${width}}`, 'gu'), '$&\n'))).join(gap);
    return [{ text, added: [], either: [] }];
  });
}

const random = seeded(20261126);
const marked: string[] = [];
const saved: string[] = [];
const tests: string[] = [];
const folders: string[] = [];
let part = -1;
const args = process.argv.slice(2);
while (args.length > 0) {
  const argument = args.shift() ?? '';
  const list = argument === '--marked' ? marked : argument === '--saved' ? saved : argument === '--test' ? tests : null;
  if (list !== null) list.push(args.shift() ?? '.');
  else if (argument === '--part') part = Number(args.shift());
  else folders.push(argument);
}
const speeches = join(project, 'corpus', 'speeches');
const bodies = tuningSpeeches(speeches).map((name) => plainLines(readFileSync(join(speeches, name), 'utf8')));
/** A folder of pages beside whose marks the HTML lies holds pages as they were saved; the other documents are as somebody copied them. */
for (const [group, list] of [['marked', marked], ['saved', saved]] as const) {
  for (const folder of list) {
    markedPages(folder).forEach((page, index) => {
      const half = index % 2;
      if (part >= 0 && half !== part) return;
      const whole = group === 'saved' || existsSync(join(folder, page.name.replace(/\.txt$/u, '.html')));
      add(group === 'saved' ? 'saved' : whole ? 'real' : 'marked', page.name, page, half);
      if (!whole) return;
      const varied = group === 'saved' ? 'saved, varied' : 'real, varied';
      add(varied, page.name, laidOutAnew(page, random), half);
      add(varied, page.name, laidOutAnew(aroundSpeech(page, bodies, random), random), half);
    });
  }
}
for (const group of pageGroups.filter(({ heldOut }) => !heldOut)) for (const { family, text, added } of await measurePages(speeches, group, 9)) add('made', family, { text, added, either: [] }, partOf(family));
for (const { text, added, titles } of await makeOwnDocuments(speeches, false)) add('damaged', '', { text, added, either: titles });
for (const half of [0, 1]) {
  const entries = writtenEntries('written', half);
  const told = [...writtenEntries('told', half), ...writtenEntries('notices', half)];
  const hosts = [...bodies, ...markedPages(join(project, 'test', 'gold', 'reading', 'speeches')).map(({ text }) => text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
  const host = (): readonly string[] => hosts[Math.floor(random() * hosts.length)] ?? [];
  for (let made = 0; made < entries.length / 3; made += 1) add('written', '', composeDocument(entries, host(), random), half);
  for (let made = 0; made < told.length / 3; made += 1) add('told', '', composeTold(told, entries, host(), random), half);
}
for (let made = 0; made < 320; made += 1) add('lists', '', { text: listText(random), added: [], either: [] });
for (const folder of folders) for (const text of plainTexts(folder, random)) add('plain', folder, text);
for (const folder of tests) for (const page of markedPages(folder)) add('test', page.name, page);

mkdirSync(join(project, 'out'), { recursive: true });
writeFileSync(join(project, 'out', 'pageLines.bin'), Buffer.concat(parts.map((values) => Buffer.from(values.buffer))));
writeFileSync(join(project, 'out', 'pageLines.json'), JSON.stringify({ inputs, lineFeature, paragraphFeature, documents }));
writeFileSync(join(project, 'out', 'pageRows.json'), JSON.stringify(rows));
for (const group of new Set(documents.map((document) => document.group))) {
  const own = documents.filter((document) => document.group === group);
  console.log(`${group.padEnd(14)} ${own.length} documents, ${own.reduce((sum, { count }) => sum + count, 0)} lines, ${own.reduce((sum, { pages }) => sum + pages.filter((each) => each === 1).length, 0)} of them a page's`);
}
