import type { SourceText } from '../../core/speech/sourceText.ts';
import { DocFile, docTables } from './docFile.ts';
import { plainFacts, readDocLists, readDocStyles } from './docLists.ts';
import { isShown, paragraphFacts, propertyRuns, runAt, type PropertyRun } from './docProperties.ts';
import { GeneratedNumbers } from './generatedNumbers.ts';
import type { ReadingLimits } from './limits.ts';
import { OpenFields } from './openFields.ts';
import { ReadFailure } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';

/**
 * Reads Word 97–2003 documents and WPS documents in the same container: paragraphs with the numbers that Word generates,
 * headings by style or outline level, a table's row as a line, text boxes before the paragraph they hang on. Notes,
 * comments, field codes, hidden and deleted text are left out.
 *
 * A reader of our own: the library for this format knows no numbers and no headings, writes “” and —— as " and --, and
 * can hang on broken files.
 */
export function readDoc(bytes: Uint8Array, limits: ReadingLimits): SourceText {
  try {
    const file = new DocFile(bytes);
    return new DocReader(file, limits).read();
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    // An offset that leads out of the file.
    if (error instanceof RangeError) throw new ReadFailure('damaged', '这个旧版 Word/WPS 文档已经损坏，无法读取。', { cause: error });
    throw error;
  }
}

/** Characters with a meaning of their own ([MS-DOC] 2.4.1). */
const paragraphMark = '\r';
const cellMark = '\u0007';
const fieldBegin = '\u0013';
const fieldSeparator = '\u0014';
const fieldEnd = '\u0015';
const drawing = '\u0008';
const shownAs: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\u001f': '', '\u0001': '', '\u0002': '', '\u0005': '', [drawing]: '' };

interface Story {
  readonly start: number;
  readonly end: number;
}

class DocReader {
  readonly #file: DocFile;
  readonly #out: SourceBuilder;
  readonly #paragraphs: readonly PropertyRun[];
  readonly #characters: readonly PropertyRun[];
  readonly #styles: ReturnType<typeof readDocStyles>;
  readonly #numbers: GeneratedNumbers;
  readonly #boxes: ReadonlyMap<number, Story>;
  #text = '';
  #cells: string[][] = [];
  /** Paragraphs of the cell that is open. */
  #cell: string[] = [];
  readonly #fields = new OpenFields();

  constructor(file: DocFile, limits: ReadingLimits) {
    this.#file = file;
    this.#out = new SourceBuilder(limits);
    this.#paragraphs = propertyRuns(file, 'paragraphs');
    this.#characters = propertyRuns(file, 'characters');
    this.#styles = readDocStyles(file);
    this.#numbers = new GeneratedNumbers(readDocLists(file));
    this.#boxes = readBoxes(file);
  }

  read(): SourceText {
    this.#readStory({ start: 0, end: this.#file.bodyLength }, true);
    return this.#out.build();
  }

  #readStory(story: Story, withBoxes: boolean): void {
    let shownUntil = -1;
    let shown = true;
    for (const piece of this.#file.pieces) {
      const from = Math.max(0, story.start - piece.cp);
      const to = Math.min(piece.text.length, story.end - piece.cp);
      shownUntil = -1;
      for (let index = from; index < to; index += 1) {
        const fc = piece.fc + index * piece.width;
        if (fc >= shownUntil) {
          const run = runAt(this.#characters, fc);
          shown = run === null || isShown(this.#file.main, run);
          shownUntil = run?.to ?? fc + 1;
        }
        const character = piece.text.charAt(index);
        if (character === drawing && withBoxes) this.#readBox(piece.cp + index);
        else this.#take(character, { fc, shown });
      }
    }
    if (this.#text.trim() !== '' || this.#cells.length > 0 || this.#cell.length > 0) this.#endParagraph({ start: 0, end: 0, style: 0, from: 0, to: 0 });
  }

  #take(character: string, { fc, shown }: { fc: number; shown: boolean }): void {
    switch (character) {
      case paragraphMark:
      case '\f':
      case '\u000e':
        // A mark that was deleted no longer parts its paragraphs.
        if (shown || character !== paragraphMark) this.#endParagraph(runAt(this.#paragraphs, fc));
        break;
      case cellMark:
        this.#endCell(runAt(this.#paragraphs, fc));
        break;
      case fieldBegin:
        this.#fields.begin();
        break;
      case fieldSeparator:
        this.#fields.separate();
        break;
      case fieldEnd:
        this.#text += this.#fields.end();
        break;
      default:
        if (shown) this.#text += this.#fields.take(shownAs[character] ?? character);
    }
  }

  #readBox(cp: number): void {
    const box = this.#boxes.get(cp);
    if (box === undefined) return;
    const outer = { text: this.#text, cells: this.#cells, cell: this.#cell };
    this.#text = '';
    this.#cells = [];
    this.#cell = [];
    this.#readStory(box, false);
    this.#text = outer.text;
    this.#cells = outer.cells;
    this.#cell = outer.cell;
  }

  #endCell(run: PropertyRun | null): void {
    const facts = run === null ? plainFacts : paragraphFacts(this.#file, run, plainFacts);
    if (facts.rowEnd) {
      this.#text = '';
      this.#endRow();
      return;
    }
    this.#cells.push([...this.#cell, this.#cellText(run)]);
    this.#cell = [];
    this.#text = '';
  }

  #endRow(): void {
    const row = this.#cell.length > 0 ? [...this.#cells, this.#cell] : this.#cells;
    this.#cells = [];
    this.#cell = [];
    this.#out.addRow(row);
  }

  /** A column of numbers may hold nothing else. */
  #cellText(run: PropertyRun | null): string {
    const number = this.#numberOf(run);
    return this.#text.trim() === '' ? number.trim() : number + this.#text;
  }

  #numberOf(run: PropertyRun | null): string {
    if (run === null) return '';
    const facts = paragraphFacts(this.#file, run, this.#styles.get(run.style)?.facts ?? plainFacts);
    // 0 is no list; from 2,047 on the numbers mean something else than a list.
    return facts.list === 0 || facts.list >= 2047 ? '' : this.#numbers.next(String(facts.list), facts.level);
  }

  #endParagraph(run: PropertyRun | null): void {
    const style = run === null ? undefined : this.#styles.get(run.style);
    const facts = run === null ? plainFacts : paragraphFacts(this.#file, run, style?.facts ?? plainFacts);
    this.#fields.endCodes();
    if (facts.table) {
      this.#cell.push(this.#cellText(run));
      this.#text = '';
      return;
    }
    const number = this.#numberOf(run);
    const text = this.#text.trim() === '' ? this.#text : number + this.#text;
    this.#text = '';
    // A table that ends without the end of its row.
    if (this.#cells.length > 0 || this.#cell.length > 0) this.#endRow();
    const level = facts.outline > 8 || text.trim().length > 100 ? null : facts.outline + 1;
    this.#out.add(text, { level, furniture: style?.contents === true });
  }
}

/** Text boxes by the place of the character that they hang on: both tables name the shape. */
function readBoxes(file: DocFile): Map<number, Story> {
  const found = new Map<number, Story>();
  const shapes = file.table(docTables.shapes);
  const texts = file.table(docTables.boxes);
  const anchors = new Map<number, number>();
  const count = Math.floor((shapes.byteLength - 4) / 30);
  for (let index = 0; index < count; index += 1) {
    anchors.set(shapes.getInt32((count + 1) * 4 + index * 26, true), shapes.getUint32(index * 4, true));
  }
  const boxes = Math.floor((texts.byteLength - 4) / 26);
  for (let index = 0; index < boxes; index += 1) {
    const anchor = anchors.get(texts.getInt32((boxes + 1) * 4 + index * 22 + 14, true));
    const start = file.boxes.start + texts.getUint32(index * 4, true);
    const end = Math.min(file.boxes.start + texts.getUint32(index * 4 + 4, true), file.boxes.start + file.boxes.length);
    if (anchor !== undefined && end > start) found.set(anchor, { start, end });
  }
  return found;
}
