import type { DraftIssue } from './draftIssue.ts';

const moved = '(?:提高|上升|增加|增长|提升|下降|降低|降)';
const change = new RegExp(
  `[由从](?<from>\\d+(?:\\.\\d+)?)[%％]${moved}(?:到|至)了?(?<to>\\d+(?:\\.\\d+)?)[%％][，,、]?${moved}了?(?<points>\\d+(?:\\.\\d+)?)个百分点`,
  'gu',
);

/** What rounding may make of a difference. */
const rounding = 0.11;

/** 由85%提高到92%，提高了5个百分点: the difference is seven. */
export function checkShares(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  for (const match of prose.matchAll(change)) {
    const { from = '', to = '', points = '' } = match.groups ?? {};
    const right = Math.abs(Number(to) - Number(from));
    if (Math.abs(right - Number(points)) <= rounding) continue;
    const start = match.index + match[0].lastIndexOf(points);
    const message = `从${from}%到${to}%相差${String(Math.round(right * 100) / 100)}个百分点，不是${points}个。`;
    issues.push({ code: 'count', message, severity: 'warning', start, end: start + points.length, fixes: [] });
  }
  return issues;
}
