/** As many heads of a kind show that another kind between them stands below. */
const leastOfKind = 2;

/**
 * Heads without a number on lines of their own that stand below others of the same form, told by their wording alone:
 * `希望大家心中有魂` `希望大家脚下有泥` `到乡亲们中间去` `从乡亲们口中学` `希望大家手上有活`. The heads of the upper kind begin the speech, go
 * on behind those of the lower, and each kind is parallel in itself; or the first of the lower stands right below one of the upper.
 */
export function findBelow(keys: readonly string[], headings: readonly string[], above: ReadonlySet<number> = new Set()): ReadonlySet<number> {
  return new Set([...belowAnother(keys, headings, above), ...belowByWording(keys, headings), ...belowByLabel(keys, headings)]);
}

/** The heads that go on what begins right below another head, with nothing between: `above` are the places of those others. */
function belowAnother(keys: readonly string[], headings: readonly string[], above: ReadonlySet<number>): ReadonlySet<number> {
  const below = new Set<number>();
  for (const index of above) {
    const first = headings[index + 1] ?? '';
    let end = index + 2;
    while (end < keys.length && keys[end] === 'plain' && !above.has(end) && isAlike(headings[end] ?? '', first)) end += 1;
    if (end - index - 1 < leastOfKind || isAlike(headings[index] ?? '', first)) continue;
    for (let member = index + 1; member < end; member += 1) below.add(member);
  }
  return below;
}

/** Heads with a label, `看坝脚：渗水点多了四处`, two and more of them behind each of several without. */
function belowByLabel(keys: readonly string[], headings: readonly string[]): ReadonlySet<number> {
  const none: ReadonlySet<number> = new Set();
  if (keys.some((key) => key === 'ordinal' || key === 'part' || key === 'chapter')) return none;
  const below = new Set<number>();
  let upper = 0;
  let run = 0;
  for (let index = 0; index <= keys.length; index += 1) {
    if (index < keys.length && keys[index] !== 'plain') continue;
    if (index < keys.length && label.test(headings[index] ?? '')) {
      below.add(index);
      run += 1;
      continue;
    }
    if (run === 1 || (run > 0 && upper === 0)) return none;
    run = 0;
    if (index < keys.length) upper += 1;
  }
  return upper >= leastOfKind ? below : none;
}

function belowByWording(keys: readonly string[], headings: readonly string[]): ReadonlySet<number> {
  const plain = keys.flatMap((key, index) => (key === 'plain' ? [index] : []));
  const none: ReadonlySet<number> = new Set();
  // Numbers tell ranks better.
  if (plain.length < 2 * leastOfKind || keys.some((key) => key === 'ordinal' || key === 'part' || key === 'chapter')) return none;
  const words = plain.map((index) => headings[index] ?? '');
  // Where all are two clauses, how long the first is tells nothing.
  const alike = words.every((each) => each.includes('，')) ? isWordedAlike : isAlike;
  const upper = words.map((each) => alike(each, words[0] ?? ''));
  if (upper.filter(Boolean).length < leastOfKind) return none;
  const below = new Set<number>();
  let run: number[] = [];
  let between = false;
  for (let place = 0; place <= words.length; place += 1) {
    if (place < words.length && upper[place] !== true) {
      run.push(place);
      continue;
    }
    // One alone is of the upper kind, worded differently, and so may all be that are like no other: then nothing tells ranks.
    if (run.length > 0 && place < words.length) {
      if (!run.every((one) => run.some((other) => one !== other && alike(words[one] ?? '', words[other] ?? '')))) return none;
      between = true;
    }
    if (run.length >= leastOfKind) for (const member of run) below.add(plain[member] ?? -1);
    run = [];
  }
  return between ? below : none;
}

/** Parallel heads begin or end with the same two characters or, being as long as each other, with the same one, hold a colon behind a short label, or are four characters each. */
function isAlike(one: string, other: string): boolean {
  return isWordedAlike(one, other) || shapeOf(one) === shapeOf(other);
}

function isWordedAlike(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) || one.slice(-2) === other.slice(-2) || (label.test(one) && label.test(other)) || isFramedAlike(one, other) || sharesWord(one, other);
}

/** 打存款这场硬仗 and 打客户这场苦仗. */
function isFramedAlike(one: string, other: string): boolean {
  return one.length === other.length && one.length > longestShort && one.slice(0, 1) === other.slice(0, 1) && one.slice(-1) === other.slice(-1);
}

/** How long a short head is, and the first clause of one in two: 敞开门，迎进八个群体 is shaped as 沉下身，服务职工所需 is. */
function shapeOf(heading: string): string {
  const comma = heading.indexOf('，');
  if (comma > 0) return `${comma}，`;
  return heading.length <= longestShort ? String(heading.length) : heading;
}

const longestShort = 5;

const label = /^[^：:，。]{2,6}[：:]/u;

/** Three characters that both hold, wherever they stand. */
function sharesWord(one: string, other: string): boolean {
  for (let at = 0; at + 3 <= one.length; at += 1) if (other.includes(one.slice(at, at + 3))) return true;
  return false;
}
