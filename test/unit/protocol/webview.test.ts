import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isToPanel, readFromPanel } from '../../../src/protocol/webview.ts';

test('every message of the panel is read', () => {
  for (const message of [
    { type: 'ready' },
    { type: 'follow', following: true },
    { type: 'search', query: '科学家精神' },
    { type: 'restrict', restriction: { role: null, lastYears: null, source: null, occasion: '' } },
    { type: 'restrict', restriction: { role: 'closing', lastYears: 3, source: 'bundled', occasion: '座谈会' } },
    { type: 'insert', key: '3' },
    { type: 'copy', key: '3' },
    { type: 'open', key: '3' },
    { type: 'action', action: 'retry' },
    { type: 'action', action: 'unrestrict' },
  ]) {
    assert.deepEqual(readFromPanel(message), message);
  }
});

test('anything else is refused', () => {
  for (const message of [
    null,
    'ready',
    { type: 'eval', code: '1' },
    { type: 'follow', following: 'yes' },
    { type: 'search', query: '长'.repeat(2001) },
    { type: 'restrict' },
    { type: 'restrict', restriction: { role: 'king', lastYears: null, source: null, occasion: '' } },
    { type: 'restrict', restriction: { role: null, lastYears: 7, source: null, occasion: '' } },
    { type: 'restrict', restriction: { role: null, lastYears: null, source: 5, occasion: '' } },
    { type: 'restrict', restriction: { role: null, lastYears: null, source: null, occasion: '会'.repeat(61) } },
    { type: 'insert' },
    { type: 'open', key: 'k'.repeat(65) },
    { type: 'action', action: 'erase' },
  ]) {
    assert.equal(readFromPanel(message), null, JSON.stringify(message)?.slice(0, 60));
  }
});

test('no value of any shape makes the guards throw', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const read = readFromPanel(value);
      return (read === null || typeof read.type === 'string') && typeof isToPanel(value) === 'boolean';
    }),
  );
});
