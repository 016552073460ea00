import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOutPages, type TextRun } from '../../../src/engine/readers/pdfLayout.ts';

const size = 10;
/** Rows of a column from the top down; characters are as wide as the type is high. */
const column = (x: number, rows: readonly string[]): TextRun[] =>
  rows.map((text, index) => ({ text, x: x + (text.startsWith('　') ? size * 2 : 0), y: 700 - index * 18, width: text.trimStart().length * size, size })).map((run) => ({ ...run, text: run.text.trimStart() }));

const first = ['　各村以村为单位组织施工，', '缺砖补砖，缺闸补闸，春灌前要', '能用。去年修了没人管的，先查', '责任再安排资金，谁也不许拖着', '不办，水利局每周通报一回进展', '情况，末位的要到会说明，群众', '看得见才算数，账目要公开张贴', '　设备统一招标，乡镇管基础'];
const second = ['和看护，不许在设备上动心思。', '　验收由乡镇自己报，市里抽查', '三成，查出假的全部重来。'];

test('the second column of a last page may be short', () => {
  const [page] = layOutPages([{ runs: [...column(60, first), ...column(300, second)], width: 500 }]);
  assert.deepEqual(page?.map(({ text }) => text), [...first, ...second].map((text) => text.trimStart()));
});

test('a list of names with its values is no two columns', () => {
  const names = ['项目', '农田', '泵站', '水库', '渠系', '清淤', '道路', '合计'];
  const [page] = layOutPages([{ runs: [...column(60, names), ...column(300, ['数量', '十二', '四十', '三座'])], width: 500 }]);
  assert.deepEqual(page?.slice(0, 2).map(({ text }) => text), ['项目 数量', '农田 十二']);
});

test('a running head at the right edge is the page’s, over both columns and on a single page; a title is not', () => {
  const body = [...column(60, first), ...column(300, second)];
  const head = { text: '领导讲话汇编', x: 380, y: 760, width: 60, size };
  const [page] = layOutPages([{ runs: [...body, head], width: 500 }]);
  assert.deepEqual([page?.[0]?.text, page?.[0]?.note, page?.filter(({ note }) => note).length], ['领导讲话汇编', true, 1]);
  const [titled] = layOutPages([{ runs: [...body, { ...head, x: 220 }], width: 500 }]);
  assert.equal(titled?.some(({ note }) => note), false);
});

test('lines of many short runs that touch are no two columns', () => {
  const rows = [...first, ...second];
  const pieces = column(60, rows).flatMap(({ text, x, y }) => (text.match(/..?/g) ?? []).map((part, index) => ({ text: part, x: x + index * 2 * size, y, width: part.length * size, size })));
  const [page] = layOutPages([{ runs: pieces, width: 400 }]);
  assert.deepEqual(page?.map(({ text }) => text), rows.map((text) => text.trimStart()));
});
