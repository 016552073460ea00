import * as vscode from 'vscode';
import type { CandidateSource } from './candidateSource.ts';
import { FormulationItem, itemsFor } from './completionItems.ts';
import type { Acceptance } from '../../core/draft/acceptance.ts';
import type { Skeleton } from '../../core/contracts.ts';
import { documentKey } from '../drafts.ts';
import { headingItems } from './headingProvider.ts';
import type { TextOf } from './itemDocumentation.ts';
import type { ExampleOf } from './libraryExample.ts';
import { documentationOf } from './itemDocumentation.ts';
import type { ListState } from './listState.ts';

export interface ProviderDependencies {
  readonly source: CandidateSource;
  readonly list: ListState;
  readonly acceptance: Acceptance;
  readonly textOf: TextOf;
  readonly exampleOf: ExampleOf;
  /** Section skeletons, none until they are read. */
  readonly skeletons: () => readonly Skeleton[];
}

/** Answers VS Code's requests, its own and those that the trigger caused. */
export class FormulationProvider implements vscode.CompletionItemProvider<vscode.CompletionItem> {
  private readonly source: CandidateSource;
  private readonly list: ListState;
  private readonly acceptance: Acceptance;
  private readonly textOf: TextOf;
  private readonly exampleOf: ExampleOf;
  private readonly skeletons: () => readonly Skeleton[];

  constructor({ source, list, acceptance, textOf, exampleOf, skeletons }: ProviderDependencies) {
    this.source = source;
    this.list = list;
    this.acceptance = acceptance;
    this.textOf = textOf;
    this.exampleOf = exampleOf;
    this.skeletons = skeletons;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): vscode.CompletionList {
    const isInvoked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
    const asked = isInvoked && this.list.isAsked(document, position);
    const delay = isInvoked && !asked && !this.list.isOpening(document, position) ? quickSuggestionsDelay(document) : null;
    const isQuick = delay !== null && this.list.isQuick(document, position, delay);
    // With quick suggestions VS Code asks at each character: it gets what would have opened the list without them.
    const candidates = isQuick && !this.isWanted(document, position) ? [] : this.source.at(document, position, { asked });
    const heads = headingItems(this.skeletons(), document, position);
    const astray = this.list.wentAstray(document, position);
    this.list.provided(document, position, candidates);
    // Incomplete, because each further character can bring other candidates and other ranges.
    const own = itemsFor(candidates, document, position);
    this.acceptance.offer('list', documentKey(document), own.map(({ offer }) => offer));
    const items: vscode.CompletionItem[] = [...heads, ...own];
    if (astray && items.length === 0) void vscode.commands.executeCommand('hideSuggestWidget');
    return new vscode.CompletionList(items, items.length > 0);
  }

  private isWanted(document: vscode.TextDocument, position: vscode.Position): boolean {
    return this.source.reasonsAt(document, position).some((candidate) => !this.list.isDismissed(document, position, candidate));
  }

  async resolveCompletionItem(item: vscode.CompletionItem, token: vscode.CancellationToken): Promise<vscode.CompletionItem> {
    this.list.shown();
    if (!(item instanceof FormulationItem)) return item;
    const { entry } = item.candidate;
    const example = entry.example ?? (await this.exampleOf(entry.text, token));
    item.documentation = documentationOf(item.candidate, this.textOf, example);
    return item;
  }
}

/**
 * Milliseconds after a keystroke at which VS Code asks by itself in a document, `null` where quick suggestions are off.
 * The setting is `true` or `false`, or says for text, strings and comments `on`, `inline` or `off` (true and false once).
 */
function quickSuggestionsDelay(document: vscode.TextDocument): number | null {
  const editor = vscode.workspace.getConfiguration('editor', document);
  const quick = editor.get<unknown>('quickSuggestions');
  const kinds: unknown[] = typeof quick === 'object' && quick !== null ? Object.values(quick) : [quick];
  if (kinds.every((kind) => kind === false || kind === 'off')) return null;
  const delay = editor.get<unknown>('quickSuggestionsDelay');
  return typeof delay === 'number' ? delay : 0;
}
