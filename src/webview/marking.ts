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
  return stretchesOf(text, marksOf(text, terms));
}

function marksOf(text: string, terms: readonly string[]): Uint8Array {
  const marked = new Uint8Array(text.length);
  for (const term of terms) {
    // A single character is marked nowhere: 的 or 会 all over a paragraph tells a writer nothing.
    if (term.length < 2) continue;
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) marked.fill(1, at, at + term.length);
  }
  return marked;
}

function stretchesOf(text: string, marked: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let index = 1; index <= text.length; index += 1) {
    if (index < text.length && marked[index] === marked[start]) continue;
    stretches.push({ text: text.slice(start, index), marked: marked[start] === 1 });
    start = index;
  }
  return stretches.filter((stretch) => stretch.text !== '');
}

/**
 * Where a folded text of which only `room` code units are seen should begin: 0, unless the shared words stand further on.
 * A passage whose first lines say nothing of what was asked looks like a wrong answer. Begins with a clause.
 */
export function excerptStart(text: string, terms: readonly string[], room: number): number {
  const before = new Uint32Array(text.length + 1);
  const marked = marksOf(text, terms);
  marked.forEach((mark, index) => (before[index + 1] = (before[index] ?? 0) + mark));
  const marksFrom = (at: number) => (before[Math.min(text.length, at + room)] ?? 0) - (before[at] ?? 0);
  let best = 0;
  // The beginning is easier to read, so the other place must have three times as much to show.
  let most = marksFrom(0) * 3;
  const clauses = [...text.matchAll(/(?<=[。！？；，：\n])./gu)].map(({ index }) => index);
  for (const clause of clauses) {
    if (marksFrom(clause) <= most) continue;
    best = clause;
    most = marksFrom(clause);
  }
  // In a narrow sidebar less is seen: the first of the words should stand in the first line.
  const first = marked.indexOf(1, best);
  return best === 0 ? 0 : (clauses.findLast((clause) => clause <= first) ?? best);
}
