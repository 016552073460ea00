import { ReadFailure } from './readFailure.ts';

const endOfChain = 0xfffffffe;
const headerSize = 512;

/**
 * The streams of an OLE compound file (MS-CFB), the container of old Word and WPS documents. Every chain of sectors ends
 * where it would be longer than the file, so that a chain that bites its tail does no harm.
 */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #table: Uint32Array;
  readonly #smallTable: Uint32Array;
  readonly #smallLimit: number;
  readonly #smallData: Uint8Array;
  readonly #entries = new Map<string, { start: number; size: number }>();

  /** @throws ReadFailure `damaged`. */
  constructor(bytes: Uint8Array) {
    if (bytes.length < headerSize * 2) throw damaged();
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged();
    this.#sectorSize = 1 << shift;
    this.#smallLimit = Math.min(this.#view.getUint32(56, true), 65_536);
    this.#table = this.#readTable();
    const folder = this.#chain(this.#view.getUint32(48, true), Infinity);
    this.#smallTable = wordsOf(this.#chain(this.#view.getUint32(60, true), Infinity));
    this.#smallData = this.#readEntries(folder);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The stream of this name, wherever it stands in the tree; `null` where there is none. */
  stream(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    return entry.size < this.#smallLimit ? this.#smallChain(entry.start, entry.size) : this.#chain(entry.start, entry.size);
  }

  /** The allocation table: its sectors are listed in the header, and those beyond 109 in a chain of their own. */
  #readTable(): Uint32Array {
    const view = this.#view;
    const most = Math.ceil(this.#bytes.length / this.#sectorSize);
    const sectors: number[] = [];
    for (let index = 0; index < 109; index += 1) sectors.push(view.getUint32(76 + index * 4, true));
    let next = view.getUint32(68, true);
    for (let steps = 0; steps < most && next < endOfChain - 2; steps += 1) {
      const sector = this.#sector(next);
      if (sector.length < this.#sectorSize) break;
      const words = wordsOf(sector);
      sectors.push(...words.subarray(0, -1));
      next = words.at(-1) ?? endOfChain;
    }
    const used = sectors.filter((sector) => sector < most).slice(0, most);
    return wordsOf(join(used.map((sector) => this.#sector(sector))));
  }

  /** Reads the directory; returns the data of all small streams, which is the root's own. */
  #readEntries(folder: Uint8Array): Uint8Array {
    const view = new DataView(folder.buffer, folder.byteOffset, folder.byteLength);
    const count = Math.floor(folder.length / 128);
    const own = this.#belowRoot(view, count);
    let small: Uint8Array = new Uint8Array(0);
    for (const nested of [false, true]) {
      for (let index = 0; index < count; index += 1) {
        const at = index * 128;
        const kind = folder[at + 66];
        const length = Math.min(64, view.getUint16(at + 64, true));
        if ((kind !== 2 && kind !== 5) || length < 2 || own.has(index) === nested) continue;
        const name = new TextDecoder('utf-16le').decode(folder.subarray(at, at + length - 2));
        const entry = { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) };
        if (kind === 5) small = this.#chain(entry.start, entry.size);
        // Documents embedded in the document have streams of the same names.
        else if (!this.#entries.has(name)) this.#entries.set(name, entry);
      }
    }
    return small;
  }

  /** The entries that stand at the root: its child and, as they are kept in a tree, that one's neighbours. */
  #belowRoot(view: DataView, count: number): Set<number> {
    const found = new Set<number>();
    const open = count === 0 ? [] : [view.getUint32(76, true)];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (index >= count || found.has(index)) continue;
      found.add(index);
      open.push(view.getUint32(index * 128 + 68, true), view.getUint32(index * 128 + 72, true));
    }
    return found;
  }

  #sector(index: number): Uint8Array {
    const start = (index + 1) * this.#sectorSize;
    return this.#bytes.subarray(start, start + this.#sectorSize);
  }

  #chain(start: number, size: number): Uint8Array {
    const most = Math.min(Math.ceil(this.#bytes.length / this.#sectorSize), Math.ceil(size / this.#sectorSize));
    const sectors: Uint8Array[] = [];
    for (let at = start; sectors.length < most && at < this.#table.length; at = this.#table[at] ?? endOfChain) sectors.push(this.#sector(at));
    const data = join(sectors);
    return data.subarray(0, Math.min(size, data.length));
  }

  #smallChain(start: number, size: number): Uint8Array {
    const sectors: Uint8Array[] = [];
    const most = Math.ceil(size / 64);
    for (let at = start; sectors.length < most && at < this.#smallTable.length; at = this.#smallTable[at] ?? endOfChain) {
      sectors.push(this.#smallData.subarray(at * 64, at * 64 + 64));
    }
    const data = join(sectors);
    return data.subarray(0, Math.min(size, data.length));
  }
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Uint32Array(bytes.length >> 2);
  for (let index = 0; index < words.length; index += 1) words[index] = view.getUint32(index * 4, true);
  return words;
}

function damaged(): ReadFailure {
  return new ReadFailure('damaged', '这个旧版 Word/WPS 文档已经损坏，无法读取。');
}
