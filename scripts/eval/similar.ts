// npm run eval -- similar [--repin] [--heldout] [--segmenter native|wasm] [--items 400] [--worst N] [--json FILE]
// Three measures of similar paragraphs, beside the usual lexical engines over the same terms, under both segmenters.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printTable as table } from '../printTable.ts';
import { countHan } from '../../src/core/text/han.ts';
import type { Figures } from '../eval.ts';
import { dataFolder, foldersOf, paragraphsBelow, speechFolder } from '../texts/textFolder.ts';
import type { ListScore } from './similar/gain.ts';
import { horizon, scoreList } from './similar/gain.ts';
import { meanDifference } from './similar/meanDifference.ts';
import type { JudgedList } from './similar/judgedLists.ts';
import { loadJudgedLists, repinLists } from './similar/judgedLists.ts';
import { knownItems } from './similar/knownItems.ts';
import type { RankingEngine } from './similar/passageEngine.ts';
import { passageEngine } from './similar/passageEngine.ts';
import { peerEngines } from './similar/peerEngines.ts';
import { loadTools } from './similar/searchTools.ts';

const segmenterNames = { native: '原生分词', wasm: '备用分词' } as const;

export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      repin: { type: 'boolean', default: false },
      heldout: { type: 'boolean', default: false },
      segmenter: { type: 'string' },
      items: { type: 'string', default: '400' },
      worst: { type: 'string', default: '0' },
    },
  });
  const reports = join(dataFolder, 'work-reports');
  if (!existsSync(reports)) {
    console.log(`没有找到公开文本（${dataFolder}），相似段落的评测跳过。把 SPEECH_DRAFT_DATA 指向那个文件夹即可。`);
    return { skipped: { reason: 'no data folder' } };
  }
  // The lists were drawn from paragraphs of this length; others among them would only be unjudged.
  const judged = [...paragraphsBelow(reports), ...paragraphsBelow(speechFolder)].filter(({ text }) => isPlainParagraph(text));
  if (values.repin) {
    const { changed, gone } = repinLists([...paragraphsBelow(reports), ...paragraphsBelow(speechFolder)]);
    console.log(`改动过的段落 ${changed.length} 处，请核对判断是否还成立：\n${changed.join('\n')}\n找不到而删去 ${gone.length} 处：\n${gone.join('\n')}`);
    return { repinned: { changed: changed.length, gone: gone.length } };
  }
  const news = foldersOf(dataFolder).filter((folder) => folder.endsWith('news')).flatMap((folder) => [...paragraphsBelow(folder)]);
  const haystack = [...paragraphsBelow(reports), ...news];
  const figures: Figures = {};
  for (const kind of ['native', 'wasm'] as const) {
    if (values.segmenter !== undefined && values.segmenter !== kind) continue;
    const tools = loadTools(kind);
    if (tools.segmenter.kind !== kind) {
      console.log(`${segmenterNames[kind]}没有装上，跳过。`);
      continue;
    }
    const { lists, changed, missing } = loadJudgedLists(judged);
    const split = values.heldout ? 'heldout' : 'tuning';
    const chosen = lists.filter((list) => list.split === split);
    console.log(`\n== ${segmenterNames[kind]} ==`);
    console.log(`判过的清单 ${lists.length} 个，这里用 ${split} 的 ${chosen.length} 个；段落改动过 ${changed} 处，找不到 ${missing} 处。`);
    const engines = [passageEngine(judged, tools), ...peerEngines(judged, tools)];
    const scores = engines.map((engine) => ({ engine, byList: chosen.map((list) => scoreList(ranked(engine, list), list)) }));
    printJudged(scores, chosen);
    printDifferences(scores, chosen);
    for (const { engine, byList } of scores) figures[`judged ${split} ${kind}`] = { ...figures[`judged ${split} ${kind}`], [engine.name]: means(byList, chosen) };
    if (Number(values.worst) > 0) printWorst(scores, chosen, Number(values.worst));
    const items = knownItems(haystack, Number(values.items));
    if (items.length > 0) {
      const rows = [passageEngine(haystack, tools), ...peerEngines(haystack, tools)].map((engine) => knownItemRow(engine, items));
      console.log(`\n找回原段（${items.length} 问，${haystack.length} 段里找）`);
      table(['引擎', '第 1', '前 5', 'MRR'], rows.map(({ name, first, five, mrr }) => [name, percent(first), percent(five), mrr.toFixed(3)]));
      figures[`known item ${kind}`] = Object.fromEntries(rows.map(({ name, ...row }) => [name, row]));
    }
  }
  return figures;
}

/** Between a remark and a page: 45 to 330 Han characters. */
function isPlainParagraph(text: string): boolean {
  const han = countHan(text);
  return han >= 45 && han <= 330;
}

function ranked(engine: RankingEngine, list: JudgedList): number[] {
  return engine.rank(list.query.text, horizon, list.query.file);
}

function knownItemRow(engine: RankingEngine, items: readonly { query: string; place: number }[]) {
  let first = 0;
  let five = 0;
  let mrr = 0;
  for (const { query, place } of items) {
    const rank = engine.rank(query, 20, null).indexOf(place) + 1;
    if (rank === 0) continue;
    mrr += 1 / rank;
    if (rank === 1) first += 1;
    if (rank <= 5) five += 1;
  }
  return { name: engine.name, first: first / items.length, five: five / items.length, mrr: mrr / items.length };
}

interface Scored {
  readonly engine: RankingEngine;
  readonly byList: readonly ListScore[];
}

function means(byList: readonly ListScore[], lists: readonly JudgedList[]) {
  const of = (pick: (score: ListScore) => number, kind?: string): number => {
    const values = byList.filter((_, index) => kind === undefined || lists[index]?.kind === kind).map(pick);
    return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  };
  const pairs = byList.reduce((sum, each) => sum + each.pairs, 0);
  return {
    ndcg: of((score) => score.judgedOnly),
    ndcgReports: of((score) => score.judgedOnly, 'reports'),
    ndcgSpeeches: of((score) => score.judgedOnly, 'speeches'),
    ndcgLaden: of((score) => score.judgedOnly, 'laden'),
    lowerBound: of((score) => score.lowerBound),
    judgedShare: of((score) => score.judgedShare),
    twinsInFive: of((score) => score.twinsInFive, 'laden'),
    pairsRight: pairs === 0 ? null : byList.reduce((sum, each) => sum + each.pairsRight, 0) / pairs,
  };
}

function printJudged(scores: readonly Scored[], lists: readonly JudgedList[]): void {
  console.log('\n换了说法的同一件事，nDCG@10（只算判过的段落）；满是规范表述的段落另列');
  table(
    ['引擎', '全部', '报告', '讲话稿', '满是表述', '下限', '前十判过', '套话对', '前五套话'],
    scores.map(({ engine, byList }) => {
      const mean = means(byList, lists);
      const figures = [mean.ndcg, mean.ndcgReports, mean.ndcgSpeeches, mean.ndcgLaden, mean.lowerBound].map((value) => value.toFixed(3));
      const pairs = mean.pairsRight === null ? '—' : percent(mean.pairsRight);
      return [engine.name, ...figures, percent(mean.judgedShare), pairs, mean.twinsInFive.toFixed(2)];
    }),
  );
}

/** How far this project is above each peer, with the interval in which the mean would lie for other lists of the kind. */
function printDifferences(scores: readonly Scored[], lists: readonly JudgedList[]): void {
  const [own, ...peers] = scores;
  const cell = (peer: Scored, kind?: string): string => {
    const pairs = lists.flatMap((list, index) =>
      kind === undefined || list.kind === kind ? [(own?.byList[index]?.judgedOnly ?? 0) - (peer.byList[index]?.judgedOnly ?? 0)] : [],
    );
    const { mean, low, high } = meanDifference(pairs);
    return `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
  };
  console.log('\n本项目比它高多少（nDCG@10 之差，方括号内为 95% 区间）');
  table(['引擎', '全部', '报告', '讲话稿', '满是表述'], peers.map((peer) => [peer.engine.name, cell(peer), ...['reports', 'speeches', 'laden'].map((kind) => cell(peer, kind))]));
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;

/** The lists where this project's ranking is furthest behind the best peer: where to look when tuning. */
function printWorst(scores: readonly Scored[], lists: readonly JudgedList[], count: number): void {
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
