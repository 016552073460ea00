import { firstPieceWidth } from './pdfPieces.ts';
import type { Cell } from './pdfRows.ts';

/** What a row must say of itself to be told as one of a table; heights in points from the page's foot. */
export interface CellRow {
  readonly cells: readonly Cell[];
  readonly y: number;
  readonly size: number;
}

/** In sizes of the type: how near edges of cells that stand below each other are, how far apart two rows of a table may be. */
const near = 0.4;
const farthestRows = 3.5;
/** How far apart lines of one cell are. */
const farthestLines = 1.6;
/** A gap that no line of text has, in sizes of the type. */
const wideGap = 1;
/** Two columns alone may be two columns of text, or labels: more must speak for a table. */
const leastPairs = 3;
const longestPaired = 12;
/** More cells than this no table on a page has; a broken file may set any number of runs apart. */
const mostCells = 40;
/** Lines of a cell that go on below its row. */
const mostBelow = 3;

/**
 * Which rows are a table's: rows of three cells and more with edges below each other, one gap at least a wide one, and
 * three rows of pairs. What a cell goes on with below its row belongs to the row (`goesOnIn`: the rows that do).
 */
export function findTables(rows: readonly CellRow[], right: number): { tabled: ReadonlySet<number>; goesOnIn: ReadonlyMap<number, number> } {
  const tabled = new Set<number>();
  const goesOnIn = new Map<number, number>();
  let pairs: number[] = [];
  let last = -1;
  const closePairs = (): void => {
    if (pairs.length >= leastPairs) for (const index of pairs) tabled.add(index);
    pairs = [];
  };
  rows.forEach((row, index) => {
    const above = rows[last];
    if (row.cells.length < 2 || row.cells.length > mostCells || continues(row, above, { right, below: index - last })) return;
    const below = above !== undefined && index - last <= mostBelow ? rows.slice(last + 1, index) : [];
    const isNext = above !== undefined && index - last <= mostBelow && below.every((line, order) => continues(line, above, { right, below: order + 1 })) && isSameTable(above, row, rows[index - 1] ?? above);
    if (!isNext) closePairs();
    else {
      below.forEach((_, order) => goesOnIn.set(last + 1 + order, last));
      if (above.cells.length >= 3 || row.cells.length >= 3) tabled.add(last).add(index);
      else pairs.push(...(pairs.length === 0 ? [last, index] : [index]));
    }
    last = index;
  });
  closePairs();
  // Below the last row a cell may go on as well.
  for (const index of tabled) {
    const below = rows[index + 1];
    if (below !== undefined && !tabled.has(index + 1) && below.cells.length < (rows[index]?.cells.length ?? 0) && continues(below, rows[index], { right, below: 1 })) goesOnIn.set(index + 1, index);
  }
  for (const [index, row] of goesOnIn) if (!tabled.has(row)) goesOnIn.delete(index);
  return { tabled, goesOnIn };
}

/** Whether a row has words far apart, three at least, as no line of text and no note has. */
export function isSpread({ cells, size }: CellRow): boolean {
  return cells.length >= 3 && cells.length <= mostCells && hasWords(cells) && gapsOf(cells).every((gap) => gap >= size * wideGap);
}

/** Whether two rows have cells below each other. */
export function isSameTable(above: CellRow, row: CellRow, between: CellRow = above): boolean {
  if (Math.abs(above.size - row.size) > row.size * 0.1 || between.y - row.y > row.size * farthestRows) return false;
  const [fewer, more] = above.cells.length <= row.cells.length ? [above.cells, row.cells] : [row.cells, above.cells];
  if (fewer.length < 2) return false;
  const aligned = fewer.filter((cell) => more.some((other) => areAligned(cell, other, row.size * near)));
  if (aligned.length < 2 || aligned.length * 3 < fewer.length * 2) return false;
  const isWide = [above, row].map(({ cells, size }) => gapsOf(cells).some((gap) => gap >= size * wideGap));
  if (more.length >= 3) return isWide.includes(true) && (fewer.length >= 3 || !isWide.includes(false)) && hasWords(above.cells) && hasWords(row.cells);
  return !isWide.includes(false) && [above, row].every(({ cells }) => cells.length === 2 && cells.every(({ text }) => text.length <= longestPaired) && !/[：:]$/u.test(cells[0]?.text ?? ''));
}

function areAligned(one: Cell, other: Cell, tolerance: number): boolean {
  return Math.abs(one.x - other.x) <= tolerance || Math.abs(one.end - other.end) <= tolerance || Math.abs(one.x + one.end - other.x - other.end) <= tolerance * 2;
}

function gapsOf(cells: readonly Cell[]): number[] {
  return cells.slice(1).map((cell, index) => cell.x - (cells[index]?.end ?? 0));
}

/** Characters set apart to fill a line stand in columns too. */
function hasWords(cells: readonly Cell[]): boolean {
  return cells.reduce((sum, { text }) => sum + text.length, 0) >= cells.length * 1.5;
}

/** Whether all that the first or a further line `below` a row holds goes on in cells of it, which had no room for more. */
function continues(line: CellRow, row: CellRow | undefined, { right, below }: { right: number; below: number }): boolean {
  if (row === undefined || line.cells.length === 0 || line.cells.length >= row.cells.length || row.y - line.y > row.size * farthestLines * below) return false;
  return line.cells.every((cell) => {
    const at = cellAbove(cell, row, line.size);
    const above = row.cells[at];
    const limit = row.cells[at + 1]?.x ?? right;
    return above !== undefined && above.end + firstPieceWidth(cell.text, line.size) > limit && cell.end <= limit;
  });
}

function cellAbove(cell: Cell, row: CellRow, size: number): number {
  return row.cells.findIndex((other) => Math.abs(other.x - cell.x) <= size * near);
}

/** The cells of a row with those that go on below it. */
export function joinCells(row: CellRow, below: CellRow): Cell[] {
  const cells = [...row.cells];
  for (const cell of below.cells) {
    const at = cellAbove(cell, row, below.size);
    const above = cells[at];
    if (above !== undefined) cells[at] = { ...above, text: above.text + cell.text };
  }
  return cells;
}
