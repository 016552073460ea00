import type { DraftIssue } from './draftIssue.ts';

const numeral = '[〇○零一二三四五六七八九十]';
const year = `(?:(?<year>\\d{4}|[一二][〇○零一二三四五六七八九]{3})年)?`;
const date = new RegExp(
  `${year}(?<![\\d.．]|${numeral})(?<month>\\d{1,2}|${numeral}{1,3})月(?:(?<day>\\d{1,2}|${numeral}{1,3})[日号])?(?:[（(，]?(?:星期|周|礼拜)(?<weekday>[一二三四五六日天])[）)]?)?`,
  'gu',
);
const span = /(?<from>(?:19|20)\d\d)年?(?:[—–~～-]{1,2}|至|到)(?<to>(?:19|20)\d\d)年/gu;

/** 5月1日25时: a day has 24. */
const hour = /(?<=[日号]|上午|下午|晚上?|凌晨)(?<hour>2[5-9]|[3-9]\d)(?:时(?![代间期段速效])|点(?!\d*[亿万个]))/gu;

const weekdays = '日一二三四五六';
const digits = '〇一二三四五六七八九';

function valueOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const one = (character: string | undefined) => Math.max(0, digits.indexOf((character ?? '').replace(/[○零]/u, '〇')));
  return text.includes('十') ? (tens === '' ? 1 : one(tens)) * 10 + (ones === '' ? 0 : one(ones)) : one(ones);
}

function yearOf(text: string): number {
  return Number([...text].map((character) => (/\d/.test(character) ? character : valueOf(character))).join(''));
}

/** Days of a month; February has 29 where the year is not named. */
function daysIn(month: number, inYear: number | null): number {
  return new Date(Date.UTC(inYear ?? 2000, month, 0)).getUTCDate();
}

/** Days that no calendar has, weekdays that do not fit their date, spans that end before they begin. */
export function checkDates(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  for (const match of prose.matchAll(date)) {
    const groups = match.groups ?? {};
    const issue = problemOf(groups);
    if (issue === null) continue;
    issues.push({ code: 'date', severity: 'warning', start: match.index, end: match.index + match[0].length, fixes: [], ...issue });
  }
  for (const match of prose.matchAll(hour)) {
    const place = { start: match.index, end: match.index + match[0].length };
    issues.push({ code: 'date', message: `一天没有${match[0]}。`, severity: 'warning', ...place, fixes: [] });
  }
  for (const match of prose.matchAll(span)) {
    const { from = '', to = '' } = match.groups ?? {};
    if (Number(to) >= Number(from)) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    issues.push({ code: 'date', message: `“${match[0]}”的起止年份颠倒了。`, severity: 'warning', ...place, fixes: [] });
  }
  return issues;
}

function problemOf({ year: yearText, month: monthText = '', day: dayText, weekday }: Record<string, string | undefined>): { readonly message: string } | null {
  const inYear = yearText === undefined ? null : yearOf(yearText);
  const month = valueOf(monthText);
  // 13月 alone may be a count of months.
  if (month < 1 || month > 12) return inYear === null && dayText === undefined ? null : { message: `没有“${monthText}月”。` };
  if (dayText === undefined) return null;
  const day = valueOf(dayText);
  const last = daysIn(month, inYear);
  if (day < 1 || day > last) {
    return { message: `${inYear === null ? '' : `${String(inYear)}年`}${monthText}月没有${dayText}日，最后一天是${String(last)}日。` };
  }
  if (weekday === undefined || inYear === null) return null;
  const right = weekdays.charAt(new Date(Date.UTC(inYear, month - 1, day)).getUTCDay());
  if (right === weekday.replace('天', '日')) return null;
  return { message: `${String(inYear)}年${String(month)}月${String(day)}日是星期${right}，不是星期${weekday}。` };
}
