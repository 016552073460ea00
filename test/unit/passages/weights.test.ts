import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BigramMeter, eachPair } from '../../../src/core/passages/bigramLikeness.ts';
import { queryOf } from '../../../src/core/passages/queryTerms.ts';
import type { DraftProfile, PassageProfile } from '../../../src/core/passages/rerank.ts';
import { likeness, rerankWeights } from '../../../src/core/passages/rerank.ts';
import { foldDuplicates, varied } from '../../../src/core/passages/variety.ts';
import { pairSegmenter } from './fixture.ts';

function weightsOf(text: string): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  eachPair(text, (pair) => weights.set(pair, 1));
  return weights;
}

const draft: DraftProfile = {
  terms: [{ term: '科普', weight: 2 }, { term: '基地', weight: 1 }],
  order: ['科普', '基地'],
  pairs: new BigramMeter(weightsOf('科普基地'), 4),
  shingles: Uint32Array.of(1, 2, 3, 4),
  letters: 100,
  occasion: '年会',
  role: 'closing',
};
const passage: PassageProfile = { text: '甲乙丙', shingles: new Uint32Array(0), letters: 1_000_000, occasion: null, role: 'body', headings: '' };

for (const [weight, change, share] of [
  ['shingles', { shingles: Uint32Array.of(1, 2) }, 0.5],
  ['order', { text: '科-普科普、基地'.slice(3) }, 1],
  ['length', { letters: 50 }, 0.5],
  ['occasion', { occasion: '年会' }, 1],
  ['role', { role: 'closing' as const }, 1],
  ['heading', { headings: '科普工作' }, 2 / 3],
] as const) {
  test(`the weight of ${weight} moves the second stage`, () => {
    const without = weight === 'order' ? { ...draft, pairs: new BigramMeter(new Map(), 4) } : draft;
    const gained = likeness(without, { ...passage, ...change }) - likeness(without, passage);
    assert.ok(Math.abs(gained - rerankWeights[weight] * share) < 1e-3, String(gained));
  });
}

test('pairs of characters find what shares no whole term', () => {
  const meter = new BigramMeter(weightsOf('科技工作者之家'), 7);
  assert.ok(meter.likeness('科技人才之友') > meter.likeness('乡村道路建设'));
  assert.ok(meter.likeness('科技工作者之家') > meter.likeness('科技人才之友'));
  assert.equal(meter.likeness(''), 0);
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
  const rated = (score: number, shingles: readonly number[], file: string): { score: number; shingles: Uint32Array; file: string } => ({ score, shingles: Uint32Array.from(shingles), file });
  const first = rated(1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], '甲');
  const like = rated(0.9, [1, 2, 3, 4, 5, 6, 21, 22, 23, 24], '乙');
  const other = rated(0.88, [31, 32, 33, 34, 35, 36, 37, 38, 39, 40], '丙');
  assert.deepEqual(varied(foldDuplicates([first, like, other]), 3).map((each) => each.best.file), ['甲', '丙', '乙']);
  const sameFile = rated(0.881, [51, 52, 53], '甲');
  assert.deepEqual(varied(foldDuplicates([first, sameFile, other]), 3).map((each) => each.best.file), ['甲', '丙', '甲']);
});
