import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function headsOf(text: string): string[] {
  const flatten = (sections: readonly Section[]): string[] => sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

const opening = '全镇灌溉工作会上的讲话同志们：今天把大家请来，是要把今年的灌溉再对一对表。';
const body = '各村要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声。';

test('text without breaks: what counts characters heads one, what counts words one that the body says again', () => {
  const characters = `第一个字：勤我说的腿脚，是每天清早到渠口走一趟。${body}第二个字：细账要一笔一笔记，缝要一条一条看。${body}第三个字：公上游下游一碗水端平，说起来容易。${body}`;
  assert.deepEqual(headsOf(`${opening}${characters}`), ['1 第一个字： 勤', '1 第二个字： 细', '1 第三个字： 公']);
  const words = `第一个关键词：规矩渠上的事，没有章程就乱。老人留下的规矩不能丢。${body}第二个关键词：本分看渠的看渠，管账的管账。守住本分就是出力。${body}第三个关键词：良心夜里没有人看着，闸开多大全凭自己。水流进谁家的田，良心知道。${body}`;
  assert.deepEqual(headsOf(`${opening}${words}`), ['1 第一个关键词： 规矩', '1 第二个关键词： 本分', '1 第三个关键词： 良心']);
});

test('a short paragraph glued to its head is no head where the others are seen to end before their full stops', () => {
  const lines = [
    '全镇灌溉工作会上的讲话',
    '同志们：',
    `一、先清淤后放水，把渠道清干净从明天起到月底，全村集中清理。${body}`,
    `二、先修渠后分水，把闸口修到位修闸的事，去年推过一次，不成功，一半的人家说用不惯。${body}`,
    '三、先立规后用水，把秩序立起来我们这个村，争水争了几十年，伤过和气。',
    '最怕一阵风，检查来了清几天，检查走了恢复原样，大家一起来立几条规矩。',
  ];
  assert.deepEqual(headsOf(lines.join('\n')), ['1 一、 先清淤后放水，把渠道清干净', '1 二、 先修渠后分水，把闸口修到位', '1 三、 先立规后用水，把秩序立起来']);
});
