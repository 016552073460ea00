import type { Author } from '../contracts.ts';
import type { Block } from './sourceText.ts';

/** An article while its paragraphs are being gathered. */
export interface ArticleParts {
  readonly lines: Block[];
  readonly title: string | null;
  readonly authors: readonly Author[];
  readonly occasion: string | null;
  readonly organisation: string | null;
  readonly date: string | null;
  readonly names: readonly string[];
  readonly blocks: Block[];
}
