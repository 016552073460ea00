import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Formulation } from '../../../src/core/contracts.ts';
import { seenLately } from '../../../src/core/formulations/evidence.ts';
import { memberCountProblem, numberAtStart } from '../../../src/core/formulations/memberCount.ts';
import { validateFormulations } from '../../../src/core/formulations/validate.ts';
import { bundledEvidence, bundledFormulations } from '../../../scripts/attest/lexiconFiles.ts';

const formulation = (id: string, text: string, rest: Partial<Formulation> = {}): Formulation => ({
  id,
  text,
  category: '政治建设',
  status: 'current',
  source: { title: '党的二十大报告', date: '2022-10-16', checked: 'data' },
  ...rest,
});

const codes = (...all: Formulation[]): string[] => validateFormulations(all).map(({ code }) => code);

test('the bundled formulations break no rule', () => {
  assert.deepEqual(validateFormulations(bundledFormulations()), []);
});

test('the evidence speaks of bundled formulations only, and of days it has read', () => {
  const evidence = bundledEvidence();
  const ids = new Set(bundledFormulations().map(({ id }) => id));
  assert.deepEqual(Object.keys(evidence.formulations).filter((id) => !ids.has(id)), []);
  assert.deepEqual(Object.keys(evidence.links).filter((id) => !ids.has(id)), []);
  for (const [id, { lastSeen, byYear }] of Object.entries(evidence.formulations)) {
    assert.ok(lastSeen <= evidence.until, `${id} 晚于 ${evidence.until}`);
    assert.deepEqual(Object.keys(byYear).filter((year) => evidence.days[year] === undefined), [], id);
  }
});

test('a current formulation was seen in the last twelve months, or names its document', () => {
  const evidence = bundledEvidence();
  const stale = bundledFormulations().filter(
    ({ id, status, valid, source }) =>
      !(typeof status === 'object' && 'supersededBy' in status) &&
      valid?.until === undefined &&
      source.title === '《新闻联播》' &&
      !seenLately(evidence, id),
  );
  assert.deepEqual(stale.map(({ text }) => text), []);
});

test('wrong forms are rarer than the right one by 50 : 1; where too little was seen to say so, the note names a rule', () => {
  const evidence = bundledEvidence();
  const common: string[] = [];
  for (const { id, wrong = [], note } of bundledFormulations()) {
    const right = Object.values(evidence.formulations[id]?.byYear ?? {}).reduce((sum, count) => sum + count, 0);
    for (const form of wrong) {
      const count = evidence.wrong[id]?.[form] ?? 0;
      const enough = right + count >= 50;
      const rare = enough ? right >= 50 * count : note !== undefined && right >= 5 * count;
      if (!rare) common.push(`${form}：${count} 比 ${right}`);
    }
  }
  assert.deepEqual(common, []);
});

const broken: readonly [name: string, code: string, given: Formulation[]][] = [
  ['an id used twice', 'duplicate-id', [formulation('a', '甲乙'), formulation('a', '丙丁')]],
  ['an id that is not a slug', 'id', [formulation('四个意识', '增强“四个意识”')]],
  ['half-width punctuation', 'half-width', [formulation('a', '增强"四个意识"')]],
  ['a half-width comma', 'half-width', [formulation('a', '不忘初心,牢记使命')]],
  ['an unclosed quotation', 'unbalanced', [formulation('a', '增强“四个意识')]],
  ['quotations closed in the wrong order', 'unbalanced', [formulation('a', '《增强“四个意识》”')]],
  ['a comma at the end', 'edge', [formulation('a', '增强“四个意识”、')]],
  ['a link that leads nowhere', 'link', [formulation('a', '增强“四个意识”', { next: [{ id: 'b', separator: '、' }] })]],
  [
    'a separator that is no punctuation',
    'link',
    [formulation('a', '增强“四个意识”', { next: [{ id: 'b', separator: '和' }] }), formulation('b', '坚定“四个自信”')],
  ],
  [
    'a chain that comes back',
    'cycle',
    [
      formulation('a', '增强“四个意识”', { next: [{ id: 'b', separator: '、' }] }),
      formulation('b', '坚定“四个自信”', { next: [{ id: 'a', separator: '、' }] }),
    ],
  ],
  [
    'five members of four',
    'members',
    [formulation('a', '增强“四个意识”', { members: ['政治意识', '大局意识', '核心意识', '看齐意识', '责任意识'] })],
  ],
  ['twins that differ in punctuation', 'twin', [formulation('a', '听党话、跟党走'), formulation('b', '听党话跟党走')]],
  ['a wrong form that stands in the right one', 'wrong', [formulation('a', '做到“两个维护”', { wrong: ['两个维护'] })]],
  [
    'a wrong form that is the right wording of another entry',
    'wrong',
    [formulation('a', '增强“四个意识”', { wrong: ['强化“四个意识”'] }), formulation('b', '不断强化“四个意识”')],
  ],
  ['a source without a date', 'source', [formulation('a', '守正创新', { source: { title: '党章', date: '', checked: 'fetched' } })]],
  ['superseded by nothing', 'status', [formulation('a', '守正创新', { status: { supersededBy: 'b', since: '2024' } })]],
];

for (const [name, code, given] of broken) {
  test(`${name} is reported`, () => assert.ok(codes(...given).includes(code), codes(...given).join(' ')));
}

test('twins may coexist, or one may have superseded the other', () => {
  const kept = formulation('a', '听党话、跟党走');
  assert.deepEqual(codes(kept, formulation('b', '听党话跟党走', { status: { coexistsWith: 'a' } })), []);
  assert.deepEqual(codes(kept, formulation('b', '听党话跟党走', { status: { supersededBy: 'a', since: '2024-03' } })), []);
});

test('numbers at the start of a name', () => {
  const cases: readonly [string, number | null][] = [
    ['四个意识', 4],
    ['两个维护', 2],
    ['十四个坚持', 14],
    ['十个明确', 10],
    ['二十大', 20],
    ['五位一体', 5],
    ['国之大者', null],
    ['十', null],
  ];
  for (const [name, number] of cases) assert.equal(numberAtStart(name), number, name);
});

test('named exceptions are not counted', () => {
  const meetings = formulation('a', '“三会一课”', { members: ['支部党员大会', '支部委员会会议', '党小组会', '党课'] });
  assert.equal(memberCountProblem(meetings), null);
});
