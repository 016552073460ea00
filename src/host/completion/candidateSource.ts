import type * as vscode from 'vscode';
import { draftPlace, headingsAbove, isProse } from '../../core/draft/draftContext.ts';
import { rankCandidates } from '../../core/formulations/complete.ts';
import type { RankedCandidate } from '../../core/formulations/complete.ts';
import type { Lexicon } from '../../core/formulations/lexicon.ts';
import { opensList, standardOpening } from '../../core/formulations/opening.ts';
import type { CompletionSettings } from './completionSettings.ts';
import { documentKey, draftLanguage, draftLines } from '../drafts.ts';
import { sharedReach } from './severalCursors.ts';

/** What completion knows at the moment, gathered anew for each request. */
export interface CompletionKnowledge {
  readonly settings: CompletionSettings;
  readonly lexicons: readonly Lexicon[];
  uses(text: string): number;
  readonly never: ReadonlySet<string>;
}

/** Text after the cursor that is looked at, in code units: longer than any formulation. */
const reachAfter = 100;

/** Text before the cursor that is looked at. */
const reachBefore = 300;

export interface CandidateRequest {
  /** The writer asked with a key, so that two characters are enough and Latin letters are pinyin. */
  readonly asked: boolean;
}

/** Finds the candidates at a cursor. The trigger and the provider ask for the same place, so the last answer is kept. */
export class CandidateSource {
  private readonly knowledge: () => CompletionKnowledge;
  private last: { readonly key: string; readonly candidates: readonly RankedCandidate[] } | null = null;

  constructor(knowledge: () => CompletionKnowledge) {
    this.knowledge = knowledge;
  }

  /** Candidates at a place, best first; none in code, links and front matter. */
  at(document: vscode.TextDocument, position: vscode.Position, { asked }: CandidateRequest): readonly RankedCandidate[] {
    const reach = sharedReach(document, position);
    const key = [documentKey(document), document.version, position.line, position.character, asked, reach.before, reach.after].join(' ');
    if (this.last?.key === key) return this.last.candidates;
    const found = this.find(document, position, asked);
    const candidates = found.filter(({ edit }) => edit.replace <= reach.before && edit.replaceAfter <= reach.after);
    this.last = { key, candidates };
    return candidates;
  }

  /** The candidates that are reason enough to open the list by itself. */
  reasonsAt(document: vscode.TextDocument, position: vscode.Position): readonly RankedCandidate[] {
    const { settings } = this.knowledge();
    const rule = { ...standardOpening, characters: settings.characters, chains: settings.chains };
    return this.at(document, position, { asked: false }).filter((candidate) => opensList(candidate, rule));
  }

  forget(): void {
    this.last = null;
  }

  private find(document: vscode.TextDocument, position: vscode.Position, asked: boolean): readonly RankedCandidate[] {
    const { settings, lexicons, never, uses } = this.knowledge();
    const language = draftLanguage(document);
    if (language === null || !settings.enabled) return [];
    const line = document.lineAt(position.line).text;
    const before = line.slice(Math.max(0, position.character - reachBefore), position.character);
    const after = line.slice(position.character, position.character + reachAfter);
    const request = { before, after, limit: settings.limit, pinyin: settings.pinyin || asked };
    // Most keystrokes match nothing, and reading the draft around the cursor costs more than matching.
    if (rankCandidates(lexicons, { ...request, limit: 1 }).length === 0) return [];
    const lines = draftLines(document);
    if (!isProse(draftPlace(lines, { line: position.line, column: position.character }, language))) return [];
    const context = { headings: headingsAbove(lines, position.line), uses, never, today: new Date().toISOString().slice(0, 10) };
    const ranked = rankCandidates(lexicons, { ...request, context });
    // The bundled lexicon holds some mined wording as well.
    return settings.mined ? ranked : ranked.filter(({ entry }) => entry.origin !== 'mined');
  }
}
