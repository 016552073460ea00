import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAuthorLine } from '../../../src/core/speech/authorLine.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const read = (text: string): ReturnType<typeof parseSpeech> => parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');

const lines: readonly (readonly [string, { name: string; post: string } | null])[] = [
  ['周某山 青石市科学技术协会党组书记、主席', { name: '周某山', post: '青石市科学技术协会党组书记、主席' }],
  ['青石市科协主席 周某山', { name: '周某山', post: '青石市科协主席' }],
  ['李　明 某某大学校长', { name: '李明', post: '某某大学校长' }],
  ['我们要向各位主席学习', null],
  ['打造地方科协综合改革示范区', null],
  ['同志们 请主席讲话。', null],
];
for (const [line, author] of lines) test(`author line: ${line}`, () => assert.deepEqual(readAuthorLine(line), author));

const feature = [
  '学习贯彻全会精神特刊',
  '把科普办到田埂上',
  '',
  '周某山 青石市科学技术协会党组书记、主席',
  '',
  '青石市是农业大市，科普工作的根在农村，难也难在农村。青石市科协将从三件事抓起。',
  '',
  '让企业科协活起来',
  '',
  '吴某水 白河省科学技术协会党组书记',
  '',
  '白河省的企业多，企业科协的牌子也多，难的是让它们真正转起来，成为企业离不开的帮手。',
  '',
  '一是建好田间课堂。青石市已有一百二十个田间课堂，今年要再建三十个，让农技员有地方讲、让农',
  '',
  '民有地方学。',
  '',
  '二是用好乡土人才。青石市科协将把种养大户请上讲台，讲自己的失败和成功。',
  '',
].join('\n');

test('paragraphs read across columns go back to their article, and the move is reported', () => {
  const parsed = read(feature);
  const [first, second] = parsed.outline.articles;
  assert.equal(parsed.outline.articles.length, 2);
  assert.equal(first?.title, '把科普办到田埂上');
  assert.deepEqual(first?.authors, [{ name: '周某山', post: '青石市科学技术协会党组书记、主席' }]);
  assert.equal(first?.organisation, '青石市科学技术协会');
  assert.deepEqual(first?.sections.map((section) => section.heading), ['建好田间课堂', '用好乡土人才']);
  assert.deepEqual(second?.sections, []);
  assert.ok(parsed.text.includes('让农民有地方学。'));
  const codes = parsed.outline.problems.map((problem) => problem.code);
  assert.ok(codes.includes('column-moved') && codes.includes('joined-columns'), codes.join());
});

test('a pack of speeches in one file is split', () => {
  const parsed = read('篇一：在春训会上的讲话\n同志们：\n一、练好本领\n本领要在实干里练出来，不在纸上。\n篇二：在表彰会上的讲话\n同志们：\n一、学习先进\n先进就在身边，看得见也学得来。');
  assert.equal(parsed.outline.articles.length, 2);
  assert.deepEqual(parsed.outline.articles.map((speech) => speech.sections.map((section) => section.heading)), [['练好本领'], ['学习先进']]);
});

for (const [form, first, second, post] of [
  ['post before the name', '青山县科协党组书记　李大山', '白沙市科协主席　王一鸣', true],
  ['the name before brackets', '李大山（青山县科协党组书记）', '王一鸣（白沙市科协主席）', true],
  ['all in brackets', '（青山县科协党组书记 李大山）', '（白沙市科协主席 王一鸣）', true],
  ['文/', '文/李大山', '文/王一鸣', false],
  ['a bare name, the post in a note at the end', '李大山', '王一鸣', true],
] as const) {
  test(`articles by several authors, ${form}`, () => {
    const note = (text: string): string => (form.startsWith('a bare') ? `\n（作者系${text}）` : '');
    const text =
      `基层科普大家谈\n让科普走进大山\n${first}\n青山县把科普大篷车开到了每一个村口，老百姓说看得见、摸得着，今年还要把服务站建到集市上去。${note('青山县科协党组书记')}\n` +
      `请老专家再出发\n${second}\n白沙市把退休工程师请出来，组成了一百人的顾问团，下一步要把顾问团的经验写成手册，发到每家企业。${note('白沙市科协主席')}`;
    const { articles } = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').outline;
    assert.deepEqual(
      articles.map((article) => [article.title, article.authors]),
      [
        ['让科普走进大山', [{ name: '李大山', post: post ? '青山县科协党组书记' : null }]],
        ['请老专家再出发', [{ name: '王一鸣', post: post ? '白沙市科协主席' : null }]],
      ],
    );
  });
}

test('what several people said at one meeting is an article each', () => {
  const text = ['全市水务工作座谈会发言摘登', '', '7月12日，全市水务工作座谈会在青石召开，部分发言摘登如下。', '', '周大山（青石市水务局局长）：这几年我们修了十二座水库，最大的体会是坝要修，人心更要修。', '', '下一步打算把管护的账交给村里管。', '', '李小河（白河县委副书记）：我们县的河多，桥也多，最难的是管住桥下的垃圾。', ''].join('\n');
  const { articles } = read(text).outline;
  assert.deepEqual(
    articles.map(({ title, authors, paragraphs }) => [title, authors, paragraphs.length]),
    [
      ['全市水务工作座谈会发言摘登', [], 1],
      ['全市水务工作座谈会发言摘登', [{ name: '周大山', post: '青石市水务局局长' }], 2],
      ['全市水务工作座谈会发言摘登', [{ name: '李小河', post: '白河县委副书记' }], 1],
    ],
  );
});

test('the title above 篇一 is the collection’s and no part of the first title', () => {
  const body = '汛期马上就要到了，今天把大家请来，就是要把防汛这件事从头到尾捋一遍。';
  const text = ['防汛讲话范文两篇', '', '篇一：在全市防汛动员会上的讲话', '', '同志们：', '', body, '', '篇二：在防汛总结会上的讲话', '', '同志们：', '', '水退了，坝还在，人都平安，这就是最好的总结。', ''].join('\n');
  assert.deepEqual(read(text).outline.articles.map(({ title }) => title), ['在全市防汛动员会上的讲话', '在防汛总结会上的讲话']);
});
