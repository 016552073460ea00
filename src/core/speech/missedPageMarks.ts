import type { Problem } from '../contracts.ts';
import { isKnownWord } from './knownWords.ts';
import { holder } from './lineKinds.ts';
import { foldDigits } from './numerals.ts';
import { gapsBetween, isUnfinished, measured } from './pageMarks.ts';
import { removeStretches } from './removal.ts';
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

interface Mark extends PageEnd {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Whether it begins a line, and whether nothing of the text's own could: `3，确保…` below an unfinished sentence. */
  readonly heads: boolean;
  readonly sure: boolean;
  /** Whether the sentence before it is unfinished. */
  readonly cuts: boolean;
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
  const byLine = new Map<number, Mark[]>();
  for (const mark of fitting) if (times.get(mark.number) === 1) byLine.set(mark.line, [...(byLine.get(mark.line) ?? []), mark]);
  const own: Problem[] = [];
  const kept = lines.flatMap((line, index) => {
    const cuts = byLine.get(index);
    if (cuts === undefined) return [line];
    return removeStretches('page-marker', line, cuts, own).map((rest) => (cuts[0]?.heads === true && cuts[0].cuts ? { ...rest, indented: false, apart: false, continues: true } : rest));
  });
  return { lines: kept, removed: own };
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
    if (head !== null && above !== '' && !isCounted(behind)) marks.push({ line, start: 0, end: text.length - behind.length, number: Number(head[1]), place, heads: true, sure: sure !== null, cuts, parts: isKnownWord(above.slice(-1) + behind.charAt(0)) });
    for (const match of folded.matchAll(within)) {
      const end = match.index + match[0].length;
      if (isCounted(text.slice(end))) continue;
      marks.push({ line, start: match.index, end, number: Number(match[1]), place: place + match.index, heads: false, sure: false, cuts: true, parts: isKnownWord(text.charAt(match.index - 1) + text.charAt(end)) });
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
function fits({ number, place, sure, heads, parts }: Mark, ends: readonly PageEnd[]): boolean {
  const before = ends.findLast((end) => end.place < place) ?? { number: 0, place: 0 };
  const behind = ends.find((end) => end.place > place);
  if (number <= before.number || (behind !== undefined && number >= behind.number)) return false;
  // Behind the last page that is known only what begins a line or parts a word is a page's.
  if (behind === undefined && !heads && !parts) return false;
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
  return marks.every(({ heads }) => heads) || marks.some(({ parts }) => parts) ? marks : [];
}
