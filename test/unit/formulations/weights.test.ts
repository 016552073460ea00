import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Formulation } from '../../../src/core/contracts.ts';
import { compileLexicon, minedEntry } from '../../../src/core/formulations/compileLexicon.ts';
import { rankCandidates } from '../../../src/core/formulations/complete.ts';
import type { CompletionRequest } from '../../../src/core/formulations/complete.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import type { LexiconEntry } from '../../../src/core/formulations/lexiconEntry.ts';
import { weights } from '../../../src/core/formulations/weights.ts';
import { formulation } from './smallLexicon.ts';

/** What a weight moves: with it `expected` stands first, without it (zero, or the value named) something else does. */
interface Case {
  readonly weight: keyof typeof weights;
  readonly entries: readonly LexiconEntry[];
  readonly request: CompletionRequest;
  readonly expected: string;
  readonly without?: number;
}

const until = '2026-02-28';

function curated(text: string, more: Partial<Formulation> = {}): LexiconEntry {
  const [entry] = compileLexicon({ formulations: [formulation(text, text, more)], evidence: null }).entries;
  assert.ok(entry);
  return entry;
}

function seen(entry: LexiconEntry, count: number, lastSeen = until): LexiconEntry {
  return { ...entry, evidence: { lastSeen, until, byYear: { [lastSeen.slice(0, 4)]: { count, days: 365 } } } };
}

function mined(text: string, documents: number): LexiconEntry {
  return minedEntry({ text, documents });
}

function placed(text: string, left: LexiconEntry['left'] = {}): LexiconEntry {
  return { ...mined(text, 8), left };
}

function phrase(text: string): LexiconEntry {
  return { id: text, text, category: '我的常用语', origin: 'phrasebook' };
}

const chained: readonly LexiconEntry[] = [
  { ...curated('增强本领'), next: [{ id: '甘于奉献', separator: '、', share: 0.9 }, { id: '乐于助人', separator: '、', share: 0.1 }] },
  curated('甘于奉献'),
  curated('乐于助人'),
];

const cases: readonly Case[] = [
  { weight: 'typed', entries: [curated('展现新担当'), curated('开拓进取展现新作为')], request: { before: '开拓进取展现新' }, expected: '开拓进取展现新作为', without: -1 },
  // Without a cap, a long overlap outdoes everything; with one, what both share in full is decided by the rest.
  {
    weight: 'typedCap',
    entries: [mined(`${'天地玄黄宇宙洪荒'.repeat(4)}甲乙丙丁戊己庚辛辰巳`, 2), phrase('甲乙丙丁戊己庚辛午未')],
    request: { before: `${'天地玄黄宇宙洪荒'.repeat(4)}甲乙丙丁戊己庚辛` },
    expected: '甲乙丙丁戊己庚辛午未',
    without: 60,
  },
  { weight: 'fromStart', entries: [curated('不忘初心、牢记使命感'), curated('牢记使命去')], request: { before: '牢记使' }, expected: '牢记使命去', without: -1 },
  {
    weight: 'atBoundary',
    entries: [curated('创新文化建设高地和强大文化辐射力'), curated('文化建设、科技创新文化建设高地')],
    request: { before: '繁荣，创新文化建设' },
    expected: '创新文化建设高地和强大文化辐射力',
    without: -9,
  },
  { weight: 'chain', entries: chained, request: { before: '增强本领、' }, expected: '甘于奉献' },
  { weight: 'curated', entries: [mined('推动共同发展', 8), curated('推动共同富裕')], request: { before: '推动共' }, expected: '推动共同富裕' },
  { weight: 'phrasebook', entries: [seen(curated('推动共同富裕'), 900), phrase('推动共建共享')], request: { before: '推动共' }, expected: '推动共建共享' },
  { weight: 'frequency', entries: [seen(curated('推动共同发展'), 2), seen(curated('推动共同富裕'), 500)], request: { before: '推动共' }, expected: '推动共同富裕', without: -0.1 },
  {
    weight: 'stale',
    entries: [seen(curated('推动共同发展'), 500, '2023-05-01'), seen(curated('推动共同富裕'), 500)],
    request: { before: '推动共' },
    expected: '推动共同富裕',
    without: 9,
  },
  {
    weight: 'outOfTime',
    entries: [curated('“十三五”时期成就', { valid: { until: '2020' } }), curated('“十三五”规划成就')],
    request: { before: '十三五', context: { today: '2026-03-01' } },
    expected: '“十三五”规划成就',
  },
  {
    weight: 'history',
    entries: [curated('推动共同发展'), curated('推动共同富裕')],
    request: { before: '推动共', context: { uses: (text) => (text === '推动共同富裕' ? 3 : 0) } },
    expected: '推动共同富裕',
    without: -1,
  },
  {
    weight: 'topic',
    entries: [curated('加强国际合作'), curated('加强科技创新')],
    request: { before: '加强', context: { headings: ['二、以科技创新引领发展'] } },
    expected: '加强科技创新',
    without: -1,
  },
  {
    weight: 'wholeForm',
    entries: [curated('两个先行示范引领'), curated('奋力推进“两个先行”走在前列', { aliases: ['两个先行'] })],
    request: { before: '两个先行' },
    expected: '奋力推进“两个先行”走在前列',
    without: -3,
  },
  {
    weight: 'progress',
    entries: [curated('携手走上共富之路', { aliases: ['推动共同富裕起来'] }), curated('携手走上致富之路', { aliases: ['推动共富'] })],
    request: { before: '推动共' },
    expected: '携手走上致富之路',
  },
  { weight: 'furtherClause', entries: [curated('推动共富、共建、共享'), curated('推动共进步一起大发展')], request: { before: '推动共' }, expected: '推动共进步一起大发展', without: 1 },
  {
    weight: 'swallowed',
    entries: [mined('王某某、李某某', 400), mined('王某某、李某某、张某某', 300)],
    request: { before: '王某某' },
    expected: '王某某、李某某、张某某',
    without: 1,
  },
  {
    weight: 'swallowedFrom',
    entries: [mined('王某某、李某某、赵某某、钱某某', 60), mined('王某某、李某某、赵某某、钱某某、张', 45)],
    request: { before: '王某某' },
    expected: '王某某、李某某、赵某某、钱某某、张',
    without: 0.9,
  },
  {
    weight: 'place',
    entries: [placed('推动共同发展', { _: 1 }), placed('推动共同富裕', { '^': 0.9, '，': 0.1 })],
    request: { before: '推动共' },
    expected: '推动共同富裕',
    without: -1,
  },
  {
    weight: 'collocation',
    entries: [placed('推动共同发展', { _: 1 }), placed('推动共同富裕', { _: 1, 扎实: 0.8 })],
    request: { before: '我们要扎实推动共' },
    expected: '推动共同富裕',
    without: -1,
  },
  { weight: 'documents', entries: [mined('推动共同发展', 2), mined('推动共同富裕', 90)], request: { before: '推动共' }, expected: '推动共同富裕', without: -0.1 },
  {
    weight: 'lately',
    entries: [{ ...mined('推动共同发展', 9), lately: -1 }, { ...mined('推动共同富裕', 8), lately: 0.5 }],
    request: { before: '推动共' },
    expected: '推动共同富裕',
  },
  {
    weight: 'otherMark',
    entries: [...chained, curated('增强本领，敢于胜利')],
    request: { before: '增强本领，' },
    expected: '增强本领，敢于胜利',
  },
  { weight: 'gainUntil', entries: [mined('推动各地各方共富', 30), mined('推动各地各方共同走上好', 8)], request: { before: '推动各地各方共' }, expected: '推动各地各方共富', without: 99 },
  { weight: 'gain', entries: [mined('推动共富', 8), mined('推动共同走上富裕路', 8)], request: { before: '推动共' }, expected: '推动共同走上富裕路', without: -1 },
  { weight: 'smallerStep', entries: [curated('推动共富'), curated('推动共富共建共享发展')], request: { before: '推动共' }, expected: '推动共富', without: -9 },
];

test('every weight moves something', () => {
  const failures: string[] = [];
  for (const { weight, entries, request, expected, without = 0 } of cases) {
    const lexicon = new Lexicon();
    lexicon.add(entries);
    const first = (changed: number) => rankCandidates(lexicon, { ...request, weights: { ...weights, [weight]: changed } })[0]?.edit.insert;
    if (first(weights[weight]) !== expected) failures.push(`with ${weight}: ${String(first(weights[weight]))}`);
    if (first(without) === expected) failures.push(`without ${weight}: the same`);
  }
  assert.deepEqual(failures, []);
  assert.deepEqual(new Set(cases.map(({ weight }) => weight)), new Set(Object.keys(weights)));
});
