import type { ParagraphRole } from '../contracts.ts';

/** A paragraph as it goes into the index. */
export interface IndexedParagraph {
  readonly text: string;
  readonly role: ParagraphRole;
  readonly line: number | null;
  readonly page: number | null;
}

/** A section with the paragraphs that stand directly in it; an article is a section without a parent. */
export interface IndexedSection {
  /** Position of the parent in the document's list of sections, or −1 for an article. */
  readonly parent: number;
  /** The article's title or the section's heading. */
  readonly heading: string;
  readonly year: number | null;
  readonly occasion: string | null;
  readonly paragraphs: readonly IndexedParagraph[];
}

/** A file as it goes into the index. Sections stand in document order, parents before children. */
export interface PassageDocument {
  /** Path below the root, with `/` between folders, or the name of a bundled speech. */
  readonly file: string;
  readonly sections: readonly IndexedSection[];
}
