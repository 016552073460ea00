import type { Author } from '../contracts.ts';
import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { readAuthorLine } from './authorLine.ts';
import { barePostWord, genreNote, genreWord, partOpeningLine, postWord } from './gluedOpening.ts';
import { isBareDay, readDate, readNameAndDay } from './days.ts';
import { foldDigits, readYear } from './numerals.ts';
import { readOrdinal } from './ordinals.ts';
import { isOrganisation, readOrganisation } from './organisations.ts';
import { isPersonName, nameCharacter as han, personName } from './personNames.ts';
import { sliceBlock, type Block } from './sourceText.ts';

/** What stands above a speech's first paragraph. */
export interface Opening {
  readonly title: string | null;
  readonly occasion: string | null;
  readonly organisation: string | null;
  readonly speaker: string | null;
  /** Who speaks, where the line that says so names a post as well. */
  readonly author: Author | null;
  readonly date: string | null;
  /** Blocks that the opening took, in their order; they stay in the clean text, a line each. */
  readonly lines: readonly Block[];
  /** What follows: the address and the body. */
  readonly rest: readonly Block[];
}

const genre = new RegExp(`${genreWord}${genreNote}$`, 'u');
/** 阿不都·买买提 */
const dottedName = `${han}{1,8}(?:[·•]${han}{1,8}){1,2}`;
const nameLine = new RegExp(`^(?:${dottedName}|(?:${han}|·)[\\s\\u3000]{0,3}(?:${han}|·){1,3}(?:[\\s\\u3000]{0,3}${han})?)$`, 'u');
const post = new RegExp(postWord, 'u');
const endsInPost = new RegExp(`${postWord}$`, 'u');
/** `某市科协主席　王 大 山` */
const nameApart = new RegExp(`^(.{2,}?)[\\s\\u3000]+(${dottedName}|(?:${han}|[*×Xx·]){2,4}|${han}(?:[\\s\\u3000]+${han}{1,2}){1,2})$`, 'u');
const endsInName = new RegExp(`(?:^|[\\s\\u3000])(?:${dottedName}|(?:${han}|[*×Xx]){2,4}|${han}(?:[\\s\\u3000]+${han}){1,2})$`, 'u');
/** `某市科协主席王大山`, `县长周平` */
const postThenName = new RegExp(`^(.{2,}${postWord}|${barePostWord})(${personName})$`, 'u');
const spoken = '的?.{0,6}(?:讲话|致辞|致词|报告|发言|演讲|讲稿|主持词|开幕词|闭幕词|总结)';
/** 青石一中 ends in 中 as well: what is followed by 上 goes before. */
const occasionForms = [new RegExp(`(?:^|[^现存])在(.{3,60}?|[年例晚]会)上${spoken}`, 'u'), new RegExp(`(?:^|[^现存])在(.{3,60}?)(?:时|中|期间)${spoken}`, 'u')];
const speakerForm = /^(.{0,14}?(?:书记|主席|主任|局长|市长|县长|区长|省长|校长|院长|会长|部长|厅长|秘书长|理事长|董事长|总经理|同志|总理))(?:同志)?在/u;
/** 周颖在…上的报告 */
const namedSpeaker = new RegExp(`^(${personName})(?:同志)?在`, 'u');
/** 县委书记周颖在…上的讲话 */
const postedSpeaker = new RegExp(`^.{0,20}?${postWord}(${personName})(?:同志)?在`, 'u');
/** `主讲人：王大山`, `时间：2024年5月30日`, `地点：…` between title and body. */
const label = /^(?:(主讲人|讲话人|发言人|报告人|演讲人|致辞人|述职人|汇报人|讲话者|姓名)|((?:讲话|会议|发言)?(?:时间|日期))|((?:会议)?(?:地点|名称|主题|主持人?)|场合|(?:参加|出席|列席|与会|缺席)(?:人员|单位|领导)?|记录人?|整理人?))\s*[:：]\s*(.{1,60})$/u;
const enactment = /^[（(]?(\d{4}年\d{1,2}月\d{1,2}日).{0,80}(?:公布|通过|发布|修订|修正|施行|批准|印发)/u;
const note = /^[（(【[][^（()）】\]。]{2,20}[)）】\]]$/u;

/** Reads title, subtitle, date and speaker off the first blocks, and parts a title from the address glued to it. */
export function readOpening(given: readonly Block[]): Opening {
  let blocks = given;
  const lines: Block[] = [];
  const titles: string[] = [];
  let holder: Author | null = null;
  let organisation: string | null = null;
  let date: string | null = null;
  let index = 0;
  let rest: Block[] = [...blocks];
  // What a page shows above its one heading is no title, and stays in the text.
  const heading = findSoleHeading(blocks);
  const top = titleLevel(blocks);
  for (; index < heading; index += 1) {
    const block = blocks[index];
    if (block !== undefined) lines.push(block);
  }
  if (heading > 0) rest = blocks.slice(heading);
  for (; index < Math.min(blocks.length, 10); index += 1) {
    const block = blocks[index];
    if (block === undefined || block.hint?.table === true) break;
    const { text } = block;
    if (readAddress(text, 0) > 0) break;
    const cuts = titles.length === 0 || genre.test(titles[titles.length - 1] ?? '') ? partOpeningLine(text, index === 0) : [];
    if (cuts.length > 0) {
      const parted = [...cuts, text.length].map((end, order) => sliceBlock(block, { start: cuts[order - 1] ?? 0, end }));
      blocks = [...blocks.slice(0, index), ...parted, ...blocks.slice(index + 1)];
      index -= 1;
      continue;
    }
    const found = readDate(text);
    const signed = lines.length > 0 ? readNameAndDay(text) : null;
    // Who speaks and when is no title, even where none stands above; 主题：… may be one.
    const told = label.exec(text);
    const labelled = lines.length > 0 || told?.[1] !== undefined || told?.[2] !== undefined ? told : null;
    if (signed !== null && (isPersonName(signed.name) || isPostAndName(signed.name) || (found === null && isName(signed.name)))) {
      date = signed.date;
      holder = isName(signed.name) ? named(signed.name) : readHolder(signed.name);
    } else if (found !== null) date = found;
    else if (labelled !== null) {
      const value = (labelled[4] ?? '').trim();
      if (labelled[1] !== undefined) holder = readAuthorLine(value) ?? (isPostAndName(value) ? readHolder(value) : { name: value, post: null });
      else if (labelled[2] !== undefined) date = readDate(value) ?? date;
    } else if (lines.length > 0 && enactment.test(text)) {
      // A law's title is followed by when it was made and changed; the first day is its own.
      date ??= readDate(enactment.exec(text)?.[1] ?? '');
    } else if (lines.length > 0 && (note.test(text) || isBareDay(text))) {
      // （根据录音整理） is said of the speech and no part of its title.
    } else if (titles.length === 0 && (block.hint?.level ?? null) === null && isMasthead(text, blocks[index + 1]?.text)) organisation ??= isOrganisation(text) ? text : null;
    else if (titles.length > 0 && isOrganisation(text) && !opensTitle(blocks[index + 1]?.text ?? '')) organisation ??= text;
    else if (lines.length > 0 && isName(text) && (block.hint?.level ?? null) === null) holder = named(text);
    else if (lines.length > 0 && (isPostAndName(text) || readAuthorLine(text) !== null)) holder = readHolder(text);
    else if (isTitleLine(block, titles.length === 0 ? top : null, blocks[index + 1])) {
      if (!repeats(titles[0] ?? '', text) || /文件$/u.test(titles[0] ?? '')) titles.push(text);
    }
    else break;
    lines.push(block);
    rest = blocks.slice(index + 1);
  }
  return finish({ titles, lines, rest, holder, organisation, date });
}

const longestTitleLine = 60;

/**
 * `中共青石市委宣传部　青石市教育局` above a title: who holds the meeting or issues the text. `below` is the next line; one name
 * alone is the first line of the title that goes on there.
 */
export function isMasthead(text: string, below: string | undefined): boolean {
  if (below === undefined || below.length > longestTitleLine || /^关于|[。；：:]$/u.test(below)) return false;
  const names = text.split(/[ \u3000]+/u);
  return names.every(isOrganisation) && (names.length > 1 || !opensTitle(below));
}

/** `枫桥县人民政府|关于表彰…的决定`: what stands above is the title's first line. */
function opensTitle(below: string): boolean {
  return /^(?:关于|在)/u.test(below) || genre.test(below);
}

/** Index of the one heading of the first level where only short lines stand above it; 0 where none does. */
function findSoleHeading(blocks: readonly Block[]): number {
  const first = blocks.findIndex((block) => block.hint?.level === 1);
  if (first <= 0 || first > 6 || blocks.some((block, index) => index > first && block.hint?.level === 1)) return 0;
  const text = blocks[first]?.text ?? '';
  if (readOrdinal(text, 0) !== null || text.length > 90 || /[。；！]$/u.test(text)) return 0;
  // A paper's own title may stand above the one heading that its writer marked.
  return blocks.slice(0, first).every((block) => block.text.length <= 40 && !genre.test(block.text) && !/[，。；！？]/u.test(block.text) && (block.hint?.level ?? null) === null) ? first : 0;
}

interface Draft {
  readonly titles: readonly string[];
  readonly lines: readonly Block[];
  readonly rest: readonly Block[];
  readonly holder: Author | null;
  readonly organisation: string | null;
  readonly date: string | null;
}

/** `在…会议|暨…动员会上的讲话`, `…大会上的|讲　话`: the lines of one title; others are titles of their own. */
function joinTitles(titles: readonly string[]): string {
  let joined = '';
  for (const line of titles) {
    const parted = /^(?:\S\s+)+\S$/u.test(line);
    const text = parted ? line.replace(/\s+/gu, '') : line;
    const goesOn = /的$/u.test(joined) || (parted && genre.test(text)) || (/(?:^|[^现存])在/u.test(joined) && !genre.test(joined) && genre.test(text) && !text.includes('在') && !/^[—–-]/u.test(text));
    joined += joined === '' || goesOn ? text : ` ${text}`;
  }
  return joined;
}

function finish({ titles, lines, rest, holder, organisation, date }: Draft): Opening {
  const all = joinTitles(titles);
  return {
    title: composeTitle(titles),
    occasion: readOccasion(all),
    organisation: readOrganisation(all) ?? organisation,
    speaker: holder?.name ?? titles.map(readSpeaker).find((found) => found !== null) ?? null,
    author: withPost(holder),
    date: date ?? readTitleYear(all),
    lines,
    rest,
  };
}

/** The title that the lines above a speech come to; `null` where there is none. */
export function composeTitle(titles: readonly string[]): string | null {
  const main = mainTitles(titles);
  return main.length === 0 ? null : withoutNumber(joinTitles(main).replace(/\s+/gu, ' '));
}

/** Without subtitles and without what stands above an official paper's title: 某县人民政府文件, 某政发〔2024〕8号. */
function mainTitles(titles: readonly string[]): string[] {
  const number = titles.findIndex((title) => /^[\u4e00-\u9fff]{2,10}[〔［[(（]\d{4}[〕］\])）]\s*(?:第\s*)?\d+\s*号$/u.test(title));
  const own = number >= 0 && number < titles.length - 1 ? titles.slice(number + 1) : titles;
  return own.filter((title, index) => index === 0 || !/^[—–-]{1,3}/u.test(title));
}

/** `篇一`, `范文2`, `第三篇`, `发言材料之一`: how a collection counts its texts; `材料一式三份` counts none. */
export const collectionNumber =
  '(?:(?:范文|篇|讲话稿|例文)\\s*[一二三四五六七八九十\\d]{1,3}|第\\s*[一二三四五六七八九十\\d]{1,3}\\s*篇|(?:发言|交流|经验|典型)?材料\\s*(?:之\\s*[一二三四五六七八九十]{1,3}|[（(][一二三四五六七八九十\\d]{1,3}|[一二三四五六七八九十\\d]{1,3})(?=[】\\])）\\s:：、．.]|$))\\s*[】\\])）]?';

const collected = new RegExp(`^[【[（(]?(?:${collectionNumber}(?:\\s*[:：、．.]\\s*|\\s+(?=[\u4e00-\u9fff]))|(?:标题|题目)\\s*[】\\])）]?\\s*[:：、．.]\\s*)`, 'u');

/** `1、在…会议上的讲话`: previews number their pages so. */
const firstPage = /^1\s*[、．.]\s*(?=\D)/u;

/** `篇一：在…上的讲话`, `材料一 在…上的讲话`, `标题：在…上的讲话`: how a collection counts its texts is no part of their titles. */
function withoutNumber(title: string): string {
  const plain = title.replace(collected, '').replace(firstPage, '');
  return plain.length >= 4 ? plain : title;
}

/** `XX书记在…`, `王大山同志在…`, `——王大山在…`: who spoke, as a title says. */
function readSpeaker(title: string): string | null {
  const plain = title.replace(/^[—–-]{1,3}\s*/u, '');
  const found = (namedSpeaker.exec(plain) ?? postedSpeaker.exec(plain) ?? speakerForm.exec(plain))?.[1] ?? null;
  return found === null ? null : found.replace(/同志$/u, '');
}

const copies = /^(?:抄送|抄报|主送|分送)\s*[:：]|^.{2,40}\d{4}年\d{1,2}月\d{1,2}日\s*(?:印发|翻印)$|^[\u4e00-\u9fff]{4,24}(?:办公室|[局委厅部])\s*翻印$|^（?此件(?:公开发布|主动公开|依申请公开)）?$/u;

/** What stands below a speech: `某市科协主席 王大山` and the date, in either order. */
export function readSignature(blocks: readonly Block[]): { speaker: string | null; author: Author | null; organisation: string | null; date: string | null; lines: number } {
  let holder: Author | null = null;
  let organisation: string | null = null;
  let date: string | null = null;
  let lines = 0;
  // 抄送：… and …印发 close an official paper, and are no part of what it says.
  while (lines < blocks.length - 1 && copies.test(blocks[blocks.length - 1 - lines]?.text ?? '')) lines += 1;
  const last = blocks.length - 1 - lines;
  for (let index = last; index >= Math.max(1, last - 2); index -= 1) {
    const text = blocks[index]?.text ?? '';
    const found = readDate(text);
    if (found !== null && date === null) date = found;
    else if (organisation === null && isOrganisation(text)) organisation = text;
    else if (holder === null && (isName(text) || (isPostAndName(text) && /\s/u.test(text)))) holder = readHolder(text);
    else break;
    lines += 1;
  }
  return { speaker: holder?.name ?? null, author: withPost(holder), organisation, date, lines };
}

/** The level of a heading that is the title: 1, or that of a page whose one highest heading stands above all others. */
function titleLevel(blocks: readonly Block[]): number {
  const levels = blocks.flatMap(({ hint }) => hint?.level ?? []);
  const highest = Math.min(...levels);
  return levels[0] === highest && levels.filter((level) => level === highest).length === 1 ? highest : 1;
}

/** `top` is the level of a heading that is the title; `null` where a title stands above. */
function isTitleLine(block: Block, top: number | null, next: Block | undefined): boolean {
  const { text } = block;
  const first = top !== null;
  if (block.hint !== null && block.hint.level !== null) return block.hint.level === top && (top === 1 || readOrdinal(text, 0) === null);
  if (text.length > (first ? 90 : 60) || /[。；，！!;,：:]$/u.test(text) || countHan(text) < 2) return false;
  if (readOrdinal(text, 0) !== null && !collected.test(text) && !(first && firstPage.test(text) && genre.test(text))) return false;
  if (/^[—–-]{1,3}(?!\d)/u.test(text)) return !first;
  if (genre.test(text) || (!first && genre.test(text.replace(/\s+/gu, '')))) return true;
  return first ? next !== undefined : text.length <= 40 && !/[。；！]/u.test(text) && (next?.text.length ?? 0) < 60;
}

/** `在…会议上的讲话`: a line that names what kind of text it heads. */
export function isGenreTitle(text: string): boolean {
  return text.length >= 6 && !/[，。；：]$/u.test(text.slice(-1)) && genre.test(spacedOut.test(text) ? text.replace(/ /gu, '') : text.trimEnd());
}

/** `在 全 县 防 汛 会 上 的 讲 话`, as typists set titles. */
const spacedOut = /^(?:[\u4e00-\u9fff] {1,2}){5,}[\u4e00-\u9fff]$/u;

export function isDateOrName(text: string): boolean {
  return readDate(text) !== null || isName(text) || isPostAndName(text);
}

/** `主讲人：王大山`, `地点：市会议中心`: a line of its own wherever the line above ends. */
export function isLabelled(text: string): boolean {
  return label.test(text);
}

/** A line that says over again what the title above says: the site's title over the document's own. */
function repeats(title: string, line: string): boolean {
  const plain = (text: string): string => text.replace(/[\s，,（）()《》“”"—–-]/gu, '');
  return plain(line).length >= 4 && plain(title).includes(plain(line));
}

/** Name and post of `某市科协主席　王 大 山`, `县长周平`, `周平（县长）`; the whole for a name where no name stands apart. */
function readHolder(text: string): Author {
  const plain = text.trim();
  const glued = postThenName.exec(plain);
  if (glued !== null) return { name: glued[2] ?? '', post: glued[1] ?? '' };
  const parted = nameApart.exec(plain);
  if (parted !== null && post.test(parted[1] ?? '')) return { name: (parted[2] ?? '').replace(/\s+/gu, ''), post: (parted[1] ?? '').trim() };
  return readAuthorLine(plain) ?? { name: text.replace(/\s+/gu, parted === null ? ' ' : ''), post: null };
}

function named(text: string): Author {
  return { name: text.replace(/\s+/gu, ''), post: null };
}

function withPost(holder: Author | null): Author | null {
  return holder === null || holder.post === null ? null : holder;
}

function isName(text: string): boolean {
  // 县长周平 is of four characters as well.
  return nameLine.test(text) && !postThenName.test(text) && (text.replace(/\s+/gu, '').length <= 4 || /[·•]/u.test(text)) && !genre.test(text.replace(/\s+/gu, '')) && !isOrganisation(text);
}

function isPostAndName(text: string): boolean {
  if (text.length > 40 || !post.test(text) || genre.test(text)) return false;
  return endsInName.test(text) || postThenName.test(text) || endsInPost.test(text);
}

/** The year that a title speaks of, or the day that it bears as eight digits: 《新闻简报》 (20260822). */
function readTitleYear(title: string): string | null {
  const day = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/u.exec(title);
  if (day !== null) return day.slice(1).join('-');
  const match = /([0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年/u.exec(foldDigits(title));
  const year = match === null ? null : readYear(match[1] ?? '');
  return year === null ? null : String(year);
}

export function readOccasion(title: string): string | null {
  const found = occasionForms.map((form) => form.exec(title)?.[1]).find((occasion) => occasion !== undefined);
  return found === undefined ? null : found.replace(/^(?:出席|参加)/u, '');
}

/** Source of a pattern: what a site calls a title by, in front of it, and its mark behind it. */
export const titleLabel = '(?:精品|推荐|热门|置顶|正文|原创|最新|精选|首发)\\s*[:：|｜丨]';
export const titleMark = '[·•]正文';

/** `在…会上的讲话|[图]`, `篇一：|在…会上的讲话`, `【正文】|在…会上的讲话|·正文`, `置顶 | |在…会上的讲话| 2021-03-26` */
const decorated = new RegExp(
  `^(?:【[^】]{1,8}】|${titleLabel}|【?篇[一二三四五六七八九十\\d]+】?\\s*[:：]?)\\s*|(?:${titleMark}|\\s*[[（(【][^\\]）)】]{1,8}[\\]）)】]|\\s+\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})$`,
  'gu',
);

/** A title without what a page put around it in its line. */
export function undecorated(text: string): string {
  return text.replace(decorated, '');
}
