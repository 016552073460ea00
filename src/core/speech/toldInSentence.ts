import { countHan } from '../text/han.ts';
import type { Piece } from './sourceText.ts';

/** `手册第12页|有一张表` */
const book = /(?:手册|课本|教材|读本|报告|材料|文件|方案|汇编|账本|图纸|章程|[\u4e00-\u9fa5]书|》)第\s?\d{1,3}\s?页$/u;
const saysOfPage = /^\s?[有的上中里那写说讲印是]/u;

/** `页面的最下面还写着一行|小字：本站内容来自网络…` */
const shows = /(?:(?:写|印|标|贴|挂|刻|弹|跳|冒|显示)(?:着|了|出来?|的是)(?:这么|这样)?(?:[一两三几][行句段条张个块则排])?(?:大字|小字|字|话|牌子|窗口|广告|提示)?[：:，“‘「]?|(?:[一两三几][行句段条则排](?:大字|小字|字|话))[：:，“‘「]?)$/u;
/** `……的四十倍。页面的最下面还写着一行小字：本站…`: it is among the words. */
const showsWithin = /(?:写|印|标|贴|挂|弹|跳|显示)(?:着|了|出)[^。！？；：:]{0,10}[字话示告][：:]/u;
/** What is shown is a sentence or the better part of one: a page's number stands anywhere. */
const leastShown = 8;

/** `可以关注公众号“码头书声”，|点击右下角的“找书”，输入书名…` */
const step = /^[，、]?(?:再|然后|接着)?(?:点击|点开|打开|选择|进入|输入|填写)/u;
const place = /(?:公众号|小程序|平台|网站|系统|网址|客户端|主页|首页|APP|App)[^。！？；]{0,24}$/u;

/** As much of the sentence before the words is looked at. */
const reach = 40;

/** Whether the sentence around words that read like a page's tells of them: they are then what somebody says. */
export function isToldInSentence(text: string, { start, end }: Piece): boolean {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - reach), start);
  if (book.test(before.slice(-8) + words) && saysOfPage.test(text.slice(end, end + 3))) return true;
  if (countHan(words) < leastShown) return false;
  return shows.test(before.trimEnd()) || showsWithin.test(words) || (step.test(words) && place.test(before));
}
