import type { CheckRequest, FileReport, SearchRequest, SegmenterChoice, SimilarRequest } from '../protocol/engine.ts';
import type { IndexSummary } from '../core/contracts.ts';
import type { SetLimits } from './readers/limits.ts';

/** What the client asks of the searcher. Every request gets one reply with its number. */
export type SearcherRequest =
  | { readonly kind: 'configure'; readonly setup: SearcherSetup }
  | { readonly kind: 'reload' }
  | { readonly kind: 'similar'; readonly request: SimilarRequest }
  | { readonly kind: 'search'; readonly request: SearchRequest }
  | { readonly kind: 'check'; readonly request: CheckRequest }
  | { readonly kind: 'report' };

export interface SearcherSetup {
  readonly distDir: string;
  readonly store: string;
  /** Roots that are seen; `all` sees every root of the store. */
  readonly roots: readonly string[] | 'all';
  readonly includeBundled: boolean;
  readonly segmenter: SegmenterChoice;
}

/**
 * What the client asks of the searcher as the one that starts the other processes: starting one holds a process up for as
 * long as it is large, and the extension host is ten times as large. Gets no reply; what comes of it is told.
 */
export type LaunchRequest =
  | { readonly kind: 'launch'; readonly child: number; readonly script: string; readonly memory: number }
  /** A message for a process that was started so. */
  | { readonly kind: 'pass'; readonly child: number; readonly message: Numbered<unknown> }
  | { readonly kind: 'end'; readonly child: number };

/** What is told of processes that were started so. */
export type LaunchNotice =
  | { readonly type: 'launched'; readonly child: number; readonly pid: number }
  | { readonly type: 'passed'; readonly child: number; readonly message: unknown }
  | { readonly type: 'printed'; readonly child: number; readonly text: string }
  | { readonly type: 'ended'; readonly child: number; readonly reason: string };

/** What the client asks of an indexer process, which also reads single documents. */
export type IndexerRequest =
  | { readonly kind: 'index'; readonly job: IndexJob }
  | { readonly kind: 'expressions'; readonly distDir: string; readonly store: string; readonly roots: readonly string[] }
  /** Files of the root under way that go first; gets no reply of its own. */
  | { readonly kind: 'urgent'; readonly files: readonly string[] }
  /** Commits what was read and ends the root under way; gets no reply of its own. */
  | { readonly kind: 'finish' }
  | {
      readonly kind: 'forget';
      readonly distDir: string;
      readonly store: string;
      readonly root: string;
      readonly segmenter: SegmenterChoice;
    }
  | ({ readonly kind: 'outline' | 'text' | 'reading'; readonly bytes: Uint8Array; readonly fileName: string } & LimitsOfReading);

export interface LimitsOfReading {
  readonly maxBytes: number;
  /** Those of the readers where it is missing. */
  readonly limits?: SetLimits | undefined;
}

export interface IndexJob extends LimitsOfReading {
  readonly distDir: string;
  readonly store: string;
  readonly root: string;
  readonly exclude: readonly string[];
  readonly includeClassified: boolean;
  readonly segmenter: SegmenterChoice;
  /** Only these files are looked at, where given; else the whole root. */
  readonly files?: readonly string[];
  /** Begins the root anew: its stored files were found damaged. */
  readonly rebuild?: boolean;
  /** Files that ended a process before: they are reported as refused. */
  readonly skip: readonly string[];
}

export interface Numbered<T> {
  readonly id: number;
  readonly body: T;
}

export type Reply =
  | { readonly type: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly code: FailureCode; readonly message: string };

/** `busy`: another process is writing the root; asked again later. */
export type FailureCode = 'unavailable' | 'unreadable' | 'store' | 'busy' | 'internal';

/** What processes tell without being asked. */
export type Notice =
  | { readonly type: 'state'; readonly state: SearcherState }
  | { readonly type: 'changed'; readonly root: string; readonly files: readonly string[] }
  | { readonly type: 'damaged'; readonly root: string; readonly reason: string }
  | { readonly type: 'progress'; readonly root: string; readonly done: number; readonly total: number; readonly file: string | null }
  | { readonly type: 'committed'; readonly root: string }
  | { readonly type: 'message'; readonly text: string };

export interface SearcherState {
  readonly segmenter: 'native' | 'wasm';
  readonly files: number;
  readonly paragraphs: number;
  readonly message: string | null;
}

export type ProcessMessage = Reply | Notice | LaunchNotice;

export interface IndexOutcome {
  readonly summary: IndexSummary;
  /** One Chinese sentence where something went wrong with the store. */
  readonly message: string | null;
}

export interface RootReport {
  readonly files: readonly FileReport[];
  readonly bytes: { readonly index: number; readonly text: number };
}

/** A guard for what arrives from a child process: anything else is ignored and logged. */
export function isProcessMessage(value: unknown): value is ProcessMessage {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  switch (value.type) {
    case 'reply':
    case 'failure':
      return 'id' in value && typeof value.id === 'number';
    case 'state':
    case 'changed':
    case 'damaged':
    case 'progress':
    case 'committed':
    case 'message':
      return true;
    case 'launched':
    case 'passed':
    case 'printed':
    case 'ended':
      return 'child' in value && typeof value.child === 'number';
    default:
      return false;
  }
}

/** A guard for what arrives in a child process. */
export function isNumbered(value: unknown): value is Numbered<{ readonly kind: string }> {
  return typeof value === 'object' && value !== null && 'id' in value && 'body' in value && typeof value.id === 'number';
}

