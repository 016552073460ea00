/** What a document says more than once, as a page says a title, a slogan or its own name. */

/** Titles said again are looked for among lines of as many characters. */
const shortestSaid = 6;
const longestSaid = 80;
/** Within a longer line a title is said again in as many lines at both ends of a page. */
const edgeLines = 24;

/** A block's white space is plain spaces. */
function withoutGaps(text: string): string {
  return text.includes(' ') ? text.replaceAll(' ', '') : text;
}

/** How often each short line stands in the document, its digits and gaps aside. */
export function countTimes(texts: readonly string[]): number[] {
  const keys = texts.map((text) => (text.length > longestSaid ? '' : /[\d\s]/.test(text) ? text.replace(/[\d\s]+/gu, '#') : text));
  const counts = new Map<string, number>();
  for (const key of keys) if (key.length >= 2) counts.set(key, (counts.get(key) ?? 0) + 1);
  return keys.map((key) => counts.get(key) ?? 1);
}

/**
 * Which short lines a document says again, as a page does with a title, a sum for each: 1 said before, 2 said later, 4 within a
 * longer line, 8 with another line within it.
 */
export function findSaid(texts: readonly string[]): Uint8Array {
  const said = new Uint8Array(texts.length);
  const plain = texts.map((text) => (text.length > longestSaid * 2 ? '' : withoutGaps(text)));
  const places = new Map<string, number>();
  plain.forEach((text, index) => {
    if (text.length < shortestSaid || text.length > longestSaid) return;
    const before = places.get(text);
    if (before !== undefined) {
      said[index] = (said[index] ?? 0) | 1;
      said[before] = (said[before] ?? 0) | 2;
    }
    places.set(text, index);
  });
  // Within a longer line a title is said at the two ends of a page.
  const edge = plain.map((_, index) => index).filter((index) => index < edgeLines || index >= plain.length - edgeLines);
  for (const index of edge) {
    const text = plain[index] ?? '';
    if (text.length < shortestSaid + 2 || text.length > longestSaid) continue;
    for (const other of edge) {
      if (other === index || (plain[other] ?? '').length <= text.length || !(plain[other] ?? '').includes(text)) continue;
      said[index] = (said[index] ?? 0) | 4;
      said[other] = (said[other] ?? 0) | 8;
    }
  }
  return said;
}
