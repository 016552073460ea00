import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';

/** The speech on all pages below, a line each. */
const speech = [
  '在全县林业工作会议上的讲话',
  '同志们：',
  '今天把大家请来，只讲一件事，就是把山上的树管住、管好、管到底。',
  '一、认账',
  '去年补植三万亩，成活率只有六成，这笔账要认，认了才能改。',
  '二、改账',
  '每一片林子都要有人管，管的人名字要挂在路口，群众随时看得见。',
  '我就讲这些，谢谢大家。',
];

async function read(page: string | Uint8Array, name = '页.html'): Promise<{ lines: string[]; title: string | null; removed: string[] }> {
  const document = await readDocument(typeof page === 'string' ? Buffer.from(page) : page, name);
  return {
    lines: document.text.split('\n').map((line) => line.replace(/\s+/gu, '')),
    title: document.outline.articles[0]?.title ?? null,
    removed: document.outline.problems.map((problem) => problem.code),
  };
}

const paragraphs = speech.slice(1).map((line) => `<p>　　${line}</p>`).join('\n');
const wanted = speech.map((line) => line.replace(/\s+/gu, ''));

test('parts of a page that their element, role or name tells are told as removed', async () => {
  const page = `<!doctype html><html><head><meta charset="utf-8"><title>在全县林业工作会议上的讲话_某县政府网</title><style>p{color:red}</style></head><body class="has-sidebar">
<!-- 顶部 --><div id="top_nav"><span>首页</span><span>林业动态</span></div>
<header role="banner"><p>今天天气晴，气温五到十二度，适宜外出</p></header>
<div class="main-content"><h1>${speech[0] ?? ''}</h1>${paragraphs}
<div class="share-box"><p>把这篇讲话分享给你的同事们吧</p></div></div>
<aside><h3>专题报道</h3><p>护林员老秦的一天，从凌晨四点开始</p></aside>
<div class="recommend-list"><p>又一批树苗运抵各乡镇，干部群众连夜卸车</p></div>
<footer><p>某县融媒体中心建设和维护，欢迎提出宝贵意见</p></footer>
<iframe src="ad.html">广告</iframe><noscript>请打开脚本</noscript><template><p>模板</p></template><script>document.write('<p>脚本</p>')</script></body></html>`;
  const { lines, title, removed } = await read(page);
  assert.deepEqual(lines, wanted);
  assert.equal(title, speech[0]);
  assert.ok(removed.includes('page-furniture'));
});

test('a part that holds most of the page is its text, whatever it is called', async () => {
  const { lines } = await read(`<html><body><div class="sidebar comment"><h1>${speech[0] ?? ''}</h1>${paragraphs}</div></body></html>`);
  assert.deepEqual(lines, wanted);
});

test('paragraphs of nothing but line breaks, entities for indents, a frame of tables', async () => {
  const body = speech.slice(1).map((line) => `&nbsp;&nbsp;&#12288;&emsp;${line}`).join('<br/>\r\n<BR><br>');
  const page = `<table border=0><tr><td><table><tr><td align=center><b>${speech[0] ?? ''}</b></td></tr><tr><td>${body}</td></tr></table></td></tr></table>`;
  assert.deepEqual((await read(page)).lines, wanted);
});

test('words of a site above the heading do not hide the title', async () => {
  const { title } = await read(`<html><body><div>绿满山川</div><div>第七十四期</div><h1>${speech[0] ?? ''}</h1>${paragraphs}</body></html>`);
  assert.equal(title, speech[0]);
});

test('how a collection counts its texts is no part of a title', () => {
  for (const mark of ['篇一：', '【篇二】', '第一篇：', '范文3：', '标题：']) {
    const text = [`${mark === '【篇二】' ? '篇二、' : mark}${speech[0] ?? ''}`, ...speech.slice(1)].join('\n');
    assert.equal(parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').outline.articles[0]?.title, speech[0], mark);
  }
});

const plain = `${speech.join('\n')}\n`;
const page = (charset: string): string => `<html><head>${charset === '' ? '' : `<meta charset="${charset}">`}</head><body><h1>${speech[0] ?? ''}</h1>${paragraphs}</body></html>`;
for (const [name, bytes, file] of [
  ['a page that says nothing and is GBK', iconv.encode(page(''), 'gbk'), '页.html'],
  ['a page that says UTF-8 and is GBK', iconv.encode(page('utf-8'), 'gbk'), '页.html'],
  ['a page that says GB2312 and is UTF-8', Buffer.from(page('gb2312')), '页.html'],
  ['a page in UTF-16 without a mark', iconv.encode(page('utf-16'), 'utf16-le', { addBOM: false }), '页.html'],
  ['text in UTF-16, without a mark', iconv.encode(plain, 'utf16-le', { addBOM: false }), '稿.txt'],
  ['text in UTF-16, the other way round', iconv.encode(plain, 'utf16-be', { addBOM: false }), '稿.txt'],
  ['line ends of three kinds', Buffer.from(speech.map((line, index) => line + ['\r\n', '\n', '\r'][index % 3]).join('')), '稿.txt'],
  ['zero bytes strewn over a text', Buffer.from(speech.map((line) => `${line.slice(0, 4)}\0${line.slice(4)}`).join('\n')), '稿.txt'],
] as const) {
  test(name, async () => assert.deepEqual((await read(bytes, file)).lines, wanted));
}

test('a single line of eight million characters is read in seconds', async () => {
  const sentence = '要把每一片林子都管起来，管的人名字要挂在路口，群众随时看得见。';
  const started = Date.now();
  const { lines } = await read(sentence.repeat(Math.ceil(8e6 / sentence.length)), '稿.txt');
  assert.ok(lines.join('').length >= 8e6);
  assert.ok(Date.now() - started < 30_000, `${String(Date.now() - started)} ms`);
});
