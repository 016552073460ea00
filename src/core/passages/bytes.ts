/** A growing byte buffer. All numbers are little-endian; varints are LEB128 of at most 32 bits. */
export class ByteWriter {
  private bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1024) {
    this.bytes = new Uint8Array(capacity);
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    grown.set(this.bytes.subarray(0, this.length));
    this.bytes = grown;
  }

  u8(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  u16(value: number): void {
    this.u8(value & 0xff);
    this.u8((value >>> 8) & 0xff);
  }

  u32(value: number): void {
    this.u16(value & 0xffff);
    this.u16(value >>> 16);
  }

  varint(value: number): void {
    this.reserve(5);
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.bytes[this.length] = (rest & 0x7f) | 0x80;
      this.length += 1;
      rest >>>= 7;
    }
    this.bytes[this.length] = rest;
    this.length += 1;
  }

  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** The code units of `text` from `start`, two bytes each, without a length. */
  units(text: string, start = 0): void {
    this.reserve((text.length - start) * 2);
    for (let index = start; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      this.bytes[this.length] = unit & 0xff;
      this.bytes[this.length + 1] = unit >>> 8;
      this.length += 2;
    }
  }

  /** A string with its length before it. */
  string(text: string): void {
    this.varint(text.length);
    this.units(text);
  }

  clear(): void {
    this.length = 0;
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  /** What was written, not copied: valid until the next write. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** Reads what ByteWriter wrote. Reading past the end throws a RangeError, which callers take for damage. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  get done(): boolean {
    return this.position >= this.bytes.length;
  }

  u8(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw new RangeError('read past the end of a stored part');
    this.position += 1;
    return value;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  varint(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
      shift += 7;
      if (shift > 28) return (value | (this.u8() << 28)) >>> 0;
    }
  }

  units(count: number): string {
    if (this.position + count * 2 > this.bytes.length) throw new RangeError('read past the end of a stored part');
    const text = decodeUnits(this.bytes, this.position, count);
    this.position += count * 2;
    return text;
  }

  string(): string {
    return this.units(this.varint());
  }
}

/** A string of `count` code units that stand at `offset`, two bytes each. */
export function decodeUnits(bytes: Uint8Array, offset: number, count: number): string {
  let text = '';
  let position = offset;
  const end = offset + count * 2;
  while (position < end) {
    const units: number[] = [];
    const stop = Math.min(end, position + 1024);
    for (; position < stop; position += 2) {
      units.push((bytes[position] as number) | ((bytes[position + 1] as number) << 8));
    }
    text += String.fromCharCode(...units);
  }
  return text;
}

/** Copies bytes into an aligned array of 32-bit numbers. */
export function asUint32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}

export function asUint16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.slice().buffer);
}

export function bytesOf(array: Uint32Array | Uint16Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
