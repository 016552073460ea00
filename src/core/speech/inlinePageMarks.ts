import type { Problem } from '../contracts.ts';
import { findCountedStamps, overlap, type Stamp } from './countedStamps.ts';
import { isKnownWord } from './knownWords.ts';
import { holder } from './lineKinds.ts';
import { findRepeatedStamps } from './repeatedStamps.ts';
import { foldDigits } from './numerals.ts';
import { readOrdinal } from './ordinals.ts';
import { gapsBetween, measured } from './pageMarks.ts';
import { endsSentence } from './punctuation.ts';
import { cutsByLine, removeStretches } from './removal.ts';
import type { Block } from './sourceText.ts';

/**
 * Page numbers that a copy left within the line, where the page's end cut the sentence: `…奋力开创— 12 —新局面`. One mark
 * may be anything; a page's are a series: the same form, counting up one by one, a page apart, and some cut a sentence.
 */
const forms: readonly RegExp[] = [
  /(?<![\d０-９])[-－]\s?(\d{1,3})\s?[-－](?![\d０-９])/gu,
  /(?<![\d０-９])[—–]{1,2}\s?(\d{1,3})\s?[—–]{1,2}(?![\d０-９])/gu,
  /[·•~～]\s?(\d{1,3})\s?[·•~～]/gu,
  /[（(【[]?\s?第\s?(\d{1,3})\s?页\s?[，,/／]?\s?共\s?\d{1,3}\s?页\s?[）)】\]]?/gu,
  /[（(【[]\s?第\s?(\d{1,3})\s?页\s?(?:[，,/／]?\s?共\s?\d{1,3}\s?页\s?)?[）)】\]]/gu,
  /[（(]\s?(\d{1,3})\s?[/／]\s?\d{1,3}\s?[）)]/gu,
  /(?<![\d/／.])(\d{1,3})\s?[/／]\s?\d{1,3}(?![\d/／.年月])/gu,
  /【\s?(\d{1,3})\s?】/gu,
  /\[编辑\s?(\d{0,3})\]/gu,
];

/** What each form holds, whatever else: most lines with digits hold none. */
const marksOfForms = /[-－—–·•~～页/／【]|编辑/u;

/** As many make a series, and so many characters stand between two pages' ends at the least. */
const leastMarks = 3;
const leastPage = 150;

interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly number: number;
  /** Characters of the document before it. */
  readonly place: number;
  readonly cuts: boolean;
}

/** Takes out what page ends put into sentences around their numbers, before any line is judged by its words. */
export function removeCountedStamps(lines: readonly Block[]): { lines: Block[]; removed: Problem[] } {
  const removed: Problem[] = [];
  const counted = findCountedStamps(lines);
  const stamps = [...counted, ...findRepeatedStamps(lines).filter((stamp) => !counted.some((known) => overlap(known, stamp)))];
  if (stamps.length === 0) return { lines: [...lines], removed };
  const cuts = cutsByLine(stamps);
  const kept = lines.flatMap((line, index) => {
    const own = cuts.get(index);
    return own === undefined ? [line] : removeStretches('page-marker', line, own, removed);
  });
  return { lines: kept, removed };
}

export function removeInlinePageMarks(lines: readonly Block[]): { lines: Block[]; removed: Problem[] } {
  const removed: Problem[] = [];
  const numbered = numberedLines(lines);
  if (numbered.length === 0) return { lines: [...lines], removed };
  const marked = numbered.filter(({ folded }) => marksOfForms.test(folded));
  const series = marked.length === 0 ? [] : forms.flatMap((form) => seriesOf(findMarks(marked, form)));
  const previews = previewMarks(findMarks(numbered.filter(({ text }) => text.length >= leastPreview && mayBePreview.test(text)), preview));
  const cuts = cutsByLine([...series, ...previews, ...bareSeries(numbered), ...findLoneMarks(numbered), ...(series.length > 0 ? [] : wholeSeries(marked)), ...editLinks(lines)]);
  if (cuts.size === 0) return { lines: [...lines], removed };
  const kept = lines.flatMap((line, index) => {
    const own = cuts.get(index);
    return own === undefined ? [line] : removeStretches('page-marker', line, own, removed);
  });
  return { lines: kept, removed };
}

/** A line that may hold a mark, its digits folded. */
interface NumberedLine {
  readonly line: number;
  readonly text: string;
  readonly folded: string;
  /** Characters of the document before it. */
  readonly place: number;
}

const holdsDigit = holder(/[\d０-９]/);

/** Most lines have no digit, and none but those are looked through once for each form. */
function numberedLines(lines: readonly Block[]): NumberedLine[] {
  const numbered: NumberedLine[] = [];
  let place = 0;
  lines.forEach(({ text, hint }, line) => {
    if (hint?.table !== true && (holdsDigit(text) || text.includes('编辑'))) numbered.push({ line, text, folded: foldDigits(text), place });
    place += text.length;
  });
  return numbered;
}

/** `…除了|2、|表示赞成…`: how a preview begins its pages, where the breaks between them are lost too. */
const preview = /(?<![\d０-９.．〔（(第])(\d{1,3})、\s?(?=[\u4e00-\u9fff“《])/gu;
const mayBePreview = /[\d０-９]、/;
/** Its pages are about as long as each other; in shorter ones each must cut a sentence. */
const leastPreview = 200;
const shortPreview = 100;
const mostUneven = 3;

/** Marks from 1 on, each a page apart, most of which cut a sentence; what a text counts out stands closer and behind sentences. */
function previewMarks(marks: readonly Mark[]): Mark[] {
  const long = marksApart(marks, leastPreview);
  // The first one may stand behind a head: 二、我的优势1、…
  if (long.length > 1 && long.slice(1).filter(({ cuts }) => cuts).length * 3 >= (long.length - 1) * 2) return long;
  // Of pages as short as paragraphs there are several, and each ends within a sentence.
  const short = marksApart(marks, shortPreview);
  return short.length >= leastMarks && short.slice(1).every(({ cuts }) => cuts) && marks.length === short.length ? short : [];
}

/** The marks that count up from 1, so many characters apart at the least and about as far from each other; none where no two do. */
function marksApart(marks: readonly Mark[], least: number): Mark[] {
  const series: Mark[] = [];
  for (const mark of marks) {
    const last = series[series.length - 1];
    if (mark.number !== (last?.number ?? 0) + 1 || (last !== undefined && mark.place - last.place < least)) continue;
    series.push(mark);
  }
  const pages = gapsBetween(series);
  return Math.max(...pages) <= Math.min(...pages) * mostUneven ? series : [];
}

/** `…名额分|2|到单位`: a number within a word or between two, that counts nothing. */
const bare = /(?<=[\u4e00-\u9fff])(?<![第约近超达至共前后余仅各每为占])(?:(\d{1,3})| (\d{1,3}) )(?=[\u4e00-\u9fff])/gu;
const leastBare = 3;
const leastBarePage = 75;

/** Bare numbers that count up a page apart are pages' where nearly no other stands like them, and one cuts a word in two. */
function bareSeries(lines: readonly NumberedLine[]): Mark[] {
  const texts = new Map(lines.map(({ line, text }) => [line, text]));
  const around = ({ line, start, end }: Mark): string => `${texts.get(line)?.charAt(start - 1) ?? ''}${texts.get(line)?.charAt(end) ?? ''}`;
  // ` 1 ` with a gap on both sides counts nothing, whatever stands behind it.
  const isSet = ({ line, start }: Mark): boolean => texts.get(line)?.charAt(start) === ' ';
  const marks = findMarks(lines, bare).filter((mark) => isSet(mark) || !measured.test(around(mark).slice(1)));
  const series: Mark[] = [];
  for (const mark of marks) {
    const last = series[series.length - 1];
    if (last === undefined ? mark.number <= 2 : mark.number === last.number + 1 && mark.place - last.place >= leastBarePage) series.push(mark);
  }
  return series.length >= leastBare && series.length * 4 >= marks.length * 3 && series.some((mark) => isKnownWord(around(mark))) ? series : [];
}

/** `…数据是|第 1 页 共 2 页|一就是一`, `去合| - 3 - |唱团`: a short text has too few pages for a series, but nothing else is said like that within a sentence. */
const lone = /[（(【[]?第\s?(\d{1,3})\s?页\s?[，,/／]?\s?共\s?(\d{1,3})\s?页[）)】\]]?|[-－—–]\s\d{1,3}\s[-－—–]|(?<![\d/／])\d{1,2}\s[/／]\s\d{1,2}(?![\d/／])/gu;
/** `被媒体曝|（第2页）|光之后`: within a word nothing of the text's own stands in brackets. */
const loneInWord = /[（(【[]第\s?\d{1,3}\s?页[)）】\]]/gu;

function findLoneMarks(lines: readonly NumberedLine[]): Stamp[] {
  return lines.flatMap((each) => (marksOfForms.test(each.text) ? [...loneMarksOf(each), ...marksInWordsOf(each)] : []));
}

function loneMarksOf({ line, text, folded }: NumberedLine): Stamp[] {
  return [...folded.matchAll(lone)].flatMap((match) => {
    const end = match.index + match[0].length;
    const cuts = /[\u4e00-\u9fff，、]\s*$/u.test(text.slice(0, match.index)) && /^\s*(?![的上中里有都左])[\u4e00-\u9fff“《]/u.test(text.slice(end));
    return cuts && (match[1] === undefined || Number(match[1]) <= Number(match[2])) ? [{ line, start: match.index, end }] : [];
  });
}

function marksInWordsOf({ line, text, folded }: NumberedLine): Stamp[] {
  return [...folded.matchAll(loneInWord)].flatMap((match) => {
    const end = match.index + match[0].length;
    return isKnownWord(text.charAt(match.index - 1) + text.charAt(end)) ? [{ line, start: match.index, end }] : [];
  });
}

/** `一、遗产在哪里|编辑`: the link that an encyclopedia has behind each of its heads. */
const editLink = /(?<=[\u4e00-\u9fff？！”）])\s?(?:编辑\s?播报|播报\s?编辑|编辑)$/u;
const longestHead = 40;

function editLinks(lines: readonly Block[]): Stamp[] {
  const isHead = ({ text }: Block): boolean => text.length <= longestHead && readOrdinal(text, 0)?.family === 'ordinal';
  const links = lines.flatMap((each, line) => {
    const match = editLink.exec(each.text);
    return match === null || !isHead(each) ? [] : [{ line, start: match.index, end: each.text.length }];
  });
  return links.length > 1 && links.length === lines.filter(isHead).length ? links : [];
}

/** `三种| 2/3 |情形`, and `3/3` a page below: a short text has too few pages for a series, but these are all of it. */
const ofPages = /第?\s?(?<![\d/／.])(\d{1,2})\s?[/／]\s?(\d{1,2})(?![\d/／.年月])(?:\s?页)?/gu;

function wholeSeries(lines: readonly NumberedLine[]): Mark[] {
  const marks = findMarks(lines, ofPages);
  const [first] = marks;
  const last = marks.at(-1);
  if (first === undefined || last === undefined || marks.length < leastOfWhole || first.number > 2 || !marks.every(({ number, cuts }, index) => number === first.number + index && cuts)) return [];
  if (gapsBetween(marks).some((gap) => gap < leastPage)) return [];
  const counts = new Set(lines.flatMap(({ folded }) => [...folded.matchAll(ofPages)].map((match) => Number(match[2]))));
  return counts.size === 1 && counts.has(last.number) ? marks : [];
}

const leastOfWhole = 2;

function findMarks(lines: readonly NumberedLine[], form: RegExp): Mark[] {
  const marks: Mark[] = [];
  for (const { line, text, folded, place } of lines) {
    for (const match of folded.matchAll(form)) {
      const end = match.index + match[0].length;
      const before = text.slice(0, match.index).trimEnd();
      const cuts = before !== '' && !endsSentence(before) && end < text.length;
      marks.push({ line, start: match.index, end, number: Number(match[1] ?? match[2] ?? 0), place: place + match.index, cuts });
    }
  }
  return marks;
}

/** The marks that count up one by one, a page apart, if they are enough and some of them cut a sentence. */
function seriesOf(marks: readonly Mark[]): Mark[] {
  const series: Mark[] = [];
  for (const mark of marks) {
    const last = series[series.length - 1];
    if (last === undefined ? mark.number <= 12 : mark.number === last.number + 1 && mark.place - last.place >= leastPage) series.push(mark);
  }
  const cutting = series.filter((mark) => mark.cuts).length;
  // Anything else of the form says that it is used for something else as well.
  return series.length >= leastMarks && cutting * 3 >= series.length && series.length * 4 >= marks.length * 3 ? series : [];
}
