import type { Accumulator, ScoredList, SegmentView } from './postings.ts';
import { addList, addToCandidates } from './postings.ts';
import type { QueryTerm } from './queryTerms.ts';
import { greatestImpact } from './ranking.ts';
import type { Segment } from './segment.ts';

/** A segment as one answer sees it. */
export interface SearchedSegment {
  readonly segment: Segment;
  /** 1 for paragraphs that may be answered; `null` where all may. */
  readonly accept: Uint8Array | null;
}

export interface Candidate {
  /** Position of the segment in the list that was searched. */
  readonly segment: number;
  readonly paragraph: number;
  readonly score: number;
}

/**
 * Finds the best paragraphs by the sum of weight × impact, exactly, without scoring everything ("MaxScore", term at a
 * time: Turtle and Flood 1995). Lists are read heaviest bound first. Once no list that is left could lift a paragraph
 * not yet seen above the k-th best, only known candidates are looked up in the long lists of common terms, and those
 * that cannot reach the k-th best any more are dropped.
 *
 *   bound   ██████████ ████████ ██████ █████ │ ███ ██ █
 *           whole lists read, scores added    │ candidates looked up, blocks without one skipped
 *                                             └ what is left cannot reach the k-th best by itself
 *
 * Document-at-a-time methods (WAND, block-max) save more where impacts within a list differ widely; in paragraphs nearly
 * every frequency is 1, and one tight loop a list is worth more in JavaScript than fewer postings read.
 */
export class CandidateFinder {
  private scores = new Float32Array(0);
  private touched = new Uint32Array(0);
  private selection = new Float32Array(0);

  find(segments: readonly SearchedSegment[], terms: readonly QueryTerm[], most: number): Candidate[] {
    let best: Candidate[] = [];
    // The largest first: its k-th best score spares work in all others.
    const order = segments
      .map((_, index) => index)
      .sort((left, right) => paragraphsOf(segments, right) - paragraphsOf(segments, left));
    for (const index of order) {
      const searched = segments[index];
      if (searched === undefined) continue;
      const threshold = best.length >= most ? (best[most - 1]?.score ?? 0) : 0;
      const found = this.findIn(searched, terms, { most, threshold });
      best = best.concat(found.map((each) => ({ ...each, segment: index })));
      best.sort((left, right) => right.score - left.score);
      if (best.length > most) best.length = most;
    }
    return best;
  }

  private prepare(paragraphs: number): Accumulator {
    if (this.scores.length < paragraphs) {
      this.scores = new Float32Array(paragraphs);
      this.touched = new Uint32Array(paragraphs);
      this.selection = new Float32Array(paragraphs);
    }
    return { scores: this.scores, touched: this.touched, touchedCount: 0 };
  }

  private findIn(
    searched: SearchedSegment,
    terms: readonly QueryTerm[],
    limits: { most: number; threshold: number },
  ): { paragraph: number; score: number }[] {
    const { segment, accept } = searched;
    const lists = openLists(segment, terms);
    if (lists.length === 0) return [];
    const view = { lengths: segment.lengths, accept };
    const into = this.prepare(segment.counts.paragraphs);
    try {
      return this.score({ lists, view, into, limits });
    } finally {
      for (let index = 0; index < into.touchedCount; index += 1) this.scores[this.touched[index] as number] = 0;
    }
  }

  private score(state: {
    readonly lists: readonly OpenList[];
    readonly view: SegmentView;
    readonly into: Accumulator;
    readonly limits: { readonly most: number; readonly threshold: number };
  }): { paragraph: number; score: number }[] {
    const { lists, view, into, limits } = state;
    const left = new Float64Array(lists.length + 1);
    for (let index = lists.length - 1; index >= 0; index -= 1) {
      left[index] = (left[index + 1] as number) + (lists[index]?.bound ?? 0);
    }
    let { threshold } = limits;
    let next = 0;
    for (; next < lists.length && (left[next] as number) >= threshold; next += 1) {
      const list = lists[next];
      if (list === undefined) break;
      // Selecting the k-th best costs a pass over what was seen; it is worth it before a list of that size.
      if (next > 1 && list.count * 2 > into.touchedCount && into.touchedCount >= limits.most) {
        threshold = Math.max(threshold, this.kthBest(into, limits.most));
        if ((left[next] as number) < threshold) break;
      }
      addList(list.open(), view, into);
    }
    const candidates = this.complete({ lists, left, next, view, into, threshold, most: limits.most });
    return selectBest(candidates, this.scores, limits);
  }

  /** Looks the candidates up in the lists that are left. */
  private complete(state: {
    readonly lists: readonly OpenList[];
    readonly left: Float64Array;
    readonly next: number;
    readonly view: SegmentView;
    readonly into: Accumulator;
    readonly threshold: number;
    readonly most: number;
  }): Uint32Array {
    const { lists, left, into } = state;
    let { threshold } = state;
    if (state.next >= lists.length) return into.touched.slice(0, into.touchedCount);
    let candidates = within(into.touched.subarray(0, into.touchedCount), into.scores, threshold - (left[state.next] as number));
    candidates.sort();
    for (let index = state.next; index < lists.length; index += 1) {
      const list = lists[index];
      if (list === undefined || candidates.length === 0) break;
      addToCandidates(list.open(), state.view, { scores: into.scores, candidates });
      if (candidates.length > state.most * 4) {
        threshold = Math.max(threshold, this.kthBestOf(candidates, state.most));
        candidates = within(candidates, into.scores, threshold - (left[index + 1] as number));
      }
    }
    return candidates;
  }

  private kthBest(into: Accumulator, most: number): number {
    return this.kthBestOf(into.touched.subarray(0, into.touchedCount), most);
  }

  private kthBestOf(paragraphs: Uint32Array, most: number): number {
    const values = this.selection.subarray(0, paragraphs.length);
    for (let index = 0; index < paragraphs.length; index += 1) {
      values[index] = this.scores[paragraphs[index] as number] as number;
    }
    return quickSelect(values, most);
  }
}

/** Those whose score is not below a floor, in their order. */
function within(paragraphs: Uint32Array, scores: Float32Array, floor: number): Uint32Array {
  const kept = new Uint32Array(paragraphs.length);
  let count = 0;
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index] as number;
    if ((scores[paragraph] as number) < floor) continue;
    kept[count] = paragraph;
    count += 1;
  }
  return kept.subarray(0, count);
}

function paragraphsOf(segments: readonly SearchedSegment[], index: number): number {
  return segments[index]?.segment.counts.paragraphs ?? 0;
}

interface OpenList {
  /** The most that the list can add to a score. */
  readonly bound: number;
  readonly count: number;
  open(): ScoredList;
}

function openLists(segment: Segment, terms: readonly QueryTerm[]): OpenList[] {
  const lists: OpenList[] = [];
  for (const { term, weight } of terms) {
    const entry = segment.find(term);
    if (entry === null) continue;
    const bound = (weight * greatestImpact * entry.bound) / 255;
    lists.push({ bound, count: entry.count, open: () => ({ ...segment.list(entry), weight }) });
  }
  return lists.sort((first, second) => second.bound - first.bound);
}

/** The `rank`-th greatest of `values`, which are reordered; 0 where there are fewer. */
export function quickSelect(values: Float32Array, rank: number): number {
  if (values.length < rank) return 0;
  let low = 0;
  let high = values.length - 1;
  const wanted = rank - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) > pivot) left += 1;
      while ((values[right] as number) < pivot) right -= 1;
      if (left <= right) {
        const swapped = values[left] as number;
        values[left] = values[right] as number;
        values[right] = swapped;
        left += 1;
        right -= 1;
      }
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return values[wanted] as number;
}

function selectBest(
  candidates: Uint32Array,
  scores: Float32Array,
  limits: { most: number; threshold: number },
): { paragraph: number; score: number }[] {
  let floor = limits.threshold;
  if (candidates.length > limits.most) {
    const values = Float32Array.from(candidates, (each) => scores[each] as number);
    floor = Math.max(floor, quickSelect(values, limits.most));
  }
  const best: { paragraph: number; score: number }[] = [];
  for (const paragraph of candidates) {
    const score = scores[paragraph] as number;
    if (score > 0 && score >= floor) best.push({ paragraph, score });
  }
  best.sort((left, right) => right.score - left.score || left.paragraph - right.paragraph);
  if (best.length > limits.most) best.length = limits.most;
  return best;
}
