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
 * Finds the best paragraphs by the sum of weight × impact, exactly. Lists are read heaviest bound first ("MaxScore", term
 * at a time: Turtle and Flood 1995). Once no list that is left could lift a paragraph not yet seen above the k-th best,
 * only known candidates are looked up in the long lists of common terms, and those that cannot reach the k-th best any
 * more are dropped.
 *
 *   bound   ██████████ ████████ ██████ █████ │ ███ ██ █
 *           whole lists read, scores added    │ candidates looked up, blocks without one skipped
 *                                             └ what is left cannot reach the k-th best by itself
 *
 * That pays for queries with everyday terms. The terms of a draft are chosen, and their lists hold about one posting a
 * paragraph in all; then adding up all of them, two nanoseconds each, is quicker than finding out what could be spared.
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
    // What the lists from each place on can add to a score at most, and how many postings they hold.
    const left = new Float64Array(lists.length + 1);
    const postings = new Float64Array(lists.length + 1);
    for (let index = lists.length - 1; index >= 0; index -= 1) {
      left[index] = (left[index + 1] as number) + (lists[index]?.bound ?? 0);
      postings[index] = (postings[index + 1] as number) + (lists[index]?.count ?? 0);
    }
    let { threshold } = limits;
    let next = 0;
    for (; next < lists.length; next += 1) {
      const list = lists[next] as OpenList;
      // Telling candidates apart costs passes over the scores, and pays only where what may be spared costs more.
      if ((postings[next] as number) > view.paragraphs) {
        if (list.count > view.paragraphs / 16) threshold = Math.max(threshold, this.kthScore(view.paragraphs, threshold, limits.most));
        if ((left[next] as number) < threshold) break;
      }
      addList(list.open(), view);
    }
    if (next === lists.length) return this.best(this.gatherBest(view.paragraphs, threshold, limits.most), limits);
    threshold = Math.max(threshold, this.kthScore(view.paragraphs, threshold, limits.most));
    let count = this.gather(view.paragraphs, threshold - (left[next] as number));
    for (; next < lists.length && count > 0; next += 1) {
      const list = lists[next] as OpenList;
      // Among many candidates nearly every block holds one, and reading the list through is quicker.
      if (count * 24 > list.count) addList(list.open(), view);
      else addToCandidates(list.open(), view, this.candidates.subarray(0, count));
      if (count <= limits.most * 2 || (postings[next + 1] as number) < count * 8) continue;
      threshold = Math.max(threshold, this.kthOf(count, limits.most));
      count = this.thin(count, threshold - (left[next + 1] as number));
    }
    return this.best(count, limits);
  }

  /** The k-th best of the scores so far, where there are so many above `floor`; else 0. */
  private kthScore(paragraphs: number, floor: number, rank: number): number {
    const guess = this.guess(paragraphs, floor, rank);
    let count = this.select(paragraphs, { floor: guess, step: 1 });
    if (count < rank && guess > floor) count = this.select(paragraphs, { floor, step: 1 });
    return quickSelect(this.selection.subarray(0, count), rank);
  }

  /** Collects the paragraphs that can be among the `rank` best above `floor`, and not many others; returns how many. */
  private gatherBest(paragraphs: number, floor: number, rank: number): number {
    const guess = this.guess(paragraphs, floor, rank);
    const count = this.gather(paragraphs, guess);
    return count < rank && guess > floor ? this.gather(paragraphs, floor) : count;
  }

  /** A sixteenth of the scores tells roughly where the k-th best lies: as a rule a little below it. */
  private guess(paragraphs: number, floor: number, rank: number): number {
    const sampled = this.select(paragraphs, { floor, step: 16 });
    return Math.max(floor, quickSelect(this.selection.subarray(0, sampled), Math.ceil(rank / 8) + 4));
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
    // The threshold may be the k-th best itself: what equals it up to rounding counts.
    const floor = count > limits.most ? this.kthOf(count, limits.most) : 0;
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
