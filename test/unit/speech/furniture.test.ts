import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnitureScore } from '../../../src/core/speech/furnitureScore.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const sentences = ['山要有人守', '水要有人护', '账要有人算', '路要有人修', '话要当面讲', '事要一件一件办', '钱要花在明处', '人要用在难处'];
/** A speech long enough for several pages. */
const body = Array.from({ length: 24 }, (_, index) => `第${String(index + 1)}件事，${sentences.map((_, at) => sentences[(index + at) % sentences.length]).join('，')}，办完了要回头看，看得见变化才算办成。`);

function read(text: string): { text: string; codes: string[] } {
  const parsed = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  return { text: parsed.text.replace(/\s+/gu, ''), codes: parsed.outline.problems.map((problem) => problem.code) };
}

const whole = ['在护林员大会上的讲话', '同志们：', ...body].join('\n');

/** Puts a mark into the text every so many characters, within sentences. */
function cut(mark: (page: number) => string): string {
  let text = '';
  for (let at = 0, page = 1; at < whole.length; at += 331, page += 1) text += whole.slice(at, at + 331) + (at + 331 < whole.length ? mark(page) : '');
  return text;
}

for (const mark of [
  (page: number) => `- ${String(page)} -`,
  (page: number) => `— ${String(page)} —`,
  (page: number) => `第${String(page)}页共9页`,
  (page: number) => `（第${String(page)}页/共9页）`,
  (page: number) => ` ${String(page)}/9 `,
  (page: number) => `\n・${String(page + 20)}・\n护林简报 2019年第3期\n`.replaceAll('・', '·'),
  (page: number) => `\nhttp://www.example.com/a/203.html  ${String(page)}/9\n`,
]) {
  test(`page numbers within sentences go: ${mark(1).trim()}`, () => {
    assert.equal(read(cut(mark)).text, whole.replace(/\s+/gu, ''));
  });
}

test('numbers of the text that look like a page’s stay', () => {
  for (const line of ['比分是 3/5 和 4/5，第三次是 5/5，差距越来越小。', '从-1-到-2-再到-3-，台阶是一级一级上的。', '【1】【2】【3】三类问题都要改。']) {
    assert.ok(read(`${whole}\n${line}`).text.includes(line.replace(/\s+/gu, '')), line);
  }
});

test('a line that comes back as a page’s own goes, one that comes back as the text’s stays', () => {
  const lines = whole.split('\n');
  const withHeads = lines.flatMap((line, index) => (index % 5 === 4 ? [line.slice(0, 30), '内部资料 注意保存', line.slice(30)] : [line])).join('\n');
  assert.equal(read(withHeads).text, whole.replace(/\s+/gu, ''));
  const withCalls = lines.flatMap((line, index) => (index % 5 === 4 ? [line, '各位代表！'] : [line])).join('\n');
  assert.equal(read(withCalls).text.split('各位代表！').length - 1, 5);
});

test('a table of the text is no menu', () => {
  const rows = ['1 松树 200 亩', '2 杉树 150 亩', '3 毛竹 90 亩', '4 油茶 60 亩', '5 板栗 40 亩'];
  assert.ok(read(`${whole}\n附表\n${rows.join('\n')}`).text.endsWith(rows.join('').replace(/\s+/gu, '')));
});

test('furniture scores above text', () => {
  const furniture = ['分享到朋友圈 收藏 举报', '本文共三页 上一页 下一页', '网站编辑：小周 浏览：1203次', '扫码关注公众号领取全套资料'];
  const text = ['护林防火是天大的事。', '同志们：', '一、把责任落到山头', '王大山', '2019年5月30日', '在护林员大会上的讲话'];
  const least = Math.min(...furniture.map(furnitureScore));
  for (const line of text) assert.ok(furnitureScore(line) < least, line);
});

test('a licence in the words of laws goes from the line that opens it', () => {
  const licence = ['本作品是国家机关的文件，依照法律第', '五条', '的规定，不适用保护著作的法律，任何组织和个人都可以依法使用。', '注：其他国家和地区的法律另有规定的，从其规定。', 'Public domain', 'false'];
  assert.equal(read(`${whole}\n${licence.join('\n')}`).text, whole.replace(/\s+/gu, ''));
});
