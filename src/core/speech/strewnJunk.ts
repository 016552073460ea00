import { holder } from './lineKinds.ts';
import type { Piece } from './sourceText.ts';

/**
 * `…同志们$ _ @! u2 s/ |% Q) X+ u0 U`: what forums strew behind and into the lines that are copied from them. Five pieces or
 * more of one to three Latin characters, signs among them; a formula or an English name has longer pieces or no such signs.
 */
const sign = /[#$%^&_~;|@{}<>\\`]/;
const holdsSign = holder(sign);
const run = /[!-~]{1,3}(?: {1,2}[!-~]{1,3}){4,}/g;

const leastSigned = 2;
const leastLettered = 2;

export function findJunk(text: string): Piece[] {
  if (!holdsSign(text)) return [];
  return [...text.matchAll(run)].flatMap((match) => {
    const pieces = match[0].split(/ +/u);
    const signed = pieces.filter((piece) => sign.test(piece)).length;
    const lettered = pieces.filter((piece) => /[A-Za-z]/.test(piece)).length;
    return signed >= leastSigned && lettered >= leastLettered ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
}
