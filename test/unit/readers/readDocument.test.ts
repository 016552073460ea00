import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { defaultLimits } from '../../../src/engine/readers/limits.ts';
import { readDocument, readRaw, ReadFailure } from '../../../src/engine/readers/readDocument.ts';

const speech = '在科普日活动上的致辞\n各位来宾：\n一、活动办得很好\n今天来了三百多位市民，孩子们最高兴。\n二、感谢各方支持\n向志愿者表示衷心的感谢！\n';

const encodings: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8', strToU8(speech)],
  ['UTF-8 with a mark', strToU8(`\ufeff${speech}`)],
  ['UTF-16LE with a mark', iconv.encode(speech, 'utf16-le', { addBOM: true })],
  ['UTF-16BE with a mark', iconv.encode(speech, 'utf16-be', { addBOM: true })],
  ['UTF-16LE without a mark', iconv.encode(speech, 'utf16-le', { addBOM: false })],
  ['GBK', iconv.encode(speech, 'gbk')],
  ['GB18030', iconv.encode(speech, 'gb18030')],
];
for (const [name, bytes] of encodings) {
  test(`${name} is read`, async () => {
    const document = await readDocument(bytes, '致辞.txt');
    assert.equal(document.format, 'txt');
    assert.deepEqual(document.outline.articles[0]?.sections.map((section) => section.heading), ['活动办得很好', '感谢各方支持']);
    const thanks = document.outline.articles[0]?.sections[1]?.paragraphs[0];
    assert.equal(thanks?.role, 'thanks');
    assert.equal(document.lineOf(thanks?.span.start ?? 0), 6);
  });
}

test('UTF-8 with a few broken bytes stays UTF-8', async () => {
  const bytes = strToU8(speech.repeat(3));
  bytes[100] = 0xff;
  const { text } = await readDocument(bytes, '致辞.txt');
  assert.ok(text.includes('孩子们最高兴。'));
});

test('UTF-16 without a mark, the other way round', async () => {
  const bytes = iconv.encode(speech, 'utf16-be', { addBOM: false });
  assert.ok((await readDocument(bytes, '致辞.txt')).text.includes('孩子们最高兴。'));
});

test('Word 2003 wrote its documents as XML too, named .doc', async () => {
  const paragraph = (text: string, number = ''): string =>
    `<w:p>${number === '' ? '' : `<w:pPr><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="${number}"/></w:listPr></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="w" xmlns:wx="wx"><w:body><wx:sect>${paragraph('在年会上的讲话')}${paragraph('去年做了什么', '一、')}${paragraph('去年我们办了十二场活动。')}</wx:sect></w:body></w:wordDocument>`;
  const document = await readDocument(strToU8(xml), '年会.doc');
  assert.equal(document.text, '在年会上的讲话\n一、去年做了什么\n去年我们办了十二场活动。');
});

test('front matter tells what the text does not', async () => {
  const text = '---\ntitle: 在表彰会上的讲话\noccasion: 表彰大会\norganisation: 科协\nspeaker: 主席\nyear: 2025\ntopics: [表彰, 人才]\n---\n\n# 在表彰会上的讲话\n\n同志们：\n\n## 一、先进的事迹\n\n他们做的事，件件都不起眼，合起来就是大事。\n\n## 二、学习的要求\n\n- 要学他们的**认真和较劲**。\n';
  const document = await readDocument(strToU8(text), '表彰.md');
  const article = document.outline.articles[0];
  assert.equal(document.format, 'md');
  assert.equal(document.year, 2025);
  assert.equal(document.occasion, '表彰大会');
  assert.deepEqual(document.topics, ['表彰', '人才']);
  assert.equal(article?.title, '在表彰会上的讲话');
  assert.deepEqual(article?.sections.map((section) => [section.level, section.heading]), [[1, '先进的事迹'], [1, '学习的要求']]);
  assert.equal(article?.sections[1]?.paragraphs[0]?.text, '要学他们的认真和较劲。');
  assert.equal(document.lineOf(article?.sections[1]?.span.start ?? 0), 18);
});

test('what is syntax in Markdown goes, what are facts taken out stays', async () => {
  const text = async (body: string): Promise<string> => (await readDocument(strToU8(`# 在表彰会上的讲话\n\n同志们：\n\n${body}\n\n谢谢大家！\n`), '表彰.md')).text.split('\n').slice(2, -1).join('\n');
  assert.equal(await text('看了**三个点**，听了*两个介绍*，`办法`都==实在==，话~~说得多~~不多[^1]。\n\n[^1]: 据会务组统计，共有十一人发言。'), '看了三个点，听了两个介绍，办法都实在，话不多。');
  assert.equal(await text('- [ ] 数字要再核对一遍。\n- [x] 名单已经报上去了。'), '数字要再核对一遍。\n名单已经报上去了。');
  assert.equal(await text('<!-- 给自己看：\n这一段还要同办公室再商量一遍，数字也不准。\n-->\n他们做的事，件件都不起眼。'), '他们做的事，件件都不起眼。');
  const kept = '*月**日，**镇有**户受灾，在**和**两地，由*局牵头、*局配合，为**奋斗**年，投入**万元，全市*家企业*名职工都得到了**书记的慰问。';
  assert.equal(await text(kept), kept);
});

test('headings of Markdown without a gap', async () => {
  const { outline } = await readDocument(strToU8('#在表彰会上的讲话\n\n同志们：\n\n##先进的事迹\n\n他们做的事，件件都不起眼。\n\n##学习的要求\n\n学他们的认真。\n'), '表彰.md');
  assert.equal(outline.articles[0]?.title, '在表彰会上的讲话');
  assert.deepEqual(outline.articles[0]?.sections.map(({ heading }) => heading), ['先进的事迹', '学习的要求']);
});

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
function docx(body: string, numbering = ''): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
  };
  if (numbering !== '') files['word/numbering.xml'] = strToU8(`<w:numbering ${w}>${numbering}</w:numbering>`);
  return zipSync(files);
}
const paragraph = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('numbers that Word generates come back, tables become lines, deletions stay out', async () => {
  const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>';
  const numbering =
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>';
  const bytes = docx(
    paragraph('在年会上的讲话') +
      paragraph('去年做了什么', list) +
      paragraph('去年我们办了十二场活动，参加的人一场比一场多。') +
      paragraph('今年要做什么', list) +
      '<w:p><w:r><w:t>今年先把</w:t></w:r><w:del><w:r><w:delText>旧的</w:delText><w:t>旧的</w:t></w:r></w:del><w:r><w:t>场馆修好&amp;开放，再谈别的。</w:t></w:r></w:p>' +
      '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>经费</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    numbering,
  );
  const document = await readDocument(bytes, '年会.docx');
  const sections = document.outline.articles[0]?.sections ?? [];
  assert.deepEqual(sections.map((section) => `${section.ordinal ?? ''}${section.heading}`), ['一、去年做了什么', '二、今年要做什么']);
  assert.deepEqual(sections[1]?.paragraphs.map((item) => item.text), ['今年先把场馆修好&开放，再谈别的。', '项目 经费']);
});

test('a paragraph whose mark was deleted goes on with the next; a table of contents is told as removed', async () => {
  const styles = `<w:styles ${w}><w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>`;
  const body =
    paragraph('在年会上的讲话') +
    paragraph('去年做了什么3', '<w:pStyle w:val="T1"/>') +
    '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>去年我们办了</w:t></w:r></w:p>' +
    '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗中批注</w:t></w:r><w:r><w:t>十二场活动。</w:t></w:r></w:p>';
  const bytes = zipSync({
    'word\\document2.xml': strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`),
    'word\\styles.xml': strToU8(styles),
  });
  const document = await readDocument(bytes, '年会.docx');
  assert.equal(document.text, '在年会上的讲话\n去年我们办了十二场活动。');
  assert.ok(document.outline.problems.some(({ code }) => code === 'page-furniture'));
});

test('a page wrapped in an empty Word document is read', async () => {
  const bytes = zipSync({
    'word/document.xml': strToU8(`<w:document ${w}><w:body><w:altChunk r:id="c"/></w:body></w:document>`),
    'word/afchunk.htm': strToU8('<html><body><p>各位来宾，欢迎大家到会。</p></body></html>'),
  });
  assert.equal((await readDocument(bytes, '导出.docx')).text, '各位来宾，欢迎大家到会。');
});

test('a frame, and a table that lays out a page, keep their paragraphs; a nested table is part of its cell', async () => {
  const cell = (...inside: readonly string[]): string => `<w:tc>${inside.join('')}</w:tc>`;
  const table = (...cells: readonly string[]): string => `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`;
  const framed = table(cell(paragraph('在年会上的讲话'), paragraph('同志们：'), paragraph('去年我们办了十二场活动。')));
  const long = Array.from({ length: 5 }, (_, index) => paragraph(`第${index}段。${'这一段写得很长，说的是办活动的事。'.repeat(8)}`));
  const laidOut = table(cell(paragraph('栏目')), cell(...long));
  const nested = table(cell(paragraph('项目')), cell(table(cell(paragraph('甲')), cell(paragraph('乙'))), paragraph('')));
  const { source } = await readRaw(docx(framed + laidOut + nested), '表.docx', defaultLimits);
  const lines = source.text.split('\n');
  assert.deepEqual(lines.slice(0, 4), ['在年会上的讲话', '同志们：', '去年我们办了十二场活动。', '栏目']);
  assert.equal(lines.length, 10);
  assert.equal(lines[9], '项目\t甲 乙');
});

test('lists restart, go on and count on several levels', async () => {
  const level = (index: number, pattern: string, format: string): string => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${index === 1 ? '<w:isLgl/>' : ''}<w:lvlText w:val="${pattern}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, '第%1、', 'chineseCountingThousand')}${level(1, '%1.%2', 'decimal')}${level(2, '%3）', 'decimalEnclosedCircle')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
  const item = (list: number, at: number): string => paragraph('事项', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
  const bytes = docx([item(1, 0), item(1, 1), item(1, 1), item(1, 2), item(1, 0), item(1, 1), item(2, 0), item(2, 0)].join(''), numbering);
  const { source } = await readRaw(bytes, '单.docx', defaultLimits);
  // The gap behind a number that nothing closes is shown, as in Word: 1.1 and 5个乡镇 are not 1.15个乡镇.
  const numbers = ['第一、', '1.1 ', '1.2 ', '①）', '第二、', '2.1 ', '第一、', '第二、'];
  assert.deepEqual(source.text.split('\n'), numbers.map((number) => `${number}事项`));
});

const refused: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['an empty file', new Uint8Array(0), '空.txt', 'empty'],
  ['white space only', strToU8(' \n\u3000\n'), '空白.txt', 'no-text'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), '图.docx', 'unsupported'],
  ['a zip that is no document', zipSync({ 'a.txt': strToU8('a') }), '包.docx', 'unsupported'],
  ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), '表.docx', 'unsupported'],
  ['an OFD document', zipSync({ 'OFD.xml': strToU8('<x/>') }), '件.ofd', 'unsupported'],
  ['an encrypted OpenDocument', zipSync({ 'content.xml': strToU8('x'), 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }), '密.odt', 'encrypted'],
  ['a broken zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), '坏.docx', 'damaged'],
  ['entity declarations', zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document/>') }), '炸弹.docx', 'damaged'],
];
for (const [name, bytes, file, code] of refused) {
  test(`${name} is refused with a reason`, async () => {
    await assert.rejects(readDocument(bytes, file), (error) => error instanceof ReadFailure && error.code === code && /[\u4e00-\u9fff]/.test(error.message));
  });
}
