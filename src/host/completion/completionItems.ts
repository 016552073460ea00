import * as vscode from 'vscode';
import type { Offer } from '../../core/draft/acceptance.ts';
import { matchKeyOf } from '../../core/formulations/matchKey.ts';
import type { RankedCandidate } from '../../core/formulations/complete.ts';

/** A list item that remembers its candidate until it is resolved. */
export class FormulationItem extends vscode.CompletionItem {
  readonly candidate: RankedCandidate;
  readonly offer: Offer;

  constructor(candidate: RankedCandidate, offer: Offer, label: vscode.CompletionItemLabel) {
    super(label, kindOf(candidate));
    this.candidate = candidate;
    this.offer = offer;
  }
}

/**
 * Items for a list. VS Code sorts by how well the text in an item's range matches its filter text, and a longer match
 * scores more, so items of different overlap would never stand in our order: 、坚定“四个自信” with nothing typed of it
 * would always come last. Hence all items of a list replace the same stretch, the longest, and those with a shorter
 * overlap put back what stood there.
 *
 *     坚决增强四个|     增强“四个意识” replaces 增强四个; “四个自信” replaces 增强四个 by 增强“四个自信”
 */
export function itemsFor(
  candidates: readonly RankedCandidate[],
  document: vscode.TextDocument,
  position: vscode.Position,
): FormulationItem[] {
  const longest = Math.max(0, ...candidates.map(({ edit }) => edit.replace));
  const start = position.translate(0, -longest);
  const offset = document.offsetAt(start);
  const typed = document.getText(new vscode.Range(start, position));
  return candidates.map((candidate, index) => {
    const { insert, replace, replaceAfter } = candidate.edit;
    const whole = typed.slice(0, typed.length - replace) + insert;
    const offer = { start: offset, insert: whole, text: candidate.entry.text, reason: candidate.reason };
    const item = new FormulationItem(candidate, offer, labelOf(candidate, typed.slice(typed.length - replace)));
    item.range = new vscode.Range(start, position.translate(0, replaceAfter));
    item.insertText = whole;
    item.filterText = typed;
    item.sortText = String(index).padStart(4, '0');
    item.preselect = index === 0;
    if (candidate.entry.superseded !== undefined) item.tags = [vscode.CompletionItemTag.Deprecated];
    item.command = { command: 'speechDraft.completion.accepted', title: '', arguments: [candidate.entry.text, candidate.reason] };
    return item;
  });
}

/** Longest wording beside which its category still has room; VS Code would cut both. */
const roomForCategory = 20;

function labelOf(candidate: RankedCandidate, typed: string): vscode.CompletionItemLabel {
  const { entry, edit } = candidate;
  const why = whyOf(candidate, typed);
  if (why !== null) return { label: edit.insert, description: why };
  return edit.insert.length > roomForCategory ? { label: edit.insert } : { label: edit.insert, description: entry.category };
}

/** Why a row is there where its own words do not tell: 四个| lists 尊重劳动、尊重知识、尊重人才、尊重创造 as 四个尊重. */
function whyOf({ entry, reason }: RankedCandidate, typed: string): string | null {
  if (entry.superseded !== undefined) return vscode.l10n.t('旧提法');
  if (reason === 'chain') return vscode.l10n.t('接续');
  if (reason === 'wrong-form') return vscode.l10n.t('更正');
  if (reason !== 'alias') return null;
  const { key } = matchKeyOf(typed);
  const short = entry.aliases?.find((alias) => matchKeyOf(alias).key.startsWith(key));
  // An alias of the wording that this one has taken over.
  return short === undefined ? vscode.l10n.t('现行提法') : vscode.l10n.t('即“{0}”', short);
}

/** Kind `Text` would fall victim to `editor.suggest.showWords`, so each origin borrows another one's icon. */
function kindOf({ entry }: RankedCandidate): vscode.CompletionItemKind {
  switch (entry.origin) {
    case 'curated':
      return vscode.CompletionItemKind.Constant;
    case 'mined':
      return vscode.CompletionItemKind.Reference;
    case 'phrasebook':
      return vscode.CompletionItemKind.User;
  }
}
