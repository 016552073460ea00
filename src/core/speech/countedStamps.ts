import { countHan } from '../text/han.ts';
import { furnitureScore } from './furnitureScore.ts';
import { gapsBetween } from './pageMarks.ts';
import { endsSentence } from './punctuation.ts';
import { meet, type Block } from './sourceText.ts';

/**
 * Words that a page's end put into a sentence together with the page's number: `…奋力开|某市科技工作简报 第3页|创新局面`.
 * Whatever the words are, they come back a page later with the next number, and with the same characters on both sides of
 * it. A text that counts (`图1`, `到2019年`) has neither pages between its numbers nor as much before and behind them alike.
 */

export interface Stamp {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Whether two stamps have a character in common. */
export function overlap(one: Stamp, other: Stamp): boolean {
  return one.line === other.line && meet(one, other);
}

/** A page's number has as many digits; what is counted in the text itself has its measure behind it. */
const digits = /\d+/g;
const mostDigits = 3;
const noPageBefore = '.,，:：/／-';
const noPageBehind = '.,%％:：年月日号岁万亿时点个名项次条家人届大所座类周元公平米吨亩户件份篇种位天分秒级场支批';

/** As many make a series. */
const leastStamps = 3;
/** Of a running head that says the title over again two are enough. */
const leastTitled = 2;
/** Characters from one to the next, at the least, and how many times farther the farthest may be than the nearest. */
const leastPage = 150;
const leastLastPage = 20;
const mostUneven = 4;
/** The words around the number. */
const longestSide = 30;
const leastHan = 3;
/** `第3期` alone may be anything. */
const leastNumbered = 6;
/** Words that read like the text's own so much are no stamp, unless they speak of pages. */
const leastScore = -2;
/** Of a longer series less is asked. */
const longSeries = 4;
const leastOfLong = -4;
/** `（详见专栏3）`, `图 2`: what a text numbers. */
const counted = /[图表栏注式例件题问课讲章节见]\s?$/u;
/** By as many characters the numbers of one series are found together. */
const keyLength = 3;

interface Found {
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: number;
  /** Characters of the document before it. */
  readonly place: number;
}

/** A title stands within as many characters, and has as many Chinese ones. */
const farthestTitle = 300;
const leastOfTitle = 8;

/** What a document begins with: not all of a long one is put together for it. */
function topOf(lines: readonly Block[]): string {
  let top = '';
  for (const { text } of lines) {
    if (top.length >= farthestTitle) break;
    top += text;
  }
  return top.slice(0, farthestTitle);
}

function isTitleOf(top: string, words: string): boolean {
  return words.split(/\d+|\s{2,}/u).some((part) => countHan(part) >= leastOfTitle && top.includes(part.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')));
}

export function findCountedStamps(lines: readonly Block[]): Stamp[] {
  const groups = new Map<string, Found[]>();
  let before = 0;
  lines.forEach(({ text, hint }, line) => {
    digits.lastIndex = 0;
    for (let match = hint?.table === true ? null : digits.exec(text); match !== null; match = digits.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end - start > mostDigits || (start > 0 && noPageBefore.includes(text.charAt(start - 1))) || (end < text.length && noPageBehind.includes(text.charAt(end)))) continue;
      const found = { line, text, start, end, number: Number(match[0]), place: before + start };
      if (start >= keyLength) add(groups, `<${text.slice(start - keyLength, start)}`, found);
      if (end + keyLength <= text.length) add(groups, `>${text.slice(end, end + keyLength)}`, found);
    }
    before += text.length;
  });
  const taken: Stamp[] = [];
  const top = topOf(lines);
  for (const group of groups.values()) {
    if (group.length < leastTitled) continue;
    const stamps = stampsOf(seriesOf(group), top);
    if (!stamps.some((stamp) => taken.some((known) => overlap(known, stamp)))) taken.push(...stamps);
  }
  return taken;
}

function add(groups: Map<string, Found[]>, key: string, found: Found): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [found]);
  else known.push(found);
}

/** The numbers that count up one by one, a page apart. */
function seriesOf(group: readonly Found[]): readonly Found[] {
  const series: Found[] = [];
  for (const found of group) {
    const last = series[series.length - 1];
    // The last page may be short.
    const apart = last === undefined || found.place - last.place >= (found === group.at(-1) && series.length >= leastStamps ? leastLastPage : leastPage);
    if (last === undefined || (found.number === last.number + 1 && apart)) series.push(found);
  }
  if (series.length < leastTitled || series.length * 4 < group.length * 3) return [];
  const gaps = gapsBetween(series).filter((gap) => gap >= leastPage);
  return Math.max(...gaps) <= mostUneven * Math.min(...gaps) ? series : [];
}

/** The series with all that its members have in common around their numbers; `top` is what the document begins with. */
function stampsOf(series: readonly Found[], top: string): Stamp[] {
  const [first] = series;
  if (first === undefined) return [];
  let left = 0;
  while (left < longestSide && first.start - left > 0 && series.every((found) => found.start - left > 0 && found.text.charAt(found.start - left - 1) === first.text.charAt(first.start - left - 1))) left += 1;
  let right = 0;
  while (right < longestSide && first.end + right < first.text.length && series.every((found) => found.text.charAt(found.end + right) === first.text.charAt(first.end + right))) right += 1;
  // A mark that all the sentences before it happen to end with is the text's.
  while (left > 0 && /[，。；：、！？\s”）》]/u.test(first.text.charAt(first.start - left))) left -= 1;
  const words = first.text.slice(first.start - left, first.end + right);
  // `到第1期工程为止，投资都到位。`: no page's end says a sentence of the text again and again.
  if (/[。！？；]/u.test(words) || (/第\s?$/u.test(first.text.slice(0, first.start)) && !words.includes('页') && countHan(words) < leastNumbered)) return [];
  const least = series.length >= longSeries ? leastOfLong : leastScore;
  // A running head that says the title over again reads like the text.
  const titled = isTitleOf(top.slice(0, first.place - left), words);
  const says = words.includes('页') || titled;
  if (series.length < leastStamps && !(titled && first.number === 1)) return [];
  if (countHan(words) < leastHan || (!says && (counted.test(first.text.slice(0, first.start)) || furnitureScore(words) < least))) return [];
  const cutting = series.filter((found) => {
    const before = found.text.slice(0, found.start - left).trimEnd();
    return before !== '' && !endsSentence(before);
  }).length;
  if (cutting * 3 < series.length) return [];
  // Where nothing else stands in its line, the line is judged as lines are.
  return series.filter(({ text, start, end }) => titled || start > left || end + right < text.length).map(({ line, start, end }) => ({ line, start: start - left, end: end + right }));
}
