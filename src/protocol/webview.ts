import { paragraphRoles, type ParagraphRole } from '../core/contracts.ts';

/** One passage as the panel shows it. `key` names it in what the panel sends back; no later answer uses it again. */
export interface PassageCard {
  readonly key: string;
  readonly text: string;
  /** Words to mark, most telling first. */
  readonly terms: readonly string[];
  readonly title: string;
  /** Heads above the passage, outermost first. */
  readonly sections: readonly string[];
  readonly year: number | null;
  /** Where the document lies, for people: its path, or 随附语料. */
  readonly place: string;
  readonly bundled: boolean;
  readonly role: ParagraphRole;
  /** 0–1; shown where a writer should mind the likeness. */
  readonly overlap: number;
  readonly duplicates: readonly string[];
}

/** What the list is restricted to; `null` and an empty text restrict nothing. */
export interface Restriction {
  readonly role: ParagraphRole | null;
  /** So many years back from this one. */
  readonly lastYears: number | null;
  /** One of the offered sources: `bundled`, `own` for all of the writer's folders, or the path of one of them. */
  readonly source: string | null;
  /** Part of the occasion's name: `座谈会`. */
  readonly occasion: string;
}

export const unrestricted: Restriction = Object.freeze({ role: null, lastYears: null, source: null, occasion: '' });

/** Where passages can come from, as the panel offers it. */
export interface SourceChoice {
  readonly value: string;
  readonly label: string;
}

/** Spans of years that the panel offers. */
export const offeredYears: readonly number[] = [1, 3, 5, 10];

/** The buttons that help. */
export type PanelAction = 'retry' | 'log' | 'addFolder' | 'unrestrict' | 'newDraft';

/** `message` and `summary` are one sentence for the writer. */
export type PanelState =
  /** Nothing was asked yet, or the cursor stands in nothing that could be looked up. */
  | { readonly kind: 'idle'; readonly message: string; readonly actions: readonly PanelAction[] }
  | { readonly kind: 'working'; readonly message: string }
  | { readonly kind: 'found'; readonly cards: readonly PassageCard[]; readonly query: string; readonly summary: string }
  | { readonly kind: 'empty'; readonly message: string; readonly query: string; readonly actions: readonly PanelAction[] }
  | { readonly kind: 'failed'; readonly message: string; readonly actions: readonly PanelAction[] };

/** Texts of the panel in the writer's language, so that the webview needs no table of its own. */
export interface PanelTexts {
  readonly follow: string;
  readonly followHint: string;
  readonly searchPlaceholder: string;
  readonly anyRole: string;
  readonly roleLabel: string;
  readonly filters: string;
  readonly filtersHint: string;
  readonly anyYear: string;
  readonly yearLabel: string;
  /** `{0}` is a number. */
  readonly lastYears: string;
  readonly anySource: string;
  readonly sourceLabel: string;
  readonly occasionLabel: string;
  readonly occasionPlaceholder: string;
  /** Kinds of occasion that are suggested; any other can be typed. */
  readonly occasions: readonly string[];
  readonly roles: Readonly<Record<ParagraphRole, string>>;
  readonly list: string;
  readonly insert: string;
  readonly insertHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly open: string;
  readonly openHint: string;
  readonly more: string;
  readonly less: string;
  readonly bundled: string;
  /** `{0}` is a percentage. */
  readonly overlap: string;
  readonly overlapHint: string;
  /** `{0}` is a number. */
  readonly duplicates: string;
  readonly actions: Readonly<Record<PanelAction, string>>;
}

export type ToPanel =
  | { readonly type: 'texts'; readonly texts: PanelTexts }
  | { readonly type: 'state'; readonly state: PanelState }
  /** One line on the library below the list; `progress` is 0–1 while something is being read. */
  | { readonly type: 'library'; readonly line: string; readonly progress: number | null }
  | { readonly type: 'following'; readonly following: boolean }
  /** What the list is restricted to, and what was searched: the page may have been thrown away in between. */
  | { readonly type: 'asked'; readonly restriction: Restriction; readonly search: string }
  /** The sources there are at the moment. */
  | { readonly type: 'sources'; readonly sources: readonly SourceChoice[] }
  /** The passage is in the clipboard. */
  | { readonly type: 'copied'; readonly key: string }
  | { readonly type: 'focusSearch' };

export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'follow'; readonly following: boolean }
  | { readonly type: 'search'; readonly query: string }
  | { readonly type: 'restrict'; readonly restriction: Restriction }
  | { readonly type: 'insert' | 'copy' | 'open'; readonly key: string }
  | { readonly type: 'action'; readonly action: PanelAction };

/** Longest query that the panel may send, in code units. */
export const longestQuery = 2000;

/** Longest occasion and longest path of a source that the panel may send, in code units. */
const longestOccasion = 60;
const longestSource = 4096;

const actions: readonly PanelAction[] = ['retry', 'log', 'addFolder', 'unrestrict', 'newDraft'];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function readRestriction(value: unknown): Restriction | null {
  if (!isRecord(value)) return null;
  const { role, lastYears, source, occasion } = value;
  const knownRole = role === null ? null : paragraphRoles.find((name) => name === role);
  const knownYears = lastYears === null ? null : offeredYears.find((years) => years === lastYears);
  if (knownRole === undefined || knownYears === undefined) return null;
  if (source !== null && (typeof source !== 'string' || source.length > longestSource)) return null;
  if (typeof occasion !== 'string' || occasion.length > longestOccasion) return null;
  return { role: knownRole, lastYears: knownYears, source, occasion };
}

/** Reads what the panel sent; `null` for anything that is not one of its messages. */
export function readFromPanel(value: unknown): FromPanel | null {
  if (!isRecord(value)) return null;
  const { type, following, query, key, action } = value;
  switch (type) {
    case 'ready':
      return { type };
    case 'follow':
      return typeof following === 'boolean' ? { type, following } : null;
    case 'search':
      return typeof query === 'string' && query.length <= longestQuery ? { type, query } : null;
    case 'restrict': {
      const restriction = readRestriction(value['restriction']);
      return restriction === null ? null : { type, restriction };
    }
    case 'insert':
    case 'copy':
    case 'open':
      return typeof key === 'string' && key.length <= 64 ? { type, key } : null;
    case 'action': {
      const known = actions.find((name) => name === action);
      return known === undefined ? null : { type, action: known };
    }
    default:
      return null;
  }
}

const toPanelTypes: readonly ToPanel['type'][] = ['texts', 'state', 'library', 'following', 'asked', 'sources', 'copied', 'focusSearch'];

/** The panel's own guard: messages come from the host alone, so the kind is what can be off. */
export function isToPanel(value: unknown): value is ToPanel {
  return isRecord(value) && toPanelTypes.some((type) => type === value['type']);
}
