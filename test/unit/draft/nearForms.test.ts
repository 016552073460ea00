import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDraft } from '../../../src/core/draft/check.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import type { LexiconEntry } from '../../../src/core/formulations/lexiconEntry.ts';
import { syllablesOf } from '../../../scripts/lexicon/pinyin.ts';

const entry = (text: string, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  id: text,
  text,
  category: '政治建设',
  origin: 'curated',
  pinyin: syllablesOf(text).join(' '),
  ...more,
});

const lexicon = new Lexicon();
lexicon.reading = (text) => syllablesOf(text);
lexicon.add([
  entry('增强“四个意识”'),
  entry('坚定“四个自信”'),
  entry('做到“两个维护”'),
  entry('增强“四个意识”、坚定“四个自信”、做到“两个维护”'),
  entry('统筹推进“五位一体”总体布局'),
  entry('奋进新征程上'),
  entry('确保“十五五”开好局、起好步'),
  entry('《县域科普工作指导条例》'),
  entry('“三项守则”', { members: ['不迟到、不早退', '不推诿、不拖延', '不浮夸'] }),
]);

function found(text: string): string[] {
  return checkDraft(text, '', { lexicon }).map(({ code, line, column, endColumn }) => `${code}|${(text.split('\n')[line - 1] ?? '').slice(column - 1, endColumn - 1)}`);
}

test('a letter that sounds like the right one is told, with the marks around it', () => {
  assert.deepEqual(found('要增强“四个意思”，带好头。'), ['near-form|增强“四个意思”']);
  assert.deepEqual(found('落实“五位一体”总体部局的要求。'), ['near-form|“五位一体”总体部局']);
  const [finding] = checkDraft('落实统筹推进“五位一体”总体部局。', '', { lexicon });
  assert.equal(finding?.fixes[0]?.edits[0]?.newText, '统筹推进“五位一体”总体布局');
});

test('what only meets at an edge, another plan or a right form is none', () => {
  for (const text of ['要增强“四个意识”。', '奋进新征程三农先行。', '确保“十四五”开好局、起好步。', '增强“四个意识”、坚定“四个自信”、做到“两个维护”。']) {
    assert.deepEqual(found(text), [], text);
  }
});

test('a name that counts with another number, and a row out of order', () => {
  assert.deepEqual(found('要坚定“五个自信”。'), ['number-name|五']);
  assert.deepEqual(found('提出“三个步骤”和“两个抓手”。'), []);
  assert.deepEqual(found('坚定“四个自信”、增强“四个意识”、做到“两个维护”，是共同要求。'), ['members|坚定“四个自信”、增强“四个意识”、做到“两个维护”']);
});

test('members that hold marks themselves are looked for as a whole', () => {
  assert.deepEqual(found('“三项守则”即不迟到、不早退，不推诿、不拖延。'), ['members|不迟到、不早退，不推诿、不拖延']);
  assert.deepEqual(found('“三项守则”即不迟到、不早退，不推诿、不拖延，不浮夸。'), []);
});

test('a title one or two letters off is asked about, another law is not', () => {
  assert.deepEqual(found('学习《县域科普工作管理条例》。'), ['title|县域科普工作管理条例']);
  assert.deepEqual(found('学习《县域科普工作指导条例》和《中华人民共和国渔业法》。'), []);
});
