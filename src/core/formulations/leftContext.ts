import { fold } from '../text/folding.ts';
import { classOf } from './matchKey.ts';

/**
 * What stands before a place of a text, as far as ranking looks at it. 习近平指出 starts paragraphs and 习近平文化思想
 * hardly ever does: the place alone tells which of the two is meant.
 */
export interface LeftContext {
  readonly place: LeftPlace;
  /** The last two characters before it, marks among them, quotes and spaces left out; `''` where a paragraph starts. */
  readonly tail: string;
}

/** `^` a paragraph starts, `。` a sentence, `，` a clause, `、` an item of a list; `_` in the middle of a run of characters. */
export type LeftPlace = '^' | '。' | '，' | '、' | '_';

export const leftPlaces: readonly LeftPlace[] = ['^', '。', '，', '、', '_'];

/** Share (0–1) of an entry's sightings by place, and by the two characters before it where these recur. */
export type LeftShares = Readonly<Record<string, number>>;

/** How often wording starts at each place, whatever it is. */
export const usualPlaces: Readonly<Record<LeftPlace, number>> = { '^': 0.03, '。': 0.1, '，': 0.3, '、': 0.12, _: 0.45 };

/** Marks of Markdown and numbers of heads that may stand before the first word of a paragraph: `## （一）`, `- `. */
const lead = /^[\s#>*+\-—]*(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、．.])?[\s“‘"「『《]*$/u;

/** Farthest that is looked back, in code units. */
const reach = 12;

/** What stands before offset `start` of a paragraph. */
export function leftContextAt(paragraph: string, start: number): LeftContext {
  const from = Math.max(0, start - reach);
  const before = paragraph.slice(from, start);
  if (from === 0 && lead.test(before)) return { place: '^', tail: '' };
  const folded = fold(before);
  let tail = '';
  let isInRun = true;
  let place: LeftPlace = '_';
  for (let index = folded.length - 1; index >= 0 && (isInRun || tail.length < 2); index -= 1) {
    const unitClass = classOf(folded, index);
    if (tail.length < 2 && unitClass !== 'quote' && unitClass !== 'space') tail = folded.charAt(index) + tail;
    if (unitClass === 'letter') isInRun = false;
    else if (isInRun) place = stronger(place, unitClass === 'wall' ? '。' : placeOf(folded.charAt(index), unitClass));
  }
  return { place, tail };
}

function placeOf(mark: string, unitClass: string): LeftPlace {
  if (unitClass !== 'separator') return '_';
  return mark === '、' ? '、' : '，';
}

function stronger(a: LeftPlace, b: LeftPlace): LeftPlace {
  return leftPlaces.indexOf(a) < leftPlaces.indexOf(b) ? a : b;
}
