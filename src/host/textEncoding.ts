/** What a text file without a mark of its own is written in; VS Code would read GBK as UTF-8 otherwise. */
export function encodingOf(bytes: Uint8Array): 'marked' | 'utf8' | 'gb18030' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'marked';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf8';
  } catch {
    // Not UTF-8: that is the answer, not a fault.
    return 'gb18030';
  }
}

/** The text of a file that some editor wrote: UTF-8, UTF-16 with its mark, or what older Windows writes by itself. */
export function textOf(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const name = encoding === 'marked' ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : encoding;
  return new TextDecoder(name).decode(bytes);
}
