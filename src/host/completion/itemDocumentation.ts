import * as vscode from 'vscode';
import type { RankedCandidate } from '../../core/formulations/complete.ts';
import type { LexiconEntry } from '../../core/formulations/lexiconEntry.ts';

/** One place in the library where the wording stands, with the words around it where they are known. */
export interface LibraryExample {
  readonly file: string;
  readonly title: string;
  readonly line: number | null;
  readonly text?: string;
}

/** Finds the text of an entry by its id, for what usually follows. */
export type TextOf = (id: string) => string | null;

/** Characters of all members together that fit into two lines. */
const shortMembers = 40;

/** What the list shows beside a chosen completion: wording, what it stands for, source, sightings, what follows. */
export function documentationOf({ entry }: RankedCandidate, textOf: TextOf, example: LibraryExample | null): vscode.MarkdownString {
  const shown = new vscode.MarkdownString('', true);
  shown.isTrusted = { enabledCommands: ['speechDraft.phraseBook.never', 'speechDraft.completion.openExample'] };
  const line = (text: string) => {
    shown.appendText(text);
    shown.appendMarkdown('\n\n');
  };
  shown.appendMarkdown('**');
  shown.appendText(entry.text);
  shown.appendMarkdown('**\n\n');
  if (entry.superseded !== undefined) {
    line(vscode.l10n.t('已由“{0}”取代（{1}起）；引用原文和叙述历史时仍可用。', entry.superseded.by, dateForPeople(entry.superseded.since)));
  }
  if (entry.coexistsWith !== undefined) line(vscode.l10n.t('也作：{0}', entry.coexistsWith));
  if (entry.members !== undefined && entry.members.length > 0) {
    // Short ones in one line: the pane is small, and what follows is to be seen without scrolling.
    const inLine = entry.members.join('、');
    if (inLine.length <= shortMembers) line(inLine);
    else shown.appendMarkdown(`${entry.members.map((member) => `- ${escapeMarkdown(member)}`).join('\n')}\n\n`);
  }
  if (entry.note !== undefined) line(entry.note);
  const facts = [sourceLine(entry), sightingsLine(entry), minedLine(entry)].filter((fact) => fact !== null);
  for (const fact of facts) line(fact);
  const follows = (entry.next ?? []).map(({ id }) => textOf(id)).filter((text) => text !== null);
  if (follows.length > 0) line(vscode.l10n.t('后面常接：{0}', follows.slice(0, 3).join('；')));
  if (example !== null) {
    if (example.text !== undefined) line(`“${example.text}”`);
    const target = encodeURIComponent(JSON.stringify([example.file, example.line, entry.text]));
    const title = escapeMarkdown(vscode.l10n.t('例见：{0}', example.title));
    shown.appendMarkdown(`[${title}](command:speechDraft.completion.openExample?${target})\n\n`);
  }
  const never = encodeURIComponent(JSON.stringify([entry.text]));
  shown.appendMarkdown(`[${vscode.l10n.t('不再提示')}](command:speechDraft.phraseBook.never?${never})`);
  return shown;
}

/** The source, unless nobody checked it. */
export function sourceLine({ source }: LexiconEntry): string | null {
  if (source === undefined || source.checked === 'unchecked') return null;
  return vscode.l10n.t('出处：{0}（{1}）', source.title, dateForPeople(source.date));
}

export function sightingsLine({ evidence }: LexiconEntry): string | null {
  if (evidence === undefined) return null;
  const year = evidence.until.slice(0, 4);
  const count = evidence.byYear[year]?.count ?? 0;
  return vscode.l10n.t('公开文稿中{0}年见{1}次，最近一次{2}（截至{3}）', year, count, dateForPeople(evidence.lastSeen), dateForPeople(evidence.until));
}

/** 2026-08-20 → 2026年8月20日: a date with hyphens would be broken at one of them. */
export function dateForPeople(date: string): string {
  const [year = '', month, day] = date.split('-');
  const part = (value: string | undefined, unit: string) => (value === undefined ? '' : `${String(Number(value))}${unit}`);
  return `${year}年${part(month, '月')}${part(day, '日')}`;
}

function minedLine({ origin, documents }: LexiconEntry): string | null {
  if (origin !== 'mined' || documents === undefined) return null;
  return vscode.l10n.t('语料中{0}篇文稿用过', documents);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~]/gu, '\\$&');
}
