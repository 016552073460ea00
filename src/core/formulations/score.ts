import { fold } from '../text/folding.ts';
import type { Candidate, RankingContext } from './candidate.ts';
import { usualPlaces } from './leftContext.ts';
import type { LeftContext, LeftShares } from './leftContext.ts';
import type { LexiconEntry } from './lexiconEntry.ts';
import { weights as standardWeights } from './weights.ts';
import type { Weights } from './weights.ts';

/**
 * How good a candidate is; higher is better, and only differences within one answer mean anything. `changed`: separators
 * typed by the writer that accepting would change.
 */
export function scoreOf(candidate: Candidate, context: RankingContext, weights: Weights = standardWeights, changed = 0): number {
  const { entry } = candidate;
  let score = weights.typed * Math.min(candidate.overlap, weights.typedCap);
  if (candidate.fromStart) score += weights.fromStart;
  if (candidate.atBoundary) score += weights.atBoundary;
  score += weights.chain * candidate.chain;
  if (entry.origin === 'curated') score += weights.curated;
  if (entry.origin === 'phrasebook') score += weights.phrasebook;
  if (entry.documents === undefined) score += weights.frequency * frequencyOf(entry);
  else score += weights.documents * Math.log2(1 + entry.documents) + weights.lately * (entry.lately ?? 0);
  if (isStale(entry)) score += weights.stale;
  if (isOutOfTime(entry, context.today)) score += weights.outOfTime;
  if (context.uses) score += weights.history * Math.log2(1 + context.uses(entry.text));
  if (context.headings) score += weights.topic * topicShare(entry.text, context.headings);
  const typedWhole = candidate.overlap >= candidate.formLength;
  if (typedWhole && (candidate.reason === 'alias' || candidate.reason === 'wrong-form')) score += weights.wholeForm;
  score += weights.progress * Math.min(1, candidate.overlap / Math.max(1, candidate.formLength));
  score += weights.furtherClause * clausesIn(candidate.edit.insert);
  if (candidate.left !== null && entry.left !== undefined) {
    score += weights.place * placeFit(entry.left, candidate.left) + weights.collocation * tailFit(entry.left, candidate.left);
  }
  score += weights.otherMark * changed;
  // The more stands already, the less far ahead is looked: who has written half a chain wants its next link.
  const ahead = Math.min(1, weights.gainUntil / Math.max(1, candidate.overlap));
  score += weights.gain * ahead * Math.log2(Math.max(1, candidate.edit.insert.length - candidate.edit.replace));
  return score;
}

/** How much more often this entry stands at such a place than others do, as log2; within ±3. */
function placeFit(shares: LeftShares, { place }: LeftContext): number {
  return Math.max(-3, Math.min(3, Math.log2(((shares[place] ?? 0) + 0.02) / (usualPlaces[place] + 0.02))));
}

/** How far above next to nothing the share of sightings is in which these two characters stand before it, as log2. */
function tailFit(shares: LeftShares, { tail }: LeftContext): number {
  return tail === '' ? 0 : Math.log2(((shares[tail] ?? 0) + 0.02) / 0.02);
}

/** log2(1 + sightings a year), 0 where there is no evidence: each year's rate counts half as much as that of the year after it. */
export function frequencyOf(entry: LexiconEntry): number {
  if (entry.evidence === undefined) return 0;
  const last = Number(entry.evidence.until.slice(0, 4));
  let rate = 0;
  let share = 0;
  for (const [year, { count, days }] of Object.entries(entry.evidence.byYear)) {
    const weight = 0.5 ** (last - Number(year));
    rate += (weight * count * 365) / Math.max(days, 30);
    share += weight;
  }
  return share === 0 ? 0 : Math.log2(1 + rate / 2);
}

function isStale(entry: LexiconEntry): boolean {
  const { evidence } = entry;
  if (evidence === undefined) return false;
  const yearBefore = `${String(Number(evidence.until.slice(0, 4)) - 1)}${evidence.until.slice(4)}`;
  return evidence.lastSeen < yearBefore;
}

function isOutOfTime(entry: LexiconEntry, today: string | undefined): boolean {
  const { valid } = entry;
  if (valid === undefined || today === undefined) return false;
  // Dates may be shorter than a day (2030): the comparison then stops at what is known.
  if (valid.until !== undefined && today.slice(0, valid.until.length) > valid.until) return true;
  return valid.from !== undefined && today.slice(0, valid.from.length) < valid.from;
}

/** Share of the headings' character pairs that stand in the text: 科技创新 under （一）强化科技创新引领 is on topic. */
export function topicShare(text: string, headings: readonly string[]): number {
  const folded = fold(text);
  let pairs = 0;
  let shared = 0;
  for (const heading of headings) {
    for (const run of heading.match(/\p{Script=Han}{2,}/gu) ?? []) {
      for (let index = 0; index + 2 <= run.length; index += 1) {
        pairs += 1;
        if (folded.includes(run.slice(index, index + 2))) shared += 1;
      }
    }
  }
  return pairs === 0 ? 0 : shared / pairs;
}

function clausesIn(text: string): number {
  return text.match(/[、，；]/gu)?.length ?? 0;
}
