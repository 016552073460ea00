import * as vscode from 'vscode';
import type { Acceptance } from '../../core/draft/acceptance.ts';
import { sureContinuation } from '../../core/formulations/sureContinuation.ts';
import type { CandidateSource } from './candidateSource.ts';
import type { CompletionSettings } from './completionSettings.ts';
import { documentKey, draftLanguage } from '../drafts.ts';
import type { ListState } from './listState.ts';

export interface TriggerDependencies {
  readonly source: CandidateSource;
  readonly list: ListState;
  readonly acceptance: Acceptance;
  readonly settings: () => CompletionSettings;
  /** Whether a skeleton fits the head at the cursor. */
  readonly opensAtHead: (document: vscode.TextDocument, position: vscode.Position) => boolean;
}

/**
 * Opens the list where there is a real match. Markdown switches quick suggestions off and VS Code ignores Han characters
 * as triggers, so the list is opened by command, and only after a candidate was found: an explicit request without one
 * would be filled with words from the document.
 */
export function registerListTrigger({ source, list, acceptance, settings, opensAtHead }: TriggerDependencies): vscode.Disposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let confirming: ReturnType<typeof setTimeout> | undefined;
  let moved = false;
  // The cursor's new place comes after the change, and on a busy machine too late.
  const onMove = vscode.window.onDidChangeTextEditorSelection(() => {
    moved = true;
  });
  const onChange = vscode.workspace.onDidChangeTextDocument((event) => {
    // VS Code tells this way as well that a draft is unsaved now, some time after the first keystroke.
    if (event.contentChanges.length === 0) return;
    clearTimeout(waiting);
    clearTimeout(confirming);
    // After what was taken comes the next of its chain, however long it was.
    const taken = event.reason === undefined && acceptance.seen(documentKey(event.document), event.contentChanges);
    list.typed(event.document);
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== event.document || draftLanguage(event.document) === null) return;
    if (event.reason !== undefined || !(taken || event.contentChanges.some(isTyping))) return;
    const { version } = event.document;
    const [change] = event.contentChanges;
    moved = false;
    waiting = setTimeout(() => {
      if (event.document.isClosed || event.document.version !== version || vscode.window.activeTextEditor !== editor) return;
      const end = moved || change === undefined ? null : event.document.positionAt(change.rangeOffset + change.text.length);
      if (end !== null || editor.selection.isEmpty) open(event.document, end ?? editor.selection.active);
    }, settle);
  });

  function open(document: vscode.TextDocument, position: vscode.Position): void {
    // Where ghost text says it already, a list would only cover it.
    if (settings().ghostText && sureContinuation(source.at(document, position, { asked: false })) !== null) return;
    const reasons = source.reasonsAt(document, position);
    const wanted = reasons.some((candidate) => !list.isDismissed(document, position, candidate));
    if (!wanted && !(settings().enabled && opensAtHead(document, position))) return;
    if (!list.wasProvided(document, position)) trigger(document, position);
    clearTimeout(confirming);
    confirming = setTimeout(() => confirm(document, position), patience);
  }

  function trigger(document: vscode.TextDocument, position: vscode.Position): void {
    list.opens(document, position);
    // As if VS Code had opened it by itself: where the next key overtakes a request that somebody asked for, VS Code
    // forgets a timer, and a quarter of a second later the list that has come is covered with “Loading...” for good.
    void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }

  /**
   * VS Code drops a request that the next keystroke overtakes, and does not tell. When the list appears it asks for the
   * details of its first row; where it has not asked, the list is opened once more. Any change ends the waiting.
   */
  function confirm(document: vscode.TextDocument, position: vscode.Position, looksLeft = looks): void {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== document || document.isClosed || list.isShown(document, position)) return;
    if (!editor.selection.active.isEqual(position)) {
      // On a busy machine the cursor's new place comes late; a cursor that stays elsewhere was moved by the writer.
      if (looksLeft > 0) confirming = setTimeout(() => confirm(document, position, looksLeft - 1), patience);
      return;
    }
    const wanted = source.reasonsAt(document, position).some((candidate) => !list.isDismissed(document, position, candidate));
    if (wanted) trigger(document, position);
  }

  return new vscode.Disposable(() => {
    clearTimeout(waiting);
    clearTimeout(confirming);
    onChange.dispose();
    onMove.dispose();
  });
}

/**
 * Milliseconds after a change before the list is opened. While our list is open VS Code asks by itself within this time,
 * and the cursor has moved to its new place.
 */
const settle = 30;

/** Milliseconds within which an opened list has asked for its first row's details, on a busy machine as well. */
const patience = 400;

/** How often a cursor that has not come yet is looked for again. */
const looks = 5;

/** Longest text that a person or an input method puts in at once; what is longer was pasted or inserted by a command. */
const longestTyped = 30;

/**
 * Whether a change may come from the keyboard and be finished. Letters count one by one only: an input method that is
 * still composing replaces its letters by longer ones (z, ze, zeng).
 */
function isTyping({ text, rangeLength }: vscode.TextDocumentContentChangeEvent): boolean {
  // 增强si'ge: the first half is chosen, the second is still letters of the input method.
  if (rangeLength > 0 && /[a-z'’]$/iu.test(text)) return false;
  if (/^[a-z']+$/iu.test(text)) return text.length === 1 && rangeLength === 0;
  return text !== '' && text.length <= longestTyped && !text.includes('\n');
}
