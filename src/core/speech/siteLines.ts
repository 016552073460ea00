import type { Problem } from '../contracts.ts';
import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { isSet } from './looseOrdinals.ts';
import { isPageNumber } from './pageMarks.ts';
import { readOrdinal } from './ordinals.ts';
import { findCoverLetter } from './coverLetter.ts';
import { readAuthorLine, readAuthorName } from './authorLine.ts';
import { keepWithin, partSentences, rejoin } from './edgeSentences.ts';
import { findFellowLines } from './fellowLines.ts';
import { isForeign, isForeignSentence } from './foreignText.ts';
import { furnitureScore, pageScore } from './furnitureScore.ts';
import { findEdges, isOwnLabel } from './pageEdges.ts';
import { tellPagesLines } from './pageNet.ts';
import { endsHard, endsSentence, startsInside } from './punctuation.ts';
import { removeBlock, type RemovalCode } from './removal.ts';
import { findSeriesLines } from './seriesLines.ts';
import { findSignedLines } from './signedLines.ts';
import { isSignature, isSpeakerLine } from './signature.ts';
import { findNarrations, type Narration } from './speechFrame.ts';
import { announcesText, countLicenceWords, countSiteWords, isEditorsNote, isMenuWord, isSiteLine, opensLicence, sureFurniture } from './siteChrome.ts';
import { sliceBlock, type Block, type Piece } from './sourceText.ts';
import { isGenreTitle, isLabelled, undecorated } from './title.ts';

export interface OwnLines {
  readonly lines: readonly Block[];
  /** Those that hardly anything but the text would say there. */
  readonly sure: ReadonlySet<Block>;
}

/** Takes menus, breadcrumbs, download notes and licences out, line by line and by what stands around them. */
export function removeSiteLines(all: readonly Block[], removed: Problem[]): OwnLines {
  // What the format tells to be furniture must not part the lines of the text from each other.
  const told = all.filter((line, index) => line.hint?.furniture === true || headsFurniture(all, index));
  for (const line of told) removed.push(...removeBlock('page-furniture', line));
  const parted = partSentences(told.length === 0 ? all : withoutTold(all, told));
  const { lines } = parted;
  const judged = judgeByRules(lines, told);
  const { verdicts, below, title } = judged;
  const texts = lines.map(({ text }) => text);
  const narrations = findNarrations(texts);
  const odds = tellPagesLines(lines, judged, narrations);
  const opener = lines.findIndex(({ text }, index) => index >= below && opensLicence(text));
  const licence = opener < 0 ? lines.length : opener;
  const structured = lines.some(isAmid);
  const untouched = told.length === 0 && verdicts.every((verdict) => verdict === null);
  const bare = !lines.some(isText);
  const announced = verdicts.some((verdict) => verdict !== null) || odds.some((each) => each >= leastInWords) ? findAnnounced(lines) : new Set<number>();
  const kept: Block[] = [];
  const sure = new Set<Block>();
  const letter = findCoverLetter(texts);
  const listed = findListed(texts, odds);
  const series = odds.some((each) => each >= leastInWords) ? findSeriesLines(lines) : new Set<number>();
  const isOwn = (index: number): boolean => index < licence && (verdicts[index] ?? null) === null && (odds[index] ?? 0) < leastInWords;
  const asked = !untouched || odds.some((each) => each >= leastInWords);
  const signed = asked ? findSignedLines(lines, isOwn) : new Set<number>();
  const fellows = asked ? findFellowLines(lines, { odds, isOwn }) : new Set<number>();
  const foreign = isForeign(lines);
  const headed = texts.filter((text) => marksHeading.test(text)).length >= leastHeadings;
  /** The line of the text that stands nearest above: running heads and numbers of pages part its sentences. */
  const aboveOf = (index: number): number => {
    for (let above = index - 1; above >= index - farthestAbove; above -= 1) if (isOwn(above) && !isPageNumber(texts[above] ?? '')) return above;
    return index - 1;
  };
  /** `…打下面几|个重点。↓↓↓更多图片点这里↓↓↓`: the sentence of the line above ends in the line. */
  const endsAbove = (index: number): boolean => /^[^。！？]{1,40}。/u.test(texts[index] ?? '') && /[，、；。]/u.test(texts[aboveOf(index)] ?? '') && isInside(lines, index, aboveOf(index));
  const codes = lines.map((line, index): RemovalCode | null => {
    const verdict = verdicts[index] ?? null;
    if (foreign && isForeignSentence(line.text)) return null;
    if (index < letter) return verdict ?? 'site-chrome';
    if ((odds[index] ?? 0) < leastForOwn && takesLeave(line.text) && !isSiteLine(line.text)) return null;
    if ((odds[index] ?? 0) < leastAgainstSpeaker && (isSpeakerBelowTitle(lines, index) || (index < furthestNote && line.text.length <= longestTitle && takenDown.test(line.text)))) return null;
    if (headed && marksHeading.test(line.text) && !isSiteLine(line.text)) return null;
    if (!untouched && isMailsCall(texts, index)) return 'site-chrome';
    if (isNamedBelowTitle(lines, index) && (odds[index] ?? 0) < leastForOwn) return null;
    if ((signed.has(index) || (line.ordinal !== undefined && isSet(line.ordinal)) || (fellows.has(index) && (odds[index] ?? 0) < leastOfFellows)) && !isSiteLine(line.text)) return null;
    // Numbers of pages are taken out later, with what they cut.
    if ((verdict === null && (odds[index] ?? 0) < leastInWords) || isPageNumber(line.text) || isOwnAddress(lines, index)) return null;
    if ((odds[index] ?? 0) < leastForOwn && !isSiteLine(line.text) && (isDayBelowSignature(lines, index) || saysLabelAgain(lines, odds, index))) return null;
    // A licence is in the words of laws: that it is none only its rules can tell.
    return (title.has(index) || headsArticle(lines, index)) && (odds[index] ?? 0) < leastAgainstTitle ? null : index >= licence ? verdict : weigh({ verdict, odds: odds[index] ?? 0, line, whole: isText(line) && endsHard(line.text), told: isTold(lines, index) || announced.has(index), structured, bare, untouched, headsText: isPlainHan.test(line.text) && isText(lines[index - 1]), amid: isText(lines[index - 1]) && isText(lines[index + 1]), inside: isInside(lines, index, aboveOf(index)), piece: isLink(lines, index), labels: isLabelled(line.text) && isOwnLabel(texts, index), listed: listed.has(index), alike: series.has(index), first: index === 0, narration: narrations.each[index] ?? null });
  });
  if (asked) for (const index of [...findLiftedQuotes(lines, isOwn), ...findCaptions(lines)]) codes[index] ??= 'site-chrome';
  const amidRow = findTitleAmid(lines, codes);
  const lost = amidRow === null ? findLostTitle(lines, codes, (index) => (verdicts[index] ?? null) === null && (odds[index] ?? 0) < leastAgainstOnly) : -1;
  if (lost >= 0) codes[lost] = null;
  keepWithin(codes, parted);
  lines.forEach((line, index) => {
    const code = codes[index] ?? null;
    const own = code !== null && (index === below || endsAbove(index)) ? speechBefore(line) : 0;
    if (code === null) {
      kept.push(line);
      if ((odds[index] ?? 0) < mostToKeep) sure.add(line);
    } else if (amidRow?.index === index) {
      kept.push(sliceBlock(line, amidRow));
      for (const span of [{ start: 0, end: amidRow.start }, { start: amidRow.end, end: line.text.length }]) removed.push(...removeBlock(code, sliceBlock(line, span)));
    } else {
      if (own > 0) kept.push(sliceBlock(line, { start: 0, end: own }));
      removed.push(...removeBlock(code, sliceBlock(line, { start: own, end: line.text.length })));
    }
  });
  return rejoin({ lines: kept, sure }, parted);
}

function withoutTold(all: readonly Block[], told: readonly Block[]): Block[] {
  const gone = new Set(told);
  return all.filter((line) => !gone.has(line));
}

/** Below it the last head of a text is its own, though only lists of the page stand below it. */
const leastEmptyHead = -2;

/** `还有这些`: a head below the text with nothing under it but what the format tells to be the page's. */
function headsFurniture(lines: readonly Block[], index: number): boolean {
  const line = lines[index];
  if ((line?.hint?.level ?? 0) < 2 || index === lines.length - 1 || line === undefined || line.text.startsWith('附')) return false;
  for (let below = index + 1; below < lines.length; below += 1) if (lines[below]?.hint?.furniture !== true) return false;
  return furnitureScore(line.text) >= leastEmptyHead;
}

/** Below these odds a line stays though a rule takes it for the page's. */
const mostToKeep = -1.2;
/** The same between two paragraphs of a text, in words that no rule knows: a head of its own. */
const mostAmid = -0.3;
/** The same of what says that the text follows. */
const mostNote = -5;
/** The same of what reads like a paragraph of a text. */
const mostWhole = 4.6;
/** The same on a page whose structure told its text: what the rules still find there is seldom text. */
const mostAmidStructure = -2.5;

/** A longer line may hold a whole text that lost its breaks, and only its two ends are looked at. */
const longest = 220;

/** From these odds on a line goes though no rule says so; a line in the words of pages, by the table that has seen whole ones, goes from lower ones on. */
const leastToRemove = -0.8;
const leastInWords = -0.8;
const pagesWords = 1;
/** What reads like a sentence of the text takes more, a paragraph most. */
const leastForSentence = 0;
const leastForParagraph = 0.7;
const longParagraph = 90;
const mostOfText = 0;
/** So does a plain line below a paragraph, which may be a head, and any line where the rules find nothing of a page. */
const moreForHead = 0.7;
const moreUntouched = 3;
/** There, what stands between two paragraphs or is a single word heads something. */
const moreUntouchedAmid = 1.8;
const moreInside = 0.6;
/** What reads like a text's and ends the sentence of the line above takes far more. */
const moreToEnd = 2.2;
const mostOfEnd = -2.4;
/** `下|面我讲两点，development of the national eco-|nomy也要提一句`: a row that goes on in Latin letters takes as much as a title. */
const goesOnInLatin = /^[\u4e00-\u9fff][^。！？]{0,30}，[^。！？]*[A-Za-z]-?$/u;
/** As many lines of a page part a sentence. */
const farthestAbove = 3;
/** And what counts, as heads do, or thanks those who listened. */
const moreForItem = 1;
const thanks = /谢谢(?:大家|各位|同志们)?[！。!.]?$/u;
/** A line whose first sentence of several reads so much like a text's takes as much. */
const mostOfFirst = -2.5;
const leastForGlued = 0.7;
/** `祝同学们学习进步！谢谢大家！`, 我就讲这些: below what opens a footer too a speech takes leave. */
const leave = /^(?:我(?:的(?:讲话|发言|话|党课|汇报))?就?先?(?:讲|说|谈|到)到?(?:这里|这些|这儿|此)|(?:最后，?)?祝(?:大家|各位|同志们|愿|同学们|老师们|乡亲们))/u;
const leaveOfPage = /阅读|浏览|使用|购物|下载|观看/u;
function takesLeave(text: string): boolean {
  return (thanks.test(text) || leave.test(text)) && !leaveOfPage.test(text);
}
/** `主讲人：…` right below a title, or the day below it, over an address. */
const speakerLabel = /^(?:主讲|讲话|发言|演讲|报告|竞聘|述职|致辞|宣讲|授课|讲课|主持)人[：:]\s?[\u4e00-\u9fff·]{2,8}$/u;
const leastAgainstSpeaker = 7;
/** `（2023年2月9日 根据录音整理）` */
const takenDown = /[（(][^（()）]{0,24}(?:根据录音|录音整理|记录稿|有删节|节选)[^（()）]{0,8}[)）]$/u;

/** What a plain document begins with. */
const leastForFirst = 1.5;
/** Who wrote it, a list that the text announces, a label, a word, a piece of a sentence, what Markdown heads, and most of all its title. */
const leastForOwn = 3;
const leastAgainstTitle = 4;
/** What no rule takes for the page's may be a title that names no genre, where none stays. */
const leastAgainstOnly = 0.5;
/** And what several others are made like, each above a paragraph of the text. */
const leastAlike = 4.5;
/** What stands as several lines of the text do takes more too. */
const leastOfFellows = 2.4;

/** What somebody else may tell takes hardly more than a line of a page where it stands apart from the speech, more among its lines, and may be longer. */
const leastForNarrated: Readonly<Record<NonNullable<Narration>, number>> = { apart: -0.4, among: 0.5 };
const longestNarrated = 400;
/** Where the rules find nothing of a page, of what reads like a text, and there between two paragraphs. */
const moreUntouchedText = 2.2;
const moreUntouchedTextAmid = 1;

interface Weighing {
  readonly verdict: RemovalCode | null;
  readonly odds: number;
  readonly line: Block;
  /** The format's structure tells what the line is: more than its neighbours do. */
  readonly told: boolean;
  /** The structure of a page told its text; what the rules still find there is none. */
  readonly structured: boolean;
  /** No line is a paragraph: there is no text by which to tell a page. */
  readonly bare: boolean;
  /** The rules find nothing of a page in the document. */
  readonly untouched: boolean;
  /** It may be a head or the end of the text: plain words below a paragraph that reads like one. */
  readonly headsText: boolean;
  /** It reads like a paragraph of a text itself. */
  readonly whole: boolean;
  /** It stands between two such paragraphs. */
  readonly amid: boolean;
  /** It goes on with a sentence of the line above. */
  readonly inside: boolean;
  /** It is a word that the text quotes, on a line of its own. */
  readonly piece: boolean;
  /** It is one of the labels below the title: `主讲人：…`, `时间：…`. */
  readonly labels: boolean;
  /** It is one of several alike that the text announces: `今天的安排是：`. */
  readonly listed: boolean;
  /** It heads a paragraph as several others do that are made like it. */
  readonly alike: boolean;
  /** It begins the document. */
  readonly first: boolean;
  /** Whether somebody else than the speaker may tell it (`speechFrame.ts`). */
  readonly narration: Narration;
}

/** Below which odds a line stays that a rule takes for the page's. */
function mostOf(text: string, { structured, listed, whole, amid }: Pick<Weighing, 'structured' | 'listed' | 'whole' | 'amid'>): number {
  if (isEditorsNote(text)) return mostNote;
  const known = isSiteLine(text);
  if (listed && !known) return leastForOwn;
  if (structured) return mostAmidStructure;
  if (known) return mostToKeep;
  return whole ? mostWhole : amid ? mostAmid : mostToKeep;
}

function weigh({ verdict, odds, line: { text }, whole, told, structured, bare, untouched, headsText, amid, inside, piece, labels, listed, alike, first, narration }: Weighing): RemovalCode | null {
  if (told) return verdict;
  if (inside && goesOnInLatin.test(text) && odds < leastAgainstTitle) return null;
  if (alike && verdict === null && odds < leastAlike) return null;
  if (verdict !== null) return odds < mostOf(text, { structured, listed, whole, amid }) ? null : verdict;
  // Where neither a rule nor a paragraph tells a page from a text nothing goes. Of what holds no word the networks must be sure, and …… leaves out a part of the text.
  if ((bare && (untouched || odds < leastForOwn)) || piece || odds < leastInWords || text.length > (narration === null ? longest : longestNarrated) || (/^\P{L}*\d\P{L}*$|^\p{P}+$/u.test(text) && (odds < leastForOwn || /^[…. ·]+$/u.test(text)))) return null;
  // What a page glued behind a sentence of the text is looked for within the line.
  if (mostOfFirst > furnitureScore(/^[^。！？]{8,}[。！？](?=.{4})/u.exec(text)?.[0] ?? text) && /[。！？].{4}/u.test(text) && odds < (narration === null ? leastForGlued : leastForNarrated[narration])) return null;
  if (untouched && first && odds < (narration === null ? leastForFirst : leastForNarrated[narration])) return null;
  if (labels && (untouched || odds < leastAgainstTitle)) return null;
  if (odds < leastForOwn && (listed || goesOn.test(text) || (isWord.test(text) && (untouched || pageScore(text) < mostOfWord)) || marksHead.test(text) || readAuthorLine(text) !== null || readAuthorName(text) !== null || isSpeakerLine(text))) return null;
  return odds < leastFor(text, { untouched, amid, narration }) + (headsText ? moreForHead : 0) + (!inside ? 0 : text.endsWith('。') && furnitureScore(text) < mostOfEnd ? moreToEnd : moreInside) + (readOrdinal(text, 0) !== null || isLooseItem.test(text) || thanks.test(text) ? moreForItem : 0) ? null : 'site-chrome';
}

/** From which odds on a line that no rule names goes, by its words and by what shows a page. */
function leastFor(text: string, { untouched, amid, narration }: Pick<Weighing, 'untouched' | 'amid' | 'narration'>): number {
  const inPagesWords = pageScore(text) >= pagesWords;
  const reads = furnitureScore(text) < mostOfText;
  const least = inPagesWords ? leastInWords : reads ? leastForText(text, narration) : untouched && endsHard(text) ? leastForSentence : leastToRemove;
  if (!untouched || narration === 'apart') return least;
  const word = isWord.test(text);
  if (!reads || inPagesWords || (narration === null && !endsHard(text))) return least + moreUntouched + (amid || word ? moreUntouchedAmid : 0);
  return least + moreUntouchedText + (amid ? moreUntouchedTextAmid : 0) + (word ? moreUntouchedAmid : 0);
}

/** The same of what reads like a text. */
function leastForText(text: string, narration: Narration): number {
  if (narration !== null) return leastForNarrated[narration];
  if (text.length > longParagraph) return leastForParagraph;
  return endsHard(text) ? leastForSentence : leastToRemove;
}

/** 严, 求实 and 【重点工作】 head parts of a speech, （敬礼） and （略） stand in it. */
const isWord = /^(?:[\u4e00-\u9fff]{1,4}|【[\u4e00-\u9fff]{2,10}】|[（(][\u4e00-\u9fff]{2,4}[）)])$/u;
/** `》和《`, a piece of a sentence between two titles that were links. */
const goesOn = /^[》」』”’，。、；）]|[《「『“‘（]$/u;
/** `## 团结和胜利`, `> 附：…` */
const marksHead = /^(?:#{1,6}|>) /u;
/** Several of them are Markdown in a file of another name. */
const marksHeading = /^#{1,6} [^#]+$/u;
const leastHeadings = 3;
/** Of what reads no more like a page's. */
const mostOfWord = -1;
/** 四 结 论 */
const isLooseItem = /^[一二三四五六七八九十]{1,3}[ \u3000]/u;

/** 关于客户, not 2024-05-06 12:00 and not 上一页 | 下一页. */
const isPlainHan = /^[\u4e00-\u9fff*，。！]+$/u;

/** `篇二：在防汛总结会上的讲话` over an address. */
function headsArticle(lines: readonly Block[], index: number): boolean {
  const next = lines[index + 1]?.text ?? '';
  return (readAddress(next, 0) > 0 || called.test(next)) && isGenreTitle(lines[index]?.text ?? '');
}

/** `各位放映员：` right below a title is an address, whoever is called. */
const called = /^(?:各位|(?:尊|敬|亲)[敬爱]的)[^，。；：:]{1,14}[：:！]$/u;

function isText(line: Block | undefined): boolean {
  return line !== undefined && countHan(line.text) >= leastOfText && furnitureScore(line.text) < likelyText;
}

/** `水务局局长 麦大河` between a title and the address below it, or the day between: who speaks, whatever the name. */
function isNamedBelowTitle(lines: readonly Block[], index: number): boolean {
  const { text = '' } = lines[index] ?? {};
  const next = lines[index + 1]?.text ?? '';
  const below = bracketedDay.test(next) ? (lines[index + 2]?.text ?? '') : next;
  return postAndName.test(text) && (furnitureScore(text) < likelyFurniture || headsPaper.test(text)) && isGenreTitle(lines[index - 1]?.text ?? '') && (called.test(below) || (below !== '' && readAddress(below, 0) >= below.length));
}

/** Who heads a paper is no editor of the page. */
const headsPaper = /^(?:副?总编辑|副?主编)[ \u3000]/u;
const postAndName = /^[\u4e00-\u9fff、]{2,20}[ \u3000]+[\u4e00-\u9fff·]{2,4}$/u;

const date = '(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日';
const day = new RegExp(`^${date}$`, 'u');
const bracketedDay = new RegExp(`^[（(]?${date}[)）]?$`, 'u');

/** `2021年9月2日` below whoever signed. */
function isDayBelowSignature(lines: readonly Block[], index: number): boolean {
  return day.test(lines[index]?.text ?? '') && isSignature(lines[index - 1]?.text ?? '') && !day.test(lines[index - 1]?.text ?? '');
}

function isSpeakerBelowTitle(lines: readonly Block[], index: number): boolean {
  const { text = '' } = lines[index] ?? {};
  const above = lines[index - 1]?.text ?? '';
  const speaks = speakerLabel.test(text) ? isGenreTitle(above) : day.test(text) && speakerLabel.test(above);
  return speaks && lines.slice(index + 1, index + 1 + nearAddress).some((below) => readAddress(below.text, 0) > 0);
}

/** `主持人：…` of a programme whose text has the label before: as much a part of it as the line above. */
function saysLabelAgain(lines: readonly Block[], odds: readonly number[], index: number): boolean {
  const name = label.exec(lines[index]?.text ?? '')?.[0];
  return name !== undefined && lines.some(({ text }, at) => at < index && text.startsWith(name) && (odds[at] ?? 0) < mostAmidStructure);
}

/** What a page lifts out of the paragraph beside it to be read first: `“谁守住渠口，谁就守住收成。”` */
const lifted = /^[“「『"]([^“”「」『』"]{8,60})[”」』"]$/u;

function findLiftedQuotes(lines: readonly Block[], isOwn: (index: number) => boolean): number[] {
  return lines.flatMap(({ text, hint }, index) => {
    const quote = hint?.table === true ? undefined : lifted.exec(text)?.[1]?.replace(/[。！？]$/u, '');
    const beside = quote === undefined ? [] : [index - 1, index + 1].filter((at) => isOwn(at) && (lines[at]?.text.length ?? 0) > 2 * text.length);
    return quote !== undefined && beside.some((at) => lines[at]?.text.includes(quote)) ? [index] : [];
  });
}

/** What stands below a page's picture: `图为新渠的渠口`, `渠口旧貌（老照片）`, `水系图（点击放大）`. */
const caption = /^图为[^。；]+$|[（(](?:点击[看可]?(?:放|查看)?大图?|(?:资料|历史|老)?(?:图片?|照片?)|漫画|配图|[^（()）]{0,8}摄)[）)]$/u;
const longestCaption = 30;

function findCaptions(lines: readonly Block[]): number[] {
  return lines.flatMap(({ text, hint }, index) => (index > 0 && hint?.table !== true && text.length <= longestCaption && caption.test(text) ? [index] : []));
}

/** As many short lines alike below one that ends with a colon, and is no address, are its list. */
const leastListed = 3;
const longestListed = 36;
/** A line above a list that is surely the text's. */
const mostOfAnnouncing = -1;

function findListed(texts: readonly string[], odds: readonly number[]): Set<number> {
  const listed = new Set<number>();
  const announcing = /[^：:]{2}[：:]$/u;
  for (let index = 1; index < texts.length; index += 1) {
    const before = texts[index - 1] ?? '';
    if ((odds[index - 1] ?? 0) > mostOfAnnouncing || !announcing.test(before) || readAddress(before, 0) > 0) continue;
    const begins = beginningOf(texts[index] ?? '');
    let to = index;
    while (to < texts.length && (texts[to]?.length ?? 0) <= longestListed && beginningOf(texts[to] ?? '') === begins && (to === index || !announcing.test(texts[to - 1] ?? ''))) to += 1;
    if (to - index >= leastListed) for (let at = index; at < to; at += 1) listed.add(at);
  }
  return listed;
}

/** What stands before the first word of a line, its numbers alike. */
function beginningOf(text: string): string {
  return (/^[^\p{L}]*/u.exec(text)?.[0] ?? '').replace(/\d+/gu, '0');
}

/** 同志们： is the speaker's own, whatever stands around it; 各位： of a mail stands above the title. */
function isOwnAddress(lines: readonly Block[], index: number): boolean {
  return isAddress(lines[index]?.text ?? '') && !lines.slice(index + 1, index + 1 + nearTitle).some((below) => isGenreTitle(below.text));
}

const nearTitle = 6;

function isAddress(text: string): boolean {
  const length = readAddress(text, 0);
  return length > 0 && length === text.length;
}

/** 各位： of a mail, above the title over the speech's own address. */
function isMailsCall(texts: readonly string[], index: number): boolean {
  if (index >= furthestNote || !isAddress(texts[index] ?? '') || texts.slice(0, index).some((text) => isGenreTitle(text) && !/[:：]/u.test(text))) return false;
  const below = texts.slice(index + 1, index + 1 + nearTitle);
  const title = below.findIndex((text) => isGenreTitle(text));
  return title >= 0 && texts.slice(index + title + 2, index + title + 2 + nearAddress).some(isAddress);
}

/** The speech's own address stands within as many lines below its title. */
const nearAddress = 3;

/** A title stands over the address within as many lines. */
const furthestTitle = 40;

/** A text all of whose titles went, and none by a rule that knows its words, keeps the one nearest to its address or, without one, to its first paragraph; −1 where one is left. */
function findLostTitle(lines: readonly Block[], codes: readonly (RemovalCode | null)[], isDoubted: (index: number) => boolean): number {
  const top = lines.slice(0, furthestTitle);
  const addressed = top.findIndex(({ text }) => readAddress(text, 0) > 0);
  const address = addressed >= 0 ? addressed : top.findIndex((line, index) => codes[index] === null && isText(line));
  if (address < 0) return -1;
  const posted = addressed >= 0 ? -1 : findPosted(top, codes);
  if (posted >= 0) return posted;
  // Without an address it is the only line above the text that went.
  if (addressed < 0 && codes.slice(0, address).some((code, index) => (code === null) === (index === 0))) return -1;
  const above = lines.slice(0, address).map(({ text }) => undecorated(text).replace(/^(?:标题|题目)[:：]\s*/u, ''));
  const over = findOverSubtitle(above, codes);
  if (over >= 0) return over;
  if (above.every((_, index) => codes[index] === null) || above.some((text, index) => codes[index] === null && isGenreTitle(text))) return -1;
  // The line right above the address that the page says over again is the title, whatever it is called.
  const nearest = above.at(-1) ?? '';
  if (nearest.length >= leastSaidAgain && nearest.length <= longestTitle && above.slice(0, -1).some((text) => text.includes(nearest))) return above.length - 1;
  const named = above.findLastIndex((text, index) => isGenreTitle(text) && text.length <= longestTitle && !isSiteLine(text) && (furnitureScore(text) < likelyFurniture || saidAt.test(text) || above.indexOf(text) < index));
  if (named >= 0 || above.some((text, index) => codes[index] === null && !isLabelled(text))) return named;
  // Where labels alone stay above the text one of those that went heads them.
  return above.findLastIndex((text, index) => codes[index] !== null && isDoubted(index) && plainTitle.test(text));
}

/** `守住初心本色 做新时代合格党员`, which rows of a page part from its subtitle `——在…党课上的讲稿`; −1 where the title stays or there is none. */
function findOverSubtitle(above: readonly string[], codes: readonly (RemovalCode | null)[]): number {
  const subtitle = above.findIndex((text, index) => codes[index] === null && /^[—–]/u.test(text) && isGenreTitle(text));
  if (subtitle <= 0 || codes.slice(0, subtitle).includes(null)) return -1;
  return above.slice(0, subtitle).findLastIndex((text) => plainTitle.test(text) && furnitureScore(text) < 0 && !isSiteLine(text) && !isMenuWord(text));
}

/** `发表于 2017-02-12`, `2018-05-19` below the title of what somebody posted. */
const postedOn = /^(?:发表于|发布于|发布时间|创建于|更新于|分类于|Posted on|Published)|^(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?/u;
const leastPosted = 2;
const longestPosted = 40;

/** The line above the day on which a text was posted, where nothing stays above it and it is no word of a menu; −1 where there is none. */
function findPosted(top: readonly Block[], codes: readonly (RemovalCode | null)[]): number {
  const day = top.slice(0, Math.max(0, codes.indexOf(null))).findLastIndex((line) => postedOn.test(line.text));
  const title = top[day - 1]?.text ?? '';
  const named = title.length >= leastPosted && title.length <= longestPosted && /\p{Script=Han}/u.test(title) && !isMenuWord(title) && !isSiteLine(title) && !postedOn.test(title) && furnitureScore(title) < likelyFurniture;
  return named ? day - 1 : -1;
}

const plainTitle = /^[\u4e00-\u9fff“”《》、　 ]{6,30}$/u;

/** `在…|会上的讲话` */
const ofOccasion = '(?:会|式|班|礼|课|节|上)上?的(?:讲话|发言|致辞|主持词|总结|报告)';

/** `字号：大 中 小 |在…大会上的讲话| 语音播报`: where no title stays above the text, the one that a page's row holds. */
const titleInRow = new RegExp(`(?<=^|[\\s】》＞>›|：:.])[\\u4e00-\\u9fff]{0,6}在[^，。：:；|\\s]{4,40}${ofOccasion}(?=$|[\\s【（([_|-])`, 'gu');

function findTitleAmid(lines: readonly Block[], codes: readonly (RemovalCode | null)[]): (Piece & { readonly index: number }) | null {
  const top = lines.slice(0, furthestTitle);
  const first = top.findIndex((line, index) => codes[index] === null && (isText(line) || readAddress(line.text, 0) > 0));
  if (codes.slice(0, Math.max(0, first)).includes(null)) return null;
  for (let index = first - 1; index >= 0; index -= 1) {
    const found = codes[index] === null ? undefined : [...(lines[index]?.text ?? '').matchAll(titleInRow)].at(-1);
    if (found === undefined) continue;
    // The text may say it itself, at the beginning of its line or below a lead.
    const said = found[0].slice(found[0].indexOf('在'));
    return top.some(({ text }, at) => codes[at] === null && text.slice(0, longestTitle).includes(said)) ? null : { index, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

/** Whatever kind of words stands in it. */
const saidAt = new RegExp(`^在[^，。：；|]{4,40}${ofOccasion}$`, 'u');

const leastSaidAgain = 8;

const longestTitle = 70;

/** As many headlines above that stand again over a text of their own are a digest's. */
const leastAnnounced = 3;
const shortestHeadline = 8;
const likelyText = -3;
const leastOfText = 25;

function findAnnounced(lines: readonly Block[]): Set<number> {
  const last = new Map<string, number>();
  lines.forEach(({ text }, index) => {
    if (text.length >= shortestHeadline && text.length <= longest) last.set(text, index);
  });
  const found = new Set<number>();
  lines.forEach(({ text }, index) => {
    const again = last.get(text) ?? index;
    const below = lines[again + 1]?.text ?? '';
    if (again > index && below.length > text.length && (last.get(below) ?? again + 1) === again + 1 && furnitureScore(below) < likelyText) found.add(index).add(again);
  });
  // What stands above the first of them is the digest's own name.
  if (found.has(1)) found.add(0);
  return found.size >= 2 * leastAnnounced ? found : new Set();
}

function isTold(lines: readonly Block[], index: number): boolean {
  const hint = lines[index]?.hint;
  return hint?.amid === true || hint?.table === true || (hint?.level ?? null) !== null || hint?.joins === true || lines[index + 1]?.hint?.joins === true;
}

export interface Judged {
  readonly verdicts: readonly (RemovalCode | null)[];
  readonly below: number;
  readonly title: ReadonlySet<number>;
}

/** What the rules take for the page's, line by line, the title's lines, and the first line of what stands below the text. */
export function judgeByRules(lines: readonly Block[], apart: readonly Block[] = []): Judged {
  const { above, below: foot, evidence, title, headed } = findEdges(lines, apart);
  const below = Math.max(foot, lines.findLastIndex(isAmid) + 1);
  const listed = findLabels(lines);
  // A document that begins with its text begins with its title.
  const least = evidence >= leastEvidence * 2 ? likelyFurniture / 2 : evidence >= leastEvidence ? likelyFurniture : sureFurniture;
  const verdicts = lines.map((line, index): RemovalCode | null => {
    const tabled = line.hint?.table === true;
    const edge = index < 15 || index >= lines.length - 15;
    // What a format or a page says to be its title is the text's, whatever it reads like.
    if ((line.hint?.level === 1 || headed.has(index)) && index < below) return null;
    if (index === below) return countLicenceWords(line.text.slice(speechBefore(line))) > 0 ? 'licence' : 'site-chrome';
    if (index > below) return countLicenceWords(line.text) > 0 ? 'licence' : 'site-chrome';
    if (isAmid(line)) {
      if (!tabled && !listed.has(index) && (isSiteLine(line.text) || isFurniture(line, sureFurniture)) && !isLink(lines, index)) return 'site-chrome';
    } else if (above.has(index) || (!tabled && (isSiteLine(line.text) || isFurniture(line, index === 0 && evidence < leastEvidence ? Infinity : isInside(lines, index) ? sureFurniture : least)) && !isLink(lines, index))) return 'site-chrome';
    if (index < furthestNote && (isEditorsNote(line.text) || (announcesText(line.text) && isGenreTitle(lines[index + 1]?.text ?? '')))) return 'site-chrome';
    return edge && isLicence(line.text) ? 'licence' : null;
  });
  return { verdicts, below, title };
}

function isAmid(line: Block): boolean {
  return line.hint?.amid === true;
}

/** A label that comes back as often in a text is a list's: `票价：30元`, `地点：二号楼`. */
const leastLabels = 3;
const label = /^([\u4e00-\u9fff\s]{2,12})[:：]/u;

function findLabels(lines: readonly Block[]): Set<number> {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const name = isAmid(line) ? label.exec(line.text)?.[1]?.replace(/\s+/gu, '') : undefined;
    if (name !== undefined) places.set(name, [...(places.get(name) ?? []), index]);
  });
  return new Set([...places.values()].filter((indices) => indices.length >= leastLabels).flat());
}

/** An editor's note stands within as many lines. */
const furthestNote = 15;

/** A law on copyright holds the words of a licence too, and a whole speech on one line may hold some of them. */
const leastForLicence = -4;
const densestText = 80;

function isLicence(text: string): boolean {
  const words = countLicenceWords(text);
  return words >= 3 && words * densestText >= countHan(text) && furnitureScore(text) > leastForLicence;
}

/** Longer lines of a page stand at its edges. */
const longestAmid = 80;
/** Where as many lines show that the text was saved with its page, less is asked of those amid the text. */
const leastEvidence = 3;
const likelyFurniture = 2;

function isFurniture({ text, hint }: Block, least: number): boolean {
  if (text.length > longestAmid || (hint?.level ?? null) !== null || furnitureScore(text) < least || isLabelled(text) || isSignature(text) || readAuthorLine(text) !== null) return false;
  // What a site stamped into a sentence does not make the sentence its own.
  const plain = text.replace(/[（(【[][^（()）】\]]*[)）】\]]/gu, '');
  return countHan(plain) < 6 || furnitureScore(plain) >= least / 2;
}

/** A row of a narrow column goes on with a sentence; it is a piece, and reads like anything. */
function isInside(lines: readonly Block[], index: number, above = index - 1): boolean {
  const before = lines[above]?.text ?? '';
  const line = lines[index];
  return line?.indented === false && !line.apart && before.length >= 12 && before.length * 1.3 >= line.text.length && !endsSentence(before) && furnitureScore(before) < 0;
}

/** A word of a sentence that a converter put on a line of its own, as it does with links and with the 2.5 of PM2.5: `…加强\n互动交流\n，…`. */
function isLink(lines: readonly Block[], index: number): boolean {
  const before = lines[index - 1]?.text ?? '';
  if (/[A-Za-z]$/u.test(before) && /^\d[\d.]{0,3}$/u.test(lines[index]?.text ?? '')) return true;
  if ((lines[index]?.text.length ?? 0) <= 20 && /[“《（]$/u.test(before) && /^[”》）]/u.test(lines[index + 1]?.text ?? '')) return true;
  return (lines[index]?.text.length ?? 0) <= 8 && /\p{L}/u.test(lines[index]?.text ?? '') && (before.length >= 15 || /^[、，]/u.test(lines[index + 1]?.text ?? '')) && !endsSentence(before) && countHan(before) * 2 > before.length && startsInside(lines[index + 1]?.text ?? '');
}

/** `谢谢大家！|微信扫一扫…`: length of the sentences before the first that speaks for the site. */
function speechBefore({ text }: Block): number {
  let length = 0;
  for (const match of text.matchAll(/[。！？!?]+[”’」』）)]*/gu)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(length, end).trim();
    if ((countHan(sentence) < 3 && !/^(?:谢谢|散会|敬礼)/u.test(sentence)) || countSiteWords(sentence) > 0 || countLicenceWords(sentence) > 0 || isSiteLine(sentence)) break;
    length = end;
  }
  return length;
}
