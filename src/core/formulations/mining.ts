import { BeginningShares } from './beginningShares.ts';
import { CharacterPairs } from './characterPairs.ts';
import { clauseRunsOf } from './clauseRuns.ts';
import { Notices } from './notices.ts';
import { Recency } from './recency.ts';
import type { CountedExpression, RepeatedExpression } from './repeatedExpression.ts';
import { SpanCounter } from './spanCounter.ts';
import { repeatedSpans, sentencesOf } from './repeatedSpans.ts';
import { WindowCounter } from './windowCounter.ts';

/** A paragraph to mine. Paragraphs of one document come one after another. */
export interface MiningParagraph<Place> {
  readonly text: string;
  /** Number of the document, from 0 on. */
  readonly document: number;
  /** The document's day, in days since 1970; absent or `null` where it has none that can be trusted. */
  readonly day?: number | null;
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

/**
 * Finds multi-word expressions that several documents share: maximal (what is nearly always part of something longer is
 * left to that), cohesive (they start and end where other text varies), never over the end of a sentence.
 *
 * Documents are read four times, so that memory stays bounded by the tables whatever the size of the library:
 *
 *     1  windows of five characters: in how many documents, and how much the text before and after them varies
 *     2  stretches of shared windows, cut where the text varies: in how many documents, by hash
 *     3  those that are frequent: exactly
 *     4  the beginnings of those that are kept: how often they go on in this way
 *
 * Windows come from the idea of accessor variety (Feng et al., 2004); it needs no segmenter and no list of words. A
 * suffix array gives the same spans exactly and takes ten times the memory.
 *
 *     const miner = new ExpressionMiner<Place>(options);
 *     for (let pass = 0; pass < miner.passes; pass += 1) { for (const p of paragraphs()) miner.read(p); miner.endPass(); }
 *     miner.expressions();
 */
export class ExpressionMiner<Place> {
  readonly passes = 4;
  private pass = 0;
  private readonly documents: number;
  private readonly limit: number;
  private readonly windows: WindowCounter;
  private readonly pairs = new CharacterPairs();
  private readonly recency = new Recency();
  private readonly notices = new Notices();
  private readonly spans: SpanCounter<Place>;
  private readonly runs: SpanCounter<Place>;
  private kept: readonly CountedExpression<Place>[] = [];
  private beginnings = new BeginningShares([]);

  constructor({ documents = 3, limit = 20_000, characters = 4_000_000 }: MiningOptions = {}) {
    this.documents = Math.max(2, documents);
    this.limit = limit;
    const bits = Math.min(23, Math.max(16, Math.ceil(Math.log2(Math.max(1, characters)))));
    this.windows = new WindowCounter(bits);
    this.spans = new SpanCounter(Math.max(16, bits - 1), this.documents, this.pairs);
    this.runs = new SpanCounter(Math.max(16, bits - 1), Math.max(2, this.documents - 1));
  }

  read({ text: paragraph, document, day = null, place }: MiningParagraph<Place>): void {
    if (this.pass === 0) {
      this.recency.note(document, day);
      this.notices.note(paragraph, document);
    } else if (this.notices.isNotice(paragraph)) {
      return;
    }
    const weight = this.pass === 2 ? this.recency.weightOf(day) : 0;
    for (const { text: sentence, start: sentenceStart } of sentencesOf(paragraph)) {
      if (this.pass === 0) {
        this.windows.count(sentence, document);
        this.pairs.count(sentence);
        for (const span of clauseRunsOf(sentence)) this.runs.estimate(sentence, span, document);
        continue;
      }
      if (this.pass === 3) {
        this.beginnings.count(sentence);
        continue;
      }
      if (this.pass === 2) {
        for (const span of clauseRunsOf(sentence)) this.runs.count({ sentence, span, document, weight, place, paragraph, sentenceStart });
      }
      for (const span of repeatedSpans(sentence, this.windows, this.documents)) {
        if (this.pass === 1) this.spans.estimate(sentence, span, document);
        else this.spans.count({ sentence, span, document, weight, place, paragraph, sentenceStart });
      }
    }
  }

  endPass(): void {
    if (this.pass === 0) {
      this.recency.close();
      this.notices.close();
    } else if (this.pass === 2) {
      this.kept = this.best();
      this.beginnings = new BeginningShares(this.kept.map(({ text }) => text));
    }
    this.pass += 1;
  }

  /** The expressions, those in the most documents and the longer ones first. Throws a `RangeError` before all passes are made. */
  expressions(): RepeatedExpression<Place>[] {
    if (this.pass < this.passes) throw new RangeError(`Only ${String(this.pass)} of ${String(this.passes)} passes were made.`);
    return this.kept.map((expression) => ({ ...expression, begun: this.beginnings.sharesOf(expression.text) }));
  }

  private best(): CountedExpression<Place>[] {
    const found = new Map(this.spans.result().map((expression) => [expression.text, expression]));
    for (const run of maximalRuns(this.runs.result())) found.set(run.text, run);
    return [...found.values()].sort((a, b) => worth(b) - worth(a) || (a.text < b.text ? -1 : 1)).slice(0, this.limit);
  }
}

function worth({ text, documents }: { readonly text: string; readonly documents: number }): number {
  return documents * Math.sqrt(text.length - 3);
}

/** Share of its documents in which a run stands as part of one longer run that makes it a mere part of that. */
const partOf = 0.8;

/** Runs that are not nearly always part of one and the same longer run. */
function maximalRuns<Place>(runs: readonly CountedExpression<Place>[]): CountedExpression<Place>[] {
  const longer = new Map<string, number>();
  const kept: CountedExpression<Place>[] = [];
  for (const run of [...runs].sort((a, b) => b.text.length - a.text.length)) {
    for (const { start, end } of clauseRunsOf(run.text)) {
      const part = run.text.slice(start, end);
      if (part !== run.text) longer.set(part, Math.max(longer.get(part) ?? 0, run.documents));
    }
    if ((longer.get(run.text) ?? 0) < partOf * run.documents) kept.push(run);
  }
  return kept;
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
