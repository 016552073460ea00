/** A word with the logarithm of its likelihood, below 0. */
export interface WeightedWord {
  readonly word: string;
  readonly weight: number;
}

const codeBits = 14;
const heldBits = 20;
const heldShift = 35 - heldBits;
const spread = 0x9e3779b1;

/**
 * Words by their characters, in flat tables: a hash table leads from a node and a character to the node behind it. An object
 * or a `Map` a node would take ten times the memory and most of the time.
 */
export class WordTrie {
  /** Numbers of the characters that stand in words; 0 for all others. */
  private readonly codes = new Uint16Array(1 << 16);
  /** The nodes of first characters, by their numbers. Node 0 is none. */
  private readonly firsts: Int32Array;
  /** The key of a node and a character, and the node behind, by turns: they are asked for together. */
  private readonly links: Int32Array;
  private readonly shift: number;
  /**
   * A bit for each key that there is, by its hash: most steps lead nowhere, and this much of the table stays in the processor's
   * cache.
   */
  private readonly held = new Uint8Array(1 << (heldBits - 3));
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
    this.links = new Int32Array(2 << bits);
    this.weights = new Float64Array(units + 1);
    let made = 0;
    for (const { word, weight } of words) {
      const first = this.codes[word.charCodeAt(0)] as number;
      if (this.firsts[first] === 0) this.firsts[first] = made += 1;
      let node = this.firsts[first] as number;
      for (let index = 1; index < word.length; index += 1) {
        const key = (node << codeBits) | (this.codes[word.charCodeAt(index)] as number);
        const hash = Math.imul(key, spread);
        const place = this.placeOf(key, hash);
        if (this.links[place + 1] === 0) {
          this.links[place] = key;
          this.links[place + 1] = made += 1;
          this.held[hash >>> heldShift] = (this.held[hash >>> heldShift] as number) | (1 << ((hash >>> (heldShift - 3)) & 7));
        }
        node = this.links[place + 1] as number;
      }
      this.weights[node] = weight;
    }
    if (made >= 1 << (32 - codeBits)) throw new RangeError('a dictionary of too many words');
  }

  /** The number of a character, by which the others ask; 0 for one that stands in no word. */
  codeOf(unit: number): number {
    return this.codes[unit] as number;
  }

  /** The node of a word's first character, 0 where no word begins so. */
  first(code: number): number {
    return this.firsts[code] as number;
  }

  /** The node behind another, 0 where no word goes on so. */
  next(node: number, code: number): number {
    if (code === 0) return 0;
    const key = (node << codeBits) | code;
    const hash = Math.imul(key, spread);
    if (((this.held[hash >>> heldShift] as number) & (1 << ((hash >>> (heldShift - 3)) & 7))) === 0) return 0;
    return this.links[this.placeOf(key, hash) + 1] as number;
  }

  private placeOf(key: number, hash: number): number {
    const { links } = this;
    let place = (hash >>> this.shift) << 1;
    while (links[place + 1] !== 0 && links[place] !== key) place = (place + 2) & (links.length - 1);
    return place;
  }
}
