import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { headsOf, previewOf, readSkeletons } from '../../../src/core/skeletons/readSkeletons.ts';
import type { Skeleton } from '../../../src/core/contracts.ts';
import { closeAll, openDraft, withCursor } from './editors.ts';
import { listOpens } from './list.ts';
import { eventually, pause, person } from './person.ts';

async function bundledSkeletons(): Promise<Skeleton[]> {
  const extension = vscode.extensions.getExtension('speech-draft.speech-draft');
  assert.ok(extension);
  const files = ['sections', 'moves', 'speeches'];
  const read = async (name: string) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'snippets', `${name}.json`));
  return (await Promise.all(files.map(read))).flatMap((bytes) => readSkeletons(new TextDecoder().decode(bytes)));
}

suite('skeletons', () => {
  teardown(closeAll);

  for (const prefix of ['sxyl', '思想引领']) {
    test(`${prefix} completes to the three parallel heads, with tab stops`, async () => {
      const editor = await openDraft('# 讲话\n\n|');
      await person.type(prefix);
      // The list is asked for again where a slow machine lost the first wish while it was still typing.
      // A formulation that begins alike may stand in the list too: 思想引领力、….
      await eventually(async () => {
        await vscode.commands.executeCommand('editor.action.triggerSuggest');
        await pause(500);
        const shown = await person.suggestions();
        return shown.includes(prefix);
      }, 'a list with the skeleton in it');
      // The list may still be sorted anew: the row is gone to by what it says.
      await eventually(async () => {
        if ((await person.texts('.suggest-widget .monaco-list-row.focused .label-name'))[0] === prefix) return true;
        await person.press('ArrowDown');
        return false;
      }, 'the row of the skeleton');
      await person.press('Tab');
      await eventually(() => /思想引领[\s\S]*价值引领[\s\S]*方向引领/.test(editor.document.getText()), 'the three heads');
      const heads = editor.document.getText().split('\n').filter((line) => line.startsWith('#'));
      assert.ok(heads.some((head) => head.startsWith('### （一）')), heads.join('\n'));
      // The first stop is a choice between numbers, the next a choice between wordings.
      await person.press('Escape');
      await person.press('Tab');
      await person.press('Escape');
      assert.ok(!editor.selection.isEmpty, 'the second tab stop is selected');
    });
  }

  for (const typed of ['## ', '## 二、', '### （一）']) {
    test(`VS Code's own row for the snippet, taken behind ${typed.trim()}, doubles nothing and undoes in one step`, async () => {
      const editor = await openDraft(`# 讲话\n\n${typed}|`);
      const [marks = ''] = typed.split(' ');
      await person.type('思想');
      const row = '.suggest-widget.visible .monaco-list-row.focused .label-name';
      await listOpens('思想引领、价值引领、方向引领');
      await eventually(async () => (await person.suggestions()).includes('思想引领'), 'the contributed snippet');
      await eventually(async () => {
        if ((await person.texts(row))[0] === '思想引领') return true;
        await person.press('ArrowDown');
        await pause(100);
        return false;
      }, 'the contributed snippet chosen');
      await person.press('Tab');
      await eventually(() => editor.document.getText().includes('价值引领'), 'the skeleton');
      await eventually(() => editor.document.lineAt(2).text.startsWith(`${marks} 一、强化政治引领，`), 'a head with its marks once');
      // The snippet is still walked through.
      await person.press('Tab');
      await person.type('凝聚科技界');
      await eventually(() => editor.document.lineAt(2).text === `${marks} 一、凝聚科技界，团结带领广大科技工作者坚定不移听党话、跟党走`, 'the second tab stop');
      await person.press('Escape');
      await eventually(async () => {
        if (withCursor(editor) === `# 讲话\n\n${typed}思想|`) return true;
        await person.press('Control+z');
        await pause(150);
        assert.doesNotMatch(editor.document.getText(), /^#+ .*#/mu, 'a step that shows the marks twice');
        return false;
      }, 'the draft as it was');
    });
  }

  test('the picker shows what will be inserted, and inserts it', async () => {
    const editor = await openDraft('# 讲话\n\n|');
    await person.press('Control+Alt+k');
    await person.see('.quick-input-widget .monaco-list-row');
    await person.type('谁来科普');
    await eventually(
      async () => (await person.texts('.quick-input-widget .monaco-list-row'))[0]?.includes('谁来科普'),
      'the skeleton in the picker',
    );
    const [row] = await person.texts('.quick-input-widget .monaco-list-row');
    assert.ok(row?.includes('用什么方法') || row?.includes('怎么科普'), row);
    await eventually(
      () => vscode.window.visibleTextEditors.some(({ document }) => /谁来科普/.test(document.getText()) && document !== editor.document),
      'the preview beside the draft',
    );
    await person.screenshot('skeleton-picker');
    await person.press('Enter');
    await eventually(() => /谁来科普/.test(editor.document.getText()), 'the inserted heads');
    await person.screenshot('skeleton-inserted');
  });

  test('every skeleton goes in as its preview says and can be walked through', async () => {
    const skeletons = await bundledSkeletons();
    assert.ok(skeletons.length >= 48, `${skeletons.length} skeletons`);
    const editor = await openDraft('|');
    for (const skeleton of skeletons) {
      await vscode.commands.executeCommand('speechDraft.skeletons.insert', skeleton.name);
      const text = editor.document.getText();
      assert.equal(text, previewOf(skeleton), skeleton.name);
      assert.ok(headsOf(skeleton).length > 0, skeleton.name);
      assert.ok(!/\$\{|\$\d/.test(text), `${skeleton.name}: snippet syntax stands in the draft`);
      await vscode.commands.executeCommand('leaveSnippet');
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, editor.document.lineCount, 0)));
    }
  }).timeout(240_000);
});
