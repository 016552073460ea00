import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openDraft, withCursor } from './editors.ts';
import { exportedApi } from './library.ts';
import { backToDraft, card, leavePanelIdle, seeAnswerTo, showPanel } from './panel.ts';
import { eventually, pause, person } from './person.ts';
import { childrenRunning } from './processes.ts';

const paragraph = '要大力弘扬科学家精神，涵养优良学风，支持青年科技人才挑大梁、当主角，在重大任务中成长成才。';
suite('similar paragraphs', () => {
  teardown(async () => {
    await closeAll();
    await leavePanelIdle();
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

  test('in a paragraph the passage becomes the next one, and the undone draft is as it was', async () => {
    const before = `${paragraph}|\n\n要建设好科普场馆。\n`;
    const editor = await openDraft(before);
    await showPanel();
    await seeAnswerTo(paragraph);
    const [text] = await person.webview.texts(`${card} .text`);
    await person.webview.press(card, 'Enter');
    await eventually(() => editor.document.lineCount > 4, 'the inserted text');
    const lines = editor.document.getText().split('\n');
    assert.deepEqual(lines.slice(0, 5), [paragraph, '', text, '', '要建设好科普场馆。']);
    await vscode.commands.executeCommand('undo');
    await eventually(() => editor.document.getText() === before.replace('|', ''), 'the draft as it was');
  });

  test('the list is walked by keys, and a screen reader is told what is what', async () => {
    await openDraft(`${paragraph}|`);
    await showPanel();
    await seeAnswerTo(paragraph);
    await person.webview.press('.search', 'ArrowDown');
    const titles = await person.webview.texts(`${card} .title`);
    assert.ok((await person.webview.focused('.toolbar')).startsWith(titles[0] ?? '?'), 'the first card');
    await person.press('ArrowDown');
    assert.ok((await person.webview.focused('.toolbar')).startsWith(titles[1] ?? '?'), 'the second card');
    await person.press('End');
    assert.ok((await person.webview.focused('.toolbar')).startsWith(titles.at(-1) ?? '?'), 'the last card');
    await person.press('Tab');
    await person.press('Shift+Tab');
    await person.press('Home');
    await person.press('Control+c');
    const [first] = await person.webview.texts(`${card} .text`);
    await eventually(async () => (await vscode.env.clipboard.readText()) === first, 'the copied text');
    const told = await person.webview.aria('.toolbar');
    for (const part of ['searchbox "搜索', 'combobox "只看某类段落"', 'checkbox "跟随光标', 'list "相似段落"', 'button "插入"', 'status: ']) {
      assert.ok(told.includes(part), `${part} in\n${told.slice(0, 1500)}`);
    }
  });

  test('only paragraphs of one kind are listed, and the way back is one click', async () => {
    await openDraft(`${paragraph}|`);
    await showPanel();
    await seeAnswerTo(paragraph);
    await person.webview.choose('.roles', '结尾');
    await eventually(async () => {
      const shown = await person.webview.texts(`.list:not(.stale) ${card} .badges`);
      return shown.length > 0 && shown.every((badges) => badges.includes('结尾'));
    }, 'endings alone');
    await person.webview.fill('.search', '“〔学会全称〕第五届理事会”');
    await person.webview.press('.search', 'Enter');
    await person.webview.see('.message.empty');
    assert.ok((await person.webview.texts('.message.empty'))[0]?.includes('（结尾）'));
    await person.webview.click('[data-action="unrestrict"]');
    await eventually(async () => (await person.webview.value('.roles')) === '', 'all kinds again');
  });

  test('years, sources and occasions are filtered, and an empty list names what it was filtered by', async () => {
    const badgesOf = () => person.webview.texts(`.list:not(.stale) ${card} .badges`);
    await openDraft('组织科技志愿者走进社区，每月开展科普活动，讲健康、营养、防灾，让群众听得懂、用得上。|');
    await showPanel();
    await eventually(async () => (await badgesOf()).some((badges) => !badges.includes('随附语料')), 'a passage of the workspace', 20_000);
    await person.webview.click('.filters');
    await person.webview.choose('.sources', '随附语料');
    await eventually(async () => {
      const shown = await badgesOf();
      return shown.length > 0 && shown.every((badges) => badges.includes('随附语料'));
    }, 'bundled passages alone');
    const all = (await person.webview.texts(`${card} .title`)).length;
    await person.webview.fill('.occasion', '启动仪式');
    await person.webview.press('.occasion', 'Enter');
    await eventually(async () => {
      const shown = (await person.webview.texts(`.list:not(.stale) ${card} .title`)).length;
      return shown > 0 && shown < all;
    }, 'fewer passages');
    await person.screenshot('similar-filtered');
    await person.webview.fill('.occasion', '没有这样的场合');
    await person.webview.press('.occasion', 'Enter');
    await person.webview.see('.message.empty');
    assert.ok((await person.webview.texts('.message.empty'))[0]?.includes('随附语料、没有这样的场合'));
    await person.webview.click('[data-action="unrestrict"]');
    await eventually(async () => (await badgesOf()).some((badges) => !badges.includes('随附语料')), 'all sources again');
    assert.equal(await person.webview.value('.sources'), '');
    assert.equal(await person.webview.value('.occasion'), '');
    await person.webview.choose('.years', '近 1 年');
    await eventually(async () => {
      const years = await person.webview.texts(`.list:not(.stale) ${card} .year`);
      return years.every((year) => Number(year) >= new Date().getFullYear() - 1);
    }, 'recent passages alone');
    await person.webview.choose('.years', '全部年份');
    await person.webview.click('.filters');
  });

  test('an answer that comes too late is dropped', async () => {
    const exported = await exportedApi();
    await openDraft(`${paragraph}|`);
    await showPanel();
    await seeAnswerTo(paragraph);
    // A searcher that has just died answers only after it is up again: time enough to turn away from the question.
    const [pid] = childrenRunning('searcher.js');
    assert.ok(pid !== undefined, 'no searcher is running');
    process.kill(pid, 'SIGKILL');
    await vscode.commands.executeCommand('speechDraft.similar.pin');
    const asked = vscode.commands.executeCommand('speechDraft.similar.find');
    await closeAll();
    await vscode.commands.executeCommand('speechDraft.similar.follow');
    await person.webview.see('[data-action="newDraft"]');
    await asked;
    await exported.findSimilar(paragraph, { limit: 3 });
    await pause(500);
    const [list] = await person.webview.texts('.list');
    assert.ok(list?.includes('新建讲话稿'), list?.slice(0, 200));
  });

  test('a hidden panel comes back with its list', async () => {
    await openDraft(`${paragraph}|`);
    await showPanel();
    const first = await seeAnswerTo(paragraph);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await person.see('.explorer-folders-view');
    await showPanel();
    assert.deepEqual(await seeAnswerTo(paragraph), first);
    await person.webview.click(`${card} [data-action="copy"]`);
    await eventually(async () => (await vscode.env.clipboard.readText()) === first[0], 'the copied text');
  });
});
