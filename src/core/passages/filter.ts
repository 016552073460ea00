import type { ParagraphRole } from '../contracts.ts';
import type { Segment } from './segment.ts';
import { roleCode } from './storedTexts.ts';

/** Restricts an answer; a missing field restricts nothing. Unknown years and occasions never pass a filter on them. */
export interface Filter {
  readonly roots?: readonly string[];
  readonly occasion?: string;
  readonly years?: { readonly from?: number; readonly to?: number };
  readonly roles?: readonly ParagraphRole[];
}

/** Marks the paragraphs of a segment that pass; `null` where all do. `dead` holds positions of files that are gone. */
export function acceptedBy(segment: Segment, filter: Filter, dead: ReadonlySet<number>): Uint8Array | null {
  const { occasion, years, roles } = filter;
  if (dead.size === 0 && occasion === undefined && years === undefined && roles === undefined) return null;
  const accept = new Uint8Array(segment.counts.paragraphs).fill(1);
  for (const file of dead) {
    const { start, end } = segment.paragraphsOf(file);
    accept.fill(0, start, end);
  }
  if (occasion !== undefined || years !== undefined) dropSections(segment, filter, accept);
  if (roles !== undefined) {
    const wanted = new Set(roles.map(roleCode));
    for (let index = 0; index < accept.length; index += 1) {
      if (!wanted.has(segment.roles[index] as number)) accept[index] = 0;
    }
  }
  return accept;
}

function dropSections(segment: Segment, filter: Filter, accept: Uint8Array): void {
  const { sections } = segment;
  const { occasion, years } = filter;
  for (let section = 0; section < sections.count; section += 1) {
    const year = sections.years[section] ?? 0;
    const yearFits = years === undefined || (year > 0 && year >= (years.from ?? 0) && year <= (years.to ?? 0xffff));
    const occasionFits = occasion === undefined || (sections.occasion(section) ?? '').includes(occasion);
    if (yearFits && occasionFits) continue;
    accept.fill(0, sections.firsts[section], sections.firsts[section + 1] ?? accept.length);
  }
}
