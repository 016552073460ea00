import type { DraftIssue } from './draftIssue.ts';
import { ordinalMarks, type OrdinalMark } from './ordinalMarks.ts';

const digits = '零一二三四五六七八九';

function numeralOf(value: number, like: string): string {
  if (/^\d/.test(like)) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits.charAt(tens)}十`}${ones === 0 ? '' : digits.charAt(ones)}`;
}

/** Rows that must begin with one; 二是 alone may go on from a paragraph without numbers. */
const fromOne: ReadonlySet<OrdinalMark['family']> = new Set(['part', 'ordinal', 'bracket', 'digit', 'bracketDigit']);

/** Numbers that skip or repeat: 一、三、 as heads, 一是……三是…… as clauses. */
export function checkNumbering(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  const last: (number | undefined)[] = [];
  for (const mark of ordinalMarks(prose)) {
    const { family, depth, number, at, text } = mark;
    const before = last[depth] ?? (fromOne.has(family) && mark.opensLine ? 0 : null);
    // Number one starts a new row anywhere.
    if (before !== null && number !== before + 1 && number !== 1) {
      const numeral = /[一二三四五六七八九十]+|\d+/u.exec(text)?.[0] ?? text;
      const right = numeralOf(before + 1, numeral);
      const start = at + text.indexOf(numeral);
      const message = `序号不连续：这里是“${numeral}”，按顺序应为“${right}”。`;
      const fixes = [{ title: `改为“${right}”`, newText: right }];
      issues.push({ code: 'numbering', message, severity: 'warning', start, end: start + numeral.length, fixes });
    }
    last.length = depth;
    last[depth] = number;
  }
  return issues;
}
