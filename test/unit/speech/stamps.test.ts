import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const sentences = Array.from({ length: 40 }, (_, index) => `第${'一二三四五六七八九十'.charAt(index % 10)}道渠的水，要流到${'东南西北中'.charAt(index % 5)}坡的每一块田里去，流不到就不算数。`);
const whole = sentences.join('');

function read(text: string): string {
  return parseSpeech({ text: `在水利工作会议上的讲话\n同志们：\n${text}\n谢谢大家！`, hints: [], layout: 'lines' }, 'a.txt').text;
}

/** Cuts the text about every 240 characters, wherever that is. */
function paged(mark: (page: number) => string): string {
  const pages: string[] = [];
  let at = 0;
  while (at < whole.length) {
    const end = at + 220 + 13 * pages.length;
    pages.push(whole.slice(at, end));
    at = end;
  }
  return pages.map((page, index) => page + (index < pages.length - 1 ? mark(index + 1) : '')).join('');
}

test('what a page’s end put around its number goes with it, whatever the words', () => {
  for (const mark of [(page: number) => `临河水利简讯${page}`, (page: number) => `清渠文稿，自由编辑${page}欢迎取用`, (page: number) => `${page}　渠系文献汇编`]) {
    assert.ok(read(paged(mark)).includes(whole), mark(1));
  }
});

test('a running head that says the title over again goes with its number, though it reads like the text', () => {
  const title = '在全县水利安全工作会议上的讲话';
  const run = paged((page) => `${page}  ${title}`);
  const read = parseSpeech({ text: `${title}.doc ${title}县长 周渠（2023年2月3日）同志们：${run}`, hints: [], layout: 'lines' }, 'a.txt');
  assert.ok(read.text.replace(/\n/gu, '').includes(whole), read.text);
});

test('two pages are enough for a running head that says the title, and the last page may be short', () => {
  const title = '在灌区秋季开闸仪式上的讲话';
  const of = (text: string): string => parseSpeech({ text: `${title}\n同志们：${text}`, hints: [], layout: 'lines' }, 'a.txt').text.replace(/\n/gu, '');
  const short = whole.slice(0, 700);
  assert.ok(of(`${short.slice(0, 203)}${title} - 1 -${short.slice(203, 461)}${title} - 2 -${short.slice(461)}`).includes(short));
  const ended = `${short.slice(0, 206)}1  ${title}${short.slice(206, 421)}2  ${title}${short.slice(421, 640)}3  ${title}${short.slice(640)}4  ${title}`;
  assert.ok(of(ended).endsWith(short), of(ended));
});

test('what names those who put texts on line goes from within words, with signs around it and without', () => {
  const cuts = ['问题', '群众', '经验', '工作'];
  const said = ['各村问题都要算清，', '眼下群众盼水盼路，', '往年经验要写下来，', '这项工作关系大局，'];
  const own = sentences.map((sentence, index) => (index % 9 === 0 ? `${said[(index / 9) % 4] ?? ''}${sentence}` : sentence)).join('');
  for (const stamp of ['本文来自清渠文库', '★公文小秘书★']) {
    const stamped = cuts.reduce((text, word) => text.replaceAll(word, `${word.charAt(0)}${stamp}${word.slice(1)}`), own);
    assert.ok(read(stamped).includes(own), stamp);
  }
});

test('a site’s name in Chinese alone goes to the character where a gap tells it and it comes back', () => {
  const works = ['这项工作关系大局', '各村问题都要算清', '眼下群众盼水盼路', '往年经验要写下来'];
  const cuts = ['工作', '问题', '群众', '经验'];
  const worded = sentences.map((sentence, index) => (index % 9 === 0 ? sentence.replace('，', `，${works[(index / 9) % 4] ?? ''}，`) : sentence)).join('');
  const stamped = cuts.reduce((text, word) => text.replaceAll(word, `${word.charAt(0)}老渠头材料网 整理${word.slice(1)}`), worded);
  assert.ok(read(stamped).includes(worded));
  // Who speaks comes back as well, and parts no word.
  const named = sentences.map((sentence, index) => (index % 8 === 0 ? `镇长 周大渠 同志说过，${sentence}` : sentence)).join('');
  assert.ok(read(named).includes(named));
});

test('numbers of pages go with their brackets, and where a mark of a preview stands alone', () => {
  assert.ok(read(paged((page) => `（${page}/8）`)).replace(/\n/gu, '').includes(whole));
  const alone = read(paged((page) => `\n${page + 1}、\n镇水利会议材料\n`));
  assert.ok(alone.replace(/\n/gu, '').includes(whole), alone);
  // Above text of its own such a number counts a part.
  const parts = sentences.slice(0, 4).map((sentence, index) => `${index + 1}、\n${sentence.repeat(3)}`).join('\n');
  assert.equal(read(parts).replace(/\n/gu, ''), `在水利工作会议上的讲话同志们：${parts.replace(/\n/gu, '')}谢谢大家！`);
});

test('pages of a piece of a longer document may begin with any number', () => {
  const pieces = [0, 153, 320, 487, 640].map((from, index, all) => whole.slice(from, all[index + 1]));
  const text = read(pieces.map((piece, index) => (index === 0 ? piece : `${index + 47}\n${piece}`)).join('\n'));
  assert.ok(text.replace(/\n/gu, '').includes(whole), text);
});

test('the first numbers of two lists are no pages of a preview', () => {
  const list = (from: number): string => sentences.slice(from, from + 3).map((sentence, index) => `${index + 1}、管好渠口${sentence.repeat(3)}`).join(' ');
  const text = `一、我的优势 ${list(0)} 二、我的打算 ${list(10)}`;
  assert.ok(read(text).replace(/\s/gu, '').includes(text.replace(/\s/gu, '')), read(text));
});

test('numbers that the text counts up stay', () => {
  const counted = sentences.map((sentence, index) => (index % 10 === 0 ? `${sentence}到第${index / 10 + 1}期工程为止，投资都按时到位。` : sentence)).join('');
  assert.ok(read(counted).includes(counted));
  const referred = sentences.map((sentence, index) => (index % 6 === 0 ? sentence.replace('，', `（详见专栏${index / 6 + 1}），`) : sentence)).join('');
  assert.ok(read(referred).includes(referred));
});

test('one mark of page and pages within a sentence goes', () => {
  assert.ok(read('水是命脉，渠是血管，谁把渠堵了第 1 页 共 2 页就找谁算账。').includes('谁把渠堵了就找谁算账。'));
  const said = '请翻到材料第1页，共2页的那张表。';
  assert.ok(read(said).includes(said));
});

test('the numbers of two or three pages go where they cut sentences, and what a number counts stays', () => {
  const rows = (number: (page: number) => string): string => `${whole.slice(0, 150)}${number(1)}${whole.slice(150, 330)}${number(2)}${whole.slice(330, 520)}${number(3)}${whole.slice(520, 640)}`;
  const cut = whole.slice(0, 640);
  const onLines = read(`${whole.slice(0, 153)}\n2\n${whole.slice(153, 320)}`);
  assert.ok(onLines.replace(/\n/gu, '').includes(whole.slice(0, 320)), onLines);
  for (const mark of [(page: number) => String(page), (page: number) => ` ${page} `]) {
    const within = read(rows(mark));
    assert.ok(within.replace(/\n/gu, '').includes(cut), within);
  }
  // Whose first page has no mark.
  const marked = read(`${whole.slice(0, 247)}\n2、${whole.slice(247, 505)}\n3、${whole.slice(505, 760)}`);
  assert.ok(marked.replace(/\n/gu, '').includes(whole.slice(0, 760)), marked);
  // Where a preview's pages are as short as paragraphs.
  const previewed = parseSpeech({ text: `1、在水利工作会议上的讲话 同志们：${rows((page) => `${page + 1}、`)}`, hints: [], layout: 'lines' }, 'a.txt').text;
  assert.ok(previewed.replace(/\n/gu, '').includes(cut), previewed);
  const counted = `今年全县要修渠${whole.slice(0, 120)}\n2\n个乡的闸门都要换新的，一个也不能落下。`;
  assert.ok(read(counted).includes('2'));
  const lasting = whole.slice(0, 100).replace('流不到', '通水1个月以后流不到') + whole.slice(100, 220).replace('要流到', '要用2台泵流到') + whole.slice(220, 340).replace('要流到', '要用3个人看着流到');
  assert.ok(read(lasting).replace(/\n/gu, '').includes(lasting));
});

test('a site’s name goes from within a sentence where brackets, an address or a verb set it off', () => {
  const page = (text: string): string => `清渠文库\n首页 讲话 总结 报告\n位置：清渠文库 > 讲话\n整理：清渠文库 时间：2020-02-03\n在水利工作会议上的讲话\n同志们：\n${text}\n谢谢大家！\n清渠文库 关于我们 联系我们`;
  const clean = '水是命脉，渠是血管，谁把渠堵了就找谁算账。';
  for (const stamp of ['（清渠文库）', '[www.example.com清渠文库]', '清渠文库 www.example.com', '本文来自清渠文库', '清渠文库版权所有']) {
    const { text } = parseSpeech({ text: page(clean.replace('血管，', `血管，${stamp}`)), hints: [], layout: 'lines' }, 'a.txt');
    assert.ok(text.includes(clean), stamp);
  }
  const said = '县里办的清渠文库，收了三百年的治水文献。';
  assert.ok(parseSpeech({ text: page(said), hints: [], layout: 'lines' }, 'a.txt').text.includes(said));
});

test('the address of what a sentence speaks of stays, with what is to be done there', () => {
  for (const said of ['凡不能在省里的用水信息网（www.example.gov.cn）查询到户号的，到村委会补办。', '名单在县政府门户网站（www.example.gov.cn）公示七天，群众可以提意见。']) assert.ok(read(said).includes(said), said);
});

test('an address that the text sends its hearers to stays', () => {
  const said = '用水权交易的规则，大家可以登录省里的平台（www.example.gov.cn）查询。';
  assert.ok(read(said).includes(said));
});

test('the title as running head of two or three pages goes', () => {
  const text = parseSpeech({ text: `在水利工作会议上的讲话\n同志们：\n${whole.slice(0, 200)}\n\n— 1 —\n\n在水利工作会议上的讲话\n${whole.slice(200, 420)}`, hints: [], layout: 'lines' }, 'a.txt').text;
  assert.equal(text.split('在水利工作会议上的讲话').length, 2);
});

test('what a forum strews over the ends of lines goes, formulas and names stay', () => {
  assert.ok(read('水是命脉，渠是血管。! k3 d% P_ 7 x& Z: r2 N~ w\n谁把渠堵了就找谁算账。').includes('渠是血管。\n谁把渠堵了'));
  assert.ok(read('水是命脉，渠( w2 ~ T; h9 v# M_ q 4是血管，谁堵谁赔。').includes('水是命脉，渠是血管'));
  for (const said of ['公式是 a + b = c + d - e，谁都会算。', '车间里的 A B C D E F 六条线都要开足。', '材料费 & 人工费 & 管理费要分开记。']) assert.ok(read(said).replace(/\s/gu, '').includes(said.replace(/\s/gu, '')), said);
});

test('a seller with a label, parted by spaces, goes from within a sentence and nothing with it', () => {
  const own = `${sentences[0] ?? ''}水利站牵头把散户的水泵编成一队，抱团过旱天，把小舢板连成大船队。${sentences[1] ?? ''}`;
  assert.equal(read(own.replace('抱团过旱天，', '抱团过旱天， 广告：代写材料、代做账，加微信12345 ')).replace(/ /gu, ''), read(own));
  const told = `${sentences[0] ?? ''}墙上还贴着一张广告：谁家的渠先通，先给谁家放水，大家看了都笑。${sentences[1] ?? ''}`;
  assert.ok(read(told).includes('广告：谁家的渠先通'));
});

test('words that come back alike within sentences go: who printed it and when, times of a record, what an encyclopedia puts there', () => {
  const own = '水是命脉，渠是血管，谁把渠堵了就找谁算账。每个渠段都要派人驻守三个月，修到秋后为止，少一天也不算数。';
  const cut = (words: string): string => own.replace('血管', `血${words}管`).replace('驻守', `驻${words}守`);
  assert.ok(read(cut('李XX 2021-03-04 仅限查阅')).includes(own));
  const [first = '', second = ''] = own.split('。');
  assert.ok(read(`[00:01:12]${first}。[00:02:40]${second}。`).includes(`${first}。\n${second}。`) || read(`[00:01:12]${first}。[00:02:40]${second}。`).includes(own));
  assert.ok(read(`${first}[1]。${second}[2]。\n一、渠[编辑]\n渠要修。\n二、闸[编辑]\n闸要管。`).includes(first + '。'));
  for (const text of [own.replace('谁把渠', '2021年3月4日谁把渠').replace('修到', '到2021年3月4日修到'), own.replace('。', '[1]。'), '请各组在（9：30）、（10：30）两个时间到 A2 渠首签到，签到以后再到 A2 渠首领图。']) assert.ok(read(text).includes(text), text);
});
