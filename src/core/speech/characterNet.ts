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

/** What the first layer sees of each character: its vector and its words' bits. */
const seen = width + bits;

/** The matrices before those of the layers above the first: characters' vectors, the first layer with its bias, what it sees of words. */
const firstAbove = 4;

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
  private readonly vectors: Float32Array;
  private readonly sums: TapSums;
  private readonly first: LaidLayer;
  /** The layers above the first. */
  private readonly above: readonly LaidLayer[];

  /** `channels`, a multiple of sixteen, is how much a layer holds of a character; `told` are the lengths of the matrices above the layers. */
  constructor({ characters, weights, steps }: PackedNet, channels: number, told: readonly number[]) {
    this.channels = channels;
    this.numbers = new Map([...characters].map((character, number) => [character, number]));
    const above = distances.flatMap(() => [taps * channels * channels, channels]);
    const matrices = unpackMatrices(weights, [this.numbers.size * width, taps * width * channels, channels, taps * bits * channels, ...above, ...told], steps);
    const [vectors, first, firstBias, ofBits] = matrices as [Float64Array, Float64Array, Float64Array, Float64Array];
    this.vectors = Float32Array.from(vectors);
    this.sums = new TapSums(taps * Math.max(seen, channels));
    const firstRows = Array.from({ length: taps }, (_, tap) => [first.subarray(tap * width * channels, (tap + 1) * width * channels), ofBits.subarray(tap * bits * channels, (tap + 1) * bits * channels)]);
    this.first = this.sums.layLayer(firstRows.flatMap((rows) => rows.flatMap((values) => [...values])), firstBias, channels);
    this.above = distances.map((_, layer) => this.sums.layLayer(matrices[firstAbove + 2 * layer] ?? [], matrices[firstAbove + 2 * layer + 1] ?? [], channels));
    this.told = matrices.slice(firstAbove + above.length);
  }

  read(text: string): ReadText {
    const { sums, channels } = this;
    const places = text.length;
    sums.clear();
    const characters = sums.room(places * seen);
    let layer = sums.room(places * channels);
    let next = sums.room(places * channels);
    this.layCharacters(text, characters);
    sums.add({ from: characters, rows: seen, places, taps, apart: 1, matrix: this.first.matrix, columns: channels, begin: this.first.bias, beginStep: 0, to: layer, first: 0, last: places });
    const { floats } = sums;
    for (let at = layer; at < layer + places * channels; at += 1) if ((floats[at] as number) < 0) floats[at] = 0;
    distances.forEach((apart, index) => {
      sums.addUpon(this.above[index] as LaidLayer, { from: layer, to: next, places, apart, channels });
      [layer, next] = [next, layer];
    });
    return { floats, start: layer };
  }

  private layCharacters(text: string, from: number): void {
    const { numbers, vectors } = this;
    const { floats } = this.sums;
    const words = wordsAround(text);
    for (let at = 0; at < text.length; at += 1) {
      const number = numbers.get(text.charAt(at)) ?? 0;
      const to = from + at * seen;
      for (let index = 0; index < width; index += 1) floats[to + index] = vectors[number * width + index] as number;
      for (let bit = 0; bit < bits; bit += 1) floats[to + width + bit] = ((words[at] as number) >> bit) & 1;
    }
  }
}
