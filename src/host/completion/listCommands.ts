import * as vscode from 'vscode';
import type { Acceptance } from '../../core/draft/acceptance.ts';
import type { ListState } from './listState.ts';
import type { UsageMemory } from './usageMemory.ts';

/** Opens the place in the library where a wording stands. */
export type OpenExample = (place: { readonly file: string; readonly line: number | null; readonly text: string }) => Promise<unknown>;

export interface ListCommandDependencies {
  readonly list: ListState;
  readonly usage: UsageMemory;
  readonly acceptance: Acceptance;
  /** The writer's history was emptied. */
  readonly onCleared: () => void;
  readonly openExample: OpenExample;
}

/** Commands around the suggestion list: asking for it, putting it away, moving in it, taking from it. */
export function registerListCommands({ list, usage, acceptance, onCleared, openExample }: ListCommandDependencies): vscode.Disposable {
  const command = (name: string, run: (...values: unknown[]) => unknown) =>
    vscode.commands.registerCommand(`speechDraft.completion.${name}`, run);
  const execute = (name: string) => vscode.commands.executeCommand(name);
  // Sent without waiting for each other, because Enter may follow at once; they arrive in this order.
  const choose = (move: string) =>
    Promise.all([vscode.commands.executeCommand('setContext', 'speechDraft.choseFromList', true), execute(move)]);
  return vscode.Disposable.from(
    command('show', async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) return;
      list.asks(editor.document, editor.selection.active);
      await execute('editor.action.triggerSuggest');
    }),
    // The keys themselves hide the list and break the line within VS Code (package.json), so that what is typed right
    // after them never waits for this process.
    command('dismissed', () => list.dismiss()),
    command('next', () => choose('selectNextSuggestion')),
    command('previous', () => choose('selectPrevSuggestion')),
    command('accepted', (text, reason) => {
      if (typeof text === 'string') acceptance.told(text, typeof reason === 'string' ? reason : '');
    }),
    command('clearHistory', async () => {
      await usage.clear();
      onCleared();
      void vscode.window.showInformationMessage(vscode.l10n.t('补全的使用记录已清空。'));
    }),
    // Not in the palette: tests see from it that a keystroke asks twice at most.
    command('requests', () => list.requests),
    command('openExample', async (file, line, text) => {
      if (typeof file !== 'string' || typeof text !== 'string') return;
      await openExample({ file, line: typeof line === 'number' ? line : null, text });
    }),
  );
}
