import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ExpressionMiner, mineExpressions } from '../../../src/core/formulations/mining.ts';
import type { MiningOptions } from '../../../src/core/formulations/mining.ts';

/** Mines texts, each a document of its own. */
function mined(texts: readonly string[], options: MiningOptions = {}): string[] {
  const paragraphs = texts.map((text, document) => ({ text, document, place: `第${String(document)}篇` }));
  return mineExpressions(() => paragraphs, { characters: 100_000, ...options }).map(({ text }) => text);
}

const shared = '推动科技创新和产业创新深度融合';
const documents = [
  `会议要求${shared}，加快转型。`,
  `各地大力${shared}；形成新优势。`,
  `我们要${shared}。`,
  `坚持${shared}、培育产业。`,
];

test('wording that several documents share is found whole, with one place where it stands', () => {
  const paragraphs = documents.map((text, document) => ({ text, document, place: document }));
  const found = mineExpressions(() => paragraphs, { characters: 100_000 });
  assert.equal(found[0]?.text, shared);
  assert.equal(found[0].documents, 4);
  assert.equal(found[0].example, 0);
});

test('a mere part of something longer is left out', () => {
  const found = mined(documents);
  for (const part of ['科技创新和产业创新', '推动科技创新和产业创', '深度融合']) assert.ok(!found.includes(part), part);
});

test('repeating in one document is not enough', () => {
  assert.deepEqual(mined([`${documents.join('')}`, '另外一篇没有相同的话。', '还有一篇。']), []);
});

test('nothing crosses the end of a sentence, or splits a quote', () => {
  const texts = ['甲地召开会议部署。扎实推进工作“两个先行”干', '乙地召开会议部署。扎实推进工作“两个先行”好', '丙县召开会议部署。扎实推进工作“两个先行”了'];
  for (const text of mined(texts)) {
    assert.ok(!text.includes('。'), text);
    assert.equal(text.split('“').length, text.split('”').length, text);
  }
});

test('every expression stands in as many documents as it says', () => {
  const letters = fc.constantFrom(...'推动创新发展，。“”');
  const text = fc.array(letters, { maxLength: 40 }).map((units) => units.join(''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
      const paragraphs = texts.map((content, document) => ({ text: content, document, place: null }));
      for (const { text: expression, documents: count } of mineExpressions(() => paragraphs, { characters: 1000, documents: 2 })) {
        assert.ok(count >= 2);
        assert.equal(texts.filter((content) => content.includes(expression)).length >= count, true, expression);
      }
    }),
  );
});

test('results come only after all passes', () => {
  assert.throws(() => new ExpressionMiner().expressions(), RangeError);
});
