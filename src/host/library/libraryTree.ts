import * as vscode from 'vscode';
import type { EngineStatus, FileReport, LibraryReport, LibraryRoot } from '../../protocol/engine.ts';
import { baseName } from '../baseName.ts';
import { sentenceOf } from '../notices.ts';

type LibraryNode =
  | { readonly kind: 'folder'; readonly root: LibraryRoot }
  | { readonly kind: 'group'; readonly root: string; readonly state: FileReport['state']; readonly files: readonly FileReport[] }
  | { readonly kind: 'file'; readonly report: FileReport }
  /** A sentence in the place of what is not there. */
  | { readonly kind: 'note'; readonly text: string };

/** Most files that are listed below one group; the report has them all. */
const listed = 500;

/** The view `speechDraft.library`: the folders with what was read and what was refused, and why. */
export class LibraryTree implements vscode.TreeDataProvider<LibraryNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly roots: () => readonly LibraryRoot[];
  private readonly report: () => Promise<LibraryReport>;
  private busy = true;

  constructor(roots: () => readonly LibraryRoot[], report: () => Promise<LibraryReport>) {
    this.roots = roots;
    this.report = report;
  }

  /** The tree is drawn anew when indexing ends, not at every file. */
  note(status: EngineStatus): void {
    const busy = status.state === 'indexing' || status.state === 'starting';
    const ended = this.busy && !busy;
    this.busy = busy;
    if (ended) this.refresh();
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  async getChildren(node?: LibraryNode): Promise<LibraryNode[]> {
    if (node === undefined) return this.roots().map((root) => ({ kind: 'folder', root }));
    if (node.kind === 'file' || node.kind === 'note') return [];
    if (node.kind === 'group') {
      const rest = node.files.length - listed;
      const files = node.files.slice(0, listed).map((report): LibraryNode => ({ kind: 'file', report }));
      return rest > 0 ? [...files, { kind: 'note', text: vscode.l10n.t('……另有 {0} 个文件', rest) }] : files;
    }
    return this.groupsOf(node.root.path);
  }

  private async groupsOf(root: string): Promise<LibraryNode[]> {
    let files: readonly FileReport[];
    try {
      ({ files } = await this.report());
    } catch (error) {
      // The view says what is wrong in its own place; a failed engine is announced elsewhere.
      return [{ kind: 'note', text: sentenceOf(error) }];
    }
    const states: readonly FileReport['state'][] = ['read', 'refused', 'ignored'];
    const groups = states
      .map((state): LibraryNode & { kind: 'group' } => ({
        kind: 'group',
        root,
        state,
        files: files.filter((report) => report.root === root && report.state === state),
      }))
      .filter((group) => group.files.length > 0);
    if (groups.length > 0) return groups;
    return [{ kind: 'note', text: this.busy ? vscode.l10n.t('正在读取……') : vscode.l10n.t('没有可读的文稿') }];
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
        const labels = { read: t('已读'), refused: t('未能读取'), ignored: t('按规则未读') };
        const icons = { read: 'pass', refused: 'warning', ignored: 'circle-slash' };
        const item = new vscode.TreeItem(labels[node.state], Collapsed);
        item.description = String(node.files.length);
        item.accessibilityInformation = { label: t('{0}，{1} 个文件', labels[node.state], node.files.length) };
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
        item.contextValue = report.state === 'read' ? 'readFile' : 'otherFile';
        item.command = { command: 'speechDraft.library.openFile', title: t('打开'), arguments: [report.file, report.state] };
        return item;
      }
      case 'note':
        return new vscode.TreeItem(node.text, None);
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
