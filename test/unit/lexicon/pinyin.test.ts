import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { pinyinReading } from '../../../src/core/formulations/pinyinReading.ts';
import { lexiconOf } from '../../../scripts/lexicon/buildLexicon.ts';
import { syllablesOf } from '../../../scripts/lexicon/pinyin.ts';

const readings: readonly (readonly [string, string])[] = [
  ['供给', 'gong ji'],
  ['提供', 'ti gong'],
  ['协调', 'xie tiao'],
  ['强调', 'qiang diao'],
  ['率先', 'shuai xian'],
  ['效率', 'xiao lv'],
  ['重塑', 'chong su'],
  ['重要', 'zhong yao'],
  ['战略', 'zhan lue'],
  ['着力', 'zhuo li'],
  ['增长', 'zeng zhang'],
  ['长效', 'chang xiao'],
];

const lexicon = lexiconOf(fileURLToPath(new URL('../../../corpus', import.meta.url)));

test('polyphones are read as speeches mean them', () => {
  for (const [text, expected] of readings) assert.equal(syllablesOf(text).join(' '), expected, text);
});

test('wording that turns up at run time is read in the same way', () => {
  assert.ok(lexicon.pinyin);
  const read = pinyinReading(lexicon.pinyin);
  for (const [text, expected] of readings) assert.equal(read(text)?.join(' '), expected, text);
  assert.deepEqual(read('增强“四个意识”'), ['zeng', 'qiang', 'si', 'ge', 'yi', 'shi']);
  assert.equal(read('一𠮷'), null);
});

test('every bundled formulation has a syllable for each character of its key', () => {
  for (const { text, pinyin, origin } of lexicon.entries) {
    assert.ok(pinyin !== undefined && pinyin.split(' ').every((syllable) => /^[a-z0-9+%.&]+$/u.test(syllable)), `${origin} ${text}: ${String(pinyin)}`);
  }
});
