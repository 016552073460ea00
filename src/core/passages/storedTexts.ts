import type { ParagraphRole } from '../contracts.ts';
import { paragraphRoles } from '../contracts.ts';
import { ByteReader } from './bytes.ts';
import { Codebook, DecodedTexts, stringOf, wholeText } from './codebook.ts';
import { sameUnits } from './fingerprint.ts';
import type { ByteSource } from './ports.ts';
import type { TextPlace } from './textWriter.ts';

export interface StoredParagraph extends TextPlace {
  readonly text: string;
}

/** The texts of a segment, each read and decoded when it is asked for. `TextWriter` tells how they are written. */
export class StoredTexts {
  private readonly source: ByteSource;
  private readonly paragraphs: number;
  private readonly lengths: () => Uint8Array;
  private readonly table: () => Uint8Array;
  private readonly scratch = new DecodedTexts();
  /** Where each record begins, and at last where the last one ends. Read with the first text. */
  private offsets: Uint32Array | null = null;
  private known: Codebook | null = null;

  constructor(parts: { readonly source: ByteSource; readonly paragraphs: number; readonly lengths: () => Uint8Array; readonly codebook: () => Uint8Array }) {
    this.source = parts.source;
    this.paragraphs = parts.paragraphs;
    this.lengths = parts.lengths;
    this.table = parts.codebook;
  }

  get codebook(): Codebook {
    this.known ??= Codebook.read(this.table());
    return this.known;
  }

  private offsetsOf(): Uint32Array {
    if (this.offsets !== null) return this.offsets;
    const reader = new ByteReader(this.lengths());
    const offsets = new Uint32Array(this.paragraphs + 1);
    for (let paragraph = 0; paragraph < this.paragraphs; paragraph += 1) {
      offsets[paragraph + 1] = (offsets[paragraph] as number) + reader.varint();
    }
    if (offsets[this.paragraphs] !== this.source.length) throw new RangeError('a text whose records do not fill it');
    this.offsets = offsets;
    return offsets;
  }

  /** The bytes of a record. */
  private record(paragraph: number): Uint8Array {
    const offsets = this.offsetsOf();
    if (paragraph >= this.paragraphs) throw new RangeError('a paragraph that a segment does not have');
    const start = offsets[paragraph] as number;
    return this.source.read(start, (offsets[paragraph + 1] as number) - start);
  }

  /** Decodes a paragraph behind what stands in `into`, or about `most` code units of it. */
  decode(paragraph: number, into: DecodedTexts, most = wholeText): void {
    const bytes = this.record(paragraph);
    this.codebook.decode(bytes, { from: afterPlace(bytes), to: bytes.length }, into, most);
  }

  read(paragraph: number): StoredParagraph {
    this.scratch.end = 0;
    this.decode(paragraph, this.scratch);
    return { text: stringOf(this.scratch.units.array, 0, this.scratch.end), ...this.place(paragraph) };
  }

  /** Whether a paragraph is the same text as one of these or other texts. */
  isSame(paragraph: number, other: StoredTexts, otherParagraph: number): boolean {
    const { scratch } = this;
    scratch.end = 0;
    this.decode(paragraph, scratch);
    const { end } = scratch;
    other.decode(otherParagraph, scratch);
    return scratch.end === 2 * end && sameUnits(scratch.units.array, 0, end, end);
  }

  /** Where a paragraph stands in its source. */
  place(paragraph: number): TextPlace {
    const reader = new ByteReader(this.record(paragraph));
    const line = reader.varint();
    const page = reader.varint();
    return { line: line === 0 ? null : line - 1, page: page === 0 ? null : page - 1 };
  }

  /** Calls with each code of a paragraph; for an escape with 0 and the code unit. */
  walk(paragraph: number, visit: (code: number, unit: number) => void): void {
    const bytes = this.record(paragraph);
    this.codebook.walk(bytes, { from: afterPlace(bytes), to: bytes.length }, visit);
  }
}

/** Where the codes begin, behind the two numbers of the place. */
function afterPlace(bytes: Uint8Array): number {
  let position = 0;
  while ((bytes[position] as number) >= 0x80) position += 1;
  position += 1;
  while ((bytes[position] as number) >= 0x80) position += 1;
  return position + 1;
}

export function roleCode(role: ParagraphRole): number {
  return paragraphRoles.indexOf(role);
}

export function roleOfCode(code: number): ParagraphRole {
  return paragraphRoles[code] ?? 'body';
}
