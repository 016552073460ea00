import { chunkSize, greatestSum, ListCursor } from './postings.ts';
import type { QueryTerm } from './queryTerms.ts';
import { greatestGain, greatestSingle, impacts } from './ranking.ts';
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
 * Finds the best paragraphs by the sum of weight × impact, exactly.
 *
 * All postings of the terms are added up, a chunk of paragraphs at a time, each list going on where it stopped; the best of a
 * chunk go to those of the chunks before, and most chunks have hardly one that is better.
 *
 *   lists      ▓▓░░▓░│░▓░░░▓│▓░░…        │ chunk border: the cursors wait
 *              ░▓░░░░│▓░░▓░░│░░▓…
 *   sums       └ 65,536 ┘ × impact of the length → best so far
 *
 * Nearly every frequency is 1, and then an impact depends on the paragraph's length alone. So weights are added up as whole
 * numbers, without a look at the length, and the few sums that may be great enough are multiplied by it afterwards. A loop as
 * short as that leaves nothing to be gained by reading fewer postings ("MaxScore", WAND, block-max).
 */
export class CandidateFinder {
  /** Sums of the chunk under way; all 0 between them. */
  private readonly sums = new Int32Array(chunkSize);

  find(segments: readonly SearchedSegment[], terms: readonly QueryTerm[], most: number): Candidate[] {
    const unit = greatestSum / (greatestGain * terms.reduce((sum, { weight }) => sum + weight, 0));
    const best = new BestSoFar(most);
    // The largest first: what is best in it spares work in all others.
    const order = segments
      .map((_, index) => index)
      .sort((left, right) => paragraphsOf(segments, right) - paragraphsOf(segments, left) || left - right);
    for (const index of order) {
      const searched = segments[index];
      if (searched === undefined) continue;
      best.segment = index;
      this.addUp(searched, openLists(searched.segment, terms, unit), best);
    }
    return best.sorted(unit);
  }

  private addUp({ segment, accept }: SearchedSegment, cursors: readonly ListCursor[], best: BestSoFar): void {
    if (cursors.length === 0) return;
    const { sums } = this;
    const { lengths, counts: { paragraphs } } = segment;
    try {
      for (let start = 0; start < paragraphs; start += chunkSize) {
        for (const cursor of cursors) cursor.add(sums, lengths, start);
        best.takeChunk(sums, { lengths, accept, start, paragraphs: Math.min(chunkSize, paragraphs - start) });
        sums.fill(0);
      }
    } catch (error) {
      sums.fill(0);
      throw error;
    }
  }
}

function openLists(segment: Segment, terms: readonly QueryTerm[], unit: number): ListCursor[] {
  const cursors: ListCursor[] = [];
  for (const { term, weight } of terms) {
    const entry = segment.find(term);
    if (entry !== null) cursors.push(new ListCursor(segment.list(entry), Math.max(1, Math.round(weight * unit))));
  }
  return cursors;
}

interface Chunk {
  readonly lengths: Uint8Array;
  readonly accept: Uint8Array | null;
  readonly start: number;
  readonly paragraphs: number;
}

/** Sums that are looked at in one. */
const quad = 4;

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

  /** Takes what is good enough of a chunk of sums. */
  takeChunk(sums: Int32Array, { lengths, accept, start, paragraphs }: Chunk): void {
    // A sum that is not greater cannot reach the floor, however short the paragraph.
    let least = this.floor / greatestSingle;
    for (let place = 0; place < paragraphs; place += quad) {
      // The sums behind the last paragraph are 0.
      if ((sums[place] as number) <= least && (sums[place + 1] as number) <= least && (sums[place + 2] as number) <= least && (sums[place + 3] as number) <= least) continue;
      for (let each = place; each < place + quad; each += 1) {
        const sum = sums[each] as number;
        const paragraph = start + each;
        if (sum <= least || (accept !== null && accept[paragraph] !== 1)) continue;
        this.take(paragraph, sum * (impacts[256 | (lengths[paragraph] as number)] as number));
        least = this.floor / greatestSingle;
      }
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
  sorted(unit: number): Candidate[] {
    this.thin();
    const best: Candidate[] = [];
    for (let index = 0; index < this.count; index += 1) {
      best.push({ segment: this.segments[index] as number, paragraph: this.paragraphs[index] as number, score: (this.scores[index] as number) / unit });
    }
    return best.sort((left, right) => right.score - left.score || left.segment - right.segment || left.paragraph - right.paragraph);
  }
}

function paragraphsOf(segments: readonly SearchedSegment[], index: number): number {
  return segments[index]?.segment.counts.paragraphs ?? 0;
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
