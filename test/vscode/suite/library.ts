import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SpeechDraftApi } from '../../../src/core/contracts.ts';
import { eventually } from './person.ts';

export async function exportedApi(): Promise<SpeechDraftApi> {
  const extension = vscode.extensions.getExtension<SpeechDraftApi>('speech-draft.speech-draft');
  assert.ok(extension, 'the extension is not there');
  const exported = await extension.activate();
  await exported.ready;
  return exported;
}

export async function setFolders(folders: readonly string[]): Promise<void> {
  const value = folders.length === 0 ? undefined : folders;
  await vscode.workspace.getConfiguration('speechDraft').update('library.folders', value, vscode.ConfigurationTarget.Global);
}

/** Waits until a search has an answer from a file of that name. */
export function foundIn(exported: SpeechDraftApi, query: string, name: string, timeout = 30_000): Promise<string> {
  return eventually(
    async () => (await exported.searchLibrary(query, { limit: 20 })).find(({ file }) => file.endsWith(name))?.text,
    `“${query}” in ${name}`,
    timeout,
  );
}
