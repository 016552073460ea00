import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headsOf, previewOf, readSkeletons } from '../../../src/core/skeletons/readSkeletons.ts';

const file = JSON.stringify({
  两个引领: {
    prefix: ['两个引领', 'lgyl'],
    description: '两条并列的小标题',
    body: ['## ${1|一,二|}、抓实${2:思想}引领', '', '## 二、抓实${3:价值}引领', '', '$0'],
  },
  座谈会: { prefix: 'zth', body: '# ${1:题目}\n\n${2:同志们}：$0', isFileTemplate: true },
  没有正文: { prefix: ['x'] },
});

test('a snippet file is read as skeletons', () => {
  const [section, speech, ...rest] = readSkeletons(file);
  assert.ok(section && speech && rest.length === 0);
  assert.deepEqual(
    { name: section.name, prefix: section.prefix, occasion: section.occasion, whole: section.wholeSpeech },
    { name: '两个引领', prefix: ['两个引领', 'lgyl'], occasion: null, whole: false },
  );
  assert.deepEqual({ occasion: speech.occasion, whole: speech.wholeSpeech }, { occasion: '座谈会', whole: true });
});

test('what will be inserted can be shown', () => {
  const [section, speech] = readSkeletons(file);
  assert.ok(section && speech);
  assert.equal(previewOf(speech), '# 题目\n\n同志们：');
  assert.deepEqual(headsOf(section), ['一、抓实思想引领', '二、抓实价值引领']);
});

test('a damaged file is an error, not an empty list', () => {
  assert.throws(() => readSkeletons('{"a":'), SyntaxError);
});
