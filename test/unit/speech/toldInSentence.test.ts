import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { isToldInSentence } from '../../../src/core/speech/toldInSentence.ts';

function told(sentence: string): boolean {
  const start = sentence.indexOf('|');
  const end = sentence.indexOf('|', start + 1) - 1;
  return isToldInSentence(sentence.replaceAll('|', ''), { start, end });
}

test('words of a page’s that the sentence around them tells of are the speaker’s', () => {
  for (const sentence of [
    '人不准离开，|手册第12页|有一张表，测一次记一次。',
    '页面的最下面还写着一行小字：|本站内容来自网络，版权归原作者所有|。',
    '大门口贴着：|扫码入群领取全套学习资料|，我让人揭了。',
    '可以关注公众号“渠上人家”，|点击右下角的“放水”，输入田块的名字|，就看得到轮到哪一天。',
  ]) assert.ok(told(sentence), sentence);
});

test('those that only stand in it are not', () => {
  for (const sentence of [
    '今年的目标|扫码入群领取全套学习资料|是修好三条干渠。',
    '渠修好了，|第12页|有人要看住。',
    '渠修好了，|点击下方卡片关注我们领取范文|还要有人看住。',
  ]) assert.ok(!told(sentence), sentence);
});

test('a speaker who reads out what a page says keeps it', () => {
  const speech = '在读书会上的讲话\n同志们：\n我的同学写了一本书，花了四年，上架第二天网上就有了，免费下载，下载量是正版销量的四十倍。页面的最下面还写着一行小字：本站内容来自网络，版权归原作者所有，如有侵权请联系删除。他联系了，对方回了一句，请提供证明。我们办图书馆的人，要替写书的人看住这道门。';
  assert.ok(parseSpeech({ text: speech, hints: [], layout: 'lines' }, 'a.txt').text.includes('还写着一行小字：本站内容来自网络，版权归原作者所有，如有侵权请联系删除。'));
});
