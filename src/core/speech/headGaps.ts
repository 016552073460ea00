import type { HeadEnd } from './headEnd.ts';
import type { OpenHead } from './headPlaces.ts';

/** A head before any mark, and a gap where its break was: `一、思想上要真警醒 事故往往…`. */
const parted = /^[^\s\p{P}][^\s，。；：！？,.;:!?]{1,28}(?= [\p{Script=Han}“《])/u;
const longest = 40;
const holdsSentence = /[。！？；，]/u;
const longestSentence = 120;

/** The ends of heads of a series that a gap closes: Chinese has none, so that it stands for a lost break where all heads of the series have one before any mark. */
export function findGapEnds(heads: readonly OpenHead[]): HeadEnd[] | null {
  if (heads.length < 2) return null;
  const ends: HeadEnd[] = [];
  for (const { text, from, limit } of heads) {
    const length = parted.exec(text.slice(from, Math.min(limit, from + longest)))?.[0].length;
    // 一、守初心 担使命 is a head that has a gap itself.
    if (length === undefined || !holdsSentence.test(text.slice(from + length, Math.min(limit, from + length + longestSentence)))) return null;
    ends.push({ end: from + length, bodyStart: from + length + 1, score: null });
  }
  return ends;
}
