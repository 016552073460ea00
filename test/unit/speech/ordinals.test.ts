import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opensOrdinal, readOrdinal } from '../../../src/core/speech/ordinals.ts';

for (const [text, family, number, length] of [
  ['第一部分 总体要求', 'part', 1, 5],
  ['第２章 职责', 'part', 2, 4],
  ['第三，抓落实', 'nth', 3, 3],
  ['第四步是验收', 'step', 4, 4],
  ['十二、强化保障', 'ordinal', 12, 3],
  ['第一点希望，强化保障', 'step', 1, 6],
  ['第二个建议是强化保障', 'step', 2, 6],
  ['第三页：强化保障', 'step', 3, 4],
  ['第二条，强化保障', 'step', 2, 4],
  ['第三件是强化保障', 'step', 3, 4],
  ['头一件事，强化保障', 'step', 1, 5],
  ['第一仗，强化保障', 'step', 1, 4],
  ['第二把尺子是强化保障', 'step', 2, 6],
  ['第三种底色,是强化保障', 'step', 3, 7],
  ['第四句话：强化保障', 'step', 4, 5],
  ['头一笔，强化保障', 'step', 1, 4],
  ['第二样，强化保障', 'step', 2, 4],
  ['二问：强化保障', 'item', 2, 3],
  ['三曰强化保障', 'item', 3, 2],
  ['其二，强化保障', 'item', 2, 3],
  ['叁、强化保障', 'ordinal', 3, 2],
  ['Ⅳ．强化保障', 'ordinal', 4, 2],
  ['（五）强化保障', 'bracket', 5, 3],
  ['(六)、强化保障', 'bracket', 6, 4],
  ['（7）强化保障', 'bracketDigit', 7, 3],
  ['８）强化保障', 'bracketDigit', 8, 2],
  ['9. 强化保障', 'digit', 9, 3],
  ['10．强化保障', 'digit', 10, 3],
  ['一要强化保障', 'item', 1, 2],
  ['二则强化保障', 'item', 2, 2],
  ['③ 强化保障', 'circled', 3, 2],
  ['❹ 强化保障', 'circled', 4, 2],
  ['㈤强化保障', 'bracket', 5, 1],
  ['⒍强化保障', 'digit', 6, 1],
  ['首先，强化保障', 'sequence', 1, 3],
  ['其次要强化保障', 'sequence', 2, 3],
  ['再次：强化保障', 'sequence', 3, 3],
] as const) {
  test(`${text}: ${family} ${String(number)}, at the beginning and within a text`, () => {
    for (const before of ['', '前面有一句话。']) {
      const read = readOrdinal(before + text, before.length);
      assert.deepEqual(read && { family: read.family, number: read.number, length: read.length }, { family, number, length });
      assert.ok(opensOrdinal(text.charCodeAt(0)));
    }
  });
}

test('what is no ordinal', () => {
  for (const text of ['', '强化保障', '一心一意', '一、二级市场', '3.5万人', '首要任务', '其次之', '其一生', '第二条是否有效', '第三条 县级以上', '头条新闻', '一问三不知', '二看现场', '第一次', '第一季度：强化保障', '（未完）', '2024年']) assert.equal(readOrdinal(text, 0), null, text);
  assert.equal(opensOrdinal('强'.charCodeAt(0)), false);
});
