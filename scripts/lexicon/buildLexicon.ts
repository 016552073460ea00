// Lays corpus/formulations, corpus/evidence.json and their pinyin into one file that the extension and the command line
// load directly: dist/lexicon.json. Called by esbuild.mjs.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Formulation } from '../../src/core/contracts.ts';
import { compileLexicon } from '../../src/core/formulations/compileLexicon.ts';
import type { Sightings } from '../../src/core/formulations/compileLexicon.ts';
import type { LexiconFile } from '../../src/core/formulations/lexiconEntry.ts';
import { syllablesOf } from './pinyin.ts';

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

export function lexiconOf(corpus: string): LexiconFile {
  return compileLexicon({ formulations: readFormulations(corpus), evidence: readEvidence(corpus), pinyin: syllablesOf });
}

export function writeLexicon(corpus: string, target: string): void {
  writeFileSync(target, JSON.stringify(lexiconOf(corpus)));
}
