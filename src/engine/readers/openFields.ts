import { shownByCode } from './equationField.ts';

interface OpenField {
  code: string;
  /** How much had been shown when its code ended. */
  shownBefore: number;
}

/** Word nests fields no deeper; what fields show would be read once more by each that they stand in. */
const deepest = 20;

/** The fields of a text that are open, innermost last. Their codes are not shown but for what only the code tells. */
export class OpenFields {
  readonly #open: OpenField[] = [];
  /** Those of them that are in their code. */
  readonly #coding: OpenField[] = [];
  /** Counts what was shown since the first field. */
  #shown = 0;

  get depth(): number {
    return this.#open.length;
  }

  get inCode(): boolean {
    return this.#coding.length > 0;
  }

  begin(): void {
    const field = { code: '', shownBefore: this.#shown };
    this.#open.push(field);
    this.#coding.push(field);
  }

  /** The code of the innermost field ends, its result begins. */
  separate(): void {
    const field = this.#open.at(-1);
    if (field === undefined) return;
    this.#endCode(field);
    field.shownBefore = this.#shown;
  }

  /** Ends the innermost field; what it shows beside its result, itself part of a code where another is open. */
  end(): string {
    const field = this.#open.pop();
    if (field === undefined) return '';
    this.#endCode(field);
    return this.#shown > field.shownBefore || this.#open.length >= deepest ? '' : this.take(shownByCode(field.code));
  }

  /** What of `text` is shown: nothing where it is part of a code. */
  take(text: string): string {
    if (this.#open.length === 0) return text;
    const field = this.#coding.at(-1);
    if (field === undefined) {
      if (/\S/.test(text)) this.#shown += 1;
      return text;
    }
    field.code += text;
    return '';
  }

  /** Ends all codes: one that is never ended, as in a document that was cut, hides no more than its paragraph. */
  endCodes(): void {
    this.#coding.length = 0;
  }

  #endCode(field: OpenField): void {
    if (this.#coding.at(-1) === field) this.#coding.pop();
  }
}
