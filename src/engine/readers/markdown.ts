import { beginsWithUnit } from '../../core/speech/placeholders.ts';
import type { LineHint, Skip, SourceText } from '../../core/speech/sourceText.ts';

/**
 * Markdown as source text: the text stays as it is in the file, so that lines can be opened in the editor; what is
 * syntax is skipped. Emphasis is taken off only where it can be no redaction: `*月**日` is a date.
 */
export function readMarkdown(text: string, bodyStart: number): SourceText {
  const hints: LineHint[] = [];
  const skips: Skip[] = [];
  if (bodyStart > 0) skips.push({ start: 0, end: bodyStart, code: null });
  let fenced = false;
  /** Where a comment of several lines ends. */
  let commented = 0;
  const lastComment = text.lastIndexOf('-->');
  const isClose = closeHeading.test(text);
  let start = 0;
  for (const end of lineEnds(text)) {
    const line = text.slice(start, end.from);
    const at = start;
    start = end.to;
    if (at < bodyStart) continue;
    const skip = (start: number, end: number, code: Skip['code'] = null): void => {
      if (end > start) skips.push({ start: at + start, end: at + end, code });
    };
    if (at < commented) {
      skip(0, Math.min(line.length, commented - at), 'markup');
      if (at + line.length <= commented) continue;
    }
    if (/^\s{0,3}(?:```|~~~)/.test(line)) {
      fenced = !fenced;
      skip(0, line.length);
      continue;
    }
    const heading = /^\s{0,3}(#{1,6})\s+/.exec(line) ?? (isClose ? closeOrTitle.exec(line) : null);
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
    // Notes are left out, as Word's are.
    if (/^\s{0,3}\[\^[^\]\s]{1,40}\]:/.test(line)) {
      skip(0, line.length, 'markup');
      continue;
    }
    const opened = line.indexOf('<!--', line.lastIndexOf('-->') + 1);
    if (opened >= 0 && lastComment > at + opened) {
      commented = text.indexOf('-->', at + opened) + 3;
      skip(opened, line.length, 'markup');
      if (line.slice(0, opened).trim() === '') continue;
    }
    const lead = heading?.[0] ?? /^\s{0,3}(?:>\s?)+|^\s*[-+*]\s+(?:\[[ xX]\]\s+)?(?=\S)/.exec(line)?.[0] ?? '';
    skip(0, lead.length);
    skipInline(line, lead.length, skip);
  }
  return { text, hints, layout: 'paragraphs', skips: merge(skips) };
}

/** `##先修东路`: without a gap it is no heading to the rule's letter, but is one to most who write so; one sign alone may be a tag's. */
const closeHeading = /^\s{0,3}(#{2,6})(?=[^\s#])(?=[^，。；！#]{1,60}$)/m;
const closeOrTitle = /^\s{0,3}(#{1,6})(?=[^\s#])(?=[^，。；！#]{1,60}$)/;

/** Where lines end and the next begin: old programs, and some others, write other line breaks than `\n`. */
function* lineEnds(text: string): Generator<{ readonly from: number; readonly to: number }> {
  for (const { index, 0: mark } of text.matchAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g)) yield { from: index, to: index + mark.length };
  yield { from: text.length, to: text.length };
}

/** What a rule is made of. */
const opensRule = /^[-*_=:|]/;

/** What each form of syntax within a line begins with; they would be tried at every character. */
const mayBeInline = /[<[*_~=`]/;
const inline =
  /<!--[^\n]{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,200}>|\[\^[^\]\s]{1,40}\]|~~(?=\S)[^~\n]{1,400}~~|!\[([^\]\n]{0,200})\]\([^()\n]{0,500}\)|\[([^\]\n]{1,200})\]\([^()\n]{0,500}\)|(\*\*|__|==|``?|\*)(?=[^\s*`=])([^*_`=\n]{2,400}?)\3(?!\3)/g;

function skipInline(line: string, from: number, skip: (start: number, end: number, code?: Skip['code']) => void): void {
  if (!mayBeInline.test(line)) return;
  inline.lastIndex = from;
  for (let match = inline.exec(line); match !== null; match = inline.exec(line)) {
    const [whole, , link, mark, inner] = match;
    const start = match.index;
    const end = start + whole.length;
    if (link !== undefined) {
      skip(start, start + 1);
      skip(start + 1 + link.length, end, 'markup');
    } else if (mark !== undefined && inner !== undefined) {
      // A whole line in bold is no redaction, whatever stands in it.
      const alone = mark !== '*' && line.slice(from).trim() === whole && !/\s$/.test(inner);
      if (alone || /[=`]/.test(mark) || isEmphasis(mark, inner, line.charAt(start - 1), line.slice(end))) {
        skip(start, start + mark.length);
        skip(end - mark.length, end);
      }
    } else skip(start, end, 'markup');
  }
}

/** What joins a fact taken out to the next, and what opens none: `**和**`, `在**镇`. */
const joins = /^[的和与及在是由向对从为至到同等等于达约近共计第]|[的和与及在是由向对从为至到同于达约近共计第]$/u;
const offices = /^[局厅部委办院所校司处科组]/u;

/** Whether stars stand around words of the text, and not in the place of facts: `要**逐台**登记`, but neither `*月*日` nor `**镇有**户`. */
function isEmphasis(mark: string, inner: string, before: string, behind: string): boolean {
  if (mark.length > 1 && inner.length >= 4 && /[\u4e00-\u9fff]{3}/.test(inner)) return !/[，。；]\S*[，。；]/.test(inner) && !(/[，。；]/.test(inner) && beginsWithUnit(inner));
  if (before === '*' || behind.startsWith('*')) return false;
  return /^[\u4e00-\u9fff]{2,12}$/.test(inner) && !beginsWithUnit(inner) && !joins.test(inner) && !offices.test(inner) && !beginsWithUnit(behind) && !/^[市县区局厅]/u.test(behind);
}

function merge(skips: Skip[]): Skip[] {
  return skips.sort((a, b) => a.start - b.start);
}
