import type { Lexicon } from '../formulations/lexicon.ts';
import type { DraftIssue } from './draftIssue.ts';

/** Shorter ones (三农, 两新) are often written without marks. */
const shortestName = 3;

/** 三个代表团 and 两个结合起来 are something else. */
const notBefore = '(?![”"’\'》〉」』】]|团|处|队|起来|点|部|体)';
const notAfter = '(?<![“"‘\'《〈「『【第一二三四五六七八九十百千两])';

/**
 * Names that count (四个意识, 十五五) without their quotation marks. In public text they never go without: 9 times in 36
 * million characters.
 */
export function checkQuotes(prose: string, lexicon: Lexicon): DraftIssue[] {
  const names = countingNames(lexicon);
  if (names.length === 0) return [];
  const pattern = new RegExp(`${notAfter}(?:${names.join('|')})${notBefore}`, 'gu');
  return [...prose.matchAll(pattern)].filter(({ index }) => !isQuoted(prose, index)).map((match) => {
    const [name] = match;
    const right = `“${name}”`;
    const place = { start: match.index, end: match.index + name.length };
    return { code: 'quotes', message: `“${name}”是专用提法，要加引号。`, severity: 'warning', ...place, fixes: [{ title: '加上引号', newText: right }] };
  });
}

/** Longest first, so that 四个全面战略布局 would win over 四个全面. */
function countingNames(lexicon: Lexicon): string[] {
  const names = new Set<string>();
  for (const { text, origin, superseded } of lexicon.entries) {
    if (origin !== 'curated' || superseded !== undefined) continue;
    for (const match of text.matchAll(/“([^”]+)”/gu)) {
      const name = match[1] ?? '';
      if (/^[一两二三四五六七八九十]\p{Script=Han}+$/u.test(name) && name.length >= shortestName) names.add(name);
    }
  }
  return [...names].sort((left, right) => right.length - left.length);
}

/** Whether a place lies between quotation marks or title marks of its line: they may hold more than the name. */
function isQuoted(prose: string, at: number): boolean {
  const before = prose.slice(prose.lastIndexOf('\n', at - 1) + 1, at);
  return [['“', '”'], ['‘', '’'], ['《', '》']].some(([open = '', close = '']) => before.lastIndexOf(open) > before.lastIndexOf(close)) || (before.split('"').length - 1) % 2 === 1;
}
