import * as vscode from 'vscode';
import type { ReadingReport } from '../../protocol/engine.ts';
import { markdownCell as cell } from './markdownCell.ts';

/** Most rows of the table; a preview of ten thousand helps nobody. */
const longestTable = 1000;

type Problem = ReadingReport['problems'][number];

function placeOf({ line, page }: Problem): string {
  if (page !== null) return vscode.l10n.t('第 {0} 页', page);
  return line === null ? '' : vscode.l10n.t('第 {0} 行', line);
}

/** How one document was read, as a Markdown page: what was recognised, and each removal or doubt with its place. */
export function readingPage(name: string, { articles, problems }: ReadingReport): string {
  const { t } = vscode.l10n;
  const left = problems.length - longestTable;
  return [
    `# ${cell(name)}`,
    '',
    t('读出 {0} 篇文稿；清理或有疑问 {1} 处。', articles.length, problems.length),
    '',
    ...articles.map(({ title, sections }) => `- ${cell(title ?? t('（没有标题）'))}（${t('{0} 个部分', sections)}）`),
    ...(problems.length === 0
      ? []
      : [
          '',
          `| ${t('位置')} | ${t('说明')} | ${t('原文')} |`,
          '|---|---|---|',
          ...problems.slice(0, longestTable).map((problem) => `| ${placeOf(problem)} | ${cell(problem.message)} | ${cell(problem.text)} |`),
          ...(left > 0 ? ['', t('……另有 {0} 处。', left)] : []),
        ]),
    '',
  ].join('\n');
}
