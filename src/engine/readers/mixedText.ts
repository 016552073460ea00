import { commonShare } from './gbkText.ts';

/** ， 、 and 。 in UTF-8; in GB2312 no second byte is so low. */
const marks = [[0xef, 0xbc, 0x8c], [0xe3, 0x80, 0x81], [0xe3, 0x80, 0x82]].map((mark) => Buffer.from(mark));

const strict = new TextDecoder('utf-8', { fatal: true });
const wide = /[\u3000-\u9fff\uff00-\uffef]/g;
/** So much of both is no chance, and no damage. */
const leastUtf8 = 10;
const leastGbk = 4;
const leastChinese = 0.8;

/**
 * Text that was put together from files in UTF-8 and in GBK, each line read for itself; `null` where one of them hardly
 * occurs. `decodeGbk` and `decodeDamaged` read lines of GBK and of neither.
 */
export function decodeMixed(bytes: Uint8Array, decodeGbk: (line: Uint8Array) => string, decodeDamaged: (line: Uint8Array) => string): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!marks.some((mark) => buffer.includes(mark))) return null;
  const lines: string[] = [];
  let utf8 = 0;
  let gbk = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    start = end;
    const text = decodeStrict(line);
    const inUtf8 = text === null ? 0 : (text.match(wide)?.length ?? 0);
    // 一 in GBK is a letter in UTF-8.
    if (text !== null && (inUtf8 > 0 || isAscii(text))) {
      utf8 += inUtf8;
      lines.push(text);
    } else if (commonShare(line) >= leastChinese) {
      const read = decodeGbk(line);
      gbk += read.match(wide)?.length ?? 0;
      lines.push(read);
    } else lines.push(decodeDamaged(line));
  }
  return utf8 >= leastUtf8 && gbk >= leastGbk ? lines.join('') : null;
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

function decodeStrict(line: Uint8Array): string | null {
  try {
    return strict.decode(line);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
