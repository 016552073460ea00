import type { Problem } from '../contracts.ts';
import type { ArticleParts } from './articleParts.ts';
import { findInlineOrdinals } from './inlineOrdinals.ts';
import { isKnownWord } from './knownWords.ts';
import { ordinalOf } from './looseOrdinals.ts';
import type { OrdinalFamily } from './ordinals.ts';
import type { Block } from './sourceText.ts';

/** Paragraphs that go together: the members of one numbered series, or one paragraph alone. */
interface Group {
  readonly family: OrdinalFamily | null;
  /** What stands behind the numeral: 一是 and 二要 are of two series. */
  readonly counts: string;
  readonly blocks: Block[];
  last: number;
}

/** A group with the article it stands in and the one it is believed to belong to. */
interface Placed {
  readonly group: Group;
  readonly stands: number;
  belongs: number;
  /** By how much the article is believed over the next best. */
  margin: number;
}

/** What one mention of an article's own place or organisation counts, and how many mentions count. */
const named = 3;
const mostNamed = 2;
/** What it counts that all telling words of a paragraph stand in an article's known paragraphs too. */
const cohesion = 9;
/** What it costs to go over to another article from one paragraph to the next, and to leave the one it stands in. */
const crossing = 0.6;
const leaving = 0.4;
/** Below this margin what is said of a paragraph is doubtful. */
const doubtful = 0.8;
/** Below this it stays where it stands, unless the columns were parted and it stands nowhere in particular. */
const toMove = 0.4;

/**
 * Gives paragraphs back to the article they belong to, where two columns were read across. An article speaks of its own
 * place or organisation (重庆市科协将…); only where a series or paragraph names another article's and not its own is
 * anything moved. Then paragraphs without a name go by the words they share with those that have one, and by what stands
 * before and behind them. The groups moved, and those that nothing tells, are problems with their place.
 */
export function regroup(articles: readonly ArticleParts[], parted = false): Problem[] {
  const problems: Problem[] = [];
  const placed = articles.flatMap((article, stands) => groupBlocks(article.blocks).map((group): Placed => ({ group, stands, belongs: stands, margin: Infinity })));
  const strangers = placed.map(({ group, stands }) => foreign(articles, group, stands)).filter((count) => count > 0);
  const disturbed = parted || strangers.length >= 2 || strangers.some((count) => count >= 2);
  if (disturbed) assign(articles, placed, parted);
  const moves = placed.filter(({ stands, belongs }) => stands !== belongs);
  for (const { group, stands, belongs } of moves) {
    const from = articles[stands];
    const to = articles[belongs];
    if (from === undefined || to === undefined) continue;
    problems.push(problem('column-moved', `分栏交错：从“${opening(group)}”起的${group.blocks.length}段按内容归入《${to.title ?? ''}》。`, group.blocks));
  }
  if (moves.length > 0) {
    articles.forEach((article, index) => {
      const blocks = placed.filter(({ belongs }) => belongs === index).flatMap(({ group }) => group.blocks);
      article.blocks.splice(0, article.blocks.length, ...blocks);
    });
  }
  for (const { group, margin, stands, belongs } of placed) {
    if (group.family !== null && group.last === 1 && !goesOnWithin(group) && !placed.some((other) => other.belongs === belongs && goesOn(group, other.group))) {
      problems.push(problem('series-cut', `“${opening(group)}”之后没有同级的第二项，后文可能缺失或排在别处。`, group.blocks));
    } else if (disturbed && margin < doubtful && (group.blocks[0]?.text.length ?? 0) >= 40) {
      const title = articles[belongs]?.title ?? articles[stands]?.title ?? '';
      problems.push(problem('article-uncertain', `分栏交错：从“${opening(group)}”起的段落属于哪一篇难以判断，暂归《${title}》。`, group.blocks));
    }
  }
  for (const article of articles) problems.push(...reportJoins(article));
  return problems;
}

/** Whether a group begins with the second of the series that the first begins, as it does where that was read across. */
function goesOn(first: Group, second: Group): boolean {
  return second.family === first.family && second.counts === first.counts && second.last - second.blocks.length === 1;
}

/** `一是盼路况通畅。二是盼收费透明。`: whether the second stands in the paragraph that the first begins. */
function goesOnWithin({ blocks, family, counts }: Group): boolean {
  const text = blocks[0]?.text ?? '';
  // Members that are mere clauses are no inline ordinals.
  if (counts !== '' && text.includes(`，二${counts}`)) return true;
  return findInlineOrdinals(text).some((series) => series.length > 1 && series[0]?.start === 0 && series[0].ordinal.family === family);
}

/** How often a group names the one other article it speaks for while it does not name its own; 2 for a series. */
function foreign(articles: readonly ArticleParts[], group: Group, stands: number): number {
  const text = textOf(group);
  const counts = articles.map((article) => countNames(text, article.names));
  const most = Math.max(...counts);
  const best = counts.indexOf(most);
  const second = Math.max(0, ...counts.filter((_, index) => index !== best));
  if ((counts[stands] ?? 0) > 0 || best === stands || most <= 2 * second) return 0;
  return group.family === null ? most : 2 * most;
}

/** The likeliest article of each group, in the order of the document, by dynamic programming. */
function assign(articles: readonly ArticleParts[], placed: readonly Placed[], parted: boolean): void {
  const words = placed.map(({ group }) => wordsOf(textOf(group)));
  const weight = (word: string): number => Math.log(1 + placed.length / words.filter((each) => each.has(word)).length);
  const weights = new Map<string, number>();
  for (const each of words) for (const word of each) if (!weights.has(word)) weights.set(word, weight(word));
  const names = placed.map(({ group }) => articles.map((article) => countNames(textOf(group), article.names)));
  const first = placed.map(({ stands }, index) => placed[index - 1]?.stands !== stands);
  const known = articles.map((article, index) => {
    const all = wordsOf(article.title ?? '');
    placed.forEach(({ stands }, at) => {
      const own = names[at]?.[index] ?? 0;
      const others = Math.max(0, ...(names[at] ?? []).filter((_, other) => other !== index));
      if (own > others || (own === others && first[at] === true && stands === index)) for (const word of words[at] ?? []) all.add(word);
    });
    return all;
  });
  const fit = placed.map(({ stands }, at) =>
    articles.map((_, index) => {
      let shared = 0;
      let total = 0;
      for (const word of words[at] ?? []) {
        const own = weights.get(word) ?? 0;
        total += own;
        if (known[index]?.has(word) === true) shared += own;
      }
      const opens = first[at] === true && stands === index && Math.max(0, ...(names[at] ?? [])) === 0 ? named : 0;
      return named * Math.min(mostNamed, names[at]?.[index] ?? 0) + opens + (total === 0 ? 0 : (cohesion * shared) / total) - (parted || stands === index ? 0 : leaving);
    }),
  );
  const cost = costOfCrossing(names);
  const forward = run(fit, cost);
  const backward = run([...fit].reverse(), cost).reverse();
  placed.forEach((each, at) => {
    const scores = articles.map((_, index) => (forward[at]?.[index] ?? 0) + (backward[at]?.[index] ?? 0) - (fit[at]?.[index] ?? 0));
    const best = Math.max(...scores);
    each.belongs = scores.indexOf(best);
    each.margin = best - Math.max(...scores.filter((_, index) => index !== each.belongs));
    // What hardly tells moves nothing; it is reported.
    if (!parted && each.margin < toMove) each.belongs = each.stands;
  });
}

/** Where paragraphs that name their article follow each other and hardly ever name the same, the columns alternate. */
function costOfCrossing(names: readonly (readonly number[])[]): number {
  const owner = names.map((counts) => {
    const most = Math.max(...counts);
    return most > 0 && counts.filter((count) => count === most).length === 1 ? counts.indexOf(most) : -1;
  });
  let same = 0;
  let other = 0;
  for (let at = 1; at < owner.length; at += 1) {
    if (owner[at] === -1 || owner[at - 1] === -1) continue;
    if (owner[at] === owner[at - 1]) same += 1;
    else other += 1;
  }
  return other >= 2 && other > 2 * same ? -crossing : crossing;
}

/** For each group and article the best score of all up to it, that group in that article. */
function run(fit: readonly (readonly number[])[], cost: number): number[][] {
  const scores: number[][] = [];
  fit.forEach((own, at) => {
    const before = scores[at - 1];
    scores.push(own.map((value, index) => value + (before === undefined ? 0 : Math.max(...before.map((score, other) => score - (other === index ? 0 : cost))))));
  });
  return scores;
}

/** The words of two characters that a text holds. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const word = text.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(word) && isKnownWord(word)) words.add(word);
  }
  return words;
}

function textOf(group: Group): string {
  return group.blocks.map((block) => block.text).join('\n');
}

function groupBlocks(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const ordinal = ordinalOf(block);
    const open = groups[groups.length - 1];
    const counts = ordinal?.family === 'item' ? (/[是要则问]/u.exec(ordinal.text)?.[0] ?? '') : '';
    if (ordinal !== null && open?.family === ordinal.family && open.counts === counts && ordinal.number === open.last + 1) {
      open.blocks.push(block);
      open.last = ordinal.number;
    } else groups.push({ family: ordinal?.family ?? null, counts, blocks: [block], last: ordinal?.number ?? 0 });
  }
  return groups;
}

function countNames(text: string, names: readonly string[]): number {
  let count = 0;
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) count += 1;
  }
  return count;
}

/** A break that was closed across columns or pages. */
function reportJoins(article: ArticleParts): Problem[] {
  const problems: Problem[] = [];
  for (const block of article.blocks) {
    for (let index = 1; index < block.pieces.length; index += 1) {
      const before = block.pieces[index - 1];
      const after = block.pieces[index];
      if (before === undefined || after === undefined || after.start - before.end < 2 || after.start - before.end > longestGap) continue;
      problems.push({
        code: 'joined-columns',
        message: '此处跨栏或跨页拼接，中间可能有缺漏，请核对。',
        span: { start: before.end, end: after.start },
        space: 'source',
      });
    }
  }
  return problems;
}

/** Farther apart two pieces are rows of a column that was parted from another, which is reported as a whole. */
const longestGap = 12;

/** The clause by which a paragraph is named, behind the mark of its ordinal: `第一，路要修到村口`. */
const firstClause = /^.{0,4}[^。！？；：，]*/u;
const longestQuote = 24;
/** Of a longer one so much is quoted. */
const cutQuote = 16;

function opening(group: Group): string {
  const clause = firstClause.exec(group.blocks[0]?.text ?? '')?.[0] ?? '';
  return clause.length <= longestQuote ? clause : `${clause.slice(0, cutQuote)}……`;
}

function problem(code: string, message: string, blocks: readonly Block[]): Problem {
  const start = blocks[0]?.pieces[0]?.start ?? 0;
  return { code, message, span: { start, end: blocks.at(-1)?.pieces.at(-1)?.end ?? start }, space: 'source' };
}
