import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { decodePage, decodeText } from '../../../src/engine/readers/decodeText.ts';
import { readDocument, ReadFailure } from '../../../src/engine/readers/readDocument.ts';

const speech = '在修路会上的讲话\n同志们：\n今天请大家来，是要把东路和西路的事情一起定下来，早一天动工，乡亲们就少走一天泥路。\n一、先修东路\n东路一到雨天就走不成，孩子上学要绕三里地。\n';
const gbk = iconv.encode(speech, 'gbk');
const utf8 = Buffer.from(speech);

test('GBK with lost and strange bytes: what follows them is whole', () => {
  const lost = Buffer.concat([gbk.subarray(0, 61), gbk.subarray(62)]);
  const strange = Buffer.concat([gbk.subarray(0, 60), Buffer.from([0xff, 0xa1, 0x80]), gbk.subarray(60)]);
  for (const bytes of [lost, strange]) {
    const text = decodeText(bytes);
    assert.ok(text.includes('\ufffd'), text);
    assert.ok(text.includes('早一天动工，乡亲们就少走一天泥路。\n一、先修东路\n东路一到雨天'), text);
  }
});

const odd: readonly (readonly [string, Uint8Array])[] = [
  ['zero bytes at the end of GBK', Buffer.concat([gbk, Buffer.alloc(512)])],
  ['zero bytes at the end of UTF-8', Buffer.concat([utf8, Buffer.alloc(4096)])],
  ['the mark of UTF-8 before GBK', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), gbk])],
  ['half a character at the end of UTF-16', Buffer.concat([iconv.encode(speech, 'utf16-le', { addBOM: true }), Buffer.from([0x0a])])],
];
for (const [name, bytes] of odd) test(`text with ${name}`, () => assert.equal(decodeText(bytes).replace(/\0$/, ''), speech));

test('UTF-16 in which no byte is zero', () => {
  const text = '同志们，今天请大家来，是要把东路和西路的事情定下来，早日动工，乡亲们就少走泥路。';
  for (const encoding of ['utf16-le', 'utf16-be']) {
    const bytes = iconv.encode(text, encoding, { addBOM: false });
    assert.ok(!bytes.includes(0));
    assert.equal(decodeText(bytes), text);
  }
  // Pairs of small letters would be Chinese characters.
  assert.equal(decodeText(Buffer.concat([Buffer.from('x'.repeat(5000)), gbk])).slice(5000), speech);
});

test('what a page says of its encoding counts where it is no GBK', () => {
  for (const said of ['windows-1252', 'big5', 'shift_jis', 'iso-8859-1', 'utf-8', 'gb2312', 'nonsense']) {
    const page = `<html><head><meta charset="${said}"></head><body>${speech}</body></html>`;
    assert.ok(decodePage(iconv.encode(page, 'gbk')).includes(speech), said);
  }
});

test('marks that nobody sees are taken out and reported, those of a terminal and of direction too', async () => {
  const marked = speech.replace('东路', '东\ufeff路').replace('同志们', '\u2067同志们\u2069').replace('一、', '\u001b[1m一、\u001b[0m').replace('孩子', '孩\u{e0100}子\ufe0f');
  const { text, outline } = await readDocument(Buffer.from(marked), '路.txt');
  assert.equal(text, (await readDocument(utf8, '路.txt')).text);
  assert.equal(outline.problems.filter(({ code }) => code === 'invisible').length, 7);
});

test('Markdown with any line breaks', async () => {
  const text = '# 在修路会上的讲话\n\n同志们：\n\n## 先修东路\n\n东路一到雨天就走不成。\n\n## 再修西路\n\n西路明年开春动工。\n';
  for (const mark of ['\n', '\r\n', '\r', '\u2028', '\u0085']) {
    const { outline } = await readDocument(Buffer.from(text.replaceAll('\n', mark)), '路.md');
    const [article] = outline.articles;
    assert.equal(article?.title, '在修路会上的讲话', JSON.stringify(mark));
    assert.deepEqual(article?.sections.map(({ heading }) => heading), ['先修东路', '再修西路'], JSON.stringify(mark));
    assert.deepEqual(outline.problems, []);
  }
});

test('bytes of no encoding are refused with a reason', () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 167 + (index >> 4) * 13) & 0x1f);
  assert.throws(() => decodeText(bytes), (error) => error instanceof ReadFailure && error.code === 'damaged');
});

test('Big5 and HZ are read as what they are', () => {
  const traditional = '在修路會上的講話\n各位同志：\n今天請大家來，是要把東路和西路的事情一起定下來，早一天動工，鄉親們就少走一天泥路。\n一、先修東路\n東路一到雨天就走不成，孩子上學要繞三里地。\n';
  assert.equal(decodeText(iconv.encode(traditional, 'big5')), traditional);
  const hz = speech.replace(/[^\0-\x7f]+/g, (run) => `~{${[...iconv.encode(run, 'gb2312')].map((byte) => String.fromCharCode(byte & 0x7f)).join('')}~}`);
  assert.equal(decodeText(Buffer.from(hz)), speech);
  const plain = 'ls ~{a,b} ~~ c\n';
  assert.equal(decodeText(Buffer.from(plain)), plain);
});

test('a text put together of UTF-8 and GBK: each line is read for itself', () => {
  const lines = speech.split('\n');
  for (const isGbk of [(line: number) => line > 2, (line: number) => line < 2, (line: number) => line % 2 === 0, (line: number) => line === 4]) {
    const bytes = Buffer.concat(lines.map((line, index) => iconv.encode(index < lines.length - 1 ? `${line}\n` : line, isGbk(index) ? 'gbk' : 'utf8')));
    assert.equal(decodeText(bytes), speech);
  }
  // Damage is none of it.
  const damaged = Buffer.concat([utf8.subarray(0, 40), Buffer.from([0xff]), utf8.subarray(40)]);
  assert.equal(decodeText(damaged).replaceAll('\ufffd', '').length, speech.length - 1);
});

test('a text that was once read in a wrong encoding and saved is read in the right one, or refused with a reason', async () => {
  for (const bytes of [gbk, utf8]) {
    assert.equal(decodeText(Buffer.from(bytes.toString('latin1'))), speech);
    assert.equal(decodeText(Buffer.from(new TextDecoder('windows-1252').decode(bytes))), speech);
  }
  const asGbk = (text: string): string => new TextDecoder('gb18030').decode(Buffer.from(text));
  const whole = '人人都出工，东路先动工，西路后动工，'.repeat(4);
  assert.equal(decodeText(Buffer.from(asGbk(whole))), whole);
  await assert.rejects(readDocument(Buffer.from(asGbk(speech)), '路.txt'), (error) => error instanceof ReadFailure && error.message.includes('乱码'));
  for (const text of ['Café déjà vu, naïve façade – “très” élégant. '.repeat(9), `${'······'.repeat(30)}12\n`]) assert.equal(decodeText(Buffer.from(text)), text);
});
