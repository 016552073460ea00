import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankCandidates } from '../../../src/core/formulations/complete.ts';
import { minedEntry } from '../../../src/core/formulations/compileLexicon.ts';
import { Lexicon } from '../../../src/core/formulations/lexicon.ts';
import { formulationLookup } from '../../../src/core/formulations/lookup.ts';
import { opensList, standardOpening } from '../../../src/core/formulations/opening.ts';
import { suretyOf, suretyWeights } from '../../../src/core/formulations/surety.ts';
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
    [false, true, false, false, true, false, true, true, false],
  );
  assert.equal(opens('增强“四个意识”', { ...standardOpening, chains: false, characters: 9 }), false);
  assert.equal(opens('增强', { ...standardOpening, characters: 2 }), true);
});

test('mined wording opens the list early where it is likely, later where it is not', () => {
  const library = new Lexicon();
  const left = { '。': 0.5, '，': 0.3, 指出: 0.1, '出,': 0.5 };
  library.add([
    minedEntry({ text: '擦亮特色品牌', documents: 400, left, begun: [0.8, 0.9, 1] }),
    // Most often something else goes on from the same beginning.
    minedEntry({ text: '守牢安全底板', documents: 40, left: { '，': 0.5 }, begun: [0.05, 0.1, 0.6] }),
    minedEntry({ text: '唱响丰收歌谣', documents: 40, left: { '，': 0.5 }, begun: [0.8, 0.9, 1] }),
    ...[...'甲乙丙丁戊己庚辛壬癸'].map((unit) => minedEntry({ text: `把稳方向${unit}盘不动摇`, documents: 3, left: { _: 1 }, begun: [0.02, 0.02, 0.6, 0.9] })),
  ]);
  const openAt = (lead: string, wording: string) => [2, 3, 4, 5].find((typed) => rankCandidates(library, { before: lead + wording.slice(0, typed) }).some((candidate) => opensList(candidate, standardOpening)));
  assert.equal(openAt('会议指出，', '擦亮特色品牌'), 3);
  assert.equal(openAt('会议指出，', '守牢安全底板'), 5);
  assert.equal(openAt('会议指出，', '唱响丰收歌谣'), 3);
  assert.equal(openAt('大家都要', '把稳方向甲盘'), 5);
  const [first, , , fourth] = rankCandidates(library, { before: '大家都要把稳方' });
  assert.ok(first && fourth && first.likelihood > 0 && first.likelihood < 0.4 && fourth.likelihood === 0);
});

test('each weight of surety moves it', () => {
  const library = new Lexicon();
  library.add([
    minedEntry({ text: '擦亮特色品牌', documents: 40, left: { '，': 0.5, '出,': 0.5 }, begun: [0.3, 0.4, 1] }),
    ...['产', '文', '生', '工'].map((unit) => minedEntry({ text: `擦亮特色${unit}业`, documents: 20 })),
  ]);
  const lists = ['会议指出，擦亮特', '大家擦亮特', '会议指出，擦亮特色产'].map((before) => rankCandidates(library, { before }));
  for (const name of Object.keys(suretyWeights) as (keyof typeof suretyWeights)[]) {
    assert.ok(lists.some((list) => Math.abs(suretyOf(list, { ...suretyWeights, [name]: 0 }) - suretyOf(list)) > 0.001), name);
  }
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
