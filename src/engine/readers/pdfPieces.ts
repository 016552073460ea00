/** No line begins with these, and none ends with those; a quotation mark looks the same on either side. */
const closing = /[，。、；：！？）》〉】〕」』…—％‰·,.;:!?)\]}%]/u;
const opening = /[（《〈【〔「『(\[{]/u;
const quotes = /[“”‘’"']/u;
const latin = /[\x21-\x7e\u00a1-\u024f]/u;
/** A piece longer than this, in characters, breaks somewhere. */
const longest = 40;

/**
 * Width of what a line begins with that no line break may part: `40.3%，`, `话：“人`, one character of `水利局`. Programs that
 * break lines move it down whole, so the line above may end early by as much.
 */
export function firstPieceWidth(text: string, size: number): number {
  const signs = Array.from(text.slice(0, longest * 2)).slice(0, longest);
  let width = 0;
  for (const [index, sign] of signs.entries()) {
    width += latin.test(sign) || sign === ' ' ? size / 2 : size;
    const next = signs[index + 1];
    if (next === undefined || mayBreak(sign, next)) break;
  }
  return width;
}

function mayBreak(sign: string, next: string): boolean {
  if (sign === ' ' || next === ' ') return true;
  if (closing.test(next) || opening.test(sign) || quotes.test(sign) || quotes.test(next)) return false;
  return !(latin.test(sign) && latin.test(next));
}
