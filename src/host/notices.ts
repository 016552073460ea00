import * as vscode from 'vscode';
import { EngineError } from '../protocol/engine.ts';

/** A button below a sentence. */
export interface Remedy {
  readonly title: string;
  readonly command: string;
}

/** Trouble that is told in a sentence of its own, with the buttons that help. The message is for the writer. */
export class WriterError extends Error {
  readonly remedies: readonly Remedy[];

  constructor(message: string, remedies: readonly Remedy[] = []) {
    super(message);
    this.name = 'WriterError';
    this.remedies = remedies;
  }
}

/** One sentence for the writer; errors made for writers carry their own. Traces belong to the log alone. */
export function sentenceOf(error: unknown): string {
  return error instanceof EngineError || error instanceof WriterError
    ? error.message
    : vscode.l10n.t('出了意外的差错，草稿没有受影响。详情见日志。');
}

/** Says one sentence, with what helps at hand: remedies of the error's own, else the log. */
export async function showFailure(error: unknown, log: vscode.LogOutputChannel): Promise<void> {
  if (error instanceof EngineError && error.code === 'cancelled') return;
  log.error(error instanceof Error ? error : String(error));
  const own = error instanceof WriterError ? error.remedies : [];
  const openLog: Remedy = { title: vscode.l10n.t('打开日志'), command: 'speechDraft.log.show' };
  const remedies = error instanceof WriterError ? own : [openLog];
  const chosen = await vscode.window.showErrorMessage(sentenceOf(error), ...remedies.map(({ title }) => title));
  const remedy = remedies.find(({ title }) => title === chosen);
  if (remedy !== undefined) await vscode.commands.executeCommand(remedy.command);
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
