/** A word with the logarithm of its likelihood, below 0. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

const codeBits = 14;

/**
 * Words by their characters, in flat tables: a hash table leads from a node and a character to the node behind it. An object
 * or a `Map` a node would take ten times the memory and most of the time.
 */
export class WordTrie {
  /** Numbers of the characters that stand in words; 0 for all others. */
  private readonly codes = new Uint16Array(1 << 16);
  /** The nodes of first characters, by their numbers. Node 0 is none. */
  private readonly firsts: Int32Array;
  private readonly keys: Uint32Array;
  private readonly nodes: Int32Array;
  private readonly shift: number;
  /** Which last five bits the characters behind a node have: most look-ups that would find nothing are spared. */
  private readonly behind: Int32Array;
  /** Of the word that ends in a node; 0 where none does. */
  readonly weights: Float64Array;

  /** Of words that stand twice the last counts. Throws a `RangeError` where the tables have no room. */
  constructor(words: readonly WeightedWord[]) {
    let codes = 0;
    let units = 0;
    for (const { word } of words) {
      units += word.length;
      for (let index = 0; index < word.length; index += 1) {
        const unit = word.charCodeAt(index);
        if (this.codes[unit] === 0) this.codes[unit] = codes += 1;
      }
    }
    let bits = 4;
    while (1 << bits < units) bits += 1;
    if (codes >= 1 << codeBits) throw new RangeError('a dictionary of too many characters');
    this.shift = 32 - bits;
    this.firsts = new Int32Array(codes + 1);
    this.keys = new Uint32Array(1 << bits);
    this.nodes = new Int32Array(1 << bits);
    this.behind = new Int32Array(units + 1);
    this.weights = new Float64Array(units + 1);
    let made = 0;
    for (const { word, weight } of words) {
      const first = this.codes[word.charCodeAt(0)] as number;
      if (this.firsts[first] === 0) this.firsts[first] = made += 1;
      let node = this.firsts[first] as number;
      for (let index = 1; index < word.length; index += 1) {
        const code = this.codes[word.charCodeAt(index)] as number;
        const place = this.placeOf(node, code);
        if (this.nodes[place] === 0) {
          this.keys[place] = (node << codeBits) | code;
          this.nodes[place] = made += 1;
          this.behind[node] = (this.behind[node] as number) | (1 << (code & 31));
        }
        node = this.nodes[place] as number;
      }
      this.weights[node] = weight;
    }
    if (made >= 1 << (32 - codeBits)) throw new RangeError('a dictionary of too many words');
  }

  /** The node of a word's first character, 0 where no word begins so. */
  first(unit: number): number {
    return this.firsts[this.codes[unit] as number] as number;
  }

  /** The node behind another, 0 where no word goes on so. */
  next(node: number, unit: number): number {
    const code = this.codes[unit] as number;
    if (code === 0 || ((this.behind[node] as number) & (1 << (code & 31))) === 0) return 0;
    return this.nodes[this.placeOf(node, code)] as number;
  }

  private placeOf(node: number, code: number): number {
    const { keys, nodes, shift } = this;
    const key = ((node << codeBits) | code) >>> 0;
    let place = Math.imul(key, 0x9e3779b1) >>> shift;
    while (nodes[place] !== 0 && keys[place] !== key) place = (place + 1) & (nodes.length - 1);
    return place;
  }
}
