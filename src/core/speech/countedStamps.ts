import { countHan } from '../text/han.ts';
import { furnitureScore } from './furnitureScore.ts';
import { endsSentence } from './punctuation.ts';

/**
 * Words that a page's end put into a sentence together with the page's number: `…奋力开|某市科技工作简报 第3页|创新局面`.
 * Whatever the words are, they come back a page later with the next number, and with the same characters on both sides of
 * it. A text that counts (`图1`, `到2019年`) has neither pages between its numbers nor as much before and behind them alike.
 */

/** A line with digits, its digits folded. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
  readonly folded: string;
  /** Characters of the document before it. */
  readonly place: number;
}

export interface Stamp {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A page's number; what is counted in the text itself has its measure behind it. */
const number = /(?<![\d.,，:：/／-])\d{1,3}(?![\d.,%％:：年月日号岁万亿时点个名项次])/gu;

/** As many make a series. */
const leastStamps = 3;
/** Characters from one to the next, at the least, and how many times farther the farthest may be than the nearest. */
const leastPage = 150;
const mostUneven = 4;
/** The words around the number. */
const longestSide = 30;
const leastHan = 3;
/** Words that read like the text's own so much are no stamp, unless they speak of pages. */
const leastScore = -2;
/** By as many characters the numbers of one series are found together. */
const keyLength = 3;

interface Found extends NumberedLine {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

export function findCountedStamps(lines: readonly NumberedLine[]): Stamp[] {
  const groups = new Map<string, Found[]>();
  for (const numbered of lines) {
    for (const match of numbered.folded.matchAll(number)) {
      const found = { ...numbered, start: match.index, end: match.index + match[0].length, number: Number(match[0]) };
      const left = numbered.folded.slice(Math.max(0, found.start - keyLength), found.start);
      const right = numbered.folded.slice(found.end, found.end + keyLength);
      if (left.length === keyLength) add(groups, `<${left}`, found);
      if (right.length === keyLength) add(groups, `>${right}`, found);
    }
  }
  const taken = new Set<string>();
  return [...groups.values()].flatMap((group) => {
    const series = group.length < leastStamps ? [] : seriesOf(group);
    const stamps = stampsOf(series);
    if (stamps.some(({ line, start, end }) => [...taken].some((known) => overlaps(known, line, start, end)))) return [];
    for (const { line, start, end } of stamps) taken.add(`${line} ${start} ${end}`);
    return stamps;
  });
}

function add(groups: Map<string, Found[]>, key: string, found: Found): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [found]);
  else known.push(found);
}

function overlaps(known: string, line: number, start: number, end: number): boolean {
  const [knownLine = 0, knownStart = 0, knownEnd = 0] = known.split(' ').map(Number);
  return knownLine === line && start < knownEnd && knownStart < end;
}

/** The numbers that count up one by one, a page apart. */
function seriesOf(group: readonly Found[]): readonly Found[] {
  const series: Found[] = [];
  for (const found of group) {
    const last = series[series.length - 1];
    if (last === undefined || (found.number === last.number + 1 && found.place + found.start - last.place - last.start >= leastPage)) series.push(found);
  }
  if (series.length < leastStamps || series.length * 4 < group.length * 3) return [];
  const gaps = series.slice(1).map((found, index) => found.place + found.start - (series[index]?.place ?? 0) - (series[index]?.start ?? 0));
  return Math.max(...gaps) <= mostUneven * Math.min(...gaps) ? series : [];
}

/** The series with all that its members have in common around their numbers. */
function stampsOf(series: readonly Found[]): Stamp[] {
  const [first] = series;
  if (first === undefined) return [];
  let left = 0;
  while (left < longestSide && first.start - left > 0 && series.every((found) => found.start - left > 0 && found.folded.charAt(found.start - left - 1) === first.folded.charAt(first.start - left - 1))) left += 1;
  let right = 0;
  while (right < longestSide && first.end + right < first.folded.length && series.every((found) => found.folded.charAt(found.end + right) === first.folded.charAt(first.end + right))) right += 1;
  // A mark that all the sentences before it happen to end with is the text's.
  while (left > 0 && /[，。；：、！？\s”）》]/u.test(first.folded.charAt(first.start - left))) left -= 1;
  const words = first.text.slice(first.start - left, first.end + right);
  if (countHan(words) < leastHan || (furnitureScore(words) < leastScore && !words.includes('页'))) return [];
  const cutting = series.filter((found) => {
    const before = found.text.slice(0, found.start - left).trimEnd();
    return before !== '' && !endsSentence(before);
  }).length;
  if (cutting * 3 < series.length) return [];
  // Where nothing else stands in its line, the line is judged as lines are.
  return series.filter(({ text, start, end }) => start > left || end + right < text.length).map(({ line, start, end }) => ({ line, start: start - left, end: end + right }));
}
