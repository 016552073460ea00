import * as vscode from 'vscode';
import type { EngineStatus } from '../../protocol/engine.ts';

/** The status bar speaks only while there is something to wait for or something wrong. */
export function showStatus(item: vscode.StatusBarItem, status: EngineStatus): void {
  const { t } = vscode.l10n;
  if (status.state === 'indexing' && status.progress !== null) {
    const { done, total, file } = status.progress;
    item.text = `$(sync~spin) ${t('讲话稿资料 {0}/{1}', done, total)}`;
    item.tooltip = file ?? '';
    item.command = 'speechDraft.library.cancel';
    item.show();
  } else if (status.state === 'failed') {
    item.text = `$(warning) ${t('讲话稿助手')}`;
    item.tooltip = status.message ?? '';
    item.command = 'speechDraft.log.show';
    item.show();
  } else {
    item.hide();
  }
}
