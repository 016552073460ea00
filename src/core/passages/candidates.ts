import type { ScoredList, SegmentView } from './postings.ts';
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
  /** Scores of the paragraphs of the segment under way; all 0 between segments. */
  private scores = new Float32Array(0);
  private selection = new Float32Array(0);
  private candidates = new Uint32Array(0);

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
      const found = this.findIn(searched, terms, { segment: index, most, threshold });
      if (found.length === 0) continue;
      best = best.length === 0 ? found : best.concat(found);
      best.sort(byScore);
      if (best.length > most) best.length = most;
    }
    return best;
  }

  private reserve(paragraphs: number): void {
    if (this.scores.length >= paragraphs) return;
    this.scores = new Float32Array(paragraphs);
    this.selection = new Float32Array(paragraphs);
    this.candidates = new Uint32Array(paragraphs);
  }

  private findIn(searched: SearchedSegment, terms: readonly QueryTerm[], limits: Limits): Candidate[] {
    const { segment, accept } = searched;
    const lists = openLists(segment, terms);
    if (lists.length === 0) return [];
    const { paragraphs } = segment.counts;
    this.reserve(paragraphs);
    try {
      return this.score(lists, { lengths: segment.lengths, accept, scores: this.scores, paragraphs }, limits);
    } finally {
      this.scores.fill(0, 0, paragraphs);
    }
  }

  private score(lists: readonly OpenList[], view: Scoring, limits: Limits): Candidate[] {
    // What the lists from each place on can add to a score at most.
    const left = new Float64Array(lists.length + 1);
    for (let index = lists.length - 1; index >= 0; index -= 1) {
      left[index] = (left[index + 1] as number) + (lists[index]?.bound ?? 0);
    }
    let { threshold } = limits;
    let read = 0;
    let next = 0;
    for (; next < lists.length && (left[next] as number) >= threshold; next += 1) {
      const list = lists[next];
      if (list === undefined) break;
      // Selecting the k-th best costs a pass over the scores; it is worth it before a list of about that size.
      if (list.count * 6 > view.paragraphs && read >= limits.most) {
        threshold = Math.max(threshold, this.kthScore(view.paragraphs, threshold, limits.most));
        if ((left[next] as number) < threshold) break;
      }
      addList(list.open(), view);
      read += list.count;
    }
    threshold = Math.max(threshold, this.kthScore(view.paragraphs, threshold, limits.most));
    let count = this.gather(view.paragraphs, threshold - (left[next] as number));
    for (; next < lists.length && count > 0; next += 1) {
      const list = lists[next];
      if (list === undefined) break;
      addToCandidates(list.open(), view, this.candidates.subarray(0, count));
      if (count <= limits.most * 2) continue;
      threshold = Math.max(threshold, this.kthOf(count, limits.most));
      count = this.thin(count, threshold - (left[next + 1] as number));
    }
    return this.best(count, limits);
  }

  /** The k-th best of the scores so far, where there are so many above `floor`; else 0. */
  private kthScore(paragraphs: number, floor: number, rank: number): number {
    // A sixteenth of the scores tells roughly where the k-th best lies; a little below that few are left to select from.
    const sampled = this.select(paragraphs, { floor, step: 16 });
    const guess = Math.max(floor, quickSelect(this.selection.subarray(0, sampled), Math.ceil(rank / 8) + 4));
    let count = this.select(paragraphs, { floor: guess, step: 1 });
    if (count < rank && guess > floor) count = this.select(paragraphs, { floor, step: 1 });
    return quickSelect(this.selection.subarray(0, count), rank);
  }

  /** Copies the scores above `floor` of every `step`-th paragraph; returns how many. */
  private select(paragraphs: number, from: { readonly floor: number; readonly step: number }): number {
    const { scores, selection } = this;
    const { floor, step } = from;
    let count = 0;
    for (let paragraph = 0; paragraph < paragraphs; paragraph += step) {
      const score = scores[paragraph] as number;
      if (score > floor) selection[count++] = score;
    }
    return count;
  }

  private kthOf(count: number, rank: number): number {
    const { scores, selection, candidates } = this;
    for (let index = 0; index < count; index += 1) selection[index] = scores[candidates[index] as number] as number;
    return quickSelect(selection.subarray(0, count), rank);
  }

  /** Collects the paragraphs, ascending, that have a score not below `floor`; returns how many. */
  private gather(paragraphs: number, floor: number): number {
    const { scores, candidates } = this;
    const least = Math.max(floor, smallest);
    let count = 0;
    for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
      if ((scores[paragraph] as number) >= least) candidates[count++] = paragraph;
    }
    return count;
  }

  /** Drops the candidates below `floor`; returns how many are left. */
  private thin(count: number, floor: number): number {
    const { scores, candidates } = this;
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const paragraph = candidates[index] as number;
      if ((scores[paragraph] as number) >= floor) candidates[kept++] = paragraph;
    }
    return kept;
  }

  private best(count: number, limits: Limits): Candidate[] {
    const { scores, candidates } = this;
    const floor = Math.max(limits.threshold, count > limits.most ? this.kthOf(count, limits.most) : 0);
    const best: Candidate[] = [];
    for (let index = 0; index < count; index += 1) {
      const paragraph = candidates[index] as number;
      const score = scores[paragraph] as number;
      if (score > 0 && score >= floor) best.push({ segment: limits.segment, paragraph, score });
    }
    best.sort(byScore);
    if (best.length > limits.most) best.length = limits.most;
    return best;
  }
}

interface Limits {
  /** Position of the segment among those that are searched. */
  readonly segment: number;
  readonly most: number;
  /** What a paragraph must reach to count. */
  readonly threshold: number;
}

interface Scoring extends SegmentView {
  readonly paragraphs: number;
}

/** Below any score that a list can give. */
const smallest = 1e-9;

/** Best first; among equals the one that stands first, so that answers do not change from one run to the next. */
const byScore = (left: Candidate, right: Candidate): number => right.score - left.score || left.segment - right.segment || left.paragraph - right.paragraph;

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
