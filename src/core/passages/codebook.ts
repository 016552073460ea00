import { asUint16, ByteReader, ByteWriter } from './bytes.ts';
import { Growing, uint16 } from './growing.ts';

/**
 * A segment's text is stored as codes for the segmenter's pieces: the commonest pieces take one byte, the next thousands
 * two, what is rarer is spelled with the codes of its characters. Code 0 is an escape: two bytes of a code unit follow.
 *
 *   科普 | 工作 | 迈上 | 新 | 台阶 | 。      →  a7 31 · c0 08 · e1 5f · 3c · d2 90 · 02
 *
 * That takes about as little room as deflate does on blocks small enough to be read singly, and a paragraph is decoded
 * in about a microsecond instead of fifty, without reading its neighbours. That is what lets the second stage read
 * hundreds of candidates for each answer.
 */
export const escapeCode = 0;

/** Codes from `oneByte` on take two bytes; the most that fit in all. */
export function codeRoom(oneByte: number): number {
  return oneByte + (256 - oneByte) * 256;
}

const quad = 4;

/** No text has as many code units. A small whole number, because the loop that decodes compares with it at each piece. */
export const wholeText = 2 ** 29;

/** The pieces of a segment by code. */
export class Codebook {
  /** Number of codes that take one byte, the escape included. */
  readonly oneByte: number;
  /** Code units of all pieces, one behind the other, in the order of their codes. */
  private readonly units: Uint16Array;
  /** Where each code's piece starts in `units`, and at last where the last one ends. */
  private readonly starts: Uint32Array;
  /** The first four code units of each piece. Most have no more, and four are copied as fast as one. */
  private readonly quads: Uint16Array;

  private constructor(oneByte: number, units: Uint16Array, starts: Uint32Array) {
    this.oneByte = oneByte;
    this.units = units;
    this.starts = starts;
    this.quads = new Uint16Array((starts.length - 1) * quad);
    for (let code = 1; code < starts.length - 1; code += 1) {
      const start = starts[code] as number;
      this.quads.set(units.subarray(start, Math.min(start + quad, starts[code + 1] as number)), code * quad);
    }
  }

  /** Number of codes, the escape included. */
  get size(): number {
    return this.starts.length - 1;
  }

  /** `oneByte`, number of codes, lengths of the pieces as bytes, code units. Pieces come in the order of their codes. */
  static write(oneByte: number, pieces: readonly string[]): Uint8Array {
    const out = new ByteWriter(1 << 14);
    out.u8(oneByte);
    out.varint(pieces.length);
    for (const piece of pieces) out.varint(piece.length);
    for (const piece of pieces) out.units(piece);
    return out.finish();
  }

  /** Reads what `write` wrote; throws a RangeError where it is not that. */
  static read(bytes: Uint8Array): Codebook {
    const reader = new ByteReader(bytes);
    const oneByte = reader.u8();
    const count = reader.varint();
    if (oneByte === 0 || count + 1 > codeRoom(oneByte)) throw new RangeError('a code table that is none');
    const starts = new Uint32Array(count + 2);
    let total = 0;
    for (let code = 1; code <= count; code += 1) {
      starts[code] = total;
      total += reader.varint();
    }
    starts[count + 1] = total;
    if (reader.position + total * 2 !== bytes.length) throw new RangeError('a code table that was cut');
    return new Codebook(oneByte, asUint16(bytes.subarray(reader.position)), starts);
  }

  /** The piece of a code other than the escape. */
  piece(code: number): string {
    return String.fromCharCode(...this.units.subarray(this.starts[code], this.starts[code + 1]));
  }

  /**
   * Decodes `bytes[from, to)` behind what stands in `into`, or no more than `most` code units of it and the rest of a piece.
   * Throws a RangeError at a code that the table does not have.
   */
  decode(bytes: Uint8Array, range: { readonly from: number; readonly to: number }, into: DecodedTexts, most = wholeText): void {
    const { units, starts, quads, oneByte } = this;
    const size = starts.length - 1;
    const start = into.end;
    const stop = start + most;
    into.units.reserve(start + quad);
    let target = into.units.array;
    let end = start;
    let position = range.from;
    while (position < range.to && end < stop) {
      let code = bytes[position++] as number;
      if (code === escapeCode) {
        into.units.reserve(end + 1 + quad);
        target = into.units.array;
        target[end++] = (bytes[position] as number) | ((bytes[position + 1] as number) << 8);
        position += 2;
        continue;
      }
      if (code >= oneByte) code = oneByte + ((code - oneByte) << 8) + (bytes[position++] as number);
      if (code >= size) throw new RangeError('a text with a code that stands for nothing');
      const first = starts[code] as number;
      const length = (starts[code + 1] as number) - first;
      if (end + length + quad > target.length) {
        into.units.reserve(end + length + quad);
        target = into.units.array;
      }
      const own = code * quad;
      target[end] = quads[own] as number;
      target[end + 1] = quads[own + 1] as number;
      target[end + 2] = quads[own + 2] as number;
      target[end + 3] = quads[own + 3] as number;
      for (let next = quad; next < length; next += 1) target[end + next] = units[first + next] as number;
      end += length;
    }
    into.end = end;
    const left = range.to - position;
    into.whole = end - start + (left > 0 ? Math.round((left * (end - start)) / (position - range.from)) : 0);
    into.isCut = left > 0;
  }

  /** Calls with each code of `bytes[from, to)`; for an escape with 0 and the code unit. */
  walk(bytes: Uint8Array, range: { readonly from: number; readonly to: number }, visit: (code: number, unit: number) => void): void {
    for (let position = range.from; position < range.to; ) {
      let code = bytes[position++] as number;
      if (code === escapeCode) {
        visit(escapeCode, (bytes[position] as number) | ((bytes[position + 1] as number) << 8));
        position += 2;
        continue;
      }
      if (code >= this.oneByte) code = this.oneByte + ((code - this.oneByte) << 8) + (bytes[position++] as number);
      if (code >= this.size) throw new RangeError('a text with a code that stands for nothing');
      visit(code, 0);
    }
  }
}

/** Texts that were decoded one behind the other. */
export class DecodedTexts {
  readonly units: Growing<Uint16Array> = new Growing(uint16, 1 << 12);
  /** Where the last one ends. */
  end = 0;
  /** Code units of the last one; about so many where only its beginning was decoded. */
  whole = 0;
  isCut = false;
}

/** A string of code units, however many. Short ones, as most pieces are, are faster put together one by one. */
export function stringOf(units: Uint16Array, from: number, to: number): string {
  if (to - from <= 8) {
    let text = '';
    for (let index = from; index < to; index += 1) text += String.fromCharCode(units[index] as number);
    return text;
  }
  if (to - from <= 4096) return String.fromCharCode.apply(null, units.subarray(from, to) as unknown as number[]);
  let text = '';
  for (let start = from; start < to; start += 4096) text += stringOf(units, start, Math.min(to, start + 4096));
  return text;
}
