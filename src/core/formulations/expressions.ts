// Recurrent multi-clause expressions of a text: what a set phrase looks like from outside, with no list at hand.
// 深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护” is four clauses, and every run of
// neighbouring clauses in it is an expression too. Runs never cross the end of a sentence.

/** Longest expression looked at, in clauses and in code units: set phrases are shorter, and longer runs hardly recur. */
const limits = { clauses: 8, length: 60, shortest: 6 };

const sentenceEnd = /[。！？!?\n\u2028\u2029]/u;
const clause = /[^，、；：,;:]+[，、；：,;:]?/gu;
/** Figures, Latin letters and brackets belong to single events, not to set wording. */
const particular = /[0-9A-Za-z０-９（）()【】·]/u;

/** The expressions of a text, each once. */
export function expressionsIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const sentence of text.split(sentenceEnd)) {
    const clauses = sentence.match(clause) ?? [];
    for (let first = 0; first < clauses.length; first++) {
      let run = '';
      for (let last = first; last < Math.min(clauses.length, first + limits.clauses); last++) {
        const next = clauses[last] ?? '';
        if (particular.test(next)) break;
        run += next;
        if (run.length > limits.length) break;
        const expression = run.replace(/[，、；：,;:]$/u, '').trim();
        if (expression.length >= limits.shortest) found.add(expression);
      }
    }
  }
  return found;
}
