// node scripts/readers/learnHeads.ts [--measure] [--nets FOLDER] [--documents]
// Learns how much each thing that tells a head's end counts, and writes src/core/speech/headWeights.ts: heads whose line
// breaks are taken away, of the tuning part of the corpus and of work reports with a gold outline that no table was learnt
// from. To be run on a table of boundaries learnt `--without-corpus`: on the very text that it was learnt from it would be
// trusted too much. For the same reason `--nets` gives the folder of networks that `learnEnds.py --parts` writes, each of
// which tells of the speeches that it has not seen. `--measure` writes nothing and prints how many heads end exactly, on
// both parts; it reads the tables as they are. `--documents` learns from marked documents in place of speeches, with the two
// networks of `GO_ON=… learnEnds.py --parts`, which went on from one that knew the speeches.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Section } from '../../src/core/contracts.ts';
import { EndScorer, type EndNet } from '../../src/core/speech/endNet.ts';
import { endNet } from '../../src/core/speech/endNetTable.ts';
import { findHeadEnds } from '../../src/core/speech/headEnd.ts';
import { describeNet, describePair, describePlace, measureWords, netFeatures, pairFeatures, placeFeatures, shapeOf, type WordUse } from '../../src/core/speech/headFeatures.ts';
import { marksOf } from '../../src/core/speech/headMarks.ts';
import { headPlaces } from '../../src/core/speech/headPlaces.ts';
import { readOrdinal } from '../../src/core/speech/ordinals.ts';
import { foldForBoundaries } from '../../src/core/speech/boundaryScore.ts';
import { readDocument } from '../../src/engine/readers/readDocument.ts';
import { project } from '../commands.ts';
import { parseGold } from '../eval/reading/goldOutline.ts';
import { markedPages, marksOf as marksOfPage } from '../eval/reading/markedPages.ts';
import { markedSpeeches } from '../eval/reading/markedSpeeches.ts';
import { heldOutSpeeches, tuningSpeeches } from '../eval/reading/speeches.ts';

/** Heads that stand on lines of their own; 一是 and the like stand before their sentence and end with a mark. */
const ownLine = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+，)/u;

/** So much of the text below a head is looked at. */
const longestBody = 400;

interface RunOnHead {
  readonly heading: string;
  /** The heading with the body glued to it. */
  readonly text: string;
}

interface Series {
  readonly heads: readonly RunOnHead[];
  readonly words: WordUse;
  readonly net: EndScorer;
}

const netsFolder = process.argv.includes('--nets') ? (process.argv[process.argv.indexOf('--nets') + 1] ?? '') : null;
const nets =
  netsFolder === null
    ? [new EndScorer(endNet)]
    : readdirSync(netsFolder).sort().map((name) => new EndScorer(JSON.parse(readFileSync(join(netsFolder, name), 'utf8')) as EndNet));

/** The network that has not seen the speech with this place in the list. */
function netFor(index: number): EndScorer {
  return nets[index % nets.length] ?? new EndScorer(endNet);
}

async function seriesOfSpeeches(names: readonly string[]): Promise<Series[]> {
  const folder = join(project, 'corpus', 'speeches');
  const all: Series[] = [];
  for (const [index, name] of names.entries()) {
    const { outline } = await readDocument(readFileSync(join(folder, name)), name);
    const lists: RunOnHead[][] = [];
    const walk = (sections: readonly Section[]): void => {
      lists.push(
        sections
          .filter((section) => ownLine.test(section.ordinal ?? '') && section.paragraphs.length > 0)
          .map((section) => ({ heading: section.heading, text: section.heading + section.paragraphs.map((paragraph) => paragraph.text).join('') })),
      );
      for (const section of sections) walk(section.sections);
    };
    for (const article of outline.articles) walk(article.sections);
    const words = measureWords(lists.flat().map((head) => head.text));
    for (const heads of lists) if (heads.length > 0) all.push({ heads, words, net: netFor(index) });
  }
  return all;
}

/** Heads of the marked speeches that stand on lines of their own, behind any number. */
function seriesOfMarked(folder: string, before: number): Series[] {
  const all: Series[] = [];
  for (const [index, { lines, heads }] of markedSpeeches(join(project, 'test', 'gold', 'reading', folder)).entries()) {
    const lists: RunOnHead[][] = [];
    const open = new Map<number, RunOnHead[]>();
    let next = 0;
    lines.forEach(({ kind, text }, line) => {
      const head = heads[next];
      if (head === undefined || !text.startsWith(head.heading)) return;
      next += 1;
      for (const level of open.keys()) if (level > head.level) open.delete(level);
      const ordinal = readOrdinal(text, 0);
      if (kind !== 'head' || ordinal === null || ordinal.family === 'item') return;
      const behind = lines.slice(line + 1).findIndex((other) => other.kind === 'head');
      const body = lines.slice(line + 1, behind < 0 ? lines.length : line + 1 + behind).map((other) => other.text).join('');
      if (body.length < 12 || /[。！？：；]$/u.test(text)) return;
      const list = open.get(head.level) ?? [];
      if (list.length === 0) lists.push(list);
      open.set(head.level, list);
      const heading = text.slice(ordinal.length);
      list.push({ heading, text: heading + body });
    });
    const words = measureWords(lists.flat().map((head) => head.text));
    for (const list of lists) all.push({ heads: list, words, net: netFor(before + index) });
  }
  return all;
}

/** Heads of marked documents that no mark closes, each with what the text says below it. */
function seriesOfDocuments(folder: string): Series[] {
  const all: Series[] = [];
  for (const [index, page] of markedPages(join(project, 'test', 'gold', 'reading', folder)).entries()) {
    const marks = marksOfPage(page);
    const own = (start: number, end: number): string => [...page.text.slice(start, end)].map((unit, at) => (marks[start + at] === 0 ? unit : '')).join('').replace(/\s/gu, '');
    const lists: RunOnHead[][] = [];
    const open = new Map<number, RunOnHead[]>();
    const starts: number[] = [];
    for (const { heading } of page.heads) starts.push(page.text.indexOf(heading, starts.at(-1) ?? 0));
    for (const [order, { heading, level }] of page.heads.entries()) {
      const start = starts[order] ?? 0;
      const body = own(start + heading.length, starts[order + 1] ?? page.text.length).slice(0, longestBody);
      for (const each of open.keys()) if (each > level) open.delete(each);
      const ordinal = readOrdinal(heading, 0);
      if (ordinal === null || body.length < 12 || /^[。！？：；，、:;,.!?]/u.test(body) || /[。！？：；\n]/u.test(heading)) continue;
      const list = open.get(level) ?? [];
      if (list.length === 0) lists.push(list);
      open.set(level, list);
      const words = heading.slice(ordinal.length).replace(/\s/gu, '');
      list.push({ heading: words, text: words + body });
    }
    const words = measureWords(lists.flat().map((head) => head.text));
    for (const heads of lists) all.push({ heads, words, net: netFor(index) });
  }
  return all;
}

/** Heads of the reports that stand on lines of their own, with the paragraph below; siblings follow each other. */
function seriesOfReports(rest: 1 | 3): Series[] {
  const data = join(project, '..', 'shared', 'data', 'work-reports');
  const gold = join(project, 'test', 'gold', 'reading');
  if (!existsSync(data)) return [];
  const sources = readdirSync(data).sort();
  const all: Series[] = [];
  const outlines = ['work-reports', 'work-reports-blind'].flatMap((set) => readdirSync(join(gold, set)).map((name) => join(set, name)));
  for (const path of outlines) {
    const name = basename(path);
    const source = `${name.slice(0, -4)}.txt`;
    if (sources.indexOf(source) % 4 !== rest) continue;
    const lines = readFileSync(join(data, source), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '');
    const open = new Map<number, RunOnHead[]>();
    const lists: RunOnHead[][] = [];
    for (const { level, ordinal, heading } of parseGold(readFileSync(join(gold, path), 'utf8')).heads) {
      const line = lines.findIndex((each) => each.replace(/\s/gu, '') === (ordinal + heading).replace(/\s/gu, ''));
      const body = lines[line + 1] ?? '';
      if (line < 0 || body.length < 40) continue;
      const known = open.get(level);
      const list = known === undefined || /^[（(]?一/u.test(ordinal) ? [] : known;
      if (list !== known) lists.push(list);
      open.set(level, list);
      list.push({ heading, text: heading + body });
    }
    const words = measureWords(lists.flat().map((head) => head.text));
    for (const heads of lists) all.push({ heads, words, net: netFor(0) });
  }
  return all;
}

function measure(series: readonly Series[], heldOut = false): string {
  let right = 0;
  let total = 0;
  for (const { heads, words } of series) {
    const open = heads.map(({ text }) => ({ text, from: 0, limit: text.length }));
    const ends = findHeadEnds(open, words, marksOf(open, words));
    heads.forEach(({ heading }, index) => {
      total += 1;
      if (ends[index]?.end === heading.length) right += 1;
      else if (!heldOut && process.argv.includes('--verbose')) console.log(`  ${heading}| → ${heads[index]?.text.slice(0, ends[index]?.end ?? 0)}`);
    });
  }
  return `${right} of ${total}, ${((100 * right) / Math.max(1, total)).toFixed(1)} %`;
}

interface Example {
  readonly places: readonly (readonly number[])[];
  readonly right: number;
}

/** What is known of each place of a head, its siblings taken to end where they do. */
function exampleOf({ heads, words, net }: Series, own: number): Example | null {
  const head = heads[own];
  if (head === undefined) return null;
  const folded = foldForBoundaries(head.text);
  const others = heads.filter((_, index) => index !== own).map((other) => shapeOf(other.heading));
  const ends = headPlaces({ text: head.text, from: 0, limit: head.text.length });
  const told = net.scores(head.text, ends);
  const places = ends.map((index, order) => {
    const shape = shapeOf(head.text.slice(0, index));
    const pairs = others.map((other) => [...describePair(shape, other, new Float64Array(pairFeatures.length))]);
    const shared = pairFeatures.map((_, feature) => pairs.reduce((sum, pair) => sum + (pair[feature] ?? 0), 0) / Math.max(1, pairs.length));
    return [...describePlace({ text: head.text, folded, from: 0, index }, words), ...describeNet(told[order] ?? 0), ...shared];
  });
  const right = ends.indexOf(head.heading.length);
  return right < 0 ? null : { places, right };
}

/** What weights are drawn to where it is not 0: no head ends within a word, though few of the speeches' could. */
const drawnTo: ReadonlyMap<string, number> = new Map([['cutsWord', -2]]);

/** Scores that are learnt from much text are hardly drawn towards 0. */
const learntAlready: ReadonlySet<string> = new Set(['score', 'net']);

/** Maximum likelihood of the right places by gradient, weights drawn towards what is held of them. */
function learn(examples: readonly Example[]): Float64Array {
  const features: readonly string[] = [...placeFeatures, ...netFeatures, ...pairFeatures];
  const size = features.length;
  const weights = new Float64Array(size);
  weights[0] = 0.5;
  weights[features.indexOf('net')] = 0.5;
  const squares = new Float64Array(size).fill(1e-6);
  for (let round = 0; round < 300; round += 1) {
    const slope = new Float64Array(size);
    for (const { places, right } of examples) {
      const scores = places.map((features) => features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0));
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const total = powers.reduce((sum, power) => sum + power, 0);
      for (let feature = 0; feature < size; feature += 1) {
        const expected = powers.reduce((sum, power, place) => sum + power * (places[place]?.[feature] ?? 0), 0) / total;
        slope[feature] = (slope[feature] ?? 0) + ((places[right]?.[feature] ?? 0) - expected) / examples.length;
      }
    }
    for (let feature = 0; feature < size; feature += 1) {
      const step = (slope[feature] ?? 0) - 0.01 * ((weights[feature] ?? 0) - (drawnTo.get(features[feature] ?? '') ?? 0)) * (learntAlready.has(features[feature] ?? '') ? 0.1 : 1);
      squares[feature] = (squares[feature] ?? 0) + step * step;
      weights[feature] = (weights[feature] ?? 0) + (0.15 * step) / Math.sqrt(squares[feature] ?? 1);
    }
  }
  return weights;
}

const folder = join(project, 'corpus', 'speeches');
const tuning = await seriesOfSpeeches(tuningSpeeches(folder));
const marked = seriesOfMarked('speeches', tuningSpeeches(folder).length);
const reports = seriesOfReports(1);
if (process.argv.includes('--measure')) {
  console.log(`speeches, tuning    ${measure(tuning)}`);
  console.log(`speeches, held out  ${measure(await seriesOfSpeeches(heldOutSpeeches(folder)), true)}`);
  console.log(`marked, tuning      ${measure(marked)}`);
  console.log(`marked, held out    ${measure(seriesOfMarked('speeches-held-out', 0), true)}`);
  console.log(`documents, tuning   ${measure(seriesOfDocuments('marked'))}`);
  console.log(`documents, held out ${measure(seriesOfDocuments('marked-held-out'), true)}`);
  console.log(`reports, tuning     ${measure(reports)}`);
  console.log(`reports, held out   ${measure(seriesOfReports(3), true)}`);
} else {
  const known = process.argv.includes('--documents') ? seriesOfDocuments('marked') : [...tuning, ...marked];
  const examples = [...known, ...reports].flatMap((series) => series.heads.map((_, index) => exampleOf(series, index)).filter((example) => example !== null));
  const weights = learn(examples);
  const list = (names: readonly string[], from: number): string =>
    names.map((name, index) => `  ${(weights[from + index] ?? 0).toFixed(2)}, // ${name}`).join('\n');
  writeFileSync(
    join(project, 'src', 'core', 'speech', 'headWeights.ts'),
    `// Made by scripts/readers/learnHeads.ts; not edited by hand.\n\n/** In the order of \`placeFeatures\`. */\nexport const placeWeights: readonly number[] = [\n${list(placeFeatures, 0)}\n];\n\n` +
      `/** In the order of \`netFeatures\`. */\nexport const netWeights: readonly number[] = [\n${list(netFeatures, placeFeatures.length)}\n];\n\n` +
      `/** In the order of \`pairFeatures\`. */\nexport const pairWeights: readonly number[] = [\n${list(pairFeatures, placeFeatures.length + netFeatures.length)}\n];\n`,
  );
  console.log(`learnt from ${examples.length} heads`);
}
