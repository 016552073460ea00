/**
 * Bytes that can be read in parts. The engine reads them lazily from disk and checks them; in memory they are an array.
 * `read` throws where the bytes are damaged or missing.
 */
export interface ByteSource {
  readonly length: number;
  /** The result may be a view and must not be changed. */
  read(offset: number, length: number): Uint8Array;
}

export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    length: bytes.length,
    read(offset, length) {
      if (offset + length > bytes.length) throw new RangeError('read past the end of a segment');
      return bytes.subarray(offset, offset + length);
    },
  };
}
