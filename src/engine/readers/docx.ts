import type { SourceText } from '../../core/speech/sourceText.ts';
import { unpack } from './archive.ts';
import { readNumbering } from './docxNumbering.ts';
import { readStyles, type ParagraphStyle } from './docxStyles.ts';
import { decodePage } from './decodeText.ts';
import { GeneratedNumbers } from './generatedNumbers.ts';
import { readHtml } from './html.ts';
import type { ReadingLimits } from './limits.ts';
import { readMht } from './mht.ts';
import { ReadFailure } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';
import { walkXml, type Attributes } from './xml.ts';

/** Some programs name the body differently, or write `\` between folders. */
const bodyPart = /^\/?word[/\\]document\d*\.xml$/i;
const wantedPart = /^\/?word[/\\](?:document\d*|numbering|styles)\.xml$/i;
/** Web sites that export to Word often wrap their page in an empty document. */
const wrappedPage = /\.(?:mht|mhtml|html?|xhtml)$/i;

/** Elements whose text is not the speech's: deleted revisions, notes, field codes, the second copy of text boxes. */
const silent = new Set(['w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:footnoteReference', 'w:endnoteReference', 'w:commentReference', 'w:rt', 'w:footnote', 'w:endnote', 'w:hdr', 'w:ftr']);

/** Whether an archive is a Word document. */
export function isDocx(names: readonly string[]): boolean {
  return names.some((name) => bodyPart.test(name));
}

/**
 * Reads a Word document: paragraphs with the numbers that Word generates, headings by style or outline level, a table's
 * row as a line with tabs between cells. Foot- and endnotes, comments, hidden text and deleted revisions are left out.
 */
export function readDocx(bytes: Uint8Array, limits: ReadingLimits): SourceText {
  const files = unpack(bytes, (name) => wantedPart.test(name) || wrappedPage.test(name), limits);
  const xml = (name: RegExp): string | null => {
    for (const [path, part] of files) if (name.test(path)) return new TextDecoder().decode(part);
    return null;
  };
  const body = xml(bodyPart);
  if (body === null) throw new ReadFailure('damaged', '这个 Word 文档缺少正文，可能已经损坏。');
  const source = readWordXml(body, { numbering: xml(/numbering\.xml$/i), styles: xml(/styles\.xml$/i) }, limits);
  if (source.text.trim() !== '' || !body.includes('<w:altChunk')) return source;
  for (const [name, page] of files) {
    if (/\.mht(?:ml)?$/i.test(name)) return readMht(page, limits);
    if (wrappedPage.test(name)) return readHtml(decodePage(page), limits);
  }
  return source;
}

/** Reads the XML of a Word document's body; Word 2003 wrote it as a file of its own. */
export function readWordXml(body: string, parts: { readonly numbering: string | null; readonly styles: string | null }, limits: ReadingLimits): SourceText {
  const reader = new DocumentReader(limits, readNumbering(parts.numbering, limits), readStyles(parts.styles, limits));
  walkXml(body, reader, limits);
  return reader.finish();
}

interface OpenParagraph {
  text: string;
  styleId: string;
  style: ParagraphStyle | null;
  outline: number | null;
  list: { id: string; level: number | null } | null;
  /** A number that the file holds as text, as Word 2003 wrote it. */
  number: string;
  /** Its mark was deleted: what follows belongs to it. */
  open: boolean;
}

class DocumentReader {
  readonly out: SourceBuilder;
  readonly #numbers: GeneratedNumbers;
  readonly #levelOfStyle: ReadonlyMap<string, number>;
  readonly #styles: ReadonlyMap<string, ParagraphStyle>;
  readonly #open: OpenParagraph[] = [];
  /** Cells of the row being read with their paragraphs, outermost table first. */
  readonly #rows: string[][][] = [];
  #silent = 0;
  #inText = 0;
  #runProperties = 0;
  #hidden = false;
  /** Text of paragraphs whose mark was deleted. */
  #carried = '';

  constructor(limits: ReadingLimits, numbering: ReturnType<typeof readNumbering>, styles: ReadonlyMap<string, ParagraphStyle>) {
    this.out = new SourceBuilder(limits);
    this.#numbers = new GeneratedNumbers(numbering.lists);
    this.#levelOfStyle = numbering.levelOfStyle;
    this.#styles = styles;
  }

  finish(): SourceText {
    if (this.#carried !== '') this.out.add(this.#carried);
    return this.out.build();
  }

  open(name: string, attributes: Attributes): void {
    const paragraph = this.#open.at(-1);
    if (name === 'w:del' && this.#runProperties > 0) {
      if (paragraph !== undefined) paragraph.open = true;
    } else if (name === 'w:del' || silent.has(name)) this.#silent += 1;
    switch (name) {
      case 'w:p':
        this.#open.push({ text: '', styleId: '', style: null, outline: null, list: null, number: '', open: false });
        break;
      case 'w:r':
        this.#hidden = false;
        break;
      case 'w:rPr':
        this.#runProperties += 1;
        break;
      case 'w:vanish':
        this.#hidden = !/^(?:0|false|off)$/.test(attributes.get('w:val') ?? '');
        break;
      case 'w:t':
        this.#inText += 1;
        break;
      case 'w:tr':
        this.#rows.push([]);
        break;
      case 'w:tc':
        this.#rows.at(-1)?.push([]);
        break;
      case 'w:tab':
        // The tab stops of a paragraph's properties have a position; the tabs of its text have none.
        if (attributes.get('w:pos') === null) this.#show('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#show('\n');
        break;
      case 'w:noBreakHyphen':
        this.#show('-');
        break;
      case 'wx:t':
        if (paragraph !== undefined) paragraph.number = attributes.get('wx:val') ?? '';
        break;
      default:
        if (paragraph !== undefined) this.#property(name, paragraph, attributes.get('w:val'));
    }
  }

  #property(name: string, paragraph: OpenParagraph, value: string | null): void {
    if (value === null) return;
    if (name === 'w:pStyle') {
      paragraph.styleId = value;
      paragraph.style = this.#styles.get(value) ?? null;
    } else if (name === 'w:outlineLvl') paragraph.outline = Number(value);
    else if (name === 'w:ilvl') paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value) };
    else if (name === 'w:numId') paragraph.list = { id: value, level: paragraph.list?.level ?? null };
  }

  #show(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined && this.#silent === 0 && !this.#hidden) paragraph.text += text;
  }

  text(text: string): void {
    if (this.#inText > 0) this.#show(text);
  }

  close(name: string): void {
    if (name === 'w:del' ? this.#runProperties === 0 : silent.has(name)) this.#silent -= 1;
    if (name === 'w:t') this.#inText -= 1;
    else if (name === 'w:rPr') this.#runProperties -= 1;
    else if (name === 'w:r') this.#hidden = false;
    // A paragraph's own run properties say how its mark looks.
    else if (name === 'w:pPr') this.#hidden = false;
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tr') this.#endRow();
  }

  #numberOf(paragraph: OpenParagraph): string {
    if (paragraph.text.trim() === '') return '';
    const own = paragraph.list;
    const inherited = paragraph.style?.list ?? null;
    const id = own === null || own.id === '' ? (inherited?.id ?? '') : own.id;
    if (id === '' || id === '0') return paragraph.number;
    const level = own?.level ?? this.#levelOfStyle.get(`${id}:${paragraph.styleId}`) ?? inherited?.level ?? 0;
    return this.#numbers.next(id, level);
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined) return;
    const { style } = paragraph;
    paragraph.text = this.#carried + paragraph.text;
    this.#carried = '';
    if (paragraph.open && this.#open.length === 0) {
      this.#carried = paragraph.text;
      return;
    }
    const text = this.#numberOf(paragraph) + paragraph.text;
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell !== undefined) {
      cell.push(text);
      return;
    }
    const outline = paragraph.outline ?? style?.outline ?? null;
    const level = outline === null || outline > 8 || text.trim().length > 100 ? null : outline + 1;
    this.out.add(text, { level, furniture: style?.contents === true });
  }

  #endRow(): void {
    const row = this.#rows.pop() ?? [];
    const outer = this.#rows.at(-1)?.at(-1);
    // A table within a cell: each of its rows is a paragraph there.
    if (outer !== undefined) outer.push(row.map((cell) => cell.join(' ')).join(' '));
    else this.out.addRow(row);
  }
}
