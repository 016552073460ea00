import { ordinalOf } from './looseOrdinals.ts';
import type { Ordinal, OrdinalFamily } from './ordinals.ts';
import { findMark } from './punctuation.ts';
import type { Block } from './sourceText.ts';

/**
 * A series that a speaker counts aloud ends as often with 最后 as with a number: 首先，… 其次，… 再次，… 最后，…, 第一个字：…
 * 还有一个字，… By itself it counts nothing, and more often than not it opens the farewell.
 */

/** Whether 最后 or 还有 may begin with a code unit. */
export function opensLast(unit: number): boolean {
  return unit === 0x6700 || unit === 0x8fd8;
}

/** Its number is the next of the series that it ends; `null` where no such words stand at `at`. */
export function readLast(text: string, at: number): Pick<Ordinal, 'text' | 'length'> | null {
  if (!opensLast(text.charCodeAt(at))) return null;
  last.lastIndex = at;
  const words = last.exec(text)?.[0];
  return words === undefined ? null : { text: words.trimEnd(), length: words.length };
}

const last =
  /(?:最后(?:[，,：:]|是|要)|(?:最后|还有)一(?:[个句][\u4e00-\u9fff]{1,2}|[点条件步]|个)[，,：:是])[ \u3000]*(?!再|也|让|请允许|祝|预祝|衷心|真诚|诚挚|谨|愿|希望|感谢|谢|借|在此|同志|各位|说|讲|送|我(?:还|也|们)?(?:想|要|愿|用|以|代表|提议|再|就|相信|坚信)|想|代表|提议)/uy;

const spoken: ReadonlySet<OrdinalFamily> = new Set(['sequence', 'nth', 'step', 'item']);
/** The longest first sentence that goes on a series. */
const longest = 40;

/** What a series has come to when its last member may follow. */
export interface Spoken {
  readonly last: Ordinal;
  /** What stands behind the ordinals, as far as one likes. */
  readonly words: readonly string[];
}

/** The ordinal that 最后 stands for behind a series; `rest` is the text from 最后 on. */
export function tellLast({ last: { family, number, text }, words }: Spoken, rest: string): Ordinal | null {
  const read = spoken.has(family) && words.length >= 2 ? readLast(rest, 0) : null;
  if (read === null) return null;
  const own = firstSentence(rest.slice(read.length));
  if (own.length > longest || rest.length - read.length - own.length < 8) return null;
  // 首先，其次 and 再次 have no other last member, nor has 一要 any but 最后要; what ends with numbers goes on in its own words.
  const alike = words.filter((each) => isAlike(firstSentence(each), own)).length * 2 >= words.length;
  const counted = /一([\u4e00-\u9fff]{1,3}?)[，,：:是]/u.exec(read.text)?.[1];
  const same = family === 'item' && text.slice(-1) === read.text.slice(-1);
  return (counted === undefined ? family === 'sequence' || same || alike : text.includes(counted)) ? { ...read, family, number: number + 1 } : null;
}

function isAlike(one: string, other: string): boolean {
  return one.charAt(0) === other.charAt(0) || one.slice(-2) === other.slice(-2);
}

function firstSentence(text: string): string {
  const mark = findMark(text, 0, '。！？!?；;：:');
  return mark < 0 ? text : text.slice(0, mark);
}

interface Open {
  last: Ordinal;
  readonly words: string[];
}

/** Blocks with the ordinal of each 最后 that ends a series whose members open blocks. */
export function tellLastMembers(blocks: readonly Block[]): readonly Block[] {
  // The innermost is the last: 其次，… may hold 一抓…, 二抓….
  let open: Open[] = [];
  let told: Block[] | null = null;
  blocks.forEach((block, index) => {
    const ordinal = ordinalOf(block);
    if (ordinal === null) {
      const rest = open.length === 0 ? '' : withNext(blocks, index);
      const depth = open.findLastIndex((series) => tellLast(series, rest) !== null);
      const end = open[depth] === undefined ? null : tellLast(open[depth], rest);
      if (end === null) return;
      told ??= [...blocks];
      told[index] = { ...block, ordinal: end };
      open = open.slice(0, depth);
      return;
    }
    if (!spoken.has(ordinal.family)) {
      if (ordinal.family !== 'circled' && ordinal.family !== 'bracketDigit') open = [];
      return;
    }
    // 首先，… 其次，… 再次，… 第四，… is one series.
    const depth = open.findLastIndex(({ last }) => ordinal.number === last.number + 1 && (last.family === ordinal.family || (last.family === 'sequence' && ordinal.family === 'nth')));
    const series = open[depth];
    if (series !== undefined) {
      series.last = { ...ordinal, family: series.last.family };
      series.words.push(block.text.slice(ordinal.length));
      open = open.slice(0, depth + 1);
    } else if (ordinal.number === 1) open = [...open.slice(-mostOpen), { last: ordinal, words: [block.text.slice(ordinal.length)] }];
  });
  return told ?? blocks;
}

const mostOpen = 3;

/** The body of a head on a line of its own is the block below. */
function withNext(blocks: readonly Block[], index: number): string {
  return (blocks[index]?.text ?? '') + '。' + (blocks[index + 1]?.text ?? '');
}
