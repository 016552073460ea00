import type { SourceText } from '../../core/speech/sourceText.ts';
import { apart } from './generatedNumbers.ts';
import type { ReadingLimits } from './limits.ts';
import { OpenFields } from './openFields.ts';
import { ReadFailure } from './readFailure.ts';
import { RtfText } from './rtfText.ts';
import { scanRtf } from './rtfScan.ts';
import { SourceBuilder } from './sourceBuilder.ts';

/**
 * Groups whose text is not the speech's: tables of the file, notes, running heads, pictures, the second copy
 * of a text box. A group that opens with `\*` is left out as well unless it is named in `shown`.
 */
const silent = new Set([
  ...['fonttbl', 'colortbl', 'stylesheet', 'info', 'filetbl', 'pict', 'nonshppict', 'shprslt', 'sp', 'sn', 'sv', 'objdata'],
  ...['footnote', 'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn'],
  ...['xe', 'rxe', 'tc', 'tcn', 'txe', 'template', 'pntxta', 'pntxtb', 'datafield', 'upr'],
]);
const shown = new Set(['shpinst', 'shptxt', 'do', 'ud', 'result', 'fldinst']);
/** What the text of a box stands in, now and before Word 97. */
const boxes = new Set(['shptxt', 'dptxbxtext']);

/** Control words that stand for one character or a break. */
const characters: Readonly<Record<string, string>> = {
  ...{ tab: '\t', line: '\n', lbr: '\n', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”' },
  ...{ bullet: '•', emspace: ' ', enspace: ' ', qmspace: ' ', '~': ' ', _: '-' },
};

interface Group {
  silent: boolean;
  /** What the group defines rather than shows. */
  table: 'fonts' | 'styles' | null;
  /** The number or bullet that the writing program put before a paragraph. */
  number: boolean;
  starred: boolean;
  fresh: boolean;
  hidden: boolean;
  deleted: boolean;
  font: number;
  /** How many characters follow a `\u` for programs without Unicode. */
  fallback: number;
  /** Whether the group is a field's code. */
  code: boolean;
  /** How many fields were open before the group, where it is a field. */
  outerFields: number | null;
  /** The paragraph that a text box interrupts. */
  outer: { readonly text: string; readonly number: string; readonly inTable: boolean } | null;
}

/**
 * Reads Rich Text Format, as Word, WPS and WordPad write it: paragraphs with the numbers in front of them, headings by
 * outline level or style, a table's row as a line. Notes, running heads, pictures, hidden and deleted text stay out.
 */
export function readRtf(bytes: Uint8Array, limits: ReadingLimits): SourceText {
  const reader = new RtfReader(limits);
  scanRtf(bytes, reader, limits);
  return reader.finish();
}

class RtfReader {
  readonly #out: SourceBuilder;
  readonly #text = new RtfText();
  readonly #groups: Group[] = [];
  #at: Group = { silent: false, table: null, number: false, starred: false, fresh: false, hidden: false, deleted: false, font: -1, fallback: 1, code: false, outerFields: null, outer: null };
  /** Characters still to be passed over after a `\u`. */
  #passing = 0;
  #paragraph = '';
  #number = '';
  readonly #fields = new OpenFields();
  #cells: string[][] = [];
  /** Paragraphs of the cell that is open. */
  #cell: string[] = [];
  #inTable = false;
  #level: number | null = null;
  #style = 0;
  readonly #styleLevels = new Map<number, number>();

  constructor(limits: ReadingLimits) {
    this.#out = new SourceBuilder(limits);
  }

  open(): void {
    this.#flush();
    this.#passing = 0;
    this.#groups.push(this.#at);
    this.#at = { ...this.#at, fresh: true, starred: false, code: false, outerFields: null, outer: null };
  }

  close(): void {
    this.#flush();
    this.#passing = 0;
    const group = this.#at;
    if (group.outer !== null) this.#leaveBox(group.outer);
    if (group.code) this.#fields.separate();
    if (group.outerFields !== null) while (this.#fields.depth > group.outerFields) this.#paragraph += this.#fields.end();
    this.#at = this.#groups.pop() ?? { ...group, silent: false };
    // A bullet says nothing that is read out; a number does.
    if (group.number && !this.#at.number && !/[\p{L}\p{N}]/u.test(this.#number)) this.#number = '';
  }

  symbol(symbol: string): void {
    if (symbol === '*') {
      this.#at.starred = true;
      return;
    }
    if (this.#passing > 0) this.#passing -= 1;
    else if (symbol === '\n' || symbol === '\r') this.#endParagraph();
    else if (symbol === '~' || symbol === '_') this.#show(characters[symbol] ?? '');
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.byte(symbol.charCodeAt(0), false);
  }

  byte(byte: number, escaped: boolean): void {
    // Some programs put a space between `{` and what the group is.
    if (byte !== 32) this.#at.fresh = false;
    if (this.#passing > 0) this.#passing -= 1;
    else if (this.#at.table === 'styles' || !this.#unseen()) this.#text.add(byte, escaped);
  }

  word(word: string, value: number | null): void {
    const group = this.#at;
    const first = group.fresh;
    group.fresh = false;
    if (first && (silent.has(word) || (group.starred && !shown.has(word)))) group.silent = true;
    if (first && word === 'ud') group.silent = false;
    if (first && word === 'field') group.outerFields = this.#fields.depth;
    if (first && word === 'fldinst') this.#openCode();
    if (first && boxes.has(word) && !group.silent) this.#enterBox();
    if (word === 'fonttbl') group.table = 'fonts';
    else if (word === 'stylesheet') group.table = 'styles';
    else if (word === 'listtext' || word === 'pntext') this.#openNumber();
    else if (group.table !== null) this.#define(group.table, word, value);
    else this.#apply(word, value);
  }

  /** The text of a box is paragraphs of its own, before the one that it hangs on. */
  #enterBox(): void {
    this.#flush();
    this.#at.outer = { text: this.#paragraph, number: this.#number, inTable: this.#inTable };
    this.#paragraph = '';
    this.#number = '';
    this.#inTable = false;
  }

  #leaveBox(outer: NonNullable<Group['outer']>): void {
    if (this.#paragraph.trim() !== '') this.#endParagraph();
    this.#paragraph = outer.text;
    this.#number = outer.number;
    this.#inTable = outer.inTable;
  }

  #openCode(): void {
    this.#at.code = true;
    this.#fields.begin();
  }

  #openNumber(): void {
    this.#flush();
    this.#at.number = true;
    this.#number = '';
  }

  /** Fonts tell the code page of escaped bytes, styles the level of headings. */
  #define(table: 'fonts' | 'styles', word: string, value: number | null): void {
    if (table === 'fonts') {
      if (word === 'f') this.#at.font = value ?? 0;
      else if (word === 'fcharset') this.#text.setCharset(this.#at.font, value ?? 0);
    } else if (word === 's') this.#style = value ?? 0;
    else if (word === 'outlinelevel' && value !== null && value < 9) this.#styleLevels.set(this.#style, value + 1);
  }

  #apply(word: string, value: number | null): void {
    const group = this.#at;
    if (word === 'u') {
      if (this.#unseen()) return;
      this.#show(String.fromCharCode((value ?? 0) & 0xffff));
      this.#passing = group.fallback;
      return;
    }
    this.#passing = 0;
    const character = characters[word];
    if (character !== undefined) {
      this.#show(character);
      return;
    }
    const parts = !group.silent && !this.#fields.inCode;
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
      case 'column':
        if (parts) this.#endParagraph();
        break;
      case 'cell':
      case 'nestcell':
        if (parts) this.#endCell();
        break;
      case 'row':
      case 'nestrow':
        if (parts) this.#endRow();
        break;
      case 'pard':
        this.#inTable = false;
        this.#level = null;
        this.#style = 0;
        break;
      case 'intbl':
        this.#inTable = true;
        break;
      case 's':
        this.#style = value ?? 0;
        break;
      case 'outlinelevel':
        this.#level = value !== null && value < 9 ? value + 1 : null;
        break;
      default:
        this.#applyToCharacters(word, value);
    }
  }

  #applyToCharacters(word: string, value: number | null): void {
    const group = this.#at;
    this.#flush();
    if (word === 'uc') group.fallback = Math.max(0, value ?? 1);
    else if (word === 'f' || word === 'af') group.font = value ?? 0;
    else if (word === 'v') group.hidden = value !== 0;
    else if (word === 'deleted') group.deleted = value !== 0;
    else if (word === 'plain') Object.assign(group, { hidden: false, deleted: false });
    else if (word === 'ansicpg') this.#text.codePage = value ?? 1252;
    else if (word === 'deff') group.font = value ?? 0;
  }

  #unseen(): boolean {
    return this.#at.silent || this.#at.hidden || this.#at.deleted;
  }

  #show(text: string): void {
    if (this.#unseen()) return;
    this.#flush();
    if (this.#at.number) this.#number += text;
    else this.#paragraph += this.#fields.take(text);
  }

  /** Bytes are decoded together: a Chinese character is two of them. */
  #flush(): void {
    if (this.#text.empty) return;
    const text = this.#text.take(this.#at.font);
    if (this.#at.table === 'styles') this.#noteStyleName(text);
    else if (this.#at.number) this.#number += text;
    else this.#paragraph += this.#fields.take(text);
  }

  #noteStyleName(text: string): void {
    const heading = /^\s*(?:heading|标题) ?([1-9])\s*;/i.exec(text);
    const level = /^\s*(?:title|标题)\s*;/i.test(text) ? 1 : heading === null ? null : Number(heading[1]);
    if (level !== null && !this.#styleLevels.has(this.#style)) this.#styleLevels.set(this.#style, level);
  }

  /** The paragraph that is open, with its number; a cell may hold nothing but a number. */
  #takeParagraph(inCell = this.#inTable): string {
    this.#flush();
    const number = this.#number.trim();
    const text = (/\s$/.test(this.#number) ? apart(number) : number) + this.#paragraph;
    const empty = this.#paragraph.trim() === '';
    this.#number = '';
    this.#paragraph = '';
    return empty ? (inCell ? number : '') : text;
  }

  #endParagraph(): void {
    const text = this.#takeParagraph();
    if (this.#inTable) {
      this.#cell.push(text);
      return;
    }
    // A program that ended a table without its cell or row.
    if (this.#cell.length > 0) this.#cells.push(this.#cell);
    this.#cell = [];
    if (this.#cells.length > 0) this.#endRow();
    const level = this.#level ?? this.#styleLevels.get(this.#style) ?? null;
    this.#out.add(text, { level: text.trim().length > 100 ? null : level });
  }

  #endCell(): void {
    this.#cells.push([...this.#cell, this.#takeParagraph(true)]);
    this.#cell = [];
  }

  #endRow(): void {
    const row = this.#cells;
    this.#cells = [];
    this.#out.addRow(row);
  }

  finish(): SourceText {
    this.#inTable = false;
    this.#endParagraph();
    const source = this.#out.build();
    if (source.text.trim() === '') throw new ReadFailure('no-text', 'RTF 文件里没有文字。');
    return source;
  }
}
