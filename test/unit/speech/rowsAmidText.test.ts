import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function read(lines: readonly string[]): string[] {
  return parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'a.txt').text.split('\n');
}

const body = ['渡口的老船工说，这条江他摆了四十年，今年头一回不用看天吃饭，因为大桥通了，货车半个钟头就到对岸的集市。', '桥通了，人心要通，办事的路子也要通，哪个部门还让群众多跑一趟，哪个部门就到桥头来给大家讲清楚为什么。', '年底我们再来桥上走一遍，看看当初答应的几件事，哪一件办了，哪一件没办，没办的当着群众的面说原因。'] as const;
const page = (inner: readonly string[]): string[] => ['首页 > 讲话 > 正文', '阅读：120次', '在通桥会上的讲话', '同志们：', ...inner, '谢谢大家！', '【打印】【关闭】'];

test('a row of signs and numbers that a page counts goes', () => {
  const text = read(page([body[0], '👍 12 💬 6', body[1], body[2]]));
  assert.ok(!text.some((line) => line.includes('👍')));
  for (const paragraph of body) assert.ok(text.includes(paragraph));
});

test('a programme that the text announces stays amid it, though a page stands around', () => {
  const list = ['8:30 来宾签到', '9:30 领导致辞', '10:30 代表发言', '11:30 宣布开工', '12:30 合影留念'];
  const text = read(page(['今天的安排是：', ...list, ...body]));
  for (const line of list) assert.ok(text.includes(line), line);
});
