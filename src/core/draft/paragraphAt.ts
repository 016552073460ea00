import { countHan } from '../text/han.ts';

/** The paragraph that a writer is in, with the heads above it. */
export interface DraftParagraph {
  readonly text: string;
  /** Heads from the outermost to the innermost, without marks; the title first. */
  readonly headings: readonly string[];
  /** Line that the paragraph starts on, from 0. */
  readonly line: number;
}

/** Paragraphs with fewer Chinese characters say too little to look anything up. */
export const shortestParagraph = 8;

const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const fence = /^\s{0,3}(```|~~~)/;
/** Marks of lists and quotations that stand before a paragraph's own text. */
const leading = /^\s*(?:>\s*)*(?:[-*+]\s+|\d+[.)]\s+)?/;

/** Whether each line is prose: neither front matter nor fenced code. */
function proseLines(lines: readonly string[]): boolean[] {
  const prose: boolean[] = [];
  let inFence = false;
  let inFrontMatter = lines[0]?.trim() === '---';
  lines.forEach((line, index) => {
    if (inFrontMatter) {
      prose.push(false);
      if (index > 0 && line.trim() === '---') inFrontMatter = false;
      return;
    }
    const isFence = fence.test(line);
    prose.push(!inFence && !isFence);
    if (isFence) inFence = !inFence;
  });
  return prose;
}

function headingsAbove(lines: readonly string[], prose: readonly boolean[], line: number): string[] {
  const found: string[] = [];
  let level = 7;
  for (let index = line; index >= 0 && level > 1; index -= 1) {
    const match = prose[index] === true ? heading.exec(lines[index] ?? '') : null;
    const depth = match?.[1]?.length ?? 7;
    if (match === null || depth >= level) continue;
    level = depth;
    found.unshift(match[2] ?? '');
  }
  return found;
}

/**
 * The paragraph at a line (from 0). Writers of Chinese end a paragraph with one line break, so a line is a paragraph;
 * on a head it is the head with the paragraph below it. `null` where there is nothing to look up: on empty lines, in
 * front matter and code, in lines of fewer than 8 Chinese characters.
 */
export function paragraphAt(lines: readonly string[], line: number): DraftParagraph | null {
  const prose = proseLines(lines.slice(0, line + 1));
  if (prose[line] !== true) return null;
  const headings = headingsAbove(lines, prose, line);
  const own = lines[line] ?? '';
  const head = heading.exec(own);
  let text = (head?.[2] ?? own.replace(leading, '')).trim();
  if (head !== null) {
    const below = lines.slice(line + 1).find((next) => next.trim() !== '') ?? '';
    if (!heading.test(below)) text = `${text}\n${below.replace(leading, '').trim()}`.trim();
  }
  return countHan(text) < shortestParagraph ? null : { text, headings, line };
}
