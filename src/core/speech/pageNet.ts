import { unpackMatrices } from './matrices.ts';
import { knowLines, ownFeatures, placeFeatures, type LineKnowledge } from './pageLines.ts';
import { pageNetSteps, pageNetWeights } from './pageNetTable.ts';
import { RowSum } from './rowSum.ts';
import type { Judged } from './siteLines.ts';
import type { Block } from './sourceText.ts';

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

interface Reader {
  readonly fromLine: Float64Array;
  readonly fromMemory: Float64Array;
  readonly bias: Float64Array;
}

interface Net {
  readonly first: Float64Array;
  readonly bias: Float64Array;
  readonly down: Reader;
  readonly up: Reader;
  readonly last: Float64Array;
  readonly lastBias: number;
}

const lengths = [inputs * width, width, width * gates, memory * gates, gates, width * gates, memory * gates, gates, 2 * memory + width, 1];

let unpacked: readonly Net[] | null = null;

function readNets(): readonly Net[] {
  if (unpacked !== null) return unpacked;
  const matrices = unpackMatrices(pageNetWeights, Array.from({ length: nets }, () => lengths).flat(), pageNetSteps);
  const at = (net: number, matrix: number): Float64Array => matrices[net * lengths.length + matrix] ?? new Float64Array();
  unpacked = Array.from({ length: nets }, (_, net): Net => ({
    first: at(net, 0),
    bias: at(net, 1),
    down: { fromLine: at(net, 2), fromMemory: at(net, 3), bias: at(net, 4) },
    up: { fromLine: at(net, 5), fromMemory: at(net, 6), bias: at(net, 7) },
    last: at(net, 8),
    lastBias: at(net, 9)[0] ?? 0,
  }));
  return unpacked;
}

function squash(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

interface Along {
  readonly shown: Float64Array;
  /** What each unit of the memory tells of the line read last. */
  readonly last: Float64Array;
  readonly odds: Float64Array;
  readonly upward: boolean;
}

/** Reads the lines one after the other and adds to each line's odds what the memory of those read tells of it. */
function readAlong({ fromLine, fromMemory, bias }: Reader, { shown, last, odds, upward }: Along): void {
  const ofLine = new RowSum(width, gates);
  const ofMemory = new RowSum(memory, gates);
  const remembered = new Float64Array(memory);
  const line = new Float64Array(gates);
  const before = new Float64Array(gates);
  for (let step = 0; step < odds.length; step += 1) {
    const index = upward ? odds.length - 1 - step : step;
    line.set(bias);
    before.fill(0);
    ofLine.clear();
    ofLine.note(shown, index * width, 0, width);
    ofLine.addTo(line, fromLine);
    ofMemory.clear();
    ofMemory.note(remembered, 0, 0, memory);
    ofMemory.addTo(before, fromMemory);
    let told = 0;
    for (let unit = 0; unit < memory; unit += 1) {
      const forget = squash((line[unit] as number) + (before[unit] as number));
      const keep = squash((line[memory + unit] as number) + (before[memory + unit] as number));
      const fresh = Math.tanh((line[2 * memory + unit] as number) + forget * (before[2 * memory + unit] as number));
      const value = keep * (remembered[unit] as number) + (1 - keep) * fresh;
      remembered[unit] = value;
      told += value * (last[unit] as number);
    }
    odds[index] = (odds[index] as number) + told;
  }
}

/** Logarithm of the odds that each of the lines asked about is the page's. */
function runNet({ first, bias, down, up, last, lastBias }: Net, { asked, own, place }: LineKnowledge): Float64Array {
  const count = asked.length;
  const shown = new Float64Array(count * width);
  const odds = new Float64Array(count).fill(lastBias);
  const [firstOwn, firstPlace] = [first.subarray(0, ownFeatures * width), first.subarray(ownFeatures * width)];
  const rows = new RowSum(Math.max(ownFeatures, placeFeatures), width);
  const sums = new Float64Array(width);
  for (let index = 0; index < count; index += 1) {
    sums.set(bias);
    rows.clear();
    rows.note(own, index * ownFeatures, 0, ownFeatures);
    rows.addTo(sums, firstOwn);
    rows.clear();
    rows.note(place, index * placeFeatures, 0, placeFeatures);
    rows.addTo(sums, firstPlace);
    for (let unit = 0; unit < width; unit += 1) {
      const value = Math.max(0, sums[unit] as number);
      shown[index * width + unit] = value;
      odds[index] = (odds[index] as number) + value * (last[2 * memory + unit] as number);
    }
  }
  readAlong(down, { shown, last: last.subarray(0, memory), odds, upward: false });
  readAlong(up, { shown, last: last.subarray(memory, 2 * memory), odds, upward: true });
  return odds;
}

/** The odds of a line that is not asked about. */
const surelyText = -9;

/** Logarithm of the odds that each line is the page's, told what the rules say. */
export function tellPagesLines(lines: readonly Block[], judged: Judged): number[] {
  const known = knowLines(lines, judged);
  const means = lines.map(() => surelyText);
  if (known === null) return means;
  const told = readNets().map((net) => runNet(net, known));
  known.asked.forEach((index, at) => {
    means[index] = told.reduce((sum, odds) => sum + (odds[at] ?? 0), 0) / told.length;
  });
  return means;
}
