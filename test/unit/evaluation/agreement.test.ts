import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreement, gradesOf, readTurned, readTwice } from '../../../scripts/eval/similar/agreement.ts';

test('agreement: full, by chance, and worse where grades lie further apart', () => {
  assert.deepEqual(agreement([[0, 0], [1, 1], [2, 2]]), { pairs: 3, same: 1, kappa: 1 });
  assert.equal(agreement([[0, 0], [0, 2], [2, 0], [2, 2]]).kappa, 0);
  const near = agreement([[0, 0], [1, 1], [2, 2], [1, 2]]);
  const far = agreement([[0, 0], [1, 1], [2, 2], [0, 2]]);
  assert.equal(near.same, far.same);
  assert.ok(near.kappa > far.kappa);
});

const list = (query: string, judged: { two?: string[]; one?: string[]; zero?: string[] }) =>
  ({ id: query, split: 'fresh', query: `${query} 0 x`, topicAndMove: judged.two ?? [], topic: judged.one ?? [], other: judged.zero ?? [], formulaTwins: [] }) as const;

test('agreement: pairs that were read twice, and pairs that were judged in both directions', () => {
  const first = gradesOf([list('a', { two: ['b 0 开头', 'c 0 开头'], zero: ['d 0 开头'] })]);
  const again = gradesOf([list('a', { two: ['b 0 换过的开头'], one: ['c 0 开头'], zero: ['e 0 开头'] })]);
  assert.deepEqual([readTwice(first, again).pairs, readTwice(first, again).same], [2, 0.5]);
  const turned = gradesOf([list('b', { two: ['a 0 开头'] }), list('d', { zero: ['a 0 开头', 'c 0 开头'] })]);
  assert.deepEqual([readTurned(first, turned).pairs, readTurned(first, turned).same], [2, 1]);
  const own = gradesOf([list('a', { two: ['b 0 开头'] }), list('b', { one: ['a 0 开头'] })]);
  assert.equal(readTurned(own, own).pairs, 1);
});
