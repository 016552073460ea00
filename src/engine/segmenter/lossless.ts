/**
 * Makes a segmenter's answer lossless. What comes back from native code can differ in characters that have no UTF-8
 * form (half of a surrogate pair), never in length as a rule; then the terms are taken from the text itself. Where even
 * the lengths differ (a NUL ends a text early), every character becomes a term.
 */
export function lossless(text: string, terms: string[]): string[] {
  let length = 0;
  for (const term of terms) length += term.length;
  if (length !== text.length) return [...text];
  let offset = 0;
  let changed = false;
  for (const term of terms) {
    if (!text.startsWith(term, offset)) {
      changed = true;
      break;
    }
    offset += term.length;
  }
  if (!changed) return terms;
  let start = 0;
  return terms.map((term) => {
    const own = text.slice(start, start + term.length);
    start += term.length;
    return own;
  });
}
