import type { ParagraphRole } from '../contracts.ts';
import { paragraphRoles } from '../contracts.ts';
import { ByteWriter } from './bytes.ts';
import type { ByteSource, Compressor } from './ports.ts';

/**
 * The paragraphs' text, deflated in blocks of about 1,500 characters. Blocks this small would compress badly on their
 * own, so each segment has a dictionary made of its own first paragraphs: 35 % of the UTF-8 text instead of 41 %, and an
 * answer inflates 4 KB a hit. Inside a block a paragraph is `line,page,text` and blocks are joined by U+0000.
 */
const blockCharacters = 1500;
const dictionaryBytes = 16 * 1024;
const separator = '\u0000';
const fieldSeparator = '\u0001';

/** How many decoded blocks are kept: about 4 MB at most. */
const keptBlocks = 512;

export function makeDictionary(texts: readonly string[], compressor: Compressor): Uint8Array {
  const sample: string[] = [];
  let room = dictionaryBytes / 2;
  const step = Math.max(1, Math.floor((texts.length * 110) / room));
  for (let index = 0; index < texts.length && room > 0; index += step) {
    const piece = (texts[index] ?? '').slice(0, Math.min(110, room));
    sample.push(piece);
    room -= piece.length;
  }
  return compressor.encode(sample.join(''));
}

export class TextBlockWriter {
  private readonly out = new ByteWriter(1 << 16);
  private readonly blocks = new ByteWriter(1 << 10);
  private readonly compressor: Compressor;
  private readonly dictionary: Uint8Array;
  private pending: string[] = [];
  private pendingLength = 0;
  private pendingFirst = 0;
  private count = 0;

  constructor(compressor: Compressor, dictionary: Uint8Array) {
    this.compressor = compressor;
    this.dictionary = dictionary;
  }

  add(paragraph: { readonly text: string; readonly line: number | null; readonly page: number | null }): void {
    const { text, line, page } = paragraph;
    // The separators are control characters, which no reader leaves in a text; they are dropped all the same.
    const clean = text.includes(separator) ? text.replaceAll(separator, '') : text;
    this.pending.push(`${line ?? ''}${fieldSeparator}${page ?? ''}${fieldSeparator}${clean}`);
    this.pendingLength += clean.length;
    this.count += 1;
    if (this.pendingLength >= blockCharacters) this.flush();
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    this.blocks.u32(this.pendingFirst);
    this.blocks.u32(this.out.length);
    this.out.append(this.compressor.deflate(this.pending.join(separator), this.dictionary));
    this.pending = [];
    this.pendingLength = 0;
    this.pendingFirst = this.count;
  }

  finish(): { text: Uint8Array; blocks: Uint8Array } {
    this.flush();
    return { text: this.out.finish(), blocks: this.blocks.finish() };
  }
}

export interface StoredParagraph {
  readonly text: string;
  readonly line: number | null;
  readonly page: number | null;
}

export class TextBlocks {
  private readonly source: ByteSource;
  private readonly compressor: Compressor;
  private readonly dictionary: Uint8Array;
  /** First paragraph and offset of each block, one after the other. */
  private readonly blocks: Uint32Array;
  private readonly kept = new Map<number, readonly string[]>();

  constructor(parts: { source: ByteSource; compressor: Compressor; dictionary: Uint8Array; blocks: Uint32Array }) {
    this.source = parts.source;
    this.compressor = parts.compressor;
    this.dictionary = parts.dictionary;
    this.blocks = parts.blocks;
  }

  private blockOf(paragraph: number): number {
    let low = 0;
    let high = this.blocks.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.blocks[middle * 2] as number) <= paragraph) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private load(block: number): readonly string[] {
    const kept = this.kept.get(block);
    if (kept !== undefined) return kept;
    const start = this.blocks[block * 2 + 1] as number;
    const end = this.blocks[block * 2 + 3] ?? this.source.length;
    const text = this.compressor.inflate(this.source.read(start, end - start), this.dictionary);
    const records = text.split(separator);
    if (this.kept.size >= keptBlocks) {
      const oldest = this.kept.keys().next();
      if (oldest.done !== true) this.kept.delete(oldest.value);
    }
    this.kept.set(block, records);
    return records;
  }

  read(paragraph: number): StoredParagraph {
    const block = this.blockOf(paragraph);
    const record = this.load(block)[paragraph - (this.blocks[block * 2] as number)];
    if (record === undefined) throw new RangeError('a paragraph is missing from its text block');
    const afterLine = record.indexOf(fieldSeparator);
    const afterPage = record.indexOf(fieldSeparator, afterLine + 1);
    const line = record.slice(0, afterLine);
    const page = record.slice(afterLine + 1, afterPage);
    return {
      text: record.slice(afterPage + 1),
      line: line === '' ? null : Number(line),
      page: page === '' ? null : Number(page),
    };
  }
}

export function roleCode(role: ParagraphRole): number {
  return paragraphRoles.indexOf(role);
}

export function roleOfCode(code: number): ParagraphRole {
  return paragraphRoles[code] ?? 'body';
}

