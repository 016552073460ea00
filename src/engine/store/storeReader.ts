import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { ShelvedSegment } from '../../core/passages/passageLibrary.ts';
import { Segment } from '../../core/passages/segment.ts';
import { readChecked } from './checkedJson.ts';
import type { Catalogue, Manifest, StoredSegment } from './manifest.ts';
import { latestManifest, readManifest } from './manifest.ts';
import { DamageError, PageCache, PagedFile } from './pagedFile.ts';
import { manifestNumbers, rootFolder, rootKey, rootKeys, subStore } from './storeLayout.ts';

interface OpenSegment {
  readonly name: string;
  readonly segment: Segment;
  close(): void;
}

interface OpenRoot {
  /** The root's folders by segmenter, the preferred one first. */
  readonly folders: readonly string[];
  /** The one that is read. */
  folder: string;
  /** `null` while it is not known: the store's name for a root does not tell it. */
  readonly path: string | null;
  /** The path that the last manifest told, whether its files could be opened or not. */
  named: string | null;
  manifest: Manifest | null;
  segments: readonly OpenSegment[];
  damage: string | null;
  /** The highest commit there was when damage was found; the root stays out until there is another. */
  damagedAt: number;
}

/** Pages kept in memory over all roots; a library of 300,000 paragraphs fits in whole. */
export const cacheBytes = 64 << 20;

/** Reads the roots of a store and moves on to new commits. Never writes. */
export class StoreReader {
  private readonly cache = new PageCache(cacheBytes);
  private readonly store: string;
  private readonly segmenterIds: readonly string[];
  private roots: OpenRoot[] = [];

  /**
   * The first of the segmenters is the one that queries are cut with. A root that it has not gone through yet is read as
   * another has left it: most terms are the same, so a session that falls back to another segmenter goes on at once.
   */
  constructor(store: string, segmenterIds: readonly string[]) {
    this.store = store;
    this.segmenterIds = segmenterIds;
  }

  /** Chooses the roots that are seen; `all` sees what is in the store. */
  choose(roots: readonly string[] | 'all'): void {
    const chosen = roots === 'all' ? this.allRoots() : roots.map((path) => ({ key: rootKey(path), path }));
    for (const root of this.roots) if (!chosen.some(({ key }) => basename(root.folder) === key)) closeAll(root);
    this.roots = chosen.map(({ key, path }) => {
      const known = this.roots.find((root) => basename(root.folder) === key);
      if (known !== undefined) return known;
      const folders = this.segmenterIds.map((id) => join(subStore(this.store, id), key));
      return { folders, folder: folders[0] ?? '', path, named: null, manifest: null, segments: [], damage: null, damagedAt: 0 };
    });
  }

  private allRoots(): { key: string; path: null }[] {
    const keys = new Set(this.segmenterIds.flatMap((id) => rootKeys(this.store, id)));
    return [...keys].map((key) => ({ key, path: null }));
  }

  /** Opens what was committed since; returns whether anything changed. Damage is noted, and that root left out. */
  refresh(): boolean {
    let changed = false;
    for (const root of this.roots) if (this.refreshRoot(root)) changed = true;
    return changed;
  }

  private refreshRoot(root: OpenRoot): boolean {
    const folder = bestFolder(root.folders);
    if (folder !== root.folder) {
      closeAll(root);
      Object.assign(root, { folder, manifest: null, damage: null, damagedAt: 0 });
    }
    const highest = manifestNumbers(root.folder)[0] ?? 0;
    if (highest === (root.damage === null ? (root.manifest?.number ?? 0) : root.damagedAt)) return false;
    // A writer may clean away files of a commit between its being read and its files being opened: then there is a newer.
    for (let attempt = 0; ; attempt += 1) {
      try {
        const manifest = latestManifest(root.folder);
        root.named = manifest?.root ?? root.named;
        return this.open(root, manifest);
      } catch (error) {
        if (!(error instanceof DamageError || error instanceof RangeError)) throw error;
        if (attempt < 2 && (manifestNumbers(root.folder)[0] ?? 0) !== highest) continue;
        this.leaveOut(root, error.message);
        return true;
      }
    }
  }

  private open(root: OpenRoot, manifest: Manifest | null): boolean {
    const before = new Map(root.segments.map((segment) => [segment.name, segment]));
    const opened: OpenSegment[] = [];
    try {
      for (const stored of manifest?.segments ?? []) {
        opened.push(before.get(stored.name) ?? this.openSegment(root.folder, stored));
      }
    } catch (error) {
      for (const segment of opened) if (!before.has(segment.name)) segment.close();
      throw error;
    }
    const kept = new Set(opened.map((segment) => segment.name));
    for (const segment of root.segments) if (!kept.has(segment.name)) segment.close();
    root.segments = opened;
    root.manifest = manifest;
    root.damage = null;
    return true;
  }

  private openSegment(folder: string, stored: StoredSegment): OpenSegment {
    const index = new PagedFile(join(folder, `${stored.name}.index`), this.cache);
    let text: PagedFile | null = null;
    try {
      text = new PagedFile(join(folder, `${stored.name}.text`), this.cache);
      const segment = new Segment({ index, text });
      const opened = text;
      const close = (): void => {
        index.close();
        opened.close();
      };
      return { name: stored.name, segment, close };
    } catch (error) {
      index.close();
      text?.close();
      throw error;
    }
  }

  shelves(): ShelvedSegment[] {
    const shelves: ShelvedSegment[] = [];
    for (const { manifest, segments } of this.roots) {
      if (manifest === null) continue;
      const fileName = (path: string): string => join(manifest.root, ...path.split('/'));
      const pathOf = (file: string): string | null => {
        const path = relative(manifest.root, file);
        return path === '' || path.startsWith('..') || isAbsolute(path) ? null : path.split(sep).join('/');
      };
      segments.forEach(({ segment }, position) => {
        shelves.push({ segment, root: manifest.root, dead: new Set(manifest.segments[position]?.dead), fileName, pathOf });
      });
    }
    return shelves;
  }

  /** Roots whose stored files were found damaged, with the reason. */
  damaged(): { readonly folder: string; readonly root: string | null; readonly reason: string }[] {
    return this.roots.flatMap(({ folder, path, named, damage }) =>
      damage === null ? [] : [{ folder, root: path ?? named, reason: damage }],
    );
  }

  /** Takes a root out after its bytes were found damaged while answering. Reads every page to find which root it is. */
  findDamage(): boolean {
    let found = false;
    for (const root of this.roots) {
      if (root.damage !== null || root.manifest === null) continue;
      try {
        this.verify(root.folder, root.manifest);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.leaveOut(root, reason);
        found = true;
      }
    }
    return found;
  }

  private leaveOut(root: OpenRoot, reason: string): void {
    closeAll(root);
    root.damage = reason;
    root.damagedAt = manifestNumbers(root.folder)[0] ?? 0;
  }

  private verify(folder: string, manifest: Manifest): void {
    readManifest(folder, manifest.number);
    for (const { name } of manifest.segments) {
      for (const kind of ['index', 'text']) {
        const file = new PagedFile(join(folder, `${name}.${kind}`), this.cache);
        try {
          file.verify();
        } finally {
          file.close();
        }
      }
    }
  }

  /** Catalogues of the roots that are seen. A damaged one is left out. */
  catalogues(): { readonly root: string; readonly catalogue: Catalogue; readonly manifest: Manifest }[] {
    return this.roots.flatMap(({ folder, manifest }) => {
      if (manifest === null) return [];
      try {
        return [{ root: manifest.root, catalogue: readChecked(join(folder, manifest.catalogue)) as Catalogue, manifest }];
      } catch (error) {
        if (error instanceof DamageError) return [];
        throw error;
      }
    });
  }

  close(): void {
    for (const root of this.roots) closeAll(root);
    this.roots = [];
  }
}

/**
 * Whether what is stored of a root is damaged, down to its last byte. A run that indexes reads of the stored files only those
 * that it merges, and would not notice. What another process wrote meanwhile is no damage.
 */
export function isDamaged(store: string, segmenterId: string, path: string): boolean {
  const folder = rootFolder(store, segmenterId, path);
  for (;;) {
    const [before] = manifestNumbers(folder);
    const reader = new StoreReader(store, [segmenterId]);
    try {
      reader.choose([path]);
      reader.refresh();
      reader.findDamage();
      if (reader.damaged().length === 0) return false;
    } finally {
      reader.close();
    }
    if (manifestNumbers(folder)[0] === before) return true;
  }
}

/** The first folder that a whole run has filled, else the first with anything in it. */
function bestFolder(folders: readonly string[]): string {
  const manifests = folders.map(readable);
  const complete = manifests.findIndex((manifest) => manifest?.complete === true);
  const any = manifests.findIndex((manifest) => manifest !== null);
  return folders[complete >= 0 ? complete : Math.max(any, 0)] ?? '';
}

function readable(folder: string): Manifest | null {
  try {
    return latestManifest(folder);
  } catch {
    // Damage is found and told where the folder is opened.
    return null;
  }
}

/** The root keeps its manifest, so that its path is still known. */
function closeAll(root: OpenRoot): void {
  for (const segment of root.segments) segment.close();
  root.segments = [];
}
