import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { excerptStart, markTerms } from '../../../src/webview/marking.ts';

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

test('a folded text begins where the shared words stand', () => {
  const filler = '先把情况说明白，再把办法摆出来，';
  const told = '要大力弘扬科学家精神，涵养优良学风。';
  const terms = ['弘扬', '科学家精神', '优良学风'];
  const late = filler.repeat(10) + told;
  const start = excerptStart(late, terms, 40);
  assert.ok(late.slice(start, start + 40).includes(told), late.slice(start));
  assert.equal(late[start - 1], '，', 'not in the middle of a clause');
  // Where the beginning has some of them it stays: it reads better.
  for (const text of [told + filler.repeat(10), `要弘扬科学家精神，${filler.repeat(10)}${told}`, filler.repeat(10), '', told]) {
    assert.equal(excerptStart(text, terms, 40), 0, text);
  }
});
