import iconv from 'iconv-lite';

/**
 * Text that a program once read in a wrong encoding and saved so: `åœ¨å…¨åŽ¿` and `ÔÚÈ«ÏØ` are Chinese taken for Western, `鍦ㄥ叏鍘`
 * is UTF-8 taken for GBK. The bytes that it was are made again.
 */

const sampleLength = 4096;
/** Of what is neither ASCII nor white space. */
const leastWestern = 0.95;
const leastLetters = 40;
/** ，。、 and 的 begin or end so: characters that no text holds. */
const asGbk = /[锛紝銆鐨]/g;
const leastAsGbk = 0.03;
/** Rows of dots are no text. */
const leastDifferent = 10;
/** What no encoding reads, for a character that is lost. */
const lost = 0xff;

export type Mistaken = 'western' | 'gbk';

/** What a text was taken for; `null` where it reads as it was written. */
export function mistakenFor(text: string): Mistaken | null {
  const sample = text.slice(0, sampleLength);
  const beyond = sample.match(/[^\0-\x7f\s]/g)?.length ?? 0;
  if (beyond < leastLetters) return null;
  if ((sample.match(asGbk)?.length ?? 0) >= beyond * leastAsGbk) return 'gbk';
  const western = sample.match(/[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\ufffd]/g) ?? [];
  return beyond * 3 >= sample.length && western.length >= beyond * leastWestern && new Set(western).size >= leastDifferent ? 'western' : null;
}

/** The bytes that a text was before it was taken for what it is not. */
export function bytesBefore(text: string, mistaken: Mistaken): Uint8Array {
  if (mistaken === 'gbk') return Buffer.concat(text.split('\ufffd').flatMap((part, index) => [Buffer.from(index === 0 ? [] : [lost]), iconv.encode(part, 'gb18030')]));
  return Uint8Array.from(text, (character) => {
    const unit = character.charCodeAt(0);
    // What Windows leaves open others keep as it is.
    return unit < 0x100 ? unit : unit === 0xfffd ? lost : (iconv.encode(character, 'windows-1252')[0] ?? lost);
  });
}
