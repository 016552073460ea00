import { ByteWriter } from './bytes.ts';
import { gains, greatestImpact, impacts, maximumFrequency } from './ranking.ts';

/**
 * A posting list: the paragraphs that hold a term, ascending, with its frequency in each. Long lists stand in chunks of
 * 65,536 paragraphs, where two bytes name a paragraph; frequencies above one follow as exceptions. Nothing in the loop over
 * a chunk depends on what was read before, so it takes a third of the time that varints take, for half as many bytes more.
 * Short lists, of which there are many, are varints.
 *
 *   short list   (gap − 1) × 2 + repeated, and where the term is repeated one more byte with its frequency
 *   long list    chunk chunk …         until all postings are read
 *   chunk        count, bytes of exceptions │ low halves of the paragraphs, u16 each │ exceptions     (count alone where it is 0)
 *   exception    (distance to the exception before − 1) × 2 + more, and where `more` one byte with the frequency, else it is 2
 */
export const chunkSize = 1 << 16;

/** Lists of fewer postings are short. */
export const shortList = 16;

export interface WrittenList {
  readonly bytes: Uint8Array;
  /** The list's greatest impact as a 255th of the greatest there is, rounded up. */
  readonly bound: number;
}

export class PostingsWriter {
  private readonly out = new ByteWriter(4096);
  private readonly exceptions = new ByteWriter(256);

  /** Writes one list; `paragraphs` ascend, and `lengths` holds the length code of every paragraph of the segment. */
  write(list: { paragraphs: Uint32Array; frequencies: Uint8Array; lengths: Uint8Array }): WrittenList {
    const { paragraphs, frequencies, lengths } = list;
    this.out.clear();
    if (paragraphs.length < shortList) this.writeShort(paragraphs, frequencies);
    else this.writeChunks(paragraphs, frequencies);
    let greatest = 0;
    for (let index = 0; index < paragraphs.length; index += 1) {
      const frequency = Math.min(maximumFrequency, frequencies[index] as number);
      const impact = impacts[(frequency << 8) | (lengths[paragraphs[index] as number] as number)] as number;
      if (impact > greatest) greatest = impact;
    }
    return { bytes: this.out.view(), bound: Math.min(255, Math.ceil((greatest / greatestImpact) * 255)) };
  }

  private writeShort(paragraphs: Uint32Array, frequencies: Uint8Array): void {
    const { out } = this;
    let previous = -1;
    for (let index = 0; index < paragraphs.length; index += 1) {
      const paragraph = paragraphs[index] as number;
      const frequency = Math.min(maximumFrequency, frequencies[index] as number);
      out.varint((paragraph - previous - 1) * 2 + (frequency > 1 ? 1 : 0));
      if (frequency > 1) out.u8(frequency);
      previous = paragraph;
    }
  }

  private writeChunks(paragraphs: Uint32Array, frequencies: Uint8Array): void {
    const { out, exceptions } = this;
    for (let from = 0, chunk = 0; from < paragraphs.length; chunk += 1) {
      let to = from;
      exceptions.clear();
      let exception = from - 1;
      for (; to < paragraphs.length && (paragraphs[to] as number) >>> 16 === chunk; to += 1) {
        const frequency = Math.min(maximumFrequency, frequencies[to] as number);
        if (frequency === 1) continue;
        exceptions.varint((to - exception - 1) * 2 + (frequency > 2 ? 1 : 0));
        if (frequency > 2) exceptions.u8(frequency);
        exception = to;
      }
      out.varint(to - from);
      if (to === from) continue;
      out.varint(exceptions.length);
      for (; from < to; from += 1) out.u16((paragraphs[from] as number) & 0xffff);
      out.append(exceptions.view());
    }
  }
}

/** A list as it stands in a segment. */
export interface PostingList {
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** Adding up goes on in whole numbers; the weights of a query are such that no sum reaches this. */
export const greatestSum = 2 ** 30;

/** A list that is read chunk by chunk, or posting by posting where it is short. `weight` is a whole number. */
export class ListCursor {
  private readonly bytes: Uint8Array;
  private readonly weight: number;
  private readonly isShort: boolean;
  private position = 0;
  /** Postings that were not read yet. */
  private left: number;
  /** Of a short list: the posting that was read and not used yet; −1 before the first. */
  private paragraph = -1;
  private frequency = 0;
  /** Of the chunk under way: number of postings, and where their halves, the exceptions and the next chunk begin. */
  private count = 0;
  private halves = 0;
  private exceptions = 0;
  private end = 0;

  constructor(list: PostingList, weight = 1) {
    this.bytes = list.bytes;
    this.left = list.count;
    this.weight = weight;
    this.isShort = list.count < shortList;
  }

  private varint(): number {
    let byte = this.bytes[this.position++] as number;
    let value = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = this.bytes[this.position++] as number;
      value |= (byte & 0x7f) << shift;
    }
    return value;
  }

  /** Moves to the next chunk; returns whether it holds anything. Throws a RangeError where the list is cut. */
  private openChunk(): boolean {
    this.position = Math.max(this.position, this.end);
    if (this.position >= this.bytes.length) throw new RangeError('a posting list that was cut');
    this.count = this.varint();
    if (this.count === 0) return false;
    const exceptions = this.varint();
    this.halves = this.position;
    this.exceptions = this.halves + this.count * 2;
    this.end = this.exceptions + exceptions;
    if (this.count < 0 || this.count > this.left || exceptions < 0 || this.end > this.bytes.length) throw new RangeError('a posting list that was cut');
    this.left -= this.count;
    return true;
  }

  /** Reads the next posting of a short list that lies before `end`, into `paragraph` and `frequency`. */
  private nextShort(end: number): boolean {
    if (this.frequency === 0) {
      if (this.left === 0) return false;
      this.left -= 1;
      const code = this.varint();
      this.paragraph += (code >>> 1) + 1;
      this.frequency = (code & 1) === 0 ? 1 : (this.bytes[this.position++] as number) & 15;
      if (this.frequency === 0) this.frequency = 1;
    }
    return this.paragraph < end;
  }

  /**
   * Adds the weight to the sums of those paragraphs that hold the term, of the chunk that begins at paragraph `base`: once
   * for a term that stands there once, by `gains` more for one that is repeated. Chunks are asked for one after the other.
   */
  add(sums: Int32Array, lengths: Uint8Array, base: number): void {
    if (this.isShort) this.addShort(sums, lengths, base);
    else if (this.left > 0 && this.openChunk()) this.addChunk(sums, lengths, base);
  }

  private addShort(sums: Int32Array, lengths: Uint8Array, base: number): void {
    while (this.nextShort(base + chunkSize)) {
      const place = this.paragraph - base;
      sums[place] = ((sums[place] as number) + this.weight * (gains[(this.frequency << 8) | (lengths[this.paragraph] as number)] as number)) | 0;
      this.frequency = 0;
    }
  }

  /** This loop is where most of the first stage's time goes. */
  private addChunk(sums: Int32Array, lengths: Uint8Array, base: number): void {
    const { bytes, weight, halves, exceptions: stop } = this;
    for (let position = halves; position < stop; position += 2) {
      const half = (bytes[position] as number) | ((bytes[position + 1] as number) << 8);
      sums[half] = ((sums[half] as number) + weight) | 0;
    }
    this.eachException((half, frequency) => {
      sums[half] = ((sums[half] as number) + weight * ((gains[(frequency << 8) | (lengths[base + half] as number)] as number) - 1)) | 0;
    });
  }

  private eachException(visit: (half: number, frequency: number, index: number) => void): void {
    const { bytes, halves } = this;
    this.position = this.exceptions;
    for (let index = -1; this.position < this.end; ) {
      const code = this.varint();
      index += (code >>> 1) + 1;
      const frequency = (code & 1) === 0 ? 2 : (bytes[this.position++] as number) & 15;
      visit((bytes[halves + index * 2] as number) | ((bytes[halves + index * 2 + 1] as number) << 8), frequency, index);
    }
  }

  /** Writes what is left of the list to the arrays, which have room for it. */
  decode(paragraphs: Uint32Array, frequencies: Uint8Array): void {
    let at = 0;
    if (this.isShort) {
      for (; this.nextShort(Infinity); at += 1) {
        paragraphs[at] = this.paragraph;
        frequencies[at] = this.frequency;
        this.frequency = 0;
      }
      return;
    }
    for (let base = 0; this.left > 0; base += chunkSize) {
      if (!this.openChunk()) continue;
      const { bytes, halves, count } = this;
      for (let index = 0; index < count; index += 1) {
        paragraphs[at + index] = base + ((bytes[halves + index * 2] as number) | ((bytes[halves + index * 2 + 1] as number) << 8));
      }
      frequencies.fill(1, at, at + count);
      const first = at;
      this.eachException((_, frequency, index) => {
        frequencies[first + index] = frequency;
      });
      at += count;
    }
  }
}

/** Decodes a list; for merging and for exact phrases. */
export function decodeList(list: PostingList): { paragraphs: Uint32Array; frequencies: Uint8Array } {
  const paragraphs = new Uint32Array(list.count);
  const frequencies = new Uint8Array(list.count);
  new ListCursor(list).decode(paragraphs, frequencies);
  return { paragraphs, frequencies };
}
