// Walks through all that a writer sees and takes pictures of it: node test/vscode/run.ts --suite tour --pictures DIR
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, openDraft } from './editors.ts';
import { exportedApi, foundIn, setFolders } from './library.ts';
import { card, seeAnswerTo, showPanel } from './panel.ts';
import { eventually, pause, person } from './person.ts';

const theme = process.env['SPEECH_DRAFT_TOUR'] ?? 'light';
const paragraph = '要大力弘扬科学家精神，涵养优良学风，支持青年科技人才挑大梁、当主角，在重大任务中成长成才。';

async function configure(key: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Global);
}

const shot = async (name: string) => {
  await pause(700);
  await person.screenshot(`${theme}-${name}`);
};

suite('tour', () => {
  suiteSetup(async () => {
    await configure('workbench.colorTheme', theme === 'dark' ? 'Default Dark Modern' : theme === 'contrast' ? 'Default High Contrast' : 'Default Light Modern');
    await configure('editor.wordWrap', 'on');
    await person.resize(theme === 'narrow' ? 820 : 1300, 860);
    await exportedApi();
  });
  teardown(closeAll);

  test('skeleton', async () => {
    await openDraft('|');
    await person.press('Control+Alt+k');
    await person.see('.quick-input-widget .monaco-list-row');
    await shot('skeleton-picker');
    await person.type('工作会议');
    await shot('skeleton-filtered');
    await person.press('Enter');
    await shot('skeleton-inserted');
  });

  test('completion', async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await openDraft('# 讲话\n\n## 一、提高站位\n\n我们要|');
    await person.compose(['z', 'zeng', 'zengqiang'], '增强');
    await person.compose(['s', 'sige'], '四个');
    await eventually(async () => (await person.suggestions()).length > 0, 'a list');
    await shot('list');
    await person.press('Control+Space');
    await shot('list-details');
    await person.press('Tab');
    await shot('list-chain');
    await person.press('Control+Space');
    await person.press('Escape');
    await closeAll();
    await openDraft('# 讲话\n\n今年的|');
    await person.type('全国科普');
    await shot('list-superseded');
    await person.press('Escape');
    await closeAll();
    await openDraft('# 讲话\n\n要推动高质|');
    await person.type('量');
    await shot('list-long');
    await person.press('Escape');
    await closeAll();
    await openDraft('# 讲话\n\n## 一、|');
    await person.type('思想引领');
    await shot('list-heading');
    await person.press('Escape');
    await configure('speechDraft.completion.ghostText', true);
    await closeAll();
    await openDraft('# 讲话\n\n增强“四个意识|');
    await person.type('”');
    await shot('ghost');
    await configure('speechDraft.completion.ghostText', undefined);
  });

  test('formulations', async () => {
    await openDraft('|');
    await vscode.commands.executeCommand('speechDraft.formulations.insert');
    await person.see('.quick-input-widget');
    await shot('formulation-picker-empty');
    await person.type('两个确立');
    await shot('formulation-picker');
    await person.press('Escape');
    await vscode.commands.executeCommand('speechDraft.formulations.focus');
    await shot('formulation-tree');
    await person.click('.pane-body .monaco-list-row >> nth=1');
    await shot('formulation-tree-open');
  });

  test('similar', async () => {
    const folder = mkdtempSync(join(tmpdir(), '历年 讲话 '));
    await openDraft(`# 讲话\n\n## 一、人才\n\n${paragraph}|\n`);
    await showPanel();
    await seeAnswerTo(paragraph);
    await shot('similar');
    await person.webview.choose('.roles', '结尾');
    await shot('similar-role');
    await person.webview.fill('.search', '“〔学会全称〕第五届理事会”');
    await person.webview.press('.search', 'Enter');
    await person.webview.see('.message.empty');
    await shot('similar-role-empty');
    await person.webview.click('[data-action="unrestrict"]');
    await shot('similar-empty');
    await person.webview.fill('.search', '“科学家精神”');
    await person.webview.press('.search', 'Enter');
    await person.webview.see(`.list[data-query^="“科学家精神"]:not(.stale) ${card}`);
    await shot('similar-search');
    for (let file = 0; file < 400; file += 1) {
      const body = Array.from({ length: 40 }, (_, line) => `第${String(file)}篇第${String(line)}段，${paragraph}`).join('\n\n');
      writeFileSync(join(folder, `讲话${String(file)}.md`), `# 关于人才工作的讲话${String(file)}\n\n${body}\n`);
    }
    writeFileSync(join(folder, '内部.md'), '机密★3年\n\n# 讲话\n\n关于麒麟专项的部署安排，要严格控制知悉范围。\n');
    writeFileSync(join(folder, '坏.pdf'), 'nothing');
    try {
      await setFolders([folder]);
      await pause(300);
      await person.screenshot(`${theme}-indexing`);
      await foundIn(await exportedApi(), '第399篇第39段', '讲话399.md', 60_000);
      await person.webview.fill('.search', '');
      await person.webview.press('.search', 'Enter');
      await vscode.commands.executeCommand('speechDraft.similar.find');
      await seeAnswerTo(paragraph);
      await shot('similar-library');
      await vscode.commands.executeCommand('speechDraft.library.focus');
      await person.see('.pane-body .monaco-list-row:has-text("历年 讲话")');
      await shot('library');
      await vscode.commands.executeCommand('speechDraft.library.report');
      await shot('report');
    } finally {
      await setFolders([]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  test('a narrow sidebar, a small window, a long title', async () => {
    const folder = mkdtempSync(join(tmpdir(), '历年 讲话 '));
    const title = '在全市深入学习贯彻党的二十届四中全会精神暨科技工作者代表学习座谈会和基层科协组织负责人培训班开班式上的讲话提纲（征求意见稿）';
    writeFileSync(join(folder, '长.md'), `# ${title}\n\n## 一、${title}\n\n${paragraph}还要把这件事同全年的工作一起谋划、一起部署、一起检查。\n`);
    try {
      await setFolders([folder]);
      await foundIn(await exportedApi(), '一起谋划', '长.md');
      await openDraft(`# 讲话\n\n## 一、人才\n\n${paragraph}|\n`);
      await showPanel();
      await seeAnswerTo(paragraph);
      await person.drag('.part.sidebar', -130);
      await shot('narrow-panel');
      await person.webview.choose('.roles', '致谢');
      await shot('narrow-empty');
      await person.webview.choose('.roles', '全部段落');
      // As much as is left of the window at 150 %.
      await person.resize(867, 573);
      await shot('zoomed-panel');
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await person.type('增强四个');
      await person.press('Control+Space');
      await shot('zoomed-list');
      await person.press('Escape');
    } finally {
      await person.resize(theme === 'narrow' ? 820 : 1300, 860);
      await person.drag('.part.sidebar', 130);
      await setFolders([]);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  test('a damaged store', async () => {
    const folder = mkdtempSync(join(tmpdir(), '历年 讲话 '));
    const store = mkdtempSync(join(tmpdir(), '索引 '));
    writeFileSync(join(folder, '讲话.md'), `# 讲话\n\n${paragraph}要把碧玺计划办好。\n`);
    try {
      await configure('speechDraft.library.storePath', store);
      await setFolders([folder]);
      const exported = await exportedApi();
      await foundIn(exported, '碧玺计划', '讲话.md');
      for (const name of readdirSync(store, { recursive: true, encoding: 'utf8' })) {
        if (name.endsWith('.text')) writeFileSync(join(store, name), 'nothing');
      }
      await configure('speechDraft.library.includeBundled', false);
      await openDraft(`${paragraph}|`);
      await showPanel();
      await shot('damaged');
      await foundIn(exported, '碧玺计划', '讲话.md');
    } finally {
      await configure('speechDraft.library.includeBundled', undefined);
      await configure('speechDraft.library.storePath', undefined);
      await setFolders([]);
      await vscode.commands.executeCommand('notifications.clearAll');
      for (const each of [folder, store]) rmSync(each, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  test('idle', async () => {
    await closeAll();
    await showPanel();
    await vscode.commands.executeCommand('speechDraft.similar.follow');
    await shot('similar-idle');
  });

  test('check', async () => {
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    const editor = await openDraft(
      '# 在全市科协工作会议上的讲话\n\n同志们：\n\n下面，我讲三点意见。\n\n## 一、提高站位\n\n要增强四个意识,坚定"四个自信"，认真布署今年的的工作，目标是〔数量〕家。会议定于2026年2月30日召开。\n\n## 三、夯实基础\n\n要弘扬“科学家精神，抓好落实,抓出成效。\n|',
    );
    await vscode.commands.executeCommand('speechDraft.check.run');
    await eventually(() => vscode.languages.getDiagnostics(editor.document.uri).length > 0, 'findings');
    await shot('check');
    const place = new vscode.Position(8, 8);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('editor.action.quickFix');
    await shot('check-fix');
    await person.press('Escape');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  test('walkthrough', async () => {
    // Beside a sidebar VS Code leaves the pictures out.
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'speech-draft.speech-draft#start');
    await shot('walkthrough');
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', { category: 'speech-draft.speech-draft#start', step: 'speech-draft.speech-draft#start#check' });
    await shot('walkthrough-check');
  });
});
