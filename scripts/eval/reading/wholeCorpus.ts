import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { minimalPdf } from '../../../test/unit/readers/minimalPdf.ts';

export interface TimedFile {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const escapeXml = (text: string): string => text.replace(/[<&]/g, (character) => (character === '<' ? '&lt;' : '&amp;'));

/** One long document in every format that can be written without an office program, all with the same text. */
export function wholeCorpus(markdown: string): TimedFile[] {
  const lines = markdown.split('\n').map((line) => line.replace(/^#+ /, ''));
  const body = lines.map((line) => `<w:p><w:pPr><w:spacing w:line="560"/><w:ind w:firstLine="640"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`).join('');
  const html = `<!doctype html><html><head><meta charset="utf-8"><title>稿</title></head><body>${lines.map((line) => `<p style="text-indent:2em"><span>${escapeXml(line)}</span></p>`).join('\n')}</body></html>`;
  const odt = `<office:document-content><office:body><office:text>${lines.map((line) => `<text:p text:style-name="P1">${escapeXml(line)}</text:p>`).join('')}</office:text></office:body></office:document-content>`;
  const rtf = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fnil\\fcharset134 Song;}}\n${lines.map((line) => `\\pard\\fi640\\f0\\fs32 ${escapeRtf(line)}\\par`).join('\n')}}`;
  const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--edge--\r\n`;
  const pages: string[][] = [];
  const rows = lines.flatMap((line) => line.match(/.{1,28}/gu) ?? []);
  for (let at = 0; at < rows.length; at += 28) pages.push(rows.slice(at, at + 28));
  return [
    { format: 'md', name: 'a.md', bytes: strToU8(markdown) },
    { format: 'txt', name: 'a.txt', bytes: strToU8(markdown) },
    { format: 'gbk', name: 'a.txt', bytes: iconv.encode(markdown, 'gb18030') },
    { format: 'html', name: 'a.html', bytes: strToU8(html) },
    { format: 'mht', name: 'a.mht', bytes: strToU8(mht) },
    { format: 'docx', name: 'a.docx', bytes: zipSync({ 'word/document.xml': strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`), '[Content_Types].xml': strToU8(contentTypes), '_rels/.rels': strToU8(relations) }) },
    { format: 'odt', name: 'a.odt', bytes: zipSync({ 'content.xml': strToU8(odt) }) },
    { format: 'rtf', name: 'a.rtf', bytes: Buffer.from(rtf, 'latin1') },
    { format: 'pdf', name: 'a.pdf', bytes: minimalPdf(...pages) },
  ];
}

const contentTypes =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function escapeRtf(line: string): string {
  let text = '';
  for (const byte of iconv.encode(line, 'gbk')) text += byte < 0x80 && byte !== 0x5c && byte !== 0x7b && byte !== 0x7d ? String.fromCharCode(byte) : `\\'${byte.toString(16)}`;
  return text;
}
