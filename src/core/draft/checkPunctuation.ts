import { isBrokenLine } from './brokenLine.ts';
import type { DraftIssue } from './draftIssue.ts';

/** Two marks of pause in a row: 。。 ，。 、， . Marks of feeling may stand together (？！) and are left alone. */
const twoMarks = /[，、；：](?:[，、；：]*[，。、；：！？])|[。！？][，。、；：]+/gu;

/** A mark of pause where none can stand: after an opening mark, before a closing one, at the start of a line. */
const strayMark = /(?<=[“‘（《〈〔])[，。、；：！？]|[，、；：](?=[）》〉〕])|(?<=^[ \t\u3000]*)[，。、；：！？]/gmu;

/** Half-width marks in Chinese text, with what stands for them; figures and Latin words keep theirs. */
const halfWidth: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<=[\p{Script=Han}”’）》〕%]|\p{Script=Han}["')])[,;:?!](?![\d/,;:?!])|(?<=[\dA-Za-z])[,;:?!](?=[\p{Script=Han}“《])/gu, wide],
  [/(?<=[\p{Script=Han}”’）》〕]|\p{Script=Han}["')])\.(?=[\s“‘]|$|\p{Script=Han})/gmu, (found) => (found === '.' ? '。' : found)],
  [/(?<=\p{Script=Han})(?:\.{3,6}|。{3,})|(?<=\p{Script=Han})-{2,3}(?=\p{Script=Han})/gu, (found) => (found.startsWith('-') ? '——' : '……')],
  [/\((?=[^()\n]*\p{Script=Han})[^()\n]*\)/gu, (found) => `（${found.slice(1, -1)}）`],
  [/"(?=[^"\n]*\p{Script=Han})[^"\n]*"/gu, (found) => `“${found.slice(1, -1)}”`],
];

function wide(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) + 0xfee0);
}

/** Heads numbered 1. and the like end their number with a half-width point by rule; 一. is meant as 一、. */
const hanNumeral = /^[ \t\u3000#]*[一二三四五六七八九十]{1,3}$/u;

export function checkPunctuation(prose: string, text: string): DraftIssue[] {
  return [...doubled(prose), ...stray(prose), ...narrow(prose, text), ...unfinished(prose)];
}

function doubled(prose: string): DraftIssue[] {
  return [...prose.matchAll(twoMarks)].flatMap((match) => {
    const [marks] = match;
    // A row of full stops stands for an ellipsis.
    if (/^。{3,}$/u.test(marks)) return [];
    const kept = [...new Set([marks.slice(-1), marks.slice(0, 1)])];
    const fixes = kept.map((mark) => ({ title: `只留“${mark}”`, newText: mark }));
    return [{ code: 'doubled-mark', message: `“${marks}”标点重复。`, severity: 'warning', ...spanOf(match), fixes }];
  });
}

function stray(prose: string): DraftIssue[] {
  return [...prose.matchAll(strayMark)].map((match) => {
    const lines = prose.slice(0, match.index).split('\n').slice(-2);
    const [before = '', here = ''] = lines;
    // The mark is right there, and the line break is one too many.
    const broken = lines.length === 2 && here.trim() === '' && isBrokenLine(before, match[0]);
    return {
      code: 'stray-mark',
      message: broken ? `“${match[0]}”不应放在行首，前面可能多了换行。` : `“${match[0]}”不应放在这里。`,
      severity: 'warning',
      ...spanOf(match),
      fixes: broken ? [] : [{ title: `删去“${match[0]}”`, newText: '' }],
    };
  });
}

function narrow(prose: string, text: string): DraftIssue[] {
  return halfWidth.flatMap(([pattern, widen]) =>
    [...prose.matchAll(pattern)].map((match): DraftIssue => {
      const { start, end } = spanOf(match);
      const found = text.slice(start, end);
      const before = prose.slice(prose.lastIndexOf('\n', start - 1) + 1, start);
      const right = found === '.' && hanNumeral.test(before) ? '、' : widen(found);
      const { is, better, title } = tellHalfWidth(found, right);
      const message = `中文里不用${is}，应为${better}。`;
      return { code: 'half-width', message, severity: 'information', start, end, fixes: [{ title, newText: right }] };
    }),
  );
}

const markNames: Readonly<Record<string, string>> = { ',': '逗号', '.': '句点', ';': '分号', ':': '冒号', '?': '问号', '!': '叹号' };

/** In words, because the two kinds of marks look much the same. */
function tellHalfWidth(found: string, right: string): { readonly is: string; readonly better: string; readonly title: string } {
  if (found.startsWith('(')) return { is: '半角括号', better: '全角括号（）', title: '改为全角括号（）' };
  if (found.startsWith('"')) return { is: '直引号', better: '弯引号“”', title: '改为弯引号“”' };
  const name = markNames[found];
  if (name !== undefined) return { is: `半角${name}`, better: `“${right}”`, title: `改为“${right}”` };
  return found.startsWith('-') ? { is: `“${found}”作破折号`, better: '“——”', title: '改为“——”' } : { is: `“${found}”作省略号`, better: '“……”', title: '改为“……”' };
}

/** Fewest Chinese characters of a line that ends with a comma: addresses and couplets do so too, and are shorter. */
const longLine = 30;

/** A paragraph that breaks off with a comma. Lines of an address that go on in the next line are left alone. */
function unfinished(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  for (const match of prose.matchAll(/^([^\n]*[^\n，、])([，、])[ \t\r\u3000]*$/gmu)) {
    const [, before = '', mark = ''] = match;
    const start = match.index + before.length;
    const goesOn = /^[^\n]*\n[ \t\u3000]*[^\s#\u3000]/u.test(prose.slice(start));
    if (goesOn || before.length < longLine) continue;
    const fixes = [{ title: '改为“。”', newText: '。' }];
    issues.push({ code: 'unfinished', message: `这一段以“${mark}”结尾，好像没有写完。`, severity: 'warning', start, end: start + 1, fixes });
  }
  return issues;
}

function spanOf(match: RegExpExecArray): { readonly start: number; readonly end: number } {
  return { start: match.index, end: match.index + match[0].length };
}
