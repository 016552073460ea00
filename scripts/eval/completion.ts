// npm run eval -- completion [--tune [DAY]] [--misses] [--expressions]
// How good completion is, on text later than everything it was made from. Nothing after the split is read for evidence,
// mining or tuning; the text after it is the test. With --tune, the half-year before the split (or up to DAY) is the
// test and all before that half-year the material: what weights and rules are chosen on. --misses lists what was had and not among the first
// five after three characters; it goes with --tune alone, so that nobody fits anything to the test. --expressions
// prints 200 mined expressions and nothing else, at even distances from the best to the last, to be judged by eye.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readLexicon } from '../../src/core/formulations/compileLexicon.ts';
import { completeFormulations, rankCandidates } from '../../src/core/formulations/complete.ts';
import type { Lexicon } from '../../src/core/formulations/lexicon.ts';
import type { LexiconEntry } from '../../src/core/formulations/lexiconEntry.ts';
import { standardOpening } from '../../src/core/formulations/opening.ts';
import { matchKeyOf } from '../../src/core/formulations/matchKey.ts';
import type { DatedText } from '../../src/core/formulations/attest.ts';
import { corpus } from '../attest/lexiconFiles.ts';
import type { Figures } from './figures.ts';
import { missesOf, queries, recallOf } from './completionRecall.ts';
import type { RecallTable } from './completionRecall.ts';
import { newsArchive } from './newsArchive.ts';
import { paragraphsOf, phraseRule, recurringPhrases } from './recurringPhrases.ts';
import { ourCompleter, simulateWriter, snippetCompleter, wordCompleter } from './simulatedWriter.ts';
import type { WriterFigures } from './simulatedWriter.ts';
import { lexiconOfSize, split, trainEntries } from './trainedLexicon.ts';
import { syllablesOf } from '../lexicon/pinyin.ts';

/** The half-year that ends on the day named after `--tune`, or before the split; never later than that. */
function tuningHalf(args: readonly string[]): { readonly until: string; readonly last: string } {
  const named = args[args.indexOf('--tune') + 1] ?? '';
  const last = /^\d{4}-\d{2}-\d{2}$/u.test(named) && named < split ? named : split;
  // The last day of the month six months earlier.
  const until = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)) - 6, 0)).toISOString().slice(0, 10);
  return { until, last };
}

const sizes = [800, 5000, 50_000] as const;

/** Phrases of one clause or more that are looked at beside the rule's, those on the most days first. */
const mostSingle = 400;

/** Mined expressions that are printed to be judged. */
const judged = 200;

/** Characters of the test text that the simulated writer types: taken evenly from all of it. */
const typedCharacters = 40_000;

export async function run(args: readonly string[] = []): Promise<Figures> {
  const texts = newsArchive();
  if (texts === null) return {};
  const { until, last } = args.includes('--tune') ? tuningHalf(args) : { until: split, last: '9999' };
  const entries = trainEntries(texts.filter(({ day }) => day <= until), until);
  if (args.includes('--expressions')) {
    for (let index = 0; index < judged; index += 1) console.log(entries.mined[Math.floor(((index + 0.5) * entries.mined.length) / judged)]?.text ?? '');
    return {};
  }
  const later = texts.filter(({ day }) => day > until && day <= last);
  const phrases = recurringPhrases(later);
  const days = new Set(later.map(({ day }) => day)).size;
  console.log(`截至 ${until} 的材料用于依据和挖掘，此后 ${String(days)} 天用于测试。`);
  console.log(`自编表述 ${String(entries.curated.length)} 条（另有 ${String(entries.leftOut)} 条此前未见，不参加），挖掘所得 ${String(entries.mined.length)} 条。`);
  console.log(`测试文本中反复出现的多分句表述（至少 ${String(phraseRule.days)} 天）：${String(phrases.length)} 条。\n`);

  const recall: Record<string, unknown> = {};
  const lexicons = sizes.map((size) => ({ size, lexicon: lexiconOfSize(entries, size) }));
  console.log('## 表述能否补出（前一 / 前五，%）');
  console.log('词库\t表述\t其中有\t范围\t2字\t3字\t3声母\t4声母\t接续（未打）');
  const single = recurringPhrases(later, [1, 8]).slice(0, mostSingle);
  for (const { size, lexicon } of lexicons) {
    const table = recallOf(lexicon, phrases);
    printRecall(size, '多分句', table);
    const larger = recallOf(lexicon, single);
    printRecall(size, `一分句起（前${String(single.length)}）`, larger);
    recall[String(size)] = { phrases: table, fromOneClause: larger };
    if (args.includes('--tune') && args.includes('--misses')) for (const miss of missesOf(lexicon, phrases)) console.log(`  未进前五\t${miss}`);
  }
  console.log('接续所测的位置数见 --json。\n');

  const paragraphs = sampleOf(paragraphsOf(later), typedCharacters);
  const plain = paragraphs.map(({ text }) => text);
  console.log('## 少打的字（前三中有对的就采用）与不想要的弹出（每千字）');
  console.log('做法\t少打%\t扣除采用键%\t采用次数\t不想要的弹出\t有用的弹出');
  const writers: Record<string, WriterFigures> = {};
  const show = (name: string, seen: WriterFigures) => {
    writers[name] = seen;
    console.log(`${name}\t${percent(seen.saved)}\t${percent(seen.savedNet)}\t${String(seen.accepted)}\t${seen.unwanted.toFixed(1)}\t${seen.wanted.toFixed(1)}`);
  };
  for (const { size, lexicon } of lexicons) {
    for (const characters of [2, 3, 4, 5]) {
      for (const mined of [0, 1, 2]) {
        // Nothing is as sure as 2: every mined wording waits.
        const rule = { ...standardOpening, characters, surety: { early: 2, late: 0 }, more: { mined, inside: 0 } };
        show(`词库${String(size)}，${String(characters)}字弹出，挖掘所得+${String(mined)}`, simulateWriter(plain, ourCompleter(lexicon, rule)));
      }
    }
    for (const early of [0.3, 0.35, 0.4, 0.45, 0.5]) {
      const { late } = standardOpening.surety;
      show(`词库${String(size)}，3字弹出，挖掘所得须有${String(early)}的把握，5字起${String(late)}`, simulateWriter(plain, ourCompleter(lexicon, { ...standardOpening, surety: { early, late } })));
    }
    const rule = standardOpening;
    show(`词库${String(size)}，默认，句中再+1`, simulateWriter(plain, ourCompleter(lexicon, { ...rule, more: { ...rule.more, inside: 1 } })));
    show(`词库${String(size)}，默认，不接续`, simulateWriter(plain, ourCompleter(lexicon, { ...rule, chains: false })));
  }
  // Word-based completion reads the open document: each day's text is one, and its earlier paragraphs stand in it.
  show('VS Code按词补全（同一文稿内）', simulateDocuments(later, paragraphs));
  show('固定片段（同样的自编表述）', simulateWriter(plain, snippetCompleter(entries.curated.map(({ text }) => text))));
  const largest = lexiconOfSize(entries, sizes[2]);
  return { recall, writer: writers, currency: { ours: currencyOf(largest, until) }, speed: { ours: speedOf(largest.entries, plain) } };
}

function printRecall(size: number, name: string, { all, known, knownPhrases }: RecallTable): void {
  for (const [scope, table] of [['全部', all], ['有的', known]] as const) {
    const cells = queries.map((query) => `${percent(table[query].first)}/${percent(table[query].firstFive)}`);
    console.log(`${String(size)}\t${name}\t${String(knownPhrases)}\t${scope}\t${cells.join('\t')}`);
  }
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** The sampled paragraphs typed with VS Code's word-based completion, each in the document of its own day. */
function simulateDocuments(later: readonly DatedText[], sample: readonly { readonly day: string; readonly text: string }[]): WriterFigures {
  const documents = new Map<string, string>();
  for (const { day, text } of paragraphsOf(later)) documents.set(day, `${documents.get(day) ?? ''}${text}\n`);
  const seen = sample.map(({ day, text }) => {
    const document = documents.get(day) ?? '';
    const earlier = document.slice(0, Math.max(0, document.indexOf(text)));
    return simulateWriter([text], wordCompleter(earlier));
  });
  const characters = seen.reduce((sum, figures) => sum + figures.characters, 0);
  const mean = (of: (figures: WriterFigures) => number) => seen.reduce((sum, figures) => sum + of(figures) * figures.characters, 0) / characters;
  return {
    characters,
    saved: mean(({ saved }) => saved),
    savedNet: mean(({ savedNet }) => savedNet),
    accepted: seen.reduce((sum, { accepted }) => sum + accepted, 0),
    unwanted: mean(({ unwanted }) => unwanted),
    wanted: mean(({ wanted }) => wanted),
  };
}

function sampleOf<T extends { readonly text: string }>(paragraphs: readonly T[], characters: number): T[] {
  const total = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const every = Math.max(1, Math.floor(total / characters));
  return paragraphs.filter((_, index) => index % every === 0);
}

/**
 * Of the wordings that have changed, how often the current one is offered before the old one once three characters stand.
 * Where a beginning that many share lists neither of the two, as many characters more as it takes.
 */
function currencyOf(lexicon: Lexicon, until: string): { readonly pairs: number; readonly currentFirst: number; readonly oldOffered: number } {
  const pairs = (JSON.parse(readFileSync(join(corpus, 'drift.json'), 'utf8')) as readonly DriftDecision[]).filter(
    ({ from, decision, since }) => decision === 'superseded' && since <= until && lexicon.indexOfText(from) !== undefined,
  );
  let currentFirst = 0;
  let oldOffered = 0;
  const later: string[] = [];
  for (const { from, to } of pairs) {
    const { at } = matchKeyOf(from);
    let typed = 3;
    let old = -1;
    let current = -1;
    for (; typed <= at.length && old < 0 && current < 0; typed += 1) {
      const found = completeFormulations(lexicon, { before: from.slice(0, (at[typed - 1] ?? 0) + 1), limit: 20 });
      old = found.findIndex(({ text }) => text === from);
      current = found.findIndex(({ text, status }) => status === 'current' && (text === to || text.startsWith(to)));
    }
    if (old >= 0) oldOffered += 1;
    if (current >= 0 && (old < 0 || current < old)) currentFirst += 1;
    else console.log(`未先给现行提法：${from} → ${to}`);
    if (typed - 1 > 3) later.push(`${to}（${String(typed - 1)}字）`);
  }
  console.log(`\n## 提法新旧\n有变化的 ${String(pairs.length)} 对中，打出旧提法的前三字，先给现行提法的 ${String(currentFirst)} 对（旧提法也列出的 ${String(oldOffered)} 对，均排在最后）${later.length === 0 ? '' : `；其中前三字所列没有这一对、多打几字才列出的：${later.join('、')}`}。`);
  return { pairs: pairs.length, currentFirst, oldOffered };
}

interface DriftDecision {
  readonly from: string;
  readonly to: string;
  readonly decision: string;
  readonly since: string;
}

/** Milliseconds of processor time for a key. */
interface KeyTimes {
  readonly keys: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

interface Speed extends KeyTimes {
  readonly loadMilliseconds: number;
  readonly loadBytes: number;
  readonly first: number;
  /** The same with the input method off: initials, full pinyin, and pinyin after two Han characters. */
  readonly pinyin: Readonly<Record<PinyinWay, KeyTimes>>;
}

/** Loading as the extension host does, then milliseconds for one ranking at every place of some typed text, in processor time. */
function speedOf(entries: readonly LexiconEntry[], paragraphs: readonly string[]): Speed {
  const json = JSON.stringify({ version: 1, until: split, entries });
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const beganLoading = process.cpuUsage();
  const lexicon = readLexicon(json);
  const loadMilliseconds = milliseconds(beganLoading);
  collectGarbage();
  const loadBytes = process.memoryUsage().heapUsed - before;
  const timeOf = (before: string) => {
    const began = process.cpuUsage();
    rankCandidates(lexicon, { before, limit: 12 });
    return milliseconds(began);
  };
  const timed = paragraphs.slice(0, 60);
  const times = timed.flatMap((paragraph) => Array.from(paragraph, (_, index) => timeOf(paragraph.slice(Math.max(0, index - 299), index + 1))));
  // A single character has no candidates: the dearest of the first ten keys tells what a writer feels.
  const first = Math.max(...times.slice(0, 10));
  const han = keyTimesOf(times);
  const pinyin = Object.fromEntries(pinyinWays.map((way) => [way, keyTimesOf(timed.flatMap((paragraph) => pinyinKeys(paragraph, way).map(timeOf)))])) as Record<PinyinWay, KeyTimes>;
  console.log(`\n## 用时（处理器时间）\n词库 ${String(lexicon.entries.length)} 条，载入 ${loadMilliseconds.toFixed(0)} 毫秒，占内存 ${(loadBytes / 1e6).toFixed(0)} MB；载入后头十键最长 ${first.toFixed(2)} 毫秒。`);
  for (const [way, { keys, p50, p95, max }] of [['汉字', han] as const, ...pinyinWays.map((way) => [way, pinyin[way]] as const)]) {
    console.log(`${way}（${String(keys)} 键）：每键中位 ${p50.toFixed(3)} 毫秒，p95 ${p95.toFixed(3)} 毫秒，最长 ${max.toFixed(2)} 毫秒。`);
  }
  return { loadMilliseconds, loadBytes, first, ...han, pinyin };
}

function keyTimesOf(times: readonly number[]): KeyTimes {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { keys: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

const pinyinWays = ['声母', '全拼', '汉字后接拼音'] as const;
type PinyinWay = (typeof pinyinWays)[number];

/** Characters between two places of a text at which pinyin is begun, and how many are typed in it. */
const pinyinEvery = 8;
const pinyinRun = 5;

/** What stands before the cursor after each key of a writer who types parts of a paragraph in pinyin. */
function pinyinKeys(paragraph: string, way: PinyinWay): string[] {
  const keys: string[] = [];
  for (let start = 0; start + pinyinRun < paragraph.length; start += pinyinEvery) {
    const han = way === '汉字后接拼音' ? 2 : 0;
    const run = paragraph.slice(start + han, start + pinyinRun);
    if (!/^\p{Script=Han}+$/u.test(run)) continue;
    const letters = syllablesOf(run).map((syllable) => (way === '全拼' ? syllable : syllable.charAt(0))).join('');
    const before = paragraph.slice(Math.max(0, start - 290), start + han);
    for (let length = 1; length <= letters.length; length += 1) keys.push(before + letters.slice(0, length));
  }
  return keys;
}

/** Memory is only what is still needed: the collector is not to be had without a flag. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function milliseconds(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
