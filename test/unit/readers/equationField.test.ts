import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shownByCode } from '../../../src/engine/readers/equationField.ts';

const cases: readonly (readonly [code: string, shown: string])[] = [
  [' eq \\o\\ad(\\s\\up 9(shèn),慎)', '慎'],
  [' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(chuō lì),踔厉) ', '踔厉'],
  [' eq \\o\\ac(○,安)', '安'],
  [' eq \\o\\ac( □ , 密 )', '密'],
  [' eq \\o(\\s\\up 5(国务),\\s\\do 2(院))', '国务院'],
  [' eq \\o\\ad(\\s\\up 9(ān),\\o\\ac(○,安))', '安'],
  [' EQ \\f(三,五)', '三/五'],
  [' EQ \\x(急)', '急'],
  [' EQ m\\s\\up6(2)', 'm2'],
  [' EQ \\b\\lc\\{\\rc\\}(甲)', '甲'],
  [' EQ \\o(\\(一\\),(二，三))', '(一)(二，三)'],
  [' eq \\o\\ac(○,安', '安'],
  [' eq \\o', ''],
  [' HYPERLINK "安"', ''],
  [' EQUATION 安', ''],
  ['', ''],
];
for (const [code, shown] of cases) test(`what is shown by${code}`, () => assert.equal(shownByCode(code), shown));

test('an equation that nests without end is read in linear time', () => {
  const started = performance.now();
  const [depth, inner] = [100_000, `${' '.repeat(100_000)}安`];
  assert.equal(shownByCode(`eq ${'\\o('.repeat(depth)}${inner}${',)'.repeat(depth)}`), '安');
  assert.equal(shownByCode(`eq ${'('.repeat(depth)}${inner}`).length, 2 * depth + inner.length);
  assert.ok(performance.now() - started < 2_000);
});
