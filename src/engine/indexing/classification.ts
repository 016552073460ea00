/** Lines in which a classification mark stands: the head of an official document, and the first line of a copied one. */
const lines = 15;

/** 秘密★ · 机密★20年 · 绝 密 ★ · a line with nothing but 机密 */
const mark = /(?:绝\s{0,3}密|机\s{0,3}密|秘\s{0,3}密)\s{0,3}[★☆✩⭐*]|^\s*[【〔[(（]?(?:绝\s{0,3}密|机\s{0,3}密|秘\s{0,3}密)(?:\s*[\d一二三四五六七八九十]{1,3}\s*年)?[】〕\])）]?\s*$/mu;

/** Whether a document carries a classification mark in its first lines. */
export function isClassified(text: string): boolean {
  let end = 0;
  for (let line = 0; line < lines && end >= 0; line += 1) {
    const next = text.indexOf('\n', end);
    if (next < 0) return mark.test(text.slice(0, 2000));
    end = next + 1;
  }
  return mark.test(text.slice(0, Math.min(end, 2000)));
}
