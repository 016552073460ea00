import type { ParagraphRole } from '../contracts.ts';
import { readAddress } from './address.ts';
import { holder } from './lineKinds.ts';
import { readOrdinal } from './ordinals.ts';

/** Where a paragraph stands in its speech. */
export interface ParagraphPlace {
  /** Before the first head. */
  readonly leading: boolean;
  /** One of the first two paragraphs behind the address. */
  readonly first: boolean;
  /** The very last paragraph, or the last before a bare 谢谢大家！ or 散会。 */
  readonly last: boolean;
  /** One of the last three paragraphs, and below the last head or, where there is none, behind the first two. */
  readonly late: boolean;
  /** The words of the top head it stands under; empty before the first. */
  readonly part: string;
}

const count = '(?:[几一二三四五六七八九十两]|\\d{1,2})(?:个|点|条|件|组|句|项|方面|层|步|则|段)';

const thanks =
  /(?:表示|致以|送上|道一声).{0,20}(?:衷心|诚挚|崇高|热烈|最)?.{0,6}(?:感谢|谢意|敬意|慰问|问候|祝贺)|(?:再次|衷心|诚挚|由衷|特别)地?感谢[^，。]{2,}|(?:你们|各位|大家)[，,]?辛苦了|道(?:一|上一)?声[^。！]{0,8}辛苦|(?:成绩|变化|进步|成果|荣誉|收获)[^。]{0,16}离不开[^。]{2,}|谢谢(?:你们|他们|各位[^。！]{0,10})[！。]/u;
/** What each of its forms holds; they would be tried at every character. */
const mayThank = holder(/[谢敬慰候贺离苦]/u);
const transition = new RegExp(
  '(?:下面|接下来|借此机会|借这个机会|现在|在此|这里|今天)[，,]?.{0,60}(?:讲|谈|提|强调|说|聊|报告|汇报|交流|通报|分享|(?<!工)作|商量)(?:.{0,10}(?:意见|要求|看法|建议|体会|想法|希望|情况|问题|部署)|几[点句个])' +
    `|[讲谈提说](?:以下)?${count}.{0,6}(?:意见|要求|希望|看法|建议|体会)?`,
  'u',
);
/** `…合并起来，一共是五组。` `…提三点希望。`: a count that closes the paragraph before a series; 说一千道一万，不如扎扎实实干一件 counts nothing. */
const announces = new RegExp(`(?:讲|谈|提|说(?!一千)|聊|强调|回应|商量|归纳|分成|一共是|主要是|做了|做好|抓好)[^。！？]{0,16}${count}[^。！？]{0,16}[。：:]$|(?:报告|汇报|介绍|通报|分享)[^。！？，]{0,16}${count}[^。！？，]{0,6}[。：:]$`, 'u');
const reports = /^(?:[^。]{0,30}。)?(?:现在|下面)?[，,]?(?:我|受).{0,16}(?:代表|委托|受权).{0,30}(?:报告|汇报|说明)/u;
const ahead = /^(?:在)?(?:新的|今后|未来|下|明|每|这)|^今年[，,](?:要|我们要)/u;
const review =
  /^(?:刚刚)?(?:过去的?|一|近)?.{0,4}(?:一年来?|五年来?|[几多]年来|过去的?[一几三四五十]+[年月]|一段时间以来|今年以来|去年以来|回[顾首望]|去年|这一年)|^20\d\d年[，,是].{0,60}(?:取得|完成|实现了)/u;
const achieved =
  /^[^。]{0,80}(?<!推动|要|力争|努力|争取|确保|改革)取得(?:了|明显|显著|积极|重大|丰硕|可喜)[^。]{0,16}(?:成绩|成效|成就|进展)/u;
/** The head of a part that looks back; what also plans is no review throughout. */
const reviewHead = /回顾|(?:过去|[一近几五]年来)?[一二三四五几]?年?(?:工作)?(?:基本)?总结$|过去(?:的)?[一二三四五几]?年|[一三五几]年来|(?:主要|所做的?|开展的?)工作(?:及|和)?(?:成效|情况|成绩)$|历史性变革/u;
const planHead = /要求|部署|任务|安排|打算|展望|今后|启示/u;
const opening =
  /^(?:今天|刚才|现在|大家|这次|本次|值此|在这|很高兴|非常高兴|早上好|上午好|下午好|金秋|春回|首先|经.{1,12}研究|在.{2,30}(?:之际|时刻|召开|举行))|(?:召开|举行|举办|出席|参加).{0,40}(?:会议|大会|仪式|活动|论坛|培训班|座谈会)/u;
const call =
  /^(?:同志们|各位|朋友们|同学们|让我们|(?:衷心|真诚|真心|也)?希望|期待|全[省市县区校院党]|我们要更加|征程|新征程|号角)|让我们|愿我们|(?:为|奋力).{4,60}(?:而(?:努力|团结|不懈)?奋斗|作出.{0,8}贡献|谱写.{0,20}篇章|开创.{0,16}局面)/u;
const closing =
  /(?:谢谢(?:大家|各位)?[！!。]|最后[，,]?.{0,6}(?:祝|预祝)|预祝.{2,40}成功|(?:祝|祝愿).{1,30}(?:健康|愉快|顺利|幸福|万事如意|快乐|平安|丰收|吉祥)|(?:再立新功|再创佳绩|新的更大贡献|不懈奋斗|努力奋斗)[！!。]?$)/u;
/** What ends a meeting rather than a speech. */
const ending =
  /^(?:（[^）]{1,6}）)?(?:现在[，,]?)?(?:我)?宣布[^。]{2,80}(?:闭幕|开幕|结束|启动|成立|开始|开馆|揭牌)|^(?:（[^）]{1,6}）)?散会|^今天(?:的[^，。]{2,8})?就(?:开|讲|谈|说)?到(?:这里|此)|[会议动式礼坛训讲班]到此(?:全部|就|也)?(?:结束|圆满)|^(?:以上|我的)(?:报告|汇报|发言|述职|意见|表态)|不当之处[，,]?(?:敬?请|恳请)/u;

const farewell =
  /^(?:(?:我就?|今天)?的?(?:讲|说|讲话|发言|汇报|致辞|党课)?(?:就?(?:讲|说)?(?:这些|到这里|到此)(?:结束)?|完了|完毕)?[。！，]?)?(?:再次)?(?:谢谢|感谢)?(?:大家|各位.{0,6}|同志们|散会)?[。！!]?$/u;

/** （长时间热烈掌声） */
const applause = /[（(][^（）()]{0,10}掌声[）)]$/u;

/** A line that ends a speech and says nothing more: what stands before it is what a writer looks for as the closing. */
export function isFarewell(text: string): boolean {
  const said = text.replace(applause, '');
  return said.length <= 20 && /[谢散完]|这些|这里|到此/u.test(said) && farewell.test(said);
}

/** What a paragraph does in its speech; `body` where nothing shows. */
export function tellRole(written: string, place: ParagraphPlace): ParagraphRole {
  const text = written.replace(applause, '');
  const address = readAddress(text, 0);
  if (address > 0 && address >= text.length) return 'address';
  const head = text.slice(0, 120);
  const tail = text.slice(-80);
  if (place.late) {
    if (ending.test(text) || isFarewell(text)) return 'closing';
    if (closing.test(tail) && (place.last || /谢谢|预祝|祝/u.test(tail))) return 'closing';
    if (place.last && (call.test(tail) || (text.length > 40 && text.endsWith('！')))) return 'closing';
    if (!announces.test(text.slice(-60)) && (address > 0 || call.test(head) || call.test(tail) || (text.length > 60 && text.endsWith('！')))) return 'call';
  }
  if (place.first && place.leading && reports.test(text)) return 'opening';
  if (mayThank(text) && (thanks.test(text.slice(-160)) || (text.length < 400 && thanks.test(text)))) return 'thanks';
  if (place.leading && transition.test(text.slice(-120))) return 'transition';
  if ((place.leading || place.late) && announces.test(text.slice(-60))) return 'transition';
  // 一是盼政策稳定 is a member of a series; 首先 opens speeches as well.
  const counted = readOrdinal(text, 0);
  const mayOpen = place.first && (counted === null || counted.family === 'sequence');
  if (mayOpen && opening.test(head)) return 'opening';
  if (!ahead.test(head) && (review.test(head) || (head.includes('取得') && achieved.test(head)))) return 'review';
  if (reviewHead.test(place.part) && !planHead.test(place.part)) return 'review';
  if (mayOpen && place.leading) return 'opening';
  return 'body';
}
