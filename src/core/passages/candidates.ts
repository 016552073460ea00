import type { ScoredList, SegmentView } from './postings.ts';
import { addList, addToCandidates, chunkSize, ListCursor } from './postings.ts';
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

export const searchCosts = {
  /** From how many postings a paragraph on it is worth finding out which can be spared. */
  sparing: 3,
  /** Before lists of this share of all paragraphs the k-th best is looked for. */
  longList: 0.2,
} as const;

/**
 * Finds the best paragraphs by the sum of weight × impact, exactly.
 *
 * The terms of a draft are chosen, and their lists hold about one posting for every two paragraphs in all. All of them are
 * added up, a chunk of paragraphs at a time, each list going on where it stopped; the best of a chunk go to those of the
 * chunks before, and most chunks have hardly one that is better.
 *
 *   lists      ▓▓░░▓░│░▓░░░▓│▓░░…        │ chunk border: the cursors wait
 *              ░▓░░░░│▓░░▓░░│░░▓…
 *   scores     └ 65,536 ┘ → best so far
 *
 * Queries with everyday terms have ten times as many postings. There lists are read heaviest bound first, and once no list
 * that is left could lift a new paragraph above the k-th best, only known candidates are looked up ("MaxScore", term at a
 * time: Turtle and Flood 1995). For chosen terms that cost more than it spared.
 *
 * Document-at-a-time methods (WAND, block-max) skip where impacts within a list differ widely; in paragraphs nearly every
 * frequency is 1, and one tight loop a list is worth more in JavaScript than fewer postings read.
 */
export class CandidateFinder {
  /** Scores of the chunk or the segment under way; all 0 between them. */
  private scores = new Float32Array(chunkSize);
  private readonly costs: Readonly<Record<keyof typeof searchCosts, number>>;
  private selection = new Float32Array(0);
  private candidates = new Uint32Array(0);

  constructor(costs: Readonly<Record<keyof typeof searchCosts, number>> = searchCosts) {
    this.costs = costs;
  }

  find(segments: readonly SearchedSegment[], terms: readonly QueryTerm[], most: number): Candidate[] {
    const best = new BestSoFar(most);
    // The largest first: what is best in it spares work in all others.
    const order = segments
      .map((_, index) => index)
      .sort((left, right) => paragraphsOf(segments, right) - paragraphsOf(segments, left) || left - right);
    for (const index of order) {
      const searched = segments[index];
      if (searched === undefined) continue;
      best.segment = index;
      const lists = openLists(searched.segment, terms);
      const postings = lists.reduce((sum, { count }) => sum + count, 0);
      if (postings > this.costs.sparing * searched.segment.counts.paragraphs) this.spare(searched, lists, best);
      else this.addUp(searched, lists, best);
    }
    return best.sorted();
  }

  private addUp({ segment, accept }: SearchedSegment, lists: readonly OpenList[], best: BestSoFar): void {
    const { scores } = this;
    const cursors = lists.map((list) => new ListCursor(list.open()));
    const { paragraphs } = segment.counts;
    for (let start = 0; start < paragraphs; start += chunkSize) {
      const length = Math.min(chunkSize, paragraphs - start);
      const view = { lengths: segment.lengths, accept, scores, start };
      for (const cursor of cursors) cursor.add(view, start);
      best.takeChunk(scores, start, length);
      scores.fill(0, 0, length);
    }
  }

  private spare({ segment, accept }: SearchedSegment, lists: readonly OpenList[], best: BestSoFar): void {
    const { paragraphs } = segment.counts;
    if (this.scores.length < paragraphs) this.scores = new Float32Array(paragraphs);
    if (this.selection.length < paragraphs) {
      this.selection = new Float32Array(paragraphs);
      this.candidates = new Uint32Array(paragraphs);
    }
    try {
      this.spareLists(lists, { lengths: segment.lengths, accept, scores: this.scores, start: 0, paragraphs }, best);
    } finally {
      this.scores.fill(0, 0, paragraphs);
    }
  }

  private spareLists(unordered: readonly OpenList[], view: Scoring, best: BestSoFar): void {
    const lists = [...unordered].sort((first, second) => second.bound - first.bound);
    // What the lists from each place on can add to a score at most, and how many postings they hold.
    const left = new Float64Array(lists.length + 1);
    const postings = new Float64Array(lists.length + 1);
    for (let index = lists.length - 1; index >= 0; index -= 1) {
      left[index] = (left[index + 1] as number) + (lists[index]?.bound ?? 0);
      postings[index] = (postings[index + 1] as number) + (lists[index]?.count ?? 0);
    }
    let threshold = best.floor;
    let next = 0;
    for (; next < lists.length; next += 1) {
      const list = lists[next] as OpenList;
      // Finding the k-th best costs a pass over the scores, and pays only where what may be spared costs more.
      if (list.count > this.costs.longList * view.paragraphs) threshold = Math.max(threshold, this.kthScore(view.paragraphs, threshold, best.most));
      if ((left[next] as number) < threshold) break;
      addList(list.open(), view);
    }
    let count = this.gather(view.paragraphs, threshold - (left[next] as number));
    for (; next < lists.length && count > 0; next += 1) {
      const list = lists[next] as OpenList;
      // Among many candidates nearly every stretch of a list holds one, and reading the list through is quicker.
      if (count * 24 > list.count) addList(list.open(), view);
      else addToCandidates(list.open(), view, this.candidates.subarray(0, count));
      if (count <= best.most * 2 || (postings[next + 1] as number) < count * 8) continue;
      threshold = Math.max(threshold, this.kthOf(count, best.most));
      count = this.thin(count, threshold - (left[next + 1] as number));
    }
    for (let index = 0; index < count; index += 1) {
      const paragraph = this.candidates[index] as number;
      best.take(paragraph, this.scores[paragraph] as number);
    }
  }

  /** The k-th best of the scores so far, where there are so many above `floor`; else 0. */
  private kthScore(paragraphs: number, floor: number, rank: number): number {
    const { scores, selection } = this;
    let count = 0;
    for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
      const score = scores[paragraph] as number;
      if (score > floor) selection[count++] = score;
    }
    return quickSelect(selection.subarray(0, count), rank);
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
}

/** The best paragraphs over all chunks and segments so far. What does not reach the k-th best of them is left out at once. */
class BestSoFar {
  readonly most: number;
  /** Position of the segment that is under way. */
  segment = 0;
  /** The k-th best score, as far as it is known. */
  floor = 0;
  private readonly scores: Float32Array;
  private readonly paragraphs: Uint32Array;
  private readonly segments: Uint32Array;
  private readonly selection: Float32Array;
  private count = 0;

  constructor(most: number) {
    this.most = most;
    const room = most * 4 + 64;
    this.scores = new Float32Array(room);
    this.paragraphs = new Uint32Array(room);
    this.segments = new Uint32Array(room);
    this.selection = new Float32Array(room);
  }

  /** Takes what is good enough of a chunk of scores, the first of which belongs to paragraph `start`. */
  takeChunk(scores: Float32Array, start: number, length: number): void {
    let { floor } = this;
    for (let place = 0; place < length; place += 1) {
      const score = scores[place] as number;
      if (score <= floor) continue;
      this.take(start + place, score);
      floor = this.floor;
    }
  }

  take(paragraph: number, score: number): void {
    if (score <= this.floor) return;
    const { count } = this;
    this.scores[count] = score;
    this.paragraphs[count] = paragraph;
    this.segments[count] = this.segment;
    this.count = count + 1;
    if (this.count === this.scores.length) this.thin();
  }

  /** Raises the floor to the k-th best and keeps those above it; of those that equal it, the ones that came first. */
  private thin(): void {
    const { scores, paragraphs, segments, selection, count } = this;
    if (count <= this.most) return;
    selection.set(scores.subarray(0, count));
    const kth = quickSelect(selection.subarray(0, count), this.most);
    let equal = this.most;
    for (let index = 0; index < count; index += 1) if ((scores[index] as number) > kth) equal -= 1;
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const score = scores[index] as number;
      if (score < kth || (score === kth && equal-- <= 0)) continue;
      scores[kept] = score;
      paragraphs[kept] = paragraphs[index] as number;
      segments[kept] = segments[index] as number;
      kept += 1;
    }
    this.count = kept;
    this.floor = kth;
  }

  /** Best first; among equals the one that stands first, so that answers do not change from one run to the next. */
  sorted(): Candidate[] {
    this.thin();
    const best: Candidate[] = [];
    for (let index = 0; index < this.count; index += 1) {
      best.push({ segment: this.segments[index] as number, paragraph: this.paragraphs[index] as number, score: this.scores[index] as number });
    }
    return best.sort((left, right) => right.score - left.score || left.segment - right.segment || left.paragraph - right.paragraph);
  }
}

interface Scoring extends SegmentView {
  readonly paragraphs: number;
}

/** Below any score that a list can give. */
const smallest = 1e-9;

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
  return lists;
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
