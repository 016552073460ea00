import { SpanCounter } from './spanCounter.ts';
import { repeatedSpans, sentencesOf } from './repeatedSpans.ts';
import { WindowCounter } from './windowCounter.ts';

/** A paragraph to mine. Paragraphs of one document come one after another. */
export interface MiningParagraph<Place> {
  readonly text: string;
  /** Number of the document, from 0 on. */
  readonly document: number;
  /** Where it stands; handed back for the one example of each expression. */
  readonly place: Place;
}

export interface MiningOptions {
  /** Fewest documents that an expression stands in. Default 3. */
  readonly documents?: number;
  /** Most expressions that are kept, those in the most documents and the longer ones first. Default 20,000. */
  readonly limit?: number;
  /** Size of what is mined, in characters, as far as known: it sizes the tables. Default 4,000,000. */
  readonly characters?: number;
}

/** Wording that is repeated in several documents. */
export interface RepeatedExpression<Place> {
  readonly text: string;
  readonly documents: number;
  readonly example: Place;
}

/**
 * Finds multi-word expressions that several documents share: maximal (what is nearly always part of something longer is
 * left to that), cohesive (they start and end where other text varies), never over the end of a sentence.
 *
 * Documents are read three times, so that memory stays bounded by the tables whatever the size of the library:
 *
 *     1  windows of five characters: in how many documents, and how much the text before and after them varies
 *     2  stretches of shared windows, cut where the text varies: in how many documents, by hash
 *     3  those that are frequent: exactly
 *
 * Windows come from the idea of accessor variety (Feng et al., 2004); it needs no segmenter and no list of words. A
 * suffix array gives the same spans exactly and takes ten times the memory.
 *
 *     const miner = new ExpressionMiner<Place>(options);
 *     for (let pass = 0; pass < miner.passes; pass += 1) { for (const p of paragraphs()) miner.read(p); miner.endPass(); }
 *     miner.expressions();
 */
export class ExpressionMiner<Place> {
  readonly passes = 3;
  private pass = 0;
  private readonly documents: number;
  private readonly limit: number;
  private readonly windows: WindowCounter;
  private readonly spans: SpanCounter<Place>;

  constructor({ documents = 3, limit = 20_000, characters = 4_000_000 }: MiningOptions = {}) {
    this.documents = Math.max(2, documents);
    this.limit = limit;
    const bits = Math.min(23, Math.max(16, Math.ceil(Math.log2(Math.max(1, characters)))));
    this.windows = new WindowCounter(bits);
    this.spans = new SpanCounter(Math.max(16, bits - 1), this.documents);
  }

  read({ text, document, place }: MiningParagraph<Place>): void {
    for (const sentence of sentencesOf(text)) {
      if (this.pass === 0) {
        this.windows.count(sentence, document);
        continue;
      }
      for (const span of repeatedSpans(sentence, this.windows, this.documents)) {
        if (this.pass === 1) this.spans.estimate(sentence, span, document);
        else this.spans.count({ sentence, span, document, place });
      }
    }
  }

  endPass(): void {
    this.pass += 1;
  }

  /** The expressions, those in the most documents and the longer ones first. Throws a `RangeError` before all passes are made. */
  expressions(): RepeatedExpression<Place>[] {
    if (this.pass < this.passes) throw new RangeError(`Only ${String(this.pass)} of ${String(this.passes)} passes were made.`);
    return this.spans.result().slice(0, this.limit);
  }
}

/** Mines paragraphs that can be read again and again. */
export function mineExpressions<Place>(
  paragraphs: () => Iterable<MiningParagraph<Place>>,
  options?: MiningOptions,
): RepeatedExpression<Place>[] {
  const miner = new ExpressionMiner<Place>(options);
  for (let pass = 0; pass < miner.passes; pass += 1) {
    for (const paragraph of paragraphs()) miner.read(paragraph);
    miner.endPass();
  }
  return miner.expressions();
}
