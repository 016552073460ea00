/** How many code units of a text are looked at, about. */
const looked = 32;

/**
 * A 32-bit value that equals for paragraphs with the same code units from `from` to `to`. It is made from the length and
 * some of the units (FNV-1a), so texts of which it is equal may still differ: `sameUnits` tells.
 */
export function fingerprint(text: Uint16Array, from: number, to: number): number {
  let hash = (0x811c9dc5 | 0) ^ (to - from);
  const step = 1 + Math.floor((to - from) / looked);
  for (let place = from; place < to; place += step) hash = Math.imul(hash ^ (text[place] as number), 0x01000193);
  return hash;
}

/** Whether the code units from `first` on are those from `second` on, so many of them. */
export function sameUnits(text: Uint16Array, first: number, second: number, length: number): boolean {
  for (let place = 0; place < length; place += 1) if (text[first + place] !== text[second + place]) return false;
  return true;
}
