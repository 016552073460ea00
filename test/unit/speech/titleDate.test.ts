import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

test('the date that a title bears', () => {
  for (const [title, date] of [
    ['简报 (20260822)', '2026-08-22'],
    ['在2025年全市科协工作会议上的讲话', '2025'],
    ['文件20261399号说明', null],
    ['关于科协工作的讲话', null],
  ] as const) {
    const text = `${title}\n\n同志们：\n要把科普服务送到群众身边，让群众听得懂、用得上。\n`;
    const { outline } = parseSpeech({ text, hints: [], layout: 'lines' }, '稿.txt');
    assert.equal(outline.articles[0]?.date ?? null, date, title);
  }
});
