import { punctuationAgrees } from './alignment.ts';
import type { Candidate } from './candidate.ts';
import { editFor } from './edit.ts';
import type { Edit } from './edit.ts';
import type { Lexicon } from './lexicon.ts';
import type { Standing, Typed } from './match.ts';
import { classOf } from './matchKey.ts';
import { unitsTyped } from './pinyinIndex.ts';

/**
 * What follows a formulation that stands before the cursor, with nothing or a beginning of it typed.
 *
 *     增强“四个意识”|      → 、坚定“四个自信”
 *     增强“四个意识”、|    → 坚定“四个自信”
 *     增强四个意识，坚|    → the whole is put right: 增强“四个意识”、坚定“四个自信”
 */
export function chainCandidates(lexicon: Lexicon, typed: Typed, standing: readonly Standing[], after: string): Candidate[] {
  const { before, keyed } = typed;
  const found: Candidate[] = [];
  for (const place of standing) {
    const entry = lexicon.entryAt(place.form.entry);
    const rest = keyed.key.slice(place.typedTo);
    for (const link of entry.next ?? []) {
      const nextIndex = lexicon.indexOf(link.id);
      if (nextIndex === undefined) continue;
      const next = lexicon.entryAt(nextIndex);
      const nextKeyed = lexicon.formAt(nextIndex).keyed;
      const byLetters = rest !== '' && rest === typed.latin && startsWithLetters(next.pinyin, rest);
      if (!nextKeyed.key.startsWith(rest) && !byLetters) continue;
      // The two are laid down as one text, so that separators and quotes between them are checked like any others.
      const joined = `${entry.text}${link.separator}${next.text}`;
      const joinedKeyed = {
        key: place.form.keyed.key + nextKeyed.key,
        at: [...place.form.keyed.at, ...nextKeyed.at.map((at) => at + entry.text.length + link.separator.length)],
      };
      const length = place.form.keyed.key.length + (byLetters ? 0 : rest.length);
      const agrees = punctuationAgrees({
        typed: { text: before, keyed, from: place.typedFrom },
        formulation: { text: joined, keyed: joinedKeyed, offset: 0 },
        length,
        typedEnd: byLetters ? before.length - rest.length : before.length,
      });
      if (!agrees) continue;
      const remainder = nextKeyed.key.slice(byLetters ? 0 : rest.length);
      const edit = chainEdit({ before, after, from: keyed.at[place.typedFrom] ?? 0, first: entry.text, joined, remainder });
      if (edit === null) continue;
      found.push({
        entry: next,
        edit,
        reason: 'chain',
        overlap: rest.length,
        formLength: nextKeyed.key.length,
        fromStart: true,
        atBoundary: true,
        left: null,
        chain: link.share,
      });
    }
  }
  return found;
}

interface ChainEdit {
  readonly before: string;
  readonly after: string;
  readonly from: number;
  readonly first: string;
  readonly joined: string;
  readonly remainder: string;
}

/** Leaves alone what is written right of the first one and its separator; puts the whole right otherwise. */
function chainEdit({ before, after, from, first, joined, remainder }: ChainEdit): Edit | null {
  const lead = openingBefore(before, from, first);
  const written = before.slice(lead);
  let kept = 0;
  if (written.startsWith(first)) {
    kept = first.length;
    while (isSeparator(joined, kept) && written.charAt(kept) === joined.charAt(kept)) kept += 1;
  } else if (first.startsWith(written)) {
    kept = written.length;
  }
  return editFor({ before, after, from: lead + kept, insert: joined.slice(kept), remainder });
}

function openingBefore(before: string, from: number, first: string): number {
  let lead = 0;
  while (lead < first.length && first.charAt(lead) !== before.charAt(from)) lead += 1;
  return before.slice(from - lead, from) === first.slice(0, lead) ? from - lead : from;
}

function isSeparator(text: string, index: number): boolean {
  return classOf(text, index) === 'separator' || '，；'.includes(text.charAt(index));
}

function startsWithLetters(pinyin: string | undefined, letters: string): boolean {
  return pinyin !== undefined && unitsTyped(letters, pinyin.split(' '), 0) > 0;
}
