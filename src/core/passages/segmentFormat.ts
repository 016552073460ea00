import { ByteReader, ByteWriter } from './bytes.ts';
import type { ByteSource } from './ports.ts';

/**
 * A segment's index is one run of bytes: its parts one behind the other, then a footer with their lengths, the numbers
 * of paragraphs and terms, and the footer's own length. Another version is never read: the store then builds anew.
 */
export const formatVersion = 3;

export const partNames = [
  'postings',
  'terms',
  'termBlocks',
  'lengths',
  'roles',
  'sections',
  'sectionOffsets',
  'sectionFirsts',
  'years',
  'occasionCodes',
  'occasions',
  'files',
  'codebook',
  'textLengths',
] as const;

export type PartName = (typeof partNames)[number];

export interface SegmentCounts {
  readonly paragraphs: number;
  readonly characters: number;
  readonly articles: number;
}

export interface SegmentBytes {
  readonly index: Uint8Array;
  readonly text: Uint8Array;
  readonly counts: SegmentCounts;
}

export function joinParts(parts: Readonly<Record<PartName, Uint8Array>>, counts: SegmentCounts): Uint8Array {
  const total = partNames.reduce((sum, name) => sum + parts[name].length, 0);
  const out = new ByteWriter(total + 256);
  for (const name of partNames) out.append(parts[name]);
  const start = out.length;
  out.u32(formatVersion);
  for (const name of partNames) out.u32(parts[name].length);
  out.u32(counts.paragraphs);
  out.u32(counts.characters);
  out.u32(counts.articles);
  out.u32(out.length - start + 4);
  return out.finish();
}

export interface SegmentLayout {
  readonly counts: SegmentCounts;
  read(part: PartName): Uint8Array;
  /** Where a part begins, for parts that are read piece by piece. */
  offsetOf(part: PartName): number;
}

/** Throws where the footer does not fit the bytes. */
export function readLayout(source: ByteSource): SegmentLayout {
  if (source.length < 8) throw new RangeError('a segment is too short');
  const footerLength = new ByteReader(source.read(source.length - 4, 4)).u32();
  if (footerLength > source.length || footerLength > 4096) throw new RangeError('a segment has no footer');
  const reader = new ByteReader(source.read(source.length - footerLength, footerLength));
  const version = reader.u32();
  if (version !== formatVersion) throw new RangeError(`a segment of format ${version}`);
  const offsets = new Map<PartName, readonly [start: number, length: number]>();
  let start = 0;
  for (const name of partNames) {
    const length = reader.u32();
    offsets.set(name, [start, length]);
    start += length;
  }
  if (start !== source.length - footerLength) throw new RangeError('a segment whose parts do not fill it');
  const counts = { paragraphs: reader.u32(), characters: reader.u32(), articles: reader.u32() };
  const at = (part: PartName): readonly [number, number] => offsets.get(part) ?? [0, 0];
  return {
    counts,
    read: (part) => source.read(...at(part)),
    offsetOf: (part) => at(part)[0],
  };
}
