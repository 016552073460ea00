import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';

const head = (charset: string): string => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>讲话</title></head>`;
const body = `<body><form id="aspnetForm"><table width=960><tr><td><a href="/">头条</a></td><td><a href="/b">动态</a></td></tr></table>
<table><tr><td width=200><ul><li><a href="/c">老区新貌</a></li><li><a href="/d">乡土人物</a></li></ul></td><td><h1>在全市科普工作座谈会上的讲话</h1><p>同志们：</p>
<p>　　今天的座谈会开得很好，大家谈得也很实在。</p><h2>一、把阵地建起来</h2>
<p>　　每个街道要有一处像样的活动室，面积不少于五十m<sup>2</sup>，这一条没有商量的余地<sup>[1]</sup>。<span style="font-size:0px">防复制乱码</span></p>
<table><tr><td>街道</td><td>活动室</td></tr></table>
<pre>二、把人用起来
退休教师、工程师都是现成的老师，
要请他们出来。</pre><div style='mso-element:footnote-list'><p>脚注不要</p></div></td></tr></table></form></body></html>`;
const text = `在全市科普工作座谈会上的讲话
同志们：
今天的座谈会开得很好，大家谈得也很实在。
一、把阵地建起来
每个街道要有一处像样的活动室，面积不少于五十m2，这一条没有商量的余地。
街道 活动室
二、把人用起来
退休教师、工程师都是现成的老师，要请他们出来。`;

test('a page laid out in tables, inside a form, in GBK', async () => {
  const document = await readDocument(iconv.encode(head('gb2312') + body, 'gbk'), '讲话.doc');
  assert.equal(document.format, 'html');
  assert.equal(document.text, text);
  assert.ok(document.outline.problems.some(({ code }) => code === 'page-furniture'), 'menus are told as removed');
  assert.equal(document.outline.articles[0]?.title, '在全市科普工作座谈会上的讲话');
  assert.deepEqual(document.outline.articles[0]?.sections.map((section) => section.heading), ['把阵地建起来', '把人用起来']);
});

test('a page in Big5 is decoded as it says', async () => {
  const page = '<html><head><meta charset="big5"></head><body><p>各位來賓，今天我們在這裡見面。</p></body></html>';
  assert.equal((await readDocument(iconv.encode(page, 'big5'), '頁.htm')).text, '各位來賓，今天我們在這裡見面。');
});

test('a page that says GBK and is UTF-8 is UTF-8', async () => {
  assert.equal((await readDocument(Buffer.from(head('gb2312') + body), '页.html')).text, text);
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => (byte === 10 ? '\r\n' : byte > 126 || byte === 61 || byte < 32 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte)))
    .join('')
    .replace(/[^\r\n]{70}/g, '$&=\r\n')
    // A soft break must not part an escape.
    .replace(/=(=\r\n)([0-9A-F]{2})/g, '$1=$2')
    .replace(/=([0-9A-F])(=\r\n)([0-9A-F])/g, '$2=$1$3');

function message(encoding: 'base64' | 'quoted-printable', page: Uint8Array): Uint8Array {
  const other = `------edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://ads.example/frame\r\n\r\n${base64(Buffer.from('<p>广告框架</p>'))}\r\n`;
  const main = `------edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: https://example.org/a\r\n\r\n${encoding === 'base64' ? base64(page) : quoted(page)}\r\n`;
  const fields = 'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----edge"\r\n\r\n\r\n';
  return Buffer.from(`${fields}${main}${other}------edge--\r\n`, 'latin1');
}

for (const encoding of ['base64', 'quoted-printable'] as const) {
  test(`a page saved as one file (${encoding}), its frames left out`, async () => {
    const document = await readDocument(message(encoding, iconv.encode(head('gb2312') + body, 'gbk')), '存档.txt');
    assert.equal(document.format, 'mht');
    assert.equal(document.text, text);
  });
}

test('a saved page that was cut is read as far as it goes', async () => {
  const whole = message('base64', Buffer.from(head('utf-8') + body));
  const document = await readDocument(whole.subarray(0, 1100), '存档.mht');
  assert.ok(text.startsWith(document.text.slice(0, 10)) && document.text.length < text.length);
});

test('a message without a page is refused with a reason', async () => {
  const mail = Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--\r\n');
  await assert.rejects(readDocument(mail, 'a.mht'), { name: 'ReadFailure', code: 'damaged' });
});

test('messages in messages without end are given up', async () => {
  const nested = Array.from({ length: 5000 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`).join('');
  const started = performance.now();
  await assert.rejects(readDocument(Buffer.from(`MIME-Version: 1.0\r\n${nested}`), 'a.mht'), { name: 'ReadFailure' });
  assert.ok(performance.now() - started < 2000);
});

test('script and pictures of a page are never run, fetched or shown', async () => {
  const page = '<html><body><script>throw new Error("ran")</script><img src="https://example.org/x.png" onerror="process.exit(9)"><a href="javascript:process.exit(9)">同志们，今天的会议很重要。</a><svg><text>图</text></svg></body></html>';
  assert.equal((await readDocument(Buffer.from(page), 'a.html')).text, '同志们，今天的会议很重要。');
});

test('a page whose text stands where no script runs, or in what its script is to show', async () => {
  const shown = '<h1>在修路会上的讲话</h1><p>同志们：</p><p>今天请大家来，是要把东路和西路的事情一起定下来，早一天动工，乡亲们就少走一天泥路。</p><p>东路先修，西路后修，年底以前都要通车。</p>';
  const whole = (await readDocument(Buffer.from(`<html><body>${shown}</body></html>`), '页.html')).text;
  for (const name of ['noscript', 'template', 'textarea']) {
    const { text } = await readDocument(Buffer.from(`<html><body><div id="app"></div><${name}>${shown}</${name}></body></html>`), '页.html');
    assert.equal(text, whole, name);
  }
  const frames = `<html><frameset cols="20%,80%"><frame src="a.html"><noframes><body>${shown}</body></noframes></frameset></html>`;
  assert.equal((await readDocument(Buffer.from(frames), '页.html')).text, whole);
  await assert.rejects(readDocument(Buffer.from('<html><body><div id="app"></div><noscript>请启用脚本。</noscript></body></html>'), '页.html'), { code: 'no-text' });
});

test('the menu of a page is told as removed', async () => {
  const page = '<html><body><nav><a href="/">首页</a> <a href="/b">新闻中心</a></nav><h1>在修路会上的讲话</h1><p>同志们：</p><p>今天请大家来，是要把东路和西路的事情一起定下来。</p></body></html>';
  const document = await readDocument(Buffer.from(page), '页.html');
  assert.equal(document.text, '在修路会上的讲话\n同志们：\n今天请大家来，是要把东路和西路的事情一起定下来。');
  assert.deepEqual(document.outline.problems.map((problem) => [problem.code, document.placeOf(problem).text]), [['page-furniture', '首页 新闻中心']]);
});
