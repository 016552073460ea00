import type { DraftIssue } from './draftIssue.ts';

/**
 * 〔市名〕, **, ××, XX市, 某某, ____, （待核实）: facts that are still open. Markdown's own ** around bold text is none, nor
 * are notes and the years in numbers of documents: 〔注〕, 〔2024〕12号.
 */
const placeholder =
  /〔(?![注\d]+〕)[^〔〕\n]{0,30}〕|[（【［(\[][^（）【】［］()[\]\n]{0,12}(?:待[补核填查定]|此处(?:插入|填写|补充))[^（）【】［］()[\]\n]{0,12}[）】］)\]]|(?<=[\p{Script=Han}“])_{3,}|_{3,}(?=\p{Script=Han})|(?<!\*)\*{1,3}(?=[年月日市县区省局院校元人名个项家万亿%]|同志)|(?<![A-Za-z])[XxＸ×](?=[年月日]|市|县)|(?<![一二三四五六七八九十○〇])○{2,}(?![一二三四五六七八九十○〇年])|[？?]{2,}(?=[%％万亿元])|[（【](?:补充|填写)(?:名单|数据|内容|姓名|单位|时间|地点)[）】]|[×ＸX]{2,}|某某+/gu;

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
