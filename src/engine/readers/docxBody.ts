import type { SourceText } from '../../core/speech/sourceText.ts';
import type { Numbering } from './docxNumbering.ts';
import { isOn, type ParagraphStyle } from './docxStyles.ts';
import { GeneratedNumbers } from './generatedNumbers.ts';
import type { ReadingLimits } from './limits.ts';
import { OpenFields } from './openFields.ts';
import { SourceBuilder } from './sourceBuilder.ts';
import type { Attributes, XmlHandler } from './xml.ts';

/** Elements whose text is not the speech's: deleted revisions, notes, the second copy of text boxes. */
const silent = new Set(['w:moveFrom', 'w:delText', 'w:delInstrText', 'mc:Fallback', 'w:footnoteReference', 'w:endnoteReference', 'w:commentReference', 'w:rt', 'w:footnote', 'w:endnote', 'w:hdr', 'w:ftr']);

/** What a paragraph or a run was like before somebody changed it with changes tracked. */
const former = new Set(['w:pPrChange', 'w:rPrChange', 'w:sectPrChange', 'w:tblPrChange', 'w:tblPrExChange', 'w:trPrChange', 'w:tcPrChange', 'w:numberingChange']);

interface OpenParagraph {
  text: string;
  styleId: string;
  style: ParagraphStyle | null;
  outline: number | null;
  list: { id: string; level: number | null } | null;
  /** A number that the file holds as text, as Word 2003 wrote it. */
  number: string;
  /** Its mark was deleted or moved away: what follows belongs to it. */
  open: boolean;
}

export interface BodyParts {
  readonly limits: ReadingLimits;
  readonly lists: Numbering;
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly chunk: (id: string) => SourceText | null;
}

/** Takes in the elements of a Word document's body. */
export class BodyReader implements XmlHandler {
  readonly #out: SourceBuilder;
  readonly #numbers: GeneratedNumbers;
  readonly #parts: BodyParts;
  readonly #open: OpenParagraph[] = [];
  /** Cells of the row being read with their paragraphs, outermost table first. */
  readonly #rows: string[][][] = [];
  readonly #fields = new OpenFields();
  #silent = 0;
  #former = 0;
  #inText = 0;
  #runProperties = 0;
  #hidden = false;
  /** Text of paragraphs whose mark was deleted. */
  #carried = '';

  constructor(parts: BodyParts) {
    this.#out = new SourceBuilder(parts.limits);
    this.#numbers = new GeneratedNumbers(parts.lists.lists);
    this.#parts = parts;
  }

  finish(): SourceText {
    if (this.#carried !== '') this.#out.add(this.#carried);
    return this.#out.build();
  }

  open(name: string, attributes: Attributes): void {
    if (former.has(name)) this.#former += 1;
    if (this.#former > 0) return;
    const paragraph = this.#open.at(-1);
    if ((name === 'w:del' || name === 'w:moveFrom') && this.#runProperties > 0) {
      if (paragraph !== undefined) paragraph.open = true;
      return;
    }
    if (name === 'w:del' || silent.has(name)) this.#silent += 1;
    switch (name) {
      case 'w:p':
        this.#open.push({ text: '', styleId: '', style: null, outline: null, list: null, number: '', open: false });
        break;
      case 'w:r':
        this.#hidden = paragraph?.style?.hidden ?? false;
        break;
      case 'w:rPr':
        this.#runProperties += 1;
        break;
      case 'w:rStyle':
        this.#hidden = this.#parts.styles.get(attributes.get('w:val') ?? '')?.hidden ?? this.#hidden;
        break;
      case 'w:vanish':
        this.#hidden = isOn(attributes.get('w:val'));
        break;
      case 'w:t':
      case 'm:t':
      case 'w:instrText':
        this.#inText += 1;
        break;
      case 'w:fldSimple':
        this.#fields.begin();
        this.#show(attributes.get('w:instr') ?? '');
        this.#fields.separate();
        break;
      case 'w:tr':
        this.#rows.push([]);
        break;
      case 'w:tc':
        this.#rows.at(-1)?.push([]);
        break;
      case 'w:fldChar':
        this.#turnField(attributes.get('w:fldCharType') ?? '');
        break;
      case 'w:altChunk':
        this.#takeChunk(attributes.get('r:id') ?? '');
        break;
      case 'wx:t':
        if (paragraph !== undefined) paragraph.number = attributes.get('wx:val') ?? '';
        break;
      default:
        if (paragraph === undefined) return;
        this.#show(signOf(name, attributes));
        this.#property(name, paragraph, attributes.get('w:val'));
    }
  }

  #property(name: string, paragraph: OpenParagraph, value: string | null): void {
    if (value === null) return;
    if (name === 'w:pStyle') {
      paragraph.styleId = value;
      paragraph.style = this.#parts.styles.get(value) ?? null;
    } else if (name === 'w:outlineLvl') paragraph.outline = Number(value);
    else if (name === 'w:ilvl') paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value) };
    else if (name === 'w:numId') paragraph.list = { id: value, level: paragraph.list?.level ?? null };
  }

  #turnField(kind: string): void {
    if (kind === 'begin') this.#fields.begin();
    else if (kind === 'separate') this.#fields.separate();
    else if (kind === 'end') this.#endField();
  }

  #endField(): void {
    const text = this.#fields.end();
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  #takeChunk(id: string): void {
    const source = this.#parts.chunk(id);
    if (source === null) return;
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell === undefined) this.#out.append(source);
    else cell.push(...source.text.split('\n'));
  }

  #show(text: string): void {
    const paragraph = this.#open.at(-1);
    if (text !== '' && paragraph !== undefined && this.#silent === 0 && !this.#hidden) paragraph.text += this.#fields.take(text);
  }

  text(text: string): void {
    if (this.#inText > 0) this.#show(text);
  }

  close(name: string): void {
    if (this.#former > 0) {
      if (former.has(name)) this.#former -= 1;
      return;
    }
    if ((name === 'w:del' || name === 'w:moveFrom') && this.#runProperties > 0) return;
    if (name === 'w:del' || silent.has(name)) this.#silent -= 1;
    if (name === 'w:t' || name === 'm:t' || name === 'w:instrText') this.#inText -= 1;
    else if (name === 'w:fldSimple') this.#endField();
    else if (name === 'w:rPr') this.#runProperties -= 1;
    else if (name === 'w:r') this.#hidden = false;
    // A paragraph's own run properties say how its mark looks.
    else if (name === 'w:pPr') this.#hidden = false;
    else if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tr') this.#endRow();
  }

  #numberOf(paragraph: OpenParagraph): string {
    const own = paragraph.list;
    const inherited = paragraph.style?.list ?? null;
    const id = own === null || own.id === '' ? (inherited?.id ?? '') : own.id;
    if (id === '' || id === '0') return paragraph.number;
    const level = own?.level ?? this.#parts.lists.levelOfStyle.get(`${id}:${paragraph.styleId}`) ?? inherited?.level ?? 0;
    return this.#numbers.next(id, level);
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined) return;
    if (this.#open.length === 0) this.#fields.endCodes();
    const { style } = paragraph;
    paragraph.text = this.#carried + paragraph.text;
    this.#carried = '';
    if (paragraph.open && this.#open.length === 0) {
      this.#carried = paragraph.text;
      return;
    }
    const number = this.#numberOf(paragraph);
    const isEmpty = paragraph.text.trim() === '';
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell !== undefined) {
      // A column of numbers may hold nothing else.
      cell.push(isEmpty ? number.trim() : number + paragraph.text);
      return;
    }
    const text = isEmpty ? paragraph.text : number + paragraph.text;
    const outline = paragraph.outline ?? style?.outline ?? null;
    const level = outline === null || outline > 8 || text.trim().length > 100 ? null : outline + 1;
    this.#out.add(text, { level, furniture: style?.contents === true });
  }

  #endRow(): void {
    const row = this.#rows.pop() ?? [];
    const outer = this.#rows.at(-1)?.at(-1);
    // A table within a cell: each of its rows is a paragraph there.
    if (outer !== undefined) outer.push(row.map((cell) => cell.join(' ')).join(' '));
    else this.#out.addRow(row);
  }
}

/** What an element shows that stands for a character; nothing for any other. */
function signOf(name: string, attributes: Attributes): string {
  switch (name) {
    case 'w:tab':
      // The tab stops of a paragraph's properties have a position; the tabs of its text have none.
      return attributes.get('w:pos') === null ? '\t' : '';
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym': {
      // Symbol fonts show bullets and arrows, no text; they lie in the range for private use.
      const code = parseInt(attributes.get('w:char') ?? '', 16);
      return code >= 0x20 && code <= 0xffff && (code < 0xe000 || code > 0xf8ff) ? String.fromCharCode(code) : '';
    }
    default:
      return '';
  }
}
