import * as vscode from 'vscode';
import type { Passage } from '../../core/contracts.ts';
import type { Engine, EngineStatus } from '../../protocol/engine.ts';
import { unrestricted, type FromPanel, type PanelAction } from '../../protocol/webview.ts';
import { isDraft, type DraftEditor } from '../drafts.ts';
import { registerCommand, showFailure } from '../notices.ts';
import type { Settings } from '../settings.ts';
import { libraryLine } from '../library/libraryLine.ts';
import type { SourceDocuments } from '../sources/sourceDocuments.ts';
import { insertPassage } from './insertPassage.ts';
import { Lookup, type SearchedLibrary } from './lookup.ts';
import { SimilarPanel } from './panel.ts';
import { idleState } from './panelStates.ts';

export interface SimilarParts {
  readonly extension: vscode.Uri;
  readonly engine: Engine;
  readonly drafts: DraftEditor;
  readonly sources: SourceDocuments;
  readonly settings: () => Settings;
  readonly library: () => SearchedLibrary;
  readonly log: vscode.LogOutputChannel;
  /** Starts the engine anew after it gave up. */
  readonly restart: () => Promise<void>;
}

/** The similar-paragraphs view: follows the cursor or is pinned, searches, inserts, copies and opens. */
export function registerSimilar(parts: SimilarParts): vscode.Disposable {
  const { engine, drafts, sources, settings, library, log } = parts;
  const panel = new SimilarPanel(parts.extension);
  const lookup = new Lookup({ engine, settings, library, log, show: (state) => panel.send({ type: 'state', state }) });
  let following = settings().similar.follow;
  let state = engine.status().state;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const showAsked = () => panel.send({ type: 'asked', restriction: lookup.restriction, search: lookup.searched });
  let offered: SearchedLibrary | null = null;
  const showSources = () => {
    const now = library();
    // Told at every file that is indexed; what can be chosen changes with the configuration alone.
    if (now === offered) return;
    offered = now;
    panel.send({ type: 'sources', sources: lookup.sources });
    showAsked();
  };
  const follow = async (again = false) => {
    const done = lookup.follow(drafts, again);
    showAsked();
    await done;
  };
  const setFollowing = (value: boolean) => {
    following = value;
    panel.send({ type: 'following', following });
    if (!following) return;
    // Whoever goes back to following has done with the search.
    if (lookup.searched !== '') lookup.forget(drafts.current !== undefined);
    void follow();
  };
  const schedule = () => {
    clearTimeout(timer);
    if (following && panel.visible) timer = setTimeout(() => void follow(), settings().similar.delay);
  };
  const showStatus = (status: EngineStatus) => {
    const { progress } = status;
    const share = status.state !== 'indexing' || progress === null ? null : Math.min(1, progress.done / Math.max(1, progress.total));
    showSources();
    panel.send({ type: 'library', line: libraryLine(status), progress: share });
    const before = state;
    state = status.state;
    if (state === before) return;
    if (state === 'failed') {
      const message = status.message ?? vscode.l10n.t('查找功能没能启动，补全和骨架照常可用。');
      panel.send({ type: 'state', state: { kind: 'failed', message, actions: ['retry', 'log'] } });
    } else if (before === 'failed' || (before === 'indexing' && panel.visible && following)) {
      // What has been read in the meantime may answer better.
      void lookup.renew();
    }
  };

  const insert = async (passage: Passage) => {
    const editor = drafts.current;
    if (editor !== undefined) return insertPassage(editor, passage.text);
    void vscode.window.showInformationMessage(vscode.l10n.t('先打开一篇讲话稿（Markdown 或纯文本），再插入。'));
  };
  const help = async (action: PanelAction): Promise<void> => {
    switch (action) {
      case 'retry':
        if (engine.status().state === 'failed') await parts.restart();
        return lookup.searched === '' ? follow(true) : lookup.repeat();
      case 'log':
        return log.show();
      case 'addFolder':
        await vscode.commands.executeCommand('speechDraft.library.addFolder');
        return;
      case 'unrestrict':
        await lookup.restrict(unrestricted);
        return showAsked();
      case 'newDraft': {
        const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
        await vscode.window.showTextDocument(document);
        return;
      }
      default: {
        const unknown: never = action;
        throw new Error(`no such action: ${String(unknown)}`);
      }
    }
  };
  const act = async (message: FromPanel): Promise<void> => {
    switch (message.type) {
      case 'ready':
        showStatus(engine.status());
        panel.send({ type: 'following', following });
        showAsked();
        return following ? follow() : undefined;
      case 'follow':
        return setFollowing(message.following);
      case 'search':
        // A search is a question of the writer's own: the list must not run away with the cursor.
        following = message.query.trim() === '' && settings().similar.follow;
        panel.send({ type: 'following', following });
        await lookup.search(message.query, drafts);
        return following ? follow() : undefined;
      case 'restrict':
        return lookup.restrict(message.restriction);
      case 'insert':
      case 'copy':
      case 'open': {
        const passage = lookup.passage(message.key);
        if (passage === undefined) return;
        if (message.type === 'insert') return insert(passage);
        if (message.type === 'open') return void (await sources.open(passage));
        await vscode.env.clipboard.writeText(passage.text);
        return panel.send({ type: 'copied', key: message.key });
      }
      case 'action':
        return help(message.action);
      default: {
        const unknown: never = message;
        throw new Error(`no such message: ${JSON.stringify(unknown)}`);
      }
    }
  };

  panel.send({ type: 'state', state: idleState(drafts.current !== undefined) });
  return vscode.Disposable.from(
    panel,
    lookup,
    { dispose: () => clearTimeout(timer) },
    panel.onMessage((message) => act(message).catch((error: unknown) => showFailure(error, log))),
    panel.onVisible((visible) => (visible ? schedule() : undefined)),
    vscode.window.onDidChangeActiveTextEditor(schedule),
    vscode.window.onDidChangeTextEditorSelection((event) => (isDraft(event.textEditor.document) ? schedule() : undefined)),
    vscode.workspace.onDidChangeTextDocument((event) => (isDraft(event.document) ? schedule() : undefined)),
    vscode.workspace.onDidCloseTextDocument((document) => (isDraft(document) ? schedule() : undefined)),
    engine.onStatus(showStatus),
    registerCommand('similar.find', log, async () => {
      await panel.reveal();
      await follow(true);
    }),
    registerCommand('similar.search', log, async () => {
      await vscode.commands.executeCommand('speechDraft.similar.focus');
      panel.send({ type: 'focusSearch' });
    }),
    registerCommand('similar.follow', log, () => setFollowing(true)),
    registerCommand('similar.pin', log, () => setFollowing(false)),
  );
}
