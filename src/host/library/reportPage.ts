import * as vscode from 'vscode';
import type { FileReport, LibraryReport } from '../../protocol/engine.ts';

/** File names come from anywhere; in a table cell of Markdown they are text. */
function cell(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s+/g, ' ');
}

function table(files: readonly FileReport[], say: (file: FileReport) => string): string[] {
  return ['', `| ${vscode.l10n.t('文件')} | ${vscode.l10n.t('说明')} |`, '|---|---|', ...files.map((file) => `| ${cell(file.file)} | ${cell(say(file))} |`)];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
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
    t('索引放在 {0}，占用 {1} MB（其中正文 {2} MB）。', report.store, megabytes(report.bytes.index + report.bytes.text), megabytes(report.bytes.text)),
    ...(refused.length === 0 ? [] : ['', `## ${t('未能读取')}`, ...table(refused, (file) => file.reason ?? '')]),
    ...(cleaned.length === 0
      ? []
      : [
          '',
          `## ${t('读取时做过清理或有疑问')}`,
          ...table(cleaned, (file) => file.problems.map(({ message, count }) => `${message}（${count}）`).join('；')),
        ]),
    ...(ignored.length === 0 ? [] : ['', `## ${t('按规则未读')}`, ...table(ignored, (file) => file.reason ?? '')]),
    '',
  ].join('\n');
}
