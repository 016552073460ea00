import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { writeNumber } from './generatedNumbers.ts';

/** How CSS and the attribute `type` name a way to count, with what closes the number; other names count in Arabic digits. */
const formats: readonly (readonly [RegExp, format: string, close: string])[] = [
  [/^(?:none|disc|circle|square|disclosure-\w+)$/i, 'none', ''],
  [/^(?:cjk-ideographic|cjk-decimal|(?:simp|trad)-chinese-informal|japanese-informal)$/i, 'chineseCounting', '、'],
  [/^(?:simp|trad)-chinese-formal$/i, 'chineseLegalSimplified', '、'],
  [/^cjk-heavenly-stem$/i, 'ideographTraditional', '、'],
  [/^cjk-earthly-branch$/i, 'ideographZodiac', '、'],
  [/^decimal-leading-zero$/i, 'decimalZero', '.'],
  [/^(?:a|lower-alpha|lower-latin)$/, 'lowerLetter', '.'],
  [/^(?:A|upper-alpha|upper-latin)$/, 'upperLetter', '.'],
  [/^(?:i|lower-roman)$/, 'lowerRoman', '.'],
  [/^(?:I|upper-roman)$/, 'upperRoman', '.'],
];

/** Counts the items of ordered lists, whose numbers a browser writes and no page holds. */
export class PageLists {
  readonly #next = new Map<Tree.Element, number>();

  /** What is shown before an element: `2.` or `二、` before an item of such a list, nothing before any other. */
  numberOf(element: Tree.Element): string {
    const list = element.parentNode;
    if (element.tagName !== 'li' || list === null || !('tagName' in list) || list.tagName !== 'ol') return '';
    const step = valueOf(list, 'reversed') === null ? 1 : -1;
    const first = (): number => numberIn(list, 'start') ?? (step > 0 ? 1 : list.childNodes.filter((child) => child.nodeName === 'li').length);
    const number = numberIn(element, 'value') ?? this.#next.get(list) ?? first();
    this.#next.set(list, number + step);
    const style = styleOf(element) ?? valueOf(element, 'type') ?? styleOf(list) ?? valueOf(list, 'type') ?? 'decimal';
    const [, format, close] = formats.find(([name]) => name.test(style)) ?? [null, 'decimal', '.'];
    return format === 'none' ? '' : `${writeNumber(number, format)}${close}`;
  }
}

function styleOf(element: Tree.Element): string | null {
  const style = valueOf(element, 'style');
  if (style === null) return null;
  const said = /(?:^|;)\s*list-style(?:-type)?\s*:\s*([^;]+)/i.exec(style)?.[1]?.trim() ?? null;
  // The short form may name a place and a picture as well: none inside.
  return said?.split(/\s+/).find((word) => !/^(?:inside|outside|url\(.*|!important)$/i.test(word)) ?? null;
}

function numberIn(element: Tree.Element, name: string): number | null {
  const value = valueOf(element, name);
  return value !== null && /^\s*-?\d{1,6}\s*$/.test(value) ? Number(value) : null;
}

function valueOf(element: Tree.Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}
