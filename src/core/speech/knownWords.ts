import { digits } from './weightTable.ts';
import { wordBits, wordTable } from './wordTable.ts';

/**
 * Whether two to four characters are a common word, asked of a Bloom filter over the words of the segmenter's dictionary
 * (`scripts/readers/writeWords.ts`). Of strings that are none, fewer than one in a hundred are taken for one: enough for
 * a clue among others, in a tenth of the dictionary's size.
 */
export function isKnownWord(text: string): boolean {
  const bits = read();
  for (let round = 0; round < wordHashes; round += 1) {
    const bit = wordHash(text, round);
    if (((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

export const wordHashes = 7;

/** The bit that stands for the word in this round; the script that fills the table uses the same. */
export function wordHash(text: string, round: number): number {
  let mixed = Math.imul(round + 1, 0x9e3779b1);
  for (let index = 0; index < text.length; index += 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x85ebca6b);
    mixed ^= mixed >>> 13;
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % wordBits;
}

let table: Uint8Array | null = null;

/** Unpacked when the first run-on text is read. */
function read(): Uint8Array {
  table ??= unpackBits(wordTable);
  return table;
}

/** Three bytes in four characters, as base 64 has it. */
export function packBits(bits: Uint8Array): string {
  let packed = '';
  for (let at = 0; at < bits.length; at += 3) {
    const three = ((bits[at] ?? 0) << 16) | ((bits[at + 1] ?? 0) << 8) | (bits[at + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) packed += digits.charAt((three >>> shift) & 63);
  }
  return packed;
}

export function unpackBits(packed: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let value = 0; value < 64; value += 1) values[digits.charCodeAt(value)] = value;
  const bits = new Uint8Array((packed.length / 4) * 3);
  for (let at = 0, byte = 0; at < packed.length; at += 4, byte += 3) {
    let four = 0;
    for (let index = 0; index < 4; index += 1) four = (four << 6) | (values[packed.charCodeAt(at + index)] ?? 0);
    bits[byte] = four >>> 16;
    bits[byte + 1] = (four >>> 8) & 255;
    bits[byte + 2] = four & 255;
  }
  return bits;
}
