import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DraftMeter, eachPair, halfWay } from '../../../src/core/passages/draftMeter.ts';
import { queryOf } from '../../../src/core/passages/queryTerms.ts';
import { headingShare, likeness, rerankWeights } from '../../../src/core/passages/rerank.ts';
import { lettersOf, sketchOf } from '../../../src/core/passages/shingles.ts';
import { foldDuplicates, varied } from '../../../src/core/passages/variety.ts';
import { pairSegmenter } from './fixture.ts';

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from(text, (unit) => unit.charCodeAt(0));
}

/** A draft of which only what is named counts. */
function meterOf(text: string, parts: { readonly pairs?: boolean; readonly order?: readonly string[]; readonly bound?: number } = {}): DraftMeter {
  const pairs = new Map<number, number>();
  if (parts.pairs === true) eachPair(text, (pair) => pairs.set(pair, 1));
  return new DraftMeter({ letters: lettersOf(text, [{ start: 0, end: parts.bound ?? 0 }]), pairs, order: parts.order ?? [] });
}

const common = { pairs: 0, shingles: 0, order: 0, letters: 1_000_000 };
const draft = { letters: 100, occasion: '年会', role: 'closing' as const };
const passage = { occasion: null, role: 'body' as const, heading: 0 };

for (const [weight, change, share] of [
  ['pairs', { pairs: 0.5 }, 0.5],
  ['shingles', { shingles: 0.5 }, 0.5],
  ['order', { order: 1 }, 1],
  ['length', { letters: 50 }, 0.5],
  ['occasion', { occasion: '年会' }, 1],
  ['role', { role: 'closing' as const }, 1],
  ['heading', { heading: 0.5 }, 0.5],
] as const) {
  test(`the weight of ${weight} moves the second stage`, () => {
    const gained = likeness(draft, { ...passage, ...change }, { ...common, ...change }) - likeness(draft, passage, common);
    assert.ok(Math.abs(gained - rerankWeights[weight] * share) < 1e-3, String(gained));
  });
}

test('headings count by the weight of the draft’s terms in them', () => {
  assert.equal(headingShare([{ term: '科普', weight: 2 }, { term: '基地', weight: 1 }], '科普工作'), 2 / 3);
  assert.equal(headingShare([], '科普工作'), 0);
});

test('the meter tells pairs, runs of three and order, however the text is written', () => {
  const measured = (meter: DraftMeter, text: string): typeof common => ({ ...meter.measure(unitsOf(text), { from: 0, to: text.length }) });
  const pairs = meterOf('科技工作者之家', { pairs: true });
  assert.ok(measured(pairs, '科技人才之友').pairs > measured(pairs, '乡村道路建设').pairs);
  assert.ok(measured(pairs, '科技工作者之家').pairs > measured(pairs, '科技人才之友').pairs);
  assert.equal(measured(pairs, '').pairs, 0);
  assert.equal(measured(meterOf('建设5g基地'), '建，设５Ｇ。基地！').shingles, 1);
  assert.equal(measured(meterOf('科普基地开放'), '科普基地').shingles, 0.5);
  // The first four letters are a formulation: the runs 科普基 and 普基地 do not count.
  assert.equal(measured(meterOf('科普基地开放', { bound: 4 }), '科普基地').shingles, 0);
  const order = meterOf('科普基地开放', { order: ['科普', '基地', '开放'] });
  assert.equal(measured(order, '科普、基地、开放').order, 1);
  assert.equal(measured(order, '开放的基地，科普').order, 0);
  assert.equal(measured(order, '基地里开放').order, 0.5);
  assert.equal(measured(order, '科-普').letters, 2);
});

test('a pair counts more the earlier it stands, in the draft and in the passage', () => {
  const { pairs } = queryOf({ text: '科普基地', formulations: [], headings: [] }, pairSegmenter, { paragraphs: 1000, count: () => 10 });
  const [first = 0, , last = 0] = pairs.values();
  assert.ok(Math.abs(last / first - halfWay / (halfWay + 2)) < 1e-9);
  const meter = meterOf('科普', { pairs: true });
  const likenessOf = (text: string): number => meter.measure(unitsOf(text), { from: 0, to: text.length }).pairs;
  assert.ok(likenessOf(`科普${'。'.repeat(halfWay)}`) > likenessOf(`${'。'.repeat(halfWay)}科普`));
  assert.ok(likenessOf(`${'。'.repeat(5000)}科普`) > 0);
});

test('a term weighs more repeated, less inside a formulation, as one character, in digits, in a heading', () => {
  const library = { paragraphs: 1000, count: () => 10 };
  const weigh = (text: string, term: string, more: object = {}): number =>
    queryOf({ text, formulations: [], headings: [], ...more }, pairSegmenter, library).terms.find((each) => each.term === term)?.weight ?? 0;
  const plain = weigh('科普，基地', '科普');
  assert.ok(weigh('科普，科普，科普', '科普') > plain);
  assert.ok(weigh('科普，基地', '科普', { formulations: [{ start: 0, end: 2 }] }) < plain);
  assert.ok(weigh('科，基地', '科') < plain);
  assert.ok(weigh('20，基地', '20') < plain);
  assert.ok(weigh('基地', '科普', { headings: ['科普'] }) < plain);
});

test('everyday terms are left out while there are others', () => {
  const library = { paragraphs: 1000, count: (term: string) => (term === '我们' ? 900 : 5) };
  const terms = queryOf({ text: '我们，科普，基地，建设，服务', formulations: [], headings: [] }, pairSegmenter, library).terms.map((each) => each.term);
  assert.ok(!terms.includes('我们'));
  assert.deepEqual(queryOf({ text: '我们', formulations: [], headings: [] }, pairSegmenter, library).terms.map((each) => each.term), ['我们']);
});

test('a second passage like the first gives way to another, and to one from another file', () => {
  const rated = (score: number, text: string, file: string) => {
    const { units } = lettersOf(text, []);
    return { score, letters: units, sketch: sketchOf(units), file };
  };
  const first = rated(1, '把科普基地建到群众身边去让孩子们动手', '甲');
  const like = rated(0.95, '把科普基地建到群众身边去使老人也能来', '乙');
  const other = rated(0.94, '学术期刊要办出特色提升国际影响力水平', '丙');
  assert.deepEqual(varied(foldDuplicates([first, like, other]), 3).map((each) => each.best.file), ['甲', '丙', '乙']);
  const sameFile = rated(0.941, '人才工作要靠前服务主动作为解决急难愁', '甲');
  assert.deepEqual(varied(foldDuplicates([first, sameFile, other]), 3).map((each) => each.best.file), ['甲', '丙', '甲']);
});
