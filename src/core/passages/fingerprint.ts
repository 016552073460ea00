import { foldedUnits } from '../text/folding.ts';
import { isLetter } from './shingles.ts';

/**
 * A 32-bit value that equals for paragraphs with the same Han characters, letters and digits; punctuation and white
 * space do not count, since copies of one document differ there first. FNV-1a over the code units from `from` to `to`.
 */
export function fingerprint(text: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let place = from; place < to; place += 1) {
    const unit = foldedUnits[text[place] as number] as number;
    if (isLetter(unit)) hash = Math.imul(hash ^ unit, 0x01000193);
  }
  return hash >>> 0;
}
