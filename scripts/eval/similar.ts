// npm run eval -- similar [--repin] [--heldout | --fresh] [--segmenter native|wasm] [--items 400] [--worst N] [--json FILE]
// Three measures of similar paragraphs, beside the usual lexical engines over the same terms, under both segmenters.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { printTable as table } from '../printTable.ts';
import type { Figures } from './figures.ts';
import type { TextParagraph } from '../texts/textFolder.ts';
import { dataFolder, foldersOf, paragraphsBelow, speechFolder } from '../texts/textFolder.ts';
import type { ListScore } from './similar/gain.ts';
import { horizon, scoreList } from './similar/gain.ts';
import type { JudgedList, ListName, Split } from './similar/judgedLists.ts';
import { listNames, loadJudgedLists, repinLists } from './similar/judgedLists.ts';
import type { Scored } from './similar/judgedTables.ts';
import { means, printDifferences, printJudged, printWorst } from './similar/judgedTables.ts';
import { knownItems } from './similar/knownItems.ts';
import type { RankingEngine } from './similar/passageEngine.ts';
import { passageEngine } from './similar/passageEngine.ts';
import { peerEngines } from './similar/peerEngines.ts';
import { isPlainParagraph } from './similar/plainParagraph.ts';
import type { SearchTools } from './similar/searchTools.ts';
import { loadTools } from './similar/searchTools.ts';

const segmenterNames = { native: '原生分词', wasm: '备用分词' } as const;

export async function run(args: readonly string[]): Promise<Figures> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      repin: { type: 'boolean', default: false },
      heldout: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
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
  const split: Split = values.fresh ? 'fresh' : values.heldout ? 'heldout' : 'tuning';
  if (Number(values.worst) > 0 && split === 'fresh') {
    console.error('--fresh 的清单不逐个列出：看过哪一个落后，它就不再是没有调过的。');
    process.exit(2);
  }
  const speeches = [...paragraphsBelow(speechFolder)];
  const news = foldersOf(dataFolder).filter((folder) => folder.endsWith('news')).flatMap((folder) => [...paragraphsBelow(folder)]);
  if (values.repin) {
    const { changed, gone } = repinLists([...paragraphsBelow(reports), ...speeches, ...news], Object.values(listNames).flat());
    console.log(`改动过的段落 ${changed.length} 处，请核对判断是否还成立：\n${changed.join('\n')}\n找不到而删去 ${gone.length} 处：\n${gone.join('\n')}`);
    return { repinned: { changed: changed.length, gone: gone.length } };
  }
  const judged: readonly Judged[] =
    split === 'fresh'
      ? [{ paragraphs: plain([...paragraphsBelow(reports), ...speeches]), names: listNames.fresh }, { paragraphs: plain(news), names: listNames.freshNews }]
      : [{ paragraphs: plain([...paragraphsBelow(reports), ...speeches]), names: listNames.tuned }];
  const haystack = [...paragraphsBelow(reports), ...news];
  const figures: Figures = {};
  for (const kind of ['native', 'wasm'] as const) {
    if (values.segmenter !== undefined && values.segmenter !== kind) continue;
    const tools = loadTools(kind);
    if (tools.segmenter.kind !== kind) {
      console.log(`${segmenterNames[kind]}没有装上，跳过。`);
      continue;
    }
    console.log(`\n== ${segmenterNames[kind]} ==`);
    const { lists, scores } = scored(judged, { tools, split });
    printJudged(scores, lists);
    printDifferences(scores, lists);
    figures[`judged ${split} ${kind}`] = Object.fromEntries(scores.map(({ engine, byList }) => [engine, means(byList, lists)]));
    if (Number(values.worst) > 0) printWorst(scores, lists, Number(values.worst));
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

/** Lists with the paragraphs among which they were judged. */
interface Judged {
  readonly paragraphs: readonly TextParagraph[];
  readonly names: readonly ListName[];
}

/** The lists were drawn from paragraphs of this length; others among them would only be unjudged. */
function plain(paragraphs: readonly TextParagraph[]): TextParagraph[] {
  return paragraphs.filter(({ text }) => isPlainParagraph(text));
}

/** The scores of every engine on all lists of a split, each ranked among the paragraphs where it was judged. */
function scored(judged: readonly Judged[], { tools, split }: { tools: SearchTools; split: Split }): { lists: JudgedList[]; scores: Scored[] } {
  const lists: JudgedList[] = [];
  const byEngine = new Map<string, ListScore[]>();
  for (const { paragraphs, names } of judged) {
    const loaded = loadJudgedLists(paragraphs, names);
    const chosen = loaded.lists.filter((list) => list.split === split);
    console.log(`判过的清单 ${loaded.lists.length} 个，这里用 ${split} 的 ${chosen.length} 个；段落改动过 ${loaded.changed} 处，找不到 ${loaded.missing} 处。`);
    if (chosen.length === 0) continue;
    lists.push(...chosen);
    // What the table of term vectors brings is told beside the peers.
    for (const engine of [passageEngine(paragraphs, tools), passageEngine(paragraphs, { ...tools, meanings: null }), ...peerEngines(paragraphs, tools)]) {
      const scores = chosen.map((list) => scoreList(ranked(engine, list), list));
      byEngine.set(engine.name, [...(byEngine.get(engine.name) ?? []), ...scores]);
    }
  }
  return { lists, scores: [...byEngine].map(([engine, byList]) => ({ engine, byList })) };
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

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
