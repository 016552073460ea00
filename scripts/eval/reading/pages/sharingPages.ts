import { pick, type DamagedPiece } from '../damage.ts';
import { added, around, cut, inside, midSentence, titled, type PageFamily } from './page.ts';
import { asParagraphs, behind, brokenOff, chance, halfWidth, laid, otherTitle, otherTitles, pageSize, runTogether, shuffled, some, whole } from './variety.ts';

/** Sites where anybody puts up documents: lists of pages, points, previews, stamps, notes on rights. */
export const sharingPages: readonly PageFamily[] = [
  {
    name: 'sharing site, list of pages and text in numbered parts',
    make: ({ title, lines, random, facts: { id, dashedDay, pages, place } }) => {
      const file = `${title}${pick(random, ['.doc', '.docx', '.pdf', '.wps'])}`;
      const shown = Math.min(pages, whole(random, 2, 5));
      const pageList = Array.from({ length: shown }, (_, index) => [`${file}_第${index + 1}页`, `第${index + 1}页 / 共${pages}页`]).flat();
      const notice = pick(random, [
        `《${file}》是网友在拾穗文档上传的资料，支持网上浏览，想看同类内容可到拾穗文档检索《${title}（共${pages}页）》。`,
        `本站会员提供了《${file}》，您可以先在线看再决定是否保存；与《${title}》有关的资料，拾穗文档还收有很多。`,
        `拾穗文档为您收录《${file}（${pages}页完整版）》，欢迎在站内搜寻更多同类文件。`,
      ]);
      return around(
        [
          ...some(random, [`拾穗文档 > 机关文书 > ${pick(random, ['致辞发言', '会议文件', '综合材料'])} > ${file}`]),
          file,
          '',
          ...some(random, shuffled(random, [`上传人：${pick(random, ['風中柳', 'zhang***88', '小桥流水', 'wd_' + id])}`, `文档编号：${id}`, `上传时间：${dashedDay}`, `格式：${pick(random, ['DOC', 'DOCX', 'PDF'])}`, `页数：${pages}`, `大小：${whole(random, 18, 96)}.50KB`]), 0.85),
          pick(random, ['返回 下载 相关 举报', '收起 下载 投诉 分享', '下载 收藏 反馈']),
          ...(chance(random, 0.7) ? pageList : [pick(random, [`共${pages}页，此处是第${shown}页，其余暂不开放`, `免费浏览 ${shown} 页 / 全部 ${pages} 页`])]),
          ...some(random, ['点开看更多页>>', '资源描述', '']),
          ...some(random, [notice], 0.8),
          '',
        ],
        numberedParts(laid(chance(random, 0.4) ? halfWidth(lines) : lines, random, runTogether), whole(random, 500, 1400)),
        some(random, ['', `展开阅读全文`, `${place}网友下载了此文档`, '链接地址：https://doc.example.com/p-' + id + '.html', '提示：打不开的文档请换浏览器再试', ...otherTitles(random, 2, 5, (other) => `${other}.doc`), '关于拾穗 - 上传须知 - 积分说明 - 找回密码', `拾穗文档 ${dashedDay.slice(0, 4)} example.com 保留一切权利`], 0.75),
      );
    },
  },
  {
    name: 'sharing site, whole text shown under a note on rights',
    make: ({ title, lines, random, facts: { pages, dashedDay } }) => {
      const rights = pick(random, [
        '权属提示：此件系用户自行上载，所得归上载者；如认为内容有侵权之处，可在线举报或认领',
        '版权须知：文件由注册用户贡献并对其负责，平台仅提供存储；权利人可点此认领、申请下架',
        '文件说明：上传者保证拥有此文件的合法权利，若您发现它侵害了您的权益，请通知我们处理',
      ]);
      const label = pick(random, ['文档正文（纯文本）', '内容摘录', '文本简介', '文字版预览']);
      const end = pick(random, ['全文预览到这里就结束了', '您已看完全部预览', '——已到预览末页——']);
      return around(
        [`${title}${pick(random, ['', '.doc', '（完整版）', '-百页文仓'])}`, ...(chance(random) ? [`${whole(random, 1, 3)}/${pages}`, `${whole(random, 4, 9)}/${pages}`, end] : []), ...some(random, ['保存本文档', '分享给好友']), rights, label],
        laid(lines, random, ['joined', 'spaces', 'lines']),
        [
          ...some(random, [end, rights, '最新文档', '猜您还想看', '']),
          ...otherTitles(random, 3, 7),
          ...some(random, [...shuffled(random, ['客服邮箱 kf@example.com', '关于百页 | 上载协议 | 常见疑问 | 侵权申诉', '本站只提供信息存储空间，文件所述观点由上载者负责']), `百页文仓 ${dashedDay.slice(0, 4)} 备案号 00-000000`], 0.6),
        ],
      );
    },
  },
  {
    name: 'sharing site, line of the giver and points',
    make: ({ title, lines, random, facts: { dashedDay, pages, count, id } }) => {
      const giver = pick(random, [`由 ${pick(random, ['l***n', '秋水***', 'a1****7'])} 于 ${dashedDay} 分享`, `分享者：${pick(random, ['松间明月', 'qingfeng', '小河']) } ${dashedDay}`, `${pick(random, ['老兵', '文山行者'])}（认证用户）上传于${dashedDay}`]);
      const price = pick(random, [`所需积分：${whole(random, 1, 30)}`, `${whole(random, 2, 20)}.00 金币`, '免费', `下载需 ${whole(random, 1, 9)} 文币`]);
      const stamp = pick(random, [
        (page: number) => `\n${title.slice(0, 14)} 第 ${page} 页（共 ${pages + 10} 页）\n`,
        (page: number) => `\n—— ${page} ——\n青藤文库 让知识流动\n`,
        (page: number) => `\n青藤文库\n${page}/${pages + 10}\n`,
        (page: number) => `\n第${page}页\n\n`,
      ]);
      return around(
        [...some(random, ['青藤文库', '登录 注册 上传有奖', '全部 DOC PPT PDF XLS TXT']), ...shuffled(random, [giver, price, ...some(random, [`浏览 ${count}`, `星级 ${pick(random, ['★★★★☆', '★★★', '暂未评星'])}`, `页码 1/${pages + 10}`, `ID ${id}`])])],
        cut(laid(lines, random, asParagraphs), pageSize(lines, random), stamp),
        [pick(random, ['余下页面须登录后查看', '下载本文即可编辑和打印', `还有${whole(random, 1, 12)}页没有显示，下载完整文档`]), ...some(random, ['评一评这份文档', '很有用 一般 没用', '青藤用户 发表于上周', '不错，正好用上', `同一作者的其他文档（${(count % 80) + 2}）`]), ...otherTitles(random, 2, 6, (other, index) => `${other}  ${index + 3}页`)],
      );
    },
  },
  {
    name: 'preview, words and a page number within sentences',
    make: ({ title, lines, random, facts: { pages } }) => {
      const mark = pick(random, [
        (page: number) => `第${page}页`,
        (page: number) => ` 第 ${page} 页 共 ${pages + 6} 页 `,
        (page: number) => `（第${page}页）`,
        (page: number) => `[${page}/${pages + 6}]`,
        (page: number) => `————第${page}页————`,
        (page: number) => `\n${page} / ${pages + 6}\n`,
        (page: number) => ` Page ${page} of ${pages + 6} `,
        (page: number) => `<${page}>`,
      ]);
      return around(some(random, [`${title}（${pages + 6}页）`, '在线预览', '正在加载第 1 页'], 0.4), cut(laid(lines, random, ['lines', 'indented', 'joined', 'spaces']), pageSize(lines, random), mark), some(random, ['已是最后一页', '下一篇文档', `共 ${pages + 6} 页，已显示全部`], 0.4));
    },
  },
  {
    name: 'stock words of a copied document around its page numbers',
    make: ({ title, lines, random, facts: { pages, person } }) => {
      const [before, after] = pick<readonly [string, string]>(random, [
        ['好文分享 用心整理', '双击即可改写'],
        ['实用文书 拿来即用', ''],
        ['', '——可编辑——'],
        ['学习资料　仅作交流', '学习资料　仅作交流'],
        ['姓名：　　日期：', '勤学如春起之苗'],
        ['整理人 ' + person, ''],
        ['专注文档十年', '如有帮助请收藏'],
      ]);
      const mark = pick(random, [
        (page: number) => `\n${before}\n${page}\n${after}\n`.replace(/\n\n+/gu, '\n'),
        (page: number) => `${before}${page}${after}`,
        (page: number) => `${before} 第${page}页 ${after} `,
        (page: number) => `\n${before} ${page} ${after}\n`,
        (page: number) => `\n${after || before}……………………${page}\n`,
        (page: number) => `${before}--${page}/${pages + 8}--${after}`,
      ]);
      return around(
        some(random, [before || after, `${title} Word版`, pick(random, ['（可直接打印）', '（含修改说明）', '【整理】'])], 0.5),
        cut(laid(lines, random, ['lines', 'indented', 'joined']), pageSize(lines, random), mark),
        some(random, [after || before, pick(random, ['以上就是全部内容，下载后自行删去本行', '（本资料取自公开网络，可放心改动）', '文末附赠：常用衔接句一百例（下载后可见）']), '谢谢阅读，祝您顺利'], 0.5),
      );
    },
  },
  {
    name: 'sharing site, numbered notes to the buyer',
    make: ({ title, lines, random, facts: { dashedDay, place } }) => {
      const notes = shuffled(random, [
        '请先看清预览再付款，虚拟商品售出后一般不予退回。',
        '文档内容由卖家提供，本网不代写、不补充、不解答其中问题。',
        '预览与原件排版或有差别，以收到的文件为准。',
        '若文件打不开或乱码，可在三日内联系在线客服。',
        '未显示的页面如有缺漏，凭订单号可申请退还文币。',
        '不得将所购文档用于再次出售或其他营利目的。',
        '涉及他人权益的，请权利人来信，核实后即行撤下。',
      ]).slice(0, whole(random, 2, 6));
      const number = pick(random, [(at: number) => `${at}、`, (at: number) => `${at}. `, (at: number) => `（${at}）`, () => '※']);
      const numbered = notes.map((note, index) => number(index + 1) + note);
      const heading = pick(random, ['温馨提示', '温馨提示：', '购买须知', '【下载须知】', '特别提醒：']);
      const notice = chance(random, 0.3) ? [`${heading}${notes.join('')}`] : [heading, ...numbered];
      const atTop = chance(random, 0.55);
      return around(
        [`${title}`, ...(chance(random) ? [dashedDay] : []), ...(atTop ? notice : []), ...(chance(random) ? [pick(random, ['正文：', '文档内容如下', '文档封面', '----------'])] : [])],
        laid(lines, random, asParagraphs),
        [...(atTop ? [] : notice), ...some(random, ['文币充值', '成为卖家', `来自${place}的买家刚刚购买了本文档`, '交易保障 · 先看后买', ...otherTitles(random, 1, 4, (other) => `[Word] ${other}`)])],
      );
    },
  },
  {
    name: 'viewer of documents with its tools',
    make: ({ title, lines, random, facts: { pages, time, count } }) => {
      const tools = pick(random, [['目录', '书签', '查找', '批注', '适合宽度', '单页'], ['缩小', '放大', '全屏', '旋转', '夜间'], ['复制', '大字', '听', '预览', '译'], ['幻灯放映', '演示', '手机看', '翻页']]);
      const frame = chance(random) ? [tools.join(pick(random, [' ', ' | ', '　']))] : shuffled(random, tools);
      return around(
        [...some(random, [`${title} - 文渡阅读器`, '文件 视图 帮助']), ...frame, ...some(random, [`${whole(random, 1, 3)} / ${pages + 9}`, `${pick(random, ['75', '100', '125'])}%`, `字数 ${(count % 7000) + 900}`])],
        cut(laid(lines, random, ['lines', 'indented', 'apart']), pageSize(lines, random), pick(random, [(page: number) => `\n${page}\n`, (page: number) => `\n-- ${page} of ${pages + 9} --\n`, (page: number) => `\n[第 ${page} 页结束]\n`])),
        some(random, ['文渡阅读器 版本 6.2', `阅读用时 ${time}`, '添加笔记', '跳转到第　页', '页面加载失败，重新加载', '退出阅读'], 0.6),
      );
    },
  },
  {
    name: 'telephone page of a document site',
    make: ({ title, lines, random, facts: { pages, count, person } }) => {
      const wall = pick(random, [`点击展开剩余${whole(random, 20, 80)}%`, `App内免费读完剩下${whole(random, 2, 9)}页`, '展开余下内容', '登录即可免费看完', `还有 ${whole(random, 300, 4000)} 字，去客户端阅读`]);
      const pieces = titled(lines, [pick(random, [`${person} · ${count}次阅读 · ${pages}页`, `Word文档 ${pages}页 ${count}人看过`, `${whole(random, 1, 9)}年前 上传`]), ...some(random, ['文档', '转存', '发送到微信', '语音朗读', '转为PDF'], 0.5)], pick(random, ['\n', '\n\n']));
      return around(
        some(random, ['打开小鹿文库App', '小鹿文库 | 免费文档', `${title}.docx`, '搜文档', '会员首月 1 元'], 0.6),
        chance(random) ? midSentence(pieces, 0.4 + random() * 0.4, pick(random, ['（App内看高清原版）', '长按可复制', '　小鹿文库　'])) : pieces,
        [wall, ...some(random, ['赞 踩 收藏', '为您推荐', ...otherTitles(random, 2, 5, (other) => `${other} ${whole(random, 2, 12)}页 ${whole(random, 10, 900)}阅读`), '换一组', '小程序里打开', '©小鹿文库 用户协议 隐私条款'], 0.7)],
      );
    },
  },
  {
    name: 'licence and notices to claim',
    make: ({ title, lines, random, facts: { dashedDay, person, id, place } }) => {
      const licence = [
        '知识共享 署名—非商业性使用—禁止演绎 4.0',
        `本件著作权属作者本人，${place}资料馆仅作公益收藏，任何商业使用须另获许可。`,
        '按“署名、允许改编”的开放许可发布，引用时请附原文链接。',
        '此文来源不详，著作权人见到后请与我们接洽，以便支付报酬或移除。',
        '声明：资料取自互联网公开页面，收录目的在于传播信息，不表示赞同其看法，也不对真伪负责。',
        `权利人如需删除，请将身份证明与网址一并发至 del@example.com，${whole(random, 2, 7)}个工作日内办结。`,
        '未注明出处的转载，本馆将保留追究的权利。',
        '仅供个人研习之用，请于下载后二十四小时内删除。',
      ];
      const [first, ...rest] = shuffled(random, licence);
      return around(
        [...some(random, [`${place}公共资料馆`, `馆藏号 ${id}`, dashedDay, `提供者 ${person}`]), ...(chance(random) ? [first ?? ''] : [])],
        laid(lines, random, asParagraphs),
        [...rest.slice(0, whole(random, 1, 3)), ...some(random, ['引用本文', `${person}. ${title}[EB/OL]. ${dashedDay}. https://lib.example.cn/d/${id}`, '纠错与反馈', '申请认领', '上一件', '下一件'])],
      );
    },
  },
  {
    name: 'text version kept by a search engine',
    make: ({ title, lines, random, facts: { id, dashedDay } }) => {
      const lead = pick(random, [
        `这是 https://doc.example.com/${id}.pdf 的文字快照，由程序于${dashedDay}自动提取，版式已丢失。`,
        '以下是从文件里抽取的纯文本，表格图片均未保留，需要原貌请取回源文件。',
        `快照仅供检索参考。原文件名：${title}.pdf 类型：application/pdf`,
      ]);
      const mark = pick(random, [() => ' [分页符] ', (page: number) => ` [p. ${page}] `, (page: number) => `\n\n--- 分页 ${page} ---\n\n`, (page: number) => ` ===== ${page} ===== `]);
      const text = cut(laid(chance(random) ? halfWidth(lines) : lines, random, ['spaces', 'joined', 'lines']), pageSize(lines, random), mark);
      return around([lead, ...some(random, ['不代表被抓取网站的即时页面', '关键词已高亮：讲话 会议', '返回检索结果'])], text, some(random, ['快照结束', `抽取字符数 ${whole(random, 2000, 9000)}`, '举报不良快照'], 0.6));
    },
  },
  {
    name: 'sharing site, other papers begun behind the text',
    make: ({ title, lines, random, facts: { count } }) => {
      const openings = ['同志们：这次会议的任务是通报前一阶段情况，安排下一步工作。', '各位代表：受理事会委托，我向大会报告五年来的工作，请予审议。', '各位来宾，各位朋友：值此佳节来临之际，谨致问候。', '为进一步规范办公用品领用，结合本单位实际，制定本办法。', '今年以来，我镇坚持早谋划、早动手，各项任务有序推进。'] as const;
      const joined = Array.from({ length: whole(random, 2, 5) }, () => {
        const other = otherTitle(random);
        return pick(random, [`${other}${other}${pick(random, openings)}`, `${other} ${pick(random, openings)}……`, `${other}\n${other}\n${pick(random, openings)}...`]);
      });
      return around(
        [title, ...some(random, ['打包下载', '收藏本页', `共被看过${count}次`, '本站不对文档完整性作担保，请自行辨别。'])],
        laid(lines, random, ['apart', 'lines', 'joined']),
        [...some(random, ['', '有关主题', '讲话范本 会议发言 机关文书', '更多文档'], 0.6), ...joined],
      );
    },
  },
  {
    name: 'reading room for papers, part shown',
    make: ({ lines, random, facts: { person, place, dashedDay, id } }) => {
      const beginning = lines.slice(1, 5).map(({ text }) => text).join('').slice(0, whole(random, 50, 130));
      const english = pick(random, ['Speech at the Working Conference', 'Remarks on the Development of Local Science Work', 'An Address to the Annual Meeting', 'On Doing the Work Well in the New Stage']);
      const lead = shuffled(random, [`【摘　要】${beginning}……`, `【出　处】《${place}学刊》${dashedDay.slice(0, 4)}年第${whole(random, 1, 12)}期`, `【发布日期】${dashedDay}`, `【关键词】${pick(random, ['讲话；会议；工作', '领导讲话 任务 部署', '科技工作；社团；改革'])}`, `作者：${person}`, `单位：${place}市委办公室`]);
      return around(
        [...some(random, lead, 0.8), ...some(random, [english, `(Office of ${pick(random, ['the Municipal Committee', 'the Association', 'the Bureau'])}, 276000)`, `${whole(random, 1, 90)}-${whole(random, 91, 99)}页`]), pick(random, ['以下为该文部分内容', '节选内容如下：', '阅读片段', '[正文节选]'])],
        laid(brokenOff(lines, random), random, ['joined', 'lines', 'indented']),
        [pick(random, ['想看其余部分，请购买整篇', '（余文请阅原刊）', '获取全文请登录机构账号', '片段至此，下载PDF阅读完整论文']), ...some(random, [`${english}.`, `期刊文献编号 Q${id}`, '参考该文的论文 0 篇', '学者主页 机构主页 基金查询', ...otherTitles(random, 1, 4)])],
      );
    },
  },
  {
    name: 'run-on copy with stamps of the site',
    make: ({ title, lines, random, facts: { place, id } }) => {
      const site = pick(random, ['竹简文档', '半亩文库', '千页网', '云端文书']);
      const stamp = (): string => pick(random, [`${site}`, `（${site}）`, `[${site} www.example.com]`, `本文由${site}收集`, `${site}_doc.example.cn`, `更多资料请到${site}`, ` https://www.example.com/${id} `]);
      const text = laid(lines, random, runTogether);
      const stamped = Array.from({ length: whole(random, 1, 4) }).reduce<typeof text>((pieces, _, index) => (chance(random) ? inside : midSentence)(pieces, 0.15 + index * 0.2 + random() * 0.1, stamp()), text);
      const top = pick(random, [[`${title}_${site}`], [`${title}|${site}`, ''], [`${site}：${title}`], []]);
      return around(top, chance(random) ? behind(stamped, pick(random, [`（来源：${site}）`, `${site}感谢您的光临`, `【${place}${site}整理】`])) : stamped, some(random, [`标签：${pick(random, ['讲话稿', '领导致辞', '公文'])}`, '打印 收藏 关闭', ...otherTitles(random, 0, 3)], 0.5));
    },
  },
  {
    name: 'heads and feet of a file kept in its copy',
    make: ({ title, lines, random, facts: { place, dashedDay, id } }) => {
      const head = pick(random, [`${place}市机关文稿选`, title, `文稿库 ${id}.doc`, `${place}文印室`]);
      const rule = pick(random, ['', '_'.repeat(20), '─'.repeat(12), '=====']);
      const mark = pick(random, [
        (page: number) => `\n${page}\n${rule}\n${head}\n`,
        (page: number) => `\n${head}　　${dashedDay}\n第${page}页\n`,
        (page: number) => `\n\n${rule}${head} ${page}${rule}\n\n`,
        (page: number) => `\n- ${page} -\n\n${head}\n\n`,
        (page: number) => `\n文档来源：${head}　页码：${page}\n`,
      ]);
      return around(some(random, [head, rule], 0.5).filter((line) => line !== '' && line !== title), cut(laid(lines, random, ['lines', 'indented', 'indentedApart']), pageSize(lines, random), (page) => mark(page).replace(/\n{3,}/gu, '\n\n')), some(random, [`${dashedDay} 打印`, `存档：${place}文印室`], 0.4));
    },
  },
  {
    name: 'library, copies of the title and stars',
    make: ({ title, lines, random, facts: { dashedDay, pages } }) => {
      const masked = `${title.slice(0, 2)}***${title.slice(5)}`;
      const copies = shuffled(random, [`${title}.doc`, `${title} - 副本`, `(完整word版)${title}`, `【推荐】${title}`, `${title}(word版可编辑)`, `${masked}.docx`, `最新${title}(共${pages}页)`, `${title}_在线阅读`]).slice(0, whole(random, 1, 4));
      const rows = laid(lines, random, asParagraphs);
      return [
        ...(chance(random, 0.3) ? [added(`${copies.join(' ')}\n`)] : [added(`${copies.join('\n')}\n`)]),
        ...(chance(random, 0.4) ? [added(`${dashedDay} 知页网\n`)] : []),
        ...rows,
        ...(chance(random) ? [added(`\n${pick(random, [`${title}.doc 下载`, `《${title}》.docx`, `关键字：${title}`])}\n`)] : []),
      ];
    },
  },
];

/** The text in parts that begin with a number and a comma, wherever the part before happened to end. */
function numberedParts(pieces: readonly DamagedPiece[], size: number): DamagedPiece[] {
  return [added('1、'), ...cut(pieces, size, (part) => `\n\n${part + 1}、`)];
}
