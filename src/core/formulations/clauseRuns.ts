import type { Stretch } from './stretch.ts';

/** Longest run, in clauses and in code units, and shortest. */
const limits = { clauses: 8, length: 60, shortest: 6 };

const clause = /[^，、；：,;:]+[，、；：,;:]?/gu;

/** Figures, Latin letters and brackets belong to single events, not to set wording. */
const particular = /[0-9A-Za-z０-９（）()【】·]/u;

/**
 * The runs of two or more neighbouring clauses of a sentence: what stands between marks is whole by itself, so such a run
 * need not vary at its edges to be an expression, and fewer documents are enough to tell it from chance.
 *
 *     性质严重，影响恶劣，应予严肃处理   gives 性质严重，影响恶劣 / 性质严重，影响恶劣，应予严肃处理 / 影响恶劣，应予严肃处理
 */
export function* clauseRunsOf(sentence: string): Generator<Stretch> {
  const clauses = [...sentence.matchAll(clause)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0] }));
  for (let first = 0; first < clauses.length; first += 1) {
    const start = clauses[first]?.start ?? 0;
    for (let last = first; last < Math.min(clauses.length, first + limits.clauses); last += 1) {
      const { text = '', end = 0 } = clauses[last] ?? {};
      if (particular.test(text)) break;
      const trimmed = /[，、；：,;:]$/u.test(text) ? end - 1 : end;
      if (trimmed - start > limits.length) break;
      if (last === first || trimmed - start < limits.shortest || !closes(sentence, start, trimmed)) continue;
      if (!isCutList(sentence, start, trimmed)) yield { start, end: trimmed };
    }
  }
}

/** Most Han characters of an item of a list of names. */
const name = 4;

/**
 * Whether the run is some of the items of a longer list of names or other short items: of 何某、王某、秦某、朱某 every
 * window recurs. Where such a list goes on in several ways is found by its windows of characters.
 */
function isCutList(sentence: string, start: number, end: number): boolean {
  if (sentence.charAt(start - 1) !== '、' && sentence.charAt(end) !== '、') return false;
  return sentence.slice(start, end).split('、').every((item) => item.length <= name && !/[，；：]/u.test(item));
}

/** Whether quotes are closed within the run. */
function closes(sentence: string, start: number, end: number): boolean {
  let open = 0;
  for (let index = start; index < end; index += 1) {
    const unit = sentence.charAt(index);
    if ('“‘《「『'.includes(unit)) open += 1;
    else if ('”’》」』'.includes(unit)) open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
