import * as vscode from 'vscode';
import type { Finding, FindingSeverity, TextEdit } from '../../core/contracts.ts';
import type { Phrase } from '../../core/formulations/phraseBook.ts';
import type { Engine } from '../../protocol/engine.ts';
import { draftLanguages, isDraft, type DraftEditor } from '../drafts.ts';
import { registerCommand, showFailure } from '../notices.ts';
import type { Settings } from '../settings.ts';

export interface CheckParts {
  readonly engine: Engine;
  readonly drafts: DraftEditor;
  readonly settings: () => Settings;
  /** The writer's own phrases, which say what is right. */
  readonly phrases: () => readonly Phrase[];
  readonly log: vscode.LogOutputChannel;
}

const severities: Readonly<Record<FindingSeverity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function rangeOf({ line, column, endLine, endColumn }: Omit<TextEdit, 'newText'>): vscode.Range {
  return new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}

/** What stands behind each finding in the list of problems, and what the list can be filtered by. */
function kindNames(): Readonly<Record<string, string>> {
  const { t } = vscode.l10n;
  return {
    'wrong-form': t('规范表述'),
    'near-form': t('规范表述'),
    'number-name': t('规范表述'),
    title: t('名称'),
    superseded: t('旧提法'),
    'phrase-book': t('我的常用语'),
    quotes: t('引号'),
    members: t('内容'),
    slip: t('错字'),
    placeholder: t('待填'),
    unpaired: t('配对'),
    'doubled-mark': t('标点'),
    'stray-mark': t('标点'),
    'half-width': t('半角'),
    unfinished: t('未完'),
    'doubled-word': t('重复'),
    repeated: t('重复'),
    numbering: t('序号'),
    count: t('点数'),
    date: t('日期'),
    'head-mark': t('小标题'),
    long: t('停顿'),
  };
}

/** A diagnostic that remembers how it can be mended. */
class CheckDiagnostic extends vscode.Diagnostic {
  readonly fixes: Finding['fixes'];
  readonly kind: string;

  constructor(finding: Finding) {
    super(rangeOf(finding), finding.message, severities[finding.severity]);
    this.source = vscode.l10n.t('讲话稿助手');
    this.kind = finding.code;
    this.code = kindNames()[finding.code] ?? finding.code;
    this.fixes = finding.fixes;
  }
}

/** What can be mended in many places at a time, because nothing about it depends on the place. */
const alike: ReadonlySet<string> = new Set(['half-width', 'doubled-mark', 'doubled-word', 'quotes', 'slip']);

/** How one finding can be mended, and where there are several of its kind, all of them at once. */
function fixesFor(document: vscode.TextDocument, diagnostic: CheckDiagnostic, all: readonly CheckDiagnostic[]): vscode.CodeAction[] {
  const action = (title: string, diagnostics: readonly CheckDiagnostic[], edits: readonly TextEdit[]) => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.diagnostics = [...diagnostics];
    made.edit = new vscode.WorkspaceEdit();
    made.edit.set(document.uri, edits.map((edit) => vscode.TextEdit.replace(rangeOf(edit), edit.newText)));
    return made;
  };
  const actions = diagnostic.fixes.map(({ title, edits }) => action(title, [diagnostic], edits));
  const [first] = actions;
  if (first !== undefined) first.isPreferred = true;
  const same = all.filter(({ kind, fixes }) => kind === diagnostic.kind && fixes.length > 0);
  // Places that overlap could not be mended in one step.
  const apart = same.filter(({ range }, index) => !same.slice(0, index).some((other) => other.range.intersection(range)?.isEmpty === false));
  if (alike.has(diagnostic.kind) && apart.length > 1) {
    const edits = apart.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    actions.push(action(vscode.l10n.t('同类问题全部改正（{0} 处）', apart.length), apart, edits));
  }
  return actions;
}

/** Milliseconds of rest after which a draft that was checked before is checked again. */
const renewalDelay = 600;

/** Checks of a draft before it is spoken: on command, on saving where the writer wants it; quick fixes. */
export function registerChecks({ engine, drafts, settings, phrases, log }: CheckParts): vscode.Disposable {
  const shown = vscode.languages.createDiagnosticCollection('speechDraft');
  const fixesOf = new Map<string, readonly CheckDiagnostic[]>();
  const renewals = new Map<string, ReturnType<typeof setTimeout>>();

  const check = async (document: vscode.TextDocument): Promise<number | null> => {
    const { version } = document;
    const findings = await engine.check({ text: document.getText(), fileName: document.fileName, phrases: phrases() });
    // The draft went on while it was checked: places would be off.
    if (document.isClosed || document.version !== version) return null;
    const diagnostics = findings.map((finding) => new CheckDiagnostic(finding));
    shown.set(document.uri, diagnostics);
    fixesOf.set(document.uri.toString(), diagnostics);
    return findings.length;
  };
  const forget = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    clearTimeout(renewals.get(key));
    renewals.delete(key);
    shown.delete(document.uri);
    fixesOf.delete(key);
  };
  /** A checked draft that is worked on: the old fixes would hit the wrong places, and what is mended should go. */
  const renew = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    if (!fixesOf.has(key)) return;
    fixesOf.set(key, []);
    clearTimeout(renewals.get(key));
    const again = () => {
      renewals.delete(key);
      check(document).catch((error: unknown) => log.warn(`check: ${String(error)}`));
    };
    renewals.set(key, setTimeout(again, renewalDelay));
  };

  return vscode.Disposable.from(
    shown,
    { dispose: () => renewals.forEach((timer) => clearTimeout(timer)) },
    registerCommand('check.run', log, async () => {
      const document = drafts.current?.document;
      if (document === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t('先打开一篇讲话稿（Markdown 或纯文本），再检查。'));
        return;
      }
      const count = await check(document);
      if (count === 0) void vscode.window.showInformationMessage(vscode.l10n.t('没有发现问题。'));
      else if (count !== null) await vscode.commands.executeCommand('workbench.actions.view.problems');
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (settings().check.onSave && isDraft(document)) void check(document).catch((error: unknown) => showFailure(error, log));
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => (contentChanges.length > 0 ? renew(document) : undefined)),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.languages.registerCodeActionsProvider(
      [...draftLanguages],
      {
        provideCodeActions(document, range) {
          const all = fixesOf.get(document.uri.toString()) ?? [];
          return all.filter((one) => one.range.intersection(range) !== undefined).flatMap((one) => fixesFor(document, one, all));
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}
