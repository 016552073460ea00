import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Formulation } from '../../../src/core/contracts.ts';
import { attest } from '../../../src/core/formulations/attest.ts';
import { differenceOf, driftAmong, type Wording } from '../../../src/core/formulations/drift.ts';
import { seenLately } from '../../../src/core/formulations/evidence.ts';
import { expressionsIn } from '../../../src/core/formulations/expressions.ts';
import { phraseScan } from '../../../src/core/formulations/phraseScan.ts';
import { dayOf, newsItems } from '../../../scripts/attest/datedTexts.ts';

const source = { title: '党的二十大报告', date: '2022-10-16', checked: 'data' } as const;
const lexicon: Formulation[] = [
  { id: 'a', text: '增强“四个意识”', category: '政治建设', status: 'current', source, next: [{ id: 'b', separator: '、' }], wrong: ['增强四个意识'] },
  { id: 'b', text: '坚定“四个自信”', category: '政治建设', status: 'current', source },
  { id: 'c', text: '锲而不舍', category: '政治建设', status: 'current', source },
];

test('counts by year, quotation marks folded, with chains and wrong forms', () => {
  const evidence = attest(lexicon, [
    { day: '2025-03-01', text: '要增强"四个意识"、坚定“四个自信”。增强四个意识。' },
    { day: '2026-01-02', text: '增强「四个意识」，坚定“四个自信”。' },
    { day: '2026-01-02', text: '无关。' },
  ]);
  const { a, b } = evidence.formulations;
  // 要增强 is in mid-run, 增强 after 。 starts a sentence; seen by few, both stay near what is usual.
  assert.ok((a?.places?.['_'] ?? 0) > 0.4 && (a?.places?.['^'] ?? 0) > (b?.places?.['^'] ?? 0));
  const figures = Object.fromEntries(Object.entries(evidence.formulations).map(([id, { lastSeen, byYear }]) => [id, { lastSeen, byYear }]));
  assert.deepEqual({ ...evidence, formulations: figures }, {
    until: '2026-01-02',
    days: { 2025: 1, 2026: 1 },
    formulations: {
      a: { lastSeen: '2026-01-02', byYear: { 2025: 1, 2026: 1 } },
      b: { lastSeen: '2026-01-02', byYear: { 2025: 1, 2026: 1 } },
    },
    links: { a: { b: { 2025: 1 } } },
    wrong: { a: { 增强四个意识: 1 } },
  });
  assert.equal(seenLately(evidence, 'a'), true);
  assert.equal(seenLately(evidence, 'c'), false);
});

test('the scan finds what a plain search finds', () => {
  const letters = fc.constantFrom('四', '个', '意', '识', '、');
  const word = fc.array(letters, { minLength: 2, maxLength: 5 }).map((all) => all.join(''));
  const text = fc.array(letters, { maxLength: 60 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (phrases, content) => {
      const found: string[] = [];
      phraseScan(phrases)(content, (phrase, start) => found.push(`${phrase}@${start}`));
      const expected: string[] = [];
      phrases.forEach((phrase, index) => {
        for (let at = content.indexOf(phrase); at >= 0; at = content.indexOf(phrase, at + 1)) expected.push(`${index}@${at}`);
      });
      assert.deepEqual(found.sort(), expected.sort());
    }),
  );
});

test('each piece of news counts once: the summary is dropped', () => {
  const transcript = [
    '# 某节目',
    '## 新闻摘要',
    '1.增强“四个意识”；',
    '## 详细新闻',
    '### 增强“四个意识”',
    '<p><strong>增强“四个</strong>意识”。</p><p>第二段&nbsp;</p>',
    '[查看原文](https://example.org/1)',
    '### 另一条',
    '正文',
  ].join('\n\n');
  const items = newsItems(transcript);
  assert.equal(items.length, 2);
  assert.match(items[0] ?? '', /^增强“四个意识”\s+增强“四个意识”。\s+第二段$/u);
  assert.deepEqual(newsItems('整篇报告。\n第二段。'), ['整篇报告。\n第二段。']);
});

test('the day is taken from the name of the file', () => {
  const cases: readonly [string, string | null][] = [
    ['20260715.md', '2026-07-15'],
    ['2026-07-15 讲话.txt', '2026-07-15'],
    ['gov-2024.txt', '2024-01-01'],
    ['congress-20.txt', null],
    ['202613.txt', null],
  ];
  for (const [name, day] of cases) assert.equal(dayOf(name), day, name);
});

test('expressions are runs of clauses that stay within a sentence', () => {
  const found = expressionsIn('要增强“四个意识”、坚定“四个自信”。做到“两个维护”，2026年');
  assert.deepEqual([...found], ['要增强“四个意识”', '要增强“四个意识”、坚定“四个自信”', '坚定“四个自信”', '做到“两个维护”']);
});

const wording = (text: string, byPeriod: Record<string, number>): Wording => ({ text, byPeriod: new Map(Object.entries(byPeriod)) });

test('a takeover is reported with the period from which it holds, a steady pair is not', () => {
  const periods = ['2023-1', '2023-2', '2024-1', '2024-2'];
  const found = driftAmong(
    [
      wording('完整、准确、全面贯彻新发展理念', { '2023-1': 9, '2023-2': 8, '2024-1': 1 }),
      wording('完整准确全面贯彻新发展理念', { '2023-2': 1, '2024-1': 7, '2024-2': 9 }),
      wording('听党话、跟党走', { '2023-1': 5, '2023-2': 5, '2024-1': 5, '2024-2': 5 }),
      wording('听党话跟党走', { '2023-1': 5, '2023-2': 5, '2024-1': 5, '2024-2': 5 }),
    ],
    periods,
  );
  assert.deepEqual(
    found.map(({ from, to, difference, since }) => [from.text, to.text, difference, since]),
    [['完整、准确、全面贯彻新发展理念', '完整准确全面贯彻新发展理念', 'punctuation', '2024-1']],
  );
});

test('how two wordings differ', () => {
  const cases: readonly [string, string, string | null][] = [
    ['完整、准确、全面贯彻新发展理念', '完整准确全面贯彻新发展理念', 'punctuation'],
    ['获得感、安全感、幸福感', '获得感、幸福感、安全感', 'order'],
    ['全面推进乡村振兴', '推进乡村全面振兴', 'order'],
    ['加快形成新质生产力', '加快发展新质生产力', 'word'],
    ['坚持稳中求进工作总基调', '推动构建人类命运共同体', null],
  ];
  for (const [one, other, difference] of cases) assert.equal(differenceOf(one, other), difference, `${one} ${other}`);
});
