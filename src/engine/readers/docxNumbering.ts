import type { ReadingLimits } from './limits.ts';
import { walkXml } from './xml.ts';

interface LevelFormat {
  readonly format: string;
  /** `%1、` or `（%2）`. */
  readonly pattern: string;
  readonly start: number;
}

/** One list definition: its levels by index. */
type ListFormat = ReadonlyMap<number, LevelFormat>;

/** Counts the numbers that Word shows before paragraphs and that stand nowhere in the text. */
export class DocxNumbering {
  readonly #lists: ReadonlyMap<string, ListFormat>;
  readonly #abstractOf: ReadonlyMap<string, string>;
  readonly #counters = new Map<string, number[]>();

  constructor(xml: string | null, limits: ReadingLimits) {
    const read = xml === null ? { lists: new Map(), abstractOf: new Map() } : readNumbering(xml, limits);
    this.#lists = read.lists;
    this.#abstractOf = read.abstractOf;
  }

  /** The number shown before the next paragraph of a list, such as `（二）`; empty for bullets and unknown lists. */
  next(list: string, level: number): string {
    const abstract = this.#abstractOf.get(list) ?? list;
    const formats = this.#lists.get(abstract);
    const own = formats?.get(level);
    if (formats === undefined || own === undefined) return '';
    const counters = this.#counters.get(abstract) ?? [];
    this.#counters.set(abstract, counters);
    counters.length = Math.max(counters.length, level + 1);
    counters[level] = counters[level] === undefined ? own.start : counters[level] + 1;
    counters.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = formats.get(index);
      return format === undefined ? '' : writeNumber(counters[index] ?? format.start, format.format);
    });
  }
}

function readNumbering(xml: string, limits: ReadingLimits): { lists: Map<string, ListFormat>; abstractOf: Map<string, string> } {
  const lists = new Map<string, Map<number, LevelFormat>>();
  const abstractOf = new Map<string, string>();
  let levels: Map<number, LevelFormat> | null = null;
  let list: string | null = null;
  let level = -1;
  let draft = { format: 'decimal', pattern: '', start: 1 };
  walkXml(xml, {
    open(name, attributes) {
      const value = (): string => attributes.get('w:val') ?? '';
      if (name === 'w:abstractNum') {
        levels = new Map();
        lists.set(attributes.get('w:abstractNumId') ?? '', levels);
      } else if (name === 'w:lvl') {
        level = Number(attributes.get('w:ilvl') ?? -1);
        draft = { format: 'decimal', pattern: '', start: 1 };
      } else if (name === 'w:numFmt') draft.format = value();
      else if (name === 'w:lvlText') draft.pattern = value();
      else if (name === 'w:start') draft.start = Number(value()) || 1;
      else if (name === 'w:num') list = attributes.get('w:numId');
      else if (name === 'w:abstractNumId' && list !== null) abstractOf.set(list, value());
    },
    close(name) {
      if (name === 'w:lvl' && levels !== null && level >= 0 && level < 9) levels.set(level, draft);
      else if (name === 'w:abstractNum') levels = null;
      else if (name === 'w:num') list = null;
    },
    text() {
      // Numbering definitions hold attributes only.
    },
  }, limits);
  return { lists, abstractOf };
}

const digits = '零一二三四五六七八九';

/** Formats of ECMA-376 §17.18.59 that Chinese documents use; any other is written in Arabic digits. */
export function writeNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographDigital':
      return writeChinese(value);
    case 'decimalFullWidth':
      return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return value <= 26 ? String.fromCharCode(64 + value) : String(value);
    case 'lowerLetter':
      return value <= 26 ? String.fromCharCode(96 + value) : String(value);
    default:
      return String(value);
  }
}

function writeChinese(value: number): string {
  if (value < 10) return digits.charAt(value);
  if (value >= 100) return String(value);
  const tens = Math.floor(value / 10);
  return (tens === 1 ? '' : digits.charAt(tens)) + '十' + (value % 10 === 0 ? '' : digits.charAt(value % 10));
}
