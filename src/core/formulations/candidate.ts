import type { CompletionReason } from '../contracts.ts';
import type { Edit } from './edit.ts';
import type { LeftContext } from './leftContext.ts';
import type { LexiconEntry } from './lexiconEntry.ts';

/** Something that may be offered, with all that ranking looks at. */
export interface Candidate {
  readonly entry: LexiconEntry;
  readonly edit: Edit;
  readonly reason: CompletionReason;
  /** Key units of the overlap with what is typed. */
  readonly overlap: number;
  /** Key units of the form that was being typed. */
  readonly formLength: number;
  readonly fromStart: boolean;
  readonly atBoundary: boolean;
  /** What stands before the overlap; `null` where it starts at an inner beginning, of which that says nothing. */
  readonly left: LeftContext | null;
  /** Share (0–1) of the link where it continues a chain, 0 otherwise. */
  readonly chain: number;
}

/** What ranking knows beside the text at the cursor. Everything is optional. */
export interface RankingContext {
  /** Headings above the cursor, outermost first. */
  readonly headings?: readonly string[];
  /** How often the writer took a text, decayed by age; 0 for never. */
  readonly uses?: (text: string) => number;
  /** Texts that the writer never wants to see. */
  readonly never?: ReadonlySet<string>;
  /** YYYY-MM-DD; without it, nothing is out of time. */
  readonly today?: string;
}
