import { docTables, type DocFile } from './docFile.ts';

/** Calls `each` for every property in a list ([MS-DOC] 2.2.5): its code and where its operand starts. */
export function eachProperty(view: DataView, range: { readonly start: number; readonly end: number }, each: (code: number, operand: number) => void): void {
  let at = range.start;
  const end = Math.min(range.end, view.byteLength);
  while (at + 3 <= end) {
    const code = view.getUint16(at, true);
    const operand = at + 2;
    const size = operandSize(view, code, operand, end);
    if (size === null || operand + size > end) return;
    each(code, operand);
    at = operand + size;
  }
}

const tableDefinition = 0xd608;
const tabChange = 0xc615;

function operandSize(view: DataView, code: number, operand: number, end: number): number | null {
  switch (code >> 13) {
    case 0:
    case 1:
      return 1;
    case 2:
    case 4:
    case 5:
      return 2;
    case 3:
      return 4;
    case 7:
      return 3;
    default: {
      if (code === tableDefinition) return operand + 2 <= end ? 1 + view.getUint16(operand, true) : null;
      const length = view.getUint8(operand);
      // A change of very many tab stops gives no length: nothing that matters stands behind it.
      return code === tabChange && length === 255 ? null : 1 + length;
    }
  }
}

/** Properties of a stretch of the file, half-open. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly start: number;
  readonly end: number;
}

const pageSize = 512;

/** The runs of paragraph or character properties, ascending ([MS-DOC] 2.9.173 and 2.9.32). */
export function propertyRuns(file: DocFile, kind: 'paragraphs' | 'characters'): PropertyRun[] {
  const table = file.table(docTables[kind]);
  const { main } = file;
  const count = Math.max(0, Math.floor((table.byteLength - 4) / 8));
  const runs: PropertyRun[] = [];
  const seen = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const page = (table.getUint32((count + 1) * 4 + index * 4, true) & 0x3f_ffff) * pageSize;
    if (page + pageSize > main.byteLength || seen.has(page)) continue;
    seen.add(page);
    readPage(main, page, kind, runs);
  }
  return runs.sort((a, b) => a.from - b.from);
}

function readPage(main: DataView, page: number, kind: 'paragraphs' | 'characters', runs: PropertyRun[]): void {
  const size = kind === 'paragraphs' ? 13 : 1;
  const count = Math.min(main.getUint8(page + pageSize - 1), Math.floor((pageSize - 5) / (4 + size)));
  for (let index = 0; index < count; index += 1) {
    const from = main.getUint32(page + index * 4, true);
    const to = main.getUint32(page + index * 4 + 4, true);
    if (to <= from) continue;
    const offset = main.getUint8(page + (count + 1) * 4 + index * size) * 2;
    let at = page + offset;
    let length = 0;
    if (offset > 0 && offset < pageSize - 1) {
      const first = main.getUint8(at);
      at += 1;
      if (kind === 'characters') length = first;
      else if (first > 0) length = first * 2 - 1;
      else {
        length = main.getUint8(at) * 2;
        at += 1;
      }
    }
    const end = Math.min(at + length, page + pageSize);
    const styled = kind === 'paragraphs' && at + 2 <= end;
    runs.push({ from, to, style: styled ? main.getUint16(at, true) : 0, start: styled ? at + 2 : at, end: kind === 'paragraphs' && !styled ? at : end });
  }
}

/** The run that holds a place of the file; `null` where none does. */
export function runAt(runs: readonly PropertyRun[], fc: number): PropertyRun | null {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? Infinity) <= fc) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && fc < run.to ? run : null;
}

/** What a paragraph's properties say about structure. */
export interface ParagraphFacts {
  list: number;
  level: number;
  /** 0 for the outermost heading, 9 for text. */
  outline: number;
  table: boolean;
  rowEnd: boolean;
}

export function paragraphFacts(file: DocFile, run: { readonly start: number; readonly end: number }, inherited: ParagraphFacts): ParagraphFacts {
  const facts = { ...inherited };
  const apply = (view: DataView) => (code: number, operand: number): void => {
    if (code === 0x260a) facts.level = view.getUint8(operand);
    else if (code === 0x460b) facts.list = view.getUint16(operand, true);
    else if (code === 0x2640) facts.outline = view.getUint8(operand);
    else if (code === 0x2416) facts.table = view.getUint8(operand) !== 0;
    else if (code === 0x2417) facts.rowEnd = view.getUint8(operand) !== 0;
  };
  eachProperty(file.main, run, (code, operand) => {
    // Properties that do not fit here lie in the data stream.
    if (code === 0x6645 || code === 0x6646) {
      const at = file.main.getUint32(operand, true);
      if (at + 2 <= file.data.byteLength) eachProperty(file.data, { start: at + 2, end: at + 2 + file.data.getUint16(at, true) }, apply(file.data));
    } else apply(file.main)(code, operand);
  });
  return facts;
}

/** Whether characters with these properties are shown: deleted and hidden text is not, nor are signs of symbol fonts. */
export function isShown(main: DataView, run: PropertyRun): boolean {
  let shown = true;
  eachProperty(main, run, (code, operand) => {
    // Word also writes 129, which turns around what the style says.
    if ((code === 0x0800 || code === 0x083c) && (main.getUint8(operand) & 1) === 1) shown = false;
    else if (code === 0x6a09) shown = false;
  });
  return shown;
}
