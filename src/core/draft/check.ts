import type { Finding } from '../contracts.ts';
import type { Lexicon } from '../formulations/lexicon.ts';
import type { Phrase } from '../formulations/phraseBook.ts';
import { checkCounts } from './checkCounts.ts';
import { checkDates } from './checkDates.ts';
import { checkHeads } from './checkHeads.ts';
import { checkLength } from './checkLength.ts';
import { checkMembers } from './checkMembers.ts';
import { checkNearForms } from './checkNearForms.ts';
import { checkNumberNames } from './checkNumberNames.ts';
import { checkNumbering } from './checkNumbering.ts';
import { checkOrder } from './checkOrder.ts';
import { checkPairs } from './checkPairs.ts';
import { checkPlaceholders } from './checkPlaceholders.ts';
import { checkPunctuation } from './checkPunctuation.ts';
import { checkQuotes } from './checkQuotes.ts';
import { checkRepetition } from './checkRepetition.ts';
import { checkShares } from './checkShares.ts';
import { checkSlips } from './checkSlips.ts';
import { checkTitles } from './checkTitles.ts';
import { checkWording } from './checkWording.ts';
import type { DraftIssue } from './draftIssue.ts';
import { LinePlaces } from './linePlaces.ts';
import { proseOf } from './prose.ts';

/** What a draft is checked against. */
export interface DraftKnowledge {
  readonly lexicon: Lexicon;
  /** The writer's own phrases, which win over the lexicon. */
  readonly phrases?: readonly Phrase[];
}

/** Checks a draft; findings come in the order of the text. Never throws: any text is a draft. */
export function checkDraft(text: string, fileName: string, { lexicon, phrases = [] }: DraftKnowledge): Finding[] {
  const places = new LinePlaces(text);
  const prose = proseOf(text);
  const issues = [
    ...checkWording(prose, lexicon, phrases),
    ...checkMembers(prose, lexicon),
    ...checkOrder(prose, lexicon),
    ...checkNearForms(prose, lexicon),
    ...checkNumberNames(prose, lexicon),
    ...checkTitles(prose, lexicon),
    ...checkQuotes(prose, lexicon),
    ...checkSlips(prose),
    ...checkPlaceholders(prose),
    ...checkPairs(prose),
    ...checkPunctuation(prose, text),
    ...checkRepetition(prose),
    ...checkNumbering(prose),
    ...checkCounts(prose),
    ...checkShares(prose),
    ...checkDates(prose),
    ...checkHeads(prose),
    ...checkLength(prose),
  ];
  const said = issues.filter(({ code }) => wording.has(code));
  const kept = issues.filter((issue) => !isSaidBy(said, issue));
  kept.sort((left, right) => left.start - right.start || left.end - right.end);
  return kept.map(({ code, message, severity, start, end, fixes }) => {
    const range = places.range(start, end);
    return {
      file: fileName,
      code,
      message,
      severity,
      ...range,
      fixes: fixes.map(({ title, newText }) => ({ title, edits: [{ ...range, newText }] })),
    };
  });
}

/** Codes of wording as a whole, whose fix puts the marks and letters in it right as well. */
const wording: ReadonlySet<string> = new Set(['wrong-form', 'superseded', 'phrase-book', 'members']);

/** Whether a slip lies within wording that is found itself: one slip is one finding. */
function isSaidBy(said: readonly DraftIssue[], issue: DraftIssue): boolean {
  return !wording.has(issue.code) && said.some((other) => other.start <= issue.start && issue.end <= other.end);
}
