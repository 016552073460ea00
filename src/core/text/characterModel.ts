const states = 4;
/** A character that begins a word, ends one, stands inside one, or is one. */
const last = 1;
const alone = 3;

/** What nodejieba takes for the logarithm of nothing. */
export const impossible = -3.14e100;

/** nodejieba's hidden Markov model of where words begin and end among characters that form none of the dictionary. */
export class CharacterModel {
  private readonly starts: Float64Array;
  private readonly moves: Float64Array;
  /** Four numbers a code unit. */
  private readonly emissions = new Float64Array(states << 16).fill(impossible);
  private scores = new Float64Array(states << 6);
  private paths = new Uint8Array(states << 6);

  /** `text`: starts; four rows of moves; four rows of emissions, `一:-3.2,…`; lines with `#` say nothing. */
  constructor(text: string) {
    const rows = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
    if (rows.length < 1 + 2 * states) throw new RangeError('a model that was cut');
    const numbers = rows.slice(0, 1 + states).map((row) => row.split(' ').filter((part) => part !== '').map(Number));
    this.starts = Float64Array.from(numbers[0] ?? []);
    this.moves = Float64Array.from(numbers.slice(1).flat());
    if (this.starts.length !== states || this.moves.length !== states * states) throw new RangeError('a model of other states');
    rows.slice(1 + states, 1 + 2 * states).forEach((row, state) => {
      for (const emission of row.split(',')) this.emissions[emission.charCodeAt(0) * states + state] = Number(emission.slice(2));
    });
  }

  /**
   * Writes the lengths of the words in `text[from, to)` to `into` from `at` on, and returns where they end: Viterbi's
   * likeliest row of states, with sums and comparisons in the library's order.
   */
  cut(text: string, { from, to }: { readonly from: number; readonly to: number }, into: Uint32Array, at: number): number {
    const size = to - from;
    if (size === 1) {
      into[at] = 1;
      return at + 1;
    }
    if (this.paths.length < size * states) {
      this.scores = new Float64Array(size * states * 2);
      this.paths = new Uint8Array(size * states * 2);
    }
    const { scores, paths, emissions, moves } = this;
    const head = text.charCodeAt(from) * states;
    for (let state = 0; state < states; state += 1) scores[state] = (this.starts[state] as number) + (emissions[head + state] as number);
    for (let place = 1; place < size; place += 1) {
      const unit = text.charCodeAt(from + place) * states;
      const before = (place - 1) * states;
      for (let state = 0; state < states; state += 1) {
        const emission = emissions[unit + state] as number;
        let best = impossible;
        let path = last;
        for (let old = 0; old < states; old += 1) {
          const score = (scores[before + old] as number) + (moves[old * states + state] as number) + emission;
          if (score > best) {
            best = score;
            path = old;
          }
        }
        scores[before + states + state] = best;
        paths[before + states + state] = path;
      }
    }
    const end = (size - 1) * states;
    let state = (scores[end + last] as number) >= (scores[end + alone] as number) ? last : alone;
    // The states come from the end on; each that ends a word leaves a mark, and the marks are read from the beginning.
    for (let place = size - 1; place >= 0; place -= 1) {
      const own = state;
      state = paths[place * states + own] as number;
      paths[place * states] = own;
    }
    let count = at;
    let begun = 0;
    for (let place = 0; place < size; place += 1) {
      if (((paths[place * states] as number) & 1) === 0) continue;
      into[count] = place + 1 - begun;
      count += 1;
      begun = place + 1;
    }
    return count;
  }
}
