import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countHan } from '../../../src/core/text/han.ts';
import { project } from '../../commands.ts';
import type { TextParagraph } from '../../texts/textFolder.ts';
import { paragraphHash } from '../../texts/textFolder.ts';

export interface KnownItem {
  readonly query: string;
  /** Position of the paragraph that the query was made from. */
  readonly place: number;
}

/** Longest query, in Han characters, before its words are changed. */
const longest = 25;
const shortest = 12;

/** Words are cut by neither of the segmenters that are measured. */
const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Makes queries that are hard to find: the first sentence of a paragraph, at most 25 Han characters of it, a third of its
 * words put in other words or left out. The choice is by hash, so that it is the same on every machine and for all engines.
 *
 * 扩大公益性文化设施向社会免费开放。 → 扩展公益性文化设施向免费敞开
 */
export function knownItems(paragraphs: readonly TextParagraph[], count: number): KnownItem[] {
  const synonyms = loadSynonyms();
  const copies = new Map<string, number>();
  for (const { text } of paragraphs) copies.set(text, (copies.get(text) ?? 0) + 1);
  const sentences = new Map<string, number>();
  for (const { text } of paragraphs) sentences.set(firstSentence(text), (sentences.get(firstSentence(text)) ?? 0) + 1);
  return paragraphs
    .map(({ text }, place) => ({ place, text, sentence: firstSentence(text), order: paragraphHash(text) }))
    .filter(({ text, sentence }) => copies.get(text) === 1 && sentences.get(sentence) === 1)
    .filter(({ text, sentence }) => countHan(sentence) >= shortest && countHan(text) >= 2 * countHan(sentence))
    .sort((left, right) => (left.order < right.order ? -1 : 1))
    .slice(0, count)
    .map(({ place, sentence, order }) => ({ place, query: reworded(sentence, Number.parseInt(order, 16), synonyms) }));
}

function firstSentence(text: string): string {
  const sentence = /^[^。！？；]+/u.exec(text)?.[0] ?? '';
  let end = 0;
  let han = 0;
  for (const { segment, index } of words.segment(sentence)) {
    han += countHan(segment);
    if (han > longest) break;
    end = index + segment.length;
  }
  return sentence.slice(0, end);
}

function reworded(sentence: string, seed: number, synonyms: ReadonlyMap<string, string>): string {
  const parts = [...words.segment(sentence)].map(({ segment }) => segment);
  const places = parts.flatMap((part, place) => (countHan(part) >= 2 ? [place] : []));
  // A full-period generator over the words: the same third is chosen every time.
  let state = seed >>> 0;
  const chosen = new Set<number>();
  while (chosen.size < Math.ceil(places.length / 3)) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const place = places[(state >>> 8) % places.length];
    if (place === undefined) break;
    chosen.add(place);
  }
  return parts.map((part, place) => (chosen.has(place) ? (synonyms.get(part) ?? '') : part)).join('');
}

/** At least 300 pairs of words that stand for each other in speeches. */
function loadSynonyms(): ReadonlyMap<string, string> {
  const file = join(project, 'test', 'gold', 'similar', 'synonyms.json');
  return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>));
}
