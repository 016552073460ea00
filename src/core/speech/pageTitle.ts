import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { furnitureScore } from './furnitureScore.ts';
import { isSignature } from './signature.ts';
import { isGenreTitle } from './title.ts';

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
/** A page says no more than this above the title, in Chinese characters. */
const mostAbove = 400;
/** What a line adds to the title must read like a page's as much. */
const leastAdded = 1;
/** As many characters may a line add. */
const mostAdded = 40;

const labelled = /^[\[【]?(?:文件|文档|资料|稿件|本文|文章)?(?:标\s*题|题\s*名|名\s*称|题\s*目|主\s*题|Subject|转发|回复|答复|Re|Fw|Fwd)\s*[】\]]?\s*[:：]/iu;
const siteBehind = /^\s*[-_|｜–]\s*(?![-—])[^，。；]{2,16}$/u;
const kindBehind = /^\s*[（(【[][^（()）】\]，。]{2,10}[)）】\]]$|\.(?:docx?|wps|pdf|txt|mp3|mp4|m4a|html?)\b/iu;

/** A line as much like a page's shows that a title that merely stands twice is the page's and the text's. */
const likelyFurniture = 2;
const leastToDouble = 1;

/** The title's rows, the last included, and the address that stands below them. */
export interface TitleRows {
  readonly first: number;
  readonly last: number;
  readonly address: number;
}

/** The title above an address, where the page names it elsewhere too; `null` where nothing is as sure. */
export function findTitleAboveAddress(texts: readonly string[]): TitleRows | null {
  const end = Math.min(texts.length, furthest);
  const address = texts.slice(0, end).findIndex((text) => readAddress(text, 0) > 0);
  let above = 0;
  for (let index = 0; index < address; index += 1) above += countHan(texts[index] ?? '');
  if (above > mostAbove) return null;
  for (let index = address - 1; index >= Math.max(0, address - mostBetween); index -= 1) {
    const text = texts[index] ?? '';
    if (isPlainTitle(text)) {
      const first = firstRow(texts, index);
      if (first !== null) return isPagesOwn(texts.slice(0, first)) ? { first, last: index, address } : null;
    }
    if (!isSignature(text) && !/^[（(—–]/u.test(text) && furnitureScore(text) < 0) return null;
  }
  return null;
}

/** The first row of a title that ends at `last`, which a narrow page may have broken; `null` where nothing names it. */
function firstRow(texts: readonly string[], last: number): number | null {
  let title = texts[last] ?? '';
  if (!isNamedAbove(texts, last, title)) return null;
  let first = last;
  while (first > 0 && (title.startsWith('—') || isNamedAbove(texts, first - 1, (texts[first - 1] ?? '') + title))) {
    first -= 1;
    title = (texts[first] ?? '') + title;
  }
  return first;
}

function isNamedAbove(texts: readonly string[], end: number, title: string): boolean {
  const own = plain(title);
  const above = texts.slice(0, end);
  if (above.some((text) => text.length > 6 && plain(text).includes(own) && plain(text) !== own)) return true;
  return above.some((text) => plain(text) === own) && above.filter((text) => furnitureScore(text) >= likelyFurniture).length >= leastToDouble;
}

/** What stands above a title may be a list of headlines, each of which is said again below; on a page at least a third is the page's. */
function isPagesOwn(above: readonly string[]): boolean {
  return above.filter((text) => furnitureScore(text) >= 0).length * 3 >= above.length;
}

function isPlainTitle(text: string): boolean {
  return text.length >= shortestTitle && text.length <= longestTitle && (isGenreTitle(text) || !/[，。；！：]$/u.test(text)) && furnitureScore(text) < leastAdded;
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

/** `标题：|…`, `…|_某某网`, `…|(通用版)`; not `王大山同志|…`, which names the speaker. */
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
