import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { readAuthorLine } from './authorLine.ts';
import { furnitureScore, pageScore } from './furnitureScore.ts';
import { readOrdinal } from './ordinals.ts';
import { endsHard } from './punctuation.ts';
import { isSignature } from './signature.ts';
import { countLicenceWords, countSiteWords, isSiteLine } from './siteChrome.ts';
import { countTimes, findSaid } from './saidLines.ts';
import type { Judged } from './siteLines.ts';
import type { Block } from './sourceText.ts';
import { isGenreTitle, isLabelled } from './title.ts';

/**
 * What is known of each line of a document, as numbers about −1 to 1: its own words and shape, what the rules say of it,
 * whether it is said elsewhere, where it stands, and what kind of document it stands in. `pageNet.ts` weighs them.
 */

/** What is known of a line by itself; its neighbours are shown with as much. */
export const ownFeatures = 53;
/** What is known of its place and of the document. */
export const placeFeatures = 28;

/** A line that reads so little like a page's is the text's: the first and the last of them bound it. */
const surelyText = -4;
const leastParagraph = 30;
/** A whole paragraph, as most lines of a text are, in characters. */
const leastPlain = 45;
const mostOfPlain = -5;

export interface LineKnowledge {
  /** `ownFeatures` numbers a line. */
  readonly own: Float32Array;
  /** `placeFeatures` numbers a line. */
  readonly place: Float32Array;
  /** 1 where a line may be the page's: what it says or what stands near it gives cause to ask. Of other lines little is known. */
  readonly asked: Uint8Array;
}

/** `judged` is what the rules say; `scorePage` is another than the table's only where a network learns from its lines. */
export function knowLines(lines: readonly Block[], { verdicts, title }: Judged, scorePage = pageScore): LineKnowledge {
  const ruled = verdicts.map((verdict) => verdict !== null);
  const count = lines.length;
  const own = new Float32Array(count * ownFeatures);
  const place = new Float32Array(count * placeFeatures);
  const texts = lines.map((line) => line.text);
  const scores = texts.map(furnitureScore);
  const pageScores = Float32Array.from(texts, (text, index) => {
    const score = scores[index] ?? 0;
    return ruled[index] === true || (score >= leastScored && !isPlain(text, score)) ? scorePage(text) : score;
  });
  const asked = findAsked({ texts, scores, pageScores, ruled, scorePage });
  if (!asked.includes(1)) return { own, place, asked };
  const han = texts.map(countHan);
  const near = Uint8Array.from(texts, (_, index) => (isNear(asked, index) ? 1 : 0));
  const said = findSaid(texts, near);
  const times = countTimes(texts);
  lines.forEach((line, index) => {
    if (near[index] === 0) return;
    own.set(knowLine(line, { score: scores[index] ?? 0, page: pageScores[index] ?? 0, han: han[index] ?? 0, said: said[index] ?? 0, times: times[index] ?? 1, ruled: ruled[index] === true, title: title.has(index) }), index * ownFeatures);
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
  const total = han.reduce((sum, each) => sum + each, 0);
  const inBody = share(body.reduce((sum, line) => sum + line.text.length, 0), texts.reduce((sum, text) => sum + text.length, 0));
  const nearby = neighbourhoods(texts, pageScores, isText);
  let above = 0;
  for (let index = 0; index < count; index += 1) {
    const line = lines[index];
    above += han[index - 1] ?? 0;
    if (asked[index] === 0) continue;
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
      total === 0 ? 0 : above / total,
      body.length >= 2 ? 1 : body.length === 1 ? 0.5 : 0,
      Math.min(1, total / 1500),
      index > 0 && line?.hint?.page !== lines[index - 1]?.hint?.page ? 1 : 0,
      ...nearby(index),
    ];
    place.set(values, index * placeFeatures);
  }
  return { own, place, asked };
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

/** Lines that are shown with the one asked about. */
export const sight = 3;
/** Below this score only a line beside a page's is scored by the other table. */
const leastScored = -6.5;
/** From this score on a line is asked about, and from the other on its neighbours are. */
const leastAsked = 0;
const leastToAskBeside = 1.5;

function isPlain(text: string, score: number): boolean {
  return text.length >= leastPlain && score < mostOfPlain && endsHard(text);
}

interface Asking {
  readonly texts: readonly string[];
  readonly scores: readonly number[];
  /** Filled in for the lines beside those that give cause to ask. */
  readonly pageScores: Float32Array;
  readonly ruled: readonly boolean[];
  readonly scorePage: (line: string) => number;
}

function findAsked({ texts, scores, pageScores, ruled, scorePage }: Asking): Uint8Array {
  const asked = new Uint8Array(texts.length);
  const beside = new Uint8Array(texts.length);
  // Where no line is surely a page's there is none.
  if (!ruled.includes(true) && !pageScores.some((score) => score >= leastToAskBeside)) return asked;
  pageScores.forEach((score, index) => {
    if (ruled[index] === true || score >= leastAsked) asked[index] = 1;
    if (ruled[index] === true || score >= leastToAskBeside) beside.fill(1, Math.max(0, index - sight), index + sight + 1);
  });
  texts.forEach((text, index) => {
    if (beside[index] === 0 || asked[index] === 1) return;
    const score = scores[index] ?? 0;
    if (score < leastScored && !isPlain(text, score)) pageScores[index] = scorePage(text);
    if ((pageScores[index] ?? 0) >= mostOfPlain) asked[index] = 1;
  });
  return asked;
}

function isNear(asked: Uint8Array, index: number): boolean {
  for (let near = Math.max(0, index - sight); near <= index + sight; near += 1) if (asked[near] === 1) return true;
  return false;
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
}

/** Of a paragraph that no one asks about little is shown to its neighbours: it says nothing that pages say. */
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
  ];
  for (const [feature, value] of shown) values[feature] = value;
  return values;
}

function knowLine(line: Block, { score, page, han, said, times, ruled, title }: Known): ArrayLike<number> {
  const { text } = line;
  const { length } = text;
  if (!ruled && !title && isPlain(text, score)) return knowParagraph(line, { score, page, han });
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
