import { foldForBoundaries } from './boundaryScore.ts';
import { unpackMatrices } from './matrices.ts';

/**
 * How likely a head ends between two characters, asked of a small network that sees fourteen characters to both sides: it
 * tells what words are alike, which the counts of `boundaryScore.ts` cannot. Three layers of five taps each, one, two and
 * four characters apart, on a vector for each character:
 *
 *     … 的 工 作 队 伍 | 队 伍 散 了 ，…     taps of the last layer, four apart
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
  /** Whole numbers of one byte, matrix by matrix, in the order of `shapes`, three of them in four digits. */
  readonly weights: string;
  /** What one step of each matrix counts. */
  readonly steps: readonly number[];
}

/** Characters behind the last place that are seen from there. */
const reach = 15;
const taps = 5;

function all(length: number): Uint8Array {
  return new Uint8Array(length).fill(1);
}

/** The rows on both sides of the places; the last layer looks at no others. */
function besides(places: readonly number[], length: number): Uint8Array {
  const asked = new Uint8Array(length);
  for (const place of places) asked[place] = asked[place + 1] = 1;
  return asked;
}

export class EndScorer {
  private readonly net: EndNet;
  private readonly numbers = new Map<string, number>();
  private readonly matrices: readonly Float64Array[];
  /** What a character adds to the first layer at each tap, worked out when it is met first. */
  private readonly firstLayer = new Map<number, Float64Array>();

  constructor(net: EndNet) {
    this.net = net;
    [...net.characters].forEach((character, number) => this.numbers.set(character, number));
    const { width, channels, steps } = net;
    const lengths = [this.numbers.size * width, taps * width * channels, channels, taps * channels * channels, channels, taps * channels * channels, channels, 2 * channels * channels, channels, channels, 1];
    this.matrices = unpackMatrices(net.weights, lengths, steps);
  }

  /** The logarithm of the odds at each of the places, ascending offsets of the text, which begins with the head's words. */
  scores(text: string, places: readonly number[]): number[] {
    const last = places.at(-1);
    if (last === undefined) return [];
    const read = foldForBoundaries(text.slice(0, last + reach)).replace(/[！？]/gu, '。');
    const length = read.length + 1;
    const numbers = [1, ...Array.from({ length: read.length }, (_, index) => this.numbers.get(read.charAt(index)) ?? 0)];
    let layer = this.first(numbers);
    layer = this.next(layer, 3, { apart: 2, asked: all(length) });
    layer = this.next(layer, 5, { apart: 4, asked: besides(places, length) });
    return places.map((place) => this.last(layer, place + 1));
  }

  private first(numbers: readonly number[]): Float64Array {
    const { channels } = this.net;
    const layer = new Float64Array(numbers.length * channels);
    const bias = this.matrix(2);
    for (let at = 0; at < numbers.length; at += 1) {
      const row = layer.subarray(at * channels, (at + 1) * channels);
      row.set(bias);
      for (let tap = 0; tap < taps; tap += 1) {
        const number = numbers[at + tap - 2];
        if (number === undefined) continue;
        const added = this.added(number);
        for (let channel = 0; channel < channels; channel += 1) row[channel] = (row[channel] as number) + (added[tap * channels + channel] as number);
      }
      for (let channel = 0; channel < channels; channel += 1) if ((row[channel] as number) < 0) row[channel] = 0;
    }
    return layer;
  }

  private added(number: number): Float64Array {
    const known = this.firstLayer.get(number);
    if (known !== undefined) return known;
    const { channels, width } = this.net;
    const [vectors, matrix] = [this.matrix(0), this.matrix(1)];
    const added = new Float64Array(taps * channels);
    for (let tap = 0; tap < taps; tap += 1) {
      for (let index = 0; index < width; index += 1) {
        const value = vectors[number * width + index] as number;
        const row = (tap * width + index) * channels;
        for (let channel = 0; channel < channels; channel += 1) added[tap * channels + channel] = (added[tap * channels + channel] as number) + value * (matrix[row + channel] as number);
      }
    }
    this.firstLayer.set(number, added);
    return added;
  }

  /** A layer on top of another: what each place was, and what its taps tell. */
  private next(below: Float64Array, matrix: number, { apart, asked }: { readonly apart: number; readonly asked: Uint8Array }): Float64Array {
    const { channels } = this.net;
    const { length } = asked;
    const [weights, bias] = [this.matrix(matrix), this.matrix(matrix + 1)];
    const layer = new Float64Array(below.length);
    const sum = new Float64Array(channels);
    for (let at = 0; at < length; at += 1) {
      if (asked[at] === 0) continue;
      sum.set(bias);
      for (let tap = 0; tap < taps; tap += 1) {
        const seen = at + (tap - 2) * apart;
        if (seen < 0 || seen >= length) continue;
        for (let index = 0; index < channels; index += 1) {
          const value = below[seen * channels + index] as number;
          if (value === 0) continue;
          const row = (tap * channels + index) * channels;
          for (let channel = 0; channel < channels; channel += 4) {
            const at = row + channel;
            sum[channel] = (sum[channel] as number) + value * (weights[at] as number);
            sum[channel + 1] = (sum[channel + 1] as number) + value * (weights[at + 1] as number);
            sum[channel + 2] = (sum[channel + 2] as number) + value * (weights[at + 2] as number);
            sum[channel + 3] = (sum[channel + 3] as number) + value * (weights[at + 3] as number);
          }
        }
      }
      for (let channel = 0; channel < channels; channel += 1) layer[at * channels + channel] = (below[at * channels + channel] as number) + Math.max(0, sum[channel] as number);
    }
    return layer;
  }

  private last(layer: Float64Array, at: number): number {
    const { channels } = this.net;
    const [weights, bias, out] = [this.matrix(7), this.matrix(8), this.matrix(9)];
    const sum = Float64Array.from(bias);
    for (let index = 0; index < 2 * channels; index += 1) {
      const value = layer[(at - 1) * channels + index] as number;
      for (let channel = 0; channel < channels; channel += 1) sum[channel] = (sum[channel] as number) + value * (weights[index * channels + channel] as number);
    }
    let score = this.matrix(10)[0] ?? 0;
    for (let channel = 0; channel < channels; channel += 1) score += Math.max(0, sum[channel] as number) * (out[channel] as number);
    return score;
  }

  private matrix(index: number): Float64Array {
    return this.matrices[index] ?? new Float64Array(0);
  }
}
