import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { findAlikeLines } from './alikeLines.ts';
import { isClosingHead, trimHead, type Head } from './head.ts';
import { findClosingColons } from './headColons.ts';
import { findHeadEnds, findUnmarkedEnds, meanTold, type HeadEnd } from './headEnd.ts';
import { measureWords, type WordUse } from './headFeatures.ts';
import { findGapEnds } from './headGaps.ts';
import { areSeenToEnd, findLoneEnd, leastGain, lookMarked, marksOf } from './headMarks.ts';
import { countsInOwnWords } from './countedWords.ts';
import { withoutContents } from './contentsLines.ts';
import { fillSeries } from './fillSeries.ts';
import { findInlineOrdinals, type InlineOrdinal } from './inlineOrdinals.ts';
import { itemFamilies, isClauses, isEnumeration, isItems, holdsBare, areSentences, areTopHeavy, areMeasuredSentences, areOwnSentences } from './inlineSeries.ts';
import { tellLastMembers } from './lastMember.ts';
import { withoutLists } from './lists.ts';
import { findLostHeads } from './lostHeads.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { findNamedEnds } from './namedHeads.ts';
import { readOrdinal, spokenFamilies, type Ordinal, type OrdinalFamily } from './ordinals.ts';
import { isPersonName } from './personNames.ts';
import { endsSentence, findMark } from './punctuation.ts';
import { findRunInChains, isSpoken } from './runInChains.ts';
import { findRunIns } from './runIns.ts';
import { findSeriesLines } from './seriesLines.ts';
import { findFellowWords, findShortLines } from './shortLines.ts';
import { findSignedLines } from './signedLines.ts';
import { withoutStrays } from './strayLines.ts';
import type { Block } from './sourceText.ts';
import { isLabelled } from './title.ts';

/** The longest head, in code units, that stands on a line of its own or ends with a mark. */
const longestHead = 56;
/** A head that ends its line without a mark may be longer. */
const longestLine = 80;
/** And one that holds a question and its answer. */
const longestAnswered = 40;
const lead = /^[\s　]*/u;
const notPlain = /[。！？；：，、,.!?;:…]$|^[（(〔\[*—–-]|^(?:附件|注|备注|图|表)\s*\d*[：:]|^\d{4}年/u;
/** 合上这个本子：担当就在日常里 is a head; 时间：…, 王大山：… and what else stands before a colon are labels. */
const colonInside = /[：:].{8,}/u;
const partedByColon = /^[^：:，。]{4,14}[：:][^：:]{8,}$/u;

/** Shorter speeches are one paragraph as often as several. */
const leastInOne = 300;

const topFamilies: ReadonlySet<OrdinalFamily> = new Set(['part', 'ordinal', 'bracket', 'nth']);

/** Finds the heads of an article; `given` begin behind its title, `runOn` marks those without line breaks. */
export function findHeads(given: readonly Block[], runOn: readonly boolean[]): Head[] {
  const blocks = tellLastMembers(given);
  const heads = findNumberedHeads(blocks, runOn);
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  // A speech in one paragraph has lost its breaks even where no number shows it.
  const broken = (index: number, text: string): boolean => text.length * 3 > length && (runOn[index] === true || (text.length >= leastInOne && text.length * 3 > length * 2));
  const spoken = blocks.some(({ text }, index) => broken(index, text)) && isSpoken(blocks.map(({ text }) => text));
  const chains = blocks.flatMap(({ text }, index) => (broken(index, text) ? findRunInChains(text, index, heads.filter(({ block }) => block === index), spoken) : []));
  const runIns = [...findRunIns(blocks, heads, runOn), ...chains];
  return runIns.length === 0 ? heads : [...heads, ...runIns].sort((a, b) => a.block - b.block || a.start - b.start);
}

/** The heads that a number tells, that stand on lines of their own, or that the format names. */
export function findNumberedHeads(blocks: readonly Block[], runOn: readonly boolean[]): Head[] {
  return withoutStrays(blocks, findLineHeads(blocks, runOn));
}

/** All of them, lines among them that may stand there by chance. */
export function findLineHeads(blocks: readonly Block[], runOn: readonly boolean[]): Head[] {
  const words = measureLazily(blocks);
  const lost = findLostHeads(blocks, words);
  const short = new Set([...findShortLines(blocks), ...findSeriesLines(blocks), ...findSignedLines(blocks)]);
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const heads: Head[] = [];
  blocks.forEach((block, index) => {
    if (block.hint?.table === true) return;
    const explicit = block.hint?.level ?? null;
    if (explicit !== null) heads.push(explicitHead(block, index, explicit));
    else {
      const whole = block.text.length * 3 > length;
      const inside = runOn[index] === true ? inlineHeads({ text: block.text, block: index, whole }, words) : [];
      const told = inside[0]?.start === 0 || (runOn[index] === true && whole && !lost.has(index));
      const head = told || (heads.length === 0 && isTitleLine(blocks, index)) ? null : above(block.text, headOfBlock(blocks, index, { lost: lost.get(index), short: short.has(index) }), inside[0]);
      if (head !== null) heads.push(head);
      heads.push(...inside.filter((other) => other.start >= (head?.bodyStart ?? 0)));
    }
  });
  const plain = heads.filter(({ start, from, end, bodyStart, ordinal, level, block }) => ordinal === null && level === null && start === 0 && bodyStart >= (blocks[block]?.text.length ?? 0) && end - from > 1).map(({ block }) => block);
  const alike = [...findAlikeLines(blocks, heads), ...findFellowWords(blocks, plain).map((index) => lineHead(blocks, index))];
  const all = alike.length === 0 ? heads : [...heads, ...alike].sort((a, b) => a.block - b.block || a.start - b.start);
  return fillSeries(blocks, withoutLists(blocks, withoutContents(blocks, all)));
}

/** The shortest head above another on one line. */
const shortestAbove = 4;

/** `二、先把基层的苦吃够|（一）多到吃劲的地方去…`: a head ends where the first one below it begins. */
function above(text: string, head: Head | null, below: Head | undefined): Head | null {
  if (head === null || below === undefined || below.ordinal?.number !== 1 || below.start >= head.bodyStart || below.start - head.from < shortestAbove) return head;
  return { ...head, end: trimHead(text, head.from, below.start), bodyStart: below.start };
}

function measureLazily(blocks: readonly Block[]): () => WordUse {
  let words: WordUse | null = null;
  return () => (words ??= measureWords(blocks.map((block) => block.text)));
}

function explicitHead(block: Block, index: number, level: number): Head {
  const ordinal = ordinalOf(block);
  const from = ordinal?.length ?? 0;
  const end = trimHead(block.text, from, block.text.length);
  return { block: index, start: 0, from, end, bodyStart: block.text.length, ordinal, level, inline: false };
}

function headOfBlock(blocks: readonly Block[], index: number, { lost, short }: { readonly lost: HeadEnd | undefined; readonly short: boolean }): Head | null {
  const text = blocks[index]?.text ?? '';
  const ordinal = ordinalOf(blocks[index]);
  if (ordinal === null) return plainHead(blocks, index, short);
  const from = ordinal.length;
  const head = (end: Pick<HeadEnd, 'end' | 'bodyStart'>): Head => ({
    block: index, start: 0, from, end: trimHead(text, from, end.end), bodyStart: end.bodyStart, ordinal, level: null, inline: false,
  });
  if (lost !== undefined) return head(lost);
  if (isAttachment(blocks, index, ordinal)) return null;
  if (countHan(text.slice(from, from + 4)) === 0 && from + 1 >= text.length) return null;
  const first = findMark(text, from, '。！？!?；;');
  // 二、评什么？就是评群众最不满意的那几件事: what answers the question within the line ends as heads do.
  const mark = first >= 0 && /[？?]/u.test(text.charAt(first)) && text.length - from <= longestAnswered && text.length - first > 4 && /[\p{L}\p{N}”》]$/u.test(text) && findMark(text, first + 1, '。！？!?；;') < 0 ? -1 : first;
  if (mark < 0 || mark >= text.length - 2) {
    if (text.length - from > (mark < 0 && topFamilies.has(ordinal.family) ? longestLine : longestHead)) return null;
    // 一是…； is one line of a list, not a head.
    if (/[；;]$/u.test(text)) return null;
    return head({ end: text.length, bodyStart: text.length });
  }
  // 1.…；2.…；3.…。 are items of one sentence.
  if (/[；;]/u.test(text.charAt(mark)) && goesOnAt(text, mark + 1, ordinal)) return null;
  const colon = findMark(text, from, '：:');
  if (colon > from && colon < mark && colon - from <= 24) return head({ end: colon, bodyStart: colon + 1 });
  return mark - from <= longestHead ? head({ end: mark, bodyStart: mark + 1 }) : null;
}

/** Whether the next of a series begins at a place. */
function goesOnAt(text: string, at: number, { family, number }: Ordinal): boolean {
  const next = readOrdinal(text, text.charAt(at) === ' ' ? at + 1 : at);
  return next?.family === family && next.number === number + 1;
}

/** `附件：1.家访登记表` with `2.水域台账` below it: what is attached is listed, not headed. */
function isAttachment(blocks: readonly Block[], index: number, { family, number }: Ordinal): boolean {
  if (family !== 'digit' || number < 2) return false;
  const above = blocks[index - 1];
  if (above === undefined) return false;
  const ordinal = ordinalOf(above);
  if (ordinal?.family === 'digit' && ordinal.number === number - 1) return isAttachment(blocks, index - 1, ordinal);
  return number === 2 && /^附(?:件|表|录)?[：:] ?[1１][.．、]/u.test(above.text);
}

/** A head without a number: short, on a line of its own, no mark at its end, a body below; `short` where its series tells. */
function plainHead(blocks: readonly Block[], index: number, short: boolean): Head | null {
  const block = blocks[index];
  const next = blocks[index + 1];
  const before = blocks[index - 1];
  if (block === undefined || next === undefined) return null;
  const { text } = block;
  const named = short || isClosingHead(text);
  if (agenda.test(text)) return null;
  if (!named) {
    // In a paged format words far apart on one line are a row of a table.
    if (block.hint?.page !== null && block.hint !== null && text.includes(' ')) return null;
    if (text.length < 4 || text.length > 40 || notPlain.test(text) || readAddress(text, 0) > 0) return null;
    if (colonInside.test(text) && !(partedByColon.test(text) && !isLabelled(text) && next.text.length >= 60 && before !== undefined && endsSentence(before.text))) return null;
    if (before !== undefined && !endsSentence(before.text) && before.text.length > longestHead) return null;
    const below = blocks[index + 2]?.text ?? '';
    if (next.text.length < 30 && ordinalOf(next) === null && !opensBody(next.text, below) && !isSpeakerLine(next.text, below) && !areAboveHeads(blocks, index)) return null;
    if (said.test(text) || isSpeakerLine(text, next.text)) return null;
    if (looseEdge.test(text)) return null;
    if (/我代表|请.{0,12}审议|现在开会/u.test(text)) return null;
    if (next.hint?.table === true || countHan(text) * 2 < text.length) return null;
  }
  return lineHead(blocks, index);
}

/** A head that is a whole line. */
function lineHead(blocks: readonly Block[], index: number): Head {
  const text = blocks[index]?.text ?? '';
  const from = lead.exec(text)?.[0].length ?? 0;
  return { block: index, start: 0, from, end: text.length, bodyStart: text.length, ordinal: null, level: null, inline: false };
}

/** How much a page may put above a title that stays among the text, in code units. */
const longestLead = 400;

/** 工作总结 and 几点意见 end heads as well. */
const titled = /(?:讲话|致辞|致词|发言|演讲|主持词|党课|述职|会议纪要|上的.{0,4}报告)(?:稿|提纲)?(?:[（(][^（）()]{0,12}[）)])?$/u;

/** A title that stays among the text, since something stands above it: `在全市水务工作会议上的讲话`. */
function isTitleLine(blocks: readonly Block[], index: number): boolean {
  const text = blocks[index]?.text ?? '';
  if (text.length > 40 || ordinalOf(blocks[index]) !== null || !titled.test(text)) return false;
  return blocks.slice(0, index).reduce((sum, block) => sum + block.text.length, 0) <= longestLead;
}

/** As long a line above heads is no caption. */
const leastAlone = 12;
/** Another is looked for among as many blocks above and below. */
const nearby = 200;

/** One short line that stands so may be a caption that a page left between two heads; two head parts. */
function areAboveHeads(blocks: readonly Block[], index: number): boolean {
  if (!isAboveHead(blocks, index)) return false;
  if ((blocks[index]?.text.length ?? 0) >= leastAlone) return true;
  for (let other = Math.max(1, index - nearby); other <= index + nearby && other < blocks.length; other += 1) if (other !== index && ordinalOf(blocks[other]) === null && isAboveHead(blocks, other)) return true;
  return false;
}

/** A head right above the first of those below it: behind a paragraph's end two short lines, and a paragraph below them. */
function isAboveHead(blocks: readonly Block[], index: number): boolean {
  const [before, next, below] = [blocks[index - 1], blocks[index + 1], blocks[index + 2]];
  return (
    before !== undefined && next !== undefined && below !== undefined &&
    before.text.length >= 50 && endsSentence(before.text) && below.text.length >= 50 && endsSentence(below.text) &&
    next.text.length >= 4 && next.text.length <= 24 && !notPlain.test(next.text) && !isLabelled(next.text) && !/[\s\u3000]/u.test(next.text)
  );
}

/** `各位代表！` and a short sentence with a long one below it are bodies too. */
function opensBody(text: string, next: string): boolean {
  return next.length >= 30 && (readAddress(text, 0) > 0 || /[。！]$/u.test(text));
}

/** `东渠村支书 王大山` between a head and what he said. */
function isSpeakerLine(text: string, next: string): boolean {
  if (text.length > 40 || (next.length < 30 && readAddress(next, 0) < Math.max(1, next.length)) || !/[ \u3000]|^[（(]/u.test(text)) return false;
  const words = text.replace(/^[（(—\s]+|[）)\s]+$/gu, '').split(/[ \u3000]+/u);
  return words.length === 2 && words.some((word) => isPersonName(word) || noName.test(word)) && !words.every((word) => isPersonName(word) && word.length > 3);
}

/** A name that was taken out. */
const noName = /^(?:[XxＸ×*＊]{2,3}|某某?)$/u;

/** What a host announces: 会议进行第一项, 进入第二项议程. */
const agenda = /(?:进行|进入|开始)(?:[会大]议|大会)?的?(?:第[一二三四五六七八九十]+|最后一?)(?:[项个]|阶段|议程)/u;

/** `下面，请…讲话。（略）`: sentences stand before the brackets. */
const said = /[。！？!?][（(][^（）()]{1,8}[）)]$/u;

/** What no head begins or ends with, but half a sentence does. */
const looseEdge = /^(?:[的了和并]|就是|以及)|(?:(?<!参)与|(?<![存所实潜内])在|(?<!普)及|关于|我国同|了)$/u;

interface RunOnBlock {
  readonly text: string;
  readonly block: number;
  /** It holds much of its article; else it is one long paragraph among others, whose numbers count clauses. */
  readonly whole: boolean;
}

/** No speech has more series of that kind, and each head of one asks the network. */
const mostAsked = 60;

/** The heads of a block whose line breaks were lost, found series by series. */
function inlineHeads({ text, block, whole }: RunOnBlock, words: () => WordUse): Head[] {
  const found = findInlineOrdinals(text);
  const heads: Head[] = [];
  let asked = 0;
  for (const series of found) {
    if (itemFamilies.has(series[0]?.ordinal.family ?? 'ordinal') && isClauses(text, series)) continue;
    const openHeads = series.map((member) => ({ text, from: member.from, limit: member.limit }));
    const family = series[0]?.ordinal.family ?? 'ordinal';
    const spoken = spokenFamilies.has(family);
    // What looks like the sentences of a paragraph are heads all the same where each is seen to end before its first mark.
    let seen: boolean | null = null;
    const endsSeen = (): boolean => (seen ??= (spoken || family === 'bracketDigit') && (asked += 1) <= mostAsked && areSeenToEnd(openHeads, words(), family === 'step' && series.every(({ ordinal }) => countsInOwnWords(ordinal))));
    if (areMeasuredSentences(text, series) && !endsSeen()) continue;
    if (areOwnSentences(text, series) && !endsSeen()) continue;
    const colons = series.length < 2 || isClauses(text, series) ? null : findClosingColons(openHeads, words, spoken ? nearSpoken : nearOther);
    const shown = findNamedEnds(openHeads, series.map((member) => member.ordinal.text)) ?? findGapEnds(openHeads);
    const closed = shown ?? colons?.map(closedBy) ?? null;
    if (closed === null && (isEnumeration(text, series, found) || isItems(text, series)) && !endsSeen()) continue;
    // 一是 heads end with a mark, all of them much alike, or are seen to end without one; else they are sentences.
    if (closed === null && family === 'item' && (!lookMarked(openHeads) || holdsBare(text, series)) && !endsSeen()) continue;
    const [only] = openHeads;
    const marked = openHeads.length === 1 || closed !== null || seen === true ? 0 : marksOf(openHeads, words());
    // Whole sentences are heads where something stands below them.
    if (marked > 0 && spoken && (areSentences(text, series) || areTopHeavy(text, series, lookMarked(openHeads) ? 2 : 6)) && !endsSeen()) continue;
    const ends = openHeads.length === 1 && only !== undefined ? [findLoneEnd(only, words())] : findHeadEnds(openHeads, words(), seen === true ? 0 : marked);
    const members = series.map((member, index) => ({ member, end: closed?.[index] ?? ends[index] ?? null }));
    if (!isHeadSeries(members, whole)) continue;
    // 第一，请市委…。 below 一、 is a sentence: nothing in it closes as a head would.
    const below = family !== 'ordinal' && family !== 'part' && family !== 'bracket' && found.some((other) => other[0]?.ordinal.family === 'ordinal');
    const doubtful = below || (!whole && family !== 'ordinal' && family !== 'part');
    const gain = (): number => (family === 'nth' ? 0 : findUnmarkedEnds(openHeads, words()).gainOf(openHeads.length));
    if (doubtful && seen !== true && closed === null && meanScore(ends) < leastScore && meanTold(ends) < leastTold && gain() <= leastGain) continue;
    for (const { member, end } of members) {
      if (end === null) continue;
      heads.push({
        block, start: member.start, from: member.from, end: trimHead(text, member.from, end.end), bodyStart: end.bodyStart,
        ordinal: member.ordinal, level: null, inline: true,
      });
    }
  }
  return heads.sort((a, b) => a.start - b.start);
}

/** How near to its ordinal a colon closes a head in text without breaks. */
const nearSpoken = 2;
const nearOther = 5;

function closedBy(colon: number): HeadEnd | null {
  return colon < 0 ? null : { end: colon, bodyStart: colon + 1, score: null };
}

/** Below this mean score the places where a series was cut are no ends of heads; see `boundaryScore`. */
const leastScore = -2.2;
/** And so much is told by the network on the mean. */
const leastTold = -1.5;

function meanScore(ends: readonly (HeadEnd | null)[]): number {
  const scores = ends.map((end) => end?.score ?? null).filter((score) => score !== null);
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

interface Member {
  readonly member: InlineOrdinal;
  readonly end: HeadEnd | null;
}

/** 一是A；二是B；三是C。 is a list within a sentence: heads have bodies under them. */
function isHeadSeries(series: readonly Member[], whole: boolean): boolean {
  const structural = series[0]?.member.ordinal.family;
  const placed = series.filter(({ end }) => end !== null);
  if (placed.length * 2 < series.length) return false;
  if (structural === 'ordinal' || structural === 'part' || (structural === 'bracket' && whole)) return true;
  if (series.length < 2) return false;
  // Where another series opens right behind a head, its body is that series.
  const bare = series.slice(0, -1).filter(({ member, end }, index) => (end === null || member.limit - end.bodyStart < 12) && member.limit === series[index + 1]?.member.start);
  return bare.length === 0;
}
