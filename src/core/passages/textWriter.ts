import { ByteWriter } from './bytes.ts';
import { Codebook, codeRoom, escapeCode } from './codebook.ts';
import { Growing, uint32 } from './growing.ts';
import { PieceTable } from './pieceTable.ts';

/** Longer pieces (a segmenter leaves runs of digits or letters whole) are spelled. */
const longestPiece = 24;

/** Room for one-byte codes that is tried; what is best depends on how much the commonest pieces make up. */
const oneByteChoices = [48, 80, 112, 144] as const;

/** Where a paragraph stands in its source. */
export interface TextPlace {
  readonly line: number | null;
  readonly page: number | null;
}

export interface WrittenTexts {
  /** The paragraphs' records, one behind the other: line + 1, page + 1 (0 for not known), codes. */
  readonly text: Uint8Array;
  readonly codebook: Uint8Array;
  /** Length of each record in bytes, as varints. */
  readonly textLengths: Uint8Array;
}

/** Collects paragraphs as pieces, and writes them as codes once it is known which pieces are common. */
export class TextWriter {
  readonly pieces = new PieceTable();
  /** The pieces of all paragraphs. */
  private readonly log = new Growing(uint32, 1 << 16);
  private logged = 0;
  /** Where each paragraph's pieces end in the log. */
  private readonly ends: number[] = [];
  private readonly places: TextPlace[] = [];

  /** The next piece of the paragraph under way, by its number in `pieces`. */
  add(id: number): void {
    this.log.reserve(this.logged + 1);
    this.log.array[this.logged] = id;
    this.logged += 1;
  }

  endParagraph(place: TextPlace): void {
    this.ends.push(this.logged);
    this.places.push(place);
  }

  finish(): WrittenTexts {
    const { coded, oneByte } = this.choose();
    const codeOfPiece = new Uint32Array(this.pieces.size);
    const codeOfUnit = new Uint32Array(1 << 16);
    const table = coded.map((piece, index) => {
      if (typeof piece === 'number') codeOfPiece[piece] = index + 1;
      const text = typeof piece === 'number' ? this.pieces.pieceOf(piece) : piece;
      if (text.length === 1) codeOfUnit[text.charCodeAt(0)] = index + 1;
      return text;
    });
    const out = new ByteWriter(1 << 16);
    const lengths = new ByteWriter(1 << 10);
    const put = (code: number): void => {
      if (code < oneByte) out.u8(code);
      else {
        out.u8(oneByte + ((code - oneByte) >>> 8));
        out.u8((code - oneByte) & 0xff);
      }
    };
    const spell = (unit: number): void => {
      const code = codeOfUnit[unit] as number;
      if (code > 0) put(code);
      else {
        out.u8(escapeCode);
        out.u16(unit);
      }
    };
    let next = 0;
    this.places.forEach(({ line, page }, paragraph) => {
      const start = out.length;
      out.varint(line === null ? 0 : line + 1);
      out.varint(page === null ? 0 : page + 1);
      for (const end = this.ends[paragraph] ?? 0; next < end; next += 1) {
        const id = this.log.array[next] as number;
        const code = codeOfPiece[id] as number;
        if (code > 0) put(code);
        else this.pieces.forEachUnit(id, spell);
      }
      lengths.varint(out.length - start);
    });
    return { text: out.finish(), codebook: Codebook.write(oneByte, table), textLengths: lengths.finish() };
  }

  /** The pieces that get a code, commonest first: their numbers, or single characters that spelling needs. */
  private choose(): { coded: (number | string)[]; oneByte: number } {
    const { pieces } = this;
    const counts = new Uint32Array(pieces.size);
    for (let place = 0; place < this.logged; place += 1) {
      const id = this.log.array[place] as number;
      counts[id] = (counts[id] as number) + 1;
    }
    const unitCounts = new Uint32Array(1 << 16);
    const worth: { piece: number | string; count: number }[] = [];
    for (let id = 0; id < pieces.size; id += 1) {
      const length = pieces.lengthOf(id);
      const count = counts[id] as number;
      // A code saves about two bytes a character beyond the first; its place in the table costs two a character and one.
      const pays = length <= longestPiece && count * 2 * (length - 1) > 2 * length + 1;
      if (length > 1 && pays) worth.push({ piece: id, count });
      else pieces.forEachUnit(id, (unit) => (unitCounts[unit] = (unitCounts[unit] as number) + count));
    }
    unitCounts.forEach((count, unit) => {
      if (count >= 4) worth.push({ piece: String.fromCharCode(unit), count });
    });
    worth.sort((left, right) => right.count - left.count);
    const lengthOf = (piece: number | string): number => (typeof piece === 'number' ? pieces.lengthOf(piece) : 1);
    const { oneByte, coded } = bestOneByte(worth.map(({ piece, count }) => ({ count, length: lengthOf(piece) })));
    return { coded: worth.slice(0, coded).map(({ piece }) => piece), oneByte };
  }
}

/** How many codes should take one byte, and how many of the pieces, commonest first, get a code, so that the whole is shortest. */
function bestOneByte(pieces: readonly { readonly count: number; readonly length: number }[]): { oneByte: number; coded: number } {
  let best: { oneByte: number; coded: number; bytes: number } | null = null;
  for (const oneByte of oneByteChoices) {
    const coded = Math.min(pieces.length, codeRoom(oneByte) - 1);
    let bytes = 0;
    pieces.forEach(({ count, length }, place) => {
      if (place < oneByte - 1) bytes += count;
      else bytes += count * 2 * (place < coded ? 1 : length);
    });
    if (best === null || bytes < best.bytes) best = { oneByte, coded, bytes };
  }
  return best ?? { oneByte: oneByteChoices[0], coded: 0 };
}
