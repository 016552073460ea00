import { termsOfPieces } from '../texts.ts';

/** A paragraph as every engine gets it. */
export interface BenchParagraph {
  /** What the segmenter cut it into; joined they are the text. */
  readonly pieces: readonly string[];
}

/** What is asked of every engine. Terms come from the same segmenter for all. */
export interface BenchEngine {
  /** Indexes the paragraphs; positions are their numbers. */
  build(paragraphs: AsyncIterable<BenchParagraph>, folder: string): Promise<void>;
  /** Writes the index to the folder; returns the size of the index in bytes, and of stored text where there is one. */
  save(folder: string): Promise<{ readonly index: number; readonly text: number }>;
  /** Opens what `save` wrote, in a new process. */
  open(folder: string): Promise<void>;
  /** Numbers of the best paragraphs for a set of terms, best first. */
  search(terms: readonly string[], limit: number): Promise<readonly number[]> | readonly number[];
}

export async function load<T>(name: string): Promise<T> {
  const module = (await import(name)) as { default?: T } & T;
  return module.default ?? module;
}

/** Calls `add` for each paragraph with its terms, joined by spaces, and its number. */
export async function addEach(paragraphs: AsyncIterable<BenchParagraph>, add: (terms: string, number: number) => unknown): Promise<void> {
  let number = 0;
  for await (const { pieces } of paragraphs) {
    add(termsOfPieces(pieces).join(' '), number);
    number += 1;
  }
}
