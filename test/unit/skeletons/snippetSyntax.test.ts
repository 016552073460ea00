import assert from 'node:assert/strict';
import test from 'node:test';
import { initialText, parseSnippet, tabStops } from '../../../src/core/skeletons/snippetSyntax.ts';

const inserted: readonly (readonly [body: string, text: string, stops: readonly number[]])[] = [
  ['${1:市名}科协，$1各学会：$0', '市名科协，市名各学会：', [1, 1, 0]],
  ['${1|同志们,各位委员、同志们|}：$0', '同志们：', [1, 0]],
  ['${1|甲\\,乙,丙\\|丁|}$0', '甲,乙', [1, 0]],
  ['${1:外${2:内}层}$2$0', '外内层内', [1, 2, 2, 0]],
  ['\\$ \\} \\\\$0', '$ } \\', [0]],
  ['${CURRENT_YEAR:本}年$0', '本年', [0]],
  ['', '', []],
];
for (const [body, text, stops] of inserted) {
  test(`reads ${JSON.stringify(body)}`, () => {
    const parsed = parseSnippet(body);
    assert.deepEqual(parsed.problems, []);
    assert.equal(initialText(parsed.nodes), text);
    assert.deepEqual(tabStops(parsed.nodes), stops);
  });
}

const broken: readonly (readonly [body: string, problem: RegExp])[] = [
  ['${1:市名', /没有以“}”结束/],
  ['${1|甲,乙}', /没有以“\|}”结束/],
  ['${1|只有一个|}', /少于两个/],
  ['${1|甲,,乙|}', /空的选项/],
  ['${1|甲,甲|}', /重复/],
  ['${1:}', /没有默认文字/],
  ['甲}乙', /没有对应/],
  ['五$钱', /字面的“\$”/],
  ['${NO_SUCH}', /不认识的变量/],
  ['甲\\乙', /转义/],
  ['${1/a/b/}', /没有以“}”结束/],
];
for (const [body, problem] of broken) {
  test(`reports ${JSON.stringify(body)}`, () => {
    assert.match(parseSnippet(body).problems.map((each) => each.message).join('\n'), problem);
  });
}
