import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** What a page put into one line with the text. */
const title = '在灌区春修现场会上的讲话';
const body = '同志们：清明一过，地气就上来了，渠里的水再不到田头，秧苗就要误了时节。今天请大家到渠首来，是要把春修的账当面算清楚，谁的渠段谁来修，修到什么程度算合格，都要有个说法。一、把责任认下来每一段渠都要有人认领，认领的人要在图上签字，签了字就要管到秋收。二、把质量管起来去年有两处渠坡，修好不到一个月又塌了，这样的活儿不能再干，谁干的谁返工。谢谢大家！';

function read(text: string): string {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').text.replace(/\s/gu, '');
}

const clean = read(`${title}${body}`);

/** The body with `words` behind the first `behind`. */
function put(words: string, behind: string): string {
  const at = body.indexOf(behind) + behind.length;
  return `${title}${body.slice(0, at)}${words}${body.slice(at)}`;
}

test('copies of the title with what pages add to them go from in front of the text', () => {
  for (const above of [`${title}.docx`, `精选${title}（通用3篇） ${title}`, `【最新】${title}范文 ${title}.doc 正文：`, `下面是小编收集的${title}，供大家参考。`, title]) {
    assert.equal(read(`${above}${title}${body}`), clean, above);
    assert.equal(read(`${above}${title}\n${body.replace('：', '：\n').replace('谢谢', '\n谢谢')}`), clean, above);
  }
});

test('what a page put right before and behind the title goes', () => {
  for (const above of ['正文：', '【正文】', '正文复制', '内容预览：', 'No.20230117 ', 'A03-12-0457', '2021-05-13 10:22 ', '精品：', '精选优质文档，值得收藏', '文档来源为网络，下载后可自由编辑.', '下面是小编为大家找来的春修讲话，欢迎参考！']) assert.equal(read(`${above}${title}${body}`), clean, above);
  for (const behind of ['（精选3篇）', '.docx', '　发布日期：2019-12-27 08:47　来源：青山市府办']) assert.equal(read(`${title}${behind}${body}`), clean, behind);
});

test('who speaks and when stays before and behind the title', () => {
  for (const text of [`青山县水利局局长王大山${title}（2023年3月18日）${body}`, `${title}主讲人：王大山${body}`, `2023年春修工作会议上的讲话${body}`]) assert.equal(read(text), text);
});

test('a title’s words that come back within the text stay', () => {
  for (const text of [`在全县灌区春修现场会上的讲话今天召开全县灌区春修现场会，我讲几句。${body}`, `春修春灌两不误，全县灌区春修现场会议纪要全县灌区春修现场会议于昨天召开。${body}`]) assert.equal(read(text), text.replace(/\s/gu, ''));
});

test('the first words of the text, cut off by dots and shown once more above it, go', () => {
  const lead = body.slice(0, 60);
  for (const above of [`${lead}……`, `导读：${lead}...\n`, `【摘要】${lead}…\n`, `内容简介：${title}${lead}……[详细]\n`, `${lead}\n`]) assert.equal(read(`${above}${title}${body}`), clean, above);
  const said = `水要一渠一渠地放，田要一块一块地浇……水要一渠一渠地送。${body}`;
  assert.equal(read(said), said);
});

test('a text that the page holds two times is read two times, and its outline stands', () => {
  const { outline, text } = parseSpeech({ text: `${title}\n${body}\n${title}\n${body}`, hints: [], layout: 'lines' }, 'a.txt');
  assert.equal(text.split('签了字就要管到秋收').length, 3);
  const [first] = outline.articles;
  assert.deepEqual([first?.title, first?.sections.slice(0, 2).map(({ heading }) => heading)], [title, ['把责任认下来', '把质量管起来']]);
});

test('style sheets, scripts, tags and entities go wherever they stand', () => {
  for (const words of ['@page { size: 21cm 29.7cm; margin: 2cm } p { line-height: 120% }', 'p.Normal{margin:0cm;font-family:宋体;}', '<br/>', '<!-- 正文开始 -->', '<!--content-->', '<p class="a">', "document.write('<b></b>');", 'var unit_id = "u731";', '(function(){var s = {a: 1};})();', '&nbsp;&nbsp;', '&amp;nbsp;', 'hellip;', '_x005f', '&#12288;', '|', '`', '.']) {
    for (const behind of ['算合格，', '把春修的']) assert.equal(read(put(words, behind)), clean, words);
  }
});

test('what only looks like it stays', () => {
  for (const said of ['研发投入（R&D）每年要增长两成。', '含沙量要<5%，流量要>3个。', '他常引爱因斯坦和列夫.托尔斯泰的话来讲治水的道理，讲得明白，听得进去，记得住，用得上，大家都爱听他讲。', '主题分三块：春修|春灌|春管，块块都要有人抓，抓就要抓出样子来，抓不出样子就换人来抓，到了年底再一块一块地对账。', '加入组织(WTO);修好水渠(GIS);两件事都要办。']) assert.equal(read(`${title}\n${said}`), `${title}${said}`.replace(/\s/gu, ''), said);
});

test('a line of the page’s own that names the title goes whole', () => {
  assert.equal(read(`${title}.docx\n上传人：王** 文档编号：10779 格式：DOCX 页数：3\n下载 相关 举报\n${title}.docx_第1页\n第1页 / 共3页\n${title}${body}`), clean);
});

test('words of a page glued behind, within and between sentences go, to the character', () => {
  const marks = ['（未完，全文共5231字，当前显示2100字）', '登录后查看剩余内容', '点击展开全文', '第2页共3页 本文格式为Word版，下载可任意编辑', '优质文档 1 欢迎下载', '【云坡文库yunpo.example.com】', '更多资料请到云坡文库', '[图]', '本文转载自云坡文库'];
  for (const words of marks) for (const behind of ['算合格，都要有个说法。', '修到什么程', '谁干的谁返工。']) assert.equal(read(put(words, behind)), clean, `${behind}|${words}`);
  for (const words of ['...剩余50%未读，登录后查看全文', '……试读结束，开通会员阅读全文', '还剩3页未读，继续阅读', '以上为部分内容，下载后可见全文']) assert.equal(read(`${title}${body.slice(0, 120)}${words}`), read(`${title}${body.slice(0, 120)}`), words);
});

test('a text that speaks of pages, papers and sites keeps its words', () => {
  for (const said of ['请翻到材料第3页的那张表，对照着看一看。', '近3/4的渠段已经完工，剩余的四分之一要在月底以前完成。', '档案室的文档要编好目录，谁借阅谁登记，精品案例要汇编成册供大家参考。', '会员单位要带头修渠，缴了会费不等于尽了义务。', '这部书的版权归县志办，转载要征得同意。', '本文件（讨论稿）已经印发，请大家逐条提意见，全文如下。']) assert.equal(read(`${title}\n同志们：\n${said}\n谢谢大家！`), `${title}同志们：${said}谢谢大家！`, said);
});
