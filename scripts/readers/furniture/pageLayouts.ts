import type { Span } from '../../../src/core/contracts.ts';
import { marksOf } from '../../eval/reading/markedPages.ts';
import { pick, type Random } from '../../eval/reading/damage.ts';

/**
 * Saved pages as they may be copied otherwise: menus in one line, part of the page only, empty lines and indents of any kind;
 * and with a speech in place of their texts, since few of the sites that can be had show speeches.
 */
export interface MarkedText {
  readonly text: string;
  readonly added: readonly Span[];
  readonly either: readonly Span[];
}

interface Row {
  readonly text: string;
  /** 1 the page's, 2 either's, 0 the text's. */
  readonly kind: number;
}

function rowsOf(page: MarkedText): Row[] {
  const marks = marksOf(page);
  let start = 0;
  return page.text.split('\n').flatMap((text): Row[] => {
    const own = marks.subarray(start, start + text.length);
    start += text.length + 1;
    return text.trim() === '' ? [] : [{ text, kind: own.includes(0) ? 0 : own.includes(1) ? 1 : 2 }];
  });
}

interface Laid {
  readonly gap: (row: Row, before: Row) => string;
  readonly indent: string;
}

function laid(rows: readonly Row[], { gap, indent }: Laid): MarkedText {
  let text = '';
  const [added, either]: [Span[], Span[]] = [[], []];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    if (before !== undefined) text += gap(row, before);
    const start = text.length;
    text += (row.kind === 0 && row.text.length > leastIndented ? indent : '') + row.text;
    if (row.kind !== 0) (row.kind === 1 ? added : either).push({ start, end: text.length });
  });
  return { text, added, either };
}

const leastIndented = 30;
/** What stands in a menu is no longer. */
const longestItem = 8;

export function laidOutAnew(page: MarkedText, random: Random): MarkedText {
  let rows = rowsOf(page);
  if (random() < 0.4) rows = withMenus(rows, random);
  const first = rows.findIndex(({ kind }) => kind === 0);
  const last = rows.findLastIndex(({ kind }) => kind === 0);
  if (random() < 0.5) rows = rows.slice(Math.floor(random() * first), last + 1 + Math.floor(random() * (rows.length - last)));
  const style = random();
  const gap = (row: Row, before: Row): string => (style < 0.5 ? '\n' : style < 0.7 ? '\n\n' : style < 0.85 ? (row.kind === 0 || before.kind !== row.kind ? '\n\n' : '\n') : random() < 0.2 ? '\n\n' : '\n');
  return laid(rows, { gap, indent: random() < 0.4 ? '　　' : '' });
}

/** Short lines of the page that follow each other, several in a line. */
function withMenus(rows: readonly Row[], random: Random): Row[] {
  const joint = pick(random, [' ', '  ', ' | ', '　', ' > ', ' · ', '|']);
  const width = 3 + Math.floor(random() * 9);
  const joined: Row[] = [];
  let run = 0;
  for (const row of rows) {
    const last = joined[joined.length - 1];
    const short = row.kind === 1 && row.text.length <= longestItem;
    if (last !== undefined && short && run > 0 && run < width) {
      joined[joined.length - 1] = { ...last, text: last.text + joint + row.text };
      run += 1;
    } else {
      joined.push(row);
      run = short ? 1 : 0;
    }
  }
  return joined;
}

const shortestTitle = 6;
const longestAmid = 60;

/** The page around another text: it names that one's title where it named its own. */
export function aroundSpeech(page: MarkedText, bodies: readonly (readonly string[])[], random: Random): MarkedText {
  const rows = rowsOf(page);
  const first = rows.findIndex(({ kind }) => kind === 0);
  const last = rows.findLastIndex(({ kind }) => kind === 0);
  const body = bodies[Math.floor(random() * bodies.length)] ?? [];
  const shown = random() < 0.3 ? body.slice(0, 4 + Math.floor(random() * 12)) : body;
  const [old, title] = [rows[first]?.text ?? '', shown[0] ?? ''];
  const renamed = (row: Row): Row => ({ ...row, text: old.length >= shortestTitle ? row.text.replaceAll(old, title) : row.text });
  const inner = shown.map((text): Row => ({ text, kind: 0 }));
  const below = rows.slice(first + 1, first + 6);
  const stays = below.slice(0, Math.max(0, below.findIndex(({ kind }) => kind !== 1))).map(renamed);
  inner.splice(1, 0, ...stays);
  const amid = rows.slice(first, last).filter(({ kind, text }) => kind === 1 && text.length < longestAmid).slice(stays.length, stays.length + 3);
  for (const row of amid) inner.splice(2 + stays.length + Math.floor(random() * Math.max(1, inner.length - 2 - stays.length)), 0, row);
  return laid([...rows.slice(0, first).map(renamed), ...inner, ...rows.slice(last + 1).map(renamed)], { gap: () => '\n', indent: '' });
}
