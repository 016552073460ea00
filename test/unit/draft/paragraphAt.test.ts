import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { paragraphAt } from '../../../src/core/draft/paragraphAt.ts';

/** The line that starts with `|` is where the cursor stands. */
function at(draft: string) {
  const lines = draft.split('\n');
  const line = lines.findIndex((text) => text.startsWith('|'));
  lines[line] = (lines[line] ?? '').slice(1);
  return paragraphAt(lines, line);
}

test('the paragraph at the cursor, with the heads above it', () => {
  const draft = '# 讲话\n\n## 一、人才\n\n### （一）引才\n\n## 二、科普\n\n|要把科普服务送到群众身边。';
  assert.deepEqual(at(draft), { text: '要把科普服务送到群众身边。', headings: ['讲话', '二、科普'], line: 8 });
});

test('a head is looked up with the paragraph below it', () => {
  assert.equal(at('|## 二、办好群众身边的科普\n\n要把服务送上门。')?.text, '二、办好群众身边的科普\n要把服务送上门。');
  assert.equal(at('|## 二、办好群众身边的科普\n\n### （一）进社区')?.text, '二、办好群众身边的科普');
});

test('marks of lists and quotations are no part of the text', () => {
  for (const mark of ['- ', '> ', '1. ', '  * ', '> - ']) {
    assert.equal(at(`|${mark}弘扬科学家精神、涵养优良学风`)?.text, '弘扬科学家精神、涵养优良学风');
  }
});

test('nothing is looked up where there is no prose', () => {
  for (const draft of [
    '|',
    '|同志们：',
    '---\n|title: 在全市科协工作会议上的讲话\n---',
    '```\n|要把科普服务送到群众身边。\n```',
    '~~~\na\n|要把科普服务送到群众身边。',
  ]) {
    assert.equal(at(draft), null, draft);
  }
});

test('any lines and any place give an answer', () => {
  const line = fc.constantFrom('', '---', '```', '# 题目', '## 一、要把科普服务送到', '要把科普服务送到群众身边。', '- 要把科普服务送到群众');
  fc.assert(
    fc.property(fc.array(line), fc.nat(20), (lines, index) => {
      const found = paragraphAt(lines, index);
      return found === null || (found.line === index && found.text.length > 0);
    }),
  );
});
