import { readNumber } from '../speech/numerals.ts';
import { readOrdinal, type Ordinal, type OrdinalFamily } from '../speech/ordinals.ts';

/** A number that opens a head or a clause, where it stands in the draft. */
export interface OrdinalMark extends Ordinal {
  readonly at: number;
  /** Whether it opens a line, and not a clause within one. */
  readonly opensLine: boolean;
  /** 0 for the outermost family; a mark starts the families inside it anew. */
  readonly depth: number;
}

/** Outermost first. 一是 and 一要 count as one family: a row may go from one to the other. */
const families: readonly OrdinalFamily[] = ['part', 'ordinal', 'bracket', 'digit', 'bracketDigit', 'circled', 'step', 'nth', 'item'];

/** Families that number clauses as well as lines. */
const ofClauses: ReadonlySet<OrdinalFamily> = new Set(['nth', 'item']);

/** 二要素 and 三是多少 are no numbers of clauses. */
const noItem = /^[一二三四五六七八九十]{1,2}(?:要[素件务点求领害因旨么义]|是[否非什谁哪多]|则)/u;

const lead = /^[ \t\u3000]*(?:>[ \t]*)*(?:#{1,6}[ \t]+)?(?:[-*+][ \t]+)?(?:\*\*|__)?/u;

/** 一、三次致敬 opens a head; in running text 一、三次 could be a count. */
function headOf(line: string, at: number): Ordinal | null {
  const match = /^([一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十]{1,2}[、级类]|两个?[、级类])/u.exec(line.slice(at));
  const number = readNumber(match?.[1] ?? '');
  return match === null || number === null ? null : { family: 'ordinal', number, text: match[0], length: match[0].length };
}

/** The numbers that open lines and clauses, in the order of the draft. */
export function ordinalMarks(prose: string): OrdinalMark[] {
  const marks: OrdinalMark[] = [];
  let offset = 0;
  for (const line of prose.split('\n')) {
    const first = lead.exec(line)?.[0].length ?? 0;
    note(line, first, true);
    for (const { index } of line.matchAll(/(?<=[。；：！？;:][”’）]?)[第一二三四五六七八九十]/gu)) if (index > first) note(line, index, false);
    // Of a row that commas join only 二是 and what follows it is sure: 一是一、二是二.
    for (const { index } of line.matchAll(/(?<=，)(?:[二三四五六七八九十]是|第[二三四五六七八九十][，是])(?![一二三四五六七八九十])/gu)) if (index > first) note(line, index, false);
    offset += line.length + 1;
  }
  return marks.sort((one, other) => one.at - other.at);

  function note(line: string, at: number, opensLine: boolean): void {
    const ordinal = (opensLine ? headOf(line, at) : null) ?? readOrdinal(line, at);
    if (ordinal === null || noItem.test(line.slice(at, at + 5)) || (!opensLine && !ofClauses.has(ordinal.family))) return;
    const depth = families.indexOf(ordinal.family);
    if (depth >= 0) marks.push({ ...ordinal, at: offset + at, opensLine, depth });
  }
}
