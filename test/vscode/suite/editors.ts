import * as vscode from 'vscode';
import { eventually, person } from './person.ts';

/** Opens an untitled document with `text`; the first `|` marks the cursor. The person's keyboard is in it. */
export async function openDraft(text: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const at = text.indexOf('|');
  const content = at < 0 ? text : text.slice(0, at) + text.slice(at + 1);
  // An untitled document takes the name of one that was just closed, and may be given what is left of its text.
  const editor = await eventually(async () => {
    const document = await vscode.workspace.openTextDocument({ language, content });
    const opened = await vscode.window.showTextDocument(document);
    if (document.getText() === content) return opened;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return false;
  }, 'a new draft with its own text');
  const { document } = editor;
  const position = document.positionAt(at < 0 ? content.length : at);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position));
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await person.see('.editor-instance .monaco-editor.focused');
  return editor;
}

export async function closeAll(): Promise<void> {
  for (let left = vscode.window.tabGroups.all.flatMap((group) => group.tabs).length; left > 0; left -= 1) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  // The next untitled document takes the name of the last one, and must not meet it still open.
  await eventually(() => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0), 'no editor open');
}

/** The text with `|` at the (first) cursor. */
export function withCursor(editor: vscode.TextEditor): string {
  const text = editor.document.getText();
  const offset = editor.document.offsetAt(editor.selection.active);
  return `${text.slice(0, offset)}|${text.slice(offset)}`;
}

/** Puts a cursor at the end of each line and waits until the person would see them all. */
export async function cursorAtEachLine(editor: vscode.TextEditor): Promise<void> {
  const ends = Array.from({ length: editor.document.lineCount }, (_, line) => editor.document.lineAt(line).range.end);
  editor.selections = ends.map((end) => new vscode.Selection(end, end));
  await eventually(async () => (await person.texts('.monaco-editor.focused .cursors-layer .cursor')).length === ends.length, 'the cursors');
}
