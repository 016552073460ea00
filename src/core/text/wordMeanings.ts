import { foldedUnits } from './folding.ts';

/** Bytes as numbers of 32 bits, the first byte the lowest, as all machines have it that VS Code runs on. */
const asInt32 = (bytes: Uint8Array): Int32Array => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);

/**
 * A table of term vectors: terms that stand among the same words lie close together, so 脱贫 is near 贫困人口 and 纪律 near
 * 廉洁. It is learnt without any judgement from public news and laws (`npm run learn:meanings`); nothing is computed here
 * but weighted sums.
 *
 * Terms are found in a text by the longest match, not by the segmenter: the table is the same under both segmenters, and
 * the text of a candidate is at hand as code units only.
 */
export class WordMeanings {
  readonly dims: number;
  /**
   * The vectors of the terms, by their weights, and one of nothing: four numbers in one of 32 bits. Two such fours are added as
   * they are and then taken apart into pairs of 16 bits, so that a vector of 96 numbers costs 24 rounds.
   */
  private readonly packed: Int32Array;
  private readonly silent: number;
  /** Sums of the first and third, and of the second and fourth of each four. */
  private readonly even: Int32Array;
  private readonly odd: Int32Array;
  /** The rows and the places of the terms of the text under way. */
  private readonly rows = new Int32Array(mostTerms);
  private readonly places = new Int32Array(mostTerms);
  /** A trie of the terms: the node of a first unit, and by turns a node with the unit behind it and its node. Node 0 is none. */
  private readonly firsts = new Uint16Array(1 << 16);
  private readonly links: Int32Array;
  /** Which last five bits the units behind a node have: most look-ups that would find nothing are spared. */
  private readonly behind: Int32Array;
  private readonly shift: number;
  /** The term that ends in a node, plus 1. */
  private readonly terms: Uint16Array;

  constructor({ terms, silent, dims, vectors }: MeaningTable) {
    if (dims % 4 !== 0 || vectors.length !== terms.length * dims) throw new RangeError('a table of meanings whose rows do not fit');
    this.dims = dims;
    this.silent = silent;
    const bytes = new Uint8Array(vectors.length + dims);
    bytes.set(vectors);
    bytes.fill(middle, vectors.length);
    this.packed = asInt32(bytes);
    this.even = new Int32Array(dims / 4);
    this.odd = new Int32Array(dims / 4);
    const links = terms.reduce((sum, term) => sum + term.length, 0);
    if (links >= mostNodes) throw new RangeError('a table of meanings with too many terms');
    let bits = 4;
    while (1 << bits < links * 1.4) bits += 1;
    this.shift = 32 - bits;
    this.links = new Int32Array(2 << bits);
    this.terms = new Uint16Array(links + 1);
    this.behind = new Int32Array(links + 1);
    let made = 0;
    terms.forEach((term, number) => {
      let node = this.firsts[term.charCodeAt(0)] as number;
      if (node === 0) this.firsts[term.charCodeAt(0)] = node = ++made;
      for (let index = 1; index < term.length; index += 1) {
        const place = this.placeOf(node, term.charCodeAt(index));
        this.behind[node] = (this.behind[node] as number) | (1 << (term.charCodeAt(index) & 31));
        if (this.links[place + 1] === 0) {
          this.links[place] = (node << 16) | term.charCodeAt(index);
          this.links[place + 1] = ++made;
        }
        node = this.links[place + 1] as number;
      }
      this.terms[node] = number + 1;
    });
  }

  /** Reads what `write` wrote; throws a RangeError where it is not that. */
  static read(bytes: Uint8Array): WordMeanings {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < headBytes || view.getUint32(0, true) !== mark) throw new RangeError('not a table of meanings');
    const [count, silent, dims, units] = [4, 8, 12, 16].map((at) => view.getUint32(at, true)) as [number, number, number, number];
    const start = headBytes + count + units * 2;
    if (count >= mostNodes || silent > count || bytes.length !== start + count * dims) throw new RangeError('a table of meanings that was cut');
    let place = headBytes + count;
    const terms = Array.from({ length: count }, (_, term) => {
      const length = bytes[headBytes + term] as number;
      let text = '';
      for (let index = 0; index < length; index += 1) text += String.fromCharCode(view.getUint16(place + index * 2, true));
      place += length * 2;
      return text;
    });
    if (place !== start) throw new RangeError('a table of meanings whose terms do not fit');
    return new WordMeanings({ terms, silent, dims, vectors: bytes.subarray(start) });
  }

  /** Head; lengths of the terms; their code units, little-endian; vectors. */
  static write({ terms, silent, dims, vectors }: MeaningTable): Uint8Array {
    const units = terms.reduce((sum, term) => sum + term.length, 0);
    const bytes = new Uint8Array(headBytes + terms.length + units * 2 + vectors.length);
    const view = new DataView(bytes.buffer);
    [mark, terms.length, silent, dims, units].forEach((value, index) => view.setUint32(index * 4, value, true));
    terms.forEach((term, index) => view.setUint8(headBytes + index, term.length));
    let place = headBytes + terms.length;
    for (const unit of terms.join('')) {
      view.setUint16(place, unit.charCodeAt(0), true);
      place += 2;
    }
    bytes.set(vectors, place);
    return bytes;
  }

  /**
   * Writes the sum of the vectors of the terms in `text[from, to)`, not folded, to `into[at, at + dims)`. What comes first
   * says what a paragraph is about: the first terms weigh four times, the next ones twice as much as the others.
   */
  sum(text: Span, into: Float32Array, at: number): void {
    const { even, odd } = this;
    const count = this.find(text);
    even.fill(0);
    odd.fill(0);
    let taken = this.addRows(0, Math.min(count, firstTerms));
    this.double();
    taken = 2 * taken + this.addRows(firstTerms, Math.min(count, nextTerms));
    this.double();
    taken = 2 * taken + this.addRows(nextTerms, count);
    const added = taken * middle;
    for (let index = 0, end = at; index < even.length; index += 1) {
      const first = even[index] as number;
      const second = odd[index] as number;
      into[end++] = (first & 0xffff) - added;
      into[end++] = (second & 0xffff) - added;
      into[end++] = (first >>> 16) - added;
      into[end++] = (second >>> 16) - added;
    }
  }

  /** The same with a weight for each place of the text, to `into[0, dims)`. Slow: for drafts. */
  weighted(text: Span, weight: (place: number) => number, into: Float32Array): void {
    const count = this.find(text);
    for (let term = 0; term < count; term += 1) {
      const times = weight(this.places[term] as number) * (term < firstTerms ? 4 : term < nextTerms ? 2 : 1);
      for (let index = 0; index < this.dims; index += 1) {
        const value = ((this.packed[(this.rows[term] as number) + (index >> 2)] as number) >>> ((index & 3) * 8)) & 0xff;
        into[index] = (into[index] as number) + times * (value - middle);
      }
    }
  }

  /** Notes the rows and places of a text's terms and returns how many there are. */
  private find(text: Span): number {
    const { rows, places, even, silent } = this;
    let count = 0;
    for (let place = text.from; place < text.to && count < mostTerms; ) {
      const term = this.longest(text, place);
      if (term >= silent) {
        rows[count] = term * even.length;
        places[count] = place;
        count += 1;
      }
      place += this.length;
    }
    return count;
  }

  /** Adds the rows `from` to `to` of those noted, four in a round, filled up with rows of nothing; returns how many. */
  private addRows(from: number, to: number): number {
    const { packed, even, odd, rows } = this;
    const none = packed.length - even.length;
    let row = from;
    for (; row < to; row += 4) {
      const first = rows[row] as number;
      const second = row + 1 < to ? (rows[row + 1] as number) : none;
      const third = row + 2 < to ? (rows[row + 2] as number) : none;
      const fourth = row + 3 < to ? (rows[row + 3] as number) : none;
      for (let index = 0; index < even.length; index += 1) {
        const one = ((packed[first + index] as number) + (packed[second + index] as number)) | 0;
        const other = ((packed[third + index] as number) + (packed[fourth + index] as number)) | 0;
        even[index] = ((even[index] as number) + (one & lanes) + (other & lanes)) | 0;
        odd[index] = ((odd[index] as number) + ((one >>> 8) & lanes) + ((other >>> 8) & lanes)) | 0;
      }
    }
    return row - from;
  }

  private double(): void {
    const { even, odd } = this;
    for (let index = 0; index < even.length; index += 1) {
      even[index] = (even[index] as number) << 1;
      odd[index] = (odd[index] as number) << 1;
    }
  }

  /** The numbers of the terms of a text, in their order. */
  termsIn(text: Span): number[] {
    const numbers: number[] = [];
    for (let place = text.from; place < text.to; place += this.length) {
      const term = this.longest(text, place);
      if (term >= 0) numbers.push(term);
    }
    return numbers;
  }

  /** How long the term was that `longest` found; 1 where it found none. */
  private length = 1;

  /** The number of the longest term that begins at a place, or −1. */
  private longest({ units, to }: Span, place: number): number {
    const { terms, links, behind, shift } = this;
    const mask = links.length - 1;
    let found = -1;
    this.length = 1;
    let node = this.firsts[foldedUnit(units[place] as number)] as number;
    for (let end = place + 1; node !== 0; end += 1) {
      const term = terms[node] as number;
      if (term !== 0) {
        found = term - 1;
        this.length = end - place;
      }
      if (end >= to) break;
      const unit = foldedUnit(units[end] as number);
      if ((((behind[node] as number) >>> (unit & 31)) & 1) === 0) break;
      const key = (node << 16) | unit;
      let slot = (Math.imul(key, 0x9e3779b1) >>> shift) << 1;
      while ((node = links[slot + 1] as number) !== 0 && links[slot] !== key) slot = (slot + 2) & mask;
    }
    return found;
  }

  /** Where a node's child stands in `links`, or the free place for it. */
  private placeOf(node: number, unit: number): number {
    const key = (node << 16) | unit;
    let place = (Math.imul(key, 0x9e3779b1) >>> this.shift) << 1;
    while (this.links[place + 1] !== 0 && this.links[place] !== key) place = (place + 2) & (this.links.length - 1);
    return place;
  }
}

/** Most units are Han characters that fold to themselves. */
function foldedUnit(unit: number): number {
  return unit >= 0x4e00 && unit <= 0x9fff ? unit : (foldedUnits[unit] as number);
}

/** Terms that weigh four times as much as most, and up to where those stand that weigh twice as much. */
const firstTerms = 8;
const nextTerms = 24;

/** Terms of a text that are added up: what comes later changes nothing (docs/passages.md). */
const mostTerms = 48;

/** What is added to the numbers of a vector to have none below 0; they go from −63 to 63, so that two are less than 2⁸. */
const middle = 64;
const greatestNumber = 63;

/** Each second byte. A sum of (4 × 8 + 2 × 16 + 40) rows of at most 127 is less than 2¹⁶. */
const lanes = 0x00ff00ff;

/** Vectors as a table holds them: the greatest number of all becomes the greatest that a byte has room for. */
export function quantised(vectors: Float32Array): Uint8Array {
  const greatest = vectors.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return Uint8Array.from(vectors, (value) => middle + Math.round((value / greatest) * greatestNumber));
}

export interface MeaningTable {
  /** Folded, each once, of at most 255 code units. */
  readonly terms: readonly string[];
  /** How many of the first terms say nothing of a topic and are passed over: 建设, 工作, 发展. */
  readonly silent: number;
  /** Numbers a vector has; a multiple of 4. */
  readonly dims: number;
  /** `dims` bytes a term, as `quantised` makes them. */
  readonly vectors: Uint8Array;
}

export function spanOf(text: string): Span {
  const units = new Uint16Array(text.length);
  for (let place = 0; place < text.length; place += 1) units[place] = text.charCodeAt(place);
  return { units, from: 0, to: text.length };
}

/** Part of a text as code units. */
export interface Span {
  readonly units: Uint16Array;
  readonly from: number;
  readonly to: number;
}

const mark = 0x324d4453;
const headBytes = 20;
/** Nodes of the trie are numbers of 16 bits. */
const mostNodes = 1 << 16;
