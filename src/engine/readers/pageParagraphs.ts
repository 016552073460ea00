import { endsSentence, startsInside } from '../../core/speech/punctuation.ts';
import type { PageLine } from './pageTree.ts';

/**
 * Whether the breaks of a page part paragraphs. Most pages give each paragraph a block of its own, or a break; what was
 * converted from print may break lines at a width, or put every scrap of a sentence in a block. What a page does with
 * blocks, with breaks and with empty lines is told for each by where its long lines end.
 */

/** A line as long ends as paragraphs do; of paragraphs so many may lack their full stop: notes and captions. */
const longLine = 20;
const leastLong = 3;
const mostOpen = 0.2;
/** Where few lines are long, so many pairs of lines tell, when hardly any break cuts a sentence and no width shows. */
const leastPairs = 12;
const leastListed = 4;
const mostCut = 0.04;
const shortLine = 12;
/** A label that begins as many lines is a list's. */
const leastLabels = 3;
/** At a width, as many of the lines end within a few characters of each other. */
const widest = 90;
const mostFull = 0.5;
const leastSlack = 3;
/** Rows of a title stand within as many lines. */
const furthestRow = 6;

/** For each line, 1 where it opens a paragraph by what the page shows; 0 is no answer. */
export function tellParagraphs(lines: readonly PageLine[], furniture: Uint8Array): Uint8Array {
  const opens = new Uint8Array(lines.length);
  const own: number[] = [];
  lines.forEach((line, index) => {
    if (furniture[index] === 0 && !line.table) own.push(index);
  });
  const pairs = own.map((index, order): Pair => {
    const above = lines[own[order - 1] ?? index] as PageLine;
    return { index, above, line: lines[index] as PageLine, ends: endsSentence(above.text) };
  });
  const rows = own[Math.min(furthestRow, own.findIndex((index) => (lines[index]?.text.length ?? 0) >= longLine))] ?? 0;
  for (const kind of ['block', 'break', 'empty'] as const) {
    const alike = pairs.filter(({ line, above }) => line.behind === kind && line !== above);
    if (alike.length === 0 || !partsParagraphs(alike)) continue;
    // A title may be broken into rows.
    for (const { index, above, line, ends } of alike) if (!goesOn(above.text, line.text) && (kind !== 'break' || ends || index > rows || above.text.length >= longLine)) opens[index] = 1;
  }
  for (const index of findLabels(lines, own)) opens[index] = 1;
  return opens;
}

/** Lines of a list whose labels come back: `票价：30元`, `电话：…`. */
function findLabels(lines: readonly PageLine[], own: readonly number[]): number[] {
  const places = new Map<string, number[]>();
  for (const index of own) {
    const name = /^[\u4e00-\u9fff\s]{2,8}(?=[:：])/u.exec(lines[index]?.text ?? '')?.[0];
    if (name === undefined) continue;
    const known = places.get(name);
    if (known === undefined) places.set(name, [index]);
    else known.push(index);
  }
  return [...places.values()].filter((indices) => indices.length >= leastLabels).flat();
}

/** Two lines that follow each other, the second's index, and whether the first ends a sentence. */
interface Pair {
  readonly index: number;
  readonly above: PageLine;
  readonly line: PageLine;
  readonly ends: boolean;
}

function partsParagraphs(pairs: readonly Pair[]): boolean {
  let long = 0;
  let open = 0;
  for (const { above, ends } of pairs) {
    if (above.text.length < longLine || above.level !== null) continue;
    long += 1;
    // No width cuts lines behind their dashes and brackets more often than elsewhere.
    if (!ends && !/[—）)】》”]$/u.test(above.text)) open += 1;
  }
  if (long >= leastLong && open <= long * mostOpen) return true;
  // A list of headlines holds no mark that a cut might stand behind.
  const marked = pairs.some(({ above, line }) => /[，。；！？]/u.test(above.text) || /[，。；！？]/u.test(line.text));
  if (pairs.length < (marked ? leastPairs : leastListed)) return false;
  const cut = pairs.filter(({ above, line }) => goesOn(above.text, line.text)).length;
  return cut <= pairs.length * mostCut && !isWrapped(pairs);
}

/** Whether most lines that do not end a sentence end near one width, as lines of print do. */
function isWrapped(pairs: readonly Pair[]): boolean {
  const lengths = pairs.map(({ above }) => above.text.length).filter((length) => length >= shortLine).sort((a, b) => a - b);
  const reach = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const open = pairs.filter(({ above, ends }) => above.text.length >= shortLine && !ends);
  const slack = Math.max(leastSlack, reach * 0.1);
  const full = open.filter(({ above: { text } }) => text.length >= reach - slack && text.length <= reach + leastSlack).length;
  return reach <= widest && full >= leastLong && full >= open.length * mostFull;
}

/** No paragraph ends or begins like this, nor within a number. */
function goesOn(above: string, line: string): boolean {
  if (startsInside(line)) return true;
  const last = above.charAt(above.length - 1);
  return '，、（(《“‘'.includes(last) || (isDigit(last) && isDigit(line.charAt(0)));
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
