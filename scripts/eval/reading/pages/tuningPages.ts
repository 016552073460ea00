import { pick } from '../damage.ts';
import { around, between, body, cut, inside, midSentence, titled, type PageFamily } from './page.ts';

/** Pages to try rules on and to learn from, written on 25 November 2026 before the rules and tables that they try. */
export const tuningPages: readonly [PageFamily, ...PageFamily[]] = [
  {
    name: 'government site',
    make: ({ title, lines, facts: { day, dashedDay, count, place, person } }) =>
      around(
        ['无障碍浏览  进入关怀版', `${place}市人民政府门户网站`, '首页  要闻动态  政务公开  政务服务  互动交流  数据开放', `当前位置：首页 > 政务公开 > 领导讲话 > ${title}`],
        titled(lines, [`${day} 来源：${place}市政府办公室`, '【字体：大 中 小】 打印 分享：', `浏览量：${count}`]),
        ['附件下载：', `附件：${title}.pdf`, `责任编辑：${person}`, '扫一扫在手机打开当前页', '关联稿件', '相关政策解读', `主办单位：${place}市人民政府办公室  承办单位：${place}市信息中心`, `政府网站标识码：${String(count).padStart(10, '3')}  网站支持IPv6`, `鲁ICP备${count}号  鲁公网安备37000002000${count}号`, `网站地图 | 联系方式 | 网站声明 | 更新于${dashedDay}`],
      ),
  },
  {
    name: 'party newspaper',
    make: ({ lines, facts: { day, time, place, person } }) =>
      around(
        [`${place}日报数字报`, `${day} 星期三`, '第03版：要闻·综合', '上一版  下一版', '上一篇  下一篇', '放大+ 缩小- 默认○', '朗读'],
        between(lines, [{ share: 0.5, text: `▲图为会议现场。本报记者 ${person} 摄` }]),
        [`本报记者 ${person} 整理`, `（${place}日报 ${time} 签发）`, '版权声明：本报所载内容未经书面授权不得转载', `${place}日报社 版权所有  地址：${place}市报业大厦`, '往期回顾  返回目录', '版面概览：第01版 第02版 第03版 第04版'],
      ),
  },
  {
    name: 'public account',
    make: ({ lines, random, facts: { dashedDay, time, person, place } }) =>
      around(
        [`原创 ${person} ${place}科协之声 ${dashedDay} ${time} 发表于山东`, '收录于合集', '#领导讲话 42个', '点击上方蓝字关注我们', '听全文'],
        inside(body(lines, '\n\n'), 0.4, pick(random, ['（点击下方卡片，关注我们不迷路）', '👇👇点击图片查看大会直播回放👇👇'])),
        ['END', `来源：${place}科协`, `编辑：${person}`, `审核：何主任`, '觉得内容还不错的话，给我点个“在看”呗', '分享 收藏 点赞 在看', '阅读原文', '阅读 2386', '预览时标签不可点', '微信扫一扫', '关注该公众号', '继续滑动看下一个', '轻触阅读原文', '知道了', '微信扫一扫 使用小程序', '取消 允许', '： ， 。  视频 小程序 赞 ，轻点两下取消赞 在看 ，轻点两下取消在看'],
      ),
  },
  {
    name: 'document sharing',
    make: ({ title, lines, facts: { pages, id, dashedDay, count } }) =>
      around(
        ['首页 文档 视频 音频 文集', '批量上传 我的文档 充值', `文档编号：${id}  上传时间：${dashedDay}  格式：DOC  页数：${pages}  价格：5 积分`, `本文档由 s****y 于 ${dashedDay} 贡献`, `${title}_文档预览`],
        cut(body(lines), 700, (page) => `\n第 ${page} 页 / 共 ${pages} 页\n`),
        [`文档预览已结束，下载后可查看全部 ${pages} 页`, '下载券不足？立即充值', `该文档已被浏览 ${count} 次，收藏 12 次`, '评分：5.0（3人评价）', '还可以输入 200 字', '您可能感兴趣的文档', '2019年全市经济工作会议讲话 8页', '县委书记任前谈话稿 3页', '换一批', '如要投诉违规内容，请到文库投诉中心', '意见反馈 | 文库协议 | 帮助'],
      ),
  },
  {
    name: 'model essays',
    make: ({ title, lines, facts: { dashedDay, person, count } }) =>
      around(
        [`${title}`, `小编：${person}  日期：${dashedDay}  人气：${count}`, '[移动版]', `导语：以下是小编精心整理的《${title}》，仅供参考，希望能够帮助到大家。`, '本文目录', `第一篇：${title}`],
        between(lines, [{ share: 0.35, text: '>>>点击此处查看更多领导讲话稿范文' }, { share: 0.7, text: '本页链接复制发给好友，一起学习' }]),
        [`《${title}》由范文大本营整理，转载请保留出处`, '【在座谈会上的讲话】相关文章：', '1.学校开学典礼校长讲话稿', '2.项目开工仪式领导讲话', '3.安全生产月启动仪式讲话稿', '将本文的Word文档下载到电脑，方便收藏和打印', '推荐度：★★★★★', '点击下载文档', '上一篇：关于读书活动的讲话', '下一篇：优秀教师代表发言', '热门推荐', '开通会员 / 单篇购买 客服微信：fw2019'],
      ),
  },
  {
    name: 'forum',
    make: ({ lines, random, facts: { dashedDay, time, person, count } }) =>
      around(
        ['设为首页 收藏本站', '登录  立即注册  找回密码', '论坛›机关写作›讲话稿区›查看内容', `发新帖  回复  返回列表`, `查看: ${count}|回复: 17`, `[讲话稿] [复制链接]`, `${person}  当前离线`, '积分 3042  威望 12', `发表于 ${dashedDay} ${time} | 只看该作者 | 倒序浏览 | 阅读模式`],
        cut(body(lines), 420, () => pick(random, ['\n# q4 x) v8 n2 T! e\n', '\n  ^7 z0 k& Y5 r_ w\n', '\n3 j9 P- m/ c6 u1 d\n'])),
        ['本帖最后由 管理员 编辑', '评分 参与人数 3 威望 +5 收起 理由', '回复 使用道具 举报', '楼主好人，谢谢分享！', '沙发', '发表于 2015-3-4 09:12', '顶一个，学习了', '您需要登录后才可以回帖 登录 | 立即注册', '高级模式', '快速回复 返回顶部 返回列表', 'Archiver|手机版|小黑屋|机关写作论坛', 'GMT+8, 2019-5-6 10:22 , Processed in 0.062 second(s), 24 queries .', 'Powered by Discuz! X3.2', '© 2001-2013 Comsenz Inc.'],
      ),
  },
  {
    name: 'office intranet',
    make: ({ title, lines, facts: { day, dashedDay, time, person, place } }) =>
      around(
        ['协同办公平台', `欢迎您，${person}  今天是${day}  [退出] [修改密码]`, '待办事项(3) 已办事项 通知公告 公文管理 会议管理 通讯录', `标题：${title}`, `发布部门：${place}市科协办公室  发布人：${person}  发布时间：${dashedDay} ${time}`, '密级：内部  缓急：平件  阅读范围：全体', '阅读次数：86  已签收：42人  未签收：5人'],
        body(lines, '\n', '　　'),
        ['签收', `签收人  签收时间  签收意见`, `${person}  ${dashedDay} ${time}  已阅`, '附件(2)', `会议材料.zip (1.2MB) 下载 预览`, '[打印] [导出] [转发] [收藏] [关闭]', '技术支持：信息中心 内线8321', '建议使用IE8.0以上浏览器，分辨率1024×768'],
      ),
  },
  {
    name: 'journal',
    make: ({ lines, random, facts: { place, person, dashedDay, id } }) =>
      around(
        [`第${1 + (id % 40)}卷 第${1 + (id % 6)}期`, `${place}科技管理`, `${place.toUpperCase()} Science and Technology Management`, `Vol.${1 + (id % 40)} No.${1 + (id % 6)}`, `DOI：10.3969/j.issn.1000-${String(id).slice(0, 4)}.2019.03.012`, '中图分类号：G322    文献标识码：A    文章编号：1000-0000（2019）03-0012-05'],
        cut(body(lines), 800, (page) => pick(random, [`\n· ${page + 11} ·\n${place}科技管理  2019年第3期\n`, `\n${page + 11}  ${place}科技管理\n`])),
        [`收稿日期：${dashedDay}`, `作者简介：${person}（1972—），男，山东人，研究员，研究方向：科技政策。`, '基金项目：省软科学研究计划项目（2018RKB01100）', '参考文献：', '[1] 王某某. 学会治理结构研究[J]. 学会, 2016(4): 12-18.', '[2] 李某某. 科技社团改革发展问题探讨[M]. 北京: 某某出版社, 2014.', '（责任编辑：江一帆）'],
      ),
  },
  {
    name: 'news with captions',
    make: ({ title, lines, facts: { day, time, person, place } }) =>
      around(
        [`${place}新闻网 > 时政 > 正文`, title, `${day}${time}  来源：${place}新闻网  参与互动(0)`, '字号：小 中 大', '分享到：微信 微博 QQ空间'],
        between(lines, [{ share: 0.25, text: `${day}，大会在${place}会议中心举行。${person} 摄` }, { share: 0.6, text: '点击播放 视频：大会开幕现场' }, { share: 0.8, text: '【延伸阅读】' }]),
        ['【编辑:白云山】', `更多精彩内容请进入时政频道`, '相关新闻', '科技工作者日活动启动 2019-05-30', '全市科普讲解大赛落幕 2019-05-22', '关于我们 | 联系我们 | 广告服务 | 供稿服务 | 法律声明 | 招聘信息', '本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。', '未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。', '直播视频 图片 滚动 精彩推荐 热点图片'],
      ),
  },
  {
    name: 'video transcript',
    make: ({ title, lines, facts: { dashedDay, person } }) =>
      around(
        [`${title}.mp4 录音转写`, `录音时长：01:12:36  转写时间：${dashedDay}`, `说话人数：1  转写引擎：中文普通话`, '[本文字稿由机器自动生成，未经本人审阅]'],
        lines.flatMap((line, index) => [
          ...(line.kind === 'body' ? [{ text: `${index % 2 === 0 ? '' : '发言人1  '}00:${String(index % 60).padStart(2, '0')}:${String((index * 17) % 60).padStart(2, '0')}\n`, added: true }] : []),
          { text: `${line.text}\n`, added: false },
        ]),
        ['转写结束', `校对人：${person}`, '导出自语音转写助手'],
      ),
  },
  {
    name: 'phone page',
    make: ({ title, lines, facts: { dashedDay, count, place } }) =>
      around(
        ['打开APP', '=导航', `${place}快讯 关注`, `${dashedDay} ${count}阅读`, '听新闻 00:00 / 12:45', '快捷播放'],
        inside(body(lines, '\n\n'), 0.55, '展开全文，打开APP阅读体验更佳'),
        ['打开APP 阅读全文', '剩余60%', `#${title.slice(0, 6)}# #讲话#`, '写评论', '优质评论 0', '没有更多内容了', '猜你喜欢', '打开APP查看更多精彩', '举报 反馈 返回首页', '触屏版 电脑版'],
      ),
  },
  {
    name: 'print of a browser',
    make: ({ title, lines, facts: { dashedDay, id, place } }) =>
      around(
        [`${title}-${place}市科学技术协会`],
        cut(body(lines), 620, (page) => `\nhttp://www.example.gov.cn/art/2019/5/30/art_${id}.html  ${page}/9\n${dashedDay.replaceAll('-', '/')}  ${title}-${place}市科学技术协会\n`),
        [`http://www.example.gov.cn/art/2019/5/30/art_${id}.html  9/9`],
      ),
  },
  {
    name: 'printed pages, number within the line',
    make: ({ lines, random, facts: { pages } }) => {
      const form = pick(random, [(page: number) => `- ${page} -`, (page: number) => `— ${page} —`, (page: number) => `第${page}页共${pages + 20}页`, (page: number) => ` ${page}/${pages + 20} `]);
      return cut(body(lines), 560, form);
    },
  },
  {
    name: 'writing site with stamps',
    make: ({ title, lines, random, facts: { dashedDay, id } }) =>
      around(
        [`${title}_文秘小站`, '文秘小站 | 工作报告 | 述职 | 党团 | 致辞 | 主持 | 倡议 | 合同', '位置：文秘小站 → 致辞 → 领导致辞', `整理：文秘小站 时间：${dashedDay} 编号：${id}`, `前言：《${title}》是由我站网友投稿，经编辑排版后发布，供大家写作时借鉴。`],
        midSentence(inside(inside(body(lines), 0.2, pick(random, ['文秘小站 wm.example.com', '（文秘小站整理）', '文秘小站版权所有'])), 0.5, pick(random, ['本文来自文秘小站', '（本文共五千余字，非会员仅显示部分）'])), 0.75, pick(random, ['[wm.example.com文秘小站]', '(文秘小站)', '【文秘小站www.example.net】'])),
        ['试读到此为止，成为会员即可阅读余下部分', '版权提示：文稿由投稿人提供，若涉及权益问题请与管理员联系处理。', '接下来看看', '青年教师座谈会院长讲话稿', '某集团年终大会董事长致辞', '县委党校秋季班结业式上的发言', '点此领取写作大礼包', '文秘小站手机站 触屏版'],
      ),
  },
  {
    name: 'account with a promotional lead',
    make: ({ lines, random, facts: { dashedDay, person, place } }) =>
      around(
        [
          `机关笔记 ${dashedDay} ${place}`,
          pick(random, [
            '今天给大家带来一篇高质量的领导讲话，思路开阔、语言鲜活，无论是结构还是用词都很考究，同行们可以仔细揣摩。',
            '读者朋友们好，最近后台不少人问讲话稿怎样写出新意。恰好看到这一篇，忍不住要推荐给你们，读完一定有收获。',
            `【按】这是${person}同志在一次会议上的讲话，编辑时作了少量删节，标题为编者所加。现予刊载，以飨读者。`,
          ]),
          '下面上正文：',
        ],
        body(lines, '\n\n'),
        ['（文中图片均为资料图）', '写在后面', '好文章是改出来的。如果这篇稿子对你有启发，请随手点亮小心心，我们下期再见。', '前几期的热门稿件', '怎样把年终总结写出彩', '一位老秘书长的二十条笔记', '新年贺词里的十个好句子', `作者 / ${person}`, '主理人微信 jgbj2018', '本号所推文章除注明原创外均来自公开渠道，仅作学习之用。', '5人付费 已读到底'],
      ),
  },
  {
    name: 'mail with a chain of replies',
    make: ({ title, lines, random, facts: { day, time, person } }) =>
      around(
        [`回复：${title}`, `${person}<li@example.com> ${day} ${time}`, '发送至 我、综合处', '隐藏信息 打印 全屏', '主任：', '您要的讲话稿发您，请查收。另，打印版已放在您桌上。', '祝工作顺利！', `${person}`, `On ${day}, 办公室 wrote:`, `From: "办公室" <bgs@example.com>`, `To: ${person}`, `Subject: ${title}`, `Date: Wed, 6 Mar 2019 09:12:33 +0800`],
        body(lines, pick(random, ['\n', '\n\n'])),
        ['此致', '敬礼', `${person}`, '综合处 内线 6120', 'Sent from my Mi phone', '本邮件仅发给指定的收件人，可能涉及工作秘密。未经许可，任何人不得转发、复制或披露其内容。', '快捷回复给：综合处', '写信 收信 通讯录'],
      ),
  },
  {
    name: 'group chat',
    make: ({ title, lines, random, facts: { dashedDay, time, person } }) =>
      around(
        [`消息记录导出`, `分组：单位群  对象：机关文字组`, `日期: ${dashedDay}`, `${time}:12 ${person}(100123)`, '哪位有上次会上的讲话稿，发我学习一下，谢谢', `${time}:40 小唐(200456)`, pick(random, ['这里有，稍等', '@老周 发你了，注意查收']), `[文件：${title}.doc]`],
        body(lines),
        [`${time}:58 ${person}(100123)`, '感谢[玫瑰]', '好的好的', `${time}:59 系统消息`, `“小唐”撤回了一条消息`, '[图片]', '—————以上是历史消息—————'],
      ),
  },
  {
    name: 'stock phrases of a document site',
    make: ({ title, lines, random, facts: { pages } }) =>
      around(
        ['-_', `${title}(通用版)`, '优选文档 放心下载'],
        cut(body(lines), 540, pick(random, [(page: number) => `\n优选文档，仅供参考\n${page}\n`, (page: number) => `优选文档 可自行编辑 ${page} / ${pages + 30}`, (page: number) => `\n下载后可直接使用 ${page}\n`, (page: number) => `\n.\n~${page}~\n优选文档\n`])),
        ['（注：可根据实际情况删减，双击可去除页眉）', '以上文档资料来源于互联网，如有雷同纯属巧合', '（本文档为Word格式，下载后可以自由修改使用）', '祝您生活愉快，工作顺心'],
      ),
  },
  {
    name: 'university site',
    make: ({ title, lines, facts: { dashedDay, time, place, person, count } }) =>
      around(
        [`${place}理工学院党委宣传部`, '站内检索', '首页 部门概况 理论学习 新闻宣传 文化建设 下载中心', '您的位置: 首页 -> 理论学习 -> 领导讲话', title, `${dashedDay} ${time}   ${person}   校办   (点击: ${count})`],
        titled(lines, [`供稿：校办  图片：${person}`]),
        ['附件【会议手册.pdf】已下载 35 次', '关闭本页', `上一篇：我校召开春季学期工作布置会`, '下一篇：校领导看望慰问离退休老同志', '兄弟院校 上级主管部门 校内链接', `地址：${place}市学府路3号 邮政编码：276000`, `Copyright ${place}理工学院党委宣传部. 建议分辨率1280×720`, '管理登录 累计访问量：0020391'],
      ),
  },
  {
    name: 'text of a print-ready file',
    make: ({ title, lines, random, facts: { place } }) => {
      const form = pick(random, [(page: number) => `\n${place}市委党校学报　${page + 30}\n`, (page: number) => `${place}市领导参阅 第${page}页`, (page: number) => `\n${title.slice(0, 16)}…… · ${page} ·\n`]);
      return around([`参阅件`, `${place}市委办公室编　第 36 期`, '送：市委常委'], cut(body(lines, '\n', '　　'), 600, form), ['（此件发至县处级）', `打字：小孙　校对：小吴　共印 60 份`, `E:\\稿件\\2018\\定稿-1.wps`, '共 12 页 第 12 页 100% 字数：5231']);
    },
  },
  {
    name: 'news application',
    make: ({ title, lines, facts: { dashedDay, time, place, person, count } }) =>
      around(
        [`${title}`, `${place}新闻客户端`, `${dashedDay} ${time} 记者 ${person} 浏览量 ${count} 语音播报 收藏`, `编者的话：近日，${place}市召开大会，市委主要领导在会上作了讲话，引起热烈反响。本端今天全文推送，敬请关注。`],
        between(lines, [{ share: 0.3, text: '（下转第二版）' }, { share: 0.5, text: '点击上图进入专题页面' }, { share: 0.7, text: `会场外，志愿者在发放资料。 ${person} 摄` }]),
        [`记者：${person}`, `编审：何主任 责任编辑：小周 校对：小郑`, '全部跟帖 3', '游客 学习了，写得太好了', '为你推荐', '这座小城为何留得住博士', '全市项目建设“赛马”放榜', '秋粮收购价格公布', `${place}日报传媒集团出品`, '打开客户端 看本地事', '不良信息举报 0539-0000000'],
      ),
  },
  {
    name: 'blog',
    make: ({ title, lines, random, facts: { dashedDay, time, count } }) =>
      around(
        ['老笔头的空间', '主页 日志 相册 说说 留言板', `${title} [原创]`, `(${dashedDay} ${time}) 转载▼`, `标签： 讲话 机关 分类： 工作留痕`],
        inside(body(lines), 0.45, pick(random, ['（转帖请告知本人）', '[图片来源于网络]'])),
        [`阅读(${count}) ┊ 评论(6) ┊ 收藏(2) ┊ 喜欢 ┊ 举报`, '前一篇：怎样给领导写讲话稿', '后一篇：读书札记之三', '评论 重要提示：警惕虚假中奖信息', '发评论', '老同学2018-03-02 20:11', '拜读了，问好朋友！', '登录名： 密码： 找回密码 注册 记住登录状态', '以上网友发言只代表其个人观点，不代表本网站的观点或立场。', '< 前一篇怎样给领导写讲话稿', '博客意见反馈留言板 不良信息反馈 客服电话 提示音后按1键'],
      ),
  },
];
