import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, openDraft } from './editors.ts';
import { exportedApi, foundIn, setFolders } from './library.ts';
import { backToDraft, card, leavePanelIdle, searchFor, showPanel } from './panel.ts';
import { eventually, person } from './person.ts';
import { wordFile } from './wordFile.ts';

/** 在数字农田里种下科技的种子。 in GBK, as an old text file has it. */
const gbkSentence = Buffer.from('d4dacafdd7d6c5a9ccefc0efd6d6cfc2bfc6bcbcb5c4d6d6d7d3a1a3', 'hex');
const gbkLine = Buffer.from('0d0a', 'hex');

/** The editor that shows a passage's source, once the passage is selected in it. */
function sourceWith(text: string): Promise<vscode.TextEditor> {
  return eventually(() => {
    const editor = vscode.window.activeTextEditor;
    return editor !== undefined && editor.document.getText(editor.selection) === text && editor;
  }, `“${text}” selected in its source`);
}

suite('sources of passages', () => {
  let folder = '';

  setup(() => {
    folder = mkdtempSync(join(tmpdir(), '历年 讲话 '));
  });

  teardown(async () => {
    await closeAll();
    await leavePanelIdle();
    await setFolders([]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  test('GBK text opens readable and at the place', async () => {
    writeFileSync(join(folder, '农田.txt'), Buffer.concat([gbkSentence, gbkLine, gbkSentence, gbkLine]));
    const exported = await exportedApi();
    await setFolders([folder]);
    await foundIn(exported, '数字农田', '农田.txt');
    await openDraft('|');
    await showPanel();
    await searchFor('数字农田');
    await person.webview.click(`${card} [data-action="open"]`);
    const source = await sourceWith('在数字农田里种下科技的种子。');
    assert.equal(source.document.uri.scheme, 'file');
    assert.ok(!source.document.getText().includes('\ufffd') && !source.document.isDirty);
  });

  test('a Word file opens as clean text at the place, and a second source in the same column', async () => {
    writeFileSync(join(folder, '去年.docx'), wordFile(['在年度总结会上的讲话', '同志们：', '我们把银杏计划办成了青年人才成长的快车道。']));
    writeFileSync(join(folder, '前年.md'), '# 讲话\n\n同志们：\n\n银杏计划要从娃娃抓起，从课堂抓起。\n');
    const exported = await exportedApi();
    await setFolders([folder]);
    await foundIn(exported, '“银杏计划”', '去年.docx');
    await foundIn(exported, '“银杏计划”', '前年.md');
    const draft = await openDraft('|');
    await showPanel();
    await searchFor('“银杏计划”');
    const texts = await person.webview.texts(`${card} .text`);
    for (const text of ['我们把银杏计划办成了青年人才成长的快车道。', '银杏计划要从娃娃抓起，从课堂抓起。']) {
      await person.webview.click(`${card}:nth-child(${texts.indexOf(text) + 1}) [data-action="open"]`);
      const source = await sourceWith(text);
      assert.equal(source.viewColumn, (draft.viewColumn ?? 1) + 1, 'beside the draft');
    }
    await person.screenshot('source-beside');

    // The source that has the focus now is a Markdown file: what is inserted belongs into the draft all the same.
    await person.webview.click(`${card} [data-action="insert"]`);
    await eventually(() => draft.document.getText() === texts[0], 'the passage in the draft');
    const source = vscode.workspace.textDocuments.find(({ fileName }) => fileName.endsWith('前年.md'));
    assert.ok(source !== undefined && !source.isDirty, 'last year’s speech stays as it was');
  });

  test('a source that has gone is told in a sentence', async () => {
    const file = join(folder, '旧稿.md');
    writeFileSync(file, '# 讲话\n\n要把琥珀工程抓紧抓实，一年一个台阶。\n');
    const exported = await exportedApi();
    await setFolders([folder]);
    await foundIn(exported, '琥珀工程', '旧稿.md');
    await openDraft('|');
    await showPanel();
    await searchFor('琥珀工程');
    rmSync(file);
    await person.webview.click(`${card} [data-action="open"]`);
    await vscode.commands.executeCommand('notifications.showList');
    await eventually(
      async () => (await person.texts('.notification-list-item-message')).some((text) => text.includes('找不到“旧稿.md”')),
      'the sentence',
    );
    await person.screenshot('source-gone');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('with two drafts side by side, a passage goes into the one that was written in last', async () => {
    const left = await openDraft('左边的稿子。\n\n|');
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    const right = await vscode.window.showTextDocument(document, vscode.ViewColumn.Two);
    await showPanel();
    await searchFor('全国科普月');
    const [text] = await person.webview.texts(`${card} .text`);
    await person.webview.click(`${card} [data-action="insert"]`);
    await eventually(() => right.document.getText() === text, 'the passage in the right draft');
    await vscode.window.showTextDocument(left.document, vscode.ViewColumn.One);
    await backToDraft();
    await person.webview.click(`${card} [data-action="insert"]`);
    await eventually(() => left.document.getText() === `左边的稿子。\n\n${text}`, 'the passage in the left draft');
  });
});
