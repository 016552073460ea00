import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chunkSize, decodeList, ListCursor, PostingsWriter } from '../../../src/core/passages/postings.ts';
import { gains, impacts, lengthCode, lengthOfCode } from '../../../src/core/passages/ranking.ts';

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

test('a list adds its weight to each of its paragraphs, as often as the term counts there', () => {
  fc.assert(
    fc.property(lists, ({ paragraphs, frequencies }) => {
      const { bytes } = new PostingsWriter().write({ paragraphs, frequencies, lengths });
      const places = new Map([...paragraphs].map((paragraph, index) => [paragraph, index]));
      const cursor = new ListCursor({ count: paragraphs.length, bytes: bytes.slice() }, 1_000_000);
      const seen: number[] = [];
      for (let start = 0; start < paragraphsInSegment; start += chunkSize) {
        const sums = new Int32Array(chunkSize);
        cursor.add(sums, lengths, start);
        sums.forEach((sum, place) => {
          if (sum === 0) return;
          const code = lengths[start + place] ?? 0;
          const frequency = frequencies[places.get(start + place) ?? -1] ?? 0;
          const single = impacts[256 | code] ?? 0;
          assert.ok(Math.abs((sum / 1e6) * single - (impacts[(frequency << 8) | code] ?? 0)) < 1e-5);
          seen.push(start + place);
        });
      }
      assert.deepEqual(seen, [...paragraphs]);
    }),
    { numRuns: 40 },
  );
});

test('what a repeated term counts more grows with its frequency', () => {
  for (const code of [0, 60, 255]) for (let frequency = 2; frequency <= 15; frequency += 1) assert.ok((gains[(frequency << 8) | code] ?? 0) > (gains[((frequency - 1) << 8) | code] ?? 0));
});

test('damaged lists end, or are told by a RangeError', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 400 }), (bytes, count) => {
      const add = (): void => {
        const cursor = new ListCursor({ bytes, count });
        for (let start = 0; start < paragraphsInSegment; start += chunkSize) cursor.add(new Int32Array(chunkSize), lengths, start);
      };
      for (const read of [add, () => decodeList({ bytes, count })]) {
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
