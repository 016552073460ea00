import { ordinalOf } from './looseOrdinals.ts';
import { endsOpen, endsSentence } from './punctuation.ts';
import type { Block } from './sourceText.ts';

/**
 * Heads set in larger type were broken at a width of their own, where the lines of the text are longer:
 *
 *     二、把任务分下去，按受益田亩
 *     落实到组到户
 *         劳力由各村出，外出的人多，这是实情。能出工的出工，…
 *
 * One such line may be a head with a line below it. Two and more that are broken at the same width, which no other head goes
 * beyond, are heads that go on.
 */

/** The layout as far as it tells where heads go on. */
interface HeadLayout {
  /** The first lines of paragraphs are indented and no others, so a line without an indent goes on with what stands before it. */
  readonly indents: boolean;
  /** Lines are broken at this many characters; `null` where they are not broken at a width. */
  readonly width: number | null;
}

const shortest = 7;
const longest = 32;
const leastBroken = 2;
/** A line of a paragraph rather than one of a list or a title. */
const leastText = 15;
/** By how much lines that were broken at one width differ: what stands next may be as wide as two characters. */
const widthsDiffer = 1;
/** A line of the text is so much of the width at the least. */
const full = 0.85;

/** The lines that go on with a head above them. */
export function findWrappedHeads(lines: readonly Block[], layout: HeadLayout): ReadonlySet<number> {
  const found = new Set<number>();
  const { width } = layout;
  // Where heads alone are indented, an indent tells nothing of the bodies below them.
  const indents = layout.indents && lines.filter((line) => line.indented && line.text.length >= leastText && ordinalOf(line) === null).length >= leastBroken;
  if (width === null && !indents) return found;
  let reach = 0;
  const broken: number[] = [];
  lines.forEach((line, index) => {
    if (!isOpenHead(line)) return;
    reach = Math.max(reach, line.text.length);
    if (goesOnBelow(lines, index, { indents, width })) broken.push(index);
  });
  const wrapped = broken.filter((index) => (lines[index]?.text.length ?? 0) >= reach - widthsDiffer);
  // What stands below each head alike is a page's.
  const rests = new Set(wrapped.map((index) => lines[index + 1]?.text));
  if (wrapped.length >= leastBroken && rests.size === wrapped.length) for (const index of wrapped) found.add(index + 1);
  return found;
}

/** A short line that a number opens and no mark closes. */
function isOpenHead(line: Block): boolean {
  const { text, hint } = line;
  return hint === null && text.length >= shortest && text.length <= longest && !endsSentence(text) && !/[。！？!?；;]/u.test(text) && ordinalOf(line) !== null;
}

function goesOnBelow(lines: readonly Block[], index: number, { indents, width }: HeadLayout): boolean {
  const [head, next, below] = [lines[index], lines[index + 1], lines[index + 2]];
  if (head === undefined || next === undefined || below === undefined || next.apart || next.hint !== null || ordinalOf(next) !== null || /^[\d（(]/u.test(next.text)) return false;
  // The body below a head would be indented.
  if (indents) return head.indented && !next.indented;
  // Behind the rest of a head a full line begins the body.
  const rest = next.text.length < head.text.length && !endsSentence(next.text) && !endsOpen(next.text);
  return rest && below.text.length >= (width ?? Infinity) * full && head.text.length < (width ?? 0) * full;
}
