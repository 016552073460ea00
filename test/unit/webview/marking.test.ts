import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markTerms } from '../../../src/webview/marking.ts';

const shown = (text: string, terms: readonly string[]) =>
  markTerms(text, terms)
    .map((stretch) => (stretch.marked ? `[${stretch.text}]` : stretch.text))
    .join('');

test('terms are marked wherever they stand', () => {
  for (const [text, terms, expected] of [
    ['科技创新是关键', ['科技', '科技创新'], '[科技创新]是关键'],
    ['人才强、科技强', ['人才', '科技'], '[人才]强、[科技]强'],
    ['的的确确', ['的'], '的的确确'],
    ['', ['科技'], ''],
    ['哈哈哈', ['哈哈'], '[哈哈哈]'],
  ] as const) {
    assert.equal(shown(text, terms), expected);
  }
});

test('no character is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('科', '技', '人', '，') }), fc.array(fc.constantFrom('科技', '人科', '，')), (text, terms) =>
      markTerms(text, terms).map((stretch) => stretch.text).join('') === text,
    ),
  );
});
