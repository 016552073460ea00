import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAuthorLine } from '../../../src/core/speech/authorLine.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const read = (text: string): ReturnType<typeof parseSpeech> => parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');

const lines: readonly (readonly [string, { name: string; post: string } | null])[] = [
  ['周某山 青石市科学技术协会党组书记、主席', { name: '周某山', post: '青石市科学技术协会党组书记、主席' }],
  ['青石市科协主席 周某山', { name: '周某山', post: '青石市科协主席' }],
  ['李　明 某某大学校长', { name: '李明', post: '某某大学校长' }],
  ['县长　周某', { name: '周某', post: '县长' }],
  ['校长 周大山', { name: '周大山', post: '校长' }],
  ['周大山（副县长）', { name: '周大山', post: '副县长' }],
  ['记者 周大山', null],
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
  // What counts the speeches is the pack's.
  assert.ok(!/篇[一二]/u.test(parsed.text) && parsed.text.includes('在表彰会上的讲话'));
});

test('of several speeches on a page the first is no lead of the second', () => {
  const first = ['篇1：护林站长上任发言', '尊敬的各位领导、各位党员：', '山上的路我走了十九年，哪道沟容易起火，哪片林子有人偷着放羊，闭上眼睛也说得出来。组织上把站交给我，我先把三座瞭望塔修好。', '年底以前把防火道清到界桩，一米也不留荒草。', '我说话不会绕弯，做得不对请大家当面讲。谢谢！'];
  const second = ['篇2：在护林员会上的发言', '各位领导、同志们：', '到站里报到那天，老站长把钥匙交给我，钥匙有二十三把，每一把开哪扇门他都写了纸条。我要学他的细。'];
  const { text } = read(['护林站长上任发言（精选2篇）', '发布时间：2020-11-02 作者：网络 来源：本站整理 下载DOC', ...first, ...second, '【护林站长上任发言（精选2篇）】相关文章：', '★防火动员讲话', '点击下载文档'].join('\n'));
  for (const line of [...first, ...second]) assert.ok(text.includes(line.replace(/^篇\d：/u, '')), line);
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

test('the title of a collection is no part of the first title, and names the occasion of all', () => {
  const rest = ['把路修到家门口', '市交通局局长　高文山', '', '各位领导、同志们：', '', '去年我们修通了一百二十条村路，最后一公里的账一条一条销掉。', '', '让货车少等一刻', '白石区区长　林小河', '', '各位领导、同志们：', '', '白石区的货场有六个，过去排队要两个钟头，现在约好了再来。', '', '司机的心里话', '远路物流有限公司董事长　陈　石', '', '尊敬的各位领导：', '', '我是跑运输的，跑了二十年。', '', '一是盼路况通畅。二是盼收费透明。三是盼歇脚有地方。', '', '谢谢大家！'];
  for (const title of ['在全市道路运输座谈会上的发言（汇编）', '在全市道路运输座谈会上的发言']) {
    const { articles, problems } = read([title, '', ...rest].join('\n')).outline;
    assert.deepEqual(articles.map((article) => [article.title, article.occasion, article.organisation]), [
      ['把路修到家门口', '全市道路运输座谈会', '市交通局'],
      ['让货车少等一刻', '全市道路运输座谈会', null],
      ['司机的心里话', '全市道路运输座谈会', '远路物流有限公司'],
    ], title);
    assert.deepEqual(problems, []);
  }
});

test('a series whose members stand in one paragraph is not cut; one of a single member is, and its first clause is quoted', () => {
  const problemsOf = (series: string): string[] => read(['把路修到家门口', '市交通局局长　高文山', '', '去年我们修通了一百二十条村路，最后一公里的账一条一条销掉了，百姓看得见。', '', '司机的心里话', '远路物流有限公司董事长　陈　石', '', '我是跑运输的，跑了二十年，今天说几句心里话，说得不对请大家指正。', '', series, '', '谢谢大家！'].join('\n')).outline.problems.map(({ message }) => message);
  for (const series of ['一是盼路况通畅。二是盼收费透明。三是盼歇脚有地方。', '一是盼路况通畅；二是盼收费透明。', '一是盼路况通畅，二是盼收费透明，三是盼歇脚有地方。']) assert.deepEqual(problemsOf(series), [], series);
  assert.deepEqual(problemsOf('一是盼路况通畅，把坑洼一处一处补上。'), ['“一是盼路况通畅”之后没有同级的第二项，后文可能缺失或排在别处。']);
});

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

test('what counts the texts of a collection on a line of its own is no part of their titles', () => {
  const bodies = ['今天把大家请来，是要把春耕这件事从头到尾说清楚，一件一件地办。', '水退了，坝还在，人都平安，这就是最好的总结，也是最大的成绩。'];
  for (const marks of [['材料一', '材料二'], ['篇一', '篇二'], ['【发言材料之一】', '【发言材料之二】']]) {
    const text = [marks[0], '在全县干部大会上的讲话', '同志们：', bodies[0], '谢谢大家！', marks[1], '在全县防汛动员会上的讲话', '同志们：', bodies[1], '谢谢大家！'].join('\n\n');
    assert.deepEqual(read(text).outline.articles.map(({ title }) => title), ['在全县干部大会上的讲话', '在全县防汛动员会上的讲话'], marks[0]);
  }
});

test('speeches of several people, each with title, day, speaker and address, are an article each', () => {
  const { outline } = read(['在全县干部大会上的讲话', '赵大年', '（2024年2月3日）', '同志们：', '今天的会议开得很好。我讲两点。', '一、抓紧春耕', '农时不等人，渠要早通。', '二、抓牢安全', '节后复工先查隐患。', '谢谢大家！', '', '在全县干部大会上的表态发言', '青禾镇党委书记 钱小满', '尊敬的赵书记，各位领导：', '刚才赵书记的讲话，我们要认真落实。', '一、把任务领回去', '会后就开班子会。', '二、把责任扛起来', '我带头包最难的村。', '谢谢大家！'].join('\n'));
  assert.deepEqual(outline.articles.map(({ title, date, authors, sections }) => [title, date, authors[0], sections.length]), [
    ['在全县干部大会上的讲话', '2024-02-03', { name: '赵大年', post: null }, 2],
    ['在全县干部大会上的表态发言', null, { name: '钱小满', post: '青禾镇党委书记' }, 2],
  ]);
});

test('materials that are numbered are an article each; a number of copies is none', () => {
  const parts = ['红旗社区：把支部建在楼道里', '红旗社区有十二栋老楼，过去楼道里堆满杂物，见面不打招呼。去年社区把支部建到楼道，杂物清了，邻居熟了。'];
  const others = ['东风机械厂：车间里的先锋岗', '东风机械厂有三个车间，老师傅退休多，年轻人留不住。厂党委设了二十个先锋岗，岗上的人带徒弟、攻难题。'];
  for (const mark of ['发言材料之', '材料']) assert.equal(read(['基层党建经验交流材料汇编', '', `${mark}一`, ...parts, '', `${mark}二`, ...others].join('\n')).outline.articles.length, 2, mark);
  assert.equal(read(['红旗社区：把支部建在楼道里', parts[1], '材料一式三份', others[1], '材料两份'].join('\n')).outline.articles.length, 1);
});

test('一是 and 二要 are members of two series', () => {
  const { outline } = read([
    '把种业这个芯片握在手里', '', '周远帆 青河县农业科学研究所党委书记、所长', '', '种子是农业的芯片。青河县农科所要在三件事上用劲，一件一件办出样子来。', '',
    '一要把种质资源摸清楚。青河县的老品种还有二百多份散在农户手里，要一份一份登记。', '',
    '让农机开进每一块坡地', '', '林若水 白石县农业机械化服务中心主任', '', '白石县七成耕地在坡上，大机器进不去。白石县农机中心改出了十二种小型机具。', '',
    '一是机具要跟着地走。白石的坡有缓有陡，白石县要分坡度配机具，分作物改刀片。', '',
    '二要把试验田办到村里去。青河县农科所今年在二十个村设展示点，青河的品种请农民自己打分。', '',
    '二是机手要跟着机具练。白石县农机中心每年冬训五百名机手，考试合格再上坡。',
  ].join('\n'));
  assert.deepEqual(outline.articles.map(({ sections }) => sections.map(({ ordinal }) => ordinal)), [['一要', '二要'], ['一是', '二是']]);
  assert.deepEqual(outline.problems.map(({ code }) => code), ['column-moved']);
});
