import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';

/** The clean text of a plain text, a paragraph a line. */
function clean(text: string): string {
  return parseSpeech({ text, hints: [], layout: 'lines' }, 'a.txt').text;
}

const body = [
  '同志们：',
  '入汛以来，河道巡查每天两遍，巡河的同志脚上磨出了泡，还是一段不落地走完，我先替沿岸的百姓谢谢大家。',
  '今天不谈成绩，只谈问题。问题摆在桌面上，办法才能落到河岸上，我把看到的几处隐患说给大家听。',
  '第一处在老码头，护坡石松了三十多米，夏天水一涨就要出事，水利站这个月必须补好。',
] as const;

test('a title without a genre stays over its subtitle, whatever it reads like', () => {
  for (const title of ['党课：守一条河', '人人都是河长　家家都是哨兵', '喝一江水　护一江清']) {
    const lines = [title, '——在全镇河道巡查总结会上的讲话', ...body];
    assert.ok(clean(lines.join('\n')).startsWith(title.replace('　', ' ')), title);
    const saved = ['河湾镇政府网 首页 新闻 公告', '当前位置：首页 > 领导讲话', ...lines, '【打印】【关闭】', '版权所有：河湾镇人民政府'];
    assert.ok(clean(saved.join('\n')).startsWith(title.replace('　', ' ')), `${title}, saved`);
  }
});

test('who speaks stays below the title, be it a name or the stars put for it', () => {
  for (const speaker of ['总经理 柳长河', '总经理 ***', '职工代表 ***', '院长 许明川']) {
    const lines = ['在全院年度总结会上的讲话', speaker, ...body];
    assert.ok(clean(lines.join('\n')).includes(speaker), speaker);
    const saved = ['[ 学院首页 ] [ 学院概况 ] [ 师资队伍 ] [ 党建园地 ]', ...lines.slice(0, 2), '2023-03-15 点击：[208] 来源：教学办', ...body, '【关闭】', '上一条：关于做好查重工作的通知'];
    assert.ok(clean(saved.join('\n')).includes(speaker), `${speaker}, saved`);
  }
});

test('short heads in the words of a site’s menu stay in a text without a page', () => {
  const lines = ['在公司半年例会上的讲话', '总经理 柳长河', ...body.slice(0, 2), '关于客户', body[1], '关于产品', body[2], '关于服务', body[3]];
  for (const gap of ['\n', '　　']) {
    const text = clean(lines.join(gap));
    for (const head of ['关于客户', '关于产品', '关于服务']) assert.ok(text.includes(head), head);
  }
});

const work = ['界桩立在哪里，四邻一起到场看，谁也不许夜里挪。', '账目一季一晒，贴在村口的墙上，识字的念给不识字的听。', '合同一式三份，乡里存一份，吵起架来有个凭据可查。', '林子交给人管，就要给人报酬，巡山一天记一天的工。', '路修到哪里，车就开到哪里，竹子才卖得出去。'];
const tasks = ['把界桩立起来', '把账目晒出来', '把合同签下来', '把林子管起来', '把路修进山里'];
const said = ['在全乡集体林改会上的讲话', ...body.slice(0, 3), '一、要办的事情', ...tasks.flatMap((task, index) => [`${index + 1}、${task}`, work[index] ?? ''])];

test('a list that counts on behind a preview’s last page keeps its numbers', () => {
  const text = said.join('\n');
  const cuts = [text.indexOf('还是一段不落'), text.indexOf('才能落到')];
  const shown = `1、${text.slice(0, cuts[0])}\n\n2、${text.slice(cuts[0], cuts[1])}\n\n3、${text.slice(cuts[1])}`;
  assert.equal(clean(shown).replace(/\s/gu, ''), text.replace(/\s/gu, ''));
});

test('the marks of a preview go though all but one stand behind whole sentences', () => {
  const shown = ['1、在全乡集体林改会上的讲话', '同志们：', body[1], '一、守住底线，', '', '2、守住人心。界桩要让百姓看得见，账目要让百姓看得懂，合同要让百姓信得过。', body[2], '', `3、${body[3]}`, '', `4、${body[1]}`, body[2]].join('\n');
  assert.ok(!/[1-4]、/u.test(clean(shown)));
});

test('below a page the title over the address is the text’s, another headline and what is said of it are the page’s', () => {
  const own = ['在第六届河鲜美食节开幕式上的致辞', '柳长河', '（2016年5月1日）', ...body];
  const page = [
    ['河湾镇商会网 首页 | 会员中心 | 加入收藏', '首页 > 商会动态 > 会长致辞', '会长柳长河在河鲜美食节开幕式上的致辞', '作者：秘书处 发布日期：2016-5-2 人气：655', '本站讯 河鲜美食节昨天在老码头开幕，会长柳长河到会致辞。'],
    ['河湾论坛 > 文秘交流', '会长讲话写得真好，求大神点评', '发表于 2016-5-3 21:08 | 只看该作者', '原来的稿子找不到了，凭记录整理了一份，个别地方删了。'],
  ];
  for (const above of page) assert.equal(clean([...above, ...own, '【打印】【关闭】', '版权所有 河湾镇商会'].join('\n')), own.join('\n'));
});

test('a title without a genre stays over one that names it, below a page', () => {
  const own = ['把根扎在河岸的泥土里', '在全镇河长制培训班上的讲话', ...body];
  assert.equal(clean(['河湾镇政府网 首页 新闻 公告', '当前位置：首页 > 领导讲话', '2018-03-02 点击：128 来源：党政办', ...own, '【打印】【关闭】'].join('\n')), own.join('\n'));
});

test('a text keeps its last title, whatever a page hung on it', () => {
  const page = ['河湾医院欢迎您　急救电话：120', '预约挂号 | 报告查询 | 停诊通知 | 院长信箱'];
  for (const title of ['在全院行风建设大会上的讲话[图]', '篇一：在全院行风建设大会上的讲话']) {
    const text = clean([...page, title, '来源:宣传科  浏览:1394  2015-04-02', ...body, '【打印】【关闭】'].join('\n'));
    assert.ok(text.includes('在全院行风建设大会上的讲话'), title);
  }
});

test('when and where, told in labels below the title, stay with who speaks', () => {
  const own = ['在全镇河道工作会议上的讲话', '主讲人：柳长河', '时间：2019-01-27', '地点：镇会议中心', ...body];
  assert.equal(clean(own.join('\n')), own.join('\n'));
});

test('what posters, askers and programs say around a text goes', () => {
  const own = ['在全镇河道工作会议上的讲话', ...body];
  const above = ['问答首页 > 职场 > 求助', '镇里开会要我发言，谁有河道方面的讲话稿？急用！', '提问者：小石头　悬赏分：30', '最佳答案'];
  const below = ['本回答由提问者推荐　　已赞过　　评论(6)', '热心网友 2021-01-09', '楼上写得好，借走了', '其他类似问题'];
  assert.equal(clean([...above, ...own, ...below].join('\n')), own.join('\n'));
  const window = ['河道讲话.txt - 记事本', '文件(F) 编辑(E) 格式(O) 查看(V) 帮助(H)', ...own];
  assert.equal(clean(window.join('\n')), own.join('\n'));
});

test('a headline of the page goes where the text’s own title stands in one line with its first words', () => {
  const text = `在全镇河道工作会议上的讲话${body.join('')}`;
  const above = ['镇长在河道会上的讲话_河湾文库', '镇长在河道会上的讲话', '时间：2015-04-22　来源：网友投稿　点击：908次', '下面是河湾文库为大家整理的讲话，希望对您有帮助。'];
  assert.equal(clean([...above, text, '相关热词搜索：讲话', '上一篇：没有了'].join('\n')).replace(/\s/gu, ''), text);
});

test('a tag goes with what it says in Chinese of its picture', () => {
  const lines = ['在全镇河道工作会议上的讲话', body[0], `<img src="a/1.jpg" alt="会议现场" /><p style='font-family:"宋体"'>${body[1]}</p>`, body[2]];
  assert.equal(clean(lines.join('\n')), ['在全镇河道工作会议上的讲话', ...body.slice(0, 3)].join('\n'));
});

test('whom a speaker addresses stays between lines of a page', () => {
  const [, ...rest] = body;
  const saved = ['幻灯片1', '把水守在渠里', '——在全镇河道巡查总结会上的讲话', 'LOGO', '单击此处添加副标题', '幻灯片2', '同事们：', ...rest, '幻灯片3', 'Thank You!'];
  assert.ok(clean(saved.join('\n')).includes('同事们：'));
});

test('a title over an address stays below words of a page, whoever is addressed', () => {
  const [, ...rest] = body;
  const page = ['您的当前位置：巡河稿网 >> 主持致辞 >> 正文', '河道巡查表彰讲话(3篇)', '更新：2019-07-02 关注：655', '讲话稿要有感情。以下是巡河稿网小编为您推荐的讲话，一起来看看吧！', '范文一：', '在水上保洁员表彰会上的讲话', '各位保洁员：', ...rest, '范文二：', '在摆渡员表彰会上的讲话', '各位摆渡员：', ...rest, '看了河道巡查表彰讲话的人还看了：', '1.巡河员感言', '手机扫码阅读本文'];
  const text = clean(page.join('\n'));
  assert.ok(text.includes('在水上保洁员表彰会上的讲话') && text.includes('在摆渡员表彰会上的讲话'), text);
});

test('what an editor, a site or a machine says before the title or the text goes', () => {
  const notes = [
    '6月12日，全镇河道巡查总结会在老码头召开。以下为镇长在会上的讲话全文：',
    '8月3日，村里在老码头歇凉，河长老孟讲了几句，船家都说在理，讲话原文照录音登出：',
    '好的，下面是为您生成的河道巡查总结会讲话稿：',
    '核心提示：入汛只剩十天，巡河怎么巡到位？且听镇长怎么说。',
    '巡河人的话总是朴素的，那么这样的讲话稿该怎么写呢？以下是小编为大家整理的河道巡查讲话，供大家参考。',
  ];
  for (const note of notes) {
    const text = clean([note, '在全镇河道巡查总结会上的讲话', ...body].join('\n'));
    assert.ok(text.startsWith('在全镇河道巡查总结会上的讲话'), text.slice(0, 60));
  }
  assert.ok(clean(['在全镇河道巡查总结会上的讲话', ...body, '以下三条河，一条一条地讲给大家听。'].join('\n')).includes('以下三条河'));
});

test('the list of other texts below one goes with the beginnings of those texts', () => {
  const list = ['【在全镇河道巡查总结会上的讲话】相关文章：', '1.在全镇防汛动员会上的讲话', '同志们，汛期说到就到，今天请大家来，是要把防汛的事情……', '2.巡河员先进事迹材料', '将本文的Word文档下载到电脑，方便收藏和打印'];
  const rest = '第二处在新桥下面，去年冬天倒进去的渣土还没有清，水一大就要往两岸漫，村里说是外面的车倒的，查了半年没有查到人。谁的河段谁先清，清完了再查是谁倒的，这个月底我去看。';
  const text = clean(['在全镇河道巡查总结会上的讲话', ...body, rest, ...list].join('\n'));
  assert.ok(text.endsWith(rest), text.slice(-80));
  const amid = clean(['在全镇河道巡查总结会上的讲话', body[0], body[1], body[2], '推荐阅读：', ...Array.from({ length: 5 }, () => body[3].repeat(3))].join('\n'));
  assert.ok(amid.includes(body[3]));
});

test('a title that a site dressed up over the address stays, its dress goes', () => {
  const [address, ...rest] = body;
  const said = '在全镇河道巡查总结会上的讲话';
  const page = (title: string): string[] => [`${said}_河湾文稿网`, '更多好文请搜“河湾文稿网”', '2013-05-28 讲话 热度8380', title, address, ...rest];
  for (const title of [`精品：${said}·正文`, `【正文】${said}（完整版）`]) assert.ok(clean(page(title).join('\n')).startsWith(`${said}\n${address}`), title);
});

test('paragraphs that are as long as each other by chance stay apart', () => {
  const paragraphs = ['在全镇河道巡查总结会上的讲话', '同志们：', ...['东段的护坡石要在月底以前全部补齐，一块也不许少。', '西段的警示牌要在月底以前全部立好，一处也不许漏。', '南段的排水口要在月底以前全部疏通，一个也不许堵。', '北段的巡查路要在月底以前全部修平，一米也不许断。', '中段的值守点要在月底以前全部配齐，一班也不许缺。']];
  assert.equal(clean(paragraphs.join('\n')), paragraphs.join('\n'));
});

test('lines broken at a width make one paragraph, a full stop at a line’s end too', () => {
  const lines = ['　　入汛以来河道巡查每天都要走上两遍，', '巡河的同志脚上磨出了泡也没有叫过苦。', '每一段河道都有人走到，每一处隐患都有', '人记下来，每一个电话都有人接听，沿岸', '的百姓看在眼里记在心里，都说今年这个', '汛期睡得安稳，河道边上的灯也比往年亮', '得多，大家心里有底。'];
  assert.equal(clean(['在全镇河道巡查总结会上的讲话', '同志们：', ...lines].join('\n')).split('\n').length, 3);
});

test('a last paragraph that stands between two blocks of a page stays', () => {
  const last = '散会以后各点到仓库领铁锹和雨衣，领的时候签个字，丢了自己赔，这一条去年说过，今年照旧。';
  const page = ['附件：12处险段照片.zip（点击下载）', '意见区：', '[副站长] 同意，请各点会前传达', '[办公室] 已阅', '[工程科] 已阅'];
  for (const foot of [['办结时间：2018/08/30 16:40　　打印次数：1　　在线人数：212'], ['水利局新媒体中心　编辑　闻静', '© 水利局　访问量统计 cnzz']]) {
    const lines = ['OA公文详情　｜　流程：讲话稿发布　｜　状态：已办结', '创建人：综合办　创建时间：2018/08/30 10:12', '正文：', '站长在渠道管护会上的讲话', ...body, ...page, last, ...foot];
    assert.ok(clean(lines.join('\n')).endsWith(last), foot[0]);
  }
});

test('a title whose characters are set apart stays above the address', () => {
  const title = '在 全 镇 河 道 巡 查 工 作 会 议 上 的 讲 话';
  const page = ['河湾网 ┆ 供求热线 ┆ 价格行情 ┆ 河务110', '滚动字幕：本站新增“堤防专栏”，河长请注意……', title, '水利站站长  卢 大 有', ...body];
  assert.ok(clean(page.join('\n')).replace(/\s/gu, '').startsWith(title.replace(/ /gu, '')));
});

test('在…会上的讲话 above the address stays, whatever stands between and around them', () => {
  const page = ['讲话稿0907（第三稿）——小陈改，请丁主任再看', '在全区老旧小区加装电梯推进会上的讲话', '（请核对会议名称，通知里写的是“现场推进会”）', '各位主任、各位居民代表：', ...body.slice(1)];
  assert.ok(clean(page.join('\n')).startsWith('在全区老旧小区加装电梯推进会上的讲话'));
});

test('a number that a page set low, on lines of its own, stays in its sentence', () => {
  const pieces = ['今年要把巡河与治气一起抓，沿河窑厂一律停火，细颗粒物（PM', '2.5', '）和可吸入颗粒物（PM', '10', '）浓度都要降下来，监测点就设在老码头。'];
  assert.ok(clean(['在全镇河道巡查总结会上的讲话', ...body, ...pieces, '上一篇：没有了', '下一篇：巡河日记', '版权所有'].join('\n')).replace(/\s/gu, '').includes(pieces.join('')));
});
