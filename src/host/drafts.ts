import * as vscode from 'vscode';
import type { DraftLanguage, DraftLines } from '../core/draft/draftContext.ts';

/** Where drafts are written: Markdown and plain text, saved or not. */
export const draftLanguages = ['markdown', 'plaintext'] as const;

/** Documents of the output panel, of debug consoles and of comments are plain text as well, but no drafts. */
const draftSchemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-userdata']);

export function isDraft(document: vscode.TextDocument): boolean {
  return draftLanguages.some((language) => language === document.languageId) && draftSchemes.has(document.uri.scheme);
}

/** The language of a draft, `null` for documents that are none. */
export function draftLanguage(document: vscode.TextDocument): DraftLanguage | null {
  return isDraft(document) ? (draftLanguages.find((language) => language === document.languageId) ?? null) : null;
}

/** What language features are registered for. */
export const draftSelector: vscode.DocumentSelector = draftLanguages.flatMap((language) =>
  [...draftSchemes].map((scheme) => ({ language, scheme })),
);

/** The lines of a draft, for functions that know no editor. */
export function draftLines(document: vscode.TextDocument): DraftLines {
  return { lineCount: document.lineCount, lineAt: (line) => document.lineAt(line).text };
}

/**
 * The editor that the writer drafts in: the active one, else the visible one that was active last. A click into a
 * sidebar takes the focus away from the draft, and what is inserted still belongs there.
 */
export class DraftEditor implements vscode.Disposable {
  private last: vscode.TextEditor | undefined;
  private readonly subscription: vscode.Disposable;

  constructor() {
    this.note(vscode.window.activeTextEditor);
    this.subscription = vscode.window.onDidChangeActiveTextEditor((editor) => this.note(editor));
  }

  get current(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    if (active !== undefined && isDraft(active.document)) return active;
    const { last } = this;
    return vscode.window.visibleTextEditors.find((editor) => editor === last || editor.document === last?.document);
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private note(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && isDraft(editor.document)) this.last = editor;
  }
}
