import type { Outline, Section } from '../../../src/core/contracts.ts';
import { fold } from '../../../src/core/text/folding.ts';

/** A head of a gold outline or of an outline that was read. */
export interface Head {
  readonly article: number;
  readonly level: number;
  readonly ordinal: string;
  readonly heading: string;
}

export interface GoldOutline {
  readonly titles: readonly string[];
  readonly heads: readonly Head[];
}

/** Reads `level TAB ordinal TAB heading`; a line `# TAB author TAB title` begins an article. */
export function parseGold(text: string): GoldOutline {
  const titles: string[] = [];
  const heads: Head[] = [];
  for (const line of text.split('\n')) {
    const [first = '', second = '', third = ''] = line.split('\t');
    if (first === '#') titles.push(third);
    else if (first !== '') heads.push({ article: titles.length - 1, level: Number(first), ordinal: second, heading: third });
  }
  return { titles, heads };
}

export function headsOf(outline: Outline): Head[] {
  const walk = (article: number, sections: readonly Section[]): Head[] =>
    sections.flatMap((section) => [
      { article, level: section.level, ordinal: section.ordinal ?? '', heading: section.heading },
      ...walk(article, section.sections),
    ]);
  return outline.articles.flatMap((article, index) => walk(index, article.sections));
}

/** Punctuation and width normalised, white space left out. */
export function normalise(text: string): string {
  return fold(text).replace(/\s+/gu, '').replace(/[。.;:,]+$/u, '');
}

export interface Score {
  readonly gold: number;
  readonly found: number;
  /** Heads with the exact words. */
  readonly right: number;
  /** Heads with the exact words and the exact level. */
  readonly level: number;
  /** Gold heads that were found at all: same article, same ordinal, same first four characters. */
  readonly met: number;
  /** Of those, heads that end where they should. */
  readonly ended: number;
}

export function score(gold: readonly Head[], found: readonly Head[]): Score {
  const rest = found.map((head) => ({ ...head, key: keyOf(head), taken: false }));
  let right = 0;
  let level = 0;
  let met = 0;
  let ended = 0;
  for (const head of gold) {
    const key = keyOf(head);
    const exact = rest.find((other) => !other.taken && other.key === key && other.level === head.level) ?? rest.find((other) => !other.taken && other.key === key);
    const near = exact ?? rest.find((other) => !other.taken && isNear(other, head));
    if (near === undefined) continue;
    met += 1;
    near.taken = true;
    if (exact === undefined) continue;
    ended += 1;
    right += 1;
    if (exact.level === head.level) level += 1;
  }
  return { gold: gold.length, found: found.length, right, level, met, ended };
}

function keyOf(head: Head): string {
  return `${head.article}|${normalise(head.heading)}`;
}

function isNear(one: Head, other: Head): boolean {
  return (
    one.article === other.article &&
    normalise(one.ordinal) === normalise(other.ordinal) &&
    normalise(one.heading).slice(0, 4) === normalise(other.heading).slice(0, 4)
  );
}

export function sum(scores: readonly Score[]): Score {
  const total = { gold: 0, found: 0, right: 0, level: 0, met: 0, ended: 0 };
  for (const each of scores) {
    total.gold += each.gold;
    total.found += each.found;
    total.right += each.right;
    total.level += each.level;
    total.met += each.met;
    total.ended += each.ended;
  }
  return total;
}

export function f1(right: number, total: Score): number {
  return total.gold + total.found === 0 ? 1 : (2 * right) / (total.gold + total.found);
}
