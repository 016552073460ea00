import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodies, headsOf } from './irrigationSpeech.ts';

test('a gap that all heads of a series have before their bodies stands for the break that was lost', () => {
  assert.deepEqual(headsOf([`一、渠口上要真上锁 ${bodies[0]}${bodies[3]}`, `二、账本上要真签字 ${bodies[1]}${bodies[0]}`, `三、备料上要真赶早 ${bodies[2]}${bodies[3]}`]), ['1 一、 渠口上要真上锁', '1 二、 账本上要真签字', '1 三、 备料上要真赶早']);
});

test('heads that have a gap themselves keep it', () => {
  assert.deepEqual(headsOf(['一、守渠口 护渠水', bodies[0], '二、算清账 分清人', bodies[1]]), ['1 一、 守渠口 护渠水', '1 二、 算清账 分清人']);
});

test('a gap in one of them is none', () => {
  assert.deepEqual(headsOf([`一、渠口上 要真上锁。${bodies[0]}`, `二、账本上要真签字。${bodies[1]}`]).map((head) => head.replace(/(?<=上) /u, '')), ['1 一、 渠口上要真上锁', '1 二、 账本上要真签字']);
});
