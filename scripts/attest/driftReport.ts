// Lists wordings that one of two similar ones seems to have taken over from, with what was already decided about them.

import type { Formulation } from '../../src/core/contracts.ts';
import type { DatedText } from '../../src/core/formulations/attest.ts';
import { driftAmong, type Drift, type Wording } from '../../src/core/formulations/drift.ts';
import { expressionsIn } from '../../src/core/formulations/expressions.ts';
import { surfaceForms } from './surfaceForms.ts';

/** An expression must recur this often, each piece of news once, to be compared at all. */
const fewest = 6;

export function driftReport(
  texts: readonly DatedText[],
  known: { formulations: readonly Formulation[]; decided: readonly { from: string; to: string }[] },
): string {
  const frequent = frequentOnly(texts);
  const surfaces = surfaceForms(known.formulations);
  const ofClauses: Counts = new Map();
  const ofEntries: Counts = new Map();
  const periods = new Set<string>();
  for (const { day, text } of texts) {
    const period = periodOf(day);
    periods.add(period);
    for (const expression of expressionsIn(text)) if (frequent(expression)) count(ofClauses, expression, period);
    for (const surface of surfaces(text)) count(ofEntries, surface, period);
  }
  // What stands inside a clause counts for an entry too, so its own counts go before those of whole clauses.
  const wordings: Wording[] = [...new Map([...ofClauses, ...ofEntries])]
    .map(([text, byPeriod]) => ({ text, byPeriod }))
    .filter(({ byPeriod }) => [...byPeriod.values()].reduce((sum, times) => sum + times, 0) >= fewest);
  const decided = new Set(known.decided.map(({ from, to }) => `${from}→${to}`));
  const texting = new Set(known.formulations.map(({ text }) => text));
  const order = { punctuation: 0, order: 1, word: 2 };
  const lines = driftAmong(wordings, [...periods].sort())
    .sort((one, other) => order[one.difference] - order[other.difference])
    .map((drift) => line(drift, { decided, texting }));
  return ['差别\t原来\t后来\t自\t后者占比\t原来次数\t后来次数\t', ...lines].join('\n');
}

type Counts = Map<string, Map<string, number>>;

function count(counts: Counts, wording: string, period: string): void {
  const byPeriod = counts.get(wording) ?? new Map<string, number>();
  byPeriod.set(period, (byPeriod.get(period) ?? 0) + 1);
  counts.set(wording, byPeriod);
}

/** 2026-07-15 → 2026-2: half-years, which sort in time. */
function periodOf(day: string): string {
  return `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? '1' : '2'}`;
}

/** Most of the millions of expressions stand once. Counting them by hash first keeps those out of memory. */
function frequentOnly(texts: readonly DatedText[]): (expression: string) => boolean {
  const buckets = new Uint8Array(2 ** 24);
  const bucketOf = (expression: string): number => {
    let hash = 0x811c9dc5;
    for (let index = 0; index < expression.length; index++) hash = Math.imul(hash ^ expression.charCodeAt(index), 0x01000193);
    return (hash >>> 8) & 0xffffff;
  };
  for (const { text } of texts) {
    for (const expression of expressionsIn(text)) {
      const bucket = bucketOf(expression);
      buckets[bucket] = Math.min(255, (buckets[bucket] ?? 0) + 1);
    }
  }
  return (expression) => (buckets[bucketOf(expression)] ?? 0) >= fewest;
}

const differences = { punctuation: '标点', order: '次序', word: '一词' };

function line(drift: Drift, known: { decided: ReadonlySet<string>; texting: ReadonlySet<string> }): string {
  const { from, to, difference, since, shareBefore, shareAfter } = drift;
  const percent = (share: number): string => `${Math.round(share * 100)}%`;
  const counted = ({ byPeriod }: Wording): string => [...byPeriod].sort().map(([period, count]) => `${period.slice(2)}:${count}`).join(' ');
  const state = decided(drift, known.decided) ? '已定' : known.texting.has(from.text) || known.texting.has(to.text) ? '有词条' : '';
  return [differences[difference], from.text, to.text, since, `${percent(shareBefore)}→${percent(shareAfter)}`, counted(from), counted(to), state].join('\t');
}

function decided({ from, to }: Drift, pairs: ReadonlySet<string>): boolean {
  return pairs.has(`${from.text}→${to.text}`) || pairs.has(`${to.text}→${from.text}`);
}
