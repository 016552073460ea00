import type { CharacterPairs } from './characterPairs.ts';
import { leftContextAt } from './leftContext.ts';
import { LeftCounter } from './leftCounter.ts';
import { lateness } from './recency.ts';
import type { CountedExpression } from './repeatedExpression.ts';
import { closesAt, isHan, opensAt } from './spanEdges.ts';
import type { Stretch } from './stretch.ts';

/** Share of documents in which one neighbour stands beside a span that makes it a mere part of something longer. */
const dominated = 0.5;

/** How much tighter an edge must hold to the outside than to the inside to be taken for the middle of a word. */
const margin = 1;

/** Least product of the shares of sightings in which wording may begin before a span and end after it; less is a fragment. */
const free = 0.05;

/** Sightings that nobody made, at the shares that its first and last two characters have everywhere. */
const unseen = 4;

interface Counted<Place> {
  documents: number;
  last: number;
  occurrences: number;
  readonly example: Place;
  readonly before: Majority;
  readonly after: Majority;
  readonly left: LeftCounter;
  /** Sum of its documents' weights by recency. */
  weights: number;
  /** Sums of how tightly its first and last character hold to what stands outside. */
  bindingBefore: number;
  bindingAfter: number;
  /** Sightings in which wording may begin before it, and end after it. */
  opened: number;
  closed: number;
}

/** The vote of Boyer and Moore: finds a neighbour that stands in more than half of all places, in two fields. */
interface Majority {
  unit: number;
  lead: number;
}

export interface SpanSighting<Place> {
  readonly sentence: string;
  readonly span: Stretch;
  readonly document: number;
  /** What the document counts for by its recency. */
  readonly weight: number;
  readonly place: Place;
  /** The sentence's paragraph, and where the sentence starts in it. */
  readonly paragraph: string;
  readonly sentenceStart: number;
}

/** Counts spans: first by hash, then exactly those that are frequent by it. */
export class SpanCounter<Place> {
  private readonly mask: number;
  private readonly estimates: Uint8Array;
  private readonly lastDocument: Uint16Array;
  private readonly fewest: number;
  private readonly pairs: CharacterPairs | null;
  private readonly counted = new Map<string, Counted<Place>>();

  /** `pairs`: where the edges of a span may fall within a word; absent, every edge is taken for a word's. */
  constructor(bits: number, fewest: number, pairs: CharacterPairs | null = null) {
    this.pairs = pairs;
    const slots = 2 ** bits;
    this.mask = slots - 1;
    this.estimates = new Uint8Array(slots);
    this.lastDocument = new Uint16Array(slots);
    this.fewest = fewest;
  }

  estimate(sentence: string, span: Stretch, document: number): void {
    const slot = this.slotOf(sentence, span);
    const mark = (document % 65535) + 1;
    if (this.lastDocument[slot] === mark) return;
    this.lastDocument[slot] = mark;
    const count = this.estimates[slot] ?? 0;
    if (count < 255) this.estimates[slot] = count + 1;
  }

  count({ sentence, span, document, weight, place, paragraph, sentenceStart }: SpanSighting<Place>): void {
    if ((this.estimates[this.slotOf(sentence, span)] ?? 0) < this.fewest) return;
    const text = sentence.slice(span.start, span.end);
    let known = this.counted.get(text);
    if (known === undefined) {
      known = { documents: 0, weights: 0, last: -1, occurrences: 0, example: place, before: { unit: 0, lead: 0 }, after: { unit: 0, lead: 0 }, left: new LeftCounter(), bindingBefore: 0, bindingAfter: 0, opened: 0, closed: 0 };
      this.counted.set(text, known);
    }
    known.occurrences += 1;
    known.bindingBefore += this.pairs?.binding(sentence, span.start) ?? 0;
    known.bindingAfter += this.pairs?.binding(sentence, span.end) ?? 0;
    if (opensAt(sentence, span.start)) known.opened += 1;
    if (closesAt(sentence, span.end)) known.closed += 1;
    vote(known.before, sentence.charCodeAt(span.start - 1));
    vote(known.after, sentence.charCodeAt(span.end));
    known.left.count(leftContextAt(paragraph, sentenceStart + span.start));
    if (known.last === document) return;
    known.last = document;
    known.documents += 1;
    known.weights += weight;
  }

  /** Frequent spans that are not mere parts of something longer, in no order. */
  result(): CountedExpression<Place>[] {
    const found: CountedExpression<Place>[] = [];
    for (const [text, { documents, weights, occurrences, example, before, after, left, bindingBefore, bindingAfter, opened, closed }] of this.counted) {
      if (documents < this.fewest) continue;
      if (this.pairs !== null) {
        if (bindingBefore / occurrences > this.pairs.binding(text, 1) + margin) continue;
        if (bindingAfter / occurrences > this.pairs.binding(text, text.length - 1) + margin) continue;
        if (freedom(this.pairs.edges(text), { occurrences, opened, closed }) < free) continue;
      }
      if (before.lead > dominated * occurrences || after.lead > dominated * occurrences) continue;
      found.push({ text, documents, example, left: left.shares(), lately: lateness(weights, documents) });
    }
    return found;
  }

  private slotOf(sentence: string, { start, end }: Stretch): number {
    let hash = 0x811c9dc5;
    for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ sentence.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
    return (Math.imul(hash, 0x9e3779b1) >>> 0) & this.mask;
  }
}

/**
 * How free a span stands: whether it is met where something begins and where something ends. What always goes on (提出的重大,
 * 中方在维护) or always hangs on what stands before it (发展的战略) is no wording by itself. A few sightings tell little, so
 * they are laid together with what its edges do elsewhere.
 */
function freedom(edges: { readonly opened: number; readonly closed: number }, seen: { readonly occurrences: number; readonly opened: number; readonly closed: number }): number {
  const share = (count: number, usual: number) => (count + unseen * usual) / (seen.occurrences + unseen);
  return share(seen.opened, edges.opened) * share(seen.closed, edges.closed);
}

/** Edges (NaN) and marks are no neighbours: they vote against whoever leads. */
function vote(majority: Majority, unit: number): void {
  if (isHan(unit) && (majority.lead === 0 || majority.unit === unit)) {
    majority.unit = unit;
    majority.lead += 1;
  } else if (majority.lead > 0) {
    majority.lead -= 1;
  }
}
