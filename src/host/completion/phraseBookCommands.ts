import * as vscode from 'vscode';
import { withNever, withoutPhrase, withPhrase } from '../../core/formulations/phraseBook.ts';
import type { PhraseBookFile } from './phraseBookFile.ts';

/** Longest selection that is taken as a phrase, in code units: more is a paragraph, and that belongs in the library. */
const longestPhrase = 200;

/** Commands for the writer's own phrases. */
export function registerPhraseBookCommands(file: PhraseBookFile): vscode.Disposable {
  const command = (name: string, run: (...values: unknown[]) => Promise<void>) =>
    vscode.commands.registerCommand(`speechDraft.phraseBook.${name}`, run);
  return vscode.Disposable.from(
    command('add', async () => {
      const editor = vscode.window.activeTextEditor;
      const selected = editor === undefined ? '' : editor.document.getText(editor.selection).trim();
      const text =
        selected ||
        (await vscode.window.showInputBox({
          title: vscode.l10n.t('加入我的常用语'),
          prompt: vscode.l10n.t('也可以先选中文字再执行本命令。'),
        }));
      if (text === undefined || text.trim() === '') return;
      if (text.length > longestPhrase || text.trim().length < 2) {
        void vscode.window.showWarningMessage(vscode.l10n.t('常用语应为2至{0}个字，选中的有{1}个字。', longestPhrase, text.length));
        return;
      }
      if (await changed(file, (content) => withPhrase(content, text))) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('已加入我的常用语：{0}', text.trim()), 4000);
      }
    }),
    command('remove', async (text) => {
      const chosen = typeof text === 'string' ? text : await choose(file);
      if (chosen !== undefined) await changed(file, (content) => withoutPhrase(content, chosen));
    }),
    command('never', async (text) => {
      const wording = typeof text === 'string' ? text : selectedText();
      if (wording === '') return;
      if (!(await changed(file, (content) => withNever(content, wording)))) return;
      const undo = vscode.l10n.t('撤销');
      const answer = await vscode.window.showInformationMessage(vscode.l10n.t('不再提示“{0}”。', wording), undo);
      if (answer === undo) await changed(file, (content) => withoutPhrase(content, wording));
    }),
    command('edit', async () => {
      await file.open();
    }),
  );
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? '' : editor.document.getText(editor.selection).trim();
}

async function changed(file: PhraseBookFile, edit: (content: string) => string): Promise<boolean> {
  try {
    await file.change(edit);
    return true;
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('常用语文件写不进去：{0}', error instanceof Error ? error.message : String(error)));
    return false;
  }
}

async function choose(file: PhraseBookFile): Promise<string | undefined> {
  const { phrases, never } = file.current;
  const items = [
    ...phrases.map(({ text }) => ({ label: text, description: '' })),
    ...never.map((text) => ({ label: text, description: vscode.l10n.t('不再提示') })),
  ];
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('还没有常用语；选中文字后执行“加入我的常用语”即可添加。'));
    return undefined;
  }
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('从我的常用语中移除') });
  return chosen?.label;
}
