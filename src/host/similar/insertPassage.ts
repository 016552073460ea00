import * as vscode from 'vscode';
import { passageSnippet } from '../../core/skeletons/passageSnippet.ts';
import { findPlaceholders } from '../../core/speech/placeholders.ts';

/** Spaces that a paragraph starts with: two full-width ones in many plain-text drafts. */
const indent = /^[\u3000 \t]*/;

/**
 * Where a passage goes and what stands before it. A selection is replaced; on an empty line it goes there; in a
 * paragraph it becomes the next paragraph, since a whole paragraph in the middle of another is never wanted.
 */
function placeFor(editor: vscode.TextEditor): { readonly range: vscode.Range; readonly before: string } {
  const { document, selection } = editor;
  const line = document.lineAt(selection.active.line);
  if (!selection.isEmpty || line.isEmptyOrWhitespace) return { range: selection, before: '' };
  const gap = document.languageId === 'markdown' ? '\n\n' : '\n';
  const lead = document.languageId === 'markdown' ? '' : (indent.exec(line.text)?.[0] ?? '');
  return { range: new vscode.Range(line.range.end, line.range.end), before: gap + lead };
}

/** Puts a passage into a draft, its open facts (`〔市名〕`, `**`, `XX`, `某某`) as tab stops. Undone in one step. */
export async function insertPassage(editor: vscode.TextEditor, text: string): Promise<void> {
  const facts = findPlaceholders(text, 0).map((placeholder) => placeholder.span);
  const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  const { range, before } = placeFor(shown);
  await shown.insertSnippet(new vscode.SnippetString(before + passageSnippet(text, facts)), range);
  shown.revealRange(shown.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
