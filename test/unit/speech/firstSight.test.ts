import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { bodies, flatten, headsOf } from './irrigationSpeech.ts';

/** What documents showed that were written by strangers to the reader. */

const read = (lines: readonly string[]): string => parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'a.txt').text;
const page = bodies.join('').repeat(2);

test('questions above （一） are heads', () => {
  assert.deepEqual(headsOf(['为什么要修？', `（一）渠漏得太久`, bodies[0], `（二）账欠得太多`, bodies[1], '到底怎么修？', `（一）冬天备料`, bodies[2], `（二）开春动工`, bodies[3]]), [
    '1 - 为什么要修？', '2 （一） 渠漏得太久', '2 （二） 账欠得太多', '1 - 到底怎么修？', '2 （一） 冬天备料', '2 （二） 开春动工',
  ]);
});

test('the one mark of a document of two pages', () => {
  const clean = read(['全镇灌溉工作会上的讲话', '同志们：', page, '各村回去以后要留出半天时间，把渠上的事、账上的事、人上的事一件一件摆出来，让大家自己说', '2、自己议、自己定。定了就要办，办了就要有回音。', bodies[3]]);
  assert.match(clean, /让大家自己说、自己议、自己定。/u);
});

test('`2、` of a list is no page', () => {
  const clean = read(['全镇灌溉工作会上的讲话', '同志们：', page, '今天讲两件事：', '1、修渠。', bodies[0], '2、备料。', bodies[2]]);
  assert.match(clean, /2、备料。/u);
});

test('a page’s mark within a word, and a number set apart by gaps, a page from the next', () => {
  assert.match(read(['全镇灌溉工作会上的讲话', '同志们：', `${bodies[0]}去年的事被媒体曝（第2页）光以后，大家才着急。${page}`]), /被媒体曝光以后/u);
  const gaps = read(['全镇灌溉工作会上的讲话', '同志们：', `${page}渠口一个星期补一 1 次签字。${page}把渠底清理 2 干净，责任到人。${page}看哪个村到 3 得最快。${bodies[3]}`]);
  assert.match(gaps, /补一次签字/u);
  assert.match(gaps, /清理干净/u);
});

test('who heads a paper speaks, and is no editor of the page', () => {
  assert.match(read(['在《清渠晚报》通讯员座谈会上的讲话', '', '总编辑　周大山', '', '2022年11月8日', '', '各位通讯员朋友：', '', '今天把大家请来，头一桩事是拜托各位把投稿写实，编辑们收到的稿子里，写人的多，写事的少。还有一桩是版权的事，去年有两位朋友的照片被人转载，网友看见了才告诉我们。', '', bodies[1]]), /总编辑 周大山/u);
});

test('what a page says of its picture goes', () => {
  assert.ok(!read(['清渠护渠站公众号', '在护渠员节大会上的讲话', '亲爱的同事们：', '夜里两点，值班的小周听见渠口响，打着手电出去看，原来是闸板松了，她一个人扶了四十分钟。什么叫护渠员，这就是。', '图｜深夜的护渠站', '我站有护渠员六十四名，平均年龄四十九岁，她们走过的渠加起来能绕县城三百圈。', bodies[2], '点赞 32　在看 12']).includes('深夜的护渠站'));
});

test('heads in lines that were broken anew behind a sentence by chance', () => {
  const text = `凝心聚力谱写水利新篇章——在水利站职工大会上的报告各位代表：现在向大会作报告，请审议。第一部分 去年工作回顾过去一年，大家一起扛过了旱，也扛过了涝，清了六条渠，修了九座闸。（一）渠道通得更远${bodies[0]}（二）账目记得更清${bodies[1]}（三）队伍带得更好${bodies[3]}第二部分 今年工作安排新的一年，总的要求是稳字当头。\n（一）聚力修渠，在通上求突破${bodies[2]}${bodies[0]}（二）聚力管账，在清上求突破${bodies[1]}${bodies[0]}（三）聚力带人，在实上求突破${bodies[3]}${bodies[2]}`;
  const found = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').outline.articles.flatMap(({ sections }) => flatten(sections));
  assert.ok(found.some((head) => head.startsWith('1 第一部分')) && found.some((head) => head.startsWith('1 第二部分')), found.join('\n'));
  assert.equal(found.filter((head) => head.startsWith('2 （')).length, 6, found.join('\n'));
});

test('the link that an encyclopedia has behind each head goes, an editor stays', () => {
  assert.deepEqual(headsOf(['一、渠口在哪里编辑', bodies[0], '二、渠水为什么在流走编辑', bodies[1], '三、渠水靠谁来留住编辑', bodies[3]]), ['1 一、 渠口在哪里', '1 二、 渠水为什么在流走', '1 三、 渠水靠谁来留住']);
  assert.deepEqual(headsOf(['一、怎样当好总编辑', bodies[0], '二、怎样当好记者', bodies[1]]), ['1 一、 怎样当好总编辑', '1 二、 怎样当好记者']);
});
