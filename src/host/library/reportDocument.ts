import * as vscode from 'vscode';

export const reportScheme = 'speech-draft-report';

/** Shows reports as pages to read: nothing in them is to be edited, saved or looked up. */
export class ReportDocument implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly contents = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registrations: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor() {
    this.registrations = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(reportScheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.contents.delete(uri.path)),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.contents.get(uri.path) ?? '';
  }

  /** `title` is what the tab shows; a page of the same title takes the place of the one before. */
  async show(title: string, page: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: reportScheme, path: `/${title.replace(/[\\/\p{Cc}\p{Bidi_Control}]+/gu, ' ')}.md` });
    this.contents.set(uri.path, page);
    this.changed.fire(uri);
    const preview = 'markdown.showPreview';
    // Markdown's own preview may be switched off; the page can be read as text as well.
    if ((await vscode.commands.getCommands(true)).includes(preview)) await vscode.commands.executeCommand(preview, uri);
    else await vscode.window.showTextDocument(uri, { preview: true });
  }

  dispose(): void {
    this.registrations.dispose();
    this.contents.clear();
    this.changed.dispose();
  }
}
