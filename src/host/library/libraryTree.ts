import * as vscode from 'vscode';
import type { EngineStatus, FileReport, LibraryReport, LibraryRoot } from '../../protocol/engine.ts';

type LibraryNode =
  | { readonly kind: 'folder'; readonly root: LibraryRoot }
  | { readonly kind: 'group'; readonly root: string; readonly state: FileReport['state']; readonly files: readonly FileReport[] }
  | { readonly kind: 'file'; readonly report: FileReport };

/** Most files that are listed below one group; the report has them all. */
const listed = 500;

function baseName(path: string): string {
  return path.split(/[\\/]/).pop() ?? path;
}

/** The view `speechDraft.library`: the folders with what was read and what was refused, and why. */
export class LibraryTree implements vscode.TreeDataProvider<LibraryNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly roots: () => readonly LibraryRoot[];
  private readonly report: () => Promise<LibraryReport>;
  private indexing = false;

  constructor(roots: () => readonly LibraryRoot[], report: () => Promise<LibraryReport>) {
    this.roots = roots;
    this.report = report;
  }

  /** The tree is drawn anew when indexing ends, not at every file. */
  note(status: EngineStatus): void {
    const indexing = status.state === 'indexing';
    if (this.indexing && !indexing) this.refresh();
    this.indexing = indexing;
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  async getChildren(node?: LibraryNode): Promise<LibraryNode[]> {
    if (node === undefined) return this.roots().map((root) => ({ kind: 'folder', root }));
    if (node.kind === 'file') return [];
    if (node.kind === 'group') return node.files.slice(0, listed).map((report) => ({ kind: 'file', report }));
    const { files } = await this.report();
    const own = files.filter(({ root }) => root === node.root.path);
    const states: readonly FileReport['state'][] = ['read', 'refused', 'ignored'];
    return states
      .map((state): LibraryNode & { kind: 'group' } => ({
        kind: 'group',
        root: node.root.path,
        state,
        files: own.filter((report) => report.state === state),
      }))
      .filter((group) => group.files.length > 0);
  }

  getTreeItem(node: LibraryNode): vscode.TreeItem {
    const { t } = vscode.l10n;
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    switch (node.kind) {
      case 'folder': {
        const item = new vscode.TreeItem(baseName(node.root.path), Collapsed);
        item.description = node.root.scope === 'workspace' ? t('本工作区') : node.root.path;
        item.tooltip = node.root.path;
        item.iconPath = new vscode.ThemeIcon('folder-library');
        item.contextValue = node.root.scope === 'machine' ? 'machineFolder' : 'workspaceFolder';
        item.id = `folder:${node.root.scope}:${node.root.path}`;
        return item;
      }
      case 'group': {
        const labels = { read: t('已读'), refused: t('未能读取'), ignored: t('未读') };
        const icons = { read: 'pass', refused: 'warning', ignored: 'circle-slash' };
        const item = new vscode.TreeItem(labels[node.state], Collapsed);
        item.description = String(node.files.length);
        item.iconPath = new vscode.ThemeIcon(icons[node.state]);
        item.id = `group:${node.root}:${node.state}`;
        return item;
      }
      case 'file': {
        const { report } = node;
        const item = new vscode.TreeItem(baseName(report.file), None);
        item.description = report.reason ?? t('{0} 段', report.paragraphs);
        item.tooltip = [report.file, report.reason, ...report.problems.map(({ message, count }) => `${message}（${count}）`)]
          .filter((line) => line !== null)
          .join('\n');
        item.resourceUri = vscode.Uri.file(report.file);
        item.command = { command: 'vscode.open', title: t('打开'), arguments: [vscode.Uri.file(report.file)] };
        return item;
      }
      default: {
        const unknown: never = node;
        throw new Error(`no such node: ${JSON.stringify(unknown)}`);
      }
    }
  }

  dispose(): void {
    this.changed.dispose();
  }
}
