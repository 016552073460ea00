import { groupRows, median, type TextRun } from './pdfRows.ts';

/** Whether little of the text crosses a strip. */
export function isClear(runs: readonly TextRun[], x: number): boolean {
  const crossing = runs.filter((run) => crosses(run, x)).reduce((sum, run) => sum + run.text.length, 0);
  return crossing * 6 <= runs.reduce((sum, run) => sum + run.text.length, 0);
}

/** Hanging punctuation may stick out into the gutter; a run that crosses it goes well past both sides. */
function crosses(run: TextRun, gutter: number): boolean {
  return run.x < gutter - run.size && run.x + run.width > gutter + run.size;
}

/** The runs of a row, those as one that no gutter fits between: figures stand a little apart from Chinese. */
function spans(row: readonly TextRun[]): TextRun[] {
  const found: TextRun[] = [];
  for (const run of row) {
    const last = found[found.length - 1];
    if (last !== undefined && run.x - last.x - last.width < run.size * 0.5) found[found.length - 1] = { ...last, width: Math.max(last.width, run.x + run.width - last.x) };
    else found.push(run);
  }
  return found;
}

/** The middle of an empty strip that parts the page into two columns; `null` where the page has one. */
export function findGutter(runs: readonly TextRun[], width: number): number | null {
  return findPageGutter(runs, width) ?? findShortGutter(runs, width);
}

/** Where to look: at most 200 steps, since a broken file may give its page any width. */
function strips(runs: readonly TextRun[], width: number): number[] {
  const step = Math.max(2, median(runs.map((run) => run.size)) / 4, (width * 0.3) / 200);
  if (!Number.isFinite(width) || !Number.isFinite(step)) return [];
  const found: number[] = [];
  for (let x = width * 0.35; x <= width * 0.65; x += step) found.push(x);
  return found;
}

function findPageGutter(runs: readonly TextRun[], width: number): number | null {
  const size = median(runs.map((run) => run.size));
  if (runs.length === 0) return null;
  const clear: { x: number; crossing: number; even: boolean }[] = [];
  for (const x of strips(runs, width)) {
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

/** Rows that two columns amid other text must have side by side, and by how much of the wider one their widths may differ. */
const leastRows = 5;
const leastAlike = 0.9;

/**
 * The gutter of two columns that take a part of a page only, below a title and above a foot as wide as both: rows one below
 * the other that leave it empty. Columns are as wide as each other, and their lines fill them; a table's seldom.
 */
function findShortGutter(runs: readonly TextRun[], width: number): number | null {
  const rows = groupRows(runs);
  const tried = strips(runs, width).map((x) => ({ x, rows: longestBeside(rows, x) }));
  const most = Math.max(leastRows, ...tried.map((strip) => strip.rows.length));
  const best = tried.filter((strip) => strip.rows.length === most);
  const middle = best[best.length >> 1];
  const inside = middle?.rows.flat() ?? [];
  if (middle === undefined) return null;
  const sides = [inside.filter((run) => run.x < middle.x), inside.filter((run) => run.x >= middle.x)];
  const widths = sides.map((side) => Math.max(...side.map((run) => run.x + run.width)) - Math.min(...side.map((run) => run.x)));
  return Math.min(...widths) >= Math.max(...widths) * leastAlike && sides.every(fillColumn) ? middle.x : null;
}

/** The most rows one below the other that none of their runs lead over a strip, from the first to the last with text on both sides. */
function longestBeside(rows: readonly TextRun[][], x: number): TextRun[][] {
  let best: TextRun[][] = [];
  let from: number | null = null;
  let until = 0;
  let both = 0;
  let most = leastRows - 1;
  rows.forEach((row, index) => {
    if (row.some((run) => run.x < x && run.x + run.width > x)) {
      from = null;
      both = 0;
    } else if (row.some((run) => run.x < x) && row.some((run) => run.x >= x)) {
      from ??= index;
      until = index;
      both += 1;
      if (both > most) {
        most = both;
        best = rows.slice(from, until + 1);
      }
    }
  });
  return best;
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

export interface Band {
  readonly wide: TextRun[];
  readonly left: TextRun[];
  readonly right: TextRun[];
}

/** Rows that cross the gutter part the page: what stands above them is read before what stands below. `size` is the page's. */
export function bands(runs: readonly TextRun[], { gutter, size }: { gutter: number; size: number }): Band[] {
  const found: Band[] = [];
  let open: Band = { wide: [], left: [], right: [] };
  let title = 0;
  const rows = groupRows(runs);
  for (const [index, row] of rows.entries()) {
    // A running head stands over both columns, even where it is set to the right.
    // What a title ends with on its next line is short.
    const endsTitle = title > 0 && row.every((run) => Math.abs(run.size - title) < title * 0.05);
    const wide: boolean = endsTitle || spans(row).some((run) => crosses(run, gutter)) || (index === 0 && standsApart(row, rows[1]));
    title = wide && row[0] !== undefined && row[0].size > size * 1.15 ? row[0].size : 0;
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
export function standsApart(row: readonly TextRun[], next: readonly TextRun[] | undefined): boolean {
  const [first] = row;
  const [below] = next ?? [];
  if (first === undefined || below === undefined || row.reduce((sum, run) => sum + run.text.length, 0) > 40) return false;
  return first.y - below.y > Math.max(first.size, below.size) * 2.2;
}

