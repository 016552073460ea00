import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addList, addToCandidates, chunkSize, decodeList, ListCursor, PostingsWriter } from '../../../src/core/passages/postings.ts';
import { impacts, lengthCode, lengthOfCode } from '../../../src/core/passages/ranking.ts';

/** Three chunks, of which the last is cut. */
const paragraphsInSegment = 150_000;
/** Crowded in some places, with whole chunks left out. */
const place = fc.oneof(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 65_000, max: 66_000 }), fc.integer({ min: 131_072, max: paragraphsInSegment - 1 }));
const lists = fc
  .oneof(fc.uniqueArray(place, { minLength: 1, maxLength: 40 }), fc.uniqueArray(place, { minLength: 1, maxLength: 900 }))
  .map((paragraphs) => Uint32Array.from(paragraphs.sort((left, right) => left - right)))
  .chain((paragraphs) =>
    fc
      .array(fc.oneof(fc.constant(1), fc.constant(1), fc.constant(2), fc.integer({ min: 1, max: 15 })), { minLength: paragraphs.length, maxLength: paragraphs.length })
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
  const chosen = fc.uniqueArray(place, { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(lists, chosen, ({ paragraphs, frequencies }, wanted) => {
      const { bytes } = new PostingsWriter().write({ paragraphs, frequencies, lengths });
      const list = { count: paragraphs.length, bytes: bytes.slice(), weight: 2.5 };
      const whole = new Float32Array(paragraphsInSegment);
      addList(list, { lengths, accept: null, scores: whole, start: 0 });
      assert.equal(whole.reduce((count, score) => count + (score > 0 ? 1 : 0), 0), paragraphs.length);
      const candidates = Uint32Array.from(wanted).sort();
      const scores = new Float32Array(paragraphsInSegment);
      addToCandidates(list, { lengths, accept: null, scores, start: 0 }, candidates);
      for (const candidate of candidates) assert.equal(scores[candidate], whole[candidate]);
      assert.equal(scores.reduce((count, score) => count + (score > 0 ? 1 : 0), 0), candidates.filter((each) => paragraphs.includes(each)).length);
    }),
    { numRuns: 60 },
  );
});

test('a chunk at a time gives what a whole list gives, without what may not be answered', () => {
  fc.assert(
    fc.property(lists, ({ paragraphs, frequencies }) => {
      const { bytes } = new PostingsWriter().write({ paragraphs, frequencies, lengths });
      const list = { count: paragraphs.length, bytes: bytes.slice(), weight: 1.5 };
      const accept = Uint8Array.from(lengths, (_, paragraph) => paragraph % 3 === 0 ? 0 : 1);
      const places = new Map([...paragraphs].map((paragraph, index) => [paragraph, index]));
      const cursor = new ListCursor(list);
      const seen: number[] = [];
      for (let start = 0; start < paragraphsInSegment; start += chunkSize) {
        const scores = new Float32Array(chunkSize);
        cursor.add({ lengths, accept, scores, start }, start);
        scores.forEach((score, place) => {
          if (score === 0) return;
          const index = places.get(start + place) ?? -1;
          const impact = impacts[((frequencies[index] ?? 0) << 8) | (lengths[start + place] ?? 0)] ?? 0;
          assert.ok(Math.abs(score - 1.5 * impact) < 1e-5);
          seen.push(start + place);
        });
      }
      assert.ok(cursor.done);
      assert.deepEqual(seen, [...paragraphs].filter((paragraph) => paragraph % 3 !== 0));
    }),
    { numRuns: 20 },
  );
});

test('damaged lists end, or are told by a RangeError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 400 }), (bytes, count) => {
      const view = { lengths, accept: null, scores: new Float32Array(paragraphsInSegment), start: 0 };
      for (const read of [
        () => addList({ bytes, count, weight: 1 }, view),
        () => addToCandidates({ bytes, count, weight: 1 }, view, Uint32Array.of(3, 70_000, 140_000)),
        () => decodeList({ bytes, count }),
      ]) {
        try {
          read();
        } catch (error) {
          assert.ok(error instanceof RangeError);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('lengths are exact up to 127 terms and near above', () => {
  for (const length of [0, 1, 60, 127]) assert.equal(lengthOfCode(lengthCode(length)), length);
  for (const length of [128, 300, 900]) assert.ok(Math.abs(lengthOfCode(lengthCode(length)) - length) <= 4);
  assert.equal(lengthCode(100_000), 255);
});
