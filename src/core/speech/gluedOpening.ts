import { findAddress } from './address.ts';
import { personName } from './personNames.ts';

/** What kind of text a title says it heads. */
export const genreWord =
  '(?:讲话|致辞|致词|报告|发言|讲稿|发言稿|演讲|演讲词|演说|贺词|贺信|主持词|党课|总结|倡议书|祝酒词|答谢词|开幕词|闭幕词|欢迎词|寄语|述职|汇报|述评|动员|献词|意见|通知|方案|要点|材料)(?:稿|提纲)?';
export const postWord =
  '(?:书记|主席|主任|局长|市长|县长|区长|省长|校长|院长|会长|部长|秘书长|董事长|总经理|处长|科长|厅长|总理|理事长|教授|院士|研究员|记者|社长|主编)';
/** What says who speaks with no organisation before it: 县长, 副校长. Of sites and newspapers are 记者 and 主编. */
export const barePostWord =
  '副?(?:书记|主席|主任|局长|市长|县长|区长|镇长|乡长|省长|州长|校长|院长|所长|馆长|会长|部长|秘书长|董事长|总经理|总裁|处长|科长|厅长|总理|理事长|厂长|行长|检察长)';
export const labelWord = '(?:主讲人|讲话人|发言人|报告人|演讲人|致辞人|述职人|汇报人|主持人|讲话者|(?:讲话|会议|发言)?(?:时间|日期)|(?:会议)?地点)';

/** （讲话提纲）, （摘要）, but no day. */
export const genreNote = '(?:[（(](?![0-9０-９〇○零一二三四五六七八九]{4}年)[^（）()]{0,12}[）)])?';
const genreEnd = new RegExp(`${genreWord}${genreNote}`, 'gu');
const dated = /[（(][0-9０-９〇○零一二三四五六七八九]{4}年[^（）()]{2,20}[）)]/u;
const titleAndDay = new RegExp(`^(.{2,80}${genreWord}${genreNote})\\s*[（(][0-9０-９〇○零一二三四五六七八九]{4}年[0-9０-９一二三四五六七八九十]{1,3}月(?:[0-9０-９一二三四五六七八九十]{1,3}日)?[）)]$`, 'u');
const labelled = new RegExp(`${labelWord}\\s*[:：]`, 'u');

/** What may stand between title and address: the day, who speaks, `主讲人：…`. */
const parts = [
  /^[（(]?[0-9０-９〇○零一二三四五六七八九]{4}年[0-9０-９一二三四五六七八九十]{1,3}月(?:[0-9０-９一二三四五六七八九十]{1,3}日)?[）)]?/u,
  new RegExp(`^${labelWord}\\s*[:：].{1,30}?(?=${labelWord}\\s*[:：]|$)`, 'u'),
  new RegExp(`^[^，。：（(]{2,22}?${postWord}\\s*${personName}$`, 'u'),
  new RegExp(`^[^，。：（(]{2,22}?${postWord}\\s*${personName}(?=[（(][0-9０-９〇○零一二三四五六七八九]{4}年)`, 'u'),
  new RegExp(`^${personName}$`, 'u'),
];

/** The words before an address that cannot end a title: 今天见到|各位领导！ */
const goesOn = /[，、。！？；：]|[到给向对和与跟请的在为让使把将同及以]$/u;

/**
 * `在…会议上的讲话|（2023年11月6日）|某市副市长 王大山|同志们：…`: where the lines above a speech end, in a line that has lost its
 * breaks; the last offset is where the address begins. Empty where no title is glued. `first` says that nothing stands above.
 */
export function partOpeningLine(text: string, first: boolean): number[] {
  const day = titleAndDay.exec(text);
  if (day !== null) return [(day[1] ?? '').length];
  const address = findAddress(text, 160);
  if (address === null || address.start < 4) return [];
  const above = text.slice(0, address.start).trimEnd();
  if (/[。！？；]/u.test(above)) return [];
  for (const end of titleEnds(above)) {
    const cuts = partBelow(above, end);
    if (cuts !== null) return [...cuts, address.start];
  }
  const bare = first && above.length >= 8 && above.length <= 40 && !goesOn.test(above) && /[:：]$/u.test(text.slice(0, address.end)) && text.length - address.end >= 60;
  return bare ? [address.start] : [];
}

function titleEnds(above: string): number[] {
  const ends = [...above.matchAll(genreEnd)].map((match) => match.index + match[0].length);
  const others = [dated.exec(above)?.index ?? -1, labelled.exec(above)?.index ?? -1].filter((at) => at >= 6 && !/[，、]/u.test(above.slice(0, at)));
  // Last first: 动员 and 报告 stand inside titles as well.
  return [...ends.filter((end) => end >= 4).reverse(), ...others.sort((a, b) => a - b)];
}

/** Ends of the title and of each part below it but the last; `null` where something else stands there. */
function partBelow(above: string, titleEnd: number): number[] | null {
  const cuts: number[] = [];
  let at = titleEnd;
  while (at < above.length) {
    cuts.push(at);
    while (/\s/u.test(above.charAt(at))) at += 1;
    const rest = above.slice(at);
    const found = parts.map((part) => part.exec(rest)?.[0].length ?? 0).find((length) => length > 0);
    if (found === undefined) return null;
    at += found;
    while (/\s/u.test(above.charAt(at))) at += 1;
  }
  return cuts;
}
