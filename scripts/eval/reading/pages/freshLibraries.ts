import { pick } from '../damage.ts';
import { bare, beginning, cutShort, finished, laid, linked, mixed, nearly, otherTitle, outline, own, paragraphs, repeated, run, several, shown, some, someDay, whole } from './freshPieces.ts';
import { added, around, cut, inside, midSentence, type PageFamily } from './page.ts';

/** Libraries, sellers of papers and collections of model texts on the screen, in print and as saved. Held out: for measuring only. */
export const freshLibraries: readonly PageFamily[] = [
  {
    name: 'library, one line',
    make: ({ random, facts: { id, pages, dashedDay, place, person, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const site = pick(random, ['竹影文档', '青檐文库', '半亩资料库']);
      const file = `${title}${pick(random, ['.docx', '.doc', '（可编辑）.docx', '-完整版.pdf'])}`;
      const top = [
        ...some(random, 0.6, pick(random, ['首页　文档　专辑　资讯　会员', '全部分类 │ 办公 │ 党建 │ 教育 │ 建筑 │ 更多', '上传文档赚收益 | 登录/注册 | 手机版'])),
        pick(random, [file, `${file} - ${site}`, `${file}_${site}`, `W${file}`, `${site}${title}${title}`]),
        ...some(random, 0.3, nearly(random, title)),
        ...some(random, 0.2, ...several(random, [3, 6], (index) => `${file}-图${index}`)),
        pick(random, [`${pages}页　${whole(random, 18, 90)}.${whole(random, 10, 99)}KB　${place}　${dashedDay}`, `${id}　|　${dashedDay}　|　${pages}页`, `贡献者:${person.charAt(0)}*** 编号:${id} 入库:${dashedDay} 共${pages}页`]),
        ...some(random, 0.7, pick(random, ['权属提示：本件系注册会员自行提交，收益归提交者；若您是权利人，可在此认领或要求下架。', '提示：资料来自会员投递，平台不改动其内容，如触及您的权益请点“我要认领”。', '声明:此件由网友存入,版权仍属原作者,侵权即删,请联系站务。'])),
        ...some(random, 0.6, pick(random, ['文件概要', '内容速览', '摘录']), `${title}${beginning(lines, whole(random, 60, 130))}${pick(random, ['...', '……', '…'])}`),
      ];
      const bottom = [
        ...some(random, 0.7, ...pick(random, [
          ['使用须知：', '1. 除注明外，文件均可用常见办公软件打开，打不开请先升级软件。', '2. 文件只供个人学习，不得用于商业用途。', '3. 下载后二十四小时内如有疑问可申请退还点数。', '4. 所见页面与文件内容一致，图纸、附件以目录为准。'],
          ['* 本站只提供存放空间，对会员提交的内容不作修改，亦不承担由此引起的责任。', '* 压缩文件请先解压，密码为本站域名。'],
          ['友情提醒', '(1)点数用完可在个人中心补充；(2)请勿重复付款；(3)文件若有残缺，请在三日内反馈。'],
        ])),
        ...linked(random, [2, 6], [(other) => `${other}.docx`, bare, (other) => `${someDay(random)} ${other}`, (other) => `${other}${pick(random, ['.docx', '.pdf', ''])}`]),
        ...some(random, 0.5, pick(random, ['大家都在搜：述职 党课 值班 预案 周报', '热词：年终总结、实施方案、廉政谈话', '标签 讲话 全会 部署'])),
        pick(random, [`关于我们 - 帮助中心 - 意见箱 - 版权投诉　${site}　粤ICP备${count}号`, `© 2010-2024 ${site} example.com 保留一切权利`, `${site} 客服在线时间 9:00-18:00 (节假日休息)`]),
      ];
      return finished(random, 0.5, around(top, laid(lines, run(random)), bottom));
    },
  },
  {
    name: 'paid papers',
    make: ({ random, facts: { dashedDay, place, person, count }, ...speech }) => {
      const page = shown(random, speech.title, speech.lines);
      const { title } = page;
      const lines = cutShort(random, page.lines);
      const site = pick(random, ['墨田公文网', '云篆文秘', '执笔公文铺']);
      const slogan = pick(random, [`${site} www.example.cn`, `来自${site}`, `【${site}·机关写作好帮手】`, `${site}，写材料不求人`]);
      const total = whole(random, 3200, 9800);
      const now = whole(random, 600, 2400);
      const notice = pick(random, [`（未完，正文约${total}字，已显示${now}字）`, `(尚有${total - now}字未显示，登录会员后可读完)`, `【试读到此，余下${whole(random, 40, 85)}%须开通会员】`, `[本文共${total}字,非会员可读${now}字]`, `（以下内容会员可见）`]);
      const glued = random() < 0.5;
      const text = laid(lines, paragraphs(random), {
        among: random() < 0.6 ? repeated(random, [1, 4], () => slogan) : [],
        behind: (line) => (line.kind === 'head' && random() < 0.15 ? pick(random, ['(www.example.cn)', `—${site}`, '（example.cn整理）']) : ''),
      });
      return finished(random, 0.35, around(
        [
          ...some(random, 0.7, `${site}${pick(random, ['', '首页', '（内测版）'])} > ${pick(random, ['讲话致辞', '领导讲话', '会议材料'])} > ${pick(random, ['正文', '阅读', '查看文章'])}`),
          pick(random, [`文题：${title}`, `《${title}》全文`, `${title}(${whole(random, 2, 9)}千字)`, `【会员】${title}`]),
          ...mixed(random, [
            [pick(random, [`${dashedDay} ${site}`, `${dashedDay}　点击 ${count}　[收藏]`, `投稿人 ${person.slice(0, 1)}某某　${dashedDay}　${place}`, `${dashedDay}`])],
            some(random, 0.5, pick(random, ['关 键 词：', '主题词：讲话 部署 落实', '标签：未设置', '适用单位：'])),
            some(random, 0.25, '本文提纲', ...outline(page.lines)),
            some(random, 0.4, pick(random, [`字数：${total}　格式：Word　价格：`, '文章等级：★★★☆', '工作会议　我要投稿'])),
          ]),
        ],
        [...text, added(glued ? notice : `\n${notice}`)],
        [
          ...mixed(random, [
            some(random, 0.8, ...pick(random, [
              ['阅读全文的办法：', '一、用手机号登录后按年付费，期内不限篇数；', `二、单篇购买，付款后自动弹出全文；`, '三、投稿被采用一篇，赠送阅读权限七天。'],
              ['您还不是会员，', '立即加入', '已是会员？请点击这里登录', `加入后可浏览${count}篇材料`],
              ['请往下看：本站材料均由在职笔杆子执笔，不是网上东拼西凑的货色。如需全文，请加站长微信 moutian2016（备注公文）。'],
            ])),
            linked(random, [2, 7], [bare, bare, (other) => `${other}(${whole(random, 10, 99)}00字)`, (other) => `${other}　${someDay(random)}`]),
          ]),
          pick(random, ['Copyright (c) 2009-2023 example.cn All Rights Reserved', `${site}  站务QQ：1****${whole(random, 10, 99)}  湘ICP备${count}号-3`, '本站稿件谢绝转载，抄袭必究']),
        ],
      ));
    },
  },
  {
    name: 'collection',
    make: ({ random, facts: { dashedDay, person, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const number = whole(random, 3, 15);
      const set = `${title}${pick(random, [`（精选${number}篇）`, `(通用${number}篇)`, `范文${number}篇`, `(${number}篇)`, `优秀范本合集${number}篇`])}`;
      const site = pick(random, ['小满范文网', '松烟范文', '好稿子网']);
      const lead = pick(random, [
        `在学习和工作当中，我们时常要同讲话稿打交道，它能让发言的人思路清楚、重点分明。怎样动笔才稳妥呢？${site}为您备好了《${set}》，希望对您有所启发。`,
        `如今的机关单位里，讲话材料用得越来越多，写得好既省时间又长精神。您还在为开头发愁吗？下面就随${person}一道看看${set}，谢谢您的阅读。`,
        `导读：讲话稿有一定的格式，结构要完整，语气要得体。编辑部从来稿中挑出${set}，各有侧重，您可按需取用。`,
        `${set}由${site}编辑整理，内容包括${title}的写法、开头和结尾，欢迎借鉴。`,
      ]);
      const hidden = pick(random, [`……这里略去${whole(random, 1200, 9900)}字……`, `（此间有${whole(random, 900, 6000)}字已折叠）`, `......省略 ${whole(random, 800, 8000)} 字，点此展开......`]);
      const mark = pick(random, [' 篇1', '1', ' 第1篇', '【篇一】']);
      const [head, ...rest] = lines;
      const glued = random() < 0.35;
      const layout = glued ? run(random) : paragraphs(random);
      const text = [added(glued && random() < 0.6 ? lead : ''), own(head?.text ?? ''), added(mark), own(glued ? '' : '\n'), ...laid(rest, layout, {
        among: random() < 0.5 && !glued ? repeated(random, [1, 2], () => pick(random, [otherTitle(random), `${site}(example.com)小编还为您准备了：${otherTitle(random)}`, `>> ${otherTitle(random)}`])) : [],
      })];
      const dropped = random() < 0.5 ? midSentence(text, 0.3 + random() * 0.5, hidden) : text;
      return finished(random, 0.4, around(
        [
          ...some(random, 0.5, pick(random, [`${site} > 实用文 > 讲话稿`, '首页 作文 范文 读后感 手抄报', `您的位置: 主页 / 演讲致辞 /`])),
          set,
          ...mixed(random, [
            [pick(random, [`${dashedDay} ${site}`, `时间：${dashedDay}　编辑：${person}　手机版`, `${person} ${dashedDay} 投稿`, `更新：${dashedDay} 阅读(${count})`])],
            some(random, glued ? 0.2 : 0.85, lead),
            some(random, 0.5, pick(random, ['目录', '快捷导航', '本文共有']), `${title}【荐】`, ...linked(random, [2, 4], [(other, index) => `${other} 第${index + 1}篇`, (other) => `◆${other}`, (other, index) => `（${index + 1}）${other}`, bare])),
            some(random, 0.25, nearly(random, title)),
          ]),
          ...some(random, 0.25, pick(random, ['正文', '【正文】', '以下是正文：'])),
        ],
        dropped,
        [
          ...mixed(random, [
            [...some(random, 0.7, pick(random, [`【${set}】延伸阅读：`, `与“${title}”有关的稿件：`, `看了${set}的人还看了`])), ...linked(random, [3, 7], [(other, index) => `${index}．${other}`, (other) => `${other} ${someDay(random).slice(5)}`, bare])],
            some(random, 0.4, pick(random, ['演讲稿 检讨书 倡议书 入党申请 心得体会 广播稿', '#讲话# #开场白# #结束语#', '大家正在看：串词 | 贺词 | 家长会发言'])),
            some(random, 0.6, pick(random, ['存成Word文档', '把这份范文存到电脑，便于打印', '下载全文　扫码领取　已有326人领取'])),
          ]),
          ...some(random, 0.5, pick(random, [`本页地址：https://m.example.com/jhg/${count}.html`, `${site}版权与免责：文章收集自网友投稿，如有不妥请来信删除。`, '好评 0　差评 0　纠错'])),
        ],
      ));
    },
  },
  {
    name: 'remains of markup',
    make: ({ random, facts: { dashedDay, count, id }, ...speech }) => {
      const page = shown(random, speech.title, speech.lines);
      const { title } = page;
      const trial = random() < 0.5;
      const lines = trial ? cutShort(random, page.lines) : page.lines;
      const styles = pick(random, [
        `@page { size: A4; margin: 2.${whole(random, 1, 9)}cm 2.6cm } p { margin-bottom: 0.2cm; line-height: ${whole(random, 110, 150)}%; text-align: justify } p.cjk { font-family: "仿宋", "FangSong"; font-size: 16pt }`,
        `.article-body p{text-indent:2em;line-height:${whole(random, 26, 34)}px;} .adbox{float:right;width:300px;height:250px;margin:0 0 8px 8px}`,
        `var docid = '${id}'; var cid=${whole(random, 3, 88)}; document.write('<scr'+'ipt src="/js/show.js?t='+Math.random()+'"></scr'+'ipt>');`,
        `p.MsoNormal{mso-style-name:正文;margin:0pt;font-family:Calibri;mso-font-kerning:1.0000pt;} @font-face{font-family:"Times New Roman";}`,
      ]);
      const [head, ...rest] = lines;
      const indent = pick(random, ['&nbsp;&nbsp;&nbsp;&nbsp;', '&emsp;&emsp;', '&#12288;&#12288;', '']);
      const text = rest.flatMap((line, index) => [
        added(line.kind === 'address' ? '' : indent),
        own(line.text),
        added(random() < 0.08 ? pick(random, ['&nbsp;', '<br />', '</p>', '[!--empirenews.page--]']) : ''),
        own(index < rest.length - 1 ? '\n' : ''),
      ]);
      const end = trial ? pick(random, ['【试读完毕，成为会员后可下载整篇】', '（试看内容结束，请登录）', '[预览到此为止，其余部分需要点数]', '\n试看部分已完，开通后无限量取用']) : '';
      const script = `${pick(random, ['cambrian.render', 'ads.show', 'loadBox'])}('${pick(random, ['tail', 'body', 'inline'])}');`;
      const pieces = random() < 0.4 ? inside([own(head?.text ?? ''), own('\n'), ...text], 0.4, script) : [own(head?.text ?? ''), own('\n'), ...text];
      return around(
        [
          ...some(random, 0.5, pick(random, ['{$site_name}', '[标签:副标题]', '{dede:field.position/}', '<%=PageTitle%>'])),
          pick(random, [`${title} - {sitename}`, `${title}_[标签:栏目]`, `l> ${title} - 讲话 - 折桂文档`, `<h1>${title}</h1>`]),
          ...some(random, 0.7, pick(random, [`undefined ${dashedDay}`, `发表于 ${dashedDay} null 次围观`, `${dashedDay}　阅读：<script src="/e/public/count.php?id=${id}"></script>`])),
          styles,
          ...some(random, 0.4, pick(random, ['<!-- 正文开始 -->', '$(function(){ $(".txt").lazyload(); });', 'background:url(/skin/bg.gif) no-repeat;}'])),
        ],
        [...pieces, added(end)],
        [
          ...mixed(random, [
            some(random, 0.6, pick(random, ['<!-- /正文 -->', '[标签:分页]', '{page}'])),
            some(random, 0.6, pick(random, ['(function(){var s="_"+Math.random().toString(36).slice(2);document.write(\'<div id="\'+s+\'"></div>\');})();', `window._bd_share_config={"common":{"bdText":"","bdMini":"2"},"share":{}};`, `if(isMobile){location.href="https://m.example.com/a/${id}.html"}`])),
            linked(random, [2, 5], [(other) => `·${other}`, (other) => `&middot;${other}`, (other) => `&raquo; ${other}`, (other) => `<li>${other}</li>`]),
          ]),
          pick(random, [`上一篇：[标签:上一篇] 下一篇：[标签:下一篇]`, `var _hmt = _hmt || []; 备案 {$icp}`, `折桂文档 &copy; 2015-2022 浙ICP备${count}号`]),
        ],
      );
    },
  },
  {
    name: 'printed library copy',
    make: ({ random, facts: { id, pages }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const site = pick(random, ['北窗书屋', '秉烛材料', '楚帆资料']);
      const address = pick(random, ['www.example.com', 'http://doc.example.cn', 'example.com/wk']);
      const stamp = pick(random, [
        (page: number) => `第${page}页(共${pages}页)`,
        (page: number) => `\n- - 第 ${page} 页 - -\n`,
        (page: number) => `\n${site}　${address}　　第 ${page} 页\n`,
        (page: number) => ` 页码：${page} / ${pages} `,
        (page: number) => `\n欢迎阅读本文档　本页为第${page}页\n`,
        (page: number) => `${page}资料取自网络，不当之处请告知撤下。`,
        (page: number) => `\n\n精品文档 ${page}\n\n`,
      ]);
      const length = lines.reduce((sum, line) => sum + line.text.length, 0);
      // Some copies keep the stamps of all pages, others of two only.
      const size = random() < 0.35 ? Math.max(120, Math.floor(length / 2.4)) : whole(random, 380, 760);
      const code = pick(random, [`GW-${String(id).slice(0, 4)}-讲话 `, `【${String(id).slice(0, 5)}】`, `JH${id}：`, `(${String(id).slice(0, 3)})`, `${pick(random, ['A', 'C', 'F'])}${String(id).slice(0, 3)}#`]);
      const text = laid(lines, random() < 0.5 ? run(random) : paragraphs(random), {
        behind: (line) => (line.kind === 'body' && /。$/u.test(line.text) && random() < 0.06 ? pick(random, [`(${address})`, `${site}${address}`, `『${site}』`]) : ''),
      });
      const first = random() < 0.6 ? [added(code), ...text] : text;
      return finished(random, 0.3, around(
        [
          ...some(random, 0.6, pick(random, [`${site} 用心做好每一份资料`, '文档可自由编辑打印', '本件是Word文本，存下后随您改动', '(完整word版)'])),
          ...some(random, 0.6, pick(random, [`${title}-${site}`, `${title}（1）`, `(最新整理)${title}`, `【最新】${title}精编版`])),
          ...some(random, 0.3, nearly(random, title)),
          ...some(random, 0.4, pick(random, [`姓名：__________ 指导：__________ 日期：__________`, `编订：${site}　审定：________　日期：20XX年X月`, '封面　第1部分　模板编号：B5'])),
        ],
        cut(first, size, stamp),
        [
          ...some(random, 0.7, pick(random, ['感谢您的下载，本资料仅供参考！', '(文中情形与您单位未必相同，取用时请对照实情增减)', `如对您有用，请推荐${site}给同事，谢谢！`])),
          ...some(random, 0.5, pick(random, ['[键入文字]', `${pages} / ${pages}`, '仅供个人学习使用 For study only', `${address} 全心全意为您服务`])),
        ],
      ));
    },
  },
];
