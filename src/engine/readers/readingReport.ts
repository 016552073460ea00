import type { ReadingReport } from '../../protocol/engine.ts';
import type { ReadDocument } from './readDocument.ts';

/** Longer removals are shown by their beginning. */
const longestText = 300;

/** What a writer is told of how a document was read: each removal and doubt with its place, in the order of the file. */
export function readingReport(document: ReadDocument): ReadingReport {
  const problems = document.outline.problems.map((problem) => {
    const { line, page, text } = document.placeOf(problem);
    return { start: problem.span.start, code: problem.code, message: problem.message, line, page, text: text.length > longestText ? `${text.slice(0, longestText)}……` : text };
  });
  problems.sort((a, b) => (a.page ?? a.line ?? a.start) - (b.page ?? b.line ?? b.start));
  return {
    articles: document.outline.articles.map(({ title, sections }) => ({ title, sections: sections.length })),
    problems: problems.map(({ code, message, line, page, text }) => ({ code, message, line, page, text })),
  };
}
