import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** A speech on one line, and what pages of several kinds put before and behind it in the same line. */
const title = '在全乡灌区清淤现场会上的讲话';
const address = '各位村干部、同志们：';
const body =
  '渠里的水停了半个月，今天趁着底泥还软，把大家请到渠边来。去年清淤，十一个村有九个村赶在小雪以前干完，剩下两个村拖到了开春，结果头一遍水晚到了六天，下游的秧田等得裂了缝。今年不等了，工段昨天已经划好，桩上写着村名和米数，谁的段谁来清，清完了请下游的人来验。挖出来的泥不许堆在渠肩上，一场雨又冲回去，等于没有干。机器三台，轮着用，柴油由乡里出，人工各村自己派。安全员站在闸口，放水以前先吹哨子。今天下午就下渠，天黑以前各村报一个数给我。';

const glued = `${title} ${address}${body}`;

function read(text: string): string {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').text.replace(/\s/gu, '');
}

const clean = read(glued);

const pages: readonly (readonly [kind: string, above: string, below: string])[] = [
  ['a mail', 'From: 水利站小孟 To: 办公室老严 Date: Tue, 12 Nov 2019 08:21:40 +0800 Subject: 清淤会讲话 严主任，改过的稿子贴在下面，打印三份放会议室就行，辛苦。正文如下： ', ' -- 来自我的手机邮箱客户端 本邮件含附件一个，保存期十五天'],
  ['an office’s page', '网站首页 > 信息公开 > 水利工作 信息来源：乡水利站 发布日期：2019-11-12 08:30 字号：【大】【中】【小】 打印本页 ', ' 【关闭窗口】 上一条：灌区水费收取公示 下一条：关于停水检修的通知 主办单位：乡人民政府 技术支持：县信息中心'],
  ['a preview', '乡长灌区清淤讲话稿.docx-闻稿文库 | 大小：28KB | 约2页 | 上传于2019-11-15 | 举报 | ', ' 全文共2页，预览已结束 下载积分：3 文档评论（0） 请遵守法律法规，文明发言 相关文档 水库除险动员讲话 抗旱会表态发言'],
  ['a periodical', '灌区通讯 2019年第11期（总第86期） 会议专栏 第2—3页 责任编辑：渠生 ', ' （据录音整理，未经讲话人审阅） 补白：征稿启事 本刊长期征集治水故事、老照片。 邮箱：gqtx_11@xxx.example'],
];

for (const [kind, above, below] of pages) test(`what ${kind} put above and below a text goes where all stands in one line`, () => {
  assert.equal(read(above + glued + below), clean);
});

test('a text that is shown in part ends where the page begins, amid its sentence', () => {
  const part = glued.slice(0, glued.indexOf('轮着用'));
  assert.equal(read(`${part}您正在试读，已显示 412 字，全文 1985 字，登录后继续阅读`), read(part));
});

test('what a text itself says at its ends stays', () => {
  const ends = ['谢谢大家！', ' 乡长 孟春生 2019年11月12日', '**同志，您辛苦了！', ' 附件：各村工段划分表', '今天就讲这些，散会！'];
  for (const end of ends) assert.equal(read(glued + end), (clean + end).replace(/\s/gu, ''), end);
  assert.equal(read(`${glued}谢谢大家！${pages[0]?.[2] ?? ''}`), `${clean}谢谢大家！`);
  const opening = `中共某某乡委员会书记 孟春生 ${glued}`;
  assert.equal(read(opening), opening.replace(/\s/gu, ''));
});

test('a title that stands before words of a page and the address is no part of them', () => {
  assert.equal(read(`拾穗公文网 > 水利材料 > 会议讲话 ${title} 2019-11-12 07:36 【大 中 小】 【打印】 【收藏】 ${address}${body}`), clean);
});

test('the titles of several speeches in one line stay, and so does the number of an item', () => {
  const second = '在水库除险开工仪式上的讲话 各位民工、同志们：坝上的缝今年要合拢，料已经备到坝脚，人也到齐了，开工以后一天也不歇。';
  const text = read(`清淤讲话稿(精选2篇) 好渠公文 发布时间:2019-11-18 21:08:44 热度:812°C 勤动笔,写好稿 ${glued} [推荐]水管员年终总结 免费领取 篇二:${second} 清淤讲话稿(精选2篇)相关文章: 水管站服务承诺书 村主任发言稿 本文地址 http://www.haoqu.example/7712.html`);
  assert.ok(text.includes('在水库除险开工仪式上的讲话'), text);
  assert.ok(!text.includes('免费领取'), text);
});
