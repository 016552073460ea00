import { findHeadEnds, findUnmarkedEnds, meanTold, type HeadEnd } from './headEnd.ts';
import type { WordUse } from './headFeatures.ts';
import { findEcho, findGap, type OpenHead } from './headPlaces.ts';
import { findMark } from './punctuation.ts';

/** First sentences of this mean length are heads with a mark; of that, as likely a head and the sentence behind it. */
const sure = 14;
const sureless = 32;
const shortest = 22;

/**
 * Whether the heads of a series end with a mark: 一是思想引领力。二是价值引领力。 Where they do, the first sentences are
 * short and of one length; where the breaks were lost, they run far into the bodies, each as far as it happens to, or heads
 * are seen to end before them: 读第一封信，懂得为谁牺牲|第一封信写在一张烟盒纸上。
 */
export function areMarked(heads: readonly OpenHead[], words: WordUse): boolean {
  const marked = markedness(heads);
  const shown = heads.filter((head) => findEcho(head) > 0 || findGap(head) > 0).length;
  if (shown * 3 >= heads.length * 2) return false;
  if (marked > 0 && heads.length === 1 && meanReach(heads) >= sure) return meanTold(findUnmarkedEnds(heads, words).ends) < leastAlone;
  // As short as that no first sentence holds a head and a sentence besides.
  if (marked === 0 || heads.length < 2 || meanReach(heads) < shortest) return marked > 0;
  return findUnmarkedEnds(heads, words, leastSeen).gainOf(heads.length) <= leastGain;
}

/**
 * How surely the heads of a series end with a mark, between 0 and 1. First sentences that are too unlike each other to show
 * it are heads as well where ends without a mark fit far worse than they do.
 */
export function marksOf(heads: readonly OpenHead[], words: WordUse): number {
  if (areMarked(heads, words)) return markedness(heads);
  if (!mayBeMarked(heads) || markedness(heads) > 0) return 0;
  return findUnmarkedEnds(heads, words).gainOf(heads.length) < leastLoss ? 1 : 0;
}

/** Whether the first sentences of a series are no longer than heads, if as unlike each other as any sentences. */
export function mayBeMarked(heads: readonly OpenHead[]): boolean {
  return heads.length >= 3 && Math.max(...reachesOf(heads)) <= longestSpread;
}

const longestSpread = 56;

/** By how much such a series fits worse without its full stops: heads that lost their breaks come to −0.5 at the worst. */
export const leastLoss = -2;

/** What the network tells at the least where a head without siblings ends before its first full stop. */
const leastAlone = 0;

/** The same told by the length of first sentences alone. */
export function lookMarked(heads: readonly OpenHead[]): boolean {
  return markedness(heads) > 0;
}

/** So much tells that a head ends at all where 一、 opens one: hardly anything else begins like that behind a full stop. */
const leastLone = -3;

/** The end of a head that stands alone in a text without line breaks; `null` where nothing tells one. */
export function findLoneEnd(head: OpenHead, words: WordUse): HeadEnd | null {
  const marked = areMarked([head], words);
  const end = findHeadEnds([head], words, marked ? 1 : 0)[0] ?? null;
  return end === null || marked || end.score === null || (end.told ?? -9) >= leastLone || end.score >= leastLone ? end : null;
}

/** So long on the mean is a head that no mark closes, and so long at the most, where nothing but its end tells it from a sentence. */
const shortHead = 14;
const longestSeen = 24;
/** What the network tells and how much better such heads fit without their full stops; sentences that are none come to −1.9. */
const leastTogether = -1;
const shareOfFit = 0.25;
/** No speech counts further, and each asks the network. */
const mostSeen = 60;
/** The worst end among them that is believed. */
const leastEach = -3.5;
/** 一谈身体|…二谈孩子|…三谈腰包|… count heads more often than sentences. */
const leastSure = -2;

/**
 * `一是没人看|去年晚间新闻平均收视率…。二是没人才|三年走了十一个记者…`: each of a series is short and seen to end before its first mark; less is asked of those
 * whose ordinals alone tell nearly enough (`sure`).
 */
export function areSeenToEnd(heads: readonly OpenHead[], words: WordUse, sure = false): boolean {
  if (heads.length < 2 || heads.length > mostSeen) return false;
  const { ends, gainOf } = findUnmarkedEnds(heads, words, leastSeen);
  const lengths = ends.map((end, index) => (end === null || end.score === null ? Infinity : end.end - (heads[index]?.from ?? 0)));
  if (Math.max(...lengths) > (sure ? longestSpread : longestSeen) || lengths.reduce((sum, length) => sum + length, 0) > shortHead * lengths.length) return false;
  if (sure) return meanTold(ends) >= leastSure;
  if (ends.some((end) => (end?.told ?? -9) < leastEach)) return false;
  return meanTold(ends) + gainOf(heads.length) * shareOfFit >= leastTogether;
}

/** Where the best places come to less on the mean, no head is seen to end before the full stops. */
const leastSeen = -1.5;

/** By how much a series must fit better without its full stops: heads that end with one come to 2, others begin above 3. */
export const leastGain = 2.8;

/** How far it is to the first mark that ends a sentence, head by head. */
function reachesOf(heads: readonly OpenHead[]): number[] {
  return heads.map(({ text, from, limit }) => {
    const stop = findMark(text, from, '。！？!?；;');
    return stop < 0 || stop > limit ? limit - from : stop - from;
  });
}

function meanReach(heads: readonly OpenHead[]): number {
  return reachesOf(heads).reduce((sum, reach) => sum + reach, 0) / Math.max(1, heads.length);
}

/** How surely a series' heads end with a mark: 1 where the first sentences are as short as heads, 0 where they are not. */
function markedness(heads: readonly OpenHead[]): number {
  const reaches = reachesOf(heads);
  const longest = Math.max(...reaches);
  const mean = reaches.reduce((total, reach) => total + reach, 0) / Math.max(1, reaches.length);
  const spread = longest - Math.min(...reaches);
  if (longest > 45 || mean > 32 || spread > Math.max(12, mean * 0.7)) return 0;
  // Sentences as long as each other are heads however long they are.
  if (reaches.length >= 3 && spread <= mean / 6) return 1;
  return Math.min(1, Math.max(0.01, (sureless - mean) / (sureless - sure)));
}
