import { countHan } from '../text/han.ts';
import { readAddress } from './address.ts';
import { isFarewell } from './roles.ts';
import { isSignature } from './signature.ts';

/**
 * Where a speech begins and ends within a document: the address it opens with and the words it closes with. What stands
 * outside may be told by somebody else in sentences like its own: a reporter's lead, a clerk's minutes, a collector's note.
 */
export interface SpeechFrame {
  /** Index of the line that addresses the hearers, or of the one below what announces the speech; -1 where none does. */
  readonly opens: number;
  /** Index of the line that takes leave of them; the number of lines where none does. */
  readonly closes: number;
}

/** `街坊们，大家好！`, `师傅们：`: whoever is called, on a line of its own; not 我们一定要赢！ */
const calls = /^(?!.{0,16}[我咱他她它人]们)(?:各位|[\u4e00-\u9fff、，]{0,16}们)[^。；？]{0,24}[：:！!]$/u;
const longestCall = 40;
/** 陶书记讲：, 讲话全文如下：, where nobody is addressed. */
const announces = /(?:^.{0,14}(?:讲|说)|讲话|发言|致辞|讲话稿|如下|全文|实录|原文|正文)[：:]$/u;
/** The speech takes leave within the last of its lines. */
const farewell = /(?:谢谢(?:大家|各位|同志们|你们)?|散会|下课|敬礼|完了|讲完了|就(?:讲|说)到?这(?:里|儿|些)|(?:预祝|祝愿?)[^。！]{2,24})[。！!.]?[”」]?$/u;
/** An address below as large a part of a document is no opening. */
const latestOpening = 0.6;
const earliestClosing = 0.35;

export function findSpeechFrame(texts: readonly string[]): SpeechFrame {
  const count = texts.length;
  const top = texts.slice(0, Math.ceil(count * latestOpening));
  const address = top.findIndex((text) => text.length <= longestCall && (calls.test(text) || readAddress(text, 0) >= text.length));
  const opens = address >= 0 ? address : top.findIndex((text) => announces.test(text.slice(-longestCall))) + 1 || -1;
  const from = Math.max(opens + 1, Math.floor(count * earliestClosing));
  let closes = count;
  for (let index = count - 1; index >= from; index -= 1) {
    const text = texts[index] ?? '';
    if (!farewell.test(text.slice(-longestCall)) && !isFarewell(text)) continue;
    closes = index;
    break;
  }
  return { opens, closes };
}

/** What is told of it (`frameFeatures` numbers): where the line stands to the frame, and who seems to speak. */
export const frameFeatures = 8;

/** Words of those who tell of a speech, and of its hearers, of its manuscript, of themselves as editors. */
const tells = /记者|本报|本网|据悉|据了解|据介绍|会后|会上|会议|讲完|说完|念完|讲到|说到|记录|整理|录音|发言|全场|掌声|鼓掌|笑声|主持人|司仪|插话|起立|现场|稿子|原稿|初稿|批注|字数|编者|编辑|按语|按：|注：|附记|札记|读后|摘自|收藏|抄|楼主|转发|群里|收到|小编|本文|这篇|此件|供稿|摄影|通讯员|审阅|校对|打印|归档/gu;
const speaks = /我们|咱们|大家|你们|各位|同志们|希望|要求|必须/gu;
const others = /[他她](?:说|讲|问|停|又|还|把|在|是|从)|(?:书记|镇长|局长|院长|校长|主任|厂长|经理|主席|会长|县长|市长|老师|团长|队长|所长)(?:说|讲|停|接着|表示|强调|要求|指出|宣布|摆摆手|笑)/gu;
const bracketed = /^[（(〔［[【].*[）)〕］\]】]$/u;
const labelled = /^(?:[\u4e00-\u9fffA-Za-z]{1,12}|[（(【〔[][^）)】〕\]]{1,12}[）)】〕\]])(?:\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?\s*[:：]/u;

export function describeFrame({ opens, closes }: SpeechFrame, texts: readonly string[], index: number): number[] {
  const text = texts[index] ?? '';
  const flag = (value: boolean): number => (value ? 1 : 0);
  return [
    flag(opens >= 0 && index < opens),
    flag(closes < texts.length && index > closes),
    opens >= 0 ? 1 : 0,
    closes < texts.length ? 1 : 0,
    Math.min(1, countOf(text, tells) / 3),
    Math.min(1, countOf(text, speaks) / 3),
    Math.min(1, countOf(text, others) / 2),
    bracketed.test(text) ? 1 : labelled.test(text) ? 0.5 : 0,
  ];
}

/** Characters of a line whose words are counted. */
const longestCounted = 300;

function countOf(text: string, words: RegExp): number {
  return text.slice(0, longestCounted).match(words)?.length ?? 0;
}

/** Whether a line has more words of somebody who tells of a speech (`words`), or of its speaker, than of one who speaks. */
function tellsOfSpeech(text: string, words: RegExp): boolean {
  return countOf(text, words) + countOf(text, others) > countOf(text, speaks);
}

/** `tells` within a speech, without words that laws and reports are full of, and what a note in a draft says of its text. */
const tellsAmid = /记者|本报|本网|据悉|据了解|会后|讲完|说完|念完|讲到|说到|这时|录音|全场|掌声|鼓掌|笑|主持人|司仪|插话|起立|台下|稿子|原稿|初稿|批注|字数|编者|按语|按：|注：|附记|札记|读后|摘自|抄|楼主|群里|收到|小编|本文|这篇|这段|这一段|这句|此处|这里|此件|通讯员|删|再核|核一下|[？?]$/gu;

/** Chinese characters of a line or a remark that somebody may tell. */
const leastNarrated = 14;
/** Of one below the speech or among the last of its lines. */
const leastBelow = 6;
const lastLines = 3;

/** Whether somebody else than the speaker may tell a line, and from where; `null` where nothing shows it. */
export type Narration = 'apart' | 'among' | null;

/** That of each line, with the frame that it is told by. */
export interface Narrations {
  readonly frame: SpeechFrame;
  readonly each: readonly Narration[];
}

export function findNarrations(texts: readonly string[]): Narrations {
  const frame = findSpeechFrame(texts);
  return { frame, each: texts.map((_, index) => narrationOf(frame, texts, index)) };
}

/** （2014年11月11日，雁栖湖国际会议中心） below a title. */
const whenAndWhere = /^[（(【〔［[](?:19|20|一九|二[○〇零O0])[\d\u4e00-\u9fff○〇]{0,4}年[^。！？：]{2,30}[）)】〕\]］]$/u;

/**
 * Whether somebody else than the speaker may tell a line: `apart` from the speech, in sentences outside it in words that tell of it or as a
 * remark in brackets, or `among` its lines, in such words or as one of its last.
 */
function narrationOf({ opens, closes }: SpeechFrame, texts: readonly string[], index: number): Narration {
  const text = texts[index] ?? '';
  const han = countHan(text);
  if (bracketed.test(text)) return han >= leastNarrated && index > opens && !whenAndWhere.test(text) ? 'apart' : null;
  if (han < leastBelow || isSignature(text)) return null;
  const [above, below] = [index < opens, index > closes];
  if ((below || (above && /[。！？”]$/u.test(text))) && han >= leastNarrated && tellsOfSpeech(text, tells)) return 'apart';
  if (below || (closes === texts.length && index >= closes - lastLines)) return 'among';
  return han >= leastNarrated && tellsOfSpeech(text, tellsAmid) ? 'among' : null;
}
