import * as vscode from 'vscode';
import type { Passage } from '../../core/contracts.ts';
import type { Engine } from '../../protocol/engine.ts';
import { bundledName, isBundled } from './cards.ts';

/** Documents that only show text: bundled speeches, and the clean text of formats that no editor opens. */
export const sourceScheme = 'speech-draft-source';

/** Text formats that VS Code opens itself. */
const openedAsText = /\.(md|markdown|txt|text)$/i;

function baseName(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}

/** What a file without a mark of its own is written in; VS Code would read GBK as UTF-8 otherwise. */
function encodingOf(bytes: Uint8Array): 'utf8' | 'gb18030' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf8';
  } catch {
    // Not UTF-8: that is the answer, not a fault.
    return 'gb18030';
  }
}

/** Opens the source of a passage at its place. */
export class SourceDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly registration: vscode.Disposable;
  private readonly engine: Engine;
  private readonly corpus: vscode.Uri;

  constructor(engine: Engine, corpus: vscode.Uri) {
    this.engine = engine;
    this.corpus = corpus;
    this.registration = vscode.workspace.registerTextDocumentContentProvider(sourceScheme, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  async open(passage: Passage): Promise<vscode.TextEditor> {
    const document = await this.documentOf(passage.file);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    const range = placeOf(document, passage);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenter);
    return editor;
  }

  dispose(): void {
    this.registration.dispose();
    this.texts.clear();
  }

  private async documentOf(file: string): Promise<vscode.TextDocument> {
    if (isBundled(file)) {
      const name = bundledName(file);
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.corpus, baseName(name)));
      return this.show(vscode.l10n.t('随附语料'), name, new TextDecoder().decode(bytes));
    }
    const uri = vscode.Uri.file(file);
    const bytes = await vscode.workspace.fs.readFile(uri);
    if (!openedAsText.test(file)) return this.show(file, `${baseName(file)}.txt`, await this.engine.text(bytes, baseName(file)));
    return encodingOf(bytes) === 'utf8'
      ? vscode.workspace.openTextDocument(uri)
      : vscode.workspace.openTextDocument(uri, { encoding: 'gb18030' });
  }

  private show(folder: string, name: string, text: string): Thenable<vscode.TextDocument> {
    const uri = vscode.Uri.from({ scheme: sourceScheme, path: `/${folder}/${name}`.replaceAll(/[\\/]+/g, '/') });
    this.texts.set(uri.toString(), text);
    return vscode.workspace.openTextDocument(uri);
  }
}

/** Where the passage stands: by its text where that is found, else by its line. */
function placeOf(document: vscode.TextDocument, passage: Passage): vscode.Range {
  const text = document.getText();
  const near = passage.line === null ? 0 : document.offsetAt(new vscode.Position(passage.line - 1, 0));
  for (const from of [near, 0]) {
    const at = text.indexOf(passage.text, from);
    if (at >= 0) return new vscode.Range(document.positionAt(at), document.positionAt(at + passage.text.length));
  }
  const line = Math.min(Math.max(0, (passage.line ?? 1) - 1), document.lineCount - 1);
  return document.lineAt(line).range;
}
