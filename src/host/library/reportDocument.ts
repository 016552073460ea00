import * as vscode from 'vscode';
import type { LibraryReport } from '../../protocol/engine.ts';
import { reportPage } from './reportPage.ts';

export const reportScheme = 'speech-draft-report';

/** Shows the library report as a page to read: nothing in it is to be edited, saved or looked up. */
export class ReportDocument implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private content = '';
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor() {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(reportScheme, this);
  }

  provideTextDocumentContent(): string {
    return this.content;
  }

  async show(report: LibraryReport): Promise<void> {
    this.content = reportPage(report);
    const uri = vscode.Uri.from({ scheme: reportScheme, path: `/${vscode.l10n.t('资料库报告')}.md` });
    this.changed.fire(uri);
    const preview = 'markdown.showPreview';
    // Markdown's own preview may be switched off; the page can be read as text as well.
    if ((await vscode.commands.getCommands(true)).includes(preview)) await vscode.commands.executeCommand(preview, uri);
    else await vscode.window.showTextDocument(uri, { preview: true });
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
