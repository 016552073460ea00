import * as vscode from 'vscode';
import type { EngineConfiguration, LibraryRoot } from '../../protocol/engine.ts';
import { indexesWorkspaceFolder, type Settings } from '../settings.ts';

/** Patterns that the writer switched on in `files.exclude`. */
function filesExcluded(): string[] {
  const excluded = vscode.workspace.getConfiguration('files').get<Readonly<Record<string, unknown>>>('exclude') ?? {};
  return Object.entries(excluded).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}

/** Folders of the workspace that enter the library: local ones, in a trusted workspace, where the setting says so. */
function workspaceRoots(): LibraryRoot[] {
  if (!vscode.workspace.isTrusted) return [];
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return folders.filter(indexesWorkspaceFolder).map(({ uri }) => ({ path: uri.fsPath, scope: 'workspace' }));
}

/** What the engine is to do, from the settings and the window. `place` is VS Code's folder for the extension. */
export function engineConfiguration(settings: Settings, place: vscode.Uri): EngineConfiguration {
  const { library, segmenter } = settings;
  const machine = library.folders.map((path): LibraryRoot => ({ path, scope: 'machine' }));
  return {
    store: library.storePath === '' ? vscode.Uri.joinPath(place, 'store').fsPath : library.storePath,
    roots: [...machine, ...workspaceRoots()],
    exclude: [...library.exclude, ...filesExcluded()],
    includeClassified: library.includeClassified,
    includeBundled: library.includeBundled,
    segmenter,
    maxFileSize: library.maxFileSize,
    readingLimits: { pages: library.maxPages, nesting: library.maxNesting, expansionRatio: library.maxExpansion },
    indexerMemory: library.indexerMemory,
  };
}
