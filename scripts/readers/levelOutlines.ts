import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBody } from '../../src/core/speech/article.ts';
import { splitArticles } from '../../src/core/speech/articles.ts';
import { cleanLines } from '../../src/core/speech/cleanLines.ts';
import { trimHead, type Head as ReadHead } from '../../src/core/speech/head.ts';
import { levelHeadsOf, placesOf, type LevelHead } from '../../src/core/speech/levelHeads.ts';
import { tellLooseOrdinals } from '../../src/core/speech/looseOrdinals.ts';
import { readOrdinal } from '../../src/core/speech/ordinals.ts';
import { joinLines } from '../../src/core/speech/paragraphs.ts';
import { pick, type Random } from '../eval/reading/damage.ts';
import { normalise, type Head } from '../eval/reading/goldOutline.ts';

/** What learnLevels.ts reads: the heads of documents whose levels are known, as they are or numbered in other ways. */
export interface KnownHead {
  readonly depth: number;
  /** As it is marked, and without its number. */
  readonly text: string;
  readonly bare: string;
  readonly numbered: boolean;
  readonly alone: boolean;
  readonly body: number;
  /** Never numbered. */
  readonly lone?: boolean;
}

export interface KnownOutline {
  readonly folder: string;
  readonly heads: readonly KnownHead[];
}

export interface KnownTree {
  readonly heads: readonly LevelHead[];
  /** `undefined` for a head that was found though it is none. */
  readonly depths: readonly (number | undefined)[];
}

/** Trees of the heads that the reader finds in a text, as far as they are known. */
export function treesRead(text: string, wanted: readonly Head[]): KnownTree[] {
  const source = { text, hints: [], layout: 'lines' } as const;
  const joined = joinLines(tellLooseOrdinals([...cleanLines(source).lines]), text);
  const rest = wanted.map((head) => ({ depth: head.level - 1, keys: [normalise(head.ordinal + head.heading), normalise(head.heading)], taken: false }));
  return splitArticles(joined).drafts.map((draft) => {
    const { blocks, heads } = readBody(draft);
    const known = levelHeadsOf(heads, placesOf(blocks, heads));
    const depths = heads.map(({ block, start, from, end }) => {
      const text = blocks[block]?.text ?? '';
      const keys = [normalise(text.slice(start, end)), normalise(text.slice(from, end))];
      // A head that ends elsewhere is the same head.
      const found = rest.find((other) => !other.taken && keys.some((key) => other.keys.includes(key))) ?? rest.find((other) => !other.taken && keys.some((key) => other.keys.some((each) => each.slice(0, 6) === key.slice(0, 6))));
      if (found !== undefined) found.taken = true;
      return found?.depth;
    });
    return { heads: known, depths: closeUp(depths) };
  });
}

/** What stands below a head that is missing stands below those that are there. */
function closeUp(depths: readonly (number | undefined)[]): (number | undefined)[] {
  const open: number[] = [];
  return depths.map((depth) => {
    if (depth === undefined) return undefined;
    while (open.length > 0 && (open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return open.length - 1;
  });
}

/** The marked documents of a folder, what their pages added left out. */
export function outlinesIn(folder: string): KnownOutline[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  return names.map((name) => ({ folder: folder.split('/').at(-1) ?? '', heads: headsIn(readFileSync(join(folder, name), 'utf8').replace(/^#.*\n/u, '').replace(/⟦[^⟧]*⟧|[⟨⟩]/gu, '')) }));
}

function headsIn(text: string): KnownHead[] {
  const marks = [...text.matchAll(/⟪(\d)\|([^⟫]*)⟫/gu)];
  return marks.map((match, index) => {
    const [whole, depth = '', heading = ''] = match;
    const end = match.index + whole.length;
    const rest = text.slice(end, marks[index + 1]?.index ?? text.length);
    const line = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index);
    const ordinal = readOrdinal(heading, 0);
    return {
      depth: Number(depth) - 1, text: heading, bare: heading.slice(ordinal?.length ?? 0), numbered: ordinal !== null,
      alone: /^[\s\u3000]*$/u.test(line) && /^.{0,1}[\s\u3000]*(?:\n|$)/u.test(rest), body: rest.replace(/\s+/gu, '').length,
    };
  });
}

/** A way to number heads: what stands before the head at a depth, given its number and that of the part that it stands in. */
export interface Styling {
  readonly name: string;
  readonly of: (place: { readonly depth: number; readonly number: number; readonly part: number; readonly parts: number }) => string;
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
export const han = (number: number): string => (number <= 10 ? (numerals[number] ?? '') : `${number < 20 ? '' : (numerals[Math.floor(number / 10)] ?? '')}十${numerals[number % 10] ?? ''}`);

type Name = '一' | '（一）' | '1.' | '（1）' | '第一，' | '一是' | '首先' | '第一点' | '第一部分' | '上篇' | '标签' | '无';
const labels = ['思想', '责任', '作风', '队伍', '民生', '规矩', '本领', '担当'];
type Writing = (number: number, of: number) => string;
const writings: Readonly<Record<Name, Writing>> = {
  一: (number) => `${han(number)}、`,
  '（一）': (number) => `（${han(number)}）`,
  '1.': (number) => `${number}.`,
  '（1）': (number) => `（${number}）`,
  '第一，': (number) => `第${han(number)}，`,
  一是: (number) => `${han(number)}是`,
  首先: (number) => ['', '首先，', '其次，', '再次，'][number] ?? `第${han(number)}，`,
  第一点: (number) => `第${han(number)}点，`,
  第一部分: (number) => `第${han(number)}部分　`,
  上篇: (number, of) => (of === 2 ? ['', '上篇：', '下篇：'] : ['', '上篇：', '中篇：', '下篇：'])[number] ?? `第${han(number)}篇：`,
  标签: (number) => `${labels[number % labels.length] ?? ''}：`,
  无: () => '',
};

function inOrder(first: Name, second: Name, third: Name = '（1）'): Styling {
  return { name: `${first} ${second}`, of: ({ depth, number, parts }) => writings[depth === 0 ? first : depth === 1 ? second : third](number, parts) };
}

function mixed(first: Name): Styling {
  const below: readonly Name[] = ['（一）', '1.', '第一，', '一是', '无', '一', '首先'];
  return { name: `${first} mixed`, of: ({ depth, number, part, parts }) => writings[depth === 0 ? first : depth === 1 ? (below[part % below.length] ?? '无') : '（1）'](number, parts) };
}

const upperWords = ['希望大家', '要', '坚持', '用好', '守住', '始终'];
const lowerWords = ['把', '让', '到', '看', '学他们', '从'];

/** Heads without numbers that are worded alike on each level. */
const worded: Styling = {
  name: '排比', of: ({ depth, part, parts }) => (depth === 0 ? (upperWords[parts % upperWords.length] ?? '') : depth === 1 ? (lowerWords[(part + parts) % lowerWords.length] ?? '') : ''),
};

/** Each as often as it stands here, which is about as often as writers number so. */
export const stylings = [
  inOrder('一', '（一）', '1.'), inOrder('一', '（一）', '1.'), inOrder('一', '1.'), inOrder('一', '1.'), inOrder('一', '无'), inOrder('一', '无'), inOrder('一', '一', '（一）'), inOrder('一', '一是'), inOrder('一', '第一，'),
  inOrder('无', '（一）', '1.'), inOrder('无', '一', '（一）'), inOrder('无', '1.'), inOrder('无', '第一，'), inOrder('无', '一是'), inOrder('无', '无', '1.'), inOrder('无', '首先'), worded, worded, inOrder('无', '标签'), inOrder('一', '标签'),
  inOrder('第一部分', '一', '（一）'), inOrder('第一部分', '（一）', '1.'), inOrder('第一部分', '1.'), inOrder('第一部分', '无'), inOrder('上篇', '一', '（一）'), inOrder('上篇', '（一）', '1.'), inOrder('上篇', '无'),
  inOrder('（一）', '1.'), inOrder('（一）', '无'), inOrder('1.', '（1）'), inOrder('1.', '无'), inOrder('第一，', '一是'), inOrder('第一，', '无'), inOrder('第一，', '1.'), inOrder('首先', '无'), inOrder('首先', '一是'), inOrder('首先', '第一，'),
  inOrder('第一点', '一是'), inOrder('第一点', '无'), mixed('一'), mixed('一'), mixed('无'), mixed('第一部分'), mixed('第一，'),
] as const satisfies readonly Styling[];

/** Whether heads of two levels have no numbers: only the words of such heads tell ranks. */
export function areBare({ heads }: KnownOutline): boolean {
  return new Set(heads.filter(({ numbered }) => !numbered).map(({ depth }) => depth)).size > 1;
}

/** The heads numbered in another way (`null`: as they are); `plain` leaves all heads in place, one below the other as they are. */
export function restyle({ heads }: KnownOutline, styling: Styling | null, random: Random, plain = styling === null && random() < 0.4): KnownTree {
  const kind = plain || random() < 0.6 ? 'all' : random() < 0.4 ? 'upper' : random() < 0.5 ? 'parts' : 'thinned';
  let chosen: KnownHead[] = [...heads];
  if (kind === 'upper') chosen = chosen.filter(({ depth }) => depth === 0);
  if (kind === 'parts') chosen = inParts(chosen, random);
  if (!plain && random() < 0.12) chosen = withLoneHeads(chosen, random);
  const parts = chosen.filter(({ depth }) => depth === 0).length;
  const onwards = !plain && random() < 0.05;
  const brokenLines = !plain && random() < 0.25;
  const counts: number[] = [];
  const written = chosen.map((head): KnownHead => {
    counts.length = onwards && head.depth === 0 ? Math.min(counts.length, 2) : head.depth + 1;
    const number = (counts[head.depth] ?? 0) + 1;
    counts[head.depth] = number;
    const spoken = styling === null || head.lone === true ? head.text : styling.of({ depth: head.depth, number, part: counts[0] ?? 0, parts }) + head.bare;
    return { ...head, text: spoken, alone: head.alone && !brokenLines };
  });
  const parted = !plain && random() < 0.1 ? withSecondSeries(written, random) : written;
  return treeOf(kind === 'thinned' ? thin(parted, random) : parted);
}

/** A head without a number above the first part or behind the last: what opens the speech or ends it. */
function withLoneHeads(heads: readonly KnownHead[], random: Random): KnownHead[] {
  const lone = (text: string): KnownHead => ({ depth: 0, text, bare: text, numbered: false, alone: true, body: 60 + Math.floor(random() * 300), lone: true });
  return random() < 0.3 ? [lone(pick(random, ['从一条街说起', '为什么今天要开这个会', '先说一个数'])), ...heads] : [...heads, lone(pick(random, ['路在脚下', '把这件事一直做下去', '请大家记住这一天', '让更多的人走到前面来']))];
}

/** Two ways to number that follow each other below one head; neither is below the other. */
const seconds: readonly [readonly [Name, Name], ...(readonly [Name, Name])[]] = [
  ['一是', '第一，'], ['一是', '首先'], ['一是', '（一）'], ['一是', '1.'], ['（一）', '一'], ['1.', '（一）'], ['1.', '第一，'], ['（1）', '1.'], ['（一）', '第一，'], ['一是', '第一点'],
];

/** The heads below one are counted twice from the first, in another way the second time. */
function withSecondSeries(heads: readonly KnownHead[], random: Random): KnownHead[] {
  const written = [...heads];
  let start = 0;
  while (start < heads.length) {
    const { depth } = heads[start] as KnownHead;
    let end = start + 1;
    while (end < heads.length && heads[end]?.depth === depth) end += 1;
    if (depth > 0 && end - start >= 4 && random() < 0.7) {
      const cut = start + 2 + Math.floor(random() * (end - start - 3));
      const [first, second] = pick(random, seconds);
      for (let at = start; at < end; at += 1) {
        const head = heads[at] as KnownHead;
        written[at] = { ...head, text: (at < cut ? writings[first](at - start + 1, 0) : writings[second](at - cut + 1, 0)) + head.bare };
      }
    }
    start = end;
  }
  return written;
}

/** Heads of one level get parts above them, those of several keep their levels. */
function inParts(heads: readonly KnownHead[], random: Random): KnownHead[] {
  const tops = heads.filter(({ depth }) => depth === 0).length;
  if (tops < 4 || heads.some(({ depth }) => depth > 1)) return [...heads];
  const cut = 2 + Math.floor(random() * (tops - 3));
  let top = 0;
  return heads.flatMap((head) => {
    const lower = { ...head, depth: head.depth + 1 };
    if (head.depth > 0) return [lower];
    top += 1;
    const words = top === 1 ? '看清走过来的路' : '走好往后的每一步';
    const part = { depth: 0, text: words, bare: words, numbered: false, alone: true, body: random() < 0.6 ? 0 : 60 };
    return top === 1 || top === cut + 1 ? [part, lower] : [lower];
  });
}

/** Some heads are not found; what stood below them stands below what is. */
function thin(heads: readonly KnownHead[], random: Random): KnownHead[] {
  const kept: KnownHead[] = [];
  for (const head of heads) {
    if (random() < (readOrdinal(head.text, 0) === null ? 0.25 : 0.08)) {
      const last = kept.pop();
      if (last !== undefined) kept.push({ ...last, body: last.body + head.text.length + head.body });
    } else kept.push(head);
  }
  return kept;
}

function treeOf(heads: readonly KnownHead[]): KnownTree {
  const read = heads.map(({ text, alone }, block): ReadHead => {
    const ordinal = readOrdinal(text, 0);
    const from = ordinal?.length ?? 0;
    return { block, start: 0, from, end: trimHead(text, from, text.length), bodyStart: text.length, ordinal, level: null, inline: !alone && ordinal === null };
  });
  const places = heads.map(({ text, alone, body }, index) => ({ heading: text.slice(read[index]?.from, read[index]?.end), alone, body }));
  return { heads: levelHeadsOf(read, places), depths: closeUp(heads.map(({ depth }) => depth)) };
}
