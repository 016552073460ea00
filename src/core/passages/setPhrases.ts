import type { Span } from '../contracts.ts';
import { fold } from '../text/folding.ts';
import { countHan } from '../text/han.ts';

/** Shorter phrases say something of the topic: 科普, 创新. */
const shortest = 4;

/**
 * Finds formulations in a text. What stands in them says little of what a paragraph is about: half of all paragraphs
 * hold 习近平新时代中国特色社会主义思想.
 */
export class SetPhrases {
  /** Phrases by their first four folded characters, longest first. */
  private readonly byStart = new Map<string, string[]>();
  /** 1 where a phrase may begin with two characters of that hash; spares most places the look-up. */
  private readonly mayStart = new Uint8Array(1 << 16);

  constructor(phrases: Iterable<string>) {
    const seen = new Set<string>();
    for (const phrase of phrases) {
      const folded = fold(phrase);
      if (seen.has(folded) || countHan(folded) < shortest || folded.length < shortest) continue;
      seen.add(folded);
      const start = folded.slice(0, shortest);
      this.mayStart[pairHash(folded, 0)] = 1;
      const known = this.byStart.get(start);
      if (known === undefined) this.byStart.set(start, [folded]);
      else known.push(folded);
    }
    for (const phrases of this.byStart.values()) phrases.sort((left, right) => right.length - left.length);
  }

  /** Spans of the phrases in `folded`, a text as `fold` gives it; they do not overlap, and longer ones win. */
  find(folded: string): Span[] {
    const spans: Span[] = [];
    for (let start = 0; start + shortest <= folded.length; start += 1) {
      if (this.mayStart[pairHash(folded, start)] === 0) continue;
      const phrase = this.byStart.get(folded.slice(start, start + shortest))?.find((each) => folded.startsWith(each, start));
      if (phrase === undefined) continue;
      spans.push({ start, end: start + phrase.length });
      start += phrase.length - 1;
    }
    return spans;
  }
}

function pairHash(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 7) & 0xffff;
}
