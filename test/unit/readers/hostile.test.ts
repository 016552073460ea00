import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync, zlibSync } from 'fflate';
import iconv from 'iconv-lite';
import { readDocument, ReadFailure, type ReadingLimits } from '../../../src/engine/readers/readDocument.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const docx = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });

async function failureOf(bytes: Uint8Array, name: string, limits: Partial<ReadingLimits> = {}): Promise<ReadFailure> {
  try {
    await readDocument(bytes, name, limits);
  } catch (error) {
    assert.ok(error instanceof ReadFailure, String(error));
    assert.match(error.message, /^[\u4e00-\u9fff].*。$/u);
    return error;
  }
  throw new assert.AssertionError({ message: `${name} should have been refused` });
}

test('a zip bomb is refused by its directory, before anything is unpacked', async () => {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 });
  const started = performance.now();
  assert.equal((await failureOf(bytes, '炸弹.docx')).limit, 'expansionRatio');
  assert.equal((await failureOf(bytes, '炸弹.docx', { expansionRatio: 1e9, unpackedBytes: 10_000_000 })).limit, 'unpackedBytes');
  assert.ok(performance.now() - started < 1_000);
});

test('a zip whose directory lies about the size stays within it', async () => {
  const bytes = zipSync({ 'word/document.xml': strToU8(`<w:document ${w}>${'<w:p><w:r><w:t>真话</w:t></w:r></w:p>'.repeat(5000)}</w:document>`) }, { level: 9 });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at + 28 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
  }
  assert.ok(['damaged', 'no-text'].includes((await failureOf(bytes, '假.docx')).code));
});

test('a zip that holds more than its directory says is damaged, not read up to there', async () => {
  const paragraphs = Array.from({ length: 5_000 }, (_, index) => `<w:p><w:r><w:t>第${String(index * 7919)}句真话${String(index * index)}</w:t></w:r></w:p>`).join('');
  const bytes = zipSync({ 'word/document.xml': strToU8(`<w:document ${w}>${paragraphs}</w:document>`) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  // Cut behind whole paragraphs, so that nothing but the size tells.
  const told = strToU8(`<w:document ${w}>${paragraphs.slice(0, paragraphs.indexOf('<w:p>', 2_000))}`).length;
  for (let at = 0; at + 28 < bytes.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, told, true);
  assert.equal((await failureOf(bytes, '假.docx')).code, 'damaged');
});

test('too many entries in an archive', async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`../../etc/${index}`, new Uint8Array(1)]));
  assert.equal((await failureOf(zipSync(files), '多.docx', { archiveEntries: 200 })).limit, 'archiveEntries');
});

test('path names in an archive are compared, never followed', async () => {
  const bytes = zipSync({ '../../../etc/passwd': strToU8('x'), 'word/document.xml': strToU8(`<w:document ${w}><w:body><w:p><w:r><w:t>正文还在，路径不理会。</w:t></w:r></w:p></w:body></w:document>`) });
  assert.equal((await readDocument(bytes, '路径.docx')).text, '正文还在，路径不理会。');
});

test('deep nesting', async () => {
  assert.equal((await failureOf(docx(`${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`), '深.docx')).limit, 'nesting');
  assert.equal((await failureOf(strToU8(`<html><body>${'<div>'.repeat(50_000)}深`), '深.html')).limit, 'nesting');
});

test('entity expansion', async () => {
  const bomb = '<!DOCTYPE b [<!ENTITY a "一一一一一一一一一一"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  assert.equal((await failureOf(docx(`<?xml version="1.0"?>${bomb}<w:document ${w}>&b;</w:document>`), '实体.docx')).code, 'damaged');
});

test('YAML aliases in front matter are never expanded', async () => {
  const text = `---\na: &a [1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a]\ntitle: x\n---\n# 标题\n\n正文在这里，一个字也不少。\n`;
  const document = await readDocument(strToU8(text), '别名.md');
  assert.ok(document.text.includes('正文在这里，一个字也不少。'));
});

test('files and texts beyond a limit say which', async () => {
  assert.equal((await failureOf(new Uint8Array(2_000), '大.txt', { fileBytes: 1_000 })).limit, 'fileBytes');
  assert.equal((await failureOf(strToU8('字'.repeat(2_000)), '长.txt', { textLength: 1_000 })).limit, 'textLength');
  // Patterns have no room for so long a line.
  for (const unit of ['1234', '……']) assert.equal((await failureOf(strToU8(`在会上的讲话\n${unit.repeat(10_000_000 / unit.length)}`), '长行.txt')).limit, 'lineLength');
  assert.ok((await readDocument(strToU8('我们要抓紧抓实，'.repeat(1_250_000)), '长行.txt')).text.length > 9_990_000);
  // Too long in any encoding: not even decoded.
  assert.equal((await failureOf(new Uint8Array(200_000_000), '零.txt', { fileBytes: 1e9 })).limit, 'textLength');
  assert.match((await failureOf(new Uint8Array(2_000), '大.txt', { fileBytes: 1_000 })).message, /文件大小（fileBytes）不得超过 0\.001 MB，可在设置 speechDraft\.library\.maxFileSize 中调整。/);
});

test('encrypted documents are named as such', async () => {
  const ole = new Uint8Array(2048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ole.set([...'EncryptedPackage'].flatMap((character) => [character.charCodeAt(0), 0]), 1024);
  assert.equal((await failureOf(ole, '密.docx')).code, 'encrypted');
});

const foreign: readonly (readonly [name: string, mark: string, reason: RegExp])[] = [
  ['TIFF', 'II*\0\x08', /图片/u], ['BMP', 'BM6\0\0', /图片/u], ['WebP', 'RIFF\x10\0\0\0WEBPVP8 ', /图片/u], ['HEIC', '\0\0\0\x18ftypheic', /图片/u],
  ['MP3', 'ID3\x03\0', /录音/u], ['WAV', 'RIFF\x10\0\0\0WAVE', /录音/u], ['MP4', '\0\0\0\x18ftypisom', /视频/u], ['EXE', 'MZ\x90\0', /程序/u],
  ['Word 2', '\xdb\xa5-\0', /早年/u], ['Word for DOS', '\xfe7\0#', /早年/u], ['Write', '1\xbe\0\0\0\xab', /早年/u], ['WordPerfect', '\xffWPC\x10\0', /早年/u],
  ['xz', '\xfd7zXZ\0', /压缩包/u], ['UOF', '<?xml version="1.0"?><uof:UOF xmlns:uof="x">', /UOF/u], ['fods', '<?xml version="1.0"?>\n<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">', /电子表格/u],
];
for (const [name, mark, reason] of foreign) {
  test(`${name} is refused by what it is`, async () => {
    const failure = await failureOf(Buffer.concat([Buffer.from(mark, 'latin1'), Buffer.alloc(600, 0x81)]), '讲话.txt');
    assert.equal(failure.code, 'unsupported');
    assert.match(failure.message, reason);
  });
}

test('a text that begins as such files do is read', async () => {
  for (const text of ['BM公司在会上的讲话\n同志们：\n把工作做细。', 'MZ公司在会上的讲话\n同志们：\n把工作做细。', '郓城的同志们：\n把工作做细。']) {
    assert.equal((await readDocument(iconv.encode(text, 'gbk'), '讲话.txt')).text, text);
  }
});

test('a book is no archive to unpack', async () => {
  assert.match((await failureOf(zipSync({ mimetype: strToU8('application/epub+zip'), 'OEBPS/c.xhtml': strToU8('<p>一</p>') }), '书.epub')).message, /电子书/u);
});

test('bytes that are no document', async () => {
  const noise = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919 + (index >> 3) * 104729) & 0xff);
  assert.equal((await failureOf(noise, '噪声.txt')).code, 'damaged');
  assert.equal((await failureOf(zlibSync(noise), '压缩.doc')).code, 'damaged');
});

test('control characters in a file name and in a text do no harm', async () => {
  const document = await readDocument(strToU8('在会上的讲话\u0000\n同志们：\n\u0007要把\u200b工作做细。'), '坏\u0000名\u001b[2J.txt');
  assert.equal(document.text, '在会上的讲话\n同志们：\n要把工作做细。');
  assert.equal(document.outline.problems.filter((problem) => problem.code === 'invisible').length, 3);
});

test('a line of a million characters is read in linear time', async () => {
  for (const text of ['一、'.repeat(400_000), '（'.repeat(1_000_000), '各位'.repeat(500_000), '第一，'.repeat(300_000), '　'.repeat(1_000_000) + '完。', '**'.repeat(500_000), '1、2、'.repeat(250_000)]) {
    const started = performance.now();
    await readDocument(strToU8(`在会上的讲话\n${text}`), '长行.txt');
    assert.ok(performance.now() - started < 5_000, text.slice(0, 4));
  }
});

test('a hundred thousand lines that make one paragraph are joined in linear time', async () => {
  const started = performance.now();
  await readDocument(strToU8(`在会上的讲话\n${'红松项目已经验收，大家都很高兴。\n'.repeat(100_000)}`), '长段.txt');
  assert.ok(performance.now() - started < 8_000);
});

test('thousands of short lines that stand as heads do are read in linear time', async () => {
  const words = '坚持严守清正修渠铺路种树养鱼办学行医守边护林防汛救灾建桥架线开山引水织布打铁';
  const head = (index: number): string => Array.from({ length: 8 }, (_, place) => words.charAt((index * 7 + place * (3 + (index % 5)) + place * place) % words.length)).join('');
  const text = Array.from({ length: 5_000 }, (_, index) => `${head(index)}\n各村要把第${String(index)}件事放在心上，一家一户走到，一条一条记下，有难处的当场商量办法，办完了再回来说一声。`).join('\n');
  const started = performance.now();
  await readDocument(strToU8(`在春耕会上的讲话\n同志们：\n${text}`), '多题.txt');
  assert.ok(performance.now() - started < 6_000);
});

const slowOnes: readonly (readonly [string, string])[] = [
  ['a.md', `# 标题\n\n${'<!--'.repeat(20_000)}`],
  ['a.md', `# 标题\n\n${' '.repeat(50_000)}x`],
  ['a.md', `# 标题\n\n${'['.repeat(100_000)}${'**a'.repeat(50_000)}`],
  ['a.html', `<p>${'一\n<i></i>'.repeat(50_000)}`],
  ['a.html', `<table><tr>${'<td>一'.repeat(50_000)}`],
  ['a.html', '<a href=x>一</a>'.repeat(50_000)],
  ['a.rtf', `{\\rtf1\\intbl ${'a\\par '.repeat(50_000)}\\cell\\row}`],
  ['a.rtf', `{\\rtf1 ${'a\\cell '.repeat(100_000)}\\row}`],
  ['a.rtf', `{\\rtf1 ${'{\\field{\\*\\fldinst EQ a'.repeat(100)}${'{\\*\\fldinst EQ b}'.repeat(100_000)}${'}}'.repeat(100)}c\\par}`],
];
for (const [name, text] of slowOnes) {
  test(`${name} ${text.slice(0, 24).replace(/\s+/g, ' ')}… is read in linear time`, async () => {
    const started = performance.now();
    await readDocument(strToU8(text), name);
    assert.ok(performance.now() - started < 5_000);
  });
}

test('a page that asks for more elements than it names is given up at once', async () => {
  const open = Array.from({ length: 500 }, (_, index) => `<b id=${index}>`).join('');
  const started = performance.now();
  assert.equal((await failureOf(strToU8(`<body>${open}${'<p>x'.repeat(20_000)}`), '重.html')).limit, 'nesting');
  assert.equal((await failureOf(strToU8(`<body>${'<div>'.repeat(1_000_000)}`), '深.html')).limit, 'nesting');
  assert.ok(performance.now() - started < 3_000);
});

test('a PDF whose streams unpack without end is given up', async () => {
  const stream = deflateSync(Buffer.alloc(300_000_000, 32)).toString('latin1');
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>';
  const pdf = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n${page}\nendobj\n4 0 obj\n<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n${stream}\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n`;
  const failure = await failureOf(Buffer.from(pdf, 'latin1'), '炸弹.pdf', { unpackedBytes: 40_000_000 });
  assert.ok(failure.limit === 'unpackedBytes' || failure.limit === 'milliseconds', failure.message);
});

test('a PDF that takes too long is given up, and the next one is read', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'reading', 'plenary.pdf'));
  assert.equal((await failureOf(bytes, '慢.pdf', { milliseconds: 1 })).limit, 'milliseconds');
  assert.equal((await readDocument(bytes, '快.pdf')).outline.articles.length, 1);
  assert.equal((await failureOf(bytes, '页.pdf', { pages: 1 })).limit, 'pages');
});

test('what looks like markup without end is read in linear time', async () => {
  for (const text of ['a{bb:'.repeat(100_000), 'bb:'.repeat(100_000) + '{', '&amp;'.repeat(100_000), 'document.write(a'.repeat(50_000), 'function a(){'.repeat(20_000), 'var a = "'.repeat(50_000), '<p '.repeat(100_000), '同志|'.repeat(100_000), '$(a).b('.repeat(50_000)]) {
    const started = performance.now();
    await readDocument(strToU8(`在会上的讲话\n${text}`), '长行.txt');
    assert.ok(performance.now() - started < 5_000, text.slice(0, 8));
  }
});
