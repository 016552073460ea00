import * as vscode from 'vscode';
import type { Skeleton } from '../../core/contracts.ts';
import { headsOf, previewOf, readSkeletons } from '../../core/skeletons/readSkeletons.ts';
import type { DraftEditor } from '../drafts.ts';
import { registerCommand } from '../notices.ts';
import { registerHeadMarks } from './headMarks.ts';

interface SkeletonItem extends vscode.QuickPickItem {
  readonly skeleton?: Skeleton;
}

interface SnippetContribution {
  readonly language: string;
  readonly path: string;
}

/** Milliseconds that an entry must stay chosen before it is shown. */
const previewDelay = 150;

const previewScheme = 'speech-draft-skeleton';
const previewUri = vscode.Uri.from({ scheme: previewScheme, path: '/骨架预览.md' });

/** The snippet files that package.json contributes for Markdown. */
async function loadSkeletons(extension: vscode.Extension<unknown>): Promise<Skeleton[]> {
  const { contributes } = extension.packageJSON as { readonly contributes: { readonly snippets: readonly SnippetContribution[] } };
  const files = contributes.snippets.filter(({ language }) => language === 'markdown').map(({ path }) => path);
  const loaded = await Promise.all(
    files.map(async (path) => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, path));
      return readSkeletons(new TextDecoder().decode(bytes));
    }),
  );
  return loaded.flat();
}

function itemsOf(skeletons: readonly Skeleton[]): SkeletonItem[] {
  const item = (skeleton: Skeleton): SkeletonItem => ({
    label: skeleton.name,
    description: skeleton.prefix.join('  '),
    // What will stand in the draft, in one line: the heads tell a skeleton best.
    detail: `${skeleton.description}\u2003│\u2003${headsOf(skeleton).join('　')}`,
    skeleton,
  });
  const group = (label: string, whole: boolean): SkeletonItem[] => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...skeletons.filter(({ wholeSpeech }) => wholeSpeech === whole).map(item),
  ];
  return [...group(vscode.l10n.t('段落与部分'), false), ...group(vscode.l10n.t('整篇讲话'), true)];
}

/** Shows the text of the skeleton in question beside the draft while the picker is open. */
class Preview implements vscode.TextDocumentContentProvider {
  private text = '';
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(): string {
    return this.text;
  }

  async show(skeleton: Skeleton): Promise<void> {
    this.text = previewOf(skeleton);
    this.changed.fire(previewUri);
    const document = await vscode.workspace.openTextDocument(previewUri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  async hide(): Promise<void> {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const own = tabs.filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === previewScheme);
    await vscode.window.tabGroups.close(own, true);
  }
}

async function pick(skeletons: readonly Skeleton[], preview: Preview): Promise<Skeleton | undefined> {
  const picker = vscode.window.createQuickPick<SkeletonItem>();
  picker.title = vscode.l10n.t('插入提纲骨架');
  picker.placeholder = vscode.l10n.t('输入名称、拼音首字母或小标题里的字');
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.ignoreFocusOut = true;
  picker.items = itemsOf(skeletons);
  // The preview goes along with the arrows; a short rest keeps it from flickering while someone types.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const showActive = (item: SkeletonItem | undefined) => {
    clearTimeout(timer);
    const { skeleton } = item ?? {};
    if (skeleton !== undefined) timer = setTimeout(() => void preview.show(skeleton), previewDelay);
  };
  try {
    return await new Promise<Skeleton | undefined>((resolve) => {
      picker.onDidChangeActive(([item]) => showActive(item));
      picker.onDidAccept(() => {
        resolve(picker.activeItems[0]?.skeleton);
        picker.hide();
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    clearTimeout(timer);
    picker.dispose();
    await preview.hide();
  }
}

/** The command that inserts a skeleton at the cursor; with an argument, the one of that name without asking. */
export function registerSkeletons(parts: {
  readonly extension: vscode.Extension<unknown>;
  readonly drafts: DraftEditor;
  readonly log: vscode.LogOutputChannel;
}): vscode.Disposable {
  let loading: Promise<Skeleton[]> | undefined;
  const skeletonsOnce = () => (loading ??= loadSkeletons(parts.extension));
  const preview = new Preview();
  return vscode.Disposable.from(
    registerHeadMarks(skeletonsOnce),
    vscode.workspace.registerTextDocumentContentProvider(previewScheme, preview),
    registerCommand('skeletons.insert', parts.log, async (name) => {
      const skeletons = await skeletonsOnce();
      const editor = parts.drafts.current;
      const chosen = typeof name === 'string' ? skeletons.find((one) => one.name === name) : await pick(skeletons, preview);
      if (chosen === undefined) return;
      if (editor === undefined) {
        const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
        const opened = await vscode.window.showTextDocument(document);
        await opened.insertSnippet(new vscode.SnippetString(chosen.body));
        return;
      }
      const shown = await vscode.window.showTextDocument(editor.document, editor.viewColumn);
      await shown.insertSnippet(new vscode.SnippetString(chosen.body));
    }),
  );
}
