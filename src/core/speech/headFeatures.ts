import { boundaryParts, partsClauses } from './boundaryScore.ts';
import { isKnownWord } from './knownWords.ts';

/** What one article's text says about its own words. */
export interface WordUse {
  /** How often two characters stand side by side. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Three characters that end a sentence somewhere. */
  readonly endings: ReadonlySet<string>;
}

export function measureWords(texts: readonly string[]): WordUse {
  const pairs = new Map<string, number>();
  const endings = new Set<string>();
  for (const text of texts) {
    for (let index = 1; index < text.length; index += 1) {
      const pair = text.slice(index - 1, index + 1);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      if (index >= 3 && '。；！？;!?'.includes(text.charAt(index))) endings.add(text.slice(index - 3, index));
    }
  }
  return { pairs, endings };
}

const opener =
  /党的(?!领导|建设)|习近平|近年来|当前|今年|去年|过去|同志们|我们|我[市省县区校院局国党]|全[市省县区国校党]|各级|各地|各单位|各部门|要(?![求素点害闻务])|必须|只有|坚持|这|通过|为了|目前|现在|一[年直段]|长期以来|随着|面对|按照|根据|围绕|作为|中国|国家|新时代|没有|如果|从|在|对于?|一[是要]|首先|就是|当今|实践证明|事实|历史|大家|众所周知|刚才|20\d\d年|[xX×]{2}|\*/uy;
const subject = /[^，。；：！？,;:!?]{2,18}是/uy;
const verb = /建设|加强|推进|实施|深化|做好|抓好|开展|落实|完善|推动|加快|大力|积极|切实|深入|认真|不断/uy;
const headNoun =
  /(?:组织|之家|平台|群团|宝库|体系|格局|高地|作用|水平|能力|建设|发展|保障|合力|活力|动力|基础|根基|担当|实效|突破|成效|贡献|作为|局面|篇章|氛围|环境|机制|工作|任务|要求|意义|认识|责任|方向|力量|关系|目标|品牌|阵地|队伍|防线|底线|服务|创新|改革|开放|转型|升级|融合|引领|落实|见效|优势|短板|效能|效率|质量|形象|作风|纪律|制度|治理|安全|稳定|和谐|振兴|富裕|大局|全局|使命|信心|关键|重点|根本|灵魂|主线|纽带|桥梁|先锋|表率|模范|强国|强市|名片|样板|示范|回顾|总结|形势|问题|原因|措施|部署|思路|原则|思想|战略|行动|工程|计划|力度|进度|步伐|新路|之路|道路|主体|服务力|引领力|影响力|凝聚力)$/u;
const preposition = /^[把将让从在对以向给用使为]/u;

/** Whether a head may well end here: it closes with a noun that heads of this kind close with. */
export function closesHead(heading: string): boolean {
  return heading.length >= 6 && headNoun.test(heading);
}

/** What is asked of a place where a head may end; the answers are 1 or 0 but for the first two and `broken`. */
export const placeFeatures = [
  // The learnt score, and how far it is below −5, where ends are hardly ever; what both sides have in it.
  'score', 'unlikely', 'left', 'right',
  // Whether the place is inside a word, whether words meet where that word ends instead, and whether they meet here.
  'inside2', 'inside3', 'inside4', 'cutsWord', 'wordsMeet', 'wordEnds', 'wordStarts',
  // What opens behind the place.
  'opener', 'subject', 'verb', 'knownStart', 'echo', 'quoteStart', 'digitStart', 'bracketStart', 'locative', 'shortRest', 'briefRest',
  // What closes before it.
  'headNoun', 'ending', 'knownEnd', 'closingQuote', 'stub', 'broken', 'quoteOfPreposition', 'preposition3', 'preposition5', 'preposition8',
  // The shape of the head.
  'single', 'under4', 'under6', 'under9', 'over24', 'over36', 'oneClause', 'manyClauses', 'lastUnder4', 'lastUnder6', 'lastOver16', 'balanced',
  // The rhythm behind the last function word of the last clause.
  'tail1', 'tail2', 'tail3', 'tail4', 'tail6', 'tailOver8',
] as const;

/** What the network of `endNet.ts` tells of a place, and how far that is below −6, where ends are hardly ever. */
export const netFeatures = ['net', 'netUnlikely'] as const;

export function describeNet(told: number): number[] {
  return [Math.max(-9, Math.min(4, told)), Math.max(-12, Math.min(0, told + 6))];
}

/** What is asked of two heads of one series; the answers are averaged over the other heads. */
export const pairFeatures = [
  'clauses', 'lastLength', 'lastLengthNear', 'length', 'lengthNear', 'lengthAbout', 'start2', 'start1', 'frame1', 'frame2', 'frame3', 'end1', 'end2', 'quotes',
  // Function words of the last clauses, and what stands behind the last of them; the clauses before.
  'lastStart', 'skeleton', 'tailSame', 'tailNear', 'earlierClauses', 'shared2', 'shared3',
] as const;

export interface HeadPlace {
  readonly text: string;
  readonly folded: string;
  /** Where the head's words begin, and where they may end. */
  readonly from: number;
  readonly index: number;
}

export function describePlace({ text, folded, from, index }: HeadPlace, words: WordUse): number[] {
  const heading = text.slice(from, index);
  const clauses = clausesOf(heading);
  const last = clauses.at(-1) ?? '';
  const previous = clauses.at(-2);
  let before = 0;
  while (index - before > from && !partsClauses(folded.charAt(index - before - 1))) before += 1;
  let after = 0;
  while (after < 40 && index + after < folded.length && !/[，：；、。！？]/u.test(folded.charAt(index + after))) after += 1;
  const told = boundaryParts({ text: folded, index, before, after });
  const score = Math.max(-9, Math.min(3, told.score));
  const first = text.charAt(index);
  const tail = tailOf(last);
  const ends = isKnownWord(text.slice(index - 2, index)) || isKnownWord(text.slice(Math.max(from, index - 3), index));
  const starts = isKnownWord(text.slice(index, index + 2)) || isKnownWord(text.slice(index, index + 3));
  const prepositional = preposition.test(last);
  return [
    score, Math.min(0, score + 5), Math.max(-4, Math.min(4, told.left)), Math.max(-4, Math.min(4, told.right)),
    flag(isKnownWord(text.slice(index - 1, index + 1)) && !(ends && starts)), flag(crosses(text, index, 3) && !(ends && starts)), flag(crosses(text, index, 4) && !(ends && starts)), flag(!starts && cutsWord(text, index)),
    flag(ends && starts), flag(ends), flag(starts),
    flag(matchesAt(opener, text, index)), flag(matchesAt(subject, text, index)), flag(matchesAt(verb, text, index)),
    flag((words.pairs.get(text.slice(index, index + 2)) ?? 1) > 1), flag(heading.includes(text.slice(index, index + 2))),
    flag('“《'.includes(first)), flag(/\d/u.test(first)), flag(/[〔*×xX]/u.test(first)), flag(/[上里中内外下间]/u.test(first)), flag(after < 4), flag(after < 8),
    flag(headNoun.test(heading)), flag(words.endings.has(heading.slice(-3))), flag((words.pairs.get(heading.slice(-2)) ?? 1) > 1),
    flag('”》）'.includes(heading.slice(-1))), flag(/[，,、：:—][^，,、：:—]{0,2}$/u.test(heading)),
    Math.min(2, (words.pairs.get(text.slice(index - 1, index + 1)) ?? 1) - 1), flag(/[把将让从在对以向给用][“《‘][^”》’]*[”》’]$/u.test(last)),
    flag(prepositional && last.length < 4), flag(prepositional && last.length >= 4 && last.length < 6), flag(prepositional && last.length >= 6 && last.length < 9),
    flag(heading.length === 1), flag(heading.length < 4), flag(heading.length < 6), flag(heading.length < 9), flag(heading.length > 24), flag(heading.length > 36),
    flag(clauses.length === 1), flag(clauses.length >= 3), flag(last.length < 4), flag(last.length < 6), flag(last.length > 16),
    flag(previous !== undefined && Math.abs(last.length - previous.length) <= 1),
    flag(tail === 1), flag(tail === 2), flag(tail === 3), flag(tail === 4), flag(tail === 6), flag(tail > 8),
  ];
}

/** Whether a word of this length stands across the place. */
function crosses(text: string, index: number, length: number): boolean {
  for (let start = index - length + 1; start < index; start += 1) if (start >= 0 && isKnownWord(text.slice(start, start + length))) return true;
  return false;
}

const functionWords = /[的在中上下里把将让从为与和以到对向是更出起好不新]/gu;

/** 责任|感今年: a word goes on past the place, and another begins where it ends. */
function cutsWord(text: string, index: number): boolean {
  for (let end = index + 1; end <= index + 2; end += 1) {
    if (!isKnownWord(text.slice(end, end + 2))) continue;
    for (let length = end - index + 1; length <= 4; length += 1) if (end >= length && isKnownWord(text.slice(end - length, end))) return true;
  }
  return false;
}

/** The length of what stands behind the last function word of a clause. */
function tailOf(clause: string): number {
  let end = 0;
  for (const match of clause.matchAll(functionWords)) end = match.index + 1;
  return clause.length - end;
}

function skeletonOf(clause: string): string {
  return clause.match(functionWords)?.join('') ?? '';
}

/**
 * How many characters two clauses have in common, in the same order: their longest common subsequence, a row at a time in
 * the bits of one number (Hyyrö 2004). It is asked for thousands of pairs of places.
 */
function sharedOf(a: string, b: string): number {
  if (a.length > longestInBits) return b.length > longestInBits ? sharedOfLong(a, b) : sharedOf(b, a);
  if (a !== noted) note(a);
  let row = -1;
  for (let index = 0; index < b.length; index += 1) {
    const found = row & (places[b.charCodeAt(index)] as number);
    row = (row + found) | (row - found);
  }
  let left = ~row & (2 ** a.length - 1);
  let shared = 0;
  for (; left !== 0; left &= left - 1) shared += 1;
  return shared;
}

const longestInBits = 30;

/** Where each character stands in the clause noted, a bit for a place. */
const places = new Int32Array(1 << 16);
let noted = '';

function note(clause: string): void {
  for (let index = 0; index < noted.length; index += 1) places[noted.charCodeAt(index)] = 0;
  for (let index = 0; index < clause.length; index += 1) {
    const unit = clause.charCodeAt(index);
    places[unit] = (places[unit] as number) | (1 << index);
  }
  noted = clause;
}

function sharedOfLong(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1);
  for (const character of a) {
    const next = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = character === b.charAt(j - 1) ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number);
    }
    row = next;
  }
  return row[b.length] as number;
}

/** A bit for each character; clauses that share fewer than two bits share hardly anything. */
function maskOf(clause: string): number {
  let mask = 0;
  for (let index = 0; index < clause.length; index += 1) mask |= 1 << ((Math.imul(clause.charCodeAt(index), 0x9e3779b1) >>> 27) & 31);
  return mask;
}

/** The clauses of a head, by which heads are parallel: 提升…力，打造…的平台 has two. */
export function clausesOf(heading: string): string[] {
  return heading.split(/[，,、：:\s—]+/u);
}

export interface HeadShape {
  readonly length: number;
  readonly clauses: readonly string[];
  /** The clauses in one, by which two heads that say the same are told. */
  readonly words: string;
  readonly quotes: number;
  /** The last clause; its function words, how much stands behind them, and a bit for each of its characters. */
  readonly last: string;
  readonly skeleton: string;
  readonly tail: number;
  readonly mask: number;
}

export function shapeOf(heading: string): HeadShape {
  const clauses = clausesOf(heading);
  const last = clauses.at(-1) ?? '';
  return { length: heading.length, clauses, words: clauses.join('，'), quotes: heading.match(/[“《]/gu)?.length ?? 0, last, skeleton: skeletonOf(last), tail: tailOf(last), mask: maskOf(last) };
}

/**
 * Writes what two heads have in common, in the order of `pairFeatures`, into an array, which is returned. It is the same
 * the other way round. It runs for each two places of a series: nothing is allocated.
 */
export function describePair(one: HeadShape, other: HeadShape, into: Float64Array): Float64Array {
  const a = one.last;
  const b = other.last;
  let frame = 0;
  // 握手更加有力 and 基座更加坚实: the same characters as far from the end.
  for (let back = 1; back <= 6 && back <= a.length && back <= b.length; back += 1) {
    const unit = a.charCodeAt(a.length - back);
    if (unit === b.charCodeAt(b.length - back) && !closesQuote(unit)) frame += 1;
  }
  const quoted = a.length > 0 && closesQuote(a.charCodeAt(a.length - 1));
  const same = one.skeleton === other.skeleton;
  const tails = Math.abs(one.tail - other.tail);
  const common = one.mask & other.mask;
  const shared = (common & (common - 1)) === 0 ? 0 : sharedOf(a, b);
  const apart = Math.abs(one.length - other.length);
  const lastApart = Math.abs(a.length - b.length);
  const first = startsAlike(a, b, 1);
  const clauses = one.clauses.length === other.clauses.length;
  const told = one.skeleton !== '' && same;
  let next = 0;
  const put = (value: boolean): void => {
    into[next] = value ? 1 : 0;
    next += 1;
  };
  put(clauses);
  put(lastApart === 0);
  put(lastApart === 1);
  put(apart === 0);
  put(apart === 1);
  put(apart === 2 || apart === 3);
  put(startsAlike(a, b, 2));
  put(first);
  put(frame >= 1);
  put(frame >= 2);
  put(frame >= 3);
  put(!quoted && endsAlike(a, b, 1));
  put(!quoted && endsAlike(a, b, 2));
  put(one.quotes === other.quotes);
  put(first);
  put(told);
  put(told && tails === 0);
  put(told && tails === 1);
  put(clauses && one.clauses.length > 1 && areAsLong(one.clauses, other.clauses));
  put(shared >= 2);
  put(shared >= 3);
  return into;
}

function closesQuote(unit: number): boolean {
  // ” ’ 》
  return unit === 0x201d || unit === 0x2019 || unit === 0x300b;
}

/** Whether the first `count` characters are the same, as far as there are so many. */
function startsAlike(a: string, b: string, count: number): boolean {
  if (a.length < count || b.length < count) return a.length === b.length && a === b;
  for (let index = 0; index < count; index += 1) if (a.charCodeAt(index) !== b.charCodeAt(index)) return false;
  return true;
}

function endsAlike(a: string, b: string, count: number): boolean {
  if (a.length < count || b.length < count) return a.length === b.length && a === b;
  for (let back = 1; back <= count; back += 1) if (a.charCodeAt(a.length - back) !== b.charCodeAt(b.length - back)) return false;
  return true;
}

/** Whether all clauses but the last are as long as their counterparts. */
function areAsLong(one: readonly string[], other: readonly string[]): boolean {
  for (let index = 0; index + 1 < one.length; index += 1) if (one[index]?.length !== other[index]?.length) return false;
  return true;
}

function matchesAt(form: RegExp, text: string, index: number): boolean {
  form.lastIndex = index;
  return form.test(text);
}

/** A feature that holds or does not. */
export function flag(value: boolean): number {
  return value ? 1 : 0;
}
