import { readAddress } from './address.ts';
import { genreWord } from './gluedOpening.ts';
import type { Piece } from './sourceText.ts';

/**
 * What a stretch that the network takes for the page's may hold of the text's own at its edges: `免费领取 篇三：|在邻里节上的讲话|
 * 各位邻居：`, `…仅供参考|（3）|谁来做`, `在…会上的讲话 |各位文友：|…`.
 */

/** No title is longer. */
const longestTitle = 60;

const titleAtEnd = new RegExp(`在[^在。！？；：:，]{3,${String(longestTitle)}}[上中时]的${genreWord}\\s*$`, 'u');
const genreAtEnd = new RegExp(`${genreWord}\\s*$`, 'u');
const ordinalAtEnd = /(?:(\d{1,2})[、．.]|[（(](\d{1,2})[）)])\s*$/u;
/** `十二号楼的各位邻居：` */
const someoneCalled = /^[^，。；！？]{0,16}(?:各位|同志|朋友)[^，。；！？]{0,8}[：:]/u;
/** `各位文友：`, as whoever is called. */
const loosely = /^\s*(?:(?:尊|敬|亲)[敬爱]的|各位)[^，。；！？]{1,12}[：:]/u;

/** The stretch without them, `null` where nothing is left. */
export function withoutOwnEdges(text: string, { start, end }: Piece): Piece | null {
  const words = text.slice(start, end);
  const called = loosely.exec(words);
  if (called !== null && genreAtEnd.test(text.slice(Math.max(0, start - longestTitle), start))) return null;
  const title = isAddressed(text, end) ? titleAtEnd.exec(words) : null;
  const own = title ?? ordinalAtEnd.exec(words);
  if (own === null || (title === null && !countsOn(text.slice(0, start), own))) return { start, end };
  return own.index === 0 ? null : { start, end: start + own.index };
}

function isAddressed(text: string, at: number): boolean {
  const behind = text.slice(at, at + longestTitle).trimStart();
  return readAddress(behind, 0) > 0 || someoneCalled.test(behind);
}

/** Whether the number before stands in the text above, written alike. */
function countsOn(above: string, { 0: own, 1: bare, 2: bracketed }: RegExpExecArray): boolean {
  const number = bare ?? bracketed ?? '';
  const before = own.trimEnd().replace(number, String(Number(number) - 1));
  return Number(number) > 1 && above.includes(before);
}
