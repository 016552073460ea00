/** 20260715, 2026-07-15, 2026_7_15, 2026.7.15, 2026年7月15日 in a path; the last one counts, because folders are named before files. */
const dayInPath = /(?<!\d)((?:19|20)\d{2})(?:[-_.年/](1[0-2]|0?[1-9])[-_.月/](3[01]|[12]\d|0?[1-9])|(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9]))(?!\d)/gu;

const millisecondsADay = 86_400_000;

/**
 * The day of a document, in days since 1970, as far as its path or what was read from it tells: a date in the file's name,
 * else the middle of its year. `null` where neither is known, and where the day has not come yet: 2035年远景目标 is no date.
 */
export function documentDay(path: string, year: number | null, today: number = Date.now() / millisecondsADay): number | null {
  const found = [...path.matchAll(dayInPath)].at(-1);
  const named = found === undefined ? NaN : Date.UTC(Number(found[1]), Number(found[2] ?? found[4]) - 1, Number(found[3] ?? found[5]));
  if (!Number.isNaN(named) && named / millisecondsADay <= today) return named / millisecondsADay;
  if (year === null) return null;
  const middle = Date.UTC(year, 6, 1) / millisecondsADay;
  if (middle <= today) return middle;
  const start = Date.UTC(year, 0, 1) / millisecondsADay;
  return start <= today ? Math.floor(today) : null;
}
