import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, openDraft } from './editors.ts';
import { exportedApi, foundIn, setFolders } from './library.ts';
import { eventually, person } from './person.ts';
import { wordFile } from './wordFile.ts';

/** 在数字农田里种下科技的种子 in GBK, as an old text file has it. */
const gbkSentence = Buffer.from('d4dacafdd7d6c5a9ccefc0efd6d6cfc2bfc6bcbcb5c4d6d6d7d3', 'hex');

suite('the writer’s own library', () => {
  let folder = '';

  setup(() => {
    folder = mkdtempSync(join(tmpdir(), '历年 讲话 '));
  });

  teardown(async () => {
    await closeAll();
    await setFolders([]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  test('folders from the settings are read in the background: Markdown, GBK text, Word', async () => {
    mkdirSync(join(folder, '旧稿'));
    writeFileSync(join(folder, '旧稿', '讲话.md'), '# 在灯塔工厂现场会上的讲话\n\n同志们：\n\n要把灯塔工厂的琉璃经验讲清楚、学到手，形成比学赶超的氛围。\n');
    writeFileSync(join(folder, '农田.txt'), Buffer.concat([gbkSentence, Buffer.from('a1a3', 'hex')]));
    writeFileSync(
      join(folder, '去年的讲话.docx'),
      wordFile(['在年度总结会上的讲话', '同志们：', '这一年，我们把银杏计划办成了青年人才成长的快车道。']),
    );
    const exported = await exportedApi();
    await setFolders([folder]);
    await foundIn(exported, '“琉璃经验”', '讲话.md');
    assert.ok((await foundIn(exported, '数字农田', '农田.txt')).includes('数字农田'));
    await foundIn(exported, '“银杏计划”', '去年的讲话.docx');
  });

  test('a changed file is found anew at once, a removed one no more', async () => {
    const file = join(folder, '草稿.md');
    writeFileSync(file, '# 讲话\n\n要种好青梅基地这块试验田，把经验推广出去。\n');
    const exported = await exportedApi();
    await setFolders([folder]);
    await foundIn(exported, '青梅基地', '草稿.md');
    const editor = await vscode.window.showTextDocument(vscode.Uri.file(file));
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), '\n要办好海棠书院这座课堂，把人才培养出来。\n'));
    await editor.document.save();
    const saved = performance.now();
    await foundIn(exported, '海棠书院', '草稿.md');
    await person.report(`      a changed file was found ${(performance.now() - saved).toFixed(0)} ms after saving`);
    await closeAll();
    rmSync(file);
    await eventually(
      async () => !(await exported.searchLibrary('青梅基地', { limit: 50 })).some((passage) => passage.file === file),
      'the removed file gone',
      30_000,
    );
  });

  test('a file with a classification mark is left out, and the report says so', async () => {
    writeFileSync(join(folder, '内部.md'), '机密★3年\n\n# 讲话\n\n关于麒麟专项的部署安排，要严格控制知悉范围。\n');
    writeFileSync(join(folder, '公开.md'), '# 讲话\n\n关于凤凰专项的部署安排，要广泛宣传。\n');
    const exported = await exportedApi();
    await setFolders([folder]);
    await foundIn(exported, '凤凰专项', '公开.md');
    assert.deepEqual(await exported.searchLibrary('“麒麟专项”'), []);
    await vscode.commands.executeCommand('speechDraft.library.report');
    await eventually(async () => (await person.webview.texts('h1')).includes('资料库报告'), 'the report as a page to read');
    const rows = await person.webview.texts('h1 ~ table tr');
    assert.ok(rows.some((row) => /内部\.md\s.*密/.test(row)), rows.join('\n'));
    await person.screenshot('library-report');
    assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty), 'nothing that asks to be saved');
  });

  test('strange names, files that cannot be read and a folder that is not there stand in the report, harmlessly', async () => {
    const strange = process.platform === 'win32' ? '🌲 <b>讲话.md' : '🌲 <img src=x>|坏\n名\u001b[2J\u202e.md';
    writeFileSync(join(folder, strange.replace(process.platform === 'win32' ? /[<>]/g : /$^/, '')), '# 讲话\n\n要把雪松长廊的养护办好。\n');
    writeFileSync(join(folder, '空.docx'), '');
    writeFileSync(join(folder, '炸弹.pdf'), '%PDF-1.4 什么也不是');
    const missing = join(folder, '没有接上的硬盘');
    const exported = await exportedApi();
    await setFolders([folder, missing]);
    await eventually(async () => (await exported.searchLibrary('“雪松长廊”')).length === 1, 'the speech under a strange name');
    const told = [/空\.docx\s.*空的/, /炸弹\.pdf\s/, /没有接上的硬盘.*找不到这个文件夹/s];
    // The folder that is not there comes last, after the speech is found already.
    await eventually(async () => {
      await vscode.commands.executeCommand('speechDraft.library.report');
      await eventually(async () => (await person.webview.texts('h1')).includes('资料库报告'), 'the report as a page to read');
      const rows = await person.webview.texts('h1 ~ table tr');
      return told.every((one) => rows.some((row) => one.test(row)));
    }, 'what could not be read, in the report');
    await person.screenshot('library-strange');
  });

  test('what was cleaned out of a file is shown with its place', async () => {
    const file = join(folder, '抄来的.txt');
    writeFileSync(file, '在座谈会上的讲话\n同志们：\n要把玉兰街区的修缮办好，让老住户住得安心。\n版权所有 某某网\n一、先摸底\n先看清有多少户。\n三、再动手\n再定先后次序。\n');
    const exported = await exportedApi();
    await setFolders([folder]);
    await foundIn(exported, '玉兰街区', '抄来的.txt');
    await vscode.commands.executeCommand('speechDraft.library.reading', { report: { file } });
    await eventually(async () => (await person.webview.texts('h1')).includes('抄来的.txt'), 'how the file was read');
    const rows = await person.webview.texts('h1 ~ table tr');
    assert.ok(rows.some((row) => /第 4 行.*版权所有 某某网/s.test(row)), rows.join('\n'));
    assert.ok(rows.some((row) => /第 7 行/.test(row)), rows.join('\n'));
    await person.screenshot('library-reading');
  });

  test('the library view lists folders and what was read', async () => {
    writeFileSync(join(folder, '讲话.md'), '# 讲话\n\n要把翡翠谷的生态账算清楚，走出绿色发展的路子。\n');
    const exported = await exportedApi();
    await setFolders([folder]);
    await foundIn(exported, '翡翠谷', '讲话.md');
    await openDraft('|');
    await vscode.commands.executeCommand('speechDraft.library.focus');
    await person.see('.pane-body .monaco-list-row:has-text("历年 讲话")');
    await person.click('.pane-body .monaco-list-row:has-text("历年 讲话")');
    await person.see('.pane-body .monaco-list-row:has-text("已读")');
    await person.screenshot('library-view');
  });
});
