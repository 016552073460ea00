import { trimHead, type Head } from './head.ts';
import { readOrdinal, spokenFamilies, type Ordinal, type OrdinalFamily } from './ordinals.ts';
import { findMark } from './punctuation.ts';
import type { Block } from './sourceText.ts';

const longestHead = 56;
/** How many paragraphs above a member the one before it is looked for in. */
const reach = 3;

/**
 * Finds the members that a series counted in speaking lacks where they stand inside a paragraph, as the first of them often does: `要做好三件事。一是修路。…` with
 * `二是架桥。…` at the next paragraph's start.
 */
export function fillSeries(blocks: readonly Block[], heads: readonly Head[]): Head[] {
  const found: Head[] = [];
  heads.forEach((head, index) => {
    const { ordinal } = head;
    if (ordinal === null || !spokenFamilies.has(ordinal.family) || ordinal.number < 2) return;
    let missing = ordinal.number - 1;
    let upTo = { block: head.block, end: head.start };
    while (missing >= 1 && !heads.slice(Math.max(0, index - 40), index).some((other) => isMember(other, ordinal.family, missing) && other.block >= head.block - 12)) {
      const inside = findInside(blocks, { family: ordinal.family, form: formOf(ordinal), number: missing, upTo });
      if (inside === null) return;
      found.push(inside);
      upTo = { block: inside.block, end: inside.start };
      missing -= 1;
    }
  });
  return found.length === 0 ? [...heads] : [...heads, ...found].sort((a, b) => a.block - b.block || a.start - b.start);
}

/** 一是 is no member of a series of 二要 and 三要. */
function formOf(ordinal: Ordinal): string {
  return ordinal.family === 'item' ? ordinal.text.replace(/^[一二三四五六七八九十]+/u, '').charAt(0) : '';
}

function isMember(head: Head, family: OrdinalFamily, number: number): boolean {
  return head.ordinal?.family === family && head.ordinal.number === number;
}

interface Wanted {
  readonly family: OrdinalFamily;
  readonly form: string;
  readonly number: number;
  readonly upTo: { readonly block: number; readonly end: number };
}

function findInside(blocks: readonly Block[], { family, form, number, upTo }: Wanted): Head | null {
  for (let block = upTo.block; block >= Math.max(0, upTo.block - reach); block -= 1) {
    const text = blocks[block]?.text ?? '';
    const limit = block === upTo.block ? upTo.end : text.length;
    for (let at = limit - 1; at > 0; at -= 1) {
      if (!'。；！？：;!?:'.includes(text.charAt(at - 1))) continue;
      const ordinal = readOrdinal(text, at);
      if (ordinal?.family !== family || ordinal.number !== number || formOf(ordinal) !== form) continue;
      const from = at + ordinal.length;
      const end = findMark(text, from, '。！？；!?;');
      if (end < 0 || end - from > longestHead || limit - end < 8) return null;
      return { block, start: at, from, end: trimHead(text, from, end), bodyStart: end + 1, ordinal, level: null, inline: true };
    }
  }
  return null;
}
