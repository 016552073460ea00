import * as vscode from 'vscode';
import type { FileReport, LibraryReport } from '../../protocol/engine.ts';
import { markdownCell as cell } from './markdownCell.ts';

/** Folder and name apart: a hundred rows that begin with the same long path tell nothing. A folder that is not there is told in full. */
function fileCell({ file, root }: FileReport): string {
  const below = file.startsWith(root) ? file.slice(root.length).replace(/^[\\/]+/, '') : file;
  return cell(below === '' ? root : below);
}

/** Most rows of one table; a preview of ten thousand helps nobody. */
const longestTable = 1000;

function table(files: readonly FileReport[], say: (file: FileReport) => string): string[] {
  const head = ['', `| ${vscode.l10n.t('文件')} | ${vscode.l10n.t('说明')} |`, '|---|---|'];
  const rows = files.slice(0, longestTable).map((file) => `| ${fileCell(file)} | ${cell(say(file))} |`);
  const left = files.length - rows.length;
  return [...head, ...rows, ...(left > 0 ? ['', vscode.l10n.t('……另有 {0} 个文件，可在“资料库”里逐个查看。', left)] : [])];
}

/** 0.02 MB says nothing; small amounts are told in KB. */
function amount(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A line for each folder: what a writer asks first is whether last year's folder is in. */
function foldersOf({ files }: LibraryReport): string[] {
  const roots = [...new Set(files.map(({ root }) => root))];
  const count = (root: string, state: FileReport['state']) => files.filter((file) => file.root === root && file.state === state).length;
  const { t } = vscode.l10n;
  return roots.length === 0
    ? []
    : [
        '',
        `| ${t('文件夹')} | ${t('已读')} | ${t('未能读取')} | ${t('按规则未读')} |`,
        '|---|--:|--:|--:|',
        ...roots.map((root) => `| ${cell(root)} | ${count(root, 'read')} | ${count(root, 'refused')} | ${count(root, 'ignored')} |`),
      ];
}

/** The library report as a Markdown page: totals, what was refused and why, what was cleaned. */
export function reportPage(report: LibraryReport): string {
  const { t } = vscode.l10n;
  const of = (state: FileReport['state']) => report.files.filter((file) => file.state === state);
  const read = of('read');
  const refused = of('refused');
  const ignored = of('ignored');
  const cleaned = read.filter((file) => file.problems.length > 0);
  const paragraphs = read.reduce((sum, file) => sum + file.paragraphs, 0);
  return [
    `# ${t('资料库报告')}`,
    '',
    t('读入 {0} 个文件，{1} 个段落；未能读取 {2} 个；按规则未读 {3} 个。', read.length, paragraphs, refused.length, ignored.length),
    '',
    t('索引放在 `{0}`，占用 {1}（其中正文 {2}）。', report.store, amount(report.bytes.index + report.bytes.text), amount(report.bytes.text)),
    ...foldersOf(report),
    ...(refused.length === 0 ? [] : ['', `## ${t('未能读取')}`, ...table(refused, (file) => file.reason ?? '')]),
    ...(cleaned.length === 0
      ? []
      : [
          '',
          `## ${t('读取时做过清理或有疑问')}`,
          '',
          t('在“资料库”里点文件右边的按钮，可以看到每一处清理在哪里、去掉了什么。'),
          ...table(cleaned, (file) => file.problems.map(({ message, count }) => `${message}（${count}）`).join('；')),
        ]),
    ...(ignored.length === 0 ? [] : ['', `## ${t('按规则未读')}`, ...table(ignored, (file) => file.reason ?? '')]),
    '',
  ].join('\n');
}
