import { readNumber, readYear } from './numerals.ts';

const yearDigits = '0-9０-９〇○零一二三四五六七八九ОOＯ';
const dayDigits = '0-9０-９一二三四五六七八九十';
/** 上午, 于北京, ·北京: what may stand behind a day in its line. */
const behindDay = '(?:[，,、·\\s]?\\s*(?:上午|下午|晚上?|于?[\\u4e00-\\u9fff]{2,6}))?';
const day = `([${yearDigits}]{4})\\s*[年.\\-/]\\s*([${dayDigits}]{1,3})\\s*[月.\\-/]\\s*(?:([${dayDigits}]{1,3})\\s*日?)?`;
const dayLine = new RegExp(`^[（(]?\\s*${day}\\s*${behindDay}\\s*[)）]?$`, 'u');
const bareDay = new RegExp(`^[（(]?\\s*[${dayDigits}]{1,3}\\s*月\\s*[${dayDigits}]{1,3}\\s*日\\s*[)）]?$`, 'u');
const nameFirst = new RegExp(`^[（(]\\s*([^（）()]{2,30}?)[\\s，,、]+${day}\\s*[)）]$`, 'u');
const dayFirst = new RegExp(`^[（(]\\s*${day}[\\s，,、]+([^（）()]{2,30}?)\\s*[)）]$`, 'u');

/** `2024年3月12日`, `（二〇二四年三月·北京）`: a line with nothing but a day, as `YYYY-MM-DD` or as much of it as there is. */
export function readDate(text: string): string | null {
  if (text.length > 30) return null;
  const match = dayLine.exec(text.trim());
  return match === null ? null : dateOf(match.slice(1, 4));
}

function dateOf([year = '', month = '', day]: readonly (string | undefined)[]): string | null {
  const readable = readYear(year);
  if (readable === null) return null;
  const months = readNumber(month);
  if (months === null || months > 12) return String(readable);
  const start = `${String(readable)}-${String(months).padStart(2, '0')}`;
  const days = day === undefined ? null : readNumber(day);
  // The 30th of February is a slip: the month may still be right.
  return days === null || days > new Date(Date.UTC(readable, months, 0)).getUTCDate() ? start : `${start}-${String(days).padStart(2, '0')}`;
}

/** `（3月12日）`: a day of no year says when, and is no title. */
export function isBareDay(text: string): boolean {
  return bareDay.test(text);
}

/** `（周大山　2024年3月12日）`: who and when in one bracket; `null` for any other line. */
export function readNameAndDay(text: string): { readonly name: string; readonly date: string } | null {
  const first = nameFirst.exec(text);
  const second = first === null ? dayFirst.exec(text) : null;
  const date = first !== null ? dateOf(first.slice(2, 5)) : second === null ? null : dateOf(second.slice(1, 4));
  const name = first?.[1] ?? second?.[4];
  return date === null || name === undefined ? null : { name, date };
}
