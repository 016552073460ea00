import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { matchKeyOf } from '../../../src/core/formulations/matchKey.ts';
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

/** Words with a character of several readings: wherever they stand in a bundled formulation, they are read so. */
const words = `
供给 gong ji|协调 xie tiao|强调 qiang diao|基调 ji diao|调研 diao yan|调查 diao cha|调节 tiao jie|率先 shuai xian|表率 biao shuai|效率 xiao lv|周期率 zhou qi lv
重塑 chong su|重构 chong gou|重要 zhong yao|重大 zhong da|重点 zhong dian|两重 liang zhong|尊重 zun zhong|行业 hang ye|履行 lv xing|践行 jian xing|行动 xing dong|行政 xing zheng
长征 chang zheng|长江 chang jiang|长效 chang xiao|长期 chang qi|增长 zeng zhang|成长 cheng zhang|省长 sheng zhang|市长 shi zhang|理事长 li shi zhang|秘书长 mi shu zhang
载体 zai ti|载人 zai ren|载物 zai wu|乐业 le ye|安居乐 an ju le|处理 chu li|处分 chu fen|计划 ji hua|规划 gui hua|联系 lian xi|体系 ti xi|关系 guan xi
着力 zhuo li|接着 jie zhe|为了 wei le|了解 liao jie|卡脖子 qia bo zi|好奇 hao qi|挑战 tiao zhan|挑大梁 tiao da liang|内卷 nei juan|当家作主 dang jia zuo zhu
兴文化 xing wen hua|振兴 zhen xing|应对 ying dui|没有 mei you|传统 chuan tong|传承 chuan cheng|西藏 xi zang|治藏 zhi zang|藏粮 cang liang|分子 fen zi|充分 chong fen
规模 gui mo|模范 mo fan|血脉 xue mai|血肉 xue rou|中国 zhong guo|空间 kong jian|会议 hui yi|大会 da hui|参与 can yu|参政 can zheng|紧密地 jin mi de|因地制宜 yin di zhi yi
只争朝夕 zhi zheng zhao xi|自省 zi xing|省部级 sheng bu ji|转型 zhuan xing|降碳 jiang tan|种业 zhong ye|石榴 shi liu|识变 shi bian|意识 yi shi|共识 gong shi|结合 jie he`
  .trim()
  .split(/[|\n]/u)
  .map((line) => line.split(/ (.*)/u));

const lexicon = lexiconOf(fileURLToPath(new URL('../../../corpus', import.meta.url)));

test('polyphones are read as speeches mean them', () => {
  for (const [text, expected] of readings) assert.equal(syllablesOf(text).join(' '), expected, text);
});

test('in every bundled formulation such a word is read as it is meant', () => {
  const wrong: string[] = [];
  for (const { text, pinyin = '' } of lexicon.entries) {
    const { key } = matchKeyOf(text);
    const read = pinyin.split(' ');
    for (const [word = '', expected = ''] of words) {
      for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) {
        const found = read.slice(at, at + word.length).join(' ');
        if (found !== expected) wrong.push(`${text}: ${word} ${found}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
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
