import type { MeaningTable } from '../../src/core/text/wordMeanings.ts';
import { quantised, spanOf, WordMeanings } from '../../src/core/text/wordMeanings.ts';
import { paragraphsBelow } from '../texts/textFolder.ts';
import { associations } from './associations.ts';
import { principalVectors } from './principalVectors.ts';
import { vocabularyOf } from './vocabulary.ts';

/** How the table is learnt; chosen on the tuning lists of `npm run eval -- similar`. */
export const learning = {
  terms: 16_000,
  /** The commonest terms, whose company a term is known by. */
  contexts: 6_000,
  /** Terms to each side that are a term's company. Wide: what a paragraph is about, not which words can replace each other. */
  window: 8,
  dims: 96,
  /** A term of this share of all weighs half; what is rarer weighs more, up to 1 (Arora et al. 2017). */
  halfWeight: 0.001,
  /** What weighs less says nothing of a topic: 的, 建设, 工作. Terms come by frequency, so these are the first. */
  leastWeight: 0.6,
};

export type Learning = Readonly<typeof learning>;

/**
 * Positive pointwise mutual information of terms and their company, put into few dimensions (Levy, Goldberg and Dagan 2015).
 * The same folders give the same table on every machine of one kind: nothing is drawn at random.
 */
export function learnMeanings(folders: readonly string[], how: Learning): MeaningTable {
  const texts = paragraphs(folders);
  const vocabulary = vocabularyOf(texts, how.terms);
  // Texts are cut as the table will cut drafts and passages, which is not quite as a segmenter does.
  const cutter = new WordMeanings({ terms: vocabulary, silent: 0, dims: 0, vectors: new Uint8Array(0) });
  const cut = texts.map((text) => Uint16Array.from(cutter.termsIn(spanOf(text))));
  const counts = new Float64Array(vocabulary.length);
  for (const terms of cut) for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  const order = [...counts.keys()].filter((term) => (counts[term] ?? 0) > 0).sort((left, right) => (counts[right] ?? 0) - (counts[left] ?? 0) || left - right);
  const place = new Int32Array(vocabulary.length).fill(-1);
  order.forEach((term, index) => (place[term] = index));
  const paragraphsByPlace = cut.map((terms) => Int32Array.from(terms, (term) => place[term] ?? -1));
  const vectors = principalVectors(associations(paragraphsByPlace, { ...how, terms: order.length }), how.dims);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const weights = order.map((term) => how.halfWeight / (how.halfWeight + (counts[term] ?? 0) / total));
  const weighted = new Float32Array(order.length * how.dims);
  weights.forEach((weight, row) => {
    const vector = vectors.subarray(row * how.dims, (row + 1) * how.dims);
    const length = Math.hypot(...vector) || 1;
    vector.forEach((value, index) => (weighted[row * how.dims + index] = weight < how.leastWeight ? 0 : (weight * value) / length));
  });
  const silent = weights.filter((weight) => weight < how.leastWeight).length;
  return { terms: order.map((term) => vocabulary[term] ?? ''), silent, dims: how.dims, vectors: quantised(weighted) };
}

/** Each paragraph once: what is copied from law to law would count as often as it was copied. */
function paragraphs(folders: readonly string[]): string[] {
  const seen = new Set<string>();
  for (const folder of folders) for (const { text } of paragraphsBelow(folder)) seen.add(text);
  return [...seen];
}
