import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { readOrdinal } from './ordinals.ts';
import { endsHard, endsSentence } from './punctuation.ts';
import { readAuthorLine } from './authorLine.ts';
import { furnitureScore } from './furnitureScore.ts';
import { countLicenceWords, countSiteWords, isMenuWord, isSiteLine, opensSiteFooter, readsLikeSite } from './siteChrome.ts';
import type { Block } from './sourceText.ts';
import { findGluedTitle, findHeaded, findLeads, findNamedTitle, linesThatName } from './pageTitle.ts';
import { isPersonName } from './personNames.ts';
import { isSignature, isSpeakerLine } from './signature.ts';
import { findRelatedList } from './relatedList.ts';
import { isGenreTitle, isLabelled } from './title.ts';

/**
 * What a site put above and below a speech. Rules for single lines know the words that sites use; a site not met before
 * uses others. Here the place counts as well: a line without a sentence between two lines of the site is the site's, and
 * so is all that follows the first of its lines below the speech, unless something that reads like a speech comes there.
 * Longer than most files here: both edges are told by the same figures, and what is found at one tells how to look at the other.
 */
export interface PageEdges {
  /** Indices of lines above the speech that are not its title. */
  readonly above: ReadonlySet<number>;
  /** Index of the first line of what stands below the speech; the number of lines where nothing does. */
  readonly below: number;
  /** How many lines show that the text was saved with its page. */
  readonly evidence: number;
  /** Indices of the lines that are the title, as far as it can be told. */
  readonly title: ReadonlySet<number>;
  /** Those among them that their subtitle tells, whatever they read like: `人人守规矩` over `——在…会上的讲话`. */
  readonly headed: ReadonlySet<number>;
}

/** Below this share of the document's Chinese characters no line opens a footer. */
const leastBody = 0.5;
/** Of what stands below the speech, this share may read like a speech: the openings of other texts of the site. */
const mostSpeech = 0.15;
/** A line of as many Chinese characters that speaks of no licence is the speech itself. */
const leastParagraph = 60;
/** So long a line is a page's own only where the table thinks so too. */
const leastForParagraph = 1.5;
/** A page's own lines are shorter. */
const leastSpeech = 200;
/** A speech's address stands within as many lines. */
const farthestAddress = 20;
/** A site puts no more lines above a speech. */
const mostAbove = 60;

/** From this score on a line at a page's edge is the page's, whatever it says. */
const likelyFurniture = 2;
/** A day or a name stands within as many lines above the body, where lines of the page part it from the title. */
const nearBody = 3;
/** A row of a title that a narrow page breaks has as many characters. */
const leastRow = 10;
/** A title that nothing names scores below it. */
const mostOfTitle = -2;
/** Below it no line is the page's for a few of the words that sites use. */
const leastForWords = -2;

/** Below it a line is the text's, whatever stands around it. */
const leastAbove = -6;
/** Below it a line between the last sentence and the footer is the text's: the last of its headlines. */
const leastBeside = -4;
/** A sentence that reads so little like a page's own closes the text, and what stands below goes on from there. */
const surelySpeech = -5;
/** But a licence is in the words of laws, for as many lines below the one that opens it. */
const longestLicence = 30;

/** As many lines of a site show that the text was saved with its page; then its edges are looked at more strictly. */
const leastEvidence = 2;
/** As many lines below tell a page where nothing above does. */
const leastTold = 4;

/** `apart` are lines of the page that its format tells and that are not among `lines`. */
export function findEdges(lines: readonly Block[], apart: readonly Block[] = []): PageEdges {
  const texts = lines.map((line) => line.text);
  const titled = findNamedTitle(texts);
  const body = titled?.body ?? bodyStart(texts);
  // A line that reads like the text's above its subtitle is no body where the address stands below both.
  const addressed = texts.slice(0, farthestAddress).findIndex((text) => readAddress(text, 0) > 0);
  const headed = findHeaded(texts, Math.min(Math.max(body, addressed), mostAbove));
  const above = findAbove(lines, texts, body);
  const title = texts[titled?.first ?? 0] ?? '';
  const rows = new Set<number>();
  for (let index = 0; index < (titled?.first ?? 0); index += 1) {
    const text = texts[index] ?? '';
    const speaks = index === (titled?.first ?? 0) - 1 && text.length > title.length && text.endsWith(title) && namesSpeaker(text.slice(0, -title.length));
    if (speaks) rows.add(index);
    if (!isFormatsHead(lines[index]) && !speaks && furnitureScore(text) >= leastAbove) above.add(index);
  }
  for (let index = titled?.first ?? 0; index <= (titled?.last ?? -1); index += 1) above.delete(index);
  const below = Math.min(findBelow(lines, texts), findScoredBelow(lines, texts), findRelatedList(texts));
  const evidence = above.size + lines.length - below + texts.filter(isSiteLine).length + apart.filter(({ text }) => isSiteLine(text) || furnitureScore(text) >= likelyFurniture).length;
  for (let index = titled?.first ?? 0; index <= (titled?.last ?? -1); index += 1) rows.add(index);
  for (const index of headed) {
    above.delete(index);
    rows.add(index);
  }
  if (evidence < leastEvidence) return { above, below, evidence, title: rows, headed };
  const glued = findGluedTitle(texts);
  if (glued > 0) {
    // What stands above it is the page's, be it a title.
    for (let index = 0; index < glued; index += 1) if (!isFormatsHead(lines[index]) && furnitureScore(texts[index] ?? '') >= leastAbove) above.add(index);
    return { above, below: findAllBelow(lines, texts, below), evidence, title: new Set(), headed };
  }
  // What stands above tells a site's page, and so do several lines below; a licence is put under texts that were never on one.
  const told = texts.slice(below).filter((text) => furnitureScore(text) >= likelyFurniture).length;
  const saved = above.size > 0 || told >= leastTold;
  const all = saved ? findAllAbove(lines, texts, { known: above, body }) : above;
  for (let index = titled?.first ?? 0; index <= (titled?.last ?? -1); index += 1) all.delete(index);
  for (const index of titled === null ? [] : findLeads(texts, titled)) all.add(index);
  const named = titled?.first === titled?.last ? (titled?.first ?? texts.slice(0, body).findLastIndex((text, index) => !all.has(index) && isGenreTitle(text))) : -1;
  for (const index of linesThatName(texts, named)) if (!isFormatsHead(lines[index])) all.add(index);
  if (named >= 0) rows.add(named);
  for (const index of headed) all.delete(index);
  return { above: all, below: saved ? findAllBelow(lines, texts, below) : below, evidence, title: rows, headed };
}

/** On a saved page nothing but title, subtitle, date and speaker stands above the body. */
function findAllAbove(lines: readonly Block[], texts: readonly string[], { known, body }: { known: ReadonlySet<number>; body: number }): Set<number> {
  const titles: number[] = [];
  for (let index = 0; index < body; index += 1) if (!known.has(index) && isTitle(texts[index] ?? '', index, texts.slice(0, body))) titles.push(index);
  const likeliest = titles.length === 0 ? likeliestTitle(texts, body) : -1;
  if (likeliest >= 0 && !known.has(likeliest)) titles.push(likeliest);
  const [first] = titles;
  const above = new Set(known);
  if (first === undefined) return above;
  for (let index = 0; index < body; index += 1) {
    const text = texts[index] ?? '';
    const own = titles.includes(index) || (index > first && (belongsToTitle(text) || /^[（(].*[)）]$/u.test(text) || (countHan(text) >= 8 && furnitureScore(text) < 0)));
    if (!own && !isFormatsHead(lines[index]) && !isOwnLabel(texts, index) && !isParagraph(text) && furnitureScore(text) >= leastAbove && readAddress(text, 0) === 0) above.add(index);
  }
  return above;
}

/** On a saved page nothing but signature, date and notes in brackets stands between the last sentence and the footer. */
function findAllBelow(lines: readonly Block[], texts: readonly string[], below: number): number {
  let start = below;
  for (let index = below - 1; index > 0; index -= 1) {
    const text = texts[index] ?? '';
    if (lines[index]?.hint?.table === true || isFormatsHead(lines[index]) || isSpeech(text) || isParagraph(text) || endsSentence(text)) break;
    // Another speech of the site is named by its title; anything else that reads like text is the text's.
    if (!namesSpeech(text) && (isItem(text) || furnitureScore(text) < leastBeside)) break;
    // A sentence that a narrow column or a page cut goes on here.
    if (/[\u4e00-\u9fff，、]$/u.test(texts[index - 1] ?? '') && countSiteWords(texts[index - 1] ?? '') === 0 && isSpeech(texts[index - 1] ?? '')) break;
    if (belongsToTitle(text) || /^[（(].*[)）]$|^附件.*[^：:]$/u.test(text)) continue;
    start = index;
  }
  return start;
}

/** Whatever stands around it, a paragraph that does not read like a page's own is the text's. */
function isParagraph(text: string): boolean {
  const han = countHan(text);
  // Only the two ends of a line are scored: behind a whole speech on one line a site's words may stand.
  return han >= leastParagraph && (furnitureScore(text) < leastForParagraph || (han >= leastSpeech && hasFewSiteWords(text, han)));
}

function hasFewSiteWords(text: string, han: number): boolean {
  return countSiteWords(text) * 40 <= han && countLicenceWords(text) * 60 <= han;
}

/** `1 在乡镇换届工作会议上的讲话`, `在护林防火会上的讲话 3页` */
function namesSpeech(text: string): boolean {
  return isGenreTitle(text.replace(/^[\d.．、·•\s[\]]+|[\s\d页积分免费.,/-]+$|\.(?:docx?|pdf)$/gu, ''));
}

/** `（三）…`, `5．石油闪点温度计`: what a text counts out. */
function isItem(text: string): boolean {
  return readOrdinal(text, 0) !== null || /^[（(]?\d{1,3}\s*[．.、)）]/u.test(text);
}

/** A head that the format marks as one belongs to the text, whatever stands around it. */
function isFormatsHead(line: Block | undefined): boolean {
  return (line?.hint?.level ?? null) !== null;
}

function isSites(line: Block | undefined): boolean {
  if (line === undefined || line.hint?.table === true || isFormatsHead(line)) return false;
  const { text } = line;
  if (readAddress(text, 0) > 0 || isParagraph(text)) return false;
  const score = furnitureScore(text);
  if ((score >= likelyFurniture && !isLabelled(text) && !belongsToTitle(text) && readAuthorLine(text) === null) || isSiteLine(text)) return true;
  if (!readsLikeSite(text, leastForWords)) return false;
  const words = countSiteWords(text);
  if (text.length <= 40 ? words >= 2 : text.length <= 160 && words >= 4) return true;
  return isNavigation(text);
}

/** `机构概况 政务动态 学会学术 科学普及`: four words or more, each short, and nothing else. */
function isNavigation(text: string): boolean {
  if (text.length > 120 || /[。，；！？：:]/u.test(text)) return false;
  const columns = text.split(/[|｜]/u).map((column) => column.trim());
  if (columns.length >= 2 && columns.every((column) => column.length >= 1 && column.length <= 14)) return true;
  const words = text.split(/[\s|｜/·•]+/u).filter((word) => word !== '');
  // A table's row has numbers among its words.
  return words.length >= 4 && words.every((word) => word.length <= 6) && words.filter((word) => /^[\d.%％]+$/u.test(word)).length * 3 < words.length;
}

/** A line that a speech may begin with: a sentence or a part of one, an address, a head. */
function opensBody(text: string, next: string): boolean {
  if (readAddress(text, 0) > 0) return true;
  const ordinal = readOrdinal(text, 0);
  if (ordinal !== null && (ordinal.family === 'ordinal' || ordinal.family === 'part') && ordinal.number === 1) return true;
  return isSpeech(text) && (countHan(text) >= 40 || /[，。；：]/u.test(next) || next.length >= 12);
}

/** `…，…` or `…。`, and none of the words that a site says to its visitors. */
function isSpeech(text: string): boolean {
  const han = countHan(text);
  if (han < 4 || !/[，。；！？,!]/u.test(text) || isSiteLine(text) || (han < leastSpeech && furnitureScore(text) > 0)) return false;
  // A whole speech on one line may well mention 下载, 评论 and 版权.
  return hasFewSiteWords(text, han);
}

function bodyStart(texts: readonly string[]): number {
  const body = texts.findIndex((text, index) => opensBody(text, texts[index + 1] ?? ''));
  return Math.min(Math.max(0, body), mostAbove);
}

function findAbove(lines: readonly Block[], texts: readonly string[], end: number): Set<number> {
  let last = -1;
  for (let index = 0; index < end; index += 1) if (isSites(lines[index])) last = index;
  const above = new Set<number>();
  let title = -1;
  for (let index = 0; index <= last; index += 1) {
    const text = texts[index] ?? '';
    const kept = isParagraph(text) || isOwnLabel(texts, index) || furnitureScore(text) < leastAbove || readAddress(text, 0) > 0 || (!isSites(lines[index]) && (isTitle(text, index, texts.slice(0, end)) || (title >= 0 && (title === index - 1 ? belongsToTitle(text) : isOwnSignature(text) && (/^[（(]/u.test(text) || index >= end - nearBody)))));
    if (kept) title = index;
    else above.add(index);
  }
  const titled = texts.slice(0, last + 1).some((text, index) => !above.has(index) && isTitle(text, index, texts.slice(0, end)));
  if (!titled) above.delete(likeliestTitle(texts, end));
  return above;
}

/** A title need not name its genre: 让每一滴水都有人管. Then it is what reads least like a page's of all that stands above the body. */
function likeliestTitle(texts: readonly string[], end: number): number {
  let best = -1;
  let least = mostOfTitle;
  for (let index = 0; index < end; index += 1) {
    const text = texts[index] ?? '';
    if (text.length < 5 || text.length > 60 || /[。；：]$/u.test(text) || isLabelled(text)) continue;
    const score = furnitureScore(text);
    if (score >= least) continue;
    least = score;
    best = index;
  }
  return best;
}

/** `主讲人：王大山`, and the time and place that stand beside it or above the address. */
export function isOwnLabel(texts: readonly string[], index: number): boolean {
  const text = texts[index] ?? '';
  if (!isLabelled(text) || countSiteWords(text) > 1) return false;
  let [first, last] = [index, index];
  while (first > index - mostLabels && isLabelled(texts[first - 1] ?? '')) first -= 1;
  while (last < index + mostLabels && isLabelled(texts[last + 1] ?? '')) last += 1;
  return texts.slice(first, last + 1).some((near) => namesSpeakers.test(near)) || readAddress(texts[last + 1] ?? '', 0) > 0;
}

const namesSpeakers = /^(?:主讲|讲话|发言|报告|演讲|致辞)[人者]\s*[:：]/u;
/** Of labels that stand together no more are looked at above and below one. */
const mostLabels = 5;

/** `县长赵立新|在…会上的讲话` */
function namesSpeaker(before: string): boolean {
  return /^[\u4e00-\u9fff\s]{2,16}$/u.test(before) && (isPersonName(before) || /同志|书记|主席|主任|[局市县区省校院会部厅处科州]长|秘书长|董事长|理事长|总经理|总理|院士|教授/u.test(before));
}

/** A day as speeches bear it, or a name: it is the text's though lines of the page stand between it and the title. */
function isOwnSignature(text: string): boolean {
  return isSignature(text) && (isPersonName(text) || /^[（(]?[\d〇○零一二三四五六七八九十]+年.*日[)）]?$/u.test(text));
}

/** A title names its genre, or another line of the page names it: the breadcrumb, the file, the page's own title. */
function isTitle(text: string, own: number, above: readonly string[]): boolean {
  if (text.length <= 8 && (above[own - 1]?.length ?? 0) >= leastRow && isGenreTitle((above[own - 1] ?? '').slice(-40) + text) && !isSiteLine(text)) return true;
  if (text.length < 6 || text.length > 90 || /[。；！]$/u.test(text)) return false;
  // A narrow page breaks its title too: 在…上的表态发|言.
  if (isGenreTitle(text) || (text.length >= 10 && isGenreTitle(text + (above[own + 1] ?? '').slice(0, 20)))) return true;
  const plain = text.replace(/\s+/gu, '');
  return above.some((other, index) => index !== own && other.length > 6 && other.replace(/\s+/gu, '').includes(plain));
}

function belongsToTitle(text: string): boolean {
  return /^[—–-]{1,3}(?!\d)/u.test(text) || (isSignature(text) && !isMenuWord(text)) || isSpeakerLine(text);
}

/** `¥0.`, `0/150`, `文档评论(0)`: nothing that a speech ends with. */
function isScrap(text: string): boolean {
  if (isSignature(text) && !isMenuWord(text)) return false;
  if (countHan(text) === 0) return !/\p{L}/u.test(text);
  return text.length <= 16 && !/[，。；！？]/u.test(text) && readOrdinal(text, 0) === null && !text.startsWith('附件') && countSiteWords(text) > 0;
}

/** Whether the speech may have ended above this line: with a sentence, a signature, a date. */
function mayEnd(texts: readonly string[], index: number): boolean {
  const before = texts[index - 1] ?? '';
  return endsHard(before) || !isSpeech(before) || isSignature(before);
}

function findBelow(lines: readonly Block[], texts: readonly string[]): number {
  const han = texts.map(countHan);
  const total = han.reduce((sum, count) => sum + count, 0);
  let rest = 0;
  let speech = 0;
  let longest = 0;
  let below = lines.length;
  const opener = texts.findLastIndex(opensSiteFooter);
  for (let index = lines.length - 1; index > 0 && total - rest > total * leastBody; index -= 1) {
    const text = texts[index] ?? '';
    if (opensSiteFooter(text)) {
      // A licence says itself that it is none of the speech, in as many sentences as it likes.
      if (longest < leastParagraph) below = index;
    } else if ((isSites(lines[index]) || (below < lines.length && isScrap(text) && !isFormatsHead(lines[index]))) && speech <= rest * mostSpeech && mayEnd(texts, index)) below = index;
    const inLicence = opener >= 0 && index > opener && index - opener <= longestLicence;
    if (!inLicence && isSpeech(text) && endsSentence(text) && furnitureScore(text) < surelySpeech) break;
    rest += han[index] ?? 0;
    if (lines[index]?.hint?.table === true || isFormatsHead(lines[index]) || isSpeech(text)) {
      speech += han[index] ?? 0;
      longest = Math.max(longest, han[index] ?? 0);
    }
    // Whatever stands above a paragraph of the speech is judged by itself.
    if (speech > 400) break;
  }
  return below;
}

/** What a whole footer must sum up to, and what its first line must reach by itself. */
const leastFooter = 3;
const leastFirst = 1;

/**
 * Where what a page put below the text begins by the scores of the lines: the lines from there to the end sum up to the
 * most. A line without a sentence, as the title of another text, weighs little against its neighbours; a sentence of the
 * speech weighs all that it has.
 */
function findScoredBelow(lines: readonly Block[], texts: readonly string[]): number {
  const total = texts.reduce((sum, text) => sum + countHan(text), 0);
  let below = lines.length;
  let best = leastFooter;
  let sum = 0;
  let rest = 0;
  for (let index = lines.length - 1; index > 0 && rest <= total * (1 - leastBody) && sum > -12; index -= 1) {
    const text = texts[index] ?? '';
    const value = footerValue(lines[index], text);
    sum += value;
    rest += countHan(text);
    if (sum < best || value < leastFirst || (value < 4 && !mayEnd(texts, index))) continue;
    best = sum;
    below = index;
  }
  return below;
}

function footerValue(line: Block | undefined, text: string): number {
  if (isFormatsHead(line) && furnitureScore(text) < 0) return -8;
  if (line?.hint?.table === true || isFormatsHead(line) || readAddress(text, 0) > 0) return -4;
  // A signature and its date close a speech as well, and a page's number stands anywhere.
  if ((isSignature(text) && !isMenuWord(text)) || !/\p{L}/u.test(text)) return 0;
  if ((/^(?:谢谢|散会|再见|敬礼)/u.test(text) && text.length <= 20) || (/谢谢(?:大家|各位|同志们|同学们)?[。！!]$/u.test(text) && furnitureScore(text) < 0)) return -8;
  if (isItem(text) && !namesSpeech(text) && furnitureScore(text) < likelyFurniture) return -2;
  const score = isSiteLine(text) || opensSiteFooter(text) ? Math.max(3, furnitureScore(text)) : furnitureScore(text);
  if (score >= 0 && !isParagraph(text)) return Math.min(score, 4);
  const least = !/[，。；！？]/u.test(text) && text.length <= 40 ? -1 : countHan(text) < leastParagraph && score > -2 ? -4 : -8;
  return Math.max(score, least);
}
