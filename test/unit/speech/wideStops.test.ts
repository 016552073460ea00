import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { widenStops } from '../../../src/core/speech/wideStops.ts';

const text = [
  '在全县粮库管理工作会上的讲话',
  '同志们:',
  '今天把各库的主任请来,是要把秋粮入库之前该办的事一件一件说清楚.',
  '一.把仓底扫干净',
  '(一)先看地面. 地面上的陈粮要一粒不剩,湿的地方用石灰吸一遍,干透了才许进粮. 谁家图省事,谁家返工.',
  '(二)再看屋顶. 下雨天去看,漏一处补一处,补完了泼水再试. 去年六号库漏过一回,坏了两千多斤.',
  '二.把秤校准',
  '登记要清. 一车一单,过秤的人和送粮的人都签名,当天的单子当天入账.',
  '扣水要明. 水分多少,仪器说了算,不许凭手感估,更不许看人下菜.',
  '粮库的网址是 liangku.example.cn,库容1.5万吨,有事打电话也行.',
].join('\n');

function headsOf(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...headsOf(section.sections)]);
}

test('where sentences end with half-width stops heads end there, and the text stays as it was written', () => {
  const { outline, text: clean } = parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt');
  const sections = outline.articles[0]?.sections ?? [];
  assert.deepEqual(headsOf(sections), ['1 一. 把仓底扫干净', '2 (一) 先看地面', '2 (二) 再看屋顶', '1 二. 把秤校准', '2 - 登记要清', '2 - 扣水要明']);
  assert.ok(!clean.includes('。'));
  const [paragraph] = sections[0]?.sections[0]?.paragraphs ?? [];
  assert.ok(paragraph !== undefined);
  assert.ok(paragraph.text.endsWith('谁家返工.'));
  assert.equal(clean.slice(paragraph.span.start, paragraph.span.end), paragraph.text);
});

test('a stop that counts, in an address or in a number is none, and a text with wide stops is read as it is', () => {
  const wide = widenStops(text);
  assert.equal(wide.length, text.length);
  for (const kept of ['一.把', '二.把', 'liangku.example.cn', '1.5万']) assert.ok(wide.includes(kept), kept);
  assert.ok(wide.includes('先看地面。 地面'));
  const mostly = `${'这件事办完了。'.repeat(5)}那件事还没有.还有一件.再有一件.`;
  assert.equal(widenStops(mostly), mostly);
});
