import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { findFellowLines } from '../../../src/core/speech/fellowLines.ts';
import { parseSpeech, type ParsedSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { findSignedLines } from '../../../src/core/speech/signedLines.ts';

/** Heads without a number among what a page put around and between them. */

const flatten = (sections: readonly Section[]): string[] => sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
const read = (lines: readonly string[]): ParsedSpeech => parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'draft.txt');
const headsOf = (lines: readonly string[]): string[] => read(lines).outline.articles.flatMap((article) => flatten(article.sections));

const above = ['渡口网 > 讲话 > 正文', '字号：大 中 小　打印本页', '在全县渡口安全会上的讲话', '船务局局长　麦大河', '同志们：', '汛期快到了，今天把各渡口的同志请来，说几件要紧的事，说完就散会，各人回去还要上船。'];
const below = ['同志们，渡口上的事说大不大，说小也不小，今天说的都记下，回去一条一条做。', '上一篇：渡口的故事', '相关阅读', '扫一扫分享到朋友圈'];
const bodies = [
  '去年换下来的旧船还有九条停在岸边，孩子们爬上去玩，哪天缆绳一断就漂走了，月底以前全部拖走。',
  '船工老的老、走的走，会看水的没有几个，今年每个渡口带两个徒弟，学会了再发证，学不会的不许掌舵。',
  '缆绳是去年春天换的，泡了一年，手一搓就掉渣，各渡口今天回去先换缆绳，钱不够的打条子来领。',
  '票价三年没有动过，油价涨了一倍，船主有怨气，县里补一半，另一半大家再商量，不许半路加价。',
];
const page = (heads: readonly string[]): string[] => [...above, ...heads.flatMap((head, index) => [head, bodies[index] ?? '', ...(index === 0 ? ['点击加载下一页'] : [])]), ...below];

test('lines that one sign sets off above paragraphs are heads and stay, whatever they read like', () => {
  for (const [open, close] of [['■ ', ''], ['◆', ''], ['→ ', ''], ['【', '】'], ['[', ']'], ['〖', '〗'], ['/ ', ' /'], ['## ', ''], ['**', '**'], ['>>', ''], ['· ', ''], ['🌼', '']] as const) {
    const heads = ['船', '看水的人', '缆绳', '票怎么卖'].map((words) => `${open}${words}${close}`);
    assert.deepEqual(headsOf(page(heads)), heads.map((head) => `1 - ${head}`), open);
  }
});

test('what one sign sets off stands as deep everywhere', () => {
  const heads = ['## 船上', '### 旧船', '### 人', '## 岸上', '### 缆绳', '### 票', '## 底线'];
  const [first = '', second = '', third = '', fourth = ''] = bodies;
  const lines = [...above, heads[0] ?? '', heads[1] ?? '', first, heads[2] ?? '', second, heads[3] ?? '', heads[4] ?? '', third, heads[5] ?? '', fourth, heads[6] ?? '', first, ...below];
  assert.deepEqual(headsOf(lines), heads.map((head) => `${head.startsWith('###') ? '2' : '1'} - ${head}`));
});

const signedIn = (lines: readonly string[]): string[] => [...findSignedLines(lines.map((text) => ({ text, pieces: [], hint: null, indented: false, apart: false, indentAbove: false })))].map((index) => lines[index] ?? '');

test('no such series are clusters, captions, quotes of the text, numbers behind a sign, what goes on with a sentence, two of a kind', () => {
  const around = (signs: readonly string[]): string[] => ['各位：', ...signs.flatMap((sign, index) => [sign, bodies[index] ?? ''])];
  assert.deepEqual(signedIn(around(['■ 船', '■ 人', '■ 缆绳'])), ['■ 船', '■ 人', '■ 缆绳']);
  assert.deepEqual(signedIn(['各位：', '★ 收藏本页', '★ 分享', '★ 点赞', '★ 投币', ...bodies]), []);
  assert.deepEqual(signedIn(around(['▲ 渡口旧貌', '▲ 新船下水', '▲ 船工合影'])), []);
  assert.deepEqual(signedIn(around(['◎ 图为渡口', '◎ 图为新船', '◎ 图为船工'])), []);
  assert.deepEqual(signedIn(around(['▍会看水的没有几个', '▍油价涨了一倍', '▍手一搓就掉渣'])), []);
  assert.deepEqual(signedIn(around(['## 一、船', '## 二、人', '## 三、缆绳'])), []);
  assert.deepEqual(signedIn(around([',把船看好', ',把人管好', ',把缆绳换好'])), []);
  assert.deepEqual(signedIn(around(['■ 船', '■ 人'])), []);
  assert.deepEqual(signedIn(around(['■ 船', '■ 船', '■ 船'])), []);
});

test('a number set above its head for show belongs to it', () => {
  for (const numbers of [['/ 01 /', '/ 02 /', '/ 03 /'], ['PART 1', 'PART 2', 'PART 3'], ['01', '02', '03'], ['1\u20e3', '2\u20e3', '3\u20e3']]) {
    const words = ['旧船怎么办', '谁来看水', '缆绳几时换'];
    const lines = [...above, ...words.flatMap((head, index) => [numbers[index] ?? '', head, bodies[index] ?? '']), ...below];
    assert.deepEqual(headsOf(lines), words.map((head, index) => `1 ${numbers[index] ?? ''} ${head}`), numbers[0]);
  }
});

test('what stands as several lines of the text do is asked more before it goes', () => {
  const lines = ['各位：', '旧船怎么办', bodies[0] ?? '', '谁来看水', bodies[1] ?? '', '常见问题', bodies[2] ?? '', '写给今天早上第一个上船的人', bodies[3] ?? ''].map((text) => ({ text, pieces: [], hint: null, indented: false, apart: false, indentAbove: false }));
  const odds = [-9, -3, -9, -2, -9, 1.5, -9, 1.5, -9];
  const found = (known: readonly number[]): number[] => [...findFellowLines(lines, { odds: known, isOwn: (index) => (known[index] ?? 0) < -0.8 })].sort((a, b) => a - b);
  assert.deepEqual(found(odds), [1, 3, 5]);
  // Without fellows that are surely the text's nothing is known, nor above what goes itself.
  assert.deepEqual(found([-9, 2, -9, 2, -9, 1.5, -9, 1.5, -9]), []);
  assert.deepEqual(found([-9, -3, -9, -2, -9, 1.5, 3, 1.5, -9]), []);
});

test('who speaks stays below the title, whatever the name; a lifted quote and a caption go', () => {
  const { text } = read([...above, '旧船怎么办', bodies[0] ?? '', '“哪天缆绳一断就漂走了。”', bodies[3] ?? '', '图为船务局领导在渡口', bodies[1] ?? '', '渡口旧貌（老照片）', bodies[2] ?? '', ...below]);
  assert.ok(text.includes('船务局局长 麦大河'));
  assert.ok(!text.includes('图为') && !text.includes('“哪天') && !text.includes('老照片'), text);
});

test('words that may be names, or stand above a short paragraph, are heads among their like', () => {
  const [first = '', second = '', third = ''] = bodies;
  assert.deepEqual(headsOf([...above.slice(2), '老渡口', `${first}${second}`, '温泉镇', `${second}${third}`, '下码头', `${third}${first}`, '上码头', '上码头的船先停，等水退到石阶下面再开。', ...below.slice(0, 1)]), ['1 - 老渡口', '1 - 温泉镇', '1 - 下码头', '1 - 上码头']);
  assert.deepEqual(headsOf([...above.slice(2), '旧船怎么办好', first, '往后谁来看水', second, '平安', third, ...below.slice(0, 1)]), ['1 - 旧船怎么办好', '1 - 往后谁来看水', '1 - 平安']);
});
