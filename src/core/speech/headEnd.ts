import { foldForBoundaries } from './boundaryScore.ts';
import { EndScorer } from './endNet.ts';
import { endNet } from './endNetTable.ts';
import { describeNet, describePair, describePlace, shapeOf, type HeadShape, type WordUse } from './headFeatures.ts';
import { findEcho, headPlaces, longestHead, type OpenHead } from './headPlaces.ts';
import { netWeights, pairWeights, placeWeights } from './headWeights.ts';
import { endsHard } from './punctuation.ts';

/**
 * Where a head ends whose line break was lost: `第一，提升政治引领力，打造爱党报国的政治组织|只有不忘本，方能向未来。`
 *
 * Each place between two characters gets a score of its own (does a sentence end here, does a body open here), and heads
 * of one series vote for each other: parallel heads have as many clauses, as long a last clause, the same function word
 * at the same distance from the end. Every head's places hold a belief, and the beliefs are weighed against each other
 * until they settle. A cut by punctuation alone was rejected: in run-on text the first full stop ends the body's first
 * sentence. So was looking for one shape that fits the whole series: any series can be cut to one length.
 */

export interface HeadEnd {
  readonly end: number;
  /** Where the body begins, behind the mark that closes the head. */
  readonly bodyStart: number;
  /** How surely a sentence ends there by its words alone, as boundaryScore.ts has it; `null` where a mark or an ordinal tells. */
  readonly score: number | null;
  /** The same as the network of endNet.ts has it. */
  readonly told?: number | undefined;
  /** How well the place fits, its words and the other heads of the series weighed together. */
  readonly total?: number;
}

interface Candidate extends HeadEnd {
  readonly local: number;
  readonly shape: HeadShape;
}

/** What a mark at the place adds to the learnt weights, whose sum is about 3 at a sure end and −5 anywhere. */
const marks = {
  /** The next ordinal stands here. */
  ordinalFollows: 9,
  /** A space, as previews put where a line break was. */
  space: 5,
  /** The body begins with the head's own words. */
  echo: 4,
  fullStop: 6,
  semicolon: 3,
  colon: 2,
  /** A full stop where the series' heads do not end with one. */
  strayFullStop: -8,
  strayColon: -7,
} as const;

/** How many places of a head are weighed against the others', and how many heads of a series. */
const placesWeighed = 16;
const headsWeighed = 12;
const rounds = 6;
/** A place that is believed in less does not vote. */
const leastBelief = 0.001;
/** How much the other heads' shape counts beside the place itself. */
const parallel = 1.3;
/** No two heads of a series say the same: 必须批判 is where two of them begin. */
const sameWords = -6;

/**
 * The ends of the heads of one series, in the order given; `null` where no place will do. `marked` says how
 * surely the heads end with a mark, between 0 and 1.
 */
export function findHeadEnds(heads: readonly OpenHead[], words: WordUse, marked: number): (HeadEnd | null)[] {
  return settle(heads.map((head) => mostLikely(marked === 1 ? withoutNet(listCandidates(head, words, marked)) : withNet(head, listCandidates(head, words, marked)))));
}

function mostLikely(places: readonly Candidate[]): Candidate[] {
  return [...places].sort((one, other) => other.local - one.local).slice(0, placesWeighed);
}

/** The ends of the heads of a series that no mark closes. */
export interface UnmarkedEnds {
  readonly ends: readonly (HeadEnd | null)[];
  /**
   * How much better the first so many heads of the series end where nothing marks it than with their first full stops,
   * the heads' shapes beside each other weighed in.
   */
  gainOf(count: number): number;
}

/** `least` is the mean of the highest scores below which a series is not looked into any further: most are sentences. */
export function findUnmarkedEnds(heads: readonly OpenHead[], words: WordUse, least = -Infinity): UnmarkedEnds {
  const listed = heads.map((head) => listCandidates(head, words, 0));
  if (least > -Infinity && meanOfHighest(listed) < least) return { ends: heads.map(() => null), gainOf: () => -Infinity };
  if (least > -Infinity && heads.length > mostAsked && !mayEnd(heads, listed)) return { ends: heads.map(() => null), gainOf: () => -Infinity };
  const places = listed.map((list, index) => withNet(heads[index] as OpenHead, list));
  return {
    ends: settle(places.map(mostLikely)),
    gainOf(count) {
      const first = places.slice(0, count);
      const bare = first.map((list, index) => mostLikely(list.filter((each) => each.end === each.bodyStart || heads[index]?.text.charAt(each.end) === ' ')));
      // What the mark adds is left out: whether it closes the head is what is asked.
      const stops = first.map((list, index) =>
        list.filter((each) => /[。！？!?；;]/u.test(heads[index]?.text.charAt(each.end) ?? '')).map((each) => ({ ...each, local: each.local - marks.strayFullStop })),
      );
      return meanTotal(settle(bare)) - meanTotal(settle(stops));
    },
  };
}

/** Of a longer series so many are asked of the network first; where it sees ends in none of them, they are sentences. */
const mostAsked = 4;
const leastMean = -4;

function mayEnd(heads: readonly OpenHead[], listed: readonly (readonly Candidate[])[]): boolean {
  const step = Math.ceil(heads.length / mostAsked);
  const shown = heads.flatMap((head, index) => (index % step === 0 ? [Math.max(nowhere, ...withNet(head, listed[index] ?? []).map(({ told }) => told ?? nowhere))] : []));
  return shown.reduce((sum, told) => sum + told, 0) >= leastMean * shown.length;
}

function meanOfHighest(lists: readonly (readonly Candidate[])[]): number {
  return lists.reduce((sum, list) => sum + list.reduce((highest, { score }) => Math.max(highest, score ?? 0), nowhere), 0) / Math.max(1, lists.length);
}

function meanTotal(ends: readonly (HeadEnd | null)[]): number {
  return ends.reduce((sum, end) => sum + (end?.total ?? nowhere), 0) / Math.max(1, ends.length);
}

/** A place where a head may end without a mark, and how well it fits by itself. */
export interface OpenEnd {
  readonly end: number;
  readonly local: number;
  readonly score: number;
  readonly told: number;
}

/** Where a place fits less well before the network is asked, what it tells mends nothing. */
const leastPlain = -3.5;

/** The likeliest places where a sentence that begins at `head.from` ends without a mark, the best first. */
export function findOpenEnds(head: OpenHead, words: WordUse, count: number): OpenEnd[] {
  const open = listCandidates(head, words, 0).filter((each) => each.score !== null && each.end === each.bodyStart && each.local >= leastPlain);
  return mostLikely(withNet(head, open)).slice(0, count).map(({ end, local, score, told }) => ({ end, local, score: score ?? nowhere, told: told ?? nowhere }));
}

/** What a head counts that has no place to end at. */
const nowhere = -8;

/** Each head's best place, given what is believed of the others'. */
function settle(candidates: readonly (readonly Candidate[])[]): (HeadEnd | null)[] {
  let scores = candidates.map((list) => list.map((candidate) => candidate.local));
  // The first belief is cautious, so that a strong vote can still turn it.
  let beliefs = scores.map((list) => softmax(list.map((score) => score * 0.6)));
  const agreements = new Agreements(candidates);
  for (let round = 0; round < rounds && candidates.length > 1; round += 1) {
    scores = candidates.map((list, head) => {
      const votes = new Float64Array(list.length);
      const voters = nearest(candidates, head);
      for (const voter of voters) agreements.addVotes(head, voter, beliefs[voter] ?? [], votes);
      return list.map((candidate, own) => candidate.local + (voters.length === 0 ? 0 : (parallel * (votes[own] as number)) / voters.length));
    });
    beliefs = scores.map(softmax);
  }
  return candidates.map((list, head) => {
    const own = scores[head] ?? [];
    const total = Math.max(...own);
    const best = list[own.indexOf(total)];
    return best === undefined ? null : { end: best.end, bodyStart: best.bodyStart, score: best.score, told: best.told, total };
  });
}

/** How well places of two heads agree, worked out when it is asked for first. */
class Agreements {
  private readonly candidates: readonly (readonly Candidate[])[];
  private readonly known = new Map<number, Float64Array>();
  private readonly features = new Float64Array(pairWeights.length);

  constructor(candidates: readonly (readonly Candidate[])[]) {
    this.candidates = candidates;
  }

  /** Adds to the votes for each place of a head how well it agrees with the places that are believed of another. */
  addVotes(head: number, other: number, believed: readonly number[], votes: Float64Array): void {
    const [first, second] = head < other ? [head, other] : [other, head];
    const [ones, others] = [this.candidates[first] ?? [], this.candidates[second] ?? []];
    const pair = first * this.candidates.length + second;
    const values = this.known.get(pair) ?? new Float64Array(ones.length * others.length).fill(NaN);
    this.known.set(pair, values);
    // Agreement is the same the other way round, so each pair is worked out once.
    const [toOwn, toPlace] = head === first ? [others.length, 1] : [1, others.length];
    for (let place = 0; place < believed.length; place += 1) {
      const belief = believed[place] as number;
      if (belief <= leastBelief) continue;
      for (let own = 0; own < votes.length; own += 1) {
        const at = own * toOwn + place * toPlace;
        let value = values[at] as number;
        if (Number.isNaN(value)) {
          value = head === first ? this.workOut(ones[own], others[place]) : this.workOut(ones[place], others[own]);
          values[at] = value;
        }
        votes[own] = (votes[own] as number) + belief * value;
      }
    }
  }

  private workOut(one: Candidate | undefined, other: Candidate | undefined): number {
    if (one === undefined || other === undefined) return 0;
    if (one.shape.length === other.shape.length && one.shape.words === other.shape.words) return sameWords;
    return dot(pairWeights, describePair(one.shape, other.shape, this.features));
  }
}

/** The other heads that have places at all, those next in the series where there are many. */
function nearest(candidates: readonly (readonly Candidate[])[], head: number): number[] {
  const others: number[] = [];
  for (let away = 1; others.length < headsWeighed && away < candidates.length; away += 1) {
    for (const other of [head - away, head + away]) if ((candidates[other]?.length ?? 0) > 0) others.push(other);
  }
  return others;
}

function between(low: number, high: number, share: number): number {
  return low + (high - low) * share;
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function dot(weights: readonly number[], features: readonly number[] | Float64Array): number {
  let sum = 0;
  for (let index = 0; index < features.length; index += 1) sum += (weights[index] ?? 0) * (features[index] ?? 0);
  return sum;
}

/** How surely heads end at these places, as the network tells on the mean; −9 where a head has none. */
export function meanTold(ends: readonly (HeadEnd | null)[]): number {
  return ends.reduce((sum, end) => sum + (end === null ? -9 : Math.max(-9, end.told ?? 0)), 0) / Math.max(1, ends.length);
}

function listCandidates(head: OpenHead, words: WordUse, marked: number): Candidate[] {
  const offset = head.from;
  // A block may be a whole document: the head's own stretch and a little of what follows tell enough.
  const text = head.text.slice(offset, offset + longestHead + 60);
  const limit = Math.min(head.limit - offset, longestHead);
  const found: Candidate[] = [];
  let depth = 0;
  const add = (end: number, bodyStart: number, mark: number | null, more = 0): void => {
    const described = describePlace({ text, folded, from: 0, index: end }, words);
    // A mark says more than the words around it: only the head's own shape counts beside it.
    const local = more + (mark === null ? dot(placeWeights, described) : mark + dot(placeWeights, described.map((value, index) => (index < placeOnly ? 0 : value))));
    found.push({ end: offset + end, bodyStart: offset + bodyStart, score: mark === null ? (described[0] ?? 0) : null, local, shape: shapeOf(text.slice(0, end)) });
  };
  const folded = foldForBoundaries(text);
  const echo = findEcho(head) - offset;
  for (const index of headPlaces({ text, from: 0, limit })) add(index, index, null, index === echo ? marks.echo : 0);
  if (echo > 0 && echo < 4) add(echo, echo, marks.echo);
  for (let index = 0; index < limit; index += 1) {
    const character = text.charAt(index);
    if ('（(《〈“‘「『【〔'.includes(character)) depth += 1;
    else if ('）)》〉”’」』】〕'.includes(character)) depth = Math.max(0, depth - 1);
    // 第一，急。抓生产的人… is a head of one character.
    else if (depth === 0 && (index > 1 || (index === 1 && character === '。'))) {
      if ('；;'.includes(character)) add(index, index + 1, between(marks.strayFullStop, marks.semicolon, marked));
      else if ('：:'.includes(character)) add(index, index + 1, between(marks.strayColon, marks.colon, marked));
      else if (character === ' ') add(index, index + 1, marks.space);
      else if ('。！？!?'.includes(character)) {
        add(index, index + 1, between(marks.strayFullStop, marks.fullStop, marked));
        return found;
      }
    }
  }
  const reach = head.limit - offset;
  if (reach <= longestHead && reach > 1 && !endsHard(text.slice(0, reach))) add(reach, reach, marks.ordinalFollows);
  return found;
}

/** The candidates that no mark closes with what the network tells of them, which costs more than all else. */
function withNet(head: OpenHead, candidates: readonly Candidate[]): Candidate[] {
  const open = candidates.filter(({ score }) => score !== null);
  const told = tellEnds(head, open);
  let next = 0;
  return candidates.map((candidate) => {
    if (candidate.score === null) return candidate;
    const each = told[next] ?? 0;
    next += 1;
    return { ...candidate, told: each, local: candidate.local + dot(netWeights, describeNet(each)) };
  });
}

/** A head is asked for more than once, at the same places: whether a mark closes it, and where it ends if none does. */
const toldOf = new WeakMap<OpenHead, readonly number[]>();

function tellEnds(head: OpenHead, open: readonly Candidate[]): readonly number[] {
  const known = toldOf.get(head);
  if (known !== undefined) return known;
  const told = endScorer().scores(head.text.slice(head.from, head.from + longestHead + 60), open.map(({ end }) => end - head.from));
  toldOf.set(head, told);
  return told;
}

/** Where the series' heads surely end with a mark the network is not asked; what it tells of most places is no. */
function withoutNet(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate) => (candidate.score === null ? candidate : { ...candidate, local: candidate.local + dot(netWeights, describeNet(unlikely)) }));
}

const unlikely = -6;

let scorer: EndScorer | null = null;

/** Unpacked when the first head without a mark is read: most documents need none of it. */
function endScorer(): EndScorer {
  return (scorer ??= new EndScorer(endNet));
}

/** How many of the first features say something about the two sides of a place rather than the head before it. */
const placeOnly = 22;
