/** A run of text on a page, in points; y counts from the page's foot. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

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
  /** A note at the page's foot, in smaller type, or a running head at its right edge. */
  readonly note: boolean;
  /** Runs in another direction than the page, as a stamp or a watermark does. */
  readonly aside: boolean;
  /** Left and right edge of the column it stands in. */
  readonly left: number;
  readonly right: number;
}

/** A page's runs with the page's width in points. */
export interface RawPage {
  readonly runs: readonly TextRun[];
  /** What runs in another direction. */
  readonly aside?: readonly TextRun[];
  readonly width: number;
}

/** Puts the runs of pages into lines in reading order: column by column where a gutter shows, rows of text else. */
export function layOutPages(pages: readonly RawPage[]): PageLine[][] {
  const cleaned = pages.map(({ runs, width }) => ({ runs: mergeTouching(withoutNoteMarks(runs)), width }));
  const gutters = cleaned.map(({ runs, width }) => findGutter(runs, width));
  const known = gutters.filter((gutter) => gutter !== null);
  // The last page of a document in columns may hold a few lines on one side only.
  const shared = known.length * 2 >= pages.length ? median(known) : null;
  return cleaned.map(({ runs }, index) => [
    ...layOutPage(runs, gutters[index] ?? (shared !== null && isClear(runs, shared) ? shared : null)),
    ...(pages[index]?.aside ?? []).map(({ text, x, y, width, size }) => ({ text: text.trim(), x, y, end: x + width, size, joins: false, first: true, note: false, aside: true, left: x, right: x + width })),
  ]);
}

function layOutPage(all: readonly TextRun[], gutter: number | null): PageLine[] {
  if (all.length === 0) return [];
  const printed = browserRows(all);
  const runs = all.filter((run) => !printed.some((row) => row.includes(run)));
  const size = median(runs.map((run) => run.size));
  const lines =
    gutter === null
      ? layOutColumn(runs, size)
      : bands(runs, gutter).flatMap(({ wide, left, right }) => [wide, left, right].flatMap((column) => layOutColumn(column, size)));
  const head = runningHeadHeight(runs);
  const marked = head === null ? lines : lines.map((line) => (Math.abs(line.y - head) < size * 0.5 ? { ...line, note: true } : line));
  return [...marked, ...printed.flatMap((row) => layOutColumn(row, size)).map((line) => ({ ...line, note: true }))];
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

/** Runs that show something, without the raised numbers that point to notes. */
function withoutNoteMarks(runs: readonly TextRun[]): TextRun[] {
  const shown = runs.filter((run) => run.text.trim() !== '' && run.size > 0);
  const size = median(shown.map((run) => run.size));
  return shown.filter((run) => run.size > size * 0.75 || !/^[\s\d①-⑳*†]{1,3}$/u.test(run.text));
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

function isClear(runs: readonly TextRun[], x: number): boolean {
  const crossing = runs.filter((run) => crosses(run, x)).reduce((sum, run) => sum + run.text.length, 0);
  return crossing * 6 <= runs.reduce((sum, run) => sum + run.text.length, 0);
}

/** Hanging punctuation may stick out into the gutter; a run that crosses it goes well past both sides. */
function crosses(run: TextRun, gutter: number): boolean {
  return run.x < gutter - run.size && run.x + run.width > gutter + run.size;
}

/** The middle of an empty strip that parts the page into two columns; `null` where the page has one. */
function findGutter(runs: readonly TextRun[], width: number): number | null {
  const size = median(runs.map((run) => run.size));
  if (runs.length === 0) return null;
  const clear: { x: number; crossing: number; even: boolean }[] = [];
  // At most 200 steps: a broken file may give its page any width.
  const step = Math.max(2, size / 4, (width * 0.3) / 200);
  if (!Number.isFinite(width) || !Number.isFinite(step)) return null;
  for (let x = width * 0.35; x <= width * 0.65; x += step) {
    let crossing = 0;
    let left = 0;
    let right = 0;
    for (const run of runs) {
      if (run.x + run.width <= x - size * 0.4) left += run.text.length;
      else if (run.x >= x + size * 0.4) right += run.text.length;
      else crossing += run.text.length;
    }
    const total = left + right + crossing;
    if (crossing * 6 > total || left * 10 < total || right * 10 < total) continue;
    clear.push({ x, crossing, even: left * 5 >= total && right * 5 >= total });
  }
  const least = Math.min(...clear.map(({ crossing }) => crossing));
  const best = clear.filter(({ crossing }) => crossing === least);
  const [from] = best;
  const to = best.at(-1);
  if (from === undefined || to === undefined) return null;
  // Columns have lines side by side; a list of short names with its values has few characters on either side.
  const x = (from.x + to.x) / 2;
  const rows = groupRows(runs);
  const both = rows.filter((row) => row.some((run) => run.x + run.width / 2 < x) && row.some((run) => run.x >= x)).length;
  if (from.even && both >= 5 && both * 2 >= rows.length) return x;
  // The second column of a last page may be short; then the first one's lines must fill it.
  return both >= 3 && fillColumn(runs.filter((run) => run.x + run.width <= x + size)) && runs.some((run) => run.x > x) ? x : null;
}

/** Whether most lines are long and end at one edge, as the lines of a paragraph do and the names of a list do not. */
function fillColumn(runs: readonly TextRun[]): boolean {
  const rows = groupRows(runs);
  const ends = rows.map((row) => Math.max(...row.map((run) => run.x + run.width)));
  const edge = Math.max(...ends);
  const full = rows.filter((row, index) => {
    const characters = row.reduce((sum, run) => sum + run.text.length, 0);
    return characters >= 10 && (ends[index] ?? 0) >= edge - (row[0]?.size ?? 0) * 1.6;
  });
  return rows.length >= 6 && full.length * 2 >= rows.length;
}

interface Band {
  readonly wide: TextRun[];
  readonly left: TextRun[];
  readonly right: TextRun[];
}

/** Rows that cross the gutter part the page: what stands above them is read before what stands below. */
function bands(runs: readonly TextRun[], gutter: number): Band[] {
  const found: Band[] = [];
  let open: Band = { wide: [], left: [], right: [] };
  const rows = groupRows(runs);
  for (const [index, row] of rows.entries()) {
    // A running head stands over both columns, even where it is set to the right.
    const wide = row.some((run) => crosses(run, gutter)) || (index === 0 && standsApart(row, rows[1]));
    if (wide && (open.left.length > 0 || open.right.length > 0)) {
      found.push(open);
      open = { wide: [], left: [], right: [] };
    }
    for (const run of row) (wide ? open.wide : run.x < gutter - run.size * 0.5 ? open.left : open.right).push(run);
  }
  found.push(open);
  return found;
}

/** Whether a page's first row is a short one, well above the next. */
function standsApart(row: readonly TextRun[], next: readonly TextRun[] | undefined): boolean {
  const [first] = row;
  const [below] = next ?? [];
  if (first === undefined || below === undefined || row.reduce((sum, run) => sum + run.text.length, 0) > 40) return false;
  return first.y - below.y > Math.max(first.size, below.size) * 2.2;
}

function groupRows(runs: readonly TextRun[]): TextRun[][] {
  const sorted = [...runs].sort((a, b) => b.y - a.y);
  const rows: TextRun[][] = [];
  let base = Infinity;
  for (const run of sorted) {
    const row = rows[rows.length - 1];
    if (row !== undefined && base - run.y < run.size * 0.55) row.push(run);
    else {
      rows.push([run]);
      base = run.y;
    }
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

function layOutColumn(runs: readonly TextRun[], pageSize: number): PageLine[] {
  if (runs.length === 0) return [];
  const rows = groupRows(runs);
  const raw = rows.map((row) => {
    const first = row[0];
    const last = row[row.length - 1];
    return {
      text: joinRuns(row),
      x: first?.x ?? 0,
      y: first?.y ?? 0,
      end: (last?.x ?? 0) + (last?.width ?? 0),
      size: median(row.map((run) => run.size)),
    };
  });
  const size = median(raw.map((line) => line.size));
  const body = raw.filter((line) => Math.abs(line.size - size) < size * 0.12);
  const left = common(body.map((line) => line.x), size / 2);
  const right = Math.max(...body.map((line) => line.end));
  const pitch = median(raw.slice(1).map((line, index) => (raw[index]?.y ?? 0) - line.y).filter((gap) => gap > 0));
  const [notes, afterNotes] = findNotes(raw, pageSize);
  return raw.map((line, index) => {
    const before = raw[index - 1];
    return { ...line, aside: false, note: index >= notes && index < afterNotes, first: index === 0, left, right, joins: before !== undefined && goesOn(before, line, { left, right, pitch, bodySize: size }) };
  });
}

/** The lines in small type at a column's foot, the page's own foot below them left aside; empty where there are none. */
function findNotes(rows: readonly Row[], pageSize: number): [from: number, to: number] {
  const small = (index: number): boolean => (rows[index]?.size ?? pageSize) < pageSize * 0.88;
  let to = rows.length;
  if (to >= 3 && !small(to - 1) && (rows[to - 1]?.text.length ?? 0) <= 30 && small(to - 2)) to -= 1;
  let from = to;
  while (from > 0 && small(from - 1)) from -= 1;
  return from === 0 ? [to, to] : [from, to];
}

interface Column {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly bodySize: number;
}

interface Row {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
}

/** A line goes on with the one above unless it is indented, set in another size, far below, or that one ended early. */
export function goesOn(before: Row, line: Row, column: Column): boolean {
  if (Math.abs(before.size - line.size) > before.size * 0.1) return false;
  if (column.pitch > 0 && before.y - line.y > Math.max(column.pitch * 1.6, line.size * 1.8)) return false;
  // A title that fills its line goes on below, centred.
  if (line.size > column.bodySize * 1.15) return before.end >= column.right - before.size * 1.5;
  if (line.x > column.left + line.size * 1.2) return false;
  // A parted word, and punctuation that opens no line, go on wherever the line above ended.
  if (/[A-Za-z]-$/.test(before.text) && /^[a-z]/.test(line.text)) return true;
  if (/^[，。、；：！？）】》”’]/u.test(line.text)) return true;
  return before.end >= column.right - before.size * 2.2;
}

function joinRuns(row: readonly TextRun[]): string {
  let text = '';
  let end = -Infinity;
  for (const run of row) {
    const gap = run.x - end;
    const latin = /[A-Za-z0-9,.;:%)]$/.test(text) && /^[A-Za-z0-9(]/.test(run.text);
    if (text !== '' && gap > run.size * (latin ? 0.2 : 1.5) && !text.endsWith(' ')) text += ' ';
    text += run.text;
    end = run.x + run.width;
  }
  return closeGaps(text.replace(/\s+/g, ' ').trim());
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

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The smallest value that at least a fifth of all values come close to: the margin, not an indent or a stray run. */
function common(values: readonly number[], tolerance: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  for (const value of sorted) {
    const close = sorted.filter((other) => Math.abs(other - value) <= tolerance).length;
    if (close * 5 >= sorted.length) return value;
  }
  return sorted[0] ?? 0;
}
