import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meanDifference } from '../../../scripts/eval/similar/meanDifference.ts';

test('the interval holds the mean, is that of noise for noise, and is the same each time', () => {
  const sure = meanDifference(Array.from({ length: 50 }, (_, index) => 0.1 + (index % 5) * 0.01));
  assert.ok(sure.low > 0.1 && sure.low < sure.mean && sure.mean < sure.high && sure.high < 0.14);
  const noise = meanDifference(Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? 0.2 : -0.2)));
  assert.ok(noise.low < -0.03 && noise.high > 0.03);
  assert.deepEqual(meanDifference([0.1, 0.4, -0.2]), meanDifference([0.1, 0.4, -0.2]));
  assert.deepEqual(meanDifference([]), { mean: 0, low: 0, high: 0 });
});
