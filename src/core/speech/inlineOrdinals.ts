import { findCounted } from './countedWords.ts';
import { opensLast, readLast, tellLast } from './lastMember.ts';
import { readLooseOrdinal } from './looseOrdinals.ts';
import { opensOrdinal, readOrdinal, type Ordinal, type OrdinalFamily } from './ordinals.ts';

/** An ordinal inside run-on text. */
export interface InlineOrdinal {
  readonly start: number;
  /** Behind the ordinal. */
  readonly from: number;
  /** Where the next accepted ordinal begins, or the text's end. */
  readonly limit: number;
  readonly ordinal: Ordinal;
}

/** Blocks longer than this, in code units, have lost their line breaks. */
const runOnLength = 1500;
/** Shorter ones have lost them where they hold at least two top ordinals … */
const suspectLength = 500;
/** … or one that holds this share of its article, however short. */
const wholeArticle = 0.6;
const shortest = 150;

/** Which blocks of an article have lost their line breaks, so that heads and paragraphs must be found inside them. */
export function findRunOn(texts: readonly string[]): boolean[] {
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  const several = holdMost(texts, total);
  return texts.map((text, index) => {
    if (text.length >= runOnLength || several.has(index)) return true;
    const whole = text.length >= shortest && text.length >= total * wholeArticle;
    return (whole || text.length >= suspectLength ? holdsTopOrdinals(text, whole) : text.length >= shortest && holdsNested(text));
  });
}

/** Blocks that hold several top ordinals each and most of the article between them: where lines were broken anew a break may stand before a head by chance. */
function holdMost(texts: readonly string[], total: number): ReadonlySet<number> {
  if (texts.length > mostBlocks) return new Set();
  const holding = texts.flatMap((text, index) => (text.length >= shortest && holdsTopOrdinals(text, false) ? [index] : []));
  const length = holding.reduce((sum, index) => sum + (texts[index]?.length ?? 0), 0);
  return new Set(length >= total * wholeArticle ? holding : []);
}

/** So few blocks are hardly paragraphs. */
const mostBlocks = 6;

const topFamilies: ReadonlySet<OrdinalFamily> = new Set(['part', 'ordinal', 'nth', 'bracket']);
/** Their marks stand in no word. */
const markedFamilies: ReadonlySet<OrdinalFamily> = new Set(['ordinal', 'bracketDigit', 'digit', 'circled']);
const lowFamilies: ReadonlySet<OrdinalFamily> = new Set(['digit', 'bracketDigit', 'circled', 'item', 'step', 'sequence']);

function holdsTopOrdinals(text: string, whole: boolean): boolean {
  const seen = new Set<string>();
  const found = scan(text);
  if (whole && (findLone(text, found)?.start ?? 0) > 0) return true;
  for (const { ordinal } of found) {
    // Within one paragraph among others 1. 2. 3. count a list.
    if (topFamilies.has(ordinal.family) || (whole && lowFamilies.has(ordinal.family))) {
      seen.add(`${ordinal.family}${ordinal.number}`);
    }
  }
  return seen.size >= 2 && (whole || [...seen].some((key) => !key.startsWith('nth')));
}

/** `二、找准症结（一）破解用地难有的项目…（二）破解融资难…`: a part with the series below it on one line. */
function holdsNested(text: string): boolean {
  const own = readOrdinal(text, 0);
  if (own === null || (own.family !== 'ordinal' && own.family !== 'part')) return false;
  const below = scan(text).filter(({ ordinal }) => ordinal.family === 'bracket').map(({ ordinal }) => ordinal.number);
  return below.includes(1) && below.includes(2);
}

interface Found {
  readonly start: number;
  readonly ordinal: Ordinal;
  /** What the ordinals of one series have in common: 章 and 节 count apart, and so do 一、 and 一，. */
  readonly form: string;
  /** A sentence ends right before it. */
  readonly clean: boolean;
}

const sentenceEnd = new Set([...'。！？!?”）)\n']);
const boundary = new Set([...'。！？；;：:!?”）)】 \n']);
/** Characters that make 一是 or 一要 part of another word: 统一要求, 唯一是. */
const glued = new Set([...'统唯第之其同专万单划归合逐每某这那任独有无']);

/** Of those, the ones that any number may follow. */
const counting = new Set([...'第其之']);

function scan(text: string): Found[] {
  const counted = findCounted(text).map(({ start, ordinal, words }): Found => ({ start, ordinal, form: `counted ${words}`, clean: true }));
  const found = scanOrdinals(text);
  return counted.length === 0 ? found : [...found, ...counted].sort((a, b) => a.start - b.start);
}

function scanOrdinals(text: string): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (opensLast(unit)) {
      const last = sentenceEnd.has(text.charAt(index - (text.charAt(index - 1) === ' ' ? 2 : 1))) ? readLast(text, index) : null;
      if (last !== null) found.push({ start: index, ordinal: { ...last, family: 'sequence', number: 0 }, form: lastForm, clean: true });
    }
    // A loose one begins with no other character.
    if (!opensOrdinal(unit)) continue;
    const before = text.charAt(index - 1);
    const strict = readOrdinal(text, index);
    const ordinal = strict ?? (index === 0 || sentenceEnd.has(before) ? readLooseOrdinal(text, index) : null);
    if (ordinal === null) continue;
    const clean = index === 0 || boundary.has(before);
    if (!clean && ((glued.has(before) && (ordinal.number === 1 || counting.has(before))) || /[0-9０-９一二三四五六七八九十、.．第（(]/u.test(before))) continue;
    found.push({ start: index, ordinal, form: formOf(ordinal, strict !== null), clean });
    index += ordinal.length - 1;
  }
  return found;
}

/** The form of 最后 until it is known which series it ends. */
const lastForm = 'last';

function formOf({ family, text }: Ordinal, strict: boolean): string {
  if (!strict) return `${family} loose`;
  // 第一步 and 第一点希望 count apart.
  if (family === 'step') return `step ${text.replace(/^[第头][一二三四五六七八九十]+|[，,、：:是]$/gu, '')}`;
  // So do 其一， and 一问： and 一是.
  if (family === 'item' && !/^[一二三四五六七八九十]+[是要则]/u.test(text)) return `item ${text.replace(/[一二三四五六七八九十，,、：:是]/gu, '')}`;
  return family === 'part' ? (/部分|[章篇节编]/u.exec(text)?.[0] ?? family) : family;
}

interface Series {
  readonly form: string;
  readonly members: Found[];
}

/** How far behind an ordinal its head may reach, so that the first ordinal below it may stand there unseparated. */
const headReach = 64;

/** The ordinals of a run-on text, series by series: 一、… 二、… with the 一是… 二是… below each. */
export function findInlineOrdinals(text: string): InlineOrdinal[][] {
  const found = scan(text);
  const done: Series[] = [];
  let open: Series[] = [];
  found.forEach((candidate, index) => {
    const { form } = candidate;
    if (form === lastForm) {
      const depth = endLast(text, candidate, open);
      if (depth >= 0) open = open.slice(0, depth);
      return;
    }
    const { number } = candidate.ordinal;
    const own = open.findIndex((series) => series.form === form);
    const depth = own >= 0 || form !== 'nth' || number === 1 ? own : open.findLastIndex((series) => series.form === 'sequence');
    const series = open[depth];
    const last = series?.members[series.members.length - 1];
    if (series !== undefined && last !== undefined && (continues(candidate, last.ordinal.number) || goesOnUnmarked(text, found, index, last) || (candidate.ordinal.number === last.ordinal.number + 1 && headAlike(text, last, candidate)))) {
      // 首先，… 其次，… 第三，… is one series.
      series.members.push(own === depth ? candidate : { ...candidate, ordinal: { ...candidate.ordinal, family: 'sequence' } });
      open = open.slice(0, depth + 1);
      return;
    }
    if (number !== 1 || !opensSeries(text, found, index, open)) return;
    if (depth >= 0) open = open.slice(0, depth);
    const fresh: Series = { form, members: [candidate] };
    open.push(fresh);
    done.push(fresh);
  });
  const kept = done.filter((series) => series.members.length >= 2);
  const lone = kept.some(({ members }) => members[0]?.ordinal.family === 'ordinal' || members[0]?.ordinal.family === 'part') ? undefined : findLone(text, found);
  if (lone !== undefined) kept.push({ form: lone.form, members: [lone] });
  const starts = kept.flatMap((series) => series.members.map((member) => member.start)).sort((a, b) => a - b);
  return kept.map((series) => series.members.map((member) => place(text, member, starts)));
}

/** Puts 最后 at the end of the innermost series that it ends; its depth, −1 where none does. */
function endLast(text: string, { start }: Found, open: readonly Series[]): number {
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const { form, members } = open[depth] as Series;
    const words = members.map((member) => text.slice(member.start + member.ordinal.length, member.start + longestWords));
    const last = members.at(-1)?.ordinal;
    const ordinal = last === undefined ? null : tellLast({ last, words }, text.slice(start, start + longestWords));
    if (ordinal === null) continue;
    members.push({ start, ordinal, form, clean: true });
    return depth;
  }
  return -1;
}

/** More than the first sentence of any head. */
const longestWords = 100;

/** What a head and the little that is left of its body come to at the least. */
const leastRest = 40;

/** 一、 behind a sentence's end, in a text that was cut short before 二、. */
function findLone(text: string, found: readonly Found[]): Found | undefined {
  const top = found.filter(({ start, ordinal, form }) => ordinal.family === 'ordinal' && form === 'ordinal' && (start === 0 || sentenceEnd.has(text.charAt(start - 1)) || text.charAt(start - 1) === ' '));
  const [only] = top;
  return top.length === 1 && only?.ordinal.number === 1 && text.length - only.start >= leastRest ? only : undefined;
}

/** The next number, or one further on where the form itself is unmistakable (三、 then 五、). */
function continues(candidate: Found, last: number): boolean {
  const step = candidate.ordinal.number - last;
  if (!candidate.clean && candidate.ordinal.family !== 'bracket') return false;
  if (step === 1) return true;
  return step > 1 && step <= 3 && (candidate.ordinal.family === 'ordinal' || candidate.ordinal.family === 'bracket');
}

type Counted = Pick<InlineOrdinal, 'start' | 'ordinal'>;

/** The longest head that its full stop alone tells, and by how much two of a series differ; a body is no shorter than that. */
const longestAlike = 12;
const mostUnlike = 3;
const leastBody = 16;

/**
 * `一是渠口有人看。锁生了锈…。二是渠底有人补。…`: two ordinals whose first sentences are short and alike, each with a body, are of one series
 * whatever stands before the second: what a page puts between paragraphs ends without a mark.
 */
export function headAlike(text: string, one: Counted, other: Counted): boolean {
  const [first, second] = [one, other].map(({ start, ordinal }) => {
    const from = start + ordinal.length;
    const stop = text.slice(from, from + longestAlike + 1).search(/[。！？!?；;：:\n]/u);
    return { reach: '。！？\n'.includes(text.charAt(from + stop)) ? stop : -1, bodyStart: from + stop + 1 };
  });
  if (first === undefined || second === undefined || first.reach < 1 || second.reach < 1) return false;
  return Math.abs(first.reach - second.reach) <= mostUnlike && other.start - first.bodyStart >= leastBody && text.length - second.bodyStart >= leastBody;
}

/** So far from each other stand heads whose bodies end without a mark; 周一、周三 and 初一、初二 stand nearer. */
const leastApart = 30;
/** What 一、 and 二、 count behind is a day, a class, a name or a word, whatever follows: 周一、, 高三、, 张三、, 不一、. */
const named = new Set([...'周初高期大小张老不']);

/** Whether 一、 may open a head though no sentence ended before it. */
function mayOpenUnmarked(text: string, { start, ordinal, form }: Found): boolean {
  if (form !== 'ordinal') return false;
  const before = text.charAt(start - 1);
  return !glued.has(before) && !named.has(before) && before !== text.charAt(start + ordinal.length);
}

/**
 * `…商量三件大事|一、修路的事…不搞一刀切|二、水的事…举手表决|三、山的事…`: the bodies lost the marks at their ends, or a page left words
 * there. The number is the next, stands far enough from the last, no other behind a full stop is meant, and the one after it follows.
 */
function goesOnUnmarked(text: string, found: readonly Found[], index: number, last: Found): boolean {
  const candidate = found[index];
  if (candidate === undefined || candidate.ordinal.number !== last.ordinal.number + 1 || !mayOpenUnmarked(text, candidate)) return false;
  if (candidate.start - last.start < leastApart) return false;
  const { form, ordinal } = candidate;
  for (const other of found.slice(index + 1, index + 60)) {
    if (other.form !== form || other.ordinal.number === 1) continue;
    if (other.ordinal.number === ordinal.number && other.clean) return false;
    if (other.ordinal.number === ordinal.number + 1 && other.start - candidate.start >= leastApart && (other.clean || mayOpenUnmarked(text, other))) return true;
  }
  // The last of a series that lost its marks, or one behind what a page left: 当前进度 78%四、…
  return !last.clean || !/[\p{L}\p{N}，、]/u.test(text.charAt(candidate.start - 1));
}

/** 一、, 二、 and 三、 in their order, each far from the one before it, open a series though no sentence ended before them. */
function opensUnmarked(text: string, candidate: Found, following: readonly Found[]): boolean {
  if (!mayOpenUnmarked(text, candidate)) return false;
  let last = candidate;
  for (const other of following) {
    if (other.form !== candidate.form || other.ordinal.number !== last.ordinal.number + 1 || other.start - last.start < leastApart) continue;
    if (!other.clean && !mayOpenUnmarked(text, other)) continue;
    if (other.ordinal.number === 3) return true;
    last = other;
  }
  return false;
}

function opensSeries(text: string, found: readonly Found[], index: number, open: readonly Series[]): boolean {
  const candidate = found[index];
  if (candidate === undefined) return false;
  const { form } = candidate;
  const following = found.slice(index + 1, index + 60);
  if (!following.some((other) => other.form === form && other.ordinal.number === 2)) return false;
  if (candidate.clean || form === 'bracket') return true;
  // 今年的头一件事，一、渠口要看住。…二、…三、…: what counts on behind full stops began with it.
  if (form === 'ordinal' && '，,'.includes(text.charAt(candidate.start - 1)) && [2, 3].every((number) => following.some((other) => other.clean && other.form === form && other.ordinal.number === number))) return true;
  if (open.every((series) => series.form !== form) && opensUnmarked(text, candidate, following)) return true;
  // 我的体会是，一要敢说。怕得罪人就…。二要会说。…
  if ((markedFamilies.has(candidate.ordinal.family) || (candidate.ordinal.family === 'item' && '，,'.includes(text.charAt(candidate.start - 1)))) && following.some((other) => other.form === form && other.ordinal.number === 2 && headAlike(text, candidate, other))) return true;
  const last = open[open.length - 1]?.members.at(-1);
  if (last === undefined) return false;
  const gap = text.slice(last.start + last.ordinal.length, candidate.start);
  return gap.length <= headReach && !/[。！？；]/u.test(gap);
}

function place(text: string, member: Found, starts: readonly number[]): InlineOrdinal {
  // Binary search: a long document has thousands of ordinals.
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= member.start) low = middle + 1;
    else high = middle;
  }
  return {
    start: member.start,
    from: member.start + member.ordinal.length,
    limit: starts[low] ?? text.length,
    ordinal: member.ordinal,
  };
}
