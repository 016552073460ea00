import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** A speech with its breaks, and what a page of a site puts around it. */
const above = '首页 > 范文大全 > 讲话致辞\n发布时间：2021-03-18 09:20 来源：拾穗文库 浏览：1204 次\n';
const speech =
  '在全乡灌区清淤现场会上的讲话\n各位村干部、同志们：\n渠里的水停了半个月，今天趁着底泥还软，把大家请到渠边来。去年清淤，十一个村有九个村赶在小雪以前干完，剩下两个村拖到了开春。\n工段昨天已经划好，桩上写着村名和米数，谁的段谁来清，清完了请下游的人来验。挖出来的泥不许堆在渠肩上，一场雨又冲回去，等于没有干。\n今天下午就下渠，天黑以前各村报一个数给我。散会！';
const below = '\n上一篇：水管员年终总结\n下一篇：抗旱会上的表态发言\n相关推荐\n版权所有 拾穗文库 备案号 0213';

const plain = (text: string): string => text.replace(/\s/gu, '');
const read = (text: string): { readonly text: string; readonly lines: number } => {
  const { text: clean } = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  return { text: plain(clean), lines: clean.split('\n').filter((line) => line.trim() !== '').length };
};

const notices = [
  '本站承接各类文稿的修改，有需要的朋友请与站长联系。',
  '想看更多这样的稿子，记得把我们设为星标。',
  '注册会员送五十积分，可换十篇同类文稿。',
];

for (const notice of notices) test(`a notice in one line with the last words goes where a page stands around the text: ${notice}`, () => {
  assert.equal(read(above + speech + notice + below).text, plain(speech));
});

test('what the speaker says last stays in its paragraph', () => {
  const whole = read(above + speech + below);
  for (const said of ['车停在桥头，请大家扫码登记以后再走。', '表格在会务组，没有领到的同志请找小孟。', '水利站的电话写在渠首的牌子上，有事请打。', '下次会前请把各村的清淤照片发到群里。']) {
    assert.deepEqual(read(above + speech + said + below), { text: plain(speech + said), lines: whole.lines }, said);
  }
});

test('of sentences behind the last one only those go behind which none stays', () => {
  const own = '请各村把人数报到工段。';
  const { text } = read(above + speech + (notices[0] ?? '') + own + below);
  assert.ok(text.endsWith(plain(own)), text);
});

test('all that goes is reported', () => {
  const source = above + speech + (notices[0] ?? '') + below;
  const { text, outline } = parseSpeech({ text: source, hints: [], layout: 'lines' }, 'a.txt');
  const went = outline.problems.filter(({ space }) => space === 'source').map(({ span }) => source.slice(span.start, span.end));
  assert.ok(went.some((each) => each.includes('文稿的修改')), went.join(' | '));
  assert.equal(plain(text).length + plain(went.join('')).length, plain(source).length);
});
