import { readAddress } from './address.ts';
import { isGenreTitle } from './title.ts';

/** The letter stands within as many lines, its end within as many below what it says, and the speech's address as near to its title. */
const furthest = 25;
const longestEnd = 12;
const nearTitle = 8;
/** Its signature, its date and its enclosures are shorter. */
const longestClosing = 40;
/** Above what it says it holds no paragraph, and what it says is one: a speech that mentions such a letter is longer. */
const longestOpening = 60;
const longestSaid = 200;

/** `现将王政委在冬季整组会议上的讲话印发给你们`, `现把…发给没有到会的同志` */
const sends = /(?:现|兹|特)[将把][^。]{2,90}(?:讲话|发言|致辞|报告|讲稿|党课|讲课稿)[^。]{0,24}(?:印发|转发|刊发|下发|印送|寄|送|发)(?:给|至|到|你们|你单位)/u;
/** What closes it: a day, a seal, whoever signs. */
const closes = /^(?:[（(]?[\d〇○零一二三四五六七八九十]{2,4}\s*年.{2,10}日[）)]?|.{2,30}(?:委员会|党委|党组|政府|办公室|办公厅|委|局|部|会|处|院|校|公司|支队|大队|总队|[（(](?:盖?章|印)[）)]))$/u;

/**
 * A letter under whose cover a speech was sent round, above it: `各乡镇党委：`, `现将…的讲话印发给你们，请抓好落实。`, who signs
 * and when. How many lines it takes from the first on; 0 where there is none, or no speech of its own below it.
 */
export function findCoverLetter(texts: readonly string[]): number {
  const sending = texts.slice(0, furthest).findIndex((text) => sends.test(text));
  if (sending < 0 || (texts[sending]?.length ?? 0) > longestSaid || texts.slice(0, sending).some((text) => text.length > longestOpening)) return 0;
  const title = texts.findIndex((text, index) => index > sending && index <= sending + longestEnd && isGenreTitle(text) && !/(?:通知|的函)$/u.test(text));
  if (title < 0 || !texts.slice(title + 1, title + 1 + nearTitle).some((text) => readAddress(text, 0) > 0)) return 0;
  const between = texts.slice(sending + 1, title);
  if (between.some((text) => text.length > longestClosing && !/^附件?[:：]/u.test(text))) return 0;
  return sending + 2 + between.findLastIndex((text) => closes.test(text.replace(/\s/gu, '')));
}
