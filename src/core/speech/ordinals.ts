import { readNumber } from './numerals.ts';

/**
 * The ways a head is numbered. A family is one way; siblings share it. `ordinal` heads 一、, `bracket` （一）, `digit` 1.,
 * `bracketDigit` （1）, `circled` ①, `nth` 第一，, `step` 第一步, `part` 第一部分 and 上篇：, `item` 一是/一要/一问：/其一，, `sequence` 首先/其次,
 * `decimal` 1.1 and 1.1.1, which only the lines as a whole tell.
 */
export type OrdinalFamily =
  | 'part'
  | 'ordinal'
  | 'bracket'
  | 'digit'
  | 'bracketDigit'
  | 'circled'
  | 'nth'
  | 'step'
  | 'item'
  | 'sequence'
  | 'decimal';

/** Families that count in speaking: the sentences and points of a paragraph as often as heads. */
export const spokenFamilies: ReadonlySet<OrdinalFamily> = new Set(['item', 'nth', 'step', 'sequence']);

export interface Ordinal {
  readonly family: OrdinalFamily;
  readonly number: number;
  /** As written, white space at its end left out: `一、`, `（二）`, `第三，`, `一是`. */
  readonly text: string;
  /** Length in the text, white space behind it included. */
  readonly length: number;
}

const han = '[一二三四五六七八九十]';
/** What a speaker counts out. */
const said = '希望|期望|要求|建议|意见|体会|感受|想法|打算|请求|祝愿|嘱托|问题|任务|关键词|故事';
/** What it is counted in, and what a speaker does again and again. */
const counts = '条件句个项桩招';
/** What else a speaker counts in, with a word for what it is: 第一仗，, 第一把尺子是, 第一道关，, 第一种底色，是; no days and no times. */
const measures = '把道仗战场轮种项句条件个招桩关课层张块堂笔面座盏环类组本份篇段束根支股门站味棒问样';
/** What stands in no such word, but in a sentence. */
const ofSentences = '的了在到有是就都也不没我你他她它这那来去说讲要会能让把被和与为从';
const verbs = '问答谢愿盼敬看思想说讲送赠学忌戒防忆赞';
const arabic = '[0-9０-９]';

/** 一、二级市场 and 一、两年 are counts, not heads. */
const counted = new RegExp(`(${han}{1,3})(?: ?、|[．.])(?!${han}{1,2}[、级类等季线期次届]|两[年个次种类])[ \\u3000]*`, 'y');

const numerals = '一二三四五六七八九十';
const figures = '0123456789０１２３４５６７８９';

/** Each with the characters that it may begin with; `formsOf` finds by them the few that may stand at a place. */
const forms: readonly (readonly [OrdinalFamily, RegExp, begins: string])[] = [
  ['part', new RegExp(`第(${han}{1,3}|${arabic}{1,2})(?:部分|章|篇|节|编)[、，,：:]?[ \\u3000]*`, 'y'), '第'],
  // 上篇：走过来的路, 下篇 往前走的路
  ['part', /([上中下])[篇编](?:[、，,：:][ \u3000]*|[ \u3000]+)/y, '上中下'],
  ['nth', new RegExp(`第(${han}{1,3})(?:[，,、：:][ \\u3000]*|[ \\u3000]+|是(?!一|届))`, 'y'), '第'],
  // 第一点希望，…, 第一个建议是…, 第一页：…, 第一关：…
  ['step', new RegExp(`第(${han}{1,2})(?:[点个条项份句](?:${said})[，,：:是]|(?!季度|名|等)[\\u4e00-\\u9fff]{1,3}[：:])[ \\u3000]*`, 'y'), '第'],
  ['step', new RegExp(`第(${han}{1,2})(?:步|个方面|方面|点|件事)(?:[，,、：:是]|[ \\u3000]+)?`, 'y'), '第'],
  // 第二条，…, 头一件是…
  ['step', new RegExp(`(?:第|头(?=一))(${han}{1,2})[${counts}]事?(?:[，,：:]|是(?!否|非))[ \\u3000]*`, 'y'), '第头'],
  ['step', new RegExp(`(?:第|头(?=一))(${han}{1,2})[${measures}](?:(?![${ofSentences}])[\\u4e00-\\u9fff]){0,4}(?:[，,：:]是?|是)(?![否非])[ \\u3000]*`, 'y'), '第头'],
  ['ordinal', counted, numerals],
  ['ordinal', /([壹贰叁肆伍陆柒捌玖拾])[、．.][ \u3000]*/y, '壹贰叁肆伍陆柒捌玖拾'],
  ['ordinal', /([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ])[、．.][ \u3000]*/y, 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'],
  ['bracket', new RegExp(`[（(] ?(${han}{1,3}) ?[）)][、，,]?[ \\u3000]*`, 'y'), '（('],
  ['bracketDigit', new RegExp(`[（(]?(${arabic}{1,2})[）)][、，,．.]?[ \\u3000]*`, 'y'), `（(${figures}`],
  ['digit', new RegExp(`(${arabic}{1,2})(?:[．、]|\\.(?![0-9０-９]))(?!${arabic})[ \\u3000]*`, 'y'), figures],
  ['item', new RegExp(`(${han}{1,2})(?:是|要|则是?)[，,：:]?`, 'y'), numerals],
  // 一问：…, 二谢：…
  ['item', new RegExp(`(${han}{1,2})(?:[${verbs}][：:]|曰[：:，,]?)[ \\u3000]*`, 'y'), numerals],
  ['item', new RegExp(`其(${han})(?:[，,：:、]|是)[ \\u3000]*`, 'y'), '其'],
];

/** 一、三次致敬 at the start of a line is a head; 一、二级市场 and 一、两年内 are none there either. */
const firstOrdinal = new RegExp(`^(${han}{1,3})(?: ?、|[．.])(?!${han}{1,2}(?:、|级市场)|两[年个次种类])[ \\u3000]*`);

/** So is 一、三次致敬 where a sentence ended before it; 一、二季度 may open one, 二、四季度的仗怎么打 hardly does. */
const nextOrdinal = new RegExp(`(${han}{1,3})(?: ?、|[．.])(?!${han}{1,2}[、级类等线期届]|[一二三]季|(?<!二、)四季|两[年个次种类])[ \\u3000]*`, 'y');

/** Numbers that are one character, each row from its first on; ⑴ is none of them, since notes are marked with it inside sentences. */
const signs: readonly (readonly [OrdinalFamily, first: string])[] = [
  ['circled', '①'], ['circled', '❶'], ['circled', '➀'], ['circled', '➊'], ['bracket', '㈠'], ['digit', '⒈'],
];
const inRow = 10;

function signAt(unit: number): { readonly family: OrdinalFamily; readonly number: number } | null {
  // All of them stand between U+2460 and U+3229.
  if (unit < 0x2460 || unit > 0x3229) return null;
  for (const [family, first] of signs) {
    const number = unit - first.charCodeAt(0) + 1;
    if (number >= 1 && number <= inRow) return { family, number };
  }
  return null;
}

const sequence: readonly (readonly [RegExp, number])[] = [
  [/首先(?:[，,：:是]|要(?!求))/y, 1],
  [/其次(?:[，,：:是]|要(?!求))/y, 2],
  [/再次(?:[，,：:是]|要(?!求))/y, 3],
];

/** The forms that may begin with a character, by the number that `openers` has for it; none for those of a sequence. */
const formsOf: (typeof forms)[] = [[]];
const openers = new Uint8Array(1 << 16);
for (const character of '首再') openers[character.charCodeAt(0)] = 1;
for (const [, first] of signs) openers.fill(1, first.charCodeAt(0), first.charCodeAt(0) + inRow);
for (const character of `第头其上中下（(${numerals}${figures}壹贰叁肆伍陆柒捌玖拾ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ`) {
  openers[character.charCodeAt(0)] = formsOf.push(forms.filter(([, , begins]) => begins.includes(character)));
}

/** 其 is in every other sentence. */
const its = 0x5176;
/** So are 上, 中 and 下. */
const volumes: ReadonlySet<number> = new Set([0x4e0a, 0x4e2d, 0x4e0b]);
const behindIts: ReadonlySet<number> = new Set([...`${numerals}次`].map((character) => character.charCodeAt(0)));

/** Whether an ordinal may begin with a code unit; every character of a text without line breaks is asked for. */
export function opensOrdinal(unit: number): boolean {
  return openers[unit] !== 0;
}

/** 上篇, 中篇 and 下篇 count as well. */
function numberOf(text: string): number | null {
  const volume = '上中下'.indexOf(text);
  return volume >= 0 ? volume + 1 : readNumber(text);
}

/** Reads the ordinal that begins at `at`; `null` where none does. */
export function readOrdinal(text: string, at: number): Ordinal | null {
  const first = text.charCodeAt(at);
  const sign = signAt(first);
  if (sign !== null) {
    let length = 1;
    while (/[ \u3000]/u.test(text.charAt(at + length))) length += 1;
    return { ...sign, text: text.charAt(at), length };
  }
  const possible = formsOf[(openers[first] ?? 0) - 1];
  if (possible === undefined || (first === its && !behindIts.has(text.charCodeAt(at + 1))) || (volumes.has(first) && !'篇编'.includes(text.charAt(at + 1)))) return null;
  for (const [family, form] of possible) {
    const fitting = form !== counted ? form : at === 0 ? firstOrdinal : '。！？!?'.includes(text.charAt(at - 1)) ? nextOrdinal : counted;
    fitting.lastIndex = at;
    const match = fitting.exec(text);
    const number = match === null ? null : numberOf(match[1] ?? '');
    if (match !== null && number !== null) {
      return { family, number, text: match[0].trimEnd(), length: match[0].length };
    }
  }
  for (const [form, number] of '首其再'.includes(text.charAt(at)) ? sequence : []) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match !== null) return { family: 'sequence', number, text: match[0], length: match[0].length };
  }
  return null;
}
