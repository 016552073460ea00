// node scripts/readers/learnGlued.ts [--marked=FOLDER[,FOLDER…]] [--real=FOLDER[,FOLDER…]] [--part=K] [--without-scraps] FOLDER[=EVERY]…
// Gathers what learnGlued.py learns the networks of src/core/speech/gluedNet.ts from, into out/glued.json: passages of the folders
// (`=2` reads every second file), of the tuning half of the corpus and of the marked speeches that are tuned on, with lines of our
// own wording put into them, and the documents marked by hand; `--real` are texts as they are, in which what the networks had taken
// was judged by reading: `⟦…⟧` is a page's, `⟨…⟩` may be either's, all else, what they had taken of it too, is the text's. `--part=K` leaves every third of those out, `--without-scraps` entries
// of two characters or of three Chinese ones (`滇池`). Of the two networks that are checked in one has read them, the other has not
// (`TABLE=src/core/speech/gluedNetWithoutScrapsTable.ts NAME=gluedNetWithoutScraps ROUNDS=2.5` for learnGlued.py); both were learnt
// from the news, the work reports and two kinds of laws (both =2) of ../shared/data and from `marked` and `within` of
// test/gold/reading, of `within` those up to 2615; with `told`, whose foreign sentences read like a text's, they took the text's own as well.
// Then they went on (GO_ON=1, ROUNDS=1 and 0.6) with all of `within` and 1,124 real texts of ten public collections, and
// (ROUNDS=0.7) with `marked` up to 3200, two kinds of laws and 1,500 sentences more of speakers with words that pages use.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldForStretches } from '../../src/core/speech/pageStretch.ts';
import { wordsAround } from '../../src/core/speech/characterNet.ts';
import { project } from '../commands.ts';
import { halfWidth, seeded } from '../eval/reading/damage.ts';
import { markedPages, marksOf, runsOf } from '../eval/reading/markedPages.ts';
import { tuningSpeeches } from '../eval/reading/speeches.ts';
import { bodyLines } from './furniture/bodyLines.ts';
import { exampleOf, GluedMaker, markedWithin, type GluedExample } from './furniture/gluedExamples.ts';
import { FurnitureMaker } from './furniture/makeFurniture.ts';
import { fillerFor, writtenEntries } from './furniture/writtenEntries.ts';
import { filesBelow } from '../texts/filesBelow.ts';
import { plainLines } from '../texts/plainLines.ts';

/** Links, stamps and licences of the archives. */
const archives = /https?:|查看原文|时间戳|undefined|本作品|公有领域|维基|&[a-z]+;|<[a-z/]|^[\s\p{P}]*$/u;
/** As much is read at once. */
const window = 200;
/** How many passages come from the folders, and how often the corpus and what is marked are read. */
const most = 60_000;
const corpusTimes = 10;
const speechTimes = 2;
const markedTimes = 5;
/** How often each passage is read, with something else put in. */
const madeTimes = 2;

const random = seeded(20261127);
const option = (name: string): string | undefined => process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const part = Number(option('part') ?? -1);
const real = (option('real')?.split(',') ?? []).flatMap((folder) => markedPages(folder));
const documents = (option('marked')?.split(',') ?? []).flatMap((folder) => markedPages(folder));
const marked = documents.filter((_, index) => part < 0 || index % 3 !== part);
const held = documents.filter((_, index) => part >= 0 && index % 3 === part);

/** Passages as a document holds them: with their breaks, without them, or broken where a line is full. */
function* passagesOf(lines: readonly string[]): Iterable<string> {
  const chance = random();
  const text = lines.join(chance < 0.45 ? '' : '\n');
  const width = chance > 0.85 ? 16 + Math.floor(random() * 26) : 0;
  for (let at = 0; at < text.length; ) {
    const size = Math.floor(window * (0.5 + random() * 0.5));
    const passage = text.slice(at, at + size);
    yield width === 0 ? passage : passage.replace(new RegExp(`[^\\n]{${width}}(?=.)`, 'gu'), '$&\n');
    at += size;
  }
}

function linesOf(text: string): string[] {
  return plainLines(text).filter((line) => !archives.test(line));
}

const speeches = join(project, 'corpus', 'speeches');
const folders = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const files = folders.flatMap((argument) => {
  const [folder = '', every = '1'] = argument.split('=');
  return filesBelow(folder).filter((_, index) => index % Number(every) === 0);
});
const texts: string[] = [];
for (const file of files) for (const passage of passagesOf(linesOf(readFileSync(file, 'utf8')))) texts.push(passage);
for (let index = texts.length - 1; index > 0; index -= 1) {
  const other = Math.floor(random() * (index + 1));
  [texts[index], texts[other]] = [texts[other] ?? '', texts[index] ?? ''];
}
texts.length = Math.min(texts.length, most);
for (let time = 0; time < corpusTimes; time += 1) for (const name of tuningSpeeches(speeches)) texts.push(...passagesOf(linesOf(readFileSync(join(speeches, name), 'utf8'))));
const markedSpeeches = filesBelow(join(project, 'test', 'gold', 'reading', 'speeches')).filter((file) => file.endsWith('.txt'));
for (let time = 0; time < speechTimes; time += 1) for (const file of markedSpeeches) texts.push(...passagesOf(linesOf(readFileSync(file, 'utf8').replace(/^#.*\n/u, '').replace(/⟪\d\||⟫/gu, ''))));
for (let time = 0; time < 3; time += 1) for (const line of bodyLines) texts.push(line);

const fill = fillerFor(texts, random);
const entries = [...writtenEntries('written'), ...writtenEntries('within')];
const linesAt = (wanted: string): string[] => entries.flatMap(({ place, lines }) => (place === wanted ? lines : []));
const own = linesAt('own');
const isSentence = (line: string): boolean => line.length >= 10 || /[。！？]$/u.test(line);
const within = linesAt('within').filter((line) => !isSentence(line));
/** What a speaker says himself and sounds like what others tell, and like notices. */
const saidLines = [...writtenEntries('told'), ...writtenEntries('notices')].flatMap(({ place, lines }) => (place === 'own' || place === 'first' || place === 'last' ? lines : [])).filter((line) => line.length <= window / 2);
const saidWithin = linesAt('within').filter(isSentence).map((line) => (/[\p{P}]$/u.test(line) ? line : `${line}。`));
/** Those with words that pages use are read more often than their number. */
const saidOfPages = saidWithin.filter((line) => /扫码|二维码|关注|公众号|链接|点[击赞]|下载|登[录陆]|网[站页友]|页面|读者|编辑|记者|版权|转载|客服|热线|会员|免费|领取|第\d+页|[上下]一页|全文|附件|打印/u.test(line));
const maker = new GluedMaker(new FurnitureMaker(random), random, { scraps: !process.argv.includes('--without-scraps'), passages: texts, marked: markedWithin(marked) });

/** Short lines that are a speech's own stand between its paragraphs. */
function withOwn(text: string): string {
  if (random() > 0.12) return text;
  const line = fill(own[Math.floor(random() * own.length)] ?? '');
  const ends = [...text.matchAll(/(?<=[。！？])/gu)].map((match) => match.index);
  const at = ends[Math.floor(random() * ends.length)] ?? text.length;
  return `${text.slice(0, at)}\n${line}\n${text.slice(at)}`;
}

/** Such sentences stand behind others. */
function withSaid(text: string): string {
  const chance = random();
  if (chance > 0.5) return text;
  const said = chance < 0.12 ? saidLines : chance < 0.28 ? saidOfPages : saidWithin;
  const ends = [...text.matchAll(/(?<=[。！？])(?![”）])/gu)].map((match) => match.index);
  const at = ends[Math.floor(random() * ends.length)] ?? text.length;
  return text.slice(0, at) + fill(said[Math.floor(random() * said.length)] ?? '') + text.slice(at);
}

/** Brackets, terms, interjections of the speaker's own within a paragraph, behind a clause or anywhere. */
function withAsides(text: string): string {
  if (random() > 0.2) return text;
  const places = [...text.matchAll(random() < 0.7 ? /(?<=[\u4e00-\u9fff])(?=[，、。；])/gu : /(?<=[，。；])(?=[\u4e00-\u9fff])/gu)].map((match) => match.index);
  const at = places[Math.floor(random() * places.length)] ?? text.length;
  return text.slice(0, at) + fill(within[Math.floor(random() * within.length)] ?? '') + text.slice(at);
}

/** What speeches write otherwise than in Chinese, and how they number their parts: it looks like a page's and is not. */
const foreignTerms = ['ATM', 'BIM', 'VOCs', 'PM2.5', 'PM10', 'GDP', 'R&D', 'CPI', 'PPI', 'LPR', 'AEO', 'RCEP', 'ESG', '5G', '6G', 'AI', 'APP', 'PPP', 'CT', 'B超', 'ICU', 'VR', 'IP', 'KTV', 'QQ', 'WIFI', 'MBA', 'CEO', 'ISO9001', 'LED', 'SUV', 'GPS', 'OA', 'Wi-Fi', 'PPT', 'Word', 'Excel', 'CR450', 'C919', 'G60', 'K12', '“1+N”', '“3+X”', '12345', '12366', '110', '3.0版', 'A级', 'B类', 'X光', 'U型', 'T台', '4S店', 'NBA', 'WTO', 'APEC', 'DNA', 'IT', 'ETC', 'POS机', '（CPI）', '（ESG）', '（WTO）', '（PPP）'];
const partNumbers = ['1.1 ', '2.2 ', '3.1 ', '01 ', '02 ', '03 ', '2、', '3．', '4. ', '（2）', '② ', '●', '>'];

function withForeign(text: string): string {
  const chance = random();
  const any = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const at = (form: RegExp): number => {
    const places = [...text.matchAll(form)].map((match) => match.index);
    return places[Math.floor(random() * places.length)] ?? 0;
  };
  const put = (place: number, words: string): string => text.slice(0, place) + words + text.slice(place);
  if (chance < 0.06) return put(at(/(?<=[，。、\u4e00-\u9fff])(?=[\u4e00-\u9fff])/gu), any(foreignTerms));
  if (chance < 0.09) return put(at(/(?<=[。\n])/gu), any(partNumbers));
  if (chance < 0.12) return text.replace(/。/gu, random() < 0.5 ? '.' : '. ').replace(/[“”]/gu, '"');
  // Gaps that a scan left around numbers and anywhere.
  if (chance < 0.17) return text.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])/gu, ' ').replace(/[\u4e00-\u9fff](?=[\u4e00-\u9fff])/gu, (each) => (random() < 0.06 ? `${each} ` : each));
  return text;
}

/** Windows of a document that is marked: what is either's counts for nothing. */
function* windowsOf(page: (typeof documents)[number]): Iterable<GluedExample & { readonly either: GluedExample['put'] }> {
  const marks = marksOf(page);
  const first = Math.floor(random() * window);
  for (let from = -first; from < page.text.length; from += window) {
    const [start, end] = [Math.max(0, from), Math.min(page.text.length, from + window)];
    const runs = runsOf(marks, { start, end });
    const spans = (mark: number): GluedExample['put'] => runs.filter((run) => run.mark === mark).map((run) => ({ start: run.start - start, end: run.end - start }));
    yield { text: page.text.slice(start, end), put: spans(1), either: spans(2) };
  }
}

type Row = [string, string, number[], number[]];
function row({ text, put }: GluedExample, either: GluedExample['put'] = []): Row {
  const folded = foldForStretches(text.replace(/[^\S\n]/gu, ' '));
  return [folded, String.fromCharCode(...[...wordsAround(folded)].map((bits) => 48 + bits)), put.flatMap(({ start, end }) => [start, end]), either.flatMap(({ start, end }) => [start, end])];
}

const made: Row[] = [];
for (let time = 0; time < madeTimes; time += 1) {
  for (const text of texts) {
    const passage = withForeign(withAsides(withSaid(withOwn(text))));
    made.push(row(exampleOf(random() < 0.15 ? halfWidth(passage) : passage, maker, random)));
  }
}
const byHand: Row[] = [];
for (let time = 0; time < markedTimes; time += 1) for (const page of marked) for (const each of windowsOf(page)) byHand.push(row(each, each.either));
/** How often the real texts are read. */
const realTimes = 2;
for (let time = 0; time < realTimes; time += 1) for (const page of real) for (const each of windowsOf(page)) byHand.push(row(each, each.either));
const test: Row[] = held.flatMap((page) => [...windowsOf(page)].map((each) => row(each, each.either)));
mkdirSync(join(project, 'out'), { recursive: true });
writeFileSync(join(project, 'out', 'glued.json'), JSON.stringify({ made, marked: byHand, test }));
console.log(`${made.length} passages, ${byHand.length} windows of marked documents, ${test.length} of those left out`);
