import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { numberIn } from './countedWords.ts';
import { readOrdinal } from './ordinals.ts';
import { endsHard, endsOpen, startsInside } from './punctuation.ts';
import type { Block } from './sourceText.ts';
import { isGenreTitle, isLabelled } from './title.ts';

/**
 * Lines that several others are made like, each above a paragraph: `保渠口`, `保渠底`, `保水账`; `水先走`, `牲口后走`, `闸门最后走`;
 * `开闸三件事`, `巡渠两条线`, `对账一杆秤`. What a page leaves between paragraphs has no such fellows, so these are heads, whatever
 * words they are in.
 */

const shortest = 2;
const longest = 26;
/** Longer ones without a comma are sentences and titles. */
const longestPlain = 16;
const leastOfSeries = 3;
/** The lines of a series are about as long as each other. */
const mostUnlike = 4;
/** A paragraph has so many characters. */
const leastBody = 20;

const plain = /^[\u4e00-\u9fff“”]{2,16}$/u;
const withComma = /^[\u4e00-\u9fff“”]{1,10}，[\u4e00-\u9fff“”]{2,14}$/u;
const numeral = /[一两二三四五六七八九十]/u;
/** So ends any line. */
const looseEnd = /[的了吗呢吧么]$/u;

/** The lines of such series, by their place. */
export function findSeriesLines(lines: readonly Block[]): ReadonlySet<number> {
  const series = new Map<string, number[]>();
  const add = (key: string, index: number): void => {
    const own = series.get(key);
    if (own === undefined) series.set(key, [index]);
    else own.push(index);
  };
  lines.forEach((line, index) => {
    if (!mayHead(lines, index)) return;
    for (const key of keysOf(line.text)) add(key, index);
    const counted = readOrdinal(line.text, 0) === null ? numberIn(line.text) : null;
    if (counted?.marked === true) add(`counts ${counted.words}`, index);
  });
  const found = new Set<number>();
  for (const [key, own] of series) if (key.startsWith('counts') ? counts(lines, own) : isAlike(lines, own)) for (const index of own) found.add(index);
  return found;
}

/** What lines of one series have in common. */
function keysOf(text: string): string[] {
  if (text.length > longest || !(plain.test(text) || withComma.test(text)) || isGenreTitle(text)) return [];
  const comma = text.includes('，');
  const number = text.search(numeral);
  return [
    `begins ${text.charAt(0)}${comma ? '，' : ''}`,
    ...(comma || looseEnd.test(text) ? [] : [`ends ${text.slice(-1)}`]),
    ...(number > 0 && !comma ? [`number at ${number} of ${text.length}`] : []),
  ];
}

function mayHead(lines: readonly Block[], index: number): boolean {
  const { text = '', hint = null } = lines[index] ?? {};
  if (text.length < shortest || text.length > longest || index === 0 || hint?.table === true || /[。；：，、;:,]$/u.test(text)) return false;
  if (text.length > longestPlain && !/[，：:]/u.test(text)) return false;
  // A part of a sentence, as the name of a law on a line of its own, heads nothing.
  if (endsOpen(lines[index - 1]?.text ?? '') || startsInside(lines[index + 1]?.text ?? '')) return false;
  return isBody(belowOf(lines, index)) && readAddress(text, 0) === 0 && !isLabelled(text);
}

function isBody(line: Block | undefined): boolean {
  return line !== undefined && line.text.length >= leastBody && countHan(line.text) >= leastBody;
}

/** The line below; the first of the heads below it may stand right behind it. */
function belowOf(lines: readonly Block[], index: number): Block | undefined {
  const next = lines[index + 1];
  return next !== undefined && next.text.length <= longest && !endsHard(next.text) ? lines[index + 2] : next;
}

function isAlike(lines: readonly Block[], own: readonly number[]): boolean {
  const texts = own.map((index) => lines[index]?.text ?? '');
  const lengths = texts.map((text) => text.length);
  return new Set(texts).size >= leastOfSeries && new Set(texts).size === texts.length && Math.max(...lengths) - Math.min(...lengths) <= mostUnlike && own.every((index) => ordinalOf(lines[index]) === null);
}

function counts(lines: readonly Block[], own: readonly number[]): boolean {
  return own.length >= leastOfSeries && own.every((index, at) => numberIn(lines[index]?.text ?? '')?.number === at + 1);
}
