import * as vscode from 'vscode';
import type { Passage } from '../../core/contracts.ts';
import type { Engine } from '../../protocol/engine.ts';
import type { DraftEditor } from '../drafts.ts';
import { baseName } from '../baseName.ts';
import { encodingOf } from '../textEncoding.ts';
import { bundledName, isBundled } from './bundled.ts';
import { bytesOf } from './bytesOf.ts';

/** Documents that only show text: bundled speeches, and the clean text of formats that no editor opens. */
export const sourceScheme = 'speech-draft-source';

/** A text and where it stands, as far as that is known. */
type SourcePlace = Pick<Passage, 'file' | 'line' | 'text'>;

/** Text formats that VS Code opens itself. */
const openedAsText = /\.(md|markdown|txt|text)$/i;

/** Opens the documents that passages come from, each beside the draft and at its place. */
export class SourceDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly registrations: vscode.Disposable;
  private readonly engine: Engine;
  private readonly drafts: DraftEditor;
  private readonly corpus: vscode.Uri;

  constructor(parts: { readonly engine: Engine; readonly drafts: DraftEditor; readonly corpus: vscode.Uri }) {
    this.engine = parts.engine;
    this.drafts = parts.drafts;
    this.corpus = parts.corpus;
    this.registrations = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(sourceScheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  async open(passage: SourcePlace): Promise<vscode.TextEditor> {
    const document = await this.documentOf(passage.file);
    const editor = await this.show(document);
    const range = placeOf(document, passage);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    return editor;
  }

  /** Opens a file of the library as text, whatever its format. */
  async openFile(file: string): Promise<vscode.TextEditor> {
    return this.show(await this.documentOf(file));
  }

  dispose(): void {
    this.registrations.dispose();
    this.texts.clear();
  }

  /** Sources share one column: the one beside the draft. The draft stays what it was, whatever is read beside it. */
  private async show(document: vscode.TextDocument): Promise<vscode.TextEditor> {
    const draft = this.drafts.current;
    const own = draft?.document === document;
    if (!own) this.drafts.noteSource(document);
    const column = draft?.viewColumn ?? vscode.ViewColumn.One;
    const viewColumn = own || draft === undefined ? column : column + 1;
    return vscode.window.showTextDocument(document, { viewColumn, preview: true });
  }

  private async documentOf(file: string): Promise<vscode.TextDocument> {
    if (isBundled(file)) {
      const name = baseName(bundledName(file));
      const bytes = await bytesOf(vscode.Uri.joinPath(this.corpus, name));
      return this.virtual(vscode.l10n.t('随附语料'), name, new TextDecoder().decode(bytes));
    }
    const uri = vscode.Uri.file(file);
    const bytes = await bytesOf(uri);
    if (!openedAsText.test(file)) return this.virtual(file, `${baseName(file)}.txt`, await this.engine.text(bytes, baseName(file)));
    const encoding = encodingOf(bytes);
    return encoding === 'gb18030' ? vscode.workspace.openTextDocument(uri, { encoding }) : vscode.workspace.openTextDocument(uri);
  }

  private virtual(folder: string, name: string, text: string): Thenable<vscode.TextDocument> {
    const uri = vscode.Uri.from({ scheme: sourceScheme, path: `/${folder}/${name}`.replaceAll(/[\\/]+/g, '/') });
    this.texts.set(uri.toString(), text);
    return vscode.workspace.openTextDocument(uri);
  }
}

/** Where the passage stands: by its text where that is found, else by its line. */
function placeOf(document: vscode.TextDocument, passage: SourcePlace): vscode.Range {
  const text = document.getText();
  const wanted = document.eol === vscode.EndOfLine.CRLF ? passage.text.replaceAll('\n', '\r\n') : passage.text;
  const near = passage.line === null ? 0 : document.offsetAt(new vscode.Position(passage.line - 1, 0));
  for (const from of [near, 0]) {
    const at = text.indexOf(wanted, from);
    if (at >= 0) return new vscode.Range(document.positionAt(at), document.positionAt(at + wanted.length));
  }
  const line = Math.min(Math.max(0, (passage.line ?? 1) - 1), document.lineCount - 1);
  return document.lineAt(line).range;
}
