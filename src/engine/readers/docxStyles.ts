import type { ReadingLimits } from './limits.ts';
import { walkXml } from './xml.ts';

/** What a paragraph style says about structure. */
export interface ParagraphStyle {
  /** 0 for the outermost heading; `null` for text. */
  readonly outline: number | null;
  readonly list: { readonly id: string; readonly level: number } | null;
  /** A line of a table of contents. */
  readonly contents: boolean;
  /** Whether its text is not shown; `null` where the style says nothing of it. */
  readonly hidden: boolean | null;
}

interface Draft {
  parent: string | null;
  name: string;
  outline: number | null;
  listId: string | null;
  listLevel: number | null;
  hidden: boolean | null;
}

/**
 * Reads the styles of paragraphs and characters, each with what it inherits. A style named `Title` counts as the outermost
 * heading; a style of numbering says which list it stands for.
 */
export function readStyles(xml: string | null, limits: ReadingLimits): Map<string, ParagraphStyle> {
  const drafts = new Map<string, Draft>();
  if (xml === null) return new Map();
  let style: Draft | null = null;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'w:style') {
        style = { parent: null, name: '', outline: null, listId: null, listLevel: null, hidden: null };
        if (attributes.get('w:type') !== 'table') drafts.set(attributes.get('w:styleId') ?? '', style);
        return;
      }
      const value = attributes.get('w:val');
      if (style === null) return;
      if (name === 'w:vanish') style.hidden = isOn(value);
      if (value === null) return;
      if (name === 'w:name') style.name = value.toLowerCase();
      else if (name === 'w:basedOn') style.parent = value;
      else if (name === 'w:outlineLvl') style.outline = Number(value);
      else if (name === 'w:ilvl') style.listLevel = Number(value);
      else if (name === 'w:numId') style.listId = value;
    },
    close(name) {
      if (name === 'w:style') style = null;
    },
    text() {
      // Styles hold attributes only.
    },
  }, limits);
  // A title outranks all headings: with one in use, 标题 1 is the speech's own top head.
  const styles = new Map<string, ParagraphStyle>();
  for (const id of drafts.keys()) styles.set(id, resolve(id, drafts));
  return styles;
}

function resolve(id: string, drafts: ReadonlyMap<string, Draft>): ParagraphStyle {
  let outline: number | null = null;
  let listId: string | null = null;
  let listLevel: number | null = null;
  let hidden: boolean | null = null;
  let contents = false;
  let at: string | null = id;
  for (let depth = 0; depth < 20 && at !== null; depth += 1) {
    const draft: Draft | undefined = drafts.get(at);
    if (draft === undefined) break;
    const heading = /^(?:heading|标题) ?(\d)$/.exec(draft.name);
    const own = draft.outline ?? (draft.name === 'title' ? 0 : heading === null ? null : Number(heading[1]) - 1);
    outline ??= own;
    listId ??= draft.listId;
    listLevel ??= draft.listLevel;
    hidden ??= draft.hidden;
    contents ||= /^toc (?:\d|heading)$/.test(draft.name);
    at = draft.parent;
  }
  return { outline, list: listId === null ? null : { id: listId, level: listLevel ?? 0 }, contents, hidden };
}

/** Whether a property that may be switched off with a value is on; without a value it is. */
export function isOn(value: string | null): boolean {
  return !/^(?:0|false|off)$/.test(value ?? '');
}
