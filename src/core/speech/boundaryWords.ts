import { closingPairs, joinedPairs, openingPairs } from './boundaryTable.ts';

function unfold(table: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const [step, list] of Object.entries(table)) {
    for (let at = 0; at + 2 <= list.length; at += 2) pairs.set(list.slice(at, at + 2), Number(step));
  }
  return pairs;
}

interface Tables {
  readonly opening: ReadonlyMap<string, number>;
  readonly closing: ReadonlyMap<string, number>;
  readonly joined: ReadonlyMap<string, number>;
}

let tables: Tables | null = null;

/** Unfolded when the first run-on text is read: most documents need none of it. */
function read(): Tables {
  tables ??= { opening: unfold(openingPairs), closing: unfold(closingPairs), joined: unfold(joinedPairs) };
  return tables;
}

/** How much likelier than elsewhere a sentence opens with the two characters at `at`: −2 to 3, 0 where unknown. */
export function opens(text: string, at: number): number {
  return read().opening.get(text.slice(at, at + 2)) ?? 0;
}

/** How much likelier than elsewhere a sentence or head closes with the two characters before `at`: −2 to 3. */
export function closes(text: string, at: number): number {
  return read().closing.get(text.slice(at - 2, at)) ?? 0;
}

/** How firmly the characters on both sides of `at` belong together: 0 to 3. */
export function joins(text: string, at: number): number {
  return read().joined.get(text.slice(at - 1, at + 1)) ?? 0;
}
