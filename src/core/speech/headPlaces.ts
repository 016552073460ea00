import { findMark } from './punctuation.ts';

/** A head whose end is looked for, and where it may be. */
export interface OpenHead {
  /** The block's text. */
  readonly text: string;
  /** Where the head's words begin, behind the ordinal. */
  readonly from: number;
  /** No head goes past this offset: the next ordinal or the block's end. */
  readonly limit: number;
}

/** The longest head, in code units, whose end nothing marks. */
export const longestHead = 60;

const badEnd = /[—–：:的和与及在是对为以把将让使、，,不最更并而从被比或于到给由就也都又很这那个]$/u;
const badStart = /^[已于之所则得的了着们性者等与及、，。；：,;:)）”’》」』】!！?？]/u;
/** 不良贷款是怎样形成的| */
const endsWhole = /是[^，。]{2,12}的$/u;

/** Offsets where a head may end though nothing marks it; the script that learns the weights looks at the same places. */
export function headPlaces({ text, from, limit }: OpenHead): number[] {
  const places: number[] = [];
  let depth = 0;
  for (let index = from; index < Math.min(limit, from + longestHead); index += 1) {
    const character = text.charAt(index);
    if (depth === 0 && '。！？!?'.includes(character)) break;
    if (depth === 0 && index > from && character !== ' ' && isPlace(text, index) && !wantsMore.test(text.slice(from, index))) places.push(index);
    if ('（(《〈“‘「『【〔'.includes(character)) depth += 1;
    else if ('）)》〉”’」』】〕'.includes(character)) depth = Math.max(0, depth - 1);
  }
  return places;
}

/**
 * `过去五年工作回顾|过去五年，全镇…`, `加强党的领导|加强党的领导，是…`: where the body begins with the head's first four
 * characters, or with all of a shorter head and a comma; −1 where it does not.
 */
export function findEcho({ text, from, limit }: OpenHead): number {
  const stop = findMark(text, from, '。！？!?；;');
  const reach = Math.min(limit, from + longestHead, stop < 0 ? text.length : stop);
  const first = text.slice(from, from + 4);
  for (let at = from + 2; at < reach; at += 1) {
    if (text.charCodeAt(at) !== text.charCodeAt(from) || !isPlace(text, at)) continue;
    if (at - from >= 4 ? text.startsWith(first, at) : text.startsWith(`${text.slice(from, at)}，`, at)) return at;
  }
  return -1;
}

/** `认清形势 去年入夏以来…`: where white space stands within the first sentence, with more than a head's rest behind it. */
export function findGap({ text, from, limit }: OpenHead): number {
  const stop = findMark(text, from, '。！？!?；;');
  const reach = Math.min(limit, stop < 0 ? text.length : stop);
  const gap = text.slice(from + 3, Math.min(reach, from + longestHead)).search(/(?<=[\p{Script=Han}”》）])[ \u3000]+(?=[\p{Script=Han}“《])/u);
  return gap < 0 || reach - from - 3 - gap < 8 ? -1 : from + 3 + gap;
}

/** 把“差在哪里”| lacks its verb, and 在“怎么办”| what happens there. */
const wantsMore = /(?:[把将让从以]|(?:^|[，,：:；;])在)[“"《‘][^”"》’]*[”"》’]$/u;

function isPlace(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index);
  if (badStart.test(after) || before === ' ' || (badEnd.test(before) && !(before === '的' && endsWhole.test(text.slice(Math.max(0, index - 16), index))))) return false;
  return !(/[0-9A-Za-z*×]/.test(before) && /[0-9A-Za-z*×%％]/.test(after));
}
