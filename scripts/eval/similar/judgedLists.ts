import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { project } from '../../commands.ts';
import type { TextParagraph } from '../../texts/textFolder.ts';
import { paragraphHash } from '../../texts/textFolder.ts';

/** A list as it stands in test/gold/similar. A reference is `FILE HASH START`, START the paragraph's first characters. */
export interface StoredList {
  readonly id: string;
  readonly split: Split;
  readonly query: string;
  readonly topicAndMove: readonly string[];
  readonly topic: readonly string[];
  readonly other: readonly string[];
  readonly formulaTwins: readonly string[];
}

/** Weights may be tuned on the first only; the last were judged after all tuning, in files of their own. */
export type Split = 'tuning' | 'heldout' | 'fresh';

/** Where a query is from, or `laden` where it is full of formulations. */
export type ListKind = 'reports' | 'speeches' | 'laden' | 'news';

export type Grade = 0 | 1 | 2;

/** A query with what was judged for it; paragraphs are positions in the haystack. */
export interface JudgedList {
  readonly id: string;
  readonly kind: ListKind;
  readonly split: Split;
  readonly query: TextParagraph;
  /** 2: the same point made again; 1: the same topic, another move; 0: something else. */
  readonly grades: ReadonlyMap<number, Grade>;
  /** Share its set phrases but not its topic; they are graded 0 as well. */
  readonly twins: ReadonlySet<number>;
}

export interface LoadedLists {
  readonly lists: readonly JudgedList[];
  /** References whose paragraph has changed a little since it was judged: the start still stands. */
  readonly changed: number;
  readonly missing: number;
}

const folder = join(project, 'test', 'gold', 'similar');

export type ListName = ListKind | `fresh-${ListKind}` | 'second-reading';

/** Lists by the paragraphs among which they were judged; the names are those of their files. */
export const listNames = {
  tuned: ['reports', 'speeches', 'laden'],
  fresh: ['fresh-reports', 'fresh-speeches', 'fresh-laden'],
  freshNews: ['fresh-news'],
  /** Fresh lists that were graded a second time. */
  second: ['second-reading'],
} as const satisfies Record<string, readonly ListName[]>;

const gradeFields = ['topicAndMove', 'topic', 'other', 'formulaTwins'] as const;

/** Reads judged lists and finds their paragraphs. A list without its query, or without anything relevant, is left out. */
export function loadJudgedLists(paragraphs: readonly TextParagraph[], names: readonly ListName[] = listNames.tuned): LoadedLists {
  const find = finder(paragraphs);
  const lists: JudgedList[] = [];
  let changed = 0;
  let missing = 0;
  const place = (reference: string): number | null => {
    const found = find(reference);
    if (found === null) missing += 1;
    else if (found.changed) changed += 1;
    return found?.place ?? null;
  };
  for (const name of names) {
    for (const stored of readLists(name)) {
      const queryPlace = place(stored.query);
      const query = queryPlace === null ? undefined : paragraphs[queryPlace];
      if (query === undefined) continue;
      const grades = new Map<number, Grade>();
      const grade = (references: readonly string[], value: Grade): number[] => {
        const places = references.map(place).filter((each) => each !== null);
        for (const each of places) grades.set(each, value);
        return places;
      };
      grade(stored.topicAndMove, 2);
      grade(stored.topic, 1);
      grade(stored.other, 0);
      const twins = new Set(grade(stored.formulaTwins, 0));
      if (![...grades.values()].some((value) => value > 0)) continue;
      lists.push({ id: stored.id, kind: name.replace('fresh-', '') as ListKind, split: stored.split, query, grades, twins });
    }
  }
  return { lists, changed, missing };
}

export function readLists(name: ListName): StoredList[] {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as StoredList[];
}

/** `FILE HASH START`: enough to find a paragraph again, too little to read it. */
export function referenceTo({ file, text }: TextParagraph): string {
  return `${basename(file)} ${paragraphHash(text)} ${startOf(text)}`;
}

/** Ten characters, behind the words with which every piece of news begins. */
function startOf(text: string): string {
  return text.replace(/\s/gu, '').replace(/^央视网消息（新闻联播）：/u, '').slice(0, 10);
}

function finder(paragraphs: readonly TextParagraph[]): (reference: string) => { place: number; changed: boolean } | null {
  const byHash = new Map<string, number>();
  const byStart = new Map<string, number>();
  paragraphs.forEach(({ file, text }, place) => {
    const name = basename(file);
    byHash.set(`${name} ${paragraphHash(text)}`, place);
    byStart.set(`${name} ${startOf(text)}`, place);
  });
  return (reference) => {
    const [file = '', hash = '', start = ''] = reference.split(' ');
    const exact = byHash.get(`${file} ${hash}`);
    if (exact !== undefined) return { place: exact, changed: false };
    const near = byStart.get(`${file} ${start}`);
    return near === undefined ? null : { place: near, changed: true };
  };
}

/**
 * Writes the lists anew with the hashes of the paragraphs as they stand now, and without references whose paragraph is
 * gone. A paragraph that says something else than when it was judged must be taken out by hand: read what is returned.
 */
export function repinLists(paragraphs: readonly TextParagraph[], names: readonly ListName[]): { readonly changed: string[]; readonly gone: string[] } {
  const find = finder(paragraphs);
  const changed: string[] = [];
  const gone: string[] = [];
  const pinned = (reference: string): string | null => {
    const found = find(reference);
    const paragraph = found === null ? undefined : paragraphs[found.place];
    if (found === null || paragraph === undefined) {
      gone.push(reference);
      return null;
    }
    if (!found.changed) return reference;
    changed.push(`${reference}\n  ${paragraph.text}`);
    const [file = '', , start = ''] = reference.split(' ');
    return `${file} ${paragraphHash(paragraph.text)} ${start}`;
  };
  for (const name of names) {
    const kept = readLists(name).flatMap((list) => {
      const query = pinned(list.query);
      if (query === null) return [];
      const seen = new Set([query]);
      const grades = gradeFields.map((field) => {
        const references = list[field].map(pinned).filter((each) => each !== null && !seen.has(each) && seen.add(each).size > 0);
        return [field, references] as const;
      });
      return [{ id: list.id, split: list.split, query, ...Object.fromEntries(grades) }];
    });
    writeFileSync(join(folder, `${name}.json`), `[\n${kept.map((list) => `  ${JSON.stringify(list)}`).join(',\n')}\n]\n`);
  }
  return { changed, gone };
}
