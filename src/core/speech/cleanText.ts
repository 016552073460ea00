import type { Span } from '../contracts.ts';
import { sourceOffset, type Block, type Piece } from './sourceText.ts';

interface Run {
  readonly start: number;
  readonly pieces: readonly Piece[];
}

/** The clean text while it is being put together, a paragraph a line, with the way back to the source. */
export class CleanText {
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  #length = 0;

  /** Appends a block, on a line of its own unless `sameLine`; returns where it stands. */
  add(block: Block, sameLine = false): Span {
    if (this.#length > 0 && !sameLine) {
      this.#parts.push('\n');
      this.#length += 1;
    }
    const start = this.#length;
    this.#parts.push(block.text);
    this.#runs.push({ start, pieces: block.pieces });
    this.#length += block.text.length;
    return { start, end: this.#length };
  }

  toString(): string {
    return this.#parts.join('');
  }

  /** The source offset of an offset in the clean text. */
  sourceOffset(offset: number): number {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.start ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    const run = this.#runs[low];
    return run === undefined ? 0 : sourceOffset(run.pieces, Math.max(0, offset - run.start));
  }
}
