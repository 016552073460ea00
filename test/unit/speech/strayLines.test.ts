import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { findLineHeads } from '../../../src/core/speech/heads.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { splitLines } from '../../../src/core/speech/sourceText.ts';
import { withoutStrays } from '../../../src/core/speech/strayLines.ts';

function headsOf(lines: readonly string[]): string[] {
  const { outline } = parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, '讲话.txt', {});
  const walk = (sections: readonly Section[]): string[] => sections.flatMap(({ level, heading, sections: below }) => [`${String(level)} ${heading}`, ...walk(below)]);
  return outline.articles.flatMap(({ sections }) => walk(sections));
}

const opening = ['在全镇渡口管理会议上的讲话', '同志们：', '入汛以来，镇上四个渡口一天要过三千多人，有两回差一点出事。今天把船工和村里的负责人都请来，就是要把过渡的规矩立起来。'];
const bodies = [
  '渡船超载是老毛病，赶集的日子尤其厉害。船工多收几块钱，全船人的性命就悬在一根缆绳上，这笔账谁都要算清楚。',
  '救生衣不是摆设，船上有多少座就要有多少件。上个月抽查，十二条渡船里有五条把救生衣锁在舱里，钥匙还不在船上。',
  '雾大的日子停渡，是铁规矩。看不清对岸的旗杆就不能开船，谁催也不行，出了事没有人替你担。',
  '渡口的灯要修，台阶要防滑，候船的棚子要遮得住雨。这几样花不了多少钱，年底以前都要办好。',
];
const heads = ['一、把船上的人数管住', '二、把救生的家什备齐', '三、把停渡的规矩守牢', '四、把渡口的毛病治好'];

test('lines of a page among heads that count on are no heads, and do not stand in their way', () => {
  const lines = [...opening];
  const strays = ['钓友大赛报名延到周五，奖品有冰箱', '这张老照片你还认得出是哪里吗', '沿江饭馆新到鳜鱼，订座免费停车'];
  heads.forEach((head, index) => lines.push(...(index > 0 ? [strays[index - 1] ?? ''] : []), head, bodies[index] ?? ''));
  const blocks = splitLines({ text: lines.join('\n'), hints: [], layout: 'lines' });
  const found = findLineHeads(blocks, blocks.map(() => false));
  const ofBlock = (index: number): string => blocks[index]?.text ?? '';
  // All of them stand as heads do; what is left are those that count.
  assert.ok(strays.every((stray) => found.some(({ block }) => ofBlock(block) === stray)));
  assert.deepEqual(withoutStrays(blocks, found).map(({ block }) => ofBlock(block)).filter((line) => !/^在/u.test(line)), heads);
  assert.deepEqual(headsOf(lines), heads.map((head) => `1 ${head.slice(2)}`));
});

test('heads without numbers stay between heads with numbers where they are parallel, and so does the last of all', () => {
  const lines = [...opening, heads[0] ?? '', bodies[0] ?? '', heads[1] ?? '', '船上的人要会用救生衣', bodies[1] ?? '', '岸上的人要会抛救生圈', bodies[2] ?? '', heads[2] ?? '', bodies[3] ?? '', '让每一趟渡船都平安靠岸', `${bodies[2] ?? ''}${bodies[3] ?? ''}`, '同志们，渡口连着千家万户，守住了渡口，就守住了一镇人的平安。'];
  assert.deepEqual(headsOf(lines).map((head) => head.slice(2)), ['把船上的人数管住', '把救生的家什备齐', '船上的人要会用救生衣', '岸上的人要会抛救生圈', '把停渡的规矩守牢', '让每一趟渡船都平安靠岸']);
});

test('parts without numbers stay above numbers that count on from part to part', () => {
  const lines = [...opening, '渡船上的事：人要管住', ...heads.slice(0, 2).flatMap((head, index) => [head, bodies[index] ?? '']), '渡口上的事：毛病要治好', ...heads.slice(2).flatMap((head, index) => [head, bodies[index + 2] ?? ''])];
  assert.deepEqual(headsOf(lines).filter((head) => head.startsWith('1 ')), ['1 渡船上的事：人要管住', '1 渡口上的事：毛病要治好']);
});

test('a question with its answer on a line of its own is one head', () => {
  const asked = ['一、人从哪里上船？从扶手这边上', '二、船什么时候开？看对岸的旗', '三、雾天谁说了算？码头长说了算'];
  assert.deepEqual(headsOf([...opening, ...asked.flatMap((head, index) => [`　　${head}`, `　　${bodies[index] ?? ''}`])]), asked.map((head) => `1 ${head.slice(2)}`));
  // Where sentences stand behind it the question is the head.
  assert.equal(headsOf([...opening, ...asked.map((head, index) => `　　${head}。${bodies[index] ?? ''}`)])[0], '1 人从哪里上船？');
});
