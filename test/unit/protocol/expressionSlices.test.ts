import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MinedExpression } from '../../../src/protocol/engine.ts';
import { expressionSlices, readExpressions } from '../../../src/protocol/expressionSlices.ts';

test('expressions arrive as they were sent, in slices that are read at once', () => {
  const expressions = Array.from({ length: 101 }, (_, index): MinedExpression => ({
    text: `修好引水渡槽“${String(index)}”`,
    documents: 3,
    left: { '，': 0.5 },
    lately: 0.2,
    begun: [0.5, 0.8],
    example: { file: '讲话.md', title: '', line: null },
  }));
  const slices = expressionSlices(expressions);
  assert.ok(slices.length > 1 && slices.every((slice) => readExpressions(slice).length <= 40));
  assert.deepEqual(slices.flatMap(readExpressions), expressions);
  assert.deepEqual(expressionSlices([]), []);
});
