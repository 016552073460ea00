import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holder } from '../../../src/core/speech/lineKinds.ts';

test('a line holds a character of a class wherever its form finds one', () => {
  const forms = [/[：:]/, /[^\S\ufeff ]/u, /[\p{C}\p{Mn}]/u, /[A-Za-z\u017f\u212a©由]/, /[（(【[]/];
  const holders = forms.map(holder);
  const lines = ['', '一、', '时间：今天', 'a\u3000b', '零\u200b宽', '〔市名〕(', '由会员分享', '各位代表！'];
  // Asked twice: what is remembered of a line is the line's own.
  for (const line of [...lines, ...lines]) forms.forEach((form, index) => assert.equal(holders[index]?.(line), form.test(line), `${String(form)} in ${line}`));
});

test('a character beyond the basic plane counts as its two halves, so that a line with one is looked at', () => {
  assert.ok(holder(/[\p{C}\p{Mn}]/u)('\u{e0101}'));
});

test('a class that is asked for by two is told as one', () => {
  const many = Array.from({ length: 100 }, () => holder(/[《》]/));
  assert.ok(many.every((holds) => holds('《意见》') && !holds('意见')));
});
