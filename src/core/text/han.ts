/** Whether a code point is a Chinese character (CJK unified ideographs with extensions and compatibility forms, 〇). */
export function isHan(codePoint: number): boolean {
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0x20000 && codePoint <= 0x323af) ||
    codePoint === 0x3007
  );
}

/** Number of Chinese characters; a character outside the BMP counts once. */
export function countHan(text: string): number {
  let count = 0;
  for (const character of text) {
    if (isHan(character.codePointAt(0) ?? 0)) count += 1;
  }
  return count;
}
