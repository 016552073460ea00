// node scripts/readers/learnStretches.ts [--measure] [--marked=FOLDER[,FOLDER…]] [--part=K] FOLDER[=EVERY]…
// Learns what pages put into a text in one line with it and writes src/core/speech/pageStretchTable.ts: the lines of our own
// in scripts/readers/furniture, put into passages of the folders (`=2` reads every second file) and of the tuning half of the
// corpus. The table that is checked in was learnt from the news (=2), the work reports (=2) and two kinds of laws (=3) of ../shared/data and from the
// documents of `marked` and, up to 2615, `within` that are tuned on. `--measure`
// learns nothing and prints how the table does on the files that were left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bestStretch, foldForStretches, stretchBuckets, stretchFeatures, stretchStep } from '../../src/core/speech/pageStretch.ts';
import { packTable } from '../../src/core/speech/weightTable.ts';
import { project } from '../commands.ts';
import { halfWidth, seeded } from '../eval/reading/damage.ts';
import { markedPages, marksOf, runsOf } from '../eval/reading/markedPages.ts';
import { heldOutSpeeches, tuningSpeeches } from '../eval/reading/speeches.ts';
import { bodyLines } from './furniture/bodyLines.ts';
import { GluedMaker, markedWithin } from './furniture/gluedExamples.ts';
import { FurnitureMaker } from './furniture/makeFurniture.ts';
import { fillerFor, writtenEntries } from './furniture/writtenEntries.ts';
import { filesBelow } from '../texts/filesBelow.ts';
import { plainLines } from '../texts/plainLines.ts';

const rounds = 3;
const rate = 0.3;
/** How many weights are kept, the greatest. */
const kept = 160_000;
/** How sure the model must be of what it finds, and of what it leaves. */
const margin = 2;
/** A wrong removal costs more than a stretch left in. */
const bodyWeight = 2;
/** What the files of the folders hold that is no text: links, stamps and licences of the archives. */
const archives = /https?:|查看原文|时间戳|undefined|本作品|公有领域|维基|&[a-z]+;|<[a-z/]|^[\s\p{P}]*$/u;
/** A passage with one of these says more about what stays than any other. */
const telling = /下载|文档|登[录陆]|会员|全文|编辑|精品|精选|仅供|参考|网友|本[站文页]|整理|收集|转载|版权|阅读|预览|点击|查看|收藏|资料|第\d+页|剩余|完整|免费|打印|关注|打开|扫码/u;

interface Example {
  readonly text: string;
  readonly start: number;
  /** The same as `start` where nothing was put in. */
  readonly end: number;
}

const random = seeded(20261126);
const folders = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const option = (name: string): string | undefined => process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
/** Documents marked by hand; `--part=K` leaves every third of them out. */
const part = Number(option('part') ?? -1);
const markedDocuments = (option('marked')?.split(',') ?? []).flatMap((folder) => markedPages(folder)).filter((_, index) => part < 0 || index % 3 !== part);
const speeches = join(project, 'corpus', 'speeches');
function* passagesOf(file: string): Iterable<string> {
  for (const paragraph of plainLines(readFileSync(file, 'utf8'))) {
    if (paragraph.length < 12 || archives.test(paragraph)) continue;
    for (let at = 0; at < paragraph.length; ) {
      const room = at + 50 + Math.floor(random() * 90);
      const stop = paragraph.slice(room).search(/[。！？；，]/u);
      const end = stop < 0 || stop > 60 ? Math.min(paragraph.length, room) : room + stop + 1;
      if (end - at >= 12) yield paragraph.slice(at, end);
      at = end;
    }
  }
}

function exampleOf(passage: string, maker: GluedMaker): Example {
  const put = maker.put();
  const kind = random();
  const places: number[] = [];
  for (let at = 4; at < passage.length - 1; at += 1) {
    const [left, right] = [passage.charAt(at - 1), passage.charAt(at)];
    const han = /[\u4e00-\u9fff]/u;
    if (kind < 0.4 ? han.test(left) && han.test(right) : kind < 0.6 ? /[。！？]/u.test(left) && !/[”）]/u.test(right) : kind < 0.68 ? /[，；、]/u.test(left) : false) places.push(at);
  }
  let at = places.length === 0 ? passage.length : (places[Math.floor(random() * places.length)] ?? passage.length);
  let text = passage;
  // What is shown on trial breaks off anywhere.
  if (kind >= 0.84 && passage.length > 30) {
    at = 20 + Math.floor(random() * (passage.length - 24));
    text = passage.slice(0, at);
  }
  return { text: text.slice(0, at) + put + text.slice(at), start: at, end: at + put.length };
}

function examplesOf(passages: readonly string[], maker: GluedMaker): Example[] {
  return passages.flatMap((passage) => {
    const text = random() < 0.15 ? halfWidth(passage) : passage;
    const plain = { text, start: 0, end: 0 };
    const told = telling.test(passage);
    return random() < 0.5 ? [exampleOf(text, maker), ...(told || random() < 0.4 ? [plain] : [])] : [plain];
  });
}

/** As much of a line is shown around what is marked in it. */
const shown = 60;
/** What is marked counts as often. */
const markedTimes = 4;

/** What is marked within the lines of documents, with the text around it, and their own text without. */
function markedExamples(): Example[] {
  const examples: Example[] = [];
  for (const page of markedDocuments) {
    const marks = marksOf(page);
    const lone = (from: number, to: number): boolean => page.text.slice(from, to).trim() === '';
    let at = 0;
    for (const line of page.text.split('\n')) {
      const [from, to] = [at, at + line.length];
      at = to + 1;
      const runs = runsOf(marks, { start: from, end: to });
      runs.forEach(({ start, end, mark }, index) => {
        if (mark === 0 && end - start >= 12) for (let cut = start; cut < end; cut += 110) examples.push({ text: page.text.slice(cut, Math.min(end, cut + 120)), start: 0, end: 0 });
        const before = runs[index - 1];
        const behind = runs[index + 1];
        if (mark !== 1 || end - start > 80 || end - start < 2 || lone(start, end) || (before?.mark !== 0 && behind?.mark !== 0)) return;
        const left = before?.mark === 0 ? Math.max(before.start, start - Math.floor(shown * (0.5 + random() / 2))) : start;
        const right = behind?.mark === 0 ? Math.min(behind.end, end + Math.floor(shown * (0.5 + random() / 2))) : end;
        for (let time = 0; time < markedTimes; time += 1) examples.push({ text: page.text.slice(left, right), start: start - left, end: end - left });
      });
    }
  }
  return examples;
}

function learn(): void {
  const passages: string[] = [];
  for (const argument of folders) {
    const [folder = '', every = '1'] = argument.split('=');
    filesBelow(folder).forEach((file, index) => {
      if (index % Number(every) !== 0) return;
      for (const passage of passagesOf(file)) if (random() < (telling.test(passage) ? 1 : 0.5)) passages.push(passage);
    });
  }
  for (const name of tuningSpeeches(speeches)) for (let time = 0; time < 16; time += 1) passages.push(...passagesOf(join(speeches, name)));
  for (let time = 0; time < 6; time += 1) passages.push(...bodyLines);
  const maker = new GluedMaker(new FurnitureMaker(random), random, { passages, marked: markedWithin(markedDocuments) });
  const fill = fillerFor(passages, random);
  for (let time = 0; time < 3; time += 1) for (const { place, lines } of writtenEntries('written')) if (place === 'own') passages.push(...lines.filter((line) => line.length >= 12).map(fill));
  const examples = [...examplesOf(passages, maker), ...markedExamples()];
  console.log(`${examples.length} passages, ${examples.filter(({ start, end }) => end > start).length} with something put in`);
  const weights = new Float32Array(stretchBuckets);
  const squares = new Float32Array(stretchBuckets);
  const step = (buckets: readonly number[], by: number): void => {
    for (const bucket of buckets) {
      const slope = by - 0.0002 * (weights[bucket] as number);
      squares[bucket] = (squares[bucket] as number) + by * by;
      weights[bucket] = Math.max(-3.8, Math.min(3.8, (weights[bucket] as number) + (rate * slope) / Math.sqrt((squares[bucket] as number) + 1)));
    }
  };
  for (let round = 0; round < rounds; round += 1) {
    let wrong = 0;
    for (let index = examples.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      const [a, b] = [examples[index], examples[other]];
      if (a !== undefined && b !== undefined) [examples[index], examples[other]] = [b, a];
    }
    for (const { text, start, end } of examples) {
      const folded = foldForStretches(text);
      const best = bestStretch(folded, { weights });
      if (end === start) {
        if (best !== null && best.score > -margin) {
          step(stretchFeatures(folded, best), -bodyWeight);
          wrong += best.score > 0 ? 1 : 0;
        }
        continue;
      }
      const gold = stretchFeatures(folded, { start, end });
      if (best !== null && (best.start !== start || best.end !== end)) {
        step(gold, 1);
        step(stretchFeatures(folded, best), -1);
        wrong += 1;
      } else if (best === null || best.score < margin) step(gold, 1);
    }
    console.log(`round ${round + 1}: ${((100 * wrong) / examples.length).toFixed(2)} % wrong`);
  }
  const least = [...weights].map(Math.abs).sort((a, b) => b - a)[kept] ?? 0;
  const packed = Int8Array.from(weights, (value) => (Math.abs(value) <= least ? 0 : Math.max(-31, Math.min(31, Math.round(value * stretchStep)))));
  writeFileSync(
    join(project, 'src', 'core', 'speech', 'pageStretchTable.ts'),
    `// Made by scripts/readers/learnStretches.ts; not edited by hand. pageStretch.ts reads it.\n\nexport const pageStretchTable =\n  '${packTable(packed)}';\n`,
  );
  console.log(`weights from ${least.toFixed(2)} up`);
}

function measure(): void {
  const held: string[] = [];
  for (const argument of folders) {
    const [folder = '', every = '1'] = argument.split('=');
    filesBelow(folder).forEach((file, index) => {
      if (Number(every) > 1 && index % Number(every) === 1) for (const passage of passagesOf(file)) if (random() < 0.1) held.push(passage);
    });
  }
  for (const name of heldOutSpeeches(speeches)) held.push(...passagesOf(join(speeches, name)));
  const maker = new GluedMaker(new FurnitureMaker(random), random, { passages: held, marked: [] });
  for (const least of [0, 2, 4, 6, 8]) {
    const counts = { put: 0, found: 0, exact: 0, plain: 0, wrong: 0 };
    for (const passage of held) {
      const { text, start, end } = exampleOf(passage, maker);
      const best = bestStretch(foldForStretches(text));
      counts.put += 1;
      if (best !== null && best.score >= least && best.start < end && best.end > start) counts.found += 1;
      if (best !== null && best.score >= least && best.start === start && best.end === end) counts.exact += 1;
      const none = bestStretch(foldForStretches(passage));
      counts.plain += 1;
      if (none !== null && none.score >= least) counts.wrong += 1;
    }
    console.log(`from ${least}: found ${((100 * counts.found) / counts.put).toFixed(1)} %, to the character ${((100 * counts.exact) / counts.put).toFixed(1)} %; of ${counts.plain} passages with nothing put in ${counts.wrong} wrong`);
  }
}

if (process.argv.includes('--measure')) measure();
else learn();
