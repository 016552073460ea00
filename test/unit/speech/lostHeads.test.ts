import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

test('items of a list that end with semicolons are no heads with a paragraph glued to them', () => {
  const items = ['扩大开放的政策一项一项落到企业车间和田间地头让办事的人少跑一趟路', '把闲下来的厂房改成孩子们放学以后能去的实验室和图书角供全城使用', '请老师傅带着年轻人把几十年攒下的手艺一样一样写成能照着做的册子'];
  const text = ['通知如下：', ...items.map((item, index) => `${String(index + 1)}.${item}${index === 2 ? '。' : '；'}`)].join('\n');
  const { outline } = parseSpeech({ text, hints: [], layout: 'lines' }, '通知.txt', {});
  const article = outline.articles[0];
  const heads = article?.sections.map(({ heading }) => heading) ?? [];
  const whole = [...heads, ...(article?.paragraphs ?? []).map((paragraph) => paragraph.text)];
  for (const item of items) assert.ok(whole.some((each) => each.includes(item)), item);
});
