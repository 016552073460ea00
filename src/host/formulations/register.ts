import * as vscode from 'vscode';
import type { Lexicon } from '../../core/formulations/lexicon.ts';
import type { LexiconEntry } from '../../core/formulations/lexiconEntry.ts';
import type { DraftEditor } from '../drafts.ts';
import { registerCommand } from '../notices.ts';

type FormulationNode =
  | { readonly kind: 'category'; readonly name: string; readonly entries: readonly LexiconEntry[] }
  | { readonly kind: 'entry'; readonly entry: LexiconEntry };

/** Entries by category, each in the order of the files, which is the set order of the field. */
function categoriesOf(lexicon: Lexicon): FormulationNode[] {
  const groups = new Map<string, LexiconEntry[]>();
  for (const entry of lexicon.entries) {
    // Wording that was only found repeated is for completion; this is the list of what is set.
    if (entry.origin === 'mined') continue;
    const group = groups.get(entry.category);
    if (group === undefined) groups.set(entry.category, [entry]);
    else group.push(entry);
  }
  return [...groups].map(([name, entries]) => ({ kind: 'category', name, entries }));
}

function tooltipOf(entry: LexiconEntry): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const tooltip = new vscode.MarkdownString();
  const lines = [
    entry.text,
    entry.members === undefined ? null : entry.members.join('、'),
    entry.superseded === undefined ? null : t('已改为：{0}（{1} 起）', entry.superseded.by, entry.superseded.since),
    // What was not checked is never shown as a source.
    entry.source === undefined || entry.source.checked === 'unchecked'
      ? null
      : t('出处：{0}（{1}）', entry.source.title, entry.source.date),
    entry.evidence === undefined ? null : t('公开文本中最近一次见于 {0}（统计截至 {1}）', entry.evidence.lastSeen, entry.evidence.until),
    entry.note ?? null,
  ];
  for (const line of lines) if (line !== null) tooltip.appendText(`${line}\n\n`);
  return tooltip;
}

class FormulationTree implements vscode.TreeDataProvider<FormulationNode> {
  private readonly lexicon: Promise<Lexicon>;

  constructor(lexicon: Promise<Lexicon>) {
    this.lexicon = lexicon;
  }

  async getChildren(node?: FormulationNode): Promise<FormulationNode[]> {
    if (node === undefined) return categoriesOf(await this.lexicon);
    return node.kind === 'category' ? node.entries.map((entry) => ({ kind: 'entry', entry })) : [];
  }

  getTreeItem(node: FormulationNode): vscode.TreeItem {
    if (node.kind === 'category') {
      const item = new vscode.TreeItem(node.name, vscode.TreeItemCollapsibleState.Collapsed);
      item.description = String(node.entries.length);
      return item;
    }
    const { entry } = node;
    const item = new vscode.TreeItem(entry.text);
    item.tooltip = tooltipOf(entry);
    item.iconPath = new vscode.ThemeIcon(entry.superseded === undefined ? 'quote' : 'history');
    if (entry.superseded !== undefined) item.description = vscode.l10n.t('旧表述');
    item.command = { command: 'speechDraft.formulations.insertText', title: vscode.l10n.t('插入'), arguments: [entry.text] };
    return item;
  }
}

/** The view `speechDraft.formulations`: all bundled formulations by category; a click inserts. */
export function registerFormulationTree(parts: {
  readonly lexicon: Promise<Lexicon>;
  readonly drafts: DraftEditor;
  readonly log: vscode.LogOutputChannel;
}): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.registerTreeDataProvider('speechDraft.formulations', new FormulationTree(parts.lexicon)),
    registerCommand('formulations.insertText', parts.log, async (text) => {
      const editor = parts.drafts.current;
      if (typeof text !== 'string') return;
      if (editor === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('先打开一篇讲话稿（Markdown 或纯文本），再插入。'));
        return;
      }
      const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
      await shown.edit((edit) => {
        for (const selection of shown.selections) edit.replace(selection, text);
      });
    }),
  );
}
