import type { Form } from './form.ts';
import type { Lexicon } from './lexicon.ts';
import { matchKeyBefore } from './matchKey.ts';
import type { MatchKey } from './matchKey.ts';
import { unitsTyped } from './pinyinIndex.ts';

/** What stands before the cursor, read once for a request. */
export interface Typed {
  readonly before: string;
  readonly keyed: MatchKey;
  /** Latin letters directly before the cursor, lower case, `''` where there are none. */
  readonly latin: string;
}

/** An overlap of the text before the cursor with a form. */
export interface Match {
  readonly form: Form;
  /** Offset into the form's key where the overlap starts. */
  readonly offset: number;
  /** Offset into the typed key where the overlap starts; it reaches to the cursor. */
  readonly typedFrom: number;
  /** How many key units of the form the overlap covers. */
  readonly length: number;
  readonly by: 'characters' | 'pinyin';
}

/** A formulation that stands whole before the cursor, so that what follows it in set order may come next. */
export interface Standing {
  readonly form: Form;
  readonly typedFrom: number;
  /** Offset into the typed key just after it. What is typed from there on belongs to the next one. */
  readonly typedTo: number;
}

export interface Found {
  readonly matches: readonly Match[];
  readonly standing: readonly Standing[];
}

export function readTyped(before: string): Typed {
  return { before, keyed: matchKeyBefore(before), latin: /[A-Za-z]*$/.exec(before)?.[0].toLowerCase() ?? '' };
}

/**
 * Most overlaps that are taken from one group of beginnings. Two characters (推动|) or five letters (zhong|) begin thousands
 * of things, of which twenty are shown; a lexicon holds its best ones first, and nobody waits for the rest.
 */
export const mostOfGroup = 200;

/**
 * Every overlap of the text before the cursor with a formulation, from any of its beginnings.
 *
 *     大家要增强四个|         overlap 增强四个 with 增强“四个意识”, from its start
 *           ~~~~
 *     坚决做到坚定“四|       overlap 坚定四 with 增强“四个意识”、坚定“四个自信”, from an inner beginning
 *             ~~~~
 *
 * `shortest` is the least number of key units that counts. Overlaps come longest first.
 */
export function findMatches(lexicon: Lexicon, typed: Typed, shortest: number): Found {
  const { key } = typed.keyed;
  const matches: Match[] = [];
  const standing: Standing[] = [];
  for (let typedFrom = 0; typedFrom <= key.length - 2; typedFrom += 1) {
    const length = key.length - typedFrom;
    const suffix = key.slice(typedFrom);
    let taken = 0;
    for (const { form, offset } of lexicon.beginningsAt(key, typedFrom)) {
      const rest = form.keyed.key.length - offset;
      if (length <= rest) {
        if (length >= shortest && taken < mostOfGroup && form.keyed.key.startsWith(suffix, offset)) {
          taken += 1;
          matches.push({ form, offset, typedFrom, length, by: 'characters' });
        }
        if (length < rest) continue;
      }
      // The first two units of the beginning are known to agree, so this comparison seldom runs far.
      if (offset === 0 && form.kind === 'text' && key.startsWith(form.keyed.key, typedFrom)) {
        standing.push({ form, typedFrom, typedTo: typedFrom + rest });
      }
    }
  }
  return { matches, standing };
}

/** Fewest Latin letters that are looked up: two are too often just letters. */
export const fewestLetters = 3;

/** Farthest back that Han characters before the letters are taken for the beginning of the same formulation. */
const mostHan = 16;

/** Overlaps of the Latin letters before the cursor with formulations: zqsgys|, zengqiangsgys|, 完整准确qmgc|. */
export function findPinyinMatches(lexicon: Lexicon, typed: Typed): Match[] {
  const { latin, keyed } = typed;
  const lettersFrom = keyed.key.length - latin.length;
  if (lettersFrom < 0 || latin.length === 0) return [];
  const matches: Match[] = [];
  // The Han characters before the letters say most, so two letters after them are enough.
  for (let typedFrom = Math.max(0, lettersFrom - mostHan); latin.length >= 2 && typedFrom <= lettersFrom - 2; typedFrom += 1) {
    const han = lettersFrom - typedFrom;
    let taken = 0;
    for (const { form, offset } of lexicon.beginningsAt(keyed.key, typedFrom)) {
      if (taken >= mostOfGroup) break;
      if (form.kind !== 'text' || !form.keyed.key.startsWith(keyed.key.slice(typedFrom, lettersFrom), offset)) continue;
      const { pinyin } = lexicon.entryAt(form.entry);
      const units = pinyin === undefined ? 0 : unitsTyped(latin, pinyin.split(' '), offset + han);
      if (units === 0) continue;
      taken += 1;
      matches.push({ form, offset, typedFrom, length: han + units, by: 'pinyin' });
    }
  }
  if (latin.length < fewestLetters) return matches;
  for (const { beginning, units } of lexicon.pinyin.find(latin, mostOfGroup)) {
    matches.push({ form: beginning.form, offset: beginning.offset, typedFrom: lettersFrom, length: units, by: 'pinyin' });
  }
  return matches;
}
