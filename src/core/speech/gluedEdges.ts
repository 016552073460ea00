import { findAddress } from './address.ts';
import { isForeign } from './foreignText.ts';
import { genreWord, postWord } from './gluedOpening.ts';
import { gluedScores } from './gluedNet.ts';
import { foldForStretches, likelyPlaces } from './pageStretch.ts';
import { endsHard } from './punctuation.ts';
import type { Block, Piece } from './sourceText.ts';
import { tellStretches, type GluedScores } from './twoStates.ts';

/**
 * `首页 > … 来源：… 打印 |在…会上的讲话 同志们：…回去下田。| 文章录入：… 上一篇：…`: what a page put above and below a text that lost
 * its line breaks. The network of `gluedNet.ts` is asked for less here than within a paragraph, since more is known: what it looks
 * for is one stretch that begins where the line does and ends before the title of the text, or begins behind a sentence and goes
 * to the line's end. So a mail's greeting between its head and the title goes with both, and other texts' titles with the footer
 * that they stand in, though by themselves they read like text.
 */
export interface GluedEdge extends Piece {
  readonly line: number;
}

/** The first and the last line of the text are looked for within as many of the document's, and are as long. */
const furthest = 12;
const leastText = 100;
/** As much may stand above the text, and below. */
const longestEdge = 600;
/** As much of the text is shown to the network, which sees no farther, and must stand above what is below it. */
const shown = 36;
const leastLeft = 60;
/** A title is no shorter. */
const shortestTitle = 5;
/** How much more likely, in logarithms, the best stretch at an edge must be than none. */
const leastEdge = 3;
/** What goes to the line's end and ends like a sentence may be the text's last one. */
const leastSentence = 8;
/** The quick model must find as much near the edge for the network to be asked. */
const leastLikely = 3;
const nearEnd = 90;

const hardStop = /[。！？!?；]/u;
/** What is said in it ends a sentence of the text's. */
const said = /[\u4e00-\u9fff].*[。！？!?]/u;
/** A whole sentence before what goes must add as much. */
const leastOfSentence = 3;
/** Marks alone may be anybody's. */
const words = /[\p{L}\p{N}].*[\p{L}\p{N}]/u;
/** A text says it behind its last sentence. */
const thanks = /^\s*(?:谢谢(?:大家|各位|同志们)?|散会|完了)[！。!]/u;
/** How much more it must be where a word is cut by it: a text may be shown in part. */
const amid = 2;
/** What may stand before the first character of what a page put below. */
const mayEnd = /[。！？!?；”’）)】\]…\s]/u;
/** What stands before a title; behind a colon stands more often what a label says. */
const apart = /(?![：:])[\s\p{P}\p{S}]/u;
/** Before a title that begins as most do, behind a gap or not, the network need find as much less. */
const atTitle = { apart: 4, glued: 3 };
/** `镇长在…会上的讲话` is one, too. */
const atSpeaker = new RegExp(`^[\\u4e00-\\u9fff]{0,6}${postWord}(?=在[^在]{4,60}[上中时]的)`, 'u');
/** `在 全 县 … 上 的 讲 话` */
const spaced = /^\s*(?:[\u4e00-\u9fff] ){3}/u;
const spacedBefore = /(?:^| )[\u4e00-\u9fff] $/u;
/** Who speaks may stand before the occasion. */
const postAtEnd = new RegExp(`${postWord}$`, 'u');
/** A title in which no other begins. */
const occasionWithoutGap = new RegExp(`在[^在。！？；：\\s]{4,60}[上中时]的${genreWord}`, 'gu');
const atOccasion = /^在[^在]{4,60}[上中时]的/u;
/** The first of the numbers by which a preview counts its pages, which go together (`inlinePageMarks.ts`). */
const firstPage = /(?<!\d)1、\s*$/u;
/** `附件：各村工段划分表` */
export const enclosed = /^\s*附件\s*\d*[：:](?!.*(?:下载|\.(?:docx?|pdf|xlsx?|wps|rar|zip)))/u;
/** ` 乡长 孟春生 2019年11月12日` */
const signedTail = /^(?!.*(?:录入|编辑|发布|来源|上传|作者|审核))\s*(?:[\u4e00-\u9fff]{2,12}\s+)?[\u4e00-\u9fff]{2,4}\s+(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*$/u;
/** `在…会议上的讲话` needs no address to be told. */
const occasion = new RegExp(`在[^在。！？；：]{4,60}[上中时]的${genreWord}`, 'u');
const genre = new RegExp(genreWord, 'gu');
/** As much may belong to the title before it: who speaks. */
const mostBeforeOccasion = 20;
/** A title that begins within a word of the page's goes on as it mostly begins: 来源：宣传|部在…. */
const shifted = /^[\u4e00-\u9fff]{1,3}(?=在[^在]{4,60}[上中时]的)/u;

/** What stands in one line with the text above its title and below its last words. */
export function findGluedEdges(lines: readonly Block[]): GluedEdge[] {
  const found: GluedEdge[] = [];
  if (isForeign(lines)) return found;
  const first = lines.slice(0, furthest).findIndex(isText);
  const end = first < 0 || !mayHold(lines[first]) ? 0 : endOfHead(lines[first]?.text ?? '');
  if (end > 0) found.push({ line: first, start: 0, end });
  const last = lines.findLastIndex(isText);
  if (last < 0 || last < lines.length - furthest || !mayHold(lines[last])) return found;
  const { text = '' } = lines[last] ?? {};
  const start = startOfTail(text);
  if (start < text.length) found.push({ line: last, start, end: text.length });
  return found;
}

function isText({ text }: Block): boolean {
  return text.length >= leastText;
}

/** Rows of tables, and texts that a page's structure parted from all around them, hold none. */
function mayHold(line: Block | undefined): boolean {
  return line?.hint?.table !== true && line?.hint?.parted !== true;
}

/** Where what stands above the title ends; 0 where nothing does. */
function endOfHead(text: string): number {
  const head = text.slice(0, longestEdge);
  const address = findAddress(head, longestEdge);
  const named = occasion.exec(head);
  const addressed = address === null ? 0 : endBefore(text, { from: 1, to: address.start });
  return addressed > 0 || named === null ? addressed : endBefore(text, { from: Math.max(1, named.index - mostBeforeOccasion), to: named.index + named[0].length });
}

/** The likeliest end of what stands above a title that begins at `from` at the earliest and ends before `to`. */
function endBefore(text: string, { from, to }: { readonly from: number; readonly to: number }): number {
  if (to - from < shortestTitle) return 0;
  const folded = foldForStretches(text.slice(0, to + shown));
  if (!likelyPlaces(folded, leastLikely).some(({ start }) => start < to - shortestTitle)) return 0;
  const { inside, begins, ends } = gluedScores(folded);
  const named = lastGenre(text.slice(0, to));
  const whole = lastOccasion(text.slice(0, to));
  let best = leastEdge;
  let found = 0;
  let sum = begins[0] ?? 0;
  for (let end = 1; end <= Math.min(to - shortestTitle, named); end += 1) {
    sum += inside[end - 1] ?? 0;
    const title = text.slice(end, to);
    const all = sum + (ends[end] ?? 0) - costOfEnd(text.slice(0, end), title);
    if (end < from || all < best || (end > whole.start && end < whole.end) || title.trim().length < shortestTitle || hardStop.test(title)) continue;
    best = all;
    found = end;
  }
  const above = text.slice(0, found);
  if (firstPage.test(above)) return above.replace(firstPage, '').length;
  return found === 0 || /[\s\p{P}]$/u.test(above) ? found : found + (shifted.exec(text.slice(found))?.[0].length ?? 0);
}

/** What it costs to end what a page put above between the words before and the title behind. */
function costOfEnd(before: string, title: string): number {
  const own = before.trimEnd();
  // `把根扎进土里——在…会上的讲话` is one title.
  if (/(?:[—–]|--)$/u.test(own)) return 2 * amid;
  const spread = spaced.test(title);
  const gap = apart.test(before.slice(-1)) && !(spread && spacedBefore.test(before));
  const compact = spread ? title.replace(/\s/gu, '') : title.trimStart();
  if (atOccasion.test(compact)) return postAtEnd.test(own) ? amid : gap ? -atTitle.apart : -atTitle.glued;
  return gap || atSpeaker.test(title) ? 0 : amid;
}

/** `在…会上的讲话` as the last of such titles has it, in which none begins. */
function lastOccasion(text: string): Piece {
  let last = { start: Infinity, end: Infinity };
  for (const match of text.matchAll(occasionWithoutGap)) last = { start: match.index, end: match.index + match[0].length };
  return last;
}

/** Where the last word begins that names what the title heads; behind it begins none. */
function lastGenre(text: string): number {
  let last = Infinity;
  for (const { index } of text.matchAll(genre)) last = index;
  return last;
}

/** Where what stands below the text begins; the text's length where nothing does. */
function startOfTail(text: string): number {
  const offset = Math.max(0, text.length - longestEdge);
  const folded = foldForStretches(text.slice(offset));
  if (likelyPlaces(folded.slice(-nearEnd), leastLikely).length === 0) return text.length;
  const scores = gluedScores(folded);
  const { inside, begins, ends } = scores;
  const earliest = Math.max(1, leastLeft - offset, lastSaid(folded, scores));
  let best = endsHard(text) ? leastSentence : leastEdge;
  let found = folded.length;
  let sum = ends[folded.length] ?? 0;
  for (let start = folded.length - 1; start >= earliest; start -= 1) {
    sum += inside[start] ?? 0;
    const all = sum + (begins[start] ?? 0) - (mayEnd.test(folded.charAt(start - 1)) ? 0 : amid);
    // A sentence more must read like a page's itself.
    if (all < best + (hardStop.test(folded.slice(start, found)) ? leastOfSentence : 0) || !words.test(folded.slice(start))) continue;
    best = all;
    found = start;
  }
  const tail = text.slice(offset + found);
  if (enclosed.test(tail) || signedTail.test(tail)) return text.length;
  return offset + found + (thanks.exec(folded.slice(found))?.[0].length ?? 0);
}

/** Where the last sentence ends that the network takes for the text's, though words of a page stand before it. */
function lastSaid(folded: string, scores: GluedScores): number {
  let from = 0;
  let last = 0;
  for (const { start, end } of [...tellStretches(scores), { start: folded.length, end: folded.length }]) {
    const own = folded.slice(from, start);
    if (said.test(own)) last = from + (own.length - (/[^。！？!?]*$/u.exec(own)?.[0].length ?? 0));
    from = end;
  }
  return last;
}
