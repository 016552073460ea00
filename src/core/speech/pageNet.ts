import { unpackMatrices } from './matrices.ts';
import { knowLines, ownFeatures, placeFeatures, type LineKnowledge } from './pageLines.ts';
import { pageNetSteps, pageNetWeights } from './pageNetTable.ts';
import type { Judged } from './siteLines.ts';
import type { Narrations } from './speechFrame.ts';
import type { Block } from './sourceText.ts';
import { TapSums, wide } from './tapSums.ts';

/**
 * How likely each line of a document is its page's, asked of a small recurrent network that reads what is known of the
 * lines from the first to the last and from the last to the first: where a text begins and where it ends is one decision,
 * and a headline far below the text is told by all that stands between. Learnt by `scripts/readers/learnPages.py` from
 * pages marked by hand, from saved pages whose structure tells, from made pages and from plain texts.
 */

export const inputs = ownFeatures + placeFeatures;
/** Networks that were learnt from the same pages, each from another beginning; the mean of what they say is told. */
const nets = 2;
/** What a line's input becomes before it is read, and what is remembered of the lines before it. */
const width = 32;
const memory = 24;
/** A reader's gates: what to forget, what to keep, what is new. */
const gates = 3 * memory;

/** Addresses of matrices; rows of gates are filled up. */
interface Reader {
  readonly fromLine: number;
  readonly fromMemory: number;
  readonly bias: number;
}

interface Net {
  readonly first: number;
  readonly bias: number;
  readonly down: Reader;
  readonly up: Reader;
  readonly last: Float64Array;
  readonly lastBias: number;
}

interface Nets {
  readonly sums: TapSums;
  readonly nets: readonly Net[];
  /** As many zeros as a line has gates. */
  readonly zeros: number;
}

const lengths = [inputs * width, width, width * gates, memory * gates, gates, width * gates, memory * gates, gates, 2 * memory + width, 1];

let unpacked: Nets | null = null;

function readNets(): Nets {
  if (unpacked !== null) return unpacked;
  const matrices = unpackMatrices(pageNetWeights, Array.from({ length: nets }, () => lengths).flat(), pageNetSteps);
  const sums = new TapSums(Math.max(ownFeatures, placeFeatures, width, memory));
  const at = (net: number, matrix: number): Float64Array => matrices[net * lengths.length + matrix] ?? new Float64Array();
  const reader = (net: number, matrix: number): Reader => ({
    fromLine: sums.lay(at(net, matrix), gates),
    fromMemory: sums.lay(at(net, matrix + 1), gates),
    bias: sums.lay(at(net, matrix + 2), gates),
  });
  const read = Array.from({ length: nets }, (_, net): Net => ({
    first: sums.lay(at(net, 0), width),
    bias: sums.lay(at(net, 1), width),
    down: reader(net, 2),
    up: reader(net, 5),
    last: at(net, 8),
    lastBias: at(net, 9)[0] ?? 0,
  }));
  unpacked = { sums, nets: read, zeros: sums.lay(new Float64Array(gates), gates) };
  return unpacked;
}

function squash(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** A place that is no other's neighbour. */
const alone = { taps: 1, apart: 1 } as const;

interface Along {
  /** Address of what the lines' inputs have become. */
  readonly shown: number;
  /** What each unit of the memory tells of the line read last. */
  readonly last: Float64Array;
  readonly odds: Float64Array;
  readonly upward: boolean;
}

/** Reads the lines one after the other and adds to each line's odds what the memory of those read tells of it. */
function readAlong({ fromLine, fromMemory, bias }: Reader, { shown, last, odds, upward }: Along): void {
  const { sums, zeros } = readNets();
  const count = odds.length;
  const columns = wide(gates);
  const lines = sums.room(count * columns);
  const remembered = sums.room(memory);
  const before = sums.room(columns);
  const { floats } = sums;
  floats.fill(0, remembered, remembered + memory);
  sums.add({ from: shown, rows: width, places: count, ...alone, matrix: fromLine, columns, begin: bias, beginStep: 0, to: lines, first: 0, last: count });
  for (let step = 0; step < count; step += 1) {
    const index = upward ? count - 1 - step : step;
    sums.add({ from: remembered, rows: memory, places: 1, ...alone, matrix: fromMemory, columns, begin: zeros, beginStep: 0, to: before, first: 0, last: 1 });
    const line = lines + index * columns;
    let told = 0;
    for (let unit = 0; unit < memory; unit += 1) {
      const forget = squash((floats[line + unit] as number) + (floats[before + unit] as number));
      const keep = squash((floats[line + memory + unit] as number) + (floats[before + memory + unit] as number));
      const fresh = Math.tanh((floats[line + 2 * memory + unit] as number) + forget * (floats[before + 2 * memory + unit] as number));
      const value = keep * (floats[remembered + unit] as number) + (1 - keep) * fresh;
      floats[remembered + unit] = value;
      told += value * (last[unit] as number);
    }
    odds[index] = (odds[index] as number) + told;
  }
}

/** Logarithm of the odds that each of the lines asked about is the page's. */
function runNet({ first, bias, down, up, last, lastBias }: Net, { asked, own, place }: LineKnowledge): Float64Array {
  const { sums } = readNets();
  const count = asked.length;
  const odds = new Float64Array(count).fill(lastBias);
  sums.clear();
  const shown = sums.room(count * width);
  const input = sums.room(count * Math.max(ownFeatures, placeFeatures));
  sums.floats.set(own.subarray(0, count * ownFeatures), input);
  sums.add({ from: input, rows: ownFeatures, places: count, ...alone, matrix: first, columns: width, begin: bias, beginStep: 0, to: shown, first: 0, last: count });
  sums.floats.set(place.subarray(0, count * placeFeatures), input);
  sums.add({ from: input, rows: placeFeatures, places: count, ...alone, matrix: first + ownFeatures * width, columns: width, begin: shown, beginStep: width, to: shown, first: 0, last: count });
  const { floats } = sums;
  for (let index = 0; index < count; index += 1) {
    for (let unit = 0; unit < width; unit += 1) {
      const value = Math.max(0, floats[shown + index * width + unit] as number);
      floats[shown + index * width + unit] = value;
      odds[index] = (odds[index] as number) + value * (last[2 * memory + unit] as number);
    }
  }
  readAlong(down, { shown, last: last.subarray(0, memory), odds, upward: false });
  readAlong(up, { shown, last: last.subarray(memory, 2 * memory), odds, upward: true });
  return odds;
}

/** The odds of a line that is not asked about. */
const surelyText = -9;

/** Logarithm of the odds that each line is the page's, told what the rules say and which lines somebody else may tell. */
export function tellPagesLines(lines: readonly Block[], judged: Judged, narrations: Narrations): number[] {
  const known = knowLines(lines, judged, { narrations });
  const means = lines.map(() => surelyText);
  if (known === null) return means;
  const told = readNets().nets.map((net) => runNet(net, known));
  known.asked.forEach((index, at) => {
    means[index] = told.reduce((sum, odds) => sum + (odds[at] ?? 0), 0) / told.length;
  });
  return means;
}
