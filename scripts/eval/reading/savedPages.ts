import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';
import { markedPages, marksOf } from './markedPages.ts';

/** Characters, white space aside: of the text and of the page, and how much of each the reader got wrong. */
export interface SavedPage {
  readonly name: string;
  readonly text: number;
  readonly lost: number;
  readonly page: number;
  readonly remained: number;
}

interface Line {
  readonly plain: string;
  readonly kind: 'text' | 'page' | 'either';
}

/**
 * Pages of a folder that lie there as they were saved, `NNN.html` beside the marked `NNN.txt`: each is read as the HTML that
 * it is, and the lines that the marks know are looked for, in their order, in the clean text.
 */
export async function measureSaved(folder: string): Promise<SavedPage[]> {
  const results: SavedPage[] = [];
  for (const page of markedPages(folder)) {
    const { name, text } = page;
    const file = join(folder, name.replace(/\.txt$/u, '.html'));
    if (!existsSync(file)) continue;
    const marks = marksOf(page);
    let start = 0;
    const lines = text.split('\n').map((line): Line => {
      const own = marks.subarray(start, start + line.length);
      start += line.length + 1;
      return { plain: plainOf(line), kind: own.includes(2) ? 'either' : own.includes(1) ? 'page' : 'text' };
    });
    const clean = (await readDocument(readFileSync(file), `${name.slice(0, -4)}.html`)).text;
    results.push({ name, ...compare(lines.filter(({ plain }) => plain !== ''), plainOf(clean)) });
  }
  return results;
}

function plainOf(line: string): string {
  return line.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff]+/gu, '');
}

/** A line, or a piece of one, may stand as many characters behind the last that was found: what was lost must not be found in another's. */
const farthest = { long: Infinity, short: 400, piece: 200 };
const longLine = 12;
/** Pieces of a line that does not stand there whole. */
const pieceLength = 8;

function compare(lines: readonly Line[], clean: string): Omit<SavedPage, 'name'> {
  // Where a title stands twice, which of the two goes is all one.
  const title = lines.find(({ kind }) => kind === 'text')?.plain ?? '';
  const total = { text: 0, lost: 0, page: 0, remained: 0 };
  let from = 0;
  let between: Line[] = [];
  const close = (to: number): void => {
    // What the page put between two lines of the text remains where it stands between them.
    let rest = clean.slice(from, to);
    for (const { plain, kind } of between) {
      const at = rest.indexOf(plain);
      if (at >= 0) rest = rest.slice(0, at) + '\n' + rest.slice(at + plain.length);
      if (kind !== 'page' || plain === title) continue;
      total.page += plain.length;
      if (at >= 0) total.remained += plain.length;
    }
    between = [];
  };
  for (const line of lines) {
    if (line.kind !== 'text') {
      between.push(line);
      continue;
    }
    const { plain } = line;
    total.text += plain.length;
    const at = clean.indexOf(plain, from);
    if (at >= 0 && at - from <= (plain.length >= longLine ? farthest.long : farthest.short)) {
      close(at);
      from = at + plain.length;
      continue;
    }
    // Something was taken out of the line, or all of it.
    for (let piece = 0; piece < plain.length; piece += pieceLength) {
      const part = plain.slice(piece, piece + pieceLength);
      const found = clean.indexOf(part, from);
      if (found < 0 || found - from > farthest.piece) total.lost += part.length;
      else {
        close(found);
        from = found + part.length;
      }
    }
  }
  close(clean.length);
  return total;
}
