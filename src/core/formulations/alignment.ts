import { fold } from '../text/folding.ts';
import { openingMarks } from './beginnings.ts';
import { classOf } from './matchKey.ts';
import type { MatchKey } from './matchKey.ts';

/** A stretch of typed text laid against a stretch of a formulation with the same key. */
export interface Alignment {
  readonly typed: { readonly text: string; readonly keyed: MatchKey; readonly from: number };
  readonly formulation: { readonly text: string; readonly keyed: MatchKey; readonly offset: number };
  /** Length in key units. */
  readonly length: number;
  /** End of the typed text that has to agree: the cursor, or where the next formulation starts. */
  readonly typedEnd: number;
}

/**
 * Whether the punctuation that the writer typed can be that of the formulation. What is left out may be missing, and a
 * separator may be another one, but a comma where the formulation runs on (发展，保护 against 发展保护) is other text, and
 * so is a closed quote where it goes on (“高质量”| against 高质量发展).
 */
export function punctuationAgrees({ typed, formulation, length, typedEnd }: Alignment): boolean {
  for (let index = 1; index <= length; index += 1) {
    const typedAt = typed.from + index;
    const typedGap = gap(typed.text, (typed.keyed.at[typedAt - 1] ?? 0) + 1, index === length ? typedEnd : typed.keyed.at[typedAt]);
    if (typedGap === '') continue;
    const at = formulation.offset + index;
    const set = gap(formulation.text, (formulation.keyed.at[at - 1] ?? 0) + 1, formulation.keyed.at[at]);
    const inside = index < length;
    if (!gapAgrees(typedGap, set, inside)) return false;
  }
  return true;
}

function gap(text: string, from: number, to: number | undefined): string {
  return fold(text.slice(from, to));
}

function gapAgrees(typed: string, set: string, inside: boolean): boolean {
  for (let index = 0; index < typed.length; index += 1) {
    const unitClass = classOf(typed, index);
    if (unitClass === 'separator' && !hasClass(set, 'separator')) return false;
    // Inside the overlap a needless quote is put right; at its end it says that the writer closed something there.
    if (unitClass === 'quote' && !inside && !set.includes(typed.charAt(index))) return false;
  }
  return true;
}

function hasClass(folded: string, wanted: 'separator'): boolean {
  for (let index = 0; index < folded.length; index += 1) {
    if (classOf(folded, index) === wanted) return true;
  }
  return false;
}

/** Offset in a formulation's text where the part from key offset `offset` starts, with its opening marks. */
export function textStart(text: string, keyed: MatchKey, offset: number): number {
  let start = keyed.at[offset] ?? text.length;
  if (offset === 0) return 0;
  const least = (keyed.at[offset - 1] ?? -1) + 1;
  while (start > least && openingMarks.includes(text.charAt(start - 1))) start -= 1;
  return start;
}
