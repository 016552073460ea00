import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, openDraft } from './editors.ts';
import { exportedApi } from './library.ts';
import { eventually, pause, person } from './person.ts';
import { childrenRunning } from './processes.ts';

interface ExtensionModule {
  deactivate(): void;
}

async function ownCommands(): Promise<string[]> {
  const commands = await vscode.commands.getCommands(true);
  // VS Code itself makes commands for contributed views and containers; those stay as long as the extension is installed.
  const views = /^speechDraft\.(similar|formulations|library)\.(focus|open|resetViewLocation|removeView|toggleVisibility)$/;
  return commands.filter((command) => command.startsWith('speechDraft.') && !views.test(command));
}

// The last suite of a run: after it the extension is there no more.
suite('leaving', () => {
  teardown(closeAll);

  test('deactivation takes processes, commands, listeners and diagnostics away', async () => {
    await exportedApi();
    const editor = await openDraft('目标是完成XX项任务。（\n\n|');
    await vscode.commands.executeCommand('speechDraft.check.run');
    await eventually(() => vscode.languages.getDiagnostics(editor.document.uri).length > 0, 'findings');
    await vscode.commands.executeCommand('workbench.action.closePanel');
    assert.ok((await ownCommands()).length > 10, 'the commands of the extension');
    await eventually(() => childrenRunning('searcher.js').length === 1, 'the searcher');

    const extension = vscode.extensions.getExtension('speech-draft.speech-draft');
    assert.ok(extension);
    // VS Code has loaded this very module; asked for again it is the same one.
    const load = createRequire(join(extension.extensionPath, 'package.json'));
    (load('./dist/extension.js') as ExtensionModule).deactivate();

    await eventually(() => [...childrenRunning('searcher.js'), ...childrenRunning('indexer.js')].length === 0, 'no process');
    await eventually(async () => (await ownCommands()).length === 0, 'no command');
    assert.deepEqual(vscode.languages.getDiagnostics(editor.document.uri), []);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await person.type('增强四个');
    await pause(800);
    assert.deepEqual(await person.suggestions(), [], 'a listener is left that opens a list');
    assert.equal(childrenRunning('searcher.js').length, 0, 'a listener is left that starts the engine');
  });
});
