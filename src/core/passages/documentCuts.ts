import type { Segmenter } from '../text/segmenter.ts';
import { Growing, uint32 } from './growing.ts';
import type { PassageDocument } from './passageDocument.ts';

/**
 * Where the texts of a document are cut into pieces, made ahead of the index: of each section with paragraphs its heading,
 * then its paragraphs. Holds the first so many of these texts; the others are left to whoever builds the index.
 */
export interface DocumentCuts {
  /** Lengths of the pieces in code units, text after text. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** Where each text's pieces end in `lengths`. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Cuts the texts of a document, until `isEnough` says that no more of them need to be. */
export function cutDocument(document: PassageDocument, segmenter: Segmenter, isEnough: () => boolean): DocumentCuts {
  const lengths = new Growing(uint32);
  const ends: number[] = [];
  let count = 0;
  for (const text of textsOf(document)) {
    if (isEnough()) break;
    count = measurePieces(text, segmenter, lengths, count);
    ends.push(count);
  }
  return { lengths: Uint32Array.from(lengths.array.subarray(0, count)), ends: Uint32Array.from(ends) };
}

/** Writes the lengths of a text's pieces from `at` on and returns where they end. */
function measurePieces(text: string, segmenter: Segmenter, lengths: Growing<Uint32Array>, at: number): number {
  lengths.reserve(at + text.length);
  const end = segmenter.measure?.(text, lengths.array, at) ?? -1;
  if (end >= 0) return end;
  let count = at;
  for (const piece of segmenter.cut(text)) {
    lengths.array[count] = piece.length;
    count += 1;
  }
  return count;
}

function* textsOf(document: PassageDocument): Generator<string> {
  for (const { heading, paragraphs } of document.sections) {
    if (paragraphs.length === 0) continue;
    yield heading;
    for (const { text } of paragraphs) yield text;
  }
}

const nothing: DocumentCuts = { lengths: new Uint32Array(0), ends: new Uint32Array(0) };

/** Gives the pieces of a document's texts, one text after the other: as they were cut ahead, or cut now. */
export class TextCuts {
  private readonly segmenter: Segmenter;
  private readonly own = new Growing(uint32, 1 << 10);
  private cuts = nothing;
  private next = 0;
  /** The pieces of the text asked for last: `lengths` from `from` to `to`. */
  lengths: Uint32Array = this.own.array;
  from = 0;
  to = 0;

  constructor(segmenter: Segmenter) {
    this.segmenter = segmenter;
  }

  begin(cuts: DocumentCuts = nothing): void {
    this.cuts = cuts;
    this.next = 0;
  }

  /** Moves to a text, which must be the document's next one. */
  take(text: string): void {
    const { lengths, ends } = this.cuts;
    const place = this.next;
    this.next += 1;
    if (place < ends.length) {
      this.lengths = lengths;
      this.from = place === 0 ? 0 : (ends[place - 1] as number);
      this.to = ends[place] as number;
      return;
    }
    this.to = measurePieces(text, this.segmenter, this.own, 0);
    this.lengths = this.own.array;
    this.from = 0;
  }
}
