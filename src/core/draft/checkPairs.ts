import { isBrokenLine } from './brokenLine.ts';
import type { DraftIssue } from './draftIssue.ts';

const closers: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '（': '）', '《': '》', '〈': '〉', '〔': '〕', '【': '】', '「': '」', '『': '』' };
const names: Readonly<Record<string, string>> = {
  '“': '双引号', '‘': '单引号', '（': '括号', '《': '书名号', '〈': '单书名号', '〔': '六角括号', '【': '方头括号', '「': '直角引号', '『': '双直角引号',
};
const openers = new Map(Object.entries(closers).map(([open, close]) => [close, open]));

const marks = new RegExp(`[${[...openers].flat().join('')}]`, 'gu');

/**
 * Quotes and brackets that have no partner in their paragraph. A quotation of several paragraphs opens each of them anew
 * and closes the last alone; lines that a page or a mail broke within a sentence are one paragraph.
 */
export function checkPairs(text: string): DraftIssue[] {
  const issues: DraftIssue[] = [];
  let offset = 0;
  const paragraphs = text.split('\n');
  const open: { mark: string; at: number }[] = [];
  for (const [number, paragraph] of paragraphs.entries()) {
    for (const { 0: mark, index } of paragraph.matchAll(marks)) {
      const at = offset + index;
      if (mark in closers) {
        open.push({ mark, at });
      } else if (openers.has(mark)) {
        const partner = open.findLastIndex((each) => each.mark === openers.get(mark));
        // 第一）and 1）are numbers of a list, not closing brackets.
        if (partner < 0 && !(mark === '）' && /^\s*[\d一二三四五六七八九十]{1,3}$/u.test(paragraph.slice(0, index)))) {
          issues.push(lonely(mark, at, `这里有${nameOf(mark)}，前面没有${nameOf(openers.get(mark) ?? '')}。`));
        } else if (partner >= 0) {
          for (const each of open.splice(partner).slice(1)) issues.push(unclosed(each.mark, each.at));
        }
      }
    }
    if (!isBrokenLine(paragraph, paragraphs[number + 1])) {
      for (const { mark, at } of open.splice(0)) if (mark !== '“' || !isOpenedAnew(paragraphs, number)) issues.push(unclosed(mark, at));
    }
    offset += paragraph.length + 1;
  }
  return issues;
}

function isOpenedAnew(paragraphs: readonly string[], number: number): boolean {
  let next = number + 1;
  while (next < paragraphs.length && paragraphs[next]?.trim() === '') next += 1;
  return paragraphs[next]?.trimStart().startsWith('“') ?? false;
}

/** 左双引号“: a mark between quotation marks could not be told from them. */
function nameOf(mark: string): string {
  return mark in closers ? `左${names[mark] ?? ''}${mark}` : `右${names[openers.get(mark) ?? ''] ?? ''}${mark}`;
}

function unclosed(mark: string, at: number): DraftIssue {
  return lonely(mark, at, `这里有${nameOf(mark)}，后面没有${nameOf(closers[mark] ?? '')}。`);
}

function lonely(mark: string, at: number, message: string): DraftIssue {
  const fixes = [{ title: `删去这个${nameOf(mark)}`, newText: '' }];
  return { code: 'unpaired', message, severity: 'warning', start: at, end: at + mark.length, fixes };
}
