import * as vscode from 'vscode';
import type { SegmenterChoice } from '../protocol/engine.ts';

/** The writer's settings at one moment: typed, clamped to their ranges, frozen. Defaults live in package.json alone. */
export interface Settings {
  readonly library: {
    readonly folders: readonly string[];
    readonly exclude: readonly string[];
    readonly includeBundled: boolean;
    readonly includeClassified: boolean;
    /** Empty: VS Code's own place for the extension. */
    readonly storePath: string;
    /** MB. */
    readonly maxFileSize: number;
    /** Pages of a PDF. */
    readonly maxPages: number;
    /** Elements within elements. */
    readonly maxNesting: number;
    /** How many times larger than itself a zipped document may unpack to be. */
    readonly maxExpansion: number;
    /** MB. */
    readonly indexerMemory: number;
  };
  readonly segmenter: SegmenterChoice;
  readonly similar: {
    readonly follow: boolean;
    /** Milliseconds. */
    readonly delay: number;
    readonly limit: number;
  };
  readonly check: { readonly onSave: boolean };
}

const section = 'speechDraft';

function texts(configuration: vscode.WorkspaceConfiguration, key: string): readonly string[] {
  const value = configuration.get<unknown>(key);
  if (!Array.isArray(value)) return [];
  return Object.freeze(value.filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== ''));
}

/** A number written by hand may be anything; what is none falls back to the lower bound. */
function between(value: unknown, low: number, high: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : low;
}

function segmenterOf(value: unknown): SegmenterChoice {
  return value === 'native' || value === 'wasm' ? value : 'auto';
}

export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration(section);
  const flag = (key: string) => configuration.get<unknown>(key) === true;
  return Object.freeze({
    library: Object.freeze({
      folders: texts(configuration, 'library.folders'),
      exclude: texts(configuration, 'library.exclude'),
      includeBundled: flag('library.includeBundled'),
      includeClassified: flag('library.includeClassified'),
      storePath: String(configuration.get<unknown>('library.storePath') ?? '').trim(),
      maxFileSize: between(configuration.get('library.maxFileSize'), 1, 2000),
      maxPages: between(configuration.get('library.maxPages'), 10, 100_000),
      maxNesting: between(configuration.get('library.maxNesting'), 32, 2000),
      maxExpansion: between(configuration.get('library.maxExpansion'), 10, 10_000),
      indexerMemory: between(configuration.get('library.indexerMemory'), 256, 8192),
    }),
    segmenter: segmenterOf(configuration.get('engine.segmenter')),
    similar: Object.freeze({
      follow: flag('similar.follow'),
      delay: between(configuration.get('similar.delay'), 50, 5000),
      limit: Math.round(between(configuration.get('similar.limit'), 1, 100)),
    }),
    check: Object.freeze({ onSave: flag('check.onSave') }),
  });
}

/** Whether a folder of the workspace enters the library; a folder may say no for itself. */
export function indexesWorkspaceFolder(folder: vscode.WorkspaceFolder): boolean {
  return vscode.workspace.getConfiguration(section, folder.uri).get<unknown>('library.indexWorkspace') === true;
}

/** Calls `listener` with the new settings whenever one of ours, or the list of excluded files, changed. */
export function onSettingsChange(listener: (settings: Settings) => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section) || event.affectsConfiguration('files.exclude')) listener(readSettings());
  });
}

export function updateSetting(key: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration(section).update(key, value, vscode.ConfigurationTarget.Global);
}
