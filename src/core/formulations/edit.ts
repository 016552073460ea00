import { fold } from '../text/folding.ts';
import { countHan } from '../text/han.ts';
import { closingMarks, openingMarks } from './beginnings.ts';
import { classOf, matchKeyOf } from './matchKey.ts';

/** What accepting a completion does to the text around the cursor. */
export interface Edit {
  readonly insert: string;
  /** Code units before the cursor. */
  readonly replace: number;
  /** Code units after the cursor. */
  readonly replaceAfter: number;
}

export interface EditRequest {
  readonly before: string;
  readonly after: string;
  /** Offset in `before` from which on the text is replaced. */
  readonly from: number;
  readonly insert: string;
  /** Key of what is still to be typed of the form that was matched. */
  readonly remainder: string;
}

/**
 * Completes an edit: takes in the opening quote that the writer already typed, and whatever of the inserted text stands
 * after the cursor. `null` where accepting would change nothing.
 *
 *     说“四个|”  +  “四个意识”   replaces “四个 before and ” after the cursor, so that no quote is doubled
 */
export function editFor({ before, after, from, insert, remainder }: EditRequest): Edit | null {
  const start = takeOpeningMarks(before, from, insert);
  const replaced = before.slice(start);
  const replaceAfter = overlapAfter({ insert, after, replaced, remainder });
  if (replaced + after.slice(0, replaceAfter) === insert) return null;
  return { insert, replace: before.length - start, replaceAfter };
}

/** Moves `from` back over opening marks that the insert brings along itself. */
function takeOpeningMarks(before: string, from: number, insert: string): number {
  let lead = 0;
  while (lead < insert.length && openingMarks.includes(insert.charAt(lead))) lead += 1;
  let start = from;
  for (let index = lead - 1; index >= 0 && start > 0; index -= 1) {
    const mark = before.charAt(start - 1);
    if (fold(mark) !== fold(insert.charAt(index))) break;
    if (!openingMarks.includes(mark) && !isOpeningStraight(before, start - 1)) break;
    start -= 1;
  }
  return start;
}

/** A straight quote opens where an even number of them stands before it in its paragraph. */
function isOpeningStraight(before: string, index: number): boolean {
  const mark = before.charAt(index);
  if (mark !== '"' && mark !== "'") return false;
  let count = 0;
  for (let i = index - 1; i >= 0 && before.charAt(i) !== '\n'; i -= 1) {
    if (before.charAt(i) === mark) count += 1;
  }
  return count % 2 === 0;
}

/**
 * How much of the text after the cursor the inserted text brings along.
 *
 *     增强“四个|意识”是    the rest of the formulation, two characters of it at least: 精神|神州 shares one by chance
 *     增强“四个意识|”      closing marks that the insert ends with
 *     “两个确立|”是        a closing quote whose partner is replaced: the insert closes its own quotes
 */
function overlapAfter(edit: { insert: string; after: string; replaced: string; remainder: string }): number {
  const { insert, after, replaced, remainder } = edit;
  if (after === '') return 0;
  const keyed = matchKeyOf(after.slice(0, remainder.length * 2 + 8));
  let shared = 0;
  while (shared < remainder.length && remainder.charAt(shared) === keyed.key.charAt(shared)) shared += 1;
  if (countHan(remainder.slice(0, shared)) < 2) shared = 0;
  const eaten = shared === 0 ? 0 : (keyed.at[shared - 1] ?? -1) + 1;
  const foldedInsert = fold(insert);
  const rest = fold(after.slice(eaten));
  let marks = 0;
  while (marks < rest.length && onlyMarks(rest.charAt(marks))) marks += 1;
  const whole = shared === 0 || shared === remainder.length;
  for (let length = whole ? marks : 0; length > 0; length -= 1) {
    if (foldedInsert.endsWith(rest.slice(0, length))) return eaten + length;
  }
  const closes = rest !== '' && (closingMarks.includes(after.charAt(eaten)) || rest.startsWith('"'));
  return eaten + (closes && leavesQuoteOpen(replaced + after.slice(0, eaten)) ? 1 : 0);
}

function onlyMarks(folded: string): boolean {
  for (let index = 0; index < folded.length; index += 1) {
    const unitClass = classOf(folded, index);
    if (unitClass !== 'quote' && unitClass !== 'separator' && unitClass !== 'wall') return false;
  }
  return true;
}

function leavesQuoteOpen(text: string): boolean {
  let open = 0;
  let straight = 0;
  for (const mark of text) {
    if (openingMarks.includes(mark)) open += 1;
    else if (closingMarks.includes(mark)) open -= 1;
    else if (mark === '"') straight += 1;
  }
  return open > 0 || straight % 2 === 1;
}
