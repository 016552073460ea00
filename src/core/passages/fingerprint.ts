import { foldedUnits } from '../text/folding.ts';
import { isLetter } from './shingles.ts';

/**
 * A 32-bit value that equals for paragraphs with the same Han characters, letters and digits; punctuation and white
 * space do not count, since copies of one document differ there first. FNV-1a over the code units from `from` to `to`.
 */
export function fingerprint(text: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let place = from; place < to; place += 1) {
    let unit = text[place] as number;
    if (unit < 0x4e00 || unit > 0x9fff) {
      unit = foldedUnits[unit] as number;
      if (!isLetter(unit)) continue;
    }
    hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}
