import * as vscode from 'vscode';
import type { EngineConfiguration, LibraryRoot } from '../../protocol/engine.ts';
import { indexesWorkspaceFolder, type Settings } from '../settings.ts';
import { folderSpelling, isSameFolder } from './folderSpelling.ts';

/** Patterns that the writer switched on in `files.exclude`. */
function filesExcluded(): string[] {
  const excluded = vscode.workspace.getConfiguration('files').get<Readonly<Record<string, unknown>>>('exclude') ?? {};
  return Object.entries(excluded).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}

/** Folders of the workspace that enter the library: local ones, in a trusted workspace, where the setting says so. */
function workspaceRoots(): LibraryRoot[] {
  if (!vscode.workspace.isTrusted) return [];
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  return folders.filter(indexesWorkspaceFolder).map(({ uri }) => ({ path: folderSpelling(uri.fsPath), scope: 'workspace' }));
}

/** What the engine is to do, from the settings and the window. `place` is VS Code's folder for the extension. */
export function engineConfiguration(settings: Settings, place: vscode.Uri): EngineConfiguration {
  const { library, segmenter } = settings;
  const machine = library.folders.map((path): LibraryRoot => ({ path: folderSpelling(path), scope: 'machine' }));
  const roots = [...machine, ...workspaceRoots()];
  return {
    store: library.storePath === '' ? vscode.Uri.joinPath(place, 'store').fsPath : library.storePath,
    // One that is named twice, or is the workspace as well, is read once.
    roots: roots.filter(({ path }, at) => !roots.slice(0, at).some((other) => isSameFolder(other.path, path))),
    exclude: [...library.exclude, ...filesExcluded()],
    includeClassified: library.includeClassified,
    includeBundled: library.includeBundled,
    segmenter,
    maxFileSize: library.maxFileSize,
    readingLimits: { pages: library.maxPages, nesting: library.maxNesting, expansionRatio: library.maxExpansion },
    indexerMemory: library.indexerMemory,
  };
}
