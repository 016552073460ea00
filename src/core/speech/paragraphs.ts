import type { Problem } from '../contracts.ts';
import { readAddress } from './address.ts';
import { readAuthorLine } from './authorLine.ts';
import { findOpenEnds, type OpenEnd } from './headEnd.ts';
import { measureWords, type WordUse } from './headFeatures.ts';
import type { OpenHead } from './headPlaces.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { isPersonName } from './personNames.ts';
import { endsHard, endsOpen, endsSentence, startsInside } from './punctuation.ts';
import { removeBlock } from './removal.ts';
import { findSeriesLines } from './seriesLines.ts';
import { findSignedLines } from './signedLines.ts';
import { joinBlocks, sliceBlock, type Block } from './sourceText.ts';
import { readDate } from './days.ts';
import { isGenreTitle, isLabelled } from './title.ts';
import { findWrappedHeads } from './wrappedHeads.ts';

/** How the lines of a document are laid out, measured before any is joined. */
interface Layout {
  /** Most paragraphs begin with an indent, so a line without one goes on with what stands before it. */
  readonly indents: boolean;
  /** Indents stand where paragraphs open, and nowhere within a sentence. */
  readonly indentsOpen: boolean;
  /** Lines are broken at this many characters; `null` where they are not broken at a width. */
  readonly width: number | null;
  /** Where a head that begins in a line ends, as far as the network sees one; the words that the document uses are measured when it is asked first. */
  readonly headEndOf: (head: OpenHead) => OpenEnd | undefined;
}

const structural = new Set(['part', 'ordinal', 'bracket', 'nth']);
const longestHead = 60;

/** Joins lines whose break stands inside a sentence, and leaves each paragraph, head and row on a line of its own. */
export function joinLines(lines: readonly Block[], source: string, removed: Problem[] = []): Block[] {
  const layout = measureLayout(lines);
  const series = findSeriesLines(lines);
  const signed = findSignedLines(lines);
  const wrappedHeads = findWrappedHeads(lines, { indents: layout.indentsOpen, width: layout.width });
  const blocks: Block[] = [];
  let parts: Block[] = [];
  let tail = '';
  let length = 0;
  let lastLine: Block | null = null;
  const flush = (): void => {
    const first = parts[0];
    if (first === undefined) return;
    blocks.push(parts.length === 1 ? first : mergeParts(withoutHyphens(parts, removed), source));
    parts = [];
  };
  for (const [index, line] of lines.entries()) {
    const open = parts[0];
    const next = lines[index + 1];
    const state = open === undefined || lastLine === null ? null : { open, tail, length, lastLine };
    const alone = signed.has(index) || signed.has(index - 1) || series.has(index - 1) || (series.has(index) && endsSentence(tail));
    if (state !== null && !alone && (wrappedHeads.has(index) || isLinked(state, line, next) || belongsTogether(state, line, layout))) {
      parts.push(line);
      length += line.text.length;
    } else {
      flush();
      parts = [line];
      length = line.text.length;
    }
    tail = line.text;
    lastLine = line;
  }
  flush();
  return blocks;
}

/** `inno-|vation`: the hyphen was put in where the line was broken. */
function withoutHyphens(parts: readonly Block[], removed: Problem[]): Block[] {
  return parts.map((part, index) => {
    if (!/[a-z]-$/u.test(part.text) || !/^[a-z]/u.test(parts[index + 1]?.text ?? '')) return part;
    const end = part.text.length;
    removed.push(...removeBlock('hyphen', sliceBlock(part, { start: end - 1, end })));
    return sliceBlock(part, { start: 0, end: end - 1 });
  });
}

function mergeParts(parts: readonly Block[], source: string): Block {
  // Joining pair by pair would copy a long paragraph once a line: pieces and texts are collected and joined once.
  const [first, ...rest] = parts;
  if (first === undefined) throw new RangeError('mergeParts needs a part');
  const pieces = [...first.pieces];
  const texts = [first.text];
  let tail = first.text.slice(-4);
  for (const part of rest) {
    const pair = joinBlocks({ ...first, text: tail, pieces: pieces.slice(-1) }, part, source);
    pieces.push(...pair.pieces.slice(1));
    texts.push(pair.text.slice(tail.length));
    tail = pair.text.slice(-4);
  }
  return { ...first, pieces, text: texts.join('') };
}

interface OpenBlock {
  readonly open: Block;
  /** The last line that went into the block. */
  readonly tail: string;
  readonly length: number;
  readonly lastLine: Block;
}

/** `…制定并实施` `突发事件应对法` `，…`: a name that was a link stands on a line of its own inside its sentence. */
function isLinked({ open, tail, lastLine }: OpenBlock, line: Block, next: Block | undefined): boolean {
  if (next === undefined || line.text.length > 40 || !startsInside(next.text) || next.apart || line.apart || line.hint !== null || open.hint !== null) return false;
  if (endsSentence(tail) || /[，。；：！？]/u.test(line.text) || ordinalOf(line) !== null) return false;
  if (lastLine.text.length >= 40 || looseEnd.test(tail)) return true;
  // A short head above the line is no half sentence: （一）抓教育，让干部不想腐.
  return /[，、]/u.test(lastLine.text) && !(open === lastLine && ordinalOf(open) !== null);
}

/** Words that no line ends with unless its sentence goes on; 参与 and 潜在 are none of them. */
const looseEnd = /(?:(?<!参)与|(?<![存所实潜内])在|(?<!普)及|我国同|关于|贯彻|根据|按照|通过|发布|制定|实施)$/u;

function belongsTogether(state: OpenBlock, line: Block, layout: Layout): boolean {
  const { open, tail, length, lastLine } = state;
  if (line.continues === true) return true;
  if (open.hint?.table === true || line.hint?.table === true) return false;
  if ((open.hint?.level ?? null) !== null || (line.hint?.level ?? null) !== null) return false;
  if (line.hint?.joins !== undefined) {
    const told = ordinalOf(line);
    // Geometry tells, but a head that opens a line is a head all the same.
    return line.hint.joins && !(told !== null && structural.has(told.family) && endsSentence(tail));
  }
  if (startsInside(line.text)) return true;
  // The day and who speaks stand by themselves below a title.
  if (length <= longestHead && (isDay(open.text) || isDay(line.text))) return false;
  // A whole title goes on across no empty line.
  if (open === lastLine && line.apart && length <= longestHead && isGenreTitle(tail)) return false;
  if (isGenreTitle(tail) && (isPersonName(line.text) || readAuthorLine(line.text) !== null)) return false;
  // 主任、各位委员： below a title is no rest of it.
  if (!endsOpen(tail) && length <= longestHead && readAddress(line.text, 0) >= line.text.length) return false;
  if (isLabelled(line.text) || (length <= longestHead && isLabelled(open.text))) return false;
  // （根据录音整理） and （2024年5月30日） under a title stand by themselves.
  if (length <= longestHead && /^[（(][^（）()]{2,24}[）)]$/u.test(line.text) && !/[，。！？；]/u.test(open.text)) return false;
  // 一要 or （一） alone on its line belongs to the words below it.
  if (length <= 6 && ordinalOf(open)?.length === open.text.length) return true;
  const ordinal = ordinalOf(line);
  if (endsOpen(tail) && !(ordinal !== null && structural.has(ordinal.family))) return true;
  const wrapped = layout.width !== null && tail.length >= layout.width * 0.85;
  if (ordinal !== null && (structural.has(ordinal.family) || !wrapped || endsSentence(tail))) return false;
  if (endsSentence(tail)) {
    if (open.indentAbove && length <= longestHead && !line.indented) return true;
    return wrapped && !line.indented && !line.apart && tail.length >= 12;
  }
  if (line.indented && (layout.indents || line.apart)) return false;
  const isHead = ordinalOf(open) !== null && length <= longestHead && !/[。！？；]/u.test(open.text);
  // One line between empty lines is a head, whatever the next begins with.
  const stands = open === lastLine && open.apart && line.apart && !wrapped && length < 30;
  if (!isHead && (stands ? isLastWord(tail, line.text) : goesOnPlainly(tail, line.text))) return true;
  if (isHead) {
    if (wrapped && !line.apart && !line.indented && (goesOnPlainly(tail, line.text) || holdsHeadEnd(open, line, length, layout))) return true;
    // A body below it would be indented.
    if (wrapped && !line.apart && !line.indented && layout.indents && open.indented) return true;
    if (wrapped && !line.apart && !line.indented && (isSpoken(open, line.text, length) || closesQuote(tail, line.text))) return true;
    // A head that fills its line goes on below; any other stands alone.
    return wrapped && !line.apart && line.text.length < (layout.width ?? 0) * 0.7 && !endsHard(line.text);
  }
  // Where paragraphs are indented, a line that is not goes on with the one that is.
  if (layout.indents && open.indented && !line.indented && !line.apart && open.hint === null) return true;
  if (length < 30 && !wrapped && !/[。！？；]/u.test(open.text)) return length <= 6 && !line.apart && lastLine.text.endsWith('—');
  // A line of its own above a whole paragraph is a head without a number.
  if (length <= 40 && !wrapped && layout.width === null && !/[。！？；]/u.test(open.text) && line.text.length >= 80 && open.hint === null) return false;
  // Across an empty line only a paragraph goes on, cut by a page or a column; a long title does not.
  return !line.apart || (tail.length >= 30 && (length >= 60 || /[。！？；]/u.test(open.text)));
}

/** So surely a head ends within its line, as the network tells. */
const leastTold = 0.5;

/** `一、初心是从哪里来的|初心不是写在墙上的标语，是一代又一代人用脚步走出↵来的。…`: the head ran into its body, and the line is no head that fills it. */
function holdsHeadEnd(open: Block, line: Block, length: number, { headEndOf }: Layout): boolean {
  if (length !== open.text.length) return false;
  const from = ordinalOf(open)?.length ?? 0;
  const text = open.text + line.text;
  const best = headEndOf({ text, from, limit: text.length });
  return best !== undefined && best.told >= leastTold && best.end <= length - leastBehind;
}

/** A body that a line begins with is as long. */
const leastBehind = 4;

/** `一是每季度讲一堂课|，…`, `第四，抓作用|发挥不够。…`: what counts sentences stands on no line of its own, and its sentence goes on below. */
function isSpoken(open: Block, next: string, length: number): boolean {
  const family = ordinalOf(open)?.family;
  if (family === 'item' || family === 'sequence') return true;
  return (family === 'nth' || family === 'step') && /[。！？]/u.test(next.slice(0, Math.max(0, Math.min(16, longestHead - length))));
}

/** `把“县里|好看”摆在前面`: the line ends within quotes that the next one closes. */
function closesQuote(tail: string, next: string): boolean {
  const closed = next.indexOf('”');
  return tail.lastIndexOf('“') > tail.lastIndexOf('”') && closed >= 0 && !next.slice(0, closed).includes('“');
}

function isDay(text: string): boolean {
  return readDate(text) !== null && /[日）)]$/u.test(text);
}

/** `…各领域改|革，加快…` and `…预期目标设定|为6%以上`: a page's end cut the line, and the next cannot open a paragraph. */
/** `…要先把锁试过，不能等水来了再找|钥匙。…`: no paragraph begins with the last word of a sentence. */
function isLastWord(tail: string, next: string): boolean {
  return tail.includes('，') && /^[^，。；：、（“！？]{1,2}。/u.test(next);
}

function goesOnPlainly(tail: string, next: string): boolean {
  if (/^[^，。；：、（“]{1,2}[，。；、]/u.test(next)) return true;
  return /，/u.test(tail) && /^(?:[的了着和与及或等为到至]|\d|[（(][A-Za-z])/u.test(next) || /^[（(][A-Za-z]/u.test(next);
}

/** No speech has more heads that fill a line, and each asks the network. */
const mostAsked = 200;

function measureLayout(lines: readonly Block[]): Layout {
  const long = lines.filter((line) => line.text.length >= 15);
  const indented = long.filter((line) => line.indented).length;
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const reach = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const full = lines.filter(({ text }) => text.length >= reach - 4 && text.length <= reach + 3);
  // Short paragraphs may be as long as each other by chance; lines that are broken at a width mostly end inside a sentence.
  const open = full.filter(({ text }) => !endsHard(text)).length;
  const opened = countOpened(lines);
  let words: WordUse | null = null;
  let asked = 0;
  return {
    indents: (long.length >= 4 && indented * 2 > long.length) || opensWithIndents(opened),
    indentsOpen: opensWithIndents(opened) || (opened.shown >= 4 && opened.inside >= 8 && opened.stray === 0),
    headEndOf: (head) => ((asked += 1) > mostAsked ? undefined : findOpenEnds(head, (words ??= measureWords(lines.map(({ text }) => text))), 1)[0]),
    width: lines.length >= 6 && reach >= 12 && reach <= 90 && full.length * 10 >= lines.length * 4 && open * 4 >= full.length ? reach : null,
  };
}

/** How many lines stand below a full stop and below an unfinished sentence, and how many of those are indented. */
interface Opened {
  readonly opened: number;
  readonly shown: number;
  readonly inside: number;
  readonly stray: number;
}

/** Lines below a full stop are indented and others are not: paragraphs of several lines each. */
function opensWithIndents({ opened, shown, inside, stray }: Opened): boolean {
  return opened >= 4 && inside >= 4 && shown * 10 >= opened * 7 && stray * 4 <= inside;
}

function countOpened(lines: readonly Block[]): Opened {
  let opened = 0;
  let shown = 0;
  let inside = 0;
  let stray = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const above = lines[index - 1]?.text ?? '';
    const indented = lines[index]?.indented === true;
    if (endsHard(above)) {
      opened += 1;
      if (indented) shown += 1;
    } else if (above.length >= 15) {
      inside += 1;
      if (indented) stray += 1;
    }
  }
  return { opened, shown, inside, stray };
}
