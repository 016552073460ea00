import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outline, Problem, Span } from '../../../src/core/contracts.ts';
import { parseSpeech } from '../../../src/core/speech/parseSpeech.ts';
import { cleaningOf, type Cleaning } from './cleaning.ts';
import { headsOf, score, type Head, type Score } from './goldOutline.ts';

/**
 * A page as somebody saved it, marked by hand in a text file: `⟦…⟧` is the page's, `⟨…⟩` may be either's, `⟪2|…⟫` is a head
 * of the depth given, all else is the document's own text. A first line that begins with `#` says where the page is from.
 */
export interface MarkedPage {
  readonly name: string;
  readonly text: string;
  readonly added: readonly Span[];
  readonly either: readonly Span[];
  readonly heads: readonly Head[];
}

export interface MarkedResult {
  readonly page: MarkedPage;
  readonly cleaning: Cleaning;
  readonly heads: Score;
  readonly found: readonly Head[];
  readonly problems: readonly Problem[];
}

/** Whose each character is: 1 the page's, 2 either's, 0 the document's own. */
export function marksOf({ text, added, either }: { readonly text: string; readonly added: readonly Span[]; readonly either: readonly Span[] }): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const span of added) marks.fill(1, span.start, span.end);
  for (const span of either) marks.fill(2, span.start, span.end);
  return marks;
}

/** Characters that follow each other and have the same mark. */
export interface MarkedRun extends Span {
  readonly mark: number;
}

/** The runs of a part of a document, in their order. */
export function runsOf(marks: Uint8Array, { start, end }: Span): MarkedRun[] {
  const runs: { start: number; end: number; readonly mark: number }[] = [];
  for (let at = start; at < end; at += 1) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.mark === marks[at]) last.end += 1;
    else runs.push({ start: at, end: at + 1, mark: marks[at] ?? 0 });
  }
  return runs;
}

/** Reads every `.txt` of a folder with its marks, in the order of their names. */
export function markedPages(folder: string): MarkedPage[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => readMarks(name, readFileSync(join(folder, name), 'utf8')));
}

function readMarks(name: string, file: string): MarkedPage {
  const marked = file.startsWith('#') ? file.slice(file.indexOf('\n') + 1) : file;
  const [added, either, heads]: [Span[], Span[], Head[]] = [[], [], []];
  let text = '';
  for (const match of marked.matchAll(/⟦([^⟧]*)⟧|⟨([^⟩]*)⟩|⟪(\d)\|([^⟫]*)⟫|[^⟦⟨⟪]+/gu)) {
    const start = text.length;
    const [whole, pages, both, depth, head] = match;
    text += pages ?? both ?? head ?? whole;
    const span = { start, end: text.length };
    if (pages !== undefined) added.push(span);
    if (both !== undefined) either.push(span);
    if (head !== undefined) heads.push({ article: 0, level: Number(depth), ordinal: '', heading: head });
  }
  return { name, text, added, either, heads };
}

/** Reads each page as a plain text and compares what went and which heads were found with its marks. */
export function measureMarked(pages: readonly MarkedPage[]): MarkedResult[] {
  return pages.map((page) => {
    const { outline } = parseSpeech({ text: page.text, hints: [], layout: 'lines' }, page.name);
    const found = wholeHeads(outline);
    return { page, cleaning: cleaningOf(page.text, page.added, outline.problems, page.either), heads: score(page.heads, found), found, problems: outline.problems };
  });
}

/** Heads as they are marked: the number is part of the head, and a page is one document. */
export function wholeHeads(outline: Outline): Head[] {
  return headsOf(outline).map((head) => ({ article: 0, level: head.level, ordinal: '', heading: head.ordinal + head.heading }));
}
