import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from '../../../scripts/eval/reading/damage.ts';
import { faultOf } from '../../../scripts/fuzz/faults.ts';
import { mutate } from '../../../scripts/fuzz/mutations.ts';
import { collectSeeds } from '../../../scripts/fuzz/seeds.ts';
import { readDocument, ReadFailure } from '../../../src/engine/readers/readDocument.ts';

// The long form is `npm run fuzz -- reading`.
test('damaged files of every format are read soundly or refused with a reason', async () => {
  const seeds = collectSeeds().filter(({ format }) => !format.startsWith('pdf'));
  for (let run = 0; run < 300; run += 1) {
    const seed = seeds[run % seeds.length];
    assert.ok(seed !== undefined);
    try {
      assert.equal(faultOf(await readDocument(mutate(seed, seeds, seeded(9_000 + run)), seed.name)), null, `run ${run}`);
    } catch (error) {
      if (!(error instanceof ReadFailure)) throw error;
      assert.match(error.message, /^[\u4e00-\u9fffA-Z].*[。；]$/u);
    }
  }
});
