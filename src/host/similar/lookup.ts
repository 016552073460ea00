import * as vscode from 'vscode';
import type { Passage } from '../../core/contracts.ts';
import { paragraphAt, type DraftParagraph } from '../../core/draft/paragraphAt.ts';
import { EngineError, type Engine, type LibraryRoot } from '../../protocol/engine.ts';
import { unrestricted, type PanelState, type Restriction, type SourceChoice } from '../../protocol/webview.ts';
import type { DraftEditor } from '../drafts.ts';
import { sentenceOf } from '../notices.ts';
import type { Settings } from '../settings.ts';
import { cardOf } from './cards.ts';
import { emptyState, idleState, queryOf, summaryOf, type Question } from './panelStates.ts';
import { filterOf, isRestricted, restrictionWords, sourceChoices, withKnownSource } from './restriction.ts';

/** Lines below the cursor that may belong to a head's paragraph. */
const linesBelow = 5;

/** Longest text that is looked up, in code units; more says nothing more about what the writer is at. */
const longestQuestion = 4000;

/** The paragraph at an editor's cursor, or the selected text where something is selected. */
export function draftParagraph(editor: vscode.TextEditor): DraftParagraph | null {
  const { document, selection } = editor;
  if (!selection.isEmpty) {
    const text = document.getText(selection).trim().slice(0, longestQuestion);
    if (text !== '') return { text, headings: [], line: selection.start.line };
  }
  const last = Math.min(document.lineCount, selection.active.line + linesBelow + 1);
  // One call for all lines: asking a long draft line by line takes many times as long.
  const lines = document.getText(new vscode.Range(0, 0, last, 0)).split(/\r?\n/);
  const found = paragraphAt(lines, selection.active.line);
  return found === null ? null : { ...found, text: found.text.slice(0, longestQuestion) };
}

/** What the engine searches at the moment. */
export interface SearchedLibrary {
  readonly roots: readonly LibraryRoot[];
  readonly includeBundled: boolean;
}

/**
 * Looks passages up and tells `show` how it stands. A newer question makes every older answer stale: it is cancelled
 * in the engine and dropped here.
 */
export class Lookup implements vscode.Disposable {
  private running: AbortController | null = null;
  private question: Question | null = null;
  /** The document that the question came from; `null` for a search. */
  private asker: vscode.TextDocument | null = null;
  private restricted: Restriction = unrestricted;
  /** Passages of the last two answers: a click may meet a list that is just being replaced. */
  private found = new Map<string, Passage>();
  private answers = 0;

  private readonly engine: Engine;
  private readonly settings: () => Settings;
  private readonly library: () => SearchedLibrary;
  private readonly tell: (state: PanelState) => void;
  /** Whether the panel shows the last answer and nothing newer. */
  private shown = false;
  private readonly log: vscode.LogOutputChannel;

  constructor(parts: {
    readonly engine: Engine;
    readonly settings: () => Settings;
    readonly library: () => SearchedLibrary;
    readonly show: (state: PanelState) => void;
    readonly log: vscode.LogOutputChannel;
  }) {
    this.engine = parts.engine;
    this.settings = parts.settings;
    this.library = parts.library;
    this.tell = parts.show;
    this.log = parts.log;
  }

  get restriction(): Restriction {
    return withKnownSource(this.restricted, this.sources);
  }

  /** Where passages can come from at the moment. */
  get sources(): SourceChoice[] {
    const { roots, includeBundled } = this.library();
    return sourceChoices(roots, includeBundled);
  }

  /** The words searched for, empty where the list answers a paragraph. */
  get searched(): string {
    return this.question?.kind === 'search' ? this.question.query : '';
  }

  /** The passage that a card of the panel stands for. */
  passage(key: string): Passage | undefined {
    return this.found.get(key);
  }

  /** Looks up the paragraph at the cursor; `again` even where it was the last question. */
  async follow(drafts: DraftEditor, again = false): Promise<void> {
    const editor = drafts.current;
    const paragraph = editor === undefined ? null : draftParagraph(editor);
    if (editor === undefined || paragraph === null) {
      // An empty line between two paragraphs is no reason to take the list away; another draft is.
      const another = editor === undefined || (this.asker !== null && this.asker !== editor.document);
      if (this.question === null || (another && this.question.kind === 'paragraph')) this.forget(editor !== undefined);
      return;
    }
    const same =
      this.question?.kind === 'paragraph' && this.question.paragraph.text === paragraph.text && this.asker === editor.document;
    this.asker = editor.document;
    if (same && !again) return;
    const file = editor.document.uri.scheme === 'file' ? editor.document.uri.fsPath : null;
    await this.ask({ kind: 'paragraph', paragraph, file });
  }

  async search(query: string, drafts: DraftEditor): Promise<void> {
    this.asker = null;
    if (query.trim() === '') this.forget(drafts.current !== undefined);
    else await this.ask({ kind: 'search', query: query.trim() });
  }

  async restrict(restriction: Restriction): Promise<void> {
    this.restricted = restriction;
    await this.repeat();
  }

  /** Asks the last question again, after a failure. */
  async repeat(): Promise<void> {
    if (this.question !== null) await this.ask(this.question);
  }

  /** Asks the last question again because the library has changed; a list that stays the same is left alone. */
  async renew(): Promise<void> {
    if (this.question !== null) await this.ask(this.question, { quiet: true });
  }

  /** Drops the question and what is under way for it. */
  forget(hasDraft: boolean): void {
    this.running?.abort();
    this.running = null;
    this.question = null;
    this.show(idleState(hasDraft));
  }

  dispose(): void {
    this.running?.abort();
    this.running = null;
    this.found.clear();
  }

  private show(state: PanelState): void {
    this.shown = state.kind === 'found';
    this.tell(state);
  }

  private async ask(question: Question, { quiet = false } = {}): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.question = question;
    if (!quiet) this.show({ kind: 'working', message: vscode.l10n.t('正在查找……') });
    try {
      const found = await this.request(question, running.signal);
      if (this.running !== running) return;
      if (quiet && this.isShown(found)) return;
      this.answer(question, found);
    } catch (error) {
      if (this.running !== running || (error instanceof EngineError && error.code === 'cancelled')) return;
      this.log.error(error instanceof Error ? error : String(error));
      this.show({ kind: 'failed', message: sentenceOf(error), actions: ['retry', 'log'] });
    }
  }

  private request(question: Question, signal: AbortSignal): Promise<Passage[]> {
    const { limit } = this.settings().similar;
    const { restriction } = this;
    const { roots } = this.library();
    const filter = isRestricted(restriction) ? { filter: filterOf(restriction, { roots, thisYear: new Date().getFullYear() }) } : {};
    if (question.kind === 'search') return this.engine.search({ query: question.query, limit, ...filter }, signal);
    const { paragraph, file } = question;
    const context = { headings: paragraph.headings, ...(file === null ? {} : { file }) };
    return this.engine.similar({ text: paragraph.text, limit, context, ...filter }, signal);
  }

  private isShown(passages: readonly Passage[]): boolean {
    if (!this.shown) return false;
    const shown = [...this.found].filter(([key]) => key.startsWith(`${this.answers}:`)).map(([, passage]) => passage);
    return shown.length === passages.length && shown.every(({ file, text }, at) => passages[at]?.file === file && passages[at].text === text);
  }

  private answer(question: Question, passages: readonly Passage[]): void {
    if (passages.length === 0) {
      this.show(emptyState(question, restrictionWords(this.restriction, this.sources)));
      return;
    }
    this.answers += 1;
    const own = `${this.answers}:`;
    const before = `${this.answers - 1}:`;
    this.found = new Map([
      ...[...this.found].filter(([key]) => key.startsWith(before)),
      ...passages.map((passage, index): [string, Passage] => [`${own}${index}`, passage]),
    ]);
    const cards = passages.map((passage, index) => cardOf(passage, `${own}${index}`));
    this.show({ kind: 'found', cards, query: queryOf(question), summary: summaryOf(question, cards.length) });
  }
}
