/** Paragraphs at the head and at the foot of a document that are looked at. */
const edge = { head: 2, foot: 3 };

/** Longest notice, in code units. */
const longest = 150;

/** Fewest documents with the same paragraph at their edge, absolutely and as a share of all. */
const fewest = { documents: 5, share: 0.01 };

/** Log2 of the slots for paragraphs. */
const bits = 20;

/**
 * Paragraphs that stand word for word at the head or the foot of many documents and hardly anywhere else: 版权所有，
 * 未经许可请勿转载。 They are the site's, not the writers', and nobody wants them completed. A call that closes a speech
 * ends with an exclamation mark and is no notice, however often it recurs. Figures are taken for equal.
 */
export class Notices {
  private readonly atEdge = new Uint16Array(2 ** bits);
  private readonly within = new Uint16Array(2 ** bits);
  private document = -1;
  private documents = 0;
  private slots: number[] = [];

  /** Takes in a paragraph; paragraphs of one document come one after another. */
  note(text: string, document: number): void {
    if (document !== this.document) this.close();
    this.document = document;
    this.slots.push(text.length > longest ? -1 : slotOf(text));
  }

  /** To be called when all paragraphs are known. */
  close(): void {
    if (this.slots.length > 0) this.documents += 1;
    for (const [index, slot] of this.slots.entries()) {
      if (slot < 0) continue;
      const counts = index < edge.head || index >= this.slots.length - edge.foot ? this.atEdge : this.within;
      counts[slot] = Math.min(65_535, (counts[slot] ?? 0) + 1);
    }
    this.slots = [];
  }

  isNotice(text: string): boolean {
    if (text.length > longest || /[！!]["”’]?\s*$/u.test(text)) return false;
    const slot = slotOf(text);
    const seen = this.atEdge[slot] ?? 0;
    return seen >= Math.max(fewest.documents, this.documents * fewest.share) && (this.within[slot] ?? 0) * 4 <= seen;
  }
}

function slotOf(text: string): number {
  let hash = 0x811c9dc5;
  let wasFigure = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isFigure = (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19);
    if (!(isFigure && wasFigure)) hash = Math.imul(hash ^ (isFigure ? 0x30 : unit), 0x01000193);
    wasFigure = isFigure;
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x9e3779b1) >>> (32 - bits);
}
