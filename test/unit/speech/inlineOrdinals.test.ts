import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { findInlineOrdinals } from '../../../src/core/speech/inlineOrdinals.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

type Writer = (value: number) => string;

const han = '一二三四';
const ways: readonly { name: string; top: Writer; below: Writer }[] = [
  { name: '一、 and （一）', top: (value) => `${han.charAt(value)}、`, below: (value) => `（${han.charAt(value)}）` },
  { name: '一. and (一)', top: (value) => `${han.charAt(value)}.`, below: (value) => `(${han.charAt(value)})` },
  { name: '一， and （一）', top: (value) => `${han.charAt(value)}，`, below: (value) => `（${han.charAt(value)}）` },
  { name: '一 and （一）', top: (value) => `${han.charAt(value)} `, below: (value) => `（${han.charAt(value)}）` },
  { name: '第一章 and 第一节', top: (value) => `第${han.charAt(value)}章 `, below: (value) => `第${han.charAt(value)}节 ` },
  { name: '第一部分 and 一、', top: (value) => `第${han.charAt(value)}部分　`, below: (value) => `${han.charAt(value)}、` },
  { name: '1． and 1）', top: (value) => `${value + 1}．`, below: (value) => `${value + 1}）` },
  { name: '1 and （1）', top: (value) => `${value + 1} `, below: (value) => `（${value + 1}）` },
  { name: '一、 and ①', top: (value) => `${han.charAt(value)}、`, below: (value) => '①②③④'.charAt(value) },
];

/** A speech of two parts without a line break, whose heads end with a mark: which ordinals are told is all that is asked. */
function write(top: Writer, below: Writer): string {
  const body = '各社区要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声。';
  return (
    `全区河道整治会上的讲话同志们：今天把大家请来，是要把今年的河道整治再对一对表。${body}` +
    `${top(0)}看清河里的账。${below(0)}水质的账。${body}${body}${below(1)}经费的账。${body}${body}` +
    `${top(1)}管好河边的人。${body}${below(0)}管好排污的人。${body}${body}${below(1)}管好巡河的人。${body}${body}` +
    `${top(2)}守住整治的果。${body}${body}${body}`
  );
}

const outline = ['1 看清河里的账', '2 水质的账', '2 经费的账', '1 管好河边的人', '2 管好排污的人', '2 管好巡河的人', '1 守住整治的果'];

function flatten(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.level} ${section.heading}`, ...flatten(section.sections)]);
}

for (const { name, top, below } of ways) {
  test(`a text without line breaks counts its heads with ${name}`, () => {
    const parsed = parseSpeech({ text: write(top, below), hints: [], layout: 'lines' }, 'draft.txt');
    assert.deepEqual(flatten(parsed.outline.articles[0]?.sections ?? []), outline);
  });
}

test('numbers at the start of sentences that nothing counts on from are no ordinals', () => {
  const body = '一，二，三，口号喊了三遍，人就到齐了。一 家一户都要走到。3 个街道先行。'.repeat(60);
  const parsed = parseSpeech({ text: `全区河道整治会上的讲话同志们：${body}`, hints: [], layout: 'lines' }, 'draft.txt');
  assert.deepEqual(parsed.outline.articles.flatMap((article) => flatten(article.sections)), []);
});

test('heads of one character, counts behind an ordinal, and first sentences that hold a head and its body', () => {
  const body = '各社区要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声。';
  const read = (text: string): string[] =>
    parseSpeech({ text: `全区河道整治会上的讲话同志们：今天把大家请来，是要把今年的河道整治再对一对表。${text}`, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
  assert.deepEqual(read(`一、要看清毛病。${body}第一，急。${body}${body}第二，粗。${body}${body}第三，偏。${body}二、要改掉毛病。${body}${body}`), ['1 要看清毛病', '2 急', '2 粗', '2 偏', '1 要改掉毛病']);
  assert.deepEqual(read(`一、三次走访，走到河边人家。${body}二、两本台账，记清河里的水。${body}三、一份责任，落到巡河的人。${body}${body}`), ['1 三次走访，走到河边人家', '1 两本台账，记清河里的水', '1 一份责任，落到巡河的人']);
  const letters = `一、读第一封信，懂得为谁牺牲第一封信写在一张烟盒纸上，只有六行字。${body}二、读第二封信，懂得为谁吃苦第二封信是老工程师写给妻子的。${body}三、读第三封信，懂得为谁奔忙第三封信其实是一条没有发出去的短信。${body}`;
  assert.deepEqual(read(letters), ['1 读第一封信，懂得为谁牺牲', '1 读第二封信，懂得为谁吃苦', '1 读第三封信，懂得为谁奔忙']);
});

test('what a speaker counts in any measure heads short sentences, in a text without line breaks too', () => {
  const body = '各社区要把这件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法。';
  const read = (text: string): string[] => parseSpeech({ text: `全区河道整治会上的讲话同志们：今天请大家来，是要请大家帮河里三个忙。${text}谢谢大家！`, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
  assert.deepEqual(read(`第一个忙，守着渠口。${body}${body}第二个忙，看着渠底。${body}${body}第三个忙，护着渠岸。${body}${body}`), ['1 守着渠口', '1 看着渠底', '1 护着渠岸']);
  assert.deepEqual(read(`头一笔，水到哪里去了。${body}${body}第二笔，水够不够。${body}${body}第三笔，欠大家什么。${body}${body}`), ['1 水到哪里去了', '1 水够不够', '1 欠大家什么']);
  assert.deepEqual(read(`第一个忙是守着渠口，不让牛进去，也不让车开过。第二个忙是看着渠底，淤了就挖。第三个忙是护着渠岸，塌了就补。${body}`), []);
});

test('二、四季度 behind a full stop heads a part, 一、二季度 does not', () => {
  const body = '数据要真，不许掺水，谁掺谁负责，查出来一律通报，年底再看一遍账。'.repeat(2);
  const ordinalsOf = (text: string): string[] => findInlineOrdinals(text).map((series) => series.map(({ ordinal }) => ordinal.text).join(' '));
  assert.deepEqual(ordinalsOf(`我再强调几点。一、前三季度的情况怎么看${body}二、四季度的仗怎么打${body}三、几条纪律要求${body}`), ['一、 二、 三、']);
  assert.deepEqual(ordinalsOf(`先看全年。一、二季度走得稳，三、四季度走得快。${body}`), []);
});
