import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberLines } from '../../../src/core/speech/lineMemory.ts';

test('a line is told once while it is remembered', () => {
  let asked = 0;
  const length = rememberLines((line) => ((asked += 1), line.length));
  for (let turn = 0; turn < 3; turn += 1) for (const line of ['', '首页', '上一篇：通知']) assert.equal(length(line), line.length);
  assert.equal(asked, 3);
});

test('lines that share a place, and more lines than there are places, are told right', () => {
  const isEven = rememberLines((line) => Number(/\d+/u.exec(line)?.[0]) % 2 === 0);
  // Alike in length, beginning, middle and end.
  const alike = (number: number): string => `关于${String(10 + (number % 90))}项工作的通知`;
  for (let turn = 0; turn < 2; turn += 1) {
    for (let number = 0; number < 90; number += 1) assert.equal(isEven(alike(number)), number % 2 === 0);
    for (let number = 0; number < 9000; number += 1) assert.equal(isEven(`第${String(number)}号文件`), number % 2 === 0);
  }
});
