import type { Form } from './lexicon.ts';

/** A beginning that can be typed in Latin letters. */
export interface PinyinBeginning {
  readonly form: Form;
  readonly offset: number;
  /** The initials from this beginning on: `zqsgys`. */
  readonly initials: string;
  /** The whole syllables from this beginning on: `zengqiangsigeyishi`. */
  readonly letters: string;
}

/**
 * Entries by what is typed with the input method off: initials (zqsgys) or whole syllables (sigeyishi). A table by the
 * first three letters of each; ü is typed v, as input methods do.
 */
export class PinyinIndex {
  private readonly byInitials = new Map<string, PinyinBeginning[]>();
  private readonly byLetters = new Map<string, PinyinBeginning[]>();

  /** `pinyin` holds one syllable for each code unit of the form's key, separated by spaces. */
  add(form: Form, beginnings: readonly number[], pinyin: string): void {
    const syllables = pinyin.split(' ');
    if (syllables.length !== form.keyed.key.length) return;
    const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
    for (const offset of beginnings) {
      const beginning: PinyinBeginning = {
        form,
        offset,
        initials: initials.slice(offset),
        letters: syllables.slice(offset).join(''),
      };
      if (beginning.initials.length >= 2) put(this.byInitials, beginning.initials.slice(0, 2), beginning);
      put(this.byLetters, beginning.letters.slice(0, 3), beginning);
    }
  }

  /** What `typed` (lower case, two letters or more) begins. `units` is how many key units it covers, at least. */
  find(typed: string): { readonly beginning: PinyinBeginning; readonly whole: boolean }[] {
    const found: { beginning: PinyinBeginning; whole: boolean }[] = [];
    for (const beginning of this.byInitials.get(typed.slice(0, 2)) ?? []) {
      if (beginning.initials.startsWith(typed)) found.push({ beginning, whole: false });
    }
    for (const beginning of this.byLetters.get(typed.slice(0, 3)) ?? []) {
      if (beginning.letters.startsWith(typed)) found.push({ beginning, whole: true });
    }
    return found;
  }
}

function put(table: Map<string, PinyinBeginning[]>, key: string, value: PinyinBeginning): void {
  const group = table.get(key);
  if (group) group.push(value);
  else table.set(key, [value]);
}
