import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SegmentBytes } from '../../core/passages/segmentFormat.ts';
import { Segment } from '../../core/passages/segment.ts';
import { mergeSegments } from '../../core/passages/mergeSegments.ts';
import { readChecked, writeChecked } from './checkedJson.ts';
import { makeFolder, patiently, removeQuietly } from './durable.ts';
import type { Catalogue, CatalogueEntry, Manifest, StoredSegment } from './manifest.ts';
import { latestManifest, readManifest } from './manifest.ts';
import { chooseMerge } from './mergePolicy.ts';
import { DamageError, PageCache, PagedFile, writePaged } from './pagedFile.ts';
import type { StoreLock } from './storeLock.ts';
import { catalogueName, manifestName, manifestNumbers } from './storeLayout.ts';

/** Another process took the folder over; what was not committed is lost to this one and will be done by that one. */
export class LockLostError extends Error {}

/** A segment that was written, and the files whose paragraphs stand in it, in order. */
export interface NewSegment {
  readonly bytes: SegmentBytes;
  /** Catalogue keys by position in the segment. */
  readonly files: readonly string[];
}

/** Writes one root's folder. Its holder has the folder's lock. */
export class RootWriter {
  private readonly folder: string;
  private readonly root: string;
  private readonly lock: StoreLock;
  private manifest: Manifest;
  private readonly entries: Map<string, CatalogueEntry>;
  /** Set where a damaged or foreign store was set aside: why. */
  readonly setAside: string | null;

  private constructor(parts: { folder: string; root: string; lock: StoreLock; manifest: Manifest; catalogue: Catalogue; setAside: string | null }) {
    this.folder = parts.folder;
    this.root = parts.root;
    this.lock = parts.lock;
    this.manifest = parts.manifest;
    this.entries = new Map(Object.entries(parts.catalogue));
    this.setAside = parts.setAside;
  }

  /** Opens the last commit; one that is damaged, or belongs to another root, is set aside and an empty one begun. */
  static open(folder: string, root: string, lock: StoreLock): RootWriter {
    const highest = manifestNumbers(folder)[0] ?? 0;
    const empty: Manifest = { kind: 'speech-draft-root', number: highest, root, segments: [], catalogue: '', complete: false };
    try {
      const manifest = latestManifest(folder);
      if (manifest === null) return new RootWriter({ folder, root, lock, manifest: empty, catalogue: {}, setAside: null });
      if (manifest.root !== root) throw new DamageError(`${folder} belongs to ${manifest.root}`);
      const catalogue = readChecked(join(folder, manifest.catalogue)) as Catalogue;
      // Numbers go on from the highest there is, valid or not, so that a damaged manifest never comes back to life.
      return new RootWriter({ folder, root, lock, manifest: { ...manifest, number: Math.max(highest, manifest.number) }, catalogue, setAside: null });
    } catch (error) {
      if (!(error instanceof DamageError)) throw error;
      setAsideContents(folder);
      return new RootWriter({ folder, root, lock, manifest: empty, catalogue: {}, setAside: error.message });
    }
  }

  /** Sets everything aside and begins anew; for damage that was found while reading. */
  static reopenEmpty(folder: string, root: string, lock: StoreLock): RootWriter {
    const number = manifestNumbers(folder)[0] ?? 0;
    setAsideContents(folder);
    const manifest: Manifest = { kind: 'speech-draft-root', number, root, segments: [], catalogue: '', complete: false };
    return new RootWriter({ folder, root, lock, manifest, catalogue: {}, setAside: 'damaged' });
  }

  get catalogue(): ReadonlyMap<string, CatalogueEntry> {
    return this.entries;
  }

  get complete(): boolean {
    return this.manifest.complete;
  }

  get segments(): readonly StoredSegment[] {
    return this.manifest.segments;
  }

  /**
   * Commits a step: new segments with their files' entries, entries that changed, files that are gone. What any of them
   * replaces is marked dead. After a kill at any point either all of it is there or nothing.
   */
  commit(step: {
    readonly segments: readonly NewSegment[];
    /** Entries of files; those in a new segment get their place from it. */
    readonly entries: ReadonlyMap<string, CatalogueEntry>;
    readonly removed: readonly string[];
    /** Whether with this the whole root has been gone through. */
    readonly complete: boolean;
  }): void {
    const number = this.manifest.number + 1;
    this.manifest = { ...this.manifest, complete: this.manifest.complete || step.complete };
    const dead = new Map(this.manifest.segments.map(({ name, dead }) => [name, new Set(dead)]));
    const bury = (key: string): void => {
      const place = this.entries.get(key)?.place;
      if (place) dead.get(place.segment)?.add(place.position);
    };
    const written = step.segments.map((segment, index) => this.write(segment.bytes, `${name(number)}-${String(index)}`, segment.files.length));
    const places = new Map<string, CatalogueEntry['place']>();
    step.segments.forEach((segment, index) => {
      segment.files.forEach((key, position) => places.set(key, { segment: written[index]?.name ?? '', position }));
    });
    const kept = this.manifest.segments;
    for (const [key, entry] of step.entries) {
      const known = this.entries.get(key);
      const place = places.get(key) ?? entry.place;
      if (known?.place && (place === null || place.segment !== known.place.segment || place.position !== known.place.position)) bury(key);
      this.entries.set(key, { ...entry, place });
    }
    for (const key of step.removed) {
      bury(key);
      this.entries.delete(key);
    }
    this.publish(number, [...kept.map((segment) => ({ ...segment, dead: [...(dead.get(segment.name) ?? [])] })), ...written]);
  }

  /** Merges once where the policy says so; returns whether it did. */
  mergeOnce(): boolean {
    const chosen = chooseMerge(this.manifest.segments);
    if (chosen.length === 0) return false;
    const number = this.manifest.number + 1;
    const opened = chosen.map((segment) => this.openSegment(segment));
    let written: StoredSegment;
    try {
      const bytes = mergeSegments(
        opened.map(({ segment, stored }) => ({ segment, dead: new Set(stored.dead) })),
      );
      const files = opened.reduce((sum, { segment, stored }) => sum + segment.files.length - stored.dead.length, 0);
      written = this.write(bytes, `${name(number)}-m`, files);
    } finally {
      for (const { close } of opened) close();
    }
    let shift = 0;
    const moved = new Map<string, ReadonlyMap<number, number>>();
    for (const { segment, stored } of opened) {
      const dead = new Set(stored.dead);
      const positions = new Map<number, number>();
      segment.files.forEach((_, position) => {
        if (!dead.has(position)) positions.set(position, shift++);
      });
      moved.set(stored.name, positions);
    }
    for (const [key, entry] of this.entries) {
      const position = entry.place === null ? undefined : moved.get(entry.place.segment)?.get(entry.place.position);
      if (position !== undefined) this.entries.set(key, { ...entry, place: { segment: written.name, position } });
    }
    const names = new Set(chosen.map((segment) => segment.name));
    this.publish(number, [...this.manifest.segments.filter((segment) => !names.has(segment.name)), written]);
    return true;
  }

  private openSegment(stored: StoredSegment): { segment: Segment; stored: StoredSegment; close: () => void } {
    const cache = new PageCache(1 << 22);
    const index = new PagedFile(join(this.folder, `${stored.name}.index`), cache);
    const text = new PagedFile(join(this.folder, `${stored.name}.text`), cache);
    const close = (): void => {
      index.close();
      text.close();
    };
    return { segment: new Segment({ index, text }), stored, close };
  }

  private write(bytes: SegmentBytes, segment: string, files: number): StoredSegment {
    const indexBytes = writePaged(join(this.folder, `${segment}.index`), bytes.index);
    const textBytes = writePaged(join(this.folder, `${segment}.text`), bytes.text);
    const { paragraphs, characters } = bytes.counts;
    return { name: segment, files, paragraphs, characters, indexBytes, textBytes, dead: [] };
  }

  private publish(number: number, segments: readonly StoredSegment[]): void {
    if (!this.lock.held()) throw new LockLostError('the lock was taken over');
    const catalogue = catalogueName(number);
    writeChecked(join(this.folder, catalogue), Object.fromEntries(this.entries));
    // A segment whose files are all gone is dropped whole.
    const live = segments.filter((segment) => !this.isEmpty(segment));
    const manifest: Manifest = { kind: 'speech-draft-root', number, root: this.root, segments: live, catalogue, complete: this.manifest.complete };
    writeChecked(join(this.folder, manifestName(number)), manifest);
    this.manifest = manifest;
    this.clean();
  }

  private isEmpty(segment: StoredSegment): boolean {
    if (segment.paragraphs === 0) return true;
    for (const { place } of this.entries.values()) if (place?.segment === segment.name) return false;
    return true;
  }

  /** Removes what the last two commits do not name: the last but one is still there for readers under way. */
  private clean(): void {
    const named = new Set<string>(['lock']);
    for (const number of manifestNumbers(this.folder).slice(0, 2)) {
      try {
        const manifest = number === this.manifest.number ? this.manifest : readManifest(this.folder, number);
        named.add(manifestName(number)).add(manifest.catalogue);
        for (const segment of manifest.segments) named.add(`${segment.name}.index`).add(`${segment.name}.text`);
      } catch (error) {
        // A damaged manifest names nothing that must be kept.
        if (!(error instanceof DamageError)) throw error;
      }
    }
    for (const file of readdirSync(this.folder)) {
      if (!named.has(file) && !file.startsWith('lock.')) removeQuietly(join(this.folder, file));
    }
  }

  /** Forgets the root: its folder goes. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const name = (number: number): string => String(number).padStart(8, '0');

/** Moves all but the lock into a folder beside it; the one set aside before goes. */
function setAsideContents(folder: string): void {
  const parent = dirname(folder);
  const prefix = `${basename(folder)}.damaged-`;
  for (const old of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    rmSync(join(parent, old), { recursive: true, force: true });
  }
  const target = join(parent, `${prefix}${String(Date.now())}`);
  makeFolder(target);
  for (const file of readdirSync(folder)) {
    if (file.startsWith('lock')) continue;
    try {
      patiently(() => renameSync(join(folder, file), join(target, file)));
    } catch (error) {
      // A reader may hold it open (Windows). It is not named by any manifest to come, and goes with a later cleaning.
      if (statSync(join(folder, file), { throwIfNoEntry: false }) !== undefined && /^manifest-/.test(file)) throw error;
    }
  }
}
