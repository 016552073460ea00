/** Length of the windows that are counted, in code units: the shortest expression that is found. */
export const windowLength = 5;

/** Distinct neighbours at which text is said to vary. */
const varies = 3;

/**
 * Counts windows of a text by hash: in how many documents each stands, and how many different characters stand before
 * and after it. Windows that share a slot are counted together; whatever comes of that is counted exactly later.
 */
export class WindowCounter {
  private readonly mask: number;
  private readonly documentCounts: Uint8Array;
  private readonly lastDocument: Uint16Array;
  private readonly before: Uint16Array;
  private readonly after: Uint16Array;

  /** `bits`: log2 of the number of slots; a slot takes seven bytes. */
  constructor(bits: number) {
    const slots = 2 ** bits;
    this.mask = slots - 1;
    this.documentCounts = new Uint8Array(slots);
    this.lastDocument = new Uint16Array(slots);
    this.before = new Uint16Array(slots);
    this.after = new Uint16Array(slots);
  }

  count(sentence: string, document: number): void {
    const mark = (document % 65535) + 1;
    for (let start = 0; start + windowLength <= sentence.length; start += 1) {
      const slot = this.slotAt(sentence, start);
      if (this.lastDocument[slot] !== mark) {
        this.lastDocument[slot] = mark;
        const count = this.documentCounts[slot] ?? 0;
        if (count < 255) this.documentCounts[slot] = count + 1;
      }
      this.before[slot] = (this.before[slot] ?? 0) | neighbour(sentence, start - 1, document);
      this.after[slot] = (this.after[slot] ?? 0) | neighbour(sentence, start + windowLength, document);
    }
  }

  documentsAt(sentence: string, start: number): number {
    return this.documentCounts[this.slotAt(sentence, start)] ?? 0;
  }

  variesBefore(sentence: string, start: number): boolean {
    return ones(this.before[this.slotAt(sentence, start)] ?? 0) >= varies;
  }

  variesAfter(sentence: string, start: number): boolean {
    return ones(this.after[this.slotAt(sentence, start)] ?? 0) >= varies;
  }

  private slotAt(text: string, start: number): number {
    let hash = 0;
    for (let index = start; index < start + windowLength; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0) & this.mask;
  }
}

/** One of sixteen bits for a neighbour. A sentence's edge and a mark vary by nature: their bit goes by the document. */
function neighbour(sentence: string, index: number, document: number): number {
  const unit = sentence.charCodeAt(index);
  const isHan = unit >= 0x4e00 && unit <= 0x9fff;
  return 1 << ((isHan ? Math.imul(unit, 0x9e3779b1) >>> 28 : document) & 15);
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
