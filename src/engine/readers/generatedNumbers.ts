/** How a level of a list is numbered. */
export interface ListLevel {
  /** A name of ECMA-376 §17.18.59, such as `chineseCounting`. */
  readonly format: string;
  /** `%1、` or `（%2）`; `%3` is the number of the third level. */
  readonly pattern: string;
  readonly start: number;
  /** Shows the numbers of the levels above in Arabic digits: 1.2 below 一、 */
  readonly legal?: boolean;
  /** Whether a gap is shown behind the number. */
  readonly apart?: boolean;
  /** How many of the outer levels, from the outermost, begin this one anew: 0 where it counts through. By default all do. */
  readonly restartedBy?: number;
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
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, NumberedList>) {
    this.#lists = lists;
  }

  /**
   * The number shown before the next paragraph of a list, such as `（二）`; empty for bullets and unknown lists. `start` is what
   * the paragraph itself says it is.
   */
  next(id: string, level: number, start: number | null = null): string {
    const list = this.#lists.get(id);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return '';
    const counters = this.#counters.get(list.definition) ?? new Map<number, number>();
    this.#counters.set(list.definition, counters);
    const restart = this.#restartOf(id, list, level);
    const before = counters.get(level);
    counters.set(level, start ?? restart ?? (before === undefined ? own.start : before + 1));
    for (const deeper of counters.keys()) if (deeper > level && level < (list.levels.get(deeper)?.restartedBy ?? deeper)) counters.delete(deeper);
    if (own.format === 'bullet' || own.format === 'none') return '';
    const number = own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = list.levels.get(index);
      if (format === undefined) return '';
      const count = counters.get(index) ?? format.start;
      counters.set(index, count);
      return writeNumber(count, own.legal === true ? 'decimal' : format.format);
    });
    return own.apart === false ? number : apart(number);
  }

  #restartOf(id: string, list: NumberedList, level: number): number | null {
    const start = list.restarts.get(level);
    const key = `${id}:${level}`;
    if (start === undefined || this.#begun.has(key)) return null;
    this.#begun.add(key);
    return start;
  }
}

/** A number that nothing closes needs the gap behind it: 1 and 5个乡镇 are not 15个乡镇. */
export function apart(number: string): string {
  return /[\dA-Za-z\u4e00-\u9fff]$/.test(number) ? `${number} ` : number;
}

const digits = '零一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
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
      return writeChinese(value, legal).replace(/[十百千]/g, (unit) => ({ 十: '拾', 百: '佰', 千: '仟' })[unit] ?? unit).replace(/^拾/, '壹拾');
    case 'ideographTraditional':
      return stems.charAt(value - 1) || plain;
    case 'ideographZodiac':
      return branches.charAt(value - 1) || plain;
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCodePoint(0x327f + value) : plain;
    case 'numberInDash':
      return `-${plain}-`;
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

/** 十一, 一百零一, 一百一十; beyond 9,999 in Arabic digits. */
function writeChinese(value: number, numerals: string): string {
  if (value < 0 || value > 9999) return String(value);
  if (value < 10) return numerals.charAt(value);
  let text = '';
  let skipped = false;
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      skipped ||= text !== '';
      continue;
    }
    text += `${skipped ? numerals.charAt(0) : ''}${unit === 10 && digit === 1 && text === '' ? '' : numerals.charAt(digit)}${name}`;
    skipped = false;
  }
  return text;
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
