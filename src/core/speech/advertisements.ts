import type { Problem } from '../contracts.ts';
import { countHan } from '../text/han.ts';
import { furnitureScore } from './furnitureScore.ts';
import { removeBlock } from './removal.ts';
import { sureFurniture } from './siteChrome.ts';
import { sliceBlock, type Block } from './sourceText.ts';

/** Words of a seller. A sentence is an advertisement only where words of two different groups meet in it. */
const groups: readonly RegExp[] = [
  /抖音号|公众号|微信号|加微信|加微|QQ群|扣扣群|小红书|知识星球|头条号|淘宝|店铺|网盘|二维码|客服/u,
  /关注|扫码|扫一扫|搜索|点击|添加|领取|获取|订阅|下载|购买|充值|加入会员|开通会员|长按/u,
  /资料包|范文|模板|公文材料|写作必备|电子版|写作资料|素材库|万字|热点专题|VIP|文库|免费|优惠|可编辑|更多精彩|海量|全套|写材料|笔杆子|公文写作/u,
];
const strong = /(?:下面|以下)是(?:[\u4e00-\u9fff]{0,8}网)?(?:小编|我们|本站).{0,120}(?:参考|借鉴|阅读|帮助|喜欢)|以上(?:就是|便是|是)(?:小编|本站|我们).{0,60}(?:内容|希望|帮助)|(?:开通|成为|正式)会员.{0,16}(?:下载|阅读|查看)|(?:订阅|付费|登[录陆])后.{0,6}(?:阅读|查看|下载)|官方抖音号|抖音号【|公众号【|关注(?:微信)?公众号.{0,20}(?:获取|领取|回复|下载)|本文档?(?:由|来自|来源于).{0,20}(?:网|文库|整理|分享|上传)|更多.{0,8}(?:范文|公文|材料|资料).{0,12}(?:请|关注|访问|登录|搜索)|(?:请)?(?:加|添加)(?:微信|QQ)[:：]?\s*\w{5,}/u;

/** Takes advertising sentences out of paragraphs; behind the last sentence of a speech they often stand unseparated. */
export function removeAdvertisements(blocks: readonly Block[]): { blocks: Block[]; removed: Problem[] } {
  const removed: Problem[] = [];
  const kept: Block[] = [];
  for (const block of blocks.flatMap((each, index) => withoutStamps(each, index, removed))) {
    if (!mayAdvertise(block.text)) {
      kept.push(block);
      continue;
    }
    let from = 0;
    const parts: { span: { start: number; end: number }; bad: boolean }[] = [];
    for (const end of sentenceEnds(block.text)) {
      const span = { start: from, end };
      parts.push({ span, bad: isAdvertisement(block.text.slice(from, end)) });
      from = end;
    }
    // What stands between two advertising sentences, or behind the last one to the block's end, belongs to them.
    const last = parts.findLastIndex((part) => part.bad);
    const first = parts.findIndex((part) => part.bad);
    if (first < 0) {
      kept.push(block);
      continue;
    }
    const end = block.text.length - (parts[last]?.span.end ?? 0) < 120 ? parts.length - 1 : last;
    const span = { start: parts[first]?.span.start ?? 0, end: parts[end]?.span.end ?? block.text.length };
    removed.push(...removeBlock('advertisement', sliceBlock(block, span)));
    for (const rest of [{ start: 0, end: span.start }, { start: span.end, end: block.text.length }]) {
      const part = sliceBlock(block, rest);
      if (part.text !== '') kept.push(part);
    }
  }
  return { blocks: kept, removed };
}

/** `……（某网省略792字，正式会员可完整阅读）`: what a site put into a text that it shows in part. */
const stamp =
  /[（(【[][^（()）【】[\]]{0,80}?(?:全文共|仅?显示\s*\d+\s*字|省略\s*\d+\s*字|正式会员|会员可|下载该文|会员注册|登[录陆]后|需要先登|阅读全文|https?:\/\/|www\.)[^（()）【】[\]]{0,80}[)）】\]]/gu;
/** What stands in brackets may be the page's as a whole line is: `（点击下方卡片，关注我们）`. */
const bracketed = /[（(【[]([^（()）【】[\]]{6,60})[)）】\]]/gu;
/** `某某网每日更新www.example.com|在…会议上的讲话` */
const address = /^[^，。；！？]{0,40}?(?:https?:\/\/|www\.)[\w-]+\.[\w./-]+\s*(?=[\u4e00-\u9fff])/u;

function withoutStamps(block: Block, index: number, removed: Problem[]): Block[] {
  const cuts = [...block.text.matchAll(stamp)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  for (const match of block.hint?.table === true ? [] : block.text.matchAll(bracketed)) {
    const cut = { start: match.index, end: match.index + match[0].length };
    if ((countHan(match[1] ?? '') >= 5 || /www\.|https?[:：]/u.test(match[1] ?? '')) && furnitureScore(match[1] ?? '') >= sureFurniture && !cuts.some((known) => known.start < cut.end && cut.start < known.end)) cuts.push(cut);
  }
  cuts.sort((a, b) => a.start - b.start);
  const before = index < 3 ? (address.exec(block.text)?.[0].length ?? 0) : 0;
  if (before > 0) cuts.unshift({ start: 0, end: before });
  if (cuts.length === 0) return [block];
  let from = 0;
  const parts: Block[] = [];
  for (const cut of [...cuts, { start: block.text.length, end: block.text.length }]) {
    if (cut.start > from) parts.push(sliceBlock(block, { start: from, end: cut.start }));
    if (cut.end > cut.start && cut.start >= from) removed.push(...removeBlock('advertisement', sliceBlock(block, cut)));
    from = Math.max(from, cut.end);
  }
  const text = parts.map((part) => part.text).join('');
  return text === '' ? [] : [{ ...block, text, pieces: parts.flatMap((part) => part.pieces) }];
}

/** Below it no sentence is a seller's, whatever words it holds. */
const doubtful = -4;
/** From it on words of two groups are enough. */
const likely = 0.4;

function mayAdvertise(text: string): boolean {
  return strong.test(text) || groups.filter((group) => group.test(text)).length >= 2 || (text.length < 4000 && endsAsFurniture(text));
}

/** Whether the last sentence of a block reads like the page's. */
function endsAsFurniture(text: string): boolean {
  const last = /[^。！？!?]+[。！？!?]?[”’」』）)]*$/u.exec(text.slice(-160))?.[0] ?? '';
  return last.length >= 12 && last.length < 160 && furnitureScore(last) >= sureFurniture;
}

export function isAdvertisement(sentence: string): boolean {
  if (strong.test(sentence) && (sentence.length > 160 || furnitureScore(sentence) > doubtful)) return true;
  if (sentence.length > 160) return false;
  const score = furnitureScore(sentence);
  if (sentence.length >= 12 && score >= sureFurniture) return true;
  // 开通微信公众号，免费发放科普资料 is a speech: it takes the seller's address as well, or the table's word.
  const met = groups.filter((group) => group.test(sentence)).length;
  return (met === groups.length && score > doubtful) || (met === 2 && score >= likely);
}

function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(/[。！？!?][”’」』）)]*/gu)) ends.push(match.index + match[0].length);
  if (ends[ends.length - 1] !== text.length) ends.push(text.length);
  return ends;
}
