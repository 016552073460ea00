// Counts formulations, their wrong forms and their chains in dated public text.

import type { Formulation } from '../contracts.ts';
import { fold } from '../text/folding.ts';
import type { EvidenceFile, Sightings } from './evidence.ts';
import { leftContextAt } from './leftContext.ts';
import { LeftCounter } from './leftCounter.ts';
import { phraseScan } from './phraseScan.ts';

/** One piece of news or one report: what is counted once. */
export interface DatedText {
  /** YYYY-MM-DD; of a text known by its year alone, the first day of that year, so that it never looks newer than it is. */
  readonly day: string;
  readonly text: string;
}

type Target =
  | { readonly kind: 'text'; readonly id: string }
  | { readonly kind: 'link'; readonly id: string; readonly next: string }
  | { readonly kind: 'wrong'; readonly id: string; readonly form: string };

/**
 * Every occurrence counts, also one inside a longer formulation: 增强“四个意识” is seen wherever the whole chain is.
 * Quotation marks and width are folded (see text/folding.ts); everything else must be exact.
 */
export function attest(formulations: readonly Formulation[], texts: Iterable<DatedText>): EvidenceFile {
  const targets = targetsOf(formulations);
  const phrases = [...targets.keys()];
  const scan = phraseScan(phrases);
  const counts = phrases.map(() => ({ byYear: new Map<string, number>(), last: '', left: new LeftCounter() }));
  const days = new Map<string, Set<string>>();
  let until = '';
  for (const { day, text } of texts) {
    const year = day.slice(0, 4);
    if (day > until) until = day;
    setIn(days, year).add(day);
    const folded = fold(text);
    scan(folded, (phrase, start) => {
      const seen = counts[phrase];
      if (!seen) return;
      seen.byYear.set(year, (seen.byYear.get(year) ?? 0) + 1);
      if (day > seen.last) seen.last = day;
      // A piece of news has its paragraphs line by line.
      const line = folded.lastIndexOf('\n', start - 1) + 1;
      seen.left.count(leftContextAt(folded.slice(Math.max(line, start - 16), start), Math.min(start - line, 16)));
    });
  }

  const found: {
    formulations: Record<string, Sightings>;
    links: Record<string, Record<string, Record<string, number>>>;
    wrong: Record<string, Record<string, number>>;
  } = { formulations: {}, links: {}, wrong: {} };
  phrases.forEach((phrase, index) => {
    const seen = counts[index];
    if (!seen || seen.last === '') return;
    const byYear = Object.fromEntries([...seen.byYear].sort());
    for (const target of targets.get(phrase) ?? []) {
      if (target.kind === 'text') found.formulations[target.id] = { lastSeen: seen.last, byYear, places: seen.left.places() };
      else if (target.kind === 'link') (found.links[target.id] ??= {})[target.next] = byYear;
      else (found.wrong[target.id] ??= {})[target.form] = total(byYear);
    }
  });
  return {
    until,
    days: Object.fromEntries([...days].map(([year, set]): [string, number] => [year, set.size]).sort()),
    formulations: sortedByKey(found.formulations),
    links: sortedByKey(found.links),
    wrong: sortedByKey(found.wrong),
  };
}

/** What is looked for, by its folded wording; one wording may serve several formulations. */
function targetsOf(formulations: readonly Formulation[]): Map<string, Target[]> {
  const targets = new Map<string, Target[]>();
  const add = (wording: string, target: Target): void => {
    const key = fold(wording);
    const list = targets.get(key);
    if (list) list.push(target);
    else targets.set(key, [target]);
  };
  const textById = new Map(formulations.map(({ id, text }) => [id, text]));
  for (const { id, text, next, wrong } of formulations) {
    add(text, { kind: 'text', id });
    for (const form of wrong ?? []) add(form, { kind: 'wrong', id, form });
    for (const link of next ?? []) {
      const following = textById.get(link.id);
      if (following !== undefined) add(text + link.separator + following, { kind: 'link', id, next: link.id });
    }
  }
  return targets;
}

function total(byYear: Readonly<Record<string, number>>): number {
  return Object.values(byYear).reduce((sum, count) => sum + count, 0);
}

function setIn(map: Map<string, Set<string>>, key: string): Set<string> {
  const existing = map.get(key);
  if (existing) return existing;
  const created = new Set<string>();
  map.set(key, created);
  return created;
}

function sortedByKey<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
