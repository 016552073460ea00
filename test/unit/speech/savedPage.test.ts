import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

const body = '同志们：\n今天开一个短会，把春季造林的事情再落实一遍。\n一、任务要分到山头\n每个山头都要有人认领，认领的人要签字，签了字就要管到底。\n二、苗子要管到成活\n栽下去只算一半，三年以后还活着才算数。\n谢谢大家！';

function read(text: string): { text: string; codes: string[] } {
  const parsed = parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt');
  return { text: parsed.text, codes: parsed.outline.problems.map((problem) => problem.code) };
}

test('what a site put around a speech goes, whatever words it uses', () => {
  const page =
    '绿水文稿｜让写作变轻松\n我的收藏夹\n文稿 > 领导讲话 > 林业\n在造林现场会上的讲话\n——在全县春季造林现场会上\n（2023年2月18日）\n王大山\n编号：88120 阅读：302\n' +
    `${body}\n给作者送花\n暂无送花记录\n同类文稿排行榜\n1 在护林防火会上的讲话\n相关推荐\n林业局长述职报告\n绿水文稿 ICP备10203040号\n`;
  assert.equal(read(page).text.replace(/\n/gu, '|'), `在造林现场会上的讲话|——在全县春季造林现场会上|（2023年2月18日）|王大山|${body.replace(/\n/gu, '|')}`);
});

test('a stamp inside a sentence goes, the sentence stays', () => {
  const { text, codes } = read(`在造林现场会上的讲话\n${body.replace('认领的人要签字', '认领的人（绿水文稿https://www.example.com省略20字，正式会员可完整阅读）要签字')}`);
  assert.ok(text.includes('认领的人要签字'));
  assert.deepEqual(codes, ['advertisement']);
});

test('thanks before an advertisement on the same line stay', () => {
  const { text } = read(`在造林现场会上的讲话\n${body}微信扫一扫在手机阅读、分享本文\n上一篇：没有了\n下一篇：在护林会上的讲话`);
  assert.ok(text.endsWith('谢谢大家！'), text);
});

test('a sentence that a running head parts, or the width of a page, stays though it reads like a page’s', () => {
  const foot = '第 2 页\n绿水文稿网 整理\n';
  const parted = body.replace('认领的人要签字，签了字就要管到底。', `认领的人要签字，签了\n${foot}字就要管到底，护林公司新人培训用的那本常见错误一百例，就是从这里来的。`);
  const { text } = read(`绿水文稿网 首页 > 讲话\n在造林现场会上的讲话\n${parted}\n绿水文稿网 整理\n版权所有 绿水文稿网`);
  assert.ok(text.replace(/\n/gu, '').includes('签了字就要管到底，护林公司新人培训用的那本常见错误一百例，就是从这里来的。'), text);
  const ends = read(`绿水文稿网 首页 > 讲话\n在造林现场会上的讲话\n${body.replace('认领的人要签字，', '认领的人要签字，集中力量打下这几\n个山头。↓↓↓更多现场图片点这里↓↓↓\n')}\n版权所有 绿水文稿网`);
  assert.ok(ends.text.replace(/\n/gu, '').includes('集中力量打下这几个山头。') && !ends.text.includes('图片点这里'), ends.text);
});

test('the speech’s leave stays amid what stands below it, and its title above the address', () => {
  const leave = '祝大家新年里事事顺利！谢谢大家！';
  const { text } = read(`绿水文库\n首页 > 党课\n党课讲稿：在小事上守住本心.doc\n文档编号：4088 大小：31KB\n立即下载\n党课讲稿：在小事上守住本心\n${body.replace('谢谢大家！', '')}热门推荐：在护林会上的讲话 点击查看>>\n${leave}\n本文地址：http://www.example.com/1.html`);
  assert.ok(text.startsWith('党课讲稿：在小事上守住本心\n') && text.endsWith(leave), text);
  const last = read(`绿水文库\n首页 > 党课\n在造林现场会上的讲话\n${body.replace('谢谢大家！', '')}本文由绿水巴巴整理，需要全文请加QQ群：255061412\n我就讲这些，有不同意见的，现在就可以站起来说。`);
  assert.ok(last.text.endsWith('有不同意见的，现在就可以站起来说。') && !last.text.includes('QQ'), last.text);
  const speaker = read(`打开学习在线APP\n推荐 要闻 党建 视频\n+ 订阅\n守住初心\n——在林业局支部专题党课上的讲稿\n主讲人：贺长青\n2024年6月28日\n${body}`);
  assert.ok(speaker.text.includes('主讲人：贺长青\n2024年6月28日'), speaker.text);
  const headed = read(`绿水林场之声\n2024-01-02 08:30 发表于江苏\n点击上方蓝字关注我们\n穿过山丘，去看更大的海\n——在林场新年茶话会上的致辞\n场长 王大山\n各位同事，各位家人：\n${body.slice(body.indexOf('\n') + 1)}`);
  assert.ok(headed.text.startsWith('穿过山丘，去看更大的海\n——在林场'), headed.text);
});

test('what a page puts amid a text that goes on below is no footer', () => {
  const below = '我们这条渠在全市七条渠里面漏水排第二，\n这不是什么光彩的事。\n1.料要降下来。每月公布各村用料前十名，\n连续两个月上榜又说不出理由的，暂停供料。\n2.账要亮出来。每一项都可以查、可以问，\n收错一分钱，道歉一百句也不嫌多。\n散会以后，请各村会计留一下。谢谢\n大家！';
  const above = `${body.replace('\n谢谢大家！', '')}\n三、账目要算到人头\n${'每一笔钱从哪里来、到哪里去，都要写在墙上，'.repeat(6)}让大家看得见。`;
  const { text } = read(`绿水文库 首页 > 讲话\n在造林现场会上的讲话\n${above}\n四、把漏洞堵住\n猜你喜欢\n公司年会致辞\n安全生产讲话\n${below}`);
  assert.ok(text.replace(/\n/gu, '').endsWith(below.replace(/\n/gu, '')), text);
  assert.ok(!text.includes('猜你喜欢'), text);
});

test('how a speech was taken down stays below its title, and the title above its subtitle', () => {
  const taken = read(`绿水文库\n在造林现场会上的讲话\n本文共1611字，预计阅读9分钟 发布者：小燕子\n局长 阮清和\n（2023年2月9日 根据录音整理）\n${body}`);
  assert.ok(taken.text.includes('（2023年2月9日 根据录音整理）'), taken.text);
  const parted = read(`守住林子本色 做新时代护林员\n打印 收藏 分享到：微信 微博 QQ空间 浏览次数：917次\n——在林业局党支部专题党课上的讲稿\n${body}`);
  assert.ok(parted.text.startsWith('守住林子本色 做新时代护林员\n——在林业局'), parted.text);
});

test('a title that the line below opens with once more goes, cut short or whole', () => {
  const run = `在林业学校2023年秋季开学典礼上的讲话校长 温若谷${body.replace(/\n/gu, '')}`;
  for (const above of ['在林业学校2023年秋季开学典礼上的讲话', '在林业学校2023年秋季开学……']) assert.ok(!read(`${above}\n\n${run}`).text.includes(`${above}\n`), above);
});

test('lines that say what they are go: an advertisement, the end of a text by its name', () => {
  const { text } = read(`在造林现场会上的讲话\n${body.replace('二、', '【广告】贷款买房利率低至3.2%，点击咨询\n二、')}\n《在造林现场会上的讲话》全文完`);
  assert.equal(text, `在造林现场会上的讲话\n${body}`);
});

test('heads in Markdown stay in a file of another name, between menus as well', () => {
  const marked = `## 第一件 把渠口修宽\n\n${body.split('\n')[3] ?? ''}\n\n## 第二件 农民诸禁\n\n${body.split('\n')[5] ?? ''}\n\n## 第三件 清 匪\n\n这一条说的人最多，做起来也最要紧。`;
  const { text } = read(`首页\n文集\n搜索\n# 农村考察报告\n\n${marked}\n\n收藏 分享 打印`);
  for (const head of ['第一件 把渠口修宽', '第二件 农民诸禁', '第三件 清 匪']) assert.ok(text.includes(head), text);
});

test('the line above the day on which a text was posted is its title', () => {
  const { text } = read(`程序亦非猿\n首页\n关于\n标签\n归档\n搜索\n我也开始带徒弟了\n发表于 2015-11-19 | 分类于 随笔 | 阅读次数:\n${body.split('\n').slice(1).join('\n')}`);
  assert.ok(text.startsWith('我也开始带徒弟了\n'), text);
  assert.ok(!text.includes('搜索') && !text.includes('发表于'), text);
});

for (const line of [
  '取得燃气经营许可证的企业，方可从事燃气经营活动。',
  '要办好科普公众号，让群众在手机上看得懂、用得上。',
  '打通科技成果转化的“最后一公里”，要在线下下功夫。',
]) {
  test(`a sentence of the speech stays: ${line}`, () => {
    const parsed = read(`在座谈会上的发言\n各位领导：\n${line}\n请各位领导批评指正。`);
    assert.ok(parsed.text.includes(line));
    assert.deepEqual(parsed.codes, []);
  });
}
