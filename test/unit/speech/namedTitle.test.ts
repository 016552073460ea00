import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const title = '在全县秸秆禁烧动员会上的讲话';
const body = '同志们：\n秋收已经开始，今天把秸秆禁烧的事情再敲一遍钟，请大家务必听进去。\n一、把道理讲到户\n烧一把火省一时的力，坏的是一年的地，这个账要同群众算清楚。\n二、把出路找到田\n离田的有人收，还田的有机械，堵住的路要有打开的路。\n谢谢大家！';

function read(text: string): { text: string; title: string | null; speaker: string | null } {
  const { text: clean, outline } = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  return { text: clean, title: outline.articles[0]?.title ?? null, speaker: outline.articles[0]?.speaker ?? null };
}

test('all that a mail says above the title goes, in sentences or not', () => {
  const mail = `主题：转发：${title}\n发件人：办公室 <office@example.com>\n时间：2021年9月3日 16:20\n各位：\n昨天会上的讲话附在下面，请抓紧学习，周五以前报贯彻情况。\n小孟\n`;
  assert.equal(read(`${mail}${title}\n${body}`).text, `${title}\n${body}`);
});

test('lines that say the title over again with words of the page go, the text’s own stays', () => {
  for (const other of [`标题：${title}`, `${title}_田园文库`, `${title}(最新版)`, `《${title}》由网友“麦田”上传`]) {
    assert.equal(read(`田园文库 首页 讲话 总结\n发布时间：2021-09-03 阅读：120次\n${other}\n${title}\n${body}`).text, `${title}\n${body}`, other);
  }
});

test('what is added to the title may be the text’s: who speaks', () => {
  assert.ok(read(`上传时间：2021-09-03 下载：12次\n县长赵立新${title}\n${title}\n${body}`).text.includes('赵立新'));
});

test('a lead between title and address goes, day and speaker stay', () => {
  const lead = '编者按：禁烧年年讲，这一篇讲出了新意，本报全文刊登，供基层干部参考。';
  const { text, speaker } = read(`${title}\n原创 田园笔记 2021-09-03 18:00\n点击上方蓝字关注我们\n（2021年9月2日）\n赵立新\n${lead}\n${body}\n阅读原文\n阅读 120 在看 3`);
  assert.equal(text, `${title}\n（2021年9月2日）\n赵立新\n${body}`);
  assert.equal(speaker, '赵立新');
});

test('a title that names no genre stays where a page stands around it', () => {
  const page = (own: string): string => `田园政务网\n首页\n政务公开\n当前位置：首页>领导讲话\n${own}\n日期：2021-09-03 来源：县政府办 阅读：120\n主讲人：赵立新\n时间：2021年9月2日\n${body}\n打印本页 关闭窗口`;
  for (const own of ['把火种掐灭在地头', '让每一块田都有人守']) {
    const { text, title: found, speaker } = read(page(own));
    assert.equal(found, own);
    assert.equal(speaker, '赵立新');
    assert.equal(text, `${own}\n主讲人：赵立新\n时间：2021年9月2日\n${body}`);
  }
});

test('a title in one line with the page’s own row stays where no other does', () => {
  const page = (row: string): string => `田园政务网 首页 政务公开\n发布时间：2021-09-03 阅读：120次\n${row}\n${body}\n打印本页 关闭窗口`;
  for (const row of [`字号：大 中 小 ${title} 语音播报`, `阅读原文 收藏 ${title} 【打印】`]) {
    const { text, title: found } = read(page(row));
    assert.equal(text, `${title}\n${body}`, row);
    assert.equal(found, title);
  }
});

test('headlines that are listed above and stand again below are the text’s', () => {
  const headlines = ['全县秋收全面展开', '秸秆离田有了新办法', '禁烧巡查队昼夜值守', '粮库敞开收购新粮', '农机下乡检修到田头', '晚稻长势好于常年'];
  const items = headlines.map((headline) => `${headline}\n${headline}，各地干部群众抢抓晴好天气，田间地头一片繁忙。`).join('\n');
  assert.equal(read(`每日播报\n${headlines.join('\n')}\n${items}`).text, `每日播报\n${headlines.join('\n')}\n${items}`);
});

test('签收 below a text is no signature, 赵立新 is', () => {
  const { text } = read(`协同办公平台\n发布部门：办公室 发布时间：2021-09-03 10:12\n${title}\n${body}\n赵立新\n2021年9月2日\n签收\n签收人 签收时间 签收意见\n[打印] [关闭]`);
  assert.equal(text, `${title}\n${body}\n赵立新\n2021年9月2日`);
});
