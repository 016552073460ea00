import * as vscode from 'vscode';
import type { Skeleton } from '../../core/contracts.ts';
import { draftPlace } from '../../core/draft/draftContext.ts';
import { headingSkeletons, readHead } from '../../core/skeletons/headingSkeletons.ts';
import { headsOf } from '../../core/skeletons/readSkeletons.ts';
import { isNextSibling, siblingFrame } from '../../core/skeletons/siblingFrame.ts';
import { draftLanguage, draftLines } from '../drafts.ts';

/** Lines above the cursor that are searched for a sibling of the head being typed. */
const reach = 200;

/** What can stand in the head at the cursor: whole section skeletons, and the frame that its first sibling gives. */
export function headingItems(skeletons: readonly Skeleton[], document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
  const language = draftLanguage(document);
  const line = document.lineAt(position.line).text;
  const before = line.slice(0, position.character);
  // Skeletons are for heads that are being written, at their end.
  if (language !== 'markdown' || line.slice(position.character).trim() !== '') return [];
  const head = readHead(before);
  if (head === null) return [];
  if (draftPlace(draftLines(document), { line: position.line, column: position.character }, language) !== 'heading') return [];
  const whole = new vscode.Range(position.with({ character: 0 }), position);
  const items = headingSkeletons(skeletons, head).map(({ skeleton, body }, index) => {
    const item = new vscode.CompletionItem({ label: skeleton.name, description: vscode.l10n.t('提纲骨架') }, vscode.CompletionItemKind.Snippet);
    item.insertText = new vscode.SnippetString(body);
    item.range = whole;
    item.filterText = before;
    item.sortText = `0${String(index).padStart(3, '0')}`;
    item.documentation = new vscode.MarkdownString('').appendText(headsOf(skeleton).join('\n'));
    return item;
  });
  const frame = frameAbove(document, position.line, before);
  if (frame !== null) {
    const item = new vscode.CompletionItem({ label: frame.sibling, description: vscode.l10n.t('照上一条的句式') }, vscode.CompletionItemKind.Snippet);
    item.insertText = new vscode.SnippetString(`${escapeSnippet(before)}${frame.body}`);
    item.range = whole;
    item.filterText = before;
    item.sortText = '0';
    items.unshift(item);
  }
  return items;
}

function frameAbove(document: vscode.TextDocument, line: number, before: string): { readonly sibling: string; readonly body: string } | null {
  const typed = readHead(`${before} `);
  if (typed === null || typed.ordinal === '') return null;
  for (let index = line - 1; index >= Math.max(0, line - reach); index -= 1) {
    const earlier = readHead(document.lineAt(index).text);
    if (earlier === null || earlier.level > typed.level) continue;
    if (!isNextSibling(earlier, typed)) return null;
    const body = siblingFrame(earlier.text);
    return body === null ? null : { sibling: earlier.text, body };
  }
  return null;
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}
