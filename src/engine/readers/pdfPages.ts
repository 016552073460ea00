import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as PdfLibrary from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { LineHint, SourceText } from '../../core/speech/sourceText.ts';
import type { ReadingLimits } from './limits.ts';
import { goesOn, layOutPages, type PageLine, type RawPage, type TextRun } from './pdfLayout.ts';
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
      const [x0, , x1] = page.view;
      const runs: TextRun[] = [];
      for (const item of content.items) {
        if (!('str' in item)) continue;
        const [, , c, d, x, y] = item.transform as number[];
        length += item.str.length;
        runs.push({ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: Math.hypot(c ?? 0, d ?? 0) });
      }
      if (length > limits.textLength) throw exceeds('textLength', limits);
      pages.push({ runs, width: (x1 ?? 0) - (x0 ?? 0) });
      page.cleanup();
      onPage();
    }
    if (length < 2 * document.numPages || length < 4) {
      throw new ReadFailure('no-text', '这个 PDF 里没有文字，可能是扫描件，需要先做文字识别。');
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
      if (!isFurniture) {
        if (fresh || line.first || (last !== null && last.y < line.y)) joins = last !== null && goesOnAcross(last, line);
        last = line;
        fresh = false;
      }
      hints.push({ offset, level: null, page: index + 1, table: false, joins: joins && !isFurniture, furniture: isFurniture });
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

/**
 * Lines at the head or foot of pages that come back, their digits aside, and page numbers there. Two lines at each end
 * of a page are looked at.
 */
function findFurniture(pages: readonly (readonly PageLine[])[]): Set<PageLine> {
  const places = new Map<string, PageLine[]>();
  for (const page of pages) {
    const byHeight = [...page].sort((a, b) => b.y - a.y);
    const ends = byHeight.length <= 4 ? byHeight : [...byHeight.slice(0, 2), ...byHeight.slice(-2)];
    for (const line of new Set(ends)) {
      if (line.text.length > 60) continue;
      const key = line.text.replace(/[\s\d０-９]+/gu, '#');
      const known = places.get(key);
      if (known === undefined) places.set(key, [line]);
      else known.push(line);
    }
  }
  const furniture = new Set<PageLine>();
  for (const [key, lines] of places) {
    const number = /^[-—–－·•第页共/／#]+$/u.test(key);
    const heights = lines.map((line) => line.y);
    const steady = Math.max(...heights) - Math.min(...heights) < 12;
    const same = new Set(lines.map((line) => line.text)).size === 1;
    const enough = number ? 2 : same ? Math.max(2, pages.length * 0.6) : 3;
    if (steady && lines.length >= enough && lines.length * 3 >= pages.length) for (const line of lines) furniture.add(line);
  }
  return furniture;
}
