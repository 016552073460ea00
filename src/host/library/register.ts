import * as vscode from 'vscode';
import type { Engine, EngineConfiguration, EngineStatus } from '../../protocol/engine.ts';
import { isDraft } from '../drafts.ts';
import { registerCommand, showFailure } from '../notices.ts';
import { onSettingsChange, readSettings, updateSetting } from '../settings.ts';
import { bytesOf } from '../sources/bytesOf.ts';
import type { SourceDocuments } from '../sources/sourceDocuments.ts';
import { engineConfiguration } from './engineConfiguration.ts';
import { isSameFolder } from './folderSpelling.ts';
import { libraryLine } from './libraryLine.ts';
import { LibraryTree } from './libraryTree.ts';
import { readingPage } from './readingPage.ts';
import { ReportDocument } from './reportDocument.ts';
import { reportPage } from './reportPage.ts';
import { showStatus } from './statusItem.ts';

export interface LibraryParts {
  readonly engine: Engine;
  readonly sources: SourceDocuments;
  /** VS Code's folder for the extension's data on this machine. */
  readonly place: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

async function addFolder(): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: true,
    openLabel: vscode.l10n.t('加入资料库'),
    title: vscode.l10n.t('选择存放讲话稿、报告的文件夹'),
  });
  if (chosen === undefined) return;
  const known = readSettings().library.folders;
  const added = chosen.map(({ fsPath }) => fsPath).filter((path) => !known.some((folder) => isSameFolder(folder, path)));
  if (added.length > 0) await updateSetting('library.folders', [...known, ...added]);
}

async function removeFolder(node: unknown): Promise<void> {
  const path = (node as { readonly root?: { readonly path?: unknown } } | undefined)?.root?.path;
  if (typeof path !== 'string') return;
  await updateSetting('library.folders', readSettings().library.folders.filter((folder) => !isSameFolder(folder, path)));
}

async function erase(engine: Engine): Promise<void> {
  const yes = vscode.l10n.t('清除');
  const detail = vscode.l10n.t('只删除索引，不动您的文件。之后可以用“更新索引”重建。');
  const answer = await vscode.window.showWarningMessage(vscode.l10n.t('清除本机上的索引？'), { modal: true, detail }, yes);
  if (answer !== yes) return;
  await engine.erase();
  void vscode.window.showInformationMessage(vscode.l10n.t('本机上的索引已清除。'));
}

export interface LibraryHandle extends vscode.Disposable {
  /** Resolves once the engine was configured for the first time, or told why it could not be. */
  readonly configured: Promise<void>;
  /** What the engine was last told to do. */
  configuration(): EngineConfiguration;
  /** Configures the engine anew, which also starts one that gave up. */
  restart(): Promise<void>;
}

/** What was read opens as text whatever its format; what was not read is left to VS Code. */
async function openFile(sources: SourceDocuments, file: unknown, state: unknown): Promise<void> {
  if (typeof file !== 'string') return;
  if (state === 'read') await sources.openFile(file);
  else await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(file));
}

/** Reads the file of a line of the view once more and shows what was removed or doubted, and where. */
async function showReading({ engine, report }: { readonly engine: Engine; readonly report: ReportDocument }, node: unknown): Promise<void> {
  const file = (node as { readonly report?: { readonly file?: unknown } } | undefined)?.report?.file;
  if (typeof file !== 'string') return;
  const uri = vscode.Uri.file(file);
  const name = uri.path.split('/').pop() ?? '';
  const reading = await engine.reading(await bytesOf(uri), name);
  await report.show(vscode.l10n.t('读取情况：{0}', name), readingPage(name, reading));
}

/** Keeps the engine at what the settings and the workspace say, and shows how the library stands. */
export function registerLibrary({ engine, sources, place, log }: LibraryParts): LibraryHandle {
  let configuration: EngineConfiguration = engineConfiguration(readSettings(), place);
  const tree = new LibraryTree(() => configuration.roots, () => engine.report());
  const view = vscode.window.createTreeView('speechDraft.library', { treeDataProvider: tree, showCollapseAll: true });
  const report = new ReportDocument();
  const bar = vscode.window.createStatusBarItem('speechDraft.status', vscode.StatusBarAlignment.Right);
  bar.name = vscode.l10n.t('讲话稿助手');
  let said: string | null = null;
  let first: ReturnType<typeof setTimeout> | undefined;

  const note = (status: EngineStatus) => {
    showStatus(bar, status);
    tree.note(status);
    const quiet = status.state === 'ready' || configuration.roots.length === 0;
    view.message = quiet ? '' : libraryLine(status);
    void vscode.commands.executeCommand('setContext', 'speechDraft.indexing', status.state === 'indexing');
    // The engine keeps saying what is wrong; the writer hears it once.
    if (status.message !== null && status.message !== said) {
      if (status.state === 'failed') void showFailureSentence(status.message);
      else void vscode.window.showInformationMessage(status.message);
    }
    said = status.message;
  };
  const showFailureSentence = async (sentence: string) => {
    const openLog = vscode.l10n.t('打开日志');
    if ((await vscode.window.showErrorMessage(sentence, openLog)) === openLog) log.show();
  };
  const configure = async () => {
    configuration = engineConfiguration(readSettings(), place);
    void vscode.commands.executeCommand('setContext', 'speechDraft.libraryEmpty', configuration.roots.length === 0);
    tree.refresh();
    await engine.configure(configuration);
  };
  const reconfigure = () => void configure().catch((error: unknown) => showFailure(error, log));

  const registrations = vscode.Disposable.from(
    view,
    tree,
    report,
    bar,
    { dispose: () => clearTimeout(first) },
    engine.onStatus(note),
    onSettingsChange(reconfigure),
    vscode.workspace.onDidChangeWorkspaceFolders(reconfigure),
    vscode.workspace.onDidGrantWorkspaceTrust(reconfigure),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (isDraft(document) && document.uri.scheme === 'file') {
        // A file that just was saved is what its writer looks for next; failing that, the next scan finds it.
        engine.refresh([document.uri.fsPath]).catch((error: unknown) => log.warn(String(error)));
      }
    }),
    registerCommand('library.addFolder', log, addFolder),
    registerCommand('library.removeFolder', log, removeFolder),
    registerCommand('library.refresh', log, () => engine.refresh()),
    registerCommand('library.cancel', log, () => engine.cancelIndexing()),
    registerCommand('library.erase', log, () => erase(engine)),
    registerCommand('library.report', log, async () => report.show(vscode.l10n.t('资料库报告'), reportPage(await engine.report()))),
    registerCommand('library.reading', log, (node) => showReading({ engine, report }, node)),
    registerCommand('library.openFile', log, (file, state) => openFile(sources, file, state)),
    registerCommand('log.show', log, () => log.show()),
  );
  // Starting a process holds this thread up for some milliseconds, and nothing that is registered waits for it.
  const soon = new Promise<void>((resolve) => (first = setTimeout(resolve, 0)));
  return {
    configured: soon.then(configure).catch((error: unknown) => showFailure(error, log)),
    configuration: () => configuration,
    restart: configure,
    dispose: () => registrations.dispose(),
  };
}
