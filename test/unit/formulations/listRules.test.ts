import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankCandidates } from '../../../src/core/formulations/complete.ts';
import { minedEntry } from '../../../src/core/formulations/compileLexicon.ts';
import { formulationLookup } from '../../../src/core/formulations/lookup.ts';
import { opensList, standardOpening } from '../../../src/core/formulations/opening.ts';
import { sureContinuation } from '../../../src/core/formulations/sureContinuation.ts';
import { halfLife, mostRemembered, readUsage, usesOn, withUse } from '../../../src/core/formulations/usage.ts';
import { lexiconOf } from './smallLexicon.ts';

const lexicon = lexiconOf();
lexicon.add([minedEntry({ text: '擦亮特色品牌', documents: 9 })]);

function opens(before: string, rule = standardOpening): boolean {
  return rankCandidates(lexicon, { before }).some((candidate) => opensList(candidate, rule));
}

test('the list opens on a real match only', () => {
  assert.deepEqual(
    ['增强', '增强四', '擦亮特', '擦亮特色', '增强“四个意识”、', 'zqs', 'zqsg', '打赢脱', '天气好'].map((before) => opens(before)),
    [false, true, false, true, true, false, true, true, false],
  );
  assert.equal(opens('增强“四个意识”', { ...standardOpening, chains: false, characters: 9 }), false);
  assert.equal(opens('增强', { ...standardOpening, characters: 2 }), true);
});

test('ghost text is for sure cases', () => {
  const sure = (before: string) => sureContinuation(rankCandidates(lexicon, { before }))?.edit.insert ?? null;
  assert.equal(sure('增强“四个意识”、'), '坚定“四个自信”');
  assert.equal(sure('推动高质'), '推动高质量发展');
  assert.equal(sure('推动高'), null);
  assert.equal(sure('天气好'), null);
});

test('uses fade, and the least used are forgotten first', () => {
  let record = withUse({}, '甲', 100);
  record = withUse(record, '甲', 100);
  assert.equal(usesOn(record, '甲', 100), 2);
  assert.equal(usesOn(record, '甲', 100 + halfLife), 1);
  assert.equal(usesOn(record, '乙', 100), 0);
  for (let index = 0; index < mostRemembered; index += 1) record = withUse(record, `第${String(index)}`, 101);
  assert.ok(Object.keys(record).length <= mostRemembered);
  assert.ok(usesOn(record, '甲', 101) > 1);
  assert.deepEqual(readUsage({ 甲: { count: 1, day: 2 }, 乙: 3, 丙: null }), { 甲: { count: 1, day: 2 } });
  assert.deepEqual(readUsage('坏了'), {});
});

test('look-up finds by words, short forms, initials and misspellings', () => {
  const lookup = formulationLookup(lexicon.entries);
  for (const query of ['四个意识', '增强意识', '增强四各意识', 'zqsgys', '意识 增强']) {
    assert.ok(lookup.find(query).some(({ text }) => text === '增强“四个意识”'), query);
  }
  assert.equal(lookup.find('二十大')[0]?.text, '中国共产党第二十次全国代表大会');
  assert.deepEqual(lookup.find(''), []);
});
