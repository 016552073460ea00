import { foldedUnits } from '../text/folding.ts';
import { isHan } from '../text/han.ts';
import { bm25 } from './ranking.ts';
import { isLetter } from './shingles.ts';
import type { Letters } from './shingles.ts';
import { shingleHash, shingleSize } from './shingles.ts';

/** Length matters more here than in the first stage: a long paragraph holds many pairs by chance. */
export const pairLengths = {
  b: 0.8,
  /** A shorter draft is a beginning, which says nothing of how long a passage should be. */
  wholeDraft: 100,
  /** Pairs in a usual paragraph. */
  pivot: 130,
} as const;

/** A pair this many code units behind the beginning, of the draft or of the passage, counts half: the topic stands first. */
export const halfWay = 80;

/** What a pair counts by its place; from the last place on it is the same. */
const early = Float64Array.from({ length: 1024 }, (_, place) => halfWay / (halfWay + place));

export function earlyShare(place: number): number {
  return early[Math.min(place, early.length - 1)] as number;
}

/** What a folded code unit is to the comparison: 0 nothing, `letter`, or `letter | han`. */
const letter = 1;
const han = 2;
/** The draft's units are marked by their last twelve bits. */
const markMask = 0xfff;
const kinds = new Uint8Array(1 << 16);
for (let unit = 0; unit < 1 << 16; unit += 1) {
  kinds[unit] = (isLetter(unit) ? letter : 0) | (isHan(unit) ? letter | han : 0);
}

/** What the text of a passage has in common with the draft. The meter fills one object again and again. */
export interface Common {
  /** Likeness by pairs of characters: BM25 as a share of the most there could be. */
  pairs: number;
  /** Share of the draft's runs of three letters, outside formulations, that stand in the passage. */
  shingles: number;
  /** Share of neighbouring terms of the draft that stand in the same order in the passage. */
  order: number;
  /** Letters of the passage. */
  letters: number;
}

/** Open addressing over 32-bit keys; a position is the key's number, from 0. */
class KeyTable {
  private readonly keys: Int32Array;
  private readonly numbers: Int32Array;
  private readonly shift: number;
  private readonly mask: number;
  size = 0;

  constructor(most: number) {
    let bits = 4;
    while (1 << bits < most * 4) bits += 1;
    this.keys = new Int32Array(1 << bits);
    this.numbers = new Int32Array(1 << bits);
    this.shift = 32 - bits;
    this.mask = (1 << bits) - 1;
  }

  /** The number of a key, −1 where there is none. */
  find(key: number): number {
    const { keys, numbers, mask } = this;
    for (let place = Math.imul(key, 0x9e3779b1) >>> this.shift; ; place = (place + 1) & mask) {
      const number = numbers[place] as number;
      if (number === 0) return -1;
      if (keys[place] === key) return number - 1;
    }
  }

  /** The number of a key, given now where it had none. */
  add(key: number): number {
    const { keys, numbers, mask } = this;
    for (let place = Math.imul(key, 0x9e3779b1) >>> this.shift; ; place = (place + 1) & mask) {
      const number = numbers[place] as number;
      if (number === 0) {
        keys[place] = key;
        this.size += 1;
        numbers[place] = this.size;
        return this.size - 1;
      }
      if (keys[place] === key) return number - 1;
    }
  }
}

/** The draft as passages are compared with it. */
export interface MeteredDraft {
  readonly letters: Letters;
  /** Weights of pairs of characters, by `pairKey`. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Terms in the order of their first place in the draft. */
  readonly order: readonly string[];
}

/** Two code units that stand side by side, as one 32-bit number. */
export function pairKey(first: number, second: number): number {
  return (first << 16) | second;
}

/**
 * Compares passages with one draft, in one pass over a passage's code units and without making any object. It runs over
 * hundreds of candidates for each answer.
 *
 * - *Pairs of characters* find what whole terms miss: 科技工作者 and 科技人才 share no term and say nearly the same; they
 *   share a pair. A pair inside a term weighs as the term does, a pair across two terms a fixed little.
 * - *Runs of three letters* (Broder's shingles) say how much of the wording is the same, punctuation aside.
 * - *Order*: whether the draft's terms come in the same order.
 */
export class DraftMeter {
  private readonly pairs: KeyTable;
  private readonly weights: Float64Array;
  private readonly total: number;
  private readonly b: number;
  /** How often each pair was seen in the passage under way, counted by its places, and which pairs were seen. */
  private readonly counts: Float64Array;
  private readonly seenPairs: Uint32Array;
  private readonly shingles: KeyTable;
  /** The round in which a shingle was seen last. */
  private readonly seenShingles: Uint32Array;
  private round = 0;
  /** Terms by the pair that they begin with, and where each was seen first in the passage under way. */
  private readonly starts: readonly (readonly number[] | null)[];
  private readonly order: readonly string[];
  private readonly firstPlaces: Int32Array;
  /** 1 for units that may stand in the draft. Runs with another unit in them are not in it and need not be looked up. */
  private readonly marks = new Uint8Array(markMask + 1);
  private readonly common: Common = { pairs: 0, shingles: 0, order: 0, letters: 0 };

  constructor(draft: MeteredDraft) {
    const { units, bound } = draft.letters;
    this.order = draft.order.filter((term) => term.length > 1 && isHan(term.charCodeAt(0)) && isHan(term.charCodeAt(1)));
    this.pairs = new KeyTable(draft.pairs.size + this.order.length);
    let total = 0;
    const weights = new Float64Array(draft.pairs.size + this.order.length);
    for (const [pair, weight] of draft.pairs) {
      weights[this.pairs.add(pair)] = weight;
      total += weight;
    }
    const starts: (number[] | null)[] = Array.from(weights, () => null);
    this.order.forEach((term, place) => {
      const pair = this.pairs.add(pairKey(term.charCodeAt(0), term.charCodeAt(1)));
      (starts[pair] ??= []).push(place);
    });
    this.starts = starts;
    this.weights = weights;
    this.total = total;
    this.counts = new Float64Array(weights.length);
    this.seenPairs = new Uint32Array(weights.length);
    this.firstPlaces = new Int32Array(this.order.length);
    this.b = pairLengths.b * Math.min(1, units.length / pairLengths.wholeDraft);
    this.shingles = new KeyTable(units.length);
    for (let start = 0; start + shingleSize <= units.length; start += 1) {
      const inside = (bound[start] as number) + (bound[start + 1] as number) + (bound[start + 2] as number);
      // A run that stands wholly in a formulation says nothing of the topic.
      if (inside < shingleSize) this.shingles.add(shingleHash(units[start] as number, units[start + 1] as number, units[start + 2] as number));
    }
    this.seenShingles = new Uint32Array(this.shingles.size);
    for (const unit of units) this.marks[unit & markMask] = 1;
  }

  /** Compares the code units from `from` to `to`, not folded, the beginning of `whole` units. The answer is valid until the next call. */
  measure(text: Uint16Array, { from, to, whole = to - from }: { readonly from: number; readonly to: number; readonly whole?: number }): Readonly<Common> {
    const { pairs, counts, seenPairs, shingles, seenShingles, starts, firstPlaces, common, marks } = this;
    this.round += 1;
    firstPlaces.fill(-1);
    let seen = 0;
    let neighbours = 0;
    let letters = 0;
    let sharedShingles = 0;
    let before = 0;
    /** How many of the draft's own units stand in a row up to here, side by side and among the letters. */
    let ownSide = 0;
    let ownLetters = 0;
    let first = 0;
    let second = 0;
    for (let place = from; place < to; place += 1) {
      let unit = text[place] as number;
      let kind = letter | han;
      // Most units are these, which fold to themselves.
      if (unit < 0x4e00 || unit > 0x9fff) {
        unit = foldedUnits[unit] as number;
        kind = kinds[unit] as number;
        if (kind === 0) {
          before = 0;
          ownSide = 0;
          continue;
        }
      }
      if (marks[unit & markMask] === 1) {
        ownSide += 1;
        ownLetters += 1;
      } else {
        ownSide = 0;
        ownLetters = 0;
      }
      if (kind >= han) {
        if (before !== 0) {
          neighbours += 1;
          const pair = ownSide >= 2 ? pairs.find((before << 16) | unit) : -1;
          if (pair >= 0) {
            if (counts[pair] === 0) seenPairs[seen++] = pair;
            counts[pair] = (counts[pair] as number) + earlyShare(place - 1 - from);
            const terms = starts[pair];
            if (terms) this.place(terms, { text, at: place - 1, to });
          }
        }
        before = unit;
      } else before = 0;
      letters += 1;
      if (ownLetters >= shingleSize) {
        const shingle = shingles.find(shingleHash(first, second, unit));
        if (shingle >= 0 && seenShingles[shingle] !== this.round) {
          seenShingles[shingle] = this.round;
          sharedShingles += 1;
        }
      }
      first = second;
      second = unit;
    }
    // A long passage is held back for all of its length, whatever of it is compared.
    const longer = to > from ? whole / (to - from) : 1;
    const norm = bm25.k1 * (1 - this.b + (this.b * neighbours * longer) / pairLengths.pivot);
    let score = 0;
    for (let index = 0; index < seen; index += 1) {
      const pair = seenPairs[index] as number;
      const count = counts[pair] as number;
      score += ((this.weights[pair] as number) * count * (bm25.k1 + 1)) / (count + norm);
      counts[pair] = 0;
    }
    common.pairs = this.total === 0 ? 0 : score / (this.total * (bm25.k1 + 1));
    common.shingles = shingles.size === 0 ? 0 : sharedShingles / shingles.size;
    common.order = this.sameOrder();
    common.letters = letters * longer;
    return common;
  }

  /** Notes the place of those terms that stand there in whole. */
  private place(terms: readonly number[], where: { readonly text: Uint16Array; readonly at: number; readonly to: number }): void {
    for (const number of terms) {
      if ((this.firstPlaces[number] as number) >= 0) continue;
      const term = this.order[number] as string;
      if (where.at + term.length > where.to) continue;
      let same = 2;
      while (same < term.length && foldedUnits[where.text[where.at + same] as number] === term.charCodeAt(same)) same += 1;
      if (same >= term.length) this.firstPlaces[number] = where.at;
    }
  }

  private sameOrder(): number {
    if (this.order.length < 2) return 0;
    let kept = 0;
    let previous = -1;
    for (let number = 0; number < this.firstPlaces.length; number += 1) {
      const place = this.firstPlaces[number] as number;
      if (place < 0) continue;
      if (previous >= 0 && place > previous) kept += 1;
      previous = place;
    }
    return kept / (this.order.length - 1);
  }
}

/** Calls with each pair of Han characters that stand side by side in a folded text, and where it begins. */
export function eachPair(text: string, visit: (pair: number, start: number) => void): void {
  let before = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isOfHan = (kinds[unit] as number) >= han;
    if (isOfHan && before !== 0) visit(pairKey(before, unit), index - 1);
    before = isOfHan ? unit : 0;
  }
}
