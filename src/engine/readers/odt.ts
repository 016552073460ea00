import type { SourceText } from '../../core/speech/sourceText.ts';
import { unpack } from './archive.ts';
import { decodeText } from './decodeText.ts';
import type { ReadingLimits } from './limits.ts';
import { OdtLists, readOdtStyles, type OdtStyles } from './odtLists.ts';
import { ReadFailure } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';
import { walkXml, type Attributes } from './xml.ts';

/** Elements whose text is not the speech's; running heads and pictures stand in the file itself where all is one XML file. */
const silent = new Set(['text:note', 'text:tracked-changes', 'office:annotation', 'office:forms', 'text:bibliography', 'text:ruby-text', 'text:hidden-text', 'svg:title', 'svg:desc', 'office:master-styles', 'office:binary-data']);

/** What a style or its own attribute may hide. */
const hideable = new Set(['text:span', 'text:p', 'text:h', 'text:section']);

/**
 * Reads an OpenDocument text: paragraphs with the numbers that the program generates, headings with their level, a
 * table's row as a line. Notes, comments, hidden and deleted text are left out.
 */
export function readOdt(bytes: Uint8Array, limits: ReadingLimits): SourceText {
  const parts = unpack(bytes, (name) => name === 'content.xml' || name === 'styles.xml' || name === 'META-INF/manifest.xml', limits);
  const xml = (name: string): string | null => {
    const part = parts.get(name);
    return part === undefined ? null : decodeText(part);
  };
  if (xml('META-INF/manifest.xml')?.includes('encryption-data') === true) throw new ReadFailure('encrypted', '文档设有密码，请先解除密码再读取。');
  const content = xml('content.xml');
  if (content === null) throw new ReadFailure('damaged', '这个 ODT 文档缺少正文，可能已经损坏。');
  const styles: OdtStyles = { lists: new Map(), hidden: new Set() };
  const common = xml('styles.xml');
  if (common !== null) readOdtStyles(common, styles, limits);
  return readContent(content, styles, limits);
}

/** Reads an OpenDocument text that is one XML file (.fodt). */
export function readFlatOdt(xml: string, limits: ReadingLimits): SourceText {
  if (/office:mimetype="(?!application\/vnd\.oasis\.opendocument\.text)/.test(xml.slice(0, longestRoot))) throw new ReadFailure('unsupported', '这是电子表格、演示文稿或图形，不是文稿，没有读取。');
  return readContent(xml, { lists: new Map(), hidden: new Set() }, limits);
}

/** So far the root of such a file is looked at, with the names of its schemas. */
const longestRoot = 8_000;

function readContent(content: string, styles: OdtStyles, limits: ReadingLimits): SourceText {
  readOdtStyles(content, styles, limits);
  const reader = new OdtReader(styles, limits);
  walkXml(content, reader, limits);
  return reader.out.build();
}

interface OpenParagraph {
  text: string;
  readonly level: number | null;
  readonly number: string;
}

class OdtReader {
  readonly out: SourceBuilder;
  readonly #styles: OdtStyles;
  readonly #lists: OdtLists;
  readonly #open: OpenParagraph[] = [];
  /** Cells of the row being read with their paragraphs, outermost table first. */
  readonly #rows: string[][][] = [];
  /** For each open section, paragraph and span, whether it is hidden. */
  readonly #hiding: boolean[] = [];
  #muted = 0;
  #contents = 0;

  constructor(styles: OdtStyles, limits: ReadingLimits) {
    this.out = new SourceBuilder(limits);
    this.#styles = styles;
    this.#lists = new OdtLists(styles);
  }

  open(name: string, attributes: Attributes): void {
    if (silent.has(name)) this.#muted += 1;
    switch (name) {
      case 'text:p':
        this.#mute(this.#isHidden(attributes));
        this.#open.push({ text: '', level: null, number: this.#muted > 0 ? '' : this.#lists.ofParagraph() });
        break;
      case 'text:h': {
        const level = Number(attributes.get('text:outline-level') ?? 1) || 1;
        this.#mute(this.#isHidden(attributes));
        this.#open.push({ text: '', level, number: this.#muted > 0 ? '' : this.#lists.ofHeading(level, attributes) });
        break;
      }
      case 'text:span':
        this.#mute(this.#isHidden(attributes));
        break;
      case 'text:section':
        this.#mute(attributes.get('text:display') === 'none');
        break;
      case 'text:list':
        this.#lists.openList(attributes);
        break;
      case 'text:list-item':
        this.#lists.openItem(attributes);
        break;
      case 'text:table-of-content':
        this.#contents += 1;
        break;
      case 'table:table-row':
        this.#rows.push([]);
        break;
      case 'table:table-cell':
        this.#rows.at(-1)?.push([]);
        break;
      case 'text:tab':
        this.#show('\t');
        break;
      case 'text:line-break':
        this.#show('\n');
        break;
      case 'text:s':
        this.#show(' '.repeat(Math.min(20, Number(attributes.get('text:c') ?? 1) || 1)));
        break;
      default:
    }
  }

  #isHidden(attributes: Attributes): boolean {
    return this.#styles.hidden.has(attributes.get('text:style-name') ?? '');
  }

  #mute(isHidden: boolean): void {
    this.#hiding.push(isHidden);
    if (isHidden) this.#muted += 1;
  }

  #show(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined && this.#muted === 0) paragraph.text += text;
  }

  text(text: string): void {
    this.#show(text.replace(/\s+/g, ' '));
  }

  close(name: string): void {
    if (silent.has(name)) this.#muted -= 1;
    if (name === 'text:p' || name === 'text:h') this.#endParagraph();
    if (hideable.has(name) && this.#hiding.pop() === true) this.#muted -= 1;
    else if (name === 'text:list') this.#lists.closeList();
    else if (name === 'text:table-of-content') this.#contents -= 1;
    else if (name === 'table:table-row') {
      const row = this.#rows.pop() ?? [];
      const outer = this.#rows.at(-1)?.at(-1);
      // A table within a cell: each of its rows is a paragraph there.
      if (outer !== undefined) outer.push(row.map((cell) => cell.join(' ')).join(' '));
      else this.out.addRow(row);
    }
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop();
    if (paragraph === undefined || this.#muted > 0) return;
    const isEmpty = paragraph.text.trim() === '';
    const text = isEmpty ? '' : paragraph.number + paragraph.text;
    const cell = this.#rows.at(-1)?.at(-1);
    // A column of numbers may hold nothing else.
    if (cell !== undefined) cell.push(isEmpty ? paragraph.number.trim() : text);
    else this.out.add(text, { level: text.trim().length > 100 ? null : paragraph.level, furniture: this.#contents > 0 });
  }
}
