// Takes the pictures of the README from the real thing: npm run pictures
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll } from './editors.ts';
import { exportedApi } from './library.ts';
import { card, showPanel } from './panel.ts';
import { eventually, pause, person } from './person.ts';

/** Pixels of VS Code's title bar, which says nothing of the extension. */
const titleBar = 35;

const settings: Readonly<Record<string, unknown>> = {
  'workbench.statusBar.visible': false,
  'workbench.activityBar.location': 'hidden',
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.lineHeight': 27,
  'editor.lineNumbers': 'off',
  'editor.folding': false,
  'editor.glyphMargin': false,
  'editor.wordWrap': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.occurrencesHighlight': 'off',
  'breadcrumbs.enabled': false,
};

const draft = `# 在全市科协工作会议上的讲话

同志们：

这次会议的主要任务是，总结去年工作，分析面临形势，部署今年任务，动员全市各级科协组织和广大科技工作者，为全市高质量发展贡献智慧和力量。

## 一、提高站位，把准科协工作的方向

做好今年的工作，首先要把牢政治方向，|

## 二、聚焦主业，提升服务发展的能力

要把科普资源送到基层，办好社区科普大学，组织科技志愿者走进学校、乡村，让群众听得懂、学得会、用得上，不断提升公民科学素质。

## 三、深化改革，夯实基层组织的基础

要建强基层科协组织，发挥好学会、企业科协和高校科协的作用，把服务送到科技工作者身边。
`;

/** Opens the draft as a saved file, with the cursor at the first place where `before` ends. */
async function openAt(before: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no workspace');
  const text = draft.replace('|', '');
  const file = join(folder.uri.fsPath, '讲话稿草稿.md');
  writeFileSync(file, text);
  const document = await vscode.workspace.openTextDocument(file);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(text.indexOf(before) + before.length);
  editor.selection = new vscode.Selection(position, position);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return editor;
}

/** What a picture's name ends with, and the theme it is taken in: the walkthrough shows the one that goes with the writer's. */
const themes: readonly (readonly [string, string])[] = [['', 'Default Light Modern'], ['-dark', 'Default Dark Modern']];

for (const [ending, theme] of themes) suite(`pictures in ${theme}`, () => {
  suiteSetup(async () => {
    for (const [key, value] of Object.entries({ ...settings, 'workbench.colorTheme': theme })) {
      await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
    }
    await person.resize(1200, 760 + titleBar);
    await exportedApi();
  });

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAll();
  });

  test('similar', async () => {
    await openAt('不断提升公民科学素质');
    await showPanel();
    await person.webview.see(`.list:not(.stale) ${card}`);
    await person.drag('.part.sidebar', 110);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await pause(1500);
    await person.screenshot(`similar${ending}`, titleBar);
  }).timeout(60_000);

  test('completion', async () => {
    await openAt('首先要把牢政治方向，');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await person.type('增强四个');
    await eventually(async () => (await person.suggestions()).length > 0, 'the list');
    await person.press('Control+Space');
    await pause(1500);
    await person.screenshot(`completion${ending}`, titleBar);
  });

  test('skeleton', async () => {
    await openAt('# 在全市科协工作会议上的讲话');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await person.press('Control+Alt+k');
    await person.see('.quick-input-widget .monaco-list-row');
    await person.type('谁来科普');
    await pause(2500);
    // The picker's own title lies over the title bar.
    await person.resize(1200, 760);
    await pause(500);
    await person.screenshot(`skeleton${ending}`);
    await person.press('Escape');
  });
});
