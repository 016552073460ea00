import { closesAt, isHan, opensAt } from './spanEdges.ts';

/** Log2 of the slots for pairs: the pairs of a few thousand characters that stand in texts at all are under a million. */
const bits = 20;

/**
 * How much tighter than chance two neighbouring characters hold together in the texts read (pointwise mutual information):
 * 企业 holds, 业高 as in 企业高质量发展 does not, so what begins with 业高质量 was cut within a word.
 */
export class CharacterPairs {
  private readonly single = new Uint32Array(65_536);
  private readonly pairs = new Uint32Array(2 ** bits);
  /** How often each pair stands where wording may begin, and where it may end. */
  private readonly opened = new Uint32Array(2 ** bits);
  private readonly closed = new Uint32Array(2 ** bits);
  private total = 0;

  count(sentence: string): void {
    for (let index = 0; index < sentence.length; index += 1) {
      const unit = sentence.charCodeAt(index);
      this.single[unit] = (this.single[unit] ?? 0) + 1;
      this.total += 1;
      if (index > 0) {
        const slot = slotOf(sentence.charCodeAt(index - 1), unit);
        this.pairs[slot] = (this.pairs[slot] ?? 0) + 1;
        if (opensAt(sentence, index - 1)) this.opened[slot] = (this.opened[slot] ?? 0) + 1;
        if (closesAt(sentence, index + 1)) this.closed[slot] = (this.closed[slot] ?? 0) + 1;
      }
    }
  }

  /** Log2 of how often the two stand together beside what chance would give; 0 beside an edge, a mark or a figure. */
  binding(text: string, index: number): number {
    const one = text.charCodeAt(index - 1);
    const two = text.charCodeAt(index);
    if (!isHan(one) || !isHan(two)) return 0;
    const together = this.pairs[slotOf(one, two)] ?? 0;
    const apart = ((this.single[one] ?? 0) * (this.single[two] ?? 0)) / Math.max(1, this.total);
    return Math.log2((together + 0.5) / (apart + 0.5));
  }

  /** Shares (0–1) of the sightings of its first two Han characters that begin something, and of its last two that end it. */
  edges(text: string): { readonly opened: number; readonly closed: number } {
    const first = /\p{Script=Han}{2}/u.exec(text)?.[0] ?? '';
    const last = /\p{Script=Han}{2}(?=\P{Script=Han}*$)/u.exec(text)?.[0] ?? '';
    return { opened: this.shareOf(this.opened, first), closed: this.shareOf(this.closed, last) };
  }

  private shareOf(counts: Uint32Array, pair: string): number {
    const slot = slotOf(pair.charCodeAt(0), pair.charCodeAt(1));
    return pair === '' ? 1 : (counts[slot] ?? 0) / Math.max(1, this.pairs[slot] ?? 0);
  }
}

function slotOf(one: number, two: number): number {
  return Math.imul(one * 31 + two, 0x9e3779b1) >>> (32 - bits);
}
