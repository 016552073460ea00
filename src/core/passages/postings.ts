import { ByteWriter } from './bytes.ts';
import { greatestImpact, impacts, maximumFrequency } from './ranking.ts';

/**
 * A posting list: the paragraphs that hold a term, ascending, each as one varint of (gap − 1) × 2 + repeated, and where
 * the term is repeated one more byte with its frequency. Lists longer than a block start with a skip table, so that a
 * few known paragraphs can be looked up without reading the whole list:
 *
 *   short list   posting posting …
 *   long list    [last₀ bytes₀][last₁ bytes₁]…  posting ×128  posting ×128 …
 *                 └ varints: distance from the block before, length in bytes
 */
export const blockSize = 128;

export interface WrittenList {
  readonly bytes: Uint8Array;
  /** The list's greatest impact as a 255th of the greatest there is, rounded up. */
  readonly bound: number;
}

export class PostingsWriter {
  private readonly body = new ByteWriter(4096);
  private readonly head = new ByteWriter(256);
  private readonly joined = new ByteWriter(4096);

  /** Writes one list; `paragraphs` ascend, and `lengths` holds the length code of every paragraph of the segment. */
  write(list: { paragraphs: Uint32Array; frequencies: Uint8Array; lengths: Uint8Array }): WrittenList {
    const { paragraphs, frequencies, lengths } = list;
    const { body, head, joined } = this;
    body.clear();
    head.clear();
    const long = paragraphs.length > blockSize;
    let previous = -1;
    let blockStart = 0;
    let blockLast = -1;
    let greatest = 0;
    for (let index = 0; index < paragraphs.length; index += 1) {
      const paragraph = paragraphs[index] as number;
      const frequency = Math.min(maximumFrequency, frequencies[index] as number);
      const gap = paragraph - previous - 1;
      body.varint(frequency > 1 ? gap * 2 + 1 : gap * 2);
      if (frequency > 1) body.u8(frequency);
      previous = paragraph;
      const impact = impacts[(frequency << 8) | (lengths[paragraph] as number)] as number;
      if (impact > greatest) greatest = impact;
      if (long && (index % blockSize === blockSize - 1 || index === paragraphs.length - 1)) {
        head.varint(paragraph - blockLast);
        head.varint(body.length - blockStart);
        blockStart = body.length;
        blockLast = paragraph;
      }
    }
    joined.clear();
    if (long) joined.append(head.view());
    joined.append(body.view());
    return { bytes: joined.view(), bound: Math.min(255, Math.ceil((greatest / greatestImpact) * 255)) };
  }
}

/** A list as it stands in a segment. */
export interface PostingList {
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** Where the postings of a long list begin, behind its skip table. */
function bodyStart(list: PostingList): number {
  if (list.count <= blockSize) return 0;
  const numbers = Math.ceil(list.count / blockSize) * 2;
  let position = 0;
  for (let seen = 0; seen < numbers; position += 1) {
    if ((list.bytes[position] as number) < 0x80) seen += 1;
  }
  return position;
}

export interface ScoredList extends PostingList {
  readonly weight: number;
}

export interface SegmentView {
  readonly lengths: Uint8Array;
  /** 1 for paragraphs that may be answered; `null` where all may. */
  readonly accept: Uint8Array | null;
  /** The paragraphs' scores, added to in place. */
  readonly scores: Float32Array;
}

/** A place in a list that is read block by block. */
export class ListCursor {
  readonly bytes: Uint8Array;
  readonly weight: number;
  position: number;
  /** Postings that are left after the one it stands at. */
  left: number;
  /** The paragraph that it stands at; `noParagraph` behind the last one. */
  paragraph = -1;
  frequency = 1;

  constructor(list: ScoredList) {
    this.bytes = list.bytes;
    this.weight = list.weight;
    this.position = bodyStart(list);
    this.left = list.count;
    addBlock(this, { lengths: noBytes, accept: null, scores: noScores }, 0, 0);
  }
}

export const noParagraph = 0x7fffffff;
const noBytes = new Uint8Array(0);
const noScores = new Float32Array(0);

/**
 * Adds a list's postings in `[start, end)` to `view.scores`, which begins at `start`, and moves the cursor on. This loop is
 * where most of a query's time goes, so it reads varints in place.
 */
export function addBlock(cursor: ListCursor, view: SegmentView, start: number, end: number): void {
  const { bytes, weight } = cursor;
  const { lengths, accept, scores } = view;
  let { paragraph, frequency, position, left } = cursor;
  while (paragraph < end) {
    if (paragraph >= 0 && (accept === null || accept[paragraph] === 1)) {
      const place = paragraph - start;
      scores[place] = (scores[place] as number) + weight * (impacts[(frequency << 8) | (lengths[paragraph] as number)] as number);
    }
    if (left === 0) {
      paragraph = noParagraph;
      break;
    }
    left -= 1;
    let byte = bytes[position++] as number;
    let code = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] as number;
      code |= (byte & 0x7f) << shift;
    }
    paragraph += (code >>> 1) + 1;
    frequency = (code & 1) === 0 ? 1 : (bytes[position++] as number);
  }
  cursor.paragraph = paragraph;
  cursor.frequency = frequency;
  cursor.position = position;
  cursor.left = left;
}

/** Adds a whole list to the scores. */
export function addList(list: ScoredList, view: SegmentView): void {
  const { bytes, weight } = list;
  const { lengths, accept, scores } = view;
  let paragraph = -1;
  let position = bodyStart(list);
  for (let left = list.count; left > 0; left -= 1) {
    let byte = bytes[position++] as number;
    let code = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] as number;
      code |= (byte & 0x7f) << shift;
    }
    paragraph += (code >>> 1) + 1;
    const frequency = (code & 1) === 0 ? 1 : (bytes[position++] as number);
    if (accept !== null && accept[paragraph] !== 1) continue;
    scores[paragraph] = (scores[paragraph] as number) + weight * (impacts[(frequency << 8) | (lengths[paragraph] as number)] as number);
  }
}

/** Adds a list to the scores of known paragraphs only; `candidates` ascend. Blocks that hold none are skipped. */
export function addToCandidates(list: ScoredList, view: SegmentView, candidates: Uint32Array): void {
  const { bytes, weight } = list;
  const { scores } = view;
  const long = list.count > blockSize;
  let next = 0;
  let skip = 0;
  let position = bodyStart(list);
  let last = -1;
  let left = list.count;
  const readVarint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[skip++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  while (left > 0 && next < candidates.length) {
    const inBlock = Math.min(blockSize, left);
    let paragraph = last;
    let blockEnd = Infinity;
    let size = 0;
    if (long) {
      blockEnd = last + readVarint();
      size = readVarint();
    }
    left -= inBlock;
    if (long && (candidates[next] as number) > blockEnd) {
      position += size;
      last = blockEnd;
      continue;
    }
    for (let index = 0; index < inBlock; index += 1) {
      let byte = bytes[position++] as number;
      let code = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[position++] as number;
        code |= (byte & 0x7f) << shift;
      }
      paragraph += (code >>> 1) + 1;
      const frequency = (code & 1) === 0 ? 1 : (bytes[position++] as number);
      while (next < candidates.length && (candidates[next] as number) < paragraph) next += 1;
      if (candidates[next] === paragraph) {
        const impact = impacts[(frequency << 8) | (view.lengths[paragraph] as number)] as number;
        scores[paragraph] = (scores[paragraph] as number) + weight * impact;
      }
    }
    last = paragraph;
  }
}

/** Decodes a list; for merging and for exact phrases. */
export function decodeList(list: PostingList): { paragraphs: Uint32Array; frequencies: Uint8Array } {
  const paragraphs = new Uint32Array(list.count);
  const frequencies = new Uint8Array(list.count);
  const { bytes } = list;
  let position = bodyStart(list);
  let paragraph = -1;
  for (let index = 0; index < list.count; index += 1) {
    let byte = bytes[position++] as number;
    let code = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[position++] as number;
      code |= (byte & 0x7f) << shift;
    }
    paragraph += (code >>> 1) + 1;
    paragraphs[index] = paragraph;
    frequencies[index] = (code & 1) === 0 ? 1 : (bytes[position++] as number);
  }
  return { paragraphs, frequencies };
}
