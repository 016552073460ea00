import type { Form } from './form.ts';

/** A beginning that can be typed in Latin letters. */
export interface PinyinBeginning {
  readonly form: Form;
  readonly offset: number;
  /** Toneless syllables of the whole form, one for each code unit of its key. */
  readonly syllables: readonly string[];
}

/**
 * Entries by what is typed with the input method off: initials (zqsgys), whole syllables (zengqiangsigeyishi), and the two
 * mixed (zengqiangsgys). Two tables, by the first two initials and by the first three letters, find the few that are then
 * compared; ü is typed v, as input methods do.
 */
export class PinyinIndex {
  private readonly byInitials = new Map<string, PinyinBeginning[]>();
  private readonly byLetters = new Map<string, PinyinBeginning[]>();
  private readonly known = new Map<string, string>();

  /** `pinyin` holds one syllable for each code unit of the form's key, separated by spaces. */
  add(form: Form, beginnings: readonly number[], pinyin: string): void {
    const syllables = this.read(pinyin);
    if (syllables.length !== form.keyed.key.length) return;
    for (const offset of beginnings) {
      const beginning: PinyinBeginning = { form, offset, syllables };
      const [first = '', second = '', third = ''] = syllables.slice(offset, offset + 3);
      if (second !== '') put(this.byInitials, first.charAt(0) + second.charAt(0), beginning);
      put(this.byLetters, (first + second + third).slice(0, 3), beginning);
    }
  }

  /** The syllables of a reading; equal ones are one string, because a large lexicon holds half a million. */
  read(pinyin: string): string[] {
    return pinyin.split(' ').map((syllable) => {
      const known = this.known.get(syllable);
      if (known === undefined) this.known.set(syllable, syllable);
      return known ?? syllable;
    });
  }

  /** What `typed` (lower case, two letters or more) begins, at most `most` of each table. `units` is how many key units it stands for. */
  find(typed: string, most = Infinity): { readonly beginning: PinyinBeginning; readonly units: number }[] {
    const found: { beginning: PinyinBeginning; units: number }[] = [];
    const seen = new Set<PinyinBeginning>();
    const look = (group: readonly PinyinBeginning[] = []) => {
      let taken = 0;
      for (const beginning of group) {
        const units = unitsTyped(typed, beginning.syllables, beginning.offset);
        if (units === 0 || seen.has(beginning)) continue;
        if ((taken += 1) > most) break;
        seen.add(beginning);
        found.push({ beginning, units });
      }
    };
    look(this.byLetters.get(typed.slice(0, 3)));
    // The second syllable starts within the first seven letters, because none is longer than six.
    for (const second of new Set(typed.slice(1, 7))) look(this.byInitials.get(typed.charAt(0) + second));
    return found;
  }
}

/**
 * How many syllables from `offset` on the letters stand for; 0 where they stand for something else. Each syllable may be
 * typed in full, by its first letter or by zh, ch, sh; the last one in part.
 */
export function unitsTyped(typed: string, syllables: readonly string[], offset: number): number {
  const end = reached(typed, syllables, { at: offset, from: 0 });
  return Math.max(0, end - offset);
}

function reached(typed: string, syllables: readonly string[], { at, from }: { at: number; from: number }): number {
  if (from === typed.length) return at;
  const syllable = syllables[at];
  if (syllable?.charCodeAt(0) !== typed.charCodeAt(from)) return 0;
  if (typed.startsWith(syllable, from)) {
    const end = reached(typed, syllables, { at: at + 1, from: from + syllable.length });
    if (end > 0) return end;
  }
  if (typed.length - from < syllable.length && syllable.startsWith(typed.slice(from))) return at + 1;
  if (syllable.charAt(1) === 'h' && typed.charAt(from + 1) === 'h') {
    const end = reached(typed, syllables, { at: at + 1, from: from + 2 });
    if (end > 0) return end;
  }
  return reached(typed, syllables, { at: at + 1, from: from + 1 });
}

function put(table: Map<string, PinyinBeginning[]>, key: string, value: PinyinBeginning): void {
  const group = table.get(key);
  if (group) group.push(value);
  else table.set(key, [value]);
}
