import { firstPieceWidth } from './pdfPieces.ts';

/** A line by its edges in points, y from the page's foot. */
interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
}

/** What a line is compared with to tell whether it goes on with the one above. */
export interface Column {
  readonly left: number;
  readonly right: number;
  /** Distance between its lines. */
  readonly pitch: number;
  /** Size of the type of the text. */
  readonly bodySize: number;
  /** Left and right edge of the page's text, which titles are centred in; the column's where they are not given. */
  readonly page?: readonly [left: number, right: number];
}

/** How much more room than its first piece needs a line may leave above it, in sizes of the type; a title less. */
const slack = 1.2;
const titleSlack = 0.5;

/** A line goes on with the one above unless it is indented, set in another size, far below, or that one ended early. */
export function goesOn(before: Placed, line: Placed, column: Column): boolean {
  if (Math.abs(before.size - line.size) > before.size * 0.1) return false;
  if (column.pitch > 0 && before.y - line.y > Math.max(column.pitch * 1.6, line.size * 1.8)) return false;
  const needed = firstPieceWidth(line.text, line.size);
  if (line.size > column.bodySize * 1.15) return titleRoom(before, line, column) <= needed + before.size * titleSlack;
  if (line.x > column.left + line.size * 1.2) return false;
  // A parted word, and punctuation that opens no line, go on wherever the line above ended.
  if (/[A-Za-z]-$/.test(before.text) && /^[a-z]/.test(line.text)) return true;
  if (/^[，。、；：！？）】》”’]/u.test(line.text)) return true;
  // Behind a sentence or an item a longer piece may as well open the next paragraph.
  const piece = /[。！？；.!?;][”’"]?$/u.test(before.text) ? Math.min(needed, line.size) : Math.max(needed, line.size);
  return column.right - before.end <= piece + before.size * slack;
}

/** Room that a title's line leaves: a title that fills its line goes on below, mostly both centred. */
function titleRoom(before: Placed, line: Placed, { right, page: [pageLeft, pageRight] = [0, right] }: Column): number {
  const isCentred = Math.abs(before.x + before.end - line.x - line.end) < line.size && before.x > pageLeft + line.size * 0.3;
  return isCentred ? pageRight - pageLeft - (before.end - before.x) : pageRight - before.end;
}
