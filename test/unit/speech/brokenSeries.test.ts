import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { partBroken } from '../../../src/core/speech/brokenSeries.ts';
import { headAlike } from '../../../src/core/speech/inlineOrdinals.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

function headsOf(text: string): string[] {
  const flatten = (sections: readonly Section[]): string[] => sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

const title = '在全镇灌溉工作会上的讲话';
const opening = '今天把大家请来，是要把今年的灌溉再对一对表。去年有两个村为了一道闸吵了半年，最后水也误了，人也伤了。';
const bodies = [
  '渠口的锁生了锈，开一次要敲半天，水来了人还在找钥匙，五月以前全部换成新的，钥匙一式两把。',
  '渠底有三道裂缝，走一里路要漏掉两成水，裂缝在冬天补，工钱由镇里先垫，不要等到用水的时候再吵。',
  '水账两年没有对上，两个村的人见了面都不说话，从今年起一月一对，对完了两边都签字，贴在村口。',
  '护渠的都是上了年纪的老把式，腿脚慢，眼睛也花了，今年每个村配一个年轻人跟着走，学会了再换班。',
] as const;

const heads = ['一、渠口要看住', '二、渠底要补好', '三、水账要对上', '四、人手要配齐'] as const;

test('a series that goes on in the next paragraph counts heads, and each opens a paragraph', () => {
  const lines = [title, '同志们：', `${opening}${heads[0]}。${bodies[0]}`, `${heads[1]}。${bodies[1]}${heads[2]}。${bodies[2]}`];
  assert.deepEqual(headsOf(lines.join('\n')), ['1 一、 渠口要看住', '1 二、 渠底要补好', '1 三、 水账要对上']);
});

test('so does one whose first head stands on a line of its own, whatever closes the others', () => {
  const lines = [title, '同志们：', opening, heads[0], `${bodies[0]}${heads[1]} ${bodies[1]}${heads[2]} ${bodies[2]}`, '同志们，水是大家的，话也说到了，请各村回去就办。'];
  assert.deepEqual(headsOf(lines.join('\n')), ['1 一、 渠口要看住', '1 二、 渠底要补好', '1 三、 水账要对上']);
});

test('within a paragraph 1. and （一） count heads where each has a body, so does 一是 where its first sentences are short', () => {
  const within = (marks: readonly [string, string, string]): string[] => [title, '同志们：', opening, '一、渠里的事', `水从渠里过。${marks[0]}渠口要看住。${bodies[0]}${marks[1]}渠底要补好。${bodies[1]}${marks[2]}水账要对上。${bodies[2]}`, '二、渠边的事', bodies[3]];
  assert.deepEqual(headsOf(within(['1.', '2.', '3.']).join('\n')), ['1 一、 渠里的事', '2 1. 渠口要看住', '2 2. 渠底要补好', '2 3. 水账要对上', '1 二、 渠边的事']);
  assert.deepEqual(headsOf(within(['（一）', '（二）', '（三）']).join('\n')).length, 5);
  assert.deepEqual(headsOf(within(['一是', '二是', '三是']).join('\n')).length, 5);
});

test('where a line was broken by chance 三是 parts no paragraph, where most open one the last does', () => {
  const parted = (texts: readonly string[]): number => partBroken(texts.map((text) => ({ text, pieces: [{ start: 0, end: text.length }], hint: null, indented: false, apart: false, indentAbove: false }))).blocks.length;
  const around = [...bodies, ...bodies];
  assert.equal(parted([`水从渠里过。一是渠口要看住。${bodies[0]}二是渠底要补好。${bodies[1]}`, `三是水账要对上。${bodies[2]}`, ...around]), around.length + 2);
  assert.equal(parted([`一是渠口要看住。${bodies[0]}`, `二是渠底要补好。${bodies[1]}三是水账要对上。${bodies[2]}`, ...around]), around.length + 3);
});

test('what a page left before a number does not hide it', () => {
  const text = `${title}同志们：${opening}一是渠口有人看。${bodies[0]}大圩渡口的风已停二是渠底有人补。${bodies[1]}三是水账有人对。${bodies[2]}${bodies[3]}`;
  assert.deepEqual(headsOf(text), ['1 一是 渠口有人看', '1 二是 渠底有人补', '1 三是 水账有人对']);
});

test('一、 behind a comma opens a series that counts on behind full stops', () => {
  const text = `${title}同志们：${opening}所以今年的头一件事，${heads[0]}。${bodies[0]}${heads[1]}。${bodies[1]}${heads[2]}。${bodies[2]}`;
  assert.deepEqual(headsOf(text), ['1 一、 渠口要看住', '1 二、 渠底要补好', '1 三、 水账要对上']);
});

test('a text without breaks that counts with （1） or ① has heads', () => {
  for (const marks of [['（1）', '（2）', '（3）'], ['①', '②', '③']] as const) {
    const text = `${title}同志们：${opening}${marks[0]}看渠口。${bodies[0]}${marks[1]}补渠底。${bodies[1]}${marks[2]}对水账。${bodies[2]}${bodies[3]}`;
    assert.deepEqual(headsOf(text), [`1 ${marks[0]} 看渠口`, `1 ${marks[1]} 补渠底`, `1 ${marks[2]} 对水账`]);
  }
});

test('the number behind a page’s words heads what goes on below', () => {
  const text = `${title}同志们：${opening}（1）看渠口。${bodies[0]}（2）补渠底。${bodies[1]}范文大全提示您：本文由会员上传，内容仅供参考（3）对水账。${bodies[2]}（4）配人手。${bodies[3]}`;
  const page = `范文大全网 > 讲话稿 > 正文\n发布者：admin 点击数：311\n${text}\n上一篇：没有了\n下一篇：在春耕会上的讲话`;
  assert.deepEqual(headsOf(page), ['1 （1） 看渠口', '1 （2） 补渠底', '1 （3） 对水账', '1 （4） 配人手']);
});

test('1.…；2.…；3.…。 in one line are items of a sentence', () => {
  const items = '1.四月底，渠口的锁全部换成新的；2.五月中旬，渠底的缝全部补完；3.六月放水以前，水账两边都签过字。';
  assert.deepEqual(headsOf([title, '同志们：', opening, '一、渠里的事', bodies[0], '二、渠上的日子', items, '三、渠边的事', bodies[3]].join('\n')), ['1 一、 渠里的事', '1 二、 渠上的日子', '1 三、 渠边的事']);
});

test('the last word of a sentence opens no paragraph, across empty lines either', () => {
  const lines = [title, '同志们：', opening, '一、渠里的事', bodies[0], '二、渠边的事', '放水以前要先把锁试过，不能等水来了再找', `钥匙。${bodies[1]}`, bodies[2]];
  assert.deepEqual(headsOf(lines.join('\n\n')), ['1 一、 渠里的事', '1 二、 渠边的事']);
});

test('two heads are alike where both are short, closed by a full stop and above a body', () => {
  const alike = (text: string, at: readonly [number, number]): boolean => headAlike(text, ...(at.map((start) => ({ start, ordinal: { family: 'item', number: 1, text: '一是', length: 2 } })) as [Parameters<typeof headAlike>[1], Parameters<typeof headAlike>[2]]));
  const first = `一是渠口有人看。${bodies[0]}`;
  assert.equal(alike(`${first}二是渠底有人补。${bodies[1]}`, [0, first.length]), true);
  assert.equal(alike(`${first}二是渠底有人补，裂缝在冬天补上。${bodies[1]}`, [0, first.length]), false);
  assert.equal(alike('一是渠口有人看。二是渠底有人补。三是水账有人对，对完了都签字，贴在村口。', [0, 8]), false);
});

test('一、 and （一） within a paragraph count heads of any length where one of their series opens one', () => {
  const numbers = (marks: readonly [string, string, string]): number => headsOf([
    title, '同志们：', opening, `${bodies[3]}${marks[0]}渠口的锁年年换年年锈。开春以前全部换成不生锈的，${bodies[0]}`,
    `${marks[1]}渠底补好。${bodies[3]}${bodies[1]}${marks[2]}水账对不上的两个村都要自己先查一遍，查完了再坐到一起。${bodies[2]}`, bodies[3],
  ].join('\n')).length;
  assert.equal(numbers(['一、', '二、', '三、']), 3);
  assert.equal(numbers(['（一）', '（二）', '（三）']), 3);
});

test('so does one that no paragraph opens with, where the first has lost its breaks', () => {
  const [one, two, three, four] = bodies.map((body) => body.repeat(2));
  const lines = [title, '同志们：', `${opening}一、看住渠口，让水有人管${one}二、补好渠底，让水不白流1.先补裂缝。${two}`, `2.再补塌方。${two}三、对上水账，让人心里亮堂${three}四、配齐人手，让渠有人走${four}`];
  assert.deepEqual(headsOf(lines.join('\n')).filter((head) => head.startsWith('1')), ['1 一、 看住渠口，让水有人管', '1 二、 补好渠底，让水不白流', '1 三、 对上水账，让人心里亮堂', '1 四、 配齐人手，让渠有人走']);
});
