import type { HeadEnd } from './headEnd.ts';
import type { OpenHead } from './headPlaces.ts';

/** What an ordinal counts where its head is as short as that: 第一个字：勤, 第二个关键词：边界. */
const counts = /个(字|关键词|词)[：:是]$/u;
/** How much of a body is looked through for its word. */
const reach = 400;
const longestWord = 4;

/**
 * The ends of heads that are one character or one word by what their ordinals count: `第一个字：勤|我说的勤，不是…`; a word is what
 * the body says again. `null` where most heads of the series have none.
 */
export function findNamedEnds(heads: readonly OpenHead[], ordinals: readonly string[]): (HeadEnd | null)[] | null {
  const ends = heads.map((head, index) => {
    const counted = counts.exec(ordinals[index] ?? '')?.[1];
    const end = counted === undefined ? 0 : endOfWord(head, counted === '字');
    return end === 0 || /[。，、；：！？,;:!?字]/u.test(head.text.charAt(end)) ? null : { end, bodyStart: end, score: null };
  });
  return ends.filter((end) => end !== null).length * 3 >= heads.length * 2 ? ends : null;
}

function endOfWord({ text, from, limit }: OpenHead, single: boolean): number {
  const quoted = /^[“"「《][^”"」》]{1,8}[”"」》]/u.exec(text.slice(from, from + 10))?.[0];
  if (quoted !== undefined) return from + quoted.length;
  if (single) return from + 1;
  const body = text.slice(from, Math.min(limit, from + reach));
  for (let length = longestWord; length >= 2; length -= 1) if (body.includes(body.slice(0, length), length)) return from + length;
  return 0;
}
