import { ByteReader, ByteWriter } from './bytes.ts';

/**
 * The terms of a segment in code-unit order, front-coded in blocks of sixteen: each entry shares its beginning with the
 * one before it. A look-up is a binary search over the blocks' first terms, then a walk through one block.
 *
 *   block   postings offset, then per entry: shared units, further units, count, postings bytes, bound
 */
const termsPerBlock = 16;

export interface TermEntry {
  /** Number of paragraphs with the term. */
  readonly count: number;
  readonly offset: number;
  readonly bytes: number;
  /** Greatest impact in the list, in 255ths. */
  readonly bound: number;
}

export class TermDictionaryWriter {
  private readonly out = new ByteWriter(1 << 16);
  private readonly blocks = new ByteWriter(1 << 12);
  private previous = '';
  count = 0;

  /** Terms come in ascending order, their lists one behind the other. */
  add(term: string, entry: TermEntry): void {
    let shared = 0;
    if (this.count % termsPerBlock === 0) {
      this.blocks.u32(this.out.length);
      this.out.varint(entry.offset);
    } else {
      const most = Math.min(this.previous.length, term.length);
      while (shared < most && this.previous.charCodeAt(shared) === term.charCodeAt(shared)) shared += 1;
    }
    this.out.varint(shared);
    this.out.varint(term.length - shared);
    this.out.units(term, shared);
    this.out.varint(entry.count);
    this.out.varint(entry.bytes);
    this.out.u8(entry.bound);
    this.previous = term;
    this.count += 1;
  }

  finish(): { entries: Uint8Array; blocks: Uint8Array } {
    return { entries: this.out.finish(), blocks: this.blocks.finish() };
  }
}

export class TermDictionary {
  private readonly entries: Uint8Array;
  private readonly blocks: Uint32Array;

  constructor(entries: Uint8Array, blocks: Uint32Array) {
    this.entries = entries;
    this.blocks = blocks;
  }

  /** Whether the first term of a block is greater than `term`. Nothing is allocated: a draft asks for hundreds of terms. */
  private isAfter(block: number, term: string): boolean {
    const { entries } = this;
    const reader = new ByteReader(entries, this.blocks[block]);
    reader.varint();
    reader.varint();
    const length = reader.varint();
    const { position } = reader;
    const most = Math.min(length, term.length);
    for (let index = 0; index < most; index += 1) {
      const unit = unitAt(entries, position + index * 2);
      const other = term.charCodeAt(index);
      if (unit !== other) return unit > other;
    }
    return length > term.length;
  }

  /** The last block whose first term is not greater than `term`; −1 where all are greater. */
  private blockOf(term: string): number {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (this.isAfter(middle, term)) high = middle - 1;
      else low = middle + 1;
    }
    return high;
  }

  find(term: string): TermEntry | null {
    const block = this.blockOf(term);
    if (block < 0) return null;
    const { entries } = this;
    const reader = new ByteReader(entries, this.blocks[block]);
    const end = block + 1 < this.blocks.length ? (this.blocks[block + 1] as number) : entries.length;
    let offset = reader.varint();
    // How many units of the entry under way are those of the term.
    let same = 0;
    while (reader.position < end) {
      const shared = reader.varint();
      const further = reader.varint();
      const start = reader.position;
      if (shared <= same) {
        same = shared;
        while (same < shared + further && same < term.length && unitAt(entries, start + (same - shared) * 2) === term.charCodeAt(same)) same += 1;
      }
      reader.position = start + further * 2;
      const count = reader.varint();
      const bytes = reader.varint();
      const bound = reader.u8();
      if (same === term.length && shared + further === term.length) return { count, offset, bytes, bound };
      offset += bytes;
    }
    return null;
  }

  /** All terms in order, or those from a block on. */
  *walk(from = 0, to = this.blocks.length): Generator<readonly [term: string, entry: TermEntry]> {
    for (let block = from; block < to; block += 1) {
      const reader = new ByteReader(this.entries, this.blocks[block]);
      const end = block + 1 < this.blocks.length ? (this.blocks[block + 1] as number) : this.entries.length;
      let offset = reader.varint();
      let term = '';
      while (reader.position < end) {
        const shared = reader.varint();
        term = term.slice(0, shared) + reader.units(reader.varint());
        const count = reader.varint();
        const bytes = reader.varint();
        const bound = reader.u8();
        yield [term, { count, offset, bytes, bound }];
        offset += bytes;
      }
    }
  }

  /** The terms that begin with `prefix`. */
  *startingWith(prefix: string): Generator<readonly [term: string, entry: TermEntry]> {
    for (const pair of this.walk(Math.max(0, this.blockOf(prefix)))) {
      if (pair[0].startsWith(prefix)) yield pair;
      else if (pair[0] > prefix) return;
    }
  }
}

function unitAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
}
