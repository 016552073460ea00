import { pick, type Random } from '../damage.ts';
import { added, cut, inside, midSentence, type PageFamily } from './page.ts';
import { again, beforeText, brokenOff, decorated, halfWidthPage, laid, likeTitle, maybe, oneLine, otherNews, otherTitles, paragraphs, searchLead, sheet, shuffled, some, tags, titleRunIn, whole } from './websiteLines.ts';

/** Sites that collect texts: model essays, documents, journals, libraries, forums, blogs. Written on 26 November 2026. */
export const writingSites: readonly PageFamily[] = [
  {
    name: 'essays, a collection with a lead',
    make: ({ title, lines, random, facts: { dashedDay, person, count } }) => {
      const site = pick(random, ['墨林范文', '稿子铺', '千字文库']);
      const lead = searchLead(random, title);
      const glued = random() < 0.3;
      const pieces = laid(lines, pick(random, paragraphs), random() < 0.5 ? again(random, [`${site}整理`, '往下看还有更多同类文章', `（${site}编辑荐稿）`], whole(random, 1, 3)) : []);
      return sheet(
        random,
        [
          ...maybe(random, 0.6, pick(random, [`${site} > 演讲致辞 > 讲话稿`, '首页>应用文>讲话>正文', `${site}首页 → 发言致辞`, '您的位置：范文/实用文/讲话'])),
          likeTitle(random, title),
          ...maybe(random, 0.8, pick(random, [`${dashedDay} ${site}`, `${dashedDay}  ${person}  讲话稿  我要投稿`, `时间：${dashedDay} 编辑：${person}`, `来源： 作者： 更新：${dashedDay}`, dashedDay])),
          ...maybe(random, 0.3, String(count)),
          ...(glued ? [] : [lead]),
          ...(random() < 0.5 ? [pick(random, ['目录', '本辑目录', '本页包含：']), `第1篇：${title}`, ...otherTitles(random, whole(random, 2, 4)).map((other, index) => `第${index + 2}篇：${other}`)] : []),
          ...maybe(random, 0.7, pick(random, [`篇1：${title}`, `【篇一】${title}`, `${title} 篇1`, `★${title}（一）★`])),
        ],
        glued ? beforeText(pieces, lead) : pieces,
        [
          ...maybe(random, 0.6, pick(random, [`以上就是${site}为您带来的《${title}》，觉得有用就转给身边的人吧。`, `关于“${title}”就写到这里，谢谢阅读，别忘了常回来看看。`, `看完这篇${title}，是不是已经有了思路？更多同类文章都在${site}。`])),
          pick(random, ['推荐阅读', '【荐读】', '看过本文的人还看了', '同类范文']),
          ...otherTitles(random, whole(random, 3, 7)).map((other, index) => (random() < 0.3 ? `${index + 1}.${other}` : other)),
          ...maybe(random, 0.5, `关键词：${tags(random, 4).join(' ')}`),
          ...some(random, ['纠错 / 举报', '本文档可转成Word下载', '文章投稿  广告合作', '回到顶部', '登录后可下载'], whole(random, 1, 3)),
        ],
      );
    },
  },
  {
    name: 'essays, all in one line',
    make: ({ title, lines, random, facts: { place } }) => {
      const [first, second] = [likeTitle(random, title), pick(random, [`${title}1`, `${title}篇一`, `${title}(1)`, ''])];
      const gap = pick(random, ['', ' ', '　']);
      const pieces = laid(lines, pick(random, oneLine));
      const stamped = inside(random() < 0.5 ? midSentence(pieces, 0.3 + random() * 0.2, pick(random, ['`', '~', ' ^ '])) : pieces, 0.6, pick(random, ['【范文驿站】', '(范文驿站fw.example.com)', '范文驿站整理发布，转载请留名。']));
      const page = [
        added(first + gap + searchLead(random, title) + gap + second + gap),
        ...stamped,
        added(gap + pick(random, [`${title}相关文章：★ ${otherTitles(random, 3).join('★ ')}`, `【${title}】推荐：${otherTitles(random, 4).join(' ')}`, `本文由${place}网友提供。延伸：${otherTitles(random, 2).join('；')}`])),
      ];
      return random() < 0.4 ? halfWidthPage(page) : page;
    },
  },
  {
    name: 'essays, a slogan again and again',
    make: ({ title, lines, random, facts: { dashedDay, count } }) => {
      const site = pick(random, ['文稿小铺', '写作驿路', '材料工坊']);
      const slogan = pick(random, [`${site}，写稿不求人`, `${site} www.example.com`, `更多好文请搜“${site}”`, `${site}—用心整理每一篇`, `◇${site}◇`]);
      return sheet(
        random,
        [...shuffled(random, [slogan, `${title}_${site}`]), ...maybe(random, 0.5, `${dashedDay} 讲话  热度${count}`), ...maybe(random, 0.4, searchLead(random, title))],
        decorated(laid(lines, pick(random, paragraphs), again(random, [slogan], whole(random, 3, 8))), pick(random, ['', '', '【正文】', '精品：']), pick(random, ['', '', '（完整版）', '·正文'])),
        [slogan, pick(random, ['〖全文结束〗', '本篇到此结束', '——正文已完——']), ...maybe(random, 0.6, '相关专题', ...tags(random, 5)), ...otherTitles(random, whole(random, 2, 5)), ...maybe(random, 0.5, `${site} 客服时间9:00-21:00`)],
      );
    },
  },
  {
    name: 'essays, linked titles amid the text',
    make: ({ title, lines, random, facts: { dashedDay, person } }) => {
      const links = otherTitles(random, 5);
      const form = pick(random, [(link: string) => link, (link: string) => `>>> ${link}`, (link: string) => `【相关】${link}`, (link: string) => `延伸阅读：《${link}》`, (link: string) => `点击查看：${link}`]);
      const pieces = laid(lines, pick(random, paragraphs), links.slice(0, whole(random, 2, 4)).map((link, index) => ({ share: 0.15 + index * 0.25, text: form(link) })));
      return sheet(
        random,
        [...maybe(random, 0.5, '范文 作文 公文 合同 祝福语 名言'), likeTitle(random, title), pick(random, [`${person}上传 ${dashedDay}`, `发布于${dashedDay}`, `${dashedDay} 来源:网络`])],
        random() < 0.6 ? midSentence(pieces, 0.4 + random() * 0.3, links[4] ?? '') : pieces,
        [...maybe(random, 0.5, pick(random, ['文章来源于网友分享，如有冒犯请告知，我们即刻撤下。', '本文版权属于原作者，若您是作者本人，可来信认领或要求删除。', '内容由用户自行上传，侵权请附上证明，站务会尽快处理。'])), pick(random, ['最新文章', '热门文章', '精彩推荐', '随机阅读']), ...otherTitles(random, whole(random, 4, 8)), ...maybe(random, 0.4, tags(random, 8).join(' '))],
      );
    },
  },
  {
    name: 'office workers’ site, its name glued behind paragraphs',
    make: ({ title, lines, random, facts: { dashedDay, id } }) => {
      const name = pick(random, ['公文之窗', '笔耕家园', '文秘宝库']);
      const behind = pick(random, [`${name}版权所有`, `${name}http://www.example.cn`, `（${name}）`, `${name}，机关写作好帮手！`, `[来自${name}]`]);
      return sheet(
        random,
        [
          `${name}-${pick(random, ['全国秘书的网上书房', '写材料，到这里', '二十万篇公文随你挑'])}`,
          ...maybe(random, 0.6, `会员中心 | 充值 | 找回密码 | 我的收藏`),
          ...maybe(random, 0.7, `${name} / 讲话发言 / 编号${id}`),
          pick(random, [`发布时间：${dashedDay}  阅读权限：普通会员  点数：2`, `文章类别：讲话  日期：${dashedDay}  作者：`, `${dashedDay}　　点击：`]),
        ],
        decorated(laid(lines, pick(random, paragraphs), [...[0.2, 0.55].map((share) => ({ share, text: behind, where: 'behind' as const })), ...(random() < 0.6 ? [{ share: 0.3, text: `${name}www.example.cn`, where: 'behindHead' as const }] : [])]), pick(random, ['', '', `【${id % 1000}】`, `A${id % 90}-0${id % 9} `]), ''),
        [...maybe(random, 0.6, `《${title}》一文由${name}会员上传，未经许可不得用于营利`), pick(random, ['其他会员正在看', '本栏更新', '月度下载榜']), ...otherTitles(random, 5), `${name}  客服电话：000-0000000  QQ：10000${id % 1000}`, ...maybe(random, 0.5, '付款方式 | 会员章程 | 网站公告 | 申请链接')],
      );
    },
  },
  {
    name: 'essays, a trial that ends in mid-sentence',
    make: ({ title, lines, random, facts: { dashedDay, pages, count } }) => {
      const left = 800 + (count % 6000);
      const notice = pick(random, [`（未完，余下${left}字登录后显示）`, `【试看部分到此为止，全文${left + 1500}字，成为会员即可查阅】`, `[此处隐藏${left}字，购买后可见]`, `\n还有${left}字未显示，请开通VIP后阅读`, `\n——试读结束，剩余 ${whole(random, 30, 80)}% 需付费——`, `\n您的免费额度已用完，扫码关注后继续阅读`]);
      return sheet(
        random,
        [...maybe(random, 0.6, `${title}.${pick(random, ['doc', 'docx', 'wps', 'pdf'])}`), `${dashedDay} 上传  ${pages}页  ${pick(random, ['原创力★★★', '优质', '会员专享'])}`, ...maybe(random, 0.4, `全文字数：${left + 1500}`), ...maybe(random, 0.4, `简介：${(lines[2]?.text ?? title).slice(0, 48)}…`)],
        [...laid(brokenOff(lines, random), pick(random, random() < 0.35 ? oneLine : paragraphs)), added(notice)],
        [...maybe(random, 0.6, pick(random, ['￥2.9 立即购买', '下载全文（3元）', '开通月卡 不限篇数'])), ...maybe(random, 0.5, `已显示${whole(random, 400, 1600)}字`), '相似文档', ...otherTitles(random, 4).map((other) => `${other}  ${whole(random, 2, 12)}页`), ...some(random, ['下载说明：文档为可编辑格式，支付成功后自动下载', '举报该文档', '联系上传者', '换一换'], 2)],
      );
    },
  },
  {
    name: 'essays on a phone',
    make: ({ title, lines, random, facts: { dashedDay, count, id } }) => {
      const page = sheet(
        random,
        [pick(random, ['≡', '‹', '返回']), ...maybe(random, 0.5, '搜'), ...maybe(random, 0.5, `讲话稿大全手机版`), ...maybe(random, 0.5, likeTitle(random, title)), pick(random, [`${dashedDay}   ${count}`, dashedDay, `阅${count}`]), ...some(random, ['复制', '大字', '听', '夜间', '预览', '全屏'], whole(random, 2, 5)), ...maybe(random, 0.4, '点此复制全文')],
        titleRunInSometimes(random, laid(lines, pick(random, paragraphs), random() < 0.6 ? [{ share: 0.5, text: pick(random, ['点击展开余下内容', '上滑继续', '广告  关闭']) }] : [])),
        [...maybe(random, 0.5, '请先登录', '>'), ...some(random, ['赞 0', '踩', '收藏本文', '生成海报', '朗读'], 3), pick(random, ['相关', '相邻文章', '更多']), ...otherTitles(random, whole(random, 2, 6)), ...maybe(random, 0.5, `m.example.com/${id}.html`), pick(random, ['电脑版', '返回顶部 ↑', '首页 分类 我的'])],
      );
      return random() < 0.3 ? halfWidthPage(page) : page;
    },
  },
  {
    name: 'essays, an outline made by the site',
    make: ({ title, lines, random, facts: { dashedDay, person } }) => {
      const site = pick(random, ['好文汇', '文山阁', '百稿园']);
      const form = pick(random, [(head: string) => head, (head: string) => `· ${head}`, (head: string) => `${head.slice(0, 14)}…`, (head: string, index: number) => `${index + 1}、${head}`]);
      const heads = lines.filter(({ kind, text }) => kind === 'head' && text.length <= 40).slice(0, whole(random, 3, 8)).map(({ text }, index) => form(text, index));
      return sheet(
        random,
        [
          `${title}${pick(random, [`-讲话致辞-${site}`, `_${site}`, ` | ${site}手册`])}`,
          pick(random, [`${person}于${dashedDay}整理`, `${site}  ${dashedDay}`, `更新：${dashedDay}  阅读约需${whole(random, 5, 20)}分钟`]),
          ...maybe(random, 0.5, `摘要：${(lines[2]?.text ?? title).slice(0, whole(random, 40, 70))}...`),
          ...(heads.length === 0 ? [] : [pick(random, ['文章大纲', '本文导航：', '内容提纲（点击可跳转）', '快速定位']), ...heads]),
          ...maybe(random, 0.4, '[收起目录]'),
        ],
        laid(lines, pick(random, paragraphs)),
        [...maybe(random, 0.5, `本文标签：${tags(random, 3).join('、')}`), `上一页：${otherTitles(random, 1).join('')}`, `下一页：${otherTitles(random, 1).join('')}`, pick(random, ['栏目热点', '大家都在搜', '一周排行']), ...otherTitles(random, 4), ...tags(random, whole(random, 0, 6))],
      );
    },
  },
  {
    name: 'a template gone wrong',
    make: ({ title, lines, random, facts: { dashedDay, id } }) => {
      const styles = some(random, ['.article p{text-indent:2em;line-height:180%}', 'body,td{font-size:14px;color:#333} a:hover{color:red}', '<!-- 正文区开始 -->', `var artId=${id};loadAd("top_banner");`, 'if(window.top!=self){top.location=self.location;}', '@media print{.nav,.side{display:none}}', '/* <![CDATA[ */', '&nbsp;&nbsp;&nbsp;&nbsp;'], whole(random, 2, 5));
      const empties = some(random, ['作者：{$Author}', '[source/]', '{{item.views}}次浏览', '来源：undefined', '编辑：null', '{tag:title/}', '【分类名称】', '%DATE%'], whole(random, 1, 4));
      return sheet(
        random,
        [...styles, ...maybe(random, 0.5, `${title} - {sitename}`), ...empties, ...maybe(random, 0.5, dashedDay)],
        decorated(laid(lines, pick(random, random() < 0.3 ? oneLine : paragraphs), again(random, ['&nbsp;', 'showAd("body_mid");', '<br />', '[!--ad.2--]', '&lt;p&gt;&lt;/p&gt;'], whole(random, 1, 4))), pick(random, ['', `JH${id % 10000} `, `【编号：${id}】`, '&ldquo;荐&rdquo;']), pick(random, ['', '', '.txt', '&nbsp;'])),
        [...some(random, ['</div></td></tr></table>', 'document.write(shareBox);', '<!-- 正文区结束 -->', '{loop related}', '[/content]', 'jiaThis();', '&copy; {year} {sitename}', '$("#prev").hide();'], whole(random, 2, 5)), ...maybe(random, 0.6, ...otherTitles(random, 3)), ...maybe(random, 0.4, '共{total}条记录')],
      );
    },
  },
  {
    name: 'essays, the kind of text explained below',
    make: ({ title, lines, random, facts: { dashedDay, place } }) => {
      const site = pick(random, ['演说园', '开口网', '台上三分钟']);
      return sheet(
        random,
        [...maybe(random, 0.5, `${site} 讲话 致辞 竞聘 辩论`), ...maybe(random, 0.6, likeTitle(random, title)), ...maybe(random, 0.6, `${dashedDay} ${site}`), ...(random() < 0.5 ? [searchLead(random, title)] : [])],
        decorated(titleRunInSometimes(random, laid(lines, pick(random, paragraphs))), random() < 0.25 ? searchLead(random, title) : '', ''),
        [
          pick(random, ['【小知识】讲话稿是什么', `${site}小课堂：`, '写作贴士']),
          pick(random, ['所谓讲话稿，就是为在会议或典礼上当众讲话而预先写成的文字，它既要交代清楚事情，又要便于念出口、听得懂。', '写讲话稿最要紧的是弄清三件事：讲给谁听、在什么场合讲、希望听的人做些什么，想明白了再动笔就不难。', '一般来说，讲话稿由称呼、开场白、主体和结语几块拼成，篇幅长短按会议的安排来定，口气则要合乎讲话人的身份。']),
          ...maybe(random, 0.5, '小编提醒：套用范文时记得换掉单位名称、数字和日期哦。'),
          `${title}的评论 共0条`,
          ...otherTitles(random, whole(random, 3, 6)),
          ...maybe(random, 0.4, `按地区浏览：${place} 北山 南浦 西埠`),
        ],
      );
    },
  },
  {
    name: 'journal abstract with machine English',
    make: ({ title, lines, random, facts: { place, person, id } }) => {
      const year = 1985 + (id % 36);
      const pieces = laid(lines, pick(random, paragraphs));
      return sheet(
        random,
        [
          ...maybe(random, 0.5, '论文检索 期刊导航 学者库 查重'),
          ...maybe(random, 0.4, `Speech at a Meeting of ${pick(random, ['Workers', 'Cadres', 'Science Societies'])}`),
          ...shuffled(random, [`【出处】《${place}学刊》${year}年第${1 + (id % 12)}期`, `【作者】${person}`, `【机构】${pick(random, ['', `${place}市科学技术协会`])}`, `【关键词】${pick(random, ['讲话；会议；工作部署', '科技社团;改革;发展', ''])}`]),
          ...maybe(random, 0.6, `【摘要】${(lines[2]?.text ?? title).slice(0, whole(random, 50, 90))}……`),
          pick(random, ['期刊内容节选', '正文（部分）', '原文片段']),
        ],
        random() < 0.4 ? beforeText(pieces, pick(random, ['<正>', '＜正＞'])) : pieces,
        [
          ...maybe(random, 0.7, pick(random, ['Comrades: We meet here today in order to look back upon the work of a whole year and to talk over what is to be done in the next.', 'Dear comrades, just now several units have made typical speeches, which I listened to and felt very educated by.', 'Leaders and comrades: at the turn of spring and summer, this conference is opened, and on behalf of the committee I give the congratulation.'])),
          ...maybe(random, 0.5, `本文地址：http://www.example.com/qikan/${id}.html`),
          pick(random, ['与本文相关的学术论文', '同期文献', '引用本文：']),
          ...otherTitles(random, 3).map((other) => `${other}[J]. ${place}学刊, ${year}(${1 + (id % 12)})`),
          ...some(random, ['本站仅提供题录与节选，全文请向期刊社索取', '论文发表咨询 职称论文指导', '学术不端举报', '©学林数据'], 2),
        ],
      );
    },
  },
  {
    name: 'journal’s own site',
    make: ({ title, lines, random, facts: { place, person, dashedDay, id } }) => {
      const stamp = pick(random, [`${place}科协学刊｜卷首`, `《${place}科协》 ${2010 + (id % 14)}年${1 + (id % 12)}月 `, `${place}学会工作 总第${id % 200}期 `]);
      const pieces = laid(lines, pick(random, paragraphs));
      const page = 2 + (id % 40);
      return sheet(
        random,
        [`${place}学会工作`, ...maybe(random, 0.6, '当期目录 过刊浏览 投稿须知 征订 联系编辑部'), pick(random, ['特稿', '本刊专稿 · 讲话', '栏目：要论']), ...maybe(random, 0.5, pick(random, [`［作者单位］${place}市科学技术协会`, `通讯作者：${person}`, `责任作者邮箱：${String(id).slice(0, 4)}@example.com`])), ...maybe(random, 0.5, `网络首发：${dashedDay}`)],
        random() < 0.5 ? midSentence(midSentence(pieces, 0.33, `${stamp}${page}`), 0.7, `${stamp}${page + 1}`) : cut(pieces, whole(random, 600, 900), (number) => `\n${stamp}${page + number}\n`),
        [...shuffled(random, [`收稿：${dashedDay}`, `编校：${person}`]), pick(random, [`［原载《${place}学会工作》，转载请标明］`, `（据${place}学会网）`, '[本栏编辑 林秋]']), ...maybe(random, 0.5, `引用格式：${person}. ${title}[J]. ${place}学会工作.`), 'PDF  HTML  分享  收藏', ...maybe(random, 0.6, '知识共享 署名-非商业 许可'), `编辑部：${place}市人民路9号 电话 000-0000000`],
      );
    },
  },
  {
    name: 'digital library reader',
    make: ({ lines, random, facts: { place, pages, id } }) => {
      const book = pick(random, ['领导讲话与致辞一本全', '会议文书参考', '科协工作资料选辑']);
      const stamp = pick(random, [(page: number) => `\n《${book}》 第${page}页\n`, (page: number) => `\n${place}数字图书馆 ${page}/${pages + 200}\n`, (page: number) => `【${place}数图 ${page}】`, (page: number) => `\n- ${book} · ${page} -\n仅供馆内阅览\n`]);
      return sheet(
        random,
        [`${place}数字图书馆`, ...maybe(random, 0.6, `读者证号： 密码： 登录`), `${book} / 第${1 + (id % 9)}章`, ...maybe(random, 0.5, `索书号：C93/${id % 10000}  馆藏：2  可借：1`), ...some(random, ['目录', '书签', '放大', '缩小', '双页', '全文检索'], 4), ...maybe(random, 0.4, `例文${1 + (id % 20)}`)],
        cut(laid(lines, pick(random, paragraphs)), whole(random, 480, 900), stamp),
        [pick(random, ['上一节  下一节', '← 前页  后页 →', '本章结束，翻到下一章']), ...maybe(random, 0.6, `ISBN 978-7-0000-${id % 10000}-0  定价：${20 + (id % 40)}.00元`), '借了本书的读者还借过', ...some(random, ['公文写作二百例', '怎样把话说到心坎里', '乡镇干部案头书', '会务工作手册'], 3), ...maybe(random, 0.5, '本馆电子资源受许可协议约束，严禁批量下载'), `${place}市图书馆 开馆时间：8:30—20:00（周一闭馆）`],
      );
    },
  },
  {
    name: 'forum with jumbled letters',
    make: ({ title, lines, random, facts: { dashedDay, time, person, count, id } }) => {
      const jumble = (): string => ` ${Array.from({ length: whole(random, 4, 12) }, () => pick(random, ['q7', 'X', '* b', '0 m', 'K!', '& z', 'u3', '/ W', '%', 'J ', '^ 9', 'r.', '( e', 'T~'])).join(' ')}`;
      const pieces = laid(lines, pick(random, paragraphs), [0.1, 0.25, 0.4, 0.6, 0.8].flatMap((share) => [...(random() < 0.7 ? [{ share, text: jumble(), where: 'behind' as const }] : []), ...(random() < 0.6 ? [{ share, text: jumble() }] : [])]));
      return sheet(
        random,
        [pick(random, ['笔杆论坛 » 资料交流', '机关茶座›公文›讲话', '板块：公文写作 主题分类：讲话']), ...maybe(random, 0.5, `主题：${title}`), ...shuffled(random, [person, `UID ${id % 100000}`, `帖子 ${count % 3000}`, `在线时间 ${count % 900} 小时`]), pick(random, [`发表于 ${dashedDay} ${time}  楼主`, `${dashedDay} ${time} 1楼`, `#1  ${dashedDay} ${time}  [只看TA]`]), ...maybe(random, 0.4, '字体: 小 中 大')],
        pieces,
        [...maybe(random, 0.5, `最后编辑于 ${dashedDay} ${time}`), ...some(random, ['引用 回复 TOP', '收藏0 支持1 反对0', '本主题被评为精华', '送花 鸡蛋'], 2), pick(random, ['——笔下有乾坤', '签名：写稿是门手艺', '每天进步一点点']), `2楼  小秘书  ${dashedDay}`, pick(random, ['收下了，正愁没思路', '好文，mark', '多谢楼主，辛苦']), ...maybe(random, 0.5, '3楼  路过的人', '楼上+1'), '发表回复  您尚未登录', ...maybe(random, 0.6, `Powered by 论坛程序 V${1 + (id % 8)}.0  耗时 0.0${id % 9}秒`)],
      );
    },
  },
  {
    name: 'blog of 2007',
    make: ({ title, lines, random, facts: { time, person, count, id } }) => {
      const day = `2007-${1 + (id % 12)}-${1 + (id % 28)}`;
      return sheet(
        random,
        [pick(random, ['一叶小舟的日志', '灯下漫笔', '陋室杂记']), ...maybe(random, 0.5, `首页  日志  相册  音乐  留言`), ...maybe(random, 0.4, '日 一 二 三 四 五 六', '1 2 3 4 5 6 7 8 9 10 11 12 13 14'), ...maybe(random, 0.6, `${title}  （转）`), pick(random, [`${day} ${time} | 公文 | 阅读(${count % 900}) 评论(2)`, `Posted by ${person} at ${time}`, `${day}   心情：晴   天气：多云`]), ...maybe(random, 0.4, `Tag：${tags(random, 3).join(' ')}`)],
        inside(laid(lines, pick(random, paragraphs)), 0.5, pick(random, ['（原文此处有图）', '[转载时略有删改]', '[此处插有旧照一幅]'])),
        [`引用地址：http://blog.example.com/tb/${id}`, ...some(random, [`上一篇日志：${otherTitles(random, 1).join('')}`, '推荐给好友', '收藏到网摘', '[固定链接]'], 3), '最新评论', pick(random, ['老同事：写得不错，借来一用', '匿名网友 | 顶！', 'lily 说：辛苦辛苦']), ...maybe(random, 0.6, '昵称： 主页： 验证码：', '悄悄话  提交'), pick(random, [`今日 ${id % 50}  总访问 ${count}`, '订阅本站 RSS 2.0', '友情链接：山野小筑 渔舟唱晚'])],
      );
    },
  },
  {
    name: 'questions and answers',
    make: ({ title, lines, random, facts: { dashedDay, person, count } }) =>
      sheet(
        random,
        [
          ...maybe(random, 0.5, '问一问  全部问题  文化教育  公文'),
          pick(random, [`谁有《${title}》？急用，求一份！`, `求${title}，要完整的，谢谢各位大侠`, `${title}怎么写`]),
          pick(random, [`悬赏${whole(random, 5, 50)}分  ${dashedDay}  浏览${count}次`, `提问者：${person}  已解决`, `${dashedDay} 匿名 | 分类：公务办公`]),
          ...maybe(random, 0.5, '下周一开会要用，最好别太短，在线等'),
          pick(random, ['采纳的回答', '精选回答', '满意答案']),
          pick(random, [`${person}  十二级  采纳率61%`, `回答者：文案小能手 | 推荐于${dashedDay}`, `热心网友 ${dashedDay}`]),
          ...maybe(random, 0.4, pick(random, ['以前存过一篇，贴给你，自己改改：', '亲，给你找到了，望采纳'])),
        ],
        laid(lines, pick(random, paragraphs)),
        [...maybe(random, 0.5, '追问', '太好了，正合用！', '追答', '不客气'), pick(random, [`有用 ${count % 90}  没用 3`, `本回答被提问者采纳  ${count % 90}赞`, '评论(1) 分享']), `其他${whole(random, 1, 6)}条回答`, ...otherTitles(random, whole(random, 2, 4)).map((other) => `${other}该怎么写？`), ...maybe(random, 0.4, ...otherNews(random, 2)), pick(random, ['换一批问题', '我来答', '下载问一问APP'])],
      ),
  },
  {
    name: 'essays, parted into pages',
    make: ({ title, lines, random, facts: { dashedDay, person, count, id } }) => {
      const site = pick(random, ['范文村', '笔记簿', '一页好稿']);
      const pages = whole(random, 2, 4);
      const turn = pick(random, [
        (page: number) => `${title}(${page})`,
        (page: number) => `上一页 ${Array.from({ length: pages }, (_, index) => index + 1).join(' ')} 下一页\n${title}（${page}）_${site}`,
        (page: number) => `第${page}页：${title}`,
        (page: number) => `--${site}分页 ${page}/${pages}--`,
        () => `更多精彩在下一页\n本文共${pages}页，当前为${site}手机版`,
      ]);
      return sheet(
        random,
        [...maybe(random, 0.6, pick(random, [`${site}>讲话稿>单位讲话`, `返回${site}首页`, `${site}（m.example.com）`])), pick(random, [likeTitle(random, title), `${title}(1)`, `${title} 第1页`]), ...maybe(random, 0.7, pick(random, [`${dashedDay} 人气：${count}`, `${person}推荐 ${dashedDay}`, `发稿：${dashedDay}  点评：0`])), ...maybe(random, 0.4, searchLead(random, title))],
        laid(lines, pick(random, paragraphs), Array.from({ length: pages - 1 }, (_, index) => ({ share: (index + 1) / pages, text: turn(index + 2) }))),
        [pick(random, [`首页 上一页 ${pages} 尾页`, `共${pages}页 到第 页 确定`, '已是末页']), ...maybe(random, 0.5, `本文链接：http://www.example.com/fw/${id}_${pages}.html`), pick(random, ['看看别的', '本周人气', '猜您还需要']), ...otherTitles(random, whole(random, 3, 6)), ...maybe(random, 0.4, `${site}所收文章版权归作者，仅供学习揣摩`)],
      );
    },
  },
  {
    name: 'snapshot of a search engine',
    make: ({ title, lines, random, facts: { dashedDay, time, place, count, id } }) => {
      const address = `http://www.example.com/${id}/a.htm`;
      return sheet(
        random,
        shuffled(random, [
          pick(random, [`这是 ${address} 的存档页面，抓取于 ${dashedDay} ${time}，原页面可能已经改动。`, `网页存档 | ${address} | ${dashedDay}`, `您看到的是搜索工具保存的副本，与页面作者无关，也不对其内容负责。`]),
          pick(random, ['查询词已用颜色标出：讲话 会议 科技', '关键字：讲话  命中 12 处', '仅显示文字版本 | 显示完整版本']),
        ]).concat(maybe(random, 0.6, pick(random, [`${title} - ${place}资讯港`, `首页 | 资讯 | 便民 | 黄页`, `${place}资讯港 > 讲话`])), maybe(random, 0.5, `${dashedDay} 浏览 ${count}`)),
        laid(lines, pick(random, paragraphs), random() < 0.4 ? [{ share: 0.5, text: pick(random, ['[图片无法显示]', '（此处脚本未加载）', '[flash]']) }] : []),
        [...maybe(random, 0.6, pick(random, ['相关搜索', '其他人还搜', '搜索建议'])), tags(random, 4).join('   '), ...otherTitles(random, whole(random, 2, 4)).map((other) => (random() < 0.4 ? `${other} - www.example.cn` : other)), ...maybe(random, 0.5, '反馈存档问题'), `${place}资讯港 客服在线 站务合作`],
      );
    },
  },
];

function titleRunInSometimes(random: Random, pieces: ReturnType<typeof laid>): ReturnType<typeof laid> {
  return random() < 0.3 ? titleRunIn(pieces) : pieces;
}
