import { countsInOwnWords, longestCounted } from './countedWords.ts';
import type { InlineOrdinal } from './inlineOrdinals.ts';
import { readOrdinal, spokenFamilies, type OrdinalFamily } from './ordinals.ts';
import { findMark } from './punctuation.ts';

/** Whether a series inside text without breaks counts heads, or the sentences of a paragraph and the items of a sentence. */

/** Families that count the items of a sentence as often as heads. */
export const itemFamilies: ReadonlySet<OrdinalFamily> = new Set(['ordinal', 'bracket', 'bracketDigit', 'digit', 'circled']);

/** （一）…；（二）…；（三）…。 are items of one sentence. */
export function isClauses(text: string, series: readonly InlineOrdinal[]): boolean {
  return series.length > 1 && series.slice(1).filter(({ start }) => /[；;]/u.test(text.charAt(start - 1))).length * 2 >= series.length - 1;
}

/** No paragraph of its own is as short as that on the mean, its ordinal left out. */
const shortestMember = 54;

/** 一是…。二是…。 within a paragraph: most members are one sentence, or so short that all of them stand in one paragraph. */
export function isEnumeration(text: string, series: readonly InlineOrdinal[], all: readonly (readonly InlineOrdinal[])[]): boolean {
  if (!spokenFamilies.has(series[0]?.ordinal.family ?? 'ordinal')) return false;
  if (areSentences(text, series)) return true;
  if (series.every(({ ordinal }) => countsInOwnWords(ordinal))) return false;
  const lengths = lengthsOf(series);
  const nested = all.some((other) => other[0]?.ordinal.family === 'ordinal' || other[0]?.ordinal.family === 'part' || other[0]?.ordinal.family === 'bracket');
  return nested && lengths.reduce((sum, length) => sum + length, 0) < shortestMember * lengths.length;
}

/** `存在的问题：（一）…。（二）…。（三）…。`: each is one sentence, and hardly longer than a head. */
export function isItems(text: string, series: readonly InlineOrdinal[]): boolean {
  const family = series[0]?.ordinal.family ?? 'ordinal';
  if (series.length < 2 || family === 'ordinal' || !itemFamilies.has(family)) return false;
  const lengths = lengthsOf(series);
  const whole = firstsOf(text, series).every((first, index) => first + 2 > (lengths[index] ?? 0) && '。；'.includes(text.charAt((series[index + 1]?.start ?? 0) - 1)));
  const announced = /[：:]/u.test(text.charAt((series[0]?.start ?? 0) - 1));
  return whole && (announced || lengths.reduce((sum, length) => sum + length, 0) < longestItem * lengths.length);
}

/** No head with a body is as short as that on the mean. */
const longestItem = 36;

/** How far it is from each member to the next; what the last one comes to cannot be told from what follows the series. */
function lengthsOf(series: readonly InlineOrdinal[]): number[] {
  return series.slice(0, -1).map(({ from }, index) => (series[index + 1]?.start ?? from) - from);
}

/** Whether a member is one sentence with nothing behind it. */
export function holdsBare(text: string, series: readonly InlineOrdinal[]): boolean {
  const lengths = lengthsOf(series);
  return firstsOf(text, series).some((first, index) => first + 12 > (lengths[index] ?? 0));
}

/** So much stands on the mean below heads that are counted in any measure, and below the first of two. */
const leastMeasured = 95;
const leastOfTwo = 170;

/** Where their first sentences are as short as heads, 第一个忙，帮着出主意。, half of it is enough. */
const shortFirst = 8;

/** 第一点, 第一条， and 第一关： count heads as often as not; so does 第一 before 不要. */
const usual = /点|步|方面|[字词]|[：:]$|^第[一二三四五六七八九十]+$|^[第头].{1,2}[条件句个项桩招]事?[，,是]$/u;

/** Whether what 第一本是…, 第二本是… count are the sentences of a paragraph: too little stands behind them. */
export function areMeasuredSentences(text: string, series: readonly InlineOrdinal[]): boolean {
  if (!series.every(({ ordinal }) => ordinal.family === 'step' && !countsInOwnWords(ordinal) && !usual.test(ordinal.text))) return false;
  const lengths = lengthsOf(series);
  const firsts = firstsOf(text, series);
  const short = lengths.length > 1 && firsts.every((first) => first <= shortFirst);
  return lengths.reduce((sum, length) => sum + length, 0) < (lengths.length === 1 ? leastOfTwo : short ? leastMeasured / 2 : leastMeasured) * lengths.length;
}

/** Whether what counts in words of its own (一看, 第一不) is closed by no near full stop: 一看收入有没有断崖，看开支有没有窟窿。 */
export function areOwnSentences(text: string, series: readonly InlineOrdinal[]): boolean {
  if (series[0]?.ordinal.family !== 'step' || !series.every(({ start }) => readOrdinal(text, start) === null)) return false;
  return firstsOf(text, series).some((first) => first > longestCounted);
}

/** Whether most members are one sentence with nothing behind it. */
export function areSentences(text: string, series: readonly InlineOrdinal[]): boolean {
  const lengths = lengthsOf(series);
  const firsts = firstsOf(text, series);
  return lengths.filter((length, index) => (firsts[index] ?? 0) + 8 > length).length * 2 > lengths.length;
}

/** Whether so large a part of a series as one in `share` stands in its first sentences; unlike ones need longer bodies. */
export function areTopHeavy(text: string, series: readonly InlineOrdinal[], share: number): boolean {
  const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
  return sum(firstsOf(text, series)) * share > sum(lengthsOf(series));
}

/** How long the first sentence of each member but the last is. */
function firstsOf(text: string, series: readonly InlineOrdinal[]): number[] {
  return lengthsOf(series).map((length, index) => {
    const from = series[index]?.from ?? 0;
    const mark = findMark(text, from, '。！？!?；;');
    return mark < 0 ? length : Math.min(length, mark - from);
  });
}
