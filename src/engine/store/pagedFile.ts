import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../../core/passages/ports.ts';
import { checksum } from './checksum.ts';
import { writeDurably } from './durable.ts';

/**
 * A file whose content is checked page by page as it is read: content, a CRC-32 for each page, a trailer.
 *
 *   content … | crc crc crc … | content length (8), crc of the table (4), magic (4)
 *
 * Pages are small, because texts are read paragraph by paragraph from all over the file.
 */
const pageSize = 8 * 1024;
const magic = 0x32504453;
const trailerSize = 16;

/** Stored bytes that are not what was written, or cannot be read. */
export class DamageError extends Error {}

export function writePaged(file: string, content: Uint8Array): number {
  const pages = Math.ceil(content.length / pageSize);
  const tail = Buffer.alloc(pages * 4 + trailerSize);
  for (let page = 0; page < pages; page += 1) {
    tail.writeUInt32LE(checksum(content.subarray(page * pageSize, (page + 1) * pageSize)), page * 4);
  }
  tail.writeBigUInt64LE(BigInt(content.length), pages * 4);
  tail.writeUInt32LE(checksum(tail.subarray(0, pages * 4 + 8)), pages * 4 + 8);
  tail.writeUInt32LE(magic, pages * 4 + 12);
  writeDurably(file, [content, tail]);
  return content.length + tail.length;
}

/** A page that is kept in memory. */
interface KeptPage {
  /** The file's pages by number, among which this one stands; `null` once the file is closed. */
  home: (KeptPage | undefined)[] | null;
  number: number;
  bytes: Uint8Array;
  /** Asked for since the hand passed it last. */
  used: boolean;
}

/**
 * Pages kept in memory over all open files. Which one goes for a new one is told by a clock's hand: it passes over pages
 * that were used since it came by, and takes the first that was not. A hit costs a look at an array and a mark.
 */
export class PageCache {
  private readonly pages: KeptPage[] = [];
  private readonly most: number;
  private hand = 0;

  /** `bytes` bounds what is kept. */
  constructor(bytes: number) {
    this.most = Math.max(1, Math.floor(bytes / pageSize));
  }

  keep(home: (KeptPage | undefined)[], number: number, bytes: Uint8Array): void {
    const page: KeptPage = { home, number, bytes, used: false };
    home[number] = page;
    if (this.pages.length < this.most) {
      this.pages.push(page);
      return;
    }
    for (;;) {
      const oldest = this.pages[this.hand] as KeptPage;
      if (!oldest.used || oldest.home === null) {
        if (oldest.home?.[oldest.number] === oldest) oldest.home[oldest.number] = undefined;
        this.pages[this.hand] = page;
        this.hand = (this.hand + 1) % this.most;
        return;
      }
      oldest.used = false;
      this.hand = (this.hand + 1) % this.most;
    }
  }
}

/** Longer reads are not kept: they are large arrays read once, or lists that the operating system keeps as well. */
const longestKept = 32 * pageSize;

export class PagedFile implements ByteSource {
  readonly length: number;
  private readonly file: string;
  private readonly handle: number;
  private readonly cache: PageCache;
  private readonly checksums: Buffer;
  private readonly pages: (KeptPage | undefined)[] = [];
  /** 1 for pages whose checksum was found right once: long lists are read whole again and again. */
  private readonly checked: Uint8Array;
  private closed = false;

  /** Throws a `DamageError` where the file is missing, cut or not of this kind. */
  constructor(file: string, cache: PageCache) {
    this.file = file;
    this.cache = cache;
    try {
      this.handle = openSync(file, 'r');
    } catch (error) {
      throw new DamageError(`${file}: ${String(error)}`);
    }
    try {
      const { length, checksums } = readTail(this.handle);
      this.length = length;
      this.checksums = checksums;
      this.checked = new Uint8Array(Math.ceil(length / pageSize));
    } catch (error) {
      closeSync(this.handle);
      throw new DamageError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  read(offset: number, length: number): Uint8Array {
    if (offset < 0 || length < 0 || offset + length > this.length) throw new DamageError(`${this.file}: read past the end`);
    if (length === 0) return new Uint8Array(0);
    const first = Math.floor(offset / pageSize);
    const last = Math.floor((offset + length - 1) / pageSize);
    if (first === last) return this.page(first).subarray(offset - first * pageSize, offset - first * pageSize + length);
    if (length > longestKept) {
      const start = first * pageSize;
      return this.load(first, last).subarray(offset - start, offset - start + length);
    }
    const joined = new Uint8Array(length);
    for (let page = first; page <= last; page += 1) {
      const start = page * pageSize;
      const from = Math.max(offset, start);
      const to = Math.min(offset + length, start + pageSize);
      joined.set(this.page(page).subarray(from - start, to - start), from - offset);
    }
    return joined;
  }

  private page(number: number): Uint8Array {
    const kept = this.pages[number];
    if (kept !== undefined) {
      kept.used = true;
      return kept.bytes;
    }
    const bytes = this.load(number, number);
    this.cache.keep(this.pages, number, bytes);
    return bytes;
  }

  /** Reads whole pages and checks each; those of a long run only once. */
  private load(first: number, last: number): Uint8Array {
    const start = first * pageSize;
    const bytes = new Uint8Array(Math.min(this.length, (last + 1) * pageSize) - start);
    if (this.closed) throw new DamageError(`${this.file} is closed`);
    for (let done = 0; done < bytes.length; ) {
      const count = readSync(this.handle, bytes, done, bytes.length - done, start + done);
      if (count === 0) throw new DamageError(`${this.file} is shorter than it was`);
      done += count;
    }
    for (let page = first; page <= last; page += 1) {
      if (last > first && this.checked[page] === 1) continue;
      const content = bytes.subarray(page * pageSize - start, (page + 1) * pageSize - start);
      if (checksum(content) !== this.checksums.readUInt32LE(page * 4)) throw new DamageError(`${this.file}: page ${String(page)} is damaged`);
      this.checked[page] = 1;
    }
    return bytes;
  }

  /** Reads everything once, so that damage anywhere is found. */
  verify(): void {
    for (let page = 0; page * pageSize < this.length; page += 1) this.load(page, page);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    closeSync(this.handle);
    for (const page of this.pages) if (page !== undefined) page.home = null;
    this.pages.length = 0;
  }
}

function readTail(handle: number): { length: number; checksums: Buffer } {
  const { size } = fstatSync(handle);
  if (size < trailerSize) throw new DamageError('too short');
  const trailer = Buffer.alloc(trailerSize);
  readSync(handle, trailer, 0, trailerSize, size - trailerSize);
  if (trailer.readUInt32LE(12) !== magic) throw new DamageError('not a file of this store');
  const length = Number(trailer.readBigUInt64LE(0));
  const pages = Math.ceil(length / pageSize);
  if (length + pages * 4 + trailerSize !== size) throw new DamageError('cut short');
  const table = Buffer.alloc(pages * 4 + 8);
  readSync(handle, table, 0, table.length, length);
  if (checksum(table) !== trailer.readUInt32LE(8)) throw new DamageError('damaged table');
  return { length, checksums: table.subarray(0, pages * 4) };
}
