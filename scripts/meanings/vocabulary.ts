import { join } from 'node:path';
import { fold } from '../../src/core/text/folding.ts';
import { countHan } from '../../src/core/text/han.ts';
import { indexTerm } from '../../src/core/text/indexTerm.ts';
import { loadLexicon, setPhrasesOf } from '../../src/engine/search/bundledLexicon.ts';
import { loadSegmenter } from '../../src/engine/segmenter/loadSegmenter.ts';
import { project } from '../commands.ts';

/** A formulation that stands in the texts less often has no company to be known by. */
const fewestOfPhrase = 30;

/**
 * The most frequent terms of Han characters, as the WebAssembly segmenter cuts: it is the same on every machine. Formulations
 * are terms of their own: 全心全意为人民服务 says one thing, and not four.
 */
export function vocabularyOf(texts: readonly string[], most: number): string[] {
  const dist = join(project, 'dist');
  const { segmenter } = loadSegmenter(join(dist, 'segmenter'), 'wasm');
  const formulations = setPhrasesOf(loadLexicon(dist));
  const counts = new Map<string, number>();
  const phrases = new Map<string, number>();
  for (const text of texts) {
    const folded = fold(text);
    for (const piece of segmenter.cut(folded)) {
      const term = indexTerm(piece);
      if (term !== null) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
    for (const { start, end } of formulations.find(folded)) {
      const phrase = folded.slice(start, end);
      phrases.set(phrase, (phrases.get(phrase) ?? 0) + 1);
    }
  }
  for (const [phrase, count] of phrases) if (count >= fewestOfPhrase) counts.set(phrase, Math.max(count, counts.get(phrase) ?? 0));
  return [...counts]
    .filter(([term]) => countHan(term) === term.length)
    .sort(([left, own], [right, other]) => other - own || (left < right ? -1 : 1))
    .slice(0, most)
    .map(([term]) => term);
}
