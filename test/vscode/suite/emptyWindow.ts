// For a window without a folder: node test/vscode/run.ts --empty --suite emptyWindow
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openDraft, withCursor } from './editors.ts';
import { exportedApi } from './library.ts';
import { seeAnswerTo, showPanel } from './panel.ts';
import { eventually, person } from './person.ts';

const paragraph = '要建设好科普场馆，把优质科普资源送到农村中小学，让孩子们在家门口看得到、摸得着科学。';

suite('a window without a folder', () => {
  teardown(closeAll);

  test('similar paragraphs come from the bundled corpus, and the library invites', async () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    await exportedApi();
    await openDraft(`${paragraph}|`);
    await showPanel();
    const found = await seeAnswerTo(paragraph);
    assert.ok(found.length > 0);
    await vscode.commands.executeCommand('speechDraft.library.focus');
    await person.see('.welcome-view-content:has-text("添加资料文件夹")');
    await person.screenshot('empty-window');
  });

  test('completion works', async () => {
    const editor = await openDraft('|');
    await person.type('增强四个');
    await eventually(async () => (await person.suggestions()).length > 0, 'the list');
    await person.press('Tab');
    await eventually(() => withCursor(editor).includes('“四个意识”'), 'the wording');
  });
});
