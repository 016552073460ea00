import { closesHead, describePair, flag, type HeadShape, pairFeatures, shapeOf } from './headFeatures.ts';
import { findMark } from './punctuation.ts';

/** A first sentence that may be a head: `抓规划，把框架拉开。去年…`, `盯住校车：…`, `“我为什么起不来床？”这是…`. */
export interface RunIn {
  readonly block: number;
  readonly from: number;
  readonly end: number;
  readonly bodyStart: number;
  readonly heading: string;
  /** How much stands behind it in its paragraph. */
  readonly body: string;
  /** The mark that closes it. */
  readonly mark: string;
  readonly shape: HeadShape;
}

/** The longest head of this kind, in code units, and how much must stand behind it. */
const longestRunIn = 32;
const leastBody = 12;
/** A colon closes heads as short as that where the sentence goes on. */
const longestBeforeColon = 24;

/** The first sentence of a paragraph where it is short enough for a head; `null` where it is not. */
export function readRunIn(text: string, block: number): RunIn | null {
  if (!mayEnd(text)) return null;
  const from = /^[\s　]*/u.exec(text)?.[0].length ?? 0;
  const end = endOf(text, from);
  if (notRunIn.test(text) || end === null || end.at - from < 2 || end.at - from > longestRunIn || text.length - end.bodyStart < leastBody) return null;
  const heading = text.slice(from, end.at);
  return { block, from, end: end.at, bodyStart: end.bodyStart, heading, body: text.slice(end.bodyStart), mark: end.mark, shape: shapeOf(heading) };
}

/** Whether any mark that closes a head is near enough: most paragraphs are told from heads by that alone. */
function mayEnd(text: string): boolean {
  const limit = Math.min(text.length, longestRunIn + 8);
  for (let index = 0; index < limit; index += 1) {
    const unit = text.charCodeAt(index);
    if ((unit < 0x4e00 || unit > 0x9fff) && '。！？!?；;：:”"'.includes(text.charAt(index))) return true;
  }
  return false;
}

/** ——坚持…。 and 在农业方面：… stand in lists of results, 第三条 in laws. */
export const notRunIn = /^[\s　]*(?:[—–-]|[（(〔\[【])|^[\s　]*第[一二三四五六七八九十百〇零\d]{1,6}条[\s　]|^[\s　]*在[^，。：:]{2,12}方面[，：:]/u;

function endOf(text: string, from: number): { at: number; bodyStart: number; mark: string } | null {
  const near = findMark(text.slice(0, from + longestRunIn + 1), from, '。！？!?；;');
  // Where the first sentence is longer, only a colon closes a head, and the sentence is looked at to its end.
  const stop = near >= 0 || !/[：:]/u.test(text.slice(from, from + longestBeforeColon + 1)) ? near : findMark(text, from, '。！？!?；;');
  // The mark within the quotes closes the head: “当辅导员图什么？”最后这个问题…
  const quote = /^[“"][^“”"]{2,30}[？！?!]?[”"]/u.exec(text.slice(from, from + longestRunIn + 2))?.[0] ?? '';
  if (/[？！?!][”"]$/u.test(quote)) return { at: from + quote.length, bodyStart: from + quote.length, mark: '？' };
  const sentence = stop >= 0 && stop - from <= longestRunIn;
  if (sentence) {
    const mark = text.charAt(stop);
    if (mark === '；' || mark === ';') return null;
    const asks = mark !== '。';
    return { at: asks ? stop + 1 : stop, bodyStart: stop + 1, mark: mark === '?' ? '？' : mark === '!' ? '！' : mark };
  }
  const colon = findMark(text, from, '：:');
  return colon > from && colon - from <= longestBeforeColon && colon < stop ? { at: colon, bodyStart: colon + 1, mark: '：' } : null;
}

const opener = /^(?:同志们|各位|大家|我们?|咱们?|你们?|他们?|她|它们?|这|那|此|有|今年|去年|前年|明年|今天|昨天|现在|当前|目前|最近|近年|刚才|最后|下面|接下来|总之|希望|总的|首先|其次|再|还|也|又|但|可|所以|因此|因为|如果|俗话|古人|常言|记得|说到|讲到|回顾|过去|以前|后来|当时|谢谢|感谢|祝|请|会议|第|20\d\d|\d)/u;
const counts = /\d|百分之|[一二三四五六七八九十百千万两几][年月日天次个名户人家万亿元]/u;
const lengths = [3, 6, 10, 16, 22] as const;

/** What is asked of a first sentence by itself. */
export const ownFeatures = [
  'bias', 'upTo3', 'upTo6', 'upTo10', 'upTo16', 'upTo22', 'longer', 'clauses1', 'clauses2', 'clauses3', 'question', 'exclamation', 'colon', 'quoted',
  'opener', 'pronoun', 'counts', 'endsLe', 'le', 'de', 'yao', 'startsYao', 'shi', 'says', 'not', 'quotes', 'headNoun', 'balanced', 'verbStart', 'pause',
  'bodyUnder30', 'bodyOver80', 'ratio', 'echo', 'next',
] as const;

export function describeOwn({ heading, body, mark, shape }: RunIn): number[] {
  const band = lengths.findIndex((most) => heading.length <= most);
  const { clauses } = shape;
  const [first = '', second = ''] = clauses;
  const pairs = new Set<string>();
  for (let index = 1; index < heading.length; index += 1) pairs.add(heading.slice(index - 1, index + 1));
  let echoed = 0;
  for (const pair of pairs) if (!/[，、的了是]/u.test(pair) && body.includes(pair)) echoed += 1;
  return [
    1, ...lengths.map((_, index) => flag(band === index)), flag(band < 0), flag(clauses.length === 1), flag(clauses.length === 2), flag(clauses.length >= 3),
    flag(mark === '？'), flag(mark === '！'), flag(mark === '：'), flag(/^[“"].*[”"]$/u.test(heading)),
    flag(opener.test(heading)), flag(/[我你他她它咱]|大家|同志/u.test(heading)), flag(counts.test(heading)), flag(/了$/u.test(heading)), flag(/了/u.test(heading)), flag(/的/u.test(heading)),
    flag(/要/u.test(heading)), flag(/^要/u.test(heading)), flag(/是/u.test(heading)), flag(/[说讲问]/u.test(heading)), flag(/[不别没]/u.test(heading)), flag(/[“《]/u.test(heading)),
    flag(closesHead(heading)), flag(clauses.length === 2 && Math.abs(first.length - second.length) <= 1), flag(/^(?:坚持|加强|抓|强化|聚焦|突出|推进|提升|做|把|让|关于|在|以|从|用|当|讲|守|建|打|盯)/u.test(heading)), flag(/、/u.test(heading)),
    flag(body.length < 30), flag(body.length > 80), Math.min(3, Math.log(body.length / heading.length)), pairs.size === 0 ? 0 : echoed / pairs.size, flag(/^(?:这|那|我|他|有|说)/u.test(body)),
  ];
}

/** What is asked of two first sentences. */
export const bothFeatures = (): readonly string[] => [...pairFeatures, ...besides];

/** What is asked of two first sentences beside `pairFeatures`, whose view is that of last clauses. */
const besides = ['begin1', 'begin2', 'begin3', 'begin4', 'finish1', 'finish2', 'finish3', 'sameClauses', 'near', 'within3', 'sameMark', 'frame', 'common', 'muchCommon', 'begin3Near', 'begin2Finish1', 'begin1Balanced'] as const;

export function describeBoth(one: RunIn, other: RunIn): number[] {
  const a = one.heading;
  const b = other.heading;
  const begins = (count: number): boolean => a.slice(0, count) === b.slice(0, count);
  const ends = (count: number): boolean => a.slice(-count) === b.slice(-count);
  const apart = Math.abs(a.length - b.length);
  const common = commonPairs(a, b);
  const pair = describePair(one.shape, other.shape, new Float64Array(pairFeatures.length));
  return [...pair, flag(begins(1)), flag(begins(2)), flag(begins(3)), flag(begins(4)), flag(ends(1)), flag(ends(2)), flag(ends(3)), flag(one.shape.clauses.length === other.shape.clauses.length), flag(apart <= 1), flag(apart <= 3), flag(one.mark === other.mark), flag(begins(1) && ends(1)), common, flag(common > 0.4), flag(begins(3) && apart <= 4), flag(begins(2) && ends(1)), flag(begins(1) && apart <= 1 && one.shape.clauses.length === other.shape.clauses.length)];
}

/** The share of two headings' pairs of characters that both have. */
function commonPairs(a: string, b: string): number {
  let shared = 0;
  for (let index = 1; index < a.length; index += 1) if (b.includes(a.slice(index - 1, index + 1))) shared += 1;
  return shared / Math.max(1, Math.max(a.length, b.length) - 1);
}

/** What is asked of the place of a first sentence in its part: how many of its paragraphs open with one, and of its neighbours. */
const places = ['share', 'all', 'two', 'three', 'upToSix', 'many', 'adjacent', 'bothAdjacent', 'elsewhere', 'whole', 'opensSpeech', 'closesSpeech', 'opensPart', 'closesPart', 'runStart', 'gapless', 'long', 'longer'] as const;
/** What the first look believed of the others, asked in the second. */
const beliefs = ['before', 'behind', 'others', 'believed', 'sharesBelieved', 'likeBest'] as const;

export const firstFeatures = [...ownFeatures, ...places, ...pairFeatures.map((name) => `near:${name}`), ...besides.map((name) => `near:${name}`), ...besides.map((name) => `best:${name}`)] as const;
export const secondFeatures = [...firstFeatures, ...beliefs] as const;

/** A part: the first sentences that may be heads, and how many paragraphs it has. */
export interface RunInPart {
  readonly members: readonly RunIn[];
  readonly paragraphs: number;
  /** The share of paragraphs outside the part that open with a short sentence. */
  readonly elsewhere: number;
  /** The part is all of the speech. */
  readonly whole: boolean;
  /** How long the speech is. */
  readonly length: number;
  /** The first and the last block with a paragraph, of the part and of the speech. */
  readonly edges: { readonly first: number; readonly last: number; readonly opening: number; readonly closing: number };
}

/** The features of each member, as the first look has them. */
export function describePart({ members, paragraphs, elsewhere, whole, edges, length }: RunInPart): number[][] {
  const count = members.length;
  const both = members.map((one, index) => members.map((other, at) => (Math.abs(at - index) <= reach && at !== index ? describeBoth(one, other) : null)));
  const width = pairFeatures.length + besides.length;
  return members.map((member, index) => {
    const previous = members[index - 1];
    const next = members[index + 1];
    const adjacent = [previous !== undefined && member.block - previous.block === 1, next !== undefined && next.block - member.block === 1].filter(Boolean).length;
    const place = [
      count / Math.max(1, paragraphs), flag(count >= paragraphs - 1), flag(count === 2), flag(count === 3), flag(count > 3 && count <= 6), flag(count > 6), flag(adjacent > 0), flag(adjacent === 2), elsewhere, flag(whole),
      flag(member.block <= edges.opening + 1), flag(member.block >= edges.closing - 1), flag(member.block === edges.first), flag(member.block === edges.last),
      flag(adjacent === 1 && previous?.block !== member.block - 1), (members.at(-1) ?? member).block === (members[0] ?? member).block ? 0 : (count - 1) / ((members.at(-1) ?? member).block - (members[0] ?? member).block),
      flag(length > 5000), flag(length > 9000),
    ];
    const near = Array.from({ length: width }, () => 0);
    const neighbours = [both[index]?.[index - 1], both[index]?.[index + 1]].filter((each) => each !== null && each !== undefined);
    for (const each of neighbours) each.forEach((value, at) => (near[at] = (near[at] ?? 0) + value / neighbours.length));
    // How large a share of the others within reach agrees.
    const best = besides.map(() => 0);
    const others = (both[index] ?? []).filter((each) => each !== null);
    for (const each of others) besides.forEach((_, at) => (best[at] = (best[at] ?? 0) + (each[pairFeatures.length + at] ?? 0) / others.length));
    return [...describeOwn(member), ...place, ...near, ...best];
  });
}

/** How many first sentences before and behind one are looked at. */
const reach = 6;

/** What is believed of the others, member by member, beside the features of the first look. */
export function describeBeliefs({ members, paragraphs }: RunInPart, believed: readonly number[]): number[][] {
  return members.map((member, index) => {
    const others = believed.filter((_, at) => at !== index);
    const sum = others.reduce((total, each) => total + each, 0);
    let like = 0;
    members.forEach((other, at) => {
      if (at === index || Math.abs(at - index) > reach) return;
      const alike = Math.abs(other.heading.length - member.heading.length) <= 3 || other.heading.slice(0, 2) === member.heading.slice(0, 2);
      if (alike) like = Math.max(like, believed[at] ?? 0);
    });
    return [believed[index - 1] ?? 0, believed[index + 1] ?? 0, others.length === 0 ? 0 : sum / others.length, Math.min(4, sum), sum / Math.max(1, paragraphs - 1), like];
  });
}
