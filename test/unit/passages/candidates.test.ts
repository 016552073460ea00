import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CandidateFinder, quickSelect } from '../../../src/core/passages/candidates.ts';
import { decodeList } from '../../../src/core/passages/postings.ts';
import { impacts } from '../../../src/core/passages/ranking.ts';
import type { Segment } from '../../../src/core/passages/segment.ts';
import { segmentOf } from './fixture.ts';

const characters = [...'科普创新服务发展改革组织人才学会建设质量素质精神'];
/** Early characters are common, late ones rare, as words are. */
const character = fc.double({ min: 0, max: 0.9999, noNaN: true }).map((value) => characters[Math.floor(value * value * characters.length)] ?? '科');
const paragraph = fc.array(fc.tuple(character, character).map((pair) => pair.join('')), { minLength: 3, maxLength: 30 }).map((words) => words.join('，'));

function bruteForce(segment: Segment, terms: readonly { term: string; weight: number }[]): Map<number, number> {
  const scores = new Map<number, number>();
  for (const { term, weight } of terms) {
    const entry = segment.find(term);
    if (entry === null) continue;
    const { paragraphs, frequencies } = decodeList(segment.list(entry));
    paragraphs.forEach((each, index) => {
      const impact = impacts[((frequencies[index] ?? 0) << 8) | (segment.lengths[each] ?? 0)] ?? 0;
      scores.set(each, (scores.get(each) ?? 0) + weight * impact);
    });
  }
  return scores;
}

test('the best paragraphs are those that scoring everything finds, whatever may be answered', () => {
  const weights = fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 300, maxLength: 600 }), weights, fc.integer({ min: 1, max: 20 }), fc.boolean(), (texts, chosen, most, all) => {
      const half = Math.floor(texts.length / 3);
      const segments = [segmentOf([{ file: '一', paragraphs: texts.slice(0, half) }]), segmentOf([{ file: '二', paragraphs: texts.slice(half) }])];
      const terms = chosen.map((weight, index) => ({
        term: `${characters[(index * 5) % characters.length] ?? ''}${characters[(index * 11 + 3) % characters.length] ?? ''}`,
        weight,
      }));
      const accept = (segment: Segment): Uint8Array | null => (all ? null : Uint8Array.from(segment.lengths, (_, each) => each % 3));
      const found = new CandidateFinder().find(segments.map((segment) => ({ segment, accept: accept(segment) })), terms, most);
      const expected = segments
        .flatMap((segment) => [...bruteForce(segment, terms)].filter(([each]) => (accept(segment)?.[each] ?? 1) === 1).map(([, score]) => score))
        .sort((left, right) => right - left);
      assert.equal(found.length, Math.min(most, expected.length));
      found.forEach(({ score }, rank) => assert.ok(Math.abs(score - (expected[rank] ?? 0)) < 1e-3, `rank ${String(rank)}: ${String(score)} for ${String(expected[rank])}`));
    }),
    { numRuns: 60 },
  );
});

test('a finder that is asked again answers the same', () => {
  const segment = segmentOf([{ file: '一', paragraphs: ['科普工作，提升素质', '学会建设，服务创新', '科普创新，科普工作'] }]);
  const finder = new CandidateFinder();
  const ask = (): unknown => finder.find([{ segment, accept: null }], [{ term: '科普', weight: 2 }], 3);
  const first = ask();
  finder.find([{ segment, accept: null }], [{ term: '学会', weight: 2 }], 3);
  assert.deepEqual(ask(), first);
});

test('what may not be answered is not answered', () => {
  const segment = segmentOf([{ file: '一', paragraphs: ['科普工作', '科普活动'] }]);
  const found = new CandidateFinder().find([{ segment, accept: Uint8Array.of(0, 1) }], [{ term: '科普', weight: 1 }], 5);
  assert.deepEqual(found.map((each) => each.paragraph), [1]);
});

test('the k-th greatest value is selected', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 200 }), fc.nat(250), (values, place) => {
      const sorted = [...values].sort((left, right) => right - left);
      const rank = place + 1;
      assert.equal(quickSelect(Float32Array.from(values), rank), sorted[rank - 1] ?? 0);
    }),
  );
});
