import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { strToU8 } from 'fflate';
import { minimalPdf } from '../../test/unit/readers/minimalPdf.ts';
import { project } from '../commands.ts';

export interface Seed {
  /** How the run is counted: one name a kind of file. */
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

const readable = /\.(?:docx?|odt|rtf|pdf)$/;

/** Whole files of every format: the fixtures, and one speech of the corpus in all that text can be. */
export function collectSeeds(): Seed[] {
  const fixtures = join(project, 'test', 'fixtures', 'reading');
  const speeches = join(project, 'corpus', 'speeches');
  const markdown = readFileSync(join(speeches, readdirSync(speeches).filter((name) => name.endsWith('.md')).sort()[0] ?? ''));
  const text = markdown.toString('utf8');
  const lines = text.split('\n');
  const html = `<!doctype html><html><head><meta charset="gbk"></head><body><ul><li><a href="/">首页</a></li><li><a href="/b">新闻</a></li></ul>${lines.map((line) => `<div><p>${line}</p></div>`).join('\n')}<table><tr><td>一</td><td>二</td></tr></table></body></html>`;
  const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="edge"\r\n\r\n--edge\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--edge--\r\n`;
  const wordXml = `<?xml version="1.0"?><w:wordDocument xmlns:w="w"><w:body>${lines.map((line) => `<w:p><w:r><w:t>${line.replace(/[<&]/g, '')}</w:t></w:r></w:p>`).join('')}</w:body></w:wordDocument>`;
  return [
    ...readdirSync(fixtures)
      .filter((name) => readable.test(name))
      .map((name) => ({ format: name.split('.').at(-1) ?? '', name, bytes: new Uint8Array(readFileSync(join(fixtures, name))) })),
    { format: 'pdf-gbk', name: 'a.pdf', bytes: minimalPdf(lines.filter((line) => line !== '').slice(0, 25).map((line) => line.slice(0, 28))) },
    { format: 'md', name: 'a.md', bytes: new Uint8Array(markdown) },
    { format: 'txt', name: 'a.txt', bytes: new Uint8Array(markdown) },
    { format: 'gbk', name: 'a.txt', bytes: new Uint8Array(iconv.encode(text, 'gbk')) },
    { format: 'utf16', name: 'a.txt', bytes: new Uint8Array(iconv.encode(text, 'utf16-le', { addBOM: true })) },
    { format: 'html', name: 'a.html', bytes: new Uint8Array(iconv.encode(html, 'gbk')) },
    { format: 'mht', name: 'a.mht', bytes: strToU8(mht) },
    { format: 'wordxml', name: 'a.doc', bytes: strToU8(wordXml) },
  ];
}
