import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLexicon } from '../../core/formulations/compileLexicon.ts';
import type { Lexicon } from '../../core/formulations/lexicon.ts';
import { SetPhrases } from '../../core/passages/setPhrases.ts';

/** The formulations that the build compiled. Throws where the file is missing or damaged. */
export function loadLexicon(distDir: string): Lexicon {
  return readLexicon(readFileSync(join(distDir, 'lexicon.json'), 'utf8'));
}

/** All wordings by which a formulation shows in a text. */
export function setPhrasesOf(lexicon: Lexicon): SetPhrases {
  const phrases: string[] = [];
  for (const { text, aliases = [], origin, members = [] } of lexicon.entries) {
    if (origin !== 'curated') continue;
    phrases.push(text, ...aliases, ...members.filter((member) => member.length > 8));
    // Long formulations are quoted in parts as well: each clause is one.
    for (const clause of text.split(/[，、；：]/u)) phrases.push(clause);
  }
  return new SetPhrases(phrases);
}
