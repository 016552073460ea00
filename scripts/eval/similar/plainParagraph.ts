import { countHan } from '../../../src/core/text/han.ts';

/** Between a remark and a page: 45 to 330 Han characters. Judged lists hold paragraphs of this length only. */
export function isPlainParagraph(text: string): boolean {
  const han = countHan(text);
  return han >= 45 && han <= 330;
}
