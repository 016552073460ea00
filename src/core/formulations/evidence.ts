// Sightings of formulations in public text, as they stand in corpus/evidence.json: figures only, no text.

import type { LeftShares } from './leftContext.ts';

/** Years are strings of four digits. What was never seen is absent. */
export interface EvidenceFile {
  /** The last day read, YYYY-MM-DD. Everything that speaks of currency says "as of" this day. */
  readonly until: string;
  /** How many days of each year were read. */
  readonly days: Readonly<Record<string, number>>;
  /** By formulation: the last day it was seen, and how often each year. */
  readonly formulations: Readonly<Record<string, Sightings>>;
  /** By formulation, by the formulation that follows it: how often the two stood together with the set separator. */
  readonly links: Readonly<Record<string, Readonly<Record<string, YearCounts>>>>;
  /** By formulation, by wrong form: how often it was seen in all. */
  readonly wrong: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type YearCounts = Readonly<Record<string, number>>;

export interface Sightings {
  readonly lastSeen: string;
  readonly byYear: YearCounts;
  /** Share (0–1) of the sightings that start a paragraph, a sentence, a clause …; absent where nobody looked. */
  readonly places?: LeftShares;
}

/** The day twelve months before `until`, itself not included in the twelve months: 2026-08-22 → 2025-08-22. */
export function twelveMonthsBefore(until: string): string {
  return `${String(Number(until.slice(0, 4)) - 1)}${until.slice(4)}`;
}

/** Whether a formulation was seen in the twelve months that end with the evidence. */
export function seenLately(evidence: EvidenceFile, id: string): boolean {
  const lastSeen = evidence.formulations[id]?.lastSeen;
  return lastSeen !== undefined && lastSeen > twelveMonthsBefore(evidence.until);
}
