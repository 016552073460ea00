import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openDraft } from './editors.ts';
import { exportedApi } from './library.ts';
import { card, leavePanelIdle, seeAnswerTo, showPanel } from './panel.ts';
import { eventually, pause, person } from './person.ts';
import { childrenRunning } from './processes.ts';

const paragraph = '要建设好科普场馆，把优质科普资源送到农村中小学，让孩子们在家门口看得到、摸得着科学。';

/** Kills every searcher that comes up until the panel says that none will come any more. */
async function killUntilGivenUp(): Promise<number> {
  let killed = 0;
  await eventually(
    async () => {
      for (const pid of childrenRunning('searcher.js')) {
        process.kill(pid, 'SIGKILL');
        killed += 1;
      }
      await pause(100);
      return childrenRunning('searcher.js').length === 0 && (await person.webview.texts('.list')).some((text) => text.includes('补全和骨架照常可用'));
    },
    'the engine given up',
    60_000,
  );
  return killed;
}

suite('when the engine fails', () => {
  teardown(async () => {
    await closeAll();
    await leavePanelIdle();
  });

  test('one death goes unnoticed', async () => {
    await exportedApi();
    await openDraft(`${paragraph}|`);
    await showPanel();
    await seeAnswerTo(paragraph);
    const [pid] = childrenRunning('searcher.js');
    assert.ok(pid !== undefined, 'no searcher is running');
    process.kill(pid, 'SIGKILL');
    await vscode.commands.executeCommand('speechDraft.similar.find');
    await seeAnswerTo(paragraph);
    assert.ok(!childrenRunning('searcher.js').includes(pid), 'another process answers');
  });

  test('after many deaths the panel says so and offers to try again; the rest goes on', async () => {
    const editor = await openDraft(`${paragraph}|`);
    await showPanel();
    await seeAnswerTo(paragraph);
    assert.ok((await killUntilGivenUp()) > 1, 'it was started anew at least once');
    await person.webview.see('.message.failed');
    const [message] = await person.webview.texts('.message.failed');
    assert.ok(message?.includes('补全和骨架照常可用'), message);
    assert.deepEqual(await person.webview.texts('.helps button'), ['重试', '打开日志']);
    await person.screenshot('engine-failed');

    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await person.type('增强四个');
    await eventually(async () => (await person.suggestions()).some((label) => label.includes('“四个意识”')), 'completion');
    await person.press('Escape');
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, editor.document.lineCount, 0)));
    await vscode.commands.executeCommand('speechDraft.skeletons.insert', '思想引领、价值引领、方向引领');
    await eventually(() => editor.document.getText().includes('思想引领'), 'a skeleton');
    await vscode.commands.executeCommand('leaveSnippet');
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), paragraph));

    await person.webview.click('[data-action="retry"]');
    await person.webview.see(`.list:not(.stale) ${card}`, 20_000);
    await eventually(async () => !(await person.texts('.statusbar-item')).some((text) => text.includes('讲话稿助手')), 'no warning left');
  });
});
