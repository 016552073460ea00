import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SpeechDraftApi } from '../../../src/core/contracts.ts';
import { closeAll, openDraft, withCursor } from './editors.ts';
import { eventually, person } from './person.ts';

suite('activation', () => {
  teardown(closeAll);

  test('the extension activates on Markdown and exports its functions', async () => {
    const extension = vscode.extensions.getExtension<SpeechDraftApi>('speech-draft.speech-draft');
    assert.ok(extension, 'the extension is not there');
    await openDraft('各位委员、同志们：|');
    const api = await extension.activate();
    await api.ready;
    assert.equal(typeof api.findSimilar, 'function');
  });

  test('a person types Chinese, by key and by composition', async () => {
    const editor = await openDraft('|');
    await person.type('同志们');
    await person.compose(['h', 'hao', 'haoxiaoxi'], '好消息');
    await eventually(() => withCursor(editor) === '同志们好消息|', 'the typed text');
  });
});
