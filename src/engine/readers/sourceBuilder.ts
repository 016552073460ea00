import type { LineHint, SourceText } from '../../core/speech/sourceText.ts';
import type { ReadingLimits } from './limits.ts';
import { exceeds } from './readFailure.ts';

interface LineFacts {
  readonly level?: number | null;
  readonly page?: number | null;
  readonly table?: boolean;
  /** What the program generated beside the text, such as a table of contents. */
  readonly furniture?: boolean;
}

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
    for (const line of text.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)) {
      this.#hints.push({ offset: this.#length, level: facts.level ?? null, page: facts.page ?? null, table: facts.table ?? false, ...(facts.furniture === true ? { furniture: true } : {}) });
      this.#lines.push(line);
      this.#length += line.length + 1;
      if (this.#length > this.#limits.textLength) throw exceeds('textLength', this.#limits);
    }
  }

  build(layout: SourceText['layout'] = 'paragraphs'): SourceText {
    return { text: this.#lines.join('\n'), hints: this.#hints, layout };
  }
}
