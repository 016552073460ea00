import type { DraftIssue } from './draftIssue.ts';

/** 〔市名〕, **, ××, XX市, 某某: facts that are still open. Markdown's own ** around bold text is none. */
const placeholder = /〔[^〔〕\n]{0,30}〕|(?<!\*)\*{1,2}(?=[年月日市县区省局院校元人名个项家万亿%])|[×ＸX]{2,}|某某+/gu;

export function checkPlaceholders(text: string): DraftIssue[] {
  return [...text.matchAll(placeholder)].map((match) => ({
    code: 'placeholder',
    message: `“${match[0]}”还没有填写。`,
    severity: 'warning' as const,
    start: match.index,
    end: match.index + match[0].length,
    fixes: [],
  }));
}
