import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../../commands.ts';
import type { TextParagraph } from '../../texts/textFolder.ts';
import { paragraphHash } from '../../texts/textFolder.ts';

/** A list as it stands in test/gold/similar. A reference is `FILE HASH START`, START the paragraph's first characters. */
interface StoredList {
  readonly id: string;
  readonly split: 'tuning' | 'heldout';
  readonly query: string;
  readonly topicAndMove: readonly string[];
  readonly topic: readonly string[];
  readonly other: readonly string[];
  readonly formulaTwins: readonly string[];
}

export type Grade = 0 | 1 | 2;

/** A query with what was judged for it; paragraphs are positions in the haystack. */
export interface JudgedList {
  readonly id: string;
  readonly kind: string;
  readonly split: 'tuning' | 'heldout';
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

/** Reads the judged lists and finds their paragraphs. A list without its query, or without anything relevant, is left out. */
export function loadJudgedLists(paragraphs: readonly TextParagraph[]): LoadedLists {
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
  for (const file of ['reports.json', 'speeches.json', 'laden.json']) {
    for (const stored of JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoredList[]) {
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
      lists.push({ id: stored.id, kind: file.replace('.json', ''), split: stored.split, query, grades, twins });
    }
  }
  return { lists, changed, missing };
}

function finder(paragraphs: readonly TextParagraph[]): (reference: string) => { place: number; changed: boolean } | null {
  const byHash = new Map<string, number>();
  const byStart = new Map<string, number>();
  paragraphs.forEach(({ file, text }, place) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    byHash.set(`${name} ${paragraphHash(text)}`, place);
    byStart.set(`${name} ${text.replace(/\s/gu, '').slice(0, 10)}`, place);
  });
  return (reference) => {
    const [file = '', hash = '', start = ''] = reference.split(' ');
    const exact = byHash.get(`${file} ${hash}`);
    if (exact !== undefined) return { place: exact, changed: false };
    const near = byStart.get(`${file} ${start}`);
    return near === undefined ? null : { place: near, changed: true };
  };
}
