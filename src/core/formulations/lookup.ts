import MiniSearch from 'minisearch';
import { fold } from '../text/folding.ts';
import type { LexiconEntry } from './lexiconEntry.ts';

/** Looks formulations up by words, parts and misspellings, for a picker. */
export interface FormulationLookup {
  /** Best first; without a query, nothing. */
  find(query: string, limit?: number): LexiconEntry[];
}

/**
 * Pairs of characters are the terms: 增强意识 finds 增强“四个意识”, and a query with one character wrong still shares
 * most of its pairs. Latin runs are terms of their own, so initials find entries too.
 */
export function formulationLookup(entries: readonly LexiconEntry[]): FormulationLookup {
  const search = new MiniSearch<{ id: number; text: string; short: string; category: string; pinyin: string }>({
    fields: ['text', 'short', 'category', 'pinyin'],
    tokenize: pairsOf,
    processTerm: (term) => term,
  });
  search.addAll(
    entries.map((entry, id) => ({
      id,
      text: entry.text,
      short: [...(entry.aliases ?? []), ...(entry.wrong ?? []), ...(entry.members ?? [])].join(' '),
      category: entry.category,
      pinyin: initialsOf(entry.pinyin),
    })),
  );
  return {
    find: (query, limit = 50) =>
      search
        .search(query, { boost: { text: 3, short: 2 }, prefix: (term) => /^[a-z]/u.test(term), fuzzy: (term) => (/^[a-z]{4,}$/u.test(term) ? 0.2 : false) })
        .slice(0, limit)
        .flatMap(({ id }) => entries[id as number] ?? []),
  };
}

function pairsOf(text: string): string[] {
  const found: string[] = [];
  for (const run of fold(text).match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    if (/^[a-z0-9]/u.test(run) || run.length === 1) found.push(run);
    else for (let index = 0; index + 2 <= run.length; index += 1) found.push(run.slice(index, index + 2));
  }
  return found;
}

function initialsOf(pinyin: string | undefined): string {
  return pinyin === undefined ? '' : pinyin.split(' ').map((syllable) => syllable.charAt(0)).join('');
}
