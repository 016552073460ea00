import { findUnmarkedEnds, meanTold } from './headEnd.ts';
import type { WordUse } from './headFeatures.ts';
import type { OpenHead } from './headPlaces.ts';
import { findMark } from './punctuation.ts';

/** Nearer to its ordinal a colon stands inside the head, where others stand farther. */
const leastBeforeColon = 7;
const longestHead = 56;
/**
 * So much is asked of places behind the colons, what the network tells and how much better heads fit each other that end there:
 * where colons close the heads, they come to −3 and below, where they stand in them, to −0.5 and above.
 */
const leastBeyond = -2;
const shareOfGain = 0.25;

/**
 * The colons that close the heads of a series, −1 for a head that has none; `null` where none do. None stands nearer to its
 * ordinal than `near`: 守时：比勤快更要紧的，是准点 is a head, 一要站得稳：… one that its colon closes.
 */
export function findClosingColons(heads: readonly OpenHead[], words: () => WordUse, near = leastBeforeColon): number[] | null {
  const found = findColons(heads, near);
  return found === null || endBeyond(heads, found, words()) ? null : found;
}

/** `一、把稳方向：到任以来…`: the colon that closes a head, where most heads of a series have one about as far. */
function findColons(heads: readonly OpenHead[], near: number): number[] | null {
  const all = heads.map(({ text, from, limit }) => {
    const stop = findMark(text, from, '。！？!?；;');
    const sentence = text.slice(from, stop < 0 ? limit : Math.min(stop, limit));
    return [...sentence.slice(0, longestHead + 1).matchAll(/[：:]/gu)].map((match) => match.index).filter((at) => sentence.length - at >= 4);
  });
  // 做一个会问的人：比答案更要紧的，是问题：过去…: where each head has a colon of its own, the second closes it.
  const second = all.map((colons) => colons[1] ?? -1);
  // 履责：守土有责，把责任落到班组：一年来… holds a colon of its own first; 破零仗：目标很明确：… one in its body.
  const first = all.map((colons) => colons.find((at) => at >= leastBeforeColon) ?? -1);
  const nearest = all.map((colons) => colons.find((at) => at >= near) ?? -1);
  const found = [second.every((at) => at >= 0) ? second : [], first, nearest].find(areAlike);
  return found?.map((at, index) => (at < 0 ? -1 : at + (heads[index]?.from ?? 0))) ?? null;
}

/** Whether most heads have a colon, and about as far; where all of three and more have one, as far as any head reaches. */
function areAlike(found: readonly number[]): boolean {
  const reaches = found.filter((at) => at >= 0);
  if (reaches.length < 2 || reaches.length * 4 < found.length * 3) return false;
  const mean = reaches.reduce((sum, reach) => sum + reach, 0) / reaches.length;
  const longest = Math.max(...reaches);
  return mean <= 32 && (longest - Math.min(...reaches) <= Math.max(12, mean * 0.7) || (found.length >= 3 && reaches.length === found.length && longest <= farthestColon));
}

/** Where all heads of a series have a colon, one as far as that closes them though others stand nearer. */
const farthestColon = 36;

/** `一、做一个会问的人：比答案更要紧的，是问题|过去…`: what stands behind the colons goes on, and heads are seen to end there. */
function endBeyond(heads: readonly OpenHead[], colons: readonly number[], words: WordUse): boolean {
  const { ends, gainOf } = findUnmarkedEnds(heads, words);
  const beyond = ends.filter((end, index) => end !== null && end.end > (colons[index] ?? 0) + 1).length;
  return beyond * 2 > heads.length && meanTold(ends) + gainOf(heads.length) * shareOfGain >= leastBeyond;
}
