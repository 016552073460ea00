import type { Formulation } from '../../src/core/contracts.ts';
import { attest } from '../../src/core/formulations/attest.ts';
import type { DatedText } from '../../src/core/formulations/attest.ts';
import { compileLexicon, minedEntry } from '../../src/core/formulations/compileLexicon.ts';
import { Lexicon } from '../../src/core/formulations/lexicon.ts';
import type { LexiconEntry } from '../../src/core/formulations/lexiconEntry.ts';
import { mineExpressions } from '../../src/core/formulations/mining.ts';
import { frequencyOf } from '../../src/core/formulations/score.ts';
import { bundledFormulations } from '../attest/lexiconFiles.ts';
import { syllablesOf } from '../lexicon/pinyin.ts';
import { paragraphsOf } from './recurringPhrases.ts';

/** Everything learnt stops on this day; what is later is the test. */
export const split = '2026-02-28';

export interface TrainedEntries {
  /** Our own, those seen most often first. */
  readonly curated: readonly LexiconEntry[];
  /** Repeated wording of the texts up to the split, that in the most days first. */
  readonly mined: readonly LexiconEntry[];
  /** Formulations that were left out, because nothing before the split knows them. */
  readonly leftOut: number;
}

/** Attests and mines the texts up to the split. */
export function trainEntries(texts: readonly DatedText[], until = split): TrainedEntries {
  const formulations = bundledFormulations().map((formulation) => asOf(formulation, until));
  const evidence = attest(formulations, texts);
  const known = formulations.filter(({ id, source }) => evidence.formulations[id] !== undefined || source.date <= until);
  const { entries } = compileLexicon({ formulations: known, evidence, pinyin: syllablesOf });
  const curated = [...entries].sort((a, b) => frequencyOf(b) - frequencyOf(a));
  const days = [...new Set(texts.map(({ day }) => day))].sort();
  const numbers = new Map(days.map((day, index) => [day, index]));
  const paragraphs = paragraphsOf(texts).map(({ day, text }) => ({ text, document: numbers.get(day) ?? 0, day: Date.parse(day) / 86_400_000, place: null }));
  const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  const mined = mineExpressions(() => paragraphs, { documents: 4, limit: 60_000, characters });
  return {
    curated,
    mined: mined.map(({ text, documents, left, lately, begun }) => minedEntry({ text, documents, left, lately, begun }, syllablesOf)),
    leftOut: formulations.length - known.length,
  };
}

/** A formulation with nothing said of it that was not true yet. */
function asOf(formulation: Formulation, day: string): Formulation {
  const { status } = formulation;
  return typeof status === 'object' && 'supersededBy' in status && status.since > day ? { ...formulation, status: 'current' } : formulation;
}

/** A lexicon of a size: curated entries first, then mined ones. */
export function lexiconOfSize({ curated, mined }: TrainedEntries, size: number): Lexicon {
  const lexicon = new Lexicon();
  lexicon.until = split;
  lexicon.add(curated.slice(0, size));
  lexicon.add(mined.slice(0, Math.max(0, size - curated.length)));
  return lexicon;
}
