import type { Passage } from '../../core/contracts.ts';
import type { PassageCard } from '../../protocol/webview.ts';

const bundledMark = 'bundled:';

export function isBundled(file: string): boolean {
  return file.startsWith(bundledMark);
}

/** `bundled:science-day.md` → `science-day.md`. */
export function bundledName(file: string): string {
  return file.slice(bundledMark.length);
}

/** The panel sees what it shows and a key, not the passages themselves. */
export function cardsOf(passages: readonly Passage[]): PassageCard[] {
  return passages.map((passage, index) => ({
    key: String(index),
    text: passage.text,
    terms: passage.terms,
    source: [passage.title, ...passage.sectionPath].filter((part) => part !== ''),
    year: passage.year,
    file: passage.file,
    bundled: isBundled(passage.file),
    role: passage.role,
    overlap: passage.overlap,
    duplicates: passage.duplicates.map(({ title, file }) => `${title}（${file}）`),
  }));
}
