import type { Head } from './head.ts';
import { isClosingHead } from './heads.ts';
import type { OrdinalFamily } from './ordinals.ts';
import { findBelow } from './parallelHeads.ts';

/** A fault in the numbering, at the head with this index. */
export interface NumberingFault {
  readonly head: number;
  readonly kind: 'gap' | 'repeat';
  /** The number before it in the same series. */
  readonly after: number;
  readonly number: number;
}

interface Open {
  readonly key: OrdinalFamily | 'chapter' | 'clause' | 'plain' | 'below' | 'runIn' | 'explicit';
  /** The level that the format gave; `null` for a head told from its text. */
  readonly explicit: number | null;
  number: number;
}

/**
 * The depth of each head in the tree. A family of numbers that is open goes on at its own depth; a new one opens below
 * the head before it, however it is written: 1. right below 一、 is level 2, and so is （一）.
 */
export function assignLevels(heads: readonly Head[], text: (head: Head) => string): { levels: number[]; faults: NumberingFault[] } {
  const levels: number[] = [];
  const faults: NumberingFault[] = [];
  const open: Open[] = [];
  const keys = keysOf(heads, heads.map(text));
  const parted = isParted(heads, keys);
  heads.forEach((head, index) => {
    const key = keys[index] ?? 'plain';
    const number = head.ordinal?.number ?? 0;
    const depth = placeOf({ heads, keys, index, open, key, number, heading: text(head), parted });
    const sibling = open[depth];
    open.length = depth + 1;
    if (sibling?.key === key && number > 0 && sibling.number > 0 && number !== 1) {
      if (number > sibling.number + 1) faults.push({ head: index, kind: 'gap', after: sibling.number, number });
      else if (number <= sibling.number) faults.push({ head: index, kind: 'repeat', after: sibling.number, number });
    } else if (number > 1 && head.level === null) faults.push({ head: index, kind: 'gap', after: 0, number });
    open[depth] = { key, explicit: head.level, number };
    levels.push(depth + 1);
  });
  return { levels, faults };
}

/** 第一编, 第一章 and 第一节 are three ranks; a head without a number stands on a line of its own or opens its paragraph. */
function keyOf(head: Head): Open['key'] {
  const family = head.ordinal?.family ?? (head.level === null ? (head.inline ? 'runIn' : 'plain') : 'explicit');
  if (family !== 'part') return family;
  return /[章]/u.test(head.ordinal?.text ?? '') ? 'chapter' : /节/u.test(head.ordinal?.text ?? '') ? 'clause' : 'part';
}

/** The keys of all heads; what the others tell of one is weighed in. */
function keysOf(heads: readonly Head[], headings: readonly string[]): Open['key'][] {
  const keys = heads.map(keyOf);
  const below = findBelow(keys, headings, findBare(heads, keys));
  let spoken: Open['key'] = 'sequence';
  return keys.map((key, index) => {
    if (below.has(index)) return 'below';
    // 首先，… 第二，… is one series, and 首先，… 其次，… below 第三， is another.
    if (key === 'sequence' && heads[index]?.ordinal?.number === 1) spoken = keys.slice(index + 1).find((next) => next === 'nth' || next === 'sequence') === 'nth' ? 'nth' : 'sequence';
    else if (key === 'nth') spoken = 'nth';
    return key === 'sequence' ? spoken : key;
  });
}

/** Heads without a number that have another right below them. */
function findBare(heads: readonly Head[], keys: readonly Open['key'][]): ReadonlySet<number> {
  const bare = new Set<number>();
  heads.forEach((head, index) => {
    if (keys[index] === 'plain' && keys[index + 1] === 'plain' && heads[index + 1]?.block === head.block + 1) bare.add(index);
  });
  return bare;
}

interface Place {
  readonly heads: readonly Head[];
  readonly keys: readonly Open['key'][];
  readonly index: number;
  readonly open: readonly Open[];
  readonly key: Open['key'];
  readonly number: number;
  readonly heading: string;
  readonly parted: boolean;
}

/**
 * Whether heads without numbers part the article: most have a series 一、二、 or 第一，第二， of their own below them. Where 一、
 * is counted once, they are of one rank with it.
 */
function isParted(heads: readonly Head[], keys: readonly Open['key'][]): boolean {
  if (keys[0] !== 'plain') return false;
  let series = 0;
  let plain = false;
  for (const [index, head] of heads.entries()) {
    const key = keys[index];
    if (key === 'plain') plain = true;
    else if ((key === 'ordinal' || key === 'nth') && head.ordinal?.number === 1 && plain) {
      series += 1;
      plain = false;
    }
  }
  return series >= 2;
}

/** Families and what hardly ever stands above them: 一、 is above （一） where both stand, and 一是 is below all. */
const ranks: Readonly<Partial<Record<Open['key'], ReadonlySet<Open['key']>>>> = {
  part: new Set(['plain', 'runIn', 'chapter', 'clause', 'ordinal', 'bracket', 'digit', 'bracketDigit', 'circled', 'item']),
  chapter: new Set(['plain', 'runIn', 'clause', 'ordinal', 'bracket', 'digit', 'bracketDigit', 'circled', 'item']),
  clause: new Set(['runIn', 'ordinal', 'bracket', 'digit', 'bracketDigit', 'circled', 'item']),
  ordinal: new Set(['runIn', 'bracket', 'digit', 'bracketDigit', 'circled', 'item']),
  digit: new Set(['bracketDigit', 'circled', 'item']),
  plain: new Set(['runIn']),
  nth: new Set(['item', 'circled']),
};

/** Where a series opens: below all that is open, but for what is over and cannot stand above it. */
function depthOfNew({ heads, keys, index, open, key }: Pick<Place, 'heads' | 'keys' | 'index' | 'open' | 'key'>): number {
  const lower = ranks[key];
  let depth = open.length;
  for (let above = open[depth - 1]; depth > 1 && above !== undefined && lower?.has(above.key) === true && !goesOn({ heads, keys }, index, above); above = open[depth - 1]) depth -= 1;
  return depth;
}

/** Whether the next head of the series' family behind `index` is its next member. */
function goesOn({ heads, keys }: Pick<Place, 'heads' | 'keys'>, index: number, series: Open): boolean {
  const next = keys.slice(index + 1, index + 200).indexOf(series.key);
  return next >= 0 && heads[index + 1 + next]?.ordinal?.number === series.number + 1;
}

function placeOf({ heads, keys, index, open, key, number, heading, parted }: Place): number {
  const head = heads[index];
  if (head === undefined || open.length === 0) return 0;
  if (head.level !== null) {
    const level = head.level;
    const found = open.findIndex((entry) => entry.explicit === null ? entry.key === key && key !== 'plain' : entry.explicit >= level);
    return found < 0 ? open.filter((entry) => entry.explicit !== null).length : found;
  }
  if (isClosingHead(heading)) return 0;
  const found = findSeries(open, key, number);
  // 一、 never stands below a head without a number: 首先报告去年的工作 and 一、 are of one rank.
  if (found < 0 && (key === 'ordinal' || key === 'part') && (open[0]?.key === 'item' || open[0]?.key === 'runIn' || (open[0]?.key === 'plain' && !parted))) return 0;
  // What stands on lines of its own is never below what opens paragraphs.
  if (found < 0 && key === 'plain' && open[0]?.key === 'runIn') return 0;
  // One alone at the end parts nothing that is numbered: 合上这个本子：担当就在日常里.
  if (found < 0 && key === 'plain' && index === heads.length - 1 && keys.filter((other) => other === 'plain').length === 1) return 0;
  if (found < 0 && key === 'bracket' && open.length > 1 && (open.at(-1)?.key === 'plain' || open.at(-1)?.key === 'runIn')) return open.length - 1;
  if (found < 0) return depthOfNew({ heads, keys, index, open, key });
  const entry = open[found];
  // 一、二、三 inside 四、: the count begins anew, and the outer one goes on after it.
  const restarts = entry !== undefined && number === 1 && entry.number >= 1 && key !== 'plain' && key !== 'runIn' && key !== 'below';
  if (restarts && outerGoesOn({ heads, keys }, { index, key, outer: entry.number })) return Math.max(found + 1, depthOfNew({ heads, keys, index, open, key }));
  return found;
}

/** The innermost open series that this number goes on; else the innermost of its family. */
function findSeries(open: readonly Open[], key: Open['key'], number: number): number {
  let family = -1;
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const entry = open[depth];
    if (entry?.key !== key) continue;
    if (key === 'plain' || key === 'below' || key === 'runIn' || entry.number + 1 === number) return depth;
    if (family < 0) family = depth;
  }
  return family;
}

function outerGoesOn({ heads, keys }: Pick<Place, 'heads' | 'keys'>, inner: { index: number; key: Open['key']; outer: number }): boolean {
  let expected = 2;
  // A list that goes on for hundreds of heads is looked at in part: each of its heads looks ahead.
  for (let index = inner.index + 1; index < Math.min(heads.length, inner.index + 200); index += 1) {
    const head = heads[index];
    const ordinal = head?.ordinal;
    if (head === undefined || ordinal === null || ordinal === undefined || keys[index] !== inner.key) continue;
    if (ordinal.number === expected || ordinal.number === 1) {
      expected = ordinal.number + 1;
      continue;
    }
    return ordinal.number === inner.outer + 1;
  }
  return false;
}
