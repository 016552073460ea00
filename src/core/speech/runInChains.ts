import type { Head } from './head.ts';
import { readOrdinal } from './ordinals.ts';
import { bothFeatures, describeBoth, describeOwn, ownFeatures, readRunIn, type RunIn } from './runInFeatures.ts';
import { chainWeights } from './runInChainWeights.ts';

/**
 * Heads without a number that open their paragraphs, in text whose line breaks were lost: `…一次书。摆放要勤。读者…账。登记要准。借出…`.
 * Any short sentence may be one. A chain of them is looked for that runs through the stretch between two heads: what each is
 * by itself, and how parallel each is with the next and how far from it, is weighed for all chains at once (a conditional
 * random field over chains, summed forwards and backwards); none at all is a chain as well. A sentence is a head where the
 * chains that hold it outweigh all others.
 */

/** A short sentence within a text, and what stands around it. */
export interface Link extends RunIn {
  /** Where it begins in the block. */
  readonly start: number;
  /** The lengths of the sentences before and behind it, marks left out. */
  readonly before: number;
  readonly behind: number;
}

export interface Stretch {
  readonly links: readonly Link[];
  readonly start: number;
  readonly end: number;
  /** How long the whole text is. */
  readonly length: number;
}

/** Nearer to each other no two heads of this kind stand, and no farther; as many sentences back one is looked for. */
const nearest = 36;
const farthest = 1800;
const back = 40;

export const nodeFeatures = [...ownFeatures, 'beforeUnder8', 'beforeUnder16', 'behindUnder8', 'behindUnder16', 'behindOver30', 'opensStretch', 'long', 'longer'] as const;
export const edgeFeatures: readonly string[] = [...bothFeatures(), 'edge', 'under60', 'under100', 'under200', 'under400', 'under800', 'skips0', 'skips2', 'skips5', 'skips9', 'skipsMore', 'under140'];
export const openingFeatures = ['opening', 'under60', 'under200', 'under450', 'firstThird', 'firstTwoThirds'] as const;
export const closingFeatures = ['under40', 'under90', 'under200', 'under400', 'under800', 'lastHalf', 'lastThird'] as const;

/** The sentences of a text that are short enough for heads, between its heads. */
export function stretchesOf(text: string, block: number, heads: readonly Pick<Head, 'start' | 'bodyStart'>[], length = text.length): Stretch[] {
  const bounds = [0, ...heads.map(({ bodyStart }) => bodyStart)];
  return bounds.map((start, index) => {
    const end = heads[index]?.start ?? text.length;
    return { links: linksOf(text, block, start, end), start, end, length };
  });
}

function linksOf(text: string, block: number, start: number, end: number): Link[] {
  const starts: number[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[。！？!?][”’」』）)]*/gu)) {
    starts.push(from);
    from = start + match.index + match[0].length;
  }
  if (from < end) starts.push(from);
  const links: Link[] = [];
  starts.forEach((at, index) => {
    const next = starts[index + 1] ?? end;
    if (readOrdinal(text, at) !== null) return;
    if (next - at > longestSentence && text.slice(at, at + longestSentence).search(/[：:]/u) < 0) return;
    const found = readRunIn(text.slice(at, Math.min(end, at + bodyShown)), block);
    if (found === null) return;
    links.push({
      ...found, from: at + found.from, end: at + found.end, bodyStart: at + found.bodyStart, start: at,
      before: at - (starts[index - 1] ?? start), behind: (starts[index + 2] ?? end) - next,
    });
  });
  return links;
}

const longestSentence = 40;
const bodyShown = 160;

export function describeLink(link: Link, stretch: Stretch): number[] {
  const flag = (value: boolean): number => (value ? 1 : 0);
  return [
    ...describeOwn(link), flag(link.before < 8), flag(link.before < 16), flag(link.behind < 8), flag(link.behind < 16), flag(link.behind > 30),
    flag(link.start <= stretch.start + 2), flag(stretch.length > 5000), flag(stretch.length > 9000),
  ];
}

/** What is asked of one link of a chain and the next; `skipped` short sentences stand between them. */
export function describeEdge(one: Link, other: Link, skipped: number): number[] {
  const flag = (value: boolean): number => (value ? 1 : 0);
  const apart = other.start - one.bodyStart;
  return [
    ...describeBoth(one, other), 1, flag(apart < 60), flag(apart < 100), flag(apart < 200), flag(apart < 400), flag(apart < 800),
    flag(skipped === 0), flag(skipped > 0 && skipped <= 2), flag(skipped > 2 && skipped <= 5), flag(skipped > 5 && skipped <= 9), flag(skipped > 9), flag(apart < 140),
  ];
}

/** What is asked of the first link of a chain: how far it stands from where the stretch begins. */
export function describeOpening({ start }: Link, stretch: Stretch): number[] {
  const flag = (value: boolean): number => (value ? 1 : 0);
  const apart = start - stretch.start;
  const share = apart / Math.max(1, stretch.end - stretch.start);
  return [1, flag(apart < 60), flag(apart < 200), flag(apart < 450), flag(share < 1 / 3), flag(share < 2 / 3)];
}

/** And of the last: how much stands behind it. */
export function describeClosing({ bodyStart }: Link, stretch: Stretch): number[] {
  const flag = (value: boolean): number => (value ? 1 : 0);
  const apart = stretch.end - bodyStart;
  const share = apart / Math.max(1, stretch.end - stretch.start);
  return [flag(apart < 40), flag(apart < 90), flag(apart < 200), flag(apart < 400), flag(apart < 800), flag(share < 1 / 2), flag(share < 1 / 3)];
}

/** The links that may stand before each in a chain. */
export function edgesOf(links: readonly Link[]): number[][] {
  return links.map((link, index) => {
    const before: number[] = [];
    for (let at = index - 1; at >= Math.max(0, index - back); at -= 1) {
      const other = links[at];
      const apart = link.start - (other?.bodyStart ?? 0);
      if (apart > farthest) break;
      if (apart >= nearest) before.push(at);
    }
    return before;
  });
}

export interface ChainScores {
  /** What each link counts by itself, and with each that may stand before it. */
  readonly nodes: readonly number[];
  readonly edges: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
  /** What beginning and ending a chain with each counts. */
  readonly openings: readonly number[];
  readonly closings: readonly number[];
}

export interface ChainBeliefs {
  readonly nodes: number[];
  readonly edges: number[][];
  /** That a chain begins and ends with each. */
  readonly openings: number[];
  readonly closings: number[];
}

/** How likely each link and each step is, over all chains of two and more and none. */
export function believeChains({ nodes, edges, before, openings, closings }: ChainScores): ChainBeliefs {
  const count = nodes.length;
  const forward = new Float64Array(count).fill(-Infinity);
  const first = nodes.map((node, at) => node + (openings[at] ?? 0));
  for (let at = 0; at < count; at += 1) {
    (before[at] ?? []).forEach((other, index) => {
      const step = (edges[at]?.[index] ?? 0) + (nodes[at] ?? 0);
      forward[at] = logSum(forward[at] as number, logSum(first[other] as number, forward[other] as number) + step);
    });
  }
  const backward = new Float64Array(count);
  const goesOn = new Float64Array(count).fill(-Infinity);
  for (let at = count - 1; at >= 0; at -= 1) {
    backward[at] = logSum(closings[at] ?? 0, goesOn[at] as number);
    (before[at] ?? []).forEach((other, index) => {
      const step = (edges[at]?.[index] ?? 0) + (nodes[at] ?? 0) + (backward[at] as number);
      goesOn[other] = logSum(goesOn[other] as number, step);
    });
  }
  let total = 0;
  for (let at = 0; at < count; at += 1) total = logSum(total, (forward[at] as number) + (closings[at] ?? 0));
  return {
    nodes: nodes.map((_, at) => Math.exp((first[at] as number) + (goesOn[at] as number) - total) + Math.exp((forward[at] as number) + (backward[at] as number) - total)),
    edges: before.map((others, at) => others.map((other, index) => Math.exp(logSum(first[other] as number, forward[other] as number) + (edges[at]?.[index] ?? 0) + (nodes[at] ?? 0) + (backward[at] as number) - total))),
    openings: nodes.map((_, at) => Math.exp((first[at] as number) + (goesOn[at] as number) - total)),
    closings: nodes.map((_, at) => Math.exp((forward[at] as number) + (closings[at] ?? 0) - total)),
  };
}

function logSum(a: number, b: number): number {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + Math.log(Math.exp(a - high) + Math.exp(b - high));
}

function dot(weights: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < features.length; index += 1) sum += (weights[index] ?? 0) * (features[index] ?? 0);
  return sum;
}

export interface ChainWeights {
  readonly node: readonly number[];
  readonly edge: readonly number[];
  readonly opening: readonly number[];
  readonly closing: readonly number[];
}

export function believeStretch(stretch: Stretch, weights: ChainWeights): ChainBeliefs {
  const { links } = stretch;
  const before = edgesOf(links);
  return believeChains({
    nodes: links.map((link) => dot(weights.node, describeLink(link, stretch))),
    before,
    edges: before.map((others, at) => others.map((other) => dot(weights.edge, describeEdge(links[other] as Link, links[at] as Link, at - other - 1)))),
    openings: links.map((link) => dot(weights.opening, describeOpening(link, stretch))),
    closings: links.map((link) => dot(weights.closing, describeClosing(link, stretch))),
  });
}

/** What is believed of each link at the least, and of all of them on the mean. */
const leastOfLink = 0.5;
const leastOfChain = 0.85;

/** The links that are heads, given what is believed of each. */
export function chainOf({ links }: Stretch, { nodes }: ChainBeliefs): Link[] {
  const chain = links.filter((_, index) => (nodes[index] ?? 0) >= leastOfLink);
  const mean = nodes.filter((each) => each >= leastOfLink).reduce((sum, each) => sum + each, 0) / Math.max(1, chain.length);
  return chain.length < 2 || mean < leastOfChain ? [] : chain;
}

/** What is longer is no speech whose heads have no numbers, and every sentence costs. */
const longestSpeech = 20_000;

/**
 * The heads of this kind in a block without line breaks, between those that are known. A speech that numbers heads of two
 * levels numbers all of them.
 */
export function findRunInChains(text: string, block: number, heads: readonly Head[]): Head[] {
  if (text.length > longestSpeech || new Set(heads.filter(({ ordinal }) => ordinal?.family !== 'step').map(({ ordinal }) => ordinal?.family)).size > 1) return [];
  return stretchesOf(text, block, heads).flatMap((stretch) =>
    stretch.links.length < 2 ? [] : chainOf(stretch, believeStretch(stretch, chainWeights)).map(({ start, from, end, bodyStart }): Head => ({ block, start, from, end, bodyStart, ordinal: null, level: null, inline: true })),
  );
}
