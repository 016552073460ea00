import * as vscode from 'vscode';
import { emptyPhraseBook, parsePhraseBook, phraseBookTemplate } from '../../core/formulations/phraseBook.ts';
import type { PhraseBook } from '../../core/formulations/phraseBook.ts';
import { encodingOf, textOf } from '../textEncoding.ts';

/** Keeps the phrase book in step with its file, which the writer may edit at any time. */
export class PhraseBookFile implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<PhraseBook>();
  readonly onChanged = this.changed.event;
  private readonly folder: vscode.Uri;
  private readonly log: (message: string) => void;
  private file: vscode.Uri;
  private book = emptyPhraseBook;
  private readonly saved: vscode.Disposable;
  private watcher: vscode.Disposable | null = null;

  /** `folder` is where the book lies unless a setting names a file. */
  constructor(folder: vscode.Uri, log: (message: string) => void) {
    this.folder = folder;
    this.file = vscode.Uri.joinPath(folder, 'phrases.txt');
    this.log = log;
    this.saved = vscode.workspace.onDidSaveTextDocument((document) => {
      if (document.uri.toString() === this.file.toString()) void this.reload();
    });
  }

  get current(): PhraseBook {
    return this.book;
  }

  /** Moves to the file that the setting names, `''` for the standard place, and reads it. */
  async use(path: string): Promise<void> {
    const file = path === '' ? vscode.Uri.joinPath(this.folder, 'phrases.txt') : vscode.Uri.file(path);
    if (this.watcher === null || file.toString() !== this.file.toString()) {
      this.watcher?.dispose();
      this.file = file;
      const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), file.path.split('/').at(-1) ?? '');
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      watcher.onDidChange(() => void this.reload());
      watcher.onDidCreate(() => void this.reload());
      watcher.onDidDelete(() => void this.reload());
      this.watcher = watcher;
    }
    await this.reload();
  }

  /** Changes the file by a pure function of its content. Rejects where it cannot be written. */
  async change(edit: (content: string) => string): Promise<void> {
    const content = (await this.read()) ?? phraseBookTemplate;
    const next = edit(content);
    if (next !== content || content === phraseBookTemplate) {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(this.file, '..'));
      await vscode.workspace.fs.writeFile(this.file, new TextEncoder().encode(next));
    }
    await this.reload();
  }

  /** Opens the file for editing; makes it where there is none. */
  async open(): Promise<void> {
    if ((await this.read()) === null) await this.change((content) => content);
    const old = encodingOf(await vscode.workspace.fs.readFile(this.file)) === 'gb18030';
    const document = await (old ? vscode.workspace.openTextDocument(this.file, { encoding: 'gb18030' }) : vscode.workspace.openTextDocument(this.file));
    await vscode.window.showTextDocument(document);
  }

  private async reload(): Promise<void> {
    const content = await this.read();
    this.book = content === null ? emptyPhraseBook : parsePhraseBook(content);
    this.changed.fire(this.book);
  }

  private async read(): Promise<string | null> {
    try {
      return textOf(await vscode.workspace.fs.readFile(this.file));
    } catch (error) {
      // There is no phrase book until the first phrase is added.
      if (!(error instanceof vscode.FileSystemError && error.code === 'FileNotFound')) {
        this.log(`The phrase book ${this.file.toString()} could not be read: ${String(error)}`);
      }
      return null;
    }
  }

  dispose(): void {
    this.watcher?.dispose();
    this.saved.dispose();
    this.changed.dispose();
  }
}
