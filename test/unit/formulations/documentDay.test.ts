import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentDay } from '../../../src/engine/mining/documentDay.ts';

const day = (text: string) => Date.parse(text) / 86_400_000;
const today = day('2026-08-22');

test("a document's day comes from its name, else from its year", () => {
  const cases: readonly (readonly [string, number | null, string | null])[] = [
    ['年会/20260715讲话.docx', null, '2026-07-15'],
    ['2024年/2025-03-05 报告.md', 2024, '2025-03-05'],
    ['在科协年会上的讲话（2025年7月9日）.doc', null, '2025-07-09'],
    ['新闻/2023/04/18.txt', null, '2023-04-18'],
    ['讲话.docx', 2023, '2023-07-01'],
    ['讲话.docx', 2026, '2026-07-01'],
    ['讲话.docx', null, null],
    ['编号120260715.docx', null, null],
    // A day that has not come is no document's.
    ['2035年12月31日展望.docx', 2035, null],
  ];
  for (const [path, year, expected] of cases) assert.equal(documentDay(path, year, today), expected === null ? null : day(expected), path);
  assert.equal(documentDay('讲话.docx', 2026, day('2026-03-01')), day('2026-03-01'));
});
