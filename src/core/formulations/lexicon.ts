import { beginningsOf } from './beginnings.ts';
import type { Form } from './form.ts';
import type { LexiconEntry } from './lexiconEntry.ts';
import { matchKeyOf } from './matchKey.ts';
import { PinyinIndex } from './pinyinIndex.ts';
import type { PinyinReading } from './pinyinReading.ts';

/** A place of a form where typing may start. */
export interface Beginning {
  readonly form: Form;
  /** Offset into the form's key. */
  readonly offset: number;
}

/**
 * All entries that can be completed, found by the first two characters after any of their beginnings. Two characters
 * tell most beginnings apart, so a table of pairs and a plain comparison are enough, building is linear, and a lexicon
 * can grow in slices while the writer types. (A trie was measured slower to build and larger, and a sorted array of
 * suffixes has to be sorted on the extension host's thread.)
 */
export class Lexicon {
  private readonly list: LexiconEntry[] = [];
  private readonly ids = new Map<string, number>();
  private readonly texts = new Map<string, number>();
  private readonly pairs = new Map<number, Beginning[]>();
  private readonly textForms: Form[] = [];
  readonly pinyin = new PinyinIndex();
  /** Keys of all known wrong forms. */
  readonly wrongKeys: string[] = [];
  /** The last day of the evidence, YYYY-MM-DD. */
  until: string | null = null;
  /** Reads wording that turns up only at run time; `null` for what cannot be read. */
  reading: PinyinReading = () => null;

  get entries(): readonly LexiconEntry[] {
    return this.list;
  }

  /** Adds entries. A text that is already there is added again only from the writer's phrase book, which wins. */
  add(entries: Iterable<LexiconEntry>): void {
    for (const entry of entries) this.addOne(entry);
  }

  private addOne(entry: LexiconEntry): void {
    const keyed = matchKeyOf(entry.text);
    if (keyed.key.length < 2) return;
    if (this.texts.has(entry.text) && entry.origin !== 'phrasebook') return;
    const index = this.list.push(entry) - 1;
    this.ids.set(entry.id, index);
    this.texts.set(entry.text, index);
    const form: Form = { entry: index, kind: 'text', keyed };
    this.textForms.push(form);
    const beginnings = beginningsOf(entry.text, keyed);
    for (const offset of beginnings) this.addBeginning({ form, offset });
    for (const alias of entry.aliases ?? []) this.addWhole({ entry: index, kind: 'alias', keyed: matchKeyOf(alias) });
    for (const wrong of entry.wrong ?? []) {
      const wrongKeyed = matchKeyOf(wrong);
      this.addWhole({ entry: index, kind: 'wrong', keyed: wrongKeyed });
      this.wrongKeys.push(wrongKeyed.key);
    }
    if (entry.pinyin !== undefined) this.pinyin.add(form, beginnings, entry.pinyin);
  }

  private addWhole(form: Form): void {
    this.addBeginning({ form, offset: 0 });
  }

  private addBeginning(beginning: Beginning): void {
    const { key } = beginning.form.keyed;
    if (key.length - beginning.offset < 2) return;
    const pair = pairOf(key, beginning.offset);
    const group = this.pairs.get(pair);
    if (group) group.push(beginning);
    else this.pairs.set(pair, [beginning]);
  }

  /** The beginnings that share their first two code units with `key` at `offset`. */
  beginningsAt(key: string, offset: number): readonly Beginning[] {
    return this.pairs.get(pairOf(key, offset)) ?? [];
  }

  indexOf(id: string): number | undefined {
    return this.ids.get(id);
  }

  indexOfText(text: string): number | undefined {
    return this.texts.get(text);
  }

  entryAt(index: number): LexiconEntry {
    const entry = this.list[index];
    if (entry === undefined) throw new RangeError(`There is no entry ${String(index)} in a lexicon of ${String(this.list.length)}.`);
    return entry;
  }

  formAt(index: number): Form {
    const form = this.textForms[index];
    if (form === undefined) throw new RangeError(`There is no form ${String(index)} in a lexicon of ${String(this.list.length)}.`);
    return form;
  }
}

function pairOf(key: string, offset: number): number {
  return key.charCodeAt(offset) * 65536 + key.charCodeAt(offset + 1);
}
