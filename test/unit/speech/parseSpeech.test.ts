import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section, Speech } from '../../../src/core/contracts.ts';
import { parseSpeech, type ParsedSpeech } from '../../../src/core/speech/parseSpeech.ts';

function parseText(text: string): ParsedSpeech {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'draft.txt');
}

function only(parsed: ParsedSpeech): Speech {
  assert.equal(parsed.outline.articles.length, 1);
  const [speech] = parsed.outline.articles;
  assert.ok(speech !== undefined);
  return speech;
}

function flatten(sections: readonly Section[]): string[] {
  return sections.flatMap((section) => [`${section.level} ${section.ordinal ?? '-'} ${section.heading}`, ...flatten(section.sections)]);
}

const runOn =
  '同志们：今天把大家请来，是要把全年科普工作再对一对表。下面，我讲四点意见。' +
  '第一，提升组织动员力，打造一呼百应的工作队伍队伍散了，再好的方案也落不了地。各街道要把科普信息员的名册重新核一遍。' +
  '重点看三件事。一是看名册。名册上的人还在不在，电话还通不通，要一个一个打过去。二是看阵地。活动室是不是常开，展品是不是还能动，群众说了才算。三是看经费。钱花在哪里，要列得出清单。' +
  '第二，提升内容供给力，打造百看不厌的科普作品现在群众手机里什么都有，讲得不好没有人听。要请一线的医生、农技员来讲自己的事。' +
  '第三，提升平台传播力，打造四通八达的服务网络没有渠道，再好的内容也到不了村口。要把广播、展板和手机一起用起来。' +
  '第四，提升基层覆盖力，打造触手可及的活动阵地老百姓走十五分钟就能到的地方，才算得上阵地。今年先在六个社区试点。' +
  '各单位回去以后要尽快研究，把任务分到人、定到天，月底前报一次进度。有困难的要早说，不要等到年底再来算账。'.repeat(4) +
  '同志们，科普是一件慢功夫的事，也是一件积德的事。让我们一起努力，为全区群众的好日子贡献科普力量！';

test('heads of run-on text end where their siblings end', () => {
  const speech = only(parseText(`全区科普工作会议上的讲话${runOn}`));
  assert.equal(speech.title, '全区科普工作会议上的讲话');
  assert.deepEqual(flatten(speech.sections), [
    '1 第一， 提升组织动员力，打造一呼百应的工作队伍',
    '2 一是 看名册',
    '2 二是 看阵地',
    '2 三是 看经费',
    '1 第二， 提升内容供给力，打造百看不厌的科普作品',
    '1 第三， 提升平台传播力，打造四通八达的服务网络',
    '1 第四， 提升基层覆盖力，打造触手可及的活动阵地',
  ]);
  const closing = speech.sections.at(-1)?.paragraphs.at(-1);
  assert.equal(closing?.role, 'closing');
  assert.ok(closing?.text.startsWith('同志们，科普是一件慢功夫的事'));
});

test('the closing is what stands before a bare 谢谢大家！', () => {
  const body = '全区科普工作会议上的讲话\n\n同志们：\n\n一、把事办好\n\n要把任务分解到人，一件一件落实。\n\n二、把账算清\n\n要把经费用到刀刃上，一笔一笔公开。\n\n同志们，让我们携起手来，把蓝图变成实景！\n\n';
  const rolesOf = (text: string) => only(parseText(text)).sections.flatMap(({ paragraphs }) => paragraphs.map(({ role }) => role));
  assert.deepEqual(rolesOf(`${body}谢谢大家！\n`).slice(-2), ['closing', 'closing']);
  assert.deepEqual(rolesOf(`${body}会后请各单位来领材料。\n`).slice(-2), ['call', 'body']);
});

test('spans point into the clean text', () => {
  const parsed = parseText(`全区科普工作会议上的讲话${runOn}`);
  const walk = (section: Section): void => {
    const text = parsed.text.slice(section.span.start, section.span.end);
    assert.ok(text.startsWith(section.ordinal ?? ''), text);
    assert.ok(text.includes(section.heading));
    for (const paragraph of section.paragraphs) {
      assert.equal(parsed.text.slice(paragraph.span.start, paragraph.span.end), paragraph.text);
      assert.ok(paragraph.span.start >= section.span.start && paragraph.span.end <= section.span.end);
    }
    section.sections.forEach(walk);
  };
  parsed.outline.articles.flatMap((speech) => speech.sections).forEach(walk);
});

const cases: readonly { name: string; text: string; heads: readonly string[] }[] = [
  {
    name: '一、 followed directly by 1. is two levels',
    text: '在机关作风建设会上的讲话\n同志们：\n一、查摆问题\n1.思想上松了\n有的同志觉得差不多就行，遇事先找理由。\n2.作风上浮了\n下去一趟走马看花，回来写不出东西。\n二、抓好整改\n各处室要对照清单逐条销号。',
    heads: ['1 一、 查摆问题', '2 1. 思想上松了', '2 2. 作风上浮了', '1 二、 抓好整改'],
  },
  {
    name: 'heads glued to paragraphs that keep their own breaks',
    text:
      '在防汛工作会议上的讲话\n同志们：\n一、提高认识，切实增强做好防汛工作的责任感今年入汛以来，我县降雨比常年多了三成，两座小水库已经超过汛限水位。\n这不是危言耸听，是摆在面前的事。\n' +
      '二、突出重点，切实抓好防汛工作的各项任务当前，要把人员转移放在第一位，哪些户要转、谁去叫门、转到哪里，今天就要定下来。\n' +
      '三、加强领导，切实形成做好防汛工作的合力各乡镇党委书记是第一责任人，要到最危险的地方去，不能坐在办公室里听汇报。',
    heads: [
      '1 一、 提高认识，切实增强做好防汛工作的责任感',
      '1 二、 突出重点，切实抓好防汛工作的各项任务',
      '1 三、 加强领导，切实形成做好防汛工作的合力',
    ],
  },
  {
    name: 'a head that ends with a full stop and runs into its body',
    text: '工作报告\n（一）把会员服务做实。去年走访了三十家企业，解决了一批急事。\n（二）把学术交流做精。办会不在多，在于有没有真问题。',
    heads: ['1 （一） 把会员服务做实', '1 （二） 把学术交流做精'],
  },
  {
    name: '一是…；二是… within a sentence is a list',
    text: '汇报提纲\n我们做了两件事：一是修了路；二是架了桥。\n群众是满意的，但离要求还有差距。',
    heads: [],
  },
  { name: '一、二级市场 and 第一要务 are no heads', text: '情况通报\n一、二级市场都在回暖，发展是第一要务，统一要求抓好落实。', heads: [] },
];
for (const { name, text, heads } of cases) {
  test(name, () => assert.deepEqual(flatten(only(parseText(text)).sections), heads));
}

test('a gap in the numbering is a problem with its place', () => {
  const parsed = parseText('年度总结\n一、主要做法\n做法有三条，条条都来自基层。\n二、主要成效\n成效看得见，群众说了算。\n四、下步打算\n明年接着干，把短板补齐。');
  const [problem] = parsed.outline.problems;
  assert.equal(problem?.code, 'numbering-gap');
  assert.equal(parsed.text.slice(problem?.span.start, problem?.span.end), '四、');
});

test('page marks of a preview are taken out of the sentences they cut', () => {
  const parsed = parseText(
    '1、在全市农技推广会上的讲话同志们：春耕在即，农技推广要往前赶，把良种、良法、良机配到一起，切实把增产的文章做到\n\n2、田间地头。各县区要组织农技员包村联户，手把手教会群众用好新品种，把技术资料送到\n\n3、每一户。谢谢大家。',
  );
  assert.ok(parsed.text.includes('做到田间地头。'));
  assert.ok(parsed.text.includes('送到每一户。'));
  assert.equal(parsed.outline.problems.filter((problem) => problem.code === 'page-marker').length, 3);
});

test('pages of a preview without line breaks are one text, wherever they are cut', () => {
  const body = '各乡镇要把农技员派到田头去，一块地一块地看，一户人一户人教。哪里的苗弱，就在哪里开现场会，不要等到收割的时候再来算账。';
  const parsed = parseText(
    `1、在秋播现场会上的讲话同志们：下面，我讲三点意见。一、认清形势，把秋播的紧迫感提起来今年的墒情不如去年，播期只剩十二天。${body}\n\n` +
      `2、${body}二、突出重点，把良种良法落到田里种子是第一位的，任何人不得向农民推销没有审定的种子。${body}各级农业部门要把仓库里的种子再\n\n` +
      `3、查一遍，把不合格的清出去。三、压实责任，把包村联户做到人头县里的干部每人包一个村，名单今天就贴出来。${body}`,
  );
  assert.deepEqual(flatten(only(parsed).sections), [
    '1 一、 认清形势，把秋播的紧迫感提起来',
    '1 二、 突出重点，把良种良法落到田里',
    '1 三、 压实责任，把包村联户做到人头',
  ]);
});

test('a doubled title and a hyphen at a line end are taken out and reported', () => {
  const parsed = parseText(
    '在科技周启动仪式上的讲话\n\n在科技周启动仪式上的讲话\n同志们：\n　　科技周的主题是创新，我们请来了十二位专家，其中三位来自海外，他们带来的报告题目是 green inno-\nvation，内容都与群众生活有关，欢迎大家去听。',
  );
  assert.equal(parsed.text.split('\n').filter((line) => line.startsWith('在科技周')).length, 1);
  assert.ok(parsed.text.includes('green innovation，'), parsed.text);
  assert.deepEqual(parsed.outline.problems.map((problem) => problem.code), ['doubled-title', 'hyphen']);
});

test('where an empty line follows every line of a text that is broken at a width, the gaps tell nothing', () => {
  const lines = ['在青年座谈会上的讲话', '青年朋友们：', '　　听了大家的发言，我的第一个感觉是羡慕，羡慕你们的', '年纪；第二个感觉是放心，放心把这条渠交给你们。今天没', '有主席台，大家围成一圈坐着，我就随便聊聊。', '一、把渠走一遍', '你们中间有不少人没有下过渠，没有摸过闸，但这不等于', '吃不了苦。去年抢险，守在管涌口上的大半是年轻人。吃苦不', '是去找罪受，是在别人松手的时候，你还能再咬牙坚持一刻钟', '。很多事情的成败，就差在这一刻钟。', '二、把账算一遍', '青年朋友们，镇里给你们搭台子、铺路子，下半年将选派四十名', '年轻干部到渠上去锻炼，愿意去的散会以后到我这里来报名，', '我在门口等着你们。'].map((line) => line.trim());
  const { text } = parseSpeech({ text: lines.join('\n\n'), hints: [], layout: 'lines' }, 'a.txt');
  assert.ok(text.includes('但这不等于吃不了苦。') && text.includes('选派四十名年轻干部'), text);
  // Wider ones still do.
  const wide = lines.map((line, index) => (/^[一二]、|^你们|^青年朋友们，/u.test(line) && index > 0 ? `\n\n${line}` : line)).join('\n\n');
  assert.equal(parseSpeech({ text: wide, hints: [], layout: 'lines' }, 'a.txt').text, text);
});
