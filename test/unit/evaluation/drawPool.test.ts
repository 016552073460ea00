import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetPhrases } from '../../../src/core/passages/setPhrases.ts';
import type { TextParagraph } from '../../../scripts/texts/textFolder.ts';
import { paragraphHash } from '../../../scripts/texts/textFolder.ts';
import { drawPool, drawQueries, formulationSource, isLaden, sharesFormulations } from '../../../scripts/eval/similar/drawPool.ts';

const filler = '本段用来凑够字数，讲的都是寻常小事，谁家的门前有一棵树，谁家的院里有一口井，都写在这里，一件一件慢慢地说，说到天黑也说不完，明天接着再说。';
const paragraph = (file: string, text: string, line = 1): TextParagraph => ({ file, line, text });

test('queries: of each file the one with the smallest hash that is no query yet and stands nowhere else', () => {
  const texts = ['甲', '乙', '丙', '丁'].map((first) => first + filler);
  const paragraphs = texts.map((text, index) => paragraph(`gov-200${index % 2}.txt`, text, index));
  const byHash = (indices: readonly number[]): number =>
    [...indices].sort((left, right) => (paragraphHash(texts[left] ?? '') < paragraphHash(texts[right] ?? '') ? -1 : 1))[0] ?? -1;
  const drawn = drawQueries(paragraphs, new Set(), 10);
  assert.deepEqual(new Set(drawn.map(({ line }) => line)), new Set([byHash([0, 2]), byHash([1, 3])]));
  const others = drawQueries(paragraphs, new Set(drawn.map(({ text }) => paragraphHash(text))), 10);
  assert.equal(others.length, 2);
  assert.ok(others.every((each) => !drawn.includes(each)));
  assert.deepEqual(drawQueries([...paragraphs, ...paragraphs.map((each) => ({ ...each, file: 'copy.txt' }))], new Set(), 10), []);
  assert.deepEqual(drawQueries([paragraph('gov-2000.txt', '太短的段落。')], new Set(), 10), []);
});

test('pool: no paragraph of the own file, none that is copied, none twice, and the order is not that of the source', () => {
  const query = paragraph('gov-2001.txt', filler);
  const found = Array.from({ length: 12 }, (_, index) => paragraph(`gov-19${70 + index}.txt`, `第${index}件${'子丑寅卯辰巳午未申酉戌亥'.slice(index)}各不相同`));
  const ranked = [paragraph('gov-2001.txt', '同一个文件里的另一段'), paragraph('gov-1999.txt', `${filler}只多一句。`), ...found, ...found];
  const { candidates } = drawPool(query, [() => ranked]);
  assert.deepEqual(new Set(candidates), new Set(found));
  assert.notDeepEqual(candidates, found);
  assert.deepEqual(drawPool(query, [() => ranked]).candidates, candidates);
});

test('pool: a part of it must be years away', () => {
  const near = Array.from({ length: 40 }, (_, index) => paragraph(`gov-200${index % 8}.txt`, `近${index}${'甲乙丙丁戊己庚辛'.slice(index % 8)}`, index));
  const far = Array.from({ length: 20 }, (_, index) => paragraph(`gov-19${60 + index}.txt`, `远${index}${'子丑寅卯辰巳午未'.slice(index % 8)}`, index));
  const { candidates } = drawPool(paragraph('gov-2009.txt', filler), [() => [...near, ...far]]);
  assert.equal(candidates.filter((each) => far.includes(each)).length, 8);
});

test('formulations: what is full of them, and what shares enough to be a twin', () => {
  const phrases = new SetPhrases(['坚持稳中求进工作总基调', '贯彻新发展理念', '改革开放']);
  const laden = '坚持稳中求进工作总基调，贯彻新发展理念，抓好春耕。';
  assert.ok(isLaden(laden, phrases));
  assert.ok(!isLaden(filler, phrases));
  const twin = paragraph('a.txt', '修路也要坚持稳中求进工作总基调。');
  assert.ok(sharesFormulations(laden, twin.text, phrases));
  assert.ok(!sharesFormulations('改革开放以来', '改革开放之初', phrases));
  const source = formulationSource([paragraph('b.txt', filler), twin, paragraph('own.txt', laden)], phrases);
  assert.deepEqual(source(paragraph('own.txt', laden)), [twin]);
});
