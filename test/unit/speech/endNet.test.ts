import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EndScorer } from '../../../src/core/speech/endNet.ts';
import { endNet } from '../../../src/core/speech/endNetTable.ts';

const scorer = new EndScorer(endNet);

/** `|` marks where the head ends; every other place must be less likely than that. */
const heads = [
  '把欠账看清楚，增强抓冬修的紧迫感|今年七月那场大雨，冲垮了三条支渠。',
  '加强领导，压实防汛工作的责任|各乡镇要把人员排到班、排到夜，一刻也不能断。',
];

for (const marked of heads) {
  test(`the network tells where a head ends without a mark: ${marked.slice(0, 12)}…`, () => {
    const end = marked.indexOf('|');
    const text = marked.replace('|', '');
    const places = Array.from({ length: end + 8 }, (_, index) => index + 4).filter((place) => !/[，。]/u.test(text.slice(place - 1, place + 1)));
    const scores = scorer.scores(text, places);
    assert.equal(places[scores.indexOf(Math.max(...scores))], end);
  });
}

test('a place is told alike whatever stands far behind it', () => {
  const text = '把任务排明白，集中力量打几场硬仗今年冬修的任务比往年重，人手却比往年少，时间又比往年紧，哪一段渠道都拖不得，';
  const [alone] = scorer.scores(text, [16]);
  const [among] = scorer.scores(`${text}${'人手却比往年少。'.repeat(6)}`, [16, 44]);
  assert.ok(Math.abs((alone ?? 0) - (among ?? 9)) < 1e-4);
  assert.deepEqual(scorer.scores(text, []), []);
});
