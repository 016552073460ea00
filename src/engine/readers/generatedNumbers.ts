/** How a level of a list is numbered. */
export interface ListLevel {
  /** A name of ECMA-376 §17.18.59, such as `chineseCounting`. */
  readonly format: string;
  /** `%1、` or `（%2）`; `%3` is the number of the third level. */
  readonly pattern: string;
  readonly start: number;
  /** Shows the numbers of the levels above in Arabic digits: 1.2 below 一、 */
  readonly legal?: boolean;
}

export interface NumberedList {
  /** Lists of one definition go on with each other's numbers. */
  readonly definition: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Where this list starts anew, by level. */
  readonly restarts: ReadonlyMap<number, number>;
}

/** Counts the numbers that word processors show before paragraphs and that stand nowhere in the text. */
export class GeneratedNumbers {
  readonly #lists: ReadonlyMap<string, NumberedList>;
  readonly #counters = new Map<string, number[]>();
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, NumberedList>) {
    this.#lists = lists;
  }

  /** The number shown before the next paragraph of a list, such as `（二）`; empty for bullets and unknown lists. */
  next(id: string, level: number): string {
    const list = this.#lists.get(id);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return '';
    const counters = this.#counters.get(list.definition) ?? [];
    this.#counters.set(list.definition, counters);
    const restart = this.#restartOf(id, list, level);
    const before = counters[level];
    counters.length = Math.max(counters.length, level + 1);
    counters[level] = restart ?? (before === undefined ? own.start : before + 1);
    counters.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = list.levels.get(index);
      return format === undefined ? '' : writeNumber((counters[index] ??= format.start), own.legal === true ? 'decimal' : format.format);
    });
  }

  #restartOf(id: string, list: NumberedList, level: number): number | null {
    const start = list.restarts.get(level);
    const key = `${id}:${level}`;
    if (start === undefined || this.#begun.has(key)) return null;
    this.#begun.add(key);
    return start;
  }
}

const digits = '零一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const romans = [[10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const;

/** Formats that Chinese documents use; any other is written in Arabic digits. */
export function writeNumber(value: number, format: string): string {
  const plain = String(value);
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return writeChinese(value, digits);
    case 'chineseLegalSimplified':
      return writeChinese(value, legal).replace(/十/g, '拾').replace(/^拾/, '壹拾');
    case 'ideographTraditional':
      return stems.charAt(value - 1) || plain;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...plain].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : plain;
    case 'decimalEnclosedParen':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2473 + value) : plain;
    case 'decimalEnclosedFullstop':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2487 + value) : plain;
    case 'decimalZero':
      return plain.padStart(2, '0');
    case 'upperRoman':
      return writeRoman(value).toUpperCase();
    case 'lowerRoman':
      return writeRoman(value);
    case 'upperLetter':
      return value >= 1 && value <= 26 ? String.fromCharCode(64 + value) : plain;
    case 'lowerLetter':
      return value >= 1 && value <= 26 ? String.fromCharCode(96 + value) : plain;
    default:
      return plain;
  }
}

function writeChinese(value: number, numerals: string): string {
  if (value < 0 || value >= 100) return String(value);
  if (value < 10) return numerals.charAt(value);
  const tens = Math.floor(value / 10);
  return (tens === 1 ? '' : numerals.charAt(tens)) + '十' + (value % 10 === 0 ? '' : numerals.charAt(value % 10));
}

function writeRoman(value: number): string {
  if (value < 1 || value >= 40) return String(value);
  let rest = value;
  let text = '';
  for (const [amount, letters] of romans) {
    while (rest >= amount) {
      text += letters;
      rest -= amount;
    }
  }
  return text;
}
