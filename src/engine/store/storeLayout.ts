import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatVersion } from '../../core/passages/segmentFormat.ts';

/** Raised when reading changes what it makes of the same file, so that stored roots are read again. */
export const readingVersion = 20;

/**
 * The store: one folder per segmenter, dictionary and version, below it one per root, so that neither another segmenter
 * nor another window ever touches what stands there.
 *
 *   STORE/native-3fa9…-f1r1/9c01…/lock
 *                                 manifest-00000012.json   highest valid one wins
 *                                 catalogue-00000012.json
 *                                 00000012-0.index  00000012-0.text
 */
export function subStore(store: string, segmenterId: string): string {
  return join(store, `${segmenterId}-f${String(formatVersion)}r${String(readingVersion)}`);
}

/** The name of a root's folder. */
export function rootKey(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 20);
}

export function rootFolder(store: string, segmenterId: string, root: string): string {
  return join(subStore(store, segmenterId), rootKey(root));
}

export const manifestName = (number: number): string => `manifest-${String(number).padStart(8, '0')}.json`;
export const catalogueName = (number: number): string => `catalogue-${String(number).padStart(8, '0')}.json`;

/** Numbers of the manifests in a folder, highest first; none where there is no folder. */
export function manifestNumbers(folder: string): number[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // A root that was never indexed has no folder.
    return [];
  }
  const numbers = names.map((name) => /^manifest-(\d{8})\.json$/.exec(name)?.[1]).filter((each) => each !== undefined);
  return numbers.map(Number).sort((left, right) => right - left);
}

/** The names of the folders of all roots in a store for a segmenter. */
export function rootKeys(store: string, segmenterId: string): string[] {
  try {
    return readdirSync(subStore(store, segmenterId)).filter((name) => /^[0-9a-f]{20}$/.test(name));
  } catch {
    // Nothing was indexed with this segmenter yet.
    return [];
  }
}

/** Names of sub-stores of this version, with the segmenter that each belongs to. */
const ofThisVersion = new RegExp(`^((?:native|wasm)-[0-9a-f]+)-f${String(formatVersion)}r${String(readingVersion)}$`);

/** The segmenters whose indexes stand in a store, also those of other versions of the extension. */
export function storedSegmenters(store: string): string[] {
  try {
    return readdirSync(store).flatMap((name) => ofThisVersion.exec(name)?.[1] ?? []);
  } catch {
    // There is no store yet.
    return [];
  }
}
