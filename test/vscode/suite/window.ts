// For a window of two folders, run twice: node test/vscode/run.ts --roots --reload --suite window
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, openDraft, withCursor } from './editors.ts';
import { exportedApi, foundIn, setFolders } from './library.ts';
import { listOpens } from './list.ts';
import { card, seeAnswerTo, showPanel } from './panel.ts';
import { eventually, person } from './person.ts';

const paragraph = '要建设好科普场馆，把优质科普资源送到农村中小学，让孩子们在家门口看得到、摸得着科学。';
const phrase = '增强四个领域的看家本领';

function folders(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
}

const home = dirname(folders()[0] ?? '.');
const library = join(home, '历年 讲话');
const note = join(home, 'ran once');

if (!existsSync(note)) {
  suite('a window of two folders', () => {
    suiteTeardown(() => writeFileSync(note, ''));
    teardown(closeAll);

    test('documents of both folders are found, and no more those of one that was taken out', async () => {
      const exported = await exportedApi();
      await foundIn(exported, '珊瑚渠系', '领导讲话.md');
      await foundIn(exported, '科普', '去年的讲话.md');
      const second = vscode.workspace.workspaceFolders?.[1];
      assert.ok(second);
      assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1));
      await eventually(async () => (await exported.searchLibrary('“珊瑚渠系”')).length === 0, 'its documents gone', 30_000);
      assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri: second.uri }));
      await foundIn(exported, '珊瑚渠系', '领导讲话.md');
    });

    test('the panel works where it is moved to, and comes back', async () => {
      await exportedApi();
      await openDraft(`${paragraph}|`);
      await showPanel();
      const first = await seeAnswerTo(paragraph);
      for (const place of ['workbench.view.explorer', 'workbench.panel.markers', 'workbench.view.extension.speechDraft']) {
        await vscode.commands.executeCommand('vscode.moveViews', { viewIds: ['speechDraft.similar'], destinationId: place });
        await showPanel();
        assert.deepEqual(await seeAnswerTo(paragraph), first, place);
        await person.webview.click(`${card} [data-action="copy"]`);
        await eventually(async () => (await vscode.env.clipboard.readText()) === first[0], `the copied text in ${place}`);
        await vscode.env.clipboard.writeText('');
      }
      await vscode.commands.executeCommand('workbench.action.closePanel');
    });

    test('what is to be there after the window is reloaded: a library, a phrase, a choice, a draft', async () => {
      const exported = await exportedApi();
      mkdirSync(library, { recursive: true });
      writeFileSync(join(library, '旧稿.md'), '# 讲话\n\n要把翡翠谷的生态账算清楚，走出绿色发展的路子。\n');
      await setFolders([library]);
      await foundIn(exported, '翡翠谷', '旧稿.md');
      const editor = await openDraft(phrase);
      editor.selection = new vscode.Selection(0, 0, 0, phrase.length);
      await vscode.commands.executeCommand('speechDraft.phraseBook.add');
      await closeAll();
      const draft = await openDraft('我们要|');
      await person.type('增强四个');
      await listOpens(phrase);
      await person.press('Tab');
      await eventually(() => withCursor(draft) === `我们要${phrase}|`, 'the phrase');
    });
  });
} else {
  suite('the same window, reloaded', () => {
    suiteTeardown(async () => {
      await setFolders([]);
      await vscode.commands.executeCommand('speechDraft.phraseBook.remove', phrase);
    });
    teardown(closeAll);

    test('both folders and the library answer again, without being read anew', async () => {
      assert.equal(folders().length, 2);
      const exported = await exportedApi();
      const began = performance.now();
      await foundIn(exported, '翡翠谷', '旧稿.md');
      await foundIn(exported, '珊瑚渠系', '领导讲话.md');
      await person.report(`      found ${(performance.now() - began).toFixed(0)} ms after the extension was ready`);
    });

    test('completion and the panel are there, with the phrase of the writer’s own', async () => {
      await exportedApi();
      const editor = await openDraft('我们要|');
      await person.type('增强四个');
      await listOpens(phrase);
      await person.press('Tab');
      await eventually(() => withCursor(editor) === `我们要${phrase}|`, 'the phrase');
      await closeAll();
      await openDraft(`${paragraph}|`);
      await showPanel();
      assert.ok((await seeAnswerTo(paragraph)).length > 0);
    });
  });
}
