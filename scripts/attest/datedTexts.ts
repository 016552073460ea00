// Reads a folder of public texts: what day each is from, and the pieces of news in it.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DatedText } from '../../src/core/formulations/attest.ts';

const dayInName = /(?<!\d)((?:19|20)\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/;
const yearInName = /(?<!\d)((?:19|20)\d{2})(?!\d)/;

/** 20260715.md, 2026-07-15.txt → 2026-07-15; gov-2024.txt → 2024-01-01 (never newer than it is); congress.txt → null. */
export function dayOf(fileName: string): string | null {
  const day = dayInName.exec(fileName);
  if (day) return `${day[1]}-${day[2]}-${day[3]}`;
  const year = yearInName.exec(fileName);
  return year ? `${year[1]}-01-01` : null;
}

/** All .md and .txt files under a folder, in the order of their names. Files whose name has no date go to `undated`. */
export function* datedTexts(folder: string, options: { until?: string; undated: (file: string) => void }): Generator<DatedText> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(md|txt)$/i.test(entry.name) && !/^README/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    const day = dayOf(basename(file));
    if (day === null) {
      options.undated(file);
      continue;
    }
    if (options.until !== undefined && day > options.until) continue;
    for (const text of newsItems(readFileSync(file, 'utf8'))) yield { day, text };
  }
}

/**
 * The pieces of news of a day's transcript. The summary at its head names each piece once more and is left out;
 * a text of another kind is one piece.
 */
export function newsItems(content: string): string[] {
  const body = /^##\s*详细新闻\s*$/m.exec(content);
  const text = body ? content.slice(body.index + body[0].length) : content;
  return text.split(/^###\s+/m).map(plainText).filter((item) => item !== '');
}

function plainText(item: string): string {
  return item
    .replace(/\[查看原文\]\([^)]*\)/g, '')
    .replace(/<\/p>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .trim();
}
