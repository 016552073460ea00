import type { DraftIssue } from './draftIssue.ts';

const digits = '零一二三四五六七八九';

/** 十二 → 12, 12 → 12; `null` for what is no number up to 99. */
function valueOf(numeral: string): number | null {
  if (/^\d{1,2}$/.test(numeral)) return Number(numeral);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(numeral);
  if (match === null || numeral === '') return null;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return tens !== undefined && ones === undefined ? digits.indexOf(tens) : null;
  return (tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones));
}

function numeralOf(value: number, like: string): string {
  if (/^\d/.test(like)) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits.charAt(tens)}十`}${ones === 0 ? '' : digits.charAt(ones)}`;
}

/** The kinds of numbers that heads carry, outermost first; a head of an outer kind starts the inner ones anew. */
const kinds = [
  /^(?:#+ *)?(?<before>)(?<numeral>[一二三四五六七八九十]{1,3})、/u,
  /^(?:#+ *)?(?<before>[（(])(?<numeral>[一二三四五六七八九十]{1,3})[）)]/u,
  /^(?:#+ *)?(?<before>)(?<numeral>\d{1,2})[.．、](?!\d)/u,
  /^(?:#+ *)?(?<before>[（(])(?<numeral>\d{1,2})[）)]/u,
];

/** Heads whose number skips or repeats: 一、三、 or 二、二、. */
export function checkNumbering(text: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  const last: number[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const level = kinds.findIndex((kind) => kind.test(line));
    const groups = kinds[level]?.exec(line)?.groups;
    const numeral = groups?.['numeral'] ?? '';
    const value = valueOf(numeral);
    if (level >= 0 && value !== null) {
      const expected = (last[level] ?? 0) + 1;
      // Number one starts a new row of heads anywhere.
      if (value !== expected && value !== 1) {
        const start = offset + line.indexOf(numeral);
        const right = numeralOf(expected, numeral);
        const message = `序号不连续：这里是“${numeral}”，按顺序应为“${right}”。`;
        const fixes = [{ title: `改为“${right}”`, newText: right }];
        issues.push({ code: 'numbering', message, severity: 'warning', start, end: start + numeral.length, fixes });
      }
      last.length = level;
      last[level] = value;
    }
    offset += line.length + 1;
  }
  return issues;
}
