import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { joinForms } from '../../../src/core/speech/joinedForms.ts';

const forms = [/^首页|^主页$/u, /下载/u, /^(?:上|下)一[篇|页]/u, /^a|b/u, /copyright/iu, /^编辑[:：]/iu, /\|^/u];

test('patterns of one kind are one, those of a beginning apart from those of any place', () => {
  assert.equal(joinForms(forms).length, 4);
  assert.deepEqual(joinForms([]), []);
});

test('the joined patterns find the lines that the single ones find', () => {
  const joined = joinForms(forms);
  const words = fc.constantFrom('首页', '主页', '下载', '上一', '篇', '|', 'a', 'b', 'Copyright', '编辑', '：', '字');
  fc.assert(fc.property(fc.array(words, { maxLength: 5 }), (parts) => {
    const line = parts.join('');
    assert.equal(joined.some((form) => form.test(line)), forms.some((form) => form.test(line)), line);
  }));
});
