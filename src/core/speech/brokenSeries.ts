import { findInlineOrdinals, findRunOn, headAlike, type InlineOrdinal } from './inlineOrdinals.ts';
import { isClauses } from './inlineSeries.ts';
import { ordinalOf } from './looseOrdinals.ts';
import { spokenFamilies, type OrdinalFamily } from './ordinals.ts';
import { sliceBlock, type Block } from './sourceText.ts';

/**
 * Series that lost some of their breaks: `一、渠口要看住。…` within the first paragraph, `二、渠底要补好。…三、水账要对上。…` in the second. What a
 * paragraph counts it counts to its end; where the numbers go on in the next, they count heads, and each opens a paragraph.
 */

/** A longer text is no speech that lost some of its breaks. */
const longestText = 30_000;
const leastMembers = 2;
/** Of heads that no full stop closes, one stands on a line of its own, no longer than that. */
const longestLine = 40;
/** First sentences of what is counted in speaking, within one paragraph, that are heads, and what stands behind each. */
const longestSaid = 16;
const leastBody = 12;
/** What stands below 一、, its head counted in, comes to so much where it is no item of a list. */
const leastPart = 60;
const headFamilies: ReadonlySet<OrdinalFamily> = new Set(['ordinal', 'bracket', 'digit']);

/** And a series without breaks fills this share of the text. */
const wholeText = 0.55;
/** A number behind the first, within a paragraph: hardly any other paragraph holds one. */
const further = /(?!^)(?:[二三四五六七八九](?:[、是要则]|[）)])|第[二三四五六七八九]|其[二三次]|再次|[2-9][.．、）)]|[②-⑨])/u;

interface Place {
  readonly block: number;
  /** Where in the block the member begins. */
  readonly at: number;
}

export interface Parted {
  readonly blocks: Block[];
  /** Which of them have lost their line breaks. */
  readonly runOn: boolean[];
}

/** Parts blocks before each member of such a series; the parts of one without line breaks have none either. */
export function partBroken(blocks: readonly Block[]): Parted {
  const runOn = findRunOn(blocks.map((block) => block.text));
  const cuts = findCuts(blocks, runOn);
  if (cuts.size === 0) return { blocks: [...blocks], runOn };
  const parts = blocks.map((block, index) => partAt(block, [...(cuts.get(index) ?? [])].sort((a, b) => a - b)));
  const parted = parts.flat();
  const inherited = parts.flatMap((own, index) => own.map(() => runOn[index] === true));
  return { blocks: parted, runOn: findRunOn(parted.map((block) => block.text)).map((own, index) => own || inherited[index] === true) };
}

function findCuts(blocks: readonly Block[], runOn: readonly boolean[]): Map<number, Set<number>> {
  const cuts = new Map<number, Set<number>>();
  const length = blocks.reduce((sum, block) => sum + block.text.length + 1, 0);
  if (blocks.length < 2 || length > longestText || blocks.some(({ hint }) => hint?.table === true) || !blocks.some((block) => further.test(block.text))) return cuts;
  const text = blocks.map((block) => block.text).join('\n');
  const starts: number[] = [];
  let from = 0;
  for (const block of blocks) {
    starts.push(from);
    from += block.text.length + 1;
  }
  const placeOf = (start: number): Place => {
    const block = starts.findLastIndex((begin) => begin <= start);
    return { block, at: start - (starts[block] ?? 0) };
  };
  for (const series of findInlineOrdinals(text)) {
    if (series.length < leastMembers) continue;
    const places = series.map(({ start }) => placeOf(start));
    if (!isBroken({ text, blocks, runOn, series, places })) continue;
    for (const { block, at } of places) if (at > 0) cuts.set(block, (cuts.get(block) ?? new Set()).add(at));
  }
  return cuts;
}

interface Broken {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly runOn: readonly boolean[];
  readonly series: readonly InlineOrdinal[];
  readonly places: readonly Place[];
}

function isBroken({ text, blocks, runOn, series, places }: Broken): boolean {
  if (places.every(({ at }) => at === 0)) return false;
  const alike = series.every((member, index) => index === 0 || headAlike(text, series[index - 1] as InlineOrdinal, member));
  const spoken = spokenFamilies.has(series[0]?.ordinal.family ?? 'ordinal');
  if (new Set(places.map(({ block }) => block)).size < 2) return alike && (!spoken || areShortHeads({ text, blocks, series, places })) && runOn[places[0]?.block ?? 0] !== true;
  if (alike) return !spoken || opensMostly(places) || fillsText({ text, blocks, places });
  const family = series[0]?.ordinal.family ?? 'item';
  if (!headFamilies.has(family) && !(spoken && opensMostly(places))) return false;
  // 一、脚要沾泥|住到农家去。…二、…: where one member opens a paragraph, and so much stands below each as below heads, the others lost their breaks.
  const filled = series.every(({ start }, index) => (series[index + 1]?.start ?? text.length) - start >= leastPart);
  if (filled && places.some(({ at }) => at === 0)) return !isClauses(text, series);
  if (family !== 'ordinal' || !places.every(({ block, at }) => at === 0 || '。！？'.includes(blocks[block]?.text.charAt(at - 1) ?? ' '))) return false;
  // 一、 on a line of its own shows what 二、 and 三、 behind full stops are; so does a paragraph without breaks that holds 一、 and 二、.
  return places.some(({ block, at }) => at === 0 && (blocks[block]?.text.length ?? Infinity) <= longestLine) || (filled && series.length > leastMembers && runOn[places[0]?.block ?? 0] === true);
}

/**
 * 第一，统一了思想。…第二，明确了目标。… within one paragraph: each has a short first sentence without a comma and a body, as heads
 * have; of a longer one, or of one with nothing behind it, the paragraph itself is made.
 */
function areShortHeads({ text, blocks, series, places }: Omit<Broken, 'runOn'>): boolean {
  const first = places[0];
  const opening = series[0];
  if (first === undefined || opening === undefined) return false;
  const end = opening.start - first.at + (blocks[first.block]?.text.length ?? 0);
  return series.every(({ from }, index) => {
    const part = text.slice(from, series[index + 1]?.start ?? end);
    const head = part.search(/[。：:！？]/u);
    return part.charAt(head) === '。' && head >= 1 && head <= longestSaid && !part.slice(0, head).includes('，') && part.length - head - 1 >= leastBody;
  });
}

/** 三是 opens a line by chance where a line was broken behind a sentence; where two of three do, the others lost their breaks. */
function opensMostly(places: readonly Place[]): boolean {
  return places.filter(({ at }) => at === 0).length * 3 >= places.length * 2;
}

/** Or most of the text stands in the paragraphs that hold the series, and no other number opens one. */
function fillsText({ text, blocks, places }: Pick<Broken, 'text' | 'blocks' | 'places'>): boolean {
  const held = new Set(places.map(({ block }) => block));
  if (blocks.some((block, index) => !held.has(index) && ordinalOf(block) !== null)) return false;
  return [...held].reduce((sum, block) => sum + (blocks[block]?.text.length ?? 0), 0) >= text.length * wholeText;
}

function partAt(block: Block, cuts: readonly number[]): Block[] {
  return [0, ...cuts].map((start, index) => sliceBlock(block, { start, end: cuts[index] ?? block.text.length }));
}
