import { groupRows, mainSize, type Row, type TextRun } from './pdfRows.ts';
import { isSpread } from './pdfTables.ts';

/** A page's text without its note marks, and the marks. */
interface MarkedText {
  readonly text: readonly TextRun[];
  readonly marks: readonly TextRun[];
}

const markSigns = /^[\s\d①-⑳*†]{1,3}$/u;
/** Of the size of the text that a mark is raised beside. */
const largestMark = 0.75;
/** How far a mark's foot stands over its text's, and how far from the text it may stand, in sizes of the text. */
const leastRise = 0.1;
const farthest = 0.35;
/** `万m|2`, `km|2`, `×10|4`: a power, not a note. */
const takesPower = /(?:^|[^A-Za-z])[A-Za-z]{1,2}$/u;
const takesExponent = /[×x*]\s?10$/u;

/** Parts the small raised numbers that touch the text before them, which point to notes, from what a page shows. */
export function partNoteMarks(runs: readonly TextRun[]): MarkedText {
  const text: TextRun[] = [];
  const marks: TextRun[] = [];
  const rows = groupRows(runs.filter((run) => run.text.trim() !== '' && run.size > 0));
  for (const [index, row] of rows.entries()) {
    if (isMovedDown(row, rows[index - 1], rows[index + 1])) {
      marks.push(...row);
      continue;
    }
    let before: TextRun | null = null;
    let end = -Infinity;
    for (const run of row) {
      if (before !== null && run.x - end < before.size * farthest && isMark(run, before)) marks.push(run);
      else {
        text.push(run);
        before = run;
      }
      end = run.x + run.width;
    }
  }
  return { text, marks };
}

function isMark(run: TextRun, before: TextRun): boolean {
  if (!markSigns.test(run.text) || run.size > before.size * largestMark || run.y - before.y < before.size * leastRise) return false;
  const [sign, behind] = [run.text.trim(), before.text.trimEnd()];
  return !(/^[23]$/.test(sign) && takesPower.test(behind)) && !takesExponent.test(behind);
}

/** A mark alone on its row: its line was full. It is raised there too, nearer to the row above than to the one below. */
function isMovedDown([run, ...others]: readonly TextRun[], above: readonly TextRun[] | undefined, below: readonly TextRun[] | undefined): boolean {
  if (run === undefined || others.length > 0 || above?.[0] === undefined || !markSigns.test(run.text)) return false;
  if (run.size > mainSize(above) * largestMark) return false;
  return below?.[0] === undefined || above[0].y - run.y < run.y - below[0].y;
}

/** Of a page's type: what is smaller is a note's. */
const largestNote = 0.88;
/** Of the distance between lines: what stands farther from the text above it may be a note in its type. */
const leastGap = 1.3;

interface Page {
  readonly size: number;
  /** What the note marks on the page say. */
  readonly marks: ReadonlySet<string>;
}

/**
 * The notes at a column's foot, the page's own foot below them left aside; empty where there are none. They are in small
 * type, or begin with the number of a mark on the page. Rows of a table in small type are none, nor is one alone whose table goes on overleaf.
 */
export function findNotes(rows: readonly Row[], page: Page): [from: number, to: number] {
  const small = (index: number): boolean => {
    const row = rows[index];
    return row !== undefined && row.size < page.size * largestNote && !row.isTable && !isSpread(row);
  };
  let to = rows.length;
  if (to >= 3 && !small(to - 1) && (rows[to - 1]?.text.length ?? 0) <= 30 && small(to - 2)) to -= 1;
  let from = to;
  while (from > 0 && small(from - 1)) from -= 1;
  if (from > 0 && from < to) return [from, to];
  if (page.marks.size === 0) return [rows.length, rows.length];
  // Heads and tables stand in wider distances: the smaller ones are those between lines of text.
  const gaps = rows.slice(1).map((row, index) => (rows[index]?.y ?? 0) - row.y).sort((a, b) => a - b);
  const gap = (gaps[gaps.length >> 2] ?? 0) * leastGap;
  const numbered = rows.findIndex((row, index) => index * 2 >= rows.length && (rows[index - 1]?.y ?? 0) - row.y > gap && opensNote(row, page.marks));
  if (numbered <= 0) return [rows.length, rows.length];
  const last = rows[rows.length - 1];
  return [numbered, last !== undefined && /^[-—–－·•第页共/／\s\d]+$/u.test(last.text) ? rows.length - 1 : rows.length];
}

/** `1见县委一号文件`, where a 1 is raised above; `1.` and `1、` open lists. */
function opensNote(row: Row, marks: ReadonlySet<string>): boolean {
  const sign = /^(?:\d{1,3}|[①-⑳*†])(?=\s*[^\s\d.．、,，:：)）%％])/u.exec(row.text)?.[0];
  return sign !== undefined && marks.has(sign) && !row.isTable;
}
