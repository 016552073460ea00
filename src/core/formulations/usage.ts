/**
 * Which completions the writer took, and when: it stays on this machine and moves them up. Each use counts half after
 * `halfLife` days, so that last year's campaign does not stand above this year's for ever.
 */
export interface UsageRecord {
  /** By text: the decayed count on `day`. */
  readonly [text: string]: { readonly count: number; readonly day: number };
}

/** Days after which a use counts half. */
export const halfLife = 45;

/** Most texts that are remembered; the least used are forgotten first. */
export const mostRemembered = 2000;

const millisecondsADay = 86_400_000;

export function dayOf(time: number): number {
  return Math.floor(time / millisecondsADay);
}

/** How often a text was taken, decayed to `day`. */
export function usesOn(record: UsageRecord, text: string, day: number): number {
  const known = record[text];
  return known === undefined ? 0 : known.count * 0.5 ** (Math.max(0, day - known.day) / halfLife);
}

export function withUse(record: UsageRecord, text: string, day: number): UsageRecord {
  const next = { ...record, [text]: { count: usesOn(record, text, day) + 1, day } };
  const texts = Object.keys(next);
  if (texts.length <= mostRemembered) return next;
  const kept = texts.sort((a, b) => usesOn(next, b, day) - usesOn(next, a, day)).slice(0, mostRemembered - 100);
  return Object.fromEntries(kept.map((kept) => [kept, next[kept] ?? { count: 0, day }]));
}

/** Reads what was stored; what is not a record is left out. */
export function readUsage(stored: unknown): UsageRecord {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored as Record<string, unknown>).flatMap(([text, value]): [string, { count: number; day: number }][] => {
      if (typeof value !== 'object' || value === null) return [];
      const { count, day } = value as { readonly count?: unknown; readonly day?: unknown };
      return typeof count === 'number' && typeof day === 'number' ? [[text, { count, day }]] : [];
    }),
  );
}
