import { countHan } from '../text/han.ts';
import type { Block } from './sourceText.ts';

/** Texts in other languages: what tells a page's lines has learnt from Chinese, and takes all of such a text for them. */

/** One character of Chinese in so many letters at the most. */
const mostForeign = 20;

export function isForeign(lines: readonly Block[]): boolean {
  // Most texts show by their first lines that they are none.
  let [han, length] = [0, 0];
  for (const { text } of lines) {
    han += countHan(text);
    length += text.length;
    if (han * mostForeign >= length && length >= shown) return false;
  }
  return han * mostForeign < lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}

/** Characters that show what a text is written in. */
const shown = 400;

/** Several words and a full stop. */
const sentence = /^(?=(?:\P{L}*\p{L}+){4}).*[.!?…。]["”')»]?$/u;
/** What sites say in sentences. */
const ofSites = /https?:|www\.|©|@|cookie|copyright|reserved|click|log ?in|sign (?:in|up)|subscri|download|privacy|newsletter|javascript/iu;

export function isForeignSentence(text: string): boolean {
  return sentence.test(text) && !ofSites.test(text);
}
