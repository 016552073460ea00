import { foldedUnits } from '../text/folding.ts';
import { isHan } from '../text/han.ts';

/**
 * A 32-bit value that equals for paragraphs with the same Han characters, letters and digits; punctuation and white
 * space do not count, since copies of one document differ there first. FNV-1a.
 */
export function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    const unit = foldedUnits[text.charCodeAt(index)] as number;
    const letter = isHan(unit) || (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || unit >= 0xd800;
    if (!letter || (unit >= 0xff00 && unit <= 0xffef)) continue;
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}
