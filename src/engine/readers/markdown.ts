import type { LineHint, Skip, SourceText } from '../../core/speech/sourceText.ts';

/**
 * Markdown as source text: the text stays as it is in the file, so that lines can be opened in the editor; what is
 * syntax is skipped. Emphasis is taken off only around four characters or more: `*月**日` is a redacted date.
 */
export function readMarkdown(text: string, bodyStart: number): SourceText {
  const hints: LineHint[] = [];
  const skips: Skip[] = [];
  if (bodyStart > 0) skips.push({ start: 0, end: bodyStart, code: null });
  let fenced = false;
  let start = 0;
  for (const end of lineEnds(text)) {
    const line = text.slice(start, end.from);
    const at = start;
    start = end.to;
    if (at < bodyStart) continue;
    const skip = (start: number, end: number, code: Skip['code'] = null): void => {
      if (end > start) skips.push({ start: at + start, end: at + end, code });
    };
    if (/^\s{0,3}(?:```|~~~)/.test(line)) {
      fenced = !fenced;
      skip(0, line.length);
      continue;
    }
    const heading = /^\s{0,3}(#{1,6})\s+/.exec(line);
    const shown = line.trim();
    const table = !fenced && shown.length > 1 && shown.startsWith('|') && shown.endsWith('|');
    hints.push({ offset: at, level: heading !== null && !fenced ? (heading[1] ?? '').length : null, page: null, table });
    if (fenced) continue;
    // Rules, the line below a title, and the line below a table's head, whatever white space stands in them.
    if (opensRule.test(shown) && /^(?:-{3,}|\*{3,}|_{3,}|=+|[:|-]+)$/.test(line.replace(/\s+/g, ''))) {
      skip(0, line.length);
      continue;
    }
    if (shown === '') continue;
    const lead = heading?.[0] ?? /^\s{0,3}(?:>\s?)+|^\s*[-+*]\s+(?=\S)/.exec(line)?.[0] ?? '';
    skip(0, lead.length);
    skipInline(line, lead.length, skip);
  }
  return { text, hints, layout: 'paragraphs', skips: merge(skips) };
}

/** Where lines end and the next begin: old programs, and some others, write other line breaks than `\n`. */
function* lineEnds(text: string): Generator<{ readonly from: number; readonly to: number }> {
  for (const { index, 0: mark } of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)) yield { from: index, to: index + mark.length };
  yield { from: text.length, to: text.length };
}

/** What a rule is made of. */
const opensRule = /^[-*_=:|]/;

/** What each form of syntax within a line begins with; they would be tried at every character. */
const mayBeInline = /[<[*_]/;
const inline =
  /<!--[^\n]{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,200}>|!\[([^\]\n]{0,200})\]\([^()\n]{0,500}\)|\[([^\]\n]{1,200})\]\([^()\n]{0,500}\)|(\*\*|__)(?=\S)([^*_\n]{2,400}?)\3/g;

function skipInline(line: string, from: number, skip: (start: number, end: number, code?: Skip['code']) => void): void {
  if (!mayBeInline.test(line)) return;
  inline.lastIndex = from;
  for (let match = inline.exec(line); match !== null; match = inline.exec(line)) {
    const [whole, , link, mark, strong] = match;
    const start = match.index;
    const end = start + whole.length;
    if (link !== undefined) {
      skip(start, start + 1);
      skip(start + 1 + link.length, end, 'markup');
    } else if (mark !== undefined && strong !== undefined) {
      // A whole line in bold is no redaction, whatever stands in it.
      const alone = line.slice(from).trim() === whole && !/\s$/.test(strong);
      if (!alone && (strong.length < 4 || !/[\u4e00-\u9fff]{3}/.test(strong))) continue;
      if (!alone && /[，。；]\S*[，。；]/.test(strong)) continue;
      skip(start, start + mark.length);
      skip(end - mark.length, end);
    } else skip(start, end, 'markup');
  }
}

function merge(skips: Skip[]): Skip[] {
  return skips.sort((a, b) => a.start - b.start);
}
