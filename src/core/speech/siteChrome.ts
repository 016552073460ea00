import { furnitureScore } from './furnitureScore.ts';
import { joinForms } from './joinedForms.ts';
import { holder } from './lineKinds.ts';
import { rememberLines } from './lineMemory.ts';

/**
 * Words that a web site, a document preview or a licence puts around a speech. The rules ask for the shape of a whole
 * line: a speech may well mention a 公众号 or a 版权, but no paragraph of it is made of menu words.
 */

/** What no line of a text is, whatever the table says: it knows a title, and a file is named after it. */
const certainLine: readonly RegExp[] = [
  // `# q4 x) v8 n2`: what a forum strews over what is copied from it.
  /^[!-~]{1,2}(?:\s+[!-~]{1,2}){4,}$(?<=[#$%^&_~;:!*+\/{}<>].*)(?<=[A-Za-z].*)/u,
  /(?:copyright\s*[©@(\d]|©\s*\d{4}|all rights reserved)/iu,
  /ICP\s*[备证]\s*[\d案]/iu,
  /^(?:本文|原文|文章|永久|固定)?(?:链接|地址|网址|URL)\s*(?:地址)?\s*[:：]\s*(?:https?|www)/iu,
  /^(?:https?:\/\/|www\.)\S+$/iu,
  /由(?:会员|用户|网友).{0,12}(?:分享|上传).{0,4}可在线(?:阅读|预览)/u,
  /^(?:public domain|false|true|null|undefined|loading\.*|nan|\[object object\])$/iu,
];

/** The same, by a character without which they need not be tried: they look at every place of a line. */
const certainWith: readonly (readonly [character: string, form: RegExp])[] = [
  ['摄', /^.{0,70}(?:[\s。（(]|记者|通讯员)[\u4e00-\u9fff]{2,4}\s?摄(?:影(?:报道)?)?[）)]?$/u],
  ['广告', /^[【[（(]\s?广告\s?[】\])）]/u],
  ['完', /^《[^《》]{4,60}》\s?(?:全文)?(?:完|完毕|结束)[。！]?$/u],
  ['_', /^.{0,80}_第\s*\d+\s*页$/u],
  ['.', /^\S.{0,80}\.(?:docx?|pdf|wps|pptx?|txt|rtf|html?)(?:[\s\u3000]*(?:免费|点击|在线|立即)?(?:下载|预览|阅读|打开|查看).{0,10})?$/iu],
];

/** A line that says where a newspaper goes on, alone or in brackets. */
const jump = /^[（(【]?\s*(?:下转|上接|紧接|转)\s*(?:第?\s*[\dA-Z一二三四五六七八九十]{1,4}\s*版|封[二三]|中缝)[^（()）。]{0,10}[)）】]?$/u;

const wholeLine: readonly RegExp[] = [
  /^(?:您好[,，！!]?\s*)?欢迎(?:您)?(?:访问|光临|来到|进入|登录)/u,
  /^[^，。；]{0,8}位置\s*(?:是|为)?\s*[:：]|^导航\s*[:：]/u,
  /^(?:首页|主页|网站首页)\s*(?:[>＞»›/|·-]|&gt;)/u,
  /^上传(?:人|者|时间|用户|日期)\s*[:：]/u,
  /^(?:文档|文件|资源|素材)(?:编号|格式|大小|页数|类型|描述|简介|ID)\s*(?:[:：]|$)/u,
  /^(?:下载|浏览|阅读|点击|访问|收藏|分享|评论|人气|点赞|热度)(?:次数|量|数|率)?\s*[:：]\s*[\d,.万]*/u,
  /^(?:已有)?\s*\d+\s*(?:人|次)(?:阅读|浏览|下载|点击|收藏|评论|赞|查看)/u,
  /^(?:[\u4e00-\u9fffA-Za-z]{0,8}(?:文档|文库|范文|公文|资料|资源|文秘|素材|论文|课件))(?:免费)?(?:下载|阅读|分享|搜索|共享)?(?:中心|平台|频道|专区|之家|大全|网站?|库|吧)$/u,
  /^(?:文档|资料|内容|文章|资源|本文|作品)(?:介绍|简介|摘要|预览|说明|描述|详情|信息|属性|标签|关键词)\s*[:：]?$/u,
  /^(?:本?文章?|内容|资料|文档|信息)?(?:来自|来源于|转自|摘自|转载自|整理自|首发于|收集自).{0,24}(?:网|站|库|平台|转载|出处|整理)[^。]{0,16}[。.]?$/u,
  /^转载(?:请|时|须|需)?.{0,12}(?:注明|标明|出处|来源)/u,
  /^亲[,，~～].{0,60}(?:文档|预览|下载|全文)/u,
  /^(?:展开|点击|继续|查看|显示)(?:阅读|查看|下载)?(?:全文|全部|更多|剩余|余下|原文)/u,
  /^(?:阅读|浏览)(?:全文|原文)|^(?:小|大|中)字号$|^请先?(?:登[录陆]|注册)$|^请选择.{2,8}$|^(?:推荐访问|热门搜索|热搜|站内搜索|热词)\s*[:：]|^温馨提示\s*[:：]?$|^(?:平台|本站|网站|郑重|特别)声明\s*[:：]/u,
  /^(?:剩余|还剩)\s*\d+\s*(?:页|％|%)/u,
  /^广告$|^[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|早报|晨报|商报|都市报)\s*\d{4}\s*[年.\/-]\s*\d{1,2}\s*[月.\/-]\s*\d{1,2}\s*日?(?:\s*星期.)?(?:\s*第?\s*\w{1,4}\s*版.{0,8})?$/u,
  /^(?:相关|热门|最新|推荐|精彩|猜[你您]|大家|更多|本类|同类|站内|随机)(?:资源|文章|推荐|阅读|搜索|链接|内容|新闻|文档|专题|下载|标签|信息|喜欢|都在看|都在搜|范文|图文|视频)\s*[:：]?$/u,
  /^(?:资源描述|文档描述|内容提示|内容简介|版权声明|免责声明|特别声明|网友评论|发表评论|最新评论|友情链接|网站地图|关于我们|联系我们|返回顶部|回到顶部|我要投稿|在线投稿|无障碍(?:浏览|阅读|版|$)|手机版|设为首页|加入收藏)/u,
  /^(?:本文|本站|本网|原文)(?:标题|链接|地址|来源|网址|关键词|固定链接)\s*[:：]/u,
  /^(?:(?:文章|稿件|信息|新闻)?来源|责任编辑|责编|编辑|审核|校对|录入|发布(?:时间|日期|人|者|单位)|更新(?:时间|日期)|字体|字号|分类|所属栏目|栏目|标签|关键词|分享到?)\s*[:：]/u,
  /^\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}:\d{2}/u,
  /^[\u4e00-\u9fffA-Za-z]{2,10}(?:网|文库|之家|论坛|资源库)[\s\u3000|｜·—-]+[^\s。；]{2,24}$/u,
  /^(?:上|下)一(?:篇|页|章|条|主题)\s*[:：]?/u,
  /^(?:[【[]\s*(?:打印|关闭|返回|收藏|举报|字体|字号|推荐|评论|分享|大|中|小)[^】\]]{0,6}[】\]]\s*)+$/u,
  /^(?:【|\[)?(?:打印|关闭|返回|收藏|举报|字体|字号)(?:本页|窗口|此页|上页|列表)?(?:】|\])?$/u,
  /^(?:扫一扫|微信扫|长按|扫码|扫描二维码|关注我们|官方微信|官方微博|在线客服|客服(?:电话|热线|QQ)|(?:联系(?:电话|方式)|技术支持)\s*(?:[:：]|$)|建议使用.{0,20}浏览)/u,
  jump,
  /^(?:目录|附件)?\s*\[?\s*(?:隐藏|显示|编辑|展开|收起)\s*\]?$/u,
  /^[▲△▼↑]?\s?(?:供?图|摄影?|制图|海报)\s?[｜|丨／/]\s?[^，。；]{2,24}$/u,
];

/** The same that may stand anywhere in a line, by the characters of which each holds one. */
const amidLine: readonly (readonly [may: (line: string) => boolean, form: RegExp])[] = [
  [holder(/[享索线]/), /由会员.{0,12}分享|可在线阅读|请在.{1,16}(?:文库|网|站)上搜索|(?:文库|网)上搜索。?$/u],
  [holder(/[权©A-Za-z\u017f\u212a]/), /(?:copyright|©|\(c\)\s*\d{4}|版权所有|all rights reserved)/iu],
  [holder(/[备证码举A-Za-z]/), /(?:ICP\s*[备证]|公网安备|(?:经营|电信业务|出版物?)[\u4e00-\u9fff]{0,4}许可证(?:编号|号)?\s*[:：]?\s*[\u4e00-\u9fff]{0,4}\s*[（(]?[A-Z]?\d?[A-Z-]*\d{4,}|网站标识码|违法和不良信息举报)/iu],
];

/** What an editor puts before a text that is not the editor's: `编者按：…`, `【按】…`, `…召开大会。以下为他的讲话全文：`; a machine does so too. */
const editorsNote = /^\s*(?:[【[（(〔]\s*(?:编者按语?|编者的话|编者注|编辑按|编前语?|编前话|小编按|按语?)\s*[】\]）)〕]|(?:编者按语?|编者的话|编者注|编辑按|编前语?|编前话|小编按|核心提示|内容提要|内容摘要|导读|导语)\s*[:：｜|丨])/u;
const announced =
  /^.{0,180}(?:以下|下面|现将|现把)(?:就?是|为)?[^。：:]{0,60}(?:讲话|发言|致辞|报告)的?(?:全文|实录|摘要|要点)(?:如下|刊发如下|摘登如下)?[：:]?$|^(?:好的|当然(?:可以)?|没问题)[，,。！!][^。]{0,40}[为帮给][您你][^。]{0,40}[：:]$|^.{0,200}小编.{0,40}(?:参考|借鉴|帮助|喜欢|欢迎).{0,24}$/u;
/** `…书记讲了话，现按录音登出：`, which a text may say of a letter as well: it is an editor's above a title. */
const printed = /^.{10,180}(?:讲话|发言|致辞|报告|原话|全文|实录|录音)[^。：:]{0,12}(?:如下|[登刊]出|[登刊]发|刊登|登载)[：:]$/u;

export function announcesText(text: string): boolean {
  return printed.test(text);
}

export function isEditorsNote(text: string): boolean {
  return editorsNote.test(text) || announced.test(text);
}

const menuWord =
  /^(?:首页|网站首页|主页|末页|尾页|收藏本站|设为首页|加入收藏|网站地图|免责声明|隐私政策|服务条款|用户协议|广告合作|投稿|友情链接|诚聘英才|上一页|下一页|返回|更多|登录|登陆|注册|搜索|下载|相关|举报|收藏|分享|打印|关闭|评论|点赞|推荐|投诉|纠错|大|中|小|字体|字号|复制|转发|赞|踩|全屏|帮助|客服|会员|充值|VIP|English|繁体|简体|手机版|无障碍|新闻|要闻|新闻中心|通知公告|政务公开|信息公开|办事服务|互动交流|专题专栏|机构职能|领导之窗|关于我们|联系我们|网站地图|范文大全|工作总结|心得体会|演讲稿|个人中心|文档分类|频道|论坛|博客|图片|视频|专题|专栏|概况|党建|公告|动态|返回本版首页|本版首页|版面导航|标题导航|放大|缩小|默认|分销|赏|长者模式|无障碍阅读|繁體|便捷服务|广告服务|侵权投诉|帮助中心|网站介绍|忘记密码|关注|转发|收藏|暂无|免费注册|会员登录|会员中心|会员登陆)$/u;

const licenceWord =
  /著作权|版权|公有领域|维基|转载|本站|本网站|本网|网友|上传|下载|会员|侵权|侵犯|第一时间|存储空间|存储服务|查看更多|转发给|写材料的|信息网络传播|收益|免责|商业用途|权益所有人|挪作|盈利用途|仅供(?:学习|参考|交流|个人)|联系(?:我们|本站|删除)|不代表|观点|用户自行|创作共用|知识共享|CC BY/giu;

const licenceOpening =
  /^(?:本|这部|此|该)作品(?:来自|是|在|已|由|属于|原)|^(?:版权|免责|特别|郑重)?声明\s*[:：]|^本站(?:为|所有|部分|资源|内容|文档|仅)|^(?:展开阅读全文|相关资源|猜[你您]喜欢|相关文章|相关阅读|热门推荐)|^本文(?:标题|链接|地址|来源)\s*[:：]|^(?:链接地址|责任编辑)\s*[:：]|^(?:上|下)一篇\s*[:：]/u;

const label = /(?:作者|时间|日期|来源|出处|点击数?|阅读数?|浏览(?:量|次数)?|编辑|责编|发布者?|更新(?:时间)?|录入|字号|字体|栏目|人气|评论|下载(?:量|次数)?|格式|大小|页数|编号|上传人?)\s*[:：]/gu;

/** A line that a rule takes for the site's is the site's unless the table is as sure of the opposite: 下一条规矩：凡是… */
const leastForRule = -1.7;
/** Where it ends like a sentence, the table must agree. */
const leastForSentence = 2;
/** A line as much like furniture is the site's without a rule. */
export const sureFurniture = 3.5;

/** Whether a line is nothing but the site's own words. */
export function isSiteLine(line: string): boolean {
  return line.length <= 160 && looksLikeSite(line);
}

const certainForms = joinForms(certainLine);
/** Each of them holds a letter, one that equals a letter where case does not count, or one of these. */
const mayBeCertain = holder(/[A-Za-z\u017f\u212a©由]/);
const lineForms = joinForms(wholeLine);

const looksLikeSite = rememberLines((line) => {
  if (certainWith.some(([character, form]) => line.includes(character) && form.test(line)) || (mayBeCertain(line) && certainForms.some((form) => form.test(line)))) return true;
  return followsRule(line) && (line.length <= 6 || readsLikeSite(line, leastForRule));
});

/** Whether the table bears out what its words say of a line. */
export function readsLikeSite(line: string, least: number): boolean {
  return furnitureScore(line) >= (/[。！？!?]$/u.test(line) ? leastForSentence : least);
}

const holdsColon = holder(/[:：]/);

function followsRule(line: string): boolean {
  if (line.length <= 90 && holdsColon(line) && !/[。；！]/u.test(line) && (line.match(label)?.length ?? 0) >= 2) return true;
  if (lineForms.some((form) => form.test(line)) || amidLine.some(([may, form]) => may(line) && form.test(line))) return true;
  return isBreadcrumb(line) || isMenu(line);
}

const holdsArrow = holder(/[>＞»›→&]/);

/** `首页 > 公文 > 讲话稿 > 正文`: parted three times, and no sentence. Split, not matched: a pattern would take its time. */
function isBreadcrumb(line: string): boolean {
  if (!holdsArrow(line) || !/[>＞»›→]|&gt;/u.test(line) || /[。；！？]/u.test(line)) return false;
  const parts = line.replace(/&gt;|->/gu, '>').split(/[>＞»›→]+/u).map((part) => part.trim()).filter((part) => part !== '');
  return parts.length >= 3 && (parts[0]?.length ?? 0) <= 20;
}

/** `关注`, `首页`: two characters that are no name. */
export function isMenuWord(text: string): boolean {
  return menuWord.test(text.trim());
}

const holdsStop = holder(/[。！？；]/);

/** `下载 相关 举报`, `首页 | 新闻 | 党建`. */
function isMenu(line: string): boolean {
  if (line.length > 120 || holdsStop(line)) return false;
  const words = line.split(/[\s|｜/·•]+/u).filter((word) => word !== '');
  if (words.length === 0 || words.some((word) => word.length > 10)) return false;
  const known = words.filter((word) => menuWord.test(word)).length;
  return words.length === 1 ? known === 1 && line.length > 1 : known >= 2 && known * 2 >= words.length;
}

const siteWord =
  /您|[亲你](?=[，,~可])|本站|本网|本文(?!件)|网站|网页|文档|文库|范文|下载|上传|登[录陆]|注册|会员|客服|点击|浏览|网友|评论|转载|版权|免费|订阅|扫码|扫一扫|二维码|公众号|微信|小编|打赏|赞赏|收藏|点赞|复制全文|全文|原文|阅读|在线|侵权|投诉|备案|热门|猜你|相关(?:文章|推荐|阅读|链接|资源|搜索|文档)|标签[:：]|栏目[:：]|页数|字数[:：]|格式[:：]|预览|首页|上一[篇页条]|下一[篇页条]|来源[:：]|责任编辑|作者[:：]|佚名|未完|试读|付费|VIP|客户端|https?:|www\.|关注我们|友情链接|跟帖|编号[:：]|大小[:：]|存储空间|存储服务|查看更多|转发给|写材料的|举报|私信|代写|跟帖|楼主|在看|说两句|(?:认证|打赏)类型|该用户|评论区|赏|\d{1,2}:\d{2}/giu;

/** Different words that sites use towards their visitors; three in a short line are no speech. */
export function countSiteWords(line: string): number {
  return new Set(line.slice(0, 300).match(siteWord) ?? []).size;
}

/** Different words of licences and disclaimers in a line; two or more tell one from a speech that mentions copyright. */
export function countLicenceWords(line: string): number {
  return new Set(line.match(licenceWord) ?? []).size;
}

/** Whether it opens a licence or what a site says of its rights, in the words of laws: lists of other texts are opened as well. */
export function opensLicence(line: string): boolean {
  return rights.test(line) && opensSiteFooter(line);
}

const rights = /^(?:(?:本|这部|此|该)作品|(?:版权|免责|特别|郑重)?声明|本站)/u;

/** Whether a line opens what a site puts behind the speech. */
export function opensSiteFooter(line: string): boolean {
  // What Wikisource says of a work is in the words of laws.
  return licenceOpening.test(line) && (line.length > 160 || /^.{1,3}作品/u.test(line) || readsLikeSite(line, leastForRule));
}
