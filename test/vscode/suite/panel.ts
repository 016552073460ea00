import * as vscode from 'vscode';
import { person } from './person.ts';

export const card = '.card';

export async function showPanel(): Promise<void> {
  await vscode.commands.executeCommand('speechDraft.similar.focus');
  await person.webview.see('.toolbar input');
}

/** Waits for the answer to this very paragraph. */
export async function seeAnswerTo(text: string): Promise<string[]> {
  await person.webview.see(`.list[data-query^="${text.slice(0, 12)}"]:not(.stale) ${card}`);
  return person.webview.texts(`${card} .text`);
}

/** Searches as a person does, and waits for the answer. */
export async function searchFor(query: string): Promise<void> {
  await person.webview.fill('.search', query);
  await person.webview.press('.search', 'Enter');
  await person.webview.see(`.list[data-query="${query}"]:not(.stale) ${card}`);
}

export async function backToDraft(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

/** Without a draft the panel offers one; every test starts from there. */
export async function leavePanelIdle(): Promise<void> {
  await vscode.commands.executeCommand('speechDraft.similar.follow');
  await person.webview.see('[data-action="newDraft"]');
}
