import type { Problem } from '../contracts.ts';
import type { ArticleParts } from './articles.ts';
import { ordinalOf } from './looseOrdinals.ts';
import type { OrdinalFamily } from './ordinals.ts';
import type { Block } from './sourceText.ts';

/** Paragraphs that go together: the members of one numbered series, or one paragraph alone. */
interface Group {
  readonly family: OrdinalFamily | null;
  readonly blocks: Block[];
  last: number;
}

/**
 * Gives paragraphs back to the article they belong to, where two columns were read across. An article speaks of its own
 * place or organisation (重庆市科协将…), so a series that names another article's and never its own belongs there. The
 * groups moved, and those that nothing tells, are problems with their place.
 */
export function regroup(articles: readonly ArticleParts[]): Problem[] {
  const problems: Problem[] = [];
  const moves: { group: Group; from: ArticleParts; to: ArticleParts }[] = [];
  for (const from of articles) {
    for (const group of groupBlocks(from.blocks)) {
      const text = group.blocks.map((block) => block.text).join('\n');
      const own = countNames(text, from.names);
      const rivals = articles
        .filter((article) => article !== from)
        .map((article) => ({ article, count: countNames(text, article.names) }))
        .sort((a, b) => b.count - a.count);
      const [best, second] = rivals;
      const least = group.family === null ? 2 : 1;
      if (best === undefined || own > 0 || best.count < least || best.count <= 2 * (second?.count ?? 0)) continue;
      moves.push({ group, from, to: best.article });
    }
  }
  for (const { group, from, to } of moves) {
    for (const block of group.blocks) from.blocks.splice(from.blocks.indexOf(block), 1);
    to.blocks.push(...group.blocks);
    problems.push(problem('column-moved', `分栏交错：从“${opening(group)}”起的${group.blocks.length}段按内容归入《${to.title ?? ''}》。`, group.blocks));
  }
  const disturbed = new Set(moves.map((move) => move.from));
  for (const article of articles) problems.push(...reportDoubts(article, disturbed.has(article)));
  return problems;
}

function groupBlocks(blocks: readonly Block[]): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const ordinal = ordinalOf(block);
    const open = groups[groups.length - 1];
    if (ordinal !== null && open?.family === ordinal.family && ordinal.number === open.last + 1) {
      open.blocks.push(block);
      open.last = ordinal.number;
    } else groups.push({ family: ordinal?.family ?? null, blocks: [block], last: ordinal?.number ?? 0 });
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

/** What the text does not tell: a series that stops at its first member, and a break that was closed across columns. */
function reportDoubts(article: ArticleParts, disturbed: boolean): Problem[] {
  const problems: Problem[] = [];
  for (const group of groupBlocks(article.blocks)) {
    if (group.family !== null && group.last === 1) {
      problems.push(problem('series-cut', `“${opening(group)}”之后没有同级的第二项，后文可能缺失或排在别处。`, group.blocks));
    } else if (disturbed && group.family !== null && countNames(group.blocks.map((block) => block.text).join('\n'), article.names) === 0) {
      problems.push(problem('article-uncertain', `分栏交错：从“${opening(group)}”起的段落属于哪一篇无法判断。`, group.blocks));
    }
  }
  for (const block of article.blocks) {
    for (let index = 1; index < block.pieces.length; index += 1) {
      const before = block.pieces[index - 1];
      const after = block.pieces[index];
      if (before === undefined || after === undefined || after.start - before.end < 2) continue;
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

function opening(group: Group): string {
  return (group.blocks[0]?.text ?? '').slice(0, 12);
}

function problem(code: string, message: string, blocks: readonly Block[]): Problem {
  const start = blocks[0]?.pieces[0]?.start ?? 0;
  return { code, message, span: { start, end: blocks.at(-1)?.pieces.at(-1)?.end ?? start }, space: 'source' };
}
