import * as vscode from 'vscode';
import type { Passage } from '../../core/contracts.ts';
import { passageSnippet } from '../../core/skeletons/passageSnippet.ts';
import { findPlaceholders } from '../../core/speech/placeholders.ts';
import type { Engine, EngineStatus } from '../../protocol/engine.ts';
import type { FromPanel } from '../../protocol/webview.ts';
import { isDraft, type DraftEditor } from '../drafts.ts';
import { registerCommand, showFailure } from '../notices.ts';
import type { Settings } from '../settings.ts';
import { Lookup } from './lookup.ts';
import { SimilarPanel } from './panel.ts';
import { SourceDocuments } from './sourceDocuments.ts';

export interface SimilarParts {
  readonly extension: vscode.Uri;
  readonly engine: Engine;
  readonly drafts: DraftEditor;
  readonly settings: () => Settings;
  readonly log: vscode.LogOutputChannel;
}

/** One line on the library, below the list. */
export function libraryLine(status: EngineStatus): string {
  const { t } = vscode.l10n;
  if (status.message !== null) return status.message;
  if (status.progress !== null) return t('正在索引 {0}/{1}', status.progress.done, status.progress.total);
  if (status.state === 'starting') return t('正在启动……');
  return t('可查 {0} 篇文稿、{1} 个段落', status.files, status.paragraphs);
}

/** The similar-paragraphs view: follows the cursor or is pinned, searches, inserts, copies and opens. */
export function registerSimilar(parts: SimilarParts): vscode.Disposable {
  const { engine, drafts, settings, log } = parts;
  const panel = new SimilarPanel(parts.extension);
  const sources = new SourceDocuments(engine, vscode.Uri.joinPath(parts.extension, 'dist', 'corpus', 'speeches'));
  const lookup = new Lookup({ engine, settings, log, show: (state) => panel.send({ type: 'state', state }) });
  let following = settings().similar.follow;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const setFollowing = (value: boolean) => {
    following = value;
    panel.send({ type: 'following', following });
    if (following) void lookup.follow(drafts);
  };
  const schedule = () => {
    if (!following || !panel.visible) return;
    clearTimeout(timer);
    timer = setTimeout(() => void lookup.follow(drafts), settings().similar.delay);
  };
  const showStatus = (status: EngineStatus) => {
    panel.send({ type: 'library', line: libraryLine(status), busy: status.progress !== null });
  };

  const insert = async (passage: Passage) => {
    const editor = drafts.current;
    if (editor === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('先打开一篇讲话稿（Markdown 或纯文本），再插入。'));
      return;
    }
    const facts = findPlaceholders(passage.text, 0).map((placeholder) => placeholder.span);
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    await editor.insertSnippet(new vscode.SnippetString(passageSnippet(passage.text, facts)));
  };
  const copy = async (passage: Passage) => {
    await vscode.env.clipboard.writeText(passage.text);
    vscode.window.setStatusBarMessage(vscode.l10n.t('已复制'), 2000);
  };
  const act = async (message: FromPanel): Promise<void> => {
    switch (message.type) {
      case 'ready':
        showStatus(engine.status());
        panel.send({ type: 'following', following });
        return lookup.follow(drafts);
      case 'follow':
        return setFollowing(message.following);
      case 'search':
        // A search is a question of the writer's own: the list must not run away with the cursor.
        setFollowing(message.query.trim() === '' && settings().similar.follow);
        return lookup.search(message.query);
      case 'role':
        return lookup.filter(message.role);
      case 'insert':
      case 'copy':
      case 'open': {
        const passage = lookup.passage(message.key);
        if (passage === undefined) return;
        if (message.type === 'insert') return insert(passage);
        if (message.type === 'copy') return copy(passage);
        await sources.open(passage);
        return;
      }
      case 'action':
        if (message.action === 'retry') return lookup.repeat();
        if (message.action === 'log') return log.show();
        await vscode.commands.executeCommand('speechDraft.library.addFolder');
        return;
      default: {
        const unknown: never = message;
        throw new Error(`no such message: ${JSON.stringify(unknown)}`);
      }
    }
  };

  lookup.showIdle();
  return vscode.Disposable.from(
    panel,
    sources,
    lookup,
    { dispose: () => clearTimeout(timer) },
    panel.onMessage((message) => act(message).catch((error: unknown) => showFailure(error, log))),
    panel.onVisible((visible) => (visible ? schedule() : undefined)),
    vscode.window.onDidChangeActiveTextEditor(schedule),
    vscode.window.onDidChangeTextEditorSelection((event) => (isDraft(event.textEditor.document) ? schedule() : undefined)),
    vscode.workspace.onDidChangeTextDocument((event) => (isDraft(event.document) ? schedule() : undefined)),
    engine.onStatus(showStatus),
    registerCommand('similar.find', log, async () => {
      await panel.reveal();
      await lookup.follow(drafts, true);
    }),
    registerCommand('similar.search', log, async () => {
      await vscode.commands.executeCommand('speechDraft.similar.focus');
      panel.send({ type: 'focusSearch' });
    }),
    registerCommand('similar.follow', log, () => setFollowing(true)),
    registerCommand('similar.pin', log, () => setFollowing(false)),
  );
}
