import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** What stands in the text's own lines in words that no rule knows: it shows that it is a page's by what stands around it. */
const title = '在河湖长制工作例会上的讲话';
const body = '各位河长：入汛以来，我把十一条河都走了一遍，有的河段清得见底，有的河段还漂着菜叶子。河长的牌子立在岸上，名字写在牌子上，群众每天看着，我们就不能只在开会的时候才想起河来。下半年要办好三件事，一件一件都要见到水清、岸绿。头一件是把排口查清楚，白天查不清的夜里去查，夜里查不清的顺着管子往上找，找到哪家算哪家。第二件是把垃圾管起来，上游漂下来的由上游来捞，捞不干净就请电视台来拍。第三件是把护岸修起来，钱不够先修最险的一段，等秋粮入仓以后再修其余的。谢谢大家！';

function read(text: string): string {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').text.replace(/\s/gu, '');
}

/** The body with each of the words behind what it names. */
function put(words: Readonly<Record<string, string>>): string {
  let text = body;
  for (const [behind, added] of Object.entries(words)) text = text.replace(behind, behind + added);
  return `首页 > 讲话致辞 > 正文\n${title}\n${text}`;
}

const clean = read(`${title}\n${body}`);

test('what viewers, players and colleagues put into sentences goes to the character', () => {
  const cases: Readonly<Record<string, string>>[] = [
    { '走了一遍，': '登录客户端可收听全文音频', '捞不干净就请电视台来拍。': '（图片已被折叠，点击展开）', '第二件是把垃圾管起来，': '（本章还剩 35% 未读）' },
    { '走了一遍，': '【弹窗】您已连续观看 15 分钟，休息一下吧', '见到水清、岸绿。': '（加载失败，点此重试）', '由上游来捞，': '【弹幕已关闭】' },
    { '还漂着菜叶子。': '〔校：此处与统计局口径不一致，请核〕', '算哪家。': '〔校：“管子”改“管网”〕' },
  ];
  for (const words of cases) assert.equal(read(put(words)), clean, Object.values(words).join(' '));
});

test('names, numbers and brackets of the text’s own stay among them', () => {
  const own = body.replace('查清楚，', '用GPS和CCTV查清楚，把COD（化学需氧量）降到30以下，').replace('十一条河', '11条河、36.5公里岸线');
  assert.equal(read(`${title}\n${own}`), `${title}${own}`);
  const among = put({ '走了一遍，': '登录客户端可收听全文音频', '捞不干净就请电视台来拍。': '（图片已被折叠，点击展开）', '第二件是把垃圾管起来，': '（本章还剩 35% 未读）' }).replace('查清楚，', '用GPS和CCTV查清楚，').replace('十一条河', '11条河、36.5公里岸线');
  assert.equal(read(among), `${title}${body.replace('查清楚，', '用GPS和CCTV查清楚，').replace('十一条河', '11条河、36.5公里岸线')}`);
});

test('a line full of such words, longer than what is read at once, keeps its own and nothing else', () => {
  const times = 600;
  const own = '我们要把水渠修好，大家都要出力，一起把这件事情办好。';
  const line = own.replace('，大家', '，（登录后查看剩余内容）大家').repeat(times);
  assert.equal(read(`${title}\n${line}`), title + own.repeat(times));
});

test('what is doubtful alone goes where others show that a page stands within the lines', () => {
  const others = { '走了一遍，': '登录客户端可收听全文音频', '捞不干净就请电视台来拍。': '（图片已被折叠，点击展开）', '见到水清、岸绿。': '（加载失败，点此重试）' };
  for (const words of ['租车自驾，异地还车零手续', '系统更新将于今夜安装']) {
    const doubtful = { '第二件是把垃圾管起来，': words };
    assert.notEqual(read(put(doubtful)), clean, words);
    assert.equal(read(put({ ...others, ...doubtful })), clean, words);
  }
});

test('a notice in which nobody speaks keeps what only sounds like a page’s', () => {
  const lines = ['水渠文化馆冬季工作坊报名启事', '工作坊为期两天，每天上午九点开始，地点在文化馆二楼。', '课程费用：全套一千二百元，前十名报名者可再减二百元，单堂课程则不适用优惠。', '讲师介绍：沈一帆 讲师，水渠广播台节目制作人，曾获广播文化奖。', '报名方式：扫描海报上的二维码填单，或到一楼服务台现场填表报名，报名后若欲取消须扣除一成手续费。', '授课方式：在教室讨论，并进入录音室实际操作；用餐时间分组准备，成果发表与讲评在第二天下午。', '注意事项：现场禁止外食，票券售完便不再开放现场售票，主办单位得保留修改活动之权利。'];
  assert.equal(read(['首页 > 活动 > 正文', ...lines].join('\n')), lines.join('').replace(/\s/gu, ''));
});

/** What speakers ask, are asked and say to whoever listens, in the words of shops, sites and telephones. */
const said = [
  '有读者在留言里说，关注了我们的公众号，半年没有收到一条有用的消息。',
  '记者：您觉得这条渠还要修几年？水利站的同志心里有没有一本账？',
  '您有可能一时不理解镇里的安排而暂时离开，我们欢迎您回来。',
  '第一次叫他扫码登记，他不会用手机；第二次叫他下载表格，他没有电脑；第三次总算有人替他点了“提交”，系统又说超时。',
  '现在免费送你一台黑白电视机，你要不要？我看你也不会要。',
  '如果你到大厂去，你会找到多少新起点？在我们厂里，每一道工序都是起点。',
  '比如说肉涨价了，奶粉涨价了，都会给你周围的亲戚朋友带来困难。',
  '网上有很多关于您的传说，我见到您以后才发现，您是个很风趣的人。',
  '各位院士专家情系云溪，为云溪的发展出了大力。恳请大家一如既往地关心云溪市、支持云溪市，多来指导。',
  '好的做法要转载，不好的文章别改标题，也别改里面的内容。',
  '一杯咖啡坐下来沟通沟通，听听人家的讲话，理解他写这篇文章的意思，就有很大的启发。',
  '请翻到发给大家的那本操作规程，一共八十六页，翻到第3页，第3页最下面那一条只有十五个字。',
];

test('questions and answers, and what is said to hearers in a page’s words, stay in a speech', () => {
  const text = ['在灌区座谈会上的讲话', '同志们：', '清明一过，地气就上来了，渠里的水再不到田头，秧苗就要误了时节。', ...said, '大家把手里的活放一放，把这本账先算清楚。', '谢谢大家！'].join('\n');
  const read = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  assert.deepEqual(read.outline.problems, []);
  for (const sentence of said) assert.ok(read.text.includes(sentence), sentence);
});

test('a stamp goes everywhere as where it was told whole', () => {
  const words = { '走了一遍，': '文客书舍·海量文档', '漂着菜叶子。': '文客书舍·海量文档', '白天查不清的夜里去查，': '文客书舍·海量文档' };
  assert.equal(read(put(words)), clean);
});
