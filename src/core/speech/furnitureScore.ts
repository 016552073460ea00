import { furnitureBias, furnitureTable } from './furnitureTable.ts';
import { rememberLines } from './lineMemory.ts';
import { pageBias, pageTable } from './pageTable.ts';
import { unpackTable } from './weightTable.ts';

/**
 * How much a line reads like what a site, a preview or an office program puts around a text: a linear model over its
 * runs of one to three characters, with both ends marked, and its shape, learnt by `scripts/readers/learnFurniture.ts`
 * from lines of our own wording against the paragraphs of public documents. Rules know the words of the sites that we
 * met; the model weighs all words of a line, so that a line in other words is told too, and 下一条规矩：… is not.
 */

/** Buckets of the table, a power of two. */
export const furnitureBuckets = 1 << 18;
/** Weights are kept as whole numbers of this fraction. */
export const furnitureStep = 2;
/** Of a longer line its two ends tell. */
const longestStart = 48;
const longestEnd = 24;

/** A title that a line names says nothing about the line. */
const named = /《[^《》]{4,80}》|【[^【】]{9,80}】/gu;

function withoutNames(line: string): string {
  if (!line.includes('《') && !line.includes('【')) return line;
  const plain = line.replace(named, (match) => match.charAt(0) + match.charAt(match.length - 1));
  return plain.length > 4 ? plain : line;
}

/** The line under way, folded, between `^` and `$`. */
const folded = new Uint16Array(256);
const caret = 94;
const dollar = 36;
const ellipsis = 0x2026;

/** Folds a line into `folded`, of a long one its two ends; returns how many characters there are. */
function fold(line: string): number {
  const plain = withoutNames(line.trim());
  const clipped = plain.length > longestStart + longestEnd;
  let length = 0;
  folded[length++] = caret;
  for (let index = 0; index < plain.length; index += 1) {
    if (clipped && index === longestStart) {
      folded[length++] = ellipsis;
      index = plain.length - longestEnd;
    }
    const unit = plain.charCodeAt(index);
    // Most lines hold nothing but Chinese characters and marks.
    if (mayFold(unit)) return foldSlowly(clipped ? `${plain.slice(0, longestStart)}\u2026${plain.slice(-longestEnd)}` : plain);
    folded[length++] = unit;
  }
  folded[length++] = dollar;
  return length;
}

function mayFold(unit: number): boolean {
  return unit <= 0xff || (unit >= 0x2000 && unit <= 0x200f) || unit === 0x3000 || (unit >= 0xff10 && unit <= 0xff19);
}

const space = 32;
const zero = 48;
/** What ASCII characters fold into. */
const asciiFolds = Uint16Array.from({ length: 0x80 }, (_, unit) => foldByForms(String.fromCharCode(unit)).charCodeAt(0));

/** Digits of a number fold into one, Latin letters into small ones, white space into one space, half-width marks into full-width. */
function foldByForms(line: string): string {
  return line
    .toLowerCase()
    .replace(/[0-9０-９]+/gu, '0')
    .replace(/\s+/gu, ' ')
    .replace(/[:,;!?()]/gu, (mark) => '：，；！？（）'.charAt(':,;!?()'.indexOf(mark)));
}

/** The same into `folded`, character by character. */
function foldSlowly(line: string): number {
  let length = 0;
  folded[length++] = caret;
  let before = 0;
  for (let index = 0; index < line.length; index += 1) {
    const unit = line.charCodeAt(index);
    const fold = unit < 0x80 ? (asciiFolds[unit] as number) : unit >= 0x3001 && unit < 0xa000 ? unit : foldOther(unit);
    if (fold < 0) return foldRare(line);
    if (fold === before && (fold === zero || fold === space)) continue;
    folded[length++] = fold;
    before = fold;
  }
  folded[length++] = dollar;
  return length;
}

/** −1 for a character of a script with small letters, but for Latin ones, and for what is written in two units, but for pictures. */
function foldOther(unit: number): number {
  if (unit === 0x3000 || unit === 0xa0 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f) return space;
  if (unit >= 0xff10 && unit <= 0xff19) return zero;
  if (unit >= 0xff21 && unit <= 0xff3a) return unit + 0x20;
  const caseless = unit < 0xc0 || (unit > 0x2000 && unit < 0x2100) || (unit >= 0x2190 && unit < 0x24b6) || (unit >= 0x24d0 && unit < 0x2c00) || (unit >= 0x2e80 && unit < 0xa000) || (unit >= 0xd83c && unit <= 0xd83e) || unit >= 0xdc00;
  return caseless ? unit : -1;
}

function foldRare(line: string): number {
  const text = foldByForms(line);
  const length = Math.min(text.length, folded.length - 2);
  for (let index = 0; index < length; index += 1) folded[index + 1] = text.charCodeAt(index);
  folded[length + 1] = dollar;
  return length + 2;
}

const most = 3 * (longestStart + longestEnd + 4);
const runBuckets = new Int32Array(most);

/** Writes the buckets of the runs of one to three of the folded characters into `runBuckets`; returns how many. */
function findRuns(length: number): number {
  let count = 0;
  let first = folded[0] as number;
  let second = folded[1] as number;
  for (let at = 0; at < length && count + 3 <= most; at += 1) {
    const third = at + 2 < length ? (folded[at + 2] as number) : 0;
    runBuckets[count] = hash(1, first, 0, 0);
    count += 1;
    if (at + 1 < length) {
      runBuckets[count] = hash(2, first, second, 0);
      count += 1;
    }
    if (third !== 0) {
      runBuckets[count] = hash(3, first, second, third);
      count += 1;
    }
    first = second;
    second = third;
  }
  return count;
}

/** The buckets of a line's runs of characters, which share their weight, and of its shape, which count in full. */
export function furnitureFeatures(line: string): { runs: Int32Array; shape: Int32Array } {
  const runs = runBuckets.slice(0, findRuns(fold(line)));
  return { runs, shape: Int32Array.from(shapeOf(line)) };
}

/** What a character counts as in a line's shape. */
const [other, han, mark, stop, colon, gap, bar] = [0, 1, 2, 3, 4, 5, 6] as const;
const classes = new Uint8Array(1 << 16).fill(han, 0x4e00, 0xa000);
const classify = (characters: string, kind: number): void => {
  for (const character of characters) classes[character.charCodeAt(0)] = kind;
};
classify('，、；,;', mark);
classify('。！？!?', stop);
classify('：:', colon);
classify(' \t\n\u00a0\u3000', gap);
/** What parts the items of a menu. */
classify('|｜┊·/>»›→', bar);

function shapeOf(line: string): number[] {
  const length = line.length;
  const size = length < 8 ? Math.ceil(length / 2) : length < 16 ? 5 : length < 28 ? 6 : length < 45 ? 7 : length < 80 ? 8 : length < 160 ? 9 : 10;
  counts.fill(0);
  let before = other as number;
  for (let index = 0; index < length; index += 1) {
    const kind = classes[line.charCodeAt(index)] as number;
    // White space in a row is one gap.
    if (kind !== gap || before !== gap) counts[kind] = (counts[kind] as number) + 1;
    before = kind;
  }
  const share = Math.floor((4 * (counts[han] as number)) / Math.max(1, length));
  const marks = Math.min(4, counts[mark] as number);
  const stops = Math.min(3, counts[stop] as number);
  const colons = Math.min(3, counts[colon] as number);
  const gaps = Math.min(5, (counts[gap] as number) + (counts[bar] as number));
  const tail = line.slice(-4);
  const last = line.charCodeAt(length - 1);
  // Most lines end in a Chinese character or in one full stop.
  const end = last >= 0x4e00 && last <= 0x9fff ? 0 : last === 0x3002 || /[。！？；!?;]["”’」』）)]*$/u.test(tail) ? 1 : /[，、：:,]$/u.test(tail) ? 2 : 0;
  return [hash(11, size, end, 0), hash(12, share, size, 0), hash(13, marks, size, 0), hash(14, stops, end, 0), hash(15, gaps, size, 0), hash(16, colons, end, 0), hash(17, gaps, marks, stops)];
}

const counts = new Int32Array(7);

/** Logarithm of the odds that the line is furniture: below −4 for nearly all paragraphs, above 4 where there is no doubt. */
export const furnitureScore = rememberLines((line) => scoreOnce(line));

/** The same for what is asked for once only, as parts of a paragraph: it need not be remembered. */
export const scoreOnce = scorerOf(() => furnitureTable, furnitureBias);

/**
 * The same of a table that has seen whole pages, real ones among them: it knows more of their lines and takes more of a
 * text's for theirs. It is asked together with what else is known of a line (`pageLines.ts`), never alone.
 */
export const pageScore = scorerOf(() => pageTable, pageBias);

/** Scores lines by a packed table, which is unpacked when the first line is asked about. */
export function scorerOf(packed: () => string, bias: number): (line: string) => number {
  let weights: Int8Array | null = null;
  return (line) => {
    weights ??= unpackTable(packed(), furnitureBuckets);
    return bias + sumOf(line, weights) / furnitureStep;
  };
}

function sumOf(line: string, weights: Int8Array): number {
  const count = findRuns(fold(line));
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += weights[runBuckets[index] as number] as number;
  sum /= Math.sqrt(Math.max(1, count));
  const shape = shapeOf(line);
  for (let index = 0; index < shape.length; index += 1) sum += weights[shape[index] as number] as number;
  return sum;
}

function hash(kind: number, first: number, second: number, third: number): number {
  let mixed = Math.imul(kind, 0x9e3779b1) ^ first;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ second;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ third;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 15)) & (furnitureBuckets - 1);
}
