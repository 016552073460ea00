/** The share of what is not ASCII that Big5's common characters and marks are, were the bytes Big5; 0 where its second bytes are GB's. */
export function big5Share(bytes: Uint8Array): number {
  let common = 0;
  let low = 0;
  let all = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all += 1;
    const trail = bytes[at + 1] ?? 0;
    if (!((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe))) continue;
    if (lead >= 0xa1 && lead <= 0xc6) common += 1;
    if (trail <= 0x7e) low += 1;
    at += 1;
  }
  // A third of Big5's characters have an ASCII letter for their second byte.
  return low * 8 < all ? 0 : common / all;
}

const hzRun = /~\{((?:[!-w][!-~])*)(?:~\}|(?=\r?\n|$))/g;
/** So many stretches are no chance. */
const leastRuns = 3;

/**
 * HZ, which old mail and newsgroups have: GB2312 in ASCII, between `~{` and `~}`. `null` where the text is none. `decode` reads GB2312.
 */
export function decodeHz(text: string, decode: (bytes: Uint8Array) => string): string | null {
  if (!text.includes('~{') || /[\u0080-\uffff]/.test(text) || (text.match(hzRun)?.length ?? 0) < leastRuns) return null;
  return text
    .replace(/~\r?\n/g, '')
    .replace(hzRun, (_, run: string) => decode(Uint8Array.from(run, (letter) => letter.charCodeAt(0) | 0x80)))
    .replaceAll('~~', '~');
}
