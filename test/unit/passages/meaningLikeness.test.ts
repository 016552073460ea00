import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fewestCompared, MeaningLikeness, mostCompared } from '../../../src/core/passages/meaningLikeness.ts';
import { meaningWeight, rerankWeights } from '../../../src/core/passages/rerank.ts';
import { PassageLibrary } from '../../../src/core/passages/passageLibrary.ts';
import { SetPhrases } from '../../../src/core/passages/setPhrases.ts';
import { quantised, spanOf, WordMeanings } from '../../../src/core/text/wordMeanings.ts';
import { pairSegmenter, segmentOf, shelve } from './fixture.ts';

/** Three topics and a register; terms of one topic are near each other. */
const rows: Readonly<Record<string, readonly number[]>> = {
  脱贫: [1, 0.1, 0, 0],
  贫困: [1, -0.1, 0, 0],
  科普: [0, 1, 0.1, 0],
  馆藏: [0, 1, -0.1, 0],
  道路: [-0.1, 0, 1, 0],
  桥梁: [0.1, 0, 1, 0],
  故事: [0, 0, 0, 0.6],
};
const meanings = new WordMeanings({ terms: Object.keys(rows), silent: 0, dims: 4, vectors: quantised(Float32Array.from(Object.values(rows).flat())) });

function likenessesOf(draft: string, passages: readonly string[]): number[] {
  const likeness = new MeaningLikeness(meanings, spanOf(draft), () => 1);
  for (const passage of passages) likeness.add(spanOf(passage));
  return [...likeness.likenesses()];
}

const topics = ['脱贫', '贫困', '科普', '馆藏', '道路', '桥梁'];
/** Each topic as a report and as a story: the register is what tells passages apart most. */
const passages = Array.from({ length: 36 }, (_, index) => `${topics[index % 6] ?? ''}${index % 12 < 6 ? '' : '故事'}`);

test('other words for the same are like, other topics are not, whatever the register', () => {
  const found = likenessesOf('脱贫故事', passages);
  const mean = (topic: string): number => {
    const own = found.filter((_, index) => passages[index]?.startsWith(topic));
    return own.reduce((sum, each) => sum + each, 0) / own.length;
  };
  assert.ok(mean('贫困') > mean('科普') + 0.5, `${mean('贫困')} ${mean('科普')}`);
  assert.ok(mean('贫困') > mean('桥梁') + 0.5);
  // A report on the topic is nearer than a story on another.
  assert.ok((found[1] ?? 0) > (found[8] ?? 0));
});

test('too few candidates tell nothing, and texts without a known term are like nothing', () => {
  assert.deepEqual(new Set(likenessesOf('脱贫', passages.slice(0, fewestCompared - 1))), new Set([0]));
  const found = likenessesOf('无', passages);
  assert.ok(found.every((each) => Number.isFinite(each)));
  assert.ok(likenessesOf('脱贫', Array.from({ length: 40 }, () => '同样')).every((each) => each === 0));
  assert.deepEqual(likenessesOf('脱贫', []), []);
});

test('as many candidates as are compared are told apart', () => {
  const found = likenessesOf('脱贫', Array.from({ length: mostCompared }, (_, index) => passages[index % 36] ?? ''));
  assert.equal(found.length, mostCompared);
  assert.ok(Math.abs((found[1] ?? 0) - (found[37] ?? 1)) < 1e-4);
});

test('the weight of meaning grows with the length of the draft', () => {
  assert.equal(meaningWeight({ letters: 400 }), rerankWeights.meaning);
  assert.equal(meaningWeight({ letters: 42.5 }), rerankWeights.meaning / 2);
  assert.equal(meaningWeight({ letters: 20 }), 0);
});

test('passages with the same words come in the order of their meaning; the table is loaded once, by the first whole draft', () => {
  const filler = (index: number): string => `会议，${['科普', '馆藏', '故事'][index % 3] ?? ''}，安排${String(index)}号。`;
  const said = (topic: string): string => `会议，${topic}，安排工作的事情，大家都在办。`;
  const speeches = [{ file: '甲', paragraphs: [...Array.from({ length: 30 }, (_, index) => filler(index)), said('桥梁'), said('贫困')] }];
  const draft = (topic: string): string => `会议，${topic}，安排。${'好'.repeat(60)}`;
  let loaded = 0;
  const found = (table: WordMeanings | null, topic: string): string[] => {
    loaded = 0;
    const library = new PassageLibrary(pairSegmenter, new SetPhrases([]), () => {
      loaded += 1;
      return table;
    });
    library.setShelves([shelve(segmentOf(speeches))]);
    library.similar({ text: '会议，安排', limit: 2 });
    assert.equal(loaded, 0);
    library.similar({ text: draft(topic), limit: 2 });
    const texts = library.similar({ text: draft(topic), limit: 40 }).map(({ text }) => text);
    assert.equal(loaded, 1);
    return texts.filter((text) => text.includes('大家'));
  };
  assert.deepEqual(found(null, '道路'), found(null, '脱贫'));
  assert.deepEqual(found(meanings, '道路'), [said('桥梁'), said('贫困')]);
  assert.deepEqual(found(meanings, '脱贫'), [said('贫困'), said('桥梁')]);
});
