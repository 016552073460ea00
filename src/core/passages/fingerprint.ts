/**
 * A 32-bit value that equals for paragraphs with the same code units from `from` to `to` (FNV-1a). Copies that differ in
 * punctuation or white space are folded later, by their shingles.
 */
export function fingerprint(text: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let place = from; place < to; place += 1) hash = Math.imul(hash ^ (text[place] as number), 0x01000193);
  return hash >>> 0;
}
