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
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x4e00 && unit <= 0x9fff) count += 1;
    else if (unit >= 0xd800 && unit <= 0xdbff) {
      if (isHan(text.codePointAt(index) ?? 0)) count += 1;
    } else if (unit >= 0x3007 && isHan(unit)) count += 1;
  }
  return count;
}
