import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { passageSnippet } from '../../../src/core/skeletons/passageSnippet.ts';
import { initialText, parseSnippet } from '../../../src/core/skeletons/snippetSyntax.ts';

const facts = (text: string, ...words: string[]) => {
  let from = 0;
  return words.map((word) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return { start, end: from };
  });
};

test('open facts become tab stops', () => {
  for (const [text, words, expected] of [
    ['到〔年份〕年新增XX家', ['〔年份〕', 'XX'], '到${1:〔年份〕}年新增${2:XX}家$0'],
    ['〔市名〕要强，〔市名〕要富', ['〔市名〕', '〔市名〕'], '${1:〔市名〕}要强，$1要富$0'],
    ['**同志和**同志', ['**', '**'], '${1:**}同志和${2:**}同志$0'],
    ['〔市名〕〔市名〕5倍', ['〔市名〕', '〔市名〕'], '${1:〔市名〕}${1}5倍$0'],
    ['〔海外城市〕是正午，〔海外城市〕是清晨', ['〔海外城市〕', '〔海外城市〕'], '${1:〔海外城市〕}是正午，${2:〔海外城市〕}是清晨$0'],
    ['价格为$5}元\\吨', [], '价格为\\$5\\}元\\\\吨$0'],
  ] as const) {
    assert.equal(passageSnippet(text, facts(text, ...words)), expected);
  }
});

test('what is inserted is the passage, to the letter', () => {
  const character = fc.constantFrom('科', '$', '{', '}', '\\', '|', ',', '1', '〔', '〕', 'X', '*');
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 30 }), fc.array(fc.tuple(fc.nat(30), fc.nat(30))), (text, spans) => {
      const snippet = passageSnippet(text, spans.map(([start, end]) => ({ start, end })));
      return initialText(parseSnippet(snippet).nodes) === text;
    }),
  );
});
