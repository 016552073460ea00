import { docTables, type DocFile } from './docFile.ts';
import { eachProperty, type ParagraphFacts } from './docProperties.ts';
import type { ListLevel, NumberedList } from './generatedNumbers.ts';

/** Number formats by their code in old documents ([MS-OSHARED] 2.2.1.3), as ECMA-376 names them. */
const formats: Readonly<Record<number, string>> = {
  ...{ 1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 10: 'ideographDigital', 11: 'japaneseCounting', 14: 'decimalFullWidth' },
  ...{ 18: 'decimalEnclosedCircle', 19: 'decimalFullWidth2', 22: 'decimalZero', 23: 'bullet', 26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen' },
  ...{ 28: 'decimalEnclosedCircleChinese', 29: 'ideographEnclosedCircle', 30: 'ideographTraditional', 31: 'ideographZodiac', 33: 'taiwaneseCounting', 35: 'taiwaneseCountingThousand', 37: 'chineseCounting' },
  ...{ 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 57: 'numberInDash', 255: 'none' },
};

export interface DocStyle {
  readonly facts: ParagraphFacts;
  /** A line of a table of contents. */
  readonly contents: boolean;
}

export const plainFacts: ParagraphFacts = { list: 0, level: 0, outline: 9, table: false, rowEnd: false };

/** Built-in styles: 1 to 9 are headings, 19 to 27 lines of a table of contents, 62 the title. */
function builtIn(id: number): { outline: number; contents: boolean } {
  if (id === 62) return { outline: 0, contents: false };
  return { outline: id >= 1 && id <= 9 ? id - 1 : 9, contents: id >= 19 && id <= 27 };
}

/** The paragraph styles by number ([MS-DOC] 2.9.271), each with what it inherits. */
export function readDocStyles(file: DocFile): Map<number, DocStyle> {
  const table = file.table(docTables.styles);
  const styles = new Map<number, DocStyle>();
  if (table.byteLength < 6) return styles;
  const count = Math.min(table.getUint16(2, true), 4096);
  const base = table.getUint16(4, true);
  const drafts: { id: number; parent: number; own: (inherited: ParagraphFacts) => ParagraphFacts }[] = [];
  let at = 2 + table.getUint16(0, true);
  for (let index = 0; index < count && at + 2 <= table.byteLength; index += 1) {
    const size = table.getUint16(at, true);
    const start = at + 2;
    at = start + size + (size & 1);
    if (size < base + 4 || start + size > table.byteLength || (table.getUint16(start + 2, true) & 0xf) !== 1) continue;
    const properties = start + base + 4 + table.getUint16(start + base, true) * 2;
    const end = start + size;
    drafts[index] = {
      id: table.getUint16(start, true) & 0xfff,
      parent: table.getUint16(start + 2, true) >> 4,
      own: (inherited) => (properties + 4 > end ? inherited : styleFacts(table, { start: properties + 4, end: Math.min(end, properties + 2 + table.getUint16(properties, true)) }, inherited)),
    };
  }
  const resolve = (index: number, depth: number): DocStyle => {
    const known = styles.get(index);
    const draft = drafts[index];
    if (known !== undefined || draft === undefined || depth > 12) return known ?? { facts: plainFacts, contents: false };
    const parent = resolve(draft.parent, depth + 1);
    const { outline, contents } = builtIn(draft.id);
    const style = { facts: draft.own({ ...parent.facts, outline: outline === 9 ? parent.facts.outline : outline }), contents: contents || parent.contents };
    styles.set(index, style);
    return style;
  };
  for (const index of drafts.keys()) resolve(index, 0);
  return styles;
}

function styleFacts(table: DataView, range: { start: number; end: number }, inherited: ParagraphFacts): ParagraphFacts {
  const facts = { ...inherited };
  eachProperty(table, range, (code, operand) => {
    if (code === 0x260a) facts.level = table.getUint8(operand);
    else if (code === 0x460b) facts.list = table.getUint16(operand, true);
    else if (code === 0x2640) facts.outline = table.getUint8(operand);
  });
  return facts;
}

/** The lists that paragraphs name, by their number from 1 ([MS-DOC] 2.9.147 and 2.9.131). */
export function readDocLists(file: DocFile): Map<string, NumberedList> {
  const definitions = readDefinitions(file.tableOnwards(docTables.lists));
  const table = file.table(docTables.overrides);
  const lists = new Map<string, NumberedList>();
  if (table.byteLength < 4) return lists;
  const count = Math.min(table.getUint32(0, true), Math.floor((table.byteLength - 4) / 16));
  let at = 4 + count * 16;
  for (let index = 0; index < count; index += 1) {
    const definition = String(table.getInt32(4 + index * 16, true));
    const restarts = new Map<number, number>();
    const own = new Map<number, ListLevel>();
    const overrides = table.getUint8(4 + index * 16 + 12);
    at += 4;
    for (let override = 0; override < overrides && at + 8 <= table.byteLength; override += 1) {
      const flags = table.getUint32(at + 4, true);
      if ((flags & 0x10) !== 0) restarts.set(flags & 0xf, table.getInt32(at, true));
      at += 8;
      if ((flags & 0x20) === 0) continue;
      // A level that this list alone has.
      const read = readLevel(table, at);
      at = read?.end ?? table.byteLength;
      if (read === null) continue;
      own.set(flags & 0xf, read.level);
      if ((flags & 0x10) !== 0) restarts.set(flags & 0xf, read.level.start);
    }
    lists.set(String(index + 1), { definition, levels: new Map([...(definitions.get(definition) ?? []), ...own]), restarts });
  }
  return lists;
}

function readDefinitions(table: DataView): Map<string, Map<number, ListLevel>> {
  const definitions = new Map<string, Map<number, ListLevel>>();
  if (table.byteLength < 2) return definitions;
  const count = Math.min(table.getUint16(0, true), Math.floor((table.byteLength - 2) / 28));
  let at = 2 + count * 28;
  for (let index = 0; index < count; index += 1) {
    const start = 2 + index * 28;
    const levels = new Map<number, ListLevel>();
    definitions.set(String(table.getInt32(start, true)), levels);
    const simple = (table.getUint8(start + 26) & 1) !== 0;
    for (let level = 0; level < (simple ? 1 : 9); level += 1) {
      const read = readLevel(table, at);
      if (read === null) return definitions;
      levels.set(level, read.level);
      at = read.end;
    }
  }
  return definitions;
}

/** One level ([MS-DOC] 2.9.149, 2.9.150): a head of 28 bytes, its properties, and its text with bytes 0 to 8 where the numbers stand. */
function readLevel(table: DataView, at: number): { level: ListLevel; end: number } | null {
  if (at + 30 > table.byteLength) return null;
  const text = at + 28 + table.getUint8(at + 24) + table.getUint8(at + 25);
  if (text + 2 > table.byteLength) return null;
  const end = text + 2 + table.getUint16(text, true) * 2;
  if (end > table.byteLength) return null;
  let pattern = '';
  for (let place = text + 2; place < end; place += 2) {
    const unit = table.getUint16(place, true);
    pattern += unit < 9 ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  const flags = table.getUint8(at + 5);
  const level: ListLevel = {
    format: formats[table.getUint8(at + 4)] ?? 'decimal',
    pattern,
    start: table.getInt32(at, true),
    legal: (flags & 4) !== 0,
    apart: table.getUint8(at + 15) !== 2,
    ...((flags & 8) === 0 ? {} : { restartedBy: table.getUint8(at + 26) }),
  };
  return { level, end };
}
