import { decodeCodePage } from './decodeText.ts';

/** Code pages of the character sets that fonts name. */
const pageOfCharset: Readonly<Record<number, number>> = { 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 204: 1251, 238: 1250 };
const doubleByte = new Set([932, 936, 949, 950]);

/** The bytes of RTF text that wait for decoding, with the fonts that say how. */
export class RtfText {
  /** What `\ansicpg` says; Chinese Word writes 936. */
  codePage = 1252;
  readonly #charsets = new Map<number, number>();
  #bytes: number[] = [];
  /** For each byte, whether it was written `\'b0` or is no ASCII: it may be half of a character. */
  #marked: boolean[] = [];

  get empty(): boolean {
    return this.#bytes.length === 0;
  }

  setCharset(font: number, charset: number): void {
    this.#charsets.set(font, charset);
  }

  add(byte: number, escaped: boolean): void {
    this.#bytes.push(byte);
    this.#marked.push(escaped || byte >= 0x80);
  }

  /** Decodes what was gathered in the given font and forgets it. Symbol fonts show bullets and arrows, no text. */
  take(font: number): string {
    const bytes = Uint8Array.from(this.#bytes);
    const marked = this.#marked;
    this.#bytes = [];
    this.#marked = [];
    if (bytes.every((byte) => byte < 0x80)) return latin(bytes);
    const charset = this.#charsets.get(font) ?? 0;
    if (charset === 2) return '';
    const named = pageOfCharset[charset];
    if (named !== undefined) return decodeCodePage(named, bytes);
    return doubleByte.has(this.codePage) ? this.#decodeMixed(bytes, marked) : decodeCodePage(this.codePage, bytes);
  }

  /** A Western font in a Chinese file: Chinese text all the same where escaped bytes make Chinese characters. */
  #decodeMixed(bytes: Uint8Array, marked: readonly boolean[]): string {
    let text = '';
    for (let start = 0, end = 0; start < bytes.length; start = end) {
      while (end < bytes.length && marked[end] === marked[start]) end += 1;
      const run = bytes.subarray(start, end);
      const chinese = decodeCodePage(this.codePage, run);
      text += chinese.includes('\ufffd') ? decodeCodePage(1252, run) : chinese;
    }
    return text;
  }
}

/** In steps: a paragraph may be longer than a call's arguments may be. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
