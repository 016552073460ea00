import { readAddress } from './address.ts';
import type { Head } from './head.ts';
import { findOpenEnds, type OpenEnd } from './headEnd.ts';
import { flag, measureWords, shapeOf, type WordUse } from './headFeatures.ts';
import { readOrdinal } from './ordinals.ts';
import { bothFeatures, describeBoth, describeOwn, notRunIn, ownFeatures, readRunIn, type RunIn } from './runInFeatures.ts';
import { chainWeights } from './runInChainWeights.ts';

/**
 * Heads without a number that open their paragraphs, in text whose line breaks were lost: `…一次书。摆放要勤。读者…账。登记要准。借出…`.
 * Any short sentence may be one, and where breaks behind heads were lost as well (`查通道登高面上的车全部移走。`) any beginning of a
 * sentence that may end without a mark (`headEnd.ts`). A chain of them is looked for that runs through the stretch between two heads: what each is
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
  /** The end that is told without a mark; `null` where a mark closes the head. */
  readonly open: (OpenEnd & { readonly lead: number; readonly first: boolean }) | null;
}

export interface Stretch {
  readonly links: readonly Link[];
  readonly start: number;
  readonly end: number;
  /** How long the whole text is. */
  readonly length: number;
}

/** Nearer to each other no two heads of this kind stand, and no farther; as many sentences back one is looked for. */
const nearest = 24;
const farthest = 1800;
const back = 80;

export const nodeFeatures = [...ownFeatures, 'beforeUnder8', 'beforeUnder16', 'behindUnder8', 'behindUnder16', 'behindOver30', 'opensStretch', 'long', 'longer', 'open', 'local', 'localHigh', 'told', 'toldUnlikely', 'score', 'lead', 'first', 'openComma', 'openUnder6', 'openOver16', 'openEcho', 'reports'] as const;
export const edgeFeatures: readonly string[] = [...bothFeatures(), 'edge', 'under60', 'under100', 'under200', 'under400', 'under800', 'skips0', 'skips2', 'skips5', 'skips9', 'skipsMore', 'under140', 'bothOpen', 'oneOpen', 'bothOpenNear', 'bothOpenClauses'];
export const openingFeatures = ['opening', 'under60', 'under200', 'under450', 'firstThird', 'firstTwoThirds'] as const;
export const closingFeatures = ['under40', 'under90', 'under200', 'under400', 'under800', 'lastHalf', 'lastThird'] as const;

/** The sentences of a text that are short enough for heads, between its heads. */
export function stretchesOf(text: string, block: number, heads: readonly Pick<Head, 'start' | 'bodyStart'>[], spoken = isSpoken([text])): Stretch[] {
  const bounds = [0, ...heads.map(({ bodyStart }) => bodyStart)];
  const words = spoken ? measureWords([text]) : null;
  return bounds.map((start, index) => {
    const end = heads[index]?.start ?? text.length;
    return { links: linksOf({ text, block, start, end, words }), start, end, length: text.length };
  });
}

/** Who speaks says so, over and over; news and reports hardly do. */
const address = /同志|各位|大家|朋友们|老师们|同学们|[我咱你]们/gu;
/** Of speeches with heads that no mark closes, the one that says it least says it three times in a thousand characters. */
const leastSpoken = 2.5 / 1000;

/** Whether somebody speaks in these texts, all together. */
export function isSpoken(texts: readonly string[]): boolean {
  let said = 0;
  let length = 0;
  for (const text of texts) {
    said += text.match(address)?.length ?? 0;
    length += text.length;
  }
  return said >= length * leastSpoken;
}

interface Reading {
  readonly text: string;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** `null` where nobody speaks: then no head without a mark is looked for. */
  readonly words: WordUse | null;
}

function linksOf({ text, block, start, end, words }: Reading): Link[] {
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
    if (readOrdinal(text, at) !== null || readAddress(text, at) > 0) return;
    const around = { start: at, before: at - (starts[index - 1] ?? start), behind: (starts[index + 2] ?? end) - next };
    for (const open of openEnds({ text, block, start: at, end, words })) links.push({ ...open, ...around });
    if (next - at > longestSentence && text.slice(at, at + longestSentence).search(/[：:]/u) < 0) return;
    const found = readRunIn(text.slice(at, Math.min(end, at + bodyShown)), block);
    if (found === null) return;
    links.push({ ...found, from: at + found.from, end: at + found.end, bodyStart: at + found.bodyStart, ...around, open: null });
  });
  return links;
}

/** As many ends without a mark are weighed of each sentence, and as well each of them fits at the least. */
const mostOpen = 3;
const leastLocal = -3;
const leastBody = 12;
const longestOpen = 34;
/** What hardly any head begins with, and a third of all sentences: the network that is asked of each other costs most. */
const notOpen = /^(?:同志|各位|大家|我|咱|你|他|她|它|这|那|此|但|可[是见]|所以|因[此为]|如果|谢|感谢|祝|请|也|又|还|再|就|都|其|[0-9０-９])/u;

function openEnds({ text, block, start, end, words }: Reading): (RunIn & Pick<Link, 'open'>)[] {
  if (words === null || notRunIn.test(text.slice(start, start + longestSentence)) || notOpen.test(text.slice(start, start + 4))) return [];
  const places = findOpenEnds({ text, from: start, limit: Math.min(end, start + longestOpen) }, words, mostOpen + 1);
  return places.slice(0, mostOpen).flatMap((place, index) => {
    if (place.local < leastLocal || end - place.end < leastBody || place.end - start < 2) return [];
    const heading = text.slice(start, place.end);
    const other = places.find((each) => each !== place)?.local ?? leastLocal;
    const body = text.slice(place.end, Math.min(end, start + bodyShown));
    return [{ block, from: start, end: place.end, bodyStart: place.end, heading, body, mark: '', shape: shapeOf(heading), open: { ...place, lead: place.local - other, first: index === 0 } }];
  });
}

const longestSentence = 40;
const bodyShown = 160;

export function describeLink(link: Link, stretch: Stretch): number[] {
  return [
    ...describeOwn(link), flag(link.before < 8), flag(link.before < 16), flag(link.behind < 8), flag(link.behind < 16), flag(link.behind > 30),
    flag(link.start <= stretch.start + 2), flag(stretch.length > 5000), flag(stretch.length > 9000), ...describeOpen(link), flag(reports.test(link.heading)),
  ];
}

/** What a report says that a meeting said, sentence after sentence. */
const reports = /^(?:全会|会议|大会|双方|文章|与会|中方|通知|报告|总书记)|(?:指出|强调|认为|提出|听取|肯定)/u;

function describeOpen({ open, heading, body }: Link): number[] {
  if (open === null) return noneOpen;
  const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
  return [
    1, within(open.local, -3, 3), Math.max(0, open.local), within(open.told, -6, 3) / 2, within(open.told + 3, -4, 0), within(open.score, -5, 2) / 2, within(open.lead, -3, 3),
    flag(open.first), flag(heading.includes('，')), flag(heading.length < 6), flag(heading.length > 16), flag(body.startsWith(heading.slice(0, 2))),
  ];
}

const noneOpen = Array.from({ length: 12 }, () => 0);

/** What is asked of one link of a chain and the next; `skipped` short sentences stand between them. */
export function describeEdge(one: Link, other: Link, skipped: number): number[] {
  const apart = other.start - one.bodyStart;
  return [
    ...describeBoth(one, other), 1, flag(apart < 60), flag(apart < 100), flag(apart < 200), flag(apart < 400), flag(apart < 800),
    flag(skipped === 0), flag(skipped > 0 && skipped <= 2), flag(skipped > 2 && skipped <= 5), flag(skipped > 5 && skipped <= 9), flag(skipped > 9), flag(apart < 140),
    ...describeKinds(one, other),
  ];
}

/** Heads of one series end alike: with a mark or without. */
function describeKinds(one: Link, other: Link): number[] {
  const both = one.open !== null && other.open !== null;
  return [
    flag(both), flag((one.open === null) !== (other.open === null)), flag(both && Math.abs(one.heading.length - other.heading.length) <= 1), flag(both && one.shape.clauses.length === other.shape.clauses.length),
  ];
}

/** What is asked of the first link of a chain: how far it stands from where the stretch begins. */
export function describeOpening({ start }: Link, stretch: Stretch): number[] {
  const apart = start - stretch.start;
  const share = apart / Math.max(1, stretch.end - stretch.start);
  return [1, flag(apart < 60), flag(apart < 200), flag(apart < 450), flag(share < 1 / 3), flag(share < 2 / 3)];
}

/** And of the last: how much stands behind it. */
export function describeClosing({ bodyStart }: Link, stretch: Stretch): number[] {
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
      // No two heads say the same.
      if (apart >= nearest && other?.heading !== link.heading) before.push(at);
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
const leastOfChain = 0.65;

/** The links that are heads, given what is believed of each. */
export function chainOf({ links }: Stretch, { nodes }: ChainBeliefs): Link[] {
  const chain = links.filter((_, index) => (nodes[index] ?? 0) >= leastOfLink);
  const mean = nodes.filter((each) => each >= leastOfLink).reduce((sum, each) => sum + each, 0) / Math.max(1, chain.length);
  // Heads hardly say the same twice: sentences that come back are a refrain.
  const told = new Set(chain.map(({ heading }) => heading)).size;
  return chain.length < 2 || mean < leastOfChain || told < chain.length * leastTold ? [] : chain;
}

const leastTold = 3 / 4;

/** What is longer is no speech whose heads have no numbers, and every sentence costs. */
const longestSpeech = 20_000;

/**
 * The heads of this kind in a block without line breaks, between those that are known. A speech that numbers heads of two
 * levels numbers all that stand before a full stop; what it may have beside them are lines of their own.
 */
export function findRunInChains(text: string, block: number, heads: readonly Head[], spoken: boolean): Head[] {
  if (text.length > longestSpeech) return [];
  const families = new Set(heads.filter(({ ordinal }) => ordinal?.family !== 'step').map(({ ordinal }) => ordinal?.family));
  return stretchesOf(text, block, heads, spoken).flatMap((whole) => {
    const stretch = families.size > 1 ? { ...whole, links: whole.links.filter(({ open }) => open !== null) } : whole;
    return stretch.links.length < 2 ? [] : chainOf(stretch, believeStretch(stretch, chainWeights)).map(({ start, from, end, bodyStart }): Head => ({ block, start, from, end, bodyStart, ordinal: null, level: null, inline: true }));
  });
}
