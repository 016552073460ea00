import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Skeleton } from '../../../src/core/contracts.ts';
import { headingSkeletons, readHead } from '../../../src/core/skeletons/headingSkeletons.ts';
import { isNextSibling, siblingFrame } from '../../../src/core/skeletons/siblingFrame.ts';

const section: Skeleton = {
  name: '思想引领、价值引领、方向引领',
  prefix: ['思想引领', 'sxyl'],
  occasion: null,
  description: '',
  body: '## ${1|一,二|}、强化政治引领力\n\n### （一）抓实思想引领\n\n### （二）抓实价值引领\n',
  wholeSpeech: false,
};
const whole: Skeleton = { ...section, wholeSpeech: true };

test('a head is read with its level, number and text', () => {
  assert.deepEqual(readHead('## 一、思想引'), { level: 2, ordinal: '一、', text: '思想引' });
  assert.deepEqual(readHead('### （二）'), { level: 3, ordinal: '（二）', text: '' });
  assert.deepEqual(readHead('#### 1. 抓'), { level: 4, ordinal: '1.', text: '抓' });
  assert.equal(readHead('一、思想'), null);
});

test('a head that is being typed brings its skeleton, at its own level', () => {
  const found = (line: string) => {
    const head = readHead(line);
    assert.ok(head);
    return headingSkeletons([section, whole], head).map(({ body }) => body.split('\n')[0]);
  };
  for (const line of ['## 一、思想引', '## 价值引领', '## （一）抓实思', '## sxyl']) assert.equal(found(line).length, 1, line);
  assert.deepEqual(found('## 思'), []);
  assert.deepEqual(found('## 天气'), []);
  assert.deepEqual(found('### 思想引'), ['### ${1|一,二|}、强化政治引领力']);
});

test('a first parallel head gives its siblings their frame', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['强化思想引领，在学深悟透上下功夫', '强化${1:思想}引领，在${2:学深悟透}上下功夫$0'],
    ['聚焦产业创新需求，以专家服务团为抓手', '聚焦${1:产业创新需求}，以${2:专家服务团}为抓手$0'],
    ['处理好当前与长远的关系', '处理好${1:当前与长远}的关系$0'],
    ['今年的天气', null],
    ['', null],
  ];
  for (const [head, frame] of cases) assert.equal(siblingFrame(head), frame, head);
});

test('siblings have the same level and follow each other', () => {
  const head = (line: string) => readHead(line) ?? { level: 0, ordinal: '', text: '' };
  assert.equal(isNextSibling(head('### （一）强化思想引领'), head('### （二）')), true);
  assert.equal(isNextSibling(head('### （一）强化思想引领'), head('## 二、')), false);
  assert.equal(isNextSibling(head('### （一）强化思想引领'), head('### （三）')), false);
  assert.equal(isNextSibling(head('### （一）强化思想引领'), head('### （二）价值')), false);
});
