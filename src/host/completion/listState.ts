import * as vscode from 'vscode';
import type { RankedCandidate } from '../../core/formulations/complete.ts';
import { documentKey } from '../drafts.ts';

/**
 * What is known of the suggestion list. VS Code does not tell extensions whether it is open, so this keeps what can be
 * seen from here: when we were asked, where we opened it ourselves, and where the writer put it away.
 */
export class ListState {
  private lastProvided = '';
  private shownAt = '';
  private askedAt = '';
  private openingAt = '';
  private typedIn = '';
  private typedAt = -Infinity;
  private quickAt = '';
  /** By place: what was typed there when the writer put the list away. */
  private readonly dismissed = new Map<string, string>();
  private current: readonly Place[] = [];
  /** Requests answered so far: tests see from it that a keystroke asks twice at most. */
  requests = 0;

  /** We are about to have the list opened at a place. */
  opens(document: vscode.TextDocument, position: vscode.Position): void {
    this.openingAt = cursorKey(document, position);
  }

  /** Whether a request is our own opening of the list. */
  isOpening(document: vscode.TextDocument, position: vscode.Position): boolean {
    return this.openingAt === cursorKey(document, position);
  }

  /** Something was typed in a document. */
  typed(document: vscode.TextDocument): void {
    this.typedIn = documentKey(document);
    this.typedAt = performance.now();
  }

  /**
   * Whether a request that nobody is known to have asked for is VS Code's own, by its quick suggestions: it asks once for
   * each place that was typed at, `delay` milliseconds after the keystroke and later on a busy machine. What is asked for
   * the same place again was asked for with a key of the writer's own.
   */
  isQuick(document: vscode.TextDocument, position: vscode.Position, delay: number): boolean {
    const place = cursorKey(document, position);
    if (this.typedIn !== documentKey(document) || performance.now() - this.typedAt > delay + busy || this.quickAt === place) return false;
    this.quickAt = place;
    return true;
  }

  /**
   * Whether a request is what has become of our own opening after the writer went on: VS Code then asks for another
   * place, and where nothing of ours fits there, it would show words of the document.
   */
  wentAstray(document: vscode.TextDocument, position: vscode.Position): boolean {
    const opening = this.openingAt;
    this.openingAt = '';
    return opening !== '' && opening !== cursorKey(document, position);
  }

  /** The writer asked for the list with a key. */
  asks(document: vscode.TextDocument, position: vscode.Position): void {
    this.askedAt = cursorKey(document, position);
    this.openingAt = '';
  }

  isAsked(document: vscode.TextDocument, position: vscode.Position): boolean {
    return this.askedAt === cursorKey(document, position);
  }

  provided(document: vscode.TextDocument, position: vscode.Position, candidates: readonly RankedCandidate[]): void {
    this.requests += 1;
    this.lastProvided = cursorKey(document, position);
    this.current = candidates.map((candidate) => placeOf(document, position, candidate));
    setContext('speechDraft.ownList', candidates.length > 0);
    const after = document.lineAt(position.line).text.slice(position.character);
    setContext('speechDraft.atParagraphEnd', after.trim() === '');
    setContext('speechDraft.choseFromList', false);
  }

  /** Whether VS Code asked for this very place by itself already, as it does while our list is open. */
  wasProvided(document: vscode.TextDocument, position: vscode.Position): boolean {
    return this.lastProvided === cursorKey(document, position);
  }

  /** VS Code asked for the details of one of our rows, as it does for the first one when the list appears. */
  shown(): void {
    this.shownAt = this.lastProvided;
  }

  isShown(document: vscode.TextDocument, position: vscode.Position): boolean {
    return this.shownAt === cursorKey(document, position);
  }

  /** The writer put our list away with Escape. */
  dismiss(): void {
    for (const { key, typed } of this.current) {
      this.dismissed.delete(key);
      this.dismissed.set(key, typed);
    }
    for (const key of this.dismissed.keys()) {
      if (this.dismissed.size <= mostDismissed) break;
      this.dismissed.delete(key);
    }
    this.current = [];
  }

  /** A document was closed. */
  forget(document: vscode.TextDocument): void {
    const prefix = `${documentKey(document)} `;
    for (const key of this.dismissed.keys()) if (key.startsWith(prefix)) this.dismissed.delete(key);
  }

  /** Whether the list was put away at the candidate's place, and the same thing is typed on or shortened there. */
  isDismissed(document: vscode.TextDocument, position: vscode.Position, candidate: RankedCandidate): boolean {
    const { key, typed } = placeOf(document, position, candidate);
    const then = this.dismissed.get(key);
    return then !== undefined && (typed.startsWith(then) || then.startsWith(typed));
  }
}

interface Place {
  readonly key: string;
  readonly typed: string;
}

const mostDismissed = 500;

/** Milliseconds that a request of VS Code's own may come late on a busy machine. */
const busy = 2000;

function cursorKey(document: vscode.TextDocument, position: vscode.Position): string {
  return `${documentKey(document)} ${String(document.version)} ${String(position.line)}:${String(position.character)}`;
}

/**
 * The place of a candidate: what stands before the stretch that it completes, so that lines that move stay known. A
 * separator typed after a chain's link is still the same place.
 */
function placeOf(document: vscode.TextDocument, position: vscode.Position, { edit }: RankedCandidate): Place {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const lead = before.slice(0, before.length - edit.replace).replace(/[、，；,;\s]+$/u, '');
  return { key: `${documentKey(document)} ${lead.slice(-200)}`, typed: before.slice(lead.length) };
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
