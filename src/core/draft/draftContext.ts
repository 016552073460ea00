/** The lines of a draft, read one at a time so that a huge one need not be copied. Lines count from 0. */
export interface DraftLines {
  readonly lineCount: number;
  lineAt(line: number): string;
}

export type DraftLanguage = 'markdown' | 'plaintext';

/** What the writer is in the middle of. */
export type DraftPlace =
  | 'paragraph'
  | 'heading'
  | 'list'
  | 'quotation'
  | 'code'
  | 'inlineCode'
  | 'link'
  | 'frontMatter';

/** Places where words are written for people. Elsewhere the extension stays silent. */
const prose: ReadonlySet<DraftPlace> = new Set(['paragraph', 'heading', 'list', 'quotation']);

export function isProse(place: DraftPlace): boolean {
  return prose.has(place);
}

/**
 * The kind of place that a cursor stands in, after `column` code units of line `line`.
 *
 * Four leading spaces are no code block here, though Markdown says so: writers indent their paragraphs with them.
 */
export function draftPlace(lines: DraftLines, cursor: { readonly line: number; readonly column: number }, language: DraftLanguage): DraftPlace {
  const text = lines.lineAt(cursor.line);
  const before = text.slice(0, cursor.column);
  if (language === 'plaintext') return plainHeading.test(text) ? 'heading' : 'paragraph';
  if (isInFrontMatter(lines, cursor.line)) return 'frontMatter';
  if (isInFence(lines, cursor.line)) return 'code';
  if (isInInlineCode(before)) return 'inlineCode';
  if (isInLink(before)) return 'link';
  if (/^ {0,3}#{1,6}(\s|$)/u.test(text)) return 'heading';
  if (/^\s*>/u.test(text)) return 'quotation';
  if (/^\s*([-*+]|\d+[.)])\s/u.test(text)) return 'list';
  return 'paragraph';
}

/** A head in plain text, by its ordinal: 一、提高站位, （二）压实责任, and not longer than heads are. */
const plainHeading = /^[\s\u3000]*([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|第[一二三四五六七八九十]+(章|部分))[^。；]{0,30}$/u;

/** Headings above a line, outermost first, found within `reach` lines: the topic of the section. */
export function headingsAbove(lines: DraftLines, line: number, reach = 400): string[] {
  const found: string[] = [];
  let least = 7;
  for (let index = line - 1; index >= Math.max(0, line - reach) && least > 1; index -= 1) {
    const text = lines.lineAt(index);
    const markdown = /^ {0,3}(#{1,6})\s+(.*)$/u.exec(text);
    if (markdown) {
      const level = markdown[1]?.length ?? 1;
      if (level >= least) continue;
      least = level;
      found.unshift((markdown[2] ?? '').trim());
    } else if (least > 3 && plainHeading.test(text)) {
      const level = /^[\s\u3000]*（/u.test(text) ? 4 : 3;
      if (level >= least) continue;
      least = level;
      found.unshift(text.trim());
    }
  }
  return found;
}

function isInFrontMatter(lines: DraftLines, line: number): boolean {
  if (lines.lineCount === 0 || lines.lineAt(0).trimEnd() !== '---') return false;
  // The first line itself is a mark, and front matter that is never closed is none: a draft may open with a rule.
  for (let index = 1; index < Math.min(lines.lineCount, longestFrontMatter); index += 1) {
    const text = lines.lineAt(index).trimEnd();
    if (text === '---' || text === '...') return line <= index;
  }
  return false;
}

const longestFrontMatter = 200;

/** Whether a line lies between the marks of a fenced code block, those lines included. */
function isInFence(lines: DraftLines, line: number): boolean {
  let open: { readonly mark: string; readonly length: number } | null = null;
  for (let index = 0; index <= line; index += 1) {
    const text = lines.lineAt(index);
    // Nearly every line of a draft starts with something else, and this loop runs over all of them.
    const first = text.charCodeAt(0);
    if (first !== 0x60 && first !== 0x7e && first !== 0x20) continue;
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/u.exec(text);
    if (!fence) continue;
    const marks = fence[1] ?? '';
    if (open === null) {
      if (marks.startsWith('`') && (fence[2] ?? '').includes('`')) continue;
      open = { mark: marks.charAt(0), length: marks.length };
      if (index === line) return true;
    } else if (marks.startsWith(open.mark) && marks.length >= open.length && (fence[2] ?? '').trim() === '') {
      if (index === line) return true;
      open = null;
    }
  }
  return open !== null;
}

/** Whether a run of backticks before the cursor is still open: 调用 `增强|  */
function isInInlineCode(before: string): boolean {
  let open = 0;
  for (const run of before.match(/\\`|`+/gu) ?? []) {
    if (run.startsWith('\\')) continue;
    if (open === 0) open = run.length;
    else if (open === run.length) open = 0;
  }
  return open !== 0;
}

/** Whether the cursor stands in the target of a link, in an address, or in a link's definition. */
function isInLink(before: string): boolean {
  return (
    /\]\([^)]*$/u.test(before) ||
    /\]\[[^\]]*$/u.test(before) ||
    /\[\[[^\]]*$/u.test(before) ||
    /^ {0,3}\[[^\]]+\]:/u.test(before) ||
    /<[a-z][a-z0-9+.-]*:[^>]*$/iu.test(before) ||
    /\b(https?|ftp|file|mailto):[^\s，。；]*$/iu.test(before)
  );
}
