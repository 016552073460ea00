import type { Finding, Outline, ParagraphRole, Passage } from '../core/contracts.ts';
import type { LeftShares } from '../core/formulations/leftContext.ts';
import type { Phrase } from '../core/formulations/phraseBook.ts';

/**
 * What the host asks of the engine and what the engine tells the host. The host sees the engine only as the `Engine`
 * interface; `engine/client` implements it over child processes.
 */

/** A folder whose documents are indexed. `bundled` is reserved for the bundled corpus. */
export interface LibraryRoot {
  /** Absolute path. */
  readonly path: string;
  /** Machine roots come from machine-scoped settings and are seen by every window, workspace roots by their own. */
  readonly scope: 'machine' | 'workspace';
}

export type SegmenterChoice = 'auto' | 'native' | 'wasm';

export interface EngineConfiguration {
  /** Absolute path of the folder that holds the store. */
  readonly store: string;
  readonly roots: readonly LibraryRoot[];
  /** Glob patterns that are left out, beside each root's own `.speechdraftignore`. */
  readonly exclude: readonly string[];
  /** Whether files with a classification mark (秘密★, 机密★ …) in their first lines are read. Default: no. */
  readonly includeClassified: boolean;
  readonly includeBundled: boolean;
  readonly segmenter: SegmenterChoice;
  /** Largest file that is read, in MB (10⁶ bytes). */
  readonly maxFileSize: number;
  /** Other limits of reading that a writer can set; those of the readers where it is missing. */
  readonly readingLimits?: { readonly pages: number; readonly nesting: number; readonly expansionRatio: number };
  /** Memory limit of the indexer's process, in MB. */
  readonly indexerMemory: number;
}

/** Restricts an answer; a missing field restricts nothing. */
export interface PassageFilter {
  readonly roots?: readonly string[];
  readonly occasion?: string;
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly roles?: readonly ParagraphRole[];
}

export interface SimilarRequest {
  readonly text: string;
  /** Default 20. */
  readonly limit?: number;
  readonly filter?: PassageFilter;
  /** What is known of the draft around the paragraph; it helps ranking and is never required. */
  readonly context?: {
    readonly headings?: readonly string[];
    readonly occasion?: string;
    readonly role?: ParagraphRole;
    /** The draft's own file: its paragraphs are no answers. */
    readonly file?: string;
  };
}

export interface SearchRequest {
  /** Words, or an exact phrase in straight or curly double quotes. */
  readonly query: string;
  readonly limit?: number;
  readonly filter?: PassageFilter;
}

export interface CheckRequest {
  readonly text: string;
  readonly fileName: string;
  /** The writer's phrase book. */
  readonly phrases?: readonly Phrase[];
}

/** A repeated expression found in the library, for completion. */
export interface MinedExpression {
  readonly text: string;
  /** Number of documents it stands in. */
  readonly documents: number;
  /** What stands before it. */
  readonly left?: LeftShares;
  /** How much more recent its documents are than the others: about ±3, 0 where no days are known. */
  readonly lately?: number;
  /** In which share (0–1) of all cases its first three, four, five and six characters go on as it does. */
  readonly begun?: readonly number[];
  /** One place where it stands. */
  readonly example: { readonly file: string; readonly title: string; readonly line: number | null };
}

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
  /** The file being read. */
  readonly file: string | null;
}

export type EngineState = 'starting' | 'ready' | 'indexing' | 'failed';

export interface EngineStatus {
  readonly state: EngineState;
  readonly segmenter: 'native' | 'wasm' | null;
  readonly files: number;
  readonly paragraphs: number;
  readonly progress: IndexProgress | null;
  /** One Chinese sentence for the writer where there is something to say, `null` otherwise. */
  readonly message: string | null;
}

/** How one file of the library was read. */
export interface FileReport {
  readonly file: string;
  readonly root: string;
  readonly state: 'read' | 'refused' | 'ignored';
  /** Why it was refused or ignored; `null` for a file that was read. */
  readonly reason: string | null;
  readonly articles: number;
  readonly paragraphs: number;
  /** What was removed or doubted while reading, one entry a kind. */
  readonly problems: readonly { readonly code: string; readonly count: number; readonly message: string }[];
}

/** What was removed or doubted in one document while it was read, in the order of the file. */
export interface ReadingReport {
  readonly articles: readonly { readonly title: string | null; readonly sections: number }[];
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    /** 1-based, for text formats. */
    readonly line: number | null;
    /** 1-based, for paged formats. */
    readonly page: number | null;
    /** The text concerned, cut to a few hundred characters. */
    readonly text: string;
  }[];
}

export interface LibraryReport {
  readonly store: string;
  readonly bytes: { readonly index: number; readonly text: number };
  readonly files: readonly FileReport[];
}

export interface Disposable {
  dispose(): void;
}

/** Every promise rejects with an `EngineError` whose message is one Chinese sentence. */
export interface Engine extends Disposable {
  configure(configuration: EngineConfiguration): Promise<void>;
  similar(request: SimilarRequest, signal?: AbortSignal): Promise<Passage[]>;
  search(request: SearchRequest, signal?: AbortSignal): Promise<Passage[]>;
  outline(bytes: Uint8Array, fileName: string): Promise<Outline>;
  /** The clean text, a paragraph a line. */
  text(bytes: Uint8Array, fileName: string): Promise<string>;
  reading(bytes: Uint8Array, fileName: string): Promise<ReadingReport>;
  check(request: CheckRequest): Promise<Finding[]>;
  /** The library's repeated expressions in slices, each to be read by `readExpressions`. */
  expressions(): Promise<readonly Uint8Array[]>;
  report(): Promise<LibraryReport>;
  /** Brings the roots up to date; `files` names files just saved, which go first. */
  refresh(files?: readonly string[]): Promise<void>;
  cancelIndexing(): Promise<void>;
  /** Deletes the store from disk. */
  erase(): Promise<void>;
  status(): EngineStatus;
  onStatus(listener: (status: EngineStatus) => void): Disposable;
}

export class EngineError extends Error {
  readonly code: 'unavailable' | 'cancelled' | 'unreadable' | 'store' | 'internal';

  constructor(code: EngineError['code'], message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}
