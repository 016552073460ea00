import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideNeighbours, lineOdds } from '../../../src/core/speech/lineNet.ts';

const above = '要把渠道一段一段修通，哪一段漏水，哪一段就有人守着，守到水流过去为止。';
const below = '去年秋天，石桥村的老支书带着十几个人，用了二十天把塌下去的那一段重新砌了起来。';

const odds = (line: string): number => lineOdds(besideNeighbours(line, above, below));

test('a line that a page puts between two paragraphs is told from one that is the text’s own by its words alone', () => {
  const pages = ['点这里领取本周的备课资料包', '本栏目由读者来信选登，观点与本站无关', '往下滑动查看全部评论', '想看更多同类稿件的朋友请收藏此页'];
  const own = ['水通了，人心也就通了。', '这笔账，我们要替下一代人算清楚。', '一、把老渠修好', '修渠不是哪一个村的事，是全乡的事。'];
  for (const page of pages) for (const line of own) assert.ok(odds(page) > odds(line) + 1, `${page} ${String(odds(page))}, ${line} ${String(odds(line))}`);
});

test('only the beginning of a line and what stands right beside it are read', () => {
  const { text, start, end } = besideNeighbours('长'.repeat(500), '前'.repeat(500), '后'.repeat(500));
  assert.equal(text.length, 28 + 1 + 64 + 1 + 28);
  assert.equal(text.slice(start, end), '长'.repeat(64));
  assert.equal(besideNeighbours('独', '', '').text, '\n独\n');
});
