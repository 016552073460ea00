import * as vscode from 'vscode';

export const reportScheme = 'speech-draft-report';

/** What Markdown's own preview is shown by, and the extension that has it. */
const preview = { command: 'markdown.showPreview', extension: 'vscode.markdown-language-features' };

/** Shows reports as pages to read: nothing in them is to be edited, saved or looked up. */
export class ReportDocument implements vscode.TextDocumentContentProvider, vscode.Disposable {
  /** The newest page of each title, by the path of its address. */
  private readonly contents = new Map<string, string>();
  private readonly registration: vscode.Disposable;
  private shown = 0;

  constructor() {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(reportScheme, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.contents.get(uri.path) ?? '';
  }

  /** `title` is what the tab shows; a page of the same title takes the place of the one before. */
  async show(title: string, page: string): Promise<void> {
    const path = `/${title.replace(/[\\/\p{Cc}\p{Bidi_Control}]+/gu, ' ')}.md`;
    // A preview that is open shows an address that it knows as it did before, whatever that holds by now.
    const uri = vscode.Uri.from({ scheme: reportScheme, path, query: String((this.shown += 1)) });
    this.contents.set(path, page);
    // Markdown's own preview may be switched off; the page can be read as text as well. Until its extension is first used its
    // command is not among those that are there.
    const canPreview = vscode.extensions.getExtension(preview.extension) !== undefined || (await vscode.commands.getCommands(true)).includes(preview.command);
    if (canPreview) await vscode.commands.executeCommand(preview.command, uri);
    else await vscode.window.showTextDocument(uri, { preview: true });
  }

  dispose(): void {
    this.registration.dispose();
    this.contents.clear();
  }
}
