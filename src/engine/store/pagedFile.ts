import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from '../../core/passages/ports.ts';
import { checksum } from './checksum.ts';
import { writeDurably } from './durable.ts';

/**
 * A file whose content is checked page by page as it is read: content, a CRC-32 for each page, a trailer.
 *
 *   content … | crc crc crc … | content length (8), crc of the table (4), magic (4)
 */
const pageSize = 64 * 1024;
const magic = 0x31504453;
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

/** Pages kept in memory over all open files; the ones used longest ago go first. */
export class PageCache {
  private readonly pages = new Map<string, Uint8Array>();
  private readonly most: number;

  /** `bytes` bounds what is kept. */
  constructor(bytes: number) {
    this.most = Math.max(1, Math.floor(bytes / pageSize));
  }

  get(key: string): Uint8Array | undefined {
    const page = this.pages.get(key);
    if (page !== undefined) {
      this.pages.delete(key);
      this.pages.set(key, page);
    }
    return page;
  }

  set(key: string, page: Uint8Array): void {
    if (this.pages.size >= this.most) {
      const oldest = this.pages.keys().next();
      if (oldest.done !== true) this.pages.delete(oldest.value);
    }
    this.pages.set(key, page);
  }

  forget(prefix: string): void {
    for (const key of this.pages.keys()) if (key.startsWith(prefix)) this.pages.delete(key);
  }
}

/** Longer reads are not kept: they are large arrays read once, or lists that the operating system keeps as well. */
const longestKept = 4 * pageSize;

export class PagedFile implements ByteSource {
  readonly length: number;
  private readonly file: string;
  private readonly handle: number;
  private readonly cache: PageCache;
  private readonly checksums: Buffer;
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
    const key = `${this.file}\n${String(number)}`;
    const kept = this.cache.get(key);
    if (kept !== undefined) return kept;
    const page = this.load(number, number);
    this.cache.set(key, page);
    return page;
  }

  /** Reads whole pages and checks each. */
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
      const content = bytes.subarray(page * pageSize - start, (page + 1) * pageSize - start);
      if (checksum(content) !== this.checksums.readUInt32LE(page * 4)) throw new DamageError(`${this.file}: page ${String(page)} is damaged`);
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
    this.cache.forget(`${this.file}\n`);
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
