import { rankCandidates } from '../../src/core/formulations/complete.ts';
import type { RankedCandidate } from '../../src/core/formulations/complete.ts';
import type { Lexicon } from '../../src/core/formulations/lexicon.ts';
import { opensList } from '../../src/core/formulations/opening.ts';
import type { OpeningRule } from '../../src/core/formulations/opening.ts';

/** What a writer is offered at a place: texts that would go in, best first, and whether the list is open. */
export interface Offer {
  readonly inserts: readonly { readonly insert: string; readonly replace: number; readonly overlap: number }[];
  readonly open: boolean;
}

export type Completer = (before: string) => Offer;

export interface WriterFigures {
  readonly characters: number;
  /** Share (0–1) of all characters that were not typed. */
  readonly saved: number;
  /** The same with a key counted for each acceptance. */
  readonly savedNet: number;
  readonly accepted: number;
  /** Lists opened where nothing in them was meant, for each 1,000 characters typed or accepted. */
  readonly unwanted: number;
  /** Lists opened where something in them was meant. */
  readonly wanted: number;
}

/** Characters that must stand before a writer looks at the list, and how many of it are looked at. */
const attention = { characters: 2, items: 3 };

/**
 * A writer types paragraphs character by character and takes a right candidate among the first three as soon as two
 * characters of it stand (or, in a chain, none) and the list is open. Right is what gives the very text that was
 * written. An opening lasts while the list stays open; it is unwanted where nothing in it was ever right.
 */
export function simulateWriter(paragraphs: readonly string[], complete: Completer): WriterFigures {
  let characters = 0;
  let saved = 0;
  let accepted = 0;
  let unwanted = 0;
  let wanted = 0;
  for (const paragraph of paragraphs) {
    characters += paragraph.length;
    let opening: 'none' | 'unwanted' | 'wanted' = 'none';
    let position = 1;
    while (position <= paragraph.length) {
      const before = paragraph.slice(0, position);
      const { inserts, open } = complete(before);
      const right = inserts.findIndex(({ insert, replace }) => {
        const result = before.slice(0, before.length - replace) + insert;
        return result.length > position && paragraph.startsWith(result);
      });
      if (!open) {
        if (opening === 'unwanted') unwanted += 1;
        opening = 'none';
      } else if (opening !== 'wanted') {
        if (right >= 0) wanted += 1;
        opening = right >= 0 ? 'wanted' : 'unwanted';
      }
      const chosen = right >= 0 && right < attention.items ? inserts[right] : undefined;
      if (open && chosen !== undefined && (chosen.overlap >= attention.characters || chosen.replace === 0)) {
        const gained = chosen.insert.length - chosen.replace;
        saved += gained;
        accepted += 1;
        position += gained;
        opening = 'none';
      }
      position += 1;
    }
    if (opening === 'unwanted') unwanted += 1;
  }
  return {
    characters,
    saved: saved / characters,
    savedNet: (saved - accepted) / characters,
    accepted,
    unwanted: (unwanted * 1000) / characters,
    wanted: (wanted * 1000) / characters,
  };
}

/** Our completion under a rule for opening. */
export function ourCompleter(lexicon: Lexicon, rule: OpeningRule, limit = 12): Completer {
  return (before) => {
    const found = rankCandidates(lexicon, { before: before.slice(-200), limit, pinyin: false });
    return { inserts: found.map(insertOf), open: found.some((candidate) => opensList(candidate, rule)) };
  };
}

function insertOf({ edit, overlap }: RankedCandidate): Offer['inserts'][number] {
  return { insert: edit.insert, replace: edit.replace, overlap };
}

/** A run of word characters is one word to VS Code, and so is a run of Han characters between marks. */
const wordBefore = /[^\s`~!@#$%^&*()\-=+[{\]}\\|;:'",.<>/?，。；：、！？“”‘’（）《》【】…—]+$/u;

/**
 * VS Code's word-based completion: words of the document that begin with the word at the cursor, the nearest before it
 * first (as its locality bonus does), from the first character on.
 */
export function wordCompleter(document: string): Completer {
  return (before) => {
    const word = wordBefore.exec(before)?.[0] ?? '';
    if (word === '') return { inserts: [], open: false };
    const earlier = document + before.slice(0, before.length - word.length);
    const seen = new Set<string>();
    for (let at = earlier.lastIndexOf(word); at >= 0 && seen.size < 12; at = at === 0 ? -1 : earlier.lastIndexOf(word, at - 1)) {
      const startsWord = at === 0 || !wordBefore.test(earlier.charAt(at - 1));
      const found = startsWord ? (/^[^\s`~!@#$%^&*()\-=+[{\]}\\|;:'",.<>/?，。；：、！？“”‘’（）《》【】…—]+/u.exec(earlier.slice(at, at + 60))?.[0] ?? '') : '';
      if (found.length > word.length) seen.add(found);
    }
    const inserts = [...seen].map((insert) => ({ insert, replace: word.length, overlap: word.length }));
    return { inserts, open: inserts.length > 0 };
  };
}

/** A plain list of snippets: texts that begin with the word at the cursor, as they are written, in their own order. */
export function snippetCompleter(texts: readonly string[]): Completer {
  const sorted = [...texts].sort();
  return (before) => {
    const word = wordBefore.exec(before)?.[0] ?? '';
    if (word.length < 1) return { inserts: [], open: false };
    const inserts = sorted
      .filter((text) => text.startsWith(word) && text !== word)
      .slice(0, 12)
      .map((insert) => ({ insert, replace: word.length, overlap: word.length }));
    return { inserts, open: inserts.length > 0 };
  };
}
