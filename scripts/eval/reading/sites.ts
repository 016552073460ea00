import type { Site } from './damage.ts';

/** Sites that the rules were tried on. */
export const tuningSites: readonly [Site, ...Site[]] = [
  {
    top: (title) => `您好，欢迎来到青橄榄文库\n登录 注册 会员 帮助\n当前位置：首页 > 公文写作 > 讲话稿 > ${title}`,
    bottom: (title) => `本文标题：${title}\n链接地址：https://www.example.com/doc-20391.html\n版权所有 青橄榄文库`,
    advertisement: '关注公众号【青橄榄写材料】领取海量公文模板，免费下载，持续更新！',
  },
  {
    top: (title) => `${title}.docx\n上传人：小** 文档编号：88213 上传时间：2023-05-06 格式：DOCX 页数：9 大小：22.4KB\n下载 收藏 举报\n资源描述`,
    bottom: () => '展开阅读全文\n相关资源\n猜你喜欢\n相关搜索\n经营许可证编号：某ICP备12345678号-1\n本站为文档分享平台，文档由用户上传，版权归原作者所有，如有侵权请联系我们删除。',
    advertisement: '更多范文请关注抖音号【写材料的老周】，搜索即可获取全套电子版资料包。',
  },
  {
    top: () => `首页 | 新闻中心 | 通知公告 | 党建工作 | 联系我们\n来源：本站 发布时间：2022-03-04 10:20 浏览次数：1203\n字号：大 中 小`,
    bottom: () => '责任编辑：小林\n上一篇：关于召开座谈会的通知\n下一篇：年度工作要点\n主办单位：某某网络中心 技术支持：某科技公司\nCopyright © 2010-2023 All Rights Reserved',
    advertisement: '扫码添加微信，免费领取万字写作资料，VIP会员享优惠！',
  },
];

/** Sites that showed what the first rules missed. */
export const secondSites: readonly [Site, ...Site[]] = [
  {
    top: () => `欢迎光临笔杆子之家！\n您现在的位置：网站首页 >> 领导讲话 >> 会议讲话 >> 正文\n作者：佚名　　更新时间：2021-11-02　　点击数：886`,
    bottom: () => `【打印本页】【关闭窗口】\n上一篇文章：在动员会上的讲话\n下一篇文章：没有了\n相关文章\n网友评论\n免责声明：本站文章均来自网络转载，仅供学习交流，不代表本站观点，如涉及版权请与我们联系。`,
    advertisement: '加微信 bgz8866 免费领取五万篇讲话稿模板。',
  },
  {
    top: (title) => `文档下载中心\n${title}.doc_第1页\n第1页 / 共6页\n第2页 / 共6页\n亲，该文档总共6页，当前只预览前3页，剩余内容需下载查看。\n文档介绍：`,
    bottom: () => '点击查看更多>>\n内容来自文库网转载请标明出处.\n收藏本站 | 设为首页 | 网站地图\n增值电信业务经营许可证 某B2-20200001',
    advertisement: '需要完整版请搜索关注微信公众号“公文助手君”，回复数字即可免费下载全套资料。',
  },
];

/** Sites written last. Rules were mended by what they showed, so they are held out no more: expect less on a new site. */
export const heldOutSites: readonly [Site, ...Site[]] = [
  {
    top: (title) => `秘书工作网 专注机关公文十五年\n首页 | 公文 | 讲话稿 | 演讲稿 | 党建 | 会员中心\n当前位置：秘书工作网 → 讲话发言 → ${title}\n发布：秘书小编　时间：2020/9/1　阅读：3,521`,
    bottom: () => '【收藏】【打印】【关闭】\n上一篇：没有了\n下一篇：在推进会上的讲话\n热门文章\n最新文章\n声明：本网站部分内容转载自互联网，版权归原作者所有，若有侵权请联系删除。\n冀ICP备10000000号',
    advertisement: '想要更多讲话稿范文，请关注公众号“秘书工作间”，免费领取写作资料包。',
  },
  {
    top: () => '扫码下载客户端\n上传者：好文*** 页数：7 大小：31KB 格式：DOC\n收藏 分享 举报 版权申诉\n已有 1280 人阅读\n文档简介',
    bottom: (title) => `还剩 4 页未读，继续阅读\n${title}.doc 下载本文档\n相关推荐\n猜您喜欢\n客服QQ：10000001 工作时间：9:00-18:00\n关于我们 | 联系我们 | 用户协议 | 侵权处理\n© 2015-2024 好文库 版权所有 京公网安备11000000000号`,
    advertisement: '长按识别二维码添加客服微信，领取全套公文模板，限时优惠！',
  },
];
