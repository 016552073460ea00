import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const left =
  '青石市的水库大多修在半个世纪以前，坝体老化、闸门锈蚀、溢洪道淤塞的问题一年比一年突出，汛期一到，值班的干部整夜不敢合眼。这两年我们把全市的水库逐座查了一遍，建立台账，明确责任，列出时间表，先修险情重的，再修影响大的，做到修一座、放心一座。';
const right =
  '白河市没有大江大河，喝水靠的是几十口深井，井越打越深，水位越降越低，有的村子已经抽不上水来。去年起，全市推行节水灌溉，把漫灌改成滴灌，把土渠换成管道，又在田头装上计量设施，谁用多少水一目了然，省下来的水由用水户协会统一安排，多用的人要出钱。';
const width = 20;
const rows = (text: string): string[] => `　　${text}`.match(new RegExp(`.{1,${String(width)}}`, 'gu')) ?? [];
const head = ['', '把老水库守好', '', '周某山 青石市水务局局长', '', '把每一滴水算清', '', '吴某水 白河市水务局局长', ''];

const ways: readonly (readonly [string, string[]])[] = [
  ['line by line', rows(left).flatMap((row, index) => [row, rows(right)[index] ?? '']).concat(rows(right).slice(rows(left).length)).filter((row) => row !== '')],
  ['side by side', rows(left).map((row, index) => `${row.padEnd(width, '　')}　　　　${rows(right)[index] ?? ''}`.trimEnd()).concat(rows(right).slice(rows(left).length).map((row) => '　'.repeat(width + 4) + row))],
];
for (const [way, lines] of ways) {
  test(`two columns read ${way} are parted, and the parting is reported`, () => {
    const { outline } = parseSpeech({ text: [...head, ...lines].join('\n'), hints: [], layout: 'lines' }, 'a.txt');
    const texts = outline.articles.map((article) => article.paragraphs.map(({ text }) => text));
    assert.deepEqual(texts, [[left], [right]]);
    assert.ok(outline.problems.some(({ code }) => code === 'columns-parted'));
  });
}

test('lines of one column stay in their order', () => {
  const { outline } = parseSpeech({ text: ['把老水库守好', '', ...rows(left), ...rows(right)].join('\n'), hints: [], layout: 'lines' }, 'a.txt');
  assert.deepEqual(outline.articles[0]?.paragraphs.map(({ text }) => text), [left, right]);
  assert.deepEqual(outline.problems, []);
});
