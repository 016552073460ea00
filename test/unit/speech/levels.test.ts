import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const body = '这件事去年做了一半，今年要接着做完，做到老百姓看得见、说得出、用得上为止。';

/** The outline of a document, a head a line: level, ordinal, heading. */
function outlineOf(lines: readonly string[]): string[] {
  const walk = (sections: readonly Section[]): string[] =>
    sections.flatMap((section) => [`${String(section.level)} ${section.ordinal ?? ''}${section.heading}`, ...walk(section.sections)]);
  // A line that stands more than once is taken for a page's, so each body says a thing of its own.
  const own = lines.map((line, index) => line.replace(body, `${body}第${String(index)}条沟渠的账${'一笔一笔地'.repeat((index * 3) % 13)}算进来了。`));
  const { outline } = parseSpeech({ text: ['在全市水务工作会议上的报告', '', ...own].join('\n'), hints: [], layout: 'lines' }, 'a.txt');
  return outline.articles.flatMap((article) => walk(article.sections));
}

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'parts without numbers hold a series each',
    ['各位代表：', body, '关于水库建设', body, '一、先修坝', body, '二、再清淤', body, '关于河道治理', body, '一、先截污', body, '二、再补水', body],
    ['1 关于水库建设', '2 一、先修坝', '2 二、再清淤', '1 关于河道治理', '2 一、先截污', '2 二、再补水'],
  ],
  [
    '一、 opened anew does not stand below （二） that is over',
    ['一、修坝', body, '一、看图纸', body, '二、验材料', body, '二、清淤', body, '（一）雨季之前', body, '（二）雨季之后', body, '一、管住船', body, '二、管住岸', body, '三、管住人', body, '三、补水', body],
    ['1 一、修坝', '2 一、看图纸', '2 二、验材料', '1 二、清淤', '2 （一）雨季之前', '2 （二）雨季之后', '2 一、管住船', '2 二、管住岸', '2 三、管住人', '1 三、补水'],
  ],
  [
    '第一， does not stand below 三是 that is over',
    ['一、修坝', `一是工期太紧。${body}`, `二是人手太少。${body}`, '第一，把工期排细', body, '第二，把人手补足', body, '二、清淤', body],
    ['1 一、修坝', '2 一是工期太紧', '2 二是人手太少', '2 第一，把工期排细', '2 第二，把人手补足', '1 二、清淤'],
  ],
  [
    'sentences with numbers and nothing below them are a list',
    ['一、修坝', body, '（一）坝体今年汛期之前要全部合龙。', '（二）溢洪道要能挡住五十年一遇的洪水。', '（三）库区的路要修到每一个村口。', body, '二、清淤', body],
    ['1 一、修坝', '1 二、清淤'],
  ],
  [
    'lines without numbers that are worded alike hold others that are worded alike between them',
    ['各位代表：', body, '希望大家眼里有水', body, '希望大家脚下有泥', body, '把尺子带到坝上去', body, '把账本带到坝上去', body, '希望大家手上有活', body],
    ['1 希望大家眼里有水', '1 希望大家脚下有泥', '2 把尺子带到坝上去', '2 把账本带到坝上去', '1 希望大家手上有活'],
  ],
  [
    'lines of four characters hold longer ones that are worded alike, and clauses of one shape others of one shape',
    ['各位代表：', body, '看住水源', body, '用好水闸', body, '开闸的时间要由村里定', body, '关闸的早晚要由村里说', body, '带好队伍', body],
    ['1 看住水源', '1 用好水闸', '2 开闸的时间要由村里定', '2 关闸的早晚要由村里说', '1 带好队伍'],
  ],
  [
    'lines without numbers of two wordings, one behind the other, are of one rank',
    ['各位代表：', body, '希望大家眼里有水', body, '希望大家脚下有泥', body, '把尺子带到坝上去', body, '把账本带到坝上去', body],
    ['1 希望大家眼里有水', '1 希望大家脚下有泥', '1 把尺子带到坝上去', '1 把账本带到坝上去'],
  ],
  [
    'what begins right below a head, with nothing between, stands below it',
    ['各位代表：', body, '水是大家守住的，我们为什么要谢他们', body, '堤是靠人走出来的，我们要向他们学什么', '学他们雨夜不回家', body, '学他们半月不换岗', body, '学他们一本账到底', body, '新的一年，让更多的人走上堤来', body],
    ['1 水是大家守住的，我们为什么要谢他们', '1 堤是靠人走出来的，我们要向他们学什么', '2 学他们雨夜不回家', '2 学他们半月不换岗', '2 学他们一本账到底', '1 新的一年，让更多的人走上堤来'],
  ],
  [
    'heads of two clauses are of one rank however long the first clause is',
    ['各位代表：', body, '守住水库的安全，始终把坝看牢', body, '严查隐患，推动加固工程按期完工', body, '突出重点，切实保住下游几个村', body, '依规调度，认真做好汛期值守工作', body, '管好自己的队伍，努力提高巡堤本领', body],
    ['1 守住水库的安全，始终把坝看牢', '1 严查隐患，推动加固工程按期完工', '1 突出重点，切实保住下游几个村', '1 依规调度，认真做好汛期值守工作', '1 管好自己的队伍，努力提高巡堤本领'],
  ],
  [
    'labels with what they name are heads where there are three',
    ['各位代表：', body, '看坝脚：渗水点为什么多了四处', body, '翻旧账：哪一笔钱没有花到坝上', body, '定规矩：这个汛期必须做到的三件事', body],
    ['1 看坝脚：渗水点为什么多了四处', '1 翻旧账：哪一笔钱没有花到坝上', '1 定规矩：这个汛期必须做到的三件事'],
  ],
  [
    'heads with labels stand below those without, two and more behind each',
    ['各位代表：', body, '先把去年的险情说清楚', body, '坝脚：渗水点多了四处', body, '坝坡：石头松了三十米', body, '再把今年的汛期守过去', body, '值守：一天两遍不许少', body, '料物：编织袋备足八千条', body],
    ['1 先把去年的险情说清楚', '2 坝脚：渗水点多了四处', '2 坝坡：石头松了三十米', '1 再把今年的汛期守过去', '2 值守：一天两遍不许少', '2 料物：编织袋备足八千条'],
  ],
  [
    '首先 and 其次 stand below 第三，, and 首先 with 第二， is one series',
    ['第一，修坝', body, '第二，清淤', body, '第三，管人', body, `首先，要让人有证。${body}`, `其次，要让人有船。${body}`],
    ['1 第一，修坝', '1 第二，清淤', '1 第三，管人', '2 首先，要让人有证', '2 其次，要让人有船'],
  ],
  ['首先 and 第二， are one series', ['首先，修坝', body, '第二，清淤', body, '第三，管人', body], ['1 首先，修坝', '1 第二，清淤', '1 第三，管人']],
  [
    'parts without numbers hold 一、 and 第一，',
    ['各位代表：', body, '关于水库建设', body, '一、先修坝', body, '二、再清淤', body, '关于河道治理', body, '第一，先截污', body, '第二，再补水', body],
    ['1 关于水库建设', '2 一、先修坝', '2 二、再清淤', '1 关于河道治理', '2 第一，先截污', '2 第二，再补水'],
  ],
  [
    'one line without a number at the end stands below nothing',
    ['一、修坝', body, '（一）雨季之前', body, '（二）雨季之后', body, '二、清淤', body, '（一）管住船', body, '（二）管住岸', body, '河水从来不等人', body],
    ['1 一、修坝', '2 （一）雨季之前', '2 （二）雨季之后', '1 二、清淤', '2 （一）管住船', '2 （二）管住岸', '1 河水从来不等人'],
  ],
  [
    '上篇 and 下篇 hold a series each',
    ['各位代表：', '上篇：水从哪里来', body, '一、先修坝', body, '二、再清淤', body, '下篇：水到哪里去', body, '一、先截污', body, '二、再补水', body, '三、后种树', body],
    ['1 上篇：水从哪里来', '2 一、先修坝', '2 二、再清淤', '1 下篇：水到哪里去', '2 一、先截污', '2 二、再补水', '2 三、后种树'],
  ],
  [
    '第一， opened anew below 首先， does not go on its series',
    [`首先，要修坝。${body}`, `第一，看图纸。${body}`, `第二，验材料。${body}`, `第三，管进度。${body}`, `其次，要清淤。${body}`, `第一，赶在雨季之前。${body}`, `第二，避开农忙时节。${body}`],
    ['1 首先，要修坝', '2 第一，看图纸', '2 第二，验材料', '2 第三，管进度', '1 其次，要清淤', '2 第一，赶在雨季之前', '2 第二，避开农忙时节'],
  ],
  [
    'one part of a speech is counted in another way than the next, and the same count stands below different heads',
    ['一、修坝', body, '（一）看图纸', body, '1.图纸要三方会签', body, '2.改图要留下记录', body, '（二）验材料', body, '二、清淤', body, '1.雨季之前', body, '2.雨季之后', body, '三、补水', body],
    ['1 一、修坝', '2 （一）看图纸', '3 1.图纸要三方会签', '3 2.改图要留下记录', '2 （二）验材料', '1 二、清淤', '2 1.雨季之前', '2 2.雨季之后', '1 三、补水'],
  ],
  [
    '1. holds （1） and is not held by it where the last of one is followed by the first of the other',
    ['1.修坝', body, '（1）看图纸', body, '（2）验材料', body, '2.清淤', body, '（1）雨季之前', body, '（2）雨季之后', body, '3.补水', body],
    ['1 1.修坝', '2 （1）看图纸', '2 （2）验材料', '1 2.清淤', '2 （1）雨季之前', '2 （2）雨季之后', '1 3.补水'],
  ],
  ['a count opens a head at the start of a line', ['一、三次巡河，看见三种变化', body, '二、两本账要一起算', body], ['1 一、三次巡河，看见三种变化', '1 二、两本账要一起算']],
];
/** The numbering faults of a document with heads like these. */
const faults: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['一、', '二、', '四、'], ['numbering-gap']],
  [['（一）', '（二）', '（二）'], ['numbering-repeat']],
  [['1.', '3.'], ['numbering-gap']],
  [['1）', '2）', '2）'], ['numbering-repeat']],
  [['①', '②', '④'], ['numbering-gap']],
  [['第一，', '第三，'], ['numbering-gap']],
  [['第一章 ', '第二章 ', '第四章 '], ['numbering-gap']],
  [['第一部分 ', '第二部分 ', '第二部分 '], ['numbering-repeat']],
  [['壹、', '贰、', '肆、'], ['numbering-gap']],
  [['Ⅰ、', 'Ⅱ、', 'Ⅳ、'], ['numbering-gap']],
  [['一、', '二、', '三、'], []],
];
for (const [ordinals, wanted] of faults) {
  test(`numbering: ${ordinals.join(' ')}`, () => {
    const lines = ordinals.flatMap((ordinal, index) => [`${ordinal}${'管水修坝清淤植树'.slice(index * 2, index * 2 + 2)}的事要有人管`, `${'从头到尾'.repeat(index + 4)}${body}`]);
    const { outline } = parseSpeech({ text: ['在全市水务工作会议上的报告', '', '各位代表：', ...lines].join('\n'), hints: [], layout: 'lines' }, 'a.txt');
    assert.deepEqual(outline.problems.map(({ code }) => code), wanted);
  });
}

for (const [name, lines, wanted] of cases) test(name, () => assert.deepEqual(outlineOf(lines), wanted));

test('a name that was a link goes back into its sentence', () => {
  const text = ['在全市水务工作会议上的报告', '', '　　去年我们认真实施', '青石市水库管理办法', '，管水的规矩立起来了，用水的习惯也在变。', '', '　　今年要接着做。'].join('\n');
  const { text: clean } = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  assert.ok(clean.includes('认真实施青石市水库管理办法，管水的规矩'), clean);
});
