import type { Lexicon } from '../formulations/lexicon.ts';
import type { DraftIssue } from './draftIssue.ts';

/** Shortest title that is compared, and most letters in which a misremembered one differs. */
const shortest = 8;
const most = 2;

/** Titles in 《》 that are nearly one we know: 《中国共产党纪律处罚条例》 for 处分条例. Told as information, for it may be another one. */
export function checkTitles(prose: string, lexicon: Lexicon): DraftIssue[] {
  const titles = titlesOf(lexicon);
  const issues: DraftIssue[] = [];
  for (const match of prose.matchAll(/《([^《》\n]{6,40})》/gu)) {
    const title = match[1] ?? '';
    if (titles.has(title)) continue;
    const near = ownPart(title).length < shortest ? undefined : [...titles].find((known) => !known.includes(title) && !isAnother(title, known) && distance(ownPart(title), ownPart(known)) <= most);
    if (near === undefined) continue;
    const start = match.index + 1;
    const fixes = [{ title: `改为《${near}》`, newText: near }];
    issues.push({ code: 'title', message: `《${title}》与《${near}》只差一两个字，请核对名称。`, severity: 'information', start, end: start + title.length, fixes });
  }
  return issues;
}

/** What is the title's own: of laws that all begin alike the rest, which is short, so that 渔业法 is not taken for 专利法. */
function ownPart(title: string): string {
  return title.replace(/^中华人民共和国/u, '');
}

function titlesOf(lexicon: Lexicon): ReadonlySet<string> {
  const titles = new Set<string>();
  for (const { text, origin } of lexicon.entries) {
    if (origin !== 'curated') continue;
    for (const [, title = ''] of text.matchAll(/《([^《》]+)》/gu)) titles.add(title);
  }
  return titles;
}

/** Titles that differ in a figure, a number or a mark of a draft are different ones: 第一卷 and 第二卷, 条例（修订草案）. */
function isAnother(one: string, two: string): boolean {
  const figures = (title: string) => title.replace(/[^\d一二三四五六七八九十（）()]/gu, '');
  return figures(one) !== figures(two);
}

/** Edits between two titles (Levenshtein); `most + 1` where there are more. */
function distance(one: string, two: string): number {
  if (Math.abs(one.length - two.length) > most) return most + 1;
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (let left = 1; left <= one.length; left += 1) {
    const next = [left];
    for (let right = 1; right <= two.length; right += 1) {
      const same = one.charAt(left - 1) === two.charAt(right - 1) ? 0 : 1;
      next.push(Math.min((row[right] ?? 0) + 1, (next[right - 1] ?? 0) + 1, (row[right - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[two.length] ?? 0;
}
