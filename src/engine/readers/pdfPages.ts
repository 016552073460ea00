import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as PdfLibrary from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { LineHint, SourceText } from '../../core/speech/sourceText.ts';
import type { ReadingLimits } from './limits.ts';
import { findFurniture } from './pdfFurniture.ts';
import { goesOn } from './pdfJoins.ts';
import { layOutPages, type PageLine } from './pdfLayout.ts';
import type { RawPage } from './pdfRows.ts';
import { turnPage, type TextItem } from './pdfRuns.ts';
import { exceeds, ReadFailure } from './readFailure.ts';


let loading: Promise<{ library: typeof PdfLibrary; maps: string }> | null = null;

/**
 * pdf.js is not bundled: it loads its worker and its character maps from files, which the build lays into `dist/pdf`.
 * Run from its sources (tests, scripts), it comes from node_modules below the project's root.
 */
async function loadLibrary(): Promise<{ library: typeof PdfLibrary; maps: string }> {
  const laid = typeof __dirname === 'string' ? join(__dirname, 'pdf') : '';
  if (laid !== '' && existsSync(join(laid, 'pdf.mjs'))) {
    const address = pathToFileURL(join(laid, 'pdf.mjs')).href;
    const library = (await import(address)) as typeof PdfLibrary;
    library.GlobalWorkerOptions.workerSrc = pathToFileURL(join(laid, 'pdf.worker.mjs')).href;
    return { library, maps: `${join(laid, 'cmaps')}/` };
  }
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return { library, maps: `${join(process.cwd(), 'node_modules', 'pdfjs-dist', 'cmaps')}/` };
}

/**
 * Reads the text of a PDF: lines in reading order with their page, each told whether it goes on with the one before.
 * `onPage` is called as each page is done.
 */
export async function readPdfPages(bytes: Uint8Array, limits: ReadingLimits, onPage: () => void): Promise<SourceText> {
  loading ??= loadLibrary();
  const { library, maps } = await loading;
  process.on('unhandledRejection', dropStrayRejection);
  const task = library.getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: maps,
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages) throw exceeds('pages', limits);
    const pages: RawPage[] = [];
    let length = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const content = await page.getTextContent();
      const items: TextItem[] = [];
      for (const item of content.items) {
        if (!('str' in item)) continue;
        length += item.str.length;
        items.push({ ...item, transform: item.transform as number[] });
      }
      if (length > limits.textLength) throw exceeds('textLength', limits);
      pages.push(turnPage(items, page.getViewport({ scale: 1 })));
      page.cleanup();
      onPage();
    }
    if (length < 2 * document.numPages || length < 4) {
      throw new ReadFailure('no-text', '这个 PDF 里没有文字，可能是扫描件，需要先做文字识别。');
    }
    if (saysNothing(pages)) {
      throw new ReadFailure('no-text', '这个 PDF 的字体没有标明是哪些字，取出来的只是乱码；请换一份，或先做文字识别。');
    }
    return buildSource(layOutPages(pages));
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new ReadFailure('encrypted', 'PDF 设有密码，请先解除密码再读取。');
    }
    throw new ReadFailure('damaged', 'PDF 文件已经损坏，无法读取。', { cause: error });
  } finally {
    await task.destroy();
    // What the library drops on the floor arrives a turn later.
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', dropStrayRejection);
  }
}

/** Characters that a font without names for its signs yields in the place of text: the signs' own numbers. */
const unnamed = /[\0-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]/g;
const leastUnnamed = 0.05;
const leastHan = 0.2;

/** Whether the fonts of most of the text do not say which characters they show. */
function saysNothing(pages: readonly RawPage[]): boolean {
  let all = 0;
  let strange = 0;
  let han = 0;
  for (const { runs } of pages) {
    for (const { text } of runs) {
      all += text.trim().length;
      strange += text.match(unnamed)?.length ?? 0;
      han += text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    }
  }
  return strange > all * leastUnnamed && han < all * leastHan;
}

/**
 * On broken files pdf.js leaves rejected promises behind that nobody awaits; Node would end the process for them. Any
 * other rejection goes its usual way.
 */
function dropStrayRejection(reason: unknown): void {
  const stray = typeof reason === 'object' && reason !== null && 'stack' in reason && /pdf(?:\.worker)?(?:\.min)?\.mjs/.test(String(reason.stack));
  if (!stray) throw reason;
}

function buildSource(pages: readonly (readonly PageLine[])[]): SourceText {
  const furniture = findFurniture(pages);
  const lines: string[] = [];
  const hints: LineHint[] = [];
  let offset = 0;
  let last: PageLine | null = null;
  pages.forEach((page, index) => {
    let fresh = true;
    for (const line of page) {
      const isFurniture = line.note || furniture.has(line);
      let { joins } = line;
      if (!isFurniture && !line.aside) {
        if (fresh || line.first || (last !== null && last.y < line.y)) joins = last !== null && !last.table && !line.table && goesOnAcross(last, line);
        last = line;
        fresh = false;
      }
      hints.push({ offset, level: null, page: index + 1, table: line.table && !isFurniture, joins: joins && !isFurniture, furniture: isFurniture });
      lines.push(line.text);
      offset += line.text.length + 1;
    }
  });
  return { text: lines.join('\n'), hints, layout: 'paragraphs' };
}

/** Whether a column's or a page's first line goes on with the last line of the one before. */
function goesOnAcross(last: PageLine, line: PageLine): boolean {
  return goesOn({ ...last, y: line.y }, line, { left: line.left, right: last.right, pitch: 0, bodySize: last.size });
}
