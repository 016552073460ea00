const digits: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((character, value): [string, number] => [character, value]),
);
const variants: ReadonlyMap<string, number> = new Map([
  ['〇', 0], ['○', 0], ['О', 0], ['O', 0], ['壹', 1], ['贰', 2], ['叁', 3], ['肆', 4], ['伍', 5], ['陆', 6], ['柒', 7], ['捌', 8], ['玖', 9], ['两', 2],
]);

/** The value of a Chinese or Arabic number below 1,000 (十二 → 12, 二十 → 20, ３ → 3); `null` for anything else. */
export function readNumber(text: string): number | null {
  const plain = foldDigits(text);
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  const roman = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'.indexOf(text);
  if (text.length === 1 && roman >= 0) return roman + 1;
  let total = 0;
  let digit: number | null = null;
  for (const character of text) {
    const value = digits.get(character) ?? variants.get(character);
    if (value !== undefined) digit = value;
    else if (character === '十' || character === '拾') {
      total += (digit ?? 1) * 10;
      digit = null;
    } else if (character === '百') {
      total += (digit ?? 1) * 100;
      digit = null;
    } else return null;
  }
  total += digit ?? 0;
  return total > 0 ? total : null;
}

/** A year written as 2023, ２０２３, 二〇二三 or 二○二三; `null` outside 1900–2099. */
export function readYear(text: string): number | null {
  let plain = '';
  for (const character of foldDigits(text)) {
    const value = digits.get(character) ?? variants.get(character);
    plain += value === undefined ? character : String(value);
  }
  return /^(19|20)\d\d$/.test(plain) ? Number(plain) : null;
}

const fullWidth = /[０-９]/;

/** Full-width digits as ASCII, code unit by code unit. */
export function foldDigits(text: string): string {
  return !fullWidth.test(text) ? text : text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
