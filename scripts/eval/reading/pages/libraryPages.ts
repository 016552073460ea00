import { pick } from '../damage.ts';
import { added, around, body, cut, inside, titled, type PageFamily } from './page.ts';
import { secretaryPages } from './secretaryPages.ts';
import { sharingPages } from './sharingPages.ts';
import { asParagraphs, behind, brokenOff, chance, halfWidth, laid, otherTitle, otherTitles, pageSize, shuffled, some, strewn, whole } from './variety.ts';

/** Sites that sell collections, and copies with what belongs to the system that showed the page: styles, scripts, codes. */
const collectionPages: readonly PageFamily[] = [
  {
    name: 'collection for sale, contents and price',
    make: ({ title, lines, random, facts: { dashedDay, id } }) => {
      const many = whole(random, 4, 14);
      const at = whole(random, 0, many - 1);
      const numbers = pick(random, [(index: number) => `${index + 1}.`, (index: number) => `${index + 1}、`, (index: number) => `（${index + 1}）`, () => '', (index: number) => `${String(index + 1).padStart(2, '0')} `]);
      const dots = pick(random, ['', ' ', '\t', '................']);
      const contents = Array.from({ length: many }, (_, index) => `${numbers(index)}${index === at ? title : otherTitle(random)}${dots === '' ? '' : dots + String(index * 6 + 1)}`);
      const heading = pick(random, [`领导讲话稿汇编（${many}篇${whole(random, 2, 9)}万字）`, `【素材合辑】${dashedDay.slice(0, 4)}年讲话发言类文稿${many}篇`, `${many}篇会议讲话打包（可编辑版）`]);
      const price = pick(random, [`售价 ${whole(random, 9, 99)}.9 元`, `原价${whole(random, 60, 200)}元 现价${whole(random, 9, 50)}元`, `购整套更划算：¥${whole(random, 10, 60)}`]);
      return around(
        [heading, ...some(random, [price, `商品编码 HJ${id}`, '支持平台：电脑 手机 平板', '交货方式：拍下即发网盘链接']), pick(random, ['目 录', '目录', '篇目一览', '收录篇目：']), ...contents, ...some(random, ['', `样稿（第${at + 1}篇）`, '===== 正文 =====', '试阅'], 0.4)],
        laid(chance(random) ? brokenOff(lines, random) : lines, random, asParagraphs),
        some(random, [`…………`, `其余${many - 1}篇请购买后阅读`, price, '买家评价(18) 好评率 97%', '文稿很扎实，套路清楚', '咨询掌柜', '加入购物车 立即购买'], 0.7),
      );
    },
  },
  {
    name: 'collection for sale, list of files',
    make: ({ title, lines, random, facts: { dashedDay, count } }) => {
      const end = pick(random, ['.docx', '.doc', '.wps']);
      const row = pick(random, [
        (name: string) => `${name}${end}`,
        (name: string) => `${name}${end}  ${whole(random, 14, 60)}.${whole(random, 0, 9)} KB`,
        (name: string) => `├── ${name}${end}`,
        (name: string) => `${dashedDay}  ${whole(random, 10, 80)}K  ${name}${end}`,
        (name: string) => `□ ${name}`,
      ]);
      const files = shuffled(random, [row(title), ...otherTitles(random, 3, 12, row)]);
      const list = [pick(random, ['压缩包内文件：', '文件清单', '资源目录', `共 ${files.length} 个文件`]), ...files, ...some(random, [`解压密码：无`, `合计 ${whole(random, 200, 999)} KB`, '……（列表过长，仅列部分）'], 0.5)];
      const atTop = chance(random, 0.65);
      return around(
        [...some(random, [`讲话材料大礼包.zip`, `${dashedDay}更新`, `已售${count % 900}份`, '三千公文素材网']), ...(atTop ? list : []), ...some(random, ['示例文档：', '随机展示一篇'], 0.4)],
        laid(lines, random, asParagraphs),
        [...(atTop ? [] : list), ...some(random, ['百度一下没有的，这里都有', '长期更新 一次付费', '下载地址：付款可见', '下载异常联系微信 gw_example', '仅售整理费'], 0.6)],
      );
    },
  },
  {
    name: 'goods in a shop',
    make: ({ title, lines, random, facts: { place, count, person } }) => {
      const goods = shuffled(random, [`品名：${title}等讲话稿`, `库存 ${count}件`, '运费：虚拟物品免邮', `店主：${person}的公文铺`, `发货地 ${place}`, '规格：电子版 / 纸质装订版', `月销 ${count % 300}+`, '七天无理由 不支持']);
      return around(
        [...goods.slice(0, whole(random, 2, 6)), pick(random, ['商品详情', '图文详情', '宝贝说明', '内页展示'])],
        laid(lines, random, ['lines', 'apart']),
        some(random, ['上新 热卖 清仓', '店铺其他商品', ...otherTitles(random, 2, 4, (other) => `${other} ¥${whole(random, 1, 19)}.00`), '问大家', '问：能改吗？', '答：亲，可以改的哦', '收藏店铺领两元券', '客服 购物车 立即下单'], 0.7),
      );
    },
  },
  {
    name: 'copy with remains of a style sheet',
    make: ({ title, lines, random, facts: { dashedDay, place } }) => {
      const font = pick(random, ['仿宋_GB2312', '宋体', '方正小标宋简体', 'Times New Roman']);
      const sheet = pick(random, [
        [`@font-face{font-family:"${font}";}`, `p.MsoNormal{mso-style-name:正文;margin:0pt;font-family:'${font}';font-size:${whole(random, 10, 16)}.0000pt;}`, 'span.10{font-family:Calibri;}'],
        [`.doc-body p { text-indent: 2em; line-height: ${whole(random, 24, 32)}px; font: 16px/1.8 "${font}"; }`, '.doc-body .cap { display: none }'],
        ['/* Style Definitions */ table.MsoNormalTable {mso-style-name:普通表格; mso-tstyle-rowband-size:0; mso-padding-alt:0cm 5.4pt 0cm 5.4pt;}', 'Normal 0 7.8 磅 0 2 false false false EN-US ZH-CN X-NONE MicrosoftInternetExplorer4'],
        [`#content{width:760px;margin:0 auto}#content p{font-family:${font}}`],
        ['@page Section0{margin-top:72.0000pt;margin-left:90.0000pt;size:595.3000pt 841.9000pt;}', 'div.Section0{page:Section0;}'],
      ]);
      const entity = pick(random, ['&nbsp;&nbsp;&nbsp;&nbsp;', '&emsp;&emsp;', '&#12288;&#12288;', '&nbsp;']);
      const every = whole(random, 1, 4);
      const rows = lines.flatMap((line, index) => [
        ...(index > 0 && line.text !== '' && index % every === 0 && chance(random, 0.8) ? [added(entity)] : []),
        ...body([line]),
        ...(index < lines.length - 1 ? [{ text: '\n', added: false }] : []),
      ]);
      const framed = chance(random, 0.7) ? rows : laid(lines, random, asParagraphs);
      const joined = chance(random) ? [sheet.join(' ')] : sheet;
      const inTitle = chance(random, 0.35);
      return around(
        [...some(random, [`${title}-${place}文稿网`, dashedDay], 0.4), ...(inTitle ? [] : joined)],
        inTitle ? titled(lines, joined, pick(random, ['\n', '\n\n'])) : framed,
        some(random, ['.foot{clear:both}', `Copyright &copy; ${dashedDay.slice(0, 4)} ${place}文稿网`, '&lt;&lt; 上一篇 &gt;&gt; 下一篇', '<!--EndFragment-->', '&raquo; 更多'], 0.5),
      );
    },
  },
  {
    name: 'copy with remains of scripts',
    make: ({ lines, random, facts: { id, dashedDay, time } }) => {
      const scripts = shuffled(random, [
        `document.write('<script src="/ads/${id}.js"></scr'+'ipt>');`,
        `var docId=${id};var readOnly=true;`,
        'function zoom(n){document.getElementById("txt").style.fontSize=n+"px";}',
        '$(function(){ $(".more").click(function(){ $(this).hide(); }); });',
        'window._share={"text":"","url":location.href};',
        '<!-- 正文上方广告位 -->',
        '//<![CDATA[ loadHits(); //]]>',
        'if(isMobile){showBanner("top")}',
        'undefined',
        '[object Object]',
      ]);
      const [first = '', second = '', third = '', fourth = ''] = scripts;
      const rows = chance(random, 0.5) ? strewn(lines, random, (index) => (index === Math.floor(lines.length / 2) ? third : null)) : titled(lines, some(random, [fourth, `${dashedDay} ${time}`], 0.9));
      return around(some(random, [first, second], 0.8), chance(random, 0.3) ? inside(rows, 0.6, pick(random, ['<br />', '</p><p>', '<a name="p2"></a>'])) : rows, some(random, [pick(random, ['var _hm = 1;', 'share_init();', 'adsRun("bottom_728");']), '<!-- 正文结束 -->', ...otherTitles(random, 0, 3, (other) => `<li>${other}</li>`)], 0.7));
    },
  },
  {
    name: 'placeholders of a template and labels with nothing behind them',
    make: ({ title, lines, random, facts: { dashedDay, id } }) => {
      const labels = shuffled(random, ['来源：', '作者:', '责编：', '发布者：', '点击：次', '[字号]', '关键词：', '摘要：', '文号：', '附件：无']).slice(0, whole(random, 2, 6));
      const holders = shuffled(random, ['{{article.source}}', '${pubDate}', '[field:click/]', '<%=doc.author%>', '{dede:field.writer/}', '#{hits}', '__TITLE__', '{$tags}', '%s 次浏览', '@@editor@@']).slice(0, whole(random, 1, 3));
      const header = shuffled(random, [...labels, ...holders, ...some(random, [dashedDay, `NO.${id}`], 0.4)]);
      const row = chance(random) ? [header.join(pick(random, ['  ', ' ', '　']))] : header;
      const framed = chance(random) ? titled(lines, row, pick(random, ['\n', '\n\n'])) : around(row, laid(lines, random, asParagraphs), []);
      return around(some(random, [`{title:${title}}`, '您好，{user}', '{include file="head.htm"}'], 0.3), framed, some(random, ['上一篇：{prev}', '下一篇：{next}', '标签：', '${copyright}', '分享到：', '评论(0)', '{include file="foot.htm"}'], 0.55));
    },
  },
  {
    name: 'catalogue codes before the title and in the margins',
    make: ({ title, lines, random, facts: { id, dashedDay, pages } }) => {
      const digits = String(id);
      const code = pick(random, [`${digits.slice(0, 4)}-JH-${digits.slice(-2)}`, `A${digits.slice(0, 2)}.${digits.slice(-3)}`, `LD${dashedDay.replaceAll('-', '')}${digits.slice(0, 2)}`, `〖${digits.slice(0, 5)}〗`, `[讲话${digits.slice(0, 3)}]`, `No.${digits}`, `WK_${digits}_${digits.length}`]);
      const front = pick(random, [code, `${code} `, `${code}　`, `${code}_`, `${code}\n`]);
      const text = cut(laid(lines, random, ['lines', 'indented', 'apart']), pageSize(lines, random), pick(random, [(page: number) => `\n${code} ${page}/${pages}\n`, (page: number) => `\n${code}-${page}\n`, () => `\n${code}\n`, (page: number) => ` ${code}P${page} `]));
      return [
        ...(chance(random, 0.4) ? [added(`${pick(random, [`文献检索号 ${code}`, `档案盒 ${digits.slice(0, 2)} 件 ${digits.slice(-2)}`, `分类 D6${digits.slice(0, 1)} 讲话`])}\n${title}\n`)] : []),
        added(front),
        ...(chance(random, 0.6) ? text : laid(lines, random, asParagraphs)),
        ...(chance(random) ? [added(`\n${pick(random, [code, `${code} 完`, `著录日期 ${dashedDay}　著录员 07`, `（${code}，共${pages}页）`])}\n`)] : []),
      ];
    },
  },
  {
    name: 'archive of an office, file by file',
    make: ({ lines, random, facts: { dashedDay, time, id, person, pages } }) => {
      const record = shuffled(random, [`档号 ${String(id).slice(0, 3)}-${dashedDay.slice(0, 4)}-Y-${pages}`, `责任者 ${person}`, `页数 ${pages}`, `保管期限 ${pick(random, ['永久', '三十年', '十年'])}`, `归档 ${dashedDay}`, '密级 无', '载体 电子', `导入批次 ${id}`]);
      const record2 = chance(random) ? [record.slice(0, 4).join('；')] : record.slice(0, whole(random, 2, 6));
      return around(
        [...some(random, ['数字档案馆 全文利用', `利用人：${person} 利用时间：${dashedDay} ${time}`]), ...record2, ...some(random, ['原文', '全文识别结果'], 0.5)],
        cut(laid(lines, random, ['lines', 'indented', 'joined']), pageSize(lines, random), pick(random, [(page: number) => `\n图像 ${String(page + 1).padStart(4, '0')}.jpg\n`, (page: number) => `\n〔第${page + 1}幅〕\n`, (page: number) => `【幅${page + 1}】`])),
        some(random, ['利用目的：编史修志', '出证 复制 加入利用车', `上一件 下一件 共${pages + 40}件`, '档案利用须遵守有关规定，摘录公布须经批准', '主办：市档案馆 地址：新城路8号 邮编：000000 电话：0000-7654321'], 0.6),
      );
    },
  },
  {
    name: 'one paper out of a bound selection',
    make: ({ title, lines, random, facts: { dashedDay, person, place } }) => {
      const [before, after] = [otherTitles(random, 1, 4), otherTitles(random, 1, 4)];
      const [first, each] = [whole(random, 1, 200), whole(random, 3, 9)];
      const row = pick(random, [(name: string, page: number) => `${name}（${page}）`, (name: string, page: number) => `${name}/${page}`, (name: string, page: number) => `${name} …… ${page}`, (name: string) => `◇ ${name}`]);
      const contents = [...before, title, ...after].map((name, index) => row(name, first + index * each));
      const book = pick(random, [`《${place}文稿选粹》`, `《会议讲话实例精编》`, `《${dashedDay.slice(0, 4)}年公文选》`]);
      const slogan = pick(random, [`${book}电子书 试读版`, `${book}`, `摘自${book}`]);
      const every = whole(random, 5, 12);
      const text = chance(random) ? strewn(lines, random, (index) => (index % every === 3 ? slogan : null)) : laid(chance(random, 0.3) ? halfWidth(lines) : lines, random, asParagraphs);
      return around(
        [book, ...some(random, [`${person} 选编`, `ISBN 978-7-0000-${whole(random, 1000, 9999)}-0`, `定价：${whole(random, 28, 88)}.00元`, '出版说明 凡例 目次'], 0.6), ...contents, ...some(random, ['返回书目', '上一章 目录 下一章'], 0.5)],
        chance(random, 0.3) ? behind(text, pick(random, [`（选自${book}）`, '【本章完】', '本章试读结束，购买全书继续'])) : text,
        some(random, ['上一章 目录 下一章', '加入书架 投推荐票', '本书评论', `${book}由授权方提供，盗版必究`, ...otherTitles(random, 0, 3)], 0.6),
      );
    },
  },
];

/** Libraries of documents and sites for those who write: pages to tune on and to learn from, written on 26 November 2026. */
export const libraryPages: readonly PageFamily[] = [...sharingPages, ...secretaryPages, ...collectionPages];
