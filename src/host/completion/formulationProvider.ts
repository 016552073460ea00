import * as vscode from 'vscode';
import type { CandidateSource } from './candidateSource.ts';
import { FormulationItem, itemsFor } from './completionItems.ts';
import type { TextOf } from './itemDocumentation.ts';
import { documentationOf } from './itemDocumentation.ts';
import type { ListState } from './listState.ts';

/** Answers VS Code's requests, its own and those that the trigger caused. */
export class FormulationProvider implements vscode.CompletionItemProvider<vscode.CompletionItem> {
  private readonly source: CandidateSource;
  private readonly list: ListState;
  private readonly textOf: TextOf;

  constructor(source: CandidateSource, list: ListState, textOf: TextOf) {
    this.source = source;
    this.list = list;
    this.textOf = textOf;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): vscode.CompletionList {
    const asked = context.triggerKind === vscode.CompletionTriggerKind.Invoke && this.list.isAsked(document, position);
    const candidates = this.source.at(document, position, { asked });
    this.list.provided(document, position, candidates);
    // Incomplete, because each further character can bring other candidates and other ranges.
    return new vscode.CompletionList(itemsFor(candidates, document, position), candidates.length > 0);
  }

  resolveCompletionItem(item: vscode.CompletionItem): vscode.CompletionItem {
    if (item instanceof FormulationItem) item.documentation = documentationOf(item.candidate, this.textOf);
    return item;
  }
}
