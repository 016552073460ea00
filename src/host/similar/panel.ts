import * as vscode from 'vscode';
import { readFromPanel, type FromPanel, type ToPanel } from '../../protocol/webview.ts';
import { panelTexts } from './panelTexts.ts';

/** 128 random bits as text, from the platform's cryptographic source. */
function nonce(): string {
  return globalThis.crypto.randomUUID().replaceAll('-', '');
}

function pageOf(webview: vscode.Webview, extension: vscode.Uri): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', 'similar.css'));
  const once = nonce();
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${once}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style.toString()}">
</head>
<body><script nonce="${once}" src="${script.toString()}"></script></body>
</html>`;
}

/**
 * The view `speechDraft.similar`: a page without a will of its own. It is thrown away when hidden and comes back from
 * its kept state, so the host remembers what it last sent and sends it again when the page says `ready`.
 */
export class SimilarPanel implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private readonly latest = new Map<ToPanel['type'], ToPanel>();
  private readonly received = new vscode.EventEmitter<FromPanel>();
  private readonly shown = new vscode.EventEmitter<boolean>();
  private readonly registration: vscode.Disposable;
  private readonly extension: vscode.Uri;

  readonly onMessage = this.received.event;
  readonly onVisible = this.shown.event;

  constructor(extension: vscode.Uri) {
    this.extension = extension;
    this.registration = vscode.window.registerWebviewViewProvider('speechDraft.similar', this);
  }

  get visible(): boolean {
    return this.view?.visible === true;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    const { webview } = view;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.extension, 'dist'), vscode.Uri.joinPath(this.extension, 'media')],
    };
    webview.onDidReceiveMessage((value: unknown) => this.receive(value));
    view.onDidChangeVisibility(() => this.shown.fire(view.visible));
    view.onDidDispose(() => {
      if (this.view === view) this.view = undefined;
    });
    webview.html = pageOf(webview, this.extension);
    this.shown.fire(true);
  }

  send(message: ToPanel): void {
    // Wishes such as “put the cursor into the search box” are not repeated to a page that comes back.
    if (message.type !== 'focusSearch' && message.type !== 'copied') this.latest.set(message.type, message);
    void this.view?.webview.postMessage(message);
  }

  async reveal(): Promise<void> {
    if (this.view?.visible === true) return;
    await vscode.commands.executeCommand('speechDraft.similar.focus', { preserveFocus: true });
  }

  dispose(): void {
    this.registration.dispose();
    this.received.dispose();
    this.shown.dispose();
  }

  private receive(value: unknown): void {
    const message = readFromPanel(value);
    if (message === null) return;
    if (message.type === 'ready') {
      void this.view?.webview.postMessage({ type: 'texts', texts: panelTexts() } satisfies ToPanel);
      for (const earlier of this.latest.values()) void this.view?.webview.postMessage(earlier);
    }
    this.received.fire(message);
  }
}
