import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const left =
  '青石市的水库大多修在半个世纪以前，坝体老化、闸门锈蚀、溢洪道淤塞的问题一年比一年突出，汛期一到，值班的干部整夜不敢合眼。这两年我们把全市的水库逐座查了一遍，建立台账，明确责任，列出时间表，先修险情重的，再修影响大的，做到修一座、放心一座。';
const right =
  '白河市没有大江大河，喝水靠的是几十口深井，井越打越深，水位越降越低，有的村子已经抽不上水来。去年起，全市推行节水灌溉，把漫灌改成滴灌，把土渠换成管道，又在田头装上计量设施，谁用多少水一目了然，省下来的水由用水户协会统一安排，多用的人要出钱。';
const width = 20;
const rows = (text: string): string[] => `　　${text}`.match(new RegExp(`.{1,${String(width)}}`, 'gu')) ?? [];
const head = ['', '把老水库守好', '', '周某山 青石市水务局局长', '', '把每一滴水算清', '', '吴某水 白河市水务局局长', ''];

const ways: readonly (readonly [string, string[]])[] = [
  ['line by line', rows(left).flatMap((row, index) => [row, rows(right)[index] ?? '']).concat(rows(right).slice(rows(left).length)).filter((row) => row !== '')],
  ['side by side', rows(left).map((row, index) => `${row.padEnd(width, '　')}　　　　${rows(right)[index] ?? ''}`.trimEnd()).concat(rows(right).slice(rows(left).length).map((row) => '　'.repeat(width + 4) + row))],
];
for (const [way, lines] of ways) {
  test(`two columns read ${way} are parted, and the parting is reported`, () => {
    const { outline } = parseSpeech({ text: [...head, ...lines].join('\n'), hints: [], layout: 'lines' }, 'a.txt');
    const texts = outline.articles.map((article) => article.paragraphs.map(({ text }) => text));
    assert.deepEqual(texts, [[left], [right]]);
    assert.ok(outline.problems.some(({ code }) => code === 'columns-parted'));
  });
}

test('lines of one column stay in their order', () => {
  const { outline } = parseSpeech({ text: ['把老水库守好', '', ...rows(left), ...rows(right)].join('\n'), hints: [], layout: 'lines' }, 'a.txt');
  assert.deepEqual(outline.articles[0]?.paragraphs.map(({ text }) => text), [left, right]);
  assert.deepEqual(outline.problems, []);
});

test('narrow rows with short paragraphs are one column, though words that line ends cut in two tell otherwise by chance', () => {
  const lines = [
    '　　这些情况已经如实报告党委，项目后评价制度',
    '从今年起由财务和审计牵头，生产系统只提供',
    '数据，不当裁判员。',
    '　　每家基地公布全年开放日历，一年不少于〔天数',
    '〕天，周末和寒暑假不少于一半，临时关闭提前三',
    '天公告。',
    '　　多数同志没有贪占公家的钱物，但在“名”',
    '上，有私；在“位”上，有私；怕得罪人、怕担',
    '责任，也是私。',
    '　　县委将把科技赋能情况纳入乡村振兴实绩考核，',
    '不增加台账，由县委农办、县科协暗访后直接打分。',
    '　　项目自〔年份〕年立项以来，先后攻克〔',
    '项数〕项关键技术，完成样机试验〔次数〕次',
    '，国产化率由〔百分比〕提高到〔百分比〕，取',
    '得的进展令人振奋。',
    '　　那个停招的老专业，最后一届学生将在〔年份〕',
    '年毕业，学院党委已经研究决定，由系里',
    '最好的老师陪他们走完这四年，一门课都',
    '不减，一个标准都不降。',
    '　　对连续两年不开理事会、不办学术活动',
    '的，会同民政部门予以提醒、整改直至退出；对服务',
    '产业有实招的，职能转移、项目委托、经费补助',
    '优先。',
    '　　在招商岗位的，警惕“替企业争取政策',
    '”和“替自己争取好处”之间那条细线，凡是协议里',
    '出现园区通行办法以外的条款，一律写明理由、附上',
    '依据，提交集体研究。',
    '　　这里面固然有村干部的责任，但班子检查',
    '时没有推开那扇门，也没有问一句“今天',
    '中午谁在这里吃饭”，我们也有责任。',
  ];
  const { outline } = parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'a.txt');
  assert.ok(!outline.problems.some(({ code }) => code === 'columns-parted'));
});

test('a narrow column whose heads and short last rows stand apart is one column', () => {
  const lines = ['　　这次座谈会，请来的都是村里的协会会长、', '妇女主任、老党员，没有请领导，领导只来了我', '一个，还是来听意见的。昨天下午和今天上午，', '二十三位同志都发了言，我记了十九页纸，讲三', '点感受。', '　　一、群众不是不通情理，是我们先不讲情理', '　　有的村干部上门，进门第一句就是“交罚款”，', '人家正在奶孩子，碗里是稀饭。换了我也要翻脸。', '柳树沟的会长老耿说，他上门先看缸里有没有水，', '没有就去挑一担，挑完了再坐下来说。他那个村，', '六年没有超生，也没有吵过一回架。', '　　二、光靠管不行，要靠帮', '　　1.帮她们看病', '　　全县育龄妇女查出妇科病的占四成，多数一拖', '就是几年。县里决定，从今年下半年起，每年免费', '査一次，药费减半，医疗队下到村里。', '　　2.帮她们挣钱', '　　独女户、双女户优先批果园、优先贷款、优先', '招工。去年扶了三百户养兔子，二百六十户见了钱。', '　　3.帮她们养老', '　　只有女儿的，最怕老了没有人管。协会给每户', '办一份养老保险，县、乡、个人各出三分之一。', '　　三、协会要像亲戚，不要像衙门', '　　不挂大牌子，不坐办公室。谁家婆媳不和去劝', '一劝，谁家娃上不起学去帮一帮，谁家男人打老婆', '去管一管。平时走得勤，有事才说得上话。', '　　同志们，这项工作被人叫做“天下第一难事”。', '我听了大家的发言，觉得难就难在一颗心上。心放', '正了，话就好说了。我的话不一定对，请大家批评。'];
  const { outline, text } = parseSpeech({ text: lines.join('\n'), hints: [], layout: 'lines' }, 'a.txt');
  assert.equal(outline.problems.some(({ code }) => code === 'columns-parted'), false);
  assert.ok(text.includes('领导只来了我一个，还是来听意见的。'));
});

test('lines of one column with a gap behind each are not said to have been parted, whatever words their ends cut in two', () => {
  const lines = [
    '都是从书里来的。我有个笨办法，每天早起半个小时，手机放在客厅里，',
    '一年下来也能读十七八本。读书不是为了装点朋友圈，是为了在难的时候',
    '机关里有一种本事很害人，叫做把没干的事写得像干了一样。年轻人千万',
    '别学。一个数据拿不准，就去现场数一遍；一个说法没有把握，就去问问',
    '当事人。建设局的小岑为了弄清一条排污管的走向，跟着工人下了四回井，',
    '你们中间有不少人是家里的独苗，没有挨过饿，没有受过冻，但这不等于',
    '吃不了苦。去年抗洪，守在管涌口上的，大半是九五后、零零后。吃苦不',
    '是去找罪受，是在别人松手的时候，你还能再咬牙坚持一刻钟。很多事情',
    '五、“净”字铭心，做守纪的清白人',
    '前不久区里查办了一起案子，主角才二十八岁，工作刚刚四年，因为网上',
    '赌球，挪用了单位八十多万元公款。宣判那天，他母亲在法庭外面坐了一',
    '下午，一句话也没说。我希望你们记住那位母亲。人生的路很长，紧要处',
    '只有几步，每一步都要踩在光亮的地方。',
    '青年朋友们，区委给你们搭台子、压担子、铺路子，下半年将选派四十名',
    '年轻干部到重点工程、信访一线、偏远乡镇去锻炼。愿意去的，散会以后',
    '到我这里来报名，我在门口等着你们。祝大家节日快乐！',
  ];
  const { outline, text } = parseSpeech({ text: lines.join('\n\n'), hints: [], layout: 'lines' }, 'a.txt');
  assert.equal(outline.problems.some(({ code }) => code === 'columns-parted'), false);
  assert.equal(text.replace(/\s/gu, ''), lines.join(''));
});
