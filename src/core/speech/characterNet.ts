import { isKnownWord } from './knownWords.ts';
import { unpackMatrices } from './matrices.ts';
import { tapsUpon as taps, TapSums, type LaidLayer } from './tapSums.ts';

/**
 * A small network that reads a text character by character and sees thirty of them to both sides of each: four layers of five taps each, one, two,
 * four and eight characters apart, on a vector for each character and on which common words begin and end there, so that a word
 * that is cut in two is seen. What is told of the last layer is its user's: `gluedNet.ts`, `lineNet.ts`.
 */
export interface PackedNet {
  /** Characters by their number; the first two stand for any other and for a line's end. */
  readonly characters: string;
  /** What one step of each matrix counts. */
  readonly steps: readonly number[];
  /** Whole numbers of one byte, matrix by matrix, three of them in four digits. */
  readonly weights: string;
}

const width = 24;
/** The layers above the first: how far apart their taps are. */
const distances = [2, 4, 8] as const;
/** Lengths of words that are looked for, each for a word's first and for its last character. */
const [shortest, longest] = [2, 4] as const;
const lengths = longest - shortest + 1;
const bits = 2 * lengths;

/** For each character a bit for each length of common words that begin with it, and for those that end with it. */
export function wordsAround(text: string): Uint8Array {
  const found = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    if (!isHan(text.charCodeAt(at))) continue;
    for (let length = shortest; length <= longest; length += 1) {
      const last = at + length - 1;
      if (last >= text.length || !isHan(text.charCodeAt(last))) break;
      if (!isKnownWord(text.slice(at, at + length))) continue;
      found[at] = (found[at] as number) | (1 << (length - shortest));
      found[last] = (found[last] as number) | (1 << (lengths + length - shortest));
    }
  }
  return found;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** So many characters with their words' bits are remembered, a kilobyte each. */
const mostKept = 12_000;

const matrixOf = { vectors: 0, first: 1, firstBias: 2, bits: 3, layers: 4 } as const;

/** The last layer of a text that was read: `channels` numbers for each character, until the next text is read. */
export interface ReadText {
  readonly floats: Float32Array;
  /** Where the first character's begin. */
  readonly start: number;
}

export class CharacterNet {
  /** The matrices above the layers, in their order. */
  readonly told: readonly Float64Array[];
  private readonly channels: number;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly matrices: readonly Float64Array[];
  private readonly sums: TapSums;
  /** Where the matrices of the layers above the first stand there, each with its bias. */
  private readonly above: readonly LaidLayer[];
  /** What a character adds to the first layer at each tap, worked out when it is met first. */
  private readonly characters = new Map<number, Float64Array>();
  /** The same with its words' bits. */
  private readonly first = new Map<number, Float32Array>();

  /** `channels`, a multiple of sixteen, is how much a layer holds of a character; `told` are the lengths of the matrices above the layers. */
  constructor({ characters, weights, steps }: PackedNet, channels: number, told: readonly number[]) {
    this.channels = channels;
    this.numbers = new Map([...characters].map((character, number) => [character, number]));
    const above = distances.flatMap(() => [taps * channels * channels, channels]);
    const matrices = unpackMatrices(weights, [this.numbers.size * width, taps * width * channels, channels, taps * bits * channels, ...above, ...told], steps);
    const sums = new TapSums(taps * channels);
    this.above = distances.map((_, layer) => {
      const matrix = matrixOf.layers + 2 * layer;
      return sums.layLayer(matrices[matrix] ?? [], matrices[matrix + 1] ?? [], channels);
    });
    this.sums = sums;
    this.matrices = matrices;
    this.told = matrices.slice(matrixOf.layers + above.length);
  }

  read(text: string): ReadText {
    const { sums, channels } = this;
    sums.clear();
    let layer = sums.room(text.length * channels);
    let next = sums.room(text.length * channels);
    const { floats } = sums;
    this.readFirst(text, floats.subarray(layer, layer + text.length * channels));
    distances.forEach((apart, index) => {
      sums.addUpon(this.above[index] as LaidLayer, { from: layer, to: next, places: text.length, apart, channels });
      [layer, next] = [next, layer];
    });
    return { floats, start: layer };
  }

  private readFirst(text: string, layer: Float32Array): void {
    const { numbers, matrices, channels } = this;
    const bias = matrices[matrixOf.firstBias] as Float64Array;
    for (let at = 0; at < text.length; at += 1) layer.set(bias, at * channels);
    const words = wordsAround(text);
    for (let at = 0; at < text.length; at += 1) {
      const added = this.addedBy(numbers.get(text.charAt(at)) ?? 0, words[at] as number);
      // The first tap is the character two before.
      for (let tap = 0; tap < taps; tap += 1) {
        const to = at + 2 - tap;
        if (to < 0 || to >= text.length) continue;
        const [into, from] = [to * channels, tap * channels];
        for (let channel = 0; channel < channels; channel += 1) layer[into + channel] = (layer[into + channel] as number) + (added[from + channel] as number);
      }
    }
    for (let index = 0; index < layer.length; index += 1) if ((layer[index] as number) < 0) layer[index] = 0;
  }

  private addedBy(number: number, words: number): Float32Array {
    const { first, channels } = this;
    const key = (number << bits) | words;
    const known = first.get(key);
    if (known !== undefined) return known;
    const added = Float32Array.from(this.ofCharacter(number));
    for (let bit = 0; bit < bits; bit += 1) {
      if ((words & (1 << bit)) === 0) continue;
      for (let tap = 0; tap < taps; tap += 1) for (let channel = 0; channel < channels; channel += 1) added[tap * channels + channel] = (added[tap * channels + channel] as number) + (this.matrices[matrixOf.bits]?.[(tap * bits + bit) * channels + channel] as number);
    }
    // A text of rare characters must not take all memory.
    if (first.size >= mostKept) first.clear();
    first.set(key, added);
    return added;
  }

  private ofCharacter(number: number): Float64Array {
    const { matrices, channels, characters } = this;
    const known = characters.get(number);
    if (known !== undefined) return known;
    const [vectors, weights] = [matrices[matrixOf.vectors] as Float64Array, matrices[matrixOf.first] as Float64Array];
    const added = new Float64Array(taps * channels);
    for (let tap = 0; tap < taps; tap += 1) {
      for (let index = 0; index < width; index += 1) {
        const value = vectors[number * width + index] as number;
        const from = (tap * width + index) * channels;
        for (let channel = 0; channel < channels; channel += 1) added[tap * channels + channel] = (added[tap * channels + channel] as number) + value * (weights[from + channel] as number);
      }
    }
    characters.set(number, added);
    return added;
  }
}
