import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodies, flatten, headsOf, outlineOf } from './irrigationSpeech.ts';

const [first, second, third, fourth] = bodies;

for (const [one, two] of [['1 看清渠里的账', '2 管好渠边的人'], ['1. 看清渠里的账', '2. 管好渠边的人'], ['一、看清渠里的账', '二、管好渠边的人'], ['第一部分 看清渠里的账', '第二部分 管好渠边的人']] as const) {
  const parse = (line: string): string => `1 ${line.replace(/^(\S+?、|\S+) ?(?=[\u4e00-\u9fff]{6}$)/u, '$1 ')}`;
  test(`decimal numbers below ${one}`, () => {
    assert.deepEqual(headsOf([one, '1.1 渠口的锁', first, '1.2 渠底的缝', second, two, '2.1 看渠的人', third, '2.2 修渠的人', fourth]), [
      parse(one), '2 1.1 渠口的锁', '2 1.2 渠底的缝', parse(two), '2 2.1 看渠的人', '2 2.2 修渠的人',
    ]);
  });
}

test('decimal numbers in one part alone, of three parts, with no space, in one line with their bodies', () => {
  assert.deepEqual(headsOf(['一、看清渠里的账', first, '二、管好渠边的人', '2.1看渠的人', second, '2.2修渠的人', third, '三、办好渠上的事', fourth]), ['1 一、 看清渠里的账', '1 二、 管好渠边的人', '2 2.1 看渠的人', '2 2.2 修渠的人', '1 三、 办好渠上的事']);
  assert.deepEqual(headsOf(['1 看清渠里的账', '1.1 渠口', '1.1.1 锁要换', first, '1.1.2 匙要分', second, '1.2 渠底', third, '2 管好渠边的人', fourth]), ['1 1 看清渠里的账', '2 1.1 渠口', '3 1.1.1 锁要换', '3 1.1.2 匙要分', '2 1.2 渠底', '1 2 管好渠边的人']);
  assert.deepEqual(headsOf(['一、看清渠里的账', `１．１ 渠口的锁。${first}`, `１．２ 渠底的缝。${second}`, '二、管好渠边的人', third]), ['1 一、 看清渠里的账', '2 １．１ 渠口的锁', '2 １．２ 渠底的缝', '1 二、 管好渠边的人']);
});

test('what stands below a decimal number is deeper, and its numbers count on', () => {
  const { articles, problems } = outlineOf(['第一部分 看清渠里的账', '1.1 渠口', '（1）锁要换', first, '（2）匙要分', second, '1.2 渠底', third, '第二部分 管好渠边的人', fourth]);
  assert.deepEqual(articles.flatMap(({ sections }) => flatten(sections)), ['1 第一部分 看清渠里的账', '2 1.1 渠口', '3 （1） 锁要换', '3 （2） 匙要分', '2 1.2 渠底', '1 第二部分 管好渠边的人']);
  assert.deepEqual(problems, []);
});

const top = ['一、看清渠里的账', first, '二、管好渠边的人', second];
for (const lines of [
  // Figures, with a space before their unit and without.
  ['2.1亿元的渠，是全镇的家底', third, '2.2亿元的路，也是全镇的家底', fourth],
  ['2.1 万亩地等着放水', third, '2.2 公里渠等着清淤', fourth],
  ['2.1个百分点是水价的账', third, '2.2个百分点是电价的账', fourth],
  // One alone, what does not count from 1, and what no head above is numbered as.
  ['2.1 渠口的锁', third],
  ['2.4 渠口的锁', third, '2.5 渠底的缝', fourth],
  ['3.1 开闸放水', third, '3.2 清淤补缝', fourth],
]) {
  test(`no decimal number: ${lines[0] ?? ''}`, () => {
    const heads = headsOf([...top, ...lines]);
    assert.deepEqual(heads.filter((head) => /\d[.．]\d/u.test(head.split(' ')[1] ?? '')), []);
  });
}
