import { findClosingColons } from './headColons.ts';
import { findUnmarkedEnds, meanTold, type HeadEnd } from './headEnd.ts';
import { closesHead, type WordUse } from './headFeatures.ts';
import { findGapEnds } from './headGaps.ts';
import { areMarked, leastGain, leastLoss, mayBeMarked } from './headMarks.ts';
import type { OpenHead } from './headPlaces.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { findNamedEnds } from './namedHeads.ts';
import type { Ordinal, OrdinalFamily } from './ordinals.ts';
import { findMark } from './punctuation.ts';
import type { Block } from './sourceText.ts';

/** Families whose heads stand on lines of their own; 一是 and the like stand before a sentence. */
const families: ReadonlySet<OrdinalFamily> = new Set(['part', 'ordinal', 'bracket', 'digit', 'nth', 'step', 'bracketDigit']);
const longestHead = 56;
/** No colon nearer to its ordinal closes a head: 守时：比勤快更要紧的，是准点. */
const nearest = 5;
/** The least mean score, see `boundaryScore`, by which a series is cut, and that of one head alone. */
const leastOfSeries = -2.2;
/** 一、 hardly ever opens anything but a head; 第一，第二，第三， open sentences as often. */
const leastOf: Readonly<Partial<Record<OrdinalFamily, number>>> = { ordinal: -3.5, part: -3.5, nth: -1.2, step: -1.2 };
const leastAlone = -1;
/** The mean of what the network tells that is enough by itself; items of laws and answers come to −3 and below. */
const surelyTold = -1.5;
/** So much it tells of heads that lost their breaks beside others that have theirs; where full stops close them, far less than 0. */
const surelySeen = 0.5;
/** Where not even the best places come as near to `least`, the series is made of sentences. */
const slack = 1.5;

interface Member {
  readonly block: number;
  readonly ordinal: Ordinal;
  readonly head: OpenHead;
  /** The head fills the block; nothing is glued to it. */
  readonly alone: boolean;
}

/**
 * Heads that have lost the break behind them, though their paragraph has kept its own: `一、强化真抓实干|党的二十大…`,
 * by block. They are found a series at a time, and the heads of the series that stand alone show what it looks like.
 * A series whose members end with a mark, and one whose sentences close nowhere as a head would, are left alone.
 */
export function findLostHeads(blocks: readonly Block[], words: () => WordUse): Map<number, HeadEnd> {
  const lost = new Map<number, HeadEnd>();
  if (isLaw(blocks)) return lost;
  const all = collectSeries(blocks);
  const kept = all.flat().filter((member) => member.alone && isUnmarked(member) && ordinalOf(blocks[member.block + 1]) === null).length;
  // Where heads kept the break above their body, a series without one head alone is made of sentences.
  const broken = kept < 3 || kept * 6 < all.flat().length;
  for (const series of all) {
    if ((!series.some((member) => member.alone && isUnmarked(member)) && !broken) || isList(series)) continue;
    const gaps = findGapEnds(series.map(({ head }) => head));
    if (gaps !== null) {
      series.forEach(({ block }, index) => lost.set(block, gaps[index] as HeadEnd));
      continue;
    }
    const short = series.filter((member) => !member.alone).map((member) => member.head);
    // 三、先管后养，把样子保持住|垃圾这东西，清是一天，养是一年。 is short enough for a head, and holds a paragraph.
    const glued = short.length > 0 && series.some((member) => member.alone && !isUnmarked(member)) && areSeen(short, words());
    const open = series.filter((member) => !member.alone || (glued && !isUnmarked(member)));
    const alone = series.filter((member) => !open.includes(member));
    if (open.length === 0) continue;
    const heads = [...open, ...alone].map((member) => member.head);
    const named = findNamedEnds(open.map((member) => member.head), open.map((member) => member.ordinal.text));
    if (named !== null) {
      open.forEach(({ block }, index) => {
        const end = named[index];
        if (end !== undefined && end !== null) lost.set(block, end);
      });
      continue;
    }
    const unmarked = alone.length >= 2 && alone.every(isUnmarked);
    const openHeads = open.map((member) => member.head);
    // 从五个环节入手：改的路径怎么走。 on a line of its own shows what closes the others.
    const stopped = alone.length > 0 && alone.every((member) => !isUnmarked(member));
    const colons = unmarked || stopped || open.length < 2 ? null : findClosingColons(openHeads, words, nearest);
    const stops = stopped || (!unmarked && colons === null && areMarked(openHeads, words()));
    if (colons !== null || stops) {
      open.forEach(({ block, head }, index) => {
        // 正视问题：把病一条条摆出来。 is the head, not 正视问题 alone.
        const mark = colons?.[index] ?? (findMark(head.text, head.from, '：:') < 0 ? -1 : findMark(head.text, head.from, '。！？!?；;'));
        if (mark >= 0) lost.set(block, { end: mark, bodyStart: mark + 1, score: null });
      });
      continue;
    }
    const least = open.length === 1 && alone.length === 0 ? leastAlone : (leastOf[open[0]?.ordinal.family ?? 'digit'] ?? leastOfSeries);
    const seen = findUnmarkedEnds(heads, words(), unmarked ? -Infinity : least - slack);
    const ends = seen.ends.slice(0, open.length);
    const unlikely = !unmarked && alone.length === 0 && meanTold(ends) < surelyTold / 2;
    if (unlikely && mayBeMarked(openHeads) && seen.gainOf(open.length) < leastLoss) continue;
    const likely = meanScore(ends) >= least || (open.length >= 3 && seen.gainOf(open.length) > leastGain);
    const sure = likely || (meanTold(ends) >= surelyTold && open.length > 1 && open[0]?.ordinal.family !== 'nth');
    open.forEach(({ block, head, ordinal }, index) => {
      const end = ends[index];
      if (end === undefined || end === null || isMark(head.text, end)) return;
      const words = head.text.slice(head.from, end.end);
      const shown = unmarked && ((ordinal.family === 'ordinal' && closesHead(words)) || isFellow(words, alone));
      if (sure || shown) lost.set(block, end);
    });
  }
  return lost;
}

/** 抓实物资储备 is as long as 抓实隐患排查 and 抓实预案演练, which stand alone, and begins as they do. */
function isFellow(words: string, alone: readonly Member[]): boolean {
  return alone.some(({ head: { text, from } }) => text.length - from === words.length && text.slice(from, from + sharedStart) === words.slice(0, sharedStart));
}

const sharedStart = 2;

const article = /^第[一二三四五六七八九十百零〇\d]{1,7}条(?:之[一二三四五六七八九十])?[\s\u3000]/u;
/** As many articles, and such a share of the paragraphs, make a law. */
const leastArticles = 6;
const shareOfArticles = 0.2;

/** What a law counts out within its articles are items; none of them is a head. */
function isLaw(blocks: readonly Block[]): boolean {
  const articles = blocks.filter(({ text }) => article.test(text)).length;
  return articles >= leastArticles && articles >= blocks.length * shareOfArticles;
}

/** Where not even the best places come to as much, see `boundaryScore`, none is. */
const leastSeen = -0.5;
/** As many heads of a series show it. */
const mostShown = 4;

/** Whether heads are so surely seen to end without a mark as they are where none closes them. */
function areSeen(heads: readonly OpenHead[], words: WordUse): boolean {
  const step = Math.ceil(heads.length / mostShown);
  const shown = heads.filter((_, index) => index % step === 0);
  const { ends, gainOf } = findUnmarkedEnds(shown, words, leastSeen);
  return meanTold(ends) >= surelySeen && gainOf(shown.length) > 0;
}

/** Items of a list end with semicolons, as no paragraph does. Laws and summaries of the news are full of them. */
function isList(series: readonly Member[]): boolean {
  return series.filter(({ head }) => /[；;]$/u.test(head.text)).length * 2 >= series.length;
}

function isUnmarked({ head }: Member): boolean {
  return !/[。！？；]$/u.test(head.text);
}

function meanScore(ends: readonly (HeadEnd | null)[]): number {
  const scores = ends.map((end) => (end === null ? -9 : (end.score ?? 0)));
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function isMark(text: string, end: HeadEnd): boolean {
  return /[。！？；;!?]/u.test(text.slice(end.end, end.bodyStart));
}

function collectSeries(blocks: readonly Block[]): Member[][] {
  const done: Member[][] = [];
  const open = new Map<OrdinalFamily, Member[]>();
  blocks.forEach((block, index) => {
    const member = readMember(block, index);
    if (member === null) return;
    const { family, number } = member.ordinal;
    const series = open.get(family);
    const last = series?.at(-1)?.ordinal.number ?? 0;
    if (series !== undefined && number > last && number <= last + 3) series.push(member);
    else {
      const fresh = [member];
      open.set(family, fresh);
      done.push(fresh);
    }
  });
  return done;
}

function readMember(each: Block, block: number): Member | null {
  const { text, hint } = each;
  if (hint?.table === true || (hint?.level ?? null) !== null) return null;
  const ordinal = ordinalOf(each);
  if (ordinal === null || !families.has(ordinal.family)) return null;
  const from = ordinal.length;
  const mark = findMark(text, from, '。！？!?；;');
  // A mark at the end of a long one shows that a short paragraph is glued to the head.
  const alone = text.length - from <= longestHead && (mark < 0 || (mark >= text.length - 2 && mark - from <= 30));
  return { block, ordinal, head: { text, from, limit: text.length }, alone };
}
