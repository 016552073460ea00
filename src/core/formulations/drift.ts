// Pairs of wordings that differ in little, where one has taken over from the other:
// 完整、准确、全面贯彻新发展理念 → 完整准确全面贯彻新发展理念. The report is for a person to decide: some pairs live side by
// side for good, some change with the calendar (第三次 → 第四次), some with the grammar around them.

/** How often a wording stood in each half-year, by a label that sorts in time: 2025-1, 2025-2. */
export interface Wording {
  readonly text: string;
  readonly byPeriod: ReadonlyMap<string, number>;
}

export type Difference = 'punctuation' | 'order' | 'word';

export interface Drift {
  readonly from: Wording;
  readonly to: Wording;
  readonly difference: Difference;
  /** The first period in which the newer wording has the upper hand. */
  readonly since: string;
  /** Share of the newer wording among the sightings of both, before that period and from it on. 0–1. */
  readonly shareBefore: number;
  readonly shareAfter: number;
}

/** What counts as taking over. */
export const driftRule = {
  /** Fewest sightings of each wording on its own side of the change. */
  sightings: 4,
  /** The newer wording's share: at most this before, at least that after. */
  before: 0.35,
  after: 0.65,
  /** A frame with more fillers than this is a slot. */
  fillers: 3,
  /** Longest stretch in which two wordings may differ and still be "one word". */
  stretch: 4,
};

/** `periods`: the labels in time. The change is looked for at every boundary between two of them. */
export function driftAmong(wordings: readonly Wording[], periods: readonly string[]): Drift[] {
  const found: (Drift & { readonly frame: string })[] = [];
  const fillers = new Map<string, Set<string>>();
  for (const [a, b] of neighbours(wordings)) {
    const one = wordings[a];
    const other = wordings[b];
    if (!one || !other) continue;
    const difference = differenceOf(one.text, other.text);
    // 要坚持X beside 坚持X is grammar, not a rival wording.
    if (!difference || (difference === 'word' && contains(one.text, other.text))) continue;
    const frame = difference === 'word' ? frameOf(one.text, other.text) : '';
    if (frame !== '') addTo(fillers, frame, [one.text, other.text]);
    const forth = judge({ older: one, newer: other, periods });
    const back = judge({ older: other, newer: one, periods });
    if (forth) found.push({ from: one, to: other, difference, frame, ...forth });
    else if (back) found.push({ from: other, to: one, difference, frame, ...back });
  }
  // 中方愿同韩方一道, 中方愿同老方一道 …: a frame that takes many fillers is a slot to fill, not a wording that changed.
  const rivals = found.filter(({ frame }) => (fillers.get(frame)?.size ?? 0) <= driftRule.fillers);
  return shortestOnly(rivals).sort((x, y) => y.shareAfter - y.shareBefore - (x.shareAfter - x.shareBefore));
}

interface Change {
  readonly since: string;
  readonly shareBefore: number;
  readonly shareAfter: number;
}

/** The boundary at which the newer wording's share rises most, if it takes over there. */
function judge(pair: { older: Wording; newer: Wording; periods: readonly string[] }): Change | null {
  const { older, newer, periods } = pair;
  const all = { older: sum(older, periods), newer: sum(newer, periods) };
  const before = { older: 0, newer: 0 };
  let best: Change | null = null;
  for (const [index, period] of periods.entries()) {
    if (index > 0) {
      const after = { older: all.older - before.older, newer: all.newer - before.newer };
      if (before.older >= driftRule.sightings && after.newer >= driftRule.sightings) {
        const shareBefore = before.newer / (before.newer + before.older);
        const shareAfter = after.newer / (after.newer + after.older);
        const takesOver = shareBefore <= driftRule.before && shareAfter >= driftRule.after;
        if (takesOver && (!best || shareAfter - shareBefore > best.shareAfter - best.shareBefore)) {
          best = { since: period, shareBefore, shareAfter };
        }
      }
    }
    before.older += older.byPeriod.get(period) ?? 0;
    before.newer += newer.byPeriod.get(period) ?? 0;
  }
  return best;
}

function sum(wording: Wording, periods: readonly string[]): number {
  return periods.reduce((total, period) => total + (wording.byPeriod.get(period) ?? 0), 0);
}

/** Pairs worth comparing: same letters, same clauses in another order, or a common beginning or end of four characters. */
function neighbours(wordings: readonly Wording[]): [number, number][] {
  const buckets = new Map<string, number[]>();
  const put = (key: string, index: number): void => {
    const bucket = buckets.get(key);
    if (bucket) bucket.push(index);
    else buckets.set(key, [index]);
  };
  wordings.forEach(({ text }, index) => {
    const letters = lettersOf(text);
    put(`=${[...letters].sort().join('')}`, index);
    put(`^${letters.slice(0, 4)}`, index);
    put(`$${letters.slice(-4)}`, index);
  });
  const pairs = new Map<number, [number, number]>();
  for (const bucket of buckets.values()) {
    for (const a of bucket) {
      for (const b of bucket) {
        if (a >= b) continue;
        const lengths = [wordings[a]?.text.length ?? 0, wordings[b]?.text.length ?? 0] as const;
        if (Math.abs(lengths[0] - lengths[1]) <= driftRule.stretch * 2) pairs.set(a * wordings.length + b, [a, b]);
      }
    }
  }
  return [...pairs.values()];
}

/** How two wordings differ, or null where they differ in more than little. */
export function differenceOf(a: string, b: string): Difference | null {
  if (a === b) return null;
  const [x, y] = [lettersOf(a), lettersOf(b)];
  if (x === y) return 'punctuation';
  if ([...x].sort().join('') === [...y].sort().join('')) return 'order';
  const { head, tail } = common(x, y);
  const stretch = Math.max(x.length, y.length) - head - tail;
  return stretch <= driftRule.stretch && head + tail >= stretch * 2 && head + tail >= 4 ? 'word' : null;
}

/** Length of the common beginning and of the common end, which do not overlap. */
function common(x: string, y: string): { head: number; tail: number } {
  const shortest = Math.min(x.length, y.length);
  let head = 0;
  while (head < shortest && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < shortest - head && x[x.length - 1 - tail] === y[y.length - 1 - tail]) tail++;
  return { head, tail };
}

function frameOf(a: string, b: string): string {
  const [x, y] = [lettersOf(a), lettersOf(b)];
  const { head, tail } = common(x, y);
  return `${x.slice(0, head)}…${x.slice(x.length - tail)}`;
}

function contains(a: string, b: string): boolean {
  const [x, y] = [lettersOf(a), lettersOf(b)];
  return x.includes(y) || y.includes(x);
}

function addTo(map: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const set = map.get(key) ?? new Set<string>();
  for (const value of values) set.add(value);
  map.set(key, set);
}

export function lettersOf(text: string): string {
  return text.replace(/[^\p{Script=Han}0-9A-Za-z]/gu, '');
}

/** Of pairs with the same kind of change, the shortest says it all: the longer ones carry the same change along. */
function shortestOnly(found: readonly Drift[]): Drift[] {
  const byLength = [...found].sort((x, y) => x.from.text.length + x.to.text.length - y.from.text.length - y.to.text.length);
  const kept: Drift[] = [];
  for (const drift of byLength) {
    const carried = kept.some(
      ({ from, to, difference }) =>
        difference === drift.difference && drift.from.text.includes(from.text) && drift.to.text.includes(to.text),
    );
    if (!carried) kept.push(drift);
  }
  return kept;
}
