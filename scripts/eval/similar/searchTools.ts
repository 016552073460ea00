import { join } from 'node:path';
import { loadMeanings } from '../../../src/engine/search/bundledMeanings.ts';
import { loadLexicon, setPhrasesOf } from '../../../src/engine/search/bundledLexicon.ts';
import type { SetPhrases } from '../../../src/core/passages/setPhrases.ts';
import type { Frequencies, QueryTerm } from '../../../src/core/passages/queryTerms.ts';
import { chooseTerms } from '../../../src/core/passages/queryTerms.ts';
import { fold } from '../../../src/core/text/folding.ts';
import { indexTerm } from '../../../src/core/text/indexTerm.ts';
import type { WordMeanings } from '../../../src/core/text/wordMeanings.ts';
import type { Segmenter } from '../../../src/core/text/segmenter.ts';
import { loadSegmenter } from '../../../src/engine/segmenter/loadSegmenter.ts';
import { project } from '../../commands.ts';

/** What every engine is given: the same segmenter, the same formulations. */
export interface SearchTools {
  readonly segmenter: Segmenter;
  readonly phrases: SetPhrases;
  /** For this project's ranking alone: lexical engines have no use for them. */
  readonly meanings: WordMeanings | null;
}

export function loadTools(kind: 'native' | 'wasm'): SearchTools & { readonly notice: string | null } {
  const dist = join(project, 'dist');
  const { segmenter, notice } = loadSegmenter(join(dist, 'segmenter'), kind);
  // Its dictionary is loaded with the first cut, and is no part of what is measured.
  segmenter.cut('讲话');
  return { segmenter, notice, phrases: setPhrasesOf(loadLexicon(dist)), meanings: loadMeanings(dist) };
}

/** The terms under which a text is indexed, in their order and as often as they stand in it. */
export function termsOf(text: string, segmenter: Segmenter): string[] {
  const terms: string[] = [];
  for (const piece of segmenter.cut(fold(text))) {
    const term = indexTerm(piece);
    if (term !== null) terms.push(term);
  }
  return terms;
}

/** The terms that the passage index would search for. */
export function chosenTerms(text: string, tools: SearchTools, library: Frequencies): QueryTerm[] {
  const folded = fold(text);
  return chooseTerms({ text: folded, formulations: tools.phrases.find(folded), headings: [] }, tools.segmenter, library);
}

export function frequenciesOf(paragraphs: readonly (readonly string[])[]): Frequencies {
  const counts = new Map<string, number>();
  for (const terms of paragraphs) {
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { paragraphs: paragraphs.length, count: (term) => counts.get(term) ?? 0 };
}
