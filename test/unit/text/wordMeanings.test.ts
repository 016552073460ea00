import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantised, spanOf, WordMeanings } from '../../../src/core/text/wordMeanings.ts';

const terms = ['的', '脱贫', '贫困', '贫困人口', '科', '科普'];
const rows = [0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0.5, 0, 0, -0.5];
const table = { terms, silent: 1, dims: 4, vectors: quantised(Float32Array.from(rows)) };
const meanings = WordMeanings.read(WordMeanings.write(table));

/** The sum as a share of what one term at the beginning gives. */
function vectorOf(text: string): number[] {
  const into = new Float32Array(6);
  meanings.sum(spanOf(text), into, 2);
  assert.deepEqual([...into.subarray(0, 2)], [0, 0]);
  return [...into.subarray(2)].map((value) => Math.round((value / 63 / 4) * 100) / 100 + 0);
}

for (const [text, found] of [
  ['脱贫', ['脱贫']],
  ['贫困人口脱贫了', ['贫困人口', '脱贫']],
  ['贫困人', ['贫困']],
  ['科学，科普。', ['科', '科普']],
  ['没有了词ABC', []],
  ['𠮷𠮷贫困人口', ['贫困人口']],
  ['', []],
] as const) {
  test(`the longest terms are found: ${text}`, () => {
    assert.deepEqual(meanings.termsIn(spanOf(text)).map((number) => terms[number]), found);
  });
}

test('vectors are added up, one behind the other; terms that say nothing are passed over', () => {
  assert.deepEqual(vectorOf('贫困人口的脱贫'), [1, 0, 1, 0]);
  assert.deepEqual(vectorOf('科普和贫困'), [0.51, 1, 0, -0.49]);
  assert.deepEqual(vectorOf('科技'), [0, 0, 0, -1]);
  assert.deepEqual(vectorOf('的，的。'), [0, 0, 0, 0]);
  assert.deepEqual(vectorOf(''), [0, 0, 0, 0]);
});

test('the first terms weigh most, and what comes after many changes nothing', () => {
  const [first = 0] = vectorOf('脱贫');
  assert.equal(vectorOf(`${'科普'.repeat(8)}脱贫`)[0], Math.round(((8 * 32) / 63 + first / 2) * 100) / 100);
  assert.equal(vectorOf(`${'贫困'.repeat(24)}脱贫`)[0], first / 4);
  assert.deepEqual(vectorOf(`${'贫困'.repeat(48)}脱贫`), vectorOf('贫困'.repeat(48)));
  // The greatest number in each place of as many terms as are added up: nothing runs over.
  assert.equal(vectorOf('脱贫'.repeat(500))[0], 8 + 8 + 6);
});

test('a draft is added up as a passage is, each place by its weight', () => {
  const text = '贫困人口的脱贫，科普贫困科'.repeat(7);
  const [fast, slow, half] = [new Float32Array(4), new Float32Array(4), new Float32Array(4)];
  meanings.sum(spanOf(text), fast, 0);
  meanings.weighted(spanOf(text), () => 1, slow);
  assert.deepEqual(fast, slow);
  meanings.weighted(spanOf('脱贫，贫困'), (place) => (place === 0 ? 0.5 : 1), half);
  assert.deepEqual([...half], [126, 252, 0, 0]);
});

test('a part of a text ends where it ends', () => {
  const { units } = spanOf('贫困人口');
  assert.deepEqual(meanings.termsIn({ units, from: 0, to: 2 }).map((number) => terms[number]), ['贫困']);
});

test('what is no table is refused', () => {
  const bytes = WordMeanings.write(table);
  assert.throws(() => WordMeanings.read(bytes.subarray(0, bytes.length - 1)), RangeError);
  assert.throws(() => WordMeanings.read(new Uint8Array(8)), RangeError);
  const other = bytes.slice();
  other[0] = 0;
  assert.throws(() => WordMeanings.read(other), RangeError);
  const longer = bytes.slice();
  longer[20] = 200;
  assert.throws(() => WordMeanings.read(longer), RangeError);
  assert.throws(() => new WordMeanings({ ...table, dims: 3 }), RangeError);
});
