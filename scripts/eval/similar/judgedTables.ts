import { printTable as table } from '../../printTable.ts';
import type { ListScore } from './gain.ts';
import type { JudgedList, ListKind } from './judgedLists.ts';
import { meanDifference } from './meanDifference.ts';

/** Kinds of lists in the order of their columns. */
const columns: Readonly<Record<ListKind, string>> = { reports: '报告', speeches: '讲话稿', laden: '满是表述', news: '新闻' };

/** How an engine ranked each of the lists. */
export interface Scored {
  readonly engine: string;
  readonly byList: readonly ListScore[];
}

export function means(byList: readonly ListScore[], lists: readonly JudgedList[]) {
  const of = (pick: (score: ListScore) => number, kind?: ListKind): number => {
    const values = byList.filter((_, index) => kind === undefined || lists[index]?.kind === kind).map(pick);
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  };
  const pairs = byList.reduce((sum, each) => sum + each.pairs, 0);
  return {
    ndcg: of((score) => score.judgedOnly),
    ndcgReports: of((score) => score.judgedOnly, 'reports'),
    ndcgSpeeches: of((score) => score.judgedOnly, 'speeches'),
    ndcgLaden: of((score) => score.judgedOnly, 'laden'),
    ndcgNews: of((score) => score.judgedOnly, 'news'),
    lowerBound: of((score) => score.lowerBound),
    judgedShare: of((score) => score.judgedShare),
    twinsInFive: of((score) => score.twinsInFive, 'laden'),
    pairsRight: pairs === 0 ? null : byList.reduce((sum, each) => sum + each.pairsRight, 0) / pairs,
  };
}

export function printJudged(scores: readonly Scored[], lists: readonly JudgedList[]): void {
  const kinds = kindsOf(lists);
  console.log('\n换了说法的同一件事，nDCG@10（只算判过的段落）；满是规范表述的段落另列');
  table(
    ['引擎', '全部', ...kinds.map((kind) => columns[kind]), '下限', '前十判过', '套话对', '前五套话'],
    scores.map(({ engine, byList }) => {
      const mean = means(byList, lists);
      const byKind = { reports: mean.ndcgReports, speeches: mean.ndcgSpeeches, laden: mean.ndcgLaden, news: mean.ndcgNews };
      const figures = [mean.ndcg, ...kinds.map((kind) => byKind[kind]), mean.lowerBound].map((value) => value.toFixed(3));
      const pairs = mean.pairsRight === null ? '—' : percent(mean.pairsRight);
      return [engine, ...figures, percent(mean.judgedShare), pairs, mean.twinsInFive.toFixed(2)];
    }),
  );
}

/** How far this project, which stands first, is above each peer, with the interval in which the mean would lie for other lists of the kind. */
export function printDifferences(scores: readonly Scored[], lists: readonly JudgedList[]): void {
  const [own, ...peers] = scores;
  const kinds = kindsOf(lists);
  const cell = (peer: Scored, pick: (score: ListScore) => number | null, kind?: ListKind): string => {
    const differences = lists.flatMap((list, index) => {
      const [ours, theirs] = [own?.byList[index], peer.byList[index]].map((score) => (score === undefined ? null : pick(score)));
      return (kind === undefined || list.kind === kind) && typeof ours === 'number' && typeof theirs === 'number' ? [ours - theirs] : [];
    });
    const { mean, low, high } = meanDifference(differences);
    return differences.length === 0 ? '—' : `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
  };
  const ndcg = ({ judgedOnly }: ListScore): number => judgedOnly;
  const pairsRight = ({ pairs, pairsRight }: ListScore): number | null => (pairs === 0 ? null : pairsRight / pairs);
  console.log('\n本项目比它高多少（nDCG@10 之差，末列是每个清单套话对的比例之差；方括号内为 95% 区间）');
  const rows = peers.map((peer) => [peer.engine, cell(peer, ndcg), ...kinds.map((kind) => cell(peer, ndcg, kind)), cell(peer, pairsRight)]);
  table(['引擎', '全部', ...kinds.map((kind) => columns[kind]), '套话对'], rows);
}

function kindsOf(lists: readonly JudgedList[]): ListKind[] {
  return (Object.keys(columns) as ListKind[]).filter((kind) => lists.some((list) => list.kind === kind));
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** The lists where this project's ranking is furthest behind the best peer: where to look when tuning. */
export function printWorst(scores: readonly Scored[], lists: readonly JudgedList[], count: number): void {
  const [own, ...peers] = scores;
  const behind = lists.map((list, index) => {
    const score = own?.byList[index]?.judgedOnly ?? 0;
    const best = Math.max(...peers.map(({ byList }) => byList[index]?.judgedOnly ?? 0));
    return { id: `${list.kind} ${list.id}`, score, best };
  });
  behind.sort((left, right) => right.best - right.score - (left.best - left.score));
  console.log('\n落后最多的清单');
  table(['清单', '本项目', '最好的'], behind.slice(0, count).map(({ id, score, best }) => [id, score.toFixed(3), best.toFixed(3)]));
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
