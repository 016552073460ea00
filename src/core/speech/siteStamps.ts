import type { Piece } from './sourceText.ts';

/**
 * What a site stamps into the text that it shows: its name in brackets, its name with its address, `本文来自某某网`. Which
 * name it is tell the lines around the text, which say it again and again.
 */

/** A name comes back in as many of the page's own lines. */
const leastLines = 3;
const nameRun = /[\u4e00-\u9fff]{3,10}/gu;
/** 青山文库, 写作之家, 公文在线: words that merely come back may be the title's. */
const siteEnding = /(?:网|库|站|之家|坊|吧|论坛|在线|客户端|文秘|范文|圈|苑|屋|笔记|书房|讲堂|学堂|图书馆|之友|公众号|平台)$/u;
/** What comes back in the lines of every page and names none. */
const common = /^(?:上一|下一|本站|本网|网站|返回|发布|更新|点击|浏览|阅读|下载|免费|责任|版权|相关|热门|关于|联系|加入|设为|友情|领导讲话|工作|讲话|文章|文档|关注|收藏|分享|电话|地址|主办|承办|技术支持|来源)/u;
const domain = '(?:https?:\\/\\/)?(?:[\\w-]+\\.)+(?:com|cn|net|org|cc|top|vip)(?![\\w@])(?:\\/[\\w./?=&%-]*)?';
export const mayHoldDomain = /\.(?:com|cn|net|org|cc|top|vip)/iu;

/** `[www.example.com某某网]`, `（某某网 example.com）` */
const bracketedDomain = new RegExp(`[（(【[][^（()）】\\][〔〕，。；]{0,24}${domain}[^（()）】\\][〔〕，。；]{0,24}[)）】\\]]`, 'giu');
/** A text that sends its hearers to an address says so. */
const sends = /(?:登[录陆]|访问|网址|网站|邮箱|地址|平台|打开|输入|查询|下载|@|见|为|是|到|上)[^，。；]{0,12}$/u;

/** `在省人才网（www.example.com）查询`: the address of what the sentence speaks of, which goes on with what is to be done there. */
export function isNamed(text: string, start: number, end: number): boolean {
  return /(?:网|平台|系统|网站|官网|主页|信箱|邮箱)[”"》]?$/u.test(text.slice(Math.max(0, start - 8), start)) && /^(?:上|中|里|内|进行|查|登|下载|注册|报名|提交|申|填|公布|发布|公示|在线|办理|打印|的|，|、|；|。)/u.test(text.slice(end, end + 4));
}

/** The names that come back in what was taken out of a page, with the site's endings or without. */
export function siteNames(removed: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of removed) for (const name of new Set(line.match(nameRun) ?? [])) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].filter(([name, count]) => count >= leastLines && siteEnding.test(name) && !common.test(name)).map(([name]) => name);
}

export type StampFinder = (text: string) => Piece[];

/** Finds the stamps of the sites so named within a paragraph. */
export function stampFinder(names: readonly string[]): StampFinder {
  const name = names.map((each) => each.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')).join('|');
  const forms = names.length === 0
    ? []
    : [
        new RegExp(`[（(【[][^（()）】\\][〔〕。；]{0,24}(?:${name})[^（()）】\\][〔〕。；]{0,24}[)）】\\]]`, 'gu'),
        new RegExp(`(?:${name})(?:\\s*${domain})`, 'giu'),
        new RegExp(`${domain}\\s*(?:${name})`, 'giu'),
        new RegExp(`(?:本文|此文|文章|本篇|全文|更多)?(?:来自于?|来源于?[:：]?|选自|摘自|转自|出自|整理自|来源[:：])\\s*(?:${name})`, 'gu'),
        new RegExp(`(?:${name})(?:版权所有|原创首发|独家首发|原创|首发|整理|提供|收集整理|独家提供)(?![了过的])`, 'gu'),
      ];
  return (text) => {
    const found: Piece[] = [];
    if (names.some((each) => text.includes(each))) for (const form of forms) for (const match of text.matchAll(form)) found.push({ start: match.index, end: match.index + match[0].length });
    if (text.includes('.') && mayHoldDomain.test(text)) {
      for (const match of text.matchAll(bracketedDomain)) if (!sends.test(text.slice(Math.max(0, match.index - 16), match.index)) && !isNamed(text, match.index, match.index + match[0].length)) found.push({ start: match.index, end: match.index + match[0].length });
    }
    return found;
  };
}
