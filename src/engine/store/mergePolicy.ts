import type { StoredSegment } from './manifest.ts';

/**
 * When segments are merged. Many small ones cost each query a look-up a term; one huge one costs minutes and memory to
 * rewrite. So segments of about one size are merged six at a time, up to a size that is left alone. Each paragraph is
 * rewritten at most four times.
 */
export const mergePolicy = {
  /** Upper bounds of the size classes, in paragraphs. */
  classes: [300, 3_000, 25_000, 200_000],
  together: 6,
  /** A segment is rewritten alone once so many of its files are gone, at this share of all. */
  deadFiles: 16,
  deadShare: 0.4,
} as const;

/** The segments to merge next; none where all is well. Sizes count what was written, not what is left of it. */
export function chooseMerge(segments: readonly StoredSegment[]): readonly StoredSegment[] {
  const worn = segments.find(({ dead, files }) => dead.length >= mergePolicy.deadFiles && dead.length >= files * mergePolicy.deadShare);
  if (worn !== undefined) return [worn];
  const largest = mergePolicy.classes.at(-1) ?? 0;
  let from = 0;
  for (const bound of mergePolicy.classes) {
    const same = segments.filter((segment) => segment.paragraphs >= from && segment.paragraphs < bound);
    from = bound;
    if (same.length < mergePolicy.together) continue;
    const chosen: StoredSegment[] = [];
    let total = 0;
    for (const segment of same) {
      if (total + segment.paragraphs > largest) break;
      total += segment.paragraphs;
      chosen.push(segment);
    }
    if (chosen.length >= 2) return chosen;
  }
  return [];
}
