import { countHan } from '../text/han.ts';
import { findAddress, readAddress } from './address.ts';
import { behindTitle, isAddition, lengthOfFront, reach, shortest, surelyAdded } from './besideTitle.ts';
import { scoreOnce } from './furnitureScore.ts';
import { countSiteWords } from './siteChrome.ts';
import type { Block, Piece } from './sourceText.ts';
import { isGenreTitle } from './title.ts';

/**
 * `某讲话（精选3篇）某讲话.docx 某讲话|同志们：…`: a page names the title of its text several times, and where its line breaks are
 * lost all of it stands in front of the first sentence. The copy nearest to the text is the text's own.
 */
export interface TitleCopies extends Piece {
  readonly line: number;
}

/** Copies stand within as many lines. */
const furthest = 12;
/** A line as long is the text's. */
const leastText = 300;
/** A title is no longer. */
const longest = 70;
/** By as many characters copies are found. */
const keyLength = 6;
const mostCopies = 6;
/** What a page adds to one of the copies. */
const mostAdded = 60;
/** What it adds must read like a page's as much. */
const leastAdded = 0.5;
/** What stands between two copies less, where the second ends what stands above the speech. */
const leastBetween = -1;

/** Different characters of a title. */
const leastDistinct = 6;

/** Behind the last copy: a day, a speaker, the rest of the title. */
const mostBehind = 40;

function sentences(text: string): string[] {
  return text.split(/(?<=[。！？!?])/u).filter((sentence) => countHan(sentence) >= 4);
}

export function findTitleCopies(lines: readonly Block[]): TitleCopies[] {
  const found: TitleCopies[] = [];
  for (let line = 0; line < Math.min(lines.length, furthest); line += 1) {
    const block = lines[line];
    if (block === undefined || block.hint?.table === true || block.text.length < shortest * 2) continue;
    const copies = endOfCopies(block.text);
    const addressed = findAddress(block.text, reach) !== null;
    const end = copies + (copies > 0 || addressed || opensText(lines, line) ? lengthOfFront(block.text.slice(copies)) : 0);
    if (end > 0) found.push({ line, start: 0, end });
    const behind = addressed ? behindTitle(block.text.slice(end)) : null;
    if (behind !== null) found.push({ line, start: end + behind.start, end: end + behind.end });
    // Below the first words of the text stands no title.
    if (block.text.length >= leastText || readAddress(block.text, 0) > 0) break;
  }
  return found;
}

/** Whether the first words of the text stand right below the line, and its words in no other: a page's own line that names the title is judged as lines are. */
function opensText(lines: readonly Block[], line: number): boolean {
  const end = (lines[line]?.text ?? '').slice(-keyLength * 2);
  return readAddress(lines[line + 1]?.text ?? '', 0) > 0 && !lines.slice(0, furthest).some((other, index) => index !== line && other.text.includes(end));
}

/** Where the last copy of the title begins; 0 where there is one only. */
function endOfCopies(text: string): number {
  let start = 0;
  for (let copy = 1; copy < mostCopies; copy += 1) {
    const length = nextCopies(text.slice(start, start + reach));
    if (length === 0) break;
    start += length;
  }
  return start;
}

/** Where the characters of each place were met first. */
const placeBits = 12;
const places = new Int16Array(1 << placeBits);

function placeOf(text: string, at: number): number {
  let mixed = 0;
  for (let index = at; index < at + keyLength; index += 1) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> (32 - placeBits);
}

/** Whether any characters of a copy's length stand twice in it. */
function comesBack(head: string): boolean {
  places.fill(-1);
  for (let at = 0; at + keyLength <= head.length; at += 1) {
    const place = placeOf(head, at);
    const first = places[place] as number;
    if (first < 0) places[place] = at;
    else if (head.startsWith(head.slice(at, at + keyLength), first)) return true;
  }
  return false;
}

/** Offset of the second copy of what stands twice at the head of a text; 0 where nothing does. */
function nextCopies(head: string): number {
  if (!comesBack(head)) return 0;
  const address = findAddress(head, head.length);
  // What comes back below the address is the speech.
  const ends = address !== null && address.start >= shortest;
  const text = head.slice(0, ends ? address.start : head.length);
  places.fill(-1);
  let shifted = false;
  for (let at = 0; at + keyLength <= text.length; at += 1) {
    const place = placeOf(text, at);
    const first = places[place] as number;
    if (first < 0) places[place] = at;
    // Another's place is lost; a copy has more than one.
    if (first < 0 || !text.startsWith(text.slice(at, at + keyLength), first)) continue;
    // The same copy, a character further on.
    if (!shifted && first > 0 && text.charAt(first - 1) === text.charAt(at - 1)) continue;
    let length = keyLength;
    while (at + length < text.length && text.charAt(first + length) === text.charAt(at + length)) length += 1;
    // `讲话 某某讲话 某某讲话`: the first copy's last words are not the second one's first.
    shifted = length > at - first && length < at - first + shortest;
    if (shifted) continue;
    length = Math.min(length, at - first);
    if (isCopy(text, { first, second: at, length }, ends || head.length < reach)) return at;
  }
  return 0;
}

interface Repeat {
  readonly first: number;
  readonly second: number;
  readonly length: number;
}

/** `whole`: the text ends with what stands above the speech. */
function isCopy(text: string, { first, second, length }: Repeat, whole: boolean): boolean {
  const title = text.slice(first, first + length).trim();
  if (title.length > longest || countHan(title) < shortest || /[。！？；：]/u.test(title)) return false;
  const before = text.slice(0, first);
  const between = text.slice(first + length, second);
  const named = isGenreTitle(title) || isGenreTitle(title.replace(/[（(【][^（()）】]*[)）】]?$/u, ''));
  // 从头到尾从头到尾 is no title.
  if (new Set(title).size < leastDistinct) return false;
  const added = (before + between).trim();
  // Between two copies of which the second ends what stands above the speech stands what a page says of it, however long.
  const behind = text.slice(second + length);
  if (whole && behind.length <= mostBehind && !/[。！？；，]/u.test(behind) && sentences(`${before}《》${between}`).some((sentence) => countSiteWords(sentence) > 0 || scoreOnce(sentence) >= leastBetween)) return true;
  if (before.length + between.length > mostAdded) return false;
  if (isAddition(before) && isAddition(between) && (named || added === '' || surelyAdded.test(added))) return true;
  return /^[^。！？；]*$/u.test(before) && scoreOnce(`${before}《》${between}`) >= leastAdded;
}
