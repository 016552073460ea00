import { countHan } from '../text/han.ts';
import { endsHard, endsOpen, startsInside } from './punctuation.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { readOrdinal } from './ordinals.ts';
import type { Block } from './sourceText.ts';
import { isLabelled } from './title.ts';

/**
 * Lines that one sign sets off, each above a paragraph: `■ 先修渠`, `■ 再修闸`, `■ 后修账`; `【渠口】`, `/ 渠底 /`, `## 水账`. Whoever
 * copies such a text copies the signs with it, so they and the words belong to its heads, whatever those read like. A page's
 * own signs stand in clusters (`★ 收藏本页` over `★ 分享`), before captions (`▲ 图为…`), or over words of the text said again.
 */

/** As many lines with one sign, all different, are a series. */
const leastOfSeries = 3;
/** More are a list's, and so many signs are no writer's. */
const mostOfSeries = 60;
const mostSigns = 16;
/** The longest words of such a line, in code units; longer ones are sentences behind a bullet. */
const longest = 22;
/** A paragraph has so many characters. */
const leastBody = 16;
/** Of its own wording a head repeats no stretch as long as this from the text; a quote that a page lifts out of it does. */
const leastQuoted = 8;

/** Brackets around the whole line; 《》 names a work and （） what is done. */
const brackets: ReadonlyMap<string, string> = new Map([...'【】〖〗〔〕［］[]＜＞<>「」『』｛｝{}'.matchAll(/(.)(.)/gu)].map(([, open = '', close = '']) => [open, close]));
/** Signs before the words, and what else may stand there: no quotes, no marks of sentences, and none of those that point to a picture. */
const sign = /^(?:(?![“”‘’"'《》〈〉（）()】〗〕］\]＞」』｝}，。、；：！…,.;:!%％‰▲△▼▽▶►↑↓☞])[^\p{L}\p{N}\s]){1,4}/u;
const caption = /^(?:图为|图中|图片|配图|资料图)|[摄图](?:[）)])?$|供图|[（(][^（）()]*[）)]$/u;
const wordy = /^(?![—-])[\p{Script=Han}\p{N}“”‘’"'（）()《》，、：:·—？！?! \u3000-]+$/u;

/** What sets a line off, and its words. */
interface Signed {
  readonly sign: string;
  readonly words: string;
}

function readSign(text: string): Signed | null {
  const close = brackets.get(text.charAt(0));
  if (close !== undefined) return text.length > 2 && text.indexOf(close) === text.length - 1 ? { sign: text.charAt(0), words: text.slice(1, -1).trim() } : null;
  const open = sign.exec(text)?.[0] ?? '';
  if (open === '') return null;
  const rest = text.slice(open.length);
  const mirrored = rest.endsWith(open);
  return { sign: mirrored ? `${open} ${open}` : open, words: (mirrored ? rest.slice(0, -open.length) : rest).trim() };
}

/** The sign before or around a line; empty where it has none, or stands before a number, which tells more. */
export function signOf(text: string): string {
  const signed = readSign(text);
  return signed === null || readOrdinal(signed.words, 0) !== null ? '' : signed.sign;
}

/** The lines of such series, by their place; `isOwn` tells whether a line that may be a body stays in the text. */
export function findSignedLines(lines: readonly Block[], isOwn: (index: number) => boolean = () => true): ReadonlySet<number> {
  const series = new Map<string, { readonly index: number; readonly words: string }[]>();
  const signs = lines.map((line) => (line.hint?.table === true || line.ordinal !== undefined || line.text.length > longest + 8 ? null : readSign(line.text)));
  signs.forEach((signed, index) => {
    if (signed === null || index === 0 || !isWorded(signed.words) || !stands(lines, signs, { index, isOwn })) return;
    const own = series.get(signed.sign);
    if (own === undefined) series.set(signed.sign, [{ index, words: signed.words }]);
    else own.push({ index, words: signed.words });
  });
  const found = new Set<number>();
  if (series.size > mostSigns) return found;
  for (const own of series.values()) {
    if (own.length > mostOfSeries || new Set(own.map(({ words }) => words)).size < leastOfSeries || own.some(({ words }) => isQuoted(words, lines))) continue;
    for (const { index } of own) found.add(index);
  }
  return found;
}

function isWorded(words: string): boolean {
  return words.length >= 1 && words.length <= longest && countHan(words) > 0 && wordy.test(words) && !/[，、：:]$/u.test(words) && !isLabelled(words) && !caption.test(words) && readOrdinal(words, 0) === null && !/^\d{1,3}(?:[ .、]|$)/u.test(words);
}

interface Place {
  readonly index: number;
  readonly isOwn: (index: number) => boolean;
}

/** Whether a line stands above a paragraph of the text, or above a shorter head with one below it. */
function stands(lines: readonly Block[], signs: readonly (Signed | null)[], { index, isOwn }: Place): boolean {
  if (endsOpen(lines[index - 1]?.text ?? '')) return false;
  const next = lines[index + 1];
  if (next === undefined || startsInside(next.text)) return false;
  const other = signs[index + 1] ?? null;
  const ordinal = ordinalOf(next);
  // 一、 counts no heads below one that a sign sets off.
  if (other === null && (ordinal?.family === 'ordinal' || ordinal?.family === 'part')) return false;
  const nested = other !== null ? other.sign !== signs[index]?.sign : ordinal !== null && next.text.length <= longest + 8;
  const below = nested ? index + 2 : index + 1;
  return isBody(lines[below]) && isOwn(below);
}

function isBody(line: Block | undefined): boolean {
  return line !== undefined && countHan(line.text) >= leastBody && (endsHard(line.text) || /[，。]/u.test(line.text));
}

/** Whether a line says a stretch of a paragraph again. */
function isQuoted(words: string, lines: readonly Block[]): boolean {
  return words.length >= leastQuoted && lines.some(({ text }) => text.length > 2 * words.length && text.includes(words));
}
