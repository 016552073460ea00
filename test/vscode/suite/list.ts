import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, pause, person } from './person.ts';

/** Changes a setting of completion for all windows; `undefined` takes it back. */
export async function setCompletion(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('speechDraft.completion').update(name, value, vscode.ConfigurationTarget.Global);
}

export async function listOpens(first: string): Promise<void> {
  let seen: readonly string[] = [];
  const opened = eventually(async () => {
    seen = await person.suggestions();
    return seen[0] === first;
  }, `a list that starts with ${first}`);
  await opened.catch((error: unknown) => {
    throw new Error(`${String(error)}; what was there: ${seen.join(' / ')}`);
  });
}

/** Long enough for a list to have opened if it were going to. */
export async function staysSilent(why: string): Promise<void> {
  await pause(700);
  assert.deepEqual(await person.suggestions(), [], why);
}

/** Requests that our provider has answered so far. */
export async function requests(): Promise<number> {
  return Number(await vscode.commands.executeCommand('speechDraft.completion.requests'));
}

/** Waits until the list's chosen row is the one of that label. */
export async function rowIsChosen(label: string): Promise<void> {
  const chosen = '.suggest-widget.visible .monaco-list-row.focused .label-name';
  await eventually(async () => (await person.texts(chosen))[0] === label, `${label} chosen`);
}
