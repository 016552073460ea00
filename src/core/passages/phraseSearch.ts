import { fold } from '../text/folding.ts';
import { indexTerm } from '../text/indexTerm.ts';
import type { PostingList } from './postings.ts';
import { decodeList } from './postings.ts';
import type { Segment } from './segment.ts';
import type { TermEntry } from './termDictionary.ts';

/**
 * Finds every paragraph that can hold an exact phrase, however the segmenter cut it there. The phrase 增强四个意识 may
 * stand as 增强 | 四个意识 in one paragraph and as 增强 | 四个 | 意识 in another, so looking up its own terms would miss
 * some. Instead, for a place in the phrase all terms of the dictionary are gathered that could cover it in some
 * paragraph: parts of the phrase, and terms that reach out of it to the left or the right. A paragraph with the phrase
 * holds one of them, at every place; so the lists are joined for a place and intersected over the rarest places.
 * What is found is checked in the stored text by the caller.
 */
export function phraseCandidates(segment: Segment, phrase: string): Uint32Array {
  const places = coveringTerms(segment, fold(phrase));
  if (places.length === 0) return new Uint32Array(0);
  const cost = (entries: readonly TermEntry[]): number => entries.reduce((sum, entry) => sum + entry.count, 0);
  places.sort((left, right) => cost(left) - cost(right));
  let candidates: Uint32Array | null = null;
  for (const entries of places.slice(0, 4)) {
    if (candidates !== null && cost(entries) > candidates.length * 64) break;
    const holders = union(
      entries.map((entry) => segment.list(entry)),
      segment.counts.paragraphs,
    );
    candidates = candidates === null ? ascending(holders) : candidates.filter((each) => holders[each] === 1);
    if (candidates.length === 0) break;
  }
  return candidates ?? new Uint32Array(0);
}

/** For each indexed place of the phrase the terms that can stand over it. */
function coveringTerms(segment: Segment, phrase: string): TermEntry[][] {
  const places: TermEntry[][] = Array.from(phrase, () => []);
  while (places.length < phrase.length) places.push([]);
  const cover = (entry: TermEntry, start: number, end: number): void => {
    for (let place = Math.max(0, start); place < Math.min(end, phrase.length); place += 1) places[place]?.push(entry);
  };
  for (let start = 0; start < phrase.length; start += 1) {
    for (let end = start + 1; end <= phrase.length; end += 1) {
      const entry = segment.find(phrase.slice(start, end));
      if (entry !== null) cover(entry, start, end);
    }
  }
  const first = phrase[0] ?? '';
  const last = phrase[phrase.length - 1] ?? '';
  for (const [term, entry] of segment.dictionary.walk()) {
    // Each way in which the term reaches beyond the phrase, on either side or both.
    for (let at = term.indexOf(first, 1); at > 0; at = term.indexOf(first, at + 1)) {
      const inside = Math.min(term.length - at, phrase.length);
      if (phrase.startsWith(term.slice(at, at + inside))) cover(entry, 0, inside);
    }
    for (let at = term.lastIndexOf(last, term.length - 2); at >= 0; at = at > 0 ? term.lastIndexOf(last, at - 1) : -1) {
      const inside = at + 1;
      if (inside <= phrase.length && phrase.endsWith(term.slice(0, inside))) cover(entry, phrase.length - inside, phrase.length);
    }
  }
  // Punctuation is not indexed, so nothing can be asked of its places.
  return places.filter((_, place) => indexTerm(phrase[place] ?? '') !== null);
}

function union(lists: readonly PostingList[], paragraphs: number): Uint8Array {
  const holders = new Uint8Array(paragraphs);
  for (const list of lists) for (const paragraph of decodeList(list).paragraphs) holders[paragraph] = 1;
  return holders;
}

function ascending(holders: Uint8Array): Uint32Array {
  const found = new Uint32Array(holders.reduce((sum, each) => sum + each, 0));
  let count = 0;
  holders.forEach((held, paragraph) => {
    if (held !== 1) return;
    found[count] = paragraph;
    count += 1;
  });
  return found;
}
