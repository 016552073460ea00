import { unpackMatrices } from './matrices.ts';
import { knowLines, ownFeatures, placeFeatures, sight, type LineKnowledge } from './pageLines.ts';
import { pageNetSteps, pageNetWeights } from './pageNetTable.ts';
import type { Judged } from './siteLines.ts';
import type { Block } from './sourceText.ts';

/**
 * How likely each line of a document is its page's, asked of a small network that sees what is known of the line, of the
 * three above and of the three below. The rules tell a page by what is said in it; the network weighs that against where it
 * is said. Learnt by `scripts/readers/learnPages.ts` from pages marked by hand, from made pages and from plain texts.
 */

export const inputs = (2 * sight + 1) * ownFeatures + placeFeatures;
/** Units of one network; two that were learnt from the same pages are asked, and the mean of what they say is told. */
export const hiddenEach = 32;
export const hidden = 2 * hiddenEach;

/** What stands around line `index`: its neighbours' features from the one farthest above on, then its place. */
export function inputOf({ own, place }: LineKnowledge, index: number, input: Float32Array): void {
  input.fill(0);
  const count = own.length / ownFeatures;
  for (let step = -sight; step <= sight; step += 1) {
    const at = index + step;
    if (at < 0 || at >= count) continue;
    input.set(own.subarray(at * ownFeatures, (at + 1) * ownFeatures), (step + sight) * ownFeatures);
  }
  input.set(place.subarray(index * placeFeatures, (index + 1) * placeFeatures), (2 * sight + 1) * ownFeatures);
}

/** Weights row by row: `inputs` rows of `hidden`, the hidden layer's bias, the output's weights and its bias. */
export interface PageWeights {
  readonly first: Float32Array;
  readonly bias: Float32Array;
  readonly second: Float32Array;
  readonly last: number;
}

const sums = new Float64Array(hidden);

/** Logarithm of the odds that the line whose input is given is the page's. */
export function runPageNet({ first, bias, second, last }: PageWeights, input: Float32Array): number {
  sums.set(bias);
  for (let at = 0; at < inputs; at += 1) {
    const value = input[at] as number;
    if (value === 0) continue;
    const row = at * hidden;
    for (let unit = 0; unit < hidden; unit += 1) sums[unit] = (sums[unit] as number) + value * (first[row + unit] as number);
  }
  let odds = last;
  for (let unit = 0; unit < hidden; unit += 1) odds += Math.max(0, sums[unit] as number) * (second[unit] as number);
  return odds;
}

let weights: PageWeights | null = null;

function read(): PageWeights {
  if (weights !== null) return weights;
  const [first = [], bias = [], second = [], last = []] = unpackMatrices(pageNetWeights, [inputs * hidden, hidden, hidden, 1], pageNetSteps);
  weights = { first: Float32Array.from(first), bias: Float32Array.from(bias), second: Float32Array.from(second), last: Float32Array.from(last)[0] ?? 0 };
  return weights;
}

/** A line that stands alone among others may be told by itself, with so much less trust. */
const lone = 1;
/** The odds of a line that need not be asked about. */
const surelyText = -6;

/** Logarithm of the odds that each line is the page's, told what the rules say. */
export function tellPagesLines(lines: readonly Block[], judged: Judged): number[] {
  const known = knowLines(lines, judged);
  const input = new Float32Array(inputs);
  const odds = lines.map((_, index) => {
    if (known.asked[index] === 0) return surelyText;
    inputOf(known, index, input);
    return runPageNet(read(), input);
  });
  if (!known.asked.includes(1)) return odds;
  return inRuns(odds).map((run, index) => Math.max(run, (odds[index] ?? 0) - lone));
}

/** How much of a line's own odds counts, and the odds of a turn, as logarithms. */
const trust = 0.7;
const turning = -1;
const stay = Math.log(1 / (1 + Math.exp(turning)));
const turn = stay + turning;

/**
 * The same for lines that are told one after the other: what stands around a text comes in runs, and so does the text.
 * Forward and backward over two states that turn from line to line with the odds given.
 */
export function inRuns(odds: readonly number[]): number[] {
  const forward = passOver(odds);
  const backward = passOver([...odds].reverse()).reverse();
  return odds.map((each, index) => (forward[index] ?? 0) + (backward[index] ?? 0) - each * trust);
}

/** Odds of each line given it and all before it. */
function passOver(odds: readonly number[]): number[] {
  let before = 0;
  return odds.map((each) => {
    // log-odds after one change of state at most, then the line's own.
    const pages = Math.log(Math.exp(before + stay) + Math.exp(turn));
    const text = Math.log(Math.exp(before + turn) + Math.exp(stay));
    before = Math.max(-30, Math.min(30, pages - text + each * trust));
    return before;
  });
}
