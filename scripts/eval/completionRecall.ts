import { rankCandidates } from '../../src/core/formulations/complete.ts';
import type { RankedCandidate } from '../../src/core/formulations/complete.ts';
import type { Lexicon } from '../../src/core/formulations/lexicon.ts';
import { matchKeyOf } from '../../src/core/formulations/matchKey.ts';
import { syllablesOf } from '../lexicon/pinyin.ts';
import type { Place, RecurringPhrase } from './recurringPhrases.ts';

/** Shares (0–1) of places where a right candidate stood first, and among the first five. */
export interface Recall {
  readonly places: number;
  readonly first: number;
  readonly firstFive: number;
}

export type Query = 'han2' | 'han3' | 'initials3' | 'initials4' | 'next';

export const queries: readonly Query[] = ['han2', 'han3', 'initials3', 'initials4', 'next'];

/** Whether the phrase can come out of the lexicon whole, from one of its beginnings. */
export function isKnown(lexicon: Lexicon, text: string): boolean {
  const { key } = matchKeyOf(text);
  return lexicon.beginningsAt(key, 0).some(({ form, offset }) => form.kind === 'text' && form.keyed.key.startsWith(key, offset));
}

/** Whether two neighbouring clauses are known to follow each other: as a link, or inside one entry. */
function isKnownLink(lexicon: Lexicon, one: string, two: string): boolean {
  if (isKnown(lexicon, one + two)) return true;
  const index = lexicon.indexOfText(one);
  const next = index === undefined ? [] : (lexicon.entryAt(index).next ?? []);
  return next.some(({ id }) => lexicon.entryAt(lexicon.indexOf(id) ?? 0).text.startsWith(two));
}

export interface RecallTable {
  readonly all: Readonly<Record<Query, Recall>>;
  readonly known: Readonly<Record<Query, Recall>>;
  readonly knownPhrases: number;
}

/** Measures each query at the phrases' places, with the real text before them and nothing after the cursor. */
export function recallOf(lexicon: Lexicon, phrases: readonly RecurringPhrase[]): RecallTable {
  const all = counters();
  const known = counters();
  let knownPhrases = 0;
  for (const phrase of phrases) {
    const whole = isKnown(lexicon, phrase.text);
    if (whole) knownPhrases += 1;
    for (const place of phrase.places) {
      for (const query of queries) {
        for (const { before, least, isKnown: has } of requestsOf(lexicon, phrase.text, { place, query, whole })) {
          const rank = rankCandidates(lexicon, { before, limit: 5 }).findIndex((found) => isRight(found, { before, place, least }));
          note(all[query], rank);
          if (has) note(known[query], rank);
        }
      }
    }
  }
  return { all: sharesOf(all), known: sharesOf(known), knownPhrases };
}

/** What is known and does not come among the first five after three characters: the phrase, what was typed, what came. */
export function missesOf(lexicon: Lexicon, phrases: readonly RecurringPhrase[]): string[] {
  const misses = new Set<string>();
  for (const { text, places } of phrases) {
    if (!isKnown(lexicon, text)) continue;
    for (const place of places) {
      for (const { before, least } of requestsOf(lexicon, text, { place, query: 'han3', whole: true })) {
        const found = rankCandidates(lexicon, { before, limit: 5 });
        if (found.some((candidate) => isRight(candidate, { before, place, least }))) continue;
        misses.add(`${text}\t…${before.slice(-15)}|\t${found.map(({ edit }) => edit.insert).join(' / ')}`);
      }
    }
  }
  return [...misses];
}

interface QueryRequest {
  readonly before: string;
  /** Offset in the paragraph that a right candidate reaches at least. */
  readonly least: number;
  readonly isKnown: boolean;
}

export function* requestsOf(
  lexicon: Lexicon,
  phrase: string,
  { place, query, whole }: { place: Place; query: Query; whole: boolean },
): Generator<QueryRequest> {
  const left = place.paragraph.slice(0, place.start);
  const end = place.start + phrase.length;
  const { key, at } = matchKeyOf(phrase);
  if (query === 'han2' || query === 'han3') {
    const typed = query === 'han2' ? 2 : 3;
    yield { before: left + phrase.slice(0, (at[typed - 1] ?? 0) + 1), least: end, isKnown: whole };
  } else if (query === 'initials3' || query === 'initials4') {
    const typed = query === 'initials3' ? 3 : 4;
    const initials = syllablesOf(phrase).slice(0, typed).map((syllable) => syllable.charAt(0)).join('');
    yield { before: left + initials, least: end, isKnown: whole };
  } else {
    // At each place inside the phrase where one clause has ended, its separator typed and nothing of the next.
    const clauses = [...phrase.matchAll(/[^，、；：]+[，、；：]?/gu)];
    for (let index = 1; index < clauses.length; index += 1) {
      const from = clauses[index]?.index ?? key.length;
      const one = (clauses[index - 1]?.[0] ?? '').replace(/[，、；：]$/u, '');
      const two = (clauses[index]?.[0] ?? '').replace(/[，、；：]$/u, '');
      yield { before: left + phrase.slice(0, from), least: place.start + from + two.length, isKnown: isKnownLink(lexicon, one, two) };
    }
  }
}

/** Right is what gives the very text that the writer wrote, at least as far as the phrase or the next clause goes. */
function isRight({ edit }: RankedCandidate, { before, place, least }: { before: string; place: Place; least: number }): boolean {
  const result = before.slice(0, before.length - edit.replace) + edit.insert;
  return result.length >= least && place.paragraph.startsWith(result);
}

interface Counter {
  places: number;
  first: number;
  firstFive: number;
}

function counters(): Record<Query, Counter> {
  const make = (): Counter => ({ places: 0, first: 0, firstFive: 0 });
  return { han2: make(), han3: make(), initials3: make(), initials4: make(), next: make() };
}

function note(counter: Counter, rank: number): void {
  counter.places += 1;
  if (rank === 0) counter.first += 1;
  if (rank >= 0) counter.firstFive += 1;
}

function sharesOf(counted: Record<Query, Counter>): Record<Query, Recall> {
  const share = ({ places, first, firstFive }: Counter): Recall => ({
    places,
    first: places === 0 ? 0 : first / places,
    firstFive: places === 0 ? 0 : firstFive / places,
  });
  return {
    han2: share(counted.han2),
    han3: share(counted.han3),
    initials3: share(counted.initials3),
    initials4: share(counted.initials4),
    next: share(counted.next),
  };
}
