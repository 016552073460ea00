import * as vscode from 'vscode';
import { EngineError } from '../protocol/engine.ts';

/** One sentence for the writer; an engine's error carries its own. Traces belong to the log alone. */
export function sentenceOf(error: unknown): string {
  return error instanceof EngineError ? error.message : vscode.l10n.t('出了意外的差错，草稿没有受影响。详情见日志。');
}

/** Says one sentence, with the log at hand. */
export async function showFailure(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  const openLog = vscode.l10n.t('打开日志');
  if ((await vscode.window.showErrorMessage(sentenceOf(error), openLog)) === openLog) log.show();
}

/** Registers a command whose failure is told to the writer. */
export function registerCommand(
  name: string,
  log: vscode.LogOutputChannel,
  run: (...args: readonly unknown[]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(`speechDraft.${name}`, async (...args: unknown[]) => {
    try {
      return await run(...args);
    } catch (error) {
      void showFailure(error, log);
      return undefined;
    }
  });
}
