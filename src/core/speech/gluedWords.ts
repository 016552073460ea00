import { countHan } from '../text/han.ts';
import { scoreOnce } from './furnitureScore.ts';
import { stretchOdds } from './gluedNet.ts';
import { bestStretch, foldForStretches, likelihoodAround } from './pageStretch.ts';
import { withoutOwnEdges } from './ownAtEdges.ts';
import { isNamed, mayHoldDomain } from './siteStamps.ts';
import { meet, type Piece } from './sourceText.ts';
import { isGenreTitle } from './title.ts';
import { isToldInSentence } from './toldInSentence.ts';

/**
 * What a page put into a paragraph in one line with its text, before, behind or within a sentence. A word that pages use shows
 * where to look; the model of stretches says where what the page put in begins and ends, and the table of furniture whether it
 * reads like a page's.
 */

/** As much of the text is looked at on both sides of such a word. */
const reach = 70;
/** How sure the model must be, and how much the words must read like a page's. `saved`: lines of the page's own were found. */
const leastStretch = { plain: 7.5, saved: 3.5 };
const leastScore = { plain: 1, saved: -0.5 };
/** The model need not be as sure of what reads like nothing but a page's. */
const leastLikely = { stretch: 4.5, score: 2.5 };
/** Below it the words are the text's, however sure the model is. */
const sure = 11;
const leastOfSure = -1.5;
/** The title of another text has the words of a text; then the model must be surer. */
const leastTitle = 5;
/** What is left of the paragraph is the text's, in Chinese characters. */
const leastLeft = 6;
/** In no paragraph are more places looked at than one in as many characters. */
const charactersEach = 12;

/** Words that pages use and texts hardly do, by their first two characters. */
const words = new Map<number, RegExp>();
const pairOf = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
const add = (pairs: string, form: RegExp): void => {
  for (const pair of pairs.split(' ')) words.set(pairOf(pair, 0), form);
};
add('文库', /文库(?=[\s)）】\]A-Za-z.：:]|整理|收集|版权|原创|首发|$)/y);
add('会员', /会员(?:[专可稿后阅下登全）)】]|$)/y);
add('下载 文档 试读 预览 余下 剩余 还剩 仅供 网友 小编 本站 转载 版权 点击 点此 查看 分页 加载 扫码 扫描 付费 范文 首发 w. ww WW .c VI AP PD 【图 [图', /./y);
add('登录 登陆', /登[录陆]后/y);
add('未完', /未完[，待)）]/y);
add('全文', /全文(?!明)/y);
add('此处', /此处省略|此处内容/y);
add('可编 意编 由编', /.编辑/y);
add('精品 精选 优质', /.{2}[文资范]/y);
add('供参', /供参考/y);
add('本文', /本文(?!件)/y);
add('收集 整理 资料 学习', /收集整理|整理发布|资料收集|学习资料/y);
add('继续 后阅 可阅', /继续阅读|.阅读/y);
add('点这 请收 值得', /点这里|请收藏|值得收藏/y);
add('公众', /公众号/y);
add('更多', /更多[内资范精]/y);
add('来源 推荐 相关', /来源[:：]|推荐阅读|相关阅读/y);
add('欢迎 感谢', /欢迎您|感谢您的[阅光]/y);
add('展开', /展开(?:剩|全文|阅读)/y);
add('广告', /广告(?:[\s×xX\]】]|位招)/y);
add('闭广 过广', /[闭过]广告/y);
add('滑动 上滑 下滑', /(?:继续|上下|左右|向[上左])?(?:滑动|[上下]滑)[看查继阅]/y);
add('字幕 批注 画外 画面', /(?:字幕|批注|画外音|画面)\s?[\d[【（：:]/y);
add('播音 记者 编导', /(?:播音|编导)[:：]/y);
add('[0 （0 [1 [2', /[[（]\d{1,2}:\d{2}/y);
add('[编 [打 [关', /\[(?:编辑|打印|关闭)/y);
add('内部 注意 妥善 请勿 严禁', /内部资料|内部使用|注意保存|妥善保管|请勿外|严禁外/y);
add('打印 全屏 放大 缩小', /打印(?:本页|人：)|全屏|放大 |缩小 /y);
add('上一 下一', /[上下]一[页篇]/y);
add('长按 识别', /长按|识别二维/y);
add('温馨', /温馨提示/y);
add('下转 上接 紧接', /(?:下转|上接|紧接)[第A-Z\d]/y);
add('回复 隐藏', /隐藏(?:的?内容)|回复后|并回复|内回复/y);
add('热线 预约', /热线(?:全天|\d|24|：)|预约(?:电话|挂号请)/y);
add('以上', /以上(?:就?是|为)(?:小编|本|我们|《|[\u4e00-\u9fff]{2,24}的?全部)/y);
add('点评 写作', /点评】|写作(?:提示|模板)/y);
add('折， 答案', /\d折，点|查看答案/y);
add('侵删 图源', /侵删|图源网/y);
add('在看', /个在看/y);
add('Wo wo do DO', /(?:word|docx?)/iy);
for (const number of '第页图幅共') for (const digit of ' 0123456789') words.set(pairOf(number + digit, 0), /.\s?\d/y);
for (const mark of '-—–=~·.') for (const digit of ' 0123456789' + mark) words.set(pairOf(mark + digit, 0), /[-—–=~·.]{1,4}\s?\d{1,3}\s?[-—–=~·.]/y);
for (const last of '网文书稿家库房坊苑站') for (const mark of ')）]】') words.set(pairOf(last + mark, 0), /./y);

const firsts = new Uint8Array(1 << 16);
const mixed = new Uint8Array(1 << 16);
const mix = (first: number, second: number): number => (first * 31 + second) & 0xffff;
for (const pair of words.keys()) firsts[pair >>> 16] = mixed[mix(pair >>> 16, pair & 0xffff)] = 1;

/** The first such word from `from` on. */
function nextWord(text: string, from: number): number {
  for (let index = from; index + 1 < text.length; index += 1) {
    const first = text.charCodeAt(index);
    if (firsts[first] === 0 || mixed[mix(first, text.charCodeAt(index + 1))] === 0) continue;
    const form = words.get(pairOf(text, index));
    if (form === undefined) continue;
    form.lastIndex = index;
    if (form.test(text)) return index;
  }
  return -1;
}

/** `network`: what the network told of the text; where its words and those found by the model meet it knows better where they begin and end. */
export function findGluedWords(text: string, saved: boolean, network: readonly Piece[]): Piece[] {
  const known = findByWords(text, saved).flatMap((one) => withoutOwnEdges(text, one) ?? []);
  const told = network.flatMap((one) => withoutOwnEdges(text, one) ?? []);
  const found = [...told, ...known.filter((one) => !told.some((other) => meet(one, other)))].sort((a, b) => a.start - b.start);
  if (found.length === 0) return found;
  const left = countHan(text) - found.reduce((sum, { start, end }) => sum + countHan(text.slice(start, end)), 0);
  // What goes whole is a row of the page's between two of the text's.
  if (told.some(({ start, end }) => start === 0 && end === text.length)) return [{ start: 0, end: text.length }];
  return left < leastLeft ? [] : found;
}

/** `4．拆违建 …`, `第二个词：精进 …` */
const numbered = /^\s*(?:第[一二三四五六七八九十]{1,3}[\u4e00-\u9fff]{1,3}[：:](?=\s*[\u4e00-\u9fff])|\d{1,2}[．.、]|[（(]?[一二三四五六七八九十]{1,3}[、）)])\s?[\u4e00-\u9fff]/u;
/** `### 什么会毁坏善业？` */
const marked = /^\s*#{1,6} /u;
/** `CR450`, `（CPI）`, `(Cloud Computing)`, `2.1`, a full stop: what a text writes itself. */
const bare = /^\s*[（(]?[A-Za-z\d&.\-+/、 ]{0,14}[)）]?\s*$|^\s*[（(][A-Za-z·.\- ]{2,40}[)）]\s*$|^\s*[[［〔(（]\s?(?:19|20)\d\d\s?[\]］〕)）]|^[\s\p{P}]*$/u;

/** `（http://…）` behind a site's name, `发送至…@…`: where the text sends its readers. */
const sent = /^\s*[（(]https?:[^（()）]*[)）]?\s*$|发[送到至].{0,20}@/u;

/** `（见案卷第8页）`, `（原文如此）`: what a writer adds in brackets. */
const noted = /^[（(](?:见|参见|详见|原文|据|只能)/u;

/** `翻到第3页，第3页最下面…`: what the hearers are sent to. */
const opened = /翻到第\d{1,3}页/u;

/** Whether words may be the page's, however sure the network is of it. */
export function mayBeGlued(words: string): boolean {
  return balanced(words) && !noted.test(words) && !marked.test(words) && !opened.test(words) && !numbered.test(words) && !bare.test(words) && !sent.test(words);
}

function findByWords(text: string, saved: boolean): Piece[] {
  const found: Piece[] = [];
  let asked = 0;
  for (let at = nextWord(text, 0); at >= 0 && asked * charactersEach <= text.length + 200; at = nextWord(text, at)) {
    const seed = at;
    const last = found[found.length - 1]?.end ?? 0;
    at += 1;
    if (!mayBePages(text, seed)) continue;
    asked += 1;
    const from = Math.max(last, seed - reach);
    const window = text.slice(from, seed + reach);
    const stretch = bestStretch(foldForStretches(window), { through: seed - from });
    if (stretch === null || stretch.score < leastLikely.stretch) continue;
    const put = window.slice(stretch.start, stretch.end).trim();
    if (!isPages(put, stretch.score, saved) || (mayHoldDomain.test(put) && sends.test(window.slice(Math.max(0, stretch.start - 16), stretch.start)))) continue;
    if (mayHoldDomain.test(put) && isNamed(window, stretch.start + Math.max(0, window.slice(stretch.start, stretch.end).search(/[（(【[]/u)), stretch.end)) continue;
    if (/^[第共\d\s页，,、]+$/u.test(put) && saysPage.test(window.slice(stretch.end))) continue;
    if (goesOn.test(window.slice(stretch.end)) || (steps.test(put) && site.test(window.slice(0, stretch.start)))) continue;
    const piece = { start: from + stretch.start, end: from + stretch.end };
    if (!isConfirmed(text, piece, 'likely') || isToldInSentence(text, piece)) continue;
    found.push(piece);
    at = piece.end;
  }
  return found;
}

/**
 * What words, brackets and the table of furniture find goes only where the networks do not take it for the text's. Nearly all that they find
 * in speeches of collections is the text's own, and by its odds it lies far from what is a page's. Less is asked of what names a seller.
 */
const leastOdds = { likely: -1, named: -3 };

export function isConfirmed(text: string, piece: Piece, kind: keyof typeof leastOdds): boolean {
  return stretchOdds(text, piece) >= leastOdds[kind];
}

/** As many characters around a word show whether the rest is worth the while. */
const near = 8;
const leastNear = 3;

function mayBePages(text: string, at: number): boolean {
  return likelihoodAround(foldForStretches(text.slice(Math.max(0, at - near), at + near + 2))) >= leastNear;
}

/** `约1/4的…`, `（按姓氏笔画排列）王大山 李…`: what is no page's, however much it looks like one. */
const never = /^[\d\s]+\/[\d\s]+$|如下[:：]|如下$|文章全文$|相关报道$|[览载]或|^[\u4e00-\u9fff]{1,3}$|(?:\s[\u4e00-\u9fff（）]{2,7}){4}|(?:鼓掌|掌声|笑声|序排列|稿)[）)]$/u;

/** A stretch that is hardly Chinese: an address, a page's number, the name of a format. */
const latin = /www|\.c(?:om|n)|[-—–=~·.]{2}\s?\d|^[-—–=~·.]\s?\d{1,3}\s?[-—–=~·.]$|\d\s?[-—–=~·.]{2}|page|word|docx?|pdf|vip|app|第|页|图|[%％]/iu;

function balanced(words: string): boolean {
  return [...'（【[(《“'].every((open, index) => words.split(open).length === words.split('）】])》”'.charAt(index)).length);
}

/** A text that sends its hearers to an address says so. */
const sends = /(?:登[录陆]|访问|网址|网站|邮箱|地址|平台|打开|输入|查询|下载|@)[^，。；]{0,12}$/u;

/** `翻到第3页的那张表` */
const saysPage = /^\s?[的上中里有都]/u;

/** `请登录县里的平台，点击在线报名` */
const steps = /^(?:点击|打开|选择|进入)/u;
const site = /(?:登[录陆]|平台|网站|系统|网址)[^。；]{0,16}$/u;

/** `阅读全文以后再发表意见` */
const goesOn = /^(?:以后|之后|以前|之前|的时候)/u;

function isPages(words: string, stretch: number, saved: boolean): boolean {
  if (never.test(words) || !balanced(words) || (countHan(words) * 3 < words.length && !latin.test(words))) return false;
  const score = scoreOnce(words);
  if (score >= leastLikely.score) return true;
  if (stretch < (saved ? leastStretch.saved : leastStretch.plain)) return false;
  if (score >= (saved ? leastScore.saved : leastScore.plain)) return true;
  return stretch >= sure ? score >= leastOfSure : stretch >= leastTitle && isGenreTitle(words);
}
