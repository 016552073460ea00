import { countHan } from '../text/han.ts';
import { rememberLines } from './lineMemory.ts';
import { readNumber } from './numerals.ts';
import { opensOrdinal, readOrdinal, type Ordinal, type OrdinalFamily } from './ordinals.ts';
import { joinBlocks, type Block } from './sourceText.ts';

/**
 * Ordinals that only their series tells: `一 加强领导`, `一，加强领导`, `1 加强领导`. Alone each may open a sentence or
 * stand where one was broken, so they count from 1 up, each on a short line of its own.
 */
const forms: readonly (readonly [OrdinalFamily, RegExp])[] = [
  ['ordinal', /^([一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾])[ \u3000]+(?=[^ \u3000])/u],
  ['ordinal', /^([一二三四五六七八九十]{1,3})[，,][ \u3000]*(?=[^ \u3000])/u],
  // 5 月, 3 个 and 12 万 are no ordinals.
  ['digit', /^(\d{1,2})[ \u3000]+(?=[\p{Script=Han}“《])(?![年月日时分号点个项家名位条次件万亿千百元人岁届级])/u],
];
/** What each form begins with. */
const begins = /^[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾\d]/u;
const longest = 60;

/** Reads such an ordinal inside a text; only where a sentence ended before it, and others count on, is it one. */
export function readLooseOrdinal(text: string, at: number): Ordinal | null {
  // A form is tried on the few characters that it may take.
  const piece = text.slice(at, at + 8);
  for (const [family, form] of forms) {
    const match = form.exec(piece);
    const number = match === null ? null : readNumber(match[1] ?? '');
    if (match !== null && number !== null) return { family, number, text: match[0].trimEnd(), length: match[0].length };
  }
  return null;
}

const lone = /^[一二三四五六七八九十]{1,3}$/u;
/** A head that a number on a line of its own stands above. */
const below = /^[^。！？；，：].{0,38}[^。；，、：,;:]$/u;

/**
 * Lines with the number of each head, where it stands on a line of its own above, in one line with it: `一` above
 * `登记，要登得清楚`. Such numbers count from 1 up.
 */
export function joinLoneNumbers(lines: readonly Block[], source: string): readonly Block[] {
  const numbers = new Map<number, Ordinal>();
  lines.forEach(({ text }, index) => {
    const next = text.length > 3 || !lone.test(text) ? undefined : lines[index + 1];
    const number = next === undefined || !below.test(next.text) || lone.test(lines[index + 2]?.text ?? '一') || readOrdinal(next.text, 0) !== null ? null : readNumber(text);
    if (number === numbers.size + 1) numbers.set(index, { family: 'ordinal', number, text, length: text.length });
  });
  return numbers.size < 2 ? lines : joinNumbers(lines, numbers, source);
}

function joinNumbers(lines: readonly Block[], numbers: ReadonlyMap<number, Ordinal>, source: string): Block[] {
  return lines.flatMap((line, index) => {
    const ordinal = numbers.get(index);
    const next = lines[index + 1];
    if (numbers.has(index - 1)) return [];
    return ordinal === undefined || next === undefined ? [line] : [{ ...joinBlocks(line, next, source), ordinal }];
  });
}

/** `01`, `/ 02 /`, `PART 3` and `4⃣` on a line of their own; `- 5 -` and `6` count pages. */
const set = /^([^\p{L}\p{N}\s]{0,2}) ?((?:part|no)[ .．·]{0,2})?(\d{1,2})(\u20e3)?(?: ?([^\p{L}\p{N}\s]{0,2}))$/iu;
const leastSet = 2;
/** What stands below the head that such a number stands above is a paragraph of as many characters. */
const leastBody = 20;

/**
 * Lines with the number of each head that is set above it for show, in one line with it: `/ 01 /` above `渠口谁来守`. Such numbers
 * count from 1 up, each right above a short line with a paragraph below.
 */
export function joinSetNumbers(lines: readonly Block[], source: string): readonly Block[] {
  const numbers = new Map<number, Ordinal>();
  let form = '';
  lines.forEach(({ text, hint }, index) => {
    const match = text.length > 12 || hint?.table === true ? null : set.exec(text);
    if (match === null) return;
    const [, open = '', word = '', digits = '', cap = '', close = ''] = match;
    const decked = word !== '' || cap !== '' || digits.startsWith('0') || (open !== '' && close !== '' && !/[-—–－·•~[（(]/u.test(open));
    const [next, body] = [lines[index + 1], lines[index + 2]];
    if (!decked || next === undefined || body === undefined || !below.test(next.text) || readOrdinal(next.text, 0) !== null || countHan(next.text) < 2) return;
    const own = `${open}${word.trim()}${cap}${close}`;
    if (countHan(body.text) < leastBody || Number(digits) !== numbers.size + 1 || (numbers.size > 0 && own !== form)) return;
    form = own;
    numbers.set(index, { family: 'ordinal', number: numbers.size + 1, text, length: text.length });
  });
  return numbers.size < leastSet ? lines : joinNumbers(lines, numbers, source);
}

/** Whether an ordinal is such a number. */
export function isSet({ text }: Ordinal): boolean {
  return set.test(text) && !/^[1-9]\d?$/u.test(text);
}

/** The lines with the ordinals that the lines as a whole tell. */
export function tellLooseOrdinals(lines: readonly Block[]): Block[] {
  const told = new Map<number, Ordinal>();
  const open = lines.flatMap(({ text, hint }, line) => (hint?.table === true || text.length > longest || !begins.test(text) || readOrdinal(text, 0) !== null ? [] : [{ text, line }]));
  if (open.length < 2) return [...lines];
  for (const [family, form] of forms) {
    let series: { line: number; ordinal: Ordinal }[] = [];
    const close = (): void => {
      if (series.length >= 2) for (const { line, ordinal } of series) told.set(line, ordinal);
      series = [];
    };
    open.forEach(({ text, line }) => {
      const match = form.exec(text);
      const number = match === null ? null : readNumber(match[1] ?? '');
      if (match === null || number === null || text.length - match[0].length < 2 || /[，、,]$/u.test(text)) return;
      const expected = (series.at(-1)?.ordinal.number ?? 0) + 1;
      if (number !== expected) {
        if (number !== 1) return;
        close();
      }
      series.push({ line, ordinal: { family, number, text: match[0].trimEnd(), length: match[0].length } });
    });
    close();
  }
  return told.size === 0 ? [...lines] : lines.map((line, index) => ({ ...line, ordinal: told.get(index) ?? line.ordinal }));
}

/** The ordinal that a block begins with; `null` where none does. */
export function ordinalOf(block: Block | undefined): Ordinal | null {
  if (block === undefined) return null;
  if (block.ordinal !== undefined) return block.ordinal;
  if (!opensOrdinal(block.text.charCodeAt(0))) return null;
  return readFirst(block.text);
}

/** A block is asked by everything that looks for heads. */
const readFirst = rememberLines((text) => readOrdinal(text, 0));
