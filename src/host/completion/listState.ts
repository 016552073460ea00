import * as vscode from 'vscode';
import type { RankedCandidate } from '../../core/formulations/complete.ts';

/**
 * What is known of the suggestion list. VS Code does not tell extensions whether it is open, so this keeps what can be
 * seen from here: when we were asked, where we opened it ourselves, and where the writer put it away.
 */
export class ListState {
  private lastProvided = '';
  private askedAt = '';
  private readonly dismissed = new Set<string>();
  private current: readonly string[] = [];
  /** Requests answered so far: tests see from it that a keystroke asks twice at most. */
  requests = 0;

  /** The writer asked for the list with a key. */
  asks(document: vscode.TextDocument, position: vscode.Position): void {
    this.askedAt = cursorKey(document, position);
  }

  isAsked(document: vscode.TextDocument, position: vscode.Position): boolean {
    return this.askedAt === cursorKey(document, position);
  }

  provided(document: vscode.TextDocument, position: vscode.Position, candidates: readonly RankedCandidate[]): void {
    this.requests += 1;
    this.lastProvided = cursorKey(document, position);
    this.current = candidates.map((candidate) => placeKey(document, position, candidate));
    setContext('speechDraft.ownList', candidates.length > 0);
    const after = document.lineAt(position.line).text.slice(position.character);
    setContext('speechDraft.atParagraphEnd', after.trim() === '');
    setContext('speechDraft.choseFromList', false);
  }

  /** Whether VS Code asked for this very place by itself already, as it does while our list is open. */
  wasProvided(document: vscode.TextDocument, position: vscode.Position): boolean {
    return this.lastProvided === cursorKey(document, position);
  }

  /** The writer put our list away with Escape. */
  dismiss(): void {
    for (const place of this.current) {
      this.dismissed.delete(place);
      this.dismissed.add(place);
    }
    for (const place of this.dismissed) {
      if (this.dismissed.size <= mostDismissed) break;
      this.dismissed.delete(place);
    }
    this.current = [];
  }

  isDismissed(document: vscode.TextDocument, position: vscode.Position, candidate: RankedCandidate): boolean {
    return this.dismissed.has(placeKey(document, position, candidate));
  }
}

const mostDismissed = 500;

function cursorKey(document: vscode.TextDocument, position: vscode.Position): string {
  return `${document.uri.toString()} ${String(document.version)} ${String(position.line)}:${String(position.character)}`;
}

/**
 * The place of a candidate: what stands before the stretch that it completes, so that typing on or deleting stays at the
 * same place and lines that move stay known. A separator typed after a chain's link is still the same place.
 */
function placeKey(document: vscode.TextDocument, position: vscode.Position, { edit }: RankedCandidate): string {
  const before = document.lineAt(position.line).text.slice(0, position.character - edit.replace);
  return `${document.uri.toString()} ${before.replace(/[、，；,;\s]+$/u, '').slice(-200)}`;
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
