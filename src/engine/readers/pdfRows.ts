/** A run of text on a page, in points; y counts from the page's foot. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A page's runs with the page's width in points. */
export interface RawPage {
  readonly runs: readonly TextRun[];
  /** What runs in another direction. */
  readonly aside?: readonly TextRun[];
  readonly width: number;
}

/** A piece of a row that stands apart from others on it. */
export interface Cell {
  readonly text: string;
  readonly x: number;
  readonly end: number;
}

/** A row of a column as it reads. */
export interface Row {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  readonly cells: readonly Cell[];
  readonly isTable: boolean;
}

/** Runs that stand on one line, from the page’s head down, each row from the left. */
export function groupRows(runs: readonly TextRun[]): TextRun[][] {
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** The size of type that half of the characters do not exceed: many short runs, a note's number, a page's foot count little. */
export function mainSize(runs: readonly TextRun[]): number {
  const sorted = [...runs].sort((a, b) => a.size - b.size);
  const half = sorted.reduce((sum, { text }) => sum + text.length, 0) / 2;
  let passed = 0;
  for (const { size, text } of sorted) {
    passed += text.length;
    if (passed >= half) return size;
  }
  return 0;
}

/** The smallest value that at least a fifth of all values come close to: the margin, not an indent or a stray run. */
export function common(values: readonly number[], tolerance: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  for (const value of sorted) {
    const close = sorted.filter((other) => Math.abs(other - value) <= tolerance).length;
    if (close * 5 >= sorted.length) return value;
  }
  return sorted[0] ?? 0;
}
