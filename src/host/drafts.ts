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

const documentKeys = new WeakMap<vscode.TextDocument, string>();
let documents = 0;

/** Tells documents apart where their addresses do not: an untitled one takes the name of one that was closed. */
export function documentKey(document: vscode.TextDocument): string {
  const known = documentKeys.get(document);
  if (known !== undefined) return known;
  documents += 1;
  const key = `${document.uri.toString()}#${String(documents)}`;
  documentKeys.set(document, key);
  return key;
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
 * sidebar takes the focus away from the draft, and what is inserted still belongs there. A document that was opened
 * as the source of a passage is read and no draft, until something is typed in it.
 */
export class DraftEditor implements vscode.Disposable {
  private last: vscode.TextEditor | undefined;
  private readonly sources = new Set<string>();
  private readonly subscription: vscode.Disposable;

  constructor() {
    this.note(vscode.window.activeTextEditor);
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.note(editor)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0 || !this.sources.delete(document.uri.toString())) return;
        this.note(vscode.window.activeTextEditor);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.sources.delete(uri.toString())),
    );
  }

  get current(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    if (active !== undefined && this.accepts(active)) return active;
    const { last } = this;
    return vscode.window.visibleTextEditors.find((editor) => editor === last || editor.document === last?.document);
  }

  /** From now on the document is one that is read beside the draft. */
  noteSource(document: vscode.TextDocument): void {
    if (!document.isDirty) this.sources.add(document.uri.toString());
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private accepts({ document }: vscode.TextEditor): boolean {
    return isDraft(document) && !this.sources.has(document.uri.toString());
  }

  private note(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && this.accepts(editor)) this.last = editor;
  }
}
