import { ordinalOf } from './looseOrdinals.ts';
import { readNumber } from './numerals.ts';
import type { Ordinal, OrdinalFamily } from './ordinals.ts';
import type { Block } from './sourceText.ts';

/** `1.1 大势有利`, `1.1大势有利`, `1.1、大势有利`, `1.1.1 看外贸`: with what parts it from its words. */
const form = /^([0-9０-９]{1,2})[.．]([0-9０-９]{1,2})(?:[.．]([0-9０-９]{1,2}))?([.．、]?[ \u3000]*)(?=[\p{Script=Han}“《])/u;
/** 1.2亿元, 3.5公里: figures, whatever stands before their unit. */
const figure = /^[百千万亿多余]{0,3}(?:元(?!旦)|美元|吨|亩|公里|公斤|公顷|平方|立方|米|倍|人次|人民币|小时|分钟|个百分点|个点)|^[百千]?[万亿](?:[多余]|[\u4e00-\u9fff]?[，。、；的])/u;
/** Where no space parts them from their number these are units too. */
const unit = /^[百千万亿]?[个名户台件次年月日天度级号版岁人条项家种点]/u;
const begins = /^[0-9０-９]/u;

/** Heads whose numbers may stand before the point. */
const above: ReadonlySet<OrdinalFamily> = new Set(['part', 'ordinal', 'digit', 'nth']);
/** As few are no series. */
const least = 2;

interface Decimal {
  /** `[1, 2]` for 1.2. */
  readonly numbers: readonly number[];
  readonly length: number;
  readonly text: string;
}

/**
 * The lines with the ordinals of two and three parts that they begin with. One alone may be a figure, a day or a version, so they
 * count: what stands before the point is the number of the head above (`1`, `一、`, `第一部分`), what stands behind it counts
 * from 1 up below each.
 */
export function tellDecimalOrdinals(lines: readonly Block[]): Block[] {
  const told = new Map<number, Ordinal>();
  /** The last number of each family, and the last of those told. */
  const heads = new Map<OrdinalFamily, number>();
  let last: readonly number[] = [];
  lines.forEach((line, index) => {
    if (line.hint?.table === true) return;
    const decimal = begins.test(line.text) ? readDecimal(line.text) : null;
    if (decimal === null) {
      const ordinal = ordinalOf(line);
      if (ordinal !== null && above.has(ordinal.family)) heads.set(ordinal.family, ordinal.number);
      return;
    }
    const { numbers } = decimal;
    if (!goesOn(last, numbers) || ![...heads.values()].includes(numbers[0] ?? 0)) return;
    told.set(index, { family: 'decimal', number: numbers.at(-1) ?? 0, text: decimal.text, length: decimal.length });
    last = numbers;
  });
  return told.size < least ? [...lines] : lines.map((line, index) => ({ ...line, ordinal: told.get(index) ?? line.ordinal }));
}

/** Whether the number of an ordinal may stand before the point of those below it. */
export function namesDecimals({ family }: Ordinal): boolean {
  return above.has(family);
}

/** How many points an ordinal of this kind has: 1 for `1.2`. */
export function pointsOf({ text }: Ordinal): number {
  return text.match(/[.．](?=[0-9０-９])/gu)?.length ?? 0;
}

/** The number before the first point. */
export function headNumberOf({ text }: Ordinal): number {
  return readNumber(/^[0-9０-９]+/u.exec(text)?.[0] ?? '') ?? 0;
}

function readDecimal(text: string): Decimal | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [whole, first = '', second = '', third, gap = ''] = match;
  const rest = text.slice(whole.length, whole.length + 8);
  if (figure.test(rest) || (gap === '' && unit.test(rest))) return null;
  const numbers = [first, second, ...(third === undefined ? [] : [third])].map((part) => readNumber(part) ?? 0);
  return numbers.includes(0) ? null : { numbers, length: whole.length, text: whole.trimEnd() };
}

/** 1.2 and 1.1.1 follow 1.1, as 2.1 does. */
function goesOn(last: readonly number[], numbers: readonly number[]): boolean {
  const same = numbers.findIndex((number, place) => number !== last[place]);
  if (same < 0) return false;
  if (same === 0) return numbers.length === 2 && numbers[1] === 1;
  const counts = (numbers[same] ?? 0) === (last[same] ?? 0) + 1;
  return counts && same === numbers.length - 1 && numbers.length <= last.length + 1;
}
