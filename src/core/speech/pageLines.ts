import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { readAuthorLine } from './authorLine.ts';
import { furnitureScore, pageScore } from './furnitureScore.ts';
import { readOrdinal } from './ordinals.ts';
import { endsHard } from './punctuation.ts';
import { isSignature } from './signature.ts';
import { describeFrame, findNarrations, frameFeatures } from './speechFrame.ts';
import { besideNeighbours, lineOdds, type LineRead } from './lineNet.ts';
import { countLicenceWords, countSiteWords, isSiteLine } from './siteChrome.ts';
import { countTimes, findSaid } from './saidLines.ts';
import type { Judged } from './siteLines.ts';
import type { Block } from './sourceText.ts';
import { isGenreTitle, isLabelled } from './title.ts';

/**
 * What is known of each line of a document, as numbers about −1 to 1: its own words and shape, what the rules say of it,
 * whether it is said elsewhere, where it stands, and what kind of document it stands in. `pageNet.ts` weighs them.
 */

/** What is known of a line by itself. */
export const ownFeatures = 54;
/** Which of them is what the network of `lineNet.ts` says of its words. */
export const lineFeature = 53;
/** That of a line it is not asked about. */
export const paragraphFeature = -1.5;
/** What is known of its place and of the document. */
export const placeFeatures = 36 + frameFeatures;

/** A line that reads so little like a page's is the text's: the first and the last of them bound it. */
const surelyText = -4;
const leastParagraph = 30;
/** A whole paragraph, as most lines of a text are, in characters. */
const leastPlain = 45;
const mostOfPlain = -5;

export interface LineKnowledge {
  /** The lines that are asked about, ascending: those that may be a page's and those near them. All others are the text's. */
  readonly asked: readonly number[];
  /** `ownFeatures` numbers for each of them. */
  readonly own: Float32Array;
  /** `placeFeatures` numbers for each of them. */
  readonly place: Float32Array;
  /** As the network of `lineNet.ts` reads each of them; `null` for a paragraph of the text. */
  readonly read: readonly (LineRead | null)[];
}

/** `null` where nothing shows a page. `judged` is what the rules say; `narrations` are the document's (`speechFrame.ts`); `scorePage` and `oddsOfLine` are others than the tables' only where a network learns from their lines. */
export function knowLines(lines: readonly Block[], { verdicts, title }: Judged, { narrations = findNarrations(lines.map((line) => line.text)), scorePage = pageScore, oddsOfLine = lineOdds } = {}): LineKnowledge | null {
  const ruled = verdicts.map((verdict) => verdict !== null);
  const count = lines.length;
  const texts = lines.map((line) => line.text);
  const scores = texts.map(furnitureScore);
  const pageScores = Float32Array.from(texts, (text, index) => {
    const score = scores[index] ?? 0;
    return ruled[index] === true || (score >= leastScored && !isPlain(text, score)) ? scorePage(text) : score;
  });
  const narrated = narrations.each.map((each) => each !== null);
  const shown = ruled.includes(true) || pageScores.some((score) => score >= leastToAsk);
  if (!shown && !narrated.includes(true)) return null;
  const han = texts.map(countHan);
  const said = findSaid(texts);
  const times = countTimes(texts);
  // Of a text of many lines alike that shows nothing of a page only those are asked about that somebody else may tell.
  const asked = nearbyLines(shown || count <= mostAsked ? pageScores : new Float32Array(count).fill(leastLikely), (index) => ruled[index] === true || title.has(index) || narrated[index] === true);
  const own = new Float32Array(asked.length * ownFeatures);
  const place = new Float32Array(asked.length * placeFeatures);
  const read = asked.map((index): LineRead | null => {
    const text = texts[index] ?? '';
    return ruled[index] !== true && narrated[index] !== true && !title.has(index) && isPlain(text, scores[index] ?? 0) ? null : besideNeighbours(text, texts[index - 1] ?? '', texts[index + 1] ?? '');
  });
  asked.forEach((index, at) => {
    const line = lines[index];
    const words = read[at] ?? null;
    if (line !== undefined) own.set(knowLine(line, { score: scores[index] ?? 0, page: pageScores[index] ?? 0, han: han[index] ?? 0, said: said[index] ?? 0, times: times[index] ?? 1, ruled: ruled[index] === true, title: title.has(index), line: words === null ? null : oddsOfLine(words) }), at * ownFeatures);
  });
  const isText = texts.map((_, index) => (scores[index] ?? 0) < surelyText && (han[index] ?? 0) >= leastParagraph);
  const first = isText.indexOf(true);
  const last = isText.lastIndexOf(true);
  const body = lines.filter((_, index) => isText[index] === true);
  const indented = share(body.filter((line) => line.indented).length, body.length);
  const apart = share(body.filter((line) => line.apart).length, body.length);
  const open = share(body.filter((line) => !endsHard(line.text)).length, body.length);
  const sure = Math.min(1, pageScores.filter((score) => score > 3.5).length / 6);
  const decided = Math.min(1, ruled.filter(Boolean).length / 6);
  const inBody = share(body.reduce((sum, line) => sum + line.text.length, 0), texts.reduce((sum, text) => sum + text.length, 0));
  const nearby = neighbourhoods(texts, pageScores, isText);
  const alike = likenesses(texts, isText);
  const pagesAbove = new Float64Array(count + 1);
  pageScores.forEach((score, index) => {
    pagesAbove[index + 1] = (pagesAbove[index] ?? 0) + (score > 0 ? 1 : 0);
  });
  const hanAbove = new Float64Array(count + 1);
  han.forEach((each, index) => {
    hanAbove[index + 1] = (hanAbove[index] ?? 0) + each;
  });
  const total = hanAbove[count] ?? 0;
  asked.forEach((index, at) => {
    const line = lines[index];
    const values = [
      index === 0 ? 1 : 0,
      Math.min(index, 12) / 12,
      Math.min(count - 1 - index, 12) / 12,
      first < 0 ? 0.5 : index < first ? 1 : 0,
      first < 0 ? 0 : clip((first - index) / 8),
      last < 0 ? 0.5 : index > last ? 1 : 0,
      last < 0 ? 0 : clip((index - last) / 8),
      body.length === 0 ? 0 : indented * (line?.indented === true ? -1 : 1),
      body.length === 0 ? 0 : apart * (line?.apart === true ? -1 : 1),
      open,
      Math.min(1, Math.log2(1 + count) / 8),
      sure,
      decided,
      inBody,
      total === 0 ? 0 : (hanAbove[index] ?? 0) / total,
      body.length >= 2 ? 1 : body.length === 1 ? 0.5 : 0,
      Math.min(1, total / 1500),
      index > 0 && line?.hint?.page !== lines[index - 1]?.hint?.page ? 1 : 0,
      ...nearby(index),
      ...alike(index),
      share(pagesAbove[index] ?? 0, index),
      share((pagesAbove[count] ?? 0) - (pagesAbove[index + 1] ?? 0), count - 1 - index),
      ...describeFrame(narrations.frame, texts, index),
    ];
    place.set(values, at * placeFeatures);
  });
  return { asked, own, place, read };
}

/** A line that scores less and that no rule names is asked about only as near to one that does. */
const leastLikely = -3;
const near = 3;
/** Lines of a document that are all asked about though nothing shows a page. */
const mostAsked = 2000;

function nearbyLines(scores: ArrayLike<number>, isNamed: (index: number) => boolean): number[] {
  const asked: number[] = [];
  let next = 0;
  for (let index = 0; index < scores.length; index += 1) {
    if ((scores[index] ?? 0) <= leastLikely && !isNamed(index)) continue;
    for (next = Math.max(next, index - near); next <= Math.min(scores.length - 1, index + near); next += 1) asked.push(next);
  }
  return asked;
}

/** Lines on both sides whose scores are averaged. */
const around = 8;
/** A line of a menu or a list is shorter. */
const shortLine = 24;

/** What stands within a few lines: mean scores, text, and the run of short lines that a line is one of. */
function neighbourhoods(texts: readonly string[], scores: ArrayLike<number>, isText: readonly boolean[]): (index: number) => number[] {
  const count = texts.length;
  const sums = new Float64Array(count + 1);
  const texty = new Float64Array(count + 1);
  const lengths = new Float64Array(count + 1);
  const runs = new Float64Array(count);
  const textAbove = new Float64Array(count);
  const textBelow = new Float64Array(count);
  let run = 0;
  let since = around * 2;
  for (let index = 0; index < count; index += 1) {
    sums[index + 1] = (sums[index] ?? 0) + clip((scores[index] ?? 0) / 6);
    texty[index + 1] = (texty[index] ?? 0) + (isText[index] === true ? 1 : 0);
    lengths[index + 1] = (lengths[index] ?? 0) + Math.min(200, texts[index]?.length ?? 0);
    run = (texts[index]?.length ?? 0) <= shortLine ? run + 1 : 0;
    runs[index] = run;
    textAbove[index] = since;
    since = isText[index] === true ? 1 : since + 1;
  }
  since = around * 2;
  for (let index = count - 1; index >= 0; index -= 1) {
    if ((runs[index] ?? 0) > 0 && (runs[index + 1] ?? 0) > (runs[index] ?? 0)) runs[index] = runs[index + 1] ?? 0;
    textBelow[index] = since;
    since = isText[index] === true ? 1 : since + 1;
  }
  const mean = (sum: Float64Array, from: number, to: number): number => {
    const [start, end] = [Math.max(0, from), Math.min(count, to)];
    return end <= start ? 0 : ((sum[end] ?? 0) - (sum[start] ?? 0)) / (end - start);
  };
  return (index) => [
    mean(sums, index - around, index),
    mean(sums, index + 1, index + 1 + around),
    mean(sums, index - 3, index),
    mean(sums, index + 1, index + 4),
    mean(texty, index - around, index),
    mean(texty, index + 1, index + 1 + around),
    mean(lengths, index - 3, index + 4) / 100,
    Math.min(1, (runs[index] ?? 0) / 20),
    Math.min(1, (textAbove[index] ?? 0) / (around * 2)),
    Math.min(1, (textBelow[index] ?? 0) / (around * 2)),
  ];
}

/** Buckets in which the text's runs of two and three characters are counted. */
const runBuckets = 1 << 16;

/** Characters of a line whose runs are looked at. */
const longestRead = 400;

/** Calls back with the bucket of each run of so many Chinese characters. */
function eachRun(text: string, length: number, tell: (bucket: number) => void): void {
  const end = Math.min(text.length, longestRead);
  let together = 0;
  for (let at = 0; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    together = unit >= 0x4e00 && unit <= 0x9fff ? together + 1 : 0;
    if (together < length) continue;
    let mixed = length;
    for (let from = at - length + 1; from <= at; from += 1) mixed = Math.imul(mixed ^ text.charCodeAt(from), 0x9e3779b1);
    tell((mixed >>> 16) & (runBuckets - 1));
  }
}

/** How much of a line's wording the text shares, and how like its neighbours it is made: what a text speaks of its heads name, and lists of other texts look alike. */
function likenesses(texts: readonly string[], isText: readonly boolean[]): (index: number) => number[] {
  const counts = new Uint16Array(runBuckets);
  texts.forEach((text, index) => {
    if (isText[index] !== true) return;
    for (const length of [2, 3]) eachRun(text, length, (bucket) => (counts[bucket] = Math.min(65_000, (counts[bucket] ?? 0) + 1)));
  });
  const sharedOf = (index: number, length: number): number => {
    const least = isText[index] === true ? 2 : 1;
    let [all, known] = [0, 0];
    eachRun(texts[index] ?? '', length, (bucket) => {
      all += 1;
      if ((counts[bucket] ?? 0) >= least) known += 1;
    });
    return share(known, all);
  };
  return (index) => {
    const [text = '', before = '', below = ''] = [texts[index], texts[index - 1], texts[index + 1]];
    const like = (other: string): number => (other !== '' && Math.abs(other.length - text.length) <= 2 ? 1 : 0);
    return [
      sharedOf(index, 2),
      sharedOf(index, 3),
      before !== '' && before.charAt(0) === text.charAt(0) ? 1 : 0,
      below !== '' && below.charAt(0) === text.charAt(0) ? 1 : 0,
      like(before),
      like(below),
    ];
  };
}

/** Below this score a line is scored by one table only. */
const leastScored = -6.5;
/** Where a line scores as much a page may stand around the text. */
const leastToAsk = 0.8;

function isPlain(text: string, score: number): boolean {
  return text.length >= leastPlain && score < mostOfPlain && endsHard(text);
}

interface Known {
  readonly score: number;
  readonly page: number;
  readonly han: number;
  /** 1 said before, 2 said later, 4 within a longer line, 8 with another line within it. */
  readonly said: number;
  /** How often the document has the line, whatever its numbers. */
  readonly times: number;
  readonly ruled: boolean;
  readonly title: boolean;
  /** What the network over its characters says; `null` of a paragraph that says nothing that pages say. */
  readonly line: number | null;
}

/** Of such a paragraph little need be known. */
function knowParagraph(line: Block, { score, page, han }: Pick<Known, 'score' | 'page' | 'han'>): Float32Array {
  const values = new Float32Array(ownFeatures);
  const shown: readonly (readonly [feature: number, value: number])[] = [
    [0, clip(score / 6)],
    [2, clip(page / 6)],
    [8, Math.min(1, Math.log2(1 + line.text.length) / 9)],
    [11, han >= 40 ? 1 : 0],
    [12, han / line.text.length],
    [18, 1],
    [43, line.indented ? 1 : 0],
    [44, line.apart ? 1 : 0],
    [lineFeature, paragraphFeature],
  ];
  for (const [feature, value] of shown) values[feature] = value;
  return values;
}

function knowLine(line: Block, { score, page, han, said, times, ruled, title, line: words }: Known): ArrayLike<number> {
  const { text } = line;
  const { length } = text;
  if (words === null) return knowParagraph(line, { score, page, han });
  const { digits, latin, spaces, marks, stops, colons, gaps } = countKinds(text);
  const flag = (value: boolean): number => (value ? 1 : 0);
  return [
    clip(score / 6),
    clip(Math.max(0, score) / 4),
    clip(page / 6),
    flag(page > 0),
    flag(score > -2),
    flag(isSiteLine(text)),
    flag(ruled),
    flag(title),
    Math.min(1, Math.log2(1 + length) / 9),
    flag(length <= 4),
    flag(length > 4 && length <= 12),
    flag(han >= 40),
    han / length,
    digits / length,
    latin / length,
    spaces / length,
    Math.min(1, marks / 6),
    Math.min(1, stops / 3),
    flag(endsHard(text)),
    flag(/[:：]$/.test(text)),
    flag(/[，、,]$/.test(text)),
    flag(/(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}/.test(text)),
    flag(/\d{1,2}[:：]\d\d/.test(text)),
    flag(/^(?:19|20)\d\d\s?[-/.年]/.test(text)),
    flag(/https?:|www\.|\.(?:com|cn|net|org)\b|@/i.test(text)),
    flag(/^[\u4e00-\u9fff\s]{2,6}[:：]/.test(text)),
    Math.min(1, colons / 3),
    flag(/^[（(【[].*[)）】\]]$/.test(text)),
    flag(/^[（(【[]/.test(text)),
    flag(/[《]/.test(text)),
    flag(isGenreTitle(text)),
    flag(readAddress(text, 0) > 0),
    flag(readOrdinal(text, 0) !== null),
    flag(isSignature(text)),
    flag(isLabelled(text)),
    flag(readAuthorLine(text) !== null),
    Math.min(1, gaps / 4),
    Math.min(1, countSiteWords(text) / 3),
    Math.min(1, countLicenceWords(text) / 3),
    flag((said & 1) !== 0),
    flag((said & 2) !== 0),
    flag((said & 4) !== 0),
    flag((said & 8) !== 0),
    flag(line.indented),
    flag(line.apart),
    flag((line.hint?.level ?? null) !== null),
    flag(line.hint?.table === true),
    flag(/(?:网|库|站|之家|论坛|平台|频道|日报|晚报|在线|公众号|客户端)$/.test(text)),
    flag(/(?:\.{3,}|…+|。{2,})\s*[)）]?$/.test(text)),
    Math.min(1, (times - 1) / 4),
    flag(/&[a-z]{2,6};|<\/?[a-z!]|[{}]|\bvar\b|\$\(|--!?>/i.test(text)),
    flag(/\d\s*(?:[次人页字条篇元份%％]|KB|MB)/i.test(text)),
    flag(/^[^\p{L}]+$/u.test(text)),
    clip(words / 6),
  ];
}

const kinds: Readonly<Record<string, string>> = { marks: '，、；,;', stops: '。！？!?', colons: ':：', gaps: '|｜>＞»›·/→_' };
const kindOf = new Map(Object.entries(kinds).flatMap(([kind, characters]) => [...characters].map((character) => [character.charCodeAt(0), kind as 'marks' | 'stops' | 'colons' | 'gaps'] as const)));

function countKinds(text: string): Record<'digits' | 'latin' | 'spaces' | 'marks' | 'stops' | 'colons' | 'gaps', number> {
  const counts = { digits: 0, latin: 0, spaces: 0, marks: 0, stops: 0, colons: 0, gaps: 0 };
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x4e00 && unit <= 0x9fff) continue;
    if (unit >= 48 && unit <= 57) counts.digits += 1;
    else if (unit === 32) counts.spaces += 1;
    else if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) counts.latin += 1;
    else {
      const kind = kindOf.get(unit);
      if (kind !== undefined) counts[kind] += 1;
    }
  }
  return counts;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function clip(value: number): number {
  return Math.max(-1.5, Math.min(1.5, value));
}
