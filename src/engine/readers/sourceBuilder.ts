import type { LineHint, SourceText } from '../../core/speech/sourceText.ts';
import type { ReadingLimits } from './limits.ts';
import { exceeds } from './readFailure.ts';

/** Characters of a cell of data, where it has several paragraphs. */
const longestCell = 400;

interface LineFacts {
  readonly level?: number | null;
  readonly page?: number | null;
  readonly table?: boolean;
  /** What the program generated beside the text, such as a table of contents. */
  readonly furniture?: boolean;
  /** Whether it begins a paragraph, where the way the format is used tells. */
  readonly opens?: boolean;
  /** Whether it stands amid the text. */
  readonly amid?: boolean;
  /** Whether a page stands around the text, told by its structure. */
  readonly parted?: boolean;
}

const breaks = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/;

/** Collects the lines of a structured format with what the format says about each. */
export class SourceBuilder {
  readonly #lines: string[] = [];
  readonly #hints: LineHint[] = [];
  readonly #limits: ReadingLimits;
  #length = 0;

  constructor(limits: ReadingLimits) {
    this.#limits = limits;
  }

  /** Adds a paragraph; a line break within it becomes a line of its own. */
  add(text: string, facts: LineFacts = {}): void {
    for (const line of breaks.test(text) ? text.split(breaks) : [text]) {
      const hint: { -readonly [Fact in keyof LineHint]: LineHint[Fact] } = { offset: this.#length, level: facts.level ?? null, page: facts.page ?? null, table: facts.table ?? false };
      if (facts.furniture === true) hint.furniture = true;
      if (facts.opens === true) hint.joins = false;
      if (facts.amid === true) hint.amid = true;
      if (facts.parted === true) hint.parted = true;
      this.#hints.push(hint);
      this.#lines.push(line);
      this.#length += line.length + 1;
      if (this.#length > this.#limits.textLength) throw exceeds('textLength', this.#limits);
    }
  }

  /**
   * Adds a table's row, its cells given as paragraphs: a line with tabs between the cells. A row of one cell is a frame,
   * and one with long cells a way to lay out a page: their paragraphs stay paragraphs.
   */
  addRow(cells: readonly (readonly string[])[]): void {
    const frame = cells.length <= 1 || cells.some((cell) => cell.length > 3 && cell.reduce((sum, text) => sum + text.length, 0) > longestCell);
    if (frame) {
      for (const text of cells.flat()) if (text.trim() !== '') this.add(text);
      return;
    }
    const row = cells.map((cell) => cell.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '').join(' ')).join('\t');
    if (row.trim() !== '') this.add(row, { table: true });
  }

  /** Adds all that was read elsewhere, with what is known of its lines. */
  append(source: SourceText): void {
    const start = this.#length;
    const hints = new Map(source.hints.map((hint) => [hint.offset, hint]));
    let offset = 0;
    for (const line of source.text.split(breaks)) {
      this.add(line);
      const own = hints.get(offset);
      if (own !== undefined) this.#hints[this.#hints.length - 1] = { ...own, offset: start + offset };
      offset += line.length + 1;
    }
  }

  build(layout: SourceText['layout'] = 'paragraphs'): SourceText {
    return { text: this.#lines.join('\n'), hints: this.#hints, layout };
  }
}
