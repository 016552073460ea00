/**
 * How parallel two heads without a number are: worded alike (`希望大家心中有魂` and `希望大家脚下有泥`), shaped alike (both of four
 * characters, or of clauses as long as each other), or neither. Heads of one rank mostly are.
 */
export type Likeness = 'worded' | 'shaped' | 'unlike';

/** A head's words, and what it shares with heads of its shape. */
export interface Worded {
  readonly heading: string;
  readonly shape: string;
}

export function tellLikeness(one: Worded, other: Worded): Likeness {
  return isWordedAlike(one.heading, other.heading) ? 'worded' : one.shape === other.shape ? 'shaped' : 'unlike';
}

/** Worded alike are heads that begin or end with the same two characters or, being as long as each other, with the same one, that hold a colon behind a short label, or three characters that both hold. */
function isWordedAlike(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) || one.slice(-2) === other.slice(-2) || (isLabelling(one) && isLabelling(other)) || isFramedAlike(one, other) || sharesWord(one, other);
}

/** `看坝脚：渗水点多了四处`. */
export function isLabelling(heading: string): boolean {
  return label.test(heading);
}

/** 打存款这场硬仗 and 打客户这场苦仗. */
function isFramedAlike(one: string, other: string): boolean {
  return one.length === other.length && one.length > longestShort && one.slice(0, 1) === other.slice(0, 1) && one.slice(-1) === other.slice(-1);
}

/**
 * How long a short head is, and the first clause of one in two: 敞开门，迎进八个群体 is shaped as 沉下身，服务职工所需 is. Where
 * all heads are two clauses, how long the first is tells nothing.
 */
export function shapesOf(headings: readonly string[]): string[] {
  const clauses = headings.every((heading) => heading.includes('，'));
  return headings.map((heading) => {
    const comma = heading.indexOf('，');
    return comma > 0 && !clauses ? `${comma}，` : heading.length <= longestShort ? String(heading.length) : heading;
  });
}

const longestShort = 5;

const label = /^[^：:，。]{2,6}[：:]/u;

/** Three characters that both hold, wherever they stand. */
function sharesWord(one: string, other: string): boolean {
  for (let at = 0; at + 3 <= one.length; at += 1) if (other.includes(one.slice(at, at + 3))) return true;
  return false;
}
