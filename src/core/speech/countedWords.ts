import { readNumber } from './numerals.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { readOrdinal, type Ordinal } from './ordinals.ts';
import type { Block } from './sourceText.ts';

/**
 * Heads that count in words of their own: `约法一：…`, `难处之二：…`, `（甲）…`, `三嘱咐：…`, `一看渠口。…`. No list of
 * such words is ever whole; three lines that are alike but for a number which counts up from one tell them.
 */

const numerals = '一二三四五六七八九十';
const stems = '甲乙丙丁戊己庚辛壬癸';
const form = new RegExp(`^([^${numerals}${stems}，。：:；、！？,.;!?]{0,6}?)([${numerals}${stems}])([^${numerals}，。：:；、！？,.;!?）)]{0,5})([：:，,）)、]|(?=.))`, 'u');
/** A word behind the number that no mark follows: 一看渠口. What is counted by 一是 and 一个 is told elsewhere or nothing. */
const verb = /^[\u4e00-\u9fff]$/u;
const noVerb = /^[是要则些个般样直旦切定起种点下边面旁方]$/u;
/** What somebody is asked to do or to leave, behind 第一 without a mark. */
const asked = /^(?:不[要能准许得]|别|要(?!求)|得(?!到))/u;

export interface CountedWords {
  readonly number: number;
  /** What the line has in common with the others of its series. */
  readonly words: string;
  /** The words, their number and the mark behind them. */
  readonly text: string;
  /** A mark parts the words from what they head. */
  readonly marked: boolean;
}

/** What a line counts in words of its own; `null` where it holds no number at its beginning. */
export function numberIn(line: string): CountedWords | null {
  const [, before = '', numeral = '', behind = '', mark = ''] = form.exec(line.slice(0, 16)) ?? [];
  if (numeral === '') return null;
  const number = stems.includes(numeral) ? stems.indexOf(numeral) + 1 : readNumber(numeral);
  // 第一不要当神仙, 第五要记得回来
  if (number !== null && mark === '' && before === '第' && asked.test(behind)) return { number, words: '第#', text: before + numeral, marked: false };
  if (number === null || (mark === '' && before !== '') || (before === '' && behind === '' && numerals.includes(numeral))) return null;
  // A verb alone counts without a mark.
  const verbal = mark === '' ? behind.charAt(0) : '';
  if (mark === '' && (!verb.test(verbal) || noVerb.test(verbal))) return null;
  const words = mark === '' ? verbal : behind;
  return { number, words: `${before}#${words}${mark}`, text: before + numeral + words + mark, marked: mark !== '' };
}

/** Whether an ordinal is one of these, which count heads and hardly ever the sentences of a paragraph. */
export function countsInOwnWords({ family, text }: Ordinal): boolean {
  return family === 'step' && !/^[第头]/u.test(text);
}

const leastOfSeries = 3;
/** The longest first sentence that such words head, where a mark stands behind them and where none does. */
const longestHead = { marked: 30, verb: 12 };
const leastBody = 16;

/** Blocks with the ordinals that their series alone tells. */
export function tellCounted(blocks: readonly Block[]): readonly Block[] {
  const open = new Map<string, { readonly block: number; readonly ordinal: Ordinal }[]>();
  const told = new Map<number, Ordinal>();
  blocks.forEach((block, index) => {
    const counted = ordinalOf(block) === null && block.hint?.table !== true ? numberIn(block.text) : null;
    if (counted === null || !headsBody(blocks, index, counted)) return;
    const { number, words, text } = counted;
    const series = number === 1 ? [] : open.get(words);
    if (series === undefined || number !== series.length + 1) return;
    series.push({ block: index, ordinal: { family: 'step', number, text, length: text.length } });
    open.set(words, series);
    if (series.length >= leastOfSeries) for (const member of series) told.set(member.block, member.ordinal);
  });
  return told.size === 0 ? blocks : blocks.map((block, index) => ({ ...block, ordinal: told.get(index) ?? block.ordinal }));
}

/** A short first sentence, or a short line, with something below it that is not the next of the series. */
function headsBody(blocks: readonly Block[], index: number, { text: own, words, marked }: CountedWords): boolean {
  const text = blocks[index]?.text ?? '';
  const longest = longestHead[marked ? 'marked' : 'verb'];
  const head = text.slice(own.length, own.length + longest + 1);
  const stop = head.search(/[。！？!?；;]/u);
  if (stop === 0 || /[；;]/u.test(head.charAt(stop)) || (stop < 0 && head.length > longest)) return false;
  const rest = stop < 0 ? 0 : text.length - own.length - stop - 1;
  const below = blocks[index + 1]?.text ?? '';
  return rest >= leastBody || (below.length + rest >= leastBody && numberIn(below)?.words !== words);
}

/** A member of such a series within a text. */
export interface CountedPlace {
  readonly start: number;
  readonly ordinal: Ordinal;
  readonly words: string;
}

/** The longest head that its full stop tells in a text without breaks. */
export const longestCounted = 14;

/** So far stand such heads from each other where no full stop closes them. */
const leastApart = 40;

/**
 * The same within a text without breaks: `…一看山。山上…。二看水。河里…。三看人。…`; where no full stop is near, as in `一谈身体|去年体检，…`, the
 * members stand farther apart, and whether heads end there is asked later.
 */
export function findCounted(text: string): CountedPlace[] {
  const open = new Map<string, CountedPlace[]>();
  const told: CountedPlace[][] = [];
  for (const start of sentenceStarts(text)) {
    const counted = mayCount.test(text.slice(start, start + longestWords)) && readOrdinal(text, start) === null ? numberIn(text.slice(start, start + longestWords)) : null;
    if (counted === null) continue;
    const from = start + counted.text.length;
    const stop = text.slice(from, from + longestCounted + 1).search(/[。！？!?；;]/u);
    if (stop === 0 || (stop < 0 && counted.marked && !counted.text.startsWith('第')) || /[；;]/u.test(text.charAt(from + stop))) continue;
    const series = counted.number === 1 ? [] : open.get(counted.words);
    const last = series?.at(-1);
    if (series === undefined || counted.number !== series.length + 1 || (last !== undefined && start - last.start < (stop < 0 ? leastApart : leastBody) + last.ordinal.length)) continue;
    series.push({ start, ordinal: { family: 'step', number: counted.number, text: counted.text, length: counted.text.length }, words: counted.words });
    open.set(counted.words, series);
    if (series.length === leastOfSeries) told.push(series);
  }
  return told.flat().sort((a, b) => a.start - b.start);
}

const longestWords = 16;
const mayCount = new RegExp(`[${numerals}${stems}]`, 'u');

function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/[。！？!?][”’）)]*[ \u3000]*|\n/gu)) {
    const start = match.index + match[0].length;
    starts.push(start);
    // A remark in brackets may stand between: …上去。（讲话记录）第三个不放过，…
    const remark = '（('.includes(text.charAt(start)) ? /^[（(][^（）()\n]{1,20}[）)]/u.exec(text.slice(start, start + 24)) : null;
    if (remark !== null) starts.push(start + remark[0].length);
  }
  return starts;
}
