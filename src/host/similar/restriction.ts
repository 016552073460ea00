import * as vscode from 'vscode';
import type { LibraryRoot, PassageFilter } from '../../protocol/engine.ts';
import { unrestricted, type Restriction, type SourceChoice } from '../../protocol/webview.ts';
import { baseName } from '../baseName.ts';
import { panelTexts } from './panelTexts.ts';

/** The value that stands for all of the writer's folders. */
const own = 'own';

/** How the engine names the bundled corpus among the roots. */
const bundled = 'bundled';

/** What a list can be restricted to; nothing where all passages come from one place. */
export function sourceChoices(roots: readonly LibraryRoot[], includeBundled: boolean): SourceChoice[] {
  const names = roots.map(({ path }) => baseName(path));
  // Two folders of one name are told by their paths.
  const folders = roots.map(({ path }, at) => {
    const name = names[at] ?? path;
    return { value: path, label: names.indexOf(name) === names.lastIndexOf(name) ? name : path };
  });
  const choices = [
    ...(folders.length > 1 ? [{ value: own, label: vscode.l10n.t('我的资料') }] : []),
    ...folders,
    ...(includeBundled ? [{ value: bundled, label: vscode.l10n.t('随附语料') }] : []),
  ];
  return choices.length > 1 ? choices : [];
}

export function isRestricted({ role, lastYears, source, occasion }: Restriction): boolean {
  return role !== null || lastYears !== null || source !== null || occasion !== '';
}

/** A source that is gone restricts nothing any more: the folder was taken out of the library. */
export function withKnownSource(restriction: Restriction, choices: readonly SourceChoice[]): Restriction {
  const known = restriction.source === null || choices.some(({ value }) => value === restriction.source);
  return known ? restriction : { ...restriction, source: unrestricted.source };
}

/** The restriction as the engine takes it. `thisYear` is a number such as 2026. */
export function filterOf(
  { role, lastYears, source, occasion }: Restriction,
  { roots, thisYear }: { readonly roots: readonly LibraryRoot[]; readonly thisYear: number },
): PassageFilter {
  return {
    ...(role === null ? {} : { roles: [role] }),
    ...(lastYears === null ? {} : { years: { from: thisYear - lastYears } }),
    ...(source === null ? {} : { roots: source === own ? roots.map(({ path }) => path) : [source] }),
    ...(occasion === '' ? {} : { occasion }),
  };
}

/** `结尾、近 3 年、座谈会`: what a list is restricted to, for a sentence. */
export function restrictionWords({ role, lastYears, source, occasion }: Restriction, choices: readonly SourceChoice[]): string {
  const texts = panelTexts();
  const place = choices.find(({ value }) => value === source)?.label;
  return [
    role === null ? '' : texts.roles[role],
    lastYears === null ? '' : texts.lastYears.replace('{0}', String(lastYears)),
    place ?? '',
    occasion,
  ]
    .filter((word) => word !== '')
    .join(vscode.l10n.t('、'));
}
