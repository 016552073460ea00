import { fold } from '../text/folding.ts';
import { countHan } from '../text/han.ts';
import { closingMarks, openingMarks } from './beginnings.ts';
import { classOf, matchKeyOf } from './matchKey.ts';
import type { MatchKey } from './matchKey.ts';

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
  const replaceAfter = overlapAfter({ insert, after, replaced, remainder, outside: before.slice(Math.max(0, start - nearby), start) });
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
    // One that was left out may stand between two that were typed: 《十四五| for 《“十四五”.
    if (fold(mark) !== fold(insert.charAt(index))) continue;
    if (!openingMarks.includes(mark) && !isOpeningStraight(before, start - 1)) break;
    start -= 1;
  }
  return start;
}

/** A straight quote opens where an even number of them stands before it in its paragraph. */
function isOpeningStraight(before: string, index: number): boolean {
  const mark = before.charAt(index);
  if (!'"\'＂＇'.includes(mark)) return false;
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
 *     “两个|”的决定性意义  the end of what goes in, so that accepting the full wording does not say it twice
 *     “两个确立|”是        a closing quote whose partner is replaced: the insert closes its own quotes
 */
function overlapAfter(edit: { insert: string; after: string; replaced: string; remainder: string; outside: string }): number {
  const { insert, after, replaced, remainder, outside } = edit;
  if (after === '') return 0;
  const inserted = { text: insert, keyed: matchKeyOf(insert) };
  const standing = { text: after.slice(0, insert.length * 2 + 8), keyed: matchKeyOf(after.slice(0, insert.length * 2 + 8)) };
  const tail = inserted.keyed.key.endsWith(remainder) ? inserted.keyed.key.length - remainder.length : null;
  const rests = tail === null ? sharedAlone(remainder, standing) : sharedFrom(inserted, tail, standing);
  // A single character is the last of a formulation that is typed but for it, or agrees by chance.
  const isLast = rests === remainder.length && matchKeyOf(replaced).key.length >= 3;
  let shared = isEnough(remainder.slice(0, rests)) || isLast ? rests : 0;
  const ending = endingShared(inserted, standing);
  const reachesEnd = ending > shared || shared === remainder.length;
  shared = Math.max(shared, ending);
  const eaten = shared === 0 ? 0 : (standing.keyed.at[shared - 1] ?? -1) + 1;
  const foldedInsert = fold(insert);
  const rest = fold(after.slice(eaten));
  let marks = 0;
  while (marks < rest.length && onlyMarks(rest.charAt(marks))) marks += 1;
  const whole = shared === 0 || reachesEnd;
  // What closes a quote that was opened outside stays: 要“贯彻新时代|” keeps its own ” after “枫桥经验”.
  const owed = openQuotes(replaced + after.slice(0, eaten)) + unopened(insert);
  const closable = openQuotes(outside) > 0 ? owed : Infinity;
  for (let length = whole ? marks : 0; length > 0; length -= 1) {
    if (foldedInsert.endsWith(rest.slice(0, length)) && closings(rest.slice(0, length)) <= closable) return eaten + length;
  }
  let end = eaten;
  while (end - eaten < owed && closings(after.charAt(end)) === 1) end += 1;
  return end;
}

/** Two Han characters, or four with figures (2035年), do not agree by chance. */
function isEnough(key: string): boolean {
  return countHan(key) >= 2 || key.length >= 4;
}

/**
 * How many separators that the writer typed accepting would change: 统筹推进“五位一体”总体布局、| means the wording that goes
 * on with 、 and not the one with ，. Quotes and separators left out are put right and count for nothing.
 */
export function changedSeparators({ insert, replace }: Edit, before: string): number {
  const text = before.slice(before.length - replace);
  // Most of what is typed has no mark in it, and thousands of candidates may be looked at.
  if (!/[，、；：,;:…·—-]/u.test(text)) return 0;
  const typed = { text, keyed: matchKeyOf(text) };
  const inserted = { text: insert, keyed: matchKeyOf(insert) };
  const { key } = typed.keyed;
  if (!inserted.keyed.key.startsWith(key)) return 0;
  let changed = 0;
  for (let unit = 0; unit <= key.length; unit += 1) {
    const mark = separatorBefore(typed, unit);
    if (mark !== '' && mark !== separatorBefore(inserted, unit)) changed += 1;
  }
  return changed;
}

function separatorBefore({ text, keyed }: Keyed, unit: number): string {
  const folded = fold(text.slice(unit === 0 ? 0 : (keyed.at[unit - 1] ?? 0) + 1, keyed.at[unit]));
  for (let index = 0; index < folded.length; index += 1) {
    if (classOf(folded, index) === 'separator') return folded.charAt(index);
  }
  return '';
}

interface Keyed {
  readonly text: string;
  readonly keyed: MatchKey;
}

/**
 * How many units from `offset` on stand after the cursor as well. A mark there that is not in the formulation ends it: of
 * 推动高质量|，发展 nothing is taken.
 */
function sharedFrom(inserted: Keyed, offset: number, standing: Keyed): number {
  let shared = 0;
  while (offset + shared < inserted.keyed.key.length && inserted.keyed.key.charAt(offset + shared) === standing.keyed.key.charAt(shared)) {
    const mark = markBefore(standing, shared);
    if (mark !== null && markBefore(inserted, offset + shared) !== mark) break;
    shared += 1;
  }
  return shared;
}

/** As `sharedFrom` for what is typed of a short form, in which no mark stands. */
function sharedAlone(remainder: string, standing: Keyed): number {
  let shared = 0;
  while (shared < remainder.length && remainder.charAt(shared) === standing.keyed.key.charAt(shared) && markBefore(standing, shared) === null) shared += 1;
  return shared;
}

/** How much of the beginning of the text after the cursor is the end of what goes in. */
function endingShared(inserted: Keyed, standing: Keyed): number {
  const { key } = inserted.keyed;
  for (let length = Math.min(key.length, standing.keyed.key.length); length >= 2; length -= 1) {
    if (!key.endsWith(standing.keyed.key.slice(0, length)) || !isEnough(key.slice(-length))) continue;
    if (sharedFrom(inserted, key.length - length, standing) === length) return length;
  }
  return 0;
}

/** The strongest mark before a unit: a wall, a separator, or `null` for quotes, spaces and nothing. */
function markBefore({ text, keyed }: Keyed, unit: number): 'wall' | 'separator' | null {
  const folded = fold(text.slice(unit === 0 ? 0 : (keyed.at[unit - 1] ?? 0) + 1, keyed.at[unit]));
  let strongest: 'separator' | null = null;
  for (let index = 0; index < folded.length; index += 1) {
    const unitClass = classOf(folded, index);
    if (unitClass === 'wall') return 'wall';
    if (unitClass === 'separator') strongest = 'separator';
  }
  return strongest;
}

function onlyMarks(folded: string): boolean {
  for (let index = 0; index < folded.length; index += 1) {
    const unitClass = classOf(folded, index);
    if (unitClass !== 'quote' && unitClass !== 'separator' && unitClass !== 'wall') return false;
  }
  return true;
}

/** Farthest back that an open quote is looked for, in code units. */
const nearby = 200;

/** How many quotes and brackets a stretch leaves open. */
function openQuotes(text: string): number {
  let open = 0;
  let straight = 0;
  for (const mark of text) {
    if (mark === '\n') open = straight = 0;
    else if (openingMarks.includes(mark)) open += 1;
    else if (closingMarks.includes(mark)) open = Math.max(0, open - 1);
    else if (mark === '"' || mark === '＂') straight += 1;
  }
  return open + (straight % 2);
}

/** How many marks a stretch closes that it does not open. */
function unopened(text: string): number {
  let open = 0;
  let count = 0;
  for (const mark of text) {
    if (openingMarks.includes(mark)) open += 1;
    else if (closingMarks.includes(mark) && (open -= 1) < 0) {
      open = 0;
      count += 1;
    }
  }
  return count;
}

function closings(text: string): number {
  let count = 0;
  for (const mark of text) if (closingMarks.includes(mark) || mark === '"' || mark === '＂') count += 1;
  return count;
}
