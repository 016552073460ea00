import iconv from 'iconv-lite';
import { commonShare, decodeBrokenGbk } from './gbkText.ts';
import { decodeMixed } from './mixedText.ts';
import { big5Share, decodeHz } from './rareEncodings.ts';
import { ReadFailure } from './readFailure.ts';
import { bytesBefore, mistakenFor } from './twiceDecoded.ts';

/** Node and Electron built with reduced ICU do not know GB18030; then iconv-lite decodes it, slower. */
const hasGb18030 = knows('gb18030');

function knows(encoding: string, byAnyName = false): boolean {
  try {
    return new TextDecoder(encoding).encoding === encoding || byAnyName;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Text of unknown encoding: a byte-order mark decides, then zero bytes tell UTF-16, then UTF-8 if nearly every byte fits
 * it, else what `declared` names, else GB18030 (which holds GBK and GB2312).
 *
 * @throws ReadFailure `damaged` where the bytes are no text at all.
 */
export function decodeText(file: Uint8Array, declared: string | null = null): string {
  const bytes = withoutPadding(file);
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16('utf-16le', bytes.subarray(2));
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16('utf-16be', bytes.subarray(2));
  const wide = bytes.subarray(0, sampleLength).includes(0) ? guessUtf16(bytes) : null;
  if (wide !== null) return decodeUtf16(wide, bytes);
  // The mark of UTF-8 was put before other text, too.
  const body = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes;
  const read = decodeStrict(body) ?? decodeMixed(body, decodeUnmarked, (line) => decode('utf-8', line)) ?? decodeDamagedUtf8(body) ?? decodeDeclared(body, declared) ?? decodeUnmarked(body);
  if (looksBinary(read)) throw new ReadFailure('damaged', '这个文件不是文本，或已经损坏，无法读取。');
  return decodeHz(read, (run) => decodeCodePage(936, run)) ?? decodeAgain(read);
}

/** A text that was once read in a wrong encoding, read in the right one. */
function decodeAgain(text: string): string {
  const mistaken = mistakenFor(text);
  if (mistaken === null) return text;
  const bytes = bytesBefore(text, mistaken);
  const read = decodeStrict(bytes) ?? decodeDamagedUtf8(bytes) ?? (mistaken === 'western' && commonShare(bytes.subarray(0, 65_536)) >= leastChinese ? decodeUnmarked(bytes) : null);
  if (read !== null) return read;
  throw new ReadFailure('damaged', '文件里的文字是乱码：曾被用错误的编码打开并保存，已无法还原；请找一份没有转换过的。');
}

/** Zero bytes that a disk put in the place of what it lost, or a program to fill its block. */
function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  // The last character of UTF-16 may end with a zero.
  return bytes.length - end < 4 ? bytes : bytes.subarray(0, end + (end & 1));
}

/** Half a character at the end is none. */
function decodeUtf16(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): string {
  return decode(encoding, bytes.subarray(0, bytes.length & ~1));
}

/** What is no UTF-8 and says nothing of itself. UTF-16 without an ASCII character has no zero byte. */
function decodeUnmarked(bytes: Uint8Array): string {
  const wide = isHalfHigh(bytes.subarray(0, sampleLength)) && commonShare(bytes.subarray(0, sampleLength)) < leastChinese ? guessUtf16(bytes) : null;
  if (wide !== null) return decodeUtf16(wide, bytes);
  const sample = bytes.subarray(0, 65_536);
  if (commonShare(sample) < leastChinese && big5Share(sample) >= leastBig5) return decode('big5', bytes);
  const text = decodeCodePage(936, bytes);
  return text.includes('\ufffd') ? decodeBrokenGbk(bytes, (part) => decodeCodePage(936, part)) : text;
}

/** The lower halves of Chinese characters are any byte, the upper ones ASCII and a little more. */
function isHalfHigh(sample: Uint8Array): boolean {
  let high = 0;
  for (const byte of sample) if (byte >= 0x80) high += 1;
  return high > sample.length * 0.3 && high < sample.length * 0.8;
}

/** Of Chinese text in GBK so large a share is common characters; of other text read as GBK it is not. */
const leastChinese = 0.8;
/** Nearly all of traditional Chinese are Big5's common characters. */
const leastBig5 = 0.95;

/**
 * A web page: what it says of its own encoding counts where its bytes are no UTF-8. `declared` is what the message that
 * carries the page says of it.
 */
export function decodePage(bytes: Uint8Array, declared: string | null = null): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  return decodeText(bytes, /<meta[^>]+charset\s*=\s*["']?\s*([\w-]{3,20})/i.exec(head)?.[1] ?? declared);
}

/**
 * Other Chinese and Japanese encodings; all that is called GB is read as GB18030, what is called UTF-8 and is not too, and
 * what is called Western or Big5 and reads as common Chinese in GBK.
 */
function decodeDeclared(bytes: Uint8Array, declared: string | null): string | null {
  if (declared !== null && !/^(?:euc-|iso-2022)/i.test(declared) && commonShare(bytes.subarray(0, 65_536)) >= leastChinese) return null;
  if (declared === null || !/^(?:big5|x-x-big5|shift_jis|euc-|iso-2022|windows-)/i.test(declared) || !knows(declared.toLowerCase(), true)) return null;
  return decode(declared, bytes);
}

/** Text of a known Windows code page, as old formats name them; 936 is Chinese, 1252 Western. */
export function decodeCodePage(page: number, bytes: Uint8Array): string {
  if (page === 936 || page === 54936) return hasGb18030 ? decode('gb18030', bytes) : decodeGb18030Slowly(bytes);
  if (page === 65001) return decode('utf-8', bytes);
  const name = `cp${page}`;
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), iconv.encodingExists(name) ? name : 'cp1252');
}

/** Decoding for machines whose ICU lacks GB18030; exported so that it is tested where ICU is whole. */
export function decodeGb18030Slowly(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030');
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Decoders are kept: formats that decode a few bytes at a time would spend their time in making them. */
function decode(encoding: string, bytes: Uint8Array): string {
  const known = decoders.get(encoding);
  const decoder = known ?? new TextDecoder(encoding);
  if (known === undefined) decoders.set(encoding, decoder);
  return decoder.decode(bytes);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function decodeStrict(bytes: Uint8Array): string | null {
  // A file cut inside a character is still UTF-8: up to three bytes at its end may be missing.
  for (let missing = 0; missing <= 3 && missing <= bytes.length; missing += 1) {
    try {
      return strictUtf8.decode(bytes.subarray(0, bytes.length - missing));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      if ((bytes[bytes.length - 1 - missing] ?? 0) < 0x80) break;
    }
  }
  return null;
}

/**
 * UTF-8 with a few broken bytes, from a cut or a careless paste, is still UTF-8: read as GBK, all of it would be lost for
 * them. Chinese text in GBK makes nearly no valid sequence of UTF-8.
 */
function decodeDamagedUtf8(bytes: Uint8Array): string | null {
  const sample = decode('utf-8', bytes.subarray(0, 200_000));
  let broken = 0;
  let whole = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const unit = sample.charCodeAt(index);
    if (unit === 0xfffd) broken += 1;
    else if (unit >= 0x80) whole += 1;
  }
  return whole >= 10 && whole >= broken * 20 ? decode('utf-8', bytes) : null;
}

/** So many bytes tell whether a text is UTF-16. */
const sampleLength = 4096;

/**
 * UTF-16 without a mark. Only UTF-16 has zero bytes in a text (line breaks, digits, and 一 is 4E00); it and its byte order are
 * told by that nearly all code units are Chinese characters, Chinese punctuation or ASCII.
 */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length & ~1, sampleLength);
  let little = 0;
  let big = 0;
  for (let index = 0; index < length; index += 2) {
    const first = bytes[index] ?? 0;
    const second = bytes[index + 1] ?? 0;
    if (isTextUnit(second, first)) little += 1;
    if (isTextUnit(first, second)) big += 1;
  }
  const least = (length / 2) * 0.9;
  if (little >= least && little >= big) return 'utf-16le';
  return big >= least ? 'utf-16be' : null;
}

function isTextUnit(high: number, low: number): boolean {
  if (high === 0) return (low >= 32 && low < 127) || low === 9 || low === 10 || low === 13;
  return (high >= 0x4e && high <= 0x9f) || high === 0x30 || high === 0xff || high === 0x20;
}

/** What no text holds: undecodable bytes, and control characters but white space. */
const strange = /[\ufffd\0-\x08\x0b\x0e-\x1f]/g;

function looksBinary(text: string): boolean {
  const head = text.slice(0, 4096);
  return (head.match(strange)?.length ?? 0) * 10 > head.length;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
