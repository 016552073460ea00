import type { Author, Problem } from '../contracts.ts';
import { readAddress } from './address.ts';
import type { ArticleDraft } from './article.ts';
import type { ArticleParts } from './articleParts.ts';
import { isKicker, ownNames, readAuthorLine, readAuthorName, readAuthorNote, readSpoken } from './authorLine.ts';
import { regroup } from './columns.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { readOrdinal } from './ordinals.ts';
import { endsSentence } from './punctuation.ts';
import { removeBlock } from './removal.ts';
import { sliceBlock, type Block } from './sourceText.ts';
import { readDate } from './days.ts';
import { readOrganisation } from './organisations.ts';
import { collectionNumber, composeTitle, isLabelled, isMasthead, readOccasion, readOpening } from './title.ts';

const longestTitle = 44;
const numbered = new RegExp(`^[【[（(]?${collectionNumber}\\s*[:：、．.]?\\s*`, 'u');
const genre = /(?:讲话|致辞|致词|发言|发言稿|讲话稿|演讲稿|主持词|报告|贺词)(?:稿)?$/u;

/**
 * Splits a document into its articles; most hold one. `parted` says that columns read across were parted before.
 * Four things tell that another begins: a title with a line that
 * names its author, a speaker with his post before a colon, a mark such as 篇二, or a title of a speech with an address
 * below it.
 */
export function splitArticles(blocks: readonly Block[], parted = false): { drafts: ArticleDraft[]; problems: Problem[] } {
  const byAuthor = splitAt(blocks, findAuthored(blocks));
  if (byAuthor !== null) {
    const { articles, occasion } = byAuthor;
    const problems = articles.length > 1 ? regroup(articles, parted) : [];
    return { drafts: articles.map(({ lines, title, authors, date, occasion: named, organisation, blocks: own }) => ({ lines, title, authors, date, organisation, occasion: occasion ?? named, blocks: own })), problems };
  }
  const spoken = splitSpoken(blocks);
  if (spoken !== null) return { drafts: spoken, problems: [] };
  const starts = findStarts(blocks);
  if (starts.length < 2) return { drafts: [{ lines: [], title: null, authors: [], occasion: null, blocks }], problems: [] };
  const problems: Problem[] = [];
  const drafts = starts.map((start, index): ArticleDraft => {
    // Above the first mark stands the title of them all; what is more than a title goes with the first.
    const above = blocks.slice(0, start);
    const titled = index === 0 && above.every(({ text }) => text.length <= 60 && !endsSentence(text)) && numbered.test(blocks[start]?.text ?? '');
    const from = index === 0 && !titled ? 0 : start;
    return { lines: titled ? above : [], title: null, authors: authorsBelow(blocks, start), occasion: null, blocks: blocks.slice(from, starts[index + 1] ?? blocks.length).map((block, at) => (from + at === start ? withoutCount(block, problems) : block)) };
  });
  return { drafts, problems };
}

/** `篇二：` before a title is a collection's, which counts its texts. */
const count = /^[【[（(]?(?:(?:范文|例文|讲话稿|篇)\s*[一二三四五六七八九十\d]{1,3}|第\s*[一二三四五六七八九十\d]{1,3}\s*篇)\s*[】\])）]?\s*[:：、．.]\s*(?=\S{4})/u;

function withoutCount(block: Block, problems: Problem[]): Block {
  const length = count.exec(block.text)?.[0].length ?? 0;
  if (length === 0) return block;
  problems.push(...removeBlock('site-chrome', sliceBlock(block, { start: 0, end: length })));
  return sliceBlock(block, { start: length, end: block.text.length });
}

/**
 * What several people said at one meeting, `周大山（青石市水务局局长）：这几年…`, an article each under the title of all.
 * What stands above the first of them is one of its own where it is more than a title.
 */
function splitSpoken(blocks: readonly Block[]): ArticleDraft[] | null {
  const found = blocks.flatMap((block, line) => {
    const spoken = block.hint?.table === true ? null : readSpoken(block.text);
    return spoken === null ? [] : [{ line, ...spoken }];
  });
  const first = found[0];
  if (first === undefined || found.length < 2) return null;
  const above = blocks.slice(0, first.line);
  const { title } = readOpening(above);
  const apart = above.some(({ text }) => text.length >= 30 && endsSentence(text));
  const drafts = found.map(({ line, author, length }, index): ArticleDraft => {
    const block = blocks[line];
    const rest = blocks.slice(line + 1, found[index + 1]?.line ?? blocks.length);
    const own = block === undefined ? [] : [sliceBlock(block, { start: 0, end: length })];
    const said = block === undefined ? [] : [sliceBlock(block, { start: length, end: block.text.length })];
    return { lines: index === 0 && !apart ? [...above, ...own] : own, title, authors: [author], occasion: null, blocks: [...said, ...rest] };
  });
  return apart ? [{ lines: [], title: null, authors: [], occasion: null, blocks: above }, ...drafts] : drafts;
}

interface Authored {
  /** Index of the first title line. */
  readonly start: number;
  readonly line: number;
  readonly author: Author;
}

function findAuthored(blocks: readonly Block[]): Authored[] {
  const found: Authored[] = [];
  blocks.forEach((block, line) => {
    const author = readAuthorLine(block.text);
    if (author === null) return;
    let start = line;
    while (start > 0 && line - start < 4 && isTitle(blocks[start - 1])) start -= 1;
    if (start < line) found.push({ start, line, author });
  });
  if (found.length > 0) return found;
  // A bare name names an author only where several titles have one below them.
  blocks.forEach((block, line) => {
    const author = readAuthorName(block.text);
    const above = blocks[line - 1];
    if (author === null || line === 0 || !isTitle(above) || readAuthorName(above?.text ?? '') !== null || (blocks[line + 1]?.text.length ?? 0) < 40) return;
    let start = line - 1;
    while (start > 0 && line - start < 4 && isTitle(blocks[start - 1])) start -= 1;
    found.push({ start, line, author: { ...author, post: noteBelow(blocks, line) } });
  });
  return found.length >= 2 ? found : [];
}

/** The post in the note that closes the article which begins at `line`. */
function noteBelow(blocks: readonly Block[], line: number): string | null {
  for (let index = line + 1; index < blocks.length; index += 1) {
    const text = blocks[index]?.text ?? '';
    const post = readAuthorNote(text);
    if (post !== null) return post;
    if (readAuthorName(text) !== null) return null;
  }
  return null;
}

function isTitle(block: Block | undefined): boolean {
  if (block === undefined || block.hint?.table === true) return false;
  const { text } = block;
  return text.length <= longestTitle && !endsSentence(text) && ordinalOf(block) === null && readAuthorLine(text) === null && readAuthorNote(text) === null;
}

function splitAt(blocks: readonly Block[], found: readonly Authored[]): { articles: ArticleParts[]; occasion: string | null } | null {
  const first = found[0];
  // A single author far down is a signature or a quotation, not the head of the file.
  if (first === undefined || (found.length === 1 && first.line > 8)) return null;
  const tops = found.map(({ start, line }) => readTop(blocks, start, line));
  const collection = findCollectionTitle(tops.map(({ titles }) => titles));
  let occasion: string | null = tops.find(({ kicker }) => kicker !== null)?.kicker ?? null;
  if (collection !== null) occasion ??= readOccasion(collection);
  const articles = found.map(({ start, line, author }, index): ArticleParts => {
    const { titles: all, date } = tops[index] ?? emptyTop;
    const titles = index === 0 && collection !== null ? all.slice(1) : all;
    // The day may stand above or below who speaks.
    const below = readDate(blocks[line + 1]?.text ?? '');
    const body = below === null ? line + 1 : line + 2;
    return {
      lines: blocks.slice(index === 0 ? 0 : start, body),
      title: composeTitle(titles) ?? '',
      authors: [author],
      // A subtitle names it: ——在全区城市管理工作推进会上的讲话.
      occasion: readOccasion(titles.join(' ')),
      organisation: readOrganisation(titles.join(' ')),
      date: date ?? below,
      names: ownNames(author),
      blocks: blocks.slice(body, found[index + 1]?.start ?? blocks.length),
    };
  });
  return { articles, occasion };
}

/** What stands above the line that names an author. */
interface Top {
  readonly titles: readonly string[];
  /** What the line above all titles names: 学习贯彻…精神特刊. */
  readonly kicker: string | null;
  readonly date: string | null;
}

const emptyTop: Top = { titles: [], kicker: null, date: null };

function readTop(blocks: readonly Block[], start: number, line: number): Top {
  const titles: string[] = [];
  let kicker: string | null = null;
  let date: string | null = null;
  blocks.slice(start, line).forEach(({ text }, index, lines) => {
    const day = titles.length === 0 ? null : readDate(text);
    if (day !== null) date = day;
    else if (titles.length > 0 && isLabelled(text)) return;
    else if (isKicker(text) && lines.length > 1) kicker ??= text.replace(/(?:特刊|专刊|专栏|专题|专辑)$/u, '');
    else if (titles.length === 0 && isMasthead(text, lines[index + 1]?.text)) return;
    else if (titles.length === 0 || !/^[（(【[][^（()）】\]。]{2,20}[)）】\]]$/u.test(text)) titles.push(text);
  });
  return { titles, kicker, date };
}

/** `在全市…座谈会上的发言（汇编）`: how a line says that it heads several texts. */
const heads = /(?:汇编|选编|摘编|选登|摘登|选辑|集锦|发言材料|交流材料|典型材料)[)）】\]]?$/u;

/**
 * The title of a whole collection, where it stands right above the first text's own: it says so, or names the occasion that no
 * other text does. `null` where there is none.
 */
function findCollectionTitle([first = [], ...others]: readonly (readonly string[])[]): string | null {
  const [title, own] = first;
  if (others.length === 0 || title === undefined || own === undefined || /^[—–-]/u.test(own)) return null;
  return heads.test(title) || (readOccasion(title) !== null && others.every((titles) => readOccasion(titles.join(' ')) === null)) ? title : null;
}

/** The lines that may stand between a title and what follows it: its day, its place and who speaks. */
function asidesBelow(blocks: readonly Block[], title: number): string[] {
  const lines = blocks.slice(title + 1, title + 4).map(({ text }) => text);
  const end = lines.findIndex((text) => !(text.length <= 40 && !endsSentence(text) && (readAuthorLine(text) ?? readAuthorName(text) ?? readDate(text)) !== null) && !isLabelled(text) && !inBrackets.test(text));
  return end === -1 ? lines : lines.slice(0, end);
}

const inBrackets = /^[（(【[][^（()）】\]。]{2,30}[)）】\]]$/u;

/** Who speaks, of those of a title's asides that say it with a post, or by name alone. */
function authorsBelow(blocks: readonly Block[], title: number): Author[] {
  const lines = asidesBelow(blocks, title);
  const author = lines.map(readAuthorLine).find((found) => found !== null) ?? lines.map(readAuthorName).find((found) => found !== null);
  return author === undefined ? [] : [author];
}

function findStarts(blocks: readonly Block[]): number[] {
  const marked: number[] = [];
  const addressed: number[] = [];
  blocks.forEach(({ text }, index) => {
    if (text.length <= 60 && numbered.test(text) && !endsSentence(text)) marked.push(index);
    if (text.length <= longestTitle && genre.test(text) && readOrdinal(text, 0) === null && readAddress(blocks[index + 1 + asidesBelow(blocks, index).length]?.text ?? '', 0) > 0) addressed.push(index);
  });
  return marked.length >= 2 ? marked : addressed;
}
