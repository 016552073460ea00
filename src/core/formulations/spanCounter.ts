import type { RepeatedExpression } from './mining.ts';
import type { Stretch } from './repeatedSpans.ts';

/** Share of documents in which one neighbour stands beside a span that makes it a mere part of something longer. */
const dominated = 0.5;

interface Counted<Place> {
  documents: number;
  last: number;
  occurrences: number;
  readonly example: Place;
  readonly before: Majority;
  readonly after: Majority;
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
  readonly place: Place;
}

/** Counts spans: first by hash, then exactly those that are frequent by it. */
export class SpanCounter<Place> {
  private readonly mask: number;
  private readonly estimates: Uint8Array;
  private readonly lastDocument: Uint16Array;
  private readonly fewest: number;
  private readonly counted = new Map<string, Counted<Place>>();

  constructor(bits: number, fewest: number) {
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

  count({ sentence, span, document, place }: SpanSighting<Place>): void {
    if ((this.estimates[this.slotOf(sentence, span)] ?? 0) < this.fewest) return;
    const text = sentence.slice(span.start, span.end);
    let known = this.counted.get(text);
    if (known === undefined) {
      known = { documents: 0, last: -1, occurrences: 0, example: place, before: { unit: 0, lead: 0 }, after: { unit: 0, lead: 0 } };
      this.counted.set(text, known);
    }
    known.occurrences += 1;
    vote(known.before, sentence.charCodeAt(span.start - 1));
    vote(known.after, sentence.charCodeAt(span.end));
    if (known.last === document) return;
    known.last = document;
    known.documents += 1;
  }

  /** Frequent and maximal spans, those worth most first: in many documents, and long enough to be worth completing. */
  result(): RepeatedExpression<Place>[] {
    const found: RepeatedExpression<Place>[] = [];
    for (const [text, { documents, occurrences, example, before, after }] of this.counted) {
      if (documents < this.fewest) continue;
      if (before.lead > dominated * occurrences || after.lead > dominated * occurrences) continue;
      found.push({ text, documents, example });
    }
    return found.sort((a, b) => worth(b) - worth(a) || (a.text < b.text ? -1 : 1));
  }

  private slotOf(sentence: string, { start, end }: Stretch): number {
    let hash = 0x811c9dc5;
    for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ sentence.charCodeAt(index), 0x01000193);
    hash ^= hash >>> 15;
    return (Math.imul(hash, 0x9e3779b1) >>> 0) & this.mask;
  }
}

function worth({ text, documents }: { readonly text: string; readonly documents: number }): number {
  return documents * Math.sqrt(text.length - 3);
}

/** Edges (NaN) and marks are no neighbours: they vote against whoever leads. */
function vote(majority: Majority, unit: number): void {
  const isHan = unit >= 0x4e00 && unit <= 0x9fff;
  if (isHan && (majority.lead === 0 || majority.unit === unit)) {
    majority.unit = unit;
    majority.lead += 1;
  } else if (majority.lead > 0) {
    majority.lead -= 1;
  }
}
