import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../../src/core/text/folding.ts';
import { countHan } from '../../../src/core/text/han.ts';

test('quotes, brackets and full-width forms fold to one form', () => {
  for (const written of ['增强"四个', '增强“四个', '增强「四个', '增强＂四个', '增强”四个']) {
    assert.equal(fold(written), '增强"四个');
  }
  assert.equal(fold('（２０２６）ＡＩ'), '(2026)ai');
  assert.equal(fold(''), '');
});

test('folding keeps every offset', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
});

test('Han characters are counted, those outside the BMP once', () => {
  for (const [text, count] of [['', 0], ['abc，。', 0], ['二〇二六年', 5], ['𠮷野家', 3], ['第1条', 2]] as const) {
    assert.equal(countHan(text), count, text);
  }
});
