import type { Author } from '../contracts.ts';
import { barePostWord } from './gluedOpening.ts';
import { isPersonName, nameCharacter as han } from './personNames.ts';
import { endsSentence } from './punctuation.ts';

const post =
  /(?:书记|主席|主任|局长|市长|县长|区长|省长|州长|校长|院长|所长|馆长|会长|部长|司长|秘书长|董事长|总经理|总裁|处长|科长|厅长|理事长|教授|院士|研究员|研究生|博士|记者|编辑|社长|主编|总编辑|总工程师|工程师|专员|委员|组长|队长|厂长|行长|庭长|检察长|讲师|代表)$/u;
const name = `${han}{2,4}|${han}[ \\u3000]+${han}|${han}{1,6}[·•]${han}{1,6}|${han}[*×Xx]{1,2}`;
const nameFirst = new RegExp(`^(?:□|■|◎|○|●|文[/／]|作者[:：]?)?[ \\u3000]*(${name})[ \\u3000]+(.{4,40})$`, 'u');
const postFirst = new RegExp(`^(.{4,36}?)[ \\u3000]+(${name})$`, 'u');
const bracketed = new RegExp(`^[（(](?:作者|本文作者)?[:：]?(${name})?[，,:： ]*(?:作者)?(?:系|为|单位[:：])?(.{4,40}?)[)）]$`, 'u');
const nameAndPost = new RegExp(`^(?:□|■|◎|○|●|文[/／]|作者[:：]?)?[ \\u3000]*(${name})[ \\u3000]*[（(](.{4,40})[)）]$`, 'u');
const postAndName = new RegExp(`^[（(](.{4,36}?)[ \\u3000]+(${name})[)）]$`, 'u');
const marked = new RegExp(`^(?:文[ \\u3000]*[/／:：]|□|■|◎|●|作者[ \\u3000]*[:：])[ \\u3000]*(${name})$`, 'u');
/** `县长　周平`, `周平（县长）`: a post alone says who speaks only beside what begins with a surname. */
const barePostFirst = new RegExp(`^(${barePostWord})[ \\u3000]+(${name})$`, 'u');
const barePostInBrackets = new RegExp(`^(${name})[ \\u3000]*[（(](${barePostWord})[)）]$`, 'u');
const authorNote = /^[（(](?:本文)?作者(?:系|为|单位[:：]|[:：]|[，,是])?[ \u3000]*(.{4,40})[)）]$/u;
const kicker = /(?:特刊|专刊|专栏|专题|特稿|专辑|笔谈|圆桌|论坛|访谈|连载|系列|特别策划|特别报道|大家谈|众人谈|摘登|选登|专论|纵横|之声)$/u;

/** 县长 周平 */
const shortest = 5;

/** The line under a title that names who wrote it: `李某某 某省科学技术协会党组书记、副主席`; `null` for any other. */
export function readAuthorLine(text: string): Author | null {
  // Each form holds a gap or ends with a bracket.
  if (text.length > 50 || text.length < shortest || !/[ \u3000]|[)）]$/u.test(text) || endsSentence(text.replace(/[)）]$/u, ''))) return null;
  // 主持人：县长 桑志远 is said of a meeting.
  if (/^(?!作者|本文作者|文)[\u4e00-\u9fff]{2,6}[:：]/u.test(text)) return null;
  const first = nameFirst.exec(text);
  if (first !== null && post.test(first[2] ?? '')) return author(first[1] ?? '', first[2] ?? '');
  const last = postFirst.exec(text);
  if (last !== null && post.test((last[1] ?? '').trimEnd())) return author(last[2] ?? '', last[1] ?? '');
  const bracket = nameAndPost.exec(text);
  if (bracket !== null && post.test(bracket[2] ?? '')) return author(bracket[1] ?? '', bracket[2] ?? '');
  const reversed = postAndName.exec(text);
  if (reversed !== null && post.test((reversed[1] ?? '').trimEnd())) return author(reversed[2] ?? '', reversed[1] ?? '');
  const bare = barePostFirst.exec(text);
  if (bare !== null && isPersonName(bare[2] ?? '')) return author(bare[2] ?? '', bare[1] ?? '');
  const bareInBrackets = barePostInBrackets.exec(text);
  if (bareInBrackets !== null && isPersonName(bareInBrackets[1] ?? '')) return author(bareInBrackets[1] ?? '', bareInBrackets[2] ?? '');
  const inBrackets = bracketed.exec(text);
  if (inBrackets?.[1] !== undefined && post.test(inBrackets[2] ?? '')) return author(inBrackets[1], inBrackets[2] ?? '');
  return null;
}

const said = new RegExp(`^(${name})[（(]([^（）()]{3,40})[)）][ \\u3000]*[:：](?=.{8})`, 'u');

/** `周大山（青石市水务局局长）：这几年…`: who speaks, and the length of what says so; `null` for any other line. */
export function readSpoken(text: string): { author: Author; length: number } | null {
  const found = said.exec(text);
  return found === null || !post.test((found[2] ?? '').trimEnd()) ? null : { author: author(found[1] ?? '', found[2] ?? ''), length: found[0].length };
}

/** `文/李大山`, and a bare name: who wrote it, but not in what post. */
export function readAuthorName(text: string): Author | null {
  const name = marked.exec(text)?.[1] ?? (isPersonName(text) ? text : null);
  return name === null ? null : { name: name.replace(/[ \u3000]+/gu, ''), post: null };
}

/** `（作者系某县科协党组书记）` at the end of an article: the post. */
export function readAuthorNote(text: string): string | null {
  const found = authorNote.exec(text)?.[1]?.trim() ?? null;
  return found !== null && post.test(found) ? found : null;
}

function author(written: string, written2: string): Author {
  return { name: written.replace(/[ \u3000]+/gu, ''), post: written2.trim() };
}

/** The line above all titles of a feature that names the series: `学习贯彻…精神特刊`. */
export function isKicker(text: string): boolean {
  return text.length <= 40 && kicker.test(text);
}

/** The places and organisations by which an author's article speaks of itself: 重庆市科学技术协会… → 重庆. */
export function ownNames(author: Author): string[] {
  const words = author.post ?? '';
  const place = /^(?:中共)?([\u4e00-\u9fff]{2,7}?)(?:壮族|回族|维吾尔|藏族|蒙古族|彝族|苗族|土家族)*(?:自治区|自治州|特别行政区|省|市|县|区|州|盟)/u.exec(words);
  if (place?.[1] !== undefined) return [place[1]];
  const organisation = /^([\u4e00-\u9fff]{2,16}?(?:学会|协会|科协|大学|学院|公司|集团|研究院|研究所|医院|中心|委员会))/u.exec(words);
  return organisation?.[1] === undefined ? [] : [organisation[1]];
}
