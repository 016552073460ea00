import * as vscode from 'vscode';
import type { ParagraphRole, Passage } from '../../core/contracts.ts';
import { paragraphAt, type DraftParagraph } from '../../core/draft/paragraphAt.ts';
import { EngineError, type Engine } from '../../protocol/engine.ts';
import type { PanelState } from '../../protocol/webview.ts';
import { isDraft, type DraftEditor } from '../drafts.ts';
import { sentenceOf } from '../notices.ts';
import type { Settings } from '../settings.ts';
import { cardsOf } from './cards.ts';

/** What was asked last: a paragraph of the draft, or words of the writer's. */
type Question =
  | { readonly kind: 'paragraph'; readonly paragraph: DraftParagraph; readonly file: string | null }
  | { readonly kind: 'search'; readonly query: string };

/** Lines below the cursor that may belong to a head's paragraph. */
const linesBelow = 5;

/** The paragraph at an editor's cursor, or the selected text where something is selected. */
export function draftParagraph(editor: vscode.TextEditor): DraftParagraph | null {
  const { document, selection } = editor;
  if (!selection.isEmpty) {
    const text = document.getText(selection).trim().slice(0, 4000);
    if (text !== '') return { text, headings: [], line: selection.start.line };
  }
  const last = Math.min(document.lineCount, selection.active.line + linesBelow + 1);
  const lines = Array.from({ length: last }, (_, index) => document.lineAt(index).text);
  return paragraphAt(lines, selection.active.line);
}

/**
 * Looks passages up and tells `show` how it stands. A newer question makes every older answer stale: it is cancelled
 * in the engine and dropped here.
 */
export class Lookup implements vscode.Disposable {
  private running: AbortController | null = null;
  private question: Question | null = null;
  private role: ParagraphRole | null = null;
  private found: readonly Passage[] = [];

  private readonly engine: Engine;
  private readonly settings: () => Settings;
  private readonly show: (state: PanelState) => void;
  private readonly log: vscode.LogOutputChannel;

  constructor(parts: {
    readonly engine: Engine;
    readonly settings: () => Settings;
    readonly show: (state: PanelState) => void;
    readonly log: vscode.LogOutputChannel;
  }) {
    this.engine = parts.engine;
    this.settings = parts.settings;
    this.show = parts.show;
    this.log = parts.log;
  }

  /** The passage that a card of the panel stands for. */
  passage(key: string): Passage | undefined {
    return this.found[Number(key)];
  }

  /** Looks up the paragraph at the cursor; `again` even where it was the last question. */
  async follow(drafts: DraftEditor, again = false): Promise<void> {
    const editor = drafts.current;
    const paragraph = editor === undefined || !isDraft(editor.document) ? null : draftParagraph(editor);
    if (editor === undefined || paragraph === null) {
      // An empty line between two paragraphs is no reason to take the list away.
      if (this.question === null) this.showIdle();
      return;
    }
    const same = this.question?.kind === 'paragraph' && this.question.paragraph.text === paragraph.text;
    if (same && !again) return;
    const file = editor.document.uri.scheme === 'file' ? editor.document.uri.fsPath : null;
    await this.ask({ kind: 'paragraph', paragraph, file });
  }

  async search(query: string): Promise<void> {
    if (query.trim() === '') {
      this.question = null;
      this.showIdle();
      return;
    }
    await this.ask({ kind: 'search', query: query.trim() });
  }

  async filter(role: ParagraphRole | null): Promise<void> {
    this.role = role;
    await this.repeat();
  }

  /** Asks the last question again: after a failure, or when the library has grown. */
  async repeat(): Promise<void> {
    if (this.question !== null) await this.ask(this.question);
  }

  showIdle(): void {
    this.show({
      kind: 'idle',
      message: vscode.l10n.t('把光标放在讲话稿的一个段落里（至少八个字），这里会列出语料和资料库中的相似段落。'),
    });
  }

  dispose(): void {
    this.running?.abort();
  }

  private async ask(question: Question): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.question = question;
    this.show({ kind: 'working', message: vscode.l10n.t('正在查找……') });
    try {
      const found = await this.request(question, running.signal);
      if (this.running !== running) return;
      this.answer(question, found);
    } catch (error) {
      if (this.running !== running || (error instanceof EngineError && error.code === 'cancelled')) return;
      this.log.error(error instanceof Error ? error : String(error));
      this.show({ kind: 'failed', message: sentenceOf(error), action: 'retry' });
    }
  }

  private request(question: Question, signal: AbortSignal): Promise<Passage[]> {
    const { limit } = this.settings().similar;
    const filter = this.role === null ? {} : { filter: { roles: [this.role] } };
    if (question.kind === 'search') return this.engine.search({ query: question.query, limit, ...filter }, signal);
    const { paragraph, file } = question;
    const context = { headings: paragraph.headings, ...(file === null ? {} : { file }) };
    return this.engine.similar({ text: paragraph.text, limit, context, ...filter }, signal);
  }

  private answer(question: Question, found: readonly Passage[]): void {
    this.found = found;
    const query = question.kind === 'search' ? question.query : question.paragraph.text;
    if (found.length > 0) {
      this.show({ kind: 'found', cards: cardsOf(found), query });
      return;
    }
    const message =
      question.kind === 'search'
        ? vscode.l10n.t('没有找到“{0}”。换个说法，或添加自己的资料文件夹。', question.query.slice(0, 40))
        : vscode.l10n.t('没有找到相似段落。可以添加自己的资料文件夹，范围更大。');
    this.show({ kind: 'empty', message, query });
  }
}
