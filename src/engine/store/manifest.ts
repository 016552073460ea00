import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileReport } from '../../protocol/engine.ts';
import { readChecked } from './checkedJson.ts';
import { DamageError } from './pagedFile.ts';
import { manifestName, manifestNumbers } from './storeLayout.ts';

export interface StoredSegment {
  /** Name of its two files without `.index` and `.text`. */
  readonly name: string;
  readonly files: number;
  readonly paragraphs: number;
  readonly characters: number;
  readonly indexBytes: number;
  readonly textBytes: number;
  /** Positions of files in the segment that were changed or removed since. */
  readonly dead: readonly number[];
}

/** One commit of a root. */
export interface Manifest {
  readonly kind: 'speech-draft-root';
  readonly number: number;
  readonly root: string;
  readonly segments: readonly StoredSegment[];
  readonly catalogue: string;
  /** Whether the whole root has been gone through since its first commit. */
  readonly complete: boolean;
}

/** What is known of a file of the root, by its path below the root with `/` between folders. */
export interface CatalogueEntry {
  readonly size: number;
  /** Milliseconds. */
  readonly changed: number;
  readonly hash: string;
  readonly state: FileReport['state'];
  readonly reason: string | null;
  /**
   * For a refused file, the limits under which it was refused: other limits make it be read again. Empty where it could
   * not be opened, which may pass.
   */
  readonly refusedUnder?: string;
  /** Whether it carries a classification mark. */
  readonly classified: boolean;
  /** Where its paragraphs stand; `null` for a file that was not taken in. */
  readonly place: { readonly segment: string; readonly position: number } | null;
  readonly articles: number;
  readonly paragraphs: number;
  readonly characters: number;
  readonly problems: FileReport['problems'];
}

export type Catalogue = Readonly<Record<string, CatalogueEntry>>;

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'speech-draft-root' && 'segments' in value;
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    // A missing file has no size that could fit.
    return -1;
  }
}

/** Reads one manifest and sees that all its files are there in full length. Throws a `DamageError`. */
export function readManifest(folder: string, number: number): Manifest {
  const manifest = readChecked(join(folder, manifestName(number)));
  if (!isManifest(manifest) || manifest.number !== number) throw new DamageError(`${folder}: not a manifest of this store`);
  for (const { name, indexBytes, textBytes } of manifest.segments) {
    if (sizeOf(join(folder, `${name}.index`)) !== indexBytes || sizeOf(join(folder, `${name}.text`)) !== textBytes) {
      throw new DamageError(`${folder}: segment ${name} is not whole`);
    }
  }
  return manifest;
}

/**
 * The highest valid manifest; `null` where there is none at all. Throws the first `DamageError` where there are some but
 * none is valid.
 */
export function latestManifest(folder: string): Manifest | null {
  let damage: unknown = null;
  for (const number of manifestNumbers(folder)) {
    try {
      return readManifest(folder, number);
    } catch (error) {
      damage ??= error;
    }
  }
  if (damage !== null) throw damage instanceof DamageError ? damage : new DamageError(String(damage));
  return null;
}
