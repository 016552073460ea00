import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { numberIn } from '../../../src/core/speech/countedWords.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { findSeriesLines } from '../../../src/core/speech/seriesLines.ts';

function headsOf(text: string): string[] {
  const flatten = (sections: readonly Section[]): string[] => sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt').outline.articles.flatMap((article) => flatten(article.sections));
}

const opening = ['在全镇灌溉工作会上的讲话', '同志们：', '今天把大家请来，是要把今年的灌溉再对一对表，去年的账也一起算一算。'];
const bodies = [
  '渠口的锁生了锈，开一次要敲半天，水来了人还在找钥匙，五月以前全部换成新的，钥匙一式两把。',
  '渠底有三道裂缝，走一里路要漏掉两成水，裂缝在冬天补，工钱由镇里先垫，不要等到用水的时候再吵。',
  '水账两年没有对上，两个村的人见了面都不说话，从今年起一月一对，对完了两边都签字，贴在村口。',
  '护渠的都是上了年纪的老把式，腿脚慢，眼睛也花了，今年每个村配一个年轻人跟着走，学会了再换班。',
] as const;

function linesWith(heads: readonly string[]): string[] {
  return [...opening, ...heads.flatMap((head, index) => [head, bodies[index] ?? ''])];
}

function seriesIn(lines: readonly string[]): string[] {
  const found = findSeriesLines(lines.map((text) => ({ text, pieces: [], hint: null, indented: false, apart: false, indentAbove: false })));
  return [...found].sort((a, b) => a - b).map((index) => lines[index] ?? '');
}

test('lines that begin, end or count alike above paragraphs are a series', () => {
  for (const heads of [['保渠口', '保渠底', '保水账'], ['水先走', '牲口后走', '闸门最后走'], ['开闸三件事', '巡渠两条线', '对账一杆秤'], ['把渠口看住，夜里也有人', '把渠底补好，冬天就动手', '把水账对上，月底就贴出'], ['难处之一：锁', '难处之二：缝', '难处之三：账'], ['（甲）渠口', '（乙）渠底', '（丙）水账']]) {
    assert.deepEqual(seriesIn(linesWith(heads)), heads);
    assert.equal(headsOf(linesWith(heads).join('\n')).length, 3, heads[0]);
  }
});

test('other lines are none: two of a kind, the same said again, sentences, halves of one, titles of other texts', () => {
  for (const heads of [['保渠口', '保渠底', '对水账'], ['保渠口', '保渠口', '保渠口'], ['保住渠口。', '保住渠底。', '保住水账。'], ['在渠口会上的讲话', '在渠底会上的讲话', '在水账会上的讲话'], ['难处之一：锁', '难处之一：缝', '难处之一：账']]) {
    assert.deepEqual(seriesIn(linesWith(heads)), [], heads[0]);
  }
  assert.deepEqual(seriesIn([...opening, '要认真学习《', '灌溉管理办法', `》，${bodies[0]}`, '要认真落实《', '灌溉用水定额', `》，${bodies[1]}`, '要认真宣传《', '灌溉收费标准', `》，${bodies[2]}`]), []);
});

test('on a page such lines stay, and none is joined with the paragraph below', () => {
  const page = (heads: readonly string[]): string => `水利文稿站 > 讲话 > 正文\n字号：大 中 小　点击：载入中\n${linesWith(heads).join('\n')}\n扫一扫在手机打开当前页\n〖本站声明〗文章由网友上传，侵权请联系客服删除`;
  for (const heads of [['保渠口', '保渠底', '保水账', '保人手'], ['约法一：渠上的闸自己看', '约法二：水小的时候让下游', '约法三：吵架先听渠长说', '约法四：收了秋请人喝酒']]) assert.equal(headsOf(page(heads)).length, 4, heads[0]);
});

test('such a line goes on with no paragraph, however that begins', () => {
  const words = ['老人、孩子先过桥，', '缝、洞、塌口都要记下，', '水，一月对一次，'];
  const lines = [...opening, ...['看渠口', '看渠底', '看水账'].flatMap((head, index) => [head, `${words[index] ?? ''}${bodies[index] ?? ''}`])];
  assert.deepEqual(headsOf(lines.join('\n')), ['1 - 看渠口', '1 - 看渠底', '1 - 看水账']);
});

test('below 一、 in a text without breaks as well', () => {
  const part = (number: string, verb: string): string => `${number}、水${verb}的事${bodies[3]}一${verb}渠口。${bodies[0]}二${verb}渠底。${bodies[0]}三${verb}水账。${bodies[2]}`;
  const found = headsOf(`${opening.join('')}${part('一', '看')}${part('二', '抓')}`);
  for (const head of ['2 一看 渠口', '2 三看 水账', '2 二抓 渠底']) assert.ok(found.includes(head), `${head}: ${found.join(' / ')}`);
});

test('nor goes it where the page put words into the paragraphs', () => {
  const glued = ['范文库VIP免费下载五月以前', '[点击加载更多]裂缝在冬天补', '扫码关注公众号从今年起'];
  const places = ['五月以前', '裂缝在冬天补', '从今年起'];
  const heads = ['身上一张网', '手上一把锁', '心里一杆秤'];
  const lines = ['某某文库 > 讲话', '上传者：某人  下载：32次', ...opening, ...heads.flatMap((head, index) => [head, (bodies[index] ?? '').replace(places[index] ?? '', glued[index] ?? '')]), '下载文档', '猜你喜欢'];
  assert.deepEqual(headsOf(lines.join('\n')), heads.map((head) => `1 - ${head}`));
});

test('what a line counts in words of its own', () => {
  assert.deepEqual([numberIn('难处之二：先修闸')?.text, numberIn('难处之二：先修闸')?.number], ['难处之二：', 2]);
  assert.equal(numberIn('三说工钱。工钱月底结清。')?.text, '三说');
  assert.equal(numberIn('（乙）渠底')?.text, '（乙）');
  for (const line of ['一个也不能少。', '三年前修过一次。', '二是渠底要补好。', '渠底要补好。']) assert.equal(numberIn(line)?.marked ?? false, false, line);
  assert.equal(numberIn('一个也不能少。'), null);
});

test('three that count up by any verb are heads, in lines, in broken lines and in a text without breaks', () => {
  const members = ['一看渠口。', '二看渠底。', '三看水账。'];
  const heads = ['1 一看 渠口', '1 二看 渠底', '1 三看 水账'];
  const lines = [...opening, ...members.map((member, index) => `${member}${bodies[index] ?? ''}`), '同志们，水是大家的，请各村回去就办。'];
  assert.deepEqual(headsOf(lines.join('\n')), heads);
  assert.deepEqual(headsOf(lines.flatMap((line) => line.match(/.{1,22}/gu) ?? []).join('\n')), heads);
  assert.deepEqual(headsOf(lines.join('')), heads);
  assert.deepEqual(headsOf([...opening, '回去以后先看。一看渠口。二看渠底。三看水账。看完了再说话。', bodies[0]].join('\n')), []);
});

test('bold marks around the first sentence of a paragraph go with its number or without', () => {
  const lines = [...opening, `**一看渠口。**${bodies[0]}`, `**二看渠底。**${bodies[1]}`, `**三看水账。**${bodies[2]}`];
  assert.deepEqual(headsOf(lines.join('\n')), ['1 一看 渠口', '1 二看 渠底', '1 三看 水账']);
});

test('最后 ends 首先 and 其次 though other heads are counted below them', () => {
  const lines = [...opening, '首先，看渠。', bodies[0], '其次，管人。', `一抓渠长。${bodies[1]}`, `二抓渠工。${bodies[2]}`, `三抓考核。${bodies[3]}`, '再次，对账。', bodies[1], '最后，分水。', bodies[2]];
  assert.ok(headsOf(lines.join('\n')).includes('1 最后， 分水'));
});
