import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
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

test('a head among heads that stand alone ends where it is as long as they are and begins as they do', () => {
  assert.deepEqual(headsOf(['一、抓实三个环节', '（一）抓实隐患排查', bodies[0] + bodies[3], '（二）抓实预案演练', bodies[1] + bodies[2], `（三）抓实物资储备编织袋、冲锋舟、照明灯，${bodies[0]}`, '二、管好渠边的人', bodies[3]]), [
    '1 一、 抓实三个环节', '2 （一） 抓实隐患排查', '2 （二） 抓实预案演练', '2 （三） 抓实物资储备', '1 二、 管好渠边的人',
  ]);
});

test('a line that a head and the beginning of its body fill goes on below', () => {
  const text = [
    '全镇灌溉工作会上的讲话', '同志们：', '一、初心是从哪里来的初心不是写在墙上的标语，是一代又一代人用脚步走出', '来的，也是一代又一代人用汗水浸出来的，弄清楚它从哪里来才能往前走。弄',
    '不清楚，走得再远也会迷路。去年有三回没有签字，账到现在还对不上，两个', '村的人见了面都不说话，这样的事今年不能再有，哪个村再有就要问到哪个村', '的头上。各村要把这件事放在心上，一家一户走到，一条一条记下，有难处的', '当场商量办法。',
  ].join('\n');
  assert.match(parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').text, /用脚步走出来的/u);
});
