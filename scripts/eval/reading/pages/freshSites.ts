import { pick } from '../damage.ts';
import { bare, beginning, finished, laid, linked, mixed, otherTitle, outline, own, paragraphs, repeated, several, shown, shuffled, some, someDay, whole } from './freshPieces.ts';
import { added, around, inside, midSentence, type PageFamily } from './page.ts';

/** Five kinds of pages of authorities, papers, schools, boards and accounts. Held out: for measuring only. */
export const freshSites: readonly PageFamily[] = [
  {
    name: 'county office',
    make: ({ random, facts: { dashedDay, time, place, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const office = pick(random, [`${place}县农业农村局`, `${place}区财政局`, `${place}县人民政府`, `${place}市科学技术协会`]);
      const [head, ...rest] = lines;
      const between = [
        pick(random, [`${dashedDay} ${time} ${office}`, `${dashedDay}  ${place}融媒`, `发布时间：${dashedDay} ${time}　信息来源：${office}　浏览次数：`, `${dashedDay}`]),
        ...some(random, 0.6, pick(random, ['A+ A A-', '保护视力色：', '【字号：大 中 小】 【打印】 【收藏】', '微信 微博 QQ空间 复制链接'])),
        ...some(random, 0.3, pick(random, ['语音播报', '视力保护', '长者模式 | 繁體 | EN'])),
      ];
      return finished(random, 0, around(
        [
          pick(random, [`欢迎访问${office}网站！今天是 ${dashedDay}`, `${office}`, '网站支持IPv6　智能问答　适老化', `${office}门户`]),
          ...some(random, 0.6, pick(random, ['首页 机构职能 信息公开 办事服务 政民互动', '首 页 | 局务公开 | 政策文件 | 专题专栏', '搜索 热搜：医保 公积金 入学 招考'])),
          ...some(random, 0.7, pick(random, [`位置：首页 / 信息公开 / 领导之窗 / 讲话文稿`, `当前所在：首页>>县长专栏>>重要讲话`, `${office} > 政务动态 > ${title}`])),
          ...some(random, 0.3, pick(random, [`索 引 号：${count}/${dashedDay.slice(0, 4)}-00${whole(random, 10, 99)}`, '主题分类：其他　发文机关：　有效性：', '文　　号：无'])),
        ],
        [own(`${head?.text ?? ''}\n`), added(`${between.join('\n')}\n`), ...laid(rest, paragraphs(random))],
        [
          ...mixed(random, [
            some(random, 0.5, pick(random, ['附件下载', '相关附件：无', '图解：一图读懂会议精神', '延伸：政策问答'])),
            some(random, 0.5, pick(random, [`审核人：${place}办　校对人：信息股`, '编审：政务公开办', '内容纠错 我要留言'])),
            some(random, 0.6, pick(random, ['打印本页 关闭窗口', '扫一扫，手机查看此页', '分享：'])),
            some(random, 0.5, ...shuffled(random, [`上一条：${otherTitle(random)}`, `下一条：${pick(random, ['没有了', otherTitle(random)])}`])),
            some(random, 0.5, pick(random, ['国家部委网站 省政府部门 市州政府 县区政府', '--友情链接-- --省直部门-- --县直部门--'])),
          ]),
          pick(random, [`主办：${office}　承办：${place}数据服务中心`, `${office}主办　${place}信息中心维护`, `版权所有：${office}`]),
          pick(random, [`地址：${place}路${whole(random, 1, 300)}号　邮编：${whole(random, 200, 700)}000　电话：0${whole(random, 300, 999)}-****${whole(random, 100, 999)}`, `通讯地址：${place}行政中心${whole(random, 1, 9)}号楼 值班电话：0${whole(random, 300, 999)}-****001`]),
          pick(random, [`备案号：豫ICP备${count}号-1　网站标识码：41${String(count).padStart(8, '0')}`, `皖公网安备 340****${count}号  政府网站找错`, `桂ICP备${count}号 技术支持：云上科技 最佳分辨率1920*1080`]),
        ],
      ));
    },
  },
  {
    name: 'news site',
    make: ({ random, facts: { day, dashedDay, time, place, person, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const paper = pick(random, [`${place}新闻网`, `${place}晚报`, `大江${place}网`]);
      const caption = pick(random, [`△会议现场。${person} 摄`, `（图为${place}新区航拍。通讯员供图）`, `图说：与会人员认真聆听。记者${person}/摄`, `▼点击观看视频`]);
      const report = pick(random, [`相关报道：${otherTitle(random)}`, `【延伸阅读】${otherTitle(random)}`, otherTitle(random), `[${otherTitle(random)}]`]);
      const text = laid(lines, paragraphs(random), {
        among: [
          ...(random() < 0.6 ? [{ share: 0.2 + random() * 0.3, text: caption }] : []),
          ...(random() < 0.5 ? [{ share: 0.55 + random() * 0.3, text: report }] : []),
        ],
      });
      const dropped = random() < 0.35 ? midSentence(text, 0.3 + random() * 0.4, pick(random, [`（${paper}）`, `[详细]`, '分享到'])) : text;
      return finished(random, 0.15, around(
        [
          ...some(random, 0.6, pick(random, [`${paper} > 时政 > 正文`, `新闻 | 评论 | 视频 | 图片 | ${place}号`, `${paper}首页 要闻 理论 县区 专题`])),
          pick(random, [`${title}--${paper}`, `${title}-时政要闻-${paper}`, `${title}_${place}频道`, `(受权发布)${title}`]),
          ...mixed(random, [
            [pick(random, [`${day} ${time}　来源：${paper}`, `${dashedDay} ${time}:0${whole(random, 0, 9)}  ${paper}`, `${paper}讯 ${dashedDay}　记者 ${person}　编辑 小周`, `${dashedDay} ${time}　${count}评论`])],
            some(random, 0.2, `${count}`),
            some(random, 0.6, pick(random, ['微博 微信 空间 T大 T小', '分享到： 0', '收听本文 约12分钟', `扫码读手机版`])),
            some(random, 0.45, pick(random, [
              `本网消息：日前，${place}召开有关会议，会上的这篇讲话引起热烈反响。现将文字实录刊发如下，以飨读者。`,
              `[摘要] 会议强调上下同心、抓紧落实，${paper}全文登载讲话内容，供各地学习。`,
              `核心提示：${beginning(lines, whole(random, 40, 80))}……`,
          ])),
          ]),
        ],
        dropped,
        [
          ...mixed(random, [
            some(random, 0.7, pick(random, [`责编：${person}　二审：周琳　终审：吴越`, `[编辑:${person}]`, `(责任编辑 ${person}) 【纠错】`, `统筹/${person} 视觉/阿楠`])),
            some(random, 0.6, pick(random, [`凡注明“来源：${paper}”的作品，未经许可不得改编、转载。`, `${paper}新闻热线：0${whole(random, 300, 999)}-****110　欢迎报料`, `本文为${paper}独家，转载须注明出处，违者追究责任。`])),
            [...some(random, 0.6, pick(random, ['相关新闻', '新闻排行', '24小时热文', '猜你想看'])), ...linked(random, [2, 6], [(other, index) => `${index} ${other}`, (other) => `· ${other} [${someDay(random)}]`, bare])],
            some(random, 0.5, pick(random, [`最热评论：${pick(random, ['讲得实在', '为家乡点赞', '支持！'])}　赞 ${whole(random, 1, 200)}`, '文明上网 理性发言　发布', '登录后参与跟帖（0人参与）'])),
          ]),
          ...some(random, 0.5, pick(random, ['关于我们 | 诚聘英才 | 广告刊例 | 法律顾问', `互联网新闻信息服务许可证：${whole(random, 10, 60)}1202200${whole(random, 10, 99)}`, `举报邮箱 jubao@example.cn`])),
        ],
      ));
    },
  },
  {
    name: 'school',
    make: ({ random, facts: { dashedDay, place, person, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const school = pick(random, [`${place}师范学院`, `${place}职业技术学院`, `${place}市第三中学`, `${place}大学材料学院`]);
      const [head, ...rest] = lines;
      const meta = pick(random, [
        [`作者：${school}宣传部　编辑：${person}　日期：${dashedDay}　点击：[]`],
        [`${dashedDay}`, `浏览量：${count}`],
        [`发布人：${person} 发布时间：${dashedDay} 阅读：次`],
        [`${dashedDay}　${school}新闻网`, '（摄影： ）'],
      ]);
      const text = laid(rest, paragraphs(random), {
        among: random() < 0.4 ? [{ share: 0.3 + random() * 0.4, text: pick(random, ['[图片1]', `礼堂内座无虚席（学生记者 ${person} 摄）`, '点击查看大图']) }] : [],
      });
      return finished(random, 0, around(
        [
          pick(random, [school, `${school}欢迎您　校训：厚德 博学 笃行 求新`, `${school} 数字校园 邮箱 VPN 图书馆`, `| 设为首页 | 加入收藏 | ${school}主页`]),
          ...some(random, 0.7, pick(random, ['学校首页 学院概况 党建工作 教学科研 学生工作 招生就业', '首页 学校概况 校务公开 德育 教研 校友', '概况\n师资\n科研\n招生'])),
          ...some(random, 0.6, pick(random, [`当前位置 : 首页 - 校长寄语 - 正文`, `首页>>讲话>>正文`, `您所在的栏目：党建之声`])),
          ...some(random, 0.3, pick(random, [`${title}-${school}`, `${school}：${title}`])),
        ],
        [own(`${head?.text ?? ''}\n`), added(`${meta.join('\n')}\n`), ...text],
        [
          ...mixed(random, [
            some(random, 0.5, pick(random, [`（供稿：办公室　初审：${person}　复审：党委宣传部）`, '文字编辑：校团委新媒体中心', `[责任编辑：${person}]`])),
            some(random, 0.8, ...shuffled(random, [`上一条：${pick(random, [otherTitle(random), '无'])}`, `下一条：${otherTitle(random)}`])),
            some(random, 0.5, pick(random, ['【关闭】', '[返回上页] [打印]', '返回顶部'])),
            some(random, 0.4, ...pick(random, [['通知公告', '关于期末考试安排的通知', '关于寒假值班的通知'], ['快速链接', '教务系统 财务查询 校园一卡通'], ['热点新闻', '我校获批两项省级课题', '学生艺术团赴乡村演出']])),
          ]),
          pick(random, [`${school}版权所有　地址：${place}市学府路${whole(random, 1, 99)}号　邮编：${whole(random, 200, 700)}0${whole(random, 10, 99)}`, `Copyright © ${dashedDay.slice(0, 4)} ${school} All Rights Reserved.`, `校办电话 ****2${whole(random, 10, 99)}　招生咨询 ****3${whole(random, 10, 99)}　晋ICP备${count}号`]),
          ...some(random, 0.5, pick(random, ['官方微信　官方微博　抖音号', `访问人数：${count}`, '技术支持：宏图软件', `您是第${count}位访客`])),
        ],
      ));
    },
  },
  {
    name: 'board with floors',
    make: ({ random, facts: { dashedDay, time, person, place, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const board = pick(random, [`${place}文秘吧`, '笔杆子茶馆', '体制内写作社区']);
      const noise = pick(random, [
        () => `${pick(random, ['k', 'q', 'z'])}${whole(random, 1, 9)}&${pick(random, ['w', 'v'])}~${whole(random, 1, 99)}`,
        () => `${board}-${pick(random, ['原创', '转载', '首发'])}`,
        () => `本文由${board}网友${person}贴出`,
      ]);
      let text = laid(lines, paragraphs(random), {
        among: random() < 0.4 ? [{ share: 0.3 + random() * 0.5, text: pick(random, ['（接上层，字数太多分两次发）', `${person}　${whole(random, 2, 9)}楼　${dashedDay} ${time}`, '------ 楼主续贴 ------']) }] : [],
      });
      for (let left = whole(random, 0, 4); left > 0; left -= 1) text = random() < 0.5 ? inside(text, random() * 0.85, noise()) : midSentence(text, random() * 0.85, noise());
      const reply = (): string => pick(random, ['收了，正好要用', '楼主能发个附件吗', '写得一般，套话多了点', '求书记版的', 'mark一下', '学习！谢谢分享', '@admin 申请加精', '我们单位去年也是这么写的哈哈', '沙发没了坐板凳', '第二部分借鉴了']);
      return finished(random, 0.2, around(
        [
          ...some(random, 0.7, pick(random, [`${board}　关注 ${count}　帖子 ${whole(random, 100, 999)}万`, `${board} › 公文交流 › 讲话`, '看帖　图片　精品　成员', '游客您好，注册后可看大图'])),
          pick(random, [`【转帖】${title}`, `${title} [精华]`, `回复：${title}`, `主题：${title}（${count}阅）`]),
          ...some(random, 0.8, ...pick(random, [
            [`${person}`, `等级：${pick(random, ['科员', '秀才', '版主'])}　发帖：${whole(random, 20, 999)}`, `楼主 ${dashedDay} ${time}`],
            [`1楼 ${person} ${dashedDay} ${time} 来自 ${place}`, '只看楼主 收藏 回复'],
            [`${person} 发于 ${dashedDay}`, `金币 +${whole(random, 1, 20)}　鲜花(${whole(random, 0, 30)}) 鸡蛋(0)`],
          ])),
          ...some(random, 0.4, pick(random, ['大家好，前几天有朋友要这篇，我找出来贴在下面，拿走记得顶一下。', '新人报到，发一篇压箱底的，请各位前辈拍砖。', '不多说，直接上干货：'])),
        ],
        text,
        [
          ...mixed(random, [
            some(random, 0.6, pick(random, ['送TA礼物　回复　收起', '举报 | 来自安卓客户端 | 1楼', `赞(${whole(random, 0, 99)}) 踩(0) 引用 编辑`])),
            several(random, [2, 6], (index) => `${pick(random, [`${index + 1}楼 `, '', `${pick(random, ['清风', '小王子', '老赵'])}：`])}${reply()}${pick(random, ['', ` ${someDay(random)} ${whole(random, 10, 23)}:${whole(random, 10, 59)}`])}`),
            some(random, 0.5, pick(random, ['共12条回复，跳到 页', '1 2 3 下一页 尾页', '回复本帖需要先登录'])),
            some(random, 0.5, ...linked(random, [1, 4], [(other) => `${other} - ${whole(random, 1, 90)}回`, bare])),
            some(random, 0.5, pick(random, ['签名：夜深人静好写稿', `— ${person}的小尾巴 —`, '发表回复 表情 图片 @好友'])),
          ]),
          ...some(random, 0.4, pick(random, [`${board} 2008-2021 触屏版 电脑版`, `在线 ${whole(random, 20, 900)} 人，今日发帖 ${whole(random, 1, 300)}`, '本区言论由网友自行发表，与本站无关'])),
        ],
      ));
    },
  },
  {
    name: 'account and personal library',
    make: ({ random, facts: { dashedDay, time, person, place, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const account = pick(random, [`${place}微讯`, '办公室的灯', `${person}的剪报夹`]);
      const ribbon = pick(random, ['↑↑↑ 点上面名字，常来坐坐', `设“${account}”为星标，第一时间收到推送`, '右上角 ··· 可转发']);
      const banner = pick(random, ['◁ 左右滑动看更多 ▷', `${account} | 每天一篇`, '⬇️⬇️⬇️', '这是一条分割线']);
      const text = laid(lines, random() < 0.5 ? { gap: '\n\n', indent: '' } : paragraphs(random), {
        among: random() < 0.6 ? repeated(random, [1, 4], () => banner) : [],
      });
      return finished(random, 0, around(
        [
          ...some(random, 0.3, pick(random, [`${title} | ${account}`, `【荐读】${title}`, `${title}（转）`])),
          pick(random, [`${account} ${dashedDay} ${time}`, `${person} ${account} ${dashedDay} ${time} ${place}`, `${dashedDay}　|　转存：${whole(random, 1, 60)}　|　阅：${count}`, `来自：${account} > 《讲话》文件夹`]),
          ...some(random, 0.6, ribbon),
          ...some(random, 0.25, pick(random, ['本文脉络', '要点速览', '目录/Contents']), ...outline(lines)),
          ...some(random, 0.4, pick(random, [`#讲话 ${whole(random, 4, 90)}篇 #机关 ${whole(random, 4, 90)}篇`, '以下文章来源于友号 ，作者编辑部', `IP属地：${place}`, '阅读约需9分钟'])),
          ...some(random, 0.4, pick(random, [
            `编者按：讲话质朴有力，${account}特意找来全文与您分享，建议先存后看。`,
            '小编有话说：最近后台不少朋友留言要这一篇，今天安排！觉得好记得点个赞再走。',
            `导语 | 一篇讲话就是一堂课。今天的${account}，和您一起读。`,
          ])),
        ],
        text,
        [
          ...some(random, 0.6, pick(random, ['- 完 -', '▌往期回顾', '—THE END—', '~~ 全文结束 ~~'])),
          ...mixed(random, [
            some(random, 0.6, pick(random, [`排版｜${person}　校对｜阿芸　监制｜老徐`, `素材：据公开报道整理`, `图文：${account}　值班编辑：${person}`])),
            some(random, 0.6, pick(random, ['文章仅代表作者观点，版权归原作者，若有不当请后台留言，立即删除', '声明：转发此篇只为让更多人看到，版权事宜请与本号商量', '本馆文章皆为馆友自存，文内电话微信请自辨真假，小心受骗'])),
            linked(random, [0, 5], [(other) => `● ${other}`, bare, (other) => `戳 ☞ ${other}`]),
            some(random, 0.6, ...shuffled(random, ['转藏', '献花(0)', '在看', '分享', '写留言', '喜欢作者']).slice(0, whole(random, 2, 5))),
            some(random, 0.5, pick(random, [`${whole(random, 1, 90)} 人喜欢　精选留言`, `${person}：学习了，感谢整理　👍${whole(random, 1, 40)}`, '该作者其他文章 更多>>', '轻点头像进入主页'])),
          ]),
          ...some(random, 0.4, pick(random, ['向上滑看下一篇', '长按图中小程序码', `喜欢此内容的人还看了`])),
        ],
      ));
    },
  },
];
