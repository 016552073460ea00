import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findHeadEnds } from '../../../src/core/speech/headEnd.ts';
import { marksOf } from '../../../src/core/speech/headMarks.ts';
import { measureWords } from '../../../src/core/speech/headFeatures.ts';

/** `|` marks where each head ends. */
const series: readonly { name: string; heads: readonly string[] }[] = [
  {
    name: 'equal clauses',
    heads: [
      '提升组织动员力，打造一呼百应的工作队伍|队伍散了，再好的方案也落不了地。',
      '提升内容供给力，打造百看不厌的科普作品|现在群众手机里什么都有，讲得不好没有人听。',
      '提升平台传播力，打造四通八达的服务网络|没有渠道，再好的内容也到不了村口。',
      '提升基层覆盖力，打造触手可及的活动阵地|老百姓走十五分钟就能到的地方，才算得上阵地。',
    ],
  },
  {
    name: 'one frame, other lengths',
    heads: [
      '强化担当作为，在深化改革上求突破|当前，改革进入了啃硬骨头的阶段，绕是绕不过去的。',
      '强化协同配合，在重大项目建设上见实效|项目要一个一个地盯，问题要一件一件地解。',
      '强化作风保障，在服务基层上作表率|我们的干部要多到田间地头去，少在办公室里打电话。',
    ],
  },
  { name: 'heads with marks', heads: ['思想引领力|。要牢牢把握正确方向，把学习摆在前面。', '价值引领力|。要讲好身边人的故事，用事实打动人。', '方向引领力|。要找准服务大局的着力点。'] },
];
for (const { name, heads } of series) {
  test(`heads end where their series shows: ${name}`, () => {
    const texts = heads.map((head) => head.replace('|', ''));
    const open = texts.map((text) => ({ text, from: 0, limit: text.length }));
    const words = measureWords(texts);
    const ends = findHeadEnds(open, words, marksOf(open, words));
    assert.deepEqual(ends.map((end, index) => texts[index]?.slice(0, end?.end)), heads.map((head) => head.split('|')[0]));
  });
}
