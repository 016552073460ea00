import { describeEnd, describeFirst, describeNext, type Open, type Past } from './levelFeatures.ts';
import { isBare, type LevelHead } from './levelHeads.ts';

/**
 * The levels of all heads of a document, decided at once: of the trees that may be made of them the one that a linear model
 * scores best. A tree is built head by head: each goes on one of the series that are open, which closes those below it, or opens
 * one below the head before it; the most promising beginnings are kept (a beam search). Where a rule for one head after
 * another must take 一、 for the next part or the first point below, the whole tells: what comes of either.
 */

/** How many beginnings are kept. */
const width = 12;

interface Step {
  readonly score: number;
  readonly top: Open;
  readonly past: Past;
  /** How deep what each sign sets off has stood. */
  readonly signs: Readonly<Record<string, number>>;
  readonly before: Step | null;
  /** What was asked of the step, by the places of `levelFeatures`. */
  readonly asked: readonly number[];
}

export interface Tree {
  readonly depths: readonly number[];
  readonly score: number;
  readonly asked: readonly number[];
}

/** `fixed` are the depths that may not be otherwise, by index; `learning` adds what a wrong depth costs, so that right trees win clearly. */
export interface TreeSearch {
  readonly fixed?: readonly (number | undefined)[];
  readonly penalty?: (index: number, depth: number) => number;
  readonly width?: number;
}

/** The best trees, best first. */
export function growTrees(heads: readonly LevelHead[], weights: readonly number[], search: TreeSearch = {}): Tree[] {
  let steps: Step[] = [];
  heads.forEach((head, index) => {
    const cost = (depth: number): number => search.penalty?.(index, depth) ?? 0;
    const next: Step[] = index === 0 ? [begin(head)] : steps.flatMap((step) => grow(heads, index, { step, weights, fixed: search.fixed?.[index], cost }));
    next.sort((a, b) => b.score - a.score);
    steps = next.slice(0, search.width ?? width);
  });
  return steps.map((step) => finish(step, heads, weights)).sort((a, b) => b.score - a.score);
}

function begin(head: LevelHead): Step {
  const top: Open = { key: head.key, number: head.number, explicit: head.explicit, count: 1, first: 0, last: 0, depth: 0, above: null };
  return { score: 0, top, past: { series: [], homes: { [head.key]: 1 } }, signs: head.sign === '' ? {} : { [head.sign]: 0 }, before: null, asked: [] };
}

interface Growing {
  readonly step: Step;
  readonly weights: readonly number[];
  readonly fixed: number | undefined;
  readonly cost: (depth: number) => number;
}

function grow(heads: readonly LevelHead[], index: number, { step, weights, fixed, cost }: Growing): Step[] {
  const head = heads[index];
  if (head === undefined) return [];
  const grown: Step[] = [];
  const { top, past } = step;
  const series = { key: head.key, number: head.number, explicit: head.explicit, last: index };
  const add = (open: Open, asked: readonly number[]): void => {
    grown.push({ score: step.score + sumOf(asked, weights) + cost(open.depth), top: open, past: pastOf(past, top, open), signs: head.sign === '' || step.signs[head.sign] === open.depth ? step.signs : { ...step.signs, [head.sign]: open.depth }, before: step, asked });
  };
  // What one sign sets off stands as deep everywhere, and nothing else goes on with it.
  const given = head.explicit === null ? (fixed ?? step.signs[head.sign]) : depthOfExplicit(head.explicit, top);
  const depthOf = given === undefined ? null : Math.min(given, top.depth + 1);
  const signOf = (open: Open): string => heads[open.last]?.sign ?? '';
  for (let entry: Open | null = top; entry !== null; entry = entry.above) {
    if (depthOf !== null ? entry.depth !== depthOf : signOf(entry) !== head.sign) continue;
    const asked: number[] = [];
    describeNext(heads, index, { entry, top, past }, asked);
    add({ ...series, count: entry.count + 1, first: entry.first, depth: entry.depth, above: entry.above }, asked);
  }
  if (depthOf === null || depthOf === top.depth + 1) {
    const asked: number[] = [];
    describeFirst(heads, index, { top, past }, asked);
    add({ ...series, count: 1, first: index, depth: top.depth + 1, above: top }, asked);
  }
  return grown;
}

/** A level that the format gave: below what is higher, beside what is as high or lower. */
function depthOfExplicit(level: number, top: Open): number {
  let depth = 0;
  let found: number | null = null;
  for (let open: Open | null = top; open !== null; open = open.above) {
    if (open.explicit === null) continue;
    if (open.explicit >= level) found = open.depth;
    else depth += 1;
  }
  return found ?? depth;
}

function pastOf(past: Past, top: Open, open: Open): Past {
  const bit = 1 << Math.min(open.depth, 30);
  const known = past.homes[open.key] ?? 0;
  const homes = (known & bit) === 0 && !isBare(open.key) ? { ...past.homes, [open.key]: known | bit } : past.homes;
  if (open.depth >= top.depth) return homes === past.homes ? past : { series: past.series, homes };
  const series = [...past.series];
  for (let over = top; over.depth > open.depth; over = over.above as Open) series[over.depth] = over;
  return { series, homes };
}

function sumOf(asked: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (const each of asked) sum += weights[each] ?? 0;
  return sum;
}

function finish(step: Step, heads: readonly LevelHead[], weights: readonly number[]): Tree {
  const last: number[] = [];
  describeEnd(step.top, heads, last);
  const depths: number[] = [];
  const asked = [...last];
  for (let each: Step | null = step; each !== null; each = each.before) {
    depths.push(each.top.depth);
    asked.push(...each.asked);
  }
  return { depths: depths.reverse(), score: step.score + sumOf(last, weights), asked };
}
