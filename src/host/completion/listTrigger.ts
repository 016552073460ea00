import * as vscode from 'vscode';
import { sureContinuation } from '../../core/formulations/sureContinuation.ts';
import type { CandidateSource } from './candidateSource.ts';
import type { CompletionSettings } from './completionSettings.ts';
import { draftLanguage } from '../drafts.ts';
import type { ListState } from './listState.ts';

export interface TriggerDependencies {
  readonly source: CandidateSource;
  readonly list: ListState;
  readonly settings: () => CompletionSettings;
  /** Whether a skeleton fits the head at the cursor. */
  readonly opensAtHead: (document: vscode.TextDocument, position: vscode.Position) => boolean;
}

/**
 * Opens the list where there is a real match. Markdown switches quick suggestions off and VS Code ignores Han characters
 * as triggers, so the list is opened by command, and only after a candidate was found: an explicit request without one
 * would be filled with words from the document.
 */
export function registerListTrigger({ source, list, settings, opensAtHead }: TriggerDependencies): vscode.Disposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const onChange = vscode.workspace.onDidChangeTextDocument((event) => {
    clearTimeout(waiting);
    const editor = vscode.window.activeTextEditor;
    if (editor?.document !== event.document || draftLanguage(event.document) === null) return;
    if (event.reason !== undefined || !event.contentChanges.some(isTyping)) return;
    waiting = setTimeout(() => open(editor, event.document.version), settle);
  });

  function open(editor: vscode.TextEditor, version: number): void {
    const { document, selection } = editor;
    if (document.isClosed || document.version !== version || vscode.window.activeTextEditor !== editor) return;
    if (!selection.isEmpty || list.wasProvided(document, selection.active)) return;
    // Where ghost text says it already, a list would only cover it.
    if (settings().ghostText && sureContinuation(source.at(document, selection.active, { asked: false })) !== null) return;
    const reasons = source.reasonsAt(document, selection.active);
    const wanted = reasons.some((candidate) => !list.isDismissed(document, selection.active, candidate));
    if (!wanted && !(settings().enabled && opensAtHead(document, selection.active))) return;
    void vscode.commands.executeCommand('editor.action.triggerSuggest');
  }

  return new vscode.Disposable(() => {
    clearTimeout(waiting);
    onChange.dispose();
  });
}

/**
 * Milliseconds after a change before the list is opened. While our list is open VS Code asks by itself within this time,
 * and the cursor has moved to its new place.
 */
const settle = 30;

/** Longest text that a person or an input method puts in at once; what is longer was pasted or inserted by a command. */
const longestTyped = 30;

/**
 * Whether a change may come from the keyboard and be finished. Letters count one by one only: an input method that is
 * still composing replaces its letters by longer ones (z, ze, zeng).
 */
function isTyping({ text, rangeLength }: vscode.TextDocumentContentChangeEvent): boolean {
  if (/^[a-z']+$/iu.test(text)) return text.length === 1 && rangeLength === 0;
  return text !== '' && text.length <= longestTyped && !text.includes('\n');
}
