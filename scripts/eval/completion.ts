// How good completion is, on text later than everything it was made from. Nothing after the split is read for evidence,
// mining or tuning; the text after it is the test.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeFormulations, rankCandidates } from '../../src/core/formulations/complete.ts';
import type { Lexicon } from '../../src/core/formulations/lexicon.ts';
import { matchKeyOf } from '../../src/core/formulations/matchKey.ts';
import { corpus } from '../attest/lexiconFiles.ts';
import { queries, recallOf } from './completionRecall.ts';
import type { RecallTable } from './completionRecall.ts';
import { newsArchive } from './newsArchive.ts';
import { paragraphsOf, phraseRule, recurringPhrases } from './recurringPhrases.ts';
import { ourCompleter, simulateWriter, snippetCompleter, wordCompleter } from './simulatedWriter.ts';
import type { WriterFigures } from './simulatedWriter.ts';
import { lexiconOfSize, split, trainEntries } from './trainedLexicon.ts';

const sizes = [800, 5000, 50_000] as const;

/** Characters of the test text that the simulated writer types: taken evenly from all of it. */
const typedCharacters = 40_000;

export async function run(): Promise<Readonly<Record<string, unknown>> | null> {
  const texts = newsArchive();
  if (texts === null) return null;
  const entries = trainEntries(texts.filter(({ day }) => day <= split));
  const later = texts.filter(({ day }) => day > split);
  const phrases = recurringPhrases(later);
  const days = new Set(later.map(({ day }) => day)).size;
  console.log(`截至 ${split} 的材料用于依据和挖掘，此后 ${String(days)} 天用于测试。`);
  console.log(`自编表述 ${String(entries.curated.length)} 条（另有 ${String(entries.leftOut)} 条此前未见，不参加），挖掘所得 ${String(entries.mined.length)} 条。`);
  console.log(`测试文本中反复出现的多分句表述（至少 ${String(phraseRule.days)} 天）：${String(phrases.length)} 条。\n`);

  const figures: Record<string, unknown> = { split, phrases: phrases.length };
  const lexicons = sizes.map((size) => ({ size, lexicon: lexiconOfSize(entries, size) }));
  console.log('## 表述能否补出（前一 / 前五，%）');
  console.log('词库\t其中有\t范围\t2字\t3字\t3声母\t4声母\t接续（未打）');
  for (const { size, lexicon } of lexicons) {
    const table = recallOf(lexicon, phrases);
    printRecall(size, table);
    figures[`recall@${String(size)}`] = table;
  }
  console.log('接续所测的位置数见 --json。\n');

  const paragraphs = sampleOf(paragraphsOf(later), typedCharacters);
  const plain = paragraphs.map(({ text }) => text);
  const rule = { characters: 3, letters: 4, chains: true };
  console.log('## 少打的字（前三中有对的就采用）与不想要的弹出（每千字）');
  console.log('做法\t少打%\t扣除采用键%\t采用次数\t不想要的弹出\t有用的弹出');
  const writers: Record<string, WriterFigures> = {};
  const show = (name: string, seen: WriterFigures) => {
    writers[name] = seen;
    console.log(`${name}\t${percent(seen.saved)}\t${percent(seen.savedNet)}\t${String(seen.accepted)}\t${seen.unwanted.toFixed(1)}\t${seen.wanted.toFixed(1)}`);
  };
  for (const { size, lexicon } of lexicons) {
    for (const characters of [2, 3, 4, 5]) {
      show(`词库${String(size)}，${String(characters)}字弹出`, simulateWriter(plain, ourCompleter(lexicon, { ...rule, characters })));
    }
    show(`词库${String(size)}，3字弹出，不接续`, simulateWriter(plain, ourCompleter(lexicon, { ...rule, chains: false })));
  }
  let written = '';
  const words = simulateWriter(plain, (before) => wordCompleter(() => written)(before));
  show('VS Code按词补全', words);
  show('固定片段（同样的自编表述）', simulateWriter(plain, snippetCompleter(entries.curated.map(({ text }) => text))));
  figures['writer'] = writers;

  const largest = lexicons.at(-1)?.lexicon;
  if (largest !== undefined) {
    figures['currency'] = currencyOf(largest);
    figures['speed'] = speedOf(largest, plain);
  }
  return figures;
}

function printRecall(size: number, { all, known, knownPhrases }: RecallTable): void {
  for (const [name, table] of [['全部', all], ['有的', known]] as const) {
    const cells = queries.map((query) => `${percent(table[query].first)}/${percent(table[query].firstFive)}`);
    console.log(`${String(size)}\t${String(knownPhrases)}\t${name}\t${cells.join('\t')}`);
  }
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function sampleOf(paragraphs: readonly { readonly text: string }[], characters: number): { readonly text: string }[] {
  const total = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const every = Math.max(1, Math.floor(total / characters));
  return paragraphs.filter((_, index) => index % every === 0);
}

/** Of the wordings that have changed, how often the current one is offered first after what the two begin with. */
function currencyOf(lexicon: Lexicon): { readonly pairs: number; readonly currentFirst: number; readonly oldOffered: number } {
  const pairs = (JSON.parse(readFileSync(join(corpus, 'drift.json'), 'utf8')) as readonly DriftDecision[]).filter(
    ({ from, decision, since }) => decision === 'superseded' && since <= split && lexicon.indexOfText(from) !== undefined,
  );
  let currentFirst = 0;
  let oldOffered = 0;
  for (const { from, to } of pairs) {
    const { at } = matchKeyOf(from);
    const before = from.slice(0, (at[2] ?? 0) + 1);
    const found = completeFormulations(lexicon, { before, limit: 20 });
    const old = found.findIndex(({ text }) => text === from);
    const current = found.findIndex(({ text, status }) => status === 'current' && (text === to || text.startsWith(to)));
    if (old >= 0) oldOffered += 1;
    if (current >= 0 && (old < 0 || current < old)) currentFirst += 1;
    else console.log(`未先给现行提法：${from} → ${to}`);
  }
  console.log(`\n## 提法新旧\n有变化的 ${String(pairs.length)} 对中，打出旧提法的前三字，先给现行提法的 ${String(currentFirst)} 对（旧提法也列出的 ${String(oldOffered)} 对，均排在最后）。`);
  return { pairs: pairs.length, currentFirst, oldOffered };
}

interface DriftDecision {
  readonly from: string;
  readonly to: string;
  readonly decision: string;
  readonly since: string;
}

/** Milliseconds for one ranking at every place of some typed text. */
function speedOf(lexicon: Lexicon, paragraphs: readonly string[]): { readonly p50: number; readonly p95: number; readonly max: number } {
  const times: number[] = [];
  for (const paragraph of paragraphs.slice(0, 60)) {
    for (let position = 1; position <= paragraph.length; position += 1) {
      const before = paragraph.slice(Math.max(0, position - 300), position);
      const began = performance.now();
      rankCandidates(lexicon, { before, limit: 12 });
      times.push(performance.now() - began);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const speed = { p50: at(0.5), p95: at(0.95), max: at(1) };
  console.log(`\n## 用时\n词库 ${String(lexicon.entries.length)} 条，每键：中位 ${speed.p50.toFixed(3)} 毫秒，p95 ${speed.p95.toFixed(3)} 毫秒，最长 ${speed.max.toFixed(2)} 毫秒。`);
  return speed;
}
