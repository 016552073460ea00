import * as vscode from 'vscode';
import type { Skeleton } from '../../core/contracts.ts';
import { atLevel, readHead } from '../../core/skeletons/headingSkeletons.ts';
import { previewOf } from '../../core/skeletons/readSkeletons.ts';
import { draftLanguage } from '../drafts.ts';

/**
 * VS Code lists the contributed snippets in a head as well, beside our own row for it, and puts them behind the marks that
 * stand there: `## 一、## 一、强化政治引领`. Such a snippet is taken back and put in the place of the marks, at their level. It
 * stays one undo step, which a deletion afterwards would not.
 */
export function registerHeadMarks(skeletons: () => Promise<readonly Skeleton[]>): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change, ...others], reason }) => {
    if (change === undefined || others.length > 0 || reason !== undefined || draftLanguage(document) === null) return;
    if (!/^#{1,6}\s.*\n/u.test(change.text)) return;
    const { start } = change.range;
    const before = document.lineAt(start.line).text.slice(0, start.character);
    const head = readHead(before);
    if (head?.text !== '') return;
    const { version } = document;
    const lines = change.text.split('\n').length - 1;
    const behind = document.lineAt(start.line + lines).text.slice((change.text.split('\n').at(-1) ?? '').length);
    const isAsBefore = () => {
      const { text } = document.lineAt(start.line);
      return text.startsWith(before) && text.endsWith(behind) && text.length === before.length + change.rangeLength + behind.length;
    };
    void skeletons().then(async (known) => {
      // What was pasted stays as it is.
      const text = change.text.replaceAll('\r\n', '\n');
      const skeleton = known.find((one) => previewOf(one) === text);
      const editor = vscode.window.activeTextEditor;
      if (skeleton === undefined || editor?.document !== document || document.version !== version) return;
      const end = start.translate(0, change.rangeLength);
      await vscode.commands.executeCommand('undo');
      // On a busy machine the writer may have been faster.
      if (!isAsBefore()) {
        await vscode.commands.executeCommand('redo');
        return;
      }
      await editor.insertSnippet(new vscode.SnippetString(atLevel(skeleton.body, head.level)), new vscode.Range(start.with({ character: 0 }), end));
    });
  });
}
