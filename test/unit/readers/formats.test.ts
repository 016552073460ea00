import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';
import { minimalPdf } from './minimalPdf.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'reading');
const heads = [
  '1 看清家底，把基层组织建得更实',
  '2 配强人手',
  '2 建好阵地',
  '1 办好活动，把科普送到群众心坎上',
  '1 管好队伍，把作风锤炼得更硬',
];
const flatten = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) => [`${section.level} ${section.heading}`, ...flatten(section.sections)]);

for (const [file, format] of [['plenary.docx', 'docx'], ['plenary.doc', 'doc'], ['plenary.odt', 'odt'], ['plenary.pdf', 'pdf'], ['columns.pdf', 'pdf']] as const) {
  test(`${file}: the same speech from every format`, async () => {
    // The extension lies: content comes first.
    const document = await readDocument(readFileSync(join(fixtures, file)), '讲话.txt');
    assert.equal(document.format, format);
    const [speech] = document.outline.articles;
    assert.equal(speech?.title, '在市科协五届三次全委会议上的讲话');
    assert.equal(speech?.occasion, '市科协五届三次全委会议');
    assert.deepEqual(flatten(speech?.sections ?? []), heads);
    assert.ok(!document.text.includes('此处为脚注'), 'the footnote is left out');
    assert.ok(!document.text.includes('会议材料'), 'the running head is left out');
    assert.ok(document.text.includes('建好阵地。每个乡镇至少要有一处能坐下五十个人的活动室'), 'pages and columns are joined');
    const closing = speech?.sections.at(-1)?.paragraphs.at(-1);
    assert.equal(closing?.text, '谢谢大家。');
    assert.equal(document.pageOf(closing?.span.start ?? 0), format === 'pdf' ? 2 : null);
    assert.equal(document.lineOf(0), null);
  });
}

const volunteers = `在全市科技志愿服务推进会上的讲话
同志们：
今天把大家请到这里，是想把志愿服务这件事再往前推一推。下面我讲两点意见。
一、把队伍建起来
全市现在有四千多名志愿者，真正常年活动的不到一半。
（一）先摸清人数
各区县要在年底以前把名册核对一遍，重名的、走了的都要划掉。
区县 人数
东城 三百二十
（二）再配齐骨干
文本框里的提示语也要读到。
每支队伍要有两名骨干，能讲会干，能把居民喊得动。
二、把活动办起来
活动不在多，在于居民愿意来、来了有收获。
“科学”二字——要让人听得懂。
带圆点的一条。
谢谢大家。`;

// Made from volunteers.fodt with LibreOffice: generated numbers of two levels that go on past what stands between them, a
// footnote, a deletion and an insertion, hidden text, a table, a text box, a line break, a bullet.
for (const format of ['doc', 'docx', 'odt', 'rtf', 'fodt']) {
  test(`volunteers.${format}: numbers come back, notes, deleted and hidden text stay out`, async () => {
    const document = await readDocument(readFileSync(join(fixtures, `volunteers.${format}`)), '讲话.pdf');
    assert.equal(document.format, format.replace('fodt', 'odt'));
    assert.equal(document.text, volunteers);
  });
}

const pronounced = `在全县读书会上的讲话
同志们：
读错一个字，听的人会记很久。踔厉二字要念准，邕江也要念准。
谆谆之言，都在书里。`;

// Made from pronounced.fodt with LibreOffice, which writes .doc and .rtf as old versions of Word do: the word itself stands in a field's code alone.
for (const format of ['doc', 'docx', 'odt', 'rtf', 'fodt']) {
  test(`pronounced.${format}: words with their pronunciation above them stay, without it`, async () => {
    const document = await readDocument(readFileSync(join(fixtures, `pronounced.${format}`)), '讲话.txt');
    assert.equal(document.format, format.replace('fodt', 'odt'));
    assert.equal(document.text, pronounced);
  });
}

test('a table becomes lines with its cells apart', async () => {
  const document = await readDocument(readFileSync(join(fixtures, 'plenary.docx')), '讲话.docx');
  assert.ok(document.text.split('\n').includes('乡镇活动室 四十七处'));
});

test('a PDF with a GBK-EUC-H font and no ToUnicode is read', async () => {
  const lines = ['在全区科普日活动上的致辞', '各位来宾：', '一、活动办得有声有色', '来的人比去年多了一倍。'];
  const document = await readDocument(minimalPdf(lines), '致辞.pdf');
  assert.equal(document.outline.articles[0]?.title, lines[0]);
  assert.deepEqual(document.outline.articles[0]?.sections.map((section) => section.heading), ['活动办得有声有色']);
  assert.equal(document.pageOf(0), 1);
});

test('a PDF of pictures only is refused with a reason', async () => {
  await assert.rejects(readDocument(minimalPdf([]), '扫描.pdf'), { name: 'ReadFailure', code: 'no-text' });
});

test('a saved page: script, menus and hidden text stay out', async () => {
  const html = `<!doctype html><html><head><title>讲话_某文库</title><script>alert('x')</script></head><body>
    <nav><a>首页</a><a>新闻</a></nav><div style="display:none">看不见的字</div>
    <h1>在重阳节慰问会上的讲话</h1><p>各位老同志：</p><h2>一、报告一年的变化</h2><p>一年来，街道把群众反映最集中的老旧小区改造摆在各项工作的前头，一共改造了<br>三十二个小区。</p>
    <table><tr><td>街道</td><td>小区</td></tr></table><p>版权所有 某某网</p></body></html>`;
  const document = await readDocument(new TextEncoder().encode(html), '页面');
  assert.equal(document.format, 'html');
  assert.equal(document.text, '在重阳节慰问会上的讲话\n各位老同志：\n一、报告一年的变化\n一年来，街道把群众反映最集中的老旧小区改造摆在各项工作的前头，一共改造了三十二个小区。\n街道 小区');
});

test('a text that its page hides until a script has run is read, what it hides besides is not', async () => {
  const paragraphs = ['各位老同志：', ...Array.from({ length: 5 }, (_, index) => `第${String(index + 1)}年，街道把老旧小区的改造摆在各项工作的前头，一处一处看，一户一户问，加装了电梯，也修好了漏水的屋顶，老人下楼不再发愁。`)];
  const page = (style: string): string => `<!doctype html><html><head><title>在重阳节慰问会上的讲话</title></head><body>
    <h1>在重阳节慰问会上的讲话</h1><div id="js_content" ${style}>${paragraphs.map((text) => `<p>${text}</p>`).join('')}<p style="display:none">看不见的字看不见的字</p></div>
    <div style="display: none">扫码关注，领取更多讲话稿，转发给更多的人看到</div></body></html>`;
  for (const style of ['style="visibility: hidden; opacity: 0; "', 'style="display:none"', 'hidden', '']) {
    const { text } = await readDocument(new TextEncoder().encode(page(style)), '页面.html');
    assert.equal(text, ['在重阳节慰问会上的讲话', ...paragraphs].join('\n'), style);
  }
});

test('lines that come back inside paragraphs of a PDF are text', async () => {
  const body = '我们要把群众的事一件一件地办好办实办到群众的心坎上去并且'.slice(0, 26);
  const filler = (index: number, line: number): string => `第${index}页第${line}行的话一直排到了右边的边上没有停下还在往下说着呢`.slice(0, 26);
  const pages = Array.from({ length: 4 }, (_, index) => Array.from({ length: 14 }, (__, line) => (line === 6 || line === 8 ? body : filler(index, line))));
  const { text } = await readDocument(minimalPdf(...pages), '汇编.pdf');
  assert.equal(text.split(body).length - 1, 8);
});

const spoiled: readonly (readonly [string, (view: DataView, at: number) => void, string])[] = [
  ['with a password', (view, at) => view.setUint16(at + 10, view.getUint16(at + 10, true) | 0x0100, true), 'encrypted'],
  ['of Word 95', (view, at) => view.setUint16(at + 2, 0x65, true), 'unsupported'],
];
for (const [name, spoil, code] of spoiled) {
  test(`an old Word document ${name} is refused with a reason`, async () => {
    const bytes = Uint8Array.from(readFileSync(join(fixtures, 'plenary.doc')));
    const view = new DataView(bytes.buffer);
    // The document's stream begins at a sector with its mark.
    for (let at = 512; at < bytes.length; at += 512) if (view.getUint16(at, true) === 0xa5ec) spoil(view, at);
    await assert.rejects(readDocument(bytes, '旧.doc'), { name: 'ReadFailure', code });
  });
}
