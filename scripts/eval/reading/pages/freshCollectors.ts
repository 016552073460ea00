import { pick } from '../damage.ts';
import { bare, beginning, cutShort, finished, laid, linked, mixed, nearly, otherTitle, outline, paragraphs, repeated, run, shown, shuffled, some, someDay, whole } from './freshPieces.ts';
import { added, around, inside, midSentence, type PageFamily } from './page.ts';

/** Pages of those who share and collect documents: run together, on the phone, old, and for sale in groups. Held out: for measuring only. */
export const freshCollectors: readonly PageFamily[] = [
  {
    name: 'whole page in one line',
    make: ({ random, facts: { dashedDay, count, person, id }, ...speech }) => {
      const page = shown(random, speech.title, speech.lines);
      const { title } = page;
      const trial = random() < 0.3;
      const lines = trial ? cutShort(random, page.lines) : page.lines;
      const site = pick(random, ['文澜资料', '芒种写作网', '同文小栈']);
      const gap = pick(random, ['', ' ', '  ', ' | ']);
      const top = [
        pick(random, [`欢迎来到${site}!`, `${site}是您身边的写作顾问`, `${site}|登录|注册|`, '']),
        pick(random, [`首页>公文>讲话>${title}`, `${title}下载`, `${title}.doc免费阅读`, `《${title}》`]),
        ...some(random, 0.6, pick(random, [`${dashedDay}${site}`, `${person}上传于${dashedDay}`, `(${count}人看过)`, `ID:${id}大小:${whole(random, 20, 80)}K`])),
        ...some(random, 0.6, pick(random, [
          `${title}是${site}为大家找来的一份讲话材料，篇幅适中，条理分明，有需要的朋友不妨一看。`,
          `下面是${site}分享的${title}，供各位取长补短，愿能帮上要写稿的朋友!`,
          `本站今天推送${title}，如觉得有用请按Ctrl+D收入书签。`,
        ])),
      ];
      const bottom = [
        trial ? pick(random, ['(剩余部分请登录后查看)', '>>>查看剩余全文', '【此处为试读，购买后看全文】']) : '',
        ...some(random, 0.7, pick(random, [`本文标签：讲话 ${pick(random, ['部署', '动员', '发言'])} 范文`, `出自${site}，原文链接:https://www.example.com/w/${id}.html`, `以上就是${title}的全部内容，${site}祝您工作顺利。`])),
        ...linked(random, [2, 5], [bare, (other) => `${other} `, (other) => `${other}(${whole(random, 3, 16)}页)`]),
        pick(random, [`版权申诉|联系客服|${site}${dashedDay.slice(0, 4)}`, '分享到:微信微博QQ空间打印关闭', `点赞(${whole(random, 0, 99)})收藏投诉`]),
      ].filter((row) => row !== '');
      const text = laid(lines, { gap: random() < 0.6 ? '' : ' ', indent: '' });
      const head = top.filter((row) => row !== '').join(gap);
      const joint = gap === '' ? pick(random, ['', ' ']) : gap;
      return finished(random, 0.6, [added(`${head}${joint}`), ...text, added(`${joint}${bottom.join(gap)}`)]);
    },
  },
  {
    name: 'library on the phone',
    make: ({ random, facts: { pages, count, person, dashedDay }, ...speech }) => {
      const page = shown(random, speech.title, speech.lines);
      const { title } = page;
      const trial = random() < 0.6;
      const lines = trial ? cutShort(random, page.lines) : page.lines;
      const app = pick(random, ['掌上文库', '口袋文档屋', '一页资料']);
      const rest = whole(random, 35, 88);
      const words = shuffled(random, ['复制', '大字', '听', '预览', '截屏', '批注', '翻译', '目录', '转PDF']);
      const notice = pick(random, [`剩余${rest}%未读`, `还有 ${whole(random, 2, pages + 2)} 页没有显示，打开${app}接着读`, `非会员只可试读，立即续读 ›`, `展开剩余 ${rest}% 内容`]);
      return finished(random, 0.3, around(
        [
          ...some(random, 0.7, pick(random, [`打开${app}APP，阅读更顺畅`, `${app}`, '‹ 返回', '立即打开'])),
          ...some(random, 0.5, ...words.slice(0, whole(random, 1, 4))),
          pick(random, [`${title}...`, `W ${title}.docx`, `${title}-${app}`, `[图标] ${title}.doc`]),
          ...mixed(random, [
            [pick(random, [`${pages}页 · ${count}次浏览 · ${dashedDay}`, `${person} · ${whole(random, 1, 9)}年前上传`, `评分 4.${whole(random, 1, 9)}　${whole(random, 3, 60)}人评价`])],
            some(random, 0.5, pick(random, [`VIP 专享 限时 ${whole(random, 1, 9)} 折`, '新人首月 0.9 元', '续费立减，今日有效'])),
            some(random, 0.4, `${beginning(lines, whole(random, 28, 60))}…`),
            some(random, 0.3, pick(random, ['目录 收起', '章节', '大纲']), ...outline(page.lines)),
            some(random, 0.2, `${count}`),
          ]),
        ],
        laid(lines, paragraphs(random), {
          among: random() < 0.55 ? repeated(random, [1, 3], () => pick(random, [`${app}·海量资料随身查`, '— 广告 —', '点击加载图片', `下一页（${whole(random, 2, pages + 1)}/${pages + 1}）`])) : [],
        }),
        [
          ...(trial ? [notice] : [pick(random, ['已到最后一页', '— 到底了 —', '全文结束，给个评价吧'])]),
          ...mixed(random, [
            some(random, 0.6, ...words.slice(4, whole(random, 5, 8))),
            some(random, 0.6, pick(random, ['用券下载', `¥${whole(random, 2, 12)}.00 购买本篇`, '加入购物车', '会员免费下载']), pick(random, ['已有 12 人购买', '支持微信、支付宝', '限时赠送同类模板'])),
            [...some(random, 0.7, pick(random, ['为你推荐', '同类文档', '继续看看'])), ...linked(random, [2, 5], [bare, (other) => `${other} ${whole(random, 2, 20)}页`, (other) => `${other} ¥${whole(random, 1, 6)}`])],
          ]),
          ...some(random, 0.5, pick(random, [`${app}隐私政策 用户协议`, '举报/反馈', '我的书架 首页 分类 我的'])),
        ],
      ));
    },
  },
  {
    name: 'old site of texts',
    make: ({ random, facts: { dashedDay, count, time }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const site = pick(random, ['蓝桥文秘', '东风写作园地', '一品秘书']);
      const slogan = pick(random, [`┃${site}┃`, `本文来自 ${site} example.com`, `${site} http://www.example.com`, '※※※※※※']);
      const times = whole(random, 1, 5);
      const rows = random() < 0.7 ? Array.from({ length: times }, (_, index) => ({ share: (index + 1) / (times + 1), text: slogan })) : [];
      const text = laid(lines, paragraphs(random), { among: rows });
      const dropped = random() < 0.4 ? midSentence(text, 0.25 + random() * 0.5, pick(random, [`[${site}]`, '<a href=http://www.example.com>讲话稿</a>', `${otherTitle(random)}`, '@_@', '□□', '‖'])) : text;
      return finished(random, 0.25, around(
        [
          pick(random, ['设为首页┊加入收藏┊联系站长', '网站首页 | 公文 | 讲话 | 总结 | 心得 | 留言', `${site}欢迎您的光临，今天是`]),
          ...some(random, 0.7, pick(random, [`现在的位置：${site} → 讲话 → 浏览文章`, `${site} >> 党政公文 >> 领导讲话 >> 正文`, '您现在的位置： 首页 讲话致辞 阅读正文'])),
          ...some(random, 0.5, pick(random, [`${title}[推荐]`, `[组图]${title}`, `热 ${title}`, nearly(random, title)])),
          ...mixed(random, [
            [pick(random, [`作者：　来源：　点击：　更新：${dashedDay}`, `${dashedDay} ${time}:12　浏览`, `录入：admin　人气：${count}　字体：`, `作者:佚名 来源:本站整理 阅读 次 ${dashedDay}`])],
            some(random, 0.25, `${count}`),
            some(random, 0.4, pick(random, ['【复制地址】【打印此页】【关闭】', '双击自动滚屏', '[字体：小 大]'])),
          ]),
        ],
        dropped,
        [
          ...mixed(random, [
            some(random, 0.7, ...shuffled(random, [pick(random, [`上一篇文章： ${otherTitle(random)}`, '上一篇：没有了', '前篇：']), pick(random, [`下一篇文章： ${otherTitle(random)}`, '下一篇：没有了', `后篇：${otherTitle(random)}`])])),
            some(random, 0.7, pick(random, ['录入者：admin　　责编：admin', '【发表留言】【告诉朋友】【返回顶部】', '网友点评：（只列出最近十条，言论不代表本站立场）', '没有任何评论'])),
            linked(random, [3, 8], [(other) => `□-${other}`, (other) => `◇${other}(${someDay(random).slice(5)})`, (other) => `[普通]${other}`, (other) => `·${other} ${whole(random, 20, 900)}`, bare]),
            some(random, 0.5, pick(random, ['姓 名： * 游客填写 ·注册用户', '验证码： 点击刷新', '评 分： 1分 2分 3分 4分 5分'])),
          ]),
          pick(random, [`站长：老刘　${site}　页面执行时间：${whole(random, 40, 900)}毫秒`, `Copyright 2005-2010 ${site} 建议使用1024×768分辨率浏览`, `${site}部分文章转自网络，若侵犯了您的利益请告知，我们马上处理`]),
        ],
      ));
    },
  },
  {
    name: 'seller of papers',
    make: ({ random, facts: { day, dashedDay, count, place, id }, ...speech }) => {
      const { title, lines } = shown(random, speech.title, speech.lines);
      const seller = pick(random, ['稿海拾贝', '笔下有光', '老秘书的抽屉']);
      const pack = whole(random, 3, 60);
      const offer = pick(random, [
        `更多材料请搜公众号“${seller}”，${pack}万字讲话库每日上新，关键词一搜就有，电脑手机都能改。`,
        `【${seller}】专供机关材料：讲话、汇报、总结、方案一应俱全，进群领取${pack}G资料包！`,
        `本稿由${seller}首发,需要同类讲话的朋友请加微信bx${String(id).slice(0, 5)},备注来意,长期更新,一次入群终身有效!`,
        `关注视频号：${seller}，领写作礼包（含金句${pack}0条、提纲${pack}套）。`,
      ]);
      const word = pick(random, [`（${seller}）`, `[公众号:${seller}]`, `＠${seller}`, `【${seller}】`]);
      const slogan = pick(random, [`${seller}原创材料，翻版必究`, offer, `—— ${seller} ——`]);
      const base = laid(lines, random() < 0.4 ? run(random) : paragraphs(random), {
        among: random() < 0.4 ? repeated(random, [1, 3], () => slogan) : [],
      });
      const glued = random() < 0.6;
      const times = whole(random, 0, 3);
      let text = base;
      for (let index = 0; index < times; index += 1) text = random() < 0.5 ? midSentence(text, (index + 0.6) / 4, word) : inside(text, (index + 0.6) / 4, word);
      return finished(random, 0.35, around(
        [
          ...some(random, 0.6, pick(random, [`${seller}资料群 第${whole(random, 2, 40)}期`, `今日更新（${dashedDay}）`, `序号${whole(random, 1, 300)}：${title}`, `${pack}.${title}`])),
          ...some(random, 0.5, pick(random, [`约${whole(random, 20, 60)}00字　可直接套用　${place}素材`, `推送时间 ${day}`, '★★★★★ 精品 ★★★★★', '热度 🔥🔥🔥🔥'])),
          ...some(random, 0.4, pick(random, [
            '编者的话：这篇稿子开头稳、收尾有力，最可取的是三处排比，写材料的朋友可以细细琢磨。',
            `${seller}点评：一篇合格的讲话稿，要站位准、措施实。下文供各位群友参考，请勿外传。`,
            '说明：为保护隐私，文中单位和人名作了处理，使用时请替换。',
          ])),
        ],
        glued ? [...text, added(offer)] : text,
        [
          ...mixed(random, [
            some(random, glued ? 0 : 0.8, offer),
            some(random, 0.6, pick(random, ['近期更新目录', '本群往期', '资料清单（部分）']), ...linked(random, [3, 6], [(other, index) => `${String(index).padStart(2, '0')} ${other}`, (other) => `${other}.docx`, (other, index) => `${other}${index === 1 ? '（上新）' : ''}`])),
            some(random, 0.6, pick(random, [`一杯奶茶钱，换${count}篇好材料`, '付款后请把截图发给客服，自动发货，虚拟商品概不退换', '入群￥99/年 代写另议'])),
          ]),
          ...some(random, 0.4, pick(random, ['免责：资料搜集自公开渠道，仅作交流，下载后请于24小时内删除', `[二维码] 长按识别 加${seller}`, '转发朋友圈集赞28个可免费入群'])),
        ],
      ));
    },
  },
];
