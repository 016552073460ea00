import * as vscode from 'vscode';
import type { Passage } from '../../core/contracts.ts';
import type { PassageCard } from '../../protocol/webview.ts';
import { baseName } from '../baseName.ts';
import { isBundled } from '../sources/bundled.ts';

/** Where a document lies, for people; a bundled speech lies nowhere that a writer could go. */
function placeOf(file: string): string {
  return isBundled(file) ? vscode.l10n.t('随附语料') : file;
}

/** The panel sees what it shows and a key, not the passages themselves. */
export function cardOf(passage: Passage, key: string): PassageCard {
  return {
    key,
    text: passage.text,
    terms: passage.terms,
    title: passage.title === '' ? baseName(passage.file) : passage.title,
    sections: passage.sectionPath.filter((head) => head !== '' && head !== passage.title),
    year: passage.year,
    place: placeOf(passage.file),
    bundled: isBundled(passage.file),
    role: passage.role,
    overlap: passage.overlap,
    duplicates: passage.duplicates.map(({ title, file }) => `${title}（${placeOf(file)}）`),
  };
}
