import type * as vscode from 'vscode';
import type { DraftLanguage, DraftLines } from '../../core/draft/draftContext.ts';

/** Where completion works: Markdown and plain text, saved or untitled. */
export const draftSelector: vscode.DocumentSelector = [
  { language: 'markdown', scheme: 'file' },
  { language: 'markdown', scheme: 'untitled' },
  { language: 'markdown', scheme: 'vscode-remote' },
  { language: 'markdown', scheme: 'vscode-vfs' },
  { language: 'plaintext', scheme: 'file' },
  { language: 'plaintext', scheme: 'untitled' },
  { language: 'plaintext', scheme: 'vscode-remote' },
  { language: 'plaintext', scheme: 'vscode-vfs' },
];

const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs']);

/** The language of a draft, `null` for documents that are none: output channels, search results, code. */
export function draftLanguage(document: vscode.TextDocument): DraftLanguage | null {
  if (!schemes.has(document.uri.scheme)) return null;
  return document.languageId === 'markdown' || document.languageId === 'plaintext' ? document.languageId : null;
}

export function draftLines(document: vscode.TextDocument): DraftLines {
  return { lineCount: document.lineCount, lineAt: (line) => document.lineAt(line).text };
}
