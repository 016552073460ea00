import type { Problem, Span } from '../../../src/core/contracts.ts';

/** Characters, white space aside: what should go, what went, and what is in both. */
export interface Cleaning {
  readonly added: number;
  readonly removed: number;
  readonly right: number;
}

const kept = new Set(['column-moved', 'series-cut', 'article-uncertain', 'joined-columns', 'numbering-gap', 'numbering-repeat']);

/** `either` are stretches that may go or stay, as a title that stands twice: which of the two goes is all one. */
export function cleaningOf(text: string, added: readonly Span[], problems: readonly Problem[], either: readonly Span[] = []): Cleaning {
  const free = mark(text.length, either);
  const should = mark(text.length, added);
  const went = mark(text.length, problems.filter((problem) => problem.space === 'source' && !kept.has(problem.code)).map((problem) => problem.span));
  const total = { added: 0, removed: 0, right: 0 };
  for (let at = 0; at < text.length; at += 1) {
    const invisible = /[\u200b-\u200f\ufeff\u00ad]/u.test(text.charAt(at));
    if ((/\s/u.test(text.charAt(at)) && !invisible) || free[at] === 1) continue;
    if (should[at] === 1) total.added += 1;
    if (went[at] === 1) total.removed += 1;
    if (should[at] === 1 && went[at] === 1) total.right += 1;
  }
  return total;
}

export function sumCleanings(cleanings: readonly Cleaning[]): Cleaning {
  const total = { added: 0, removed: 0, right: 0 };
  for (const { added, removed, right } of cleanings) {
    total.added += added;
    total.removed += removed;
    total.right += right;
  }
  return total;
}

function mark(length: number, spans: readonly Span[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const span of spans) marks.fill(1, span.start, span.end);
  return marks;
}

/** What does not belong to the messy files: all but the stretch between two anchors, and page marks within it. */
const anchors: Readonly<Record<string, { from: string; to: string; marks: RegExp | null }>> = {
  '001_28678065fce3fbc5.txt': { from: 'XX书记在科协五届五次全委会议上的讲话各位委员', to: '作出新的更大贡献。', marks: null },
  '002_0e064e86f7ce1e42.txt': { from: '1、在*年全市', to: '贡献科技力量。', marks: /^\d{1,2}、/gm },
  '003_2e7336e821c8b0e2.txt': { from: '学习贯彻党的', to: '国际科技交流合作。', marks: null },
};

export function messyGold(text: string, name: string): Span[] | null {
  const anchor = anchors[name];
  if (anchor === undefined) return null;
  const start = text.indexOf(anchor.from);
  const end = text.lastIndexOf(anchor.to) + anchor.to.length;
  const spans: Span[] = [{ start: 0, end: start }, { start: end, end: text.length }];
  for (const match of anchor.marks === null ? [] : text.slice(start, end).matchAll(anchor.marks)) {
    spans.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return spans;
}
