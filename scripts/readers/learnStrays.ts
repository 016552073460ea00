// node scripts/readers/learnStrays.ts [--measure] [--list]
// Learns which lines among the heads of a text are none and writes src/core/speech/strayWeights.ts: from the marked speeches and
// documents of test/gold/reading that are tuned on and the tuning speeches of the corpus, as they are, with the numbers of their heads taken off, under parts, with a head that ends the text, and with lines of
// pages put between their paragraphs: those that are marked and entries of our own wording (furniture/written).
// `--measure` learns from four fifths of them at a time and prints how it does on the fifth left out.
import { join } from 'node:path';
import { readBody } from '../../src/core/speech/article.ts';
import { splitArticles } from '../../src/core/speech/articles.ts';
import { findLineHeads } from '../../src/core/speech/heads.ts';
import { tellLastMembers } from '../../src/core/speech/lastMember.ts';
import { tellLooseOrdinals } from '../../src/core/speech/looseOrdinals.ts';
import { readOrdinal } from '../../src/core/speech/ordinals.ts';
import { joinLines } from '../../src/core/speech/paragraphs.ts';
import { describeBeliefs, describePart } from '../../src/core/speech/runInFeatures.ts';
import { chance } from '../../src/core/speech/runIns.ts';
import { splitLines } from '../../src/core/speech/sourceText.ts';
import { believeLines, firstStrayFeatures, loneLinesOf, secondStrayFeatures, type LoneLines } from '../../src/core/speech/strayLines.ts';
import { project } from '../commands.ts';
import { seeded, type Random } from '../eval/reading/damage.ts';
import { normalise } from '../eval/reading/goldOutline.ts';
import { markedPages } from '../eval/reading/markedPages.ts';
import { markedSpeeches } from '../eval/reading/markedSpeeches.ts';
import { fillerFor, writtenEntries } from './furniture/writtenEntries.ts';
import { han } from './levelOutlines.ts';
import { learnLogistic, type Row, writeWeights } from './logistic.ts';
import { corpusTexts } from './runInTexts.ts';

const folds = 5;
/** How often each text is seen with lines of pages in it, and how many those are at the most. */
const rounds = 4;
const mostStrays = 7;

/** A text as its writer had it, its heads as they are compared. */
interface KnownText {
  readonly name: string;
  readonly fold: number;
  readonly lines: readonly string[];
  readonly heads: ReadonlySet<string>;
}

interface Example {
  readonly name: string;
  readonly fold: number;
  readonly lone: LoneLines;
  readonly heads: readonly boolean[];
}

const gold = join(project, 'test', 'gold', 'reading');
const pages = markedPages(join(gold, 'marked'));
const texts: KnownText[] = [
  ...markedSpeeches(join(gold, 'speeches')).map(({ name, lines, heads }, index) => ({ name: `speech ${name}`, fold: index % folds, lines: lines.map(({ text }) => text), heads: new Set(heads.map(({ heading }) => normalise(heading))) })),
  ...pages.map(({ name, text, added, heads }, index) => {
    let own = '';
    let from = 0;
    for (const { start, end } of added) {
      own += text.slice(from, start);
      from = end;
    }
    return { name: `marked ${name}`, fold: index % folds, lines: (own + text.slice(from)).split(/\r?\n/u), heads: new Set(heads.map(({ heading }) => normalise(heading))) };
  }),
  ...corpusTexts().map(({ name, text }, index) => {
    const written = text.split('\n').filter((line) => line.trim() !== '');
    const plain = (line: string): string => line.replace(/^#+\s*/u, '');
    return { name: `corpus ${name}`, fold: index % folds, lines: written.map(plain), heads: new Set(written.filter((line) => /^##/u.test(line)).map((line) => normalise(plain(line)))) };
  }),
];

/** Lines of pages that may be taken for heads, by fold: a line is met by those only that it was not learnt from. */
const strays: string[][] = Array.from({ length: folds }, () => []);
pages.forEach(({ text, added }, index) => {
  for (const { start, end } of added) {
    const line = text.slice(start, end).trim();
    if (isOwnLine(text, start, end) && mayBeHead(line)) strays[index % folds]?.push(line);
  }
});
// Entries that stand together are of one kind of source.
writtenEntries('written').forEach(({ place, lines }, index) => {
  const [line = ''] = lines;
  if ((place === 'amid' || place === 'above' || place === 'below') && lines.length === 1 && mayBeHead(line)) strays[Math.floor(index / 60) % folds]?.push(line);
});

function isOwnLine(text: string, start: number, end: number): boolean {
  return (start === 0 || text.charAt(start - 1) === '\n') && (end >= text.length || /[\r\n]/u.test(text.charAt(end)));
}

function mayBeHead(line: string): boolean {
  return line.length >= 4 && line.length <= 40 && readOrdinal(line, 0) === null && !/[。；：，、,.;:…]$/u.test(line);
}

/** Heads that speak for themselves, of other texts. */
const heads = texts.flatMap(({ fold, heads: own }) => [...own].flatMap((head) => ({ fold, bare: head.slice(readOrdinal(head, 0)?.length ?? 0) }))).filter(({ bare }) => bare.length >= 5 && bare.length <= 16);

/** A head without a number above the last paragraphs, which no other is like: what ends a speech. */
function withClosing({ lines, heads: own }: Pick<KnownText, 'lines' | 'heads'>, fold: number, random: Random): Pick<KnownText, 'lines' | 'heads'> {
  const closing = any(heads.filter((head) => head.fold === fold), random)?.bare ?? '';
  const at = lines.length - 1 - Math.floor(random() * 2);
  if (closing === '' || at < 4 || (lines[at]?.length ?? 0) < 30 || !/[。！？”]\s*$/u.test(lines[at - 1] ?? '')) return { lines, heads: own };
  return { lines: [...lines.slice(0, at), closing, ...lines.slice(at)], heads: new Set([...own, normalise(closing)]) };
}

function any<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** Lines of pages between the paragraphs, and which they are. */
function withStrays(lines: readonly string[], own: readonly string[], random: Random): { lines: string[]; added: Set<string> } {
  const fill = fillerFor(lines, random);
  const written = [...lines];
  const added = new Set<string>();
  const count = 1 + Math.floor(random() * Math.min(mostStrays, lines.length / 3));
  for (let time = 0; time < count; time += 1) {
    const at = 2 + Math.floor(random() * Math.max(1, written.length - 2));
    const above = written[at - 1] ?? '';
    // A paragraph ends above it, or a head.
    if (!/[。！？：”]\s*$/u.test(above) && above.length > 40) continue;
    const line = fill(any(own, random) ?? '');
    if (line === '') continue;
    added.add(normalise(line));
    written.splice(at, 0, line);
  }
  return { lines: written, added };
}

/** Without the numbers of the heads of one way of numbering, or of all, or without that of the first or the last alone. */
function withoutNumbers({ lines, heads }: Pick<KnownText, 'lines' | 'heads'>, random: Random): Pick<KnownText, 'lines' | 'heads'> {
  const families = [...new Set([...heads].flatMap((head) => readOrdinal(head, 0)?.family ?? []))];
  if (families.length === 0) return { lines, heads };
  const chosen = random() < 0.3 ? families : [any(families, random)];
  const counted = lines.flatMap((line, index) => (heads.has(normalise(line)) && chosen.includes(readOrdinal(line.trim(), 0)?.family ?? 'part') ? [index] : []));
  const only = random() < 0.35 ? (random() < 0.7 ? counted.at(-1) : counted[0]) : undefined;
  const known = new Set(heads);
  const stripped = lines.map((line, index) => {
    const text = line.trim();
    const ordinal = heads.has(normalise(text)) ? readOrdinal(text, 0) : null;
    if (ordinal === null || (only !== undefined && index !== only) || !chosen.includes(ordinal.family) || text.length - ordinal.length < 4) return line;
    const rest = text.slice(ordinal.length);
    known.add(normalise(rest));
    return rest;
  });
  return { lines: stripped, heads: known };
}

/** The top heads lose their numbers, and the numbers below them count on from part to part. */
function inParts({ lines, heads }: Pick<KnownText, 'lines' | 'heads'>): Pick<KnownText, 'lines' | 'heads'> {
  const numbered = lines.map((line) => (heads.has(normalise(line.trim())) ? readOrdinal(line.trim(), 0) : null));
  const [top, below] = [...new Set(numbered.flatMap((ordinal) => ordinal?.family ?? []))];
  if (top === undefined || below === undefined) return { lines, heads };
  const known = new Set(heads);
  let count = 0;
  const written = lines.map((line, index) => {
    const ordinal = numbered[index] ?? null;
    if (ordinal === null || (ordinal.family !== top && ordinal.family !== below)) return line;
    const bare = line.trim().slice(ordinal.length);
    if (ordinal.family === below) count += 1;
    const told = ordinal.family === top ? bare : ordinal.text.replace(/[一二三四五六七八九十]+|\d+/u, (number) => (/\d/u.test(number) ? String(count) : han(count))) + bare;
    known.add(normalise(told));
    return told;
  });
  return { lines: written, heads: known };
}

function examplesOf(name: string, fold: number, { lines, heads }: Pick<KnownText, 'lines' | 'heads'>, added: ReadonlySet<string>): Example[] {
  const text = lines.join('\n');
  const joined = joinLines(tellLooseOrdinals(splitLines({ text, hints: [], layout: 'lines' })), text);
  return splitArticles(joined).drafts.flatMap((draft) => {
    const { blocks, runOn } = readBody(draft);
    const told = tellLastMembers(blocks);
    const lone = loneLinesOf(told, findLineHeads(told, runOn));
    if (lone === null) return [];
    return [{ name, fold, lone, heads: lone.part.members.map(({ heading }) => heads.has(normalise(heading)) && !added.has(normalise(heading))) }];
  });
}

const random = seeded(20_261);
const none = new Set<string>();
const examples: Example[] = texts.flatMap((text) => {
  const { name, fold } = text;
  const all = [...examplesOf(`${name} as it is`, fold, text, none), ...examplesOf(`${name} as it is`, fold, text, none)];
  for (let round = 0; round < rounds; round += 1) {
    const told = round === 0 ? text : round === 1 ? inParts(text) : withoutNumbers(text, random);
    if (round === 0 && random() < 0.4) all.push(...examplesOf(`${name} closed`, fold, withClosing(text, fold, random), none));
    if (round > 0) all.push(...examplesOf(`${name} ${round === 1 ? 'parts' : 'bare'}`, fold, told, none));
    const { lines, added } = withStrays(told.lines, strays[fold] ?? [], random);
    all.push(...examplesOf(`${name} strewn`, fold, { lines, heads: told.heads }, added));
  }
  return all;
});

function learnBoth(chosen: readonly Example[]): { first: number[]; second: number[] } {
  const described = chosen.map(({ lone }) => describePart(lone.part).map((each, index) => [...each, ...(lone.beside[index] ?? [])]));
  const rows = (features: readonly (readonly number[])[][]): Row[] => features.flatMap((part, at) => part.map((each, index) => ({ features: each, head: chosen[at]?.heads[index] === true })));
  const first = learnLogistic(rows(described), firstStrayFeatures.length);
  const beliefs = described.map((part, at) => describeBeliefs((chosen[at] as Example).lone.part, part.map((each) => chance(first, each))));
  const second = learnLogistic(rows(described.map((part, at) => part.map((each, index) => [...each, ...(beliefs[at]?.[index] ?? [])]))), secondStrayFeatures.length);
  return { first, second };
}

const labels = examples.flatMap(({ heads }) => heads);
console.log(`${examples.length} texts, ${labels.length} lines, ${labels.filter(Boolean).length} of them heads; ${strays.flat().length} lines of pages`);
if (process.argv.includes('--measure')) {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (let fold = 0; fold < folds; fold += 1) {
    const { first, second } = learnBoth(examples.filter((each) => each.fold !== fold));
    for (const { name, lone, heads } of examples.filter((each) => each.fold === fold)) {
      const believed = believeLines(lone, first, second);
      const kind = name.split(' ').filter((_, index) => index !== 1).join(' ');
      heads.forEach((head, index) => {
        count(`${kind}: all ${head ? 'heads' : 'others'}`);
        for (const least of [0.2, 0.3, 0.4, 0.5, 0.6]) if ((believed[index] ?? 0) < least) count(`${kind}: ${head ? 'heads' : 'others'} under ${least}`);
        if (process.argv.includes('--list') && head !== (believed[index] ?? 0) >= 0.4) console.log(`${name} ${head ? 'lost' : 'kept'} ${(believed[index] ?? 0).toFixed(2)} ${lone.part.members[index]?.heading}`);
      });
    }
  }
  for (const [key, value] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${key} ${value}`);
} else {
  const { first, second } = learnBoth(examples);
  writeWeights('strayWeights.ts', import.meta.filename, [
    { name: 'firstStrayWeights', note: 'In the order of `firstStrayFeatures`.', weights: first, features: firstStrayFeatures },
    { name: 'secondStrayWeights', note: 'In the order of `secondStrayFeatures`.', weights: second, features: secondStrayFeatures },
  ]);
}
