import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const read = (text: string): string => parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').text;

test('sentences of a text without Chinese stay; what sites say in it does not', () => {
  const text = read('Annual Report\n\nThe committee met twice this year. We repaired four roads and opened two schools.\n\nNext year we shall build a bridge across the river.\n\nWe use cookies to improve your experience on this website.\n');
  assert.match(text, /The committee met twice this year/);
  assert.match(text, /a bridge across the river/);
  assert.doesNotMatch(text, /cookies/);
});

test('a page that says something in another language around a speech in Chinese is not kept for it', () => {
  const text = read('We use cookies to improve your experience on this website.\n\n在修路会上的讲话\n\n同志们：\n\n今天请大家来，是要把东路和西路的事情定下来，一件一件讲清楚。\n\nAll rights reserved.\n');
  assert.doesNotMatch(text, /cookies|reserved/);
});

test('what a speech says in Latin letters stays, where its lines are broken as well', () => {
  const lines = ['在全市统计工作会议上的讲话', '同志们：', '今天的会议很重要，主要任务是通报去年的情况，把今年的工作一', '件一件排出来。去年全市完成投资126.5亿元，比上年增长8.3%。下', '面我讲两点，development of the national eco-', 'nomy也要提一句。', '一、数据要真', '数据是决策的依据，来不得半点虚假。'];
  const { text } = parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'a.txt');
  assert.ok(text.includes('下面我讲两点，development of the national economy也要提一句。'), text);
});
