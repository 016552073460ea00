import type { RankedCandidate } from './complete.ts';

/** Least share of a chain's link that is sure enough to be written ahead of the writer. */
const sureShare = 0.6;

/** Han characters that must stand before a formulation with one continuation is sure. */
const sureOverlap = 4;

/**
 * The one continuation that is sure: the next link of a chain, or the only formulation that goes on as typed. `null`
 * where there are several, or where accepting would have to change what is typed already.
 */
export function sureContinuation(ranked: readonly RankedCandidate[]): RankedCandidate | null {
  const current = ranked.filter(({ entry }) => entry.superseded === undefined);
  const [first] = current;
  if (first === undefined) return null;
  if (first.reason === 'chain') return first.chain >= sureShare || first.overlap >= 2 ? first : null;
  if (first.reason === 'pinyin' || first.overlap < sureOverlap) return null;
  // Longer wordings that begin with the first one do not make it unsure: it is a right step towards them.
  const others = current.slice(1).filter(({ edit, overlap }) => overlap >= first.overlap && !edit.insert.startsWith(first.edit.insert));
  return others.length === 0 ? first : null;
}
