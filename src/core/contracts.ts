/**
 * The shapes that others lean on: the command line prints them as JSON and the extension exports them.
 *
 * Offsets count UTF-16 code units and spans are half-open; lines and columns start at 1. What is not known is `null`,
 * never a guess. All values are plain JSON.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something found while reading a document. */
export interface Problem {
  readonly code: string;
  /** One Chinese sentence that a writer understands. */
  readonly message: string;
  readonly span: Span;
  /** Whether `span` counts in the source as decoded, or in the clean text. */
  readonly space: 'source' | 'text';
}

/** A redacted or still open fact: `〔市名〕`, `**`, `XX`, `××`, `某某`. */
export interface Placeholder {
  readonly span: Span;
  readonly kind: 'date' | 'number' | 'place' | 'name' | 'other';
  readonly hint: string | null;
}

/** What a paragraph does in the speech, where it shows; `body` where it does not. */
export type ParagraphRole =
  | 'address'
  | 'opening'
  | 'review'
  | 'thanks'
  | 'transition'
  | 'call'
  | 'closing'
  | 'body';

export const paragraphRoles: readonly ParagraphRole[] = [
  'address',
  'opening',
  'review',
  'thanks',
  'transition',
  'call',
  'closing',
  'body',
];

export interface Paragraph {
  readonly text: string;
  /** Where the paragraph stands in the clean text. */
  readonly span: Span;
  readonly role: ParagraphRole;
  /** Spans of placeholders count in the clean text, as the paragraph's own span does. */
  readonly placeholders: readonly Placeholder[];
}

export interface Section {
  /** Depth in the recovered tree: 1 for the speech's own top heads, whether written 一、 or 第一， or 一是. */
  readonly level: number;
  /** The number as written: `一、`, `（二）`, `第三，`; `null` for a head without one. */
  readonly ordinal: string | null;
  /** The head without its ordinal and without closing punctuation; ？ and ！ are its own. */
  readonly heading: string;
  readonly span: Span;
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
}

export interface Author {
  readonly name: string;
  readonly post: string | null;
}

export interface Speech {
  readonly title: string | null;
  readonly occasion: string | null;
  readonly organisation: string | null;
  readonly speaker: string | null;
  readonly authors: readonly Author[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | null;
  /** The paragraphs that stand before the first section. */
  readonly paragraphs: readonly Paragraph[];
  readonly sections: readonly Section[];
}

/** What one file holds; it may hold several articles. */
export interface Outline {
  readonly file: string;
  readonly articles: readonly Speech[];
  readonly problems: readonly Problem[];
}

/** A paragraph found in the corpus or in a library. */
export interface Passage {
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  readonly text: string;
  readonly title: string;
  /** Headings from the outermost to the innermost section. */
  readonly sectionPath: readonly string[];
  readonly role: ParagraphRole;
  /** An absolute path, or `bundled:NAME` for the bundled corpus. */
  readonly file: string;
  /** The library folder that the file belongs to, or `bundled`. */
  readonly root: string;
  /** Line of the source, for text formats. */
  readonly line: number | null;
  /** Page of the source, for paged formats. */
  readonly page: number | null;
  readonly year: number | null;
  readonly occasion: string | null;
  /**
   * Share (0–1) of the draft's Han characters that stand verbatim in this passage in runs of 8 or more,
   * formulations not counted.
   */
  readonly overlap: number;
  /** The words that made it match, most telling first. */
  readonly terms: readonly string[];
  /** Near-identical passages folded under this one. */
  readonly duplicates: readonly { readonly file: string; readonly title: string; readonly line: number | null }[];
}

export interface Source {
  readonly title: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /** How the wording was checked; `unchecked` is never shown to a writer as a source. */
  readonly checked: 'data' | 'fetched' | 'unchecked';
}

/** Sightings in public text. A year may be covered in part: `days` says how many days of it were read. */
export interface Evidence {
  readonly lastSeen: string;
  readonly until: string;
  readonly byYear: Readonly<Record<string, { readonly count: number; readonly days: number }>>;
}

export type FormulationStatus =
  | 'current'
  | { readonly supersededBy: string; readonly since: string }
  | { readonly coexistsWith: string };

/** `corpus/formulations/*.json` hold arrays of these. */
export interface Formulation {
  readonly id: string;
  readonly text: string;
  readonly category: string;
  readonly members?: readonly string[];
  /** What follows it in set order. */
  readonly next?: readonly { readonly id: string; readonly separator: string }[];
  /** Superseded wording stays right in quotations and in history. */
  readonly status: FormulationStatus;
  /** For wording tied to a year, a plan or a campaign. */
  readonly valid?: { readonly from?: string; readonly until?: string };
  readonly source: Source;
  readonly aliases?: readonly string[];
  readonly wrong?: readonly string[];
  readonly note?: string;
}

export type CompletionReason =
  | 'prefix'
  | 'inside'
  | 'chain'
  | 'alias'
  | 'wrong-form'
  | 'pinyin'
  | 'mined'
  | 'phrasebook';

export interface Completion {
  /** The formulation, exactly worded. */
  readonly text: string;
  /** What goes into the draft. */
  readonly insert: string;
  /** Code units before the cursor that `insert` replaces. */
  readonly replace: number;
  /** Code units after the cursor that `insert` replaces: a closing quote that already stands there. */
  readonly replaceAfter: number;
  readonly reason: CompletionReason;
  readonly category: string;
  readonly status: 'current' | 'superseded';
  /** The text of the wording that took over. */
  readonly supersededBy: string | null;
  /** When it took over. */
  readonly since: string | null;
  readonly source: Source | null;
  readonly evidence: Evidence | null;
}

export interface IndexSummary {
  readonly roots: readonly string[];
  readonly files: number;
  readonly articles: number;
  readonly paragraphs: number;
  readonly characters: number;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly failed: readonly { readonly file: string; readonly reason: string }[];
  readonly seconds: number;
  readonly bytes: { readonly index: number; readonly text: number };
}

export type FindingSeverity = 'error' | 'warning' | 'information' | 'hint';

export interface TextEdit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly newText: string;
}

/** Something a check found in a draft. */
export interface Finding {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly severity: FindingSeverity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
}

/** A set of heads or a whole outline, as a VS Code snippet. */
export interface Skeleton {
  readonly name: string;
  readonly prefix: readonly string[];
  readonly occasion: string | null;
  readonly description: string;
  readonly body: string;
  readonly wholeSpeech: boolean;
}

/** What `activate()` returns, for other extensions. */
export interface SpeechDraftApi {
  readonly ready: Promise<void>;
  findSimilar(text: string, options?: { readonly limit?: number }): Promise<Passage[]>;
  searchLibrary(query: string, options?: { readonly limit?: number }): Promise<Passage[]>;
  completeFormulation(
    before: string,
    options?: { readonly after?: string; readonly limit?: number },
  ): Promise<Completion[]>;
  parseSpeech(bytes: Uint8Array, fileName: string): Promise<Outline>;
  checkDraft(text: string): Promise<Finding[]>;
}
