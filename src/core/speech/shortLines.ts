import { readAddress } from './address.ts';
import { countHan } from '../text/han.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { isPersonName } from './personNames.ts';
import { endsHard } from './punctuation.ts';
import type { Block } from './sourceText.ts';
import { readDate } from './days.ts';
import { isLabelled } from './title.ts';

/** The longest that is too short for a head by itself. */
const longestWord = 3;
/** The longest line of this kind, in code units; how much stands below it, and how many of them make a series. */
const longest = 24;
const leastBelow = 50;
const leastOfSeries = 3;
/** Two questions are enough: nothing else asks on lines of its own above a long paragraph. */
const leastQuestions = 2;

/**
 * Lines that are heads only because there are several of them: one of two or three characters (`感恩`, `一盏灯`), which alone could
 * be anything, questions, which a speaker asks in between as well, and labels with what they name (`敲警钟：别人流的血，不能当故事听`,
 * `找病根：隐患长在什么地方`). Each stands behind a full stop and above a paragraph. Where 一、 counts the
 * heads, only those of two or three characters are heads.
 */
export function findShortLines(blocks: readonly Block[]): ReadonlySet<number> {
  const counted = blocks.some((block) => ordinalOf(block)?.family === 'ordinal' && /^[一二三四五六七八九十]/u.test(block.text));
  const lone = blocks.flatMap((_, index) => (isLone(blocks, index) ? [index] : []));
  const lines = lone.length < leastKnown ? lone : withLike(blocks, lone);
  const questions = lines.filter((index) => /[？?！!]$/u.test(blocks[index]?.text ?? ''));
  const others = lines.filter((index) => !questions.includes(index));
  if (counted) {
    const words = others.filter((index) => (blocks[index]?.text.length ?? 0) <= longestWord);
    return new Set(words.length >= leastOfSeries ? words : []);
  }
  return new Set([...(questions.length >= leastQuestions ? questions : []), ...(others.length >= leastOfSeries ? others : []), ...findLabelled(blocks)]);
}

/** As many lines above long paragraphs show that others of their length are such lines. */
const leastKnown = 2;
/** How little stands below a line among those which are surely such lines. */
const leastBelowLike = 16;

/**
 * What stands as such lines do among them: a word that may be a name (`温泉镇`), one above a short paragraph, and one below a
 * caption that stayed. Of no more than there are of the others.
 */
function withLike(blocks: readonly Block[], lone: readonly number[]): number[] {
  const [first, last] = [lone[0] ?? 0, lone.at(-1) ?? 0];
  const known = new Set(lone);
  const lengths = lone.map((index) => blocks[index]?.text.length ?? 0);
  const [shortestOf, longestOf] = [Math.min(...lengths) - 1, Math.max(...lengths) + 1];
  const like: number[] = [];
  for (let index = Math.max(1, first - reach); index <= Math.min(blocks.length - 2, last + reach); index += 1) {
    const length = blocks[index]?.text.length ?? 0;
    if (!known.has(index) && length >= shortestOf && length <= longestOf && isWord(blocks[index]?.text ?? '') && standsLike(blocks, index)) like.push(index);
  }
  return like.length > lone.length ? [...lone] : [...lone, ...like].sort((a, b) => a - b);
}

/** So many blocks above the first and below the last of them one more is looked for. */
const reach = 12;
/** A caption between a paragraph and such a line. */
const longestStray = 30;

function standsLike(blocks: readonly Block[], index: number): boolean {
  const [block, above, below] = [blocks[index], blocks[index - 1], belowOf(blocks, index)];
  if (block === undefined || above === undefined || below === undefined || block.hint !== null || ordinalOf(block) !== null) return false;
  if (below.text.length < leastBelowLike || !endsHard(below.text)) return false;
  return endsHard(above.text) || (above.text.length <= longestAbove && ordinalOf(above) !== null) || (above.text.length <= longestStray && endsHard(blocks[index - 2]?.text ?? ''));
}

/** Words of two characters or three that stand as such lines do, where as many lines without a number are heads: `平安` beside `五百个日夜`. */
export function findFellowWords(blocks: readonly Block[], heads: readonly number[]): number[] {
  if (heads.length < leastKnown) return [];
  const known = new Set(heads);
  const [first, last] = [Math.min(...heads), Math.max(...heads)];
  const words: number[] = [];
  for (let index = Math.max(1, first - reach); index <= Math.min(blocks.length - 2, last + reach); index += 1) {
    const text = blocks[index]?.text ?? '';
    if (text.length <= longestWord && !known.has(index) && isWord(text) && endsHard(blocks[index - 1]?.text ?? '') && standsLike(blocks, index)) words.push(index);
  }
  return words.length > heads.length ? [] : words;
}

const labelled = /^([^：:，。、\s\u3000]{2,6})[：:][^：:。！？；!?;]{4,26}$/u;
/** What stands below such a line is a sentence, if a short one. */
const leastSentence = 12;

/** Lines that begin with a label, three at least whose labels are about as long as each other. */
function findLabelled(blocks: readonly Block[]): number[] {
  const found = blocks.flatMap((block, index) => {
    const label = labelled.exec(block.text)?.[1];
    if (label === undefined || block.hint !== null || isLabelled(block.text) || isPersonName(label) || /^[老小阿][\u4e00-\u9fff]$/u.test(label) || ordinalOf(block) !== null) return [];
    return endsHard(blocks[index - 1]?.text ?? '') && isBody(belowOf(blocks, index)) ? [{ index, length: label.length }] : [];
  });
  return found.filter(({ length }) => found.filter((other) => Math.abs(other.length - length) <= 1).length >= leastOfSeries).map(({ index }) => index);
}

function isBody(block: Block | undefined): boolean {
  return block !== undefined && block.text.length >= leastSentence && endsHard(block.text);
}

/** The line below; the first of the heads below it may stand right behind it. */
function belowOf(blocks: readonly Block[], index: number): Block | undefined {
  const next = blocks[index + 1];
  return next !== undefined && next.text.length <= longest && !endsHard(next.text) ? blocks[index + 2] : next;
}

/** A head with a number stands right above the first of those below it. */
const longestAbove = 40;

/** Whether a line stands behind a sentence's end or such a head and above a paragraph. */
function stands(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const above = blocks[index - 1];
  const below = belowOf(blocks, index);
  if (block === undefined || above === undefined || below === undefined || block.hint !== null) return false;
  // `为什么要干？` above （一） asks what the heads below it answer.
  const asks = /[？?]$/u.test(block.text) && ordinalOf(blocks[index + 1])?.number === 1;
  return (below.text.length >= leastBelow || asks) && (endsHard(above.text) || (above.text.length <= longestAbove && ordinalOf(above) !== null)) && ordinalOf(block) === null;
}

function isLone(blocks: readonly Block[], index: number): boolean {
  const text = blocks[index]?.text ?? '';
  return text.length >= 2 && text.length <= longest && stands(blocks, index) && isWord(text) && !isPersonName(text);
}

/** `落 户`: a word of two characters or three, set apart to be as wide as the others. */
const spaced = /^[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,2}$/u;

function isWord(line: string): boolean {
  if (line.length < 2 || line.length > longest) return false;
  const text = spaced.test(line) ? line.replaceAll(' ', '') : line;
  if (/[。；：，、,.;:…]|[？?！!].|[\s　]/u.test(text) || countHan(text) < Math.max(2, text.replace(/[“”"？?！!]/gu, '').length)) return false;
  return readAddress(text, 0) === 0 && !isLabelled(text) && readDate(text) === null && !/谢谢|欢迎|你们?好|大家好|同志|朋友|[辛您]/u.test(text);
}
