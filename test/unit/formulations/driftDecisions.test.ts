import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { driftReport } from '../../../scripts/attest/driftReport.ts';
import { bundledFormulations, corpus } from '../../../scripts/attest/lexiconFiles.ts';

interface Decision {
  readonly from: string;
  readonly to: string;
  readonly decision: 'superseded' | 'coexist' | 'calendar' | 'grammar' | 'different';
  readonly since?: string;
  readonly why: string;
}

const decisions = JSON.parse(readFileSync(join(corpus, 'drift.json'), 'utf8')) as readonly Decision[];
const byText = new Map(bundledFormulations().map((formulation) => [formulation.text, formulation]));

test('each pair is decided once, in one direction, with a reason', () => {
  const pairs = decisions.map(({ from, to }) => [from, to].sort().join('｜'));
  assert.equal(new Set(pairs).size, pairs.length);
  assert.deepEqual(decisions.filter(({ why }) => why.length < 3), []);
});

test('a pair decided as superseded stands so in the lexicon, with the same date', () => {
  for (const { from, to, decision, since } of decisions) {
    if (decision !== 'superseded') continue;
    assert.deepEqual(byText.get(from)?.status, { supersededBy: byText.get(to)?.id, since }, from);
  }
});

test('every superseded wording was decided here, or says why in its own note', () => {
  const decided = new Set(decisions.filter(({ decision }) => decision === 'superseded').map(({ from }) => from));
  const undecided = [...byText.values()].filter(
    ({ status, text, note }) =>
      typeof status === 'object' && 'supersededBy' in status && note === undefined && !decided.has(text),
  );
  assert.deepEqual(undecided.map(({ text }) => text), []);
});

test('the report finds a change of punctuation inside clauses, and says what was decided', () => {
  const text = (wording: string): string => `要坚定不移${wording}的要求，做好各项工作。`;
  const older = '完整、准确、全面贯彻新发展理念';
  const newer = '完整准确全面贯彻新发展理念';
  const formulation = byText.get(newer);
  assert.ok(formulation);
  const texts = [
    ...Array.from({ length: 6 }, () => ({ day: '2023-03-01', text: text(older) })),
    ...Array.from({ length: 6 }, () => ({ day: '2025-03-01', text: text(newer) })),
  ];
  const known = { formulations: [formulation], decided: [{ from: older, to: newer }] };
  const line = driftReport(texts, known).split('\n').find((row) => row.includes(`${older}\t${newer}`));
  assert.equal(line, `标点\t${older}\t${newer}\t2025-1\t0%→100%\t23-1:6\t25-1:6\t已定`);
});
