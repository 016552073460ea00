import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { spanOf } from '../../../src/core/text/wordMeanings.ts';
import { loadMeanings } from '../../../src/engine/search/bundledMeanings.ts';

const bundled = readFileSync(join(import.meta.dirname, '../../../corpus/meanings.bin'));

function loaded(bytes: Uint8Array | null): ReturnType<typeof loadMeanings> {
  const folder = mkdtempSync(join(tmpdir(), 'meanings-'));
  try {
    mkdirSync(join(folder, 'corpus'));
    if (bytes !== null) writeFileSync(join(folder, 'corpus', 'meanings.bin'), bytes);
    return loadMeanings(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the bundled table is read, and knows which terms are near each other', () => {
  const meanings = loaded(bundled);
  assert.ok(meanings !== null);
  const near = (one: string, other: string): number => {
    const vectorOf = (term: string): number[] => {
      const vector = new Float32Array(meanings.dims);
      meanings.sum(spanOf(term), vector, 0);
      return [...vector];
    };
    const dot = (left: readonly number[], right: readonly number[]): number => left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
    const [first, second] = [vectorOf(one), vectorOf(other)];
    return dot(first, second) / Math.sqrt(dot(first, first) * dot(second, second));
  };
  assert.ok(near('脱贫', '贫困户') > near('脱贫', '航天') + 0.3);
  assert.ok(near('粮食', '小麦') > near('粮食', '航天') + 0.2);
});

test('without a table, or with one that is cut or another file, answers go by wording', () => {
  assert.equal(loaded(null), null);
  assert.equal(loaded(new Uint8Array(0)), null);
  assert.equal(loaded(bundled.subarray(0, bundled.length >> 1)), null);
  assert.equal(loaded(new TextEncoder().encode('不是词表'.repeat(100))), null);
});
