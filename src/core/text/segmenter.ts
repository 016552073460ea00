/** The port behind which the segmenters stand. Every implementation passes one contract suite (test/engine). */
export interface Segmenter {
  readonly kind: 'native' | 'wasm';
  /** Changes with the segmenter, its version and its dictionary; an index belongs to the segmenter that made it. */
  readonly id: string;
  /**
   * Splits a text into terms. Lossless: the terms joined give `text` again, so that offsets follow by adding lengths.
   * 推进全过程人民民主 → 推进 | 全过程人民民主
   */
  cut(text: string): string[];
  /**
   * Only the lengths of the pieces that `cut` gives, where they can be had faster: written to `into`, which has room for
   * `text.length` more, from `at` on. Returns where they end, or -1 for a text that only `cut` can cut.
   */
  measure?(text: string, into: Uint32Array, at: number): number;
}
