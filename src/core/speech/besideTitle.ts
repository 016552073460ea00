import { countHan } from '../text/han.ts';
import { findAddress } from './address.ts';
import { scoreOnce } from './furnitureScore.ts';
import { genreNote, genreWord, postWord } from './gluedOpening.ts';
import { personName } from './personNames.ts';
import type { Piece } from './sourceText.ts';
import { isGenreTitle, isLabelled } from './title.ts';

/** What a page puts right before and right behind the title where it has one line with the first words of the text. */

/** What stands above a text is looked for within as many characters. */
export const reach = 600;
/** A title has as many. */
export const shortest = 8;
const longestAddition = 60;

/** What pages put before and behind a title, of no more weight than that. */
const additions = /关于|有关|精选|精品|通用版?|最新版?|热门|优秀|优选|经典|推荐|完整版?|word版?|可编辑|可修改|范文|范本|模板|样本|正文|全文|内容|标题|文档|第?[一二三四五六七八九十\d]+篇|篇目?|多篇|集锦|合集|大全|汇总|汇编|免费|下载|docx?|wps|pdf|txt|[版年月日字共]|副本|整理|实用|收藏|原创/giu;
const marks = /[\s\d０-９\p{P}|★☆～~+]+/gu;

/** `（精选3篇）`, `2023年`, `.docx 正文：` */
export function isAddition(text: string): boolean {
  return text.length <= longestAddition && text.replace(additions, '').replace(marks, '') === '';
}

/** Of those, what no text says between two times of the same. */
export const surelyAdded = /精选|通用|最新版|优选|可编辑|可修改|范[文本]|模板|副本|集锦|\d篇|docx?|wps|pdf/iu;

/** What a page puts before a title: 正文：, 【编号：0117】, 正文复制, 2021-03-05 09:12, A03-12. */
const front =
  /^(?:[【[<＜]\s?(?:正文|全文|原文|内容|正|(?:编号|讲话|文号|公文)?[:：]?\s?[\dA-Z-]{1,12})\s?[】\]>＞]\s*|(?:正文|全文|原文|文档|文章|资料|材料|稿件)?(?:内容|预览|介绍|简介|正文|复制|摘要|全文|原文)(?:预览|如下|开始)?\s?[:：]\s*|(?:正文复制|复制(?:本文|全文|正文))\s*|(?:No\.?|编号[:：]?)\s?[A-Z]{0,4}[-\d.]{3,20}\s*|[A-Z]{0,3}\d{0,4}-\d[-\d]{1,12}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*|(?:精品|精选|置顶|推荐)\s?[:：|｜]\s*)+(?=[\u4e00-\u9fff〔《“])/iu;
const leastSlogan = 2;
/** A slogan that speaks of papers and what may be done with them. */
const sloganWord = /文档|范文|文库|资料|下载|编辑|收藏|奉上|模板|word|收集|整理/iu;
const leastWorded = 0;
const longestSlogan = 60;
/** A longer slogan reads as much less like one at the most. */
const mostLoss = 1;

/** Length of what a page put in front of the title or the address that the line begins with. */
export function lengthOfFront(text: string): number {
  const head = text.slice(0, reach);
  const address = findAddress(head, head.length);
  const title = head.slice(0, address === null ? head.length : address.start);
  // In front of anything else the same words may be the text's.
  if (/[。！？；]/u.test(title) || (address === null && !isGenreTitle(title))) return 0;
  const gap = title.length - title.trimStart().length;
  const length = gap + (front.exec(title.slice(gap))?.[0].length ?? 0);
  const rest = title.slice(length);
  let best = 0;
  let bestScore = 0;
  if (surelyTitle.test(rest)) return length;
  for (const match of rest.matchAll(titleOpening)) {
    const slogan = rest.slice(0, match.index).trim();
    if (slogan.length > longestSlogan || /[\u4e00-\u9fff]——/u.test(slogan)) break;
    // A title that begins like this has no second beginning.
    const surely = atOccasion.test(rest.slice(match.index, match.index + longestOccasion));
    const score = countHan(slogan) < 4 ? -Infinity : scoreOnce(slogan);
    if (score >= (sloganWord.test(slogan) ? leastWorded : leastSlogan) && (surely || score >= bestScore - mostLoss)) {
      best = match.index;
      bestScore = score;
    }
    if (surely) break;
  }
  return length + best;
}

/** `某讲话|.docx 正文：|同志们：…`, `某讲话|　发布日期：2019-12-27 来源：某网|同志们：…`: what a page put between the title and the address. */
export function behindTitle(text: string): Piece | null {
  const head = text.slice(0, reach);
  const address = findAddress(head, head.length);
  if (address === null || /[。！？；]/u.test(head.slice(0, address.start))) return null;
  const title = head.slice(0, address.start);
  const start = Math.max(...[...title.matchAll(genreEnd)].map((match) => match.index + match[0].length), 0);
  const added = title.slice(start).trim();
  if (start < shortest || added === '' || isLabelled(added) || ownParts.test(added)) return null;
  return (isAddition(added) && (surelyAdded.test(added) || /正文|全文/u.test(added))) || (!note.test(added) && scoreOnce(added) >= leastBehind) ? { start, end: address.start } : null;
}

const genreEnd = new RegExp(genreWord, 'gu');
const note = new RegExp(`^${genreNote}$`, 'u');
/** What stands there of a speech's own: the day, who speaks. */
const ownParts = new RegExp(`^[（(—–\\s]*[\\d〇○零一二三四五六七八九]{4}年|${postWord}|^${personName}$`, 'u');
const leastBehind = 1.5;

/** `在…会上的|讲话`: behind a gap as well. */
const atOccasion = /^在[^在]{4,60}[上中时]的/u;
const longestOccasion = 66;
const surelyTitle = /^(?:在[^在]{4,60}[上中时]的|关于|〔)/u;
/** Where a title may begin behind other words. */
const titleOpening = /(?<=.)(?:(?<=[.!》\s])(?=[\u4e00-\u9fff])|在(?=[^在]{4,60}[上中时]的)|关于|〔|\d{4}年|全[国省市县区]|[xX×某]{2}[省市县区])/gu;
