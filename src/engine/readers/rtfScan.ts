import type { ReadingLimits } from './limits.ts';
import { exceeds, ReadFailure } from './readFailure.ts';

/** What the parts of an RTF file are told to, in the order of the file. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** `\par`, `\u31185`, `\fs-20` */
  word(word: string, value: number | null): void;
  /** A backslash with anything else than a letter: `\*`, `\~`, `\{`. */
  symbol(symbol: string): void;
  /** A byte of text; `escaped` where it was written `\'b0`. */
  byte(byte: number, escaped: boolean): void;
}

/** Longer names and numbers are no control words. Numbers have up to ten digits behind their sign: `\revdttm-2074015744`. */
const longestWord = 32;
const longestNumber = 10;

/**
 * Walks the groups, control words and text of an RTF file, each byte once.
 *
 * @throws ReadFailure `limit` (nesting) or `damaged` (binary data that goes past the end).
 */
export function scanRtf(bytes: Uint8Array, handler: RtfHandler, limits: ReadingLimits): void {
  let depth = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    at += 1;
    if (byte === 0x7b) {
      depth += 1;
      if (depth > limits.nesting) throw exceeds('nesting', limits);
      handler.open();
    } else if (byte === 0x7d) {
      depth -= 1;
      handler.close();
      // What follows the outermost group is padding or rubbish.
      if (depth <= 0) return;
    } else if (byte === 0x5c) at = control(bytes, at, handler);
    else if (byte >= 0x20 || byte === 9) handler.byte(byte, false);
  }
}

/** Reads what follows a backslash at `start - 1`; returns where the text goes on. */
function control(bytes: Uint8Array, start: number, handler: RtfHandler): number {
  const byte = bytes[start] ?? 0;
  if (byte === 0x27) {
    const value = hexDigit(bytes[start + 1] ?? 0) * 16 + hexDigit(bytes[start + 2] ?? 0);
    if (!Number.isNaN(value)) handler.byte(value, true);
    return start + 3;
  }
  let at = start;
  while (at < bytes.length && at - start < longestWord && isLetter(bytes[at] ?? 0)) at += 1;
  if (at === start) {
    handler.symbol(String.fromCharCode(byte));
    return start + 1;
  }
  const word = latin(bytes, start, at);
  const sign = at;
  if (bytes[at] === 0x2d) at += 1;
  const digits = at;
  while (at < bytes.length && at - digits < longestNumber && isDigit(bytes[at] ?? 0)) at += 1;
  const value = at > digits ? Number(latin(bytes, sign, at)) : null;
  if (value === null) at = sign;
  if (bytes[at] === 0x20) at += 1;
  if (word === 'bin') {
    const after = at + Math.max(0, value ?? 0);
    if (after > bytes.length) throw new ReadFailure('damaged', 'RTF 文件不完整，无法读取。');
    return after;
  }
  handler.word(word, value);
  return at;
}

/** The value of a hexadecimal digit; NaN for any other byte. */
function hexDigit(byte: number): number {
  if (isDigit(byte)) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : NaN;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
