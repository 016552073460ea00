import type { Lexicon } from '../formulations/lexicon.ts';
import type { Phrase } from '../formulations/phraseBook.ts';
import { fold } from '../text/folding.ts';
import type { DraftIssue } from './draftIssue.ts';

interface Wording {
  readonly folded: string;
  readonly issue: Omit<DraftIssue, 'start' | 'end'>;
}

/**
 * Wrong forms of formulations, wording that another has taken over, and what the writer's phrase book replaces. A right
 * form that holds a wrong one is right, and the phrase book decides what is right.
 */
export function checkWording(text: string, lexicon: Lexicon, phrases: readonly Phrase[] = []): DraftIssue[] {
  const folded = fold(text);
  const own = phrases.map((phrase) => fold(phrase.text));
  const right = [...lexicon.entries.filter((entry) => entry.superseded === undefined).map((entry) => fold(entry.text)), ...own];
  const issues: DraftIssue[] = [];
  const watched = [
    ...watchedWordings(lexicon).map((wording) => ({ ...wording, right })),
    ...watchedPhrases(phrases).map((wording) => ({ ...wording, right: own })),
  ];
  for (const { folded: wrong, issue, right: forms } of watched) {
    for (let start = folded.indexOf(wrong); start >= 0; start = folded.indexOf(wrong, start + wrong.length)) {
      if (standsInRight({ folded, start, wrong, right: forms })) continue;
      issues.push({ ...issue, start, end: start + wrong.length });
    }
  }
  // Of two that overlap the longer one says it all: 四个意识和四个自信 with a wrong word in its second half is one slip.
  return issues.filter(
    (issue) => !issues.some((other) => other !== issue && other.start <= issue.start && other.end >= issue.end && (lengthOf(other) > lengthOf(issue) || (issue.code !== 'phrase-book' && other.code === 'phrase-book'))),
  );
}

/** 2024-12 → 2024年12月 */
function dateInWords(date: string): string {
  const [year = '', ...rest] = date.split('-');
  return `${year}年${rest.map((part, index) => `${String(Number(part))}${index === 0 ? '月' : '日'}`).join('')}`;
}

function lengthOf({ start, end }: DraftIssue): number {
  return end - start;
}

function watchedPhrases(phrases: readonly Phrase[]): Wording[] {
  return phrases.flatMap(({ text, replaces }) =>
    replaces.map((old) => ({
      folded: fold(old),
      issue: {
        code: 'phrase-book',
        message: `我的常用语里已把“${old}”改为“${text}”。`,
        severity: 'warning' as const,
        fixes: [{ title: `改为“${text}”`, newText: text }],
      },
    })),
  );
}

function watchedWordings(lexicon: Lexicon): Wording[] {
  const watched: Wording[] = [];
  for (const entry of lexicon.entries) {
    if (entry.origin !== 'curated') continue;
    for (const wrong of entry.wrong ?? []) {
      const issue = {
        code: 'wrong-form',
        message: `“${wrong}”不是规范表述，应为“${entry.text}”。`,
        severity: 'warning' as const,
        fixes: [{ title: `改为“${entry.text}”`, newText: entry.text }],
      };
      watched.push({ folded: fold(wrong), issue });
    }
    if (entry.superseded === undefined) continue;
    const { by, since } = entry.superseded;
    const issue = {
      code: 'superseded',
      message: `“${entry.text}”自${dateInWords(since)}起已由“${by}”代替；引用历史文献时可保留。`,
      severity: 'information' as const,
      fixes: [{ title: `改为“${by}”`, newText: by }],
    };
    watched.push({ folded: fold(entry.text), issue });
  }
  return watched;
}

function standsInRight(place: { folded: string; start: number; wrong: string; right: readonly string[] }): boolean {
  const { folded, start, wrong, right } = place;
  return right.some((form) => {
    for (let inside = form.indexOf(wrong); inside >= 0; inside = form.indexOf(wrong, inside + 1)) {
      if (folded.startsWith(form, start - inside)) return true;
    }
    return false;
  });
}
