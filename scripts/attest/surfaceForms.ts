// In what punctuation the bundled formulations stand in public text: 市场化、法治化、国际化 and 市场化法治化国际化 have the
// same letters. Found inside clauses too, where comparing whole clauses would miss them.

import type { Formulation } from '../../src/core/contracts.ts';
import { phraseScan } from '../../src/core/formulations/phraseScan.ts';

const letter = /[\p{Script=Han}0-9A-Za-z]/u;
const closing = new Map([['”', '“'], ['’', '‘'], ['》', '《'], ['）', '（']]);

/** For a text, the wordings with the letters of a formulation that stand in it, each once and as written. */
export function surfaceForms(formulations: readonly Formulation[]): (text: string) => Set<string> {
  const phrases = [...new Set(formulations.map(({ text }) => [...text].filter((unit) => letter.test(unit)).join('')))];
  const scan = phraseScan(phrases.filter((phrase) => phrase.length >= 6));
  const lengths = phrases.filter((phrase) => phrase.length >= 6).map((phrase) => phrase.length);
  return (text) => {
    const places: number[] = [];
    let letters = '';
    for (let index = 0; index < text.length; index++) {
      const unit = text[index] ?? '';
      if (!letter.test(unit)) continue;
      letters += unit;
      places.push(index);
    }
    const found = new Set<string>();
    scan(letters, (phrase, start) => {
      const surface = slice(text, places[start] ?? 0, places[start + (lengths[phrase] ?? 1) - 1] ?? 0);
      if (!/[。！？\s]/u.test(surface)) found.add(surface);
    });
    return found;
  };
}

/** From the first letter to the last, with the quotation marks that belong to it: 做到“两个维护”. */
function slice(text: string, first: number, last: number): string {
  const inside = text.slice(first, last + 1);
  const after = text[last + 1] ?? '';
  const opening = closing.get(after);
  if (opening === undefined) return inside;
  const opened = inside.lastIndexOf(opening) > inside.lastIndexOf(after);
  if (opened) return inside + after;
  return text[first - 1] === opening && !inside.includes(after) ? opening + inside + after : inside;
}
