import { pick, wrapped } from '../damage.ts';
import { bare, beginning, cutShort, finished, laid, linked, mixed, otherTitle, outline, own, paragraphs, repeated, run, several, shown, shuffled, some, whole } from './freshPieces.ts';
import { added, around, cut, midSentence, type PageFamily } from './page.ts';

/** Journals, apps, mail and office programs, and what people copy out of them. Held out: for measuring only. */
export const freshCopies: readonly PageFamily[] = [
  {
    name: 'journal',
    make: ({ random, facts: { dashedDay, place, person, count, pages }, ...speech }) => {
      const page = shown(random, speech.title, speech.lines);
      const { title } = page;
      const trial = random() < 0.45;
      const lines = trial ? cutShort(random, page.lines) : page.lines;
      const journal = pick(random, [`《${place}论坛》`, '《机关与基层》', '《科技与治理》']);
      const year = whole(random, 1998, 2023);
      const issue = whole(random, 1, 12);
      const english = pick(random, ['Speech at the Annual Working Conference', 'Address Delivered to the Plenary Meeting', 'Make Solid Efforts and Open Up a New Prospect']);
      const head = pick(random, [`\n${year}年第${issue}期　　　　${journal.slice(1, -1)}\n`, `\n${whole(random, 3, 90)}　${journal.slice(1, -1)} ${year}.${issue}\n`, `\n· 特稿 ·　　第${whole(random, 3, 60)}页\n`]);
      const text = laid(lines, random() < 0.4 ? run(random) : paragraphs(random));
      const stamped = random() < 0.5 ? cut(text, whole(random, 900, 1500), () => head) : text;
      return finished(random, 0.25, around(
        [
          ...some(random, 0.6, pick(random, [`${journal}　${year}年${issue}期　P${issue}-${issue + pages}`, `${journal} | ${year}年 第${issue}期 总第${whole(random, 100, 400)}期`, `刊名：${journal}　刊期：月刊　引用：${whole(random, 0, 9)}`])),
          ...some(random, 0.8, pick(random, [`${title}-${journal}${year}年${issue}期-知林期刊`, `题名：${title}`, `【正题名】${title}`, `${title}（下载 ${count} 次）`])),
          ...some(random, 0.5, pick(random, [english, english.toUpperCase(), `${english} (in Chinese)`])),
          ...some(random, 0.5, pick(random, [`机构：${place}市委党校`, `单 位：${place}市科协，${place} ${whole(random, 200, 700)}000`, '作者机构： 暂缺'])),
          ...some(random, 0.65, pick(random, [`摘　要：${beginning(lines, whole(random, 50, 110))}……`, '摘要：本文是一篇会议讲话，围绕形势、任务和要求三方面展开，对做好下一步工作有指导作用。', `内容提要:讲话回顾了前一时期的情况,就今后工作作了安排。`, '摘 要： 无'])),
          ...some(random, 0.6, pick(random, ['关键词：讲话；会议；落实', '【关键词】 工作部署　队伍建设　改革', 'Keywords: speech; meeting; work', '关 键 词：  '])),
          ...some(random, 0.5, pick(random, [`分类号：D${whole(random, 20, 69)}　文献标识码：E　文章编号：1009-${whole(random, 1000, 9999)}(${year})0${whole(random, 1, 9)}-00${whole(random, 10, 60)}-03`, `DOI：10.****/j.issn.1009-${whole(random, 1000, 9999)}.${year}.${issue}`, `收稿：${dashedDay}　责任编辑：${person}`])),
          ...some(random, 0.4, pick(random, ['部分内容在线试读', '正文快照：', '全文阅读', '论文节选'])),
        ],
        [...stamped, added(trial ? pick(random, ['（剩余内容请下载后阅读）', `\n正文余下${whole(random, 2, pages)}页，订阅后查看`, '[节选至此]']) : '')],
        [
          ...mixed(random, [
            some(random, 0.5, pick(random, ['Comrades: The meeting held today is of great importance. Just now several units have made their statements, and I agree with all of them. Next I would like to stress a few points', 'Dear delegates, on behalf of the committee I would like to express warm congratulations. Over the past year, with the joint effort of all, new progress has been made in every field of work', 'Friends, in this golden season we gather here. First of all, please allow me to extend our sincere thanks to all those present'])),
            some(random, 0.5, pick(random, ['PDF全文下载　CAJ下载　导出引文', '收藏 | 引用 | 推送 | 报错', `被引 0　下载 ${count}`])),
            some(random, 0.5, pick(random, ['相似文献', '同刊同期', '本刊热读']), ...linked(random, [2, 5], [(other, index) => `[${index}] ${person}．${other}[J]．${journal.slice(1, -1)}，${year - index}（${whole(random, 1, 12)}）`, (other) => `${other}　${year}年${whole(random, 1, 12)}期`, bare])),
          ]),
          ...some(random, 0.5, pick(random, [`本作品依“署名—非商业使用”许可发布，转载请注明${journal}。`, '知林期刊网所收论文版权归著作权人及杂志社，如需撤稿请与我们联系。', `ISSN 1009-${whole(random, 1000, 9999)}　邮发代号 ${whole(random, 10, 80)}-${whole(random, 10, 400)}　定价 ${whole(random, 6, 20)}.00元`])),
        ],
      ));
    },
  },
  {
    name: 'news app',
    make: ({ random, facts: { time, place, person, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const app = pick(random, [`${place}发布`, `云上${place}`, `${place}通`]);
      const [head, ...rest] = lines;
      const trial = random() < 0.25;
      const shortened = trial ? cutShort(random, rest) : rest;
      const meta = [
        pick(random, [`${app} ${whole(random, 1, 12)}月前`, `${app}官方账号`, `${person} · ${app}  ${time}`, `${app}客户端  昨天 ${time}`]),
        ...some(random, 0.7, pick(random, ['+ 关注', '已关注', '听', '🎧 听全文 08:26'])),
        ...some(random, 0.3, `${whole(random, 1, 99)}.${whole(random, 1, 9)}万阅读`),
      ];
      const text = laid(shortened, pick(random, [{ gap: '\n', indent: '' }, { gap: '\n\n', indent: '' }]), {
        among: random() < 0.6 ? repeated(random, [1, 3], () => pick(random, [`打开${app}，看高清大图`, '加载中…', `广告 · 查看详情`, `视频时长 0${whole(random, 1, 9)}:${whole(random, 10, 59)}`, `热　${otherTitle(random)}`])) : [],
      });
      return finished(random, 0, around(
        [
          ...some(random, 0.6, pick(random, [`${time}  4G  ${whole(random, 10, 99)}%`, `下载${app}`, `‹　${app}　···`, `${app} 本地新闻早知道　打开`])),
          ...some(random, 0.4, pick(random, ['推荐 要闻 本地 视频 问政', '首页\n服务\n直播\n我的', '时政 | 民生 | 号外'])),
          ...some(random, 0.25, `${title}…展开`),
        ],
        [own(`${head?.text ?? ''}\n`), added(`${meta.join('\n')}\n`), ...text, added(trial ? pick(random, [`\n打开${app}阅读全文`, '…展开全文 ∨', `\n— 剩余内容在${app}内查看 —`]) : '')],
        [
          ...mixed(random, [
            some(random, 0.5, pick(random, [`提示：本篇由号主自行发布，${app}只管存放，不担保内容`, `未经${app}授权，谢绝转载`, '内容含AI辅助整理，请仔细甄别'])),
            some(random, 0.6, ...shuffled(random, [`赞 ${whole(random, 1, 999)}`, `评论 ${whole(random, 0, 99)}`, '收藏', '海报分享', '不感兴趣', '朋友圈']).slice(0, whole(random, 2, 5))),
            some(random, 0.6, pick(random, ['全部评论', '热评', `评论 (${whole(random, 1, 40)})`]), ...several(random, [1, 3], () => pick(random, [`${person}　${place}网友`, '说到老百姓心坎上了', '期待早日落地', `${whole(random, 1, 23)}小时前　回复　👍${whole(random, 0, 60)}`]))),
            some(random, 0.7, ...linked(random, [2, 5], [(other) => `${other}　${app}　${whole(random, 1, 23)}小时前`, bare, (other, index) => `${index === 1 ? '置顶 ' : ''}${other}`])),
            some(random, 0.5, pick(random, ['写评论…', '说点什么吧', `点击登录，领${whole(random, 5, 50)}积分`, '没有更多内容了'])),
          ]),
          ...some(random, 0.3, `${app}热榜　${count}热度`),
        ],
      ));
    },
  },
  {
    name: 'mail',
    make: ({ random, facts: { day, dashedDay, time, person, place, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const [from, to] = shuffled(random, ['韩秘书', '综合科小唐', '办公室', 'liuxm', '陈姐', '文字组']);
      const subject = pick(random, [`转发：${title}`, `回复: 讲话稿请审（${title}）`, `Fw: ${title}.docx`, `【急】${title}`]);
      const quote = pick(random, ['', '', '> ', '| ']);
      const body = quote === ''
        ? wrapped(lines, pick(random, [30, 36, 400]), random() < 0.5)
        : lines.flatMap((line, index) => [added(quote), own(`${line.text}${index < lines.length - 1 ? '\n' : ''}`)]);
      const heading = pick(random, [
        [`发件人: ${from} <${count}@example.com>`, `发送时间: ${day} ${time}`, `收件人: ${to} <yz${count}@example.cn>`, `抄送: `, `主题: ${subject}`],
        [`From: "${from}" <office@example.cn>`, `Date: ${dashedDay} ${time}:18`, `To: "${to}"<write@example.com>;`, `Subject: ${subject}`],
        [subject, `${from} ${dashedDay} ${time} 发给 ${to}`, '星标 已读 详情'],
        ['-----原始邮件-----', `发件人：${from}`, `主 题：${subject}`, `日 期：${dashedDay} ${time}`],
      ]);
      return finished(random, 0.2, around(
        [
          ...some(random, 0.4, pick(random, ['返回 回复 回复全部 转发 删除 彻底删除 举报 拒收', '收件箱(12) 草稿箱 已发送', '此邮件带有附件，查看附件'])),
          ...heading,
          ...some(random, 0.4, pick(random, [`附件(1)：${title}.doc (${whole(random, 20, 90)}K) 下载 打开 转存`, `1个附件　${title}（改）.docx`, '附件: 无'])),
          ...some(random, 0.7, ...pick(random, [
            [`${to}：`, '　　稿子按您的意见又顺了一遍，附在下面，麻烦今晚看看，明早要印。'],
            [`${to}您好，领导的讲话贴在正文里了，手机上也能看，有改动直接回我。`],
            [`见下。——${person}`],
            ['您要的材料转给您，只供参考，请勿外传。谢谢！'],
          ])),
          ...some(random, 0.5, pick(random, ['----------------------------', '________________________________', '———以下为正文———'])),
        ],
        body,
        [
          ...some(random, 0.6, pick(random, ['------------------', '--', '***********************'])),
          ...some(random, 0.7, ...pick(random, [
            [`${from}`, `${place}市综合科　分机 8${whole(random, 100, 999)}`],
            ['发自我的手机'],
            [`顺祝工作愉快！——${from}敬上`],
            [`此致`, `${from}　手机：13*****${whole(random, 1000, 9999)}`],
          ])),
          ...some(random, 0.5, pick(random, ['本邮件及附件可能含有保密信息，如您不是指定收件人，请立即删除并告知发件人。', 'This message is intended only for the person named above. If you received it by mistake, please delete it.', '请考虑环境，非必要不打印此邮件。'])),
          ...some(random, 0.4, pick(random, ['快捷回复给：', '上一封 下一封', `在 ${dashedDay} ${time}，“${to}”写道：`])),
        ],
      ));
    },
  },
  {
    name: 'office program',
    make: ({ random, facts: { dashedDay, time, person, pages, count }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const file = `${title}${pick(random, ['(1)', '-改', '_终稿2', ' - 副本'])}.${pick(random, ['docx', 'wps', 'doc'])}`;
      const words = whole(random, 1800, 6200);
      const note = (): string => pick(random, [
        `批注 [${person.charAt(0)}${whole(random, 1, 30)}]: ${pick(random, ['这里再压一压', '数字请业务处核实', '此句与第二部分重复', '建议换个例子'])}`,
        `已删除[${person}]: ${pick(random, ['高度', '切实', '进一步'])}`,
        `${person} ${dashedDay.slice(5)} ${time}　${pick(random, ['口径以文件为准', '可否删去？', '标题不够响'])}`,
        `带格式的: 缩进: 首行缩进: ${pick(random, ['2', '2.5'])} 字符`,
        `设置了格式: 字体: (中文) 仿宋, 三号`,
      ]);
      const text = laid(lines, pick(random, [{ gap: '\n', indent: '' }, { gap: '\n', indent: '　　' }, { gap: '\n', indent: '\t' }]), {
        among: random() < 0.75 ? repeated(random, [1, 5], note) : [],
      });
      const running = pick(random, [
        (page: number) => `\n${file}　　　${page}\n`,
        (page: number) => `\n第 ${page} 页，共 ${pages} 页\n`,
        (page: number) => `\n========== 分页符 (${page}) ==========\n`,
      ]);
      const paged = random() < 0.5 ? cut(text, whole(random, 500, 900), running) : text;
      const marked = random() < 0.35 ? midSentence(paged, 0.2 + random() * 0.6, pick(random, ['[批注1]', '{ HYPERLINK "http://www.example.cn" }', '错误!未找到引用源。', '[J1]'])) : paged;
      return finished(random, 0, around(
        [
          ...some(random, 0.6, pick(random, [`${file} - 兼容模式`, `${file}　已自动保存 ${time}`, `最近打开：${file}`, `${file} [只读]`])),
          ...some(random, 0.6, pick(random, ['文件 开始 插入 设计 布局 引用 审阅 视图', '菜单　撤销　分享　协作', '宋体 小四 B I U 正文 标题1 标题2', '大纲\n查找\n替换'])),
          ...some(random, 0.35, pick(random, [`创建者：${person}　最后修改：${dashedDay} ${time}`, `版本 ${whole(random, 2, 12)}　${person}于${dashedDay}编辑`, `${person}等${whole(random, 2, 5)}人正在协作`])),
          ...some(random, 0.35, ...pick(random, [['导航', ...outline(lines)], ['TOC \\o "1-3" \\h \\z \\u', ...outline(lines).map((head, index) => `${head}\t${index + 1}`)], ['单击此处添加标题']])),
        ],
        marked,
        [
          ...mixed(random, [
            [pick(random, [`第 1 页，共 ${pages} 页　${words} 个字　中文(中国)　100%`, `页面: 1/${pages}　字数: ${words}　拼写检查　文档校对`, `共${words}字　已读${whole(random, 20, 99)}%`, `页码：1　节：1/1　行：${whole(random, 1, 30)}　列：${whole(random, 1, 28)}`])],
            some(random, 0.5, pick(random, ['插入', '修订: 打开', '专注　页面视图　大纲', '护眼模式　全屏'])),
            some(random, 0.5, pick(random, [`文档已保存到云端 ${time}`, `检测到剪贴板中有 ${whole(random, 2, 24)} 项`, '激活产品后可使用全部功能', `D:\\文稿\\${dashedDay.slice(0, 4)}\\${file}`])),
            some(random, 0.4, ...several(random, [1, 3], note)),
          ]),
          ...some(random, 0.2, `打印预览　打印机：HP-${count}`),
        ],
      ));
    },
  },
];
