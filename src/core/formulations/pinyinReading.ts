import { matchKeyOf } from './matchKey.ts';

/**
 * How characters are read, as far as completion needs it for wording that only turns up at run time: the writer's
 * phrases and what was mined from the library. Our own formulations are read at build time, each as a whole.
 */
export interface PinyinTable {
  /** By toneless syllable: the characters that are usually read so. */
  readonly characters: Readonly<Record<string, string>>;
  /** Pairs of characters read otherwise, 供给 → `gong ji`. */
  readonly pairs: Readonly<Record<string, string>>;
}

/** Reads a text into one syllable for each code unit of its key; `null` where a character is not known. */
export type PinyinReading = (text: string) => string[] | null;

export function pinyinReading({ characters, pairs }: PinyinTable): PinyinReading {
  const usual = new Map<string, string>();
  for (const [syllable, all] of Object.entries(characters)) {
    for (const character of all) usual.set(character, syllable);
  }
  const special = new Map(Object.entries(pairs).map(([pair, read]) => [pair, read.split(' ')]));
  return (text) => {
    const { key } = matchKeyOf(text);
    const read: string[] = [];
    for (let index = 0; index < key.length; index += 1) {
      const unit = key.charAt(index);
      const syllable = special.get(key.slice(index, index + 2))?.[0] ?? special.get(key.slice(index - 1, index + 1))?.[1] ?? usual.get(unit) ?? (/[a-z0-9]/u.test(unit) ? unit : null);
      if (syllable === null) return null;
      read.push(syllable);
    }
    return read;
  };
}
