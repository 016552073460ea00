import { tapSumsKernel } from './tapSumsKernel.ts';

/**
 * The sums that nearly all the time of the networks goes into: a layer's values at a place are sums of the values that a few
 * places of the layer below have, so and so far apart (its taps), each times a row of a matrix. They are added sixteen columns at a
 * time by WebAssembly (`tapSums.wat`), four to six times as fast as a loop of JavaScript's; where a processor or a policy has none
 * of it the loop below does the same. Values that are 0, about half, are left out.
 */
export class TapSums {
  /** What all addresses count in: matrices first, then room that is used anew for each text. */
  floats: Float32Array;
  private readonly kernel: Kernel | null;
  /** Room behind all that is taken, where the values that are not 0 are listed. */
  private readonly listed: number;
  private laid = 0;
  private taken = 0;

  /** No layer has more taps times rows than `most`; `simple` takes the loop. */
  constructor(most: number, simple = false) {
    this.listed = 2 * most + step;
    this.kernel = simple ? null : startKernel();
    this.floats = this.kernel === null ? new Float32Array(pageFloats) : new Float32Array(this.kernel.memory.buffer);
  }

  /** Lays a matrix of so many columns into the memory for good, before any room is taken; its address. Rows are filled up to `wide(columns)`. */
  lay(values: ArrayLike<number>, columns: number): number {
    const width = wide(columns);
    const rows = Math.ceil(values.length / columns);
    const start = this.room(rows * width);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) this.floats[start + row * width + column] = values[row * columns + column] ?? 0;
    }
    this.laid = this.taken;
    return start;
  }

  /** Lays a layer's matrix and its bias. */
  layLayer(matrix: ArrayLike<number>, bias: ArrayLike<number>, columns: number): LaidLayer {
    return { matrix: this.lay(matrix, columns), bias: this.lay(bias, columns) };
  }

  /** Room for so many floats, which hold anything; its address. `floats` may be another array behind this call. */
  room(count: number): number {
    const start = this.taken;
    this.taken += Math.ceil(count / step) * step;
    this.hold(this.taken + this.listed);
    return start;
  }

  /** Gives back all room. */
  clear(): void {
    this.taken = this.laid;
  }

  add(layer: TapLayer): void {
    if (this.kernel === null) {
      addInLoop(this.floats, layer);
      return;
    }
    const { from, rows, places, taps, apart, matrix, columns, begin, beginStep, to, first, last } = layer;
    this.kernel.addTaps(4 * from, rows, places, taps, apart, 4 * matrix, columns, 4 * begin, 4 * beginStep, 4 * to, first, last, 4 * this.taken);
  }

  /** A layer on top of another of as many channels: what each place was, and what its taps tell where that is more than nothing. */
  addUpon({ matrix, bias }: LaidLayer, { from, to, places, apart, channels, first = 0, last = places }: UponLayer): void {
    this.add({ from, rows: channels, places, taps: tapsUpon, apart, matrix, columns: channels, begin: bias, beginStep: 0, to, first, last });
    const { floats } = this;
    for (let at = first * channels; at < last * channels; at += 1) floats[to + at] = (floats[from + at] as number) + Math.max(0, floats[to + at] as number);
  }

  private hold(floats: number): void {
    if (floats <= this.floats.length) return;
    if (this.kernel === null) {
      const more = new Float32Array(Math.max(floats, 2 * this.floats.length));
      more.set(this.floats);
      this.floats = more;
    } else {
      this.kernel.memory.grow(Math.ceil((floats - this.floats.length) / pageFloats));
      this.floats = new Float32Array(this.kernel.memory.buffer);
    }
  }
}

export interface TapLayer {
  /** Address of the values below, `rows` of each of the places. */
  readonly from: number;
  readonly rows: number;
  readonly places: number;
  /** An odd number; the one in the middle is the place itself. */
  readonly taps: number;
  readonly apart: number;
  /** Address of taps × rows × columns, the first tap first. */
  readonly matrix: number;
  /** As `wide` has them. */
  readonly columns: number;
  /** Address of what the sums begin with; `beginStep` is how much farther each place's stand, 0 for a bias. */
  readonly begin: number;
  readonly beginStep: number;
  /** Address of the sums, `columns` of each of the places, written from `first` up to before `last`. */
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Addresses of a layer's matrix and of its bias. */
export interface LaidLayer {
  readonly matrix: number;
  readonly bias: number;
}

/** Taps of a layer on top of another. */
export const tapsUpon = 5;

export interface UponLayer extends Pick<TapLayer, 'from' | 'to' | 'places' | 'apart'> {
  /** A multiple of sixteen. */
  readonly channels: number;
  /** The places asked for; all by default. */
  readonly first?: number;
  readonly last?: number;
}

/** Floats that are added at once. */
const step = 16;
/** Floats in a page of WebAssembly's memory. */
const pageFloats = 16_384;

export function wide(columns: number): number {
  return Math.ceil(columns / step) * step;
}

function addInLoop(floats: Float32Array, { from, rows, places, taps, apart, matrix, columns, begin, beginStep, to, first, last }: TapLayer): void {
  const sums = new Float64Array(columns);
  for (let at = first; at < last; at += 1) {
    for (let column = 0; column < columns; column += 1) sums[column] = floats[begin + at * beginStep + column] as number;
    for (let tap = 0; tap < taps; tap += 1) {
      const seen = at + (tap - (taps >> 1)) * apart;
      if (seen < 0 || seen >= places) continue;
      for (let row = 0; row < rows; row += 1) {
        const value = floats[from + seen * rows + row] as number;
        if (value === 0) continue;
        const start = matrix + (tap * rows + row) * columns;
        for (let column = 0; column < columns; column += 1) sums[column] = (sums[column] as number) + value * (floats[start + column] as number);
      }
    }
    floats.set(sums, to + at * columns);
  }
}

interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  addTaps(...addresses: number[]): void;
}

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
  validate(bytes: Uint8Array): boolean;
}

let compiled: object | null | undefined;

function startKernel(): Kernel | null {
  const api = (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly;
  if (api === undefined) return null;
  if (compiled === undefined) {
    const bytes = Uint8Array.from(atob(tapSumsKernel), (digit) => digit.charCodeAt(0));
    compiled = api.validate(bytes) ? new api.Module(bytes) : null;
  }
  return compiled === null ? null : (new api.Instance(compiled).exports as Kernel);
}
