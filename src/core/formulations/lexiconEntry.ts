import type { Evidence, Source } from '../contracts.ts';
import type { LeftShares } from './leftContext.ts';
import type { PinyinTable } from './pinyinReading.ts';

/** Where an entry comes from: our own list, repeated wording found in documents, or the writer's phrase book. */
export type EntryOrigin = 'curated' | 'mined' | 'phrasebook';

/** What may follow an entry in set order. */
export interface EntryLink {
  readonly id: string;
  /** Stands between the two: 、 or ， */
  readonly separator: string;
  /** Share (0–1) of this one among the links of its entry, by recent sightings. */
  readonly share: number;
}

/** One thing that can be completed, as the build step lays it down in `lexicon.json`. Absent fields are not known. */
export interface LexiconEntry {
  readonly id: string;
  readonly text: string;
  readonly category: string;
  readonly origin: EntryOrigin;
  readonly members?: readonly string[];
  readonly next?: readonly EntryLink[];
  readonly superseded?: { readonly by: string; readonly byId: string | null; readonly since: string };
  readonly coexistsWith?: string;
  readonly valid?: { readonly from?: string; readonly until?: string };
  readonly source?: Source;
  readonly evidence?: Evidence;
  readonly aliases?: readonly string[];
  readonly wrong?: readonly string[];
  readonly note?: string;
  /** Syllables without tones, one a code unit of the entry's key, joined by spaces: `zeng qiang si ge yi shi`. */
  readonly pinyin?: string;
  /** Number of documents that mined wording was found in. */
  readonly documents?: number;
  /** How much more recent those documents are than the others: about ±3, 0 where no days are known. */
  readonly lately?: number;
  /** Of mined wording: in which share (0–1) of all cases its first three, four, five and six characters go on as it does. */
  readonly begun?: readonly number[];
  /** What stands before it, as far as that recurs. */
  readonly left?: LeftShares;
  /** One place in the library where mined wording stands. */
  readonly example?: { readonly file: string; readonly title: string; readonly line: number | null };
}

/** The build artefact `lexicon.json`. */
export interface LexiconFile {
  readonly version: 1;
  /** The last day of the evidence, YYYY-MM-DD; `null` where there is none. */
  readonly until: string | null;
  readonly entries: readonly LexiconEntry[];
  /** How wording is read that turns up only at run time. */
  readonly pinyin?: PinyinTable;
}
