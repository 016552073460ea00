import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { bodies, headsOf } from './irrigationSpeech.ts';

test('a head that has lost its break ends where the first head below it begins', () => {
  assert.deepEqual(headsOf([`一、看清渠里的账（一）渠口的锁。${bodies[0]}`, `（二）渠底的缝。${bodies[1]}`, `二、管好渠边的人（一）看渠的人。${bodies[2]}`, `（二）修渠的人。${bodies[3]}`]), [
    '1 一、 看清渠里的账',
    '2 （一） 渠口的锁',
    '2 （二） 渠底的缝',
    '1 二、 管好渠边的人',
    '2 （一） 看渠的人',
    '2 （二） 修渠的人',
  ]);
  assert.deepEqual(headsOf([`一、看清渠里的账（一）渠口1.锁要换。${bodies[0]}`, `2.匙要分。${bodies[1]}`, `（二）渠底。${bodies[2]}`, `二、管好渠边的人`, bodies[3]]), [
    '1 一、 看清渠里的账',
    '2 （一） 渠口',
    '3 1. 锁要换',
    '3 2. 匙要分',
    '2 （二） 渠底',
    '1 二、 管好渠边的人',
  ]);
});

test('a part with the whole series below it on one line, among parts that have their breaks', () => {
  assert.deepEqual(headsOf([`一、看清渠里的账${bodies[0]}`, `二、管好渠边的人（一）用好护渠老把式${bodies[3]}（二）用好返乡年轻人${bodies[1]}（三）用好外来施工队${bodies[2]}`, `三、算好渠外的账${bodies[2]}`]), [
    '1 一、 看清渠里的账',
    '1 二、 管好渠边的人',
    '2 （一） 用好护渠老把式',
    '2 （二） 用好返乡年轻人',
    '2 （三） 用好外来施工队',
    '1 三、 算好渠外的账',
  ]);
});

test('a number within a head that nothing counts on from is its own', () => {
  assert.deepEqual(headsOf(['一、看清渠里的账', bodies[0], '二、管好（一）号渠边的人', bodies[1]]), ['1 一、 看清渠里的账', '1 二、 管好（一）号渠边的人']);
});

test('text without breaks: items of one sentence each are a list behind a colon, or where all are as short as heads', () => {
  const read = (items: string): string[] => headsOf([]).concat(
    parseSpeech({ text: `全镇灌溉工作会上的讲话同志们：今天把大家请来，是要把今年的灌溉再对一对表。一、看清渠里的账。${bodies[0]}${items}${bodies[1]}二、管好渠边的人。${bodies[2]}${bodies[3]}`, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => article.sections.flatMap((section) => [section.heading, ...section.sections.map((below) => below.heading)])),
  );
  assert.deepEqual(read('请大家表决两件事：（一）是否同意把渠口的旧闸门换成铁的，钱从去年的水费结余里出，不够的部分由镇里补。（二）是否同意看渠的工钱涨到每天八十块。'), ['看清渠里的账', '管好渠边的人']);
  assert.deepEqual(read('还有三件没有办好。（一）渠口的牌子没有挂上去。（二）渠底的缝补得太慢。（三）水表还差两块。'), ['看清渠里的账', '管好渠边的人']);
});

test('一是 within a paragraph, every other of which happens to open a line, heads nothing', () => {
  assert.deepEqual(headsOf(['一、看清渠里的账', `根子有四条。一是心里没有账。${bodies[0]}`, `二是眼里没有活。${bodies[1]}三是手上没有劲。${bodies[2]}`, `四是脚下没有泥。${bodies[3]}`, '二、管好渠边的人', bodies[0].slice(0, 30)]), ['1 一、 看清渠里的账', '1 二、 管好渠边的人']);
});

test('a host who gives the floor heads nothing', () => {
  assert.deepEqual(headsOf([bodies[0], '下面，请水利站老站长周大山同志讲几句，大家欢迎。（略）', `老站长讲得实在，句句都是渠边的话，${bodies[1]}`, bodies[2]]), []);
});
