import * as vscode from 'vscode';
import type { EngineStatus } from '../../protocol/engine.ts';

/** One line on the library: what is going on, else what can be found. What was said once as a notice is not repeated. */
export function libraryLine(status: EngineStatus): string {
  const { t } = vscode.l10n;
  switch (status.state) {
    case 'failed':
      return t('查找功能暂时停用；补全和骨架照常可用');
    case 'starting':
      return t('正在启动……');
    case 'indexing': {
      if (status.progress === null) return t('正在读取资料……');
      const { done, total } = status.progress;
      return t('正在读取资料 {0}/{1}，已读的可以查找', done, total);
    }
    case 'ready':
      return t('可查 {0} 篇文稿、{1} 个段落', status.files, status.paragraphs);
    default: {
      const unknown: never = status.state;
      throw new Error(`no such state: ${String(unknown)}`);
    }
  }
}
