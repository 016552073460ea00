import { boundaryBias, boundaryTable } from './boundaryTable.ts';
import { unpackTable } from './weightTable.ts';

/**
 * How likely a sentence or a head ends between two characters where no mark says so: a linear model over the one to
 * four characters on each side and the distances to the marks around, learnt by `scripts/readers/learnBoundaries.ts`
 * from text whose marks were taken away. Features are hashed into one table; what a text says cannot be told from it.
 */

/** Buckets of the table, a power of two. */
export const bucketCount = 1 << 21;
/** Weights are kept as whole numbers of this fraction, between −31 and 31. */
export const weightStep = 8;
export const featureCount = 18;
/** The first features look at what stands before the place, those up to the second number at what stands behind it. */
const leftFeatures = 4;
const rightFeatures = 8;

/** Marks within a sentence that part its clauses. */
const clauseMark = /[，、：；,:;]/u;

/** Digits, letters and placeholders fold into one character each, half-width marks into full-width; length is kept. */
export function foldForBoundaries(text: string): string {
  return text
    .replace(/〔[^〔〕\n]*〕/gu, (match) => 'a'.repeat(match.length))
    .replace(/[0-9０-９]/gu, '0')
    .replace(/[A-Za-z*＊×]/gu, 'a')
    .replace(/[,:;()!?]/gu, (mark) => '，：；（）！？'.charAt(',:;()!?'.indexOf(mark)));
}

/** Whether `character` parts clauses; distances are counted from such marks. */
export function partsClauses(character: string): boolean {
  return clauseMark.test(character);
}

export interface BoundaryPlace {
  /** Folded text; the boundary is before `index`. */
  readonly text: string;
  readonly index: number;
  /** Characters since the last clause mark, and up to the next. */
  readonly before: number;
  readonly after: number;
}

/** Writes the place's feature buckets into `buckets`, `featureCount` of them. */
export function boundaryFeatures({ text, index, before, after }: BoundaryPlace, buckets: Int32Array): void {
  const at = (offset: number): number => (index + offset < 0 || index + offset >= text.length ? 0 : text.charCodeAt(index + offset));
  const [l4, l3, l2, l1, r1, r2, r3, r4] = [at(-4), at(-3), at(-2), at(-1), at(0), at(1), at(2), at(3)] as const;
  const near = distance(after);
  buckets[0] = hash(1, [l1, 0, 0, 0]);
  buckets[1] = hash(2, [l2, l1, 0, 0]);
  buckets[2] = hash(3, [l3, l2, l1, 0]);
  buckets[3] = hash(4, [l4, l3, l2, l1]);
  buckets[4] = hash(5, [r1, 0, 0, 0]);
  buckets[5] = hash(6, [r1, r2, 0, 0]);
  buckets[6] = hash(7, [r1, r2, r3, 0]);
  buckets[7] = hash(8, [r1, r2, r3, r4]);
  buckets[8] = hash(9, [l1, r1, 0, 0]);
  buckets[9] = hash(10, [l2, l1, r1, 0]);
  buckets[10] = hash(11, [l1, r1, r2, 0]);
  buckets[11] = hash(12, [l2, l1, r1, r2]);
  buckets[12] = hash(13, [distance(before), near, 0, 0]);
  buckets[13] = hash(14, [near, after < 9 ? at(after) : 0, 0, 0]);
  buckets[14] = hash(15, [l3, l2, l1, r1]);
  buckets[15] = hash(16, [l1, r1, r2, r3]);
  buckets[16] = hash(17, [l2, l1, distance(before), 0]);
  buckets[17] = hash(18, [r1, r2, near, 0]);
}

/** The model's score, a natural logarithm of the odds; about −4 anywhere, above 0 where a sentence surely ends. */
export function boundaryScore(place: BoundaryPlace): number {
  return boundaryParts(place).score;
}

/** The score, and how much of it is due to what ends before the place and to what begins behind it. */
export function boundaryParts(place: BoundaryPlace): { score: number; left: number; right: number } {
  const weights = read();
  boundaryFeatures(place, scratch);
  let left = 0;
  let right = 0;
  let both = 0;
  for (let index = 0; index < featureCount; index += 1) {
    const weight = weights[scratch[index] ?? 0] ?? 0;
    if (index < leftFeatures || index === 16) left += weight;
    else if (index < rightFeatures || index === 17) right += weight;
    else both += weight;
  }
  return { score: boundaryBias + (left + right + both) / weightStep, left: left / weightStep, right: right / weightStep };
}

const scratch = new Int32Array(featureCount);

function distance(characters: number): number {
  if (characters < 3) return characters;
  if (characters < 8) return characters < 5 ? 3 : 4;
  if (characters < 18) return characters < 12 ? 5 : 6;
  return characters < 30 ? 7 : 8;
}

function hash(kind: number, units: readonly [number, number, number, number]): number {
  let mixed = Math.imul(kind + 1, 0x9e3779b1) ^ units[0];
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ units[1];
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ units[2];
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f) ^ units[3];
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x165667b1);
  return (mixed ^ (mixed >>> 16)) & (bucketCount - 1);
}

let table: Int8Array | null = null;

/** Unpacked when the first run-on text is read: most documents need none of it. */
function read(): Int8Array {
  table ??= unpackTable(boundaryTable, bucketCount);
  return table;
}
