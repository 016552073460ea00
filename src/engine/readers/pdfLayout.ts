import { bands, findGutter, isClear, standsApart } from './pdfColumns.ts';
import { goesOn, type Column } from './pdfJoins.ts';
import { findNotes, partNoteMarks } from './pdfNotes.ts';
import { common, groupRows, mainSize, median, type Cell, type RawPage, type Row, type TextRun } from './pdfRows.ts';
import { findTables, isSameTable, joinCells, type CellRow } from './pdfTables.ts';

/** A line of a page's text. */
export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  /** Goes on with the line before it. */
  readonly joins: boolean;
  /** The first of its column: `joins` says nothing about the column or page before. */
  readonly first: boolean;
  /** A note at the page's foot or the number that points to it, or a running head at the page's right edge. */
  readonly note: boolean;
  /** Runs in another direction than the page, as a stamp or a watermark does. */
  readonly aside: boolean;
  /** A row of a table, its cells apart by a space. */
  readonly table: boolean;
  /** Left and right edge of the column it stands in. */
  readonly left: number;
  readonly right: number;
}

/** A line with its cells, which may go on in a table of the next page. */
interface LaidLine extends PageLine {
  readonly cells: readonly Cell[];
}

/** Puts the runs of pages into lines in reading order: column by column where a gutter shows, rows of text else. */
export function layOutPages(pages: readonly RawPage[]): PageLine[][] {
  const cleaned = pages.map(({ runs, width }) => {
    const { text, marks } = partNoteMarks(runs);
    return { runs: mergeTouching(text), marks, width };
  });
  const gutters = cleaned.map(({ runs, width }) => findGutter(runs, width));
  const known = gutters.filter((gutter) => gutter !== null);
  // The last page of a document in columns may hold a few lines on one side only.
  const shared = known.length * 2 >= pages.length ? median(known) : null;
  const laid = cleaned.map((page, index) => layOutPage(page, gutters[index] ?? (shared !== null && isClear(page.runs, shared) ? shared : null)));
  return withTablesAcross(withKnownEdges(laid)).map((lines, index) => [
    ...lines,
    ...(cleaned[index]?.marks ?? []).map((run) => ({ ...besideText(run), note: true })),
    ...(pages[index]?.aside ?? []).map(besideText),
  ]);
}

function besideText({ text, x, y, width, size }: TextRun): PageLine {
  return { text: text.trim(), x, y, end: x + width, size, joins: false, first: true, note: false, aside: true, table: false, left: x, right: x + width };
}

function layOutPage({ runs: all, marks }: { runs: readonly TextRun[]; marks: readonly TextRun[] }, gutter: number | null): LaidLine[] {
  if (all.length === 0) return [];
  const printed = browserRows(all);
  const runs = all.filter((run) => !printed.some((row) => row.includes(run)));
  const size = mainSize(runs);
  const body = runs.filter((run) => Math.abs(run.size - size) < size * 0.12);
  const page: PageSetting = {
    size,
    left: Math.min(...body.map((run) => run.x)),
    right: Math.max(...body.map((run) => run.x + run.width)),
    marks: new Set(marks.map(({ text }) => text.trim())),
  };
  const lines =
    gutter === null
      ? layOutColumn(runs, page)
      : bands(runs, { gutter, size }).flatMap(({ wide, left, right }) => [wide, left, right].flatMap((column) => layOutColumn(column, page)));
  const head = runningHeadHeight(runs);
  const marked = head === null ? lines : lines.map((line) => (Math.abs(line.y - head) < size * 0.5 ? { ...line, note: true } : line));
  return [...marked, ...printed.flatMap((row) => layOutColumn(row, page)).map((line) => ({ ...line, note: true }))];
}

/** Lines that tell the left edge of a column, and how far text may be indented there, in sizes of its type. */
const leastTelling = 5;
const indents = { least: 1.2, most: 3 };

/** `谢谢大家。` alone on the last page: a column of few lines has the left edge of another that it is indented in. */
function withKnownEdges(pages: readonly LaidLine[][]): LaidLine[][] {
  const lines = new Map<number, number>();
  for (const { left, note } of pages.flat()) if (!note) lines.set(Math.round(left), (lines.get(Math.round(left)) ?? 0) + 1);
  const edges = [...lines].filter(([, count]) => count >= leastTelling).map(([edge]) => edge).sort((a, b) => b - a).slice(0, 10);
  return pages.map((page) =>
    page.map((line) => {
      if ((lines.get(Math.round(line.left)) ?? 0) >= leastTelling) return line;
      const edge = edges.find((known) => line.left - known >= line.size * indents.least && line.left - known <= line.size * indents.most);
      return edge === undefined ? line : { ...line, left: edge };
    }),
  );
}

/** Lines that may stand between the parts of a table, as running heads and page numbers do. */
const linesBetween = 2;

/** Rows that the end of a page or a column parts from their table, as it may its head, are rows of it. */
function withTablesAcross(pages: readonly LaidLine[][]): LaidLine[][] {
  const lines = pages.flat().filter((line) => !line.note);
  const found = new Set<LaidLine>();
  lines.forEach((line, index) => {
    if (!line.first) return;
    const last = lines.slice(Math.max(0, index - 1 - linesBetween), index).findLast(({ cells }) => cells.length >= 2);
    const next = lines.slice(index, index + 1 + linesBetween).find(({ cells }) => cells.length >= 2);
    if (last !== undefined && next !== undefined && (last.table || next.table) && isSameTable(fromColumn(last), fromColumn(next))) found.add(last).add(next);
  });
  const isRow = (line: LaidLine | undefined): boolean => line !== undefined && (line.table || found.has(line));
  return pages.map((page) =>
    page.map((line, index) => ({
      ...line,
      ...(found.has(line) && !line.table ? { text: line.cells.map(({ text }) => text).join(' '), table: true } : {}),
      joins: line.joins && !isRow(line) && !isRow(page[index - 1]),
    })),
  );
}

/** A row counted from its column's edge, as if it stood where the other one does. */
function fromColumn({ cells, left, size }: LaidLine): CellRow {
  return { cells: cells.map(({ text, x, end }) => ({ text, x: x - left, end: end - left })), y: 0, size };
}

/** `11/26/26, 3:01 PM`, `2023/5/12 下午3:01` */
const printedAt = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s*(?:[上下]午\s*)?\d{1,2}:\d\d(?::\d\d)?(?:\s*[AP]M)?$/;
const address = /^(?:https?|file):\/\//;

/** What a browser prints over and below each page: when, the page's title, its address, its number, at both edges of one row. */
function browserRows(runs: readonly TextRun[]): TextRun[][] {
  const rows = groupRows(runs);
  const ends = rows.length > 2 ? [rows[0], rows[rows.length - 1]] : [];
  return ends.filter((row) => row !== undefined).filter((row) => row.length >= 2 && row.some(({ text }) => printedAt.test(text.trim()) || address.test(text)));
}

/** Height of a first row that stands apart at the page's right edge, as no title does; `null` where there is none. */
function runningHeadHeight(runs: readonly TextRun[]): number | null {
  const [row, next] = groupRows(runs);
  const [first] = row ?? [];
  if (row === undefined || first === undefined || !standsApart(row, next)) return null;
  const left = Math.min(...runs.map((run) => run.x));
  const right = Math.max(...runs.map((run) => run.x + run.width));
  const end = Math.max(...row.map((run) => run.x + run.width));
  return first.x > left + (right - left) * 0.5 && end > right - first.size * 2 ? first.y : null;
}

/**
 * Runs that touch are one: a browser changes its font within words, and of a line in many short runs so little would cross
 * any strip of the page that it would look like the one between two columns.
 */
function mergeTouching(runs: readonly TextRun[]): TextRun[] {
  return groupRows(runs).flatMap((row) => {
    const merged: TextRun[] = [];
    for (const run of row) {
      const last = merged[merged.length - 1];
      const touches = last !== undefined && Math.abs(last.size - run.size) < 0.1 && Math.abs(last.y - run.y) < 0.5 && Math.abs(run.x - last.x - last.width) < run.size * 0.1;
      if (touches) merged[merged.length - 1] = { ...last, text: last.text + run.text, width: run.x + run.width - last.x };
      else merged.push(run);
    }
    return merged;
  });
}

/** What a column is told by of its page. */
interface PageSetting {
  readonly size: number;
  readonly left: number;
  readonly right: number;
  /** What the note marks on the page say. */
  readonly marks: ReadonlySet<string>;
}

function layOutColumn(runs: readonly TextRun[], page: PageSetting): LaidLine[] {
  if (runs.length === 0) return [];
  const raw = readRows(runs);
  const size = median(raw.map((line) => line.size));
  const body = raw.filter((line) => Math.abs(line.size - size) < size * 0.12);
  const left = common(body.map((line) => line.x), size / 2);
  const right = Math.max(...body.map((line) => line.end));
  const pitch = median(raw.slice(1).map((line, index) => (raw[index]?.y ?? 0) - line.y).filter((gap) => gap > 0));
  const [notes, afterNotes] = findNotes(raw, page);
  const column: Column = { left, right, pitch, bodySize: Math.min(size, page.size), page: [page.left, page.right] };
  return raw.map(({ isTable, ...line }, index) => {
    const before = raw[index - 1];
    const joins = before !== undefined && !isTable && !before.isTable && goesOn(before, line, column);
    return { ...line, aside: false, note: index >= notes && index < afterNotes, first: index === 0, table: isTable, left, right, joins };
  });
}

/** The rows of a column as they read, those of tables with what their cells go on with below. */
function readRows(runs: readonly TextRun[]): Row[] {
  const rows = groupRows(runs).map((row) => {
    const first = row[0];
    const last = row[row.length - 1];
    return {
      text: joinRuns(row),
      x: first?.x ?? 0,
      y: first?.y ?? 0,
      end: (last?.x ?? 0) + (last?.width ?? 0),
      size: mainSize(row),
      cells: cellsOf(row),
      isTable: false,
    };
  });
  const { tabled, goesOnIn } = findTables(rows, Math.max(...rows.map((row) => row.end)));
  const cells = new Map([...tabled].map((index) => [index, rows[index]?.cells ?? []]));
  for (const [below, index] of goesOnIn) {
    const [row, more] = [rows[index], rows[below]];
    if (row !== undefined && more !== undefined) cells.set(index, joinCells({ ...row, cells: cells.get(index) ?? [] }, more));
  }
  return rows.flatMap((row, index) => {
    const own = cells.get(index);
    if (own !== undefined) return [{ ...row, text: own.map(({ text }) => text).join(' '), isTable: true }];
    return goesOnIn.has(index) ? [] : [row];
  });
}

/** Cells of a table stand farther apart than characters and words of a line, in sizes of the type. */
const cellGap = 0.3;

function cellsOf(row: readonly TextRun[]): Cell[] {
  const groups: TextRun[][] = [];
  let end = -Infinity;
  for (const run of row) {
    const group = groups[groups.length - 1];
    if (group === undefined || run.x - end > run.size * cellGap) groups.push([run]);
    else group.push(run);
    end = run.x + run.width;
  }
  return groups.map((group) => ({ text: joinRuns(group), x: group[0]?.x ?? 0, end: Math.max(...group.map((run) => run.x + run.width)) }));
}

function joinRuns(row: readonly TextRun[]): string {
  const parts: string[] = [];
  let end = -Infinity;
  let last = '';
  for (const run of row) {
    const gap = run.x - end;
    const latin = /[A-Za-z0-9,.;:%)]/.test(last) && /^[A-Za-z0-9(]/.test(run.text);
    if (last !== '' && last !== ' ' && gap > run.size * (latin ? 0.2 : 1.5)) parts.push(' ');
    parts.push(run.text);
    last = run.text.slice(-1) || last;
    end = run.x + run.width;
  }
  return closeGaps(parts.join('').replace(/\s+/g, ' ').trim());
}

const han = '\\u2e80-\\u9fff\\uff01-\\uff5e“”‘’…—·';
const gapInHan = new RegExp(`(?<=[${han}]) (?=[${han}])`, 'gu');
const withoutGap = new RegExp(`[${han}](?=[${han}])`, 'gu');

/**
 * `今 天 的 会`: letters set apart to fill a line or a title show as words apart. In a line of text a gap between two Chinese
 * characters is one of these; in a line of few words, 县长 周颖, it parts them.
 */
function closeGaps(text: string): string {
  const gaps = text.match(gapInHan)?.length ?? 0;
  if (gaps === 0) return text;
  const direct = text.match(withoutGap)?.length ?? 0;
  const isSpaced = gaps >= 3 ? gaps >= direct : direct === 0 && /[，。；]$/u.test(text);
  return isSpaced || (text.length >= 15 && /[，。；]/u.test(text)) ? text.replace(gapInHan, '') : text;
}

