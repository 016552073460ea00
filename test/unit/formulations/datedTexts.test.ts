import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { datedTexts } from '../../../scripts/attest/datedTexts.ts';
import { surfaceForms } from '../../../scripts/attest/surfaceForms.ts';
import type { Formulation } from '../../../src/core/contracts.ts';

const folder = mkdtempSync(join(tmpdir(), 'attest-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, '报告'));
writeFileSync(join(folder, '20250301.md'), '增强“四个意识”');
writeFileSync(join(folder, '20260301.md'), '坚定“四个自信”');
writeFileSync(join(folder, '报告', 'gov-2024.txt'), '做到“两个维护”');
writeFileSync(join(folder, '报告', '无日期.txt'), '不读');
writeFileSync(join(folder, 'README.md'), '2025 不读');
writeFileSync(join(folder, '20250302.json'), '不读');

test('dated texts of a folder and its subfolders, up to a day', () => {
  const undated: string[] = [];
  const read = [...datedTexts(folder, { until: '2025-12-31', undated: (file) => undated.push(file) })];
  assert.deepEqual(read, [
    { day: '2025-03-01', text: '增强“四个意识”' },
    { day: '2024-01-01', text: '做到“两个维护”' },
  ]);
  assert.deepEqual(undated, [join(folder, '报告', '无日期.txt')]);
  assert.equal([...datedTexts(folder, { undated: () => undefined })].length, 3);
});

test('the wordings with the letters of an entry, as they stand inside a clause', () => {
  const entry = (text: string): Formulation => ({
    id: 'a',
    text,
    category: '经济与新质生产力',
    status: 'current',
    source: { title: '党的二十大报告', date: '2022-10-16', checked: 'data' },
  });
  const cases: readonly [entry: string, text: string, found: string[]][] = [
    ['完整准确全面贯彻新发展理念', '要完整、准确、全面贯彻新发展理念的要求', ['完整、准确、全面贯彻新发展理念']],
    ['坚决做到“两个维护”', '坚决做到“两个维护”。', ['坚决做到“两个维护”']],
    ['坚决做到“两个维护”', '坚决做到两个维护。', ['坚决做到两个维护']],
    ['“千村示范、万村整治”', '推进“千村示范、万村整治”工程', ['“千村示范、万村整治”']],
    ['推动高质量发展', '扎实推动。高质量发展', []],
  ];
  for (const [text, given, found] of cases) assert.deepEqual([...surfaceForms([entry(text)])(given)], found, given);
});
