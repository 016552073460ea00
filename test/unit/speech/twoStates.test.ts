import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { oddsOf, tellStretches, type GluedScores } from '../../../src/core/speech/twoStates.ts';

const numbers = (count: number): fc.Arbitrary<Float64Array> => fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: count, maxLength: count }).map((values) => Float64Array.from(values));
const anyScores = fc.integer({ min: 1, max: 9 }).chain((count) => fc.record({ inside: numbers(count + 1), begins: numbers(count + 1), ends: numbers(count + 1) }));

/** Every way to part the text, a bit a character, and what it counts. */
function allWays({ inside, begins, ends }: GluedScores): { way: number; worth: number }[] {
  const count = inside.length - 1;
  return Array.from({ length: 1 << count }, (_, way) => {
    let worth = 0;
    for (let at = 0; at <= count; at += 1) {
      const [before, own] = [at > 0 && (way >> (at - 1)) % 2 === 1, at < count && (way >> at) % 2 === 1];
      if (own) worth += inside[at] ?? 0;
      if (own && !before) worth += begins[at] ?? 0;
      if (!own && before) worth += ends[at] ?? 0;
    }
    return { way, worth };
  });
}

test('the stretches told are the way to part a text that counts most', () => {
  fc.assert(fc.property(anyScores, (scores) => {
    const ways = allWays(scores);
    const best = Math.max(...ways.map(({ worth }) => worth));
    let told = 0;
    for (const { start, end } of tellStretches(scores)) for (let at = start; at < end; at += 1) told |= 1 << at;
    assert.ok(Math.abs((ways[told]?.worth ?? -Infinity) - best) < 1e-9);
  }));
});

test('the odds of a character are those of all ways that take it against all that leave it', () => {
  fc.assert(fc.property(anyScores, (scores) => {
    const ways = allWays(scores);
    oddsOf(scores).forEach((odds, at) => {
      const sum = (taken: number): number => ways.reduce((total, { way, worth }) => total + ((way >> at) % 2 === taken ? Math.exp(worth) : 0), 0);
      assert.ok(Math.abs(odds - Math.log(sum(1) / sum(0))) < 1e-6);
    });
  }));
});
