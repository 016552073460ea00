/**
 * A document's text as a reader hands it over, and the blocks that are cut from it. Nothing is ever copied without its
 * place: a block's text is made of slices of the source, so each clean character leads back to where it came from.
 */

import { holder } from './lineKinds.ts';
import type { Ordinal } from './ordinals.ts';
import { endsSentence } from './punctuation.ts';

/** What a format says about the line that begins at `offset`; plain text says nothing. */
export interface LineHint {
  readonly offset: number;
  /** Heading level as the format has it, 1 for the title; `null` for text. */
  readonly level: number | null;
  /** 1-based page, for paged formats. */
  readonly page: number | null;
  /** A row of a table: never joined with its neighbours, never a head. */
  readonly table: boolean;
  /** Whether the line goes on with the one before it, where the format's geometry tells. */
  readonly joins?: boolean;
  /** A running head, a foot or a page number, where the format's geometry tells. */
  readonly furniture?: boolean;
  /** Whether it stands amid the text, where the structure of a page tells. */
  readonly amid?: boolean;
  /** Whether that structure parts the text from a page around it. */
  readonly parted?: boolean;
}

/** A stretch that the format interprets rather than shows: `##`, a link's address. `code` is `null` for bare syntax. */
export interface Skip extends Piece {
  readonly code: 'markup' | null;
}

export interface SourceText {
  /** UTF-16 text with `\n`, `\r\n` or `\r` between lines. */
  readonly text: string;
  /** Ascending by offset, at most one a line. */
  readonly hints: readonly LineHint[];
  /** Ascending, apart from each other. */
  readonly skips?: readonly Skip[];
  /** `paragraphs`: each line is a paragraph of the format (docx, html); `lines`: line breaks may be anything. */
  readonly layout: 'paragraphs' | 'lines';
}

/** A stretch of the source, half-open. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Whether two stretches of a text have a character in common. */
export function meet(one: Piece, other: Piece): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What of a text stands outside stretches of it, ascending: before each and behind the last. */
export function textOutside(text: string, stretches: readonly Piece[]): string[] {
  return [...stretches, { start: text.length, end: text.length }].map(({ start }, index) => text.slice(stretches[index - 1]?.end ?? 0, start));
}

/** A line or a paragraph, cut from the source. */
export interface Block {
  /** The pieces' text, every white-space character shown as one plain space. */
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly hint: LineHint | null;
  /** Whether the source indents it. */
  readonly indented: boolean;
  /** Whether that indent stands on a line of its own above: the line break behind it means nothing. */
  readonly indentAbove: boolean;
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
  /** Set where a page's mark was cut off before it and the text had lost its breaks: it goes on with what stands above. */
  readonly continues?: boolean;
  /** The ordinal it begins with, where only the document as a whole tells that it is one. */
  readonly ordinal?: Ordinal | undefined;
}

/** A byte-order mark amid a text is white space to JavaScript, and nothing to a reader. */
const spaces = /[^\S\ufeff]/gu;
const holdsOddSpace = holder(/[^\S\ufeff ]/u);

export function sliceText(source: string, pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) text += source.slice(piece.start, piece.end);
  return holdsOddSpace(text) ? text.replace(spaces, ' ') : text;
}

/** The part of a block between two offsets of its text, white space at both ends left out. */
export function sliceBlock(block: Block, span: Piece): Block {
  let { start, end } = span;
  while (start < end && block.text.charCodeAt(start) === 32) start += 1;
  while (end > start && block.text.charCodeAt(end - 1) === 32) end -= 1;
  const pieces: Piece[] = [];
  let offset = 0;
  for (const piece of block.pieces) {
    const length = piece.end - piece.start;
    const from = Math.max(start, offset);
    const to = Math.min(end, offset + length);
    if (from < to) pieces.push({ start: piece.start + from - offset, end: piece.start + to - offset });
    offset += length;
    if (offset >= end) break;
  }
  return { ...block, pieces, text: block.text.slice(start, end), indented: start === 0 && block.indented, ordinal: start === 0 ? block.ordinal : undefined };
}

/** Joins blocks in the order given; `space` puts the white space between them back, for words of Latin script. */
export function joinBlocks(first: Block, second: Block, source: string): Block {
  const before = first.text.charCodeAt(first.text.length - 1);
  const after = second.text.charCodeAt(0);
  const gap: Piece[] = [];
  if (before < 0x2e80 && after < 0x2e80 && /[\p{L}\p{N}]$/u.test(first.text) && /^[\p{L}\p{N}]/u.test(second.text)) {
    const end = first.pieces[first.pieces.length - 1]?.end ?? 0;
    if (/\s/u.test(source.charAt(end))) gap.push({ start: end, end: end + 1 });
  }
  return {
    ...first,
    pieces: [...first.pieces, ...gap, ...second.pieces],
    text: first.text + (gap.length > 0 ? ' ' : '') + second.text,
  };
}

/** The source offset of an offset in the block's text; the end of the last piece for the text's end. */
export function sourceOffset(pieces: readonly Piece[], offset: number): number {
  let rest = offset;
  for (const piece of pieces) {
    const length = piece.end - piece.start;
    if (rest < length) return piece.start + rest;
    rest -= length;
  }
  return pieces[pieces.length - 1]?.end ?? 0;
}

/** Cuts the source into its non-empty lines. */
export function splitLines(source: SourceText): Block[] {
  const { text, hints } = source;
  const lines: Block[] = [];
  /** Lines above which more than one line is empty. */
  const wide = new Set<Block>();
  let hintIndex = 0;
  let start = 0;
  let apart = false;
  let empty = 0;
  let indentOnly = false;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end += 1;
    while (hintIndex + 1 < hints.length && (hints[hintIndex + 1]?.offset ?? Infinity) <= start) hintIndex += 1;
    const nearest = hints[hintIndex] ?? null;
    const hint = nearest !== null && nearest.offset <= start ? nearest : null;
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from += 1;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
    if (from < to) {
      const pieces = [{ start: from, end: to }];
      const ownHint = hint === null || hint.offset === start ? hint : { ...hint, level: null, table: false };
      const line = { text: sliceText(text, pieces), pieces, hint: ownHint, indented: from > start || indentOnly, indentAbove: indentOnly, apart };
      const parts = ownHint?.table === true || to - from < runTogether ? [line] : partAtGaps(line);
      if (parts[0] !== undefined && empty > 1) wide.add(parts[0]);
      lines.push(...parts);
      apart = false;
      empty = 0;
      indentOnly = false;
    } else {
      // A line of nothing but an indent opens a paragraph whose first words were put on lines of their own.
      indentOnly = end > start && text.charCodeAt(start) === 0x3000;
      apart = !indentOnly;
      empty += 1;
    }
    start = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return withTellingGaps(lines, wide);
}

/** A text of fewer lines is not looked at. */
const leastLines = 12;
const shareApart = 0.9;
/** Of lines that are broken at a width so many break off within a sentence, each about as long as the longest. */
const shareBroken = 0.25;
const leastWidth = 12;
const mostShort = 3;

/**
 * A copy with an empty line behind every line of a text that is broken at a width: there a gap tells nothing, unless others are wider.
 */
function withTellingGaps(lines: Block[], wide: ReadonlySet<Block>): Block[] {
  if (lines.length < leastLines || lines.some(({ hint }) => hint !== null) || lines.filter(({ apart }) => apart).length < lines.length * shareApart) return lines;
  const lengths = lines.map(({ text }) => text.length).sort((a, b) => a - b);
  // One line of a head or a name may be longer.
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const broken = lines.filter(({ text }) => text.length >= width - mostShort && !endsSentence(text)).length;
  if (width < leastWidth || width > runTogether || broken < lines.length * shareBroken) return lines;
  const tells = wide.size * 2 < lines.length;
  return lines.map((line) => (line.apart ? { ...line, apart: tells && wide.has(line) } : line));
}

/** A line shorter than this, in code units, is not looked into for breaks that became spaces. */
const runTogether = 100;
const gap = /\s{2,}/gu;
const headBehindSentence = /(?<=[。！？][”’）]?)(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[，,、])/gu;

/** 第一条  为了… */
const ordinalAlone = /(?:第[一二三四五六七八九十百零〇\d]{1,7}[编章节条款]|^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]{1,2})$/u;

/**
 * `…致以问候！  第一，要有定力  科研是慢功夫。…`: breaks that became spaces. Chinese has none behind its full stops, so two
 * such gaps tell it of the line. `副市长  邹立群` and `王  大  山` stay together.
 */
function partAtGaps(line: Block): Block[] {
  if (!line.text.includes('  ')) return [line];
  const gaps = withoutStamps(line.text, [...line.text.matchAll(gap)]);
  if (gaps.length < 3) return [line];
  // Only lines with an indent below them left a gap: a head that had none stands right behind its sentence.
  const heads = [...line.text.matchAll(headBehindSentence)];
  const behindSentence = gaps.filter(({ index }) => /[。！？；：”]/u.test(line.text.charAt(index - 1)));
  if (behindSentence.length + heads.length < 2) return [line];
  const parts: Block[] = [];
  let start = 0;
  const breaks = [...gaps, ...heads].sort((a, b) => a.index - b.index);
  breaks.forEach(({ index, 0: { length } }, order) => {
    const before = line.text.slice(start, index);
    const after = line.text.slice(index + length, breaks[order + 1]?.index);
    if (ordinalAlone.test(before)) return;
    if (/^[\u4e00-\u9fff]{1,4}$/u.test(after) && before.length <= 20 && !/[。！？；：日）)]$/u.test(before)) return;
    parts.push(sliceBlock(line, { start, end: index }));
    start = index + length;
  });
  parts.push(sliceBlock(line, { start, end: line.text.length }));
  const below = line.hint === null ? null : { ...line.hint, level: null };
  return parts.map((part, order) => (order === 0 ? part : { ...part, hint: below, indented: true, indentAbove: false, apart: false }));
}

/** Characters behind a gap by which a running head is told: `…四百七|1  在全市…会议上的讲话|十一处`. */
const leastOfStamp = 4;
const leastStamps = 3;

/** Gaps that have the same words behind them again and again are a running head's own. */
function withoutStamps(text: string, gaps: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const behind = gaps.map(({ index, 0: { length } }) => text.slice(index + length, index + length + leastOfStamp));
  const times = new Map<string, number>();
  for (const words of behind) times.set(words, (times.get(words) ?? 0) + 1);
  return gaps.filter((_, at) => (times.get(behind[at] ?? '') ?? 0) < leastStamps);
}

function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13 || unit === 12 || unit === 11 || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200a);
}
