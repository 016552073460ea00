import type { Head } from './head.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { readOrdinal, type Ordinal, type OrdinalFamily } from './ordinals.ts';
import { findMark } from './punctuation.ts';
import type { Block } from './sourceText.ts';

interface Member {
  readonly block: number;
  readonly number: number;
  readonly head: Head | null;
}

/** Families that number lists as often as heads. */
const listLike: ReadonlySet<OrdinalFamily> = new Set(['digit', 'decimal', 'bracketDigit', 'circled', 'item', 'nth', 'step', 'sequence']);

/**
 * Leaves out heads that are members of a list. A numbered series is a list where half or more of its members are whole
 * sentences too long for a head, or where none of its members has anything below it.
 */
export function withoutLists(blocks: readonly Block[], heads: readonly Head[]): Head[] {
  const byBlock = new Map<number, Head>();
  for (const head of heads) if (!head.inline && head.start === 0) byBlock.set(head.block, head);
  const rejected = new Set<Head>();
  for (const { family, members } of collectSeries(blocks, byBlock)) {
    const placed = members.filter((member) => member.head !== null);
    const explicit = placed.some((member) => member.head?.level !== null);
    if (explicit || placed.length === 0) continue;
    const mostlyList = members.length >= 2 && placed.length * 2 <= members.length;
    const maybeList = listLike.has(family) || isAgenda(blocks[(members[0]?.block ?? 0) - 1]?.text ?? '');
    const bare = maybeList && members.length >= 2 && members.every((member, index) => isBare(blocks, member, members[index + 1]));
    const alone = members.length === 1 && (family === 'nth' || family === 'step' || isWithinParagraph(blocks, members[0]));
    // 二是 with 三是 in the same paragraph, and 四是 happens to open a line again.
    const gaps = members.filter(({ block, number }, index) => members[index + 1]?.number === number + 2 && holdsItem(blocks[block], number + 1));
    const inside = family === 'item' && gaps.length > 0 && gaps.length * 2 >= members.length;
    if (mostlyList || bare || alone || inside || isSentences(blocks, members) || isLongWinded(blocks, members)) for (const member of placed) if (member.head !== null) rejected.add(member.head);
  }
  return heads.filter((head) => !rejected.has(head));
}

/**
 * 一是…。 at a paragraph's start with 二是…。 in the same paragraph, or 四是…。 with 三是…。 in the one above: what the series
 * counts are the sentences of a paragraph, one of which happens to open a line. Where it has a body it may be a head that the
 * others wait for.
 */
function isWithinParagraph(blocks: readonly Block[], member: Member | undefined): boolean {
  if (member === undefined) return false;
  const own = ordinalOf(blocks[member.block]);
  if (own?.family !== 'item') return false;
  if (holdsItem(blocks[member.block], own.number + 1)) return true;
  const above = blocks[member.block - 1];
  return own.number > 1 && holdsItem(above, own.number - 1) && (isBare(blocks, member, undefined) || /[；;]$/u.test(above?.text ?? ''));
}

/** Whether an item of this number stands in a block behind the end of a sentence. */
function holdsItem(block: Block | undefined, number: number): boolean {
  const text = block?.text ?? '';
  const first = '零一二三四五六七八九十'.charAt(number);
  for (let at = first === '' ? -1 : text.indexOf(first, 1); at > 0; at = text.indexOf(first, at + 1)) {
    const ordinal = '。；！？：;!?:'.includes(text.charAt(at - 1)) ? readOrdinal(text, at) : null;
    if (ordinal?.family === 'item' && ordinal.number === number) return true;
  }
  return false;
}

/** `今天的会议有三项议程：` announces what is said and done, and heads nothing. */
function isAgenda(above: string): boolean {
  return /(?:议程|议题|程序|日程|流程)[^。！？]{0,10}[：:]?$/u.test(above.slice(-20));
}

/** Every member is a sentence with its mark, and nothing stands below any: a list, however it is numbered. */
function isSentences(blocks: readonly Block[], members: readonly Member[]): boolean {
  return members.length >= 2 && members.every((member, index) => /[。；;]$/u.test(blocks[member.block]?.text ?? '') && isBare(blocks, member, members[index + 1]));
}

/** The longest mean of first sentences that are heads though hardly more stands below them than in them. */
const longestMean = 40;

/** Principles and measures, a paragraph each: their first sentences are as long as any, and little follows. */
function isLongWinded(blocks: readonly Block[], members: readonly Member[]): boolean {
  if (members.length < 2) return false;
  let heads = 0;
  let bodies = 0;
  let lines = 0;
  for (const [index, member] of members.entries()) {
    const text = blocks[member.block]?.text ?? '';
    const from = ordinalOf(blocks[member.block])?.length ?? 0;
    const mark = findMark(text, from, '。！？');
    // A head that ends without a mark, with a gap or with a colon is one, whatever its length.
    if (mark < 0 || (member.head !== null && (member.head.bodyStart === member.head.end || /[：: ]/u.test(text.charAt(member.head.end))))) return false;
    heads += Math.min(mark - from, 80);
    bodies += text.length - mark - 1;
    const until = members[index + 1]?.block ?? member.block + 1;
    if (mark === text.length - 1 && until > member.block + 1) lines += 1;
    for (let below = member.block + 1; below < until; below += 1) bodies += blocks[below]?.text.length ?? 0;
  }
  return lines * 2 < members.length && heads > longestMean * members.length && bodies < 2 * heads;
}

interface Series {
  readonly family: OrdinalFamily;
  /** 第二个因素是 and 第三条道路是 count apart. */
  readonly measure: string;
  readonly members: Member[];
}

/** 最后 and 还有一个字 end any series that they are told to. */
function measureOf({ family, text }: Ordinal): string {
  return family === 'step' ? (/^[第头][一二三四五六七八九十]+(.)/u.exec(text)?.[1] ?? '') : '';
}

function collectSeries(blocks: readonly Block[], heads: ReadonlyMap<number, Head>): Series[] {
  const done: Series[] = [];
  let open: Series[] = [];
  blocks.forEach((each, block) => {
    const read = ordinalOf(each);
    if (read === null) return;
    // 首先，… 第二，… is one series.
    const ordinal = read.family === 'sequence' ? { ...read, family: 'nth' as const } : read;
    const member = { block, number: ordinal.number, head: heads.get(block) ?? null };
    // The innermost open series that this number goes on; a number 1 opens one of its own.
    const depth = ordinal.number === 1 ? -1 : findSeries(open, ordinal);
    if (depth >= 0) {
      open[depth]?.members.push(member);
      open = open.slice(0, depth + 1);
      return;
    }
    const fresh = { family: ordinal.family, measure: measureOf(ordinal), members: [member] };
    done.push(fresh);
    open = [...open.slice(-7), fresh];
  });
  return done;
}

/** The innermost series that the number goes on exactly; else the innermost that it goes on with a gap of up to two. */
function findSeries(open: readonly Series[], ordinal: Ordinal): number {
  const { family, number } = ordinal;
  const measure = measureOf(ordinal);
  const step = (series: Series): number =>
    series.family === family && (measure === '' || series.measure === measure) ? number - (series.members.at(-1)?.number ?? 0) : 0;
  const exact = open.findLastIndex((series) => step(series) === 1);
  return exact >= 0 ? exact : open.findLastIndex((series) => step(series) > 1 && step(series) <= 3);
}

/** Nothing stands between this member and the next, on its line or below it. */
function isBare(blocks: readonly Block[], member: Member, next: Member | undefined): boolean {
  const text = blocks[member.block]?.text ?? '';
  const body = member.head === null ? 0 : text.length - member.head.bodyStart;
  if (body >= 8) return false;
  if (next !== undefined) return next.block === member.block + 1;
  // The last member's body cannot be told from what follows the list.
  return true;
}
