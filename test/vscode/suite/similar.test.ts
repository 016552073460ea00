import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openDraft, withCursor } from './editors.ts';
import { eventually, pause, person } from './person.ts';

const paragraph = '要大力弘扬科学家精神，涵养优良学风，支持青年科技人才挑大梁、当主角，在重大任务中成长成才。';
const card = '.card';

async function showPanel(): Promise<void> {
  await vscode.commands.executeCommand('speechDraft.similar.focus');
  await person.webview.see('.toolbar input');
}

/** Waits for the answer to this very paragraph. */
async function seeAnswerTo(text: string): Promise<string[]> {
  await person.webview.see(`.list[data-query^="${text.slice(0, 12)}"]:not(.stale) ${card}`);
  return person.webview.texts(`${card} .text`);
}

async function backToDraft(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

suite('similar paragraphs', () => {
  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand('speechDraft.similar.follow');
    // Without a draft the panel offers one; the next test starts from there.
    await person.webview.see('[data-action="newDraft"]');
  });

  test('the view follows the paragraph at the cursor and marks shared words', async () => {
    const editor = await openDraft(`# 讲话\n\n${paragraph}|\n\n要建设好科普场馆，把优质科普资源送到农村中小学。\n`);
    await showPanel();
    const first = await seeAnswerTo(paragraph);
    await person.webview.see(`${card} mark`);
    assert.ok(first.some((text) => text.includes('科学家精神')), first[0] ?? 'no card');
    const sources = await person.webview.texts(`${card} .title`);
    assert.ok(sources.every((source) => source.trim() !== ''), 'a card without a source');
    await person.screenshot('similar-follow');

    const place = new vscode.Position(4, 10);
    editor.selection = new vscode.Selection(place, place);
    await backToDraft();
    const second = await seeAnswerTo('要建设好科普场馆');
    assert.ok(second.some((text) => text.includes('科普')), second[0] ?? 'no card');
  });

  test('a pinned list stays until the key asks', async () => {
    const editor = await openDraft(`${paragraph}|\n\n要建设好科普场馆，把优质科普资源送到农村中小学。\n`);
    await showPanel();
    const first = await seeAnswerTo(paragraph);
    await person.webview.see(`${card} mark`);
    await person.webview.click('.follow input');
    await person.webview.see('.follow input:not(:checked)');
    const place = new vscode.Position(2, 10);
    editor.selection = new vscode.Selection(place, place);
    await backToDraft();
    await pause(1200);
    assert.deepEqual(await person.webview.texts(`${card} .text`), first);
    await person.press('Control+Alt+s');
    await seeAnswerTo('要建设好科普场馆');
  });

  test('a passage is inserted with its open facts as tab stops, and undone in one step', async () => {
    const before = `${paragraph}\n\n|`;
    const editor = await openDraft(before);
    await showPanel();
    await person.webview.fill('.search', '“〔市名〕”');
    await person.webview.press('.search', 'Enter');
    await eventually(
      async () => (await person.webview.texts(`${card} .text`))[0]?.includes('〔市名〕'),
      'a passage with an open fact',
    );
    const [text] = await person.webview.texts(`${card} .text`);
    await person.webview.click(`${card} [data-action="insert"]`);
    await eventually(() => editor.document.lineCount >= 3 && editor.document.lineAt(2).text !== '', 'the inserted text');
    assert.equal(editor.document.lineAt(2).text, text);
    await person.type('临江');
    await eventually(() => editor.document.getText().includes('临江'), 'the first open fact typed over');
    await person.screenshot('similar-inserted');
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    await eventually(() => withCursor(editor).replace('|', '') === before.replace('|', ''), 'the draft as it was');
  });

  test('a passage is copied, and its source opens at the place', async () => {
    await openDraft(`${paragraph}|`);
    await showPanel();
    await seeAnswerTo(paragraph);
    const [text] = await person.webview.texts(`${card} .text`);
    await person.webview.click(`${card} [data-action="copy"]`);
    await eventually(async () => (await vscode.env.clipboard.readText()) === text, 'the copied text');
    await person.webview.click(`${card} [data-action="open"]`);
    const shown = await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.uri.scheme === 'speech-draft-source' && editor.document.getText(editor.selection) === text && editor;
    }, 'the source at its place');
    assert.ok(shown.document.getText().includes('title:'), 'the whole speech is there');
  });

  test('words are searched, and a search without an answer says so', async () => {
    await openDraft('|');
    await showPanel();
    await person.webview.fill('.search', '全国科普月');
    await person.webview.press('.search', 'Enter');
    await eventually(
      async () => (await person.webview.texts(`${card} .text`)).some((text) => text.includes('科普月')),
      'a passage with the words',
    );
    await person.webview.fill('.search', '“饕餮纹青铜器鉴定”');
    await person.webview.press('.search', 'Enter');
    await person.webview.see('.message.empty');
    const [message] = await person.webview.texts('.message.empty');
    assert.ok(message?.includes('没有找到'), message);
    await person.screenshot('similar-empty');
  });

  test('documents of the workspace are found', async () => {
    await openDraft('组织科技志愿者走进社区，每月开展科普活动，讲健康、营养、防灾，让群众听得懂、用得上。|');
    await showPanel();
    await eventually(
      async () => (await person.webview.texts(`${card} .title`)).some((title) => title.includes('在区科协工作会议上的讲话')),
      'the workspace’s own speech',
      20_000,
    );
    await person.screenshot('similar-workspace');
  });
});
