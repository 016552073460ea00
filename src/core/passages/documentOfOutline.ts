import type { Outline, Paragraph, Section, Speech } from '../contracts.ts';
import { countHan } from '../text/han.ts';
import type { IndexedParagraph, IndexedSection, PassageDocument } from './passageDocument.ts';

/** What is known of a file beside its outline: where an offset of the clean text stands, and facts from its head. */
export interface SourceFacts {
  lineOf(offset: number): number | null;
  pageOf(offset: number): number | null;
  readonly year: number | null;
  readonly occasion: string | null;
}

/** A head that stands alone is a paragraph of its own from this length on: 一是坚持党的全面领导不动摇。 */
const headAsParagraph = 10;

/** `2024`, `2024-03` and `2024-03-05` give 2024. */
export function yearOf(date: string | null): number | null {
  const found = date?.match(/^(\d{4})/)?.[1];
  return found === undefined ? null : Number(found);
}

/** Flattens what was read from a file for the index. */
export function documentOfOutline(outline: Outline, file: string, places: SourceFacts): PassageDocument {
  const sections: IndexedSection[] = [];
  const indexed = (paragraph: Paragraph): IndexedParagraph => ({
    text: paragraph.text,
    role: paragraph.role,
    line: places.lineOf(paragraph.span.start),
    page: places.pageOf(paragraph.span.start),
  });
  const addSection = (section: Section, parent: number, article: IndexedSection): void => {
    const own = sections.length;
    const paragraphs = section.paragraphs.map(indexed);
    const alone = paragraphs.length === 0 && section.sections.length === 0;
    if (alone && countHan(section.heading) >= headAsParagraph) {
      const start = section.span.start;
      const place = { line: places.lineOf(start), page: places.pageOf(start) };
      paragraphs.push({ text: `${section.ordinal ?? ''}${section.heading}`, role: 'body', ...place });
    }
    sections.push({
      parent,
      heading: section.heading,
      year: article.year,
      occasion: article.occasion,
      paragraphs,
    });
    for (const child of section.sections) addSection(child, own, article);
  };
  const addArticle = (speech: Speech): void => {
    const own = sections.length;
    const article: IndexedSection = {
      parent: -1,
      heading: speech.title ?? fileTitle(file),
      year: yearOf(speech.date) ?? places.year,
      occasion: speech.occasion ?? places.occasion,
      paragraphs: speech.paragraphs.map(indexed),
    };
    sections.push(article);
    for (const section of speech.sections) addSection(section, own, article);
  };
  outline.articles.forEach(addArticle);
  return { file, sections };
}

/** A file's name stands in for a title that is not known: 讲话稿/2024年会.docx → 2024年会 */
export function fileTitle(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return name.replace(/\.[^.]+$/, '');
}
