import type { Lexicon } from '../formulations/lexicon.ts';
import type { DraftIssue } from './draftIssue.ts';

/** Parts of a row that are worth comparing: fewer may stand either way, shorter ones mean other things. */
const fewest = { parts: 3, letters: 4 };

/** How much longer than the row itself the stretch may be in which all its parts stand. */
const slack = 3;

/** The parts of a set row one after another, but not in their order: 坚定“四个自信”、增强“四个意识”、做到“两个维护”. */
export function checkOrder(prose: string, lexicon: Lexicon): DraftIssue[] {
  const issues: DraftIssue[] = [];
  const rows = rowsOf(lexicon);
  let offset = 0;
  for (const line of prose.split('\n')) {
    for (const { text, parts } of rows) {
      const places = parts.map((part) => line.indexOf(part));
      if (places.some((place) => place < 0) || isSorted(places)) continue;
      const start = Math.min(...places);
      const end = Math.max(...places.map((place, index) => place + (parts[index]?.length ?? 0)));
      // One sentence, and nothing to speak of between the parts.
      if (end - start > text.length + slack || line.slice(start, end).includes('。')) continue;
      if (issues.some((issue) => issue.start <= offset + start && offset + end <= issue.end)) continue;
      const fixes = [{ title: `改为“${text}”`, newText: text }];
      issues.push({ code: 'members', message: `这几项的次序应为“${text}”。`, severity: 'information', start: offset + start, end: offset + end, fixes });
    }
    offset += line.length + 1;
  }
  return issues;
}

interface Row {
  readonly text: string;
  readonly parts: readonly string[];
}

const known = new WeakMap<Lexicon, { readonly size: number; readonly rows: readonly Row[] }>();

/** Rows of which no other order is right as well. */
function rowsOf(lexicon: Lexicon): readonly Row[] {
  const read = known.get(lexicon);
  if (read?.size === lexicon.entries.length) return read.rows;
  const rows = lexicon.entries
    .filter(({ origin, superseded, coexistsWith }) => origin === 'curated' && superseded === undefined && coexistsWith === undefined)
    .map(({ text }) => ({ text, parts: text.split(/[、，；]/u) }))
    .filter(({ parts }) => parts.length >= fewest.parts && parts.every((part) => part.length >= fewest.letters));
  const sets = new Map<string, number>();
  for (const { parts } of rows) {
    const set = [...parts].sort().join('|');
    sets.set(set, (sets.get(set) ?? 0) + 1);
  }
  const rowsOnce = rows.filter(({ parts }) => sets.get([...parts].sort().join('|')) === 1);
  known.set(lexicon, { size: lexicon.entries.length, rows: rowsOnce });
  return rowsOnce;
}

function isSorted(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
}
