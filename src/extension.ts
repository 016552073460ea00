import { loadBegan, processorDetail, processorTime } from './host/loadBegan.ts';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { SpeechDraftApi } from './core/contracts.ts';
import { createEngine } from './engine/client/createEngine.ts';
import { speechDraftApi } from './host/api.ts';
import { registerChecks } from './host/checks/register.ts';
import { registerCompletion } from './host/completion/register.ts';
import { DraftEditor } from './host/drafts.ts';
import { registerFormulationTree } from './host/formulations/register.ts';
import { registerLibrary } from './host/library/register.ts';
import { showFailure } from './host/notices.ts';
import { onSettingsChange, readSettings } from './host/settings.ts';
import { registerSimilar } from './host/similar/register.ts';
import { SourceDocuments } from './host/sources/sourceDocuments.ts';
import { registerSkeletons } from './host/skeletons/register.ts';

/** What `activate` made, in the order in which it was made. */
const parts: vscode.Disposable[] = [];

/** Wires the parts; each registers what it needs and gives back how to take it away again. */
function wire(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): SpeechDraftApi {
  const { extension, extensionUri } = context;
  const keep = <T extends vscode.Disposable>(part: T): T => {
    parts.push(part);
    return part;
  };
  let settings = readSettings();
  keep(onSettingsChange((changed) => (settings = changed)));
  const current = () => settings;

  const engine = keep(
    createEngine({
      distDir: join(extension.extensionPath, 'dist'),
      execPath: process.execPath,
      log: (text) => log.info(text),
    }),
  );
  const drafts = keep(new DraftEditor());
  // Completion and skeletons come first: they need no engine.
  const completion = keep(
    registerCompletion({
      extensionUri,
      storageUri: context.globalStorageUri,
      globalState: context.globalState,
      log: (text) => log.info(text),
      engine,
      openExample: (place) => sources.open(place).catch((error: unknown) => showFailure(error, log)),
    }),
  );
  keep(registerSkeletons({ extension, drafts, log }));
  const corpus = vscode.Uri.joinPath(extensionUri, 'dist', 'corpus', 'speeches');
  const sources = keep(new SourceDocuments({ engine, drafts, corpus }));
  const library = keep(registerLibrary({ engine, sources, place: context.globalStorageUri, log }));
  const { restart, configuration } = library;
  keep(registerSimilar({ extension: extensionUri, engine, drafts, sources, settings: current, library: configuration, log, restart }));
  keep(registerFormulationTree({ lexicon: completion.lexicon, drafts, log }));
  keep(registerChecks({ engine, drafts, settings: current, phrases: () => completion.phraseBook().phrases, log }));
  return speechDraftApi({ engine, configured: library.configured, completion });
}

export function activate(context: vscode.ExtensionContext): SpeechDraftApi {
  const began = performance.now();
  const processor = processorTime();
  const log = vscode.window.createOutputChannel(vscode.l10n.t('讲话稿助手'), { log: true });
  parts.push(log);
  try {
    const api = wire(context, log);
    const { duration } = performance.measure('speechDraft: activate', { start: began, detail: processorDetail(processor) });
    log.info(`activated in ${duration.toFixed(1)} ms`);
    return api;
  } catch (error) {
    // VS Code does not tell a writer that an extension failed to start.
    log.error(error instanceof Error ? error : String(error));
    const openLog = vscode.l10n.t('打开日志');
    void vscode.window
      .showErrorMessage(vscode.l10n.t('讲话稿助手没能启动，草稿不受影响。'), openLog)
      .then((answer) => (answer === openLog ? log.show() : undefined));
    throw error;
  }
}

/** Takes everything away again, the newest first; the log goes last. */
export function deactivate(): void {
  for (const part of parts.splice(0).reverse()) part.dispose();
}

performance.measure('speechDraft: load', { start: 'speechDraft: load began', detail: processorDetail(loadBegan) });
