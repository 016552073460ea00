import type { SourceText } from '../../core/speech/sourceText.ts';
import { unpack } from './archive.ts';
import { DocxNumbering } from './docxNumbering.ts';
import { readStyles, type ParagraphStyle } from './docxStyles.ts';
import type { ReadingLimits } from './limits.ts';
import { ReadFailure } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';
import { walkXml } from './xml.ts';

const parts = new Set(['word/document.xml', 'word/numbering.xml', 'word/styles.xml']);

/** Elements whose text is not the speech's: deleted revisions, notes, field codes, the second copy of text boxes. */
const silent = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:footnoteReference', 'w:endnoteReference', 'w:commentReference', 'w:rt']);

interface OpenParagraph {
  text: string;
  style: ParagraphStyle | null;
  outline: number | null;
  list: { id: string; level: number } | null;
}

/**
 * Reads a Word document: paragraphs with the numbers that Word generates, headings by style or outline level, a table's
 * row as a line with tabs between cells. Foot- and endnotes, comments and deleted revisions are left out.
 */
export function readDocx(bytes: Uint8Array, limits: ReadingLimits): SourceText {
  const files = unpack(bytes, (name) => parts.has(name), limits);
  const xml = (name: string): string | null => {
    const part = files.get(name);
    return part === undefined ? null : new TextDecoder().decode(part);
  };
  const body = xml('word/document.xml');
  if (body === null) throw new ReadFailure('damaged', '这个 Word 文档缺少正文，可能已经损坏。');
  const reader = new DocumentReader(limits, new DocxNumbering(xml('word/numbering.xml'), limits), readStyles(xml('word/styles.xml'), limits));
  walkXml(body, reader, limits);
  return reader.out.build();
}

class DocumentReader {
  readonly out: SourceBuilder;
  readonly #numbering: DocxNumbering;
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  readonly #open: OpenParagraph[] = [];
  /** Cells of the row being read, outermost table first. */
  readonly #rows: string[][] = [];
  #silent = 0;
  #inText = 0;

  constructor(limits: ReadingLimits, numbering: DocxNumbering, styles: ReadonlyMap<string, ParagraphStyle>) {
    this.out = new SourceBuilder(limits);
    this.#numbering = numbering;
    this.#styles = styles;
  }

  open(name: string, attributes: { get(name: string): string | null }): void {
    if (silent.has(name)) this.#silent += 1;
    const paragraph = this.#open.at(-1);
    switch (name) {
      case 'w:p':
        this.#open.push({ text: '', style: null, outline: null, list: null });
        break;
      case 'w:t':
        this.#inText += 1;
        break;
      case 'w:tr':
        this.#rows.push([]);
        break;
      case 'w:tc':
        this.#rows.at(-1)?.push('');
        break;
      case 'w:tab':
        // The tab stops of a paragraph's properties have a position; the tabs of its text have none.
        if (paragraph !== undefined && attributes.get('w:pos') === null && this.#silent === 0) paragraph.text += '\t';
        break;
      case 'w:br':
      case 'w:cr':
        if (paragraph !== undefined && this.#silent === 0) paragraph.text += '\n';
        break;
      case 'w:noBreakHyphen':
        if (paragraph !== undefined && this.#silent === 0) paragraph.text += '-';
        break;
      default:
        if (paragraph !== undefined) this.#property(name, paragraph, attributes.get('w:val'));
    }
  }

  #property(name: string, paragraph: OpenParagraph, value: string | null): void {
    if (value === null) return;
    if (name === 'w:pStyle') paragraph.style = this.#styles.get(value) ?? null;
    else if (name === 'w:outlineLvl') paragraph.outline = Number(value);
    else if (name === 'w:ilvl') paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value) };
    else if (name === 'w:numId') paragraph.list = { id: value, level: paragraph.list?.level ?? 0 };
  }

  text(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined && this.#inText > 0 && this.#silent === 0) paragraph.text += text;
  }

  close(name: string): void {
    if (silent.has(name)) this.#silent -= 1;
    if (name === 'w:t') this.#inText -= 1;
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tr') this.#endRow();
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined) return;
    const { style } = paragraph;
    const list = paragraph.list ?? style?.list ?? null;
    const numbered = list !== null && list.id !== '0' && paragraph.text.trim() !== '';
    const text = (numbered ? this.#numbering.next(list.id, list.level) : '') + paragraph.text;
    const row = this.#rows.at(-1);
    if (row !== undefined && row.length > 0) {
      const cell = row.length - 1;
      const before = row[cell] ?? '';
      row[cell] = before === '' ? text.trim() : `${before} ${text.trim()}`.trim();
      return;
    }
    const outline = paragraph.outline ?? style?.outline ?? null;
    const level = outline === null || outline > 8 || text.trim().length > 100 ? null : outline + 1;
    this.out.add(text, { level });
  }

  #endRow(): void {
    const row = this.#rows.pop() ?? [];
    const text = row.join('\t').replace(/\s*\n\s*/g, ' ');
    const outer = this.#rows.at(-1);
    if (outer !== undefined && outer.length > 0) outer[outer.length - 1] += ` ${text}`;
    else if (text.trim() !== '') this.out.add(text, { table: true });
  }
}
