import type { Outline, Problem, Speech } from '../contracts.ts';
import { removeAdvertisements } from './advertisements.ts';
import { buildArticle } from './article.ts';
import { splitArticles } from './articles.ts';
import { cleanLines } from './cleanLines.ts';
import { CleanText } from './cleanText.ts';
import { tellCounted } from './countedWords.ts';
import { tellDecimalOrdinals } from './decimalOrdinals.ts';
import { joinLoneNumbers, tellLooseOrdinals } from './looseOrdinals.ts';
import { joinLines } from './paragraphs.ts';
import { partColumns } from './readAcross.ts';
import { siteNames, stampFinder } from './siteStamps.ts';
import type { SourceText } from './sourceText.ts';
import { widenStops, withOwnStops } from './wideStops.ts';

/** What a document says of itself outside its text: the front matter of Markdown, the properties of a file. */
export interface KnownFacts {
  readonly title?: string | undefined;
  readonly occasion?: string | undefined;
  readonly organisation?: string | undefined;
  readonly speaker?: string | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string | undefined;
}

/** As many removed lines of a site tell that the text was saved with its page. */
const leastChrome = 3;

export interface ParsedSpeech {
  readonly outline: Outline;
  /** The clean text, a paragraph a line; all spans of the outline count in it. */
  readonly text: string;
  /** The source offset of an offset in the clean text. */
  sourceOffset(offset: number): number;
}

/**
 * Reads the structure of a document from its text. Never throws on account of the text: what cannot be told is `null`,
 * what was taken out or is doubtful is in `outline.problems`. Time and memory grow with the length of the text.
 */
export function parseSpeech(source: SourceText, file: string, facts: KnownFacts = {}): ParsedSpeech {
  const wide = widenStops(source.text);
  if (wide === source.text) return parseText(source, file, facts);
  const parsed = parseText({ ...source, text: wide }, file, facts);
  return { ...parsed, ...withOwnStops(parsed, source.text, (offset) => parsed.sourceOffset(offset)) };
}

function parseText(source: SourceText, file: string, facts: KnownFacts): ParsedSpeech {
  const { lines, removed, edges } = cleanLines(source);
  const hyphens: Problem[] = [];
  const rows = source.layout === 'lines' ? partColumns(lines, source.text) : { lines, problems: [] };
  const joined = joinLines(tellCounted(tellDecimalOrdinals(tellLooseOrdinals(joinLoneNumbers(rows.lines, source.text)))), source.text, hyphens);
  const textOf = ({ span }: Problem): string => source.text.slice(span.start, span.end);
  const chrome = removed.filter((problem) => problem.code === 'site-chrome');
  // What the structure of a page tells to be furniture names its site as well.
  const names = siteNames(removed.filter(({ code }) => code === 'site-chrome' || code === 'licence' || code === 'page-furniture').map(textOf));
  const advertised = removeAdvertisements(joined, { saved: chrome.length >= leastChrome, plain: removed.every(({ code }) => code === 'invisible'), glued: edges }, stampFinder(names));
  const { drafts, problems: doubts } = splitArticles(advertised.blocks, rows.problems.length > 0);
  const out = new CleanText();
  const articles: Speech[] = [];
  const problems: Problem[] = [];
  for (const draft of drafts) {
    const built = buildArticle(draft, out);
    articles.push(articles.length === 0 ? withFacts(built.speech, facts) : built.speech);
    problems.push(...built.problems);
  }
  const removals = mergeProblems([...removed, ...hyphens, ...advertised.removed, ...rows.problems, ...doubts], source.text);
  return {
    outline: { file, articles, problems: [...removals, ...problems] },
    text: out.toString(),
    sourceOffset: (offset) => out.sourceOffset(offset),
  };
}

/** Removals of one kind with nothing but white space between them are one problem. */
function mergeProblems(problems: Problem[], source: string): Problem[] {
  const merged: Problem[] = [];
  for (const problem of problems.sort((a, b) => a.span.start - b.span.start)) {
    const last = merged[merged.length - 1];
    const together = last?.code === problem.code && last.space === 'source' && problem.space === 'source';
    if (together && source.slice(last.span.end, problem.span.start).trim() === '') {
      merged[merged.length - 1] = { ...last, span: { start: last.span.start, end: Math.max(last.span.end, problem.span.end) } };
    } else merged.push(problem);
  }
  return merged;
}

function withFacts(speech: Speech, facts: KnownFacts): Speech {
  return {
    ...speech,
    title: facts.title ?? speech.title,
    occasion: facts.occasion ?? speech.occasion,
    organisation: facts.organisation ?? speech.organisation,
    speaker: facts.speaker ?? speech.speaker,
    date: facts.date ?? speech.date,
  };
}
