import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patiently } from '../../../src/engine/store/durable.ts';

function failing(times: number, code: string): { readonly work: () => string; readonly asked: () => number } {
  let asked = 0;
  const work = () => {
    asked += 1;
    if (asked <= times) throw Object.assign(new Error(code), { code });
    return '好';
  };
  return { work, asked: () => asked };
}

test('what another program holds open for a moment is tried again on Windows', () => {
  const { work, asked } = failing(2, 'EPERM');
  assert.equal(patiently(work, true), '好');
  assert.equal(asked(), 3);
});

test('other faults, and those that stay, are told; elsewhere nothing is tried twice', () => {
  for (const [code, windows, tries] of [
    ['ENOENT', true, 1],
    ['EPERM', false, 1],
    ['EBUSY', true, 7],
  ] as const) {
    const { work, asked } = failing(100, code);
    assert.throws(() => patiently(work, windows), { code });
    assert.equal(asked(), tries, code);
  }
});
