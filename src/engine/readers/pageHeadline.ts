import { furnitureScore } from '../../core/speech/furnitureScore.ts';
import { isLabelled } from '../../core/speech/title.ts';
import { isLinkLine, type LineRange, type PageBox, type PageLine } from './pageTree.ts';
import { isNamedTitle } from './pageZones.ts';

/**
 * The line of a page that is the title of its text: what the page's head says that its title is, without the site's name.
 * Most sites put the same words into a breadcrumb, a list or a player as well; a heading, and the line nearest to the text,
 * is the text's own.
 */

/** A line of fewer letters is the title only where the page says exactly so. */
const shortestPart = 8;
const shortest = 4;
const longest = 90;
/** A page says its title as often, and shows it within as many lines. */
const mostSaid = 6;
const furthest = 1500;
/** A title may be broken into as many lines. */
const mostRows = 3;

/** First line of the title and the one behind its last; `null` where nothing tells. */
export function findHeadline(lines: readonly PageLine[], titles: readonly string[], before: number): LineRange | null {
  const said = titles.slice(0, mostSaid).map(readSaid);
  const end = Math.min(before, furthest);
  const letters = lines.slice(0, end).map(({ text }) => (text.length > longest ? '' : lettersOf(text)));
  const lastLink = lines.slice(0, end).findLastIndex((line) => line.level === null && isLinkLine(line));
  let best: LineRange | null = null;
  let most = 0;
  for (let index = 0; index < end; index += 1) {
    const line = lines[index] as PageLine;
    if (line.table || line.text.length > longest) continue;
    const rows = rowsFrom(letters, index, said);
    const match = rows === 0 ? 0 : matchOf(letters.slice(index, index + rows).join(''), said);
    const value = match === 0 ? (index > lastLink ? headingOf(line) : 0) : match + (line.level === null ? 0 : line.level === 1 ? 1 : 0.6) - (isLinkLine(line) ? 1.5 : 0);
    if (value > 0 && value >= most) {
      most = value;
      best = { first: index, end: index + Math.max(1, rows) };
    }
  }
  return best;
}

/** A title that only its place tells stands within as many lines above the text. */
const mostAbove = 12;
const shortestGuess = 6;
const longestGuess = 60;
const leastGuess = 1.5;

/** Where the page's head does not say its title: what stands above the text and is a heading, is called a title, or reads like one. */
export function guessHeadline(lines: readonly PageLine[], boxes: readonly PageBox[], end: number): LineRange | null {
  let best: LineRange | null = null;
  let most = leastGuess;
  for (let index = Math.max(0, end - mostAbove); index < end; index += 1) {
    const line = lines[index] as PageLine;
    const { text, level } = line;
    if (line.table || line.linked > 0 || text.length < shortestGuess || text.length > longestGuess || /[。；：，,:;]$/u.test(text) || isLabelled(text) || isSiteName(text)) continue;
    const score = furnitureScore(text);
    if (score >= 1) continue;
    const element = boxes[line.box]?.element;
    const value = (level !== null ? 2 : 0) + (element !== undefined && isNamedTitle(element) ? 2 : 0) + Math.min(2, Math.max(0, -score / 2));
    if (value <= most) continue;
    most = value;
    best = { first: index, end: index + 1 };
  }
  return best;
}

interface Said {
  readonly letters: string;
  /** Letters of the title up to each mark that may part it from the site's name. */
  readonly parts: ReadonlySet<string>;
}

function readSaid(title: string): Said {
  const parts = new Set<string>();
  for (const match of title.matchAll(/[-_|｜丨–—>»,，\s]+|$/gu)) {
    parts.add(lettersOf(title.slice(0, match.index)));
    parts.add(lettersOf(title.slice(match.index)));
  }
  return { letters: lettersOf(title), parts };
}

function lettersOf(text: string): string {
  return /^[\u4e00-\u9fff]+$/u.test(text) ? text : text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** Old sites give all their pages one title, their own name. */
const longestSite = 16;
const siteName = /(?:网站?|门户|网页|[主首]页|在线|论坛|博客|频道|人民政府)$/u;

export function isSiteName(text: string): boolean {
  return text.length <= longestSite && siteName.test(text);
}

/** How surely the page says that these letters are its title; 0 where it does not. */
function matchOf(letters: string, said: readonly Said[]): number {
  if (letters.length < shortest || isSiteName(letters)) return 0;
  let best = 0;
  for (const { letters: all, parts } of said) {
    // The longer of two that are said is the title, the shorter the site's or a rubric's name.
    const size = Math.min(1, letters.length / 40);
    if (all === letters) best = Math.max(best, 3 + size);
    else if (all.startsWith(letters) && parts.has(letters)) best = Math.max(best, 2 + size);
    else if (letters.length >= shortestPart && all.includes(letters)) best = Math.max(best, 1.5 + size);
    // A page's head may cut its title.
    else if (all.length >= shortestPart + 4 && letters.startsWith(all) && letters.length < all.length * 2) best = Math.max(best, 1.5 + size);
  }
  return best;
}

/** Of how many lines a title that begins here is made; 0 where the line itself says nothing of it. */
function rowsFrom(letters: readonly string[], first: number, said: readonly Said[]): number {
  let joined = letters[first] ?? '';
  if (joined === '') return 0;
  let rows = matchOf(joined, said) > 0 ? 1 : 0;
  for (let count = 2; count <= mostRows && first + count <= letters.length; count += 1) {
    const next = letters[first + count - 1] ?? '';
    joined += next;
    if (next !== '' && joined.length >= shortestPart && said.some(({ letters: all }) => all.includes(joined))) rows = count;
  }
  return rows;
}

/** A heading may be the title without a word of the page's head. */
function headingOf(line: PageLine): number {
  return line.level === 1 && !isLinkLine(line) && line.text.length >= shortest && !isSiteName(line.text) && furnitureScore(line.text) < 0 ? 0.5 : 0;
}
