/**
 * Bytes that can be read in parts. The engine reads them lazily from disk and checks them; in memory they are an array.
 * `read` throws where the bytes are damaged or missing.
 */
export interface ByteSource {
  readonly length: number;
  /** The result may be a view and must not be changed. */
  read(offset: number, length: number): Uint8Array;
}

/** Compression of text blocks, with a dictionary that both sides know. */
export interface Compressor {
  deflate(text: string, dictionary: Uint8Array): Uint8Array;
  inflate(bytes: Uint8Array, dictionary: Uint8Array): string;
  /** The bytes of a text as `deflate` would see them; a dictionary is made of them. */
  encode(text: string): Uint8Array;
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
