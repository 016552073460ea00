import type { Outline, Problem } from '../../core/contracts.ts';
import { parseSpeech, type KnownFacts, type ParsedSpeech } from '../../core/speech/parseSpeech.ts';
import type { SourceText } from '../../core/speech/sourceText.ts';
import { unifyCharacters } from '../../core/text/sameCharacters.ts';
import { isLocked, listEntries } from './archive.ts';
import { decodePage, decodeText } from './decodeText.ts';
import { readDoc } from './doc.ts';
import { isDocx, readDocx, readWordXml } from './docx.ts';
import { readFrontMatter } from './frontMatter.ts';
import { readHtml } from './html.ts';
import { defaultLimits, type ReadingLimits } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { readMht } from './mht.ts';
import { readFlatOdt, readOdt } from './odt.ts';
import { readRtf } from './rtf.ts';
import { exceeds, ReadFailure } from './readFailure.ts';
import { readStoppable } from './stoppableReader.ts';
import { recogniseFormat, type DocumentFormat } from './recogniseFormat.ts';

export { ReadFailure } from './readFailure.ts';
export type { ReadingLimits, SetLimits } from './limits.ts';
export type { DocumentFormat } from './recogniseFormat.ts';

export interface ReadDocument {
  readonly format: DocumentFormat;
  readonly outline: Outline;
  /** The clean text, a paragraph a line; the outline's spans count in it. */
  readonly text: string;
  /** 1-based line of the file for an offset in `text`; `null` for formats without lines. */
  lineOf(offset: number): number | null;
  /** 1-based page for an offset in `text`; `null` for formats without pages. */
  pageOf(offset: number): number | null;
  /** Where in the file a problem stands, and the text it is about. */
  placeOf(problem: Problem): ProblemPlace;
  readonly year: number | null;
  readonly occasion: string | null;
  readonly organisation: string | null;
  /** From the front matter of Markdown; empty elsewhere. */
  readonly topics: readonly string[];
}

export interface ProblemPlace {
  readonly line: number | null;
  readonly page: number | null;
  /** What was removed or is doubted, as the file has it. */
  readonly text: string;
}

/** A document as its format's reader hands it over. */
export interface RawDocument {
  readonly format: DocumentFormat;
  readonly source: SourceText;
  readonly facts: KnownFacts;
  readonly year: number | null;
  readonly topics: readonly string[];
}

/**
 * Reads a document of any supported format.
 *
 * @throws ReadFailure with one Chinese sentence for a file that cannot be read; nothing else is thrown for bad input.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<ReadingLimits> = {},
): Promise<ReadDocument> {
  const raw = await readRaw(bytes, fileName, { ...defaultLimits, ...limits });
  const { source } = raw;
  if (!/\S/u.test(source.text)) throw new ReadFailure('no-text', '文件里没有可以读取的文字（可能是扫描件或空文档）。');
  const parsed = parseWithin(raw, fileName, limits.lineLength ?? defaultLimits.lineLength);
  const lines = raw.format === 'md' || raw.format === 'txt' ? lineStarts(source.text) : null;
  const paged = source.hints.some((hint) => hint.page !== null);
  const lineAt = (offset: number): number | null => (lines === null ? null : countUpTo(lines, offset));
  const pageOf = (offset: number): number | null => (paged ? pageAt(source, offset) : null);
  const date = parsed.outline.articles.find((article) => article.date !== null)?.date ?? null;
  return {
    format: raw.format,
    outline: parsed.outline,
    text: parsed.text,
    lineOf: (offset) => lineAt(parsed.sourceOffset(offset)),
    pageOf: (offset) => pageOf(parsed.sourceOffset(offset)),
    placeOf: ({ span, space }) => {
      const start = space === 'source' ? span.start : parsed.sourceOffset(span.start);
      return { line: lineAt(start), page: pageOf(start), text: (space === 'source' ? source.text : parsed.text).slice(span.start, span.end) };
    },
    year: raw.year ?? (date === null ? null : Number(date.slice(0, 4))),
    occasion: parsed.outline.articles[0]?.occasion ?? null,
    organisation: parsed.outline.articles[0]?.organisation ?? null,
    topics: raw.topics,
  };
}

/** Reads the text of a document as its format holds it, before cleaning. */
export async function readRaw(bytes: Uint8Array, fileName: string, limits: ReadingLimits): Promise<RawDocument> {
  if (bytes.length > limits.fileBytes) throw exceeds('fileBytes', limits);
  try {
    const raw = await readByFormat(bytes, fileName, limits);
    const text = unifyCharacters(raw.source.text);
    return text === raw.source.text ? raw : { ...raw, source: { ...raw.source, text } };
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw new ReadFailure('damaged', '文件内容有误，无法读取。', { cause: error });
  }
}

async function readByFormat(bytes: Uint8Array, fileName: string, limits: ReadingLimits): Promise<RawDocument> {
  const format = recogniseFormat(bytes, fileName);
  const plain = { facts: {}, year: null, topics: [] };
  switch (format) {
    case 'empty':
      throw new ReadFailure('empty', '文件是空的。');
    case 'encrypted-office':
      throw new ReadFailure('encrypted', '文档设有密码，请先解除密码再读取。');
    case 'image':
      throw new ReadFailure('unsupported', '这是图片文件，里面的文字无法读取。');
    case 'sound':
      throw new ReadFailure('unsupported', '这是录音或视频文件，里面的话无法读取；请先转成文字。');
    case 'program':
      throw new ReadFailure('unsupported', '这是程序文件，不是文稿，没有读取。');
    case 'old-office':
      throw new ReadFailure('unsupported', '这是早年的文字处理文件（Word 2、Write、WordPerfect 等），不能读取；请用 WPS 或 LibreOffice 打开后另存为 .docx 再试。');
    case 'uof':
      throw new ReadFailure('unsupported', '这是 UOF（标文通）文档，不能读取；请用 WPS 或 LibreOffice 打开后另存为 .docx 再试。');
    case 'flat-odt':
      return { ...plain, format: 'odt', source: readFlatOdt(decodeWithin(bytes, limits, decodeText), limits) };
    case 'archive':
      throw new ReadFailure('unsupported', '这是压缩包，请先解压再读取。');
    case 'zip': {
      const names = listEntries(bytes, limits);
      if (isLocked(bytes) || names.includes('encrypted-package')) throw new ReadFailure('encrypted', '文档设有密码，请先解除密码再读取。');
      if (isDocx(names)) return { ...plain, format: 'docx', source: readDocx(bytes, limits) };
      if (names.includes('content.xml')) return { ...plain, format: 'odt', source: readOdt(bytes, limits) };
      throw otherArchive(names);
    }
    case 'pdf':
      return { ...plain, format, source: await readStoppable(bytes, limits) };
    case 'doc':
      return { ...plain, format, source: readDoc(bytes, limits) };
    case 'word-xml':
      return { ...plain, format: 'docx', source: readWordXml(decodeWithin(bytes, limits, decodeText), { numbering: null, styles: null }, limits) };
    case 'other-office':
      throw new ReadFailure('unsupported', '这种版式文件（OFD、CEB、CAJ 等）不能读取；请用它的阅读器另存为 PDF 或文本再试。');
    case 'html':
      return { ...plain, format, source: readHtml(decodeWithin(bytes, limits, decodePage), limits) };
    case 'mht':
      return { ...plain, format, source: readMht(bytes, limits) };
    case 'md': {
      const text = decodeWithin(bytes, limits, decodeText);
      const front = readFrontMatter(text);
      return { format, source: readMarkdown(text, front.length), facts: front, year: front.year, topics: front.topics };
    }
    case 'txt': {
      const text = decodeWithin(bytes, limits, decodeText);
      return { ...plain, format, source: { text, hints: [], layout: 'lines' } };
    }
    case 'rtf':
      return { ...plain, format, source: readRtf(bytes, limits) };
  }
}

/** What an archive is that holds no text document, as far as its names tell. */
function otherArchive(names: readonly string[]): ReadFailure {
  const has = (name: string): boolean => names.some((other) => other.toLowerCase().startsWith(name));
  if (has('ofd.xml')) return new ReadFailure('unsupported', 'OFD 版式文件不能读取；请用 OFD 阅读器另存为 PDF 或文本再试。');
  if (has('xl/')) return new ReadFailure('unsupported', '这是电子表格，不是文稿，没有读取。');
  if (has('ppt/')) return new ReadFailure('unsupported', '这是演示文稿，不是文稿，没有读取；请另存为 .docx 再试。');
  if (has('index/document.iwa') || has('index.zip')) return new ReadFailure('unsupported', 'Pages 文稿不能读取；请在 Pages 里导出为 Word 再试。');
  if (has('mimetype') && names.some((name) => /\.(?:x?html?|opf|ncx)$/i.test(name))) return new ReadFailure('unsupported', '这是电子书（EPUB），不是文稿，没有读取；请另存为 .docx 或文本再试。');
  return new ReadFailure('unsupported', '这是压缩包，请先解压再读取。');
}

/** Decodes a text within its limit; one that is too long in any encoding is not decoded at all. */
function decodeWithin(bytes: Uint8Array, limits: ReadingLimits, decode: (bytes: Uint8Array) => string): string {
  if (bytes.length / 4 > limits.textLength) throw exceeds('textLength', limits);
  const text = decode(bytes);
  if (text.length > limits.textLength) throw exceeds('textLength', limits);
  return text;
}

function parseWithin({ source, facts }: RawDocument, fileName: string, lineLength: number): ParsedSpeech {
  try {
    return parseSpeech(source, fileName, facts);
  } catch (error) {
    if (error instanceof RangeError && longestLine(source.text) > lineLength) throw exceeds('lineLength', { ...defaultLimits, lineLength });
    throw error;
  }
}

function longestLine(text: string): number {
  let longest = 0;
  for (let start = 0, end = 0; end >= 0; start = end + 1) {
    end = text.indexOf('\n', start);
    longest = Math.max(longest, (end < 0 ? text.length : end) - start);
  }
  return longest;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

function countUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pageAt(source: SourceText, offset: number): number | null {
  const index = countUpTo(source.hints.map((hint) => hint.offset), offset) - 1;
  return source.hints[index]?.page ?? null;
}
