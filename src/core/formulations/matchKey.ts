import { fold } from '../text/folding.ts';

/**
 * What is compared while a writer types: the text without quotes, punctuation and spaces, folded. 增强四个, 增强"四个
 * and 增强“四个 have the same key 增强四个, and so has a chain typed with its separators left out. Offsets into the
 * original stay known, because what is accepted replaces exactly what was typed.
 */
export interface MatchKey {
  /** Characters that count, one code unit each. */
  readonly key: string;
  /** Offset in the original text of each code unit of `key`. */
  readonly at: readonly number[];
}

/**
 * What a code unit of folded text is to matching: `letter` counts; `quote` covers quotation marks, 《》 and
 * parentheses; `separator` stands between clauses; `wall` ends a sentence or belongs to Markdown, and no match reaches
 * over it.
 */
export type UnitClass = 'letter' | 'quote' | 'separator' | 'space' | 'wall';

const classes = new Map<string, UnitClass>();
for (const unit of '"\'《》〈〉()') classes.set(unit, 'quote');
for (const unit of ',、;:-…·') classes.set(unit, 'separator');
for (const unit of ' \u200b\ufeff') classes.set(unit, 'space');
for (const unit of '。!?\n\r\u2028\u2029*_`#|~<>[]{}\\=/') classes.set(unit, 'wall');

/** The class of one code unit of a text that is already folded. */
export function classOf(folded: string, index: number): UnitClass {
  const unit = folded.charCodeAt(index);
  // Han characters and ASCII letters are by far the most frequent, and a range check is cheaper than the table.
  if (unit >= 0x4e00 && unit <= 0x9fff) return 'letter';
  return classes.get(folded.charAt(index)) ?? 'letter';
}

/** The key of a whole formulation. Walls inside it are left out like any punctuation: the text is known to be one. */
export function matchKeyOf(text: string): MatchKey {
  const folded = fold(text);
  const at: number[] = [];
  let key = '';
  for (let index = 0; index < folded.length; index += 1) {
    if (classOf(folded, index) !== 'letter') continue;
    key += folded.charAt(index);
    at.push(index);
  }
  return { key, at };
}

/** Longest stretch before the cursor that is compared, in key units: longer than any formulation a writer types whole. */
export const longestOverlap = 80;

/** The key of what stands before the cursor, back to the last wall: 会议指出。要增强“四|  gives 要增强四. */
export function matchKeyBefore(before: string): MatchKey {
  const start = Math.max(0, before.length - longestOverlap * 2);
  const folded = fold(before.slice(start));
  const units: string[] = [];
  const at: number[] = [];
  for (let index = folded.length - 1; index >= 0 && units.length < longestOverlap; index -= 1) {
    const unitClass = classOf(folded, index);
    if (unitClass === 'wall') break;
    if (unitClass !== 'letter') continue;
    units.push(folded.charAt(index));
    at.push(start + index);
  }
  return { key: units.reverse().join(''), at: at.reverse() };
}
