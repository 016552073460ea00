import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addList, addToCandidates, decodeList, PostingsWriter } from '../../../src/core/passages/postings.ts';
import { impacts, lengthCode, lengthOfCode } from '../../../src/core/passages/ranking.ts';

const paragraphsInSegment = 3000;
const lists = fc
  .uniqueArray(fc.integer({ min: 0, max: paragraphsInSegment - 1 }), { minLength: 1, maxLength: 900 })
  .map((paragraphs) => Uint32Array.from(paragraphs.sort((left, right) => left - right)))
  .chain((paragraphs) =>
    fc
      .array(fc.integer({ min: 1, max: 15 }), { minLength: paragraphs.length, maxLength: paragraphs.length })
      .map((frequencies) => ({ paragraphs, frequencies: Uint8Array.from(frequencies) })),
  );
const lengths = Uint8Array.from({ length: paragraphsInSegment }, (_, index) => (index * 7) % 256);

test('a list reads back as it was written', () => {
  fc.assert(
    fc.property(lists, ({ paragraphs, frequencies }) => {
      const { bytes } = new PostingsWriter().write({ paragraphs, frequencies, lengths });
      const read = decodeList({ count: paragraphs.length, bytes: bytes.slice() });
      assert.deepEqual(read, { paragraphs, frequencies });
    }),
    { numRuns: 60 },
  );
});

test('no paragraph has a greater impact than the bound of its list', () => {
  fc.assert(
    fc.property(lists, ({ paragraphs, frequencies }) => {
      const { bound } = new PostingsWriter().write({ paragraphs, frequencies, lengths });
      paragraphs.forEach((paragraph, index) => {
        const impact = impacts[((frequencies[index] ?? 0) << 8) | (lengths[paragraph] ?? 0)] ?? 0;
        assert.ok(impact <= (bound / 255) * 1.9 + 1e-6);
      });
    }),
    { numRuns: 30 },
  );
});

test('known candidates get from a list exactly what reading all of it gives', () => {
  const chosen = fc.uniqueArray(fc.integer({ min: 0, max: paragraphsInSegment - 1 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(lists, chosen, ({ paragraphs, frequencies }, wanted) => {
      const { bytes } = new PostingsWriter().write({ paragraphs, frequencies, lengths });
      const list = { count: paragraphs.length, bytes: bytes.slice(), weight: 2.5 };
      const whole = new Float32Array(paragraphsInSegment);
      addList(list, { lengths, accept: null, scores: whole });
      assert.equal(whole.reduce((count, score) => count + (score > 0 ? 1 : 0), 0), paragraphs.length);
      const candidates = Uint32Array.from(wanted).sort();
      const scores = new Float32Array(paragraphsInSegment);
      addToCandidates(list, { lengths, accept: null, scores }, candidates);
      for (const candidate of candidates) assert.equal(scores[candidate], whole[candidate]);
      assert.equal(scores.reduce((count, score) => count + (score > 0 ? 1 : 0), 0), candidates.filter((each) => paragraphs.includes(each)).length);
    }),
    { numRuns: 60 },
  );
});

test('lengths are exact up to 127 terms and near above', () => {
  for (const length of [0, 1, 60, 127]) assert.equal(lengthOfCode(lengthCode(length)), length);
  for (const length of [128, 300, 900]) assert.ok(Math.abs(lengthOfCode(lengthCode(length)) - length) <= 4);
  assert.equal(lengthCode(100_000), 255);
});
