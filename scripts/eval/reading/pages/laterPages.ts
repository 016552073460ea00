import { pick } from '../damage.ts';
import { around, between, body, cut, inside, midSentence, titled, type PageFamily } from './page.ts';

/**
 * Held out: a second group of kinds, written on 25 November 2026 before the work that they measure, and after that never
 * looked into; only the figure is read.
 */
export const laterPages: readonly [PageFamily, ...PageFamily[]] = [
  {
    name: 'secretary site, paid in part',
    make: ({ title, lines, random, facts: { dashedDay, count, id } }) =>
      around(
        ['秘书工作者的家园！ 今天你写材料了吗', '首页 | 领导讲话 | 党建材料 | 述职述廉 | 调研报告 | 公文模板 | 写作技巧', `您现在所在的位置 >> 秘书之友 >> 领导讲话 >> 科技文教`, `${title}`, `字数：${4000 + (count % 5000)} 价格：${pick(random, ['8元', '3个金币', '免费'])} 类别：领导讲话 更新：${dashedDay} 编号：${id}`],
        inside(midSentence(body(lines), 0.3, pick(random, ['（秘书之友网原创材料，翻录必究）', '【秘书之友 提供】', '秘书之友www.example.com原创首发'])), 0.7, pick(random, ['（以下内容需登录会员账号后显示）', '本站专业代写各类讲话材料，质优价廉，欢迎来电洽谈。'])),
        ['[正文完，感谢阅读]', '您对本篇材料满意吗？ 很满意 一般 不满意', '购买说明：付款后自动弹出下载链接，如遇问题请加站长微信', '同栏目材料', '在全县教育大会闭幕时的讲话', '理论学习中心组专题研讨发言提纲', '市委书记在重点项目观摩点评会上的讲话', '秘书之友 专注机关公文写作十五年', '本站材料版权归原作者所有，未经许可请勿用于商业传播', '站长统计 | 备案查询'],
      ),
  },
  {
    name: 'public account with an editor’s note',
    make: ({ title, lines, random, facts: { day, dashedDay, place, person, count } }) =>
      around(
        [
          `${title}`,
          `${place}科普 ${dashedDay}`,
          pick(random, [
            `编者按：${day}，${place}市科协召开会议，主要负责同志作了讲话。讲话紧扣中心、饱含深情，现将全文刊发，供广大科技工作者学习。`,
            '【编者按】这篇讲话文风朴实、逻辑清晰，是近年来少见的好文章。今天我们把它分享给各位读者朋友，建议收藏慢慢品读。',
            '导读｜这是一篇被许多同行反复转发的讲话稿，结构严谨、金句频出，值得每一位写材料的人细读。文末有惊喜，记得看到最后哦！',
          ]),
          '全文约需阅读 12 分钟',
        ],
        inside(body(lines, '\n\n'), 0.5, pick(random, ['（小编注：往下滑动，精彩继续）', '▼ 滑动查看更多会场图片 ▼', '（点击播放现场录音）'])),
        ['— 完 —', '如果您喜欢这篇推文，欢迎转给身边的科技工作者', '往期精选', '● 院士讲堂第三期开讲啦', '● 一图读懂全民科学素质行动规划纲要', '● 招募令！志愿者等你来', `供稿 | 组宣部  制图 | ${person}`, `值班编辑 | ${person}`, `终审 | 陈副主席`, '投稿信箱：kpxc@example.com', `${count}人喜欢`, '留言 5', '写留言', '喜欢此内容的人还喜欢', '人划线'],
      ),
  },
  {
    name: 'county portal with an index table',
    make: ({ title, lines, facts: { day, dashedDay, place, id, count } }) =>
      around(
        [`欢迎来到${place}县人民政府网！ 长者版 无障碍 登录个人中心`, '网站支持IPv6', '首 页 | 走进县情 | 政府信息公开 | 网上办事 | 政民互动 | 营商环境', `首页>政府信息公开>法定主动公开内容>会议讲话`, `索引号 ${id}/2019-00012`, '主题分类 科技、教育\\科学技术', `发布机构 ${place}县政府办公室`, `成文日期 ${day}`, `标　　题 ${title}`, '发文字号', `公开日期 ${dashedDay}`, '有效性 有效'],
        titled(lines, [`时间：${dashedDay}  |  来源：县政府办  |  点击量：${count}  |  字号：[大][中][小]  |  打印正文`]),
        ['扫一扫，分享到手机', '您是否能看懂本文内容？ 能 不能 部分看懂', '解读材料', '图解：一张图看懂县科技创新奖励办法', '答记者问：县科技局负责人谈项目申报', '附件', '纠错', '党政机关', `主办：${place}县人民政府 承办：${place}县政务服务和大数据管理局`, '联系我们：0530-0000000（仅受理网站建设维护相关事宜）', '政府网站找错', '累计访问 1203345 人次 今日访问 231 人次'],
      ),
  },
  {
    name: 'university news',
    make: ({ title, lines, random, facts: { day, dashedDay, time, place, person, count } }) =>
      around(
        [`${place}大学新闻网`, `校内门户 邮件系统 English 今天是 ${day}`, '学校要闻 综合新闻 媒体关注 院系动态 人物风采 视觉校园 校报在线', '当前位置： 网站首页 > 学校要闻 > 正文', title, `作者：党委宣传部  摄影：${person}  发布者：news${count % 90}  发布时间：${dashedDay} ${time}  阅读：${count}`],
        between(lines, [{ share: 0.4, text: pick(random, ['大会主会场', '讲话现场', '师生代表认真聆听']) }, { share: 0.75, text: `（图片说明：校领导在主席台就座）` }]),
        [`（编辑：${person} 审核：党委宣传部）`, '最新新闻', `【${dashedDay.slice(5)}】学校召开本科教学审核评估动员会`, `【${dashedDay.slice(5)}】我校三项成果获省科技进步奖`, `【${dashedDay.slice(5)}】校友总会理事会换届`, '上一条：校党委理论中心组开展集体学习', '下一条：2019级新生军训圆满结束', '新闻投稿 新闻热线：0531-0000000 值班信箱：xcb@example.edu.cn', `©${place}大学党委宣传部 网站管理 技术支持：${place}大学网络信息中心`],
      ),
  },
  {
    name: 'scanned booklet',
    make: ({ lines, random, facts: { place, pages } }) => {
      const head = pick(random, [`${place}市科协文献选编（下卷）`, '领导同志讲话汇编', '学会工作文件选']);
      return around(
        ['密级：内部资料', '领导同志讲话汇编', `${place}市科学技术协会办公室编`, '扫描件 分辨率300dpi'],
        cut(body(lines, '\n', '　　'), 520, (page) => (page % 2 === 0 ? `\n${page + 120}　${head}\n` : `\n${head}　${page + 120}\n`)),
        [`·${pages + 140}·`, '文字识别由软件自动完成，个别字词以原件为准', '扫描人：档案室  核对：未核对'],
      );
    },
  },
  {
    name: 'office printout',
    make: ({ title, lines, random, facts: { day, dashedDay, time, place, person, pages } }) =>
      around(
        [pick(random, ['内部文稿  请勿外传', '领导审阅稿（第三稿）', '会议材料之五']), `打印时间：${dashedDay} ${time}  打印人：${person}`],
        cut(body(lines), 640, (page) => `\n${title}　　　　第${page}页，共${pages + 9}页\n`),
        ['主题词：科技 会议 讲话', '（共印150份）', `抄报：省科协。`, `抄送：市委办公室，市人大办公室，市政府办公室，市政协办公室。`, `${place}市科学技术协会办公室　　${day}印发`, `拟稿：${person}　核稿：办公室　校对：${person}`, 'C:\\Users\\Administrator\\Desktop\\讲话定稿(2).docx'],
      ),
  },
  {
    name: 'text of a PDF',
    make: ({ title, lines, random, facts: { place, dashedDay, id } }) => {
      const mark = pick(random, [
        (page: number) => `${title} ${page}`,
        (page: number) => ` 第 ${page} 页 `,
        (page: number) => `${place}科技工作简报2019年第${page}期`,
      ]);
      const first = pick(random, [(page: number) => `\n${page}\n${place}科技工作简报\n`, (page: number) => `\n${place}市科协内部刊物 ${page}\n`]);
      return around(
        [`${place}科技工作简报`, '总第128期', `${place}市科学技术协会主办　${dashedDay}出版`, '本期要目'],
        cut(body(lines), 580, random() < 0.5 ? mark : first),
        [`责编 何远 美编 苏明月 准印证号：(鲁)0012${String(id).slice(0, 3)}`, '内部资料 免费交流', '欢迎赐稿 电话：0531-00000000'],
      );
    },
  },
  {
    name: 'forwarded mail',
    make: ({ title, lines, random, facts: { day, time, person, place } }) =>
      around(
        ['发件箱 > 已发送', `主题：转发: Re: ${title}`, `发件人：${person} <wangban@example.com>`, `收件人：各处室内勤; kjc@example.com`, `抄送：领导`, `时间：${day} ${time}`, `附件：1个（讲话.docx，38KB）`, '各位同事：', '主要领导的讲话稿已经审定，现转给大家，请下载学习，有问题随时联系我。', '------------------ 原始邮件 ------------------', `发件人: "办公室" <bgs@example.com>;`, `发送时间: ${day}(星期三) 上午${time}`, `收件人: "${person}";`, `主题: ${title}`],
        body(lines, pick(random, ['\n', '\n\n'])),
        ['--', `${person}`, `${place}市科协办公室综合科`, '电话：0531-88880000 手机：13900000000', '地址：解放路1号科技馆702室', '本邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人或群组。如果您错收了本邮件，请立即通知发件人并删除。', '发自我的华为手机', '全部附件(普通附件已通过安全扫描) 预览 下载 转存'],
      ),
  },
  {
    name: 'library document with stock phrases',
    make: ({ title, lines, random, facts: { dashedDay, count } }) => {
      const stock = pick(random, [
        (page: number) => `\n精品word文档 值得下载 值得拥有\n--------------------------${page}\n`,
        (page: number) => `精选资料，欢迎下载${page}可修改编辑`,
        (page: number) => `\n最新精品文档，知识共享！\n${page}\n`,
      ]);
      return around(
        ['精选优质文档-----倾情为你奉上', `${title}`, `【最新版】${title}(可编辑)`],
        cut(body(lines), 680, stock),
        ['此文档是由网络收集并进行重新排版整理.word可编辑版本！', '【本文档内容可以自由复制内容或自由编辑修改内容期待你的好评和关注，我们将会做得更好】', '感谢您的支持与配合，我们会努力把内容做得更好！', `最后修改 ${dashedDay} 浏览 ${count}`],
      );
    },
  },
  {
    name: 'news portal',
    make: ({ title, lines, facts: { day, time, place, person } }) =>
      around(
        [`${place}网 央媒看${place} 时政 财经 社会 教育 健康 房产 汽车 视听`, `您所在位置：${place}网 > 要闻 > 正文`, `${day} ${time} | 来源：${place}网-${place}日报`, '小字 大字', `【提要】市科技大会隆重召开，市委主要负责同志出席并讲话。本网现将讲话全文刊载如下。`, `原标题：${title}`],
        between(lines, [{ share: 0.3, text: '相关新闻：全市科技大会召开 一批先进集体受表彰' }, { share: 0.65, text: `图②：会议现场。（本网记者 ${person}／摄影）` }]),
        [`初审：${person}  复审：白云山  终审：石磊`, `（责编：${person}、实习生：小周）`, '分享让更多人看到', '推荐阅读', '科技特派员把论文写在大地上', '三年行动方案出炉，这些领域将重点突破', '我来说两句 已有0人参与', '即时新闻', '24小时排行', `凡本网注明“来源：${place}网”的所有作品，版权均属于${place}网，未经授权不得使用。`, `互联网新闻信息服务许可证 37120180003  视听节目许可证 1508271`],
      ),
  },
  {
    name: 'chat forwarded',
    make: ({ title, lines, random, facts: { dashedDay, time, person, place } }) =>
      around(
        [`群聊“${place}科协工作群”的聊天记录`, `${dashedDay}`, `办公室小李 ${time}`, `[文件] ${title}.docx`, `${person} ${time}`, pick(random, ['收到，我把文字版发一下，大家手机上看方便', '@所有人 讲话原文贴在下面，请各科室抓紧学习']), `办公室小李 ${time}`],
        body(lines, pick(random, ['\n', '\n\n'])),
        [`${person} ${time}`, '收到', `张科长 ${time}`, '收到[抱拳]', `王工 ${time}`, '[强][强][强]', '以上为聊天记录，由微信转发', '多选 收藏 邮件'],
      ),
  },
  {
    name: 'personal library',
    make: ({ title, lines, random, facts: { dashedDay, time, person, count } }) =>
      around(
        ['个人图书馆 - 我的藏书阁', '注册 | 登录 | 帮助 | 意见箱', '留言交流', `${title}`, `${pick(random, ['老骥', '清风徐来', '书海泛舟'])} ${dashedDay} 来源：网络 | 阅${count} 转${count % 90} | 修改`, '大 | 中 | 小', '转藏 全屏 朗读 打印 分享'],
        inside(body(lines), 0.6, pick(random, ['[转载请注明原出处]', '（图片来自网络，如有侵权请告知）'])),
        ['本站是提供个人知识管理的网络存储空间，所有内容均由用户发布，不代表本站观点。请注意甄别内容中的联系方式、诱导购买等信息，谨防诈骗。', '转藏 分享 献花(3)', `来自：${person} >《讲话》`, '上一篇：写材料的二十个常用开头', '下一篇：十大类公文结尾佳句', '猜你喜欢', `${dashedDay} ${time} 某某某 发表了评论：学习了！`, '0条评论 发表', '请遵守用户 评论公约', '类似文章 更多', '在科技特派员座谈会上的讲话（最新）', '企业家座谈会发言提纲', '首席科学家报告会主持词', '关注我们 客服热线 帮助中心'],
      ),
  },
];
