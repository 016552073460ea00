import { countHan } from '../text/han.ts';
import type { DraftIssue } from './draftIssue.ts';

/** Chinese characters without any mark that nobody speaks in one breath. Speeches of ours never go beyond it. */
const longestStretch = 45;

/**
 * Stretches that cannot be spoken. Heads and titles in 《》 are left alone, and so are long sentences: the general
 * requirements of a year's work are one of 280 characters by custom.
 */
export function checkLength(prose: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  for (const match of prose.matchAll(/(?<=^|[，。；：！？、…—\ue000])(?!#)[^，。；：！？、…—\n\ue000]{40,}/gmu)) {
    const count = countHan(match[0].replace(/《[^》]*》?/gu, ''));
    if (count <= longestStretch) continue;
    const start = match.index + match[0].length - match[0].trimStart().length;
    const message = `连着${String(count)}个字没有停顿，一口气念不完。`;
    issues.push({ code: 'long', message, severity: 'information', start, end: match.index + match[0].length, fixes: [] });
  }
  return issues;
}
