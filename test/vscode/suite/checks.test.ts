import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openDraft } from './editors.ts';
import { exportedApi } from './library.ts';
import { eventually, person } from './person.ts';

/** `kind: the words it stands on` of each finding. */
function findings(document: vscode.TextDocument): string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === '讲话稿助手')
    .map(({ code, range }) => `${String(code)}: ${document.getText(range)}`)
    .sort();
}

async function checked(text: string): Promise<vscode.TextEditor> {
  const editor = await openDraft(text);
  await vscode.commands.executeCommand('speechDraft.check.run');
  await eventually(() => findings(editor.document).length > 0, 'findings');
  return editor;
}

/** Puts the cursor on `words`, opens the quick fixes as a person does and takes the one that says `title`. */
async function mend(editor: vscode.TextEditor, words: string, title: string): Promise<void> {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words));
  editor.selection = new vscode.Selection(at, at);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const rows = '.action-widget .monaco-list-row.action';
  // The light bulb knows of new findings a moment after they are there.
  await eventually(async () => {
    await vscode.commands.executeCommand('editor.action.quickFix');
    return person.see(`${rows}:has-text("${title}")`, 1500).then(
      () => true,
      () => false,
    );
  }, `the quick fix ${title}`);
  // By keys: in the older VS Code a layer that catches clicks outside lies over the rows.
  const row = (await person.texts(rows)).findIndex((text) => text.includes(title));
  for (let step = 0; step < row; step += 1) await person.press('ArrowDown');
  await person.press('Enter');
}

suite('checking a draft', () => {
  suiteSetup(async () => {
    await exportedApi();
  });
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await closeAll();
  });

  test('findings are listed in words; a fix is one undo step and the finding goes with it', async () => {
    const editor = await checked('# 讲话\n\n要增强四个意识，认真布署工作。\n\n会议定于2026年2月30日召开。|');
    assert.deepEqual(findings(editor.document), ['引号: 四个意识', '日期: 2026年2月30日', '错字: 布署']);
    await person.see('.markers-panel:has-text("2026年2月没有30日")');
    const before = editor.document.getText();
    await mend(editor, '布署', '改为“部署”');
    await eventually(() => editor.document.getText() === before.replace('布署', '部署'), 'the right word');
    await eventually(() => findings(editor.document).length === 2, 'the finding gone');
    await vscode.commands.executeCommand('undo');
    await eventually(() => editor.document.getText() === before, 'the draft as it was');
  });

  test('all places of one kind are mended at once', async () => {
    const editor = await checked('要抓好科普,抓好人才,抓好"双创".\n\n要抓好落实;抓出成效。|');
    assert.equal(findings(editor.document).length, 5);
    await mend(editor, ',抓好人才', '同类问题全部改正（5 处）');
    await eventually(() => editor.document.getText() === '要抓好科普，抓好人才，抓好“双创”。\n\n要抓好落实；抓出成效。', `all marks, not ${editor.document.getText()}`);
    await eventually(() => findings(editor.document).length === 0, 'no finding left');
  });

  test('what the phrase book replaces is found, and mended as it says', async () => {
    await vscode.commands.executeCommand('speechDraft.phraseBook.edit');
    const book = await eventually(() => vscode.window.activeTextEditor?.document.fileName.endsWith('phrases.txt') && vscode.window.activeTextEditor, 'the phrase book');
    const kept = book.document.getText();
    const write = async (text: string) => {
      await book.edit((edit) => edit.replace(new vscode.Range(0, 0, book.document.lineCount, 0), text));
      await book.document.save();
    };
    await write(`${kept}科普集市 < 科普大集\n`);
    try {
      const editor = await checked('要办好科普大集。|');
      await eventually(() => findings(editor.document).join() === '我的常用语: 科普大集', `the old wording, not ${findings(editor.document).join()}`);
      await mend(editor, '科普大集', '改为“科普集市”');
      await eventually(() => editor.document.getText() === '要办好科普集市。', 'the new wording');
    } finally {
      await vscode.commands.executeCommand('speechDraft.phraseBook.remove', '科普集市');
    }
  });

  test('in a draft with the line ends of Windows, findings and fixes hit their places, and completion does', async () => {
    const editor = await openDraft('同志们：\r\n\r\n第一件事,办好了。\r\n\r\n第二件事,也布署好了。\r\n\r\n我们要|。\r\n');
    const { document } = editor;
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await vscode.commands.executeCommand('speechDraft.check.run');
    const found = await eventually(() => {
      const words = vscode.languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));
      return words.length >= 3 && words;
    }, 'three findings');
    assert.deepEqual(found.sort(), [',', ',', '布署']);
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await person.type('增强四个');
    await eventually(async () => (await person.suggestions())[0] === '增强“四个意识”', 'the list');
    await person.press('Tab');
    const text = '同志们：\r\n\r\n第一件事,办好了。\r\n\r\n第二件事,也布署好了。\r\n\r\n我们要增强“四个意识”。\r\n';
    await eventually(() => document.getText() === text, 'the wording');
    await vscode.commands.executeCommand('hideSuggestWidget');
    const place = await eventually(() => {
      const comma = vscode.languages.getDiagnostics(document.uri).find(({ range }) => document.getText(range) === ',');
      return comma?.range;
    }, 'the findings anew');
    const actions = await eventually(async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, place);
      const every = all.find(({ title }) => title.includes('2 处'));
      return every;
    }, 'a fix for both');
    assert.ok(actions.edit);
    await vscode.workspace.applyEdit(actions.edit);
    await eventually(() => document.getText() === text.replaceAll(',', '，'), 'both commas');
  });

  test('a draft without faults says so', async () => {
    await openDraft('同志们：\n\n要抓好落实。|');
    await vscode.commands.executeCommand('speechDraft.check.run');
    await vscode.commands.executeCommand('notifications.showList');
    await eventually(async () => (await person.texts('.notification-list-item-message')).some((text) => text.includes('没有发现问题')), 'the sentence');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
