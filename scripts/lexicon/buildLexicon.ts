// Lays corpus/formulations, corpus/evidence.json and their pinyin into one file that the extension and the command line
// load directly: dist/lexicon.json. Called by esbuild.mjs.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Formulation } from '../../src/core/contracts.ts';
import { compileLexicon, lexiconText } from '../../src/core/formulations/compileLexicon.ts';
import type { Sightings } from '../../src/core/formulations/compileLexicon.ts';
import type { LexiconFile } from '../../src/core/formulations/lexiconEntry.ts';
import { mineExpressions } from '../../src/core/formulations/mining.ts';
import type { MiningParagraph } from '../../src/core/formulations/mining.ts';
import { syllablesOf } from './pinyin.ts';
import { pinyinTableOf } from './pinyinTable.ts';

/** All bundled formulations, in the order of their files' names. */
export function readFormulations(corpus: string): Formulation[] {
  const folder = join(corpus, 'formulations');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
  return files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Formulation[]);
}

export function readEvidence(corpus: string): Sightings | null {
  const file = join(corpus, 'evidence.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sightings) : null;
}

/** The paragraphs of the bundled speeches, without front matter and heads. */
function* speechParagraphs(corpus: string): Generator<MiningParagraph<string>> {
  const folder = join(corpus, 'speeches');
  if (!existsSync(folder)) return;
  for (const [document, name] of readdirSync(folder).filter((file) => file.endsWith('.md')).sort().entries()) {
    const body = readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, '');
    for (const line of body.split('\n')) {
      if (line.trim() !== '' && !line.startsWith('#')) yield { text: line, document, place: name };
    }
  }
}

/** Wording that several of the bundled speeches share, though no list of ours names it. */
function minedFrom(corpus: string): { readonly text: string; readonly documents: number }[] {
  const found = mineExpressions(() => speechParagraphs(corpus), { characters: 400_000, documents: 4 });
  // Shorter ones are names and terms, which need no completing.
  return found.filter(({ text }) => text.length >= 7).map(({ text, documents }) => ({ text, documents }));
}

export function lexiconOf(corpus: string): LexiconFile {
  const formulations = readFormulations(corpus);
  const mined = minedFrom(corpus);
  const file = compileLexicon({ formulations, evidence: readEvidence(corpus), mined, pinyin: syllablesOf });
  const texts = [...formulations.map(({ text }) => text), ...[...speechParagraphs(corpus)].map(({ text }) => text)];
  return { ...file, pinyin: pinyinTableOf(texts) };
}

export function writeLexicon(corpus: string, target: string): void {
  writeFileSync(target, lexiconText(lexiconOf(corpus)));
}
