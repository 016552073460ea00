import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { furnitureScore } from './furnitureScore.ts';
import { partOpeningLine } from './gluedOpening.ts';
import { readOrdinal } from './ordinals.ts';
import { endsHard } from './punctuation.ts';
import { isSignature } from './signature.ts';
import { isSiteLine } from './siteChrome.ts';
import { isGenreTitle, isLabelled } from './title.ts';

/**
 * A page names the title of its text several times: in its breadcrumb, as `标题：…`, as `…_某某网`, as `…(通用版)`. The
 * line nearest to the body is the text's own; the others are told by what they add to it.
 */

/** A title stands within as many lines. */
const furthest = 40;
const shortestTitle = 8;
const longestTitle = 90;
/** So many lines may stand between the title and the address: subtitle, day, speaker, a note in brackets, what the page says. */
const mostBetween = 6;
/** A line of as many Chinese characters below the title is the body's first paragraph. */
const leastParagraph = 40;
/** A page says no more than this above the title, in Chinese characters. */
const mostAbove = 400;
/** What a line adds to the title must read like a page's as much. */
const leastAdded = 1;
/** As many characters may a line add. */
const mostAdded = 40;

const labelled = /^[\[【]?(?:文件|文档|资料|稿件|本文|文章)?(?:标\s*题|题\s*名|名\s*称|题\s*目|主\s*题|浏览文章|阅读文章|当前文章|Subject|转发|回复|答复|Re|Fw|Fwd)\s*[】\]]?\s*[:：]/iu;
const siteBehind = /^\s*[-_|｜–]\s*(?![-—])[^，。；]{2,16}$/u;
const kindBehind = /^\s*[（(【[][^（()）】\]，。]{2,10}[)）】\]]$|\.(?:docx?|wps|pdf|txt|mp3|mp4|m4a|html?)\b/iu;

/** A line as much like a page's shows that a title that merely stands twice is the page's and the text's. */
const likelyFurniture = 2;
const leastToDouble = 1;

/** The title's rows, the last included, and where the text begins below them: with an address, a paragraph, a first head. */
export interface TitleRows {
  readonly first: number;
  readonly last: number;
  readonly body: number;
}

/** The title nearest to the body, where the page names it elsewhere too; `null` where nothing is as sure. */
export function findNamedTitle(all: readonly string[]): TitleRows | null {
  const texts = all.slice(0, furthest + mostBetween).map(plain);
  const end = Math.min(all.length, furthest);
  let above = 0;
  let found: TitleRows | null = null;
  let opened = false;
  for (let last = 0; last < end && above <= mostAbove; last += 1) {
    const text = all[last] ?? '';
    // The first paragraph of a speech: a title below it is another's.
    if (opened && countHan(text) >= leastParagraph && furnitureScore(text) < mostOfText) break;
    opened ||= last > 0 && readAddress(text, 0) > 0 && isGenreTitle(all[last - 1] ?? '');
    const first = isPlainTitle(text) ? (firstRow(texts, last) ?? addressedRow(all, last)) : null;
    const body = first === null ? -1 : bodyBelow(all, last);
    if (first !== null && body >= 0 && isPagesOwn(all.slice(0, first), all[first] ?? '')) found = { first, last, body };
    above += countHan(text);
  }
  return found;
}

/** A paragraph that reads less like a page's is the text's. */
const mostOfText = -5;

/** Where the text begins below a title; −1 where something else comes first. */
function bodyBelow(texts: readonly string[], title: number): number {
  const end = Math.min(texts.length, title + 1 + mostBetween);
  const address = addressBelow(texts, title);
  if (address >= 0) return address;
  for (let index = title + 1; index < end; index += 1) {
    const text = texts[index] ?? '';
    if (countHan(text) >= leastParagraph || readOrdinal(text, 0)?.number === 1) return furnitureScore(text) < 0 ? index : -1;
    if (!isSignature(text) && !isLabelled(text) && !/^[（(—–]/u.test(text) && furnitureScore(text) < 0) return -1;
  }
  return -1;
}

/** A sentence that scores less is the text's, wherever it stands. */
const leastOfLead = -4.5;

/** What an account's owner or an editor says between the title and the address: there a speech says nothing in sentences. */
export function findLeads(texts: readonly string[], { last, body }: TitleRows): number[] {
  const address = texts[body] ?? '';
  if (readAddress(address, 0) < address.trimEnd().length) return [];
  const leads: number[] = [];
  for (let index = last + 1; index < body; index += 1) {
    const text = texts[index] ?? '';
    if (endsHard(text) && !/^[（(]/u.test(text) && !isLabelled(text) && furnitureScore(text) >= leastOfLead) leads.push(index);
  }
  return leads;
}

/** The first row of a title that ends at `last`, the lines without their white space, which a narrow page may have broken; `null` where nothing names it. */
function firstRow(texts: readonly string[], last: number): number | null {
  let title = texts[last] ?? '';
  if (!isNamedAbove(texts, last, title)) return null;
  let first = last;
  while (first > 0 && (title.startsWith('—') || isSaidAbove(texts, first - 1, (texts[first - 1] ?? '') + title))) {
    first -= 1;
    title = (texts[first] ?? '') + title;
  }
  return first;
}

/** As many lines above read like nothing but a page's. */
const leastAbove = 2;

/** The first row of a title that names its genre and stands over the address, below a page that names another one or none: what it calls the text itself is no longer asked. */
function addressedRow(all: readonly string[], last: number): number | null {
  const title = all[last] ?? '';
  if (!isGenreTitle(title) || addressBelow(all, last) < 0 || all.slice(0, last).filter((text) => furnitureScore(text) >= likelyFurniture).length < leastAbove) return null;
  return last > 0 && (/^[—–]/u.test(title) || isMainTitle(all[last - 1] ?? '')) ? last - 1 : last;
}

/** `把根扎在泥土里` over `在…会上的讲话`: a line without a genre reads as little like a page's. */
const mostOfMain = -1;

/** `补短板　强专科　聚人才`: the first row of a main title. */
function isRowOfPhrases(text: string): boolean {
  const phrases = text.split(/[ \u3000]+/u);
  return phrases.length >= 2 && phrases.length <= 4 && /^[\u4e00-\u9fff]{3,8}$/u.test(phrases[0] ?? '') && phrases.every((phrase) => phrase.length === phrases[0]?.length && countHan(phrase) === phrase.length);
}

function isMainTitle(text: string): boolean {
  return countHan(text) >= leastHanOfMain && text.length <= longestMain && !/[\d：:|｜>＞\]】）。；]/u.test(text) && !isGenreTitle(text) && furnitureScore(text) < mostOfMain;
}

const leastHanOfMain = 6;

/** `在…会上的讲话同志们：今天…` stands so far below a page, and is so long. */
const furthestGlued = 12;
const leastGlued = 100;

/** The line below a page in which the text's title stands with its first words; −1 where there is none. */
export function findGluedTitle(texts: readonly string[]): number {
  const at = texts.slice(0, furthestGlued).findIndex((text) => {
    const [end = 0] = text.length < leastGlued ? [] : partOpeningLine(text, true);
    return end >= shortestTitle && isGenreTitle(text.slice(0, end));
  });
  return texts.slice(0, Math.max(0, at)).filter((text) => furnitureScore(text) >= likelyFurniture).length >= leastAbove ? at : -1;
}

function addressBelow(texts: readonly string[], title: number): number {
  const address = texts.slice(title + 1, title + 1 + mostBetween).findIndex((text) => readAddress(text, 0) > 0);
  return address < 0 ? -1 : title + 1 + address;
}

function isSaidAbove(texts: readonly string[], end: number, title: string): boolean {
  return texts.slice(0, end).some((text) => text.includes(title));
}

function isNamedAbove(texts: readonly string[], end: number, title: string): boolean {
  const above = texts.slice(0, end);
  if (above.some((text) => text.length > title.length && text.includes(title))) return true;
  return isGenreTitle(title) && above.includes(title) && above.filter((text) => furnitureScore(text) >= likelyFurniture).length >= leastToDouble;
}

/** What stands above a title may be a list of headlines, each of which is said again below; on a page at least a third is the page's. */
function isPagesOwn(above: readonly string[], title: string): boolean {
  return above.filter((text) => furnitureScore(text) >= 0 || addsPages(text, title)).length * 3 >= above.length;
}

/** A main title over its subtitle is no longer, nor more like a page's own line. */
const longestMain = 40;
const mostOverSubtitle = 3;

/** The title whose next line is its subtitle, and that subtitle: of several the pair nearest to the body. */
export function findHeaded(texts: readonly string[], body: number): Set<number> {
  for (let index = body - 2; index >= 0; index -= 1) {
    const text = texts[index] ?? '';
    const subtitle = texts[index + 1] ?? '';
    // Where breaks are lost but for gaps the dashes may stand at the end of the line above.
    if ((!/^(?:[—–]{1,3}|--)\s*[\u4e00-\u9fff]/u.test(subtitle) && !/(?:[—–]{2}|--)$/u.test(text)) || !isGenreTitle(subtitle)) continue;
    const main = text.length <= longestMain && countHan(text) >= 4 && !/[。；：:]$/u.test(text) && !/^[—–-]/u.test(text) && !isSiteLine(text) && furnitureScore(text) < mostOverSubtitle;
    const over = texts[index - 1] ?? '';
    return new Set(main ? [...(isRowOfPhrases(over) && furnitureScore(over) < mostOverSubtitle ? [index - 1] : []), index, index + 1] : [index + 1]);
  }
  return new Set();
}

function isPlainTitle(text: string): boolean {
  return text.length >= shortestTitle && readOrdinal(text, 0) === null && text.length <= longestTitle && (isGenreTitle(text) || !/[，。；！：]$/u.test(text)) && furnitureScore(text) < leastAdded;
}

/** Indices of the lines that name the title at `index` with words of the page's own. */
export function linesThatName(texts: readonly string[], index: number): number[] {
  const title = texts[index] ?? '';
  const named: number[] = [];
  if (title.length < shortestTitle) return named;
  texts.forEach((text, at) => {
    if (at !== index && text.length > title.length && text.length <= title.length + mostAdded && addsPages(text, title)) named.push(at);
  });
  return named;
}

/** Whether a page says the title with words of its own: `标题：|…`, `…|_某某网`, `…|(通用版)`; not `王大山同志|…`, which names the speaker. */
function addsPages(line: string, title: string): boolean {
  const at = line.indexOf(title);
  if (at < 0 || /[。；！？]$/u.test(line)) return false;
  const before = line.slice(0, at);
  const behind = line.slice(at + title.length);
  if (behind === '') return labelled.test(before);
  if (before === '' && (siteBehind.test(behind) || kindBehind.test(behind))) return true;
  return furnitureScore(`${before}《》${behind}`) >= leastAdded;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '');
}
