import type { Letters } from './shingles.ts';

/** A verbatim run counts from this many characters on, formulations left aside. */
const runLength = 8;

const base = 0x01000193;
/** What a letter that leaves the window is worth in the hash. */
const leaving = Array.from({ length: runLength }).reduce<number>((power) => Math.imul(power, base), 1);

/** A hash of the run of eight letters that begins at each place (Karp and Rabin 1987). */
function runHashes(letters: Uint16Array): Int32Array {
  const hashes = new Int32Array(Math.max(0, letters.length - runLength + 1));
  let hash = 0;
  for (let place = 0; place < letters.length; place += 1) {
    hash = Math.imul(hash, base) + (letters[place] as number);
    if (place >= runLength) hash -= Math.imul(letters[place - runLength] as number, leaving);
    hash |= 0;
    if (place >= runLength - 1) hashes[place - runLength + 1] = hash;
  }
  return hashes;
}

/**
 * Measures how much of a draft stands verbatim in passages. Made once for a draft, asked for each passage.
 * Punctuation does not break a run, and formulations neither count as copied nor as written.
 */
export class OverlapMeter {
  private readonly draft: Letters;
  private readonly starts = new Map<number, number[]>();
  /** 1 for the last twelve bits of a hash in `starts`: spares most look-ups. */
  private readonly marks = new Uint8Array(1 << 12);
  private readonly counted: number;

  constructor(draft: Letters) {
    this.draft = draft;
    runHashes(draft.units).forEach((hash, start) => {
      this.marks[hash & 0xfff] = 1;
      const known = this.starts.get(hash);
      if (known === undefined) this.starts.set(hash, [start]);
      else known.push(start);
    });
    this.counted = draft.bound.reduce((sum, each) => sum + (1 - each), 0);
  }

  /** Share (0–1) of the draft's characters outside formulations that stand in the passage in runs of eight or more. */
  share(passage: Uint16Array): number {
    if (this.counted === 0) return 0;
    const { units, bound } = this.draft;
    let copied: Uint8Array | null = null;
    const hashes = runHashes(passage);
    for (let place = 0; place < hashes.length; place += 1) {
      const hash = hashes[place] as number;
      const starts = this.marks[hash & 0xfff] === 1 ? this.starts.get(hash) : undefined;
      if (starts === undefined) continue;
      for (const start of starts) {
        // A run that continues one already measured was measured with it.
        if (start > 0 && place > 0 && units[start - 1] === passage[place - 1]) continue;
        let end = 0;
        while (start + end < units.length && place + end < passage.length && units[start + end] === passage[place + end]) end += 1;
        let own = 0;
        for (let index = start; index < start + end; index += 1) own += 1 - (bound[index] as number);
        if (own < runLength) continue;
        copied ??= new Uint8Array(units.length);
        copied.fill(1, start, start + end);
      }
    }
    if (copied === null) return 0;
    let share = 0;
    for (let index = 0; index < copied.length; index += 1) if (copied[index] === 1 && bound[index] === 0) share += 1;
    return share / this.counted;
  }
}
