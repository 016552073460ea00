import type { Problem } from '../contracts.ts';
import { isKnownWord } from './knownWords.ts';
import { holder } from './lineKinds.ts';
import { foldDigits } from './numerals.ts';
import { gapsBetween, isUnfinished, measured } from './pageMarks.ts';
import { cutsByLine, removeStretches } from './removal.ts';
import type { Block } from './sourceText.ts';

/**
 * Page numbers that a copy ran into the text where those of the other pages stand by themselves: `…标准厂房建设↵3，确保五月份…`, `…也不2要紧`.
 * A number without anything around it tells little; where the numbers of other pages were found, it is a page's if it stands about where the end
 * of that page must be. Where none were found they must count up a page apart and cut sentences.
 */

/** A page's end that is known, and where in the source it stands. */
interface PageEnd {
  readonly number: number;
  readonly place: number;
}

/** A number and where in its line it stands. */
interface PlacedMark extends PageEnd {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly at: 'head' | 'within' | 'end' | 'alone';
  /** Whether the sentence before it is unfinished. */
  readonly cuts: boolean;
}

interface Mark extends PlacedMark {
  readonly at: 'head' | 'within';
  /** Whether it begins a line with what nothing of the text's own could: `3，确保…` below an unfinished sentence. */
  readonly sure: boolean;
  /** Whether it parts a known word. */
  readonly parts: boolean;
}

/** A page's end lies no farther from where it is expected, in pages. */
const farthest = { between: 0.35, beyond: 0.5, sure: 1.5 };
/** As many make a series where nothing else is known, a page apart and about as far from each other. */
const leastSeries = 2;
const leastPage = 150;
const mostUneven = 2.5;
const highestFirst = 2;
/** A text with more of them is full of numbers. */
const mostMarks = 2000;

const atHead = /^(\d{1,3})(?=\s?[，。；、！？”])/u;
const beforeText = /^(\d{1,3})(?=\s?[\u4e00-\u9fff“《])/u;
const within = /(?<=[\u4e00-\u9fff，、])(?<![第约近超达至共前后余仅各每为占到])\s?(\d{1,3})\s?(?=[\u4e00-\u9fff])/gu;

/** What a number counts that stands before it, besides what `measured` has: 打造6支队伍. */
const countedToo = /^[支批本所张根棵辆艘架栋处门口片面盏枚颗句首段幅副对双群班排股瓶袋箱桶斤克升角毛块盘碗杯顿趟遍回声步圈轮代任省市县区乡镇街站线路场馆校院部]/u;

function isCounted(behind: string): boolean {
  return measured.test(behind) || countedToo.test(behind);
}

/** Takes them out of lines whose other page marks are gone; `removed` tells of those. */
export function removeMissedPageMarks(lines: readonly Block[], removed: readonly Problem[], source: string): { lines: Block[]; removed: Problem[] } {
  const found = findMarks(lines);
  const edges = alongEdges(lines, found);
  if (edges.length > 0) return removeMarks(lines, edges);
  if (found.length === 0 || found.length > mostMarks) return { lines: [...lines], removed: [] };
  const alone = pageEnds(removed, source);
  const series = alone.length > 0 ? [] : seriesOf(found.filter(({ cuts }) => cuts));
  const ends = alone.length > 0 ? alone : series;
  const near = ends.length === 0 ? [] : found.filter((mark) => series.includes(mark) || fits(mark, ends));
  // `2 抓落实` behind a whole sentence may number the text's own points: then there are others.
  const points = found.some((mark) => !mark.cuts && !near.includes(mark));
  const fitting = near.filter(({ cuts }) => cuts || !points);
  const times = new Map<number, number>();
  for (const { number } of fitting) times.set(number, (times.get(number) ?? 0) + 1);
  return removeMarks(lines, fitting.filter(({ number }) => times.get(number) === 1));
}

/** What a mark cut goes on behind it: below one that stands alone or at the end of a line in the next. */
function removeMarks(lines: readonly Block[], marks: readonly PlacedMark[]): { lines: Block[]; removed: Problem[] } {
  const removed: Problem[] = [];
  const byLine = cutsByLine(marks);
  let continues = false;
  const kept = lines.flatMap((line, index) => {
    const own = byLine.get(index) ?? [];
    const goesOn = continues || own.some(({ at, cuts }) => at === 'head' && cuts);
    continues = own.some(({ at, cuts }) => (at === 'end' || at === 'alone') && cuts);
    const rest = own.length === 0 ? [line] : removeStretches('page-marker', line, own, removed);
    return rest.map((part) => (goesOn ? { ...part, indented: false, apart: false, continues: true } : part));
  });
  return { lines: kept, removed };
}

/** As many numbers along the edges of lines make a row, and half of them cut sentences. */
const leastEdges = 5;
const leastApart = 40;
const atLineEnd = /(?<=[\u4e00-\u9fff，、；。！？”])(?<![第约近超达至共前后余仅各每为占到有是])\s?(\d{1,3})$/u;

/**
 * `…出场景，3↵高校来揭榜`, `…放心↵4试`, `…更重要的是↵5↵把…`: numbers that count up without a gap, some at the heads of lines, some at their
 * ends, some alone. The points of a list are all set in one way.
 */
function alongEdges(lines: readonly Block[], found: readonly Mark[]): readonly PlacedMark[] {
  let best: readonly PlacedMark[] = [];
  const heads = found.filter(({ at, cuts }) => at === 'head' && cuts);
  const all = [...heads, ...findEnds(lines)].sort((a, b) => a.place - b.place);
  if (all.length > mostMarks) return [];
  for (const first of all.filter(({ number }) => number >= 1 && number <= highestFirst)) {
    const row = [first];
    for (const mark of all) {
      const last = row.at(-1) ?? first;
      if (mark.number === last.number + 1 && mark.place - last.place >= leastApart) row.push(mark);
    }
    if (row.length > best.length) best = row;
  }
  const isRow = best.length >= leastEdges && new Set(best.map(({ at }) => at)).size > 1 && best.filter(({ cuts }) => cuts).length * 2 >= best.length;
  return isRow ? best : [];
}

/** The numbers that stand at the end of a line, or alone in one. */
function findEnds(lines: readonly Block[]): PlacedMark[] {
  return lines.flatMap(({ text, hint, pieces }, line): PlacedMark[] => {
    if (hint?.table === true || !holdsDigit(text)) return [];
    const folded = foldDigits(text);
    const place = pieces[0]?.start ?? 0;
    if (/^\d{1,3}$/u.test(folded)) return [{ number: Number(folded), line, start: 0, end: text.length, place, at: 'alone', cuts: isUnfinished(lines[line - 1]?.text ?? '') }];
    const end = isCounted(lines[line + 1]?.text ?? '') ? null : atLineEnd.exec(folded);
    return end === null ? [] : [{ number: Number(end[1]), line, start: end.index, end: text.length, place: place + end.index, at: 'end', cuts: isUnfinished(text.slice(0, end.index)) }];
  });
}

const holdsDigit = holder(/[\d０-９]/);

function findMarks(lines: readonly Block[]): Mark[] {
  return lines.flatMap(({ text, hint, pieces }, line): Mark[] => {
    if (hint?.table === true || !holdsDigit(text)) return [];
    const folded = foldDigits(text);
    const place = pieces[0]?.start ?? 0;
    const above = lines[line - 1]?.text ?? '';
    const cuts = isUnfinished(above);
    const sure = cuts ? atHead.exec(folded) : null;
    const head = sure ?? beforeText.exec(folded);
    const behind = head === null ? '' : text.slice(head[0].length).trimStart();
    const marks: Mark[] = [];
    if (head !== null && above !== '' && !isCounted(behind)) marks.push({ line, start: 0, end: text.length - behind.length, number: Number(head[1]), place, at: 'head', sure: sure !== null, cuts, parts: isKnownWord(above.slice(-1) + behind.charAt(0)) });
    for (const match of folded.matchAll(within)) {
      const end = match.index + match[0].length;
      if (isCounted(text.slice(end))) continue;
      marks.push({ line, start: match.index, end, number: Number(match[1]), place: place + match.index, at: 'within', sure: false, cuts: true, parts: isKnownWord(text.charAt(match.index - 1) + text.charAt(end)) });
    }
    return marks;
  });
}

const numbered = /第\s?(\d{1,3})\s?页/u;
const bare = /^[^\p{L}\d]{0,4}(\d{1,3})[^\p{L}\d]{0,4}$/u;
const first = /\d{1,3}/u;
const longestMark = 60;
const mostEnds = 2000;

/** The numbers of pages that are gone, ascending by place and number: of all that could be, the most that count up. */
function pageEnds(removed: readonly Problem[], source: string): PageEnd[] {
  const found = removed.flatMap(({ code, span }): PageEnd[] => {
    if (span.end - span.start > longestMark) return [];
    const words = foldDigits(source.slice(span.start, span.end));
    const own = numbered.exec(words)?.[1] ?? bare.exec(words)?.[1] ?? (code === 'page-marker' ? first.exec(words)?.[0] : undefined);
    return own === undefined ? [] : [{ number: Number(own), place: span.start }];
  });
  return risingMost(found.sort((a, b) => a.place - b.place).slice(0, mostEnds));
}

/** The longest row of them whose numbers rise. */
function risingMost(ends: readonly PageEnd[]): PageEnd[] {
  const lengths: number[] = [];
  const before = ends.map(({ number }, index) => {
    let best = -1;
    for (let at = 0; at < index; at += 1) if ((ends[at]?.number ?? 0) < number && (best < 0 || (lengths[at] ?? 0) > (lengths[best] ?? 0))) best = at;
    lengths.push(1 + (lengths[best] ?? 0));
    return best;
  });
  const row: PageEnd[] = [];
  for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = before[at] ?? -1) row.unshift(ends[at] as PageEnd);
  return row;
}

/** Whether a number stands about where the end of its page must be. */
function fits({ number, place, sure, at, parts }: Mark, ends: readonly PageEnd[]): boolean {
  const before = ends.findLast((end) => end.place < place) ?? { number: 0, place: 0 };
  const behind = ends.find((end) => end.place > place);
  if (number <= before.number || (behind !== undefined && number >= behind.number)) return false;
  // Behind the last page that is known only what begins a line or parts a word is a page's.
  if (behind === undefined && at !== 'head' && !parts) return false;
  const [from, last] = behind === undefined ? [ends.length > 1 ? (ends[0] as PageEnd) : { number: 0, place: 0 }, before] : [before, behind];
  const page = (last.place - from.place) / (last.number - from.number);
  return Math.abs(place - before.place - (number - before.number) * page) <= page * (sure ? farthest.sure : behind === undefined ? farthest.beyond : farthest.between);
}

/** Numbers that count up a page apart, where no other stands like them. */
function seriesOf(marks: readonly Mark[]): readonly Mark[] {
  const [first] = marks;
  if (first === undefined || marks.length < leastSeries || first.number < 1 || first.number > highestFirst || !marks.every((mark, index) => mark.number === first.number + index)) return [];
  const gaps = [...(first.number === 1 ? [first.place] : []), ...gapsBetween(marks)];
  if (Math.min(...gaps) < leastPage || Math.max(...gaps) > Math.min(...gaps) * mostUneven) return [];
  return marks.every(({ at }) => at === 'head') || marks.some(({ parts }) => parts) ? marks : [];
}
