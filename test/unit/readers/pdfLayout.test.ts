import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOutPages } from '../../../src/engine/readers/pdfLayout.ts';
import type { TextRun } from '../../../src/engine/readers/pdfRows.ts';

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

const row = (y: number, ...cells: readonly (readonly [text: string, x: number, width: number, size?: number])[]): TextRun[] => cells.map(([text, x, width, own = size]) => ({ text, x, y, width, size: own }));
const layOut = (runs: readonly TextRun[], width = 400): ReturnType<typeof layOutPages>[number] => layOutPages([{ runs, width }])[0] ?? [];
const textOf = (lines: ReturnType<typeof layOut>): string[] => lines.filter(({ note }) => !note).map(({ text }) => text);
/** A line of 30 characters from the margin. */
const full = '各村都要把渠底的淤泥清干净并且把渠口的石头搬到路边堆放整齐好';

test('short numbers in smaller type are text, raised ones that touch text point to notes, a unit keeps its power', () => {
  const text = [...row(700, [full, 60, 300]), ...row(682, [full, 60, 300]), ...row(664, [full, 60, 300])];
  const table = [...row(640, ['渠口', 60, 14, 7], ['56', 160, 8, 7], ['8', 260, 4, 7]), ...row(628, ['渠底', 60, 14, 7], ['132', 160, 12, 7], ['51', 260, 8, 7]), ...row(610, [full, 60, 300])];
  assert.deepEqual(textOf(layOut([...text, ...table])).slice(3, 5), ['渠口 56 8', '渠底 132 51']);
  const raised = (before: string, sign: string, after: string): string[] => textOf(layOut([...text, ...row(640, [before, 60, 50], [after, 115, 60]), { text: sign, x: 110, y: 644, width: 4, size: 6 }]));
  assert.equal(raised('修渠的账目', '1', '要张贴出来。')[3], '修渠的账目要张贴出来。');
  assert.equal(raised('渠底清了三万m', '2', '，都验收了。')[3], '渠底清了三万m2，都验收了。');
  assert.equal(raised('清淤约3×10', '4', '方，都在册。')[3], '清淤约3×104方，都在册。');
  const lowered = textOf(layOut([...text, ...row(640, ['沼气里的CO', 60, 50], ['要排净。', 115, 40]), { text: '2', x: 110, y: 638, width: 4, size: 6 }]));
  assert.equal(lowered[3], '沼气里的CO2要排净。');
});

test('a raised number that its full line moved down points to a note as well', () => {
  const lines = layOut([...row(700, [full, 60, 300]), ...row(682, [full, 60, 300]), { text: '1', x: 60, y: 668, width: 4, size: 6 }, ...row(646, [full, 60, 300])]);
  assert.deepEqual(textOf(lines), [full, full, full]);
  assert.deepEqual(lines.filter(({ note }) => note).map(({ text }) => text), ['1']);
});

test('a line ends early where the next one begins with what no break may part', () => {
  const rows = (ending: string, room: number, next: string): boolean | undefined => {
    const text = full.slice(0, 30 - room - ending.length) + ending;
    return layOut([...row(700, [full, 60, 300]), ...row(682, [text, 60, text.length * size]), ...row(664, [next + full.slice(0, 20), 60, 250]), ...row(646, [full, 60, 300])])[2]?.joins;
  };
  const joined: readonly (readonly [ending: string, room: number, next: string])[] = [
    ['提高到', 3, '40.3%，'], ['老话讲', 3, '说：“'], ['渠口', 4, '“清”的'], ['清渠', 3, '净，“'], ['渠边', 4, '2026-03'], ['首台', 3, '（套）'], ['水利', 2, '局'],
  ];
  for (const [ending, room, next] of joined) assert.equal(rows(ending, room, next), true, `${ending}|${next}`);
  const parted: readonly (readonly [ending: string, room: number, next: string])[] = [['渠口', 4, '清淤'], ['渠口', 6, '40.3%，'], ['都要清。', 4, '“清”的'], ['都要清；', 3, '3、“清']];
  for (const [ending, room, next] of parted) assert.equal(rows(ending, room, next), false, `${ending}|${next}`);
});

test('two columns that take a part of a page, between a title and a foot as wide as both', () => {
  const lines = (from: number): string[] => Array.from({ length: 9 }, (_, index) => `${'一二三四五六七八九'.charAt(index)}${full.slice(from, from + 17)}`);
  const [left, right] = [lines(0), lines(8)];
  const columns = [...left.flatMap((text, index) => row(600 - index * 18, [text, 60, 180])), ...right.flatMap((text, index) => row(603 - index * 18, [text, 260, 180]))];
  const wide = [...row(700, ['修渠会上的讲话发言稿', 60, 300, 20]), ...row(660, [full, 60, 380]), ...row(640, [full, 60, 380]), ...row(420, [full, 60, 380]), ...row(400, [full, 60, 380]), ...row(380, ['水利局编印', 60, 50])];
  const short = ['一段', '二段', '三段', '四段', '五段', '六段', '七段', '八段'].flatMap((text, index) => row(360 - index * 18, [text, 60, 20]));
  assert.deepEqual(textOf(layOut([...wide, ...columns, ...short], 500)).slice(3, 21), [...left, ...right]);
});

test('a title on two centred lines goes on, over columns too', () => {
  const title = [...row(740, ['在全县修渠清淤动员会暨水利工作会议上', 70, 360, 20]), ...row(712, ['的讲话', 220, 60, 20])];
  const over = layOut([...title, ...column(60, first), ...column(300, second)], 500);
  assert.deepEqual(over.slice(0, 3).map(({ text, joins }) => [text, joins]), [['在全县修渠清淤动员会暨水利工作会议上', false], ['的讲话', true], [first[0]?.trim(), false]]);
  // Two titles of which the first one had room left are two.
  const two = layOut([...row(740, ['在修渠动员会上的讲话', 150, 200, 20]), ...row(712, ['周大山', 220, 60, 20]), ...row(690, [full, 60, 380]), ...row(672, [full, 60, 380]), ...row(654, [full, 60, 380])], 500);
  assert.equal(two[1]?.joins, false);
});

test('rows of a table are lines with their cells apart, with what goes on below in a cell', () => {
  const above = [...row(700, [full, 60, 300]), ...row(682, [full, 60, 300])];
  const table = [
    ...row(660, ['乡镇', 70, 20], ['面积（亩）', 94, 50], ['机具（台）', 148, 50]),
    ...row(640, ['柳林镇东片几', 60, 30], ['56000', 94, 25], ['48', 148, 10]),
    ...row(626, ['个村', 60, 20]),
    ...row(610, ['河口镇', 60, 30], ['71000', 94, 25], ['63', 148, 10]),
  ];
  const lines = layOut([...above, ...table, ...row(580, ['二、清渠', 60, 40]), ...row(562, [full, 60, 300])]);
  assert.deepEqual(lines.slice(2, 6).map(({ text, table: isTable, joins }) => [text, isTable, joins]), [
    ['乡镇 面积（亩） 机具（台）', true, false],
    ['柳林镇东片几个村 56000 48', true, false],
    ['河口镇 71000 63', true, false],
    ['二、清渠', false, false],
  ]);
});

test('the head of a table alone at the end of its page or column, in small type, is a row', () => {
  const text = Array.from({ length: 6 }, (_, index) => row(700 - index * 18, [full, 60, 300])).flat();
  const head = (y: number): TextRun[] => row(y, ['乡镇', 60, 14, 7], ['排查数', 160, 21, 7], ['整改数', 260, 21, 7]);
  const rest = [...row(682, ['柳林镇', 60, 21, 7], ['56', 160, 8, 7], ['51', 260, 8, 7]), ...row(668, ['河口镇', 60, 21, 7], ['8', 160, 4, 7], ['8', 260, 4, 7])];
  const [one, two] = layOutPages([{ runs: [...text, ...head(580), ...row(40, ['- 1 -', 200, 25])], width: 400 }, { runs: [...row(740, ['修渠简报', 180, 40]), ...rest, ...text.map((run) => ({ ...run, y: run.y - 60 }))], width: 400 }]);
  const told = one?.find((line) => line.text.startsWith('乡镇'));
  assert.deepEqual([told?.text, told?.table, told?.note], ['乡镇 排查数 整改数', true, false]);
  assert.deepEqual(two?.filter(({ table }) => table).map((line) => line.text), ['柳林镇 56 51', '河口镇 8 8']);
});

test('labels with their values and text whose characters stand apart are no table', () => {
  const labels = ['主讲人：', '时间：', '地点：', '记录：'].flatMap((text, index) => row(700 - index * 18, [text, 60, 40], ['周大山', 200, 30]));
  const apart = [full, full, full].flatMap((text, index) => Array.from(text).flatMap((character, at) => row(620 - index * 18, [character, 60 + at * 14, 10])));
  assert.deepEqual(layOut([...labels, ...apart], 600).filter(({ table }) => table), []);
});

test('notes at a page’s foot: in the type of the text by their number, in small type though the number is large', () => {
  const text = Array.from({ length: 8 }, (_, index) => row(700 - index * 18, [full, 60, 300])).flat();
  const mark = { text: '1', x: 360, y: 578, width: 4, size: 6 };
  const foot = row(40, ['- 1 -', 200, 25]);
  const notes = (runs: readonly TextRun[], marks: readonly TextRun[] = [mark]): string[] => layOut([...text, ...marks, ...runs, ...foot]).filter(({ note, aside }) => note && !aside).map((line) => line.text);
  assert.deepEqual(notes([...row(540, ['1见县委一号文件。', 60, 90]), ...row(522, ['2见省里的通知。', 60, 80])]), ['1见县委一号文件。', '2见省里的通知。']);
  assert.deepEqual(notes(row(540, ['1', 60, 5], ['见县委一号文件。', 65, 48, 6])), ['1见县委一号文件。']);
  assert.deepEqual(notes(row(540, ['1见县委一号文件。', 60, 90]), []), []);
  assert.deepEqual(notes(row(540, ['1、见县委一号文件。', 60, 90])), []);
});

test('an indented line alone on the last page opens a paragraph', () => {
  const text = [...row(700, [full.slice(2), 80, 280]), ...Array.from({ length: 8 }, (_, index) => row(682 - index * 18, [full, 60, 300])).flat()];
  const [, last] = layOutPages([{ runs: text, width: 400 }, { runs: row(700, ['谢谢大家。', 80, 50]), width: 400 }]);
  assert.equal(last?.[0]?.left, 60);
});

test('whatever runs stand on pages, all their characters are in lines', () => {
  // A small generator with a fixed start: the same pages every time.
  let state = 7;
  const pick = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const words = ['渠口', '1', '56', '（万元）', '清淤的账目要张贴出来，', '“三清”', '91%', 'm', '2'];
  const characters = (texts: readonly string[]): string => [...texts.join('')].filter((character) => character.trim() !== '').sort().join('');
  for (let round = 0; round < 300; round += 1) {
    const pages = Array.from({ length: 1 + pick(2) }, () => ({
      width: 400,
      runs: Array.from({ length: pick(40) }, () => {
        const text = words[pick(words.length)] ?? '';
        const own = [6, 10, 10, 16][pick(4)] ?? size;
        return { text, x: 40 + pick(12) * 28, y: 700 - pick(14) * 13 + pick(2) * 4, width: text.length * own, size: own };
      }),
    }));
    const lines = layOutPages(pages).flat();
    assert.equal(characters(lines.map(({ text }) => text)), characters(pages.flatMap(({ runs }) => runs.map(({ text }) => text))), String(round));
  }
});
