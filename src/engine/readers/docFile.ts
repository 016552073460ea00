import { CompoundFile } from './compoundFile.ts';
import { decodeCodePage } from './decodeText.ts';
import { ReadFailure } from './readFailure.ts';

/** A run of text that lies in one stretch of the file: `cp` counts characters of the document, `fc` bytes of the file. */
export interface DocPiece {
  readonly cp: number;
  readonly text: string;
  readonly fc: number;
  /** Bytes a character: 2 for UTF-16, 1 for Western text. */
  readonly width: 1 | 2;
}

/** Tables of the file that are read here, by their place in the list of [MS-DOC] 2.5.6. */
export const docTables = { styles: 1, characters: 12, paragraphs: 13, text: 33, shapes: 40, boxes: 56, lists: 73, overrides: 74 } as const;

/** A Word 97–2003 document ([MS-DOC]): where its text and its tables lie. */
export class DocFile {
  readonly main: DataView;
  readonly data: DataView;
  readonly pieces: readonly DocPiece[];
  /** Characters of the body; notes, running heads and comments follow it, then the text boxes. */
  readonly bodyLength: number;
  readonly boxes: { readonly start: number; readonly length: number };
  readonly #tables: DataView;

  /** @throws ReadFailure with the reason why this is no document that can be read. */
  constructor(bytes: Uint8Array) {
    const container = new CompoundFile(bytes);
    const stream = container.stream('WordDocument');
    if (stream === null) throw otherContent(container.names);
    this.main = viewOf(stream);
    if (stream.length < 0x9a) throw damaged();
    const version = this.main.getUint16(2, true);
    if (this.main.getUint16(0, true) !== 0xa5ec || version < 0xc1) {
      throw new ReadFailure('unsupported', '这是 Word 95 或更早版本的文档，不能读取；请用 Word 或 WPS 另存为 .docx 再试。');
    }
    const flags = this.main.getUint16(10, true);
    if ((flags & 0x0100) !== 0) throw new ReadFailure('encrypted', '文档设有密码，请先解除密码再读取。');
    const table = container.stream((flags & 0x0200) === 0 ? '0Table' : '1Table');
    if (table === null) throw damaged();
    this.#tables = viewOf(table);
    this.data = viewOf(container.stream('Data') ?? new Uint8Array(0));
    // Lengths of the body, notes, running heads, macros, comments, endnotes and text boxes, one after the other.
    const [body = 0, notes = 0, heads = 0, , comments = 0, endnotes = 0, boxes = 0] = [0, 1, 2, 3, 4, 5, 6].map((index) => Math.max(0, this.main.getInt32(0x4c + index * 4, true)));
    this.bodyLength = body;
    this.boxes = { start: body + notes + heads + comments + endnotes, length: boxes };
    this.pieces = this.#readPieces(stream);
  }

  /** A table of the file; empty where the document has none. */
  table(index: number): DataView {
    const at = 0x9a + index * 8;
    if (at + 8 > this.main.byteLength) return viewOf(new Uint8Array(0));
    const start = this.main.getUint32(at, true);
    const length = this.main.getUint32(at + 4, true);
    if (start >= this.#tables.byteLength || length === 0) return viewOf(new Uint8Array(0));
    return new DataView(this.#tables.buffer, this.#tables.byteOffset + start, Math.min(length, this.#tables.byteLength - start));
  }

  /** A table together with all that follows it: the levels of lists stand behind the table's own end. */
  tableOnwards(index: number): DataView {
    const { buffer, byteOffset, byteLength } = this.table(index);
    return byteLength === 0 ? viewOf(new Uint8Array(0)) : new DataView(buffer, byteOffset, this.#tables.byteOffset + this.#tables.byteLength - byteOffset);
  }

  #readPieces(stream: Uint8Array): DocPiece[] {
    const table = this.table(docTables.text);
    let at = 0;
    // Property lists for pieces come first; only the pieces matter.
    while (at + 3 <= table.byteLength && table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
    if (at + 5 > table.byteLength || table.getUint8(at) !== 2) throw damaged();
    const count = Math.floor((Math.min(table.getUint32(at + 1, true), table.byteLength - at - 5) - 4) / 12);
    const pieces: DocPiece[] = [];
    let read = 0;
    for (let index = 0; index < count; index += 1) {
      const cp = table.getUint32(at + 5 + index * 4, true);
      const length = table.getUint32(at + 9 + index * 4, true) - cp;
      const place = table.getUint32(at + 5 + (count + 1) * 4 + index * 8 + 2, true);
      const narrow = (place & 0x4000_0000) !== 0;
      const width = narrow ? 1 : 2;
      const fc = narrow ? (place & 0x3fff_ffff) / 2 : place;
      if (length <= 0 || fc >= stream.length) continue;
      const raw = stream.subarray(fc, Math.min(fc + length * width, stream.length));
      // Pieces of a broken file may all name the same text.
      read += raw.length;
      if (read > stream.length * 2) throw damaged();
      pieces.push({ cp, fc, width, text: narrow ? decodeCodePage(1252, raw) : new TextDecoder('utf-16le').decode(raw) });
    }
    return pieces;
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Spreadsheets and presentations come in the same container. */
function otherContent(names: readonly string[]): ReadFailure {
  if (names.includes('EncryptedPackage')) return new ReadFailure('encrypted', '文档设有密码，请先解除密码再读取。');
  if (names.includes('Workbook') || names.includes('Book')) return new ReadFailure('unsupported', '这是电子表格，不是文稿，没有读取。');
  if (names.includes('PowerPoint Document')) return new ReadFailure('unsupported', '这是演示文稿，不是文稿，没有读取；请另存为 .docx 再试。');
  if (names.length === 0) return damaged();
  return new ReadFailure('unsupported', '这个文件不是 Word 或 WPS 文档，也不是能读取的其他格式；请另存为 .docx 再试。');
}

function damaged(): ReadFailure {
  return new ReadFailure('damaged', '这个旧版 Word/WPS 文档已经损坏，无法读取；请用 Word 或 WPS 打开后另存为 .docx 再试。');
}
