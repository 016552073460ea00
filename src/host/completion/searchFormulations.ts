import * as vscode from 'vscode';
import type { Lexicon } from '../../core/formulations/lexicon.ts';
import type { LexiconEntry } from '../../core/formulations/lexiconEntry.ts';
import type { FormulationLookup } from '../../core/formulations/lookup.ts';
import { formulationLookup } from '../../core/formulations/lookup.ts';
import { isDraft } from '../drafts.ts';
import { sightingsLine, sourceLine } from './itemDocumentation.ts';

export interface FormulationSearchDependencies {
  readonly lexicons: () => readonly Lexicon[];
  readonly onTaken: (text: string) => Promise<void>;
}

interface FormulationPick extends vscode.QuickPickItem {
  readonly entry: LexiconEntry;
}

/** The command that looks a formulation up by words and puts it in at the cursor. */
export function registerFormulationSearch({ lexicons, onTaken }: FormulationSearchDependencies): vscode.Disposable {
  // Built at first use and again when the lexicon has grown: most sessions never look anything up.
  let built: { readonly size: number; readonly lookup: FormulationLookup } | null = null;
  const lookup = (): FormulationLookup => {
    const entries = lexicons().flatMap((lexicon) => lexicon.entries.filter(({ origin }) => origin !== 'mined'));
    if (built?.size !== entries.length) built = { size: entries.length, lookup: formulationLookup(entries) };
    return built.lookup;
  };
  return vscode.commands.registerCommand('speechDraft.formulations.insert', () => {
    const picker = vscode.window.createQuickPick<FormulationPick>();
    picker.title = vscode.l10n.t('查找并插入规范表述');
    picker.placeholder = vscode.l10n.t('输入几个字、简称或拼音首字母');
    picker.matchOnDescription = true;
    const find = (query: string) => (picker.items = lookup().find(query).map(pickOf));
    picker.onDidChangeValue(find);
    // Selected words are what is looked for, and what the choice replaces.
    const selected = selectedWords();
    if (selected !== '') {
      picker.value = selected;
      find(selected);
    }
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      picker.hide();
      if (chosen !== undefined) void insert(chosen.entry.text).then((done) => (done ? onTaken(chosen.entry.text) : undefined));
    });
    picker.onDidHide(() => picker.dispose());
    picker.show();
  });
}

/** Longest selection, in code units, that is a wording to look up and no passage. */
const longestWording = 60;

function selectedWords(): string {
  const editor = vscode.window.activeTextEditor;
  const text = editor === undefined || !isDraft(editor.document) ? '' : editor.document.getText(editor.selection).trim();
  return text.length > longestWording || text.includes('\n') ? '' : text;
}

function pickOf(entry: LexiconEntry): FormulationPick {
  const facts = [
    entry.superseded === undefined ? null : vscode.l10n.t('旧提法，现为：{0}', entry.superseded.by),
    sourceLine(entry),
    sightingsLine(entry),
  ];
  // Our own look-up has chosen already; without this VS Code would filter misspelt queries away.
  return { entry, label: entry.text, description: entry.category, detail: facts.filter((fact) => fact !== null).join('  '), alwaysShow: true };
}

async function insert(text: string): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('请先打开要写的文稿。'));
    return false;
  }
  const done = await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  if (!done) void vscode.window.showInformationMessage(vscode.l10n.t('这份文稿是只读的，没有写入。'));
  return done;
}
