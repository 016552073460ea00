import { unzipSync } from 'fflate';
import type { ReadingLimits } from './limits.ts';
import { exceeds, ReadFailure } from './readFailure.ts';

/**
 * Unpacks the entries of a zip whose names `wanted` accepts. Sizes are read from the central directory and checked
 * before anything is unpacked; names are only compared, never used as paths.
 *
 * @throws ReadFailure `limit` or `damaged`.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean, limits: ReadingLimits): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        if (entries > limits.archiveEntries) throw exceeds('archiveEntries', limits);
        if (!wanted(name)) return false;
        if (size > originalSize * mostGrown + blockHeads) throw new ReadFailure('damaged', '压缩文档的目录与内容不符，可能已经损坏，无法读取。');
        total += originalSize;
        if (total > limits.unpackedBytes) throw exceeds('unpackedBytes', limits);
        if (total > 4_000_000 && total > bytes.length * limits.expansionRatio) throw exceeds('expansionRatio', limits);
        return true;
      },
    });
    return new Map(Object.entries(parts));
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw new ReadFailure('damaged', '压缩文档已经损坏，无法读取。', { cause: error });
  }
}

/** Packing makes a part larger by five bytes a block at most: one that is larger holds more than the directory says, and would be cut. */
const mostGrown = 1.01;
const blockHeads = 1_000;

/** The names of all entries, nothing unpacked. */
export function listEntries(bytes: Uint8Array, limits: ReadingLimits): string[] {
  const names: string[] = [];
  unpack(bytes, (name) => {
    names.push(name);
    return false;
  }, limits);
  return names;
}

/** Whether the archive's first entry is encrypted, as a flag in its header says. */
export function isLocked(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}
