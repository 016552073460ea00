import { closes, joins, opens } from './boundaryWords.ts';
import { endsHard, findMark } from './punctuation.ts';

/**
 * Where a head ends whose line break was lost: `第一，提升政治引领力，打造爱党报国的政治组织|只有不忘本，方能向未来。`
 *
 * Each place between two characters gets a score of its own (does a body open here, does a head close here, are the two
 * characters used together elsewhere), and heads of one series vote for each other: parallel heads have as many clauses,
 * as long a last clause, the same function word at the same distance from the end. The sum decides. A cut by
 * punctuation alone was rejected: in run-on text the first full stop ends the body's first sentence.
 */

export interface OpenHead {
  /** The block's text. */
  readonly text: string;
  /** Where the head's words begin, behind the ordinal. */
  readonly from: number;
  /** No head goes past this offset: the next ordinal or the block's end. */
  readonly limit: number;
}

export interface HeadEnd {
  readonly end: number;
  /** Where the body begins, behind the mark that closes the head. */
  readonly bodyStart: number;
}

interface Candidate extends HeadEnd {
  readonly local: number;
  readonly clauses: readonly string[];
}

/** What one article's text says about its own words. */
export interface WordUse {
  /** How often two characters stand side by side. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Three characters that end a sentence somewhere. */
  readonly endings: ReadonlySet<string>;
}

/** Scores in natural-logarithm-like steps; found by trying heads of public reports and of the corpus's first half. */
const weights = {
  ordinalFollows: 8,
  space: 3.46,
  fullStop: 4,
  colon: 0.76,
  strayMark: -6,
  innerColon: -4,
  opener: 0.92,
  subject: 1.22,
  verb: 0.89,
  headNoun: 1.15,
  ending: 3.92,
  opening: 0.6,
  closing: 0.34,
  joined: -1.76,
  echo: 1.78,
  closingQuote: 1.5,
  shortRest: -3.94,
  knownPair: 0.28,
  brokenPair: -1.66,
  tooShort: -1.2,
  stub: -3,
  locative: -2.5,
  perCharacterTooLong: -0.03,
  parallel: 1.5,
  strict: 2,
  strictLoss: 1.3,
  sameLength: 1.3,
  sameClauses: 1.76,
  sameStart: 0.7,
  sameFrame: 0.7,
} as const;

const longestHead = 60;

const opener =
  /党的(?!领导|建设)|习近平|近年来|当前|今年|去年|过去|同志们|我们|我[市省县区校院局国党]|全[市省县区国校党]|各级|各地|各单位|各部门|要(?![求素点害闻务])|必须|只有|坚持|这|通过|为了|目前|现在|一[年直段]|长期以来|随着|面对|按照|根据|围绕|作为|中国|国家|新时代|没有|如果|从|在|对于?|一[是要]|首先|就是|当今|实践证明|事实|历史|大家|众所周知|刚才|20\d\d年|[xX×]{2}|\*/uy;
const subject = /[^，。；：！？,;:!?]{2,18}是/uy;
const verb = /建设|加强|推进|实施|深化|做好|抓好|开展|落实|完善|推动|加快|大力|积极|切实|深入|认真|不断/uy;
const headNoun =
  /(?:组织|之家|平台|群团|宝库|体系|格局|高地|作用|水平|能力|建设|发展|保障|合力|活力|动力|基础|根基|担当|实效|突破|成效|贡献|作为|局面|篇章|氛围|环境|机制|工作|任务|要求|意义|认识|责任|方向|力量|关系|目标|品牌|阵地|队伍|防线|底线|服务|创新|改革|开放|转型|升级|融合|引领|落实|见效|优势|短板|效能|效率|质量|形象|作风|纪律|制度|治理|安全|稳定|和谐|振兴|富裕|大局|全局|使命|信心|关键|重点|根本|灵魂|主线|纽带|桥梁|先锋|表率|模范|强国|强市|名片|样板|示范|回顾|总结|形势|问题|原因|措施|部署|思路|原则|思想|战略|行动|工程|计划|力度|进度|步伐|新路|之路|道路|主体|服务力|引领力|影响力|凝聚力)$/u;
const badEnd = /[—–：:的和与及在是对为以把将让使、，,不更最并而从向被比或于到给由就也都又很这那个]$/u;
const badStart = /^[都也就还已于之所则得的了着们性化者等和与及、，。；：,;:)）”’》」』】!！?？]/u;

/** Whether a head may well end here: it closes with a noun that heads of this kind close with. */
export function closesHead(heading: string): boolean {
  return heading.length >= 6 && headNoun.test(heading);
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

/** The ends of the heads of one series, in the order given; `null` where no place will do. */
export function findHeadEnds(heads: readonly OpenHead[], words: WordUse): (HeadEnd | null)[] {
  const marked = areMarked(heads);
  const candidates = heads.map((head) => listCandidates(head, words, marked));
  const chosen = isParallel(candidates, solve(candidates, weights.strict)) ? solve(candidates, weights.strict) : solve(candidates, 1);
  return chosen.map((candidate) => (candidate === null ? null : { end: candidate.end, bodyStart: candidate.bodyStart }));
}

/** Each head's best place, given the others'; `strictness` says how much being parallel counts. */
function solve(candidates: readonly (readonly Candidate[])[], strictness: number): (Candidate | null)[] {
  const voters = candidates.filter((list) => list.length > 0).slice(0, 12);
  let chosen = candidates.map((list) => best(list, (candidate) => candidate.local + strictness * vote(candidate, voters, list)));
  for (let round = 0; round < 2; round += 1) {
    const now = chosen.filter((candidate) => candidate !== null).slice(0, 12);
    const before = chosen;
    chosen = candidates.map((list, index) =>
      best(list, (candidate) => candidate.local + strictness * mean(now, before[index] ?? null, candidate)),
    );
  }
  return chosen;
}

/**
 * Whether a series is really built in parallel: nearly all members have as many clauses and as long a last one, and the
 * places that this asks for are not much worse than each member's own best. Any series can be cut to one length.
 */
function isParallel(candidates: readonly (readonly Candidate[])[], chosen: readonly (Candidate | null)[]): boolean {
  const shapes = new Map<string, number>();
  let loss = 0;
  let placed = 0;
  chosen.forEach((candidate, index) => {
    if (candidate === null) return;
    const shape = `${candidate.clauses.length}:${candidate.clauses.at(-1)?.length ?? 0}`;
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    placed += 1;
    loss += Math.max(...(candidates[index] ?? []).map((other) => other.local)) - candidate.local;
  });
  return placed >= 3 && Math.max(...shapes.values()) >= placed * 0.75 && loss <= placed * weights.strictLoss;
}

/**
 * Whether the heads of a series end with a mark: 一是思想引领力。二是价值引领力。 Where they do, the first sentences are
 * short and of one length; where the breaks were lost, they run far into the bodies, each as far as it happens to.
 */
export function areMarked(heads: readonly OpenHead[]): boolean {
  const reaches = heads.map(({ text, from, limit }) => {
    const stop = findMark(text, from, '。！？!?；;');
    return stop < 0 || stop > limit ? limit - from : stop - from;
  });
  const longest = Math.max(...reaches);
  const mean = reaches.reduce((total, reach) => total + reach, 0) / Math.max(1, reaches.length);
  return longest <= 45 && mean <= 32 && longest - Math.min(...reaches) <= Math.max(12, mean * 0.7);
}

function listCandidates(head: OpenHead, words: WordUse, marked: boolean): Candidate[] {
  const { text, from } = head;
  const limit = Math.min(head.limit, from + longestHead);
  const found: Candidate[] = [];
  let depth = 0;
  const add = (end: number, bodyStart: number, extra: number): void => {
    const heading = text.slice(from, end);
    const local = extra + scoreEnd(heading, words);
    found.push({ end, bodyStart, local, clauses: heading.split(/[，,、\s]+/u) });
  };
  for (let index = from; index < limit; index += 1) {
    const character = text.charAt(index);
    if ('（(《〈“‘「『【'.includes(character)) depth += 1;
    if (depth === 0 && index > from + 1) {
      if ('。！？!?；;'.includes(character)) {
        const soft = character === '；' || character === ';';
        const mark = marked ? (soft ? weights.colon : weights.fullStop) : weights.strayMark;
        add(index, index + 1, mark);
        if (character !== '；' && character !== ';') return found;
      } else if (character === '：' || character === ':') add(index, index + 1, marked ? weights.colon : weights.innerColon);
      else if (character === ' ') add(index, index + 1, weights.space);
      else if (index >= from + 4 && isPlace(text, index)) add(index, index, scoreStart(text, { index, from }, words));
    }
    if ('）)》〉”’」』】'.includes(character)) depth = Math.max(0, depth - 1);
  }
  if (head.limit <= from + longestHead && head.limit > from + 1 && !endsHard(text.slice(from, head.limit))) {
    add(head.limit, head.limit, weights.ordinalFollows);
  }
  return found;
}

function isPlace(text: string, index: number): boolean {
  const before = text.charAt(index - 1);
  const after = text.charAt(index);
  if (badEnd.test(before) || badStart.test(after)) return false;
  return !(/[0-9A-Za-z*×]/.test(before) && /[0-9A-Za-z*×%％]/.test(after));
}

function scoreStart(text: string, { index, from }: { index: number; from: number }, words: WordUse): number {
  let score = 0;
  // A body often takes up a word of its head: 办好“科普惠民”|科普工作…
  if (text.slice(from, index).includes(text.slice(index, index + 2))) score += weights.echo;
  if ('”》）'.includes(text.charAt(index - 1))) score += weights.closingQuote;
  if (/[上里中内外下间]/u.test(text.charAt(index)) && opens(text, index) <= 0) score += weights.locative;
  if (/^[^，。；：！？,;:!?]{0,2}[，。；：！？,;:!?]/u.test(text.slice(index, index + 4))) score += weights.shortRest;
  if (matchesAt(opener, text, index)) score += weights.opener;
  else if (matchesAt(verb, text, index)) score += weights.verb;
  if (matchesAt(subject, text, index)) score += weights.subject;
  score += weights.opening * opens(text, index) + weights.joined * joins(text, index);
  const together = (words.pairs.get(text.slice(index - 1, index + 1)) ?? 1) - 1;
  score += weights.brokenPair * Math.min(2, together);
  if ((words.pairs.get(text.slice(index, index + 2)) ?? 1) > 1) score += weights.knownPair;
  return score;
}

function scoreEnd(heading: string, words: WordUse): number {
  let score = 0;
  if (headNoun.test(heading)) score += weights.headNoun;
  score += weights.closing * closes(heading, heading.length);
  if (words.endings.has(heading.slice(-3))) score += weights.ending;
  if ((words.pairs.get(heading.slice(-2)) ?? 1) > 1) score += weights.knownPair;
  if (heading.length < 6) score += weights.tooShort;
  // 学习研讨，要| is no clause yet.
  if (/[，,、：:—][^，,、：:—]{0,2}$/u.test(heading)) score += weights.stub;
  if (heading.length > 36) score += (heading.length - 36) * weights.perCharacterTooLong;
  return score;
}

function matchesAt(form: RegExp, text: string, index: number): boolean {
  form.lastIndex = index;
  return form.test(text);
}

function best(list: readonly Candidate[], score: (candidate: Candidate) => number): Candidate | null {
  let winner: Candidate | null = null;
  let highest = -Infinity;
  for (const candidate of list) {
    const value = score(candidate);
    if (value > highest) {
      highest = value;
      winner = candidate;
    }
  }
  return winner;
}

function vote(candidate: Candidate, voters: readonly (readonly Candidate[])[], own: readonly Candidate[]): number {
  let sum = 0;
  let count = 0;
  for (const list of voters) {
    if (list === own) continue;
    let highest = -Infinity;
    for (const other of list) highest = Math.max(highest, agreement(candidate, other) + 0.3 * other.local);
    sum += highest;
    count += 1;
  }
  return count === 0 ? 0 : (weights.parallel * sum) / count;
}

function mean(chosen: readonly (Candidate | null)[], own: Candidate | null, candidate: Candidate): number {
  let sum = 0;
  let count = 0;
  for (const other of chosen) {
    if (other === null || other === own) continue;
    sum += agreement(candidate, other);
    count += 1;
  }
  return count === 0 ? 0 : (weights.parallel * sum) / count;
}

/** How parallel two heads are: 0 for nothing in common, about 4 for 提升…力，打造…的平台 beside 提升…力，打造…的宝库. */
function agreement(one: Candidate, other: Candidate): number {
  const a = one.clauses[one.clauses.length - 1] ?? '';
  const b = other.clauses[other.clauses.length - 1] ?? '';
  let score = one.clauses.length === other.clauses.length ? weights.sameClauses : -0.5 * weights.sameClauses;
  if (a.length === b.length) score += weights.sameLength;
  else if (Math.abs(a.length - b.length) === 1) score += weights.sameLength / 3;
  if (a.slice(0, 2) === b.slice(0, 2)) score += weights.sameStart;
  else if (a.charAt(0) === b.charAt(0)) score += weights.sameStart / 3;
  let aligned = 0;
  // 握手更加有力 and 基座更加坚实: the same characters as far from the end.
  for (let back = 1; back <= 6 && back <= a.length && back <= b.length; back += 1) {
    if (a.charAt(a.length - back) === b.charAt(b.length - back)) aligned += 1;
  }
  score += weights.sameFrame * Math.min(3, aligned);
  return score;
}
