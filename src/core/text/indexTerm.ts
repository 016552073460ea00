import { fold } from './folding.ts';

const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * The form in which a term stands in the index, or `null` for punctuation and white space, which are not indexed.
 * Words without content (的, 了) are indexed too: an exact phrase may hold them, and their postings cost little.
 */
export function indexTerm(term: string): string | null {
  const first = term.charCodeAt(0);
  if (first >= 0x4e00 && first <= 0x9fff) return term;
  if (!wordCharacter.test(term)) return null;
  return fold(term);
}
