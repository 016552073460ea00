import type { Form, Lexicon } from './lexicon.ts';
import { matchKeyBefore } from './matchKey.ts';
import type { MatchKey } from './matchKey.ts';

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
  readonly by: 'characters' | 'initials' | 'syllables';
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
    for (const { form, offset } of lexicon.beginningsAt(key, typedFrom)) {
      const rest = form.keyed.key.length - offset;
      if (length <= rest) {
        if (length >= shortest && form.keyed.key.startsWith(suffix, offset)) {
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

/** Overlaps of the Latin letters before the cursor with formulations: zqsgys|, sigeyi|. */
export function findPinyinMatches(lexicon: Lexicon, typed: Typed): Match[] {
  const { latin, keyed } = typed;
  if (latin.length < fewestLetters) return [];
  const typedFrom = keyed.key.length - latin.length;
  if (typedFrom < 0) return [];
  return lexicon.pinyin.find(latin).map(({ beginning, whole }) => ({
    form: beginning.form,
    offset: beginning.offset,
    typedFrom,
    length: whole ? 0 : latin.length,
    by: whole ? ('syllables' as const) : ('initials' as const),
  }));
}
