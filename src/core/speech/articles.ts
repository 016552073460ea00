import type { Problem } from '../contracts.ts';
import type { ArticleDraft } from './article.ts';
import type { Block } from './sourceText.ts';

/** Splits a document into its articles; most hold one. */
export function splitArticles(blocks: readonly Block[]): { drafts: ArticleDraft[]; problems: Problem[] } {
  return { drafts: [{ lines: [], title: null, authors: [], occasion: null, blocks }], problems: [] };
}
