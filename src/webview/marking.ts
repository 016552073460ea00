/** A stretch of a passage's text, marked or not. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Cuts `text` into stretches so that every occurrence of a term is marked; overlapping terms join.
 * `科技创新是关键` with 科技, 科技创新 → [科技创新]是关键
 */
export function markTerms(text: string, terms: readonly string[]): Stretch[] {
  const marked = new Uint8Array(text.length);
  for (const term of terms) {
    // A single character is marked nowhere: 的 or 会 all over a paragraph tells a writer nothing.
    if (term.length < 2) continue;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) marked.fill(1, at, at + term.length);
  }
  const stretches: Stretch[] = [];
  let start = 0;
  for (let index = 1; index <= text.length; index += 1) {
    if (index < text.length && marked[index] === marked[start]) continue;
    stretches.push({ text: text.slice(start, index), marked: marked[start] === 1 });
    start = index;
  }
  return stretches.filter((stretch) => stretch.text !== '');
}
