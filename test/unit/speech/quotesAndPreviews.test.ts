import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function read(text: string): { text: string; heads: string[] } {
  const { text: clean, outline } = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  const walk = (sections: readonly Section[]): string[] => sections.flatMap((section) => [section.heading, ...walk(section.sections)]);
  return { text: clean, heads: outline.articles.flatMap((article) => walk(article.sections)) };
}

const lines = ['在全县水库除险加固会上的讲话', '同志们：', '汛期不等人，今天把十二座病险水库的事情一座一座讲清楚。', '一、工期怎么保', '每座水库一名县领导盯，四月底以前坝体必须到顶，误了工期先问领导。', '二、质量怎么管', '一车石料一张单，一方混凝土一块试块，谁签字谁负责到底。'];

test('what a mail puts before the lines that it answers goes, the heads behind it stay', () => {
  const { text, heads } = read(lines.map((line) => `> ${line}`).join('\n>\n'));
  assert.equal(text, lines.join('\n'));
  assert.deepEqual(heads, ['工期怎么保', '质量怎么管']);
});

test('one line that begins with such a sign keeps it', () => {
  const text = [...lines, '> 附：责任人名单另发各乡镇，请逐座核对。'].join('\n');
  assert.ok(read(text).text.includes('> 附：'));
});

const story = '去年冬天我到上游走了一趟，坝脚的渗水点从三处变成了七处，守坝的老人拿粉笔在石头上一处一处画了圈，他说夜里听得见水响。';

test('the numbers of a preview’s pages go from within the sentences of one line', () => {
  const page = story.repeat(4);
  const said = `在水库会上的讲话同志们：${page}这件事除了抓紧办没有第二条路。${page}大家要把守坝的老人当成自己的父亲。${page}`;
  const shown = `1、${said.replace('这件事除了抓紧', '这件事除了2、抓紧').replace('当成自己', '当成3、自己')}`;
  assert.ok(!/[123]、/u.test(read(shown).text));
  const counted = `在水库会上的讲话同志们：${page}要办三件事。1、查渗水。${page}2、备石料。${page}3、排好班。${page}`;
  assert.match(read(counted).text, /1、[\s\S]*2、[\s\S]*3、/u);
});

test('首先，… 其次，… 再次，… are the heads of a text that lost its breaks', () => {
  const part = (ordinal: string, head: string): string => `${ordinal}，${head}。${story}`;
  const { heads } = read(`在水库会上的讲话同志们：今天讲三件事，请大家回去抓好落实。${part('首先', '管住坝，把每一处渗水都看在眼里')}${part('其次', '管住闸，把每一道闸门都擦亮上油')}${part('再次', '管住人，把每一班岗都排到天亮')}谢谢大家！`);
  assert.deepEqual(heads, ['管住坝，把每一处渗水都看在眼里', '管住闸，把每一道闸门都擦亮上油', '管住人，把每一班岗都排到天亮']);
});

test('pages that are one long line each go on with each other, and heads are found within them', () => {
  const page = story.repeat(4);
  const parts = [
    `在水库会上的讲话同志们：${page}下面我讲两点。一、先把坝脚看住，不让一处渗水点再长大去年一年我们换了三班人，每班盯十二个钟头，没有一天断过岗。${story}`,
    `${page}巡坝的本子要一天一记。`,
    `${page}二、再把钱花到坝上，不让一分钱绕过堤今年的钱比去年多了四成，县里东拼西凑，一分一厘都记了账。`,
    `${page}谁签字谁负责到底。`,
  ];
  const { heads } = read(parts.map((part, index) => `${part}\n第 ${String(index + 1)} 页 共 4 页`).join('\n'));
  assert.deepEqual(heads, ['先把坝脚看住，不让一处渗水点再长大', '再把钱花到坝上，不让一分钱绕过堤']);
});
