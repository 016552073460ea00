import { pick } from '../damage.ts';
import { added, cut, inside, midSentence, type PageFamily } from './page.ts';
import { again, decorated, halfWidthPage, laid, maybe, otherNews, otherTitles, paragraphs, sheet, shuffled, some, tags, titleRunIn, underTitle, whole, type Layout } from './websiteLines.ts';

/** Sites of authorities, papers, schools, companies and associations. Written on 26 November 2026. */
export const institutionSites: readonly PageFamily[] = [
  {
    name: 'county site of 2006',
    make: ({ title, lines, random, facts: { place, person, count, id } }) => {
      const day = `200${5 + (id % 5)}-${1 + (id % 12)}-${1 + (id % 28)}`;
      return sheet(
        random,
        [
          pick(random, [`欢迎光临${place}党政信息网！`, `☆${place}县公众信息网☆`, `${place}在线——${place}县委县政府主办`]),
          ...maybe(random, 0.6, `今天是：${day} 星期${pick(random, ['一', '二', '三', '四', '五'])}`),
          pick(random, [`网站首页┊走进${place}┊政务之窗┊招商引资┊乡镇风采┊网上信访`, '【首页】【县情】【领导之窗】【公告】【旅游】【留言】', '首页 -- 新闻 -- 讲话 -- 文件 -- 论坛']),
          ...maybe(random, 0.6, pick(random, [`首页→领导讲话→阅读`, `您正在看的栏目：领导讲话`, `领导讲话 >> 内容`])),
          ...maybe(random, 0.4, title),
          ...maybe(random, 0.5, '信息搜索：  关键字  标题 内容'),
        ],
        underTitle(lines, [pick(random, [`发布人：admin  日期：${day}  点击：${count}`, `${day} 阅读${count}次`, `作者：县委办  来源：  时间：${day}`, `[${day}]  录入：${person}`])], pick(random, paragraphs)),
        [...some(random, ['[ 关闭窗口 ]', '【打印】【回顶】', '[双击自动滚屏]', '→加入收藏夹'], whole(random, 1, 3)), ...maybe(random, 0.6, `上一条：${otherTitles(random, 1).join('')}`, '下一条：没有了'), ...maybe(random, 0.5, '== 省直网站 == == 县直网站 == == 乡镇网站 =='), pick(random, [`版权所有：中共${place}县委 ${place}县人民政府`, `Copyright(c) 2003-2008 ${place}县信息中心`, `${place}县信息化办公室制作维护`]), ...maybe(random, 0.5, `您是本站第${count}位来宾`), pick(random, ['最佳浏览效果：1024*768 IE6.0', '后台管理', `E-mail:webmaster@example.gov.cn`])],
      );
    },
  },
  {
    name: 'portal with empty labels',
    make: ({ title, lines, random, facts: { place, dashedDay, time, count, id } }) =>
      sheet(
        random,
        [
          ...maybe(random, 0.6, '首页 机构职能 政策文件 行政执'),
          ...maybe(random, 0.5, `位置：${place}区人民政府 / 会议公开 / 区政府全体会议`),
          ...shuffled(random, ['索引号：', `发布机构：${pick(random, ['', `${place}区府办`])}`, '文　　号：', `主题词：${pick(random, ['', '会议 讲话'])}`, `生成日期：${pick(random, ['', dashedDay])}`, '效力状态：', '内容概述：']).slice(0, whole(random, 3, 7)),
          ...maybe(random, 0.3, `• 名称：${title}`),
        ],
        underTitle(lines, shuffled(random, [pick(random, [`${dashedDay} ${time}`, dashedDay]), pick(random, ['作者： | 信息来源：', '来源：', '供稿：  审核：']), pick(random, ['【字体：', '字号：', '字体大小  T  T  T']), pick(random, [`浏览次数：`, `点击量\n${count}`, '阅读：加载中'])]).slice(0, whole(random, 2, 4)), pick(random, paragraphs)),
        [pick(random, ['附件：', '相关附件：无', '附件下载']), ...maybe(random, 0.5, '分享：'), ...maybe(random, 0.5, '政策咨询：'), ...maybe(random, 0.6, pick(random, ['是否有帮助：是 否', '您的评价：满意 较满意 不满意', '信息有误？点此反馈'])), `${place}区人民政府办公室主办`, pick(random, [`网站编码：${String(id).padStart(10, '1')}`, `备案序号：苏ICP备${count}号-1`]), ...maybe(random, 0.6, `联系电话：  传真：  邮编：`), '返回首页 | 隐私条款 | 使用帮助'],
      ),
  },
  {
    name: 'department portal of today',
    make: ({ title, lines, random, facts: { place, day, dashedDay, time, person, count, id } }) => {
      const office = pick(random, ['应急管理局', '科学技术局', '教育体育局', '卫生健康委员会', '农业农村局']);
      return sheet(
        random,
        [
          ...maybe(random, 0.6, pick(random, ['简 | 繁 | 智能问答 | 适老版', '登录 注册 无障碍阅读', '收藏本站  支持IPv6'])),
          ...maybe(random, 0.6, `${place}市${office}`),
          pick(random, [`所在位置：首页 - 工作动态 - 领导活动`, `首页 » 政务信息 » 讲话文稿`, '政务信息/讲话文稿/详情']),
          ...maybe(random, 0.3, `${title}--${place}市${office}`),
        ],
        decorated(
          underTitle(
            lines,
            [pick(random, [`发布时间：${dashedDay} ${time}    来源：${office}`, `${day}    ${office}`, `${dashedDay}  信息来源：局办公室  责任人：${person}`, `时间 : ${dashedDay}  阅读 : ${count}`]), pick(random, ['默认 大 超大 | 打印 | 保存 | 分享到', '语音朗读 ▶ 00:00', '字体【大 中 小】  视力保护色：'])],
            pick(random, paragraphs),
          ),
          '',
          random() < 0.3 ? '\n' + pick(random, ['置顶', 'NEW', '推荐']) : '',
        ),
        [
          ...maybe(random, 0.6, `标签：${tags(random, 3).join('、')}`),
          ...maybe(random, 0.6, pick(random, [`编辑：${person}`, `拟稿：${person}  初审：田某  终审：周某`, '信息员：办公室'])),
          ...maybe(random, 0.5, pick(random, ['延伸信息', '近期文章', '热门信息']), ...otherTitles(random, 4)),
          ...shuffled(random, [`主办单位：${place}市${office}`, `承办：${place}市大数据中心`, `地址：${place}市迎宾路18号`, '邮政编码：276000', '值班电话：000-00000000', `公安备案 3700000200${count % 1000}`, `标识码${id}`, '技术支持：某某软件']).slice(0, whole(random, 4, 8)),
          ...maybe(random, 0.4, '微信公众号  微博  抖音'),
        ],
      );
    },
  },
  {
    name: 'party building site',
    make: ({ title, lines, random, facts: { place, dashedDay, time, person, count } }) => {
      const name = pick(random, [`${place}先锋`, `红旗${place}`, `${place}机关党建网`]);
      const motto = pick(random, ['听党话 跟党走', '建强基层堡垒 争当时代先锋', '党员之家 红色阵地', `${name}，离你最近的党课`]);
      return sheet(
        random,
        [...maybe(random, 0.6, motto), ...maybe(random, 0.6, '首页 组织动态 党务公开 选贤任能 远教平台 党员心声'), ...maybe(random, 0.5, `当前页面：理论园地 - 讲话选登`), ...maybe(random, 0.4, `${title}--${name}`)],
        underTitle(lines, [pick(random, [`${dashedDay} ${time} ${name}`, `${name}   ${dashedDay}`, `${dashedDay} | 作者：${person} | ${name}`]), ...maybe(random, 0.5, '大 中 小  打印本文')], pick(random, paragraphs), again(random, [motto, `[${name}]`], whole(random, 0, 4))),
        [
          ...maybe(random, 0.5, `（${name}编辑 ${person}）`),
          pick(random, ['热词', '标签云', '#关键词']),
          tags(random, 5).join('  '),
          ...maybe(random, 0.6, '本周热榜', ...otherNews(random, 5).map((news, index) => `${index + 1} ${news}`)),
          ...maybe(random, 0.5, pick(random, ['网友留言（0）', '我来评一评', '登录后发表看法'])),
          `主办：中共${place}市委组织部`,
          ...maybe(random, 0.5, '举报电话12380  违法和不良信息举报'),
          ...maybe(random, 0.4, `浏览统计 ${count}`),
        ],
      );
    },
  },
  {
    name: 'gazette of a government',
    make: ({ lines, random, facts: { place, dashedDay, id } }) => {
      const issue = `${2008 + (id % 16)}年第${1 + (id % 24)}期`;
      const stamp = pick(random, [`${place}市人民政府公报 ${issue}`, `ZHENGFU GONGBAO ${issue}`, `${issue} ${place}政报`]);
      const pieces = laid(lines, pick(random, paragraphs));
      return sheet(
        random,
        [`${place}市人民政府公报`, pick(random, [`${issue}（总第${id % 300}号）`, `${issue}目录`, issue]), ...maybe(random, 0.6, '【领导讲话】'), ...maybe(random, 0.5, '公报查询 历年公报 赠阅点 电子版'), ...maybe(random, 0.5, `发布日期：${dashedDay}  [打印本页] [下载PDF]`)],
        random() < 0.5 ? cut(pieces, whole(random, 550, 900), (page) => `\n${page + 4}\n${stamp}\n`) : midSentence(midSentence(pieces, 0.35, `${stamp}·${5 + (id % 20)}·`), 0.72, `${stamp}·${6 + (id % 20)}·`),
        [...maybe(random, 0.6, pick(random, ['← 本期上一件', '本期下一件 →', '返回本期目录'])), ...otherTitles(random, 2), `编辑出版：${place}市人民政府办公室`, ...some(random, ['准印证：鲁内资0012号', '免费赠阅', '地址：市政大厦3层', '订阅热线 000-0000000', '国内统一刊号：无'], whole(random, 2, 4))],
      );
    },
  },
  {
    name: 'news portal, source and time without labels',
    make: ({ title, lines, random, facts: { place, day, dashedDay, time, person, count } }) => {
      const paper = pick(random, [`${place}新闻网`, `${place}在线`, `今日${place}网`]);
      return sheet(
        random,
        [...maybe(random, 0.6, '新闻 视频 评论 理论 民生 图库 专题'), ...maybe(random, 0.5, `${paper}>>新闻>>本地`), ...maybe(random, 0.4, `${title}_${paper}`)],
        underTitle(
          lines,
          [pick(random, [`${dashedDay} ${time}  ${paper}`, `${day} ${time}`, `${paper}  ${dashedDay}`, `${place}日报  ${day}`]), ...maybe(random, 0.4, pick(random, ['我有话说 0', '评论 0  参与 12', '分享']))],
          pick(random, paragraphs),
          [
            ...(random() < 0.7 ? [{ share: 0.2, text: pick(random, [`会场一角。${person}/图`, `图为与会人员在听讲。本网记者 ${person} 摄影`, `（会议图片，由主办方提供）`]) }] : []),
            ...(random() < 0.4 ? [{ share: 0.6, text: pick(random, ['点此进入大会专题>>', '视频加载中，请稍候…', '广告']) }] : []),
          ],
        ),
        [
          pick(random, [`[编辑：${person}]`, `(编辑 ${person} 值班主任 老郑)`, `责编/${person} 校对/小尹`, `统筹：${person}`]),
          ...maybe(random, 0.5, '文明上网，理性发言', `已有${count % 40}条评论  发布`),
          ...maybe(random, 0.5, pick(random, ['热文', '大家都在看', '热点排行'])),
          ...otherNews(random, whole(random, 4, 8)),
          ...maybe(random, 0.6, pick(random, [`来源为“${paper}”的稿件，未得允许请勿搬运。`, `声明：转载仅为传递信息，不等于${paper}赞同其看法。`, '本网法律顾问：某某律师事务所'])),
          pick(random, [`互联网新闻信息服务许可证编号：371200${count % 10000}`, `${place}传媒中心版权所有`, '举报邮箱 jubao@example.com']),
        ],
      );
    },
  },
  {
    name: 'newspaper online, page by page',
    make: ({ title, lines, random, facts: { place, day, person, count } }) => {
      const jump = pick(random, ['（下转第三版）\n（上接第一版）', '▶▶ 下转4版\n◀◀ 上接1版', '[紧接A5版]']);
      return sheet(
        random,
        [pick(random, [`${place}日报`, `${place}科技报`, `${place}商报`]), pick(random, [`${day}  A02版 要闻`, `第02版：时政  ${day}`, `${day} 总第${count}期 今日8版`]), ...some(random, ['往期报纸', '上一版 / 下一版', '本版PDF', '◀ 上篇  下篇 ▶', '字号 A+ A-', '语音读报'], whole(random, 2, 4)), ...maybe(random, 0.4, title)],
        laid(lines, pick(random, paragraphs), [...(random() < 0.7 ? [{ share: 0.45, text: jump }] : []), ...(random() < 0.5 ? [{ share: 0.7, text: pick(random, [`↑ 大会会场  ${person} 摄`, '（配图见本版右上）', '■ 图片新闻']) }] : [])]),
        [...maybe(random, 0.5, pick(random, [`本版责编 ${person}  版式 小洪`, `□ 见习编辑 ${person}`, `组版：${person}`])), pick(random, ['本版其他稿件', '同版文章', '3版：相关']), ...otherNews(random, whole(random, 3, 6)), ...maybe(random, 0.4, '广告', '遗失声明', '招租启事'), ...maybe(random, 0.5, `零售每份1元  广告部电话：000-0000000`), `${place}报业集团数字报平台`],
      );
    },
  },
  {
    name: 'news site of 2003',
    make: ({ lines, random, facts: { place, time, person, id } }) => {
      const day = `200${2 + (id % 5)}年${1 + (id % 12)}月${1 + (id % 28)}日`;
      const page = sheet(
        random,
        [pick(random, ['频道：首页|时政|财经|体育|娱乐|短信|聊天室|校友录', '新闻中心 | 国内 | 社会 | 军事 | 科教 | 搜索 | 邮箱', `${place}热线 新闻 股票 游戏 交友`]), ...maybe(random, 0.6, `◆ 您在这里：${place}热线 > 新闻 > 正文`), ...maybe(random, 0.4, '图铃下载  包月5元')],
        underTitle(lines, [pick(random, [`http://www.example.com  ${day} ${time}  ${place}热线`, `${day}${time} ${place}热线`, `(${day} ${time})`]), ...maybe(random, 0.5, pick(random, ['[大字体] [小字体]', '【放大】【缩小】【推荐】', '［电邮给好友］［打印］']))], pick(random, paragraphs), random() < 0.6 ? [{ share: 0.4, text: pick(random, ['和弦铃声任你下，发送1到8888', '[资料图片]', '>> 点击进入聊天室讨论', '－－－－广告－－－－']) }] : []),
        [...maybe(random, 0.6, `(责任编辑：${person})`), pick(random, ['【发表评论】【进入论坛】', '【短信传给好友】【收藏】', '『网友留言』『关闭』']), pick(random, ['相关报道：', '相关专题：', '新闻回顾：']), ...otherNews(random, 3).map((news) => `· ${news}(${day.slice(5)})`), ...maybe(random, 0.5, '用户名： 匿名  密码：', '留言须守法，本站有权删帖'), `${place}热线简介 | 网站律师 | 招聘 | 广告刊例 | 客服`],
      );
      return random() < 0.3 ? halfWidthPage(page) : page;
    },
  },
  {
    name: 'county media centre',
    make: ({ lines, random, facts: { place, dashedDay, time, person, count } }) =>
      sheet(
        random,
        [pick(random, [`爱${place}客户端`, `${place}融媒`, `掌上${place}`]), pick(random, ['+关注', '已关注', '进入主页 >']), pick(random, [`${dashedDay} ${time} 发布  阅读 ${whole(random, 1, 9)}.${whole(random, 0, 9)}万`, `${time} · 县融媒体中心 · ${count}`, `${dashedDay}  ${place}台`]), ...maybe(random, 0.6, pick(random, ['▶ 语音 1.25x', '听稿 12′30″', '主播读给你听']))],
        laid(lines, pick(random, paragraphs), [...(random() < 0.6 ? [{ share: 0.3, text: pick(random, ['（点开看大图）', '▼直播回看▼', '滑动查看会场图集']) }] : []), ...(random() < 0.5 ? [{ share: 0.65, text: pick(random, [`${place}融媒体中心记者${person}拍摄`, '↓↓↓', '［视频 03:21］']) }] : [])]),
        [...shuffled(random, [`来源／${place}县委办`, `记者／${person}`, '一审／小罗', '二审／老蔡', '三审／史主任']).slice(0, whole(random, 2, 5)), ...maybe(random, 0.6, `赞 ${count % 500}  转 ${count % 60}`), pick(random, ['最热评论', '全部评论', '评论区']), pick(random, ['快来抢第一条评论', '暂时没有人说话', '网友“东山人”：给力！']), ...maybe(random, 0.6, ...otherNews(random, 3)), pick(random, ['下载客户端，掌握身边事', '扫码下载', `${place}县广播电视台 出品`])],
      ),
  },
  {
    name: 'middle school',
    make: ({ title, lines, random, facts: { place, dashedDay, person, count } }) => {
      const school = pick(random, [`${place}第一中学`, `${place}实验小学`, `${place}外国语学校`]);
      return sheet(
        random,
        [...maybe(random, 0.7, school), ...maybe(random, 0.5, pick(random, ['校训：勤 朴 诚 勇', '让每一朵花都有自己的春天', '办学理念：和而不同'])), pick(random, ['首页 学校概况 德育之窗 教学科研 学生天地 家校桥', '走进校园 · 校务公开 · 名师风采 · 招生', '校园新闻|国旗下讲话|校长论坛|资源库']), ...maybe(random, 0.5, `首页 > 校长论坛 > 浏览文章`), ...maybe(random, 0.4, pick(random, [`${title}--${school}`, `${school} ${title}`, `[校长论坛]${title}`]))],
        underTitle(lines, [pick(random, [`作者：${person} 文章来源：本校 更新：${dashedDay} 点击数：${count % 3000}`, `${dashedDay} 录入：校办`, `${person}老师上传    ${dashedDay}`, `发布：教务处  时间：${dashedDay}  浏览：${count % 3000}人次`])], pick(random, paragraphs), random() < 0.5 ? [{ share: 0.4, text: pick(random, ['图为操场上的开学典礼', '[图片1]', `摄影：${person}老师`]) }] : []),
        [...maybe(random, 0.6, `前一篇：${otherTitles(random, 1).join('')}`, `后一篇：${pick(random, ['已是最后', '家长会安排', '冬季作息时间表'])}`), ...maybe(random, 0.5, pick(random, ['校园快讯', '图片集锦', '课表查询  成绩查询'])), ...maybe(random, 0.5, ...otherTitles(random, 3)), `地址：${place}市育才街6号  招生咨询：000-0000000`, pick(random, [`${school} © 版权所有`, `${school}信息组维护`, `教育网备案 ${count}`])],
      );
    },
  },
  {
    name: 'hospital',
    make: ({ title, lines, random, facts: { place, dashedDay, time, person, count } }) => {
      const hospital = pick(random, [`${place}市中心医院`, `${place}县中医院`, `${place}妇幼保健院`]);
      const page = sheet(
        random,
        [...maybe(random, 0.6, `${hospital}欢迎您  急救电话：120`), pick(random, ['医院概况 科室介绍 专家风采 就医指南 护理园地 院务公开', '预约挂号 | 报告查询 | 停诊通知 | 院长信箱', '首页 新闻 党群 科研 招标 招聘']), ...maybe(random, 0.6, `主页 > 医院新闻 > 详细`), ...maybe(random, 0.4, title)],
        decorated(underTitle(lines, [pick(random, [`来源:宣传科  浏览:${count % 5000}  ${dashedDay}`, `${dashedDay} ${time}   ${person}   阅读${count % 5000}`, `${dashedDay}`, `发布科室：党办  发布人：${person}`])], pick(random, paragraphs), random() < 0.4 ? [{ share: 0.5, text: pick(random, ['▲表彰现场', `宣传科 ${person} 摄`, '↑点击放大图片']) }] : []), '', pick(random, ['', '', `-${hospital}`, '[图]'])),
        [...maybe(random, 0.5, `文：党办  图：${person}`), ...maybe(random, 0.5, '健康科普', '春季养肝有讲究', '接种后为何要留观半小时', '糖友怎样吃水果'), pick(random, ['返回上级', '【返回】', '上一则  下一则']), `院址：${place}市康宁路2号  乘车：2路、11路到医院站`, ...some(random, ['医保定点单位', '门诊时间：8:00—17:30', '监督电话：000-0000000', '医院微信服务号', `医疗广告审查证明 ${count}`], whole(random, 2, 4))],
      );
      return random() < 0.3 ? halfWidthPage(page) : page;
    },
  },
  {
    name: 'faculty of a university',
    make: ({ title, lines, random, facts: { place, day, dashedDay, person, count } }) => {
      const faculty = pick(random, ['机械工程学院', '生命科学学院', '马克思主义学院', '校友工作办公室']);
      return sheet(
        random,
        [...maybe(random, 0.6, `${place}大学 ${faculty}`), pick(random, ['学院概况 师资队伍 人才培养 科学研究 学生工作 English', 'HOME  关于学院  研究生  实验中心  招聘', '通知 | 新闻 | 党建 | 校友 | 下载']), ...maybe(random, 0.5, `首页 / 学院新闻 / ${title.slice(0, 12)}…`), ...maybe(random, 0.3, '设为首页', '加入收藏')],
        underTitle(lines, [pick(random, [`发布者：${person}  发布时间：${dashedDay}  浏览次数：${count % 4000}`, `${day}  ${person}  点击：[${count % 4000}]`, `[ 发布日期：${dashedDay} ]`, `作者：　审核：${person}　编辑：　${dashedDay}`])], pick(random, paragraphs)),
        [...maybe(random, 0.5, pick(random, ['近期通知', '学术预告', '公示公告']), ...otherNews(random, 2).map((news) => `${dashedDay.slice(5)} ${news}`), `[${dashedDay}] 研究生复试安排`), pick(random, ['上一篇：没有', '【打印本页】【关闭】', '<< 返回列表']), ...maybe(random, 0.5, '常用链接  教务系统  图书馆  财务处  校历'), `${place}市大学路1号 ${faculty} 邮编100000`, pick(random, ['管理入口', `Email: dean@example.edu.cn`, `© ${faculty}  访问 ${count}`])],
      );
    },
  },
  {
    name: 'account of an institution',
    make: ({ title, lines, random, facts: { place, dashedDay, time, person, count } }) => {
      const account = pick(random, [`${place}农商银行`, `${place}工会`, `科普${place}`, `${place}供电`]);
      const gap = pick<Layout>(random, [{ gap: '\n\n', indent: '' }, { gap: '\n\n\n', indent: '' }, { gap: '\n', indent: '' }]);
      const pieces = laid(lines, gap, again(random, ['▼', '◆◆◆', '0 1', '向上滑动阅览', '❖'], whole(random, 0, 3)));
      return sheet(
        random,
        [...maybe(random, 0.5, title), pick(random, [`${account}  ${dashedDay} ${time}`, account, `${account} 今天 ${time}`]), ...maybe(random, 0.5, pick(random, ['戳上面蓝色小字加关注', '设为星标，不错过每次推送', '☝关注我们'])), ...maybe(random, 0.5, pick(random, [`小编说：会上的这篇讲话信息量很大，我们把它原原本本放在这里，大家抽空细读。`, '导语：不到现场，也能听到现场的声音。今天就请随我们一道走进会场。', '划重点！这篇讲话请转给身边的每一位同事。']))],
        random() < 0.5 ? inside(pieces, 0.5, pick(random, ['（图集见文末）', '👉点这里看现场', '[鼓掌][鼓掌]'])) : pieces,
        [pick(random, ['—— end ——', '●●●', '· 完 ·']), ...shuffled(random, [`文字｜${person}`, '图片｜小宣', '校阅｜办公室', '监制｜吕部长']).slice(0, whole(random, 2, 4)), ...maybe(random, 0.6, pick(random, ['前情回顾', '更多推送', '上期内容']), ...otherNews(random, 3)), pick(random, ['点个赞再走呗', '转发=支持', '您的每一次点击都是鼓励']), ...maybe(random, 0.5, `阅读${count}  赞${count % 300}`), ...maybe(random, 0.4, '名称已清空', '轻点两下取消赞')],
      );
    },
  },
  {
    name: 'headline app',
    make: ({ title, lines, random, facts: { place, person, dashedDay, count } }) => {
      const pieces = laid(lines, pick(random, paragraphs));
      return sheet(
        random,
        [...maybe(random, 0.5, '推荐 热榜 视频 本地'), pick(random, [`${place}发布`, `${person}说公文`, '会议室里的那些事']), pick(random, [`${whole(random, 1, 20)}小时前 · 官方账号`, `${dashedDay} · 优质领域创作者`, `IP属地：山东  ${count % 900}粉丝`]), ...maybe(random, 0.6, pick(random, ['AI速览：文章为一次会议上的讲话，先讲成绩，再讲任务，最后提出要求。', `一句话看懂：${title.slice(0, 10)}说了些什么，读这篇就够了。`, '智能摘要 由大模型生成，仅供参考']))],
        random() < 0.6 ? midSentence(pieces, 0.25 + random() * 0.5, pick(random, ['[展开剩余72%]', '🔍热搜词', '（此处插播）'])) : titleRunIn(pieces),
        [...maybe(random, 0.5, pick(random, ['作品声明：内容来自公开报道', '作者声明：含引用', '＊本文为平台用户上传'])), `#${pick(random, ['职场写作', '会议', '公文'])}# #${place}#`, pick(random, ['举报/不感兴趣', '投诉  屏蔽作者', '反馈']), '热榜', ...otherNews(random, 4).map((news) => `${news} ${whole(random, 12, 480)}万热度`), ...maybe(random, 0.6, `抢先评论`, `${count % 800}评  ${count}赞`), pick(random, ['回到顶部', 'APP内打开', '没有啦～'])],
      );
    },
  },
  {
    name: 'group company',
    make: ({ lines, random, facts: { place, dashedDay, person, count } }) => {
      const company = pick(random, [`${place}重工集团`, `${place}水务股份`, `${place}建设控股`]);
      const [year, month, day] = dashedDay.split('-');
      return sheet(
        random,
        [pick(random, ['EN | 中文', 'OA登录  邮箱  供应商平台', `${company}  股票代码：600000`]), pick(random, ['走进集团 产业布局 新闻中心 投资者关系 人力资源 联系我们', '首页 关于我们 产品 案例 新闻 服务', 'ABOUT  BUSINESS  NEWS  CAREER']), ...maybe(random, 0.5, 'NEWS CENTER', '新闻中心'), ...maybe(random, 0.5, '首页>新闻中心>领导致辞'), ...maybe(random, 0.5, pick(random, [`${day}\n${year}-${month}`, `${year}/${month}/${day}`, `[${dashedDay}]`]))],
        decorated(laid(lines, pick(random, paragraphs), random() < 0.5 ? [{ share: 0.35, text: pick(random, ['图：董事长致辞', 'Photo by 企业文化部', '（图：年会现场）']) }] : []), pick(random, ['', '', '置顶 | ']), pick(random, ['', '', ` ${dashedDay}`, `  浏览：${count % 900}`])),
        [...maybe(random, 0.5, `企业文化部  ${person}`), ...shuffled(random, ['返回列表 BACK', 'PREV 上一条', 'NEXT 下一条']).slice(0, whole(random, 1, 3)), ...maybe(random, 0.6, 'MORE+', ...otherTitles(random, 2)), pick(random, ['服务热线 400-000-0000', '全国统一客服：95000', '扫码关注企业号']), ...maybe(random, 0.5, '分享至  微信  微博  领英'), `${company}有限公司 All Rights Reserved`, ...maybe(random, 0.4, 'TOP'), ...maybe(random, 0.3, '网站建设：某某网络')],
      );
    },
  },
  {
    name: 'trade association',
    make: ({ title, lines, random, facts: { place, day, dashedDay, person, count } }) => {
      const association = pick(random, [`${place}市科技咨询业协会`, `${place}省食品工业协会`, `${place}市物流商会`, `${place}市女科技工作者协会`]);
      return sheet(
        random,
        [...maybe(random, 0.6, association), pick(random, ['协会概况 章程 组织机构 行业资讯 会员风采 入会申请', '首页 | 党建 | 分会 | 培训 | 展会 | 期刊', '会员登录 免费注册 联系秘书处']), ...maybe(random, 0.5, `协会动态 - 会长讲话`), ...maybe(random, 0.6, pick(random, [`${title}-${association}`, `${association} - ${title}`, `【会长讲话】${title}`]))],
        decorated(laid(lines, pick(random, paragraphs)), '', pick(random, ['', `\n出处：秘书处    ${day}`, `\n发布日期:${dashedDay} 点击数:${count % 2000}`, `\n${dashedDay} ${association}`])),
        [...maybe(random, 0.5, `（秘书处 ${person} 报送）`), ...maybe(random, 0.6, `分享到: QQ好友 空间 微信`), pick(random, ['副会长单位', '理事单位名录', '合作伙伴']), ...some(random, [`${place}鼎元科技有限公司`, '东海面粉厂', `${place}顺通运输公司`, '金谷酒业', '华蕊种苗研究所'], whole(random, 2, 4)), ...maybe(random, 0.5, '【相关阅读】', ...otherTitles(random, 2)), `秘书处：${place}市科技大厦505  电话/传真：000-0000000`, ...some(random, ['会员QQ群：10000000', 'Powered by SiteMaker', '会费缴纳账户查询', '网站地图'], whole(random, 1, 3))],
      );
    },
  },
  {
    name: 'portal copied as one line',
    make: ({ title, lines, random, facts: { place, dashedDay, time, count } }) => {
      const gap = pick(random, [' ', '  ', '　']);
      const row = (parts: readonly string[]): string => parts.join(gap);
      const [head, ...rest] = laid(lines, pick<Layout>(random, [{ gap: ' ', indent: '' }, { gap: '　　', indent: '' }, { gap: '  ', indent: '' }]));
      const above = [...maybe(random, 0.7, `${place}市政府网`, '网站支持IPv6', '长者模式'), ...maybe(random, 0.6, '首页', '要闻', '公开', '办事', '互动', '走进' + place), pick(random, [`首页 > 政府信息 > 讲话`, `您现在的位置：讲话发言`, `>> 领导讲话 >> 正文`]), ...maybe(random, 0.4, title)];
      const under = some(random, [`发布日期：${dashedDay} ${time}`, `来源：${place}市府办`, '【字体：大 中 小】', `访问量：${count}`, '打印', '分享到：'], whole(random, 2, 5));
      const below = [...maybe(random, 0.5, '附件：', `${title}.doc`), ...maybe(random, 0.6, '上一篇：', ...otherTitles(random, 1), '下一篇：', ...otherTitles(random, 1)), ...some(random, [`主办：${place}市人民政府办公室`, '维护：市电子政务中心', '邮箱：wz@example.gov.cn', '电话：000-0000000', `备案号：粤ICP备${count}号`, '关于我们', '站点地图'], whole(random, 3, 6))];
      return [added(row(above) + gap), ...(head === undefined ? [] : [head]), added(gap + row(under)), ...rest, added(gap + row(below))];
    },
  },
  {
    name: 'print view of an article',
    make: ({ lines, random, facts: { place, dashedDay, time, person, id } }) => {
      const site = pick(random, [`${place}机关事务网`, `${place}青年网`, `${place}国资网`]);
      const address = `http://www.example.cn/print/${id}.shtml`;
      return sheet(
        random,
        [pick(random, ['打印预览', `【打印版】${site}`, `${site} -- 打印文章`]), ...maybe(random, 0.6, address), ...maybe(random, 0.5, pick(random, ['[打印本稿] [关闭] [调整字号]', '页面设置 | 打印 | 取消', '不打印图片  黑白打印']))],
        random() < 0.5 ? underTitle(lines, [pick(random, [`${dashedDay} ${time}  ${site}`, `${site} ${dashedDay}`, `发布：${dashedDay}  整理：${person}`])], pick(random, paragraphs)) : inside(decorated(laid(lines, pick(random, paragraphs)), '', pick(random, [`-${site}`, `（${site}）`, ''])), 0.5, pick(random, [`（图略，见${site}）`, `[超链接：专题]`, `<${address}>`])),
        [pick(random, [`文章来自：${site}`, `原文地址：${address}`, `本页打印自${site}，打印时间 ${dashedDay} ${time}`]), ...maybe(random, 0.5, `打印人：${person}`), ...maybe(random, 0.5, pick(random, [`${site}保留所有权利`, '仅供个人阅读，不作他用', `引用请写明出自${site}`])), pick(random, ['[关闭窗口]', '返回原文', '1 / 1'])],
      );
    },
  },
];
