import type { Problem } from '../contracts.ts';
import { readAddress } from './address.ts';
import { countHan } from '../text/han.ts';
import { isForeign } from './foreignText.ts';
import { furnitureScore, scoreOnce } from './furnitureScore.ts';
import { findGluedStretches, isLatinPhrase } from './gluedStretches.ts';
import { findGluedWords, isConfirmed, mayBeGlued } from './gluedWords.ts';
import { holder } from './lineKinds.ts';
import { isSet } from './looseOrdinals.ts';
import { opensOrdinal, readOrdinal, type Ordinal } from './ordinals.ts';
import { findPlaceholders } from './placeholders.ts';
import { removeBlock, removeStretches } from './removal.ts';
import { findSeriesLines } from './seriesLines.ts';
import { findSignedLines } from './signedLines.ts';
import { stampFinder, type StampFinder } from './siteStamps.ts';
import { meet, sliceBlock, textOutside, type Block, type Piece } from './sourceText.ts';
import { isGenreTitle, titleLabel, titleMark, undecorated } from './title.ts';
import { isToldInSentence } from './toldInSentence.ts';

/** Words of a seller. A sentence is an advertisement only where words of two different groups meet in it. */
const groups: readonly RegExp[] = [
  /抖音号|公众号|微信号|加微信|加微|QQ群|扣扣群|小红书|知识星球|头条号|淘宝|店铺|网盘|二维码|客服/u,
  /关注|扫码|扫一扫|搜索|点击|添加|领取|获取|订阅|下载|购买|充值|加入会员|开通会员|长按/u,
  /资料包|范文|模板|公文材料|写作必备|电子版|写作资料|素材库|万字|热点专题|VIP|文库|免费|优惠|可编辑|更多精彩|海量|全套|写材料|笔杆子|公文写作/u,
];
const strong = /(?:下面|以下)是(?:[\u4e00-\u9fff]{0,8}网)?(?:小编|我们|本站).{0,120}(?:参考|借鉴|阅读|帮助|喜欢)|以上(?:就是|便是|是)(?:小编|本站|我们).{0,60}(?:内容|希望|帮助)|(?:开通|成为|正式)会员.{0,16}(?:下载|阅读|查看)|(?:订阅|付费|登[录陆])后.{0,6}(?:阅读|查看|下载)|官方抖音号|抖音号【|公众号【|关注(?:微信)?公众号.{0,20}(?:获取|领取|回复|下载)|本文档?(?:由|来自|来源于).{0,20}(?:网|文库|整理|分享|上传)|更多.{0,8}(?:范文|公文|材料|资料).{0,12}(?:请|关注|访问|登录|搜索)|(?:请)?(?:加|添加)(?:微信|QQ)[:：]?\s*\w{5,}/u;

/**
 * How sure the table must be of a stretch within a paragraph: of a bracket, and of a sentence that no seller's word tells.
 * `saved`: lines of the page's own were found, so more of it is to be expected.
 */
const leastBracket = { plain: 3.5, saved: 0.3 };
const leastSentence = { plain: 3.5, saved: 2 };
/** A sentence between two of a seller's, or behind the last, is one of them from this score on. */
const leastBetween = -2.5;
/** Longer stretches behind the last sentence of a seller are judged by themselves. */
const longestBetween = 120;

/** What is known of a document: `saved`, lines of the page's own were found; `plain`, nothing was found at all that may be a page's. */
export interface Around {
  readonly saved: boolean;
  readonly plain: boolean;
  /** How many stretches of the page's went from lines that hold text as well. */
  readonly glued?: number;
}

/** Takes advertising sentences out of paragraphs; behind the last sentence of a speech they often stand unseparated. */
export function removeAdvertisements(blocks: readonly Block[], { saved, plain, glued: known = 0 }: Around = { saved: false, plain: true }, findStamps: StampFinder = stampFinder([])): { blocks: Block[]; removed: Problem[] } {
  const removed: Problem[] = [];
  if (isForeign(blocks)) return { blocks: [...blocks], removed };
  const kept: Block[] = [];
  // Where its structure parted a page from its text no more of it is to be expected.
  const expects = (block: Block): boolean => saved && block.hint?.parted !== true;
  const glued = !blocks.some(({ hint }) => hint?.parted === true) ? findGluedStretches(blocks.map(({ text, hint }) => (hint?.table === true ? '' : text)), { mayBe: mayBeGlued, rows: saved, plain, known }) : [];
  // What a sign or a number of its own sets off is a head, whatever it reads like.
  const signed = findSignedLines(blocks);
  const heads = new Set(blocks.filter(({ ordinal }, index) => signed.has(index) || (ordinal !== undefined && isSet(ordinal))));
  const own = glued.some((stretches) => stretches.length > 0) ? findSeriesLines(blocks) : new Set<number>();
  const address = blocks.findIndex(({ text }) => readAddress(text, 0) > 0);
  // What stands right above the address heads the text, whatever it is called.
  const titles = new Set(blocks.slice(0, Math.max(0, address)).filter(({ text }, index) => text.length <= longestTitle && (isGenreTitle(undecorated(text)) || (index === address - 1 && plainTitle.test(text)))));
  const within = (index: number): readonly Piece[] => {
    const [block, cuts = []] = [blocks[index], glued[index]];
    if (block === undefined || own.has(index) || (titles.has(block) && cuts.some(({ start, end }) => end - start >= block.text.length))) return [];
    return cuts;
  };
  for (const block of blocks.flatMap((each, index) => (heads.has(each) ? [each] : withoutStamps({ block: each, index, saved: expects(each), glued: within(index), findStamps }, removed)))) {
    if (heads.has(block)) {
      kept.push(block);
      continue;
    }
    if (titles.has(block)) {
      // 精品：在…会上的讲话·正文 is dressed as a seller's, and is the title.
      const cuts = [...block.text.matchAll(dressed)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
      kept.push(...(cuts.length === 0 ? [block] : removeStretches('advertisement', block, cuts, removed)));
      continue;
    }
    if (!mayAdvertise(block.text, expects(block))) {
      kept.push(block);
      continue;
    }
    let from = 0;
    let last: Piece | null = null;
    for (const span of findSellers(block.text, expects(block))) {
      removed.push(...removeBlock('advertisement', sliceBlock(block, span)));
      const before = sliceBlock(block, { start: from, end: span.start });
      if (before.text !== '') kept.push(before);
      from = span.end;
      last = span;
    }
    const rest = last === null ? block : sliceBlock(block, { start: from, end: block.text.length });
    if (rest.text !== '') kept.push(rest);
  }
  return { blocks: kept, removed };
}

const longestTitle = 70;
const plainTitle = /^[\u4e00-\u9fff“”《》、：，　 —-]{6,}$/u;
const dressed = new RegExp(`^(?:【(?:正文|精选|精品|推荐|范文)】|${titleLabel})\\s*|(?:${titleMark}|[（(](?:完整版|全文|精选|通用)[)）])$`, 'gu');

/** The stretches of a block that are a seller's, ascending. */
function findSellers(text: string, saved: boolean): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  const ends = sentenceEnds(text);
  ends.forEach((end, index) => {
    const sentence = text.slice(start, end);
    const before = found[found.length - 1];
    if (isAdvertisement(sentence, saved) && !isToldInSentence(text, { start, end }) && isConfirmed(text, { start, end }, strong.test(sentence) ? 'named' : 'likely')) {
      const between = before === undefined ? null : text.slice(before.end, start);
      if (before !== undefined && between !== null && (between === '' || isBetween(between))) found[found.length - 1] = { start: before.start, end };
      else found.push({ start, end });
    } else if (index === ends.length - 1 && before !== undefined && isBetween(text.slice(before.end))) found[found.length - 1] = { start: before.start, end: text.length };
    start = end;
  });
  return found;
}

function isBetween(text: string): boolean {
  return text.length < longestBetween && sentencesOf(text).every((sentence) => countHan(sentence) < 4 || furnitureScore(sentence) >= leastBetween);
}

function sentencesOf(text: string): string[] {
  let start = 0;
  return sentenceEnds(text).map((end) => {
    const sentence = text.slice(start, end).trim();
    start = end;
    return sentence;
  });
}

/** `……（某网省略792字，正式会员可完整阅读）`: what a site put into a text that it shows in part. */
const stamp =
  /[（(【[][^（()）【】[\]]{0,80}?(?:全文共|仅?显示\s*\d+\s*字|省略\s*\d+\s*字|正式会员|会员可|下载该文|会员注册|登[录陆]后|需要先登|阅读全文)[^（()）【】[\]]{0,80}[)）】\]]/gu;
/** What each stamp holds; an iterator over none takes longer than asking. */
const mayHoldStamp = /全文|显示|省略|会员|该文|[录陆]后|先登/u;
/** What stands in brackets, or between little pictures, may be the page's as a whole line is: `（点击下方卡片，关注我们）`. */
const inBrackets = /[（(【[]([^（()）【】[\]]{6,60})[)）】\]]/gu;
const betweenPictures = /[\p{Extended_Pictographic}↓↑▼▲]{1,6}([^。\p{Extended_Pictographic}↓↑▼▲]{4,40})[\p{Extended_Pictographic}↓↑▼▲]{1,6}/gu;
const bracketed = new RegExp(`${inBrackets.source}|${betweenPictures.source}`, 'gu');
/** `…抱团参与旧城改造， 广告：代理记账，加微信 把小舢板编成船队`: parted by spaces from the sentence that it stands in. */
const labelledSeller = /(?<=^|[ \u3000])(?:广告|推广|赞助)[：:][^ \u3000。]{3,60}(?=[ \u3000]|$)/gu;
/** `某某网每日更新www.example.com|在…会议上的讲话` */
const address = /^[^，。；！？]{0,40}?(?:https?:\/\/|www\.)[\w-]+\.[\w./-]+\s*(?=[\u4e00-\u9fff])/u;

interface StampedBlock {
  readonly block: Block;
  readonly index: number;
  readonly saved: boolean;
  /** What the page put into it, as the network tells. */
  readonly glued: readonly Piece[];
  readonly findStamps: StampFinder;
}

/** What a label, a stamp or bracket, a row of little pictures and an address begin with. */
const mayBeLabelled = /[广推赞][告广助][：:]/;
const holdsBracket = holder(/[（(【[]/);
const holdsPicture = holder(/[\u00a9\u00ae\u203c-\u2bff\u3030\u303d\u3297\u3299\ud83c-\ud83f]/);
const holdsColon = holder(/[：:]/);

/** `投入资金_____万元，增长□□%`, `[时间]前完成`: what is still to be filled in belongs to the text, however strange it looks in it. */
function withoutBlanks(text: string, glued: readonly Piece[]): readonly Piece[] {
  return glued.filter(({ start, end }) => {
    const own = text.slice(start, end);
    const blanks = findPlaceholders(own, 0);
    const named = blanks.some(({ hint }) => hint !== null && /^[\u4e00-\u9fff]{1,6}$/u.test(hint));
    // `[时间]前完成，{姓名}`
    if (named && scoreOnce(textOutside(own, blanks.map(({ span }) => span)).join('')) < leastAmidBlanks) return false;
    return !blanks.some(({ span, kind }) => kind !== 'other' && /[_＿□]{2}/u.test(own.slice(span.start, span.end)));
  });
}

/** What stands between blanks is a page's from this score on. */
const leastAmidBlanks = 1;

/** A number that heads what stands behind it: （3）, 三、, 3. */
const numberAtEnd = /(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])$/u;

/** `……内容仅供参考|（3）对水账。`: the number behind a page's words heads what goes on below, where the one before it stands above. */
function withoutNumbers(text: string, cuts: readonly Piece[]): Piece[] {
  return cuts.map((cut) => {
    const tail = text.slice(Math.max(cut.start, cut.end - longestNumber), cut.end);
    const number = /\p{Script=Han}/u.test(text.charAt(cut.end)) ? numberAtEnd.exec(tail)?.[0] : undefined;
    const own = number === undefined ? null : readOrdinal(number, 0);
    if (number === undefined || own === null || number.length >= cut.end - cut.start) return cut;
    return countsBefore(text, cut.start, own) ? { start: cut.start, end: cut.end - number.length } : cut;
  });
}

const longestNumber = 5;
/** The number before stands no farther above. */
const longestPart = 3000;

/** Whether the number before this one stands above, in the same form. */
function countsBefore(text: string, until: number, { family, number }: Ordinal): boolean {
  for (let at = Math.max(0, until - longestPart); at < until; at += 1) {
    const other = opensOrdinal(text.charCodeAt(at)) ? readOrdinal(text, at) : null;
    if (other?.family === family && other.number === number - 1) return true;
  }
  return false;
}

function withoutStamps({ block, index, saved, glued, findStamps }: StampedBlock, removed: Problem[]): Block[] {
  const cuts = block.hint?.table === true ? [] : findStamps(block.text);
  // A page that parts its text from all around it by its structure glues nothing to it.
  if (block.hint?.table !== true && block.hint?.parted !== true) cuts.push(...outsideSellers(block.text, withoutBlanks(block.text, findGluedWords(block.text, saved, glued)), saved));
  const { text } = block;
  const pictured = holdsPicture(text);
  const within = pictured || holdsBracket(text);
  const labelled = holdsColon(text) && mayBeLabelled.test(text);
  if (cuts.length === 0 && !within && !labelled && !text.includes('www') && !text.includes('http')) return [block];
  if (within && mayHoldStamp.test(text)) for (const match of block.text.matchAll(stamp)) cuts.push({ start: match.index, end: match.index + match[0].length });
  if (labelled) for (const match of text.matchAll(labelledSeller)) cuts.push({ start: match.index, end: match.index + match[0].length });
  for (const match of block.hint?.table === true || !within ? [] : text.matchAll(pictured ? bracketed : inBrackets)) {
    const cut = { start: match.index, end: match.index + match[0].length };
    const inner = match[1] ?? match[2] ?? '';
    // 【…】 before a headline names its column.
    const least = saved && !match[0].startsWith('【') ? leastBracket.saved : leastBracket.plain;
    if (countHan(inner) >= 5 && scoreOnce(inner) >= least && !cuts.some((known) => meet(known, cut)) && isConfirmed(text, cut, 'likely')) cuts.push(cut);
  }
  cuts.sort((a, b) => a.start - b.start);
  const before = index < 3 ? (address.exec(block.text)?.[0].length ?? 0) : 0;
  if (before > 0) cuts.unshift({ start: 0, end: before });
  return cuts.length === 0 ? [block] : removeStretches('advertisement', block, withoutNumbers(text, cuts), removed);
}

/** What is left of a sentence without what was glued to it is the text's below it. */
const mostOfText = -1.5;

/** What goes on for longer is no sentence that words could belong to. */
const longestSeller = 1000;

/** Of the words that a page glued to the text those that do not belong to a whole sentence of a seller, which goes by itself. */
function outsideSellers(text: string, glued: readonly Piece[], saved: boolean): Piece[] {
  if (glued.length === 0 || !mayAdvertise(text, saved)) return [...glued];
  const sellers = findSellers(text, saved);
  let next = 0;
  return glued.filter(({ start, end }) => {
    while (next < sellers.length && (sellers[next]?.end ?? 0) <= start) next += 1;
    const seller = sellers[next];
    if (seller === undefined || seller.start >= end || seller.end - seller.start > longestSeller) return true;
    const rest = text.slice(seller.start, start) + text.slice(end, seller.end);
    return !groups.some((group) => group.test(rest)) && scoreOnce(rest) < mostOfText;
  });
}

/** Below it no sentence is a seller's, whatever words it holds. */
const doubtful = -4;
/** From it on words of two groups are enough: 读者说，关注了公众号，半年没有收到一条消息 is a speaker's. */
const likely = { plain: 1.5, saved: 0.4 };

/** The end of a paragraph counts in the score of the whole: below it no page's sentence stands there. */
const mayEndAsFurniture = -5;

function mayAdvertise(text: string, saved: boolean): boolean {
  return strong.test(text) || groupsIn(text) >= 2 || (furnitureScore(text) >= mayEndAsFurniture && endsAsFurniture(text, saved));
}

/** How many groups a text has words of, as far as that may matter: with none of the first two it is one at the most. */
function groupsIn(text: string): number {
  let met = 0;
  for (const [index, group] of groups.entries()) {
    if (group.test(text)) met += 1;
    else if (met === 0 && index === groups.length - 2) return 0;
  }
  return met;
}

/** Whether the last sentence of a block reads like the page's. */
function endsAsFurniture(text: string, saved: boolean): boolean {
  const end = text.slice(-160);
  const last = end.slice(sentenceEnds(end).at(-2) ?? 0).trim();
  return last.length >= 12 && last.length < 160 && scoreOnce(last) >= (saved ? leastSentence.saved : leastSentence.plain);
}

const foreign = /[\u0370-\u052f]/u;

function isAdvertisement(sentence: string, saved: boolean): boolean {
  if (strong.test(sentence) && (sentence.length > 160 || furnitureScore(sentence) > doubtful)) return true;
  // A note on what a word is in another tongue is no seller's.
  if (sentence.length > 160 || foreign.test(sentence)) return false;
  const score = furnitureScore(sentence);
  if (sentence.length >= 12 && score >= (saved ? leastSentence.saved : leastSentence.plain)) return saved || !isLatinPhrase(sentence);
  // 开通微信公众号，免费发放科普资料 is a speech: it takes the seller's address as well, or the table's word.
  const met = groups.filter((group) => group.test(sentence)).length;
  return (met === groups.length && score > doubtful) || (met === 2 && score >= (saved ? likely.saved : likely.plain));
}

function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(/[。！？!?][”’」』）)]*/gu)) ends.push(match.index + match[0].length);
  if (ends[ends.length - 1] !== text.length) ends.push(text.length);
  return ends;
}
