import type { Head } from './head.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { describeBeliefs, describePart, readRunIn, type RunIn, type RunInPart } from './runInFeatures.ts';
import { firstWeights, secondWeights } from './runInWeights.ts';
import type { Block } from './sourceText.ts';

/** Shorter paragraphs than this open nothing and are not counted. */
const leastParagraph = 24;
/** What is believed of each member at the least, and of all of them on the mean. */
const leastOfMember = 0.6;
const leastOfSeries = 0.75;

/**
 * Heads without a number that open their paragraphs: `定位要高。领导每天…` beside `切口要小。题目一大…`. Any paragraph may open with
 * a short sentence: only several of them in one part of the speech, parallel with each other, are heads. What a linear
 * model believes of each at first is asked of its neighbours in a second look.
 */
export function findRunIns(blocks: readonly Block[], heads: readonly Head[], runOn: readonly boolean[]): Head[] {
  const found: Head[] = [];
  for (const part of runInParts(blocks, heads, runOn)) {
    if (part.members.length < 2) continue;
    const series = seriesOf(part, believe(part, firstWeights, secondWeights));
    for (const { block, from, end, bodyStart } of series) found.push({ block, start: 0, from, end, bodyStart, ordinal: null, level: null, inline: true });
  }
  return found;
}

/** The members that are heads, given what is believed of each. */
export function seriesOf({ members }: RunInPart, believed: readonly number[]): RunIn[] {
  const series = members.filter((_, index) => (believed[index] ?? 0) >= leastOfMember);
  const mean = believed.filter((each) => each >= leastOfMember).reduce((sum, each) => sum + each, 0) / Math.max(1, series.length);
  return series.length < 2 || mean < leastOfSeries ? [] : series;
}

export function believe(part: RunInPart, first: readonly number[], second: readonly number[]): number[] {
  const features = describePart(part);
  const early = features.map((each) => chance(first, each));
  const beliefs = describeBeliefs(part, early);
  return features.map((each, index) => chance(second, [...each, ...(beliefs[index] ?? [])]));
}

export function chance(weights: readonly number[], features: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < features.length; index += 1) sum += (weights[index] ?? 0) * (features[index] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The parts of a speech: what stands between two heads. */
export function runInParts(blocks: readonly Block[], heads: readonly Head[], runOn: readonly boolean[]): RunInPart[] {
  const opens = new Set(heads.filter((head) => head.start === 0 || head.from < 3 || head.ordinal === null).map((head) => head.block));
  const groups: { members: RunIn[]; blocks: number[] }[] = [{ members: [], blocks: [] }];
  blocks.forEach((block, index) => {
    if (opens.has(index)) {
      groups.push({ members: [], blocks: [] });
      return;
    }
    const part = groups.at(-1);
    if (part === undefined || block.text.length < leastParagraph || block.hint?.table === true) return;
    part.blocks.push(index);
    if (runOn[index] === true || ordinalOf(block) !== null || (block.hint?.level ?? null) !== null) return;
    const opening = readRunIn(block.text, index);
    if (opening !== null) part.members.push(opening);
  });
  const short = groups.reduce((sum, part) => sum + part.members.length, 0);
  const every = groups.flatMap((part) => part.blocks);
  const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
  const opening = every[0] ?? 0;
  const closing = every.at(-1) ?? 0;
  return groups.map(({ members, blocks: own }) => ({
    members,
    paragraphs: own.length,
    elsewhere: every.length === own.length ? 0 : (short - members.length) / (every.length - own.length),
    length,
    whole: every.length === own.length,
    edges: { first: own[0] ?? 0, last: own.at(-1) ?? 0, opening, closing },
  }));
}
