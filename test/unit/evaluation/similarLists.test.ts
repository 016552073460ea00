import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { depth, scoreList } from '../../../scripts/eval/similar/gain.ts';
import type { JudgedList } from '../../../scripts/eval/similar/judgedLists.ts';
import { listNames, loadJudgedLists } from '../../../scripts/eval/similar/judgedLists.ts';
import { knownItems } from '../../../scripts/eval/similar/knownItems.ts';
import { dataFolder, paragraphsBelow, paragraphsOf, speechFolder } from '../../../scripts/texts/textFolder.ts';
import { project } from '../../../scripts/commands.ts';

interface Stored {
  readonly id: string;
  readonly split: string;
  readonly query: string;
  readonly [grade: string]: string | readonly string[];
}

const folder = join(project, 'test', 'gold', 'similar');
const read = (names: readonly string[]): Stored[] =>
  names.flatMap((name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Stored[]);
const stored = read(listNames.tuned);
const fresh = read([...listNames.fresh, ...listNames.freshNews]);
const grades = ['topicAndMove', 'topic', 'other', 'formulaTwins'];

test('at least 150 lists, a third of them held out', () => {
  assert.ok(stored.length >= 150, `${stored.length} lists`);
  const held = stored.filter(({ split }) => split === 'heldout').length / stored.length;
  assert.ok(held > 0.3 && held < 0.36, `${held} held out`);
  assert.equal(new Set(stored.map(({ id }) => id)).size, stored.length);
});

test('at least 160 lists that nothing is tuned on, and no query among them that another list asks', () => {
  assert.ok(fresh.length >= 160, `${fresh.length} lists`);
  for (const { id, split } of fresh) assert.equal(split, 'fresh', id);
  const queries = [...stored, ...fresh].map(({ query }) => query);
  assert.equal(new Set(queries).size, queries.length);
});

test('a reference names a paragraph and quotes no more than its beginning', () => {
  for (const list of [...stored, ...fresh, ...read(listNames.second)]) {
    const references = [list.query, ...grades.flatMap((grade) => list[grade] ?? [])];
    assert.equal(new Set(references).size, references.length, `${list.id}: a paragraph is judged twice`);
    for (const reference of references) assert.match(reference, /^\S+\.(txt|md) [0-9a-f]{8} \S{1,20}$/u);
    assert.ok((list.topicAndMove?.length ?? 0) + (list.topic?.length ?? 0) > 0, `${list.id}: nothing relevant`);
  }
});

test('at least 300 pairs of synonyms, none of a word with itself', () => {
  const pairs = Object.entries(JSON.parse(readFileSync(join(folder, 'synonyms.json'), 'utf8')) as Record<string, string>);
  assert.ok(pairs.length >= 300);
  for (const [word, other] of pairs) assert.notEqual(word, other);
});

test('every paragraph that was judged is found where the public texts are', (context) => {
  const reports = join(dataFolder, 'work-reports');
  if (!existsSync(reports)) {
    context.skip('没有公开文本文件夹（../shared/data），只查了格式');
    return;
  }
  const paragraphs = [...paragraphsBelow(reports), ...paragraphsBelow(speechFolder)];
  for (const [names, fewest] of [[listNames.tuned, 150], [listNames.fresh, 80]] as const) {
    const { lists, missing } = loadJudgedLists(paragraphs, names);
    assert.ok(lists.length >= fewest, `${lists.length} lists are usable, ${missing} references have no paragraph`);
  }
});

const list = (judged: readonly [place: number, grade: 0 | 1 | 2][], twins: readonly number[] = []): JudgedList => ({
  id: 'x',
  kind: 'reports',
  split: 'tuning',
  query: { file: 'a.txt', line: 1, text: '' },
  grades: new Map(judged),
  twins: new Set(twins),
});

test('gain: unjudged paragraphs are taken out of the one figure and count as wrong in the other', () => {
  const judged = list([[1, 2], [2, 1], [3, 0]]);
  assert.equal(scoreList([1, 2, 3], judged).judgedOnly, 1);
  assert.equal(scoreList([7, 8, 1, 9, 2, 3], judged).judgedOnly, 1);
  assert.ok(scoreList([7, 8, 1, 9, 2, 3], judged).lowerBound < 1);
  assert.ok(scoreList([3, 2, 1], judged).judgedOnly < 1);
  assert.equal(scoreList([], judged).judgedOnly, 0);
  assert.equal(scoreList([1, 7], judged).judgedShare, 1 / depth);
});

test('gain: a formula twin before a paragraph on the topic is a pair the wrong way round', () => {
  const judged = list([[1, 2], [2, 2], [3, 0]], [3]);
  const { pairs, pairsRight, twinsInFive } = scoreList([1, 3, 2], judged);
  assert.deepEqual({ pairs, pairsRight, twinsInFive }, { pairs: 2, pairsRight: 1, twinsInFive: 1 });
  assert.equal(scoreList([], judged).pairsRight, 1);
});

test('paragraphs: front matter, heads, contents and markup are left out', () => {
  const day = '# 某日\n1.目录里的一条新闻标题写在这里占了不少字\n## 详细新闻\n### 题\n<p>今天会议在某地召开，研究部署下一阶段的工作。</p>\n短句。';
  assert.deepEqual([...paragraphsOf(day, 'd.md')], [{ file: 'd.md', line: 5, text: '今天会议在某地召开，研究部署下一阶段的工作。' }]);
  const speech = '---\ntitle: 一篇讲话稿的题目写在这里有很多字\n---\n\n同志们，今天的会议主要研究三件事情，请大家认真讨论。';
  assert.deepEqual([...paragraphsOf(speech, 's.md')].map(({ line }) => line), [5]);
});

test('known items: short, reworded, the same each time', () => {
  const texts = [
    '扩大公益性文化设施向社会免费开放的范围和时间，让更多群众受益。要继续加强管理，提高服务水平，切实把好事办好，让人民群众满意，并且按时公布办理情况和结果，接受社会监督。',
    '全面加强农田水利建设和中小河流治理工作，提高抗灾能力。各地要早安排、早动手，资金要落实到位，工程质量要有人负责，汛期之前全部完工，确保发挥作用，让农民放心种地。',
  ];
  const paragraphs = texts.map((text, index) => ({ file: 'a.txt', line: index + 1, text }));
  const items = knownItems(paragraphs, 10);
  assert.equal(items.length, 2);
  assert.deepEqual(knownItems(paragraphs, 10), items);
  for (const { query, place } of items) {
    assert.ok(query.length > 0 && query.length <= 40);
    assert.ok(!texts[place]?.startsWith(query), query);
  }
});
