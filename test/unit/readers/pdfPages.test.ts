import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readDocument, ReadFailure } from '../../../src/engine/readers/readDocument.ts';
import { placedPdf, type PlacedText } from './minimalPdf.ts';

const rows = [
  '在修路会上的讲话',
  '　　今天请大家来，是要把东路和西路的事情一起定',
  '下来，早一天动工，乡亲们就少走一天泥路，孩子们上',
  '学也少绕三里地。下面我讲两点。',
  '　　一、先修东路',
  '　　东路一到雨天就走不成，上个月还翻了一辆拉砖的',
  '车，好在人没有事，今年汛期以前这一段必须通车，石',
  '料和水泥要先备到路边。',
  '　　二、再修西路',
  '　　西路明年开春动工，占地的几户要先谈妥，补偿的',
  '钱一分也不许欠，谁家的树谁家的井都要登记清楚。',
];
const clean = ['在修路会上的讲话', '今天请大家来，是要把东路和西路的事情一起定下来，早一天动工，乡亲们就少走一天泥路，孩子们上学也少绕三里地。下面我讲两点。', '一、先修东路', '东路一到雨天就走不成，上个月还翻了一辆拉砖的车，好在人没有事，今年汛期以前这一段必须通车，石料和水泥要先备到路边。', '二、再修西路', '西路明年开春动工，占地的几户要先谈妥，补偿的钱一分也不许欠，谁家的树谁家的井都要登记清楚。'].join('\n');

/** The rows where they stand on an upright page. */
const placed = (texts: readonly string[], top = 760): PlacedText[] => texts.map((text, index) => ({ text: text.trimStart(), x: text.startsWith('　') ? 108 : 80, y: top - index * 24 }));
const textOf = async (bytes: Uint8Array): Promise<string> => (await readDocument(bytes, '路.pdf')).text;

test('a page that lies on its side is turned, be it told or not', async () => {
  const upright = placed(rows, 560);
  const left = upright.map(({ text, x, y }) => ({ text, x: 595 - y, y: x, turns: 1 }));
  const right = upright.map(({ text, x, y }) => ({ text, x: y, y: 842 - x, turns: 3 }));
  const over = placed(rows).map(({ text, x, y }) => ({ text, x: 595 - x, y: 842 - y, turns: 2 }));
  for (const [turned, rotate] of [[left, 90], [left, 0], [right, 270], [right, 0], [over, 180]] as const) assert.equal(await textOf(placedPdf([turned], { rotate })), clean, String(rotate));
});

test('vertical writing is read from the right, its marks as they are written', async () => {
  const columns = rows.map((text, index) => ({ text: text.trimStart(), x: 540 - index * 24, y: text.startsWith('　') ? 752 : 780 }));
  assert.equal(await textOf(placedPdf([columns], { vertical: true })), clean);
});

test('text that was drawn twice to look bold is read once', async () => {
  assert.equal(await textOf(placedPdf([placed(rows).flatMap((run) => [run, { ...run, x: run.x + 0.4 }])])), clean);
});

test('characters set apart to fill a line are no words apart', async () => {
  const spread = placed(rows).flatMap(({ text, x, y }) => [...text].map((character, index) => ({ text: character, x: x + index * 16, y })));
  assert.equal(await textOf(placedPdf([spread])), clean);
});

test('a watermark across the pages stands in no line', async () => {
  const mark = { text: '内部资料', x: 150, y: 300, size: 60, turns: 0.5 };
  const document = await readDocument(placedPdf([[mark, ...placed(rows.slice(0, 6))], [mark, ...placed(rows.slice(6))]]), '路.pdf');
  assert.equal(document.text, clean);
  assert.deepEqual(document.outline.problems.map((problem) => document.placeOf(problem).text), ['内部资料', '内部资料']);
});

test('running heads of left and right pages, and such as change with the chapters', async () => {
  const parts = [rows.slice(0, 3), rows.slice(3, 6), rows.slice(6, 9), rows.slice(9)];
  const alternating = (index: number): PlacedText => (index % 2 === 0 ? { text: '修路文件选', x: 80, y: 805, size: 10 } : { text: '会议材料', x: 240, y: 805, size: 10 });
  const chapters = (index: number): PlacedText => ({ text: ['第一章 东路', '第一章 东路', '第二章 西路', '附录'][index] ?? '', x: 80, y: 805, size: 10 });
  for (const head of [alternating, chapters]) {
    for (const number of [(page: number) => `- ${page} -`, (page: number) => `第${'一二三四'.charAt(page - 1)}页`, (page: number) => ['i', 'ii', 'iii', 'iv'][page - 1] ?? '', (page: number) => `${page}/4`]) {
      const pages = parts.map((part, index) => [head(index), ...placed(part, 720), { text: number(index + 1), x: index % 2 === 0 ? 480 : 80, y: 50, size: 10 }]);
      assert.equal(await textOf(placedPdf(pages)), clean, number(1));
    }
  }
});

test('a PDF whose fonts do not say what they show is refused with a reason', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'reading', 'plenary.pdf'));
  const unnamed = Buffer.from(bytes.toString('latin1').replaceAll('/ToUnicode', '/XoUnicode'), 'latin1');
  await assert.rejects(readDocument(unnamed, '码.pdf'), (error) => error instanceof ReadFailure && error.code === 'no-text' && error.message.includes('字体'));
});

test('what a browser printed: signs of radicals are the characters they look like', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', 'reading', 'browser.pdf'));
  const { outline, text } = await readDocument(bytes, '粮站.pdf');
  assert.deepEqual(text.split('\n').slice(0, 4), ['在粮站工作会上的讲话', '同志们：', '今年六月见新麦，各站要一天一报，不误一车一户，一户一车不误，各站一天一天报。', '一、站门要开']);
  assert.deepEqual(outline.articles[0]?.sections.map(({ ordinal, heading }) => `${ordinal}${heading}`), ['一、站门要开', '二、站里要报']);
  assert.doesNotMatch(text, /[\u2e80-\u2fdf]/);
});

test('when, what and where a browser printed stands over and below each page, columns or none', async () => {
  const half = Math.ceil(rows.length / 2);
  const columns = (texts: readonly string[], top: number): PlacedText[] => placed(texts, top).flatMap(({ text, x, y }) => [{ text: text.slice(0, 11), x: x / 2, y, size: 11 }, { text: text.slice(11), x: 300 + x / 2, y, size: 11 }]).filter(({ text }) => text !== '');
  for (const when of ['2023/5/12 15:01', '11/26/26, 3:01 PM', '2023/5/12 下午3:01']) {
    for (const [first, second] of [[placed(rows.slice(0, half), 740), placed(rows.slice(half), 740)], [columns(rows.slice(0, half), 740), columns(rows.slice(half), 740)]] as const) {
      const page = (texts: readonly PlacedText[], number: number): PlacedText[] => [{ text: when, x: 24, y: 758, size: 8 }, { text: '修路会', x: 320, y: 758, size: 8 }, ...texts, { text: 'https://lu.example/1.html', x: 24, y: 17, size: 8 }, { text: `${number}/2`, x: 560, y: 17, size: 8 }];
      const document = await readDocument(placedPdf([page(first, 1), page(second, 2)]), '路.pdf');
      assert.doesNotMatch(document.text, /2023|11\/26|lu\.example|修路会$/m);
      assert.ok(document.outline.problems.every(({ code }) => code === 'page-furniture'));
    }
  }
});

test('numbers that point to notes are no text, and are told', async () => {
  const raised = { text: '1', x: 80 + 12 * 14, y: 760 - 3 * 24 + 6, size: 8 };
  const texts = placed(rows.map((text, index) => (index === 3 ? text.slice(0, 12) : text)));
  const document = await readDocument(placedPdf([[...texts, raised]]), '路.pdf');
  assert.ok(document.text.includes('学也少绕三里地。下面我讲'));
  assert.doesNotMatch(document.text, /1/);
  assert.deepEqual(document.outline.problems.map((problem) => document.placeOf(problem).text), ['1']);
});

test('a closing line alone on the last page is a paragraph', async () => {
  const pages = [placed(rows), [{ text: '我就讲这些。', x: 108, y: 760 }]];
  assert.equal(await textOf(placedPdf(pages)), `${clean}\n我就讲这些。`);
});
