import type { Problem } from '../contracts.ts';
import { countHan } from '../text/han.ts';
import { isKnownWord } from './knownWords.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { endsSentence, startsInside } from './punctuation.ts';
import { sliceBlock, type Block } from './sourceText.ts';

/**
 * Two columns that were read across. Where both stand on one line a wide gap parts them; where their lines alternate,
 * words that a line's end cuts in two go on not on the next line but on the one after:
 *
 *   党的二十大报告把科|技创 ← left      every second line goes on with the one two above it
 *   去年以来，白河市科|协坚 ← right
 *   新摆在更加突出的位|置。 ← left
 */
export function partColumns(lines: readonly Block[], source: string): { lines: Block[]; problems: Problem[] } {
  const gaps = partGaps(lines, source);
  return gaps ?? partAlternating(lines) ?? { lines: [...lines], problems: [] };
}

/** The fewest rows that make columns, and the fewest characters in the mean of either side. */
const leastRows = 8;
const leastWidth = 9;
/** Rows with a gap tell more than lines that seem to alternate. */
const leastGaps = 5;
const gap = /^(.*[^ ]) {3,}([^ ].*)$/u;
/** No row of columns is as long, and a pattern that walks back has no room for a line of millions of characters. */
const longestRow = 2_000;

function partGaps(lines: readonly Block[], source: string): { lines: Block[]; problems: Problem[] } | null {
  const rows = lines.map((line) => (line.text.length > longestRow || line.hint?.table === true || line.hint?.page !== undefined && line.hint.page !== null ? null : gap.exec(line.text)));
  const run = longestRun(rows.map((row) => row !== null));
  if (run === null) return null;
  const { from } = run;
  const parted = rows.slice(from, run.to).filter((row) => row !== null);
  const mean = (side: 1 | 2): number => parted.reduce((sum, row) => sum + (row[side]?.length ?? 0), 0) / parted.length;
  if (parted.length < leastGaps || mean(1) < leastWidth || mean(2) < leastWidth) return null;
  const whole = parted.map((row) => row[0].replace(/ /gu, '')).join('');
  if (countHan(whole) * 2 < whole.length) return null;
  const places = parted.map(placeOf).sort((a, b) => a - b);
  const usual = places[Math.floor(places.length / 2)] ?? 0;
  if (places.filter((place) => Math.abs(place - usual) <= 2).length * 10 < places.length * 7) return null;
  // Where one column ends before the other, what is left of that stands alone in its rows.
  const widestLeft = Math.max(...parted.map((row) => row[1]?.length ?? 0));
  let { to } = run;
  for (let line = lines[to]; line !== undefined && !line.apart && (isFarRight(line, source, mean(1)) || line.text.length <= widestLeft + 1); line = lines[to]) to += 1;
  const range = { from, to };
  const left: Block[] = [];
  const right: Block[] = [];
  for (let index = from; index < to; index += 1) {
    const line = lines[index];
    const row = rows[index];
    if (line === undefined) continue;
    if (row === null || row === undefined) {
      (isFarRight(line, source, mean(1)) ? right : left).push(line);
      continue;
    }
    const start = line.text.length - (row[2]?.length ?? 0);
    left.push({ ...sliceBlock(line, { start: 0, end: row[1]?.length ?? 0 }), indented: line.indented });
    right.push({ ...sliceBlock(line, { start, end: line.text.length }), indented: opensColumn(row, parted) });
  }
  return { lines: [...lines.slice(0, from), ...left, ...right, ...lines.slice(to)], problems: [parting(lines, range)] };
}

/** Where the right side of a row begins. */
function placeOf(row: RegExpExecArray): number {
  return row[0].length - (row[2]?.length ?? 0);
}

/** Whether the right side of a row begins further in than the others do. */
function opensColumn(row: RegExpExecArray, rows: readonly RegExpExecArray[]): boolean {
  const nearest = rows.map(placeOf).sort((a, b) => a - b)[Math.floor(rows.length / 3)] ?? 0;
  return placeOf(row) >= nearest + 2;
}

function isFarRight(line: Block, source: string, width: number): boolean {
  const start = line.pieces[0]?.start ?? 0;
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  return start - lineStart > width;
}

/** The longest stretch in which at least three of five lines are marked. */
function longestRun(marked: readonly boolean[]): Range | null {
  let best: Range | null = null;
  let from = -1;
  let missed = 0;
  marked.forEach((mark, index) => {
    if (mark) {
      if (from < 0) from = index;
      missed = 0;
      if (best === null || index + 1 - from > best.to - best.from) best = { from, to: index + 1 };
    } else if (from >= 0) {
      missed += 1;
      if (missed > 2) from = -1;
    }
  });
  return best;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Lines this short hold no row of a column; a column's last row may be one all the same. */
const shortest = 8;
/** How many joins tell. */
const leastJoins = 12;
/** So many rows tell enough. */
const mostRows = 600;
/** By so much lines must go on better in columns than as they stand. */
const leastBetter = 2;
/** And so well a line on the mean; columns that were read across come to 1, one narrow column to 0.3 at most. */
const leastFit = 0.6;
/** No column is wider. */
const widest = 40;

function partAlternating(lines: readonly Block[]): { lines: Block[]; problems: Problem[] } | null {
  const range = alternatingRange(lines);
  // Where a gap follows every line all of them stand apart, and none is a row.
  if (range === null || range.from === range.to) return null;
  const columns: [Block[], Block[]] = [[], []];
  const usual = usualLength(lines.slice(range.from, range.to));
  let turn: 0 | 1 = 0;
  let parted = 0;
  let straight = 0;
  let above: Block | undefined;
  for (const line of lines.slice(range.from, range.to)) {
    const other: 0 | 1 = turn === 0 ? 1 : 0;
    const here = fit(columns[turn].at(-1), line, usual);
    const there = fit(columns[other].at(-1), line, usual);
    // Out of turn only where the line cannot go on with the column whose turn it is.
    const side: 0 | 1 = here < 0 && there > here + 1 ? other : turn;
    columns[side].push(line);
    turn = side === 0 ? 1 : 0;
    parted += side === other ? there : here;
    straight += fit(above, line, usual);
    above = line;
  }
  // Paragraphs of one column begin and end where they should as its lines stand: words cut in two may tell otherwise by chance.
  if (parted < leastBetter * straight || parted < leastFit * (range.to - range.from)) return null;
  return { lines: [...lines.slice(0, range.from), ...columns[0], ...columns[1], ...lines.slice(range.to)], problems: [parting(lines, range)] };
}

/** Where lines go on with the second below them and not with the next. */
function alternatingRange(lines: readonly Block[]): Range | null {
  const rows = lines.map((line) => line.hint === null && line.text.length >= shortest && countHan(line.text) * 2 > line.text.length);
  let best: Range | null = null;
  for (let from = 0; from < lines.length; from += 1) {
    if (rows[from] !== true) continue;
    let to = from;
    while (to < lines.length && (rows[to] === true || rows[to + 1] === true || rows[to - 1] === true) && (lines[to]?.hint ?? null) === null) to += 1;
    if (to - from >= 2 * leastRows && alternates(lines.slice(from, Math.min(to, from + mostRows))) && (best === null || to - from > best.to - best.from)) best = { from: firstRow(lines, from, to), to };
    from = to;
  }
  return best;
}

/** Titles and names above the columns are no rows: they stand apart or are shorter than a row. */
function firstRow(lines: readonly Block[], from: number, to: number): number {
  const usual = usualLength(lines.slice(from, to));
  let at = from;
  while (at < to && (lines[at + 1]?.apart === true || (lines[at]?.text.length ?? 0) < usual - 6 || (lines[at]?.text.length ?? 0) > usual + 3)) at += 1;
  return at;
}

function usualLength(lines: readonly Block[]): number {
  return lines.map((line) => line.text.length).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;
}

function alternates(lines: readonly Block[]): boolean {
  // Rows of columns are of one width.
  const usual = usualLength(lines);
  if (usual > widest || lines.filter(({ text }) => Math.abs(text.length - usual) <= 3).length * 2 < lines.length) return false;
  const share = (step: number): { share: number; joins: number } => {
    let joins = 0;
    let words = 0;
    for (let index = 0; index + step < lines.length; index += 1) {
      const tail = lines[index];
      const next = lines[index + step];
      if (tail === undefined || next === undefined || endsSentence(tail.text) || next.indented || ordinalOf(next) !== null) continue;
      joins += 1;
      if (cutsWord(tail.text, next.text)) words += 1;
    }
    return { share: joins === 0 ? 0 : words / joins, joins };
  };
  const [one, two] = [share(1), share(2)];
  // In text of one column about a third of the ends go on with the next line and hardly a tenth with the one after.
  return two.joins >= leastJoins && two.share >= 0.2 && two.share >= 1.25 * one.share;
}

function goesOn(tail: string, next: string): boolean {
  return startsInside(next) || cutsWord(tail, next);
}

/** The end of one line and the beginning of the other are a word. */
function cutsWord(tail: string, next: string): boolean {
  return isKnownWord(tail.slice(-1) + next.slice(0, 1)) || isKnownWord(tail.slice(-2) + next.slice(0, 1)) || isKnownWord(tail.slice(-1) + next.slice(0, 2));
}

/** How well a line goes on with a column: below 0 where it cannot, since one of them ends or opens a paragraph alone. */
function fit(tail: Block | undefined, line: Block, usual: number): number {
  if (tail === undefined) return line.indented ? 1 : 0;
  // A row that does not fill its width closes a paragraph.
  const last = tail.text.length + (tail.indented ? 2 : 0) < usual - 1;
  if (endsSentence(tail.text)) return line.indented ? 2 : last ? -2 : 0;
  if (line.indented) return -2;
  return goesOn(tail.text, line.text) ? 2 : 0;
}

function parting(lines: readonly Block[], { from, to }: Range): Problem {
  const start = lines[from]?.pieces[0]?.start ?? 0;
  return { code: 'columns-parted', message: '两栏文字被横着读成了一栏，已按上下文分开，请核对。', span: { start, end: lines[to - 1]?.pieces.at(-1)?.end ?? start }, space: 'source' };
}
