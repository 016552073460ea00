// Draws up lists of paragraphs to be judged for relevance, shows them, and writes down what was judged (docs/passages.md).
//
//   node scripts/run.mjs scripts/judgeLists.ts draw POOL.json --reports 45 --speeches 20 --laden 15 --news 15 [--also RANKINGS.json]
//   node scripts/run.mjs scripts/judgeLists.ts show POOL.json --from 0 --count 10
//   node scripts/run.mjs scripts/judgeLists.ts record POOL.json GRADES.txt [--name fresh]
//   node scripts/run.mjs scripts/judgeLists.ts agreement
//
// A pool quotes the texts and stays outside of the project. RANKINGS is an object: the hash of a query's paragraph → references
// of paragraphs, best first, from an engine that is not in the project. GRADES has a line for each list: its number and as many
// digits as it has candidates («12 0210…»; 2 same point and move, 1 same topic or part of it, 0 something else). `agreement` says
// how steady the grades are: of lists that were read twice, and of pairs that were judged in both directions.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from './commands.ts';
import type { Agreement } from './eval/similar/agreement.ts';
import { gradesOf, readTurned, readTwice } from './eval/similar/agreement.ts';
import type { Pool, Source } from './eval/similar/drawPool.ts';
import { drawPool, drawQueries, engineSource, formulationSource, isLaden, sharesFormulations } from './eval/similar/drawPool.ts';
import type { SetPhrases } from '../src/core/passages/setPhrases.ts';
import type { StoredList } from './eval/similar/judgedLists.ts';
import { listNames, readLists, referenceTo } from './eval/similar/judgedLists.ts';
import { passageEngine } from './eval/similar/passageEngine.ts';
import { peerEngines } from './eval/similar/peerEngines.ts';
import { isPlainParagraph } from './eval/similar/plainParagraph.ts';
import type { SearchTools } from './eval/similar/searchTools.ts';
import { loadTools } from './eval/similar/searchTools.ts';
import { printTable } from './printTable.ts';
import type { TextParagraph } from './texts/textFolder.ts';
import { dataFolder, foldersOf, paragraphHash, paragraphsBelow, speechFolder } from './texts/textFolder.ts';

interface StoredPool extends Pool {
  readonly kind: string;
}

const lists = join(project, 'test', 'gold', 'similar');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reports: { type: 'string', default: '0' },
    speeches: { type: 'string', default: '0' },
    laden: { type: 'string', default: '0' },
    news: { type: 'string', default: '0' },
    also: { type: 'string', multiple: true, default: [] },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '10' },
    name: { type: 'string', default: 'fresh' },
  },
});
const [command, poolFile, gradesFile] = positionals;
if (command === 'draw' && poolFile !== undefined) writeFileSync(poolFile, JSON.stringify(draw()));
else if (command === 'show' && poolFile !== undefined) show(readPool(poolFile));
else if (command === 'record' && poolFile !== undefined && gradesFile !== undefined) record(readPool(poolFile), readFileSync(gradesFile, 'utf8'));
else if (command === 'agreement') printAgreement();
else {
  console.error('用法见 scripts/judgeLists.ts 开头：draw 池 | show 池 | record 池 判断 | agreement');
  process.exit(2);
}

function readPool(file: string): StoredPool[] {
  return JSON.parse(readFileSync(file, 'utf8')) as StoredPool[];
}

function draw(): StoredPool[] {
  const plain = (paragraphs: Iterable<TextParagraph>): TextParagraph[] => [...paragraphs].filter(({ text }) => isPlainParagraph(text));
  const reports = plain(paragraphsBelow(join(dataFolder, 'work-reports')));
  const speeches = plain(paragraphsBelow(speechFolder));
  const tools = loadTools('native');
  const used = usedQueries();
  const pools: StoredPool[] = [];
  /** Queries of a kind with candidates from a haystack. */
  const add = (kind: string, queries: readonly TextParagraph[], from: { count: string; sources: readonly Source[]; twins?: Source }): void => {
    for (const query of drawQueries(queries, used, Number(from.count))) {
      used.add(paragraphHash(query.text));
      pools.push({ kind, ...drawPool(query, from.sources, from.twins) });
    }
  };
  const own = [...reports, ...speeches];
  const sources = sourcesOver(own, tools);
  const laden = own.filter(({ text }) => isLaden(text, tools.phrases));
  add('laden', laden, { count: values.laden, sources, twins: formulationSource(own, tools.phrases) });
  add('reports', reports, { count: values.reports, sources });
  add('speeches', speeches, { count: values.speeches, sources });
  if (values.news !== '0') {
    const news = plain(foldersOf(dataFolder).filter((folder) => folder.endsWith('news')).flatMap((folder) => [...paragraphsBelow(folder)]));
    add('news', news, { count: values.news, sources: sourcesOver(news, tools) });
  }
  return pools;
}

function sourcesOver(paragraphs: readonly TextParagraph[], tools: SearchTools): Source[] {
  const engines = [passageEngine(paragraphs, tools), ...peerEngines(paragraphs, tools)];
  return [...engines.map((engine) => engineSource(engine, paragraphs)), ...values.also.map((file) => rankingSource(file, paragraphs))];
}

function rankingSource(file: string, paragraphs: readonly TextParagraph[]): Source {
  const rankings = JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly string[]>;
  const places = new Map(paragraphs.map((paragraph) => [referenceTo(paragraph), paragraph]));
  return ({ text }) => (rankings[paragraphHash(text)] ?? []).flatMap((each) => places.get(each) ?? []);
}

/** Hashes of the paragraphs that are queries of lists already. */
function usedQueries(): Set<string> {
  const files = readdirSync(lists).filter((name) => name !== 'synonyms.json');
  const stored = files.flatMap((name) => JSON.parse(readFileSync(join(lists, name), 'utf8')) as { query: string }[]);
  return new Set(stored.map(({ query }) => query.split(' ')[1] ?? ''));
}

/** Long paragraphs are cut: their beginning says what they are about. */
function show(pools: readonly StoredPool[]): void {
  const from = Number(values.from);
  pools.slice(from, from + Number(values.count)).forEach(({ kind, query, candidates }, offset) => {
    console.log(`\n#${from + offset} ${kind} ${query.file}：${query.text}`);
    candidates.forEach(({ text }, place) => console.log(`${place} ${text.replace(/\s+/gu, '').slice(0, 110)}`));
  });
}

/** Adds what was judged to the lists of its kind; a list that was judged before is replaced. */
function record(pools: readonly StoredPool[], grades: string): void {
  const { phrases } = loadTools('wasm');
  const byKind = new Map<string, StoredList[]>();
  for (const line of grades.split('\n').filter((each) => /^\d+ /.test(each))) {
    const [number = '', written = ''] = line.split(/\s+/);
    const pool = pools[Number(number)];
    const digits = written.replace(/[^012]/g, '');
    if (pool?.candidates.length !== digits.length) throw new Error(`list ${number}: ${digits.length} grades for ${pool?.candidates.length ?? 0} candidates`);
    // Where all are graded the same, no order is better than another.
    if (new Set(digits).size > 1) byKind.set(pool.kind, [...(byKind.get(pool.kind) ?? []), stored(pool, digits, phrases)]);
  }
  for (const [kind, judged] of byKind) {
    const file = join(lists, `${values.name}-${kind}.json`);
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as StoredList[]) : [];
    const kept = known.filter(({ query }) => judged.every((list) => list.query !== query));
    writeFileSync(file, `[\n${[...kept, ...judged].map((list) => `  ${JSON.stringify(list)}`).join(',\n')}\n]\n`);
  }
}

function stored({ kind, query, candidates }: StoredPool, digits: string, phrases: SetPhrases): StoredList {
  const isTwin = ({ text }: TextParagraph): boolean => kind === 'laden' && sharesFormulations(query.text, text, phrases);
  const graded = (grade: string): TextParagraph[] => candidates.filter((_, place) => digits[place] === grade);
  return {
    id: `${basename(query.file).replace(/\.\w+$/, '')}-${query.line}`,
    split: 'fresh',
    query: referenceTo(query),
    topicAndMove: graded('2').map(referenceTo),
    topic: graded('1').map(referenceTo),
    other: graded('0').filter((each) => !isTwin(each)).map(referenceTo),
    formulaTwins: graded('0').filter(isTwin).map(referenceTo),
  };
}

function printAgreement(): void {
  const tuned = gradesOf(listNames.tuned.flatMap(readLists));
  const fresh = gradesOf([...listNames.fresh, ...listNames.freshNews].flatMap(readLists));
  const rows: readonly (readonly [string, Agreement])[] = [
    ['新清单里读了两遍的', readTwice(fresh, gradesOf(readLists('second-reading')))],
    ['新清单与旧清单，互为查询与候选的', readTurned(tuned, fresh)],
    ['旧清单里互为查询与候选的', readTurned(tuned, tuned)],
    ['新清单里互为查询与候选的', readTurned(fresh, fresh)],
  ];
  printTable(['判断', '对数', '相同', '二次加权 κ'], rows.map(([name, { pairs, same, kappa }]) => [name, String(pairs), `${(same * 100).toFixed(1)}%`, kappa.toFixed(2)]));
}
