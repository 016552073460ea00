import { countHan } from '../text/han.ts';
import { boundaryScore, foldForBoundaries } from './boundaryScore.ts';
import { holder } from './lineKinds.ts';
import type { Piece } from './sourceText.ts';

/**
 * What a page is made of, where a copy took it along with the text: style sheets, scripts, tags, entities, and single
 * marks that a converter left between two characters of a sentence. None of it is ever text, wherever it stands.
 */

/** Every form but that of a cut-off entity holds one of these; most lines hold none. */
const mayHold = holder(/[{&<>`|^\\_;$(.]/);

const names = '(?:nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|quot|apos|bull|times|copy|reg)';
/** `&nbsp;`, `&amp;ldquo;`, `&#12288;`, with or without the semicolon; `R&D` and `&lt;5%` say something. */
const entity = new RegExp(`&(?:amp;)*(?:${names};?|#\\d{2,6};|#x[0-9a-f]{2,5};)`, 'gi');
const escapedTag = /&lt;\/?[a-z][^&\u4e00-\u9fff]{0,60}&gt;/gi;
const amp = /(?<=[\u4e00-\u9fff，。、；：！？”）])\s?&(?:amp;)+\s?(?=[\u4e00-\u9fff“（]|$)/g;
/** The rest of an entity whose first character was lost. */
const cutEntity = new RegExp(`(?<![A-Za-z&])${names};`, 'g');
/** What a converter wrote for a control character or an underscore. */
const coded = /_x[0-9a-f]{4}_?/gi;

const tag = /<\/?(?:p|br|div|span|font|strong|b|i|u|em|a|img|td|tr|table|tbody|h[1-6]|script|style|o:p|st1:\w+|li|ul|ol|center|hr|input|iframe|form|section)(?:\s(?:"[^"<>\n]{0,200}"|'[^'<>\n]{0,200}'|[^<>"'\u4e00-\u9fff]){0,300})?\/?>/gi;

/** What a page's maker, or a converter, noted for nobody to see. */
const comment = /<!--[^<>]{0,300}-->/g;

const selector = '(?<![\\w.#:@-])[@.#]?[A-Za-z*][\\w.#:@-]{0,40}(?:[\\s,>]{1,3}[.#]?[A-Za-z*][\\w.#:@-]{0,40}){0,6}';
/** `p.a { margin: 0 }` */
const style = new RegExp(`${selector}\\s?\\{([^{}]{0,600})\\}`, 'gi');
const declaration = /^[\s;]*[a-z-]{2,24}\s?:/iu;
/** A font may have a Chinese name. */
const mostHan = 16;
const scripts: readonly RegExp[] = [
  /\b(?:document|window|location|console)\.[A-Za-z.]{2,30}\((?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^()"'\u4e00-\u9fff\n]){0,200}\)\s?;?/g,
  /\b(?:var|let|const)\s[\w$]{1,30}\s?=\s?(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^;"'\u4e00-\u9fff\n]{1,120})\s?;/g,
  /(?<![\w$])(?:jQuery|\$)\([^()\u4e00-\u9fff\n]{0,80}\)(?:\.\w+\([^()\u4e00-\u9fff\n]{0,120}\))*\s?;?/g,
];
const mayBeScript = /document|window|location|console|var|let|const|jQuery|\$/;
const functions = /\(?\bfunction\s?\w{0,30}\s?\([^()\u4e00-\u9fff]{0,60}\)\s?\{/g;

/** Everything of the kind in a line, in no order. */
export function findMarkup(text: string): Piece[] {
  // Most lines hold none of it, and most that do a full stop behind a number.
  if (!mayHold(text)) return [];
  const found: Piece[] = [];
  const add = (form: RegExp): void => {
    for (const match of text.matchAll(form)) found.push({ start: match.index, end: match.index + match[0].length });
  };
  if (text.includes('&')) for (const form of [escapedTag, entity, amp]) add(form);
  if (text.includes(';')) {
    add(cutEntity);
    if (mayBeScript.test(text)) for (const form of scripts) add(form);
  }
  if (text.includes('_x')) add(coded);
  if (text.includes('<')) {
    add(tag);
    if (text.includes('<!--')) add(comment);
  }
  if (text.includes('{')) {
    for (const match of text.matchAll(style)) {
      const inner = match[1] ?? '';
      if (inner.trim() === '' || (declaration.test(inner) && countHan(inner) <= mostHan && !/[，。：]/u.test(inner))) found.push({ start: match.index, end: match.index + match[0].length });
    }
    for (const match of text.matchAll(functions)) {
      const end = endOfFunction(text, match.index + match[0].length);
      if (end > 0) found.push({ start: match.index, end });
    }
  } else if (text.includes('document.')) add(scripts[0] ?? tag);
  found.push(...strayMarks(text));
  return found;
}

/** Behind the bracket that closes the one before `from`, and behind the call of the function; 0 where there is none. */
function endOfFunction(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < Math.min(text.length, from + 4000); at += 1) {
    const unit = text.charAt(at);
    if (unit === '{') depth += 1;
    else if (unit === '}') depth -= 1;
    if (depth === 0) return at + 1 + (/^\s?(?:\)?\s?\(\)\s?\)?|\))?\s?;?/.exec(text.slice(at + 1))?.[0].length ?? 0);
  }
  return 0;
}

/** One mark between two characters of a sentence. */
const stray = /(?<=[\u4e00-\u9fff，])\s?([|`^\\.])\s?(?=[\u4e00-\u9fff])/g;
/** A sentence has as many Chinese characters. */
const leastSentence = 40;
/** Marks that part the items of something stand nearer to each other. */
const leastApart = 100;
/** `马克.吐温`: characters that names from other languages are written with. */
const transliterating = /[阿埃艾奥巴贝比彼布查达德迪蒂恩尔法菲弗福盖戈格哈赫霍基吉加杰卡凯柯科克库拉莱兰劳勒雷里利林刘卢鲁伦罗洛马麦曼梅米莫姆穆娜纳内尼诺努帕佩皮普奇乔切丘萨赛塞森沙舍什史斯司思塔泰坦特廷托瓦万威韦维温沃西希锡谢休亚耶伊尤约泽扎詹兹吐]/u;
/** `…照见了就要改。二.扛起责任`: the point behind a number that a sentence or a head begins with. */
const counting = /(?:^|[。！？!?；;：:”）)\s])[一二三四五六七八九十]{1,3}$/u;
/** A sentence ends at a full stop of another script more likely than that. */
const mostOfStop = -2.5;

function strayMarks(text: string): Piece[] {
  if (!stray.test(text)) return [];
  stray.lastIndex = 0;
  const marks = countHan(text) < leastSentence ? [] : [...text.matchAll(stray)];
  if (marks.length === 0) return [];
  return marks.flatMap((match) => {
    const mark = match[1] ?? '';
    const start = match.index;
    if (text.slice(Math.max(0, start - leastApart), start + leastApart).split(mark).length > 2) return [];
    const end = start + match[0].length;
    if (mark === '.' && counting.test(text.slice(Math.max(0, start - 4), start))) return [];
    if (mark === '.' && (transliterating.test(text.charAt(start - 1)) || transliterating.test(text.charAt(end)) || mayStop(text, start, end))) return [];
    return [{ start, end }];
  });
}

function mayStop(text: string, start: number, end: number): boolean {
  const joined = foldForBoundaries(text.slice(Math.max(0, start - 20), start) + text.slice(end, end + 20));
  return boundaryScore({ text: joined, index: Math.min(20, start), before: 8, after: 8 }) > mostOfStop;
}
