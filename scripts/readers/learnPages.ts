// node scripts/readers/learnPages.ts [--folds N] [--part K] [--marked FOLDER]… FOLDER[=EVERY]…
// Learns which lines of a document are its page's, from what is known of them (src/core/speech/pageLines.ts), and writes
// src/core/speech/pageNetTable.ts. It learns from pages as somebody saved them, marked by hand (scripts/eval/reading/
// markedPages.ts), from the made pages and damaged speeches that are tuned on, and from plain texts of the folders (`=9`
// reads every ninth file), whole, in part and broken into rows, where nothing is a page's, and from made lists. `--folds`
// writes nothing and prints how networks do on the marked pages that they have not seen; `--part K` learns from every second
// page of each folder only, so that the whole reader can be measured on the others. Before it,
// `learnFurniture.ts --pages --part 0` and `--part 1` make the tables by which the marked and made pages are scored.
// What is checked in was learnt from 147 marked pages, `marked` and `speeches` of test/gold/reading and the news (=30), two kinds of laws (=20, =10) and the reports (=3).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/core/contracts.ts';
import { linesToJudge } from '../../src/core/speech/cleanLines.ts';
import { pageScore, scorerOf } from '../../src/core/speech/furnitureScore.ts';
import { packBits } from '../../src/core/speech/knownWords.ts';
import { rememberLines } from '../../src/core/speech/lineMemory.ts';
import { knowLines, ownFeatures, sight } from '../../src/core/speech/pageLines.ts';
import { hidden, hiddenEach, inputOf, inputs, inRuns, runPageNet, type PageWeights } from '../../src/core/speech/pageNet.ts';
import { judgeByRules } from '../../src/core/speech/siteLines.ts';
import { project } from '../commands.ts';
import { seeded, type Random } from '../eval/reading/damage.ts';
import { markedPages, marksOf } from '../eval/reading/markedPages.ts';
import { listText } from './furniture/listTexts.ts';
import { makeOwnDocuments } from '../eval/reading/ownDocuments.ts';
import { measurePages, pageGroups, partOf } from '../eval/reading/pages/measurePages.ts';
import { filesBelow } from '../texts/filesBelow.ts';

const rounds = 24;
const rate = 0.002;
/** How much of what is known is hidden, so that no single sign decides. */
const hiding = 0.1;
const realWeight = 4;
const madeWeight = 0.5;
const decay = 2e-5;

/** Inputs that hold scores of the table that has seen these lines: two of each line. */
const scoreRows = Uint8Array.from({ length: inputs }, (_, row) => (row < (2 * sight + 1) * ownFeatures && row % ownFeatures >= 2 && row % ownFeatures < 4 ? 1 : 0));

interface Document {
  readonly text: string;
  readonly added: readonly Span[];
  /** Spans that teach nothing. */
  readonly either: readonly Span[];
  readonly weight: number;
  /** The half of the pages that it belongs to: it is scored by the table learnt from the other half. */
  readonly part?: number;
}

interface Example {
  readonly input: Float32Array;
  readonly wanted: number;
  readonly weight: number;
  readonly text: string;
  readonly ruled: boolean;
}

const scorers = [0, 1].map((half) => {
  const file = join(project, 'out', `pageTable-${half}.json`);
  if (!existsSync(file)) throw new Error(`${file}: learnFurniture.ts --pages --part ${half} makes it`);
  const { bias, table } = JSON.parse(readFileSync(file, 'utf8')) as { bias: number; table: string };
  return rememberLines(scorerOf(() => table, bias));
});

const archives = /https?:|查看原文|时间戳|undefined|本作品|公有领域|维基/u;

/** Lines of pages that are never asked about. */
let unasked = 0;

function examplesOf(document: Document): Example[] {
  const { text, weight, part } = document;
  const lines = linesToJudge({ text, hints: [], layout: 'lines' }, []);
  const judged = judgeByRules(lines);
  const ruled = judged.verdicts.map((verdict) => verdict !== null);
  const known = knowLines(lines, judged, part === undefined ? pageScore : scorers[1 - part]);
  const examples: Example[] = [];
  const marks = marksOf(document);
  lines.forEach((line, index) => {
    let pages = 0;
    let all = 0;
    let free = 0;
    for (const piece of line.pieces) {
      for (let at = piece.start; at < piece.end; at += 1) {
        all += 1;
        if (marks[at] === 1) pages += 1;
        else if (marks[at] === 2) free += 1;
      }
    }
    const share = pages / Math.max(1, all - free);
    if (known.asked[index] === 0) {
      if (share > 0.5) unasked += 1;
      return;
    }
    if (free * 2 >= all || (share > 0.25 && share < 0.75)) return;
    const input = new Float32Array(inputs);
    inputOf(known, index, input);
    // A long line is more of a loss, or of a gain, than a short one.
    examples.push({ input, wanted: share > 0.5 ? 1 : 0, weight: weight * Math.min(3, 0.5 + line.text.length / 40), text: line.text, ruled: ruled[index] === true });
  });
  return examples;
}

function plainTexts(argument: string, random: Random): Document[] {
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
    return [{ text, added: [], either: [], weight: 1 }];
  });
}

const random = seeded(20261126);
const marked: string[] = [];
const folders: string[] = [];
let folds = 0;
let part = -1;
const args = process.argv.slice(2);
while (args.length > 0) {
  const argument = args.shift() ?? '';
  if (argument === '--marked') marked.push(args.shift() ?? '.');
  else if (argument === '--folds') folds = Number(args.shift());
  else if (argument === '--part') part = Number(args.shift());
  else folders.push(argument);
}
const speeches = join(project, 'corpus', 'speeches');
const groups: { name: string; examples: Example[] }[] = [];
const add = (name: string, documents: readonly Document[]): void => {
  groups.push({ name, examples: documents.flatMap(examplesOf) });
};
const pages: { name: string; examples: Example[] }[] = [];
for (const folder of marked) {
  const own = markedPages(folder).flatMap((page, index) => (part >= 0 && index % 2 !== part ? [] : [{ name: page.name, examples: examplesOf({ ...page, weight: realWeight, part: index % 2 }) }]));
  pages.push(...own);
  const examples = own.flatMap((page) => page.examples);
  if (folds === 0) groups.push({ name: folder, examples });
}
for (const group of pageGroups.filter(({ heldOut }) => !heldOut)) add(group.name, (await measurePages(speeches, group, 9)).map(({ family, text, added }) => ({ text, added, either: [], weight: madeWeight, part: partOf(family) })));
add('damaged speeches', (await makeOwnDocuments(speeches, false)).map(({ text, added, titles }) => ({ text, added, either: titles, weight: 0.3 })));
add('lists', Array.from({ length: 320 }, () => ({ text: listText(random), added: [], either: [], weight: 0.6 })));
for (const folder of folders) add(folder, plainTexts(folder, random));

for (const { name, examples } of groups) {
  const pages = examples.filter(({ wanted }) => wanted === 1).length;
  console.log(`${name.slice(-40).padEnd(40)} ${examples.length} lines, ${pages} of them a page's, rules tell ${examples.filter(({ wanted, ruled }) => wanted === 1 && ruled).length}, wrongly ${examples.filter(({ wanted, ruled }) => wanted === 0 && ruled).length}`);
}

console.log(`${unasked} lines of pages that nothing gives cause to ask about`);
const all = groups.flatMap(({ examples }) => examples);
if (folds === 0) {
  const weights = learn(all);
  for (const { name, examples } of groups) report(name, examples, weights);
  write(weights);
} else {
  // Each part is judged by a network that has not seen it; nothing is written.
  const told: { example: Example; odds: number }[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = learn([...all, ...pages.filter((_, index) => index % folds !== fold).flatMap((page) => page.examples)]);
    for (const { examples } of pages.filter((_, index) => index % folds === fold)) {
      const odds = inRuns(examples.map(({ input }) => runPageNet(weights, input)));
      examples.forEach((example, at) => told.push({ example, odds: odds[at] ?? 0 }));
    }
  }
  print('left out, by rules alone', told.map(({ example }) => ({ example, odds: example.ruled ? 1 : -1 })), [0]);
  print('left out', told, [-1, 0, 1, 2, 3]);
}

function report(name: string, examples: readonly Example[], net: PageWeights): void {
  print(name, examples.map((example) => ({ example, odds: runPageNet(net, example.input) })), [-2, 0, 1, 2, 3]);
}

function print(name: string, told: readonly { example: Example; odds: number }[], levels: readonly number[]): void {
  const figures = levels.map((least) => {
    let right = 0;
    let wrong = 0;
    let missed = 0;
    for (const { example, odds } of told) {
      if (odds >= least && example.wanted === 1) right += example.text.length;
      else if (odds >= least) wrong += example.text.length;
      else if (example.wanted === 1) missed += example.text.length;
    }
    return `≥${least}: P ${((100 * right) / Math.max(1, right + wrong)).toFixed(1)} R ${((100 * right) / Math.max(1, right + missed)).toFixed(1)} (${wrong} lost)`;
  });
  console.log(`${name.slice(-40).padEnd(40)} ${figures.join('  ')}`);
}

/** Two networks side by side, which begin elsewhere and see the examples in another order: each errs where the other need not. */
function learn(examples: readonly Example[]): PageWeights {
  const [one, other] = [learnOne(examples), learnOne(examples)];
  const first = new Float32Array(inputs * hidden);
  for (let row = 0; row < inputs; row += 1) {
    first.set(one.first.subarray(row * hiddenEach, (row + 1) * hiddenEach), row * hidden);
    first.set(other.first.subarray(row * hiddenEach, (row + 1) * hiddenEach), row * hidden + hiddenEach);
  }
  return {
    first,
    bias: Float32Array.from([...one.bias, ...other.bias]),
    second: Float32Array.from([...one.second, ...other.second], (value) => value / 2),
    last: (one.last + other.last) / 2,
  };
}

/** Adam over the examples one batch after the other. */
function learnOne(examples: readonly Example[]): PageWeights {
  const lengths = [inputs * hiddenEach, hiddenEach, hiddenEach, 1] as const;
  const values = lengths.map((length, matrix) => Float32Array.from({ length }, () => (matrix === 1 || matrix === 3 ? 0 : (random() - 0.5) * (matrix === 0 ? 0.2 : 0.6))));
  const [first, bias, second, last] = values as [Float32Array, Float32Array, Float32Array, Float32Array];
  const slopes = lengths.map((length) => new Float32Array(length));
  const means = lengths.map((length) => new Float32Array(length));
  const squares = lengths.map((length) => new Float32Array(length));
  const order = examples.map((_, index) => index);
  const batch = 64;
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let index = order.length - 1; index > 0; index -= 1) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other] as number, order[index] as number];
    }
    let loss = 0;
    let total = 0;
    const now = rate * Math.min(1, (rounds - round) / (rounds / 2));
    for (let start = 0; start < order.length; start += batch) {
      for (const slope of slopes) slope.fill(0);
      let weighed = 0;
      for (let at = start; at < Math.min(order.length, start + batch); at += 1) {
        const { input, wanted, weight } = examples[order[at] as number] as Example;
        weighed += weight;
        const sums = Float32Array.from(bias);
        const active: number[] = [];
        // The table has seen many of these lines; of a line that it has not seen it is less sure.
        const doubt = random() < 0.3 ? 0.6 + 0.4 * random() : 1;
        for (let row = 0; row < inputs; row += 1) {
          const value = (input[row] as number) * (scoreRows[row] === 1 ? doubt : 1);
          if (value === 0 || random() < hiding) continue;
          active.push(row);
          for (let unit = 0; unit < hiddenEach; unit += 1) sums[unit] = (sums[unit] as number) + value * (first[row * hiddenEach + unit] as number);
        }
        let odds = last[0] as number;
        for (let unit = 0; unit < hiddenEach; unit += 1) odds += Math.max(0, sums[unit] as number) * (second[unit] as number);
        const chance = 1 / (1 + Math.exp(-odds));
        loss -= weight * Math.log(Math.max(1e-7, wanted === 1 ? chance : 1 - chance));
        total += weight;
        const slope = (chance - wanted) * weight;
        (slopes[3] as Float32Array)[0] = ((slopes[3] as Float32Array)[0] as number) + slope;
        const back = new Float32Array(hiddenEach);
        for (let unit = 0; unit < hiddenEach; unit += 1) {
          const value = sums[unit] as number;
          if (value <= 0) continue;
          (slopes[2] as Float32Array)[unit] = ((slopes[2] as Float32Array)[unit] as number) + slope * value;
          back[unit] = slope * (second[unit] as number);
          (slopes[1] as Float32Array)[unit] = ((slopes[1] as Float32Array)[unit] as number) + (back[unit] as number);
        }
        for (const row of active) {
          const value = (input[row] as number) * (scoreRows[row] === 1 ? doubt : 1);
          for (let unit = 0; unit < hiddenEach; unit += 1) {
            const place = row * hiddenEach + unit;
            (slopes[0] as Float32Array)[place] = ((slopes[0] as Float32Array)[place] as number) + value * (back[unit] as number);
          }
        }
      }
      step += 1;
      const [keep, keepSquare] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      values.forEach((matrix, number) => {
        const [slope, mean, square] = [slopes[number], means[number], squares[number]] as [Float32Array, Float32Array, Float32Array];
        for (let index = 0; index < matrix.length; index += 1) {
          const each = (slope[index] as number) / Math.max(1, weighed);
          mean[index] = 0.9 * (mean[index] as number) + 0.1 * each;
          square[index] = 0.999 * (square[index] as number) + 0.001 * each * each;
          matrix[index] = (matrix[index] as number) * (1 - (number === 0 ? decay * 10 : 0)) - (now * ((mean[index] as number) / keep)) / (Math.sqrt((square[index] as number) / keepSquare) + 1e-8);
        }
      });
    }
    if (round % 6 === 5) console.log(`round ${round + 1}: loss ${(loss / total).toFixed(5)}`);
  }
  return { first, bias, second, last: last[0] as number };
}

function write({ first, bias, second, last }: PageWeights): void {
  const steps: number[] = [];
  const bytes: number[] = [];
  for (const matrix of [first, bias, second, [last]]) {
    const step = Math.max(1e-9, ...[...matrix].map(Math.abs)) / 127;
    steps.push(Number(step.toPrecision(6)));
    for (const value of matrix) bytes.push(Math.round(value / step) & 255);
  }
  while (bytes.length % 3 !== 0) bytes.push(0);
  writeFileSync(
    join(project, 'src', 'core', 'speech', 'pageNetTable.ts'),
    `// Made by scripts/readers/learnPages.ts; not edited by hand. pageNet.ts reads it.\n\nexport const pageNetSteps: readonly number[] = [${steps.join(', ')}];\n\nexport const pageNetWeights =\n  '${packBits(Uint8Array.from(bytes))}';\n`,
  );
}
