import type { ParagraphRole } from '../contracts.ts';
import { readAddress } from './address.ts';

/** Where a paragraph stands in its speech. */
export interface ParagraphPlace {
  /** Before the first head. */
  readonly leading: boolean;
  /** One of the first two paragraphs behind the address. */
  readonly first: boolean;
  /** The very last paragraph, or the last before a bare 谢谢大家！ or 散会。 */
  readonly last: boolean;
  /** One of the last three paragraphs. */
  readonly late: boolean;
}

const thanks = /(?:表示|致以|送上|道一声).{0,20}(?:衷心|诚挚|崇高|热烈|最)?.{0,6}(?:感谢|谢意|敬意|慰问|问候|祝贺)/u;
const transition =
  /(?:下面|接下来|借此机会|现在|在此|这里|今天)[，,]?.{0,60}(?:讲|谈|提|强调|说|报告|汇报|交流|作)(?:.{0,10}(?:意见|要求|看法|建议|体会|想法|希望|情况|问题|部署)|几[点句个])|[讲谈提说](?:以下)?(?:几|[一二三四五六七八]|\d)(?:点|个方面|个?问题).{0,6}(?:意见|要求|希望|看法|建议|体会)?/u;
const review =
  /^(?:刚刚)?(?:过去的?|一|近)?.{0,4}(?:一年来?|五年来?|[几多]年来|过去的?一年|一段时间以来|今年以来|去年以来|回顾|去年)|^20\d\d年[，,是].{0,60}(?:取得|完成|实现了)|取得(?:了)?.{0,16}(?:成绩|成效|成就|进展)/u;
const opening =
  /^(?:今天|刚才|现在|大家|这次|本次|值此|在这|很高兴|非常高兴|金秋|春回|首先|经.{1,12}研究|在.{2,30}(?:之际|时刻|召开|举行))|(?:召开|举行|举办|出席|参加).{0,40}(?:会议|大会|仪式|活动|论坛|培训班|座谈会)/u;
const call =
  /^(?:同志们|各位|朋友们|同学们|让我们|希望|全[省市县区校院党]|我们要更加|征程|新征程|号角)|让我们|(?:为|奋力).{4,60}(?:而(?:努力|团结|不懈)?奋斗|作出.{0,8}贡献|谱写.{0,20}篇章|开创.{0,16}局面)/u;
const closing =
  /(?:谢谢大家|谢谢各位|最后[，,]?.{0,6}(?:祝|预祝)|预祝.{2,40}成功|(?:祝|祝愿).{1,30}(?:健康|愉快|顺利|幸福|万事如意)|(?:再立新功|再创佳绩|新的更大贡献|不懈奋斗|努力奋斗)[！!。]?$)/u;

const farewell =
  /^(?:(?:我就?|今天)?的?(?:讲|说|讲话|发言|汇报|致辞|党课)?(?:就?(?:讲|说)?(?:这些|到这里|到此)(?:结束)?|完了|完毕)?[。！，]?)?(?:再次)?(?:谢谢|感谢)?(?:大家|各位.{0,6}|同志们|散会)?[。！!]?$/u;

/** A line that ends a speech and says nothing more: what stands before it is what a writer looks for as the closing. */
export function isFarewell(text: string): boolean {
  return text.length <= 20 && /[谢散完]|这些|这里|到此/u.test(text) && farewell.test(text);
}

/** What a paragraph does in its speech; `body` where nothing shows. */
export function tellRole(text: string, place: ParagraphPlace): ParagraphRole {
  const address = readAddress(text, 0);
  if (address > 0 && address >= text.length) return 'address';
  const head = text.slice(0, 120);
  const tail = text.slice(-80);
  if (place.late && !place.leading) {
    if (closing.test(tail) && (place.last || /谢谢|预祝|祝/u.test(tail))) return 'closing';
    if (place.last && call.test(tail)) return 'closing';
    if (address > 0 || call.test(head)) return 'call';
  }
  if (thanks.test(text.slice(-160)) || (text.length < 400 && thanks.test(text))) return 'thanks';
  if (place.leading && transition.test(text.slice(-120))) return 'transition';
  if (place.first && opening.test(head)) return 'opening';
  if (review.test(head)) return 'review';
  if (place.first && place.leading) return 'opening';
  return 'body';
}
