import type { Problem } from '../contracts.ts';
import { foldDigits } from './numerals.ts';
import { readOrdinal, spokenFamilies } from './ordinals.ts';
import { endsSentence, startsInside } from './punctuation.ts';
import { removal, removeBlock } from './removal.ts';
import { sliceBlock, type Block } from './sourceText.ts';

interface Cleaned {
  readonly lines: Block[];
  /** The lines that stood next to a page number: running heads and feet stand there. */
  readonly beside: ReadonlySet<Block>;
  readonly removed: Problem[];
}

const decorated =
  /^(?:[-—–－·•~\s]{1,4}\d{1,4}[-—–－·•~\s]{1,4}|第\s*\d{1,4}\s*页\s*[/／,，]?\s*(?:共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页\s*[/／,，]?\s*第\s*\d{1,4}\s*页|\d{1,4}\s*[/／]\s*\d{1,4}|p(?:age)?\.?\s*\d{1,4}(?:\s*of\s*\d{1,4})?|页\s*码\s*[:：]?\s*\d{1,4}|[=*_]{3,}\s*第\s*\d{1,4}\s*页\s*[=*_]{3,}|[（(【]\s*(?:第\s*\d{1,4}\s*页\s*[/／,，]?\s*共\s*\d{1,4}\s*页|\d{1,4}\s*[/／]\s*\d{1,4})\s*[）)】]|\[\s*\d{1,4}\s*\])$/iu;

/** `- 3 -`, `第3页 共8页` on a line of its own. */
export function isPageNumber(text: string): boolean {
  return text.length <= 24 && decorated.test(foldDigits(text));
}

/**
 * Takes page numbers out. Three kinds are known: a decorated number alone on its line (`- 3 -`, `第3页 共8页`); bare
 * numbers alone on their lines that count upwards; and the marks of a document preview, which begin each page with
 * `2、` and so cut into sentences: `…奋力开创全区|2、科技创新工作新局面`.
 */
export function removePageMarks(lines: readonly Block[]): Cleaned {
  const removed: Problem[] = [];
  const bare = findBareNumbers(lines);
  const preview = findPreviewMarks(lines);
  // A page of a preview is one line where the breaks are lost; then a page's end is no paragraph's end either.
  const runOn = preview.size > 0 && lines.slice(Math.min(...preview.keys())).length <= preview.size * 1.6;
  const marks = lines.map(({ text }, index) => bare.has(index) || isPageNumber(text));
  const onePerPage = holdOneEach(lines, marks);
  let pages = 0;
  const kept: Block[] = [];
  const beside = new Set<Block>();
  lines.forEach((line, index) => {
    if (marks[index] === true) {
      removed.push(...removeBlock('page-marker', line));
      for (const next of [lines[index - 1], lines[index + 1]]) if (next !== undefined) beside.add(next);
      return;
    }
    const length = preview.get(index);
    if (length === undefined) {
      kept.push(onePerPage && marks[index - 1] === true ? { ...line, indented: false, apart: false, continues: true } : line);
      return;
    }
    const mark = sliceBlock(line, { start: 0, end: length });
    removed.push(...mark.pieces.map((piece) => removal('page-marker', piece)));
    const rest = sliceBlock(line, { start: length, end: line.text.length });
    if (rest.text !== '') kept.push({ ...rest, indented: false, apart: false, continues: pages > 0 && (runOn || cutsParagraph(lines[index - 1], rest)) });
    pages += 1;
  });
  return { lines: kept, beside, removed };
}

/** As many pages and such a mean length of what they hold show that the breaks are lost. */
const leastPages = 3;
const longPage = 200;

/** Whether between page numbers on lines of their own each page is one long line: a text without breaks, cut where a page was full. */
function holdOneEach(lines: readonly Block[], marks: readonly boolean[]): boolean {
  const first = marks.indexOf(true);
  const last = marks.lastIndexOf(true);
  const held = lines.slice(first + 1, Math.max(first + 1, last)).filter((_, index) => marks[first + 1 + index] !== true);
  const pages = marks.filter(Boolean).length - 1;
  return pages >= leastPages - 1 && held.length <= pages * 1.3 && held.reduce((sum, { text }) => sum + text.length, 0) >= held.length * longPage;
}

/** A page of a preview ends where its characters are counted out, hardly ever at a head's end. */
function cutsParagraph(before: Block | undefined, rest: Block): boolean {
  if (before === undefined) return false;
  const ordinal = before.text.length <= 40 ? readOrdinal(before.text, 0) : null;
  const short = rest.text.length <= 40 && !endsSentence(rest.text);
  // 二、主要做法：|改革改到关节处 was cut at its colon.
  if (endsSentence(before.text)) return ordinal !== null && short && /[：:]$/u.test(before.text) && readOrdinal(rest.text, 0) === null;
  // A page that begins right behind a head begins with its body; behind 第一，这是服务大局的主动|担当。 it does not.
  if (ordinal === null || startsInside(rest.text) || short) return true;
  return spokenFamilies.has(ordinal.family) && /^[^。！？]{1,12}[。！？]/u.test(rest.text);
}

const previewNumber = /^\d{1,3}、$/u;
const leastHeads = 2;

/** Lines that come back below the numbers of a preview's pages. */
function runningHeads(lines: readonly Block[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  lines.forEach(({ text }, index) => {
    const below = previewNumber.test(text) ? lines[index + 1]?.text : undefined;
    if (below !== undefined) times.set(below, (times.get(below) ?? 0) + 1);
  });
  return new Set([...times].filter(([, count]) => count >= leastHeads).map(([text]) => text));
}

/** Indices of lines that hold the numbers n, n + 1, n + 2 … and nothing else; a stray `2` of `M2` is no page. */
function findBareNumbers(lines: readonly Block[]): Set<number> {
  const numbers: { index: number; value: number }[] = [];
  const heads = runningHeads(lines);
  lines.forEach((line, index) => {
    if (line.text.length > 4) return;
    // A paragraph amid the text of a web page is the number of a part: a page of the web has no pages.
    if (line.hint?.amid === true && line.hint.joins === false && lines[index + 1]?.hint?.joins === false) return;
    // `2、` of a preview may stand alone, above a running head; above text it counts parts.
    const digits = heads.has(lines[index + 1]?.text ?? '') ? foldDigits(line.text).replace(/、$/u, '') : foldDigits(line.text);
    if (/^\d{1,4}$/.test(digits)) numbers.push({ index, value: Number(digits) });
  });
  const chain: number[] = [];
  let previous: number | null = null;
  // Of a piece of a longer document the first page may have any number, where the numbers cut sentences.
  const first = numbers.filter(({ index }) => cutsSentence(lines, index)).length * 2 > numbers.length ? Infinity : highestFirst;
  for (const { index, value } of numbers) {
    // One of them may have stayed in its sentence: 花生|5、|棉花.
    const follows = previous === null || value === previous + 1 || (value === previous + 2 && first === Infinity);
    if (!follows || (previous === null && value > first)) continue;
    chain.push(index);
    previous = value;
  }
  const pages = chain.length >= 3 ? chain.length * 5 >= numbers.length * 4 : chain.length > 0 && chain.length === numbers.length && areFewPages(lines, chain);
  return pages ? new Set(chain) : new Set();
}

const highestFirst = 3;

/** How far each of a row of marks stands from the one before it. */
export function gapsBetween(marks: readonly { readonly place: number }[]): number[] {
  return marks.slice(1).map(({ place }, index) => place - (marks[index]?.place ?? 0));
}

/** Whether a line breaks off within its sentence, so that a page's end may have cut it. */
export function isUnfinished(line: string): boolean {
  return line.length >= leastUnfinished && /[\u4e00-\u9fff，、]$/u.test(line);
}

const leastUnfinished = 10;

/** Whether the sentence of the line above goes on below a number. */
function cutsSentence(lines: readonly Block[], index: number): boolean {
  const [before, behind] = [lines[index - 1]?.text ?? '', lines[index + 1]?.text ?? ''];
  return isUnfinished(before) && /^[\u4e00-\u9fff]/u.test(behind) && readOrdinal(behind, 0) === null && !measured.test(behind);
}

/** As many characters stand between the numbers of two pages, and before a number that stands alone. */
const leastBetween = 80;
/** What a number counts that stands before it. */
export const measured = /^[个名人户家项件次万亿千百元年月日号米里亩吨台条位场岁天周小分秒点时倍成套座级类篇页期届份组村只头公平大多余几种层度％%]/u;

/** One or two numbers are pages' where one cuts a sentence that does not count with it. */
function areFewPages(lines: readonly Block[], chain: readonly number[]): boolean {
  const apart = chain.every((index, order) => lines.slice((chain[order - 1] ?? -1) + 1, index).reduce((sum, { text }) => sum + text.length, 0) >= leastBetween);
  return apart && chain.some((index) => {
    const [before, behind] = [lines[index - 1]?.text ?? '', lines[index + 1]?.text ?? ''];
    return before.length >= 10 && behind.length >= 10 && /[\u4e00-\u9fff]$/u.test(before) && /^[\u4e00-\u9fff]/u.test(behind) && !/[第约近超达有至到共是为]$/u.test(before) && !measured.test(behind) && readOrdinal(behind, 0) === null;
  });
}

/** Lines that begin with the mark of a preview's page, with the mark's length. */
function findPreviewMarks(lines: readonly Block[]): Map<number, number> {
  const marks = new Map<number, number>();
  // The first page of some has no mark.
  let expected = lines.some(({ text }) => /^1、/u.test(text)) ? 1 : 2;
  let cut = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    const match = /^(\d{1,3})、\s*/.exec(text);
    if (match === null || Number(match[1]) !== expected) continue;
    const inside = isCut(lines, index, match[0].length);
    // A list of the speech itself may use the same form; then the page's own mark is the one that cuts a sentence.
    if (expected > 1 && !inside && (hasCutLater(lines, index, expected) || goesOnWithList({ lines, marks, index, number: expected }))) continue;
    if (inside && expected > 1) cut += 1;
    marks.set(index, match[0].length);
    expected += 1;
  }
  // Of a document of two pages there is one mark, which stands for nothing else.
  if (marks.size === 1 && cut === 1 && lines.filter(({ text }) => /^\d{1,3}、/u.test(text)).length === 1) return withoutCommas(lines, marks);
  return marks.size >= 2 && cut > 0 && (cut * 5 >= (marks.size - 1) * 2 || (marks.size >= leastAlone && standAlone(lines, marks))) ? marks : new Map();
}

/** `…自己说|2|、自己写、自己错`: the number alone is the page's where what stands behind it counts on. */
function withoutCommas(lines: readonly Block[], marks: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...marks].map(([index, length]) => {
    const text = lines[index]?.text ?? '';
    return [index, /^[^，。；！？、]{1,8}、/u.test(text.slice(length)) ? text.indexOf('、') : length];
  }));
}

/** Whether a sentence goes on below the mark at the head of line `index`. */
function isCut(lines: readonly Block[], index: number, length: number): boolean {
  const before = lines[index - 1]?.text ?? '';
  return !endsSentence(before) && (before.length >= 30 || isHalfHead(lines, index) || isHalfLine(lines, index, length) || isHalfBody(lines, index));
}

const leastAlone = 3;

/** Each mark but the first stands below an empty line, and no other line of the document does. */
function standAlone(lines: readonly Block[], marks: ReadonlyMap<number, number>): boolean {
  const [first] = marks.keys();
  return lines.every((line, index) => index <= (first ?? 0) || line.apart === marks.has(index));
}

interface Candidate {
  readonly lines: readonly Block[];
  readonly marks: ReadonlyMap<number, number>;
  readonly index: number;
  readonly number: number;
}

/** `3、` of a list of the text's own stands above this `4、` and is no page's mark, or the marks before stand apart and this line does not. */
function goesOnWithList({ lines, marks, index, number }: Candidate): boolean {
  const [, second] = marks.keys();
  if (second !== undefined && lines[second]?.apart === true && lines[index]?.apart === false) return true;
  return lines.some(({ text }, at) => at < index && !marks.has(at) && text.startsWith(`${number - 1}、`));
}

/** `…\n（二）隐患到|\n\n4、底，一患一本账`: a head that a page's end cut in two. */
function isHalfHead(lines: readonly Block[], index: number): boolean {
  const before = lines[index - 1];
  const here = lines[index];
  if (before === undefined || here?.apart !== true || before.apart) return false;
  return readOrdinal(before.text, 0) !== null && here.text.length <= 40 && !endsSentence(here.text);
}

/** `科技开放合作，热\n\n5、情要有…`, `创业有风险\n\n6、，也可能不顺`: a short line without a number that a page's end cut. */
function isHalfLine(lines: readonly Block[], index: number, length: number): boolean {
  const before = lines[index - 1];
  const here = lines[index];
  if (before === undefined || here?.apart !== true) return false;
  return startsInside(here.text.slice(length)) || (!before.apart && readOrdinal(before.text, 0) === null);
}

/** `一、守底线。守住安全，\n\n3、守住质量…`, `（二）能力还有不足，\n\n…`: a body behind its head that a page's end cut. */
function isHalfBody(lines: readonly Block[], index: number): boolean {
  const before = lines[index - 1];
  if (before === undefined || lines[index]?.apart !== true || before.apart || readOrdinal(before.text, 0) === null) return false;
  return /[，,、]$/u.test(before.text) || /[。！？；]./u.test(before.text);
}

function hasCutLater(lines: readonly Block[], from: number, number: number): boolean {
  const mark = `${number}、`;
  for (let index = from + 1; index < Math.min(lines.length, from + 60); index += 1) {
    if ((lines[index]?.text ?? '').startsWith(mark) && isCut(lines, index, mark.length)) return true;
  }
  return false;
}
