import * as vscode from 'vscode';
import type { Acceptance } from '../../core/draft/acceptance.ts';
import { sureContinuation } from '../../core/formulations/sureContinuation.ts';
import type { CandidateSource } from './candidateSource.ts';
import type { CompletionSettings } from './completionSettings.ts';
import { documentKey, draftSelector } from '../drafts.ts';

/**
 * Ghost text for the sure cases, while the writer has it switched on. Nothing is offered while VS Code shows a chosen
 * list item, so that the two never say different things at one place.
 */
export function registerGhostText(source: CandidateSource, acceptance: Acceptance, settings: () => CompletionSettings): vscode.Disposable {
  return vscode.languages.registerInlineCompletionItemProvider(draftSelector, {
    provideInlineCompletionItems(document, position, context) {
      if (!settings().ghostText || context.selectedCompletionInfo !== undefined) return [];
      const candidate = sureContinuation(source.at(document, position, { asked: false }));
      if (candidate === null) return [];
      const { insert, replace, replaceAfter } = candidate.edit;
      const range = new vscode.Range(position.translate(0, -replace), position.translate(0, replaceAfter));
      const item = new vscode.InlineCompletionItem(insert, range, {
        command: 'speechDraft.completion.accepted',
        title: '',
        arguments: [candidate.entry.text, candidate.reason],
      });
      const { entry, reason } = candidate;
      acceptance.offer('ghost text', documentKey(document), [{ start: document.offsetAt(range.start), insert, text: entry.text, reason }]);
      // Ghost text shows only where what it replaces is the beginning of this.
      item.filterText = insert;
      return [item];
    },
  });
}
