/**
 * Folding for comparison: every code unit of the input gives exactly one code unit, so offsets stay valid.
 * 增强"四个 and 增强“四个 and 增强「四个 fold to the same text; so do ＡＢＣ１２３ and abc123.
 */
const pairs: readonly (readonly [from: string, to: string])[] = [
  ['“”„‟＂「」『』〝〞', '"'],
  ['‘’‚‛＇', "'"],
  ['〔［【', '['],
  ['〕］】', ']'],
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['；', ';'],
  ['：', ':'],
  ['？', '?'],
  ['！', '!'],
  ['．', '.'],
  ['～〜', '~'],
  ['—–―－', '-'],
  ['\u3000\u00a0\t', ' '],
];

/** What each code unit folds to. */
export const foldedUnits: Uint16Array = Uint16Array.from({ length: 1 << 16 }, (_, unit) => unit);
for (const [from, to] of pairs) {
  for (const character of from) foldedUnits[character.charCodeAt(0)] = to.charCodeAt(0);
}
for (let unit = 0xff10; unit <= 0xff5a; unit += 1) {
  const ascii = String.fromCharCode(unit - 0xfee0);
  if (/[0-9A-Za-z]/.test(ascii)) foldedUnits[unit] = ascii.toLowerCase().charCodeAt(0);
}
for (let unit = 0x41; unit <= 0x5a; unit += 1) foldedUnits[unit] = unit + 32;

/** Folds quotes, brackets, full-width forms and letter case; the result is as long as `text`. */
export function fold(text: string): string {
  let folded = '';
  let copied = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const replacement = foldedUnits[unit] as number;
    if (replacement === unit) continue;
    folded += text.slice(copied, index) + String.fromCharCode(replacement);
    copied = index + 1;
  }
  return copied === 0 ? text : folded + text.slice(copied);
}
