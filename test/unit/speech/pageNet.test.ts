import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** The clean text of a plain text, a paragraph a line. */
function clean(lines: readonly string[]): string {
  return parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'a.txt').text;
}

const speech = [
  '在全县渔港整治动员会上的讲话',
  '同志们：',
  '渔港是渔民的家，家门口乱了几年，大家心里都不痛快，今天把话摆到桌面上讲清楚。',
  '一、把船管住',
  '进港的船要有证，停靠的船要有位，离港的船要有数，这三条谁也不能打折扣。',
  '二、把岸管好',
  '岸上的网具、油桶、杂物，十天之内清到指定的地方，过期的由镇里统一处理。',
  '这件事办得怎么样，年底请渔民来打分。谢谢大家！',
] as const;

test('a day and a site’s name without a label, counters and buttons go from above a short speech', () => {
  const [title = '', ...rest] = speech;
  assert.equal(clean(['潮声文稿网 首页', '讲话大全', title, '2022-05-17 潮声文稿网', '收藏 复制', ...rest, '潮声文稿网 版权所有']), speech.join('\n'));
});

test('headlines without a label below a saved speech go', () => {
  const below = ['上一篇：在全县春耕现场会上的讲话', '下一篇：没有了', '热门文章', '县长在防汛会上的讲话', '镇党委书记述职报告', '在全县教育工作会议上的发言', '关于我们 | 联系我们 | 网站地图', '备案号：闽ICP备00000000号'];
  assert.equal(clean(['首页 > 领导讲话 > 正文', ...speech, ...below]), speech.join('\n'));
});

test('a programme, a list of prices and a list of telephones are texts of short lines', () => {
  const programme = ['第三届海洋论坛日程', '9:00—9:30 开幕式', '地 点：一号报告厅', '主持人：孙国庆（海洋学院院长）', '（1）市科协主席 林海燕 致辞', '9:30—10:20 主旨报告', '地 点：一号报告厅', '主讲人：郑立新（水产研究所研究员）', '10:20—10:40 休息', '10:40—12:00 分组讨论', '地 点：二号会议室', '主持人：周静（渔业局科长）'];
  const prices = ['惠民票价一览', ...['海洋馆', '古炮台', '渔村记忆馆', '灯塔公园', '湿地公园'].flatMap((name, index) => [`${index + 1}、${name}`, `成人票：${30 + index}元`, `学生票：${15 + index}元`, `咨询电话：6655443${index}`])];
  const telephones = ['各组联络方式', ...['渔港组', '宣传组', '后勤组', '安全组'].flatMap((name, index) => [name, `联系人：${['孙国庆', '林海燕', '郑立新', '周静'][index] ?? ''}`, `电话：0591-700123${index}`])];
  for (const text of [programme, prices, telephones]) assert.equal(clean(text).replace(/\s/gu, ''), text.join('').replace(/\s/gu, ''));
});

test('a whole speech on one line is never taken for a page’s, whatever stands around it', () => {
  const [title = '', ...rest] = speech;
  const text = clean(['首页 > 讲话 > 正文', '点击：1024', title, rest.join(''), '【打印】【关闭】', '版权所有']);
  assert.equal(text.replace(/\s/gu, ''), speech.join('').replace(/\s/gu, ''));
});

test('headlines and teasers far below a saved speech go though nothing in their words tells them', () => {
  const news = ['镇海大桥合龙', '秋粮收购价格公布', '二手房交易回暖', '新学期食堂换了厨师', '海鲜市场搬迁', '公交三路延长到码头', '老街修旧如旧', '灯会今晚开幕', '台风过后话重建', '渔家女考上大学'];
  const below = ['上一篇：在全县春耕现场会上的讲话', '相关阅读', ...news, '图片新闻', ...news.map((each) => `${each}组图`), '版权所有 潮声网', '备案号：闽ICP备00000000号'];
  const above = ['首页', '新闻', '讲话', '专题', '图片', '视频', '论坛', '您的位置：首页 > 讲话'];
  assert.equal(clean([...above, ...speech, ...below]), speech.join('\n'));
});
