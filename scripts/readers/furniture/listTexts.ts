import { pick, type Random } from '../../eval/reading/damage.ts';

/**
 * Documents that are made of short lines and hold nothing of a page: programmes, lists of names, prices, contacts, duties,
 * questions and answers, verses. What tells menus by their shape must not take these for menus. Of our own wording.
 */
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'] as [string, ...string[]];
const given = ['伟', '芳', '志强', '建国', '晓东', '海燕', '明', '立新', '文博', '春梅', '国庆', '静', '涛', '秀英'] as const;
const bodies = ['市科协', '市委办公室', '县农业农村局', '师范大学', '第二人民医院', '机械集团公司', '区教育局', '水务公司', '省社科院', '镇党委', '园林研究所', '职业学院'] as const;
const posts = ['主席', '副主任', '局长', '教授', '院长', '总工程师', '书记', '研究员', '校长', '理事长', '科长'] as const;
const rooms = ['一号会议室', '报告厅', '教学楼 203', '办公楼三层东厅', '图书馆学术厅', '体育馆', '二楼多功能厅', '宾馆芙蓉厅'] as const;
const subjects = ['农村饮水安全', '青少年科学素质', '高新区建设', '学会改革', '丘陵山区农机', '历史文化街区', '数字乡村', '中小企业融资', '流域治理', '职业教育', '老年健康', '种业创新'] as const;
const forms = ['专题报告', '圆桌讨论', '成果发布', '经验交流', '书面发言', '大会主旨报告', '现场答疑', '颁奖'] as const;
const sights = ['青山湖公园', '古城墙景区', '植物园', '海洋馆', '乡村记忆馆', '云峰山', '湿地公园', '民俗博物馆', '温泉小镇', '天文台'] as const;
const duties = ['摸清底数', '建立台账', '完成整改', '组织验收', '开展培训', '上报总结', '公开结果', '督促检查'] as const;

export function listText(random: Random): string {
  const lines = pick(random, [programme, sessions, names, roll, prices, contacts, duty, talk, verses, contents, table, references])(random);
  const [title, ...rest] = lines;
  const opening = random() < 0.6 ? [sentence(random)] : [];
  const middle = random() < 0.3 ? [sentence(random), ...lines.slice(1).reverse()] : [];
  const closing = random() < 0.5 ? [sentence(random)] : [];
  return [title ?? '', ...opening, ...rest, ...middle, ...closing].join(random() < 0.2 ? '\n\n' : '\n');
}

const whole = (random: Random, least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
const name = (random: Random): string => pick(random, surnames) + pick(random, given);
const clock = (random: Random): string => `${whole(random, 7, 20)}${pick(random, ['：', ':'])}${pick(random, ['00', '15', '30', '45'])}`;
const times = <T>(random: Random, least: number, most: number, make: (index: number) => T): T[] => Array.from({ length: whole(random, least, most) }, (_, index) => make(index));

function sentence(random: Random): string {
  return pick(random, [
    `根据工作安排，现将${pick(random, subjects)}有关事项通知如下，请各单位认真准备，按时参加，并把落实情况在月底以前报送办公室。`,
    `${pick(random, subjects)}关系群众切身利益，各地各部门要加强领导，明确责任，把各项任务一件一件落到实处，让群众看得见、摸得着。`,
    `以上安排如有变动，由会务组另行通知；各位代表对会议的意见和建议，请交给所在小组的联络员，由会务组汇总以后答复。`,
    `这几年，我们围绕${pick(random, subjects)}做了大量工作，取得了一定成绩，但是离群众的期盼还有不小的差距，必须再加一把劲。`,
  ]);
}

function programme(random: Random): string[] {
  const item = (index: number): string[] => [
    pick(random, [`${clock(random)}—${clock(random)} ${pick(random, forms)}`, `（${index + 1}）${pick(random, bodies)} ${name(random)}${pick(random, posts)} ${pick(random, ['致辞', '讲话', '发言'])}`, `${clock(random)} ${pick(random, subjects)}${pick(random, forms)}`]),
    ...(random() < 0.4 ? [`地${pick(random, ['', ' ', '　'])}点：${pick(random, rooms)}`] : []),
    ...(random() < 0.4 ? [`${pick(random, ['主持人', '主讲人', '报告人', '点评人', '负责人'])}：${name(random)}（${pick(random, bodies)}${pick(random, posts)}）`] : []),
    ...(random() < 0.3 ? [`“${pick(random, subjects)}的现状与出路”`] : []),
  ];
  return [`第${whole(random, 2, 9)}届${pick(random, subjects)}论坛日程`, ...times(random, 6, 40, item).flat()];
}

function names(random: Random): string[] {
  const form = whole(random, 0, 3);
  return [
    `${pick(random, subjects)}先进个人名单`,
    ...times(random, 8, 50, (index) =>
      form === 0 ? `${name(random)}　${pick(random, bodies)}${pick(random, posts)}` : form === 1 ? `${index + 1}. ${name(random)}（${pick(random, ['男', '女'])}）` : form === 2 ? name(random) : times(random, 4, 8, () => name(random)).join('　'),
    ),
  ];
}

/** Who speaks of what in the rooms of a conference, and who comments. */
function sessions(random: Random): string[] {
  const member = (): string => `${name(random)}（${pick(random, bodies)}）`;
  return [
    `${pick(random, subjects)}学术年会分会场安排`,
    ...times(random, 4, 14, (index) => [
      `${pick(random, [`（${index + 1}）`, `(${index + 1}${pick(random, ['a', 'b', 'c'])}) `, `第${index + 1}场 `])}${pick(random, subjects)}`,
      `地${pick(random, ['', ' ', '　'])}点：${pick(random, rooms)}`,
      `主${pick(random, ['', ' ', '　'])}席：${member()}`,
      ...times(random, 2, 5, () => pick(random, [`${member()}${pick(random, subjects)}的成因与对策`, `${name(random)}、${member()}${pick(random, subjects)}与地方财政：一个比较`, `${member()}${pick(random, subjects)}：来自三个县的证据`])),
      ...(random() < 0.7 ? [`评论人：${member()} ${member()}`] : []),
    ]).flat(),
  ];
}

/** Candidates with their numbers, schools and marks, and what is asked of them. */
function roll(random: Random): string[] {
  return [
    `${pick(random, subjects)}岗位面试名单`,
    ...times(random, 8, 30, () => [name(random), pick(random, bodies), String(whole(random, 100000, 999999)), `${whole(random, 100, 190)}.${whole(random, 0, 9)}`].join(pick(random, [' ', '　', '\t']))),
    `${clock(random)}—${clock(random)}报到，${clock(random)}以后到的不再安排。`,
    `材料请在${whole(random, 1, 12)}月${whole(random, 1, 28)}日前发到邮箱 mianshi${whole(random, 10, 99)}@example.com，联系人：${name(random)}，电话：0${whole(random, 10, 99)}-${whole(random, 2000000, 8999999)}。`,
    `报名表可登录 http://www.example.org/bm/${whole(random, 10, 999)}.html 下载，填好以后交${pick(random, bodies)}人事科。`,
  ];
}

function prices(random: Random): string[] {
  return [
    `${pick(random, ['惠民票价', '优惠项目', '收费标准'])}一览`,
    ...times(random, 6, 30, (index) => [
      `${index + 1}、${pick(random, sights)}`,
      ...(random() < 0.8 ? [`${pick(random, ['成人票', '全价票', '日场票'])}：${whole(random, 10, 300)}元`] : []),
      ...(random() < 0.5 ? [`${pick(random, ['学生票', '老人票', '儿童票'])}：${whole(random, 5, 150)}元`] : []),
      ...(random() < 0.5 ? [`${pick(random, ['咨询电话', '电话', '联系电话'])}：${whole(random, 20000000, 89999999)}`] : []),
      ...(random() < 0.3 ? [`备注：${pick(random, ['残疾人免票', '仅限周末', '团体另议', '凭身份证入园'])}`] : []),
    ]).flat(),
  ];
}

function contacts(random: Random): string[] {
  return [
    '各组联络方式',
    ...times(random, 5, 25, () => [
      pick(random, bodies),
      `联系人：${name(random)}`,
      `电话：0${whole(random, 10, 99)}-${whole(random, 2000000, 8999999)}`,
      ...(random() < 0.4 ? [`地址：${pick(random, ['青山', '临江', '云溪'])}市人民路${whole(random, 1, 300)}号`] : []),
    ]).flat(),
  ];
}

function duty(random: Random): string[] {
  return [
    `${pick(random, subjects)}任务分工`,
    ...times(random, 6, 30, (index) => [
      `${index + 1}.${pick(random, subjects)}${pick(random, duties)}`,
      `责任单位：${pick(random, bodies)}、${pick(random, bodies)}`,
      `完成时限：${whole(random, 1, 12)}月底`,
    ]).flat(),
  ];
}

function talk(random: Random): string[] {
  return [
    `${pick(random, subjects)}访谈`,
    ...times(random, 6, 30, (index) => (index % 2 === 0 ? `记者：${pick(random, ['您怎么看', '请您谈谈', '群众最关心'])}${pick(random, subjects)}？` : `${name(random)}：${pick(random, ['主要靠三条。', '这件事急不得，也等不得。', '先把账算清楚。'])}${random() < 0.5 ? sentence(random) : ''}`)),
  ];
}

function verses(random: Random): string[] {
  return [
    `${pick(random, ['致', '献给', '写给'])}${pick(random, ['守林人', '乡村教师', '科技工作者', '母亲', '远行的青年'])}`,
    ...times(random, 8, 40, () => pick(random, ['你从田埂上走来', '带着泥土的芬芳', '灯光照亮图纸', '也照亮黎明', '山路弯弯', '脚步不停', '女：春风吹过', '男：又是一年花开', '合：让我们出发', '我们记得你的名字', '像记得一条河', '无声', '却向远方'])),
  ];
}

function contents(random: Random): string[] {
  const heads = times(random, 3, 8, (index) => `${'一二三四五六七八'.charAt(index)}、${pick(random, subjects)}${pick(random, ['的做法', '的成效', '的问题', '的打算'])}`);
  return [`${pick(random, subjects)}调研提纲`, ...heads.flatMap((head) => [head, ...times(random, 0, 4, (index) => `${index + 1}.${pick(random, duties)}的情况`)])];
}

function table(random: Random): string[] {
  const gap = pick(random, [' ', '　', '  ', '\t', ' | ']);
  return [
    `${pick(random, subjects)}主要指标`,
    ['序号', '项目', '单位', '数量', '比上年'].join(gap),
    ...times(random, 5, 30, (index) => [String(index + 1), pick(random, subjects), pick(random, ['个', '亩', '万元', '人次']), String(whole(random, 3, 9000)), `${whole(random, 1, 40)}.${whole(random, 0, 9)}%`].join(gap)),
  ];
}

function references(random: Random): string[] {
  return [
    sentence(random),
    '参考文献',
    ...times(random, 5, 25, (index) => `[${index + 1}] ${name(random)}. ${pick(random, subjects)}研究[${pick(random, ['J', 'M', 'D'])}]. ${pick(random, bodies)}学报, ${whole(random, 1995, 2024)}(${whole(random, 1, 6)}): ${whole(random, 1, 90)}-${whole(random, 91, 150)}.`),
  ];
}
