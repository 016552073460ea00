import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unifyCharacters } from '../../../src/core/text/sameCharacters.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';

test('signs of radicals and compatibility forms become the usual characters, place for place', () => {
  assert.equal(unifyCharacters('⼀⼈⼀⼾，⻔⻋⻅⻓⻚⻛⻰⻬⺠；ⅲ ①（一）㎡'), '一人一户，门车见长页风龙齐民；ⅲ ①（一）㎡');
  assert.equal(unifyCharacters('\uf98e\ufa02⺮𠀀'), '年拓⺮𠀀');
  const plain = '一个字也不改';
  assert.equal(unifyCharacters(plain), plain);
});

test('text that was copied from such a PDF into any file is read as it looks', async () => {
  const { outline, lineOf } = await readDocument(Buffer.from('在修路会上的讲话\n同志们：\n今天讲两点。\n⼀、先修东路\n东路⼀到⾬天就⾛不成。\n⼆、再修⻄路\n⻄路明年开春动⼯。\n'), '路.txt');
  const sections = outline.articles[0]?.sections ?? [];
  assert.deepEqual(sections.map(({ ordinal, heading }) => [ordinal, heading]), [['一、', '先修东路'], ['二、', '再修西路']]);
  assert.equal(lineOf(sections[1]?.span.start ?? 0), 6);
});
