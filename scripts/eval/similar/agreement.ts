import type { Grade, StoredList } from './judgedLists.ts';

export interface Agreement {
  readonly pairs: number;
  /** Share of pairs that were graded the same. */
  readonly same: number;
  /** Cohen's kappa with quadratic weights (1968): 1 is full agreement, 0 what chance would give. */
  readonly kappa: number;
}

/** Grades by the query's paragraph and the candidate's, `FILE HASH` each. */
type Grades = ReadonlyMap<string, Grade>;

const keyOf = (reference: string): string => reference.split(' ').slice(0, 2).join(' ');

export function gradesOf(lists: readonly StoredList[]): Grades {
  const grades = new Map<string, Grade>();
  for (const list of lists) {
    const grade = (references: readonly string[], value: Grade): void => {
      for (const reference of references) grades.set(`${keyOf(list.query)}\n${keyOf(reference)}`, value);
    };
    grade(list.topicAndMove, 2);
    grade(list.topic, 1);
    grade([...list.other, ...list.formulaTwins], 0);
  }
  return grades;
}

/** The same pairs read twice. */
export function readTwice(first: Grades, second: Grades): Agreement {
  return agreement([...second].flatMap(([pair, grade]) => (first.has(pair) ? [[first.get(pair) ?? 0, grade] as const] : [])));
}

/** Pairs that were judged in both directions: once this paragraph was the query, once the other. Being alike has no direction. */
export function readTurned(first: Grades, second: Grades): Agreement {
  const turned = (pair: string): string => pair.split('\n').reverse().join('\n');
  // Within one set every pair is met from both sides.
  const counted = [...second].filter(([pair]) => first.has(turned(pair)) && (first !== second || pair < turned(pair)));
  return agreement(counted.map(([pair, grade]) => [first.get(turned(pair)) ?? 0, grade]));
}

export function agreement(pairs: readonly (readonly [Grade, Grade])[]): Agreement {
  const count = pairs.length;
  const share = (side: 0 | 1, grade: number): number => pairs.filter((pair) => pair[side] === grade).length / count;
  const grades = [0, 1, 2];
  const found = pairs.reduce((sum, [left, right]) => sum + (left - right) ** 2, 0) / count;
  const expected = grades.reduce((sum, left) => sum + grades.reduce((row, right) => row + share(0, left) * share(1, right) * (left - right) ** 2, 0), 0);
  return { pairs: count, same: pairs.filter(([left, right]) => left === right).length / count, kappa: expected === 0 ? 1 : 1 - found / expected };
}
