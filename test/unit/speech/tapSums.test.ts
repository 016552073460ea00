import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assembleKernel } from '../../../scripts/readers/writeKernel.ts';
import { TapSums, wide } from '../../../src/core/speech/tapSums.ts';
import { tapSumsKernel } from '../../../src/core/speech/tapSumsKernel.ts';

interface Layer {
  readonly rows: number;
  readonly columns: number;
  readonly places: number;
  readonly taps: number;
  readonly apart: number;
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly bias: readonly number[];
}

const numbers = (count: number): fc.Arbitrary<number[]> => fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -64, max: 64 }).map((value) => value / 8)), { minLength: count, maxLength: count });

const layers: fc.Arbitrary<Layer> = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 40 }), places: fc.integer({ min: 1, max: 12 }), taps: fc.constantFrom(1, 3, 5), apart: fc.integer({ min: 1, max: 8 }) })
  .chain((shape) => fc.record({ values: numbers(shape.rows * shape.places), weights: numbers(shape.taps * shape.rows * shape.columns), bias: numbers(shape.columns) }).map((filled) => ({ ...shape, ...filled })));

/** The sums as they are defined, one by one. */
function expected({ rows, columns, places, taps, apart, values, weights, bias }: Layer): number[][] {
  return Array.from({ length: places }, (_, at) =>
    bias.map((start, column) => {
      let sum = start;
      for (let tap = 0; tap < taps; tap += 1) {
        const seen = at + (tap - (taps - 1) / 2) * apart;
        if (seen < 0 || seen >= places) continue;
        for (let row = 0; row < rows; row += 1) sum += (values[seen * rows + row] ?? 0) * (weights[(tap * rows + row) * columns + column] ?? 0);
      }
      return sum;
    }),
  );
}

function added(sums: TapSums, { rows, columns, places, taps, apart, values, weights, bias }: Layer): number[][] {
  const matrix = sums.lay(weights, columns);
  const begin = sums.lay(bias, columns);
  sums.clear();
  const from = sums.room(values.length);
  const to = sums.room(places * wide(columns));
  sums.floats.set(values, from);
  sums.add({ from, rows, places, taps, apart, matrix, columns: wide(columns), begin, beginStep: 0, to, first: 0, last: places });
  return Array.from({ length: places }, (_, at) => [...sums.floats.subarray(to + at * wide(columns), to + at * wide(columns) + columns)]);
}

// The numbers are eighths of whole ones, so that no sum is rounded.
for (const simple of [false, true]) {
  test(`a layer's sums are those of its taps, ${simple ? 'in a loop' : 'by WebAssembly'}`, () => {
    fc.assert(fc.property(layers, (layer) => {
      assert.deepEqual(added(new TapSums(layer.taps * layer.rows, simple), layer), expected(layer));
    }));
  });
}

for (const simple of [false, true]) {
  test(`what was laid stays when more room is taken than there was, ${simple ? 'in a loop' : 'by WebAssembly'}`, () => {
    const sums = new TapSums(1, simple);
    const matrix = sums.lay([2, 3], 2);
    for (const places of [10, 100_000, 10]) {
      sums.clear();
      const from = sums.room(places);
      const to = sums.room(places * wide(2));
      const zeros = sums.room(wide(2));
      sums.floats.fill(0, zeros, zeros + wide(2)).fill(5, from, from + places);
      sums.add({ from, rows: 1, places, taps: 1, apart: 1, matrix, columns: wide(2), begin: zeros, beginStep: 0, to, first: places - 1, last: places });
      assert.deepEqual([...sums.floats.subarray(to + (places - 1) * wide(2)).subarray(0, 2)], [10, 15]);
    }
  });
}

test('the kernel is the one that its source says', async () => {
  assert.equal(tapSumsKernel, await assembleKernel());
});
