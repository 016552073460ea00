import { isClosingHead, type Head } from './head.ts';
import { flag, shapeOf } from './headFeatures.ts';
import { tellLikeness } from './parallelHeads.ts';
import { describeBeliefs, describePart, firstFeatures, secondFeatures, type RunIn, type RunInPart } from './runInFeatures.ts';
import { chance } from './runIns.ts';
import type { Block } from './sourceText.ts';
import { firstStrayWeights, secondStrayWeights } from './strayWeights.ts';

/** Below this a line is no head. */
const leastBelief = 0.3;
/** How much of what stands below a line is looked at, in code units. */
const bodyShown = 400;
/** What stands for a body that is none: how much longer it is than the head is asked. */
const nothing = ' ';

/**
 * Leaves out lines that stand among the heads though they are none: a page's headline between 二、 and 三、
 * (`广场舞大赛报名延长到周五`), a caption, a remark. Such a line speaks of something else, stands in the way of numbers that
 * count on, and is parallel with nothing; a linear model weighs all of that, and once more with what it believed of the others.
 */
export function withoutStrays(blocks: readonly Block[], heads: readonly Head[]): Head[] {
  const lines = loneLinesOf(blocks, heads);
  if (lines === null) return [...heads];
  const believed = believeLines(lines, firstStrayWeights, secondStrayWeights);
  const strays = new Set(lines.at.filter((_, index) => (believed[index] ?? 1) < leastBelief));
  return heads.filter((_, index) => !strays.has(index));
}

/** The heads of an article that only their place tells, and what is asked of each. */
export interface LoneLines {
  /** Which of the heads they are. */
  readonly at: readonly number[];
  readonly part: RunInPart;
  /** In the order of `besideFeatures`. */
  readonly beside: readonly (readonly number[])[];
}

export function believeLines({ part, beside }: LoneLines, first: readonly number[], second: readonly number[]): number[] {
  const own = describePart(part).map((each, index) => [...each, ...(beside[index] ?? [])]);
  const early = own.map((each) => chance(first, each));
  const beliefs = describeBeliefs(part, early);
  return own.map((each, index) => chance(second, [...each, ...(beliefs[index] ?? [])]));
}

/** More are in no speech, and each is compared with the others. */
const mostLines = 400;

/** `null` where no head stands on a line of its own without a number, or too many do. */
export function loneLinesOf(blocks: readonly Block[], heads: readonly Head[]): LoneLines | null {
  const at = heads.flatMap((head, index) => (isLone(blocks, head) ? [index] : []));
  if (at.length === 0 || at.length > mostLines) return null;
  const starts: number[] = [];
  let length = 0;
  for (const { text } of blocks) {
    starts.push(length);
    length += text.length;
  }
  const placeOf = (head: Head): number => (starts[head.block] ?? 0) + head.start;
  const members = at.map((index): RunIn => {
    const { block, from, end, bodyStart } = heads[index] as Head;
    const next = heads[index + 1]?.block ?? blocks.length;
    let body = '';
    for (let below = block + 1; below < next && body.length < bodyShown; below += 1) body += blocks[below]?.text ?? '';
    const heading = (blocks[block]?.text ?? '').slice(from, end);
    return { block, from, end, bodyStart, heading, body: body.slice(0, bodyShown) || nothing, mark: /[？！?!]$/u.exec(heading)?.[0] ?? '', shape: shapeOf(heading) };
  });
  const part = { members, paragraphs: blocks.length - heads.length, elsewhere: 0, whole: heads.length === at.length, length, edges: { first: members[0]?.block ?? 0, last: members.at(-1)?.block ?? 0, opening: 1, closing: blocks.length - 1 } };
  const surroundings = { blocks, heads, at, members, pairs: pairsOf(blocks), numbers: numbersBefore(heads), numbered: heads.filter(isNumbered), length, placeOf };
  return { at, part, beside: at.map((_, index) => describeBeside(surroundings, index)) };
}

function isLone(blocks: readonly Block[], { block, start, end, bodyStart, ordinal, level, inline }: Head): boolean {
  const text = blocks[block]?.text ?? '';
  return ordinal === null && level === null && !inline && start === 0 && bodyStart >= text.length && !isClosingHead(text.slice(0, end));
}

/** What is asked of a line beside what is asked of a first sentence that may be a head. */
export const besideFeatures = [
  // Whether the numbers around it count on, and whether any count begins below it.
  'amidOrdinals', 'amidOthers', 'aboveOne', 'aboveOneAtOnce', 'aboveMore', 'aboveMoreAtOnce', 'abovePlain', 'abovePlainAtOnce', 'nothingBelow', 'behindNumber', 'behindPlain', 'rightBehindHead', 'nothingBefore',
  'numbers0', 'numbers1', 'numbers2', 'families2', 'ordinals', 'belowUnder30', 'belowUnder80', 'belowUnder200', 'belowUnder400',
  // How many of its kind stand between the same two numbers, and how like they are.
  'alone', 'two', 'three', 'more', 'wordedNear', 'shapedNear', 'wordedAnywhere', 'wordedTwice', 'lonelyAmidOrdinals', 'unlikeAmid', 'closesAlone', 'closesAloneLong', 'opensAlone', 'onlyOne', 'wordedAmid', 'wordedAmidTwice', 'wordedAtOnce', 'wordedMostly', 'unlikeAtOnce',
  // What it says.
  'you', 'particle', 'latin', 'digits', 'space', 'title', 'when', 'money', 'colonLabel', 'echoAll', 'echoNone', 'echoMuch', 'bodyNone',
] as const;
export const firstStrayFeatures = [...firstFeatures, ...besideFeatures] as const;
export const secondStrayFeatures = [...firstStrayFeatures, ...secondFeatures.slice(firstFeatures.length)] as const;

interface Surroundings {
  readonly blocks: readonly Block[];
  readonly heads: readonly Head[];
  readonly at: readonly number[];
  readonly members: readonly RunIn[];
  readonly pairs: ReadonlyMap<number, number>;
  /** How many heads before each have a number. */
  readonly numbers: readonly number[];
  readonly numbered: readonly Head[];
  readonly length: number;
  readonly placeOf: (head: Head) => number;
}

function describeBeside({ blocks, heads, at, members, pairs, numbers, numbered, length, placeOf }: Surroundings, index: number): number[] {
  const own = at[index] ?? 0;
  const head = heads[own] as Head;
  const { heading, body } = members[index] as RunIn;
  // The line itself has none.
  const count = numbers[own] ?? 0;
  const [before, behind] = [numbered[count - 1], numbered[count]];
  const next = heads[own + 1];
  const previous = heads[own - 1];
  const below = (next === undefined ? length : placeOf(next)) - placeOf(head) - heading.length;
  const countsOn = before?.ordinal !== null && before !== undefined && behind?.ordinal?.family === before.ordinal.family && behind.ordinal.number === before.ordinal.number + 1;
  const number = next?.ordinal?.number ?? 0;
  // What counts the top heads is met first.
  const ordinals = before?.ordinal?.family === numbered[0]?.ordinal?.family;
  const families = new Set(numbered.map(({ ordinal }) => ordinal?.family));
  const around = at.slice(Math.max(0, index - mostAround), index + mostAround + 1).map((_, place) => Math.max(0, index - mostAround) + place);
  const near = around.filter((order) => order !== index && numbers[at[order] ?? 0] === numbers[own]);
  const likeness = (order: number): string => tellLikeness({ heading, shape: String(heading.length) }, { heading: members[order]?.heading ?? '', shape: String(members[order]?.heading.length) });
  const worded = near.filter((order) => likeness(order) === 'worded').length;
  const wordedAnywhere = around.filter((order) => order !== index && likeness(order) === 'worded').length;
  const echo = echoOf(heading, pairs);
  return [
    flag(countsOn && ordinals), flag(countsOn && !ordinals), flag(number === 1 && below >= 30), flag(number === 1 && below < 30), flag(number > 1 && below >= 30), flag(number > 1 && below < 30),
    flag(next !== undefined && !isNumbered(next) && below >= 30), flag(next !== undefined && !isNumbered(next) && below < 30), flag(next === undefined), flag(isNumbered(previous)), flag(previous !== undefined && !isNumbered(previous)),
    flag(previous !== undefined && previous.block === head.block - 1 && previous.bodyStart >= (blocks[previous.block]?.text.length ?? 0)), flag(previous === undefined),
    flag(numbered.length === 0), flag(numbered.length === 1), flag(numbered.length === 2), flag(families.size > 1), flag(families.has('ordinal')), flag(below < 30), flag(below < 80), flag(below < 200), flag(below < 400),
    flag(near.length === 0), flag(near.length === 1), flag(near.length === 2), flag(near.length > 2), flag(worded > 0), flag(near.some((order) => likeness(order) === 'shaped')), flag(wordedAnywhere > 0), flag(wordedAnywhere > 1), flag(near.length === 0 && countsOn && ordinals), flag(worded === 0 && countsOn),
    flag(near.length === 0 && next === undefined && numbered.length > 1), flag(near.length === 0 && next === undefined && numbered.length > 1 && below >= 200), flag(near.length === 0 && previous === undefined && number === 1), flag(at.length === 1),
    flag(wordedAnywhere > 0 && number > 1), flag(wordedAnywhere > 1 && number > 1), flag(wordedAnywhere > 0 && below < 30), flag(wordedAnywhere > 0 && wordedAnywhere * 2 >= at.length - 1), flag(wordedAnywhere === 0 && below < 30),
    flag(/[你您]/u.test(heading)), flag(/[吗呢哦啦吧呀了着]$/u.test(heading)), flag(/[A-Za-z]/u.test(heading)), flag(/[0-9０-９]/u.test(heading)), flag(/\s/u.test(heading)), flag(/[《【]/u.test(heading)), flag(when.test(heading)), flag(/[元折]|免费|优惠/u.test(heading)),
    flag(/[：:]/u.test(heading)), echo, flag(echo === 0), flag(echo > 0.5), flag(body === nothing),
  ];
}

const when = /今[日晚天]|昨[日晚天]|明[日晚天早]|本[周月期]|下[周月期]|周[一二三四五六日末]|[上下]午|月底/u;

/** As many lines on each side are compared with one: more are in no speech. */
const mostAround = 60;

function isNumbered(head: Head | undefined): boolean {
  return head !== undefined && head.ordinal !== null;
}

function numbersBefore(heads: readonly Head[]): number[] {
  let count = 0;
  return heads.map((head) => {
    const before = count;
    if (isNumbered(head)) count += 1;
    return before;
  });
}

/** How often each pair of characters stands in the text. */
function pairsOf(blocks: readonly Block[]): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const { text } of blocks) {
    for (let at = 1; at < text.length; at += 1) {
      const pair = text.charCodeAt(at - 1) * 65_536 + text.charCodeAt(at);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

/** The share of its pairs of characters that the text holds elsewhere. */
function echoOf(heading: string, pairs: ReadonlyMap<number, number>): number {
  let count = 0;
  let found = 0;
  for (let at = 1; at < heading.length; at += 1) {
    if (/[，、的了是：]/u.test(heading.slice(at - 1, at + 1))) continue;
    count += 1;
    if ((pairs.get(heading.charCodeAt(at - 1) * 65_536 + heading.charCodeAt(at)) ?? 0) > 1) found += 1;
  }
  return count === 0 ? 0 : found / count;
}
