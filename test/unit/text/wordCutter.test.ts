import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WordCutter } from '../../../src/core/text/wordCutter.ts';

const impossible = '-3.14e100';
/** 榫 begins a word and 卯 ends one. */
const model = [
  '#prob_start',
  `-0.7 ${impossible} ${impossible} -0.7`,
  '#prob_trans',
  `${impossible} -0.5 -0.9 ${impossible}`,
  `-0.6 ${impossible} ${impossible} -0.8`,
  `${impossible} -0.3 -1.3 ${impossible}`,
  `-0.7 ${impossible} ${impossible} -0.7`,
  '#B', '榫:-1,甲:-9',
  '#E', '卯:-1,乙:-9',
  '#M', '丙:-9',
  '#S', '榫:-5,卯:-5,的:-1,了:-1',
].join('\n');

const dictionary = ['的 500 u', '了 300 u', '科学 60 n', '学技 2 n', '技术 50 n', '科学技术 4 n', '研究 40 v', '研究生 5 n', '生命 40 n', '命 9 n', '甲 7 m', '乙 7 m', '甲乙 3 m', '乙丙 3 m', '丙 7 m'].join('\n');
const cutter = new WordCutter({ dictionary: `${dictionary}\n`, terms: '新词儿\n号\n', model });

function cut(text: string): string[] | null {
  const into = new Uint32Array(text.length + 3);
  const end = cutter.cut(text, into, 3);
  if (end < 0) return null;
  let start = 0;
  return [...into.subarray(3, end)].map((length) => text.slice(start, (start += length)));
}

for (const [text, pieces, why] of [
  ['研究生命', ['研究', '生命'], 'the likeliest row of words, not the longest word first'],
  ['研究生的', ['研究生', '的'], 'a longer word where nothing speaks against it'],
  ['科学技术', ['科学技术'], 'one rare word is likelier than two'],
  ['甲乙丙', ['甲', '乙丙'], 'of two rows that are as likely the one that begins shorter'],
  ['新词儿的', ['新词儿', '的'], 'words of our own'],
  ['榫卯的', ['榫卯', '的'], 'the model finds words that stand in no list'],
  ['卯榫', ['卯', '榫'], 'and keeps apart what begins none'],
  ['榫号卯', ['榫', '号', '卯'], 'a character of our own stays a word and parts what stands around it'],
  ['榫，卯', ['榫', '，', '卯'], 'no word reaches across a comma'],
  ['GDP2025 5.2%Ab', ['GDP2025', ' ', '5.2', '%', 'Ab'], 'letters and digits by rule'],
  ['', [], 'no text'],
] as const) {
  test(`${text} → ${pieces.join('|')}: ${why}`, () => {
    assert.deepEqual(cut(text), pieces);
  });
}

test('text outside the basic plane and a NUL are left to the library', () => {
  for (const text of ['𠮷野家', 'a\u0000b', '半\ud800个']) assert.equal(cut(text), null);
});

test('damaged files are told', () => {
  for (const files of [
    { dictionary: '', terms: '', model },
    { dictionary: '科普\n', terms: '', model },
    { dictionary: '科普 x n\n', terms: '', model },
    { dictionary, terms: '', model: model.slice(0, 60) },
  ]) assert.throws(() => new WordCutter(files), RangeError);
});
