/** A typed array that grows by doubling; `array[index]` must be reserved first. */
export class Growing<T extends Uint32Array | Uint16Array | Uint8Array> {
  array: T;
  private readonly make: (length: number) => T;

  constructor(make: (length: number) => T, capacity = 1 << 12) {
    this.make = make;
    this.array = make(capacity);
  }

  reserve(length: number): void {
    if (length <= this.array.length) return;
    const grown = this.make(Math.max(length, this.array.length * 2));
    grown.set(this.array);
    this.array = grown;
  }
}

export const uint32 = (length: number): Uint32Array => new Uint32Array(length);
export const uint16 = (length: number): Uint16Array => new Uint16Array(length);
export const uint8 = (length: number): Uint8Array => new Uint8Array(length);
