import { countHan } from '../text/han.ts';
import type { DraftIssue } from './draftIssue.ts';
import { ordinalMarks, type OrdinalMark } from './ordinalMarks.ts';

/** Longer lines are paragraphs that open with a number. */
const longestHead = 40;

/** Fewest heads in a row that show how its heads end. */
const fewest = 3;

const bracketed = /^[ \t\u3000#*]*[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]([、，.．])/gmu;

/**
 * Small things about heads: one that alone has, or lacks, a full stop among its siblings; a pause mark after a bracketed
 * number. (Whether heads are worded alike was tried too: every fifth row of good speeches has a head of its own build.)
 */
export function checkHeads(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  for (const match of prose.matchAll(bracketed)) {
    const mark = match[1] ?? '';
    const start = match.index + match[0].length - mark.length;
    const message = '带括号的序号后面不用标点。';
    issues.push({ code: 'head-mark', message, severity: 'information', start, end: start + mark.length, fixes: [{ title: `删去“${mark}”`, newText: '' }] });
  }
  for (const row of rowsOfHeads(prose)) {
    const stopped = row.filter(({ head }) => head.endsWith('。'));
    const odd = stopped.length === 1 ? stopped[0] : stopped.length === row.length - 1 ? row.find(({ head }) => !head.endsWith('。')) : undefined;
    if (odd === undefined) continue;
    const has = stopped.length === 1;
    const end = odd.start + odd.head.length;
    const start = has ? end - 1 : Math.max(odd.start, end - 1);
    const fixes = has ? [{ title: '删去“。”', newText: '' }] : [{ title: '补上“。”', newText: `${prose.slice(start, end)}。` }];
    const message = has ? '同级小标题都没有句号，只有这一个有。' : '同级小标题都有句号，只有这一个没有。';
    issues.push({ code: 'head-mark', message, severity: 'information', start, end, fixes });
  }
  return issues;
}

interface Head {
  readonly start: number;
  readonly head: string;
}

/** Rows of at least three heads that are lines of their own and no longer than heads are. */
function rowsOfHeads(prose: string): Head[][] {
  const rows: Head[][] = [];
  const open: (Head[] | undefined)[] = [];
  for (const mark of ordinalMarks(prose)) {
    if (!mark.opensLine || !['ordinal', 'bracket', 'digit'].includes(mark.family)) continue;
    open.length = Math.min(open.length, mark.depth + 1);
    const going = mark.number === 1 ? undefined : open[mark.depth];
    const row = going ?? [];
    if (going === undefined) rows.push(row);
    open[mark.depth] = row;
    row.push(headOf(prose, mark));
  }
  return rows.filter((row) => row.length >= fewest && row.every(({ head }) => countHan(head) > 0 && countHan(head) <= longestHead && !/[。；].|[；：，]$/u.test(head)));
}

function headOf(prose: string, { at, length }: OrdinalMark): Head {
  const line = prose.indexOf('\n', at);
  return { start: at + length, head: prose.slice(at + length, line < 0 ? undefined : line).trimEnd() };
}
