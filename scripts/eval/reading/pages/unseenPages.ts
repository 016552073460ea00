import { pick } from '../damage.ts';
import { around, between, body, cut, inside, titled, type PageFamily } from './page.ts';

/**
 * Held out: written on 25 November 2026, before the rules and tables that are measured on them, and after that never
 * looked into; only the figure is read. What fails here is not to be mended one by one.
 */
export const unseenPages: readonly [PageFamily, ...PageFamily[]] = [
  {
    name: 'ministry site',
    make: ({ lines, facts: { dashedDay, time, place, id } }) =>
      around(
        ['移动版  微信  微博  邮箱  EN', `${place}省科学技术厅`, '机构  新闻  公开  服务  互动  数据  专题', '您当前的位置：首页 >> 信息公开 >> 工作动态 >> 厅领导讲话', `索 引 号：11370000${id}  发文日期：${dashedDay}`, '文　　号：无  有 效 性：有效'],
        titled(lines, [`信息来源：办公室  发布时间：${dashedDay} ${time}`, '【 大 中 小 】 【 打印此页 】 【 关闭窗口 】', '分享到： 微信 微博 人人']),
        ['附件列表：', '暂无附件', '用手机浏览当前页', '上一篇：全省科技工作会议召开', '下一篇：关于征集揭榜挂帅项目的通知', '国务院部门网站  各省科技厅网站  地方科技局网站  直属单位网站', `版权所有：${place}省科学技术厅  地址：${place}市舜华路607号  邮编：250101`, '网站标识码 3700000033  备案序号 鲁ICP备05011700号', '您是第 12903884 位访问者', '建议使用1366*768及以上分辨率'],
      ),
  },
  {
    name: 'party history site',
    make: ({ lines, facts: { day, person, place } }) =>
      around(
        [`${place}党史网`, '理论动态 | 党史研究 | 文献资料 | 人物春秋 | 网上展馆', '本站首页 → 文献资料 → 讲话报告', `〖${day}〗〖责编：${person}〗`, '点击图片浏览下一页'],
        cut(body(lines), 900, (page) => `\n【第 ${page} 页】\n`),
        ['本文共 4 页 首页 上页 1 2 3 4 下页 末页', `（来源：${place}党史研究室）`, '〖打印〗〖推荐给好友〗〖返回顶部〗', '相关链接：', '党的创新理论万场宣讲走进社区', '革命旧址保护利用片区名单公布', `中共${place}市委党史研究院 主管主办`, '网站维护：网络信息科  投稿邮箱：dsw@example.com'],
      ),
  },
  {
    name: 'public account, second',
    make: ({ lines, random, facts: { dashedDay, place, person, count } }) =>
      around(
        [`${place}发布`, `${place}市委宣传部官方账号`, `${dashedDay}`, '以下文章来源于科技前沿观察，作者' + person, '科技前沿观察 .', '聚焦科技，洞见未来', '↑ 点击蓝字 关注我们 星标不走丢 ↑', '全文共3612字，阅读大约需要9分钟'],
        inside(body(lines, '\n\n'), 0.6, pick(random, ['（上下滑动查看更多）', '（← 左右滑动查看 →）'])),
        ['— THE END —', '供稿丨办公室', `排版丨${person}`, '初审丨田野  复审丨石磊  终审丨顾晓', '投稿邮箱：kxtg@example.com', '往期推荐', '这场大会，干货满满！', '科普大篷车开进大山里', '喜欢就点个赞和“推荐”吧', `${count}人已读`, '人划线', '朋友会在“发现-看一看”看到你“在看”的内容', '可以分享给更多朋友', '确定 取消', '长按二维码识别 加入交流群'],
      ),
  },
  {
    name: 'library of documents',
    make: ({ title, lines, facts: { pages, count, id } }) =>
      around(
        ['百科文档库VIP 专享 8 折', '搜索文档  综合 DOC PDF PPT XLS', `${title}`, `暂无评价|0人阅读|0次下载|举报文档`, `${pages}页 ${count % 90 + 10}KB  2积分`, '加入阅读列表 下载本文 全屏 缩放 100%'],
        cut(body(lines), 650, (page) => `\n${page} / ${pages}\n`),
        ['预览结束 剩余部分请下载后查看', '本文档为付费文档，未经许可请勿传播', '购买本文档 1.00 元', `文档ID：${id}`, '喜欢此文档的还喜欢', '工会换届大会领导讲话 4页 免费', '在人大代表履职培训班上的讲话 11页 2积分', '年度考核述职报告 6页 1积分', '用户评价 我要评价', '©百科文档库 使用前必读 文库协议 广告服务 企业服务', '站点地图：A B C D E F G'],
      ),
  },
  {
    name: 'secretaries’ site',
    make: ({ title, lines, facts: { dashedDay, person, count, id } }) =>
      around(
        ['老李文秘网——文秘工作者的加油站', '用户名： 密码： 登录 免费注册', '最新文稿 领导讲话 工作汇报 调研报告 党建材料 心得体会 主持词 理论文章', `您现在浏览的是：老李文秘网 - 领导讲话 - 科技系统`, title, `作者：${person}投稿  字数：${count % 9000 + 1000}  点击数：${count}  更新：${dashedDay}`, '关键字：讲话 科技 会议'],
        inside(body(lines), 0.5, '（本文作者系老李文秘网会员，版权所有，翻版必究）'),
        ['文章录入：admin    责任编辑：admin', '发表评论 告诉好友 打印此文 收藏此页', '最新热点  最新推荐  相关文稿', '【领导讲话】在全市信访稳定工作会议上的讲话 [图]', '【领导讲话】在机关干部作风整顿会上的讲话', `会员咨询电话：0530-${id % 10000000}（工作日8:30—17:30）`, '银行汇款 | 常见问题 | 会员须知 | 代写文稿', '老李文秘网 信息产业部备案：鲁ICP备09000000号', '本站严禁转载，如发现将公布其单位及姓名'],
      ),
  },
  {
    name: 'blog',
    make: ({ lines, facts: { dashedDay, time, person, count, place } }) =>
      around(
        [`${person}的博客`, 'http://blog.example.com/u/1298', '[订阅][手机订阅]', '首页 博文目录 图片 关于我', '正文 字体大小：大 中 小', `(${dashedDay} ${time}:05)`, '标签： 杂谈', '分类： 工作文稿'],
        body(lines, '\n\n', '　　'),
        ['分享： 分享到新浪Qing', `阅读(${count}) ┊ 评论 (3) ┊ 收藏(1) ┊转载(2) ┊ 喜欢▼ ┊打印┊举报`, '已投稿到：排行榜', '前一篇：清明回乡记', '后一篇：调研随笔之二', '评论 重要提示：警惕虚假中奖信息 [发评论]', '做第一个评论者吧！ 抢沙发>>', '发评论', '登录名： 密码： 找回密码 注册', '验证码： 请点击后输入验证码 收听验证码', '以上网友发言只代表其个人观点，不代表本网站的观点或立场。', `个人资料 ${person} 微博 加好友 发纸条 写留言 加关注`, '博客等级： 博客积分： 博客访问： 关注人气： 获赠金笔： 0支', `谁看过这篇博文 加载中… ${place}网友`],
      ),
  },
  {
    name: 'university office page',
    make: ({ title, lines, facts: { day, person, count } }) =>
      around(
        ['校内信息门户', `${person}老师，您好！ 注销`, '我的待办 | 校内公告 | 规章制度 | 会议纪要 | 下载中心', `${title}`, `作者： ${person}  来源： 党委办公室  审稿： 刘老师  阅读： ${count}  时间： ${day}`],
        body(lines, '\n'),
        ['已阅人员：王老师 赵老师 孙老师 周老师', '未阅人员：吴老师 郑老师', `附件【讲话稿定稿.docx】已下载${count % 100}次`, '返回列表 回到首页 打印', '学校主页 | 图书馆 | 校园卡服务 | VPN', '党委办公室 电话：0531-00000000 传真：0531-00000001'],
      ),
  },
  {
    name: 'evening paper',
    make: ({ lines, facts: { day, place, person } }) =>
      around(
        [`A04 特别报道`, `${place}晚报 ${day} 星期二 农历四月廿六`, `责编 ${person} 美编 顾晓 校对 田野`, '版面导航 标题导航 PDF版', '< 上一篇 下一篇 >', 'T大 T小'],
        between(lines, [{ share: 0.4, text: `会议现场座无虚席。 ${place}晚报记者 ${person} 摄影报道` }]),
        [`${place}晚报·新壹点记者 ${person} 通讯员 石磊`, '新闻热线 96706', '发行热线 投递投诉 广告刊登', `本版图片除署名外均由主办方提供`, `${place}晚报版权所有，未经授权，不得转载`, '日期检索 关键词检索'],
      ),
  },
  {
    name: 'proceedings from a database',
    make: ({ title, lines, facts: { person, place, id } }) =>
      around(
        [`${title} - 知识资源总库`, '个人登录 机构登录 购买知网卡 充值 我的账户', '文献 图片 工具书 搜索 高级检索', `推荐 CAJ下载 PDF下载 手机阅读 打印 引用`, `【作者】 ${person}`, `【机构】 ${place}市科学技术协会`, `【分类号】 G321.2  【被引频次】 3  【下载频次】 ${id % 500}`],
        cut(body(lines), 750, (page) => `\n${place}学会年会论文集  ${page + 37}\n`),
        ['【参考文献】', '［1］ 陈某某，刘某某．我国学会承接政府职能转移研究［Ｊ］．科技导报，2015，33（10）：7．', '［2］ 周某某．现代科技社团治理［Ｍ］．上海：某某大学出版社，2012：45．', '【引证文献】', '相似文献  同行关注文献  相关作者文献', `在线出版日期：2016-08-04  万方平台首次上网日期，不代表论文的发表时间`, '点击加载更多', '京公网安备11010802020000号 网络出版服务许可证'],
      ),
  },
  {
    name: 'e-mail',
    make: ({ title, lines, facts: { dashedDay, time, person, place } }) =>
      around(
        ['返回 回复 回复全部 转发 删除 彻底删除 举报 拒收 标记为... 移动到...', `转发：${title}（送审稿）`, `发件人：${person} <hy@example.com>`, `收件人：办公室综合科 <zhk@example.com>; 石磊`, `抄　送：${place}科协`, `发送时间：${dashedDay} ${time}`, '附　件：1 个（讲话稿.docx 35K）', '-----原始邮件-----'],
        body(lines, '\n'),
        ['--', `${person}`, '联系电话：0531-00000000 手机：13800000000', '发自我的手机', '此邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人。禁止任何其他人以任何形式使用。', '快捷回复给所有人', '查看原邮件 下载 预览 收藏 转存'],
      ),
  },
  {
    name: 'wiki copy',
    make: ({ lines, facts: { person, dashedDay, place } }) =>
      around(
        ['跳转到导航 跳转到搜索', '阅读 编辑源代码 查看历史', '←', `${place}讲话选`, `作者：${person}`, `${dashedDay}`, '姊妹计划: 数据项'],
        cut(body(lines), 500, (page) => `[编辑 ${page}]`),
        ['这部作品在中华人民共和国的公有领域，因为其版权保护期已过。', '取自“https://zh.wikisource.example.org/w/index.php?title=2019”', '分类：2019年讲话 中文作品', `本页面最后修订于${dashedDay} (星期四) 03:12。`, '除非另有声明，本网站内容采用相同方式共享许可协议授权。', '隐私政策 关于维基文库 免责声明 桌面版 开发者 统计 Cookie声明'],
      ),
  },
  {
    name: 'reading app',
    make: ({ lines, random, facts: { dashedDay, person, place, count } }) =>
      around(
        ['< 返回', '学习平台  推荐 要闻 新思想 综合 实践', `${place}学习平台 ${dashedDay}`, `作者：${person}`, '播报 暂停 1.0x', '订阅 +'],
        inside(inside(body(lines, '\n\n'), 0.3, '　点击查看大图　'), 0.75, pick(random, ['【此处应有视频，请更新至最新版本观看】', '（图片加载失败，点击重试）'])),
        [`责任编辑：${person}`, `点赞 ${count}  阅读 ${count * 7}`, '观点', '欢迎发表你的观点', '没有更多了', '分享 收藏 评论 生成海报', '我要答题 去学习积分 +1', '仅展示精选观点'],
      ),
  },
  {
    name: 'scan turned into text',
    make: ({ lines, random, facts: { place } }) => {
      const form = pick(random, [
        (page: number) => `\n·${page}·\n`,
        (page: number) => `\n～ ${page} ～\n${place}市科协会议文件之三\n`,
        (page: number) => `\n${place}市科协会议文件之三　　第${page}页\n`,
        (page: number) => `【${page}】`,
        (page: number) => ` -${page}- `,
        (page: number) => `(第${page}页/共18页)`,
      ]);
      return cut(body(lines, '\n', '　　'), 520, form);
    },
  },
  {
    name: 'watermarked text',
    make: ({ lines, random }) => {
      const mark = pick(random, ['仅供内部交流使用', '样稿 请勿外传', 'www.example.com', '免费文档网 收集整理']);
      return cut(body(lines), 340, () => pick(random, ['\u200b\u200c\u200d', '\ufeff', `\n${mark}\n`, `\n${mark}\n`]));
    },
  },
];
