import type { Section, Speech } from '../../src/core/contracts.ts';
import type { ReadDocument } from '../../src/engine/readers/readDocument.ts';

/** What is wrong with an answer: a paragraph that does not stand where it says, or a span outside the text. */
export function faultOf({ outline, text }: ReadDocument): string | null {
  const inText = (span: { start: number; end: number }): boolean => span.start >= 0 && span.start <= span.end && span.end <= text.length;
  const check = (part: Section | Speech): string | null => {
    for (const paragraph of part.paragraphs) {
      if (!inText(paragraph.span) || text.slice(paragraph.span.start, paragraph.span.end) !== paragraph.text) return `a paragraph is not at its place: ${paragraph.text.slice(0, 20)}`;
    }
    for (const section of part.sections) {
      const fault = inText(section.span) ? check(section) : `a section is not in the text: ${section.heading.slice(0, 20)}`;
      if (fault !== null) return fault;
    }
    return null;
  };
  for (const article of outline.articles) {
    const fault = check(article);
    if (fault !== null) return fault;
  }
  const astray = outline.problems.find(({ span, space }) => span.start > span.end || (space === 'text' && !inText(span)));
  return astray === undefined ? null : `a problem has no place: ${astray.code}`;
}
