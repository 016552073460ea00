import type { JudgedList } from './judgedLists.ts';

/** Depth of the ranking that a reader looks at. */
export const depth = 10;

/** How far down a ranking judged paragraphs are looked for. */
export const horizon = 100;

export interface ListScore {
  /** nDCG@10 of the judged paragraphs in the order of the ranking; what was not judged is taken out (Sakai 2007). */
  readonly judgedOnly: number;
  /** nDCG@10 of the ranking as it stands, what was not judged counting as wrong: a lower bound. */
  readonly lowerBound: number;
  /** Share of the first ten that was judged. */
  readonly judgedShare: number;
  /** Formula twins among the first five. */
  readonly twinsInFive: number;
  /** Pairs of a paragraph on the topic (2) and a formula twin: how many stand the right way round, and how many there are. */
  readonly pairsRight: number;
  readonly pairs: number;
}

const gain = (grade: number): number => 2 ** grade - 1;

function discounted(grades: readonly number[]): number {
  return grades.slice(0, depth).reduce((sum, grade, rank) => sum + gain(grade) / Math.log2(rank + 2), 0);
}

export function scoreList(ranking: readonly number[], list: JudgedList): ListScore {
  const { grades, twins } = list;
  const ideal = discounted([...grades.values()].sort((left, right) => right - left));
  const judged = ranking.filter((place) => grades.has(place));
  const asJudged = judged.map((place) => grades.get(place) ?? 0);
  const asRanked = ranking.map((place) => grades.get(place) ?? 0);
  const rankOf = new Map(ranking.map((place, rank) => [place, rank]));
  let pairsRight = 0;
  let pairs = 0;
  for (const [place, grade] of grades) {
    if (grade !== 2) continue;
    for (const twin of twins) {
      const own = rankOf.get(place) ?? Infinity;
      const other = rankOf.get(twin) ?? Infinity;
      pairs += 1;
      // Neither among the first hundred: no order can be told.
      pairsRight += own === other ? 0.5 : own < other ? 1 : 0;
    }
  }
  return {
    judgedOnly: discounted(asJudged) / ideal,
    lowerBound: discounted(asRanked) / ideal,
    judgedShare: ranking.slice(0, depth).filter((place) => grades.has(place)).length / depth,
    twinsInFive: ranking.slice(0, 5).filter((place) => twins.has(place)).length,
    pairsRight,
    pairs,
  };
}
