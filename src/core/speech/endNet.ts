import { foldForBoundaries } from './boundaryScore.ts';
import { isKnownWord, wordHash, wordHashes } from './knownWords.ts';
import { unpackMatrices } from './matrices.ts';
import { tapsUpon as taps, TapSums, type LaidLayer } from './tapSums.ts';

/**
 * How likely a head ends between two characters, asked of a small network that sees thirty characters to both sides: it
 * tells what words are alike, which the counts of `boundaryScore.ts` cannot. Four layers of five taps each, one, two, four and
 * eight characters apart, on a vector for each character and for each common word that begins or ends with it, so that it
 * knows where words are cut:
 *
 *     … 的 工 作 队 伍 | 队 伍 散 了 ，…     taps of the third layer, four apart
 *       ^       ^       ^       ^       ^
 *
 * Learnt by `scripts/readers/learnEnds.py` from text whose marks and breaks were taken away; what a text says cannot be
 * told from it.
 */
export interface EndNet {
  /** Characters by their number; the first three stand for any other, a line's start and a full stop. */
  readonly characters: string;
  readonly width: number;
  readonly channels: number;
  /** How many vectors words share, by their hash, and how long one is. */
  readonly wordRows: number;
  readonly wordWidth: number;
  /** Whole numbers of one byte, matrix by matrix, in the order of `matrixOf`, three of them in four digits. */
  readonly weights: string;
  /** What one step of each matrix counts. */
  readonly steps: readonly number[];
}

/** The matrices in their order; each of the layers above the first has a matrix and a bias. */
const matrixOf = { vectors: 0, first: 1, firstBias: 2, wordBits: 3, words: 4, wordLayer: 5, layers: 6, sides: 12, sidesBias: 13, out: 14, outBias: 15 } as const;

/** Characters behind the last place that are seen from there, a word that begins among them whole. */
const reach = 35;
/** The layers above the first: how far apart their taps are. */
const distances = [2, 4, 8] as const;
/** Lengths of words that are looked for. */
const [shortest, longest] = [2, 4] as const;
/** A word's vector is seen behind, at and before its first and its last character. */
const wordParts = 6;
/** For a word's first and its last character, for each length. */
const bits = 2 * (longest - shortest + 1);
/** The round of the hash that chooses a word's vector; those below it are the filter's. */
const hashRound = wordHashes;

/** The rows on both sides of the places; the last layer looks at no others. */
function besides(places: readonly number[], length: number): Uint8Array {
  const asked = new Uint8Array(length);
  for (const place of places) asked[place] = asked[place + 1] = 1;
  return asked;
}

/** The rows that the taps of those asked for see in the layer below. */
function seenBelow(asked: Uint8Array, apart: number): Uint8Array {
  const seen = new Uint8Array(asked.length);
  asked.forEach((each, at) => {
    if (each === 0) return;
    for (let row = at - 2 * apart; row <= at + 2 * apart; row += apart) if (row >= 0 && row < seen.length) seen[row] = 1;
  });
  return seen;
}

interface Rows {
  readonly from: Float64Array;
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/** Addresses of the layer that was read last and of room for the next one. */
interface Layers {
  readonly below: number;
  readonly above: number;
  readonly length: number;
}

export class EndScorer {
  private readonly net: EndNet;
  private readonly numbers = new Map<string, number>();
  private readonly matrices: readonly Float64Array[];
  /** What a character adds to the first layer at each tap, worked out when it is met first. */
  private readonly firstLayer = new Map<number, Float64Array>();
  /** And what a word's vector adds, by its hash. */
  private readonly wordLayer = new Map<number, Float64Array>();
  private readonly sums: TapSums;
  /** Where the matrices of the layers stand there, each with its bias: those above the first, and the last, which sees both sides of a place. */
  private readonly laid: readonly LaidLayer[];

  constructor(net: EndNet) {
    this.net = net;
    [...net.characters].forEach((character, number) => this.numbers.set(character, number));
    const { width, channels, wordRows, wordWidth, steps } = net;
    const above = distances.flatMap(() => [taps * channels * channels, channels]);
    const words = [taps * bits * channels, wordRows * wordWidth, wordParts * wordWidth * channels];
    this.matrices = unpackMatrices(net.weights, [this.numbers.size * width, taps * width * channels, channels, ...words, ...above, 2 * channels * channels, channels, channels, 1], steps);
    const sums = new TapSums(taps * channels);
    this.sums = sums;
    const lay = (matrix: number): LaidLayer => sums.layLayer(this.matrix(matrix), this.matrix(matrix + 1), channels);
    this.laid = [...distances.map((_, layer) => lay(matrixOf.layers + 2 * layer)), lay(matrixOf.sides)];
  }

  /** The logarithm of the odds at each of the places, ascending offsets of the text, which begins with the head's words. */
  scores(text: string, places: readonly number[]): number[] {
    const last = places.at(-1);
    if (last === undefined) return [];
    const read = foldForBoundaries(text.slice(0, last + reach)).replace(/[！？]/gu, '。');
    const length = read.length + 1;
    const numbers = [1, ...Array.from({ length: read.length }, (_, index) => this.numbers.get(read.charAt(index)) ?? 0)];
    const { channels } = this.net;
    const { sums } = this;
    sums.clear();
    const layers = { below: sums.room(length * channels), above: sums.room(length * channels), length };
    const first = sums.floats.subarray(layers.below, layers.below + length * channels);
    this.first(numbers, first);
    this.addWords(`\n${read}`, first);
    for (let index = 0; index < first.length; index += 1) if ((first[index] as number) < 0) first[index] = 0;
    const third = besides(places, length);
    const second = seenBelow(third, distances[2]);
    const asked = [seenBelow(second, distances[1]), second, third];
    const top = distances.reduce((below, apart, layer) => this.next(below, { apart, layer, asked: asked[layer] ?? third }), layers);
    return places.map((place) => this.last(top, place));
  }

  private first(numbers: readonly number[], layer: Float32Array): void {
    const { channels } = this.net;
    const bias = this.matrix(matrixOf.firstBias);
    for (let at = 0; at < numbers.length; at += 1) {
      const row = layer.subarray(at * channels, (at + 1) * channels);
      row.set(bias);
      for (let tap = 0; tap < taps; tap += 1) {
        const number = numbers[at + tap - 2];
        if (number === undefined) continue;
        const added = this.added(number);
        for (let channel = 0; channel < channels; channel += 1) row[channel] = (row[channel] as number) + (added[tap * channels + channel] as number);
      }
    }
  }

  /** Adds to the first layer what common words say that begin or end at each character. */
  private addWords(text: string, layer: Float32Array): void {
    for (let length = shortest; length <= longest; length += 1) {
      for (let at = 0; at + length <= text.length; at += 1) {
        const word = text.slice(at, at + length);
        if (!isKnownWord(word)) continue;
        const last = at + length - 1;
        this.addRows(layer, { from: this.matrix(matrixOf.wordBits), first: length - shortest, step: bits, count: taps }, at + 2);
        this.addRows(layer, { from: this.matrix(matrixOf.wordBits), first: bits / 2 + length - shortest, step: bits, count: taps }, last + 2);
        const seen = this.seenOf(word);
        this.addRows(layer, { from: seen, first: 0, step: 2, count: 3 }, at + 1);
        this.addRows(layer, { from: seen, first: 1, step: 2, count: 3 }, last + 1);
      }
    }
  }

  /** Adds rows of a matrix to the layer's, the first to the place given, the next ones to those before it. */
  private addRows(layer: Float32Array, { from, first, step, count }: Rows, place: number): void {
    const { channels } = this.net;
    for (let row = 0; row < count; row += 1) {
      const to = (place - row) * channels;
      if (to < 0 || to >= layer.length) continue;
      const at = (first + row * step) * channels;
      for (let channel = 0; channel < channels; channel += 1) layer[to + channel] = (layer[to + channel] as number) + (from[at + channel] as number);
    }
  }

  /** What a word's vector adds behind, at and before its first and its last character, by turns. */
  private seenOf(word: string): Float64Array {
    const { wordRows, wordWidth } = this.net;
    const hash = 1 + (wordHash(word, hashRound) % (wordRows - 1));
    const known = this.wordLayer.get(hash);
    if (known !== undefined) return known;
    const vector = this.matrix(matrixOf.words).subarray(hash * wordWidth, (hash + 1) * wordWidth);
    const seen = this.timesEach(vector, this.matrix(matrixOf.wordLayer), wordParts);
    this.wordLayer.set(hash, seen);
    return seen;
  }

  private added(number: number): Float64Array {
    const known = this.firstLayer.get(number);
    if (known !== undefined) return known;
    const { width } = this.net;
    const added = this.timesEach(this.matrix(matrixOf.vectors).subarray(number * width, (number + 1) * width), this.matrix(matrixOf.first), taps);
    this.firstLayer.set(number, added);
    return added;
  }

  /** A vector times each part of a matrix, a row of channels for each. */
  private timesEach(vector: Float64Array, matrix: Float64Array, parts: number): Float64Array {
    const { channels } = this.net;
    const products = new Float64Array(parts * channels);
    for (let part = 0; part < parts; part += 1) {
      vector.forEach((value, index) => {
        const row = (part * vector.length + index) * channels;
        for (let channel = 0; channel < channels; channel += 1) products[part * channels + channel] = (products[part * channels + channel] as number) + value * (matrix[row + channel] as number);
      });
    }
    return products;
  }

  /** A layer on top of another: what each place was, and what its taps tell. */
  private next({ below, above, length }: Layers, { apart, layer, asked }: { readonly apart: number; readonly layer: number; readonly asked: Uint8Array }): Layers {
    const { channels } = this.net;
    for (let first = asked.indexOf(1); first >= 0; ) {
      const end = asked.indexOf(0, first);
      const last = end < 0 ? length : end;
      this.sums.addUpon(this.laid[layer] as LaidLayer, { from: below, to: above, places: length, apart, channels, first, last });
      first = asked.indexOf(1, last);
    }
    return { below: above, above: below, length };
  }

  /** What both sides of the place tell, the rows before and behind it beside each other. */
  private last({ below, above }: Layers, place: number): number {
    const { channels } = this.net;
    const { matrix, bias } = this.laid[distances.length] as LaidLayer;
    this.sums.add({ from: below + place * channels, rows: 2 * channels, places: 1, taps: 1, apart: 1, matrix, columns: channels, begin: bias, beginStep: 0, to: above, first: 0, last: 1 });
    const out = this.matrix(matrixOf.out);
    let score = this.matrix(matrixOf.outBias)[0] ?? 0;
    for (let channel = 0; channel < channels; channel += 1) score += Math.max(0, this.sums.floats[above + channel] as number) * (out[channel] as number);
    return score;
  }

  private matrix(index: number): Float64Array {
    return this.matrices[index] ?? new Float64Array(0);
  }
}
