import { countHan } from '../text/han.ts';
import { findAddress } from './address.ts';
import { scoreOnce } from './furnitureScore.ts';
import type { Block, Piece } from './sourceText.ts';
import { isGenreTitle } from './title.ts';

/**
 * `某讲话（精选3篇）某讲话.docx 某讲话|同志们：…`: a page names the title of its text several times, and where its line breaks are
 * lost all of it stands in front of the first sentence. The copy nearest to the text is the text's own.
 */
export interface TitleCopies extends Piece {
  readonly line: number;
}

/** Copies stand within as many lines, and as many characters of their line. */
const furthest = 12;
const reach = 420;
/** A title has as many characters; by the first of them the copies are found. */
const shortest = 8;
const longest = 70;
const keyLength = 6;
const mostCopies = 6;
/** What a page adds to one of the copies. */
const mostAdded = 60;
/** What it adds must read like a page's as much. */
const leastAdded = 0.5;

/** What pages put before and behind a title, of no more weight than that. */
const addition =
  /^[\s\d.,，、:：;_\-—–|｜()（）[\]【】《》“”"'*★☆·～~+]*(?:(?:关于|有关|精选|精品|通用|通用版|最新|最新版|热门|优秀|优选|经典|推荐|完整版?|word版?|可编辑|可修改|范文|范本|模板|样本|正文|全文|内容|标题|文档|篇目?|多篇|合集|大全|汇总|汇编|免费|下载|doc|docx|wps|pdf|txt|版|年|月|日|字|第?[一二三四五六七八九十\d]+篇|副本|整理|实用|收藏|原创|共|[\d０-９]+)[\s\d.,，、:：;_\-—–|｜()（）[\]【】《》“”"'*★☆·～~+]*)*$/iu;

/** Of those, what no text says between two times of the same. */
const surely = /精选|通用|最新版|优选|可编辑|可修改|范[文本]|模板|副本|\d篇|docx?|wps|pdf/iu;
/** Different characters of a title. */
const leastDistinct = 6;

export function findTitleCopies(lines: readonly Block[]): TitleCopies[] {
  const found: TitleCopies[] = [];
  for (let line = 0; line < Math.min(lines.length, furthest); line += 1) {
    const block = lines[line];
    if (block === undefined || block.hint?.table === true || block.text.length < shortest * 2) continue;
    const end = endOfCopies(block.text);
    if (end > 0) found.push({ line, start: 0, end });
  }
  return found;
}

/** Where the last copy of the title begins; 0 where there is one only. */
function endOfCopies(text: string): number {
  let start = 0;
  for (let copy = 1; copy < mostCopies; copy += 1) {
    const length = nextCopies(text.slice(start, start + reach));
    if (length === 0) break;
    start += length;
  }
  return start;
}

/** Offset of the second copy of what stands twice at the head of a text; 0 where nothing does. */
function nextCopies(head: string): number {
  const address = findAddress(head, head.length);
  // What comes back below the address is the speech.
  const text = head.slice(0, address === null || address.start < shortest ? head.length : address.start);
  const places = new Map<string, number>();
  for (let at = 0; at + keyLength <= text.length; at += 1) {
    const key = text.slice(at, at + keyLength);
    const first = places.get(key);
    if (first === undefined) {
      places.set(key, at);
      continue;
    }
    let length = keyLength;
    while (at + length < text.length && first + length < at && text.charAt(first + length) === text.charAt(at + length)) length += 1;
    // White space at a copy's end is none of the title.
    if (isCopy(text, { first, second: at, length })) return at;
  }
  return 0;
}

function isCopy(text: string, { first, second, length }: { readonly first: number; readonly second: number; readonly length: number }): boolean {
  const title = text.slice(first, first + length).trim();
  if (title.length > longest || countHan(title) < shortest || /[。！？；：]/u.test(title)) return false;
  const before = text.slice(0, first);
  const between = text.slice(first + length, second);
  if (before.length + between.length > mostAdded) return false;
  const named = isGenreTitle(title) || isGenreTitle(title.replace(/[（(【][^（()）】]*[)）】]?$/u, ''));
  // 从头到尾从头到尾 is no title.
  if (new Set(title).size < leastDistinct) return false;
  const added = (before + between).trim();
  if (addition.test(before) && addition.test(between) && (named || added === '' || surely.test(added))) return true;
  return /^[^。！？；]*$/u.test(before) && scoreOnce(`${before}《》${between}`) >= leastAdded;
}
