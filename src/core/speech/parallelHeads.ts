/** As many heads of a kind show that another kind between them stands below. */
const leastOfKind = 2;

/**
 * Heads without a number on lines of their own that stand below others of the same form, told by their wording alone:
 * `希望大家心中有魂` `希望大家脚下有泥` `到乡亲们中间去` `从乡亲们口中学` `希望大家手上有活`. The heads of the upper kind begin the speech, go
 * on behind those of the lower, and each kind is parallel in itself.
 */
export function findBelow(keys: readonly string[], headings: readonly string[]): ReadonlySet<number> {
  const plain = keys.flatMap((key, index) => (key === 'plain' ? [index] : []));
  const none: ReadonlySet<number> = new Set();
  // Numbers tell ranks better.
  if (plain.length < 2 * leastOfKind || keys.some((key) => key === 'ordinal' || key === 'part' || key === 'chapter')) return none;
  const words = plain.map((index) => headings[index] ?? '');
  const upper = words.map((each) => isAlike(each, words[0] ?? ''));
  if (upper.filter(Boolean).length < leastOfKind) return none;
  const below = new Set<number>();
  let run: number[] = [];
  let between = false;
  for (const [place, each] of words.entries()) {
    if (upper[place] === true) {
      // One alone is of the upper kind, worded differently: then nothing tells ranks.
      if (run.length === 1) return none;
      between ||= run.length > 0;
      run = [];
    } else {
      if (run.length > 0 && !run.some((other) => isAlike(words[other] ?? '', each))) return none;
      run.push(place);
      if (run.length >= leastOfKind) for (const member of run) below.add(plain[member] ?? -1);
    }
  }
  return between ? below : none;
}

/** Parallel heads begin or end with the same two characters, or both hold a colon behind a short label. */
function isAlike(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) || one.slice(-2) === other.slice(-2) || (label.test(one) && label.test(other)) || sharesWord(one, other);
}

const label = /^[^：:，。]{2,6}[：:]/u;

/** Three characters that both hold, wherever they stand. */
function sharesWord(one: string, other: string): boolean {
  for (let at = 0; at + 3 <= one.length; at += 1) if (other.includes(one.slice(at, at + 3))) return true;
  return false;
}
