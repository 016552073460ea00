import { countHan } from '../text/han.ts';
import { furnitureScore } from './furnitureScore.ts';
import { overlap, type Stamp } from './countedStamps.ts';
import { isKnownWord } from './knownWords.ts';
import type { Block } from './sourceText.ts';

/**
 * Words that come back within sentences, alike to the character: what a viewer writes across a page (`…派|李XX 2021-03-04
 * 仅供内部使用|人驻村`), what a broadcast's record puts before each sentence (`[主任] [10:02]`), what an encyclopedia puts
 * behind heads and sentences (`[编辑]`, `[3]`). Whatever the words are, no text says them so.
 */
export function findRepeatedStamps(lines: readonly Block[]): Stamp[] {
  const open = lines.flatMap((line, index) => (line.hint?.table === true ? [] : [{ index, text: line.text }]));
  const taken = findEdits(open);
  for (const stamp of [...findTimes(open), ...findWatermarks(open)]) {
    if (!taken.some((known) => overlap(known, stamp))) taken.push(stamp);
  }
  return taken.filter(({ line, start, end }) => end - start < (lines[line]?.text.length ?? 0));
}

interface Line {
  readonly index: number;
  readonly text: string;
}

function allOf(lines: readonly Line[], form: RegExp): (Stamp & { readonly words: string })[] {
  return lines.flatMap(({ index, text }) => [...text.matchAll(form)].map((match) => ({ line: index, start: match.index, end: match.index + match[0].length, words: match[0] })));
}

/** An encyclopedia's heads are open to be edited, and its sentences have notes in a row of their own. */
const edit = /\[\s?编辑(?:源代码|本段)?\s?\]/gu;
const leastEdits = 2;
const note = /\[(\d{1,3})\]/gu;

function findEdits(lines: readonly Line[]): Stamp[] {
  const edits = allOf(lines.filter(({ text }) => text.includes('编辑')), edit);
  if (edits.length < leastEdits) return [];
  return [...edits, ...allOf(lines.filter(({ text }) => text.includes('[')), note)];
}

/** `[主持人] [09:30]`, `（00:12:41）`: who speaks, and when. */
const time = /(?:[[【][^[\]【】\d]{1,8}[\]】]\s?)?[[【(（](?:\d{1,2}[:：])?\d{1,2}[:：]\d{2}[\])）】]/gu;
const mayHoldTime = /\d[:：]\d\d[\])）】]/;
const leastTimes = 2;

/** Times of one form that never go back. */
function findTimes(lines: readonly Line[]): Stamp[] {
  const times = allOf(lines.filter(({ text }) => mayHoldTime.test(text)), time);
  const told = times.map(({ words }) => (words.match(/\d+/g) ?? []).reduce((sum, each) => sum * 60 + Number(each), 0));
  const parts = new Set(times.map(({ words }) => words.match(/\d+/g)?.length));
  const least = parts.has(3) ? leastTimes : leastTimes + 1;
  return times.length < least || parts.size > 1 || told.some((each, index) => index > 0 && each < (told[index - 1] ?? 0)) ? [] : times;
}

/** By as many characters, one of which no Chinese sentence has, the words are found. */
const keyLength = 8;
const foreign = /[A-Za-z |｜★☆◆◇●■□▲※©~=_]/;
const longestStamp = 48;
/** They stand as far from each other. */
const leastApart = 40;
const latin = /[A-Za-z\d|｜★☆◆◇●■□▲※©~=_]/;
/** `材料网 整理`: in Chinese alone a gap tells it. */
const gappedLength = 6;
const gapped = /[\u4e00-\u9fff]{2} [\u4e00-\u9fff]{2}/u;
/** `学府文档库整理`: in Chinese without a gap a name of those who put texts on line tells it, and it must read like a page's. */
const named = /文库|文档|范文|公文|写作|[料文]网|整理/u;
const mark = /[，。；：！？、“”《》…]/;
/** A day, to the hour or not, says when something was printed. */
const dated = /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/;
const likelyFurniture = 1;

interface Place {
  readonly line: number;
  readonly text: string;
  readonly at: number;
  readonly far: number;
}

function findWatermarks(lines: readonly Line[]): Stamp[] {
  const found: Stamp[] = [];
  for (const key of keys) for (const stamp of keyed(lines, key)) if (!found.some((known) => overlap(known, stamp))) found.push(stamp);
  return found;
}

/** How words that come back are found. */
interface Key {
  /** By as many characters. */
  readonly length: number;
  /** Which have this form and hold that. */
  readonly form: RegExp;
  readonly holds: RegExp;
  /** How often they come back at the least. */
  readonly least: number;
}

const keys: readonly Key[] = [
  { length: keyLength, form: latin, holds: foreign, least: 2 },
  { length: gappedLength, form: gapped, holds: foreign, least: 3 },
  { length: gappedLength, form: named, holds: named, least: 3 },
];

function keyed(lines: readonly Line[], { length, form, holds, least }: Key): Stamp[] {
  const places = new Map<string, Place[]>();
  let before = 0;
  for (const { index, text } of lines) {
    if (form.test(text) && holds.test(text)) {
      for (let at = 0; at + length <= text.length; at += 1) {
        const key = text.slice(at, at + length);
        if (!holds.test(key) || mark.test(key) || !form.test(key)) continue;
        const known = places.get(key);
        const place = { line: index, text, at, far: before + at };
        if (known === undefined) places.set(key, [place]);
        else if (place.far - (known[known.length - 1]?.far ?? 0) >= leastApart) known.push(place);
      }
    }
    before += text.length;
  }
  const found: Stamp[] = [];
  for (const group of places.values()) {
    if (group.length < least) continue;
    for (const stamp of stampsOf(group, length)) if (!found.some((known) => overlap(known, stamp))) found.push(stamp);
  }
  return found;
}

/** All that the places have in common, where it stands within sentences. */
function stampsOf(group: readonly Place[], length: number): Stamp[] {
  const [first] = group;
  if (first === undefined) return [];
  const alike = (offset: number): boolean => {
    const own = first.text.charAt(first.at + offset);
    return own !== '' && !mark.test(own) && group.every(({ text, at }) => text.charAt(at + offset) === own);
  };
  let left = 0;
  while (left < longestStamp && first.at - left > 0 && alike(-left - 1)) left += 1;
  let right = length;
  while (right < longestStamp && alike(right)) right += 1;
  const words = first.text.slice(first.at - left, first.at + right).trim();
  if (countHan(words) < 2 || words.length < length) return [];
  const stamps = group.map(({ line, text, at }) => ({ line, text, start: at - left, end: at + right }));
  const within = stamps.filter(({ text, start, end }) => isHan(text.charAt(start - 1)) && isHan(text.charAt(end)));
  const across = within.filter(({ text, start, end }) => isKnownWord(text.charAt(start - 1) + text.charAt(end)));
  if (!foreign.test(words) && furnitureScore(words) < likelyFurniture) return [];
  const told = across.length >= 2 || (across.length >= 1 && furnitureScore(words) >= likelyFurniture) || (dated.test(words) && furnitureScore(words) >= 0);
  return within.length * 2 >= stamps.length && told ? stamps : [];
}

function isHan(character: string): boolean {
  return character >= '\u4e00' && character <= '\u9fff';
}
