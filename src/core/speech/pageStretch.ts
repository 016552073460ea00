import { isKnownWord } from './knownWords.ts';
import { pageStretchTable } from './pageStretchTable.ts';
import { unpackTable } from './weightTable.ts';

/**
 * Which characters of a passage a page put into it: `…把工作做|登录后可读余下内容|实，…`. A linear model scores every character as
 * the page's by the characters around it, every place as a stretch's beginning or end, and how well the text goes on over the
 * stretch; the best stretch is the one whose sum is greatest. Learnt by `scripts/readers/learnStretches.ts`, which puts lines of
 * our own wording into public text. What is learnt is where a stretch ends, to the character; whether it is the page's is asked
 * of the table of furniture as well.
 */

/** Buckets of the table, a power of two. */
export const stretchBuckets = 1 << 18;
/** Weights are kept as whole numbers of this fraction, between −31 and 31. */
export const stretchStep = 8;

const longest = 90;
const shortest = 2;
/** Stretches that score less than the best by as much, before it is asked how the text goes on, are not asked. */
const beam = 4;

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Digits and Latin letters fold, half-width marks into full-width; length is kept. */
export function foldForStretches(text: string): string {
  return text.replace(/[0-9０-９]/gu, '0').replace(/[A-Za-z]/gu, 'a').replace(/[,:;()!?]/gu, (mark) => '，：；（）！？'.charAt(',:;()!?'.indexOf(mark)));
}

function hash(kind: number, first: number, second: number, third: number): number {
  let mixed = Math.imul(kind, 0x9e3779b1) ^ first;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ second;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ third;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 15)) & (stretchBuckets - 1);
}

/** A passage with room on both sides, so that what stands before its first character is there to be asked for. */
const room = 4;
function unitsOf(folded: string): Uint16Array {
  const units = new Uint16Array(folded.length + 2 * room).fill(3);
  for (let index = 0; index < folded.length; index += 1) units[index + room] = folded.charCodeAt(index);
  return units;
}

type Features = number[];

/** What tells that the character is the page's. */
function insideFeatures(units: Uint16Array, index: number, out: Features): void {
  const at = (offset: number): number => units[index + room + offset] as number;
  const [l2, l1, own, r1, r2] = [at(-2), at(-1), at(0), at(1), at(2)];
  out.push(hash(1, own, 0, 0), hash(2, l1, own, 0), hash(3, own, r1, 0), hash(4, l2, l1, own), hash(5, l1, own, r1), hash(6, own, r1, r2), hash(7, l1, 0, 0), hash(8, r1, 0, 0));
}

/** The weights of the table, and those of single characters laid out by the character: before, at and behind a place. */
interface Weights {
  readonly all: Int8Array;
  readonly before: Int8Array;
  readonly own: Int8Array;
  readonly behind: Int8Array;
}

/** The sum of their weights, without a list of them. */
function insideSum(units: Uint16Array, index: number, { all, before, own: at, behind }: Weights): number {
  const [l2, l1, own] = [units[index + room - 2] as number, units[index + room - 1] as number, units[index + room] as number];
  const [r1, r2] = [units[index + room + 1] as number, units[index + room + 2] as number];
  const one = (at[own] as number) + (before[l1] as number) + (behind[r1] as number) + (all[hash(2, l1, own, 0)] as number) + (all[hash(3, own, r1, 0)] as number);
  return one + (all[hash(4, l2, l1, own)] as number) + (all[hash(5, l1, own, r1)] as number) + (all[hash(6, own, r1, r2)] as number);
}

/** What tells that a stretch begins or ends before the place. */
function edgeFeatures(units: Uint16Array, index: number, kind: number, out: Features): void {
  const at = (offset: number): number => units[index + room + offset] as number;
  const [l3, l2, l1, r1, r2, r3] = [at(-3), at(-2), at(-1), at(0), at(1), at(2)];
  out.push(hash(kind, 0, 0, 0), hash(kind + 1, l1, 0, 0), hash(kind + 2, r1, 0, 0), hash(kind + 3, l1, r1, 0), hash(kind + 4, l2, l1, 0), hash(kind + 5, r1, r2, 0), hash(kind + 6, l3, l2, l1), hash(kind + 7, r1, r2, r3));
}

const startKind = 20;
const endKind = 40;

/** How the text goes on over the stretch. */
function joinFeatures(folded: string, units: Uint16Array, span: { readonly start: number; readonly end: number }, out: Features): void {
  const [l2, l1] = [units[span.start + room - 2] as number, units[span.start + room - 1] as number];
  const [r1, r2] = [units[span.end + room] as number, units[span.end + room + 1] as number];
  const crosses = l1 >= 0x4e00 && r1 >= 0x4e00 && l1 <= 0x9fff && r1 <= 0x9fff && isKnownWord(folded.charAt(span.start - 1) + folded.charAt(span.end));
  out.push(hash(60, l1, r1, 0), hash(61, l2, l1, r1), hash(62, l1, r1, r2), hash(66, (l2 << 8) ^ r2, l1, r1), hash(63, crosses ? 1 : 0, 0, 0), hash(64, r1 === 3 ? 1 : 0, l1, 0), hash(65, Math.min(8, (span.end - span.start) >> 2), 0, 0));
}

/** All features of a stretch, for learning. */
export function stretchFeatures(folded: string, span: { readonly start: number; readonly end: number }): Features {
  const units = unitsOf(folded);
  const out: Features = [];
  for (let index = span.start; index < span.end; index += 1) insideFeatures(units, index, out);
  edgeFeatures(units, span.start, startKind, out);
  edgeFeatures(units, span.end, endKind, out);
  joinFeatures(folded, units, span, out);
  return out;
}

/** The stretch with the greatest score, of those that hold the place `through`; `weights` are learnt with the same. */
export function bestStretch(folded: string, { weights = read(), through }: { readonly weights?: ArrayLike<number>; readonly through?: number } = {}): Stretch | null {
  const units = unitsOf(folded);
  const { length } = folded;
  const sums = new Float64Array(length + 1);
  const starts = new Float64Array(length + 1);
  const ends = new Float64Array(length + 1);
  const scratch: Features = [];
  const sumOf = (): number => {
    let sum = 0;
    for (let index = 0; index < scratch.length; index += 1) sum += weights[scratch[index] as number] as number;
    scratch.length = 0;
    return sum;
  };
  const latest = through ?? length;
  for (let index = 0; index <= length; index += 1) {
    if (index < length) {
      insideFeatures(units, index, scratch);
      sums[index + 1] = (sums[index] as number) + sumOf();
    }
    if (index <= latest) {
      edgeFeatures(units, index, startKind, scratch);
      starts[index] = sumOf();
    }
    if (through === undefined || index > through) {
      edgeFeatures(units, index, endKind, scratch);
      ends[index] = sumOf();
    }
  }
  let most = -Infinity;
  const likely: { start: number; end: number; score: number }[] = [];
  for (let start = 0; start < length && start <= latest; start += 1) {
    const base = (starts[start] as number) - (sums[start] as number);
    for (let end = Math.max(start + shortest, (through ?? -1) + 1); end <= Math.min(length, start + longest); end += 1) {
      const score = base + (sums[end] as number) + (ends[end] as number);
      if (score < most - beam * unit(weights)) continue;
      if (score > most) most = score;
      likely.push({ start, end, score });
    }
  }
  let best: Stretch | null = null;
  for (const span of likely) {
    if (span.score < most - beam * unit(weights)) continue;
    joinFeatures(folded, units, span, scratch);
    const score = (span.score + sumOf()) / unit(weights);
    // Of two that are nearly as good the shorter one takes less of the text.
    const margin = best === null || through === undefined ? 0 : (span.end - span.start - (best.end - best.start)) * perCharacter;
    if (best === null || score > best.score + margin) best = { start: span.start, end: span.end, score };
  }
  return best;
}

/** The greatest sum that neighbouring characters have, without their edges: where it is small no stretch is. */
export function likelihoodAround(folded: string): number {
  const weights = readSingles();
  const units = unitsOf(folded);
  let best = -Infinity;
  let sum = 0;
  for (let index = 0; index < folded.length; index += 1) {
    const own = insideSum(units, index, weights);
    sum = Math.max(0, sum) + own;
    if (sum > best) best = sum;
  }
  return best / stretchStep;
}

/** A place that looks like the page's, and how much. */
export interface LikelyPlace {
  readonly start: number;
  readonly end: number;
  readonly sum: number;
}

/** Where neighbouring characters are the page's by themselves, without their edges, by at least so much; ascending. */
export function likelyPlaces(folded: string, least: number): LikelyPlace[] {
  const weights = readSingles();
  const units = unitsOf(folded);
  const found: LikelyPlace[] = [];
  let sum = 0;
  let best = 0;
  let start = 0;
  let end = 0;
  const close = (): void => {
    if (best >= least * stretchStep) found.push({ start, end, sum: best / stretchStep });
    sum = best = 0;
  };
  for (let index = 0; index < folded.length; index += 1) {
    const own = insideSum(units, index, weights);
    if (sum <= 0) {
      if (own <= 0) continue;
      close();
      start = index;
    }
    sum += own;
    if (sum > best) {
      best = sum;
      end = index + 1;
    }
    if (sum <= 0 || sum < best - fallen * stretchStep) close();
  }
  close();
  return found;
}

/** A sum that has fallen by as much is over. */
const fallen = 6;

/** What a character more must add to the score. */
const perCharacter = 0.2;

/** One in the weights given: those that are learnt are fractions, those of the table whole numbers. */
function unit(weights: ArrayLike<number>): number {
  return weights instanceof Int8Array ? stretchStep : 1;
}

let table: Int8Array | null = null;

function read(): Int8Array {
  table ??= unpackTable(pageStretchTable, stretchBuckets);
  return table;
}

let singles: Weights | null = null;

function readSingles(): Weights {
  if (singles !== null) return singles;
  const all = read();
  const ofKind = (kind: number): Int8Array => Int8Array.from({ length: 1 << 16 }, (_, unit) => all[hash(kind, unit, 0, 0)] as number);
  singles = { all, own: ofKind(1), before: ofKind(7), behind: ofKind(8) };
  return singles;
}
