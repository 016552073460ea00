import { countsAlike, isBare, type LevelHead, type LevelKey } from './levelHeads.ts';
import { spokenFamilies } from './ordinals.ts';
import { isLabelling, tellLikeness } from './parallelHeads.ts';

/** A series of heads that is open: another may go on it. */
export interface Open {
  readonly key: LevelKey;
  /** The number of its last head, and how many it has. */
  readonly number: number;
  readonly explicit: number | null;
  readonly count: number;
  /** Its first and its last head. */
  readonly first: number;
  readonly last: number;
  readonly depth: number;
  readonly above: Open | null;
}

/** The last series at a depth that is over, and at which depths, as bits, each key has stood. */
export interface Past {
  readonly series: readonly (Open | undefined)[];
  readonly homes: Readonly<Partial<Record<LevelKey, number>>>;
}

/** What is asked of a head that goes on a series: what its number, its wording and its form are beside the others. */
const goingOn = [
  'next', 'gap', 'restart', 'back', 'nextSkipping', 'plain', 'runIn', 'worded', 'shaped', 'unlike', 'likeFirst', 'lengthFar', 'lengthNear',
  'numberBehindPlain', 'numberBehindRunIn', 'plainBehindNumber', 'plainBehindRunIn', 'runInBehindNumber', 'runInBehindPlain', 'otherOne', 'otherNext', 'otherMore',
  'otherLast', 'otherTop', 'otherBehindFirst', 'barren', 'barrenPlain', 'closes', 'closesMore', 'closesSingle', 'closesSingleBare', 'otherForm', 'otherAlone',
  'closesOthers', 'homeless', 'bareClosesBare', 'backWorded', 'staysUnlike', 'labelApart', 'otherOneHigher', 'otherOneLower', 'bareBehindItem', 'strays',
] as const;
/** Of one that opens a series below the head before it. */
const opening = [
  'one', 'later', 'countsOn', 'openPlain', 'openRunIn', 'underHigher', 'underMuchHigher', 'underSame', 'underEqual', 'underLower', 'sameAbove',
  'ordinalUnderPlain', 'bracketUnderPlain', 'itemUnderPlain', 'numberUnderPlain', 'plainUnderPlain', 'plainUnderNumber', 'plainUnderPart', 'runInUnderPlain', 'runInUnderNumber',
  'plainUnderRunIn', 'numberUnderRunIn', 'runInUnderRunIn', 'third', 'deeper', 'adjacent', 'bodyShort', 'bodyMiddle', 'bodyLong', 'cousinSame', 'cousinOther', 'cousinAlike', 'cousinNone',
  'parentWorded', 'parentShaped', 'elsewhere', 'lineUnderRunIn', 'runInUnderLine', 'underOnly', 'underFirst', 'parentShorter', 'lastOfAll', 'labelUnder', 'lengthFarBelow', 'lengthNearBelow', 'bareUnderItem', 'unlikeKin',
] as const;
/** Of a series where the document ends. */
const ending = ['single', 'singleBare', 'topSingle'] as const;

export const levelFeatures = [...goingOn, ...opening, ...ending] as const;
type Feature = (typeof levelFeatures)[number];
const places = new Map<string, number>(levelFeatures.map((name, index) => [name, index]));
const id = (name: Feature): number => places.get(name) ?? 0;
const ids = Object.fromEntries(levelFeatures.map((name) => [name, id(name)])) as Readonly<Record<Feature, number>>;

/** Ranks as they mostly stand above each other. */
const ranks: Readonly<Record<LevelKey, number>> = {
  explicit: 0, part: 0, volume: 0, chapter: 1, clause: 2, ordinal: 3, plain: 3, bracket: 5, digit: 6, nth: 6, sequence: 6, step: 6, decimal: 6, runIn: 7, bracketDigit: 7, circled: 8, item: 8,
};

/** What is counted in speaking stands below heads of any depth, in one document too. */
const anywhere: ReadonlySet<LevelKey> = spokenFamilies;

/** Less than this between two heads is no body. */
const leastBody = 8;

/** What is asked of the head at `index` where it goes on `entry`; `top` is the innermost series that is open. */
export function describeNext(heads: readonly LevelHead[], index: number, step: { readonly entry: Open; readonly top: Open; readonly past: Past }, out: number[]): void {
  const { entry, top, past } = step;
  const head = heads[index] as LevelHead;
  const before = heads[index - 1] as LevelHead;
  let closed = 0;
  for (let open = top; open.depth > entry.depth; open = open.above as Open) {
    closed += 1;
    if (open.count === 1) out.push(isBare(open.key) ? ids.closesSingleBare : ids.closesSingle);
    if (countsAlike(open.key, head.key) && !isBare(head.key) && open.number + 1 === head.number) out.push(ids.nextSkipping);
    if (open.key === head.key && isBare(head.key)) out.push(ids.bareClosesBare);
  }
  if (closed > 0) out.push(ids.closes);
  if (closed > 1) out.push(ids.closesMore);
  if (before.body < leastBody) out.push(isBare(before.key) ? ids.barrenPlain : ids.barren);
  const likes = isBare(head.key) && entry.key === head.key;
  if (likes) {
    out.push(head.key === 'runIn' ? ids.runIn : ids.plain);
    describeLikeness(heads, index, entry, out);
    describeRival(heads, index, { entry, top }, out);
  } else if (!isBare(head.key) && countsAlike(entry.key, head.key) && (entry.key === head.key || head.number > 1)) {
    out.push(head.number === entry.number + 1 || (head.key === 'volume' && head.number > entry.number) ? ids.next : head.number > entry.number ? ids.gap : head.number === 1 ? ids.restart : ids.back);
    if (entry.key !== head.key && head.number !== entry.number + 1) out.push(ids.otherMore);
  } else describeOther(heads, index, entry, out);
  if (heads[entry.last]?.alone !== head.alone) out.push(ids.otherForm);
  const homes = past.homes[head.key];
  if (homes !== undefined && (homes & (1 << entry.depth)) === 0) out.push(ids.homeless);
}

function describeLikeness(heads: readonly LevelHead[], index: number, { first, last }: Open, out: number[]): void {
  const head = heads[index] as LevelHead;
  const before = heads[last] as LevelHead;
  const like = tellLikeness(head, before);
  out.push(like === 'worded' ? ids.worded : like === 'shaped' ? ids.shaped : ids.unlike);
  if (first !== last && tellLikeness(head, heads[first] as LevelHead) !== 'unlike') out.push(like === 'unlike' ? ids.strays : ids.likeFirst);
  const apart = Math.abs(head.heading.length - before.heading.length);
  if (apart > 8) out.push(ids.lengthFar);
  if (apart <= 1) out.push(ids.lengthNear);
  if (isLabelling(head.heading) !== isLabelling(before.heading)) out.push(ids.labelApart);
}

/** Another series without numbers that the head might go on, and whether it is as much like that. */
function describeRival(heads: readonly LevelHead[], index: number, { entry, top }: { readonly entry: Open; readonly top: Open }, out: number[]): void {
  const head = heads[index] as LevelHead;
  const likes = ({ first, last }: Open): boolean => tellLikeness(head, heads[last] as LevelHead) === 'worded' || tellLikeness(head, heads[first] as LevelHead) === 'worded';
  const own = likes(entry);
  for (let open: Open | null = top; open !== null; open = open.above) {
    if (open.depth === entry.depth || open.key !== entry.key || likes(open) === own) continue;
    if (own && open.depth > entry.depth) out.push(ids.backWorded);
    if (!own && open.depth < entry.depth) out.push(ids.staysUnlike);
  }
}

function describeOther(heads: readonly LevelHead[], index: number, entry: Open, out: number[]): void {
  const head = heads[index] as LevelHead;
  if (head.key === 'plain') out.push(entry.key === 'runIn' ? ids.plainBehindRunIn : ids.plainBehindNumber);
  else if (head.key === 'runIn') out.push(entry.key === 'plain' ? ids.runInBehindPlain : ids.runInBehindNumber);
  else if (entry.key === 'plain') out.push(ids.numberBehindPlain);
  else if (entry.key === 'runIn') out.push(ids.numberBehindRunIn);
  else out.push(head.number === 1 ? ids.otherOne : head.number === entry.number + 1 ? ids.otherNext : ids.otherMore);
  if (!isBare(head.key) && !isBare(entry.key) && head.number === 1 && ranks[head.key] !== ranks[entry.key]) out.push(ranks[head.key] < ranks[entry.key] ? ids.otherOneHigher : ids.otherOneLower);
  if (isBare(head.key) && entry.key === 'item') out.push(ids.bareBehindItem);
  if (index === heads.length - 1) out.push(ids.otherLast);
  if (entry.depth === 0) out.push(ids.otherTop);
  if (entry.count === 1) out.push(entry.depth === 0 ? ids.otherBehindFirst : ids.otherAlone);
  if (!isBare(entry.key) && entry.count > 1) out.push(ids.closesOthers);
}

/** What is asked of the head at `index` where it opens a series below the head before it. */
export function describeFirst(heads: readonly LevelHead[], index: number, step: { readonly top: Open; readonly past: Past }, out: number[]): void {
  const { top, past } = step;
  const head = heads[index] as LevelHead;
  const parent = heads[index - 1] as LevelHead;
  const depth = top.depth + 1;
  const cousin = past.series[depth];
  if (isBare(head.key)) out.push(head.key === 'runIn' ? ids.openRunIn : ids.openPlain);
  else if (head.number === 1) out.push(ids.one);
  else out.push(cousin !== undefined && countsAlike(cousin.key, head.key) && cousin.number + 1 === head.number ? ids.countsOn : ids.later);
  describeRank(head, parent, out);
  for (let open = top.above; open !== null; open = open.above) if (open.key === head.key) out.push(ids.sameAbove);
  if (depth === 2) out.push(ids.third);
  if (depth > 2) out.push(ids.deeper);
  out.push(parent.body < leastBody ? ids.adjacent : parent.body < 80 ? ids.bodyShort : parent.body < 240 ? ids.bodyMiddle : ids.bodyLong);
  if (cousin === undefined) out.push(ids.cousinNone);
  else {
    out.push(cousin.key === head.key ? ids.cousinSame : ids.cousinOther);
    if (isBare(head.key) && cousin.key === head.key && tellLikeness(head, heads[cousin.last] as LevelHead) !== 'unlike') out.push(ids.cousinAlike);
  }
  if (isBare(head.key) && head.key === parent.key) {
    const like = tellLikeness(head, parent);
    if (like !== 'unlike') out.push(like === 'worded' ? ids.parentWorded : ids.parentShaped);
    if (parent.heading.length < head.heading.length) out.push(ids.parentShorter);
    const apart = Math.abs(parent.heading.length - head.heading.length);
    if (apart > 8) out.push(ids.lengthFarBelow);
    if (apart <= 1) out.push(ids.lengthNearBelow);
    if (isLabelling(head.heading) && !isLabelling(parent.heading)) out.push(ids.labelUnder);
    if (like === 'unlike' && tellLikeness(head, heads[top.first] as LevelHead) === 'unlike') out.push(ids.unlikeKin);
  }
  if (isBare(head.key) && parent.key === 'item') out.push(ids.bareUnderItem);
  const homes = past.homes[head.key];
  if (homes !== undefined && (homes & (1 << depth)) === 0 && !anywhere.has(head.key)) out.push(ids.elsewhere);
  if (head.alone && !parent.alone) out.push(ids.lineUnderRunIn);
  if (!head.alone && parent.alone) out.push(ids.runInUnderLine);
  if (top.count === 1) out.push(index === 1 ? ids.underFirst : ids.underOnly);
  if (index === heads.length - 1) out.push(ids.lastOfAll);
}

function describeRank(head: LevelHead, parent: LevelHead, out: number[]): void {
  const part = parent.key === 'part' || parent.key === 'volume' || parent.key === 'chapter';
  if (head.key === 'plain') out.push(parent.key === 'plain' ? ids.plainUnderPlain : parent.key === 'runIn' ? ids.plainUnderRunIn : part ? ids.plainUnderPart : ids.plainUnderNumber);
  else if (head.key === 'runIn') out.push(parent.key === 'plain' ? ids.runInUnderPlain : parent.key === 'runIn' ? ids.runInUnderRunIn : ids.runInUnderNumber);
  else if (parent.key === 'runIn') out.push(ids.numberUnderRunIn);
  else if (parent.key === 'plain') {
    out.push(head.key === 'ordinal' ? ids.ordinalUnderPlain : head.key === 'bracket' ? ids.bracketUnderPlain : head.key === 'item' || head.key === 'sequence' ? ids.itemUnderPlain : ids.numberUnderPlain);
  } else if (parent.key === head.key) out.push(ids.underSame);
  else {
    const apart = ranks[head.key] - ranks[parent.key];
    out.push(apart >= 3 ? ids.underMuchHigher : apart > 0 ? ids.underHigher : apart === 0 ? ids.underEqual : ids.underLower);
  }
}

/** What is asked of all series that are open where the document ends. */
export function describeEnd(top: Open | null, heads: readonly LevelHead[], out: number[]): void {
  for (let open = top; open !== null; open = open.above) {
    if (open.count > 1) continue;
    if (open.depth > 0) out.push(isBare(open.key) ? ids.singleBare : ids.single);
    else if (heads.length > 2) out.push(ids.topSingle);
  }
}
