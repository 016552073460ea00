import { pick } from '../damage.ts';
import { added, around, inside, midSentence, titled, type PageFamily } from './page.ts';
import { asParagraphs, behind, brokenOff, chance, halfWidth, laid, lengthOf, otherTitle, otherTitles, runTogether, shuffled, some, strewn, whole } from './variety.ts';

/** Sites for secretaries and sites of model papers: ends of trials, slogans between paragraphs, leads for search engines. */
export const secretaryPages: readonly PageFamily[] = [
  {
    name: 'secretary site, count of what is shown',
    make: ({ title, lines, random, facts: { dashedDay, count } }) => {
      const shown = brokenOff(lines, random);
      const [part, all] = [lengthOf(shown), lengthOf(lines) + whole(random, 20, 900)];
      const wall = pick(random, [
        `您正在试读，已显示 ${part} 字，全文 ${all} 字`,
        `【当前展示${part}字，本稿合计${all}字，登录后继续】`,
        `（试读${Math.max(5, Math.round((part / all) * 100))}%，余${Math.max(1, all - part)}字待解锁）`,
        `未完，剩${Math.max(1, all - part)}字。升级为年费会员可读完整稿`,
        `-----以上${part}字可免费浏览，共${all}字-----`,
      ]);
      const pieces = laid(shown, random, asParagraphs);
      const glued = chance(random);
      return around(
        [...some(random, ['墨池公文', `墨池公文 > ${pick(random, ['讲话致辞', '工作会议', '党建文稿'])}`, '今日新稿 精品稿库 稿件定制 会员中心']), ...(chance(random) ? [`${title}（${all}字）`] : []), ...some(random, [dashedDay, `字数：${all}`, `读者：${count}`, '难度：'])],
        glued ? behind(pieces, wall) : pieces,
        [...(glued ? [] : [wall]), ...some(random, ['立即解锁', '会员特权：不限篇数 · 无广告 · 可复制', '已是会员？请先登录', '本稿不支持单篇出售', ...otherTitles(random, 2, 5), '墨池公文客服在线 9:00-21:00'], 0.7)],
      );
    },
  },
  {
    name: 'secretary site, notice glued behind a broken sentence',
    make: ({ title, lines, random, facts: { dashedDay, person } }) => {
      const notice = pick(random, ['……（未完待续）', '……[非会员到此为止]', '（后文已隐藏，请付费）', '...【此处略去若干字，注册后可见】', '。。。更多内容请升级VIP', '……点此读全文', '（略，完整稿见附件）', '…… 试看结束']);
      return around(
        [...some(random, [`案头文秘_${title}`, '案头文秘，写稿人的好帮手', `${dashedDay} ${person}`, '分类：讲话']), ...(chance(random, 0.3) ? [`>>> ${title}`] : [])],
        behind(laid(chance(random, 0.3) ? halfWidth(brokenOff(lines, random)) : brokenOff(lines, random), random, [...asParagraphs, 'joined']), notice),
        some(random, ['本文为收费稿件', '包月 包季 包年', '帮助：怎样成为会员', ...otherTitles(random, 1, 5, (other) => `· ${other}`), `案头文秘 ${dashedDay.slice(0, 4)}`], 0.55),
      );
    },
  },
  {
    name: 'exchange of papers between writers',
    make: ({ title, lines, random, facts: { dashedDay, count } }) => {
      const buttons = shuffled(random, ['【投稿换阅】', '【收进稿匣】', '【大】【中】【小】', '【升级会员】', '【纠错】', '【同类】']).slice(0, whole(random, 2, 5));
      const unnamed = shuffled(random, ['作者：佚名', pick(random, ['来源：', '来源：会员交流']), `阅读：${pick(random, ['', String(count)])}`, '推荐指数：', `入库：${dashedDay}`]).slice(0, whole(random, 2, 5));
      const end = pick(random, [`【本稿全长${lengthOf(lines) + whole(random, 50, 2000)}字，仅作写作参照】`, '【此稿为换阅稿，需以一篇原创稿换取下半部分】', '［上传一篇即可看完全文］']);
      return around(
        [...some(random, ['文友稿件交换站', '稿匣 动态 排行榜']), buttons.join(pick(random, ['', ' '])), unnamed.join(pick(random, ['  ', ' | ', '　']))],
        chance(random, 0.7) ? behind(laid(brokenOff(lines, random), random, asParagraphs), `\n${end}`) : laid(lines, random, asParagraphs),
        [`上一篇：${otherTitle(random)}`, `下一篇：${pick(random, [otherTitle(random), '没有了'])}`, ...some(random, ['读者留言', '（留言代表读者自己的意见）', '还没有人留言', '称呼： 邮箱： 内容：', '提交 重填', `【 ${title} 】网址 https://www.example.cn/g/${count}.htm`])],
      );
    },
  },
  {
    name: 'site of papers with its name on a line again and again',
    make: ({ title, lines, random, facts: { dashedDay, place } }) => {
      const site = pick(random, ['砚边公文', '锦囊材料网', '秋毫文稿', '百纳范本']);
      const slogans = pick(random, [[`${site} www.example.cn`, `${site}，机关文字工作者的后花园`], [`本文来自${site}`, `${site}`], [`—${site}—`], [`内容来自 ${site}example.com`, `${site} 每日更新`], [`copyright ${site}`, `${site}_好稿天天见`, '【好稿推荐】']]);
      const every = whole(random, 1, 5);
      return around(
        [...some(random, [`当前：${site} > 讲话稿 > 详情`, `${site}`, '我要投稿', `时间：${dashedDay} 讲话稿 我要投稿`, dashedDay])],
        strewn(lines, random, (index) => (index % every === 0 ? (slogans[index % slogans.length] ?? site) : null)),
        some(random, [`${site}编辑部`, `《${title}》全文结束`, ...otherTitles(random, 0, 5, (other, index) => `${index + 1}.${other}`), '上一页 1 2 3 下一页', `${place}用户正在看`], 0.6),
      );
    },
  },
  {
    name: 'titles of linked papers dropped into the text',
    make: ({ title, lines, random, facts: { dashedDay, count } }) => {
      const link = (): string => pick(random, [otherTitle(random), `《${otherTitle(random)}》`, `[${otherTitle(random)}]`, `参见：${otherTitle(random)}`, `↓↓${otherTitle(random)}`, `相关链接>>${otherTitle(random)}`]);
      const every = whole(random, 4, 9);
      const rows = strewn(lines, random, (index) => (index % every === 2 ? link() : null));
      const text = chance(random) ? inside(rows, 0.3 + random() * 0.5, `（推荐阅读：${otherTitle(random)}）`) : rows;
      return around(some(random, [`晓笔网 / 讲话 / ${title}`, `${dashedDay}　晓笔网`, String(count), '讲话大全 发言大全 主持大全'], 0.6), text, [...otherTitles(random, 3, 8), ...some(random, ['返回晓笔网首页', '讲话 发言 致辞 主持 总结 方案 心得', '晓笔网 投稿 广告 留言'])]);
    },
  },
  {
    name: 'lead for search engines glued before the text',
    make: ({ title, lines, random, facts: { day, place } }) => {
      const lead = pick(random, [
        `讲话稿是领导者在公开场合发表意见时所用的文稿，怎样写才能既有高度又接地气呢？今天小编为您找来了${title}，一起来看看吧，相信对您起草同类材料会有启发。`,
        `在日常工作当中，越来越多的场合需要用到讲话稿，好的讲话稿能够统一思想、凝聚人心。那么写讲话稿有哪些要领？${place}范文站特意准备了《${title}》，喜欢的朋友不妨收藏。`,
        `${day}整理，${title}来啦！内容丰富、条理分明，无论您是新手还是老手，都可以拿来借鉴，祝各位读者写作愉快。`,
        `众所周知，会议讲话对推动工作意义重大。为了帮助各位秘书朋友节省时间，本站编辑从众多来稿中挑出${title}，供您撰稿时对照，更多同类文字请留意本站的后续更新。`,
      ]);
      const where = pick(random, ['glued', 'glued', 'line', 'behind title'] as const);
      const text = laid(lines, random, where === 'glued' ? [...runTogether, 'lines'] : asParagraphs);
      const close = pick(random, [`关于${title}就分享到这里，想了解更多请继续浏览本站。`, `看完这篇${title}，您是不是也有了思路？赶快动笔吧！`, '好了，这篇文章的内容就介绍到此，感谢您花时间浏览。', `以上便是${place}范文站带来的讲话稿，盼对大家有用。`]);
      const foot = some(random, [...otherTitles(random, 1, 5), '标签：讲话 会议 领导', '分享到朋友圈'], 0.6);
      const framed = where === 'glued' ? [added(lead + pick(random, ['', ' '])), ...text] : where === 'line' ? [added(`${lead}\n`), ...text] : titled(lines, [lead], pick(random, ['\n', '\n\n']));
      return around(some(random, [`${place}范文站`, day], 0.5), chance(random) ? behind(framed, chance(random) ? close : `\n${close}`) : framed, foot);
    },
  },
  {
    name: 'lead that is the cut-off beginning of the text',
    make: ({ title, lines, random, facts: { dashedDay, count } }) => {
      const beginning = lines.slice(1, 6).map(({ text }) => text).join(pick(random, ['', ' '])).slice(0, whole(random, 40, 160));
      const lead = pick(random, [`${title} ${beginning}...`, `简介：${beginning}……`, `${beginning}…`, `【内容速览】${beginning}…[详细]`, `${title}：${beginning}......`, `描述：${beginning}... 全文`]);
      const size = `${whole(random, 14, 60)}KB`;
      return around(
        [...some(random, [`${title} - 文海拾遗`, '文海拾遗']), ...(chance(random) ? [lead, ...some(random, [dashedDay, `${count}人气`, size])] : [...some(random, [dashedDay, '类别：讲话', size]), lead]), ...some(random, ['正文', '——————', '全文如下'], 0.3)],
        laid(lines, random, asParagraphs),
        some(random, ['文海拾遗 收藏 举报', ...otherTitles(random, 2, 4, (other) => `${other} 同志们，根据会议安排，我讲几点……`), '查看更多'], 0.6),
      );
    },
  },
  {
    name: 'model papers, titles said again and glued to the address',
    make: ({ title, lines, random, facts: { dashedDay } }) => {
      const count = pick(random, ['三', '5', '12', '六', '20']);
      const other = title.length > 10 ? title.replace(/上的.*$/u, '上的致词') : `${title}范例`;
      const copies = shuffled(random, [`${title}（精选${count}篇）`, `${title}${count}篇`, `${title}通用范例`, `${title}【篇一】`, `${other}(集锦)`, `有关${title}的参考文本`]).slice(0, whole(random, 1, 4));
      const glue = chance(random, 0.6);
      const front = copies.join(glue ? pick(random, ['', ' ']) : '\n');
      const text = laid(chance(random, 0.3) ? halfWidth(lines) : lines, random, ['joined', 'spaces', 'lines', 'apart']);
      const next = chance(random, 0.5) ? [`${title}【篇二】`, '（篇二起下载后可见）'] : [];
      return [...(chance(random, 0.5) ? [added(`${dashedDay} 范本\n`)] : []), added(glue ? front : `${front}\n`), ...around([], text, [...next, ...some(random, otherTitles(random, 2, 6), 0.7)])];
    },
  },
  {
    name: 'bare day, category, counter and invitation to write',
    make: ({ lines, random, facts: { dashedDay, day, time, count, person } }) => {
      const bits = shuffled(random, [pick(random, [dashedDay, day, dashedDay.replaceAll('-', '/'), `${dashedDay} ${time}`, `${dashedDay}发布`]), pick(random, ['会议讲话', '领导致辞 我要投稿', '发言稿', '机关范文']), pick(random, [String(count), `${count}℃`, `( ${count} )`, `热度${count}`]), pick(random, ['我要投稿', '投递稿件', '本文已收录']), person, pick(random, ['云端文秘', '芸窗文稿', 'wenmi.example.com'])]).slice(0, whole(random, 2, 5));
      const header = chance(random) ? bits : [bits.join(pick(random, [' ', '  ', ' / ', '　']))];
      const text = chance(random) ? titled(lines, header, pick(random, ['\n', '\n\n', '\n　　'])) : around(header, laid(lines, random, asParagraphs), []);
      return around(some(random, ['首页', '讲话 总结 计划', '搜 索'], 0.3), text, some(random, [pick(random, ['赞(0)', '顶一下 (3)', '踩 0']), '海报', '扫码', ...otherTitles(random, 0, 4), '«', '»'], 0.5));
    },
  },
  {
    name: 'made outline that repeats the heads',
    make: ({ title, lines, random, facts: { dashedDay, person } }) => {
      const heads = lines.filter(({ kind }) => kind === 'head').map(({ text }) => text.replace(/^(.{2,28}?)[。；].*$/u, '$1'));
      const row = pick(random, [(head: string) => head, (head: string) => `• ${head}`, (head: string, index: number) => `${head}……………${index * 2 + 1}`, (head: string) => `> ${head}`]);
      const caption = pick(random, ['文章导航', '目录导读', '提纲速览', '本稿结构', '大纲']);
      const outline = heads.length === 0 ? [] : chance(random, 0.75) ? [caption, ...heads.slice(0, 12).map((head, index) => row(head, index))] : [`${caption}：${heads.slice(0, 8).join('；')}`];
      return around(
        [...some(random, [`提纲挈领公文课`, `${title}——结构赏析版`, dashedDay, `拆解：${person}`]), ...outline, ...some(random, ['[收起]', '↓正文', '一分钟看懂结构，三分钟学会写法'], 0.5)],
        laid(lines, random, asParagraphs),
        some(random, ['写法点评', '此稿层次清楚，标题对仗，例证具体，值得初学者反复揣摩。', '想要更多拆解稿，请订阅提纲挈领公文课', ...otherTitles(random, 0, 3, (other) => `拆解：${other}`)], 0.6),
      );
    },
  },
  {
    name: 'name and address of the site glued behind paragraphs and heads',
    make: ({ title, lines, random, facts: { dashedDay, place } }) => {
      const site = pick(random, ['听松公文', '一叶文稿', '小窗文秘']);
      const tails = shuffled(random, [site, `${site}www.example.com`, `(${site})`, ` ${site} - 公文写作`, `【${site}首发】`, `http://www.example.cn/${site.length}.htm`, `来源${site}`, `-${site}`]).slice(0, whole(random, 1, 3));
      const every = whole(random, 2, 7);
      const onHeads = chance(random);
      const gap = pick(random, ['\n', '\n\n', '\n　　']);
      const text = lines.flatMap(({ kind, text: row }, index) => {
        const marked = index > 1 && row !== '' && (onHeads ? kind === 'head' : index % every === 0);
        return [...laid([{ kind: 'title', text: row }], random, ['lines']), ...(marked ? [added(tails[index % tails.length] ?? site)] : []), ...(index < lines.length - 1 ? laid([{ kind: 'title', text: gap }], random, ['lines']) : [])];
      });
      return around([...some(random, [`${title}_${site}`, `${dashedDay} ${site}`, '讲话稿'], 0.6)], text, some(random, [`${site}转载请注明`, ...otherTitles(random, 1, 4), `${place}${site}工作室`, '在线投稿 | 联系站长 | 网站导航'], 0.6));
    },
  },
  {
    name: 'stray marks and one-word buttons between paragraphs',
    make: ({ lines, random, facts: { dashedDay, count } }) => {
      const marks = pick(random, [['·', '|', '▲'], ['复制', '听', '大字'], ['◆◆◆', '* * *'], ['展开', '收起'], ['[图]', '[图片]'], ['+1', '赞', '分享'], ['#', '>>', '—'], ['广告', '关闭广告', 'x']]);
      const every = whole(random, 3, 9);
      const tags = shuffled(random, ['讲话稿', '会议发言', '写作素材', '公文范本', '金句', '机关', '主持词', '述职', '党课', '致辞']).slice(0, whole(random, 3, 8));
      return around(
        some(random, [dashedDay, String(count), marks.join(' '), '字体', 'A- A A+'], 0.5),
        strewn(lines, random, (index) => (index % every === 1 ? (marks[index % marks.length] ?? null) : null)),
        [...some(random, marks, 0.4), ...(chance(random, 0.6) ? [tags.join(pick(random, [' ', '、', ' #']))] : tags), ...otherTitles(random, 0, 5)],
      );
    },
  },
  {
    name: 'secretary site, members and ordering of papers',
    make: ({ title, lines, random, facts: { id, dashedDay, person } }) => {
      const rows = pick<readonly [string, string]>(random, [
        ['本站会员稿件，谢绝外传', '会员号：未登录'],
        ['如需量身定制同类稿件，请联系编辑', '代笔热线 0000-1234567'],
        ['（会员专享段落）', '普通用户每日限看一篇'],
      ]);
      const text = chance(random, 0.6) ? strewn(lines, random, (index) => (index === Math.floor(lines.length / 3) ? rows[0] : index === Math.floor(lines.length / 1.5) ? rows[1] : null)) : laid(lines, random, asParagraphs);
      const stamped = chance(random) ? midSentence(text, 0.2 + random() * 0.6, pick(random, ['（版权属尚书房公文）', '【尚书房会员稿】', '(尚书房公文www.example.com)', ' 尚书房 '])) : text;
      return around(
        [...some(random, ['尚书房公文 QQ咨询 在线下单', `您好，游客！剩余查看次数：${whole(random, 0, 3)}`, `稿号SSF${id}`, `执笔：${person}`, `入库日期 ${dashedDay}`]), ...(chance(random) ? [`《${title}》`] : [])],
        stamped,
        some(random, ['会员价目：月 30 元，年 198 元', '付款方式：扫码、对公转账', '开具发票请留下单位全称', '原创保证：查重率低于两成', ...otherTitles(random, 2, 5, (other) => `★${other}`), '尚书房公文 版权所有 翻印必究'], 0.65),
      );
    },
  },
];
